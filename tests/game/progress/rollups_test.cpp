// The sums that lists and statistics are read from: tests of game/progress/rollups.cpp and
// statistics.cpp. Each is compared with a second, simple count.
#include "game/progress/rollups.h"

#include <algorithm>
#include <map>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Phase;
using memory::Rating;
using progress::DayOfAnswers;
using progress::Store;

namespace {

const std::vector<DeckId> kDecks = {{"bridges"}, {"tunnels"}};

/// An answer that stood or was taken back, as the test remembers it.
struct Given {
  study::Answered answered;
  progress::Rules rules;
  std::optional<Instant> undone;
};

progress::Rules random_rules(Random& random) {
  progress::Rules rules;
  rules.day.utc_offset = std::chrono::minutes(static_cast<int>(random.below(27)) * 60 - 720);
  return rules;
}

/// A decision about one of a deck's facts; some are taken back.
void decide(Store& store, const DeckId& deck, Instant now, Random& random) {
  using Kind = study::Changed::Kind;
  const auto item = test::value(store.items(deck)).at(random.below(12));
  const auto kind = static_cast<Kind>(random.below(5));
  if (kind == Kind::SetDue && item.state.phase == Phase::New) return;
  const study::Day today = study::day_of(now, {});
  const bool is_day = kind == Kind::Bury || kind == Kind::SetDue;
  const int most = is_day ? 40 : 3;
  const int value = static_cast<int>(random.below(static_cast<std::uint64_t>(most)));
  const auto changed = test::change_of(item, kind, is_day ? today + value : value);
  test::value(store.change(changed, now));
  if (random.below(4) == 0) test::value(store.take_back(changed, now));
}

/// Some weeks of answers and decisions in two decks, in changing time zones; some are taken back.
std::vector<Given> live(Store& store, Random& random, bool decides = true) {
  std::vector<Given> given;
  for (const DeckId& deck : kDecks)
    test::value(store.add(test::sample_deck(deck.text, 12), test::kStart));
  Instant now = test::kStart;
  for (int i = 0; i < 80; ++i) {
    now += std::chrono::minutes(random.below(900));
    const progress::Rules rules = random_rules(random);
    const auto rating = static_cast<Rating>(1 + random.below(4));
    const DeckId& deck = kDecks[random.below(2)];
    if (decides && random.below(3) == 0) decide(store, deck, now, random);
    const auto answered = test::answer(store, deck, random.below(12), rating, now, rules);
    given.push_back({answered, rules, {}});
    if (random.below(5) != 0) continue;
    now += std::chrono::hours(random.below(30));
    test::value(store.take_back(answered, now));
    given.back().undone = now;
  }
  return given;
}

std::vector<DayOfAnswers> counted_simply(const std::vector<Given>& given,
                                         const std::optional<DeckId>& deck) {
  std::map<study::Day, DayOfAnswers> days;
  const auto at = [&](Instant moment, const progress::Rules& rules) -> DayOfAnswers& {
    const study::Day day = study::day_of(moment, rules.day);
    days[day].day = day;
    return days[day];
  };
  for (const auto& [answered, rules, undone] : given) {
    if (deck && answered.deck != *deck) continue;
    DayOfAnswers& day = at(answered.at, rules);
    if (undone) {
      ++at(*undone, rules).undone;
      continue;
    }
    auto& ratings = answered.before.phase == Phase::Review ? day.review : day.learning;
    ++ratings.at(static_cast<std::size_t>(answered.rating) - 1);
    if (answered.before.phase == Phase::New) ++day.new_facts;
    day.took += answered.took;
  }
  std::vector<DayOfAnswers> list;
  for (const auto& [number, day] : days)
    list.push_back(day);
  return list;
}

/// Days on which every answer was taken back stay as empty rows: they say nothing.
std::vector<DayOfAnswers> telling(std::vector<DayOfAnswers> days) {
  std::erase_if(days, [](const DayOfAnswers& day) {
    DayOfAnswers empty;
    empty.day = day.day;
    return day == empty;
  });
  return days;
}

/// The learner's moment and day rule that a count is asked for.
struct Moment {
  Instant now;
  study::DayRule rule;
  [[nodiscard]] study::Day today() const { return study::day_of(now, rule); }
};

bool is_buried(const study::Item& item, const Moment& moment) {
  const auto until = item.standing.buried_until;
  return until && *until > moment.today();
}

/// Facts in Review that may be asked again from a moment of [from, to) on.
std::size_t due_in(const std::vector<study::Item>& items, const Moment& moment, Instant from,
                   Instant to) {
  return static_cast<std::size_t>(std::ranges::count_if(items, [&](const study::Item& item) {
    Instant due = item.state.due;
    if (is_buried(item, moment))
      due = std::max(due, study::start_of(*item.standing.buried_until, moment.rule));
    return item.state.phase == Phase::Review && !item.standing.suspended && due >= from && due < to;
  }));
}

std::size_t asked_in(const std::vector<study::Item>& items, const Moment& moment,
                     std::initializer_list<Phase> phases) {
  return static_cast<std::size_t>(std::ranges::count_if(items, [&](const study::Item& item) {
    return !item.standing.suspended && !is_buried(item, moment) &&
           std::ranges::count(phases, item.state.phase) > 0;
  }));
}

}  // namespace

