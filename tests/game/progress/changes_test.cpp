// Decisions about facts (F17): stored, taken back, checked, repaired, upgraded. Tests of
// game/progress/answers.cpp and decision.cpp.
#include <map>

#include "game/progress/decision.h"
#include "game/progress/store.h"
#include "game/study/session.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Phase;
using memory::Rating;
using progress::Store;
using Kind = study::Changed::Kind;

namespace {

const DeckId kDeck{"bridges"};
const study::Day kToday = study::day_of(test::kStart, {});
constexpr std::array kKinds = {Kind::Bury, Kind::Suspend, Kind::Flag, Kind::Forget, Kind::SetDue};

Store store_with_deck(const std::filesystem::path& file, int facts = 20) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, facts), test::kStart));
  return store;
}

study::Item item_at(const Store& store, std::size_t index) {
  return test::value(store.items(kDeck)).at(index);
}

/// A decision of this kind about a learned item, that changes it.
study::Changed decision(const study::Item& item, Kind kind) {
  return test::change_of(item, kind, kind == Kind::Bury || kind == Kind::SetDue ? kToday + 3 : 1);
}

}  // namespace

TEST_CASE("F17 progress: every kind of decision is there after a restart, and can be taken back") {
  for (const Kind kind : kKinds) {
    CAPTURE(static_cast<int>(kind));
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    study::Changed changed;
    test::Contents before;
    {
      Store store = store_with_deck(file);
      test::answer(store, kDeck, 4, Rating::Easy, test::kStart);
      before = test::contents_of(store, test::kStart);
      changed = decision(item_at(store, 4), kind);
      test::value(store.change(changed, test::kStart + 1min));
    }
    Store store = test::value(Store::open(file));
    CHECK(item_at(store, 4).state == changed.after);
    CHECK(item_at(store, 4).standing == changed.standing_after);
    CHECK(test::contents_of(store, test::kStart) != before);
    CHECK(test::value(store.check()).faults.empty());
    test::value(store.take_back(changed, test::kStart + 2min));
    CHECK(test::contents_of(store, test::kStart) == before);
    CHECK_FALSE(store.take_back(changed, test::kStart + 3min));
    CHECK(test::value(store.check()).faults.empty());
    CHECK(test::value(store.stats()).undone == 0);
  }
}

TEST_CASE("F17 progress: decisions are taken off again: not suspended, not buried, no flag") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto start = test::contents_of(store, test::kStart);
  for (const Kind kind : {Kind::Bury, Kind::Suspend, Kind::Flag}) {
    test::value(store.change(decision(item_at(store, 0), kind), test::kStart));
    study::Changed off = test::change_of(item_at(store, 0), kind);
    off.standing_after = {};
    test::value(store.change(off, test::kStart));
    CHECK(test::contents_of(store, test::kStart) == start);
    CHECK(test::value(store.check()).faults.empty());
  }
}

TEST_CASE("F17 progress: a decision that does not follow what is stored is refused") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const study::Item fresh = item_at(store, 0);
  test::answer(store, kDeck, 0, Rating::Good, test::kStart);
  const study::Item item = item_at(store, 0);
  const auto start = test::contents_of(store, test::kStart);
  CHECK_FALSE(store.change(decision(fresh, Kind::Suspend), test::kStart));
  auto odd = decision(item, Kind::Suspend);
  odd.kind = Kind::Flag;
  CHECK_FALSE(store.change(odd, test::kStart));
  odd = decision(item, Kind::Bury);
  odd.after.lapses = 5;
  CHECK_FALSE(store.change(odd, test::kStart));
  odd = decision(item_at(store, 1), Kind::SetDue);
  CHECK_FALSE(store.change(odd, test::kStart));
  odd = decision(item, Kind::Flag);
  odd.fact = {"none"};
  CHECK(store.change(odd, test::kStart).error().kind == Error::Kind::NotFound);
  odd = decision(item, Kind::Flag);
  odd.card = {"none"};
  CHECK(store.change(odd, test::kStart).error().kind == Error::Kind::NotFound);
  CHECK(test::contents_of(store, test::kStart) == start);
}

TEST_CASE("F17 progress: within a fact, answers and decisions are taken back in their order") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto start = test::contents_of(store, test::kStart);
  const auto answered = test::answer(store, kDeck, 2, Rating::Good, test::kStart);
  const auto flagged = decision(item_at(store, 2), Kind::Flag);
  test::value(store.change(flagged, test::kStart + 1min));
  CHECK_FALSE(store.take_back(answered, test::kStart + 2min));
  const auto later = test::answer(store, kDeck, 2, Rating::Good, test::kStart + 3min);
  CHECK_FALSE(store.take_back(flagged, test::kStart + 4min));
  test::value(store.take_back(later, test::kStart + 4min));
  test::value(store.take_back(flagged, test::kStart + 4min));
  test::value(store.take_back(answered, test::kStart + 4min));
  CHECK(test::contents_of(store, test::kStart) == start);
}

