#include "game/study/session.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "content/base/random.h"
#include "game/study/summary.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;
using namespace recto::study;
using namespace std::chrono_literals;

namespace {

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 12h};
const DayRule kRule{.utc_offset = 0min, .starts = 240min};

Item item_named(const std::string& name, CardKind kind = CardKind::Short) {
  Card card;
  card.id = {"c" + name};
  card.fact = {"f" + name};
  card.kind = kind;
  card.prompt = "What is " + name + "?";
  card.answer = "right";
  if (kind == CardKind::Choice) card.distractors = {"wrong 1", "wrong 2", "wrong 3"};
  return {{"d"}, memory_key(card), {card}, {}};
}

Item due_since(const std::string& name, std::chrono::hours ago) {
  Item item = item_named(name);
  item.state.phase = Phase::Review;
  item.state.stability = 10;
  item.state.difficulty = 5;
  item.state.interval_days = 10;
  item.state.reps = 3;
  item.state.due = kNow - ago;
  item.state.last_review = kNow - ago - 240h;
  return item;
}

Session session_of(std::vector<Item> items, Plan plan = {}, std::uint64_t seed = 1) {
  return {std::move(items), test::value(Scheduler::make({})), kRule, plan, kNow, seed};
}

/// The facts in the order of asking, each answered Easy.
std::vector<std::string> order_of(Session session) {
  std::vector<std::string> order;
  for (Instant now = kNow; session.current() != nullptr; now += 10s) {
    order.push_back(session.card()->id.text);
    session.answer(Rating::Easy, now, 5s);
  }
  return order;
}

std::vector<Item> random_items(Random& random) {
  std::vector<Item> items;
  for (std::uint64_t i = 0; i < 3 + random.below(20); ++i) {
    const std::string name = std::to_string(i);
    items.push_back(random.below(2) == 0 ? item_named(name, CardKind::Choice)
                                         : due_since(name, std::chrono::hours(random.below(400))));
  }
  return items;
}

/// `count` due facts, of which each `siblings` neighbours stand in one sentence.
std::vector<Item> due_siblings(int count, int siblings) {
  std::vector<Item> items;
  for (int i = 0; i < count; ++i) {
    items.push_back(due_since(std::to_string(i), std::chrono::hours(2 * count - i)));
    const auto begin = static_cast<std::size_t>(i / siblings) * 100;
    items.back().variants[0].evidence = Evidence{{"p"}, begin, begin + 90};
  }
  return items;
}

/// How many cards stand between the nearest two siblings of an order; cards from number `others` on
/// have none.
std::size_t nearest_siblings(const std::vector<std::string>& order, int siblings, int others) {
  std::map<int, std::size_t> last;  // sentence → place of its last card
  std::size_t nearest = order.size();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int number = std::stoi(order[i].substr(1));
    if (number >= others) continue;
    const auto [place, is_first] = last.emplace(number / siblings, i);
    if (!is_first) nearest = std::min(nearest, i - place->second - 1);
    place->second = i;
  }
  return nearest;
}

}  // namespace

TEST_CASE("study: due facts come first, longest overdue first, new ones evenly between them") {
  CHECK(order_of(session_of({item_named("new1"), due_since("a", 5h), item_named("new2"),
                             due_since("b", 50h), due_since("c", 20h), due_since("d", 1h)})) ==
        std::vector<std::string>{"cb", "cc", "cnew1", "ca", "cd", "cnew2"});
  CHECK(order_of(session_of({item_named("x"), item_named("y")})) ==
        std::vector<std::string>{"cx", "cy"});
}

TEST_CASE("study: what is not due today stays away, new facts keep to the plan") {
  Item later = due_since("later", 0h);
  later.state.due = kNow + 48h;
  Item tonight = due_since("tonight", 0h);
  tonight.state.due = kNow + 10h;
  CHECK(order_of(session_of({later, tonight})) == std::vector<std::string>{"ctonight"});
  CHECK(order_of(session_of({item_named("1"), item_named("2"), item_named("3")},
                            {.new_facts = 2})) == std::vector<std::string>{"c1", "c2"});
  CHECK(session_of({later}).current() == nullptr);
  CHECK(session_of({}).left() == 0);
}

TEST_CASE("study: learning steps come when due, ahead only when nothing else is left") {
  Session session = session_of({item_named("a"), item_named("b"), item_named("c")});
  session.answer(Rating::Again, kNow, 5s);  // a again in one minute
  CHECK(session.card()->id.text == "cb");
  session.answer(Rating::Easy, kNow + 30s, 5s);
  CHECK(session.card()->id.text == "cc");
  session.answer(Rating::Good, kNow + 70s, 5s);  // c again in ten minutes
  CHECK(session.card()->id.text == "ca");
  session.answer(Rating::Easy, kNow + 80s, 5s);
  CHECK(session.card()->id.text == "cc");  // nothing else: ten minutes early
  CHECK(session.left() == 1);
  session.answer(Rating::Good, kNow + 90s, 5s);
  CHECK(session.current() == nullptr);
}

