// "X is Y": what a thing is, and what is the one thing of its kind.
#include <algorithm>
#include <array>

#include "tools/patterns/names.h"
#include "tools/patterns/nominal.h"
#include "tools/questions/name_class.h"
#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"

namespace recto::questions {
namespace {

using patterns::WordId;

constexpr std::size_t kMostWords = 24;
constexpr int kFewestContent = 3;
constexpr std::size_t kFirstLines = 6;  ///< sentences, headings and captions among them

class Rule : public StatementRule {
 public:
  using StatementRule::StatementRule;

  void add() {
    const Piece* subject = statement_.find(Role::Subject);
    const Piece* complement = statement_.find(Role::Complement);
    if (subject == nullptr || complement == nullptr || !statement_.clause.copular) return;
    if (sentence_.words.upos(complement->head) == "ADJ" || subject->chance < kLeastSure) return;
    if (sentence_.words.upos(complement->words.begin) == "ADP") return;
    add_role(*subject, *complement);
    add_bearer(*subject, *complement);
    add_ranked(*subject, *complement);
    add_definition(*subject, *complement);
  }

 private:
  Candidate& put(std::string_view rule, const Piece& asked, std::string prompt,
                 const Doubts& doubts) {
    out_.push_back(
        make_short(told_, index_, rule, asked, std::move(prompt), text(asked.words), asked.words));
    out_.back().doubts |= doubts;
    if (const statements::Mention* mention = name_that_is(sentence_, asked.words))
      out_.back().entity = mention->entity;
    return out_.back();
  }

  [[nodiscard]] Doubts doubts_of(const Piece& subject) const {
    Doubts doubts;
    const statements::Mention* mention = name_that_is(sentence_, subject.words);
    note(doubts, Doubt::ByBystander, mention != nullptr && is_bystander(told_, mention->entity));
    return doubts;
  }

  /// "the capital of Y", "Poland's largest city": there is one.
  [[nodiscard]] bool is_one_of_a_kind(const Piece& complement) const {
    const auto& words = sentence_.words;
    // "Director of the Kew Gardens" has no article and is one all the same.
    const bool office =
        is_person_noun(complement.head) && words.upos(complement.words.begin) == "NOUN" &&
        complement.words.begin == complement.head && words.is(complement.head + 1, "of");
    const bool definite =
        words.is(complement.words.begin, "the") || has_owner(complement) || office;
    if (!definite || words.xpos(complement.head) == "NNS") return false;
    bool single = false;
    bool everywhere = false;  // "the world's largest airliner"
    for (WordId at = complement.words.begin; at < complement.words.end; ++at) {
      if (statement_.clause.asides[at]) continue;
      const bool limits = words.xpos(at) == "JJS" || words.is_one_of(at, {"first", "only", "of"}) ||
                          words.is_one_of(at, {"president", "capital", "director", "chairman",
                                               "father", "mother", "founder"});
      everywhere = everywhere || words.is_one_of(at, {"world", "earth", "universe"});
      single = single || limits;
    }
    return single && (everywhere || has_name(complement) || has_capital(complement) || has_place());
  }

  [[nodiscard]] bool is_person_noun(WordId noun) const {
    return patterns::first_category(told_.knowledge.lexicon, sentence_.token(noun).lemma) ==
           Category::Person;
  }

  [[nodiscard]] bool has_owner(const Piece& complement) const {
    for (WordId at = complement.words.begin; at < complement.head; ++at)
      if (sentence_.words.is_one_of(at, {"'s", "’s", "'", "’"}) || is_told_owner(at)) return true;
    return false;
  }

  /// "his", where it is known whose.
  [[nodiscard]] bool is_told_owner(WordId at) const {
    return sentence_.words.xpos(at) == "PRP$" &&
           std::ranges::any_of(sentence_.stand_ins,
                               [&](const statements::StandIn& one) { return one.words.holds(at); });
  }

  [[nodiscard]] bool has_name(const Piece& piece) const {
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (is_told_owner(at)) return true;
    return sentence_.has_name(piece.words);
  }

  /// "Mesoamerican"
  [[nodiscard]] bool has_capital(const Piece& piece) const {
    for (WordId at = std::max<WordId>(piece.words.begin, 1); at < piece.words.end; ++at) {
      const std::string_view word = sentence_.words.word(at);
      if (patterns::is_capital(word)) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_place() const {
    return std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
      return piece.role == Role::Adjunct && has_name(piece);
    });
  }

  void add_role(const Piece& subject, const Piece& complement) {
    const statements::Mention* mention = name_that_is(sentence_, subject.words);
    const std::size_t length = complement.words.end - complement.words.begin;
    if (length > 14 ||
        !(mention != nullptr ? is_one_of_a_kind(complement) : is_driver(subject, complement)))
      return;
    if (is_list(complement)) return;
    Wh wh = wh_for(told_, sentence_, subject.words, subject.head);
    // "The owner of the mill, Softex Cotton, …": a firm that is no owner.
    if (wh.words == "what" && is_person_noun(complement.head)) return;
    wh.plural = mention == nullptr && sentence_.words.xpos(complement.head) == "NNS";
    if (wh.words.starts_with("which")) {
      const std::string& noun = sentence_.token(complement.head).lemma;
      if (wh.words == "which " + noun) wh.words = "what";
    }
    Candidate& candidate =
        put("role", subject, ask(told_, statement_, subject, wh), doubts_of(subject));
    note(candidate.doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, subject.words));
    candidate.self_rated = mention == nullptr && subject.words.end - subject.words.begin > 6;
  }

