// Decks in the store: tests of game/progress/content.cpp.
#include <algorithm>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::DeckLine;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"};

const study::Item& item_of(const std::vector<study::Item>& items, const FactId& fact) {
  const auto found = std::ranges::find(items, fact, &study::Item::fact);
  REQUIRE(found != items.end());
  return *found;
}

void drop_fact(Deck& deck, const FactId& fact) {
  std::erase_if(deck.cards, [&](const Card& card) { return card.fact == fact; });
}

}  // namespace

TEST_CASE("progress: a deck comes out as it went in") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  Deck deck = test::sample_deck(kDeck.text, 25);
  deck.extras["x-note"] = R"({"kept":true})";
  deck.cards[4].extras["x-color"] = "\"red\"";
  deck.passages[1].extras["x-page"] = "7";
  deck.cards[2].hint = "die Brücke, „1906“ – \xF0\x9F\x8C\x89";
  const auto added = test::value(store.add(deck, test::kStart));
  CHECK_FALSE(added.existed);
  CHECK(added.new_cards == deck.cards.size());
  CHECK(test::value(store.deck(kDeck)) == deck);
  CHECK(store.deck({"none"}).error().kind == Error::Kind::NotFound);
  CHECK(store.items({"none"}).error().kind == Error::Kind::NotFound);
}

TEST_CASE("progress: one memory a fact, its variants in the deck's order") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  Deck deck = test::sample_deck(kDeck.text, 6);
  Card alone = deck.cards[0];
  alone.id = {"alone"};
  alone.fact = {};
  alone.prompt = "When was the first of all bridges built?";
  deck.cards.insert(deck.cards.begin() + 1, alone);
  test::value(store.add(deck, test::kStart));
  const auto items = test::value(store.items(kDeck));
  REQUIRE(items.size() == 7);
  CHECK(items[1].fact == memory_key(alone));
  std::vector<Card> cards;
  for (const study::Item& item : items)
    for (const Card& card : item.variants) {
      CHECK(memory_key(card) == item.fact);
      cards.push_back(card);
    }
  CHECK(cards.size() == deck.cards.size());
  CHECK(items[2].variants.size() > 1);
}

TEST_CASE("progress: the same fact in two decks has two memories") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  test::value(store.add(test::sample_deck("a", 3), test::kStart));
  test::value(store.add(test::sample_deck("b", 3), test::kStart));
  test::answer(store, {"a"}, 0, Rating::Good, test::kStart);
  CHECK(test::value(store.items({"a"}))[0].state.reps == 1);
  CHECK(test::value(store.items({"b"}))[0].state.reps == 0);
}

TEST_CASE("C6 progress: adding a deck again keeps progress, also of facts that come back") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  const Deck deck = test::sample_deck(kDeck.text, 20);
  test::value(store.add(deck, test::kStart));
  for (std::size_t i = 0; i < 20; ++i)
    test::answer(store, kDeck, i, Rating::Good, test::kStart + std::chrono::minutes(i));
  const auto before = test::value(store.items(kDeck));

  SUBCASE("the same deck changes nothing") {
    const auto contents = test::contents_of(store, test::kStart);
    const auto added = test::value(store.add(deck, test::kStart + 24h));
    CHECK(added.existed);
    CHECK(added.new_cards + added.changed + added.gone == 0);
    CHECK(test::contents_of(store, test::kStart) == contents);
  }
  SUBCASE("a fact goes and comes back with its state") {
    const FactId gone{"f7"};
    Deck shorter = deck;
    drop_fact(shorter, gone);
    CHECK(test::value(store.add(shorter, test::kStart)).gone ==
          deck.cards.size() - shorter.cards.size());
    CHECK(test::value(store.items(kDeck)).size() == 19);
    CHECK(test::value(store.decks(test::kStart, {}))[0].facts == 19);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
    test::value(store.add(deck, test::kStart));
    const auto after = test::value(store.items(kDeck));
    CHECK(after.size() == 20);
    for (const study::Item& item : before)
      CHECK(item_of(after, item.fact).state == item.state);
  }
  SUBCASE("an answer for a card that went meanwhile is still stored, and can be taken back") {
    const auto answered =
        test::answer_of(before[7], Rating::Easy, test::kStart + 24h, progress::Rules{});
    Deck shorter = deck;
    drop_fact(shorter, {"f7"});
    test::value(store.add(shorter, test::kStart));
    test::value(store.record(answered, {}));
    test::value(store.add(deck, test::kStart));
    CHECK(item_of(test::value(store.items(kDeck)), answered.fact).state == answered.after);
    test::value(store.take_back(answered, test::kStart + 25h));
    CHECK(item_of(test::value(store.items(kDeck)), answered.fact).state == answered.before);
  }
  CHECK(test::value(store.check()).faults == std::vector<std::string>{});
}

TEST_CASE("C6 progress: a hand edit stays when the deck is made again") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  const Deck fresh = test::sample_deck(kDeck.text, 5);
  Deck edited = fresh;
  edited.cards[0].prompt = "In which year was bridge number 0 finished?";
  edited.cards[0].edited = true;
  test::value(store.add(edited, test::kStart));
  test::answer(store, kDeck, 0, Rating::Good, test::kStart);
  test::value(store.add(fresh, test::kStart));
  CHECK(test::value(store.deck(kDeck)).cards[0] == edited.cards[0]);
  CHECK(test::value(store.items(kDeck))[0].state.reps == 1);
}

