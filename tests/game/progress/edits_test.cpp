// What can be undone: tests of game/progress/edits.cpp, history.cpp, deck_rows.cpp, step_text.cpp.
#include "game/progress/edits.h"

#include <algorithm>

#include "game/progress/connection.h"
#include "game/progress/settings.h"
#include "game/progress/step_text.h"
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Edits;
using progress::Step;
using progress::Store;
using Kind = study::Changed::Kind;

namespace {

const DeckId kDeck{"bridges"};

Store store_with_deck(const std::filesystem::path& file, int facts = 12) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, facts), test::kStart));
  return store;
}

void apply(Store& store, Result<Edits> edits, Instant now = test::kStart) {
  test::value(store.apply(test::value(std::move(edits)), now));
}

std::vector<std::string> ids_of(const Deck& deck) {
  std::vector<std::string> ids;
  for (const Card& card : deck.cards)
    ids.push_back(card.id.text);
  return ids;
}

Card hand_written(const std::string& id) {
  Card card;
  card.id = {id};
  card.prompt = "What spans the river in " + id + "?";
  card.answer = "an arch";
  return card;
}

}  // namespace

TEST_CASE("F30 progress: a card that was edited keeps its memory, and wins over every merge") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  test::answer(store, kDeck, 0, Rating::Good, test::kStart);
  const auto before = test::contents_of(store, test::kStart);
  Card card = test::value(store.deck(kDeck)).cards.at(0);
  card.prompt = "Which zebra crosses the bridge?";
  apply(store, edited(store, kDeck, card));
  card.edited = true;
  CHECK(test::value(store.deck(kDeck)).cards.at(0) == card);
  CHECK(test::value(store.items(kDeck)).at(0).state.reps == 1);
  CHECK(test::value(store.search("zebra is:edited", test::kStart, {})).size() == 1);
  test::value(store.add(test::sample_deck(kDeck.text, 12), test::kStart));
  CHECK(test::value(store.deck(kDeck)).cards.at(0) == card);
  CHECK(test::value(store.check()).faults.empty());
  const auto undone = test::value(store.undo(test::kStart));
  REQUIRE(undone);
  const auto& edit = std::get<progress::CardEdit>(std::get<Edits>(*undone).at(0));
  CHECK(edit.after.card == card);
  CHECK(test::contents_of(store, test::kStart) == before);
  CHECK(test::value(store.search("zebra", test::kStart, {})).empty());
}

TEST_CASE("F30 progress: cards are added where they belong, and dropped for good") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto start = test::contents_of(store, test::kStart);
  const auto ids = ids_of(test::value(store.deck(kDeck)));
  apply(store, with_card(store, kDeck, hand_written("mine"), CardId{ids[1]}));
  apply(store, with_card(store, kDeck, hand_written("last")));
  auto wanted = ids;
  wanted.insert(wanted.begin() + 2, "mine");
  wanted.emplace_back("last");
  CHECK(ids_of(test::value(store.deck(kDeck))) == wanted);
  const std::vector<CardId> out = {{ids[0]}, {"mine"}, {ids[4]}};
  apply(store, without_cards(store, kDeck, out));
  std::erase_if(wanted, [&](const std::string& id) { return std::ranges::count(out, CardId{id}); });
  CHECK(ids_of(test::value(store.deck(kDeck))) == wanted);
  CHECK(test::value(store.check()).faults.empty());
  // Merging brings none of them back.
  test::value(store.add(test::sample_deck(kDeck.text, 12), test::kStart));
  CHECK(ids_of(test::value(store.deck(kDeck))) == wanted);
  while (test::value(store.next_undo()) && ids_of(test::value(store.deck(kDeck))) != ids)
    test::value(store.undo(test::kStart));
  CHECK(test::contents_of(store, test::kStart) == start);
  CHECK(test::value(store.check()).faults.empty());
}