TEST_CASE("study: a session without a card wakes when a learning step falls due") {
  Item item = item_named("a");
  item.state.phase = Phase::Learning;
  item.state.due = kNow + 2h;
  Session session = session_of({item});
  CHECK(session.current() == nullptr);
  CHECK(session.next_due() == kNow + 2h);
  session.wake(kNow + 30min);
  CHECK(session.current() == nullptr);
  session.wake(kNow + 2h);
  CHECK(session.current() != nullptr);
}

TEST_CASE("F17 study: u takes the last answer back, as often as wanted") {
  test::for_seeds(200, [](Random& random) {
    Session session = session_of(random_items(random), {}, random());
    std::vector<Session> history;  // what it was before each answer
    Instant now = kNow;
    for (int i = 0; i < 200 && session.current() != nullptr; ++i) {
      now += std::chrono::seconds(random.below(300));
      if (random.below(4) == 0 && !history.empty()) {
        CHECK(session.undo());
        CHECK(session == history.back());
        history.pop_back();
        continue;
      }
      history.push_back(session);
      session.answer(static_cast<Rating>(1 + random.below(4)), now, 3s);
      CHECK(session != history.back());
    }
    for (; !history.empty(); history.pop_back()) {
      CHECK(session.undo());
      CHECK(session == history.back());
    }
    CHECK(!session.undo());
  });
}

TEST_CASE("F17 study: what is taken back is the answer as it was given") {
  Session session = session_of({item_named("a"), item_named("b")});
  const Answered first = session.answer(Rating::Good, kNow, 4s);
  const Answered second = session.answer(Rating::Again, kNow + 9s, 5s);
  CHECK(session.answered() == std::vector<Answered>{first, second});
  CHECK(session.undo() == Step(second));
  CHECK(session.answered() == std::vector<Answered>{first});
  CHECK(session.card()->id == second.card);
  CHECK(session.answer(Rating::Again, kNow + 9s, 5s) == second);
}

TEST_CASE("F18 study: what the buttons foretell is what the answer does") {
  test::for_seeds(100, [](Random& random) {
    Session session = session_of(random_items(random), {}, random());
    Instant now = kNow;
    for (int i = 0; i < 30 && session.current() != nullptr; ++i) {
      now += std::chrono::minutes(random.below(20)) - 5min;  // a clock that is set back, too
      const auto outlook = session.outlook(now);
      const auto rating = static_cast<Rating>(1 + random.below(4));
      const Answered answered = session.answer(rating, now, 3s);
      CHECK(answered.after == outlook[static_cast<std::size_t>(rating) - 1]);
    }
  });
}

TEST_CASE("study: a clock set back never breaks the order of reviews") {
  Session session = session_of({due_since("a", 1h)});
  const Answered first = session.answer(Rating::Again, kNow, 5s);
  const Answered second = session.answer(Rating::Good, kNow - 48h, 5s);
  CHECK(second.at == first.at + 1ms);
  CHECK(second.after.last_review == second.at);
  CHECK(second.before == first.after);
}

TEST_CASE("study: the time an answer took is never negative and at most ten minutes") {
  Session session = session_of({item_named("a"), item_named("b")});
  CHECK(session.answer(Rating::Easy, kNow, -5s).took == 0ms);
  CHECK(session.answer(Rating::Easy, kNow, 5h).took == 10min);
}

TEST_CASE("F22 study: siblings stay ten cards apart where there are enough others") {
  for (const int siblings : {2, 3, 5}) {
    CAPTURE(siblings);
    std::vector<Item> items = due_siblings(60, siblings);
    for (std::size_t i = 15; i < items.size(); ++i)
      items[i].variants[0].evidence.reset();
    const std::vector<std::string> order = order_of(session_of(items));
    CHECK(order.size() == 60);
    CHECK(nearest_siblings(order, siblings, 15) >= 10);
  }
}

TEST_CASE("F22 study: siblings stay as far apart as few others allow") {
  CHECK(nearest_siblings(order_of(session_of(due_siblings(60, 2))), 2, 60) >= 7);
  CHECK(nearest_siblings(order_of(session_of(due_siblings(60, 3))), 3, 60) >= 7);
  CHECK(order_of(session_of(due_siblings(6, 3))) ==
        std::vector<std::string>{"c0", "c3", "c1", "c4", "c2", "c5"});
  CHECK(order_of(session_of(due_siblings(3, 3))) == std::vector<std::string>{"c0", "c1", "c2"});
}

