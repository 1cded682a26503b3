// C13: a gap for one value or name of a statement.
#include <algorithm>

#include "content/words/inflection.h"
#include "tools/patterns/names.h"
#include "tools/questions/name_class.h"
#include "tools/questions/rules.h"
#include "tools/questions/statement_rule.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

using language::NameKind;
using patterns::Measure;
using patterns::WordId;

constexpr std::size_t kMostWords = 30;
constexpr language::Chance kSureKind = 0.6F;
constexpr double kSmallestCount = 3;

std::string hint_for(const SentenceValue& value) {
  switch (value.measure) {
    case Measure::Date:
      switch (value.value.date.precision) {
        case Date::Precision::Year: return "a year";
        case Date::Precision::Month: return "a month and year";
        case Date::Precision::Decade: return "a decade";
        case Date::Precision::Century: return "a century";
        default: return "a date";
      }
    case Measure::Money: return "an amount of money";
    case Measure::Percent: return "a percentage";
    case Measure::Count: return "a number";
    case Measure::Age: return "an age";
    case Measure::Ordinal: return "a rank";
    case Measure::Duration: return "a length of time";
    case Measure::Quantity: return "a quantity";
    default: return {};
  }
}

class Rule : public StatementRule {
 public:
  using StatementRule::StatementRule;

  void add() {
    if (count_words(statement_.text) > kMostWords) return;
    for (const Piece& piece : statement_.clause.pieces) {
      if (!piece.put.empty()) continue;
      for (const SentenceValue& value : sentence_.values)
        if (piece.words.holds(value.words.begin) && value.words.end <= piece.words.end)
          add_value(piece, value);
      for (const statements::Mention& mention : sentence_.mentions)
        if (piece.words.holds(mention.words.begin) && mention.words.end <= piece.words.end)
          add_name(piece, mention);
    }
  }

 private:
  [[nodiscard]] bool is_aside(Words words) const {
    return statement_.clause.asides[words.begin] || statement_.clause.asides[words.end - 1];
  }

  /// The value without what hedges it: "672,000" of "approximately 672,000".
  [[nodiscard]] Words core_of(const SentenceValue& value) const {
    Words core = value.words;
    // "400 BCE": the era is told.
    if (core.end - core.begin > 1 &&
        sentence_.words.is_one_of(core.end - 1, {"bc", "bce", "ad", "ce", "b.c.", "a.d."}))
      --core.end;
    if (value.value.hedge == Hedge::None) return core;
    const auto is_core = [&](WordId at) {
      return sentence_.words.upos(at) == "NUM" || sentence_.words.upos(at) == "SYM" ||
             sentence_.words.xpos(at) == "$";
    };
    while (core.begin + 1 < core.end && !is_core(core.begin))
      ++core.begin;
    return core;
  }

  /// "the third biggest city"
  [[nodiscard]] bool is_rank(const SentenceValue& value) const {
    return value.words.end - value.words.begin == 1 &&
           sentence_.words.xpos(value.words.end) == "JJS" &&
           to_double(value.value.amount.number) <= 12;
  }

  [[nodiscard]] bool has_had() const {
    return std::ranges::any_of(statement_.clause.pieces, [&](const Piece& piece) {
      return piece.role == Role::Auxiliary && sentence_.words.is(piece.words.begin, "had");
    });
  }

  [[nodiscard]] bool counts_games(const SentenceValue& value) const {
    return value.counted && is_game_count(sentence_.token(*value.counted).lemma);
  }

  /// "30 of Boeing's jets", "a population of 300,000"
  [[nodiscard]] bool is_counted_otherwise(const SentenceValue& value) const {
    if (sentence_.words.is(value.words.end, "of"))
      return sentence_.value_at(value.words.end + 1) == nullptr;
    const Piece* subject = statement_.find(Role::Subject);
    return subject != nullptr && sentence_.words.is_one_of(subject->head, {"population", "number",
                                                                           "total", "membership"});
  }