  /// "Carbon dioxide and other gases are the main drivers of global warming."
  [[nodiscard]] bool is_driver(const Piece& subject, const Piece& complement) const {
    const auto& words = sentence_.words;
    if (subject.words.end - subject.words.begin > 10 || !subject.put.empty()) return false;
    if (words.upos(subject.words.begin) == "DET" || words.upos(subject.head) == "PRON")
      return false;
    return is_ranked(complement);
  }

  /// "the main drivers of X", "the most common cause of X"
  [[nodiscard]] bool is_ranked(const Piece& piece) const {
    const auto& words = sentence_.words;
    if (!words.is(piece.words.begin, "the")) return false;
    bool ranked = false;
    bool of = false;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at) {
      ranked = ranked ||
               words.is_one_of(at, {"main", "only", "first", "leading", "primary", "chief", "major",
                                    "principal"}) ||
               words.xpos(at) == "JJS" || words.xpos(at) == "RBS";
      of = of || words.is_one_of(at, {"of", "for", "in"});
    }
    return ranked && of;
  }

  [[nodiscard]] bool is_present() const {
    return std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
      return piece.role == Role::Auxiliary && piece.put.empty() &&
             sentence_.words.is_one_of(piece.words.begin, {"is", "are"});
    });
  }

  /// "The mother of the cultures was the Olmec civilization": the name comes last.
  void add_bearer(const Piece& subject, const Piece& complement) {
    if (name_that_is(sentence_, subject.words) != nullptr || !is_one_of_a_kind(subject)) return;
    const bool definite = sentence_.words.is(complement.words.begin, "the") ||
                          name_that_is(sentence_, complement.words) != nullptr;
    if (!definite || !has_name(complement) || complement.words.end - complement.words.begin > 7)
      return;
    if (sentence_.words.xpos(subject.head) == "NNS") return;
    const Wh wh = wh_for(told_, sentence_, complement.words, complement.head);
    Candidate& candidate =
        put("role", complement, ask(told_, statement_, complement, wh), doubts_of(subject));
    note(candidate.doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, complement.words));
  }

  /// "The most well known effects of X are A and B": asked for A and B.
  void add_ranked(const Piece& subject, const Piece& complement) {
    constexpr WordId kLongest = 14;
    if (name_that_is(sentence_, subject.words) != nullptr || !subject.put.empty()) return;
    if (!is_ranked(subject) || !is_present()) return;
    if (complement.words.end - complement.words.begin > kLongest) return;
    const std::string_view upos = sentence_.words.upos(complement.head);
    if (upos != "NOUN" && upos != "PROPN") return;
    if (sentence_.words.is_one_of(complement.words.begin, {"that", "what", "one", "a"})) return;
    const Wh wh{.words = "what", .plural = sentence_.words.xpos(subject.head) == "NNS"};
    Doubts doubts = doubts_of(subject);
    note(doubts, Doubt::TellsLittle, tells_little(complement));
    put("ranked", complement, ask(told_, statement_, complement, wh), doubts).self_rated =
        complement.words.end - complement.words.begin > 4;
  }

  void add_definition(const Piece& subject, const Piece& complement) {
    if (!is_defined(subject, complement) || !says_what(complement)) return;
    const bool who = wh_for(told_, sentence_, subject.words, subject.head).words == "who";
    if (!who && name_that_is(sentence_, subject.words) != nullptr &&
        is_person_noun(complement.head) && has_owner_behind(complement))
      return;
    const bool person = who && (is_person_noun(complement.head) || has_gender(subject)) &&
                        !is_building(complement.head);
    put("definition", complement, ask_without_adjuncts(complement, person ? "who" : "what"),
        doubts_of(subject))
        .self_rated = true;
  }

  /// "the owner of the mill"
  [[nodiscard]] bool has_owner_behind(const Piece& complement) const {
    return sentence_.words.is(complement.head + 1, "of");
  }

  /// "Ada Lemmon is an airport": named after her.
  [[nodiscard]] bool is_building(WordId noun) const {
    return patterns::first_category(told_.knowledge.lexicon, sentence_.token(noun).lemma) ==
           Category::Artifact;
  }

  /// A name found for a person's may be a program's: "Who is X? a language model".
  [[nodiscard]] bool has_gender(const Piece& subject) const {
    const statements::Mention* mention = name_that_is(sentence_, subject.words);
    return mention != nullptr &&
           told_.reading.entities.all[mention->entity].gender != discourse::Gender::Unknown;
  }

  /// Whether the subject is a name at the place where it is told what it is, or a term.
  [[nodiscard]] bool is_defined(const Piece& subject, const Piece& complement) const {
    const statements::Mention* mention = name_that_is(sentence_, subject.words);
    if (mention == nullptr) return is_term(subject);
    const bool office = is_person_noun(complement.head) && is_one_of_a_kind(complement);
    return (office || is_introduced(*mention)) && !is_former_state(*mention);
  }

  /// Whether the complement is a whole description that tells enough.
  [[nodiscard]] bool says_what(const Piece& complement) const {
    if (complement.words.end - complement.words.begin > kMostWords) return false;
    if (sentence_.words.is_one_of(complement.words.begin, {"what", "that", "one", "part"}))
      return false;
    if (sentence_.value_at(complement.head) != nullptr || !is_simple_be()) return false;
    if (is_name_word(complement.head) || is_merely_told_apart(complement)) return false;
    // "Ada Lemmon's cousin" tells enough by its name.
    const int least = has_owner(complement) && has_name(complement) ? 2 : kFewestContent;
    return is_whole(complement) && content_of(complement) >= least;
  }

  [[nodiscard]] int content_of(const Piece& complement) const {
    int content = 0;
    for (WordId at = complement.words.begin; at < complement.words.end; ++at) {
      const std::string_view upos = sentence_.words.upos(at);
      if (!statement_.clause.asides[at] &&
          (upos == "NOUN" || upos == "ADJ" || upos == "PROPN" || upos == "VERB" || upos == "NUM"))
        ++content;
      // "a Czech composer", "a 17th-century writer" tell enough.
      if (sentence_.value_at(at) != nullptr && sentence_.value_at(at)->words.begin == at) ++content;
      const std::string_view word = sentence_.words.word(at);
      if (upos == "ADJ" && patterns::is_capital(word)) ++content;
    }
    return content;
  }

  /// What a thing is, is told where it is named first; of the title's subject in the first lines.
  [[nodiscard]] bool is_introduced(const statements::Mention& mention) const {
    const discourse::Entity& entity = told_.reading.entities.all[mention.entity];
    if (told_.reading.topic && *told_.reading.topic == mention.entity)
      return statement_.sentence < kFirstLines;
    return !entity.mentions.empty() && entity.mentions.front().sentence == statement_.sentence;
  }

  /// "Athens was a small village": of its time, nothing to know it by.
  [[nodiscard]] bool is_former_state(const statements::Mention& mention) const {
    const discourse::Entity& entity = told_.reading.entities.all[mention.entity];
    const bool lasts =
        entity.kind == language::NameKind::Place || entity.kind == language::NameKind::Organisation;
    return lasts && std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
             return piece.role == Role::Auxiliary && piece.put.empty() &&
                    sentence_.words.is_one_of(piece.words.begin, {"was", "were"});
           });
  }

  /// "Oakland is the birthplace of …": one thing about it, not what it is.
  [[nodiscard]] bool is_merely_told_apart(const Piece& complement) const {
    static constexpr std::array<std::string_view, 20> kStandings{
        "birthplace", "home",    "gateway", "heart",  "center", "centre", "hub",
        "seat",       "site",    "symbol",  "source", "cause",  "key",    "hallmark",
        "subject",    "setting", "result",  "base",   "focus",  "reason"};
    return std::ranges::find(kStandings, sentence_.token(complement.head).lemma) !=
           kStandings.end();
  }

  [[nodiscard]] bool is_simple_be() const {
    std::size_t count = 0;
    for (const Piece& piece : statement_.clause.pieces) {
      if (piece.role != Role::Auxiliary) continue;
      ++count;
      const bool be = !piece.put.empty() ||
                      sentence_.words.is_one_of(piece.words.begin, {"is", "was", "are", "were"});
      if (!be) return false;
    }
    return count == 1;
  }

  /// "a pen name of …" says nothing of the thing.
  [[nodiscard]] bool is_name_word(WordId head) const {
    const std::string& lemma = sentence_.token(head).lemma;
    static constexpr std::array<std::string_view, 11> kWords{
        "name",   "pseudonym", "nickname", "term", "word", "example",
        "reason", "way",       "result",   "part", "story"};
    return std::ranges::find(kWords, lemma) != kWords.end();
  }

  /// "What is X?", without what else the sentence says.
  [[nodiscard]] std::string ask_without_adjuncts(const Piece& complement, const char* wh) const {
    Statement bare = statement_;
    std::erase_if(bare.clause.pieces, [](const Piece& piece) {
      return piece.role == Role::Adjunct || piece.role == Role::Adverb;
    });
    return ask(told_, bare, complement, {.words = wh});
  }

  /// "Iodine deficiency", "Photosynthesis": a bare noun that the title has.
  [[nodiscard]] bool is_term(const Piece& subject) const {
    const auto& words = sentence_.words;
    if (words.upos(subject.head) != "NOUN" || subject.words.end - subject.words.begin > 4)
      return false;
    for (WordId at = subject.words.begin; at < subject.words.end; ++at)
      if (words.upos(at) != "NOUN" && words.upos(at) != "ADJ" && !words.is_one_of(at, {"a", "an"}))
        return false;
    return true;
  }
};

}  // namespace

void add_definitions(const Told& told, Candidates& out) {
  add_by_statement<Rule>(told, out);
}

}  // namespace recto::questions
