#include "tools/statements/statements.h"

#include <algorithm>
#include <array>

#include "content/words/date.h"
#include "tools/patterns/apposition.h"
#include "tools/patterns/nominal.h"
#include "tools/statements/asides.h"
#include "tools/statements/clauses.h"
#include "tools/statements/faults.h"
#include "tools/statements/standing.h"

namespace recto::statements {
namespace {

using patterns::Sentence;

constexpr Chance kSureCore = 0.55F;
constexpr Chance kLeastSureCore = 0.35F;
constexpr const char* kUnsureCore = "the analysis of its core is not sure";
constexpr std::size_t kLongestLoose = 7;
constexpr std::size_t kLongestTime = 10;

class Maker {
 public:
  Maker(const Reading& reading, const Knowledge& knowledge, std::size_t index)
      : reading_(reading),
        knowledge_(knowledge),
        index_(index),
        read_(reading.sentences[index]),
        sentence_(read_.words) {}

  void add_all(std::vector<Statement>& out) const {
    const auto appositions = patterns::find_appositions(sentence_, knowledge_.lexicon);
    const std::vector<Words> asides = find_asides(read_, appositions);
    for (const Clause& clause : find_clauses(read_, asides, knowledge_.lexicon, reading_.task))
      out.push_back(statement_of(clause));
    for (const patterns::Apposition& apposition : appositions)
      if (!read_.spoken[apposition.head]) out.push_back(statement_of(apposition, asides));
  }

 private:
  [[nodiscard]] Statement statement_of(const Clause& clause) const {
    Statement statement;
    statement.sentence = index_;
    statement.clause = clause;
    statement.fault = prune(statement);
    if (!statement.fault) add_place(statement.clause);
    if (!statement.fault && clause.source) statement.fault = add_source(statement);
    statement.text = write(statement, reading_);
    if (!statement.fault && is_torn(statement.text))
      statement.fault = "a piece of it is torn (C11)";
    return statement;
  }

  /// "There are 120 species of birds": in an article about a place, there.
  void add_place(Clause& clause) const {
    const Piece* subject = clause.find(Role::Subject);
    if (subject == nullptr || !sentence_.is(subject->head, "there") || reading_.at_topic.empty())
      return;
    if (!read_.mentions.empty() || !read_.stand_ins.empty()) return;
    for (const Piece& piece : clause.pieces)
      if (piece.role == Role::Adjunct) return;
    Piece where{Role::Adjunct,
                {},
                clause.predicate,
                "obl",
                1,
                false,
                std::string(reading_.at_topic) + ' ' + reading_.entities.all[*reading_.topic].name};
    clause.pieces.push_back(where);
  }

  /// "Basel, a city on the Rhine": Basel is a city on the Rhine.
  [[nodiscard]] Statement statement_of(const patterns::Apposition& apposition,
                                       const std::vector<Words>& rows) const {
    Statement statement;
    statement.sentence = index_;
    Clause& clause = statement.clause;
    clause.predicate = apposition.head;
    clause.copular = true;
    clause.asides = mask_of(rows, sentence_.size(), apposition.head);
    if (apposition.form == patterns::AppositionForm::Before)
      clause.asides = std::vector<bool>(sentence_.size(), false);
    // A name between its description's commas is no aside of its own statement.
    for (WordId at = apposition.name.begin; at < apposition.name.end; ++at)
      clause.asides[at] = false;
    Words name = apposition.name;
    if (name.begin > 0 && sentence_.is_one_of(name.begin - 1, {"former", "late", "then"}))
      --name.begin;
    // "the Orthodox Church, a denomination": names keep their article.
    if (name.begin > 0 && sentence_.is(name.begin - 1, "the")) --name.begin;
    const Piece subject{Role::Subject, name, name.end - 1, "nsubj", 1, false, {}};
    Piece copula{Role::Auxiliary,
                 {},
                 apposition.head,
                 "cop",
                 1,
                 false,
                 is_past(apposition.description) ? "was" : "is"};
    Piece complement{
        Role::Complement, apposition.description, apposition.head, "root", 1, false, {}};
    clause.pieces = {subject, copula, complement};
    statement.fault = prune(statement);
    if (!statement.fault && has_open_owner(apposition.description))
      statement.fault = "it does not say whose (C2)";
    if (apposition.form == patterns::AppositionForm::Close)
      statement.fault = "what it is stands inside the name (C6)";
    statement.text = write(statement, reading_);
    return statement;
  }

  /// "his father, John": whose, is told nowhere in the statement.
  [[nodiscard]] bool has_open_owner(Words description) const {
    for (WordId at = description.begin; at < description.end; ++at)
      if (sentence_.xpos(at) == "PRP$" && read_.stand_in_at(at) == nullptr) return true;
    return false;
  }

