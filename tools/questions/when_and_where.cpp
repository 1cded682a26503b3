// Adjuncts of time and place.
#include <algorithm>
#include <array>

#include "tools/patterns/names.h"
#include "tools/questions/name_class.h"
#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"

namespace recto::questions {
namespace {

using patterns::Measure;
using patterns::WordId;

/// "in what year" for "in 1851"; empty for times that nobody asks for so.
std::string wh_of_time(const ReadSentence& sentence, WordId preposition, const Date& date) {
  const bool on = sentence.words.is(preposition, "on");
  const bool in = sentence.words.is_one_of(preposition, {"in", "during"});
  switch (date.precision) {
    case Date::Precision::Day: return on || in ? "on what date" : "";
    case Date::Precision::Month: return in ? "in which month and year" : "";
    case Date::Precision::Year: break;
    case Date::Precision::Decade: return in ? "in which decade" : "";
    case Date::Precision::Century: return in ? "in which century" : "";
    case Date::Precision::DayAlone:
    case Date::Precision::MonthAlone: return "";
  }
  if (date.part != Date::Part::Whole) return "";
  if (in) return "in what year";
  if (sentence.words.is(preposition, "since")) return "since what year";
  return sentence.words.is(preposition, "until") ? "until what year" : "";
}

class Rule : public StatementRule {
 public:
  using StatementRule::StatementRule;

  void add() {
    for (const Piece& piece : statement_.clause.pieces) {
      const bool place = piece.role == Role::Adjunct ||
                         (piece.role == Role::Complement && is_preposition(piece.words.begin));
      if (!place || piece.chance < kLeastSure) continue;
      if (add_time(piece) || add_age(piece) || add_span(piece)) continue;
      if (!add_place(piece)) add_site(piece);
    }
  }

 private:
  /// "once performed": on one of several days.
  [[nodiscard]] bool is_of_once() const {
    return std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
      return piece.role == Role::Adverb &&
             sentence_.words.is_one_of(piece.words.begin, {"once", "sometimes", "often"});
    });
  }

  [[nodiscard]] bool is_preposition(WordId at) const { return sentence_.words.upos(at) == "ADP"; }

  [[nodiscard]] bool is_event() const {
    return sentence_.words.xpos(statement_.clause.predicate) == "VBD";
  }