TEST_CASE("progress: a forgotten fact is another card in the log, and is new in the counts") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite", 2);
  test::answer(store, kDeck, 0, Rating::Good, test::kStart);
  test::value(store.change(decision(item_at(store, 0), Kind::Forget), test::kStart + 1min));
  CHECK(test::value(store.decks(test::kStart, {})).at(0).new_facts == 2);
  test::answer(store, kDeck, 0, Rating::Easy, test::kStart + 2min);
  test::answer(store, kDeck, 1, Rating::Hard, test::kStart + 3min);
  const std::vector<memory::Review> reviews = test::value(store.reviews());
  REQUIRE(reviews.size() == 3);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(reviews[i].card == static_cast<std::int64_t>(i) + 1);
  CHECK(test::value(store.check()).faults.empty());
}

namespace {

/// What was done and counts, the last behind.
using Done = std::vector<study::Step>;

/// Something at random in a session, stored; gives false when there was nothing to ask.
bool do_something(study::Session& session, Store& store, Instant now, Random& random, Done& done) {
  if (random.below(5) == 0) {
    if (const auto undone = session.undo()) {
      std::visit([&](const auto& step) { test::value(store.take_back(step, now)); }, *undone);
      REQUIRE(done.back() == *undone);
      done.pop_back();
      return true;
    }
  }
  if (session.current() == nullptr) return false;
  std::optional<study::Changed> changed;
  switch (random.below(9)) {
    case 0: changed = session.bury(now); break;
    case 1: changed = session.suspend(now); break;
    case 2: changed = session.flag(study::Flag::Unclear, now); break;
    case 3: changed = session.forget(now); break;
    case 4: changed = session.set_due(study::day_of(now, {}) + 2, now); break;
    default: {
      const auto answered = session.answer(static_cast<Rating>(1 + random.below(4)), now, 5s);
      test::value(store.record(answered, {}));
      done.emplace_back(answered);
    }
  }
  if (!changed) return true;
  test::value(store.change(*changed, now));
  done.emplace_back(*changed);
  return true;
}

}  // namespace

TEST_CASE(
    "F17 progress: 200 answers and decisions leave what the sessions say, and can be undone") {
  test::for_seeds(4, [](Random& random) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    Store store = store_with_deck(file, 40);
    const auto start = test::contents_of(store, test::kStart);
    Done done;
    Instant now = test::kStart;
    const auto scheduler = test::value(memory::Scheduler::make({}));
    for (int actions = 0; actions < 200; now += 30h) {
      study::Session session(test::value(store.items(kDeck)), scheduler, {}, {}, now, random());
      const progress::DeckLine line = test::value(store.decks(now, {})).at(0);
      CHECK(session.left() <= line.new_facts + line.learning + line.due);
      for (int i = 0; i < 30 && actions < 200; ++i, ++actions, now += 1min)
        if (!do_something(session, store, now, random, done)) break;
      ++actions;
    }
    std::map<FactId, progress::Memory> expected;
    for (const study::Step& step : done) {
      if (const auto* const answered = std::get_if<study::Answered>(&step)) {
        expected[answered->fact].state = answered->after;
      } else {
        const auto& changed = std::get<study::Changed>(step);
        expected[changed.fact] = {changed.after, changed.standing_after};
      }
    }
    for (const study::Item& item : test::value(store.items(kDeck)))
      CHECK(progress::Memory{item.state, item.standing} == expected[item.fact]);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
    const auto last = test::contents_of(store, now);
    {
      const auto repaired = [&] {
        const auto copy = folder.path() / "copy.sqlite";
        test::value(store.backup(copy));
        test::value(Store::repair(copy));
        return test::value(Store::open(copy));
      }();
      CHECK(test::contents_of(repaired, now) == last);
    }
    for (; !done.empty(); done.pop_back())
      std::visit([&](const auto& step) { test::value(store.take_back(step, now)); }, done.back());
    CHECK(test::contents_of(store, test::kStart) == start);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
  });
}

TEST_CASE("progress: check names decisions that were changed behind Recto's back") {
  for (const char* sql :
       {"UPDATE facts SET suspended = 1 WHERE id = 2", "UPDATE facts SET flag = 2 WHERE id = 1",
        "UPDATE facts SET buried_until = NULL WHERE id = 1",
        "DROP TRIGGER changes_never_change; UPDATE changes SET value = 7",
        "DROP TRIGGER changes_never_change; UPDATE changes SET kind = 9",
        "DROP TRIGGER changes_never_shrink; DELETE FROM changes",
        "INSERT INTO changes SELECT fact, number + 1, at, card, 1, 1, 1 FROM changes"}) {
    CAPTURE(sql);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    {
      Store store = store_with_deck(file);
      test::value(store.change(decision(item_at(store, 0), Kind::Bury), test::kStart));
    }
    test::run_sql(file, sql);
    CHECK_FALSE(test::value(test::value(Store::open(file)).check()).faults.empty());
  }
}

TEST_CASE("progress: the database refuses to change or shorten its decisions") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = store_with_deck(file);
  test::value(store.change(decision(item_at(store, 0), Kind::Flag), test::kStart));
  CHECK_FALSE(test::sql_works(file, "UPDATE changes SET at = at + 1"));
  CHECK_FALSE(test::sql_works(file, "DELETE FROM changes"));
}
