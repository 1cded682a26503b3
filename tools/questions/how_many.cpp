// Counts, shares, sums, measures and ages.
#include <algorithm>
#include <array>

#include "tools/questions/name_class.h"
#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"

namespace recto::questions {
namespace {

using patterns::Measure;
using patterns::WordId;

class Rule : public StatementRule {
 public:
  using StatementRule::StatementRule;

  void add() {
    add_attribute();
    for (const Piece& piece : statement_.clause.pieces) {
      if (piece.chance < kLeastSure || !piece.put.empty()) continue;
      const SentenceValue* value = sentence_.value_at(piece.words.begin);
      if (value == nullptr || value->words.begin != piece.words.begin || value->attributive ||
          value->second_form || value->value.until)
        continue;
      if (piece.role == Role::Subject || piece.role == Role::Object ||
          piece.role == Role::Complement)
        add_value(piece, *value);
    }
  }

 private:
  /// "Oslo has a population of about 700,000": "What is the population of Oslo?"
  void add_attribute() {
    const Piece* subject = statement_.find(Role::Subject);
    const Piece* verb = statement_.find(Role::Verb);
    const Piece* object = statement_.find(Role::Object);
    if (subject == nullptr || verb == nullptr || object == nullptr || !subject->put.empty()) return;
    if (sentence_.token(verb->head).lemma != "have" || statement_.undated) return;
    const bool past = sentence_.words.xpos(verb->head) == "VBD";
    if (!past && sentence_.words.xpos(verb->head) != "VBZ") return;
    static constexpr std::array<std::string_view, 17> kAttributes{
        "population",  "area",   "length",     "height",      "width",    "depth",
        "diameter",    "mass",   "weight",     "speed",       "capacity", "radius",
        "temperature", "budget", "membership", "circulation", "volume"};
    const std::string& noun = sentence_.token(object->head).lemma;
    if (std::ranges::find(kAttributes, noun) == kAttributes.end()) return;
    if (!sentence_.words.is(object->head + 1, "of")) return;
    const SentenceValue* value = sentence_.value_at(object->words.end - 1);
    if (value == nullptr || value->words.begin != object->head + 2) return;
    const bool timed = std::ranges::any_of(
        statement_.clause.pieces, [](const Piece& piece) { return piece.role == Role::Adjunct; });
    if (past && !timed) return;
    statements::Writer writer(told_.reading, sentence_, statement_.clause.asides);
    writer.add(past ? "What was the" : "What is the");
    writer.add(noun);
    writer.add("of");
    writer.add(*subject);
    for (const Piece& piece : statement_.clause.pieces)
      if (piece.role == Role::Adjunct) writer.add(piece);
    put("attribute", asked_of(*object, *value), writer.sentence("?"), *value, {});
  }

  void add_value(const Piece& piece, const SentenceValue& value) {
    const Words rest{std::min(value.words.end, piece.words.end), piece.words.end};
    if (value.words.end > piece.words.end) return;
    switch (value.measure) {
      case Measure::Count: add_count(piece, value, rest); return;
      case Measure::Percent:
        if (sentence_.words.is(rest.begin, "of") && !rest.empty())
          put("share", piece, value,
              {.words = "what percentage", .rest = rest, .plural = piece.role == Role::Subject});
        return;
      case Measure::Money:
        if (piece.role == Role::Object && rest.empty() && is_paying())
          put("how-much", piece, value, {.words = "how much"});
        return;
      case Measure::Quantity:
      case Measure::Duration:
      case Measure::Age: add_measure(piece, value, rest); return;
      case Measure::Ordinal:
      case Measure::Offset:
      case Measure::Date:
      case Measure::Clock:
      case Measure::Score: return;
    }
  }

  /// "has four bridges", "there are 120 species of birds on the island"
  void add_count(const Piece& piece, const SentenceValue& value, Words rest) {
    if (!value.counted) return;
    if (!rest.holds(*value.counted) || !is_noun_phrase(rest)) return;
    const bool listed = has_conjunct(*value.counted);
    if (!is_existential()) {
      // "two goals and an assist"
      if (!listed)
        put("how-many", piece, value, {.words = "how many", .rest = rest, .plural = true});
      return;
    }
    const Words noun{rest.begin, end_of_noun(rest, *value.counted)};
    // "there are two centres located at …": told apart by where, not counted.
    if (sentence_.words.upos(noun.end) == "VERB") return;
    std::string stranded = listed ? "" : answer_of(told_, statement_, {noun.end, rest.end});
    put("how-many", piece, value,
        {.words = "how many", .rest = noun, .stranded = std::move(stranded), .plural = true});
  }