TEST_CASE("F30 progress: what cannot be kept is refused, and nothing changes") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto start = test::contents_of(store, test::kStart);
  const Card card = test::value(store.deck(kDeck)).cards.at(0);
  CHECK(edited(store, kDeck, hand_written("none")).error().kind == Error::Kind::NotFound);
  CHECK(renamed(store, {"none"}, "x").error().kind == Error::Kind::NotFound);
  Card bad = card;
  bad.evidence = Evidence{{"nowhere"}, 0, 5};
  const auto refuses = [&](Result<Edits> edits, Error::Kind kind) {
    const auto refused = store.apply(test::value(std::move(edits)), test::kStart);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == kind);
  };
  refuses(edited(store, kDeck, bad), Error::Kind::BadInput);
  refuses(with_card(store, kDeck, card), Error::Kind::Failed);
  refuses(renamed(store, kDeck, " \n"), Error::Kind::BadInput);
  refuses(renamed(store, kDeck, std::string(5000, 'x')), Error::Kind::BadInput);
  refuses(set(store, "app/x", "{not json"), Error::Kind::BadInput);
  refuses(set(store, "", "1"), Error::Kind::BadInput);
  refuses(set(store, "app/x", '"' + std::string(2'000'000, 'x') + '"'), Error::Kind::BadInput);
  // Of two edits the first one fits: both or none.
  auto both = test::value(renamed(store, kDeck, "New"));
  both.push_back(progress::SettingEdit{"app/x", "1", "2"});
  CHECK_FALSE(store.apply(both, test::kStart));
  CHECK(test::contents_of(store, test::kStart) == start);
}

TEST_CASE("progress: a learner's name for a deck survives merging; a new one of the article does") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  Deck fresh = test::sample_deck(kDeck.text, 12);
  fresh.title = "Bridges, second edition";
  test::value(store.add(fresh, test::kStart));
  CHECK(test::value(store.deck(kDeck)).title == fresh.title);
  apply(store, renamed(store, kDeck, "My bridges"));
  fresh.title = "Bridges, third edition";
  test::value(store.add(fresh, test::kStart));
  CHECK(test::value(store.deck(kDeck)).title == "My bridges");
  CHECK(test::value(store.decks(test::kStart, {})).at(0).title == "My bridges");
  test::value(store.undo(test::kStart));
  test::value(store.undo(test::kStart));
  CHECK(test::value(store.deck(kDeck)).title == "Bridges, second edition");
}