TEST_CASE("progress: days of answers are what a simple count gives") {
  test::for_seeds(10, [](Random& random) {
    const test::TemporaryFolder folder;
    Store store = test::value(Store::open(folder.path() / "p.sqlite"));
    const auto given = live(store, random);
    for (const std::optional<DeckId>& deck :
         {std::optional<DeckId>{}, std::optional(kDecks[0]), std::optional(kDecks[1])}) {
      const auto days = test::value(store.days(0, 100'000, deck));
      CHECK(telling(days) == telling(counted_simply(given, deck)));
      const auto middle = days.at(days.size() / 2).day;
      CHECK(test::value(store.days(middle, middle, deck)).size() == 1);
    }
    CHECK(store.days(0, 1, DeckId{"none"}).error().kind == Error::Kind::NotFound);
    CHECK(test::value(store.check()).faults.empty());
  });
}

TEST_CASE(
    "F17 progress: deck lines and forecast count what may be asked before the learner's day ends") {
  test::for_seeds(10, [](Random& random) {
    const test::TemporaryFolder folder;
    Store store = test::value(Store::open(folder.path() / "p.sqlite"));
    const Instant last = live(store, random).back().answered.at;
    for (int i = 0; i < 20; ++i) {
      const Instant now = last + std::chrono::hours(random.below(2000));
      const study::DayRule rule = random_rules(random).day;
      const Instant tomorrow = study::start_of(study::day_of(now, rule) + 1, rule);
      std::vector<std::size_t> forecast(7);
      for (const progress::DeckLine& line : test::value(store.decks(now, rule))) {
        const auto items = test::value(store.items(line.id));
        CHECK(line.due == due_in(items, {now, rule}, Instant::min(), tomorrow));
        CHECK(line.new_facts == asked_in(items, {now, rule}, {Phase::New}));
        CHECK(line.learning == asked_in(items, {now, rule}, {Phase::Learning, Phase::Relearning}));
        std::vector<std::size_t> of_deck = {line.due};
        for (int day = 0; day < 6; ++day)
          of_deck.push_back(
              due_in(items, {now, rule}, tomorrow + day * 24h, tomorrow + (day + 1) * 24h));
        CHECK(test::value(store.forecast(now, rule, 7, line.id)) == of_deck);
        for (std::size_t day = 0; day < 7; ++day)
          forecast[day] += of_deck[day];
      }
      CHECK(test::value(store.forecast(now, rule, 7)) == forecast);
    }
  });
}

TEST_CASE("progress: strengths hold every fact that was answered, its stability within 3 percent") {
  for (double stability = 0.001; stability < 36'500; stability *= 1.01) {
    CAPTURE(stability);
    const double level = progress::stability_of_level(progress::strength_level(stability));
    CHECK(std::abs(level / stability - 1) < 0.03126);
  }
  Random random(5);
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  live(store, random);
  std::map<std::pair<std::int64_t, int>, std::size_t> expected;
  for (const DeckId& deck : kDecks)
    for (const study::Item& item : test::value(store.items(deck)))
      if (item.state.last_review)
        ++expected[{progress::utc_day(*item.state.last_review),
                    progress::strength_level(item.state.stability)}];
  std::map<std::pair<std::int64_t, int>, std::size_t> got;
  for (const progress::Strength& strength : test::value(store.strengths()))
    got[{strength.day, progress::strength_level(strength.stability)}] += strength.facts;
  CHECK(got == expected);
}

TEST_CASE("progress: sums follow a deck that is merged, or taken out again") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  test::value(store.add(test::sample_deck("bridges", 20), test::kStart));
  for (std::size_t i = 0; i < 10; ++i)
    test::answer(store, {"bridges"}, i, Rating::Easy, test::kStart);
  // Five of the answered facts and five others go; three come back.
  Deck fewer = test::sample_deck("bridges", 20);
  std::erase_if(fewer.cards,
                [](const Card& card) { return std::stoi(card.fact.text.substr(1)) % 2 == 0; });
  test::value(store.add(fewer, test::kStart));
  CHECK(test::value(store.decks(test::kStart, {})).at(0).new_facts == 5);
  CHECK(test::value(store.check()).faults.empty());
  test::value(store.add(test::sample_deck("bridges", 20), test::kStart));
  test::value(store.add(test::sample_deck("tunnels", 5), test::kStart));
  CHECK(test::value(store.check()).faults.empty());
  test::value(store.take_out({"tunnels"}));
  CHECK(test::value(store.check()).faults.empty());
}

TEST_CASE("progress: a database from before there were sums gets them when it is opened") {
  Random random(6);
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  std::vector<DayOfAnswers> days;
  {
    Store store = test::value(Store::open(file));
    live(store, random, false);
    days = telling(test::value(store.days(0, 100'000)));
  }
  test::make_version_1(file);
  const Store store = test::value(Store::open(file));
  CHECK(telling(test::value(store.days(0, 100'000))) == days);
  CHECK(test::value(store.check()).faults.empty());
}
