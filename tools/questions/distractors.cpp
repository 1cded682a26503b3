#include "tools/questions/distractors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "content/base/fold.h"
#include "content/words/countries.h"
#include "content/words/number.h"
#include "content/words/people.h"
#include "tools/patterns/life_dates.h"
#include "tools/questions/name_class.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

using language::NameKind;
using patterns::Measure;

constexpr int kTries = 80;

/// The same candidate draws the same numbers: FNV-1a over its answer and sentence.
Random random_for(const Candidate& candidate) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : candidate.card.fact.text + candidate.card.answer) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return Random(hash);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The one number that a text shows in digits: "11.2" of "$11.2 billion".
struct Shown {
  std::size_t begin = 0;
  std::size_t end = 0;
  double amount = 0;
  int decimals = 0;
  bool grouped = false;
  double coarse = 0;  ///< a step that fits the unit: 24 for hours; 0: what the digits say
};

std::optional<Shown> number_in(const std::string& text) {
  Shown shown;
  shown.begin = text.find_first_of("0123456789");
  if (shown.begin == std::string::npos) return std::nullopt;
  shown.end = shown.begin;
  std::string digits;
  bool point = false;
  while (shown.end < text.size()) {
    const char c = text[shown.end];
    const bool inner = shown.end + 1 < text.size() && is_digit(text[shown.end + 1]);
    if (is_digit(c)) {
      digits += c;
      if (point) ++shown.decimals;
    } else if (c == ',' && inner) {
      shown.grouped = true;
    } else if (c == '.' && inner && !point) {
      point = true;
      digits += c;
    } else {
      break;
    }
    ++shown.end;
  }
  if (text.find_first_of("0123456789", shown.end) != std::string::npos) return std::nullopt;
  if (digits.size() > 15) return std::nullopt;
  shown.amount = std::stod(digits);
  // "72 hours", not 64
  if (text.find("hour") != std::string::npos && std::fmod(shown.amount, 24) == 0) shown.coarse = 24;
  return shown;
}

std::string written_like(double number, const Shown& like) {
  const double scale = std::pow(10.0, like.decimals);
  const auto whole = static_cast<std::int64_t>(std::llround(number * scale));
  std::string digits = std::to_string(whole);
  std::string fraction;
  if (like.decimals > 0) {
    while (digits.size() <= static_cast<std::size_t>(like.decimals))
      digits.insert(digits.begin(), '0');
    fraction = "." + digits.substr(digits.size() - static_cast<std::size_t>(like.decimals));
    digits.resize(digits.size() - static_cast<std::size_t>(like.decimals));
  }
  const bool groups = like.grouped || (like.amount < 1000 && number >= 10000);
  if (groups)
    for (std::size_t at = digits.size(); at > 3; at -= 3)
      digits.insert(at - 3, ",");
  return digits + fraction;
}

/// How coarse a number is: 270 → 10, 2,300 → 100, 11.2 → 0.1.
double step_of(const Shown& shown) {
  double step = std::pow(10.0, -shown.decimals);
  if (shown.decimals > 0 || shown.amount <= 0) return step;
  while (std::fmod(shown.amount, step * 10) == 0)
    step *= 10;
  return step;
}

/// 0.6 to 1.7 times the key, in its own steps.
double near_number(const Shown& key, Random& random) {
  const double side = random.below(2) == 0 ? -1.0 : 1.0;
  double step = key.coarse > 0 ? key.coarse : step_of(key);
  if (key.amount / step > 40) step *= 2;
  if (key.amount / step < 2) step /= 2;
  const double most = std::max(3.0, std::floor(key.amount / step * (side < 0 ? 0.45 : 0.65)));
  return key.amount +
         side * step * (1.0 + static_cast<double>(random.below(static_cast<std::uint64_t>(most))));
}

