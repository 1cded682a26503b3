#include "tools/statements/pieces.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace recto::statements {
namespace {

using patterns::Sentence;

class Pieces {
 public:
  Pieces(const ReadSentence& read, const Tree& tree)
      : read_(read), sentence_(read.words), tree_(tree) {}

  [[nodiscard]] std::optional<Clause> clause_of(WordId predicate, const Piece& subject,
                                                const std::vector<bool>& asides) const {
    if (!is_sure_predicate(predicate)) return std::nullopt;
    const auto around = pieces_around(predicate, subject, asides);
    const auto core = core_of(predicate, asides);
    if (!around || !core || !is_grammatical(subject, *core, *around)) return std::nullopt;
    Clause clause;
    clause.asides = asides;
    clause.predicate = predicate;
    clause.copular = core->role == Role::Complement;
    clause.passive = is_passive(*around);
    clause.chance = chance_of_core(subject, *around);
    clause.pieces = in_plain_order(subject, *core, *around);
    const bool own = subject.put.empty() && subject.words.begin < predicate &&
                     sentence_.head(subject.head) == predicate;
    if (is_torn(clause.pieces, own, asides)) return std::nullopt;
    // "In 1851 she founded the firm": told behind it, but before "after leaving the town", or it
    // would tell when she left.
    auto behind = std::ranges::find_if(
        clause.pieces, [](const Piece& piece) { return piece.relation.starts_with("advcl"); });
    for (const Piece& piece : around->before)
      if (piece.role == Role::Adjunct) behind = clause.pieces.insert(behind, piece) + 1;
    return clause;
  }

 private:
  [[nodiscard]] Chance chance_of(WordId at) const { return read_.token(at).arc_chance; }

  /// "to land by 2024 and to stay there": the first of joined infinitives.
  [[nodiscard]] std::optional<Words> words_of_clausal(WordId top,
                                                      const std::vector<bool>& asides) const {
    std::vector<bool> marked(sentence_.size(), false);
    tree_.mark(
        top,
        [&](WordId child) {
          return sentence_.head(child) != top || sentence_.relation(child) != "conj" ||
                 !tree_.has_child(child, "mark");
        },
        marked);
    return tree_.row(marked, asides);
  }

  [[nodiscard]] bool is_of_noun_phrase(WordId child, WordId head) const {
    const std::string_view relation = sentence_.relation(child);
    for (const std::string_view inside : {"det", "amod", "nummod", "compound", "nmod", "acl",
                                          "flat", "fixed", "appos", "case", "dep", "cc"})
      if (relation == inside) return relation != "cc" || child > head;
    if (relation == "conj") return !tree_.is_predicate(child) && !tree_.subject_of(child);
    if (relation == "punct") return true;
    // "nearly half", "very large": before the head, behind the copula
    if (relation == "advmod" || relation == "obl" || relation == "xcomp" || relation == "advcl" ||
        relation == "ccomp")
      return sentence_.upos(head) == "ADJ" && relation != "advcl";
    return false;
  }

  [[nodiscard]] std::optional<Words> complement_words(WordId predicate,
                                                      const std::vector<bool>& asides) const {
    WordId copula = 0;
    for (const WordId child : tree_.children(predicate))
      if (sentence_.relation(child) == "cop") copula = child;
    std::vector<bool> marked(sentence_.size(), false);
    tree_.mark(
        predicate,
        [&](WordId child) {
          if (sentence_.head(child) != predicate) return true;
          return child > copula && is_of_noun_phrase(child, predicate);
        },
        marked);
    for (WordId at = 0; at <= copula; ++at)
      marked[at] = false;
    return tree_.row(marked, asides);
  }

  [[nodiscard]] std::optional<Role> role_of(WordId child) const {
    const std::string_view relation = sentence_.relation(child);
    if (relation == "nsubj") return Role::Complement;
    if (relation == "aux" || relation == "cop") return Role::Auxiliary;
    if (relation == "advmod") {
      if (sentence_.is_one_of(child, {"not", "n't", "n’t", "never"})) return Role::Negation;
      return tree_.children(child).empty() ? Role::Adverb : Role::Adjunct;
    }
    if (relation == "compound" && tree_.whole_relation(child) == "compound:prt")
      return Role::Particle;
    if (relation == "obj" || relation == "iobj") return Role::Object;
    if (relation == "xcomp" || relation == "ccomp" || relation == "csubj") return Role::Clausal;
    if (relation == "obl" || relation == "advcl" || relation == "nmod") return Role::Adjunct;
    return std::nullopt;
  }

  /// Commas, "and", "that": of no piece; joined clauses have their own.
  static bool is_outside(std::string_view relation) {
    static constexpr std::array<std::string_view, 7> kOutside{
        "punct", "cc", "conj", "mark", "discourse", "vocative", "parataxis"};
    return std::ranges::find(kOutside, relation) != kOutside.end();
  }

