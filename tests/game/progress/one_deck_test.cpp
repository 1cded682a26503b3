// One deck out of a backup: tests of game/progress/one_deck.cpp.
#include "game/progress/one_deck.h"

#include <algorithm>
#include <optional>

#include "game/progress/backups.h"
#include "game/progress/settings.h"
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"}, kOther{"towers"};

/// A database with two decks, of which some cards were answered, and a backup of it.
struct Desk {
  Desk() {
    test::value(store.add(test::sample_deck(kDeck.text, 12), test::kStart));
    test::value(store.add(test::sample_deck(kOther.text, 8), test::kStart));
    for (std::size_t i = 0; i < 6; ++i)
      test::answer(store, kDeck, i, Rating::Good, test::kStart + std::chrono::minutes(i));
    test::value(store.backup(backup));
  }
  void take() {
    const std::string taken = test::value(store.take_deck(backup, kDeck, now));
    CHECK(taken == title());
  }
  std::string title() { return test::value(store.deck(kDeck)).title; }
  void is_sound() { CHECK(test::value(store.check()).faults == std::vector<std::string>()); }

  test::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "p.sqlite", backup = folder.path() / "b.sqlite";
  Store store = test::value(Store::open(file));
  Instant now = test::kStart + 72h;
};

}  // namespace

TEST_CASE("F32 progress: one deck comes back with its cards, title and day; undo takes it back") {
  Desk desk;
  const Deck then = test::value(desk.store.deck(kDeck));
  const Deck other = test::value(desk.store.deck(kOther));
  const auto apply = [&](const Result<progress::Edits>& edits) {
    test::value(desk.store.apply(test::value(edits), desk.now));
  };
  apply(progress::renamed(desk.store, kDeck, "Spans"));
  apply(
      progress::without_cards(desk.store, kDeck, std::vector{then.cards[1].id, then.cards[7].id}));
  Card changed = then.cards[0];
  changed.prompt = "What now?";
  apply(progress::edited(desk.store, kDeck, changed));
  apply(progress::with_exam(desk.store, kDeck, study::Exam{21'000, 3}));
  apply(progress::renamed(desk.store, kOther, "High ones"));
  test::answer(desk.store, kDeck, 0, Rating::Again, desk.now - 1h);
  const auto before = test::contents_of(desk.store, test::kStart);

  desk.take();
  CHECK(test::value(desk.store.deck(kDeck)) == then);
  CHECK_FALSE(test::value(progress::exam_of(desk.store, kDeck)));
  CHECK(test::value(desk.store.deck(kOther)).title == "High ones");
  CHECK(test::value(desk.store.deck(kOther)).cards == other.cards);
  // What was answered since then stays.
  CHECK(test::value(desk.store.items(kDeck)).front().state.last_review == desk.now - 1h);
  desk.is_sound();

  CHECK(test::value(desk.store.undo(desk.now)));
  CHECK(test::contents_of(desk.store, test::kStart) == before);
  CHECK(test::value(desk.store.redo(desk.now)));
  CHECK(test::value(desk.store.deck(kDeck)) == then);
  desk.is_sound();
}

TEST_CASE("F32 progress: a deck that was deleted comes back; undo deletes it again") {
  Desk desk;
  const auto then = test::contents_of(desk.store, test::kStart);
  test::value(desk.store.take_out(kDeck));
  desk.take();
  CHECK(test::contents_of(desk.store, test::kStart) == then);
  test::value(desk.store.undo(desk.now));
  CHECK(test::value(desk.store.decks(desk.now, {})).size() == 1);
  desk.is_sound();
}

TEST_CASE("F32 progress: into a database that never had it a deck comes with its whole history") {
  Desk desk;
  const auto then = test::value(desk.store.items(kDeck));
  const auto days = test::value(desk.store.days(0, 100'000, kDeck));
  Store fresh = test::value(Store::open(desk.folder.path() / "fresh.sqlite"));
  test::value(fresh.add(test::sample_deck(kOther.text, 8), test::kStart));
  test::answer(fresh, kOther, 0, Rating::Easy, test::kStart);
  test::value(fresh.take_deck(desk.backup, kDeck, desk.now));
  CHECK(test::value(fresh.items(kDeck)) == then);
  CHECK(test::value(fresh.days(0, 100'000, kDeck)) == days);
  CHECK(test::value(fresh.stats()).reviews == 7);
  CHECK(test::value(fresh.check()).faults == std::vector<std::string>());
  // It goes on from there, and what goes on is not overwritten by the backup.
  test::answer(fresh, kDeck, 0, Rating::Good, desk.now);
  const auto went_on = test::contents_of(fresh, test::kStart);
  test::value(fresh.take_deck(desk.backup, kDeck, desk.now));
  CHECK(test::contents_of(fresh, test::kStart) == went_on);
  CHECK(test::value(fresh.check()).faults == std::vector<std::string>());
}

TEST_CASE("F32 progress: a history that goes on in the backup goes on; one that parted stays") {
  Desk desk;
  // A database that was restored to an older time, and then studied another way.
  const auto older = desk.folder.path() / "older.sqlite";
  {
    Store store = test::value(Store::open(older));
    test::value(store.add(test::sample_deck(kDeck.text, 12), test::kStart));
    test::answer(store, kDeck, 0, Rating::Good, test::kStart);           // as in the backup
    test::answer(store, kDeck, 1, Rating::Again, test::kStart + 30min);  // another answer
  }
  test::answer(desk.store, kDeck, 0, Rating::Good, test::kStart + 30h);
  test::value(desk.store.backup(desk.backup));
  const auto then = test::value(desk.store.items(kDeck));
  Store store = test::value(Store::open(older));
  const auto parted = test::value(store.items(kDeck))[1];
  test::value(store.take_deck(desk.backup, kDeck, desk.now));
  const auto items = test::value(store.items(kDeck));
  CHECK(items[0] == then[0]);
  CHECK(items[1] == parted);
  CHECK(items[5] == then[5]);
  CHECK(test::value(store.check()).faults == std::vector<std::string>());
}

TEST_CASE("F32 progress: no such deck, no such backup, a damaged one: nothing changes") {
  Desk desk;
  const auto before = test::contents_of(desk.store, test::kStart);
  CHECK_FALSE(desk.store.take_deck(desk.backup, {"winds"}, desk.now));
  CHECK_FALSE(desk.store.take_deck(desk.folder.path() / "none", kDeck, desk.now));
  std::filesystem::resize_file(desk.backup, 5000);
  CHECK_FALSE(desk.store.take_deck(desk.backup, kDeck, desk.now));
  CHECK(test::contents_of(desk.store, test::kStart) == before);
  CHECK(test::names_in(desk.folder.path()) ==
        std::vector<std::string>{"b.sqlite", "p.sqlite", "p.sqlite-shm", "p.sqlite-wal"});
}

TEST_CASE("F32 progress: a backup tells the decks of its list, by title") {
  Desk desk;
  test::value(desk.store.take_out(kOther));
  test::value(desk.store.backup(desk.backup));
  const progress::Backup backup{desk.backup, desk.now};
  const std::size_t cards = test::value(desk.store.deck(kDeck)).cards.size();
  CHECK(test::value(progress::decks_in(backup)) ==
        std::vector<progress::BackupDeck>{{kDeck, desk.title(), cards}});
  CHECK(test::value(progress::contents_of(backup)).decks == 1);
  CHECK(test::value(progress::contents_of(backup)).cards == cards);
}