constexpr std::array<std::string_view, 21> kSmallNumbers{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

/// "four" → "three", "six": only where the answer begins with the number's word.
std::vector<std::string> near_words(const std::string& answer, Random& random, std::size_t count) {
  const std::size_t blank = std::min(answer.find(' '), answer.size());
  const std::string head = fold_case(answer.substr(0, blank));
  const auto* const found = std::ranges::find(kSmallNumbers, head);
  if (found == kSmallNumbers.end() || found - kSmallNumbers.begin() < 2) return {};
  const auto key = found - kSmallNumbers.begin();
  std::vector<std::string> options;
  for (int tries = 0; tries < kTries && options.size() < count; ++tries) {
    const auto offset = static_cast<std::ptrdiff_t>(random.below(7)) - 3;
    const auto other = key + offset;
    if (offset == 0 || other < 2 || other > 20) continue;
    std::string option =
        std::string(kSmallNumbers.at(static_cast<std::size_t>(other))) + answer.substr(blank);
    if (std::ranges::find(options, option) == options.end()) options.push_back(std::move(option));
  }
  return options;
}

/// "third" → "second", "fifth"
std::vector<std::string> near_ranks(const std::string& answer, Random& random, std::size_t count) {
  static constexpr std::array<std::string_view, 9> kRanks{
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
  const auto* const found = std::ranges::find(kRanks, answer);
  if (found == kRanks.end()) return {};
  std::vector<std::string> options;
  for (int tries = 0; tries < kTries && options.size() < count; ++tries) {
    const auto other = found - kRanks.begin() + static_cast<std::ptrdiff_t>(random.below(7)) - 3;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(kRanks.size())) continue;
    std::string option(kRanks.at(static_cast<std::size_t>(other)));
    if (option != answer && std::ranges::find(options, option) == options.end())
      options.push_back(std::move(option));
  }
  return options;
}

/// A date of the form with some parts drawn anew, and whether month or year is another.
std::pair<std::string, bool> near_date(const std::string& answer, const PlainWords& words,
                                       int latest, Random& random) {
  std::string text;
  std::size_t copied = 0;
  bool far = false;
  for (const Word& word : words) {
    const std::string own = answer.substr(word.span.begin, word.span.end - word.span.begin);
    std::string part = own;
    if (is_month_name(part) && random.below(2) == 0)
      part = month_name(1 + static_cast<int>(random.below(12)));
    if (word.kind == Word::Kind::Number && std::ranges::all_of(part, is_digit)) {
      if (part.size() <= 2) part = std::to_string(1 + random.below(28));
      if (part.size() == 4 && random.below(2) == 0) {
        const int year = std::stoi(part) + static_cast<int>(random.below(11)) - 5;
        part = std::to_string(std::min(year, latest));
      }
    }
    far = far || (part != own && part.size() > 2);
    text += answer.substr(copied, word.span.begin - copied) + part;
    copied = word.span.end;
  }
  return {text + answer.substr(copied), far};
}

/// "8 February 1700" → "17 March 1700", "8 February 1702": another month or year of the form, and
/// another day. Some days more or less are nothing that one learns.
std::vector<std::string> near_dates(const std::string& answer, int latest, Random& random,
                                    std::size_t count) {
  std::vector<std::string> dates;
  const PlainWords words = words_of(answer);
  for (int tries = 0; tries < kTries && dates.size() < count; ++tries) {
    auto [text, far] = near_date(answer, words, latest, random);
    if (far && std::ranges::find(dates, text) == dates.end()) dates.push_back(std::move(text));
  }
  return dates;
}

/// A year near `key`; a round or rough one has rivals of its own sort.
int near_year(int key, bool rough, int side, Random& random) {
  const auto pick = [&](int least, int most) {
    return least + static_cast<int>(random.below(static_cast<std::uint64_t>(most - least + 1)));
  };
  // "about 1200" and 1180 are the same.
  if (rough) return key + side * std::max(20, key / 20) * pick(2, 5);
  // A round year may be a rough one: its rivals are round, too.
  if (key % 10 == 0 && key < 1900) return key + side * 10 * pick(1, 4);
  return key + side * pick(1, key < 1500 ? 60 : 14);
}

/// "st" of "21st"
std::string_view ordinal_ending(int number) {
  const bool teen = number > 10 && number < 14;
  if (teen) return "th";
  switch (number % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
  }
}

/// Years, decades ("1830s") and centuries ("14th century").
std::optional<std::string> near_time(const std::string& answer, const SentenceValue& value,
                                     int latest, Random& random) {
  const auto shown = number_in(answer);
  if (!shown) return std::nullopt;
  std::string after = answer.substr(shown->end);
  const int key = static_cast<int>(shown->amount);
  const int side = random.below(2) == 0 ? -1 : 1;
  int other = 0;
  switch (value.value.date.precision) {
    case Date::Precision::Year:
      other = near_year(key, value.value.hedge != Hedge::None, side, random);
      break;
    case Date::Precision::Decade:
      other = key + side * 10 * static_cast<int>(1 + random.below(5));
      if (other % 100 == 0) return std::nullopt;  // "the 1800s" may be a century
      break;
    case Date::Precision::Century:
      other = key + side * static_cast<int>(1 + random.below(2));
      if (other < 2 || other > latest / 100 + 1 || after.size() < 2) return std::nullopt;
      after.replace(0, 2, ordinal_ending(other));
      break;
    default: return std::nullopt;
  }
  if (other > latest || other <= 0 || other == key) return std::nullopt;
  return answer.substr(0, shown->begin) + std::to_string(other) + after;
}

/// "over 200", "by 1859": what is less, or later, is right as well.
bool has_one_place(const Candidate& candidate) {
  const SentenceValue& value = *candidate.value;
  if (value.value.hedge != Hedge::None && value.value.hedge != Hedge::About &&
      value.value.hedge != Hedge::Nearly)
    return false;
  for (const std::string_view open : {" by ", "By ", "since ", "Since ", "until ", "Until ",
                                      " over ", "more than ", "at least ", " from about "})
    for (const std::string& text : {candidate.card.prompt, candidate.card.explanation}) {
      const std::size_t at = text.find(std::string(open) + std::string(kGap));
      if (at != std::string::npos) return false;
    }
  for (const std::string_view head : {"By what", "Since what", "Until what", "According"})
    if (candidate.card.prompt.starts_with(head)) return head == "According";
  return true;
}

/// "the United States": names that need an article.
bool needs_article(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kParts{
      "United",  "Netherlands", "Philippines", "Republic",  "Islands", "Emirates",
      "Bahamas", "Maldives",    "Gambia",      "Territory", "Kingdom", "Territories"};
  static constexpr std::array<std::string_view, 6> kShort{"US", "USA", "U.S.", "UK", "UAE", "U.K."};
  if (std::ranges::find(kShort, name) != kShort.end()) return true;
  return std::ranges::any_of(
      kParts, [&](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

bool overlaps(const std::string& a, const std::string& b) {
  const PlainWords words_a = words_of(a);
  const PlainWords words_b = words_of(b);
  return std::ranges::any_of(words_a, [&](const Word& one) {
    return one.kind != Word::Kind::Mark && !is_function_word(one.folded) &&
           std::ranges::any_of(words_b, [&](const Word& other) { return other.is(one.folded); });
  });
}

/// Runs of digits with their inner marks: "1,500".
void add_numbers(std::string_view text, std::set<std::string, std::less<>>& numbers) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && (is_digit(text[at]) || text[at] == ',' || text[at] == '.'))
      ++at;
    const std::size_t last = text.find_last_of("0123456789", at - 1);
    numbers.emplace(text.substr(begin, last + 1 - begin));
  }
}

}  // namespace