TEST_CASE("progress: a deck with a fault is refused and nothing of it is stored") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  Deck deck = test::sample_deck(kDeck.text, 5);
  deck.cards[3].id = deck.cards[2].id;
  const auto refused = store.add(deck, test::kStart);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Error::Kind::BadInput);
  CHECK(test::value(store.decks(test::kStart, {})).empty());
}

TEST_CASE("progress: the deck list counts new, learning and due facts by the learner's day") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  test::value(store.add(test::sample_deck("first", 10), test::kStart));
  test::value(store.add(test::sample_deck("second", 4), test::kStart));
  const study::DayRule rule;
  const auto new_line = test::value(store.decks(test::kStart, rule))[0];
  CHECK(new_line.id == DeckId{"first"});
  CHECK(new_line.cards == test::sample_deck("first", 10).cards.size());
  CHECK(new_line.facts == 10);
  CHECK(new_line.new_facts == 10);
  CHECK(new_line.due == 0);
  CHECK_FALSE(new_line.last_studied);

  test::answer(store, {"first"}, 0, Rating::Again, test::kStart + 1min);
  const auto easy = test::answer(store, {"first"}, 1, Rating::Easy, test::kStart + 2min);
  REQUIRE(easy.after.phase == memory::Phase::Review);
  const auto lines = test::value(store.decks(test::kStart + 3min, rule));
  CHECK(lines[0].new_facts == 8);
  CHECK(lines[0].learning == 1);
  CHECK(lines[0].due == 0);
  CHECK(lines[0].last_studied == test::kStart + 2min);
  CHECK(lines[1].new_facts == 4);

  const study::Day due_day = study::day_of(easy.after.due, rule);
  CHECK(test::value(store.decks(study::start_of(due_day, rule) - 1ms, rule))[0].due == 0);
  CHECK(test::value(store.decks(study::start_of(due_day, rule), rule))[0].due == 1);

  test::value(store.take_back(easy, test::kStart + 4min));
  CHECK(test::value(store.decks(test::kStart, rule))[0].last_studied == test::kStart + 1min);
}

namespace {

/// The cards in the order of asking, each answered at random in the same way.
std::vector<std::string> asked_by(study::Session session, Instant now, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::string> asked;
  for (int i = 0; i < 500 && session.current() != nullptr; ++i) {
    asked.push_back(session.card()->id.text);
    session.answer(static_cast<Rating>(1 + random.below(4)), now += 20s, 5s);
  }
  return asked;
}

study::Session session_of(std::vector<study::Item> items, const study::Plan& plan, Instant now) {
  return {std::move(items), test::value(memory::Scheduler::make({})), {}, plan, now, 5};
}

/// Some answers and decisions about facts of the deck.
void live_a_day(Store& store, Instant now, Random& random) {
  study::Session session = session_of(test::value(store.items(kDeck)), {.new_facts = 5}, now);
  for (std::uint64_t left = random.below(14); left > 0 && session.current() != nullptr; --left) {
    now += 30s;
    switch (random.below(8)) {
      case 0: test::value(store.change(session.bury(now), now)); break;
      case 1: test::value(store.change(session.suspend(now), now)); break;
      case 2: test::value(store.change(session.flag(study::Flag::Wrong, now), now)); break;
      default:
        test::value(
            store.record(session.answer(static_cast<Rating>(1 + random.below(4)), now, 5s), {}));
    }
  }
}

}  // namespace

TEST_CASE("progress: the items of a day are enough: its session is the one of all items") {
  test::for_seeds(6, [](Random& random) {
    const test::TemporaryFolder folder;
    Store store = test::value(Store::open(folder.path() / "p.sqlite"));
    Deck deck = test::sample_deck(kDeck.text, 40);
    for (Card& card : deck.cards)
      if (random.below(6) == 0) card.kind = CardKind::Poll;
    test::value(store.add(deck, test::kStart));
    Instant now = test::kStart;
    std::size_t all = 0, of_day = 0;
    for (int day = 0; day < 12; ++day, now += 24h * (1 + static_cast<int>(random.below(9)))) {
      live_a_day(store, now, random);
      study::Plan plan;
      plan.new_facts = random.below(12);
      if (random.below(3) == 0) plan.reviews = random.below(8);
      if (random.below(3) == 0) plan.ahead_days = 3;
      if (random.below(3) == 0) plan.siblings = study::Siblings::OtherDays;
      if (random.below(3) == 0) plan.new_order = study::NewOrder::Coverage;
      if (random.below(4) == 0) plan.exam = study::Exam{study::day_of(now, {}) + 2, 3};
      auto items = test::value(store.items(kDeck));
      auto some = test::value(store.items_of_day(kDeck, plan, now + 1h, {}));
      all += items.size();
      of_day += some.size();
      const study::Session whole = session_of(std::move(items), plan, now + 1h);
      const study::Session lean = session_of(std::move(some), plan, now + 1h);
      CHECK(lean.left() == whole.left());
      CHECK(lean.flagged() == whole.flagged());
      const std::uint64_t seed = random();
      CHECK(asked_by(lean, now + 1h, seed) == asked_by(whole, now + 1h, seed));
    }
    CHECK(of_day < all);
  });
}