  /// Whether the sentences around tell of dates of long ago.
  [[nodiscard]] bool is_near_the_past() const {
    constexpr std::size_t kNear = 2;
    constexpr int kLongAgo = 1940;
    const std::size_t begin = index_ - std::min(kNear, index_);
    const std::size_t end = std::min(reading_.sentences.size(), index_ + kNear + 1);
    bool old = false;
    for (std::size_t i = begin; i < end; ++i)
      for (const patterns::SentenceValue& value : reading_.sentences[i].values) {
        if (value.measure != patterns::Measure::Date || value.value.date.year < 1000) continue;
        if (value.value.date.year >= kLongAgo) return false;
        old = true;
      }
    return old;
  }

  /// Whether a description tells what was: of somebody who has died.
  [[nodiscard]] bool is_past(Words description) const {
    constexpr int kLongAgo = 1940;
    const auto is_old = [&](const patterns::SentenceValue& value) {
      const Date& date = value.value.date;
      if (value.measure != patterns::Measure::Date || date.year == 0) return false;
      return date.precision == Date::Precision::Century ? date.year < 20 : date.year < kLongAgo;
    };
    if (std::ranges::any_of(read_.values, [&](const patterns::SentenceValue& value) {
          return description.holds(value.words.begin) && is_old(value);
        }))
      return true;
    if (!reading_.of_the_past && !is_near_the_past()) return false;
    for (const language::Token& token : read_.words.analysed().tokens)
      if (token.relation == "root") return token.tag.xpos == "VBD" || token.tag.xpos == "VBN";
    return false;
  }

  /// Takes out what the clause can do without; why what is left makes no statement.
  std::optional<std::string> prune(Statement& statement) const {
    Clause& clause = statement.clause;
    if (clause.chance < kLeastSureCore) return kUnsureCore;
    if (clause.chance < kSureCore) note_weakness({kUnsureCore, Weakness::UnsureCore}, statement);
    const Piece* subject = clause.find(Role::Subject);
    if (subject == nullptr) return "it has no subject (C11)";
    const Words subject_words = subject->words;
    if (const auto fault = fault_of_verb(told_in(clause))) {
      if (!fault->weakness) return fault->why;
      note_weakness(*fault, statement);
    }
    note_connectives(statement);
    std::vector<Piece> kept;
    for (const Piece& piece : clause.pieces) {
      const auto fault = fault_of_piece(told_in(clause), piece);
      const bool idle = piece.loose && !is_worth_keeping(piece, clause);
      if (!fault && !idle) {
        kept.push_back(piece);
        continue;
      }
      if (is_reason(piece, subject_words)) {
        statement.beside.push_back(piece);
        continue;
      }
      if (may_drop(piece)) {
        note_cut(piece, statement);
        continue;
      }
      if (!fault) return "a condition cannot be left out (C1)";
      if (!fault->weakness) return fault->why;
      note_weakness(*fault, statement);
      kept.push_back(piece);
    }
    if (std::ranges::any_of(read_.stand_ins, [&](const StandIn& one) {
          return !one.sure && std::ranges::any_of(kept, [&](const Piece& piece) {
            return piece.words.holds(one.words.begin);
          });
        }))
      note_weakness({"who is meant by a pronoun is not sure (C2)", Weakness::UnsureMeant},
                    statement);
    clause.pieces = std::move(kept);
    for (const Piece& piece : clause.pieces)
      leave_out_idle_words(piece.words, clause.asides);
    return std::nullopt;
  }

  /// "the beautiful and green mountains", "its remarkable fauna": the writer's taste; "back on May
  /// 1".
  void leave_out_idle_words(Words words, std::vector<bool>& asides) const {
    static constexpr std::array<std::string_view, 22> kPraise{
        "beautiful",   "remarkable",  "stunning",  "breathtaking", "delicious",   "impressive",
        "amazing",     "spectacular", "wonderful", "lovely",       "magnificent", "gorgeous",
        "picturesque", "charming",    "fantastic", "incredible",   "marvellous",  "marvelous",
        "superb",      "splendid",    "awesome",   "exquisite"};
    for (WordId at = words.begin; at < words.end; ++at) {
      // "was lost back on February 1"
      if (sentence_.is(at, "back") && read_.value_at(at + 2) != nullptr) asides[at] = true;
      if (sentence_.relation(at) != "amod" || asides[at] ||
          std::ranges::find(kPraise, read_.token(at).lemma) == kPraise.end())
        continue;
      asides[at] = true;
      // What joined it to another adjective goes with it.
      if (sentence_.is_one_of(at + 1, {"and", ","}) && sentence_.upos(at + 2) == "ADJ")
        asides[at + 1] = true;
      else if (at > words.begin && sentence_.is_one_of(at - 1, {"and", ","}))
        asides[at - 1] = true;
    }
  }

