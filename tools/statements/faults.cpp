#include "tools/statements/faults.h"

#include <algorithm>
#include <array>

#include "tools/patterns/speech.h"
#include "tools/statements/standing.h"

namespace recto::statements {
namespace {

using patterns::Sentence;

constexpr Chance kSurePiece = 0.45F;

/// What wishes, guesses and looks tell is no fact.
bool is_unreal(const std::string& lemma) {
  static constexpr std::array<std::string_view, 19> kUnreal{
      "seem",    "appear",  "believe",   "think",  "feel",  "expect", "doubt",
      "suspect", "suppose", "imagine",   "guess",  "fear",  "deny",   "fail",
      "look",    "sound",   "calculate", "reckon", "assume"};
  return std::ranges::find(kUnreal, lemma) != kUnreal.end();
}

class Judge {
 public:
  explicit Judge(const ClauseInText& told)
      : reading_(told.reading),
        read_(told.sentence),
        sentence_(read_.words),
        clause_(told.clause),
        lexicon_(told.lexicon) {}

  [[nodiscard]] std::optional<Fault> of_verb() const {
    for (const Piece& piece : clause_.pieces) {
      if (piece.role == Role::Negation) return Fault{"it denies something (C7)"};
      if (!is_own_auxiliary(piece)) continue;
      if (auto fault = fault_of_mood(piece.words.begin)) return fault;
    }
    if (is_saying_alone()) return Fault{"what is said stands elsewhere (C2)"};
    for (const Piece& piece : clause_.pieces) {
      if (!is_own_auxiliary(piece)) continue;
      if (auto fault = fault_of_tense(piece.words.begin)) return fault;
    }
    if (is_caption()) return Fault{"it tells a past event in the present, as captions do (C8)"};
    const std::string& lemma = read_.token(clause_.predicate).lemma;
    if (denies_inside()) return Fault{"it denies something (C7)"};
    if (!clause_.copular && is_unreal(lemma) && !is_held() && !is_expected())
      return Fault{"'" + lemma + "' tells no fact (C12)", Weakness::NoFact};
    if (goes_on()) return Fault{"it goes on while the article is written (C9)", Weakness::GoesOn};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Fault> of_piece(const Piece& piece) const {
    if (!piece.put.empty()) return std::nullopt;
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (read_.spoken[at]) return Fault{"it holds somebody's own words (C12)"};
    const bool of_subject = piece.role == Role::Subject;
    const Piece* subject = clause_.find(Role::Subject);
    const Standing standing{
        reading_, read_, clause_.asides, lexicon_,
        of_subject || subject == nullptr ? std::nullopt : std::optional(subject->words)};
    if (auto fault = open_reference(standing, piece.words)) return fault;
    if (of_subject && sentence_.is_one_of(piece.head, {"you"}))
      return Fault{"it speaks to whoever reads (C2)"};
    // "Re:3D": torn apart
    if (of_subject && is_number(sentence_.word(piece.words.begin)) &&
        piece.words.end - piece.words.begin == 1)
      return Fault{"its subject is no name (C11)"};
    if (of_subject && is_somebody(piece))
      return Fault{"'" + std::string(sentence_.text(piece.words)) + "' does not say which (C2)",
                   Weakness::VagueSubject};
    if (of_subject && is_vague_subject(piece) && !is_group_of_experts(piece))
      return Fault{"'" + std::string(sentence_.word(piece.head)) + "' does not say which (C2)",
                   Weakness::VagueSubject};
    // An adjunct stays where it stood: to what it belongs matters little then.
    if (piece.role == Role::Subject && piece.chance < kSurePiece)
      return Fault{"where '" + std::string(sentence_.text(piece.words)) + "' belongs is not sure",
                   Weakness::UnsureSubject};
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool has_day_of_its_own() const {
    return std::ranges::any_of(clause_.pieces,
                               [&](const Piece& piece) {
                                 return piece.role == Role::Adjunct && read_.has_year(piece.words);
                               }) ||
           (clause_.find(Role::Object) != nullptr && clause_.pieces.size() < 5);
  }

  /// "The shuttle lifts off on April 12, 1981."
  [[nodiscard]] bool is_caption() const {
    const std::string_view form = sentence_.xpos(clause_.predicate);
    if (clause_.copular || clause_.find(Role::Auxiliary) != nullptr) return false;
    if (form != "VBZ" && form != "VBP") return false;
    return std::ranges::any_of(clause_.pieces, [&](const Piece& piece) {
      return piece.role == Role::Adjunct && read_.has_year(piece.words) &&
             !sentence_.is_one_of(piece.words.begin, {"by", "since", "until"});
    });
  }

  /// "species that are not found elsewhere": what is denied there limits a thing.
  [[nodiscard]] bool in_relative(WordId at) const {
    constexpr int kDeepest = 6;
    for (int step = 0; step < kDeepest && at < sentence_.size(); ++step) {
      if (read_.token(at).relation == "acl:relcl") return true;
      at = sentence_.head(at);
    }
    return false;
  }

  /// "Some scholars believe that …": what they believe is told as theirs.
  [[nodiscard]] bool tells_that() const {
    const Piece* piece = clause_.find(Role::Clausal);
    return piece != nullptr && piece->relation == "ccomp";
  }

  [[nodiscard]] bool is_group_of_experts(const Piece& subject) const {
    static constexpr std::array<std::string_view, 6> kExperts{
        "researcher", "scientist", "scholar", "expert", "historian", "astronomer"};
    const std::string& lemma = read_.token(subject.head).lemma;
    return sentence_.xpos(subject.head) == "NNS" && tells_that() &&
           std::ranges::find(kExperts, lemma) != kExperts.end();
  }

  [[nodiscard]] bool has_name_as_subject() const {
    const Piece* subject = clause_.find(Role::Subject);
    return subject != nullptr && read_.has_name(subject->words);
  }

  /// Somebody, a firm or a country; tools and ideas plan nothing.
  [[nodiscard]] bool has_planner_as_subject() const {
    const Piece* subject = clause_.find(Role::Subject);
    const auto entity = subject != nullptr ? read_.entity_in(subject->words) : std::nullopt;
    if (!entity || *entity == discourse::kNoEntity) return false;
    const language::NameKind kind = reading_.entities.all[*entity].kind;
    return kind == language::NameKind::Person || kind == language::NameKind::Organisation ||
           kind == language::NameKind::Place;
  }

  /// "is", "could" of the article's own, not what was put for an apposition or an order.
  static bool is_own_auxiliary(const Piece& piece) {
    return piece.role == Role::Auxiliary && piece.put.empty();
  }

  /// "would", "might"; "will" and "should" of some.
  [[nodiscard]] std::optional<Fault> fault_of_mood(WordId auxiliary) const {
    // Plans are told of somebody with a name.
    if (sentence_.is(auxiliary, "will") && (!has_planner_as_subject() || !is_dated()))
      return Fault{"'will' makes a guess or plan of it (C12)"};
    const bool guess = sentence_.is_one_of(
        auxiliary, {"would", "could", "might", "shall", "'ll", "'d", "’ll", "’d"});
    // Advice and what is possible hold in general, not for somebody with a name.
    const bool advice =
        sentence_.is_one_of(auxiliary, {"should", "must", "may", "need"}) && has_name_as_subject();
    if (!guess && !advice) return std::nullopt;
    return Fault{"'" + std::string(sentence_.word(auxiliary)) +
                 "' makes a guess or plan of it (C12)"};
  }

  /// "told the paper": what, stands elsewhere. Not "wrote a book".
  [[nodiscard]] bool is_saying_alone() const {
    if (clause_.copular || clause_.passive || clause_.find(Role::Clausal) != nullptr) return false;
    if (!patterns::is_saying(sentence_, clause_.predicate, lexicon_)) return false;
    if (sentence_.is(clause_.predicate, "wrote")) return clause_.find(Role::Object) == nullptr;
    return sentence_.is_one_of(clause_.predicate,
                               {"told", "tells", "tell", "said", "says", "say", "added", "asked",
                                "replied", "tweeted", "noted"});
  }

  /// "had fallen", "did fall"
  [[nodiscard]] std::optional<Fault> fault_of_tense(WordId auxiliary) const {
    if (sentence_.is(auxiliary, "had") && (clause_.copular || !has_day_of_its_own()))
      return Fault{"'had' leans on another time (C9)", Weakness::OtherTime};
    if (sentence_.is_one_of(auxiliary, {"did", "do", "does"}))
      return Fault{"it stresses what something else denies (C2)"};
    return std::nullopt;
  }

  /// "Some scholars believe that …": told as theirs.
  [[nodiscard]] bool is_held() const {
    const std::string& lemma = read_.token(clause_.predicate).lemma;
    return (lemma == "believe" || lemma == "think") && tells_that();
  }

  /// "Seoul expects producers to raise …": somebody's expectation, told as such.
  [[nodiscard]] bool is_expected() const {
    return read_.token(clause_.predicate).lemma == "expect" && !clause_.passive &&
           clause_.find(Role::Subject)->put.empty() && has_name_as_subject();
  }

  /// "no longer than"
  [[nodiscard]] bool is_measure_of(WordId at) const {
    return sentence_.is(at, "no") && sentence_.is(at + 2, "than");
  }

  /// "told him not to go", "neither won nor lost"; not "a city that never sleeps".
  [[nodiscard]] bool denies_inside() const {
    return std::ranges::any_of(clause_.pieces, [&](const Piece& piece) {
      for (WordId at = piece.words.begin; at < piece.words.end; ++at)
        if (!clause_.asides[at] && !is_measure_of(at) &&
            sentence_.is_one_of(at, {"not", "n't", "n’t", "no", "nor", "never", "nobody"}) &&
            !in_relative(at))
          return true;
      return false;
    });
  }

  /// "is building a tower", of somebody without a name or without more to tell.
  [[nodiscard]] bool goes_on() const {
    if (sentence_.xpos(clause_.predicate) != "VBG" || clause_.copular) return false;
    if (clause_.pieces.size() >= 4 && has_name_as_subject()) return false;
    return std::ranges::any_of(clause_.pieces, [&](const Piece& piece) {
      return piece.role == Role::Auxiliary &&
             sentence_.is_one_of(piece.words.begin, {"is", "are", "'s"});
    });
  }

  [[nodiscard]] bool is_dated() const {
    return std::ranges::any_of(read_.values, [](const patterns::SentenceValue& value) {
      return value.measure == patterns::Measure::Date && value.value.date.year > 21;
    });
  }

  /// "A city rose": something that happened to one that nobody can name.
  [[nodiscard]] bool is_somebody(const Piece& piece) const {
    if (!sentence_.is_one_of(piece.words.begin, {"a", "an", "another", "some", "one"}))
      return false;
    if (read_.has_name(piece.words) || tells_that()) return false;
    const Piece* auxiliary = clause_.find(Role::Auxiliary);
    return is_past(sentence_, clause_) ||
           (auxiliary != nullptr && sentence_.is_one_of(auxiliary->head, {"has", "have"}));
  }

  static bool is_number(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
  }

  /// "Athens' reality", "the city's fate": whose it is says not what it is.
  [[nodiscard]] bool is_empty(const Piece& piece) const {
    static constexpr std::array<std::string_view, 8> kEmpty{
        "reality", "situation", "fate", "problem", "decision", "issue", "question", "position"};
    for (WordId at = piece.words.begin; at < piece.words.end; ++at)
      if (sentence_.upos(at) == "ADJ") return false;
    return std::ranges::find(kEmpty, read_.token(piece.head).lemma) != kEmpty.end();
  }

  [[nodiscard]] bool is_vague_subject(const Piece& piece) const {
    if (is_empty(piece)) return true;
    if (!is_vague(read_.token(piece.head).lemma) || read_.has_name(piece.words)) return false;
    return std::ranges::none_of(
        read_.stand_ins, [&](const StandIn& one) { return piece.words.holds(one.words.begin); });
  }

  const Reading& reading_;
  const ReadSentence& read_;
  const Sentence& sentence_;
  const Clause& clause_;
  const Lexicon& lexicon_;
};

}  // namespace

std::optional<Fault> fault_of_verb(const ClauseInText& told) {
  return Judge(told).of_verb();
}

std::optional<Fault> fault_of_piece(const ClauseInText& told, const Piece& piece) {
  return Judge(told).of_piece(piece);
}

}  // namespace recto::statements
