// The export: tests of game/progress/export.cpp.
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using nlohmann::json;
using progress::Store;

TEST_CASE("F33 progress: the export holds decks as deck files, states and every log entry") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  const Deck deck = test::sample_deck("bridges", 5);
  test::value(store.add(deck, test::kStart));
  const auto kept = test::answer(store, deck.id, 1, Rating::Hard, test::kStart + 1min);
  const auto gone = test::answer(store, deck.id, 2, Rating::Easy, test::kStart + 2min);
  test::value(store.take_back(gone, test::kStart + 3min));

  const json all = json::parse(test::value(store.export_json()));
  CHECK(all["format"] == "recto-profile");
  CHECK(all["version"] == 1);
  REQUIRE(all["decks"].size() == 1);
  CHECK(test::value(read_deck(all["decks"][0].dump())) == deck);
  REQUIRE(all["facts"].size() == 5);
  CHECK(all["facts"][0]["state"] == json{{"phase", "new"}});
  CHECK(all["facts"][0]["log"].empty());

  const json& fact = all["facts"][1];
  CHECK(fact["deck"] == "bridges");
  CHECK(fact["fact"] == kept.fact.text);
  CHECK(fact["state"]["phase"] == "learning");
  CHECK(fact["state"]["stability"] == kept.after.stability);
  CHECK(fact["state"]["difficulty"] == kept.after.difficulty);
  CHECK(fact["state"]["due"] == kept.after.due.time_since_epoch().count());
  CHECK(fact["state"]["reps"] == 1);
  REQUIRE(fact["log"].size() == 1);
  CHECK(fact["log"][0] == json{{"at", kept.at.time_since_epoch().count()},
                               {"card", kept.card.text},
                               {"rating", 2},
                               {"took_ms", 4210},
                               {"rules", 1}});
  CHECK(all["rules"]["1"]["desired_retention"] == 0.9);
  REQUIRE(all["facts"][2]["log"].size() == 2);
  CHECK(all["facts"][2]["log"][1]["taken_back"] == true);
}