  [[nodiscard]] ClauseInText told_in(const Clause& clause) const {
    return {reading_, read_, clause, knowledge_.lexicon};
  }

  static void note_weakness(const Fault& fault, Statement& statement) {
    statement.weaknesses.set(static_cast<std::size_t>(*fault.weakness));
    if (statement.doubt.empty()) statement.doubt = fault.why;
  }

  /// "also belonged to", "then belonged to": beside another, at a time, told elsewhere.
  void note_connectives(Statement& statement) const {
    for (WordId at = 0; at < sentence_.size(); ++at) {
      if (sentence_.head(at) != statement.clause.predicate) continue;
      if (sentence_.is(at, "also")) statement.also = true;
      if (sentence_.is(at, "then") && statement.clause.asides[at]) statement.undated = true;
    }
  }

  /// What is lost with a piece: a time ("last year"), or more than a word.
  void note_cut(const Piece& piece, Statement& statement) const {
    if (is_time(piece))
      statement.undated = true;
    else if (piece.role == Role::Adjunct || piece.words.end - piece.words.begin > 1)
      statement.cut = true;
  }

  /// "By selling shares, …", "…, because he wanted to study": nothing of it open but the subject.
  [[nodiscard]] bool is_reason(const Piece& piece, Words subject) const {
    constexpr WordId kLongestReason = 22;
    if (piece.role != Role::Adjunct || sentence_.relation(piece.head) != "advcl") return false;
    if (piece.words.end - piece.words.begin > kLongestReason) return false;
    const bool means = sentence_.is(piece.words.begin, "by") && sentence_.xpos(piece.head) == "VBG";
    const bool purpose =
        sentence_.is(piece.words.begin, "to") && sentence_.xpos(piece.head) == "VB";
    // "As" of the present gives a reason, of the past mostly a time.
    const bool present = sentence_.xpos(piece.head) == "VBP" || sentence_.xpos(piece.head) == "VBZ";
    const bool cause =
        sentence_.is(piece.words.begin, "because") ||
        (piece.loose && present && sentence_.is_one_of(piece.words.begin, {"as", "since"}));
    if (!means && !purpose && !cause) return false;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (read_.spoken[at]) return false;
    Standing standing{reading_,           read_,   std::vector<bool>(sentence_.size(), false),
                      knowledge_.lexicon, subject, subject_of(piece)};
    return !open_reference(standing, piece.words);
  }

  /// The pronoun that is a clause's subject and can only be the main one's.
  [[nodiscard]] std::optional<WordId> subject_of(const Piece& piece) const {
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (sentence_.head(at) == piece.head && sentence_.relation(at) == "nsubj" &&
          sentence_.is_one_of(at, {"he", "she", "it", "they"}))
        return at;
    return std::nullopt;
  }

  /// A loose piece that says when or where; others may go.
  [[nodiscard]] bool is_worth_keeping(const Piece& piece, const Clause& clause) const {
    if (piece.role != Role::Adjunct) return false;
    const std::size_t length = piece.words.end - piece.words.begin;
    if (length > (is_time(piece) ? kLongestTime : kLongestLoose)) return false;
    if (sentence_.relation(piece.head) == "advcl") return false;
    if (is_time(piece)) return !has_other_time(piece, clause);
    if (sentence_.relation(piece.head) != "obl") return false;
    if (is_cause(piece)) return true;
    const bool where =
        sentence_.is_one_of(piece.words.begin, {"in", "at", "on", "during", "under"});
    return where && read_.has_name(piece.words);
  }

  [[nodiscard]] bool is_cause(const Piece& piece) const {
    const WordId at = piece.words.begin;
    return (sentence_.is(at, "due") && sentence_.is(at + 1, "to")) ||
           (sentence_.is(at, "because") && sentence_.is(at + 1, "of"));
  }

  [[nodiscard]] bool has_other_time(const Piece& piece, const Clause& clause) const {
    return std::ranges::any_of(clause.pieces, [&](const Piece& other) {
      return other.head != piece.head && read_.has_year(other.words);
    });
  }

