#include "tools/statements/clauses.h"

#include <algorithm>
#include <array>

#include "content/words/inflection.h"
#include "tools/patterns/claims.h"
#include "tools/statements/asides.h"
#include "tools/statements/pieces.h"

namespace recto::statements {
namespace {

using patterns::Sentence;

constexpr std::size_t kMostWords = 90;

class Finder {
 public:
  Finder(const ReadSentence& read, const std::vector<Words>& asides, const Lexicon& lexicon,
         std::string_view task)
      : read_(read),
        sentence_(read.words),
        rows_(asides),
        lexicon_(lexicon),
        task_(task),
        tree_(sentence_) {
    claims_ = patterns::find_claims(sentence_, lexicon);
  }

  std::vector<Clause> find() {
    if (sentence_.size() < 4 || sentence_.size() > kMostWords || !is_assertion()) return {};
    for (WordId at = 0; at < sentence_.size(); ++at)
      if (sentence_.head(at) == sentence_.size()) add(at, std::nullopt);
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_assertion() const {
    const std::string_view last = sentence_.word(sentence_.size() - 1);
    return last != "?" && last != "!" && last != ":" && !is_caption();
  }

  /// "In this photo dated …"
  [[nodiscard]] bool is_caption() const {
    constexpr WordId kHead = 5;
    for (WordId at = 0; at < std::min(kHead, sentence_.size()); ++at)
      if (sentence_.is_one_of(at,
                              {"photo", "photograph", "picture", "pictured", "image", "photo:"}))
        return true;
    return false;
  }

  [[nodiscard]] Chance chance_of(WordId at) const { return read_.token(at).arc_chance; }

  [[nodiscard]] std::optional<Clause> clause_of(WordId predicate, const Piece& subject,
                                                const std::vector<bool>& asides) const {
    return read_clause(read_, tree_, predicate, subject, asides);
  }

  /// Whether the predicate stands under "if", in speech, or is asked or wished.
  [[nodiscard]] bool is_unsaid(WordId predicate) const {
    if (read_.spoken[predicate]) return true;
    return std::ranges::any_of(tree_.children(predicate), [&](WordId child) {
      const bool mark =
          sentence_.relation(child) == "mark" || sentence_.relation(child) == "advmod";
      return mark && sentence_.is_one_of(child, {"if", "whether", "unless"});
    });
  }

  /// A condition below the predicate: what it says holds only then.
  [[nodiscard]] bool is_conditional(WordId predicate) const {
    return std::ranges::any_of(tree_.children(predicate), [&](WordId child) {
      return sentence_.relation(child) == "advcl" && is_unsaid(child);
    });
  }

  /// Which joined, inserted and reported clauses hang on this one.
  void add(WordId predicate, const std::optional<Clause>& joined_to) {
    const std::optional<Clause> clause = tree_.is_predicate(predicate) && !is_unsaid(predicate)
                                             ? asserted_clause(predicate, joined_to)
                                             : std::nullopt;
    if (clause && !is_conditional(predicate)) found_.push_back(*clause);
    for (const WordId child : tree_.children(predicate)) {
      const std::string_view relation = sentence_.relation(child);
      if (relation == "conj" && tree_.is_predicate(child)) add(child, clause ? clause : joined_to);
      if (is_asserted_beside(child)) add(child, std::nullopt);
      if (relation == "advcl" && clause)
        if (auto beside = participle_beside(child, *clause)) found_.push_back(std::move(*beside));
    }
    add_relatives(predicate);
  }

  /// "…; it fell", "Tarr said that it fell", "while it fell": with its own subject below another.
  [[nodiscard]] bool is_asserted_beside(WordId predicate) const {
    if (!tree_.subject_of(predicate)) return false;
    const std::string_view relation = sentence_.relation(predicate);
    if (relation == "ccomp") return source_of(predicate).has_value();
    return relation == "parataxis" || (relation == "advcl" && is_conceded(predicate));
  }

  /// "While X was …", "although X is …": asserted beside the main clause.
  [[nodiscard]] bool is_conceded(WordId predicate) const {
    return std::ranges::any_of(tree_.children(predicate), [&](WordId child) {
      return sentence_.relation(child) == "mark" &&
             sentence_.is_one_of(child, {"while", "whereas", "although", "though"});
    });
  }

  /// Relative clauses behind commas below a predicate, other predicates' ones left to them.
  void add_relatives(WordId predicate) {
    std::vector<WordId> open = tree_.children(predicate);
    while (!open.empty()) {
      const WordId at = open.back();
      open.pop_back();
      const std::string_view relation = sentence_.relation(at);
      if (relation == "acl" && tree_.whole_relation(at) != "acl:relcl") {
        if (auto clause = participle_of_name(at)) found_.push_back(std::move(*clause));
        continue;
      }
      if (tree_.whole_relation(at) == "acl:relcl") {
        if (auto clause = relative_clause(at)) found_.push_back(std::move(*clause));
        continue;
      }
      if (relation == "conj" && tree_.is_predicate(at)) continue;
      if (relation == "ccomp" || relation == "parataxis" || relation == "advcl") continue;
      const auto& below = tree_.children(at);
      open.insert(open.end(), below.begin(), below.end());
    }
  }

  /// "…, who founded it in 1851": with what "who" stands for as its subject.
  [[nodiscard]] std::optional<Clause> relative_clause(WordId predicate) const {
    if (!tree_.is_predicate(predicate) || is_unsaid(predicate)) return std::nullopt;
    std::optional<WordId> pronoun;
    for (const WordId child : tree_.children(predicate))
      if (sentence_.relation(child) == "nsubj" && sentence_.is_one_of(child, {"who", "which"}))
        pronoun = child;
    if (!pronoun || *pronoun == 0 || !sentence_.is(*pronoun - 1, ",")) return std::nullopt;
    const std::vector<bool> asides = mask_of(rows_, sentence_.size(), predicate);
    const WordId antecedent = sentence_.head(predicate);
    const Mention* mention = read_.mention_at(antecedent);
    // Right behind the name, or nobody knows to what it belongs.
    if (mention == nullptr || mention->words.end != *pronoun - 1) return std::nullopt;
    Words words = mention->words;
    if (words.begin > 0 && sentence_.is(words.begin - 1, "the")) --words.begin;
    Piece subject{Role::Subject,
                  words,
                  antecedent,
                  "nsubj",
                  std::min(chance_of(predicate), chance_of(*pronoun)),
                  false,
                  {}};
    std::optional<Clause> clause = clause_of(predicate, subject, asides);
    if (clause) clause->subject_from = SubjectFrom::Antecedent;
    return clause;
  }

  [[nodiscard]] bool has_mark(WordId predicate) const {
    return std::ranges::any_of(tree_.children(predicate), [&](WordId child) {
      const std::string_view relation = sentence_.relation(child);
      return relation == "mark" || relation == "aux" || relation == "cop" || relation == "nsubj" ||
             (relation == "advmod" && sentence_.is_one_of(child, {"not", "when", "while"}));
    });
  }

  /// What is over once it is done, or has its date beside it.
  [[nodiscard]] bool is_finished(WordId predicate) const {
    static constexpr std::array<std::string_view, 18> kDone{
        "publish", "build",   "found",  "write",  "establish", "create",
        "launch",  "release", "invent", "design", "discover",  "compose",
        "paint",   "open",    "form",   "sign",   "introduce", "construct"};
    const std::string& lemma = read_.token(predicate).lemma;
    if (std::ranges::find(kDone, lemma) != kDone.end()) return true;
    return std::ranges::any_of(tree_.children(predicate), [&](WordId child) {
      const patterns::SentenceValue* value = read_.value_at(child);
      return value != nullptr && value->measure == patterns::Measure::Date;
    });
  }

  /// "…, built in 1889,": with the name before it as subject.
  [[nodiscard]] std::optional<Clause> participle_of_name(WordId predicate) const {
    constexpr Chance kSure = 0.6F;
    const WordId antecedent = sentence_.head(predicate);
    // "powered by the sun": whether it is or was, the participle does not tell.
    if (!is_finished(predicate)) return std::nullopt;
    if (sentence_.xpos(predicate) != "VBN" || has_mark(predicate) || is_unsaid(predicate) ||
        chance_of(predicate) < kSure)
      return std::nullopt;
    const Mention* mention = read_.mention_at(antecedent);
    if (mention == nullptr || mention->words.end > predicate) return std::nullopt;
    // Right behind the name, a comma between perhaps.
    const WordId gap = sentence_.is(mention->words.end, ",") ? 1 : 0;
    const std::vector<bool> asides = mask_of(rows_, sentence_.size(), predicate);
    WordId first = predicate;
    for (const WordId child : tree_.children(predicate))
      if (sentence_.upos(child) == "ADV") first = std::min(first, child);
    if (mention->words.end + gap != first) return std::nullopt;
    Words words = mention->words;
    if (words.begin > 0 && sentence_.is(words.begin - 1, "the")) --words.begin;
    const Piece subject{Role::Subject, words, antecedent, "nsubj", chance_of(predicate), false, {}};
    return with_be(clause_of(predicate, subject, asides), subject);
  }

  /// "Flourishing on the coast, the Olmec built …": the Olmec flourished on the coast.
  [[nodiscard]] std::optional<Clause> participle_beside(WordId predicate,
                                                        const Clause& main) const {
    constexpr Chance kSure = 0.7F;
    const std::string_view form = sentence_.xpos(predicate);
    const Piece* subject = main.find(Role::Subject);
    if (subject == nullptr || !subject->put.empty() || has_mark(predicate) ||
        is_unsaid(predicate) || chance_of(predicate) < kSure || predicate > subject->words.begin)
      return std::nullopt;  // behind the clause it may belong to what stands before it
    const std::vector<bool> asides = mask_of(rows_, sentence_.size(), predicate);
    std::optional<Clause> clause = clause_of(predicate, *subject, asides);
    if (!clause) return clause;
    clause->subject_from = SubjectFrom::Shared;
    clause->chance = std::min(clause->chance, main.chance);
    if (form == "VBN") return with_be(std::move(clause), *subject);
    if (form != "VBG") return std::nullopt;
    const bool past = is_past(sentence_, main);
    for (Piece& piece : clause->pieces)
      if (piece.role == Role::Verb)
        piece.put = inflect(lexicon_, read_.token(predicate).lemma,
                            past                  ? Slot::Past
                            : is_plural(*subject) ? Slot::Base
                                                  : Slot::Third);
    return clause;
  }

  [[nodiscard]] bool is_plural(const Piece& subject) const {
    const std::string_view form = sentence_.xpos(subject.head);
    return form == "NNS" || form == "NNPS" || tree_.has_child(subject.head, "conj");
  }

  /// "built" → "was built"
  [[nodiscard]] std::optional<Clause> with_be(std::optional<Clause> clause,
                                              const Piece& subject) const {
    if (!clause) return clause;
    clause->passive = true;
    if (clause->subject_from == SubjectFrom::Own) clause->subject_from = SubjectFrom::Antecedent;
    const Piece be{Role::Auxiliary,
                   {},
                   clause->predicate,
                   "aux:pass",
                   1,
                   false,
                   is_plural(subject) ? "were" : "was"};
    clause->pieces.insert(clause->pieces.begin() + 1, be);
    return clause;
  }

  [[nodiscard]] std::optional<Words> source_of(WordId predicate) const {
    for (const patterns::Claim& claim : claims_)
      if (claim.claim.holds(predicate) && !(claim.verb && *claim.verb == predicate))
        return claim.source;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Clause> asserted_clause(
      WordId predicate, const std::optional<Clause>& joined_to) const {
    const std::vector<bool> asides = mask_of(rows_, sentence_.size(), predicate);
    const auto own = tree_.subject_of(predicate);
    Piece subject;
    SubjectFrom from = SubjectFrom::Own;
    if (own) {
      // "which provided their protein", "what she added": no subject of their own.
      if (sentence_.xpos(*own) == "WDT" || sentence_.xpos(*own) == "WP") return std::nullopt;
      const auto words = tree_.row_below(*own, asides);
      if (!words || sentence_.xpos(words->begin) == "WP") return std::nullopt;
      subject = {Role::Subject,   *words, *own, tree_.whole_relation(*own),
                 chance_of(*own), false,  {}};
    } else if (!task_.empty() && is_order(predicate)) {
      return order(predicate, asides);
    } else {
      const Piece* shared = joined_to ? joined_to->find(Role::Subject) : nullptr;
      if (shared == nullptr) return std::nullopt;
      subject = *shared;
      subject.chance = std::min({subject.chance, joined_to->chance, chance_of(predicate)});
      from = SubjectFrom::Shared;
    }
    std::optional<Clause> clause = clause_of(predicate, subject, asides);
    if (!clause) return clause;
    clause->subject_from = from;
    if (from == SubjectFrom::Shared && !share_auxiliaries(predicate, *joined_to, *clause))
      return std::nullopt;
    clause->source = source_of(predicate);
    if (!clause->source && joined_to) clause->source = joined_to->source;
    return clause;
  }

  /// "Place the foam …"
  [[nodiscard]] bool is_order(WordId predicate) const {
    if (sentence_.xpos(predicate) != "VB" || tree_.has_child(predicate, "mark") ||
        tree_.has_child(predicate, "aux"))
      return false;
    // Before it nothing but when, where and how.
    for (WordId at = 0; at < predicate; ++at)
      if (sentence_.relation(at) == "nsubj" && sentence_.head(at) == predicate) return false;
    if (sentence_.relation(predicate) == "root") return true;
    return sentence_.relation(predicate) == "conj" && is_order(sentence_.head(predicate));
  }

  /// "You should place the foam …, when building a terrarium."
  [[nodiscard]] std::optional<Clause> order(WordId predicate,
                                            const std::vector<bool>& asides) const {
    const Piece you{Role::Subject, {}, predicate, "nsubj", chance_of(predicate), false, "you"};
    std::optional<Clause> clause = clause_of(predicate, you, asides);
    if (!clause) return clause;
    clause->subject_from = SubjectFrom::Shared;
    const Piece should{Role::Auxiliary, {}, predicate, "aux", 1, false, "should"};
    clause->pieces.insert(clause->pieces.begin() + 1, should);
    clause->pieces.push_back({Role::Adjunct, {}, predicate, "advcl", 1, false, std::string(task_)});
    return clause;
  }

  /// "was born and raised": the second verb takes the first one's auxiliaries. False where what is
  /// there makes no clause.
  [[nodiscard]] bool share_auxiliaries(WordId predicate, const Clause& first,
                                       Clause& clause) const {
    if (clause.find(Role::Auxiliary) != nullptr || clause.copular) return true;
    std::string_view form = sentence_.xpos(predicate);
    // "could face prison and have to pay": the tag took a base form for a present.
    if (form == "VBP" && sentence_.xpos(first.predicate) == "VB") form = "VB";
    // "has walked and ran" is rare, "can swim and walk" has VB.
    if (form == "VBD" || form == "VBZ" || form == "VBP") return true;
    if (first.copular || sentence_.xpos(first.predicate) != form) return false;
    std::vector<Piece> auxiliaries;
    for (const Piece& piece : first.pieces)
      if (piece.role == Role::Auxiliary || piece.role == Role::Negation)
        auxiliaries.push_back(piece);
    if (auxiliaries.empty()) return false;
    clause.passive = first.passive;
    clause.pieces.insert(clause.pieces.begin() + 1, auxiliaries.begin(), auxiliaries.end());
    return true;
  }

  const ReadSentence& read_;
  const Sentence& sentence_;
  const std::vector<Words>& rows_;
  const Lexicon& lexicon_;
  std::string_view task_;
  Tree tree_;
  std::vector<patterns::Claim> claims_;
  std::vector<Clause> found_;
};

}  // namespace

std::vector<Clause> find_clauses(const ReadSentence& sentence, const std::vector<Words>& asides,
                                 const Lexicon& lexicon, std::string_view task) {
  return Finder(sentence, asides, lexicon, task).find();
}

}  // namespace recto::statements