Rivals::Rivals(const Told& told) : told_(&told) {
  constexpr language::Chance kSureKind = 0.7F;
  const auto& all = told.reading.entities.all;
  for (EntityId id = 0; id < all.size(); ++id) {
    for (const std::string& form : all[id].forms)
      names_.insert(fold_case(form));
    if (all[id].kind_chance < kSureKind || (told.reading.topic && id == *told.reading.topic))
      continue;
    by_kind_[all[id].kind].push_back(id);
  }
  for (const ReadSentence& sentence : told.reading.sentences) {
    add_numbers(sentence.words.text(), numbers_);
    add_life(sentence);
    for (const SentenceValue& value : sentence.values)
      if (value.measure == Measure::Date && value.value.date.year <= 2200 &&
          value.value.date.precision != Date::Precision::Century)
        latest_year_ = std::max(latest_year_, value.value.date.year);
  }
}

void Rivals::add_life(const ReadSentence& sentence) {
  if (!told_->reading.topic) return;
  for (const patterns::LifeDates& life :
       patterns::find_life_dates(sentence.words, told_->knowledge.lexicon)) {
    const statements::Mention* mention = sentence.mention_at(life.name.begin);
    if (mention == nullptr || mention->entity != *told_->reading.topic) continue;
    if (life.birth) born_ = life.birth->date.year;
    if (life.death) died_ = life.death->date.year;
  }
}

bool Rivals::is_in_life(const Candidate& candidate, int year) const {
  constexpr int kGrownUp = 14;
  const bool own =
      candidate.card.made_by.ends_with(".born") || candidate.card.made_by.ends_with(".died");
  if (own) return true;
  if (born_ && year < *born_ + kGrownUp) return false;
  return !died_ || year <= *died_;
}

std::vector<std::string> Rivals::options(const Candidate& candidate, std::size_t count) const {
  if (candidate.value != nullptr && !has_one_place(candidate)) return {};
  if (candidate.value != nullptr) return values(candidate, count);
  return candidate.entity ? names(candidate, count) : std::vector<std::string>();
}