TEST_CASE("progress: a studied deck that is taken out is put back exactly, by undo or by adding") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  test::Contents before;
  {
    Store store = store_with_deck(file);
    for (std::size_t i = 0; i < 6; ++i)
      test::answer(store, kDeck, i, Rating::Easy, test::kStart);
    const auto item = test::value(store.items(kDeck)).at(7);
    test::value(store.change(test::change_of(item, Kind::Bury, 90'000), test::kStart));
    before = test::contents_of(store, test::kStart);
    test::value(store.take_out(kDeck));
    CHECK(test::value(store.decks(test::kStart, {})).empty());
    CHECK(store.deck(kDeck).error().kind == Error::Kind::NotFound);
    CHECK(store.items(kDeck).error().kind == Error::Kind::NotFound);
    CHECK(store.take_out(kDeck).error().kind == Error::Kind::NotFound);
    CHECK(test::value(store.search("", test::kStart, {})).empty());
    CHECK(test::value(store.search("bridge", test::kStart, {})).empty());
    CHECK(test::value(store.forecast(test::kStart, {}, 30)) == std::vector<std::size_t>(30));
    CHECK(test::value(store.stats()).decks == 0);
    CHECK(test::value(store.stats()).reviews == 6);
    CHECK(test::value(store.check()).faults.empty());
  }
  Store store = test::value(Store::open(file));
  SUBCASE("undo") {
    CHECK(test::value(store.undo(test::kStart)));
  }
  SUBCASE("adding") {
    CHECK_FALSE(test::value(store.add(test::sample_deck(kDeck.text, 12), test::kStart)).existed);
  }
  SUBCASE("repair, then undo by hand") {
    store = test::value(Store::open(folder.path() / "other.sqlite"));
    test::value(Store::repair(file));
    store = test::value(Store::open(file));
    CHECK(test::value(store.decks(test::kStart, {})).empty());
    CHECK_FALSE(test::value(store.next_undo()));
    test::value(store.add(test::sample_deck(kDeck.text, 12), test::kStart));
  }
  CHECK(test::contents_of(store, test::kStart) == before);
  CHECK(test::value(store.check()).faults.empty());
}

TEST_CASE(
    "progress: what was undone is redone until something else is done; a restart keeps both") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  study::Answered answered;
  {
    Store store = store_with_deck(file);
    CHECK_FALSE(test::value(store.next_redo()));
    answered = test::answer(store, kDeck, 3, Rating::Good, test::kStart + 1min);
    apply(store, renamed(store, kDeck, "New name"));
    CHECK(test::value(store.undo(test::kStart + 2min)));
    CHECK(test::value(store.undo(test::kStart + 2min)) == Step(answered));
  }
  Store store = test::value(Store::open(file));
  CHECK(test::value(store.next_redo()) == Step(answered));
  CHECK(test::value(store.redo(test::kStart + 3min)) == Step(answered));
  CHECK(test::value(store.items(kDeck)).at(3).state == answered.after);
  CHECK(test::value(store.redo(test::kStart + 3min)));
  CHECK(test::value(store.deck(kDeck)).title == "New name");
  CHECK_FALSE(test::value(store.redo(test::kStart + 3min)));
  test::value(store.undo(test::kStart + 4min));
  test::answer(store, kDeck, 5, Rating::Hard, test::kStart + 5min);
  CHECK_FALSE(test::value(store.redo(test::kStart + 6min)));
  CHECK(test::value(store.check()).faults.empty());
}

TEST_CASE("F17 progress: an answer that a session takes back is out of the way of undo") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto first = test::answer(store, kDeck, 0, Rating::Good, test::kStart);
  const auto second = test::answer(store, kDeck, 1, Rating::Good, test::kStart);
  apply(store, renamed(store, kDeck, "Between"));
  // The last answer goes, the renaming after it stays.
  test::value(store.take_back(second, test::kStart));
  CHECK(std::holds_alternative<Edits>(test::value(store.undo(test::kStart)).value()));
  CHECK(test::value(store.next_undo()) == Step(first));
  test::value(store.take_back(first, test::kStart));
  CHECK(test::value(store.next_redo()) == Step(first));
  CHECK(test::value(store.redo(test::kStart)) == Step(first));
}

TEST_CASE(
    "progress: a step that does not follow what is stored is told once, then out of the way") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = store_with_deck(file);
  apply(store, renamed(store, kDeck, "One"));
  apply(store, set(store, "app/theme", "\"dark\""));
  test::run_sql(file, "UPDATE settings SET value = '\"light\"'");
  CHECK_FALSE(store.undo(test::kStart));
  CHECK(test::value(store.undo(test::kStart)));
  CHECK(test::value(store.deck(kDeck)).title == test::sample_deck(kDeck.text, 1).title);
  test::run_sql(file, "UPDATE steps SET body = '[{' WHERE undone = 0");
  CHECK_FALSE(store.undo(test::kStart));
  CHECK_FALSE(test::value(store.undo(test::kStart)));
}