  [[nodiscard]] bool is_one_of_dates(const SentenceValue& value) const {
    const auto joins = [&](WordId at) {
      return sentence_.words.is_one_of(at, {"and", "or", "&", ","});
    };
    const auto is_date = [&](WordId at) {
      const SentenceValue* other = sentence_.value_at(at);
      return other != nullptr && other->measure == Measure::Date;
    };
    return (joins(value.words.end) && is_date(value.words.end + 1)) ||
           (value.words.begin > 1 && joins(value.words.begin - 1) &&
            is_date(value.words.begin - 2));
  }

  [[nodiscard]] bool is_worth_a_gap(const SentenceValue& value) const {
    // "Seven Days": a title.
    const std::string_view head = sentence_.words.word(value.words.begin);
    if (value.words.begin > 0 && patterns::is_capital(head) && value.measure != Measure::Date)
      return false;
    // "after 1949": any later year.
    if (value.measure == Measure::Date && value.words.begin > 0 &&
        sentence_.words.is_one_of(value.words.begin - 1, {"after", "before", "throughout"}))
      return false;
    // "in 1861 and 1862": one of two.
    if (value.measure == Measure::Date && is_one_of_dates(value)) return false;
    if (sentence_.words.is(value.words.end, "per")) return false;  // "five days per week"
    const bool rank = value.measure == Measure::Ordinal;
    if (value.second_form || (value.attributive && !rank) || !value.whole_words) return false;
    switch (value.measure) {
      case Measure::Count:
        return (value.counted || is_counted_otherwise(value)) && !value.value.until &&
               to_double(value.value.amount.number) >= kSmallestCount &&
               !sentence_.words.is(value.words.begin - (value.words.begin > 0 ? 1 : 0), "the");
      case Measure::Date:
        return value.value.date.year != 0 && !value.value.until_date &&
               value.value.date.part == Date::Part::Whole;
      case Measure::Age:
      case Measure::Money:
      case Measure::Quantity: return !value.value.until;
      case Measure::Percent:
        // "are down 2.6 percent": since when?
        return !value.value.until && !sentence_.words.is_one_of(value.words.end, {"up", "down"}) &&
               !(value.words.begin > 0 &&
                 sentence_.words.is_one_of(value.words.begin - 1, {"up", "down"}));
      case Measure::Ordinal: return is_rank(value);
      case Measure::Duration: return !value.value.until && value.words.end - value.words.begin > 1;
      default: return false;
    }
  }

  void add_value(const Piece& piece, const SentenceValue& value) {
    if (is_aside(value.words) || !is_worth_a_gap(value)) return;
    const bool dated = value.measure == Measure::Date;
    // "had become so by 1859": from when on, nobody knows.
    if (dated && value.words.begin > 0 && sentence_.words.is(value.words.begin - 1, "by") &&
        has_had())
      return;
    // When a study was published is nothing to learn.
    if (piece.role == Role::Subject && dated) return;
    if (dated && is_count_of_people(told_, statement_)) return;
    if (value.measure == Measure::Age && (piece.role == Role::Subject || statement_.clause.copular))
      return;
    const Words key = core_of(value);
    // A number that hangs together with its noun by a hyphen is one word with it.
    if (key.end < sentence_.words.size() && sentence_.words.is(key.end, "-")) return;
    Doubts doubts;
    note(doubts, Doubt::Undated, statement_.undated && !dated);
    note(doubts, Doubt::BareEvent,
         (dated && piece.role == Role::Adjunct && is_bare_event(told_, statement_, piece)) ||
             (!dated && is_of_a_day(piece, value)));
    note(doubts, Doubt::PassingLife, is_passing_life(told_, statement_));
    note(doubts, Doubt::Elsewhere, !is_at_home(told_, statement_));
    note(doubts, Doubt::NoNewsOfMoney,
         value.measure == Measure::Money && !is_price_or_dated(told_, statement_));
    note(doubts, Doubt::OfGames, counts_games(value));
    // Prices and stands of the day.
    note(doubts, Doubt::GoesOn,
         sentence_.words.xpos(statement_.clause.predicate) == "VBG" && !dated);
    put("value", gap_piece(piece, value.words), key, hint_for(value), doubts);
    out_.back().value = &value;
  }

  /// What happened one day, without when, where or to what end.
  [[nodiscard]] bool is_of_a_day(const Piece& piece, const SentenceValue& value) const {
    return sentence_.words.xpos(statement_.clause.predicate) == "VBD" &&
           !statement_.clause.copular &&
           !tells_more(told_, statement_, gap_piece(piece, value.words));
  }