  /// How many dates the statement tells: one of two cannot be asked for alone.
  [[nodiscard]] std::size_t dates() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(sentence_.values, [&](const SentenceValue& value) {
          return value.measure == Measure::Date && statement_.clause.tells(value.words.begin);
        }));
  }

  bool add_time(const Piece& piece) {
    const SentenceValue* value = sentence_.value_at(piece.words.end - 1);
    if (value == nullptr || value->measure != Measure::Date) return false;
    // Nothing but preposition and date; "in the 1950s" has an article, too.
    WordId begin = piece.words.begin + 1;
    if (sentence_.words.is(begin, "the")) ++begin;
    if (value->words.begin > begin || value->words.end < piece.words.end) return true;
    if (!is_preposition(piece.words.begin) || value->value.until_date) return true;
    const std::string wh = wh_of_time(sentence_, piece.words.begin, value->value.date);
    if (wh.empty() || is_count_of_people(told_, statement_)) return true;
    Doubts doubts = doubts_of(piece);
    note(doubts, Doubt::BareEvent, is_bare_event(told_, statement_, piece));
    note(doubts, Doubt::Several, dates() > 1);
    const Words key{piece.words.begin + 1, piece.words.end};
    put("when", piece, ask(told_, statement_, piece, {.words = wh}), key, doubts).value = value;
    return true;
  }

  Candidate& put(std::string_view rule, const Piece& piece, std::string prompt, Words key,
                 const Doubts& doubts) {
    out_.push_back(make_short(told_, index_, rule, piece, std::move(prompt), text(key), key));
    out_.back().doubts |= doubts;
    return out_.back();
  }

  [[nodiscard]] Doubts doubts_of(const Piece& piece) const {
    Doubts doubts;
    note(doubts, Doubt::Example, is_example() || is_of_once());
    note(doubts, Doubt::PassingLife, is_passing_life(told_, statement_));
    note(doubts, Doubt::TellsLittle, tells_little(piece));
    return doubts;
  }

  /// "at the age of 24", "aged 24"
  bool add_age(const Piece& piece) {
    const SentenceValue* value = sentence_.value_at(piece.words.end - 1);
    const Piece* verb = statement_.find(Role::Verb);
    const bool died = verb != nullptr && sentence_.token(verb->head).lemma == "die" &&
                      sentence_.words.is(piece.words.begin, "at") &&
                      piece.words.end == piece.words.begin + 2 && value != nullptr &&
                      value->measure == Measure::Count;
    if (value == nullptr || (value->measure != Measure::Age && !died) ||
        value->words.begin < piece.words.begin)
      return false;
    if (piece.words.end - piece.words.begin > 6) return true;
    Doubts doubts = doubts_of(piece);
    note(doubts, Doubt::BareEvent, is_bare_event(told_, statement_, piece));
    put("age", piece, ask(told_, statement_, piece, {.words = "at what age"}), value->words, doubts)
        .value = value;
    return true;
  }

  /// "for 17 nights": how long.
  bool add_span(const Piece& piece) {
    const SentenceValue* value = sentence_.value_at(piece.words.end - 1);
    if (value == nullptr || value->measure != Measure::Duration ||
        !sentence_.words.is(piece.words.begin, "for") ||
        value->words.begin != piece.words.begin + 1)
      return false;
    Doubts doubts = doubts_of(piece);
    note(doubts, Doubt::Undated, statement_.undated);
    put("how-long", piece, ask(told_, statement_, piece, {.words = "for how long"}), value->words,
        doubts)
        .value = value;
    return true;
  }

  /// "was buried in a common grave of …": where, as a phrase.
  void add_site(const Piece& piece) {
    constexpr WordId kLongest = 12;
    constexpr std::size_t kMostTyped = 6;
    const Piece* verb = statement_.find(Role::Verb);
    if (verb == nullptr || piece.words.begin != verb->words.end || piece.role != Role::Adjunct)
      return;
    // "… whose exact location is unknown" is more than the place.
    Words site = piece.words;
    for (WordId at = piece.words.begin; at < site.end; ++at) {
      if (sentence_.words.xpos(at) == "PRP$") return;
      if (sentence_.words.is_one_of(at, {"which", "that", "who", "where", "whose"}))
        site.end = sentence_.words.is(at - 1, ",") ? at - 1 : at;
    }
    const std::size_t length = site.end - site.begin;
    if (length < 3 || length > kLongest) return;
    if (!sentence_.words.is_one_of(piece.words.begin,
                                   {"in", "at", "on", "near", "under", "beside", "between",
                                    "throughout", "along", "above", "below", "inside", "behind"}))
      return;
    // "in a common grave", "at the entrance to the hall": which?
    const bool named = sentence_.has_name(site);
    for (WordId at = site.begin; !named && at < site.end; ++at)
      if (sentence_.words.upos(at) == "DET") return;
    bool sited = false;
    for (const std::string_view one :
         {"bury",    "locate", "situate", "live",  "die",    "bear", "house",
          "display", "find",   "grow",    "stand", "hold",   "rise", "flow",
          "lie",     "base",   "sink",    "crash", "settle", "nest"})
      sited = sited || sentence_.token(verb->head).lemma == one;
    if (!sited || sentence_.value_at(piece.words.end - 1) != nullptr) return;
    // "More than 600,000 people live in …": others live elsewhere.
    if (const Piece* subject = statement_.find(Role::Subject);
        subject != nullptr && sentence_.value_at(subject->words.begin) != nullptr)
      return;
    put("where", piece, ask(told_, statement_, piece, {.words = "where"}), site, doubts_of(piece))
        .self_rated = length > kMostTyped;
  }

  /// Whether the piece is a named place, asked for or not.
  bool add_place(const Piece& piece) {
    constexpr WordId kLongest = 7;
    const auto& words = sentence_.words;
    if (!is_preposition(piece.words.begin) || piece.words.end - piece.words.begin > kLongest)
      return false;
    const bool rests = words.is_one_of(piece.words.begin, {"in", "at", "on", "near"});
    const bool moves = words.is_one_of(piece.words.begin, {"from", "to", "into"});
    if (!rests && !moves) return false;
    WordId begin = piece.words.begin + 1;
    if (words.is(begin, "the")) ++begin;
    const statements::Mention* mention = sentence_.mention_at(begin);
    if (mention == nullptr || mention->words.begin != begin ||
        mention->entity == discourse::kNoEntity)
      return false;
    const discourse::Entity& entity = told_.reading.entities.all[mention->entity];
    if (!patterns::is_capital(words.word(begin))) return false;  // "in south London"
    const std::string noun = class_of(told_, mention->entity);
    if (entity.kind != language::NameKind::Place && noun.empty()) return false;
    const bool alone = mention->words.end == piece.words.end;
    if (!alone && !is_wider_place(mention->words.end, piece.words.end)) return false;
    if (words.is_one_of(piece.words.end, {"where", "which"})) return true;  // more is told of it
    if (is_place(before(piece))) return true;  // "in Groningen, in the Netherlands": the wider one
    if (rests && is_behind_goal(piece)) return true;
    Wh wh;
    const std::string preposition(words.word(piece.words.begin));
    if (!noun.empty()) {
      wh.words = lowered(preposition) + " which " + noun;
    } else if (rests) {
      wh.words = "where";
    } else {
      return true;
    }
    const Words key{piece.words.begin + 1, mention->words.end};
    Statement without = statement_;
    std::erase_if(without.clause.pieces,
                  [&](const Piece& other) { return before(other) == &piece && is_place(&other); });
    const bool wider = without.clause.pieces.size() < statement_.clause.pieces.size();
    // Its place among the pieces is the same: the wider one stood behind it.
    Doubts doubts = doubts_of(piece);
    // "lived in Paris", without the war that is told: one of several places.
    note(doubts, Doubt::WherePassed, statement_.cut && is_event() && dates() == 0);
    Candidate& candidate = put("where", piece, ask(told_, without, piece, wh), key, doubts);
    candidate.entity = mention->entity;
    if (wider) candidate.card.accept.push_back(text(key) + ", " + text(wider_place(piece)));
    if (!alone) candidate.card.accept.push_back(text({piece.words.begin + 1, piece.words.end}));
    return true;
  }

  /// The piece that ends right before another one begins; nullptr for none.
  [[nodiscard]] const Piece* before(const Piece& piece) const {
    for (const Piece& other : statement_.clause.pieces) {
      if (other.words.end == piece.words.begin && other.head != piece.head) return &other;
      if (other.words.end + 1 == piece.words.begin && sentence_.words.is(other.words.end, ","))
        return &other;
    }
    return nullptr;
  }

  /// "to the Panthéon in Paris": of what stands before it.
  [[nodiscard]] bool is_behind_goal(const Piece& piece) const {
    const Piece* other = before(piece);
    return other != nullptr && other->role == Role::Adjunct &&
           sentence_.words.is_one_of(other->words.begin, {"to", "from", "into", "at", "near"});
  }

  [[nodiscard]] bool is_place(const Piece* piece) const {
    if (piece == nullptr || piece->role != Role::Adjunct) return false;
    if (!sentence_.words.is_one_of(piece->words.begin, {"in", "at", "on", "near"})) return false;
    const statements::Mention* mention = sentence_.mention_at(piece->words.end - 1);
    return mention != nullptr && mention->entity != discourse::kNoEntity &&
           told_.reading.entities.all[mention->entity].kind == language::NameKind::Place;
  }

  /// Without its preposition, the place behind the piece.
  [[nodiscard]] Words wider_place(const Piece& piece) const {
    for (const Piece& other : statement_.clause.pieces)
      if (before(other) == &piece && is_place(&other))
        return {other.words.begin + 1, other.words.end};
    return {};
  }

  static std::string lowered(std::string text) {
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] += 'a' - 'A';
    return text;
  }

  /// ", in the Netherlands", ", Switzerland"
  [[nodiscard]] bool is_wider_place(WordId begin, WordId end) const {
    for (WordId at = begin; at < end; ++at) {
      if (sentence_.mention_at(at) != nullptr) continue;
      if (!sentence_.words.is_one_of(at, {",", "in", "the"})) return false;
    }
    return true;
  }
};

}  // namespace

void add_when_and_where(const Told& told, Candidates& out) {
  add_by_statement<Rule>(told, out);
}

}  // namespace recto::questions