TEST_CASE("progress: the history of undoing is bounded in steps and bytes") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = store_with_deck(file);
  const auto steps = [&] {
    progress::Connection connection(file, progress::Access::ReadWrite);
    return std::pair(connection.number("SELECT COUNT(*) FROM steps"),
                     connection.number("SELECT SUM(bytes) FROM steps"));
  };
  for (int i = 0; i < 1100; ++i)
    apply(store, set(store, "app/count", std::to_string(i)));
  CHECK(steps().first == 1000);
  for (int i = 0; i < 30; ++i)
    apply(store, set(store, "app/text",
                     '"' + std::string(900'000, static_cast<char>('a' + i % 26)) + '"'));
  CHECK(steps().second <= 16'000'000);
  CHECK(steps().second > 10'000'000);
  CHECK(test::value(store.undo(test::kStart)));
}

TEST_CASE("progress: steps are read back exactly; what is no step is refused") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto answered = test::answer(store, kDeck, 0, Rating::Easy, test::kStart);
  const auto item = test::value(store.items(kDeck)).at(0);
  const Deck deck = test::value(store.deck(kDeck));
  for (const Step& step :
       {Step(answered), Step(Edits{test::change_of(item, Kind::Flag, 2)}),
        Step(Edits{test::change_of(item, Kind::Bury, 5), test::change_of(item, Kind::SetDue, 7)}),
        Step(test::value(renamed(store, kDeck, "x"))), Step(test::value(removed(store, kDeck))),
        Step(test::value(edited(store, kDeck, deck.cards[1]))),
        Step(Edits{progress::ContentEdit{deck, test::sample_deck(kDeck.text, 3)}}),
        Step(test::value(set(store, "app/x", "[1]")))}) {
    const std::string text = progress::write_step(step);
    CAPTURE(text);
    CHECK(test::value(progress::read_step(text)) == step);
  }
  for (const char* bad :
       {"", "7", "{}", "[{}]", "[{\"change\":9}]", "{\"deck\":\"d\"}", "[[", "[5]"})
    CHECK_FALSE(progress::read_step(bad));
}

namespace {

/// One of all things that can be done, at random.
void do_something(Store& store, Instant now, Random& random) {
  const auto lines = test::value(store.decks(now, {}));
  if (lines.empty() || random.below(15) == 0) {
    const std::string id(1, static_cast<char>('a' + random.below(4)));
    test::value(store.add(test::sample_deck(id, 4 + static_cast<int>(random.below(5))), now));
    return;
  }
  const DeckId deck = lines[random.below(lines.size())].id;
  const Deck content = test::value(store.deck(deck));
  const auto items = test::value(store.items(deck));
  if (items.empty()) return apply(store, removed(store, deck), now);
  const auto& item = items[random.below(items.size())];
  const Card& card = content.cards[random.below(content.cards.size())];
  switch (random.below(12)) {
    case 0: return apply(store, removed(store, deck), now);
    case 1: return apply(store, renamed(store, deck, "Title " + std::to_string(random())), now);
    case 2: {
      Card other = card;
      other.prompt += " Really?";
      return apply(store, edited(store, deck, other), now);
    }
    case 3: {
      const Card mine = hand_written("mine" + std::to_string(random()));
      return apply(store, with_card(store, deck, mine, card.id), now);
    }
    case 4: return apply(store, without_cards(store, deck, std::vector{card.id}), now);
    case 5: return apply(store, set(store, "app/x", std::to_string(random())), now);
    case 6: {
      const auto kind = static_cast<Kind>(random.below(4));
      const auto changed = test::change_of(item, kind, static_cast<int>(random.below(3)));
      return test::value(store.change(changed, now));
    }
    default: {
      const auto rating = static_cast<Rating>(1 + random.below(4));
      test::value(store.record(test::answer_of(item, rating, now, {}), {}));
    }
  }
}

/// Undoes or redoes everything; gives how much.
int go_to_the_end(Store& store, Result<std::optional<Step>> (Store::*go)(Instant), Instant now) {
  int steps = 0;
  while (test::value((store.*go)(now)))
    ++steps;
  return steps;
}

}  // namespace

TEST_CASE("progress: 200 random actions and 200 undos give the same contents; redo goes back") {
  test::for_seeds(3, [](Random& random) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    Store store = test::value(Store::open(file));
    const auto start = test::contents_of(store, test::kStart);
    Instant now = test::kStart;
    for (int i = 0; i < 200; ++i) {
      now += std::chrono::minutes(1 + random.below(2000));
      do_something(store, now, random);
      if (random.below(10) == 0) {
        const auto before = test::contents_of(store, now);
        const auto undone = test::value(store.undo(now));
        REQUIRE(undone);
        CHECK(test::value(store.redo(now)) == undone);
        CHECK(test::contents_of(store, now) == before);
      }
    }
    const auto end = test::contents_of(store, now);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
    const int steps = go_to_the_end(store, &Store::undo, now);
    CHECK(steps > 150);
    CHECK(test::contents_of(store, test::kStart) == start);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
    CHECK(go_to_the_end(store, &Store::redo, now) == steps);
    CHECK(test::contents_of(store, now) == end);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
  });
}