  /// "three large moons": adjectives stand between, no preposition.
  [[nodiscard]] bool is_noun_phrase(Words rest) const {
    for (WordId at = rest.begin; at < rest.end; ++at)
      if (sentence_.words.upos(at) == "PUNCT" && !sentence_.words.is_glued(at + 1)) return false;
    return sentence_.words.upos(rest.begin) == "ADJ" || sentence_.words.upos(rest.begin) == "NOUN";
  }

  /// "120 species of birds and 190 species of butterflies": each is a count of its own.
  [[nodiscard]] bool has_conjunct(WordId noun) const {
    for (WordId at = noun + 1; at < sentence_.words.size(); ++at)
      if (sentence_.words.head(at) == noun && sentence_.words.relation(at) == "conj") return true;
    return false;
  }

  /// Behind "species of birds": the noun and what belongs to it with "of".
  [[nodiscard]] WordId end_of_noun(Words rest, WordId noun) const {
    if (!sentence_.words.is(noun + 1, "of")) return noun + 1;
    WordId end = noun + 2;
    while (end < rest.end && !sentence_.words.is_one_of(end, {"and", "or", ","}) &&
           sentence_.words.upos(end) != "ADP")
      ++end;
    return end;
  }

  /// What happened, nobody says when, where or to what end.
  [[nodiscard]] bool is_of_a_day(const Piece& piece) const {
    const Piece* verb = statement_.find(Role::Verb);
    if (verb == nullptr || statement_.clause.passive || piece.role != Role::Object) return false;
    return sentence_.words.xpos(verb->head) == "VBD" && !tells_more(told_, statement_, piece);
  }

  [[nodiscard]] bool is_existential() const {
    const Piece* subject = statement_.find(Role::Subject);
    return subject != nullptr && sentence_.words.is(subject->head, "there");
  }

  [[nodiscard]] bool is_paying() const {
    const Piece* verb = statement_.find(Role::Verb);
    if (verb == nullptr) return false;
    const std::string& lemma = sentence_.token(verb->head).lemma;
    static constexpr std::array<std::string_view, 15> kPaying{
        "cost",    "pay",  "earn", "raise",  "spend",    "invest", "contribute", "donate",
        "receive", "lose", "save", "borrow", "generate", "charge", "owe"};
    return std::ranges::find(kPaying, lemma) != kPaying.end();
  }

  /// "is 324 metres tall", "was 20 years old"
  void add_measure(const Piece& piece, const SentenceValue& value, Words rest) {
    if (piece.role != Role::Complement || rest.end - rest.begin != 1) return;
    if (!sentence_.words.is_one_of(
            rest.begin, {"tall", "high", "long", "wide", "deep", "old", "thick", "broad", "heavy"}))
      return;
    put("how-" + std::string(sentence_.words.word(rest.begin)), piece, value,
        {.words = "how " + std::string(sentence_.words.word(rest.begin))});
  }

  /// The piece, as far as only the value is asked for.
  [[nodiscard]] static Piece asked_of(const Piece& piece, const SentenceValue& value) {
    Piece asked = piece;
    asked.words = value.words;
    return asked;
  }

  [[nodiscard]] Doubts doubts_of(const Piece& piece, const SentenceValue& value) const {
    Doubts doubts;
    note(doubts, Doubt::TellsLittle, tells_little(asked_of(piece, value)));
    note(doubts, Doubt::Undated, statement_.undated);
    note(doubts, Doubt::Elsewhere, !is_at_home(told_, statement_));
    note(doubts, Doubt::NoNewsOfMoney,
         value.measure == Measure::Money && !is_price_or_dated(told_, statement_));
    note(doubts, Doubt::OfGames,
         value.counted && is_game_count(sentence_.token(*value.counted).lemma));
    note(doubts, Doubt::BareEvent, is_of_a_day(piece));
    return doubts;
  }

  void put(const std::string& rule, const Piece& asked, std::string prompt,
           const SentenceValue& value, const Doubts& doubts) {
    out_.push_back(
        make_short(told_, index_, rule, asked, std::move(prompt), text(value.words), value.words));
    out_.back().value = &value;
    out_.back().doubts |= doubts;
  }

  void put(const std::string& rule, const Piece& piece, const SentenceValue& value, const Wh& wh) {
    put(rule, asked_of(piece, value), ask(told_, statement_, piece, wh), value,
        doubts_of(piece, value));
  }
};

}  // namespace

void add_how_many(const Told& told, Candidates& out) {
  add_by_statement<Rule>(told, out);
}

}  // namespace recto::questions