TEST_CASE("F22 study: siblings are cards whose evidence overlaps, in one deck") {
  struct Row {
    Evidence evidence;
    const char* deck;
    bool siblings;
  };
  for (const Row& row : {Row{{{"p"}, 0, 90}, "d", true}, Row{{{"p"}, 80, 95}, "d", true},
                         Row{{{"p"}, 90, 99}, "d", false}, Row{{{"q"}, 0, 90}, "d", false},
                         Row{{{"p"}, 0, 90}, "other", false}}) {
    std::vector<Item> items = {due_since("a", 9h), due_since("b", 8h), due_since("c", 7h)};
    items[0].variants[0].evidence = Evidence{{"p"}, 0, 90};
    items[1].variants[0].evidence = row.evidence;
    items[1].deck = {row.deck};
    CHECK(order_of(session_of(items))[1] == (row.siblings ? "cc" : "cb"));
  }
}

TEST_CASE("F22 study: a learning step waits for its sibling while there is something else") {
  std::vector<Item> items = due_siblings(14, 14);
  for (std::size_t i = 2; i < items.size(); ++i)
    items[i].variants[0].evidence.reset();
  items[1].state.phase = Phase::Learning;
  items[1].state.due = kNow + 5s;
  std::vector<std::string> order = order_of(session_of(items));
  CHECK(order.front() == "c0");
  CHECK(std::ranges::find(order, "c1") - order.begin() == 11);
  items[0].variants[0].evidence.reset();
  CHECK(order_of(session_of(items))[2] == "c1");  // no sibling: due after the first answer
}

TEST_CASE("study: polls have nothing to remember") {
  Item item = item_named("a");
  Card poll = item.variants[0];
  poll.kind = CardKind::Poll;
  item.variants.insert(item.variants.begin(), poll);
  Session session = session_of({item_named("p", CardKind::Poll), item});
  CHECK(session.left() == 1);
  CHECK(session.card()->kind == CardKind::Short);
  Item empty = item_named("e");
  empty.variants.clear();
  CHECK(session_of({empty}).current() == nullptr);
}

TEST_CASE("F22 study: of variants the easy one comes first, later ones in turn") {
  Item item = item_named("a");
  Card choice = item.variants[0];
  choice.id = {"cchoice"};
  choice.kind = CardKind::Choice;
  choice.distractors = {"x", "y", "z"};
  Card cloze = item.variants[0];
  cloze.id = {"ccloze"};
  cloze.kind = CardKind::Cloze;
  item.variants = {item.variants[0], choice, cloze};
  Session session = session_of({item});
  std::vector<std::string> asked;
  for (const Rating rating : {Rating::Good, Rating::Again, Rating::Good, Rating::Good}) {
    asked.push_back(session.card()->id.text);
    session.answer(rating, kNow, 5s);
  }
  // Good leads on to a harder form, Again back to the easy one.
  CHECK(asked == std::vector<std::string>{"cchoice", "ccloze", "cchoice", "ccloze"});
  CHECK(session.answered().front().fact == session.answered().back().fact);
}

TEST_CASE("study: options hold the right one once, equally often at each place") {
  std::array<int, 4> places{};
  for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
    const Session session = session_of({item_named("a", CardKind::Choice)}, {}, seed);
    const auto& options = session.options();
    REQUIRE(options.size() == 4);
    CHECK(std::ranges::count(options, "right") == 1);
    ++places[static_cast<std::size_t>(std::ranges::find(options, "right") - options.begin())];
  }
  for (const int count : places)
    CHECK(std::abs(count - 1000) < 120);
}

TEST_CASE("F20 study: the way of answering follows the kind") {
  const auto way = [](CardKind kind, std::string answer) {
    Card card;
    card.kind = kind;
    card.answer = std::move(answer);
    return way_of(card);
  };
  CHECK(way(CardKind::Choice, "x") == Way::Choose);
  CHECK(way(CardKind::TrueFalse, "true") == Way::Choose);
  CHECK(way(CardKind::Short, "two words") == Way::Type);
  CHECK(way(CardKind::Short, "far more than six words in this") == Way::Reveal);
  CHECK(way(CardKind::Cloze, "1898") == Way::Type);
  CHECK(way(CardKind::Faq, "x") == Way::Reveal);
  Session session = session_of({item_named("t", CardKind::TrueFalse)});
  CHECK(session.options() == std::vector<std::string>{"true", "false"});
}