  /// Whether commas part the row of words from the verb.
  [[nodiscard]] bool is_loose(Words words, WordId subject_begin,
                              const std::vector<bool>& asides) const {
    if (words.begin < subject_begin) return true;
    for (WordId at = words.begin; at-- > 0;) {
      if (asides[at]) continue;
      return is_comma(sentence_, at);
    }
    return false;
  }

  /// "was seen", "has seen", "did see", "can see": the verb's form goes with the last auxiliary.
  [[nodiscard]] bool fits_auxiliaries(WordId verb, const std::vector<Piece>& before) const {
    std::string lemma;
    for (const Piece& piece : before)
      if (piece.role == Role::Auxiliary) lemma = read_.token(piece.head).lemma;
    const std::string_view form = sentence_.xpos(verb);
    if (lemma.empty())
      return form == "VBD" || form == "VBZ" || form == "VBP" || form == "VBN" || form == "VBG";
    if (lemma == "be") return form == "VBN" || form == "VBG";
    if (lemma == "have" || lemma == "get") return form == "VBN";
    return form == "VB" || form == "VBP";
  }

  /// Words between and right behind the pieces that none of them holds: the tree is wrong.
  [[nodiscard]] bool is_torn(const std::vector<Piece>& pieces, bool own_subject,
                             const std::vector<bool>& asides) const {
    std::vector<bool> held = asides;
    held.resize(sentence_.size(), false);
    WordId begin = sentence_.size();
    WordId end = 0;
    for (const Piece& piece : pieces) {
      if (piece.role == Role::Subject && !own_subject) continue;
      for (WordId at = piece.words.begin; at < piece.words.end; ++at)
        held[at] = true;
      begin = std::min(begin, piece.words.begin);
      end = std::max(end, piece.words.end);
    }
    while (end < sentence_.size() && asides[end])
      ++end;
    const auto joins = [&](WordId at) {
      const std::string_view upos = sentence_.upos(at);
      return upos == "PUNCT" || upos == "CCONJ" || upos == "SCONJ" || upos.empty();
    };
    for (WordId at = begin; at < end; ++at)
      if (!held[at] && !joins(at) && sentence_.upos(at) != "SYM") return true;
    return !joins(end);
  }

  /// "collected and burned every codex": the first verb's object stands behind the second.
  [[nodiscard]] bool shares_object(WordId verb, const std::vector<Piece>& behind) const {
    const bool alone = std::ranges::none_of(behind, [&](const Piece& piece) {
      return piece.role == Role::Object || piece.role == Role::Clausal ||
             (piece.role == Role::Adjunct && piece.words.begin == verb + 1);
    });
    return alone && sentence_.is_one_of(verb + 1, {"and", "or"}) &&
           sentence_.upos(verb + 2) == "VERB";
  }

  /// Plural subjects have no "was"; a mistake of the article's or of the tree.
  [[nodiscard]] bool agrees(const Piece& subject, WordId verb,
                            const std::vector<Piece>& before) const {
    WordId finite = verb;
    for (const Piece& piece : before)
      if (piece.role == Role::Auxiliary) {
        finite = piece.head;
        break;
      }
    const bool plural = sentence_.xpos(subject.head) == "NNS";
    const bool singular =
        sentence_.xpos(subject.head) == "NN" && !tree_.has_child(subject.head, "conj");
    if (plural && sentence_.is_one_of(finite, {"is", "was", "has", "does"})) return false;
    return !(singular && sentence_.is_one_of(finite, {"are", "were"}) &&
             !tree_.has_child(subject.head, "nmod"));
  }

  /// What hangs on a predicate: "In 1851", "jointly" before "founded", "the town" behind it.
  struct Around {
    std::vector<Piece> before;
    std::vector<Piece> behind;
  };

  /// Not "is walks": a finite verb is no complement, a tag that is hardly sure no verb.
  [[nodiscard]] bool is_sure_predicate(WordId predicate) const {
    constexpr Chance kSureTag = 0.4F;
    const std::string_view form = sentence_.xpos(predicate);
    const bool finite = form == "VBD" || form == "VBZ" || form == "VBP";
    if (finite && tree_.has_child(predicate, "cop")) return false;
    return read_.token(predicate).tag_chance >= kSureTag;
  }

  /// "on the Rhine" of "is a city on the Rhine": see complement_words.
  [[nodiscard]] bool is_of_complement(WordId child, WordId predicate, const Piece& subject) const {
    const std::string_view relation = sentence_.relation(child);
    if (relation == "cop" || relation == "aux" || !tree_.has_child(predicate, "cop")) return false;
    return child > subject.head && is_of_noun_phrase(child, predicate) &&
           !sentence_.is_one_of(child, {"not", "n't", "n’t"});
  }