std::vector<std::string> Rivals::values(const Candidate& candidate, std::size_t count) const {
  Random random = random_for(candidate);
  const std::string& answer = candidate.card.answer;
  const SentenceValue& value = *candidate.value;
  if (value.measure == Measure::Date) {
    const int latest = std::max(latest_year_, value.value.date.year);
    const auto precision = value.value.date.precision;
    if (precision == Date::Precision::Day || precision == Date::Precision::Month)
      return near_dates(answer, latest, random, count);
    return times(candidate, latest, random, count);
  }
  if (value.measure == Measure::Ordinal) return near_ranks(answer, random, count);
  const auto shown = number_in(answer);
  if (!shown) return near_words(answer, random, count);
  std::vector<std::string> options;
  for (int tries = 0; tries < kTries && options.size() < count; ++tries) {
    const double number = near_number(*shown, random);
    const std::string digits = written_like(number, *shown);
    // "1 hours"
    if (number <= 0 || digits == "1" || numbers_.contains(digits)) continue;
    if (value.measure == Measure::Percent && number >= 100) continue;
    std::string option = answer.substr(0, shown->begin) + digits + answer.substr(shown->end);
    if (option != answer && std::ranges::find(options, option) == options.end())
      options.push_back(std::move(option));
  }
  return options;
}

/// Years, decades and centuries that the article does not have.
std::vector<std::string> Rivals::times(const Candidate& candidate, int latest, Random& random,
                                       std::size_t count) const {
  std::vector<std::string> options;
  for (int tries = 0; tries < kTries && options.size() < count; ++tries) {
    auto option = near_time(candidate.card.answer, *candidate.value, latest, random);
    const auto shown = option ? number_in(*option) : std::nullopt;
    if (!shown || numbers_.contains(option->substr(shown->begin, shown->end - shown->begin)) ||
        !is_in_life(candidate, static_cast<int>(shown->amount)))
      continue;
    if (std::ranges::find(options, *option) == options.end()) options.push_back(*std::move(option));
  }
  return options;
}

namespace {

bool is_behind_in(const Candidate& candidate) {
  const std::size_t gap = candidate.card.prompt.find(kGap);
  if (gap == std::string::npos) return false;
  const std::string before = candidate.card.prompt.substr(0, gap);
  static constexpr std::array<std::string_view, 4> kWords{" in ", " in the ", " by ", " at "};
  return std::ranges::any_of(kWords, [&](std::string_view word) { return before.ends_with(word); });
}

}  // namespace

std::vector<std::string> Rivals::names(const Candidate& candidate, std::size_t count) const {
  const std::string noun = class_of(*told_, *candidate.entity);
  // "southeast of ____", "with ____": several places may fit.
  if (candidate.card.made_by.ends_with("cloze.name") && !is_behind_in(candidate)) return {};
  if (is_told_where(candidate)) return {};
  std::vector<std::string> options = from_article(candidate, noun, count);
  if (options.size() < count && !noun.empty())
    for (std::string& option : from_lexicon(candidate, noun)) {
      if (options.size() >= count) break;
      if (std::ranges::find(options, option) == options.end()) options.push_back(std::move(option));
    }
  if (options.size() > count) options.resize(count);
  return options;
}

/// "Which city in Fife": those elsewhere are out at once.
bool Rivals::is_told_where(const Candidate& candidate) const {
  const auto& all = told_->reading.entities.all;
  if (all[*candidate.entity].kind != NameKind::Place) return false;
  const ReadSentence& sentence = told_->reading.sentences[*candidate.sentence];
  return std::ranges::any_of(sentence.mentions, [&](const statements::Mention& mention) {
    return mention.entity != discourse::kNoEntity && mention.entity != *candidate.entity &&
           all[mention.entity].kind == NameKind::Place && mention.words.begin > 0 &&
           sentence.words.is_one_of(mention.words.begin - 1, {"in", "of", "near"}) &&
           candidate.card.prompt.find(sentence.words.text(mention.words)) != std::string::npos;
  });
}