  /// Whether what is left is true without the piece: times, remarks, circumstances, not conditions.
  [[nodiscard]] bool may_drop(const Piece& piece) const {
    if (piece.role == Role::Adverb)
      return !sentence_.is_one_of(
          piece.words.begin, {"only", "rarely", "seldom", "hardly", "barely", "almost", "nearly",
                              "partly", "mostly", "often", "sometimes", "usually", "generally",
                              "allegedly", "reportedly", "probably", "possibly", "perhaps", "no"});
    if (piece.role != Role::Adjunct) return false;
    if (sentence_.is_one_of(piece.words.begin, {"without", "under", "except", "if", "unless",
                                                "between", "against", "not"}))
      return false;
    const std::string_view relation = sentence_.relation(piece.head);
    if (relation == "advcl") return piece.loose || is_time_clause(piece);
    if (relation == "advmod") return piece.loose || is_time_noun(piece);
    return piece.loose || is_time_noun(piece);
  }

  [[nodiscard]] bool is_time_clause(const Piece& piece) const {
    return sentence_.is_one_of(piece.words.begin, {"after", "before", "when", "while", "as",
                                                   "since", "because", "until", "once"});
  }

  /// A time, told as a phrase or clause: "as of October", "when the glaciers melted".
  [[nodiscard]] bool is_time(const Piece& piece) const {
    if (piece.role != Role::Adjunct) return false;
    if (sentence_.relation(piece.head) == "advcl")
      return sentence_.is_one_of(piece.words.begin, {"after", "before", "when", "until", "once"});
    return is_time_noun(piece) ||
           sentence_.is_one_of(piece.words.begin, {"during", "before", "after", "since", "until"});
  }

  [[nodiscard]] bool is_time_noun(const Piece& piece) const {
    if (is_month_name(sentence_.word(piece.head))) return true;  // "in October"
    const patterns::SentenceValue* value = read_.value_at(piece.words.end - 1);
    if (value != nullptr && value->measure == patterns::Measure::Date) return true;
    if (sentence_.is(piece.words.begin, "so")) return true;
    static constexpr std::array<std::string_view, 26> kTimes{
        "year",   "month",    "week",   "day",      "time",    "decade",    "century",
        "today",  "night",    "moment", "period",   "morning", "evening",   "afternoon",
        "season", "summer",   "winter", "Monday",   "Tuesday", "Wednesday", "Thursday",
        "Friday", "Saturday", "Sunday", "recently", "ago"};
    const std::string& lemma = read_.token(piece.head).lemma;
    return std::ranges::find(kTimes, lemma) != kTimes.end();
  }

  [[nodiscard]] bool same_entity(Words a, Words b) const {
    const auto entity = read_.entity_in(a);
    return entity && entity == read_.entity_in(b);
  }

  /// Whose claim it is, where that is somebody a reader knows.
  std::optional<std::string> add_source(Statement& statement) const {
    const Words words = *statement.clause.source;
    // "Clifford said he had …": what somebody tells of himself.
    if (const Piece* subject = statement.clause.find(Role::Subject);
        subject != nullptr && same_entity(words, subject->words))
      return "it is told by whom it is about (C12)";
    for (const Piece& piece : statement.clause.pieces)
      if (piece.words.begin < words.end && words.begin < piece.words.end)
        return "who says it stands inside what is said (C12)";
    const std::vector<bool> none(sentence_.size(), false);
    const Standing standing{reading_, read_, none, knowledge_.lexicon, std::nullopt};
    if (const auto fault = open_reference(standing, words)) return fault->why;
    const bool stands_in = std::ranges::any_of(
        read_.stand_ins, [&](const StandIn& one) { return words.holds(one.words.begin); });
    // "aviation analysts", not "researchers"
    const bool described =
        words.end - words.begin > 1 && sentence_.xpos(words.end - 1) == "NNS" &&
        patterns::first_category(knowledge_.lexicon, read_.token(words.end - 1).lemma) ==
            Category::Person;
    if (!read_.has_name(words) && !stands_in && !described)
      return "it does not say who claims it (C12)";
    statement.source =
        "According to " + write_words(reading_, read_, statement.clause.asides, words);
    return std::nullopt;
  }

  const Reading& reading_;
  const Knowledge& knowledge_;
  std::size_t index_;
  const ReadSentence& read_;
  const Sentence& sentence_;
};

}  // namespace

std::string write(const Statement& statement, const Reading& reading,
                  const std::vector<Change>& changes) {
  Writer writer(reading, reading.sentences[statement.sentence], statement.clause.asides);
  for (const Change& change : changes)
    writer.change(change);
  if (!statement.source.empty()) {
    writer.add(statement.source);
    writer.add(",");
  }
  for (const Piece& piece : statement.clause.pieces)
    writer.add(piece);
  return writer.sentence(".");
}

std::vector<Statement> find_statements(const Reading& reading, const Knowledge& knowledge) {
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < reading.sentences.size(); ++i)
    Maker(reading, knowledge, i).add_all(statements);
  return statements;
}

}  // namespace recto::statements