  /// Whether a word below the predicate heads a piece beside subject and core: "Switzerland" does
  /// in "Basel lies in Switzerland, however", "Basel" and "however" do not.
  [[nodiscard]] bool heads_piece(WordId child, WordId predicate, const Piece& subject,
                                 const std::vector<bool>& asides) const {
    const std::string_view relation = sentence_.relation(child);
    if (asides[child] || is_outside(relation)) return false;
    if (subject.put.empty() && child == subject.head) return false;
    if (relation == "nsubj" && !tree_.is_existential(predicate)) return false;
    return !is_of_complement(child, predicate, subject);
  }

  /// "in 1851" of the word "1851"; none where its words stand apart.
  [[nodiscard]] std::optional<Piece> piece_of(WordId child, WordId predicate, const Piece& subject,
                                              const std::vector<bool>& asides) const {
    const auto role = role_of(child);
    if (!role) return std::nullopt;
    const bool clausal = *role == Role::Clausal;
    const auto words = clausal ? words_of_clausal(child, asides) : tree_.row_below(child, asides);
    if (!words) return std::nullopt;
    // Of a participle in front of the subject nothing is in front.
    const bool fronted = subject.put.empty() && predicate > subject.words.begin;
    const bool loose =
        is_loose(*words, fronted ? subject.words.begin : 0, asides) && *role != Role::Auxiliary;
    return Piece{*role, *words, child, tree_.whole_relation(child), chance_of(child), loose, {}};
  }

  /// All pieces but subject and core; none where one of them makes no piece.
  [[nodiscard]] std::optional<Around> pieces_around(WordId predicate, const Piece& subject,
                                                    const std::vector<bool>& asides) const {
    Around around;
    for (const WordId child : tree_.children(predicate)) {
      if (!heads_piece(child, predicate, subject, asides)) continue;
      auto piece = piece_of(child, predicate, subject, asides);
      if (!piece) return std::nullopt;
      (child < predicate ? around.before : around.behind).push_back(std::move(*piece));
    }
    return around;
  }

  /// "founded", "a city on the Rhine"
  [[nodiscard]] std::optional<Piece> core_of(WordId predicate,
                                             const std::vector<bool>& asides) const {
    const bool copular = tree_.has_child(predicate, "cop");
    const auto words =
        copular ? complement_words(predicate, asides) : Words{predicate, predicate + 1};
    if (!words) return std::nullopt;
    return Piece{copular ? Role::Complement : Role::Verb,
                 *words,
                 predicate,
                 tree_.whole_relation(predicate),
                 1,
                 false,
                 {}};
  }

  /// Whether the pieces make a clause that people write: not "she are founded", "him she saw".
  [[nodiscard]] bool is_grammatical(const Piece& subject, const Piece& core,
                                    const Around& around) const {
    const bool ordered = subject.put == "you";
    if (core.role == Role::Verb && !ordered && !fits_auxiliaries(core.head, around.before))
      return false;
    if (shares_object(core.head, around.behind) || !agrees(subject, core.head, around.before))
      return false;
    return std::ranges::none_of(around.before, [](const Piece& piece) {
      return piece.role == Role::Object || piece.role == Role::Clausal;
    });
  }

  /// Least of the arcs of subject, auxiliaries, particle and objects: "She has set up a firm".
  static Chance chance_of_core(const Piece& subject, const Around& around) {
    Chance chance = subject.chance;
    for (const auto* pieces : {&around.before, &around.behind})
      for (const Piece& piece : *pieces)
        if (piece.role == Role::Object || piece.role == Role::Auxiliary ||
            piece.role == Role::Particle)
          chance = std::min(chance, piece.chance);
    return chance;
  }

  /// "was seen"
  static bool is_passive(const Around& around) {
    const auto passive = [](const Piece& piece) { return piece.relation == "aux:pass"; };
    return std::ranges::any_of(around.before, passive) ||
           std::ranges::any_of(around.behind, passive);
  }

  /// Subject, auxiliaries, core and what is behind: "She has not jointly founded the firm in 1851".
  static std::vector<Piece> in_plain_order(const Piece& subject, const Piece& core,
                                           const Around& around) {
    std::vector<Piece> pieces{subject};
    for (const Role role : {Role::Auxiliary, Role::Negation, Role::Adverb})
      std::ranges::copy_if(around.before, std::back_inserter(pieces), [&](const Piece& piece) {
        return piece.role == role && !(role == Role::Adverb && piece.loose);
      });
    pieces.push_back(core);
    pieces.insert(pieces.end(), around.behind.begin(), around.behind.end());
    return pieces;
  }

  const ReadSentence& read_;
  const Sentence& sentence_;
  const Tree& tree_;
};

}  // namespace

std::optional<Clause> read_clause(const ReadSentence& read, const Tree& tree, WordId predicate,
                                  const Piece& subject, const std::vector<bool>& asides) {
  return Pieces(read, tree).clause_of(predicate, subject, asides);
}

}  // namespace recto::statements