namespace {

/// "César Award for Best", "ʒan mɔʁo": found as persons, and none.
bool is_personal(std::string_view name) {
  constexpr std::size_t kMostNames = 4;
  // "ADA LEMMON", as speakers stand in transcripts: told apart by its form.
  if (std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  std::size_t names = 0;
  for (const Word& word : words_of(name)) {
    if (word.kind == Word::Kind::Mark) continue;
    ++names;
    const char first = name[word.span.begin];
    const bool particle = is_name_particle(word.folded);
    const bool capital =
        (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) == 0xC3;
    if (!capital && !particle) return false;
  }
  return names <= kMostNames;
}

}  // namespace

/// Whether the entity could be the key: of its kind, class and gender, and with as many names.
bool Rivals::is_alike(const Candidate& candidate, EntityId id, const std::string& noun) const {
  const auto& all = told_->reading.entities.all;
  const discourse::Entity& key = all[*candidate.entity];
  const discourse::Entity& entity = all[id];
  if (key.kind != NameKind::Person) return class_of(*told_, id) == noun;
  if (entity.gender != key.gender && entity.gender != discourse::Gender::Unknown &&
      key.gender != discourse::Gender::Unknown)
    return false;
  const bool single = entity.name.find(' ') == std::string::npos;
  return single == (candidate.card.answer.find(' ') == std::string::npos);
}

/// Names of the article of the key's kind and class that its sentence does not have.
std::vector<std::string> Rivals::from_article(const Candidate& candidate, const std::string& noun,
                                              std::size_t count) const {
  constexpr std::size_t kMostTries = 100;  // an article of a thousand names costs no more
  const auto& all = told_->reading.entities.all;
  const discourse::Entity& key = all[*candidate.entity];
  const std::string evidence =
      fold_case(told_->reading.sentences[*candidate.sentence].words.text());
  std::vector<std::string> options;
  if (key.kind == NameKind::Other || key.kind == NameKind::Work) return options;
  if (key.kind != NameKind::Person && noun.empty()) return options;
  const auto alike = by_kind_.find(key.kind);
  if (alike == by_kind_.end()) return options;
  std::size_t tries = 0;
  for (const EntityId id : alike->second) {
    if (options.size() >= count || ++tries > kMostTries) break;
    const discourse::Entity& entity = all[id];
    if (id == *candidate.entity || !is_alike(candidate, id, noun)) continue;
    if (key.kind == NameKind::Person && !is_personal(entity.name)) continue;
    if (overlaps(entity.name, candidate.card.answer) ||
        overlaps(entity.name, candidate.card.prompt) ||
        needs_article(entity.name) != needs_article(candidate.card.answer))
      continue;
    const bool here = std::ranges::any_of(entity.forms, [&](const std::string& form) {
      return evidence.find(fold_case(form)) != std::string::npos;
    });
    if (!here && fold_case(candidate.card.prompt).find(fold_case(entity.name)) == std::string::npos)
      options.push_back(entity.name);
  }
  return options;
}

namespace {

/// Countries of the same part of the world.
std::vector<std::string> neighbours(const Lexicon& lexicon, const std::string& name) {
  std::vector<std::string> found;
  const auto country = find_country(lexicon, name);
  const auto region = country ? region_of(lexicon, country->subcontinent) : std::nullopt;
  if (!region) return found;
  for (const std::string_view code : region->countries)
    if (const auto other = country_of(lexicon, code); other && other->code != country->code)
      found.emplace_back(other->name);
  return found;
}

/// Other instances of the class that the name is one of.
std::vector<std::string> sisters(const Lexicon& lexicon, const std::string& name) {
  constexpr std::size_t kLongest = 18;
  std::vector<std::string> found;
  for (const Sense& sense : lexicon.senses(name, PartOfSpeech::Noun)) {
    if (!lexicon.synset(sense.synset).instance) continue;
    for (const SynsetId sister : lexicon.sisters(sense.synset))
      if (const auto names = lexicon.names(sister);
          !names.empty() && names.front().size() < kLongest)
        found.push_back(names.front());
    break;
  }
  return found;
}

}  // namespace

/// Countries of the same region, other instances of the same class.
std::vector<std::string> Rivals::from_lexicon(const Candidate& candidate,
                                              const std::string& noun) const {
  static constexpr std::array<std::string_view, 7> kListed{
      "river", "planet", "continent", "ocean", "state", "language", "lake"};
  const Lexicon& lexicon = told_->knowledge.lexicon;
  const std::string& name = told_->reading.entities.all[*candidate.entity].name;
  std::vector<std::string> found;
  if (noun == "country")
    found = neighbours(lexicon, name);
  else if (std::ranges::find(kListed, noun) != kListed.end())
    found = sisters(lexicon, name);
  Random random = random_for(candidate);
  random.shuffle(found);
  std::erase_if(found, [&](const std::string& option) {
    return overlaps(option, candidate.card.answer) || names_.contains(fold_case(option)) ||
           needs_article(option) != needs_article(candidate.card.answer);
  });
  return found;
}

}  // namespace recto::questions