TEST_CASE("F27 study: the summary counts what was done") {
  Session session = session_of({item_named("a"), item_named("b"), due_since("c", 2h)});
  session.answer(Rating::Good, kNow, 4s);         // c
  session.answer(Rating::Again, kNow + 10s, 6s);  // a
  session.answer(Rating::Easy, kNow + 20s, 5s);   // b
  session.answer(Rating::Good, kNow + 90s, 5s);   // a
  session.answer(Rating::Good, kNow + 100s, 5s);  // a, ahead of its step
  const Summary summary = summary_of(session, kNow + 2min);
  CHECK(session.current() == nullptr);
  CHECK(summary.answers == 5);
  CHECK(summary.facts == 3);
  CHECK(summary.right_first == 2);
  CHECK(summary.time == 25s);
  CHECK(summary.missed == std::vector<CardOf>{{{"d"}, {"ca"}}});
  CHECK(session.answered()[4].after.interval_days == 1);  // a
  CHECK(session.answered()[2].after.interval_days == 7);  // b
  CHECK(session.answered()[0].after.interval_days > 7);   // c
  CHECK(summary.due_tomorrow == 1);
  CHECK(summary.due_in_week == 2);
}

TEST_CASE("F27 study: an answer taken back is not summed up") {
  Session session = session_of({item_named("a"), item_named("b")});
  session.answer(Rating::Again, kNow, 4s);
  session.undo();
  const Summary summary = summary_of(session, kNow);
  CHECK(summary.answers == 0);
  CHECK(summary.missed.empty());
  CHECK(summary.time == 0ms);
}

TEST_CASE("study: every fact of the day is asked, and asked until it is learned") {
  test::for_seeds(100, [](Random& random) {
    const std::vector<Item> items = random_items(random);
    Session session = session_of(items, {.new_facts = 100}, random());
    std::set<FactId> asked;
    Instant now = kNow;
    for (int i = 0; session.current() != nullptr && i < 2000; ++i) {
      asked.insert(session.current()->fact);
      const std::size_t left = session.left();
      const Answered answered =
          session.answer(static_cast<Rating>(1 + random.below(4)), now += 20s, 5s);
      const bool comes_again = answered.after.phase != Phase::Review;
      CHECK(session.left() == (comes_again ? left : left - 1));
    }
    CHECK(session.current() == nullptr);
    CHECK(asked.size() == items.size());
  });
}

TEST_CASE("F18 study: intervals are told as a person would") {
  struct Row {
    std::chrono::seconds wait;
    const char* text;
  };
  for (const Row& row : {Row{-5min, "< 1 min"},       Row{0min, "< 1 min"},
                         Row{59s, "< 1 min"},         Row{1min, "1 min"},
                         Row{10min, "10 min"},        Row{59min + 20s, "59 min"},
                         Row{59min + 40s, "1 hour"},  Row{60min, "1 hour"},
                         Row{90min, "1.5 hours"},     Row{23h, "23 hours"},
                         Row{24h, "1 day"},           Row{36h, "1.5 days"},
                         Row{24h * 4 - 5s, "4 days"}, Row{24h * 6, "6 days"},
                         Row{24h * 59, "59 days"},    Row{24h * 75, "2.5 months"},
                         Row{24h * 364, "12 months"}, Row{24h * 365, "1 year"},
                         Row{24h * 548, "1.5 years"}, Row{24h * 36500, "100 years"}}) {
    State state;
    state.due = kNow + row.wait;
    CHECK(interval_text(kNow, state) == row.text);
  }
}

TEST_CASE("F18 study: no interval is told more than 5 % or half a minute wrong") {
  const std::map<std::string, double> minutes_of = {
      {"min", 1},       {"hour", 60},      {"hours", 60},    {"day", 1440},     {"days", 1440},
      {"month", 43830}, {"months", 43830}, {"year", 525960}, {"years", 525960},
  };
  test::for_seeds(2000, [&](Random& random) {
    const double minutes = std::pow(10.0, random.unit() * 7.7);  // to a hundred years
    State state;
    state.due = kNow + std::chrono::seconds(std::llround(60.0 * minutes));
    const std::string text = interval_text(kNow, state);
    CAPTURE(text);
    const std::string unit = text.substr(text.find(' ') + 1);
    REQUIRE(minutes_of.contains(unit));
    const double told = std::stod(text) * minutes_of.at(unit);
    CHECK(std::abs(told - minutes) <= std::max(0.052 * minutes, 0.51));
  });
}

TEST_CASE("study: the fuzz draw is spread evenly and depends on fact and count alone") {
  CHECK(fuzz_draw({"fact/a"}, 3) == fuzz_draw({"fact/a"}, 3));
  CHECK(fuzz_draw({"fact/a"}, 3) != fuzz_draw({"fact/a"}, 4));
  std::array<int, 10> bins{};
  for (int i = 0; i < 10'000; ++i)
    ++bins[static_cast<std::size_t>(10.0 * fuzz_draw({"fact/" + std::to_string(i)}, i % 7))];
  for (const int count : bins)
    CHECK(std::abs(count - 1000) < 150);
}