  /// The piece itself where the gap is all of it, else a piece that only takes the gap.
  [[nodiscard]] static Piece gap_piece(const Piece& piece, Words gap) {
    Piece only = piece;
    only.words = gap;
    return only;
  }

  void add_name(const Piece& piece, const statements::Mention& mention) {
    if (mention.entity == discourse::kNoEntity || is_aside(mention.words)) return;
    if (piece.chance < kLeastSure) return;
    const discourse::Entity& entity = told_.reading.entities.all[mention.entity];
    if (!can_be_gap(mention, entity)) return;
    const std::string hint = hint_for_name(mention.entity);
    if (hint.empty()) return;
    put("name", gap_piece(piece, mention.words), mention.words, hint, doubts_of(piece, mention));
    out_.back().entity = mention.entity;
  }

  [[nodiscard]] static bool is_known(const discourse::Entity& entity) {
    return entity.kind_chance >= kSureKind && entity.kind != NameKind::Other;
  }

  /// Whether the name is whole, stands alone and is not told elsewhere.
  [[nodiscard]] bool can_be_gap(const statements::Mention& mention,
                                const discourse::Entity& entity) const {
    constexpr language::Chance kSurePerson = 0.85F;
    if (entity.kind == NameKind::Person &&
        (!is_known(entity) || entity.name.find(' ') == std::string::npos ||
         (entity.kind_chance < kSurePerson && entity.gender == discourse::Gender::Unknown)))
      return false;
    const auto& words = sentence_.words;
    const WordId head = mention.words.end - 1;
    if (words.relation(head) == "compound" || words.relation(head) == "amod") return false;
    if (words.is_one_of(mention.words.end, {"'s", "’s", "-", "'", "’"})) return false;
    // "World War | II"
    if (const std::string_view next = words.word(mention.words.end);
        words.upos(mention.words.end) == "PROPN" || words.upos(mention.words.end) == "NUM" ||
        (patterns::is_capital(next) && words.upos(mention.words.end) == "ADJ"))
      return false;
    return !is_in_list(mention) && !stands_elsewhere(entity, mention);
  }

  /// Whether the statement is about the name: no example, no place by the way, no bystander's deed.
  [[nodiscard]] Doubts doubts_of(const Piece& piece, const statements::Mention& mention) const {
    Doubts doubts;
    note(doubts, Doubt::AnswerIsTopic, is_topic(told_, sentence_, mention.words));
    note(doubts, Doubt::OfGames, is_of_games(sentence_.token(statement_.clause.predicate).lemma));
    note(doubts, Doubt::Example, is_one_of_many(mention) || is_example());
    note(doubts, Doubt::Elsewhere, !is_at_home(told_, statement_));
    note(doubts, Doubt::BehindOther,
         belongs_to_name(mention) || is_in_apposition(mention) || is_wider_place(mention));
    note(doubts, Doubt::WherePassed, is_mere_country(piece, mention));
    const Piece* subject = statement_.find(Role::Subject);
    const statements::Mention* who =
        subject != nullptr ? name_that_is(sentence_, subject->words) : nullptr;
    note(doubts, Doubt::ByBystander, who != nullptr && is_bystander(told_, who->entity));
    return doubts;
  }

  /// "in the United States" is where it happened, hardly what it was about.
  [[nodiscard]] bool is_mere_country(const Piece& piece, const statements::Mention& mention) const {
    const bool inside =
        mention.words.begin > 0 && sentence_.words.is(mention.words.begin - 1, "in");
    return inside && piece.role == Role::Adjunct && !statement_.clause.passive &&
           told_.reading.entities.all[mention.entity].kind == NameKind::Place &&
           class_of(told_, mention.entity) == "country";
  }

  /// "a river", "a person"; empty where nobody knows.
  [[nodiscard]] std::string hint_for_name(EntityId id) const {
    constexpr language::Chance kSureHint = 0.8F;
    const discourse::Entity& entity = told_.reading.entities.all[id];
    if (entity.kind == NameKind::Person) return "a person";
    if (const std::string& noun = class_of(told_, id); !noun.empty())
      return std::string(indefinite_article(noun)) + ' ' + noun;
    if (!is_known(entity) || entity.kind_chance < kSureHint) return {};
    if (entity.kind == NameKind::Place) return "a place";
    return entity.kind == NameKind::Organisation ? "an organisation" : std::string();
  }

  /// "St. Andrews University in ____": where a named thing stands is no news of the statement.
  [[nodiscard]] bool belongs_to_name(const statements::Mention& mention) const {
    constexpr int kDeepest = 4;
    const auto& words = sentence_.words;
    WordId at = mention.words.end - 1;
    for (int step = 0; step < kDeepest && at < words.size(); ++step) {
      const std::string_view relation = words.relation(at);
      const WordId owner = words.head(at);
      if (owner >= words.size() || (step > 0 && !relation.starts_with("nmod"))) return false;
      if (!mention.words.holds(owner)) {
        if (!relation.starts_with("nmod")) return false;
        if (sentence_.mention_at(owner) != nullptr) return true;
      }
      at = owner;
    }
    return false;
  }

  /// "in Groningen in the ____": where the place before it lies, gives it away.
  [[nodiscard]] bool is_wider_place(const statements::Mention& mention) const {
    const auto& words = sentence_.words;
    WordId before = mention.words.begin;
    while (before > 0 && words.is_one_of(before - 1, {"the", "in", ","}))
      --before;
    if (before == mention.words.begin || before == 0) return false;
    const statements::Mention* other = sentence_.mention_at(before - 1);
    return other != nullptr && other->entity != discourse::kNoEntity &&
           told_.reading.entities.all[other->entity].kind == NameKind::Place;
  }

  /// "his patron, X": what is told besides; asked for only where it is about the title's subject.
  [[nodiscard]] bool is_in_apposition(const statements::Mention& mention) const {
    const auto& words = sentence_.words;
    const WordId head = mention.words.end - 1;
    if (words.relation(head) != "appos") return false;
    const WordId owner = words.head(head);
    return owner < words.size() && !is_topic(told_, sentence_, {owner, owner + 1});
  }

  /// "governments like the United States"
  [[nodiscard]] bool is_one_of_many(const statements::Mention& mention) const {
    const auto& words = sentence_.words;
    WordId before = mention.words.begin;
    while (before > 0 && (words.is(before - 1, "the") || words.upos(before - 1) == "ADJ"))
      --before;
    return before > 0 &&
           words.is_one_of(before - 1, {"like", "as", "including", "writers", "e.g."});
  }

  [[nodiscard]] bool is_in_list(const statements::Mention& mention) const {
    const auto& words = sentence_.words;
    const auto joins = [&](WordId at) { return words.is_one_of(at, {"and", "or", "&", ","}); };
    if (mention.words.begin > 0 && joins(mention.words.begin - 1)) return true;
    if (words.is(mention.words.end, ","))
      return sentence_.mention_at(mention.words.end + 1) != nullptr;
    return joins(mention.words.end);
  }

  /// Another mention of it in the statement gives the gap away.
  [[nodiscard]] bool stands_elsewhere(const discourse::Entity& entity,
                                      const statements::Mention& gap) const {
    return std::ranges::any_of(sentence_.mentions, [&](const statements::Mention& mention) {
      return mention.words.begin != gap.words.begin && mention.entity != discourse::kNoEntity &&
             &told_.reading.entities.all[mention.entity] == &entity;
    });
  }

  void put(std::string_view rule, const Piece& asked, Words key, std::string hint,
           const Doubts& doubts) {
    Candidate candidate;
    candidate.asked = asked;
    candidate.doubts = doubts;
    note(candidate.doubts, Doubt::TellsLittle, tells_little(asked));
    candidate.card =
        make_card(CardKind::Cloze, sentence_, rule,
                  statements::write(statement_, told_.reading, {{key, std::string(kGap)}}),
                  answer_of(told_, statement_, key));
    candidate.card.hint = std::move(hint);
    set_statement(told_, index_, candidate);
    candidate.key = key;
    out_.push_back(std::move(candidate));
  }
};

}  // namespace

void add_clozes(const Told& told, Candidates& out) {
  add_by_statement<Rule>(told, out);
  add_by_statement<Rule>(told, out, Of::WholeSentences);
}

}  // namespace recto::questions
