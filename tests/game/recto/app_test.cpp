#include "game/recto/app.h"

#include <csignal>
#include <memory>
#include <string>
#include <sys/resource.h>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::app;
using namespace recto::screens;
using memory::Rating;
using namespace std::chrono_literals;

namespace {

const Instant kStart{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 12h};

Card card_of(std::string id, CardKind kind, std::string answer) {
  Card card;
  card.id = {"c" + id};
  card.fact = {"f" + id};
  card.kind = kind;
  card.prompt = kind == CardKind::Cloze ? "The ____ of " + id + "." : "What is " + id + "?";
  card.answer = std::move(answer);
  if (kind == CardKind::Choice) card.distractors = {"x", "y", "z"};
  card.evidence = Evidence{{"p1"}, 0, 10, {}};
  card.made_by = "rules/test";
  return card;
}

Deck test_deck() {
  Deck deck;
  deck.id = {"d1"};
  deck.title = "Test deck";
  deck.passages = {{{"p1"}, "Heading", "A sentence that states it all.", {}}};
  deck.names = {"Rome"};
  deck.cards = {card_of("one", CardKind::Short, "Paris"), card_of("two", CardKind::Choice, "right"),
                card_of("three", CardKind::Cloze, "São Paulo"),
                card_of("four", CardKind::Faq, "a whole long answer of many words indeed")};
  return deck;
}

/// An app on a database of its own, with a clock that the test turns.
struct Desk {
  explicit Desk(const test::TemporaryFolder& folder) : path(folder.path() / "progress.sqlite") {
    reopen();
  }
  void reopen() {
    app.reset();
    app = std::make_unique<App>(
        test::value(progress::Store::open(path)), progress::Rules{}, [this] { return now; }, 1);
  }
  void open_deck(const Deck& deck = test_deck()) {
    app->add("test.deck.json", Opened{"test.deck.json", deck, false});
    app->apply(DecksAction{DecksAction::Kind::Study, deck.id});
  }
  void act(StudyAction action) { app->apply(action); }
  void reveal(const std::string& typed = {}) {
    act({StudyAction::Kind::Reveal, typed, 0, Rating::Good});
    now += 1s;
  }
  void rate(Rating rating) { act({StudyAction::Kind::Rate, {}, 0, rating}); }
  void answer(Rating rating) {
    now += 4s;
    reveal();
    rate(rating);
  }
  [[nodiscard]] std::string prompt() const { return app->study().prompt; }
  [[nodiscard]] std::size_t reviews() const {
    return test::value(test::value(progress::Store::open(path)).stats()).reviews;
  }

  std::filesystem::path path;
  Instant now = kStart;
  std::unique_ptr<App> app;
};

}  // namespace

TEST_CASE("recto: a deck is added, studied to its summary, and kept") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  CHECK(desk.app->shell().page == Page::Decks);
  desk.open_deck();
  CHECK(desk.app->shell().page == Page::Study);
  for (int i = 0; i < 4; ++i)
    desk.answer(Rating::Easy);
  CHECK(desk.app->shell().page == Page::Summary);
  CHECK(desk.app->summary().figures[0].number == "4");
  desk.app->apply(SummaryAction{SummaryAction::Kind::Done});
  CHECK(desk.app->shell().page == Page::Decks);
  CHECK(!desk.app->decks().rows[0].has_work);
  CHECK(desk.reviews() == 4);
}

TEST_CASE("F14 recto: quit at any time, come back, go on") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.open_deck();
  desk.answer(Rating::Easy);
  desk.answer(Rating::Easy);
  desk.reveal();  // seen, not rated: asked again
  desk.reopen();
  CHECK(desk.app->decks().rows[0].fresh == 2);
  desk.app->apply(DecksAction{DecksAction::Kind::Study, {"d1"}});
  CHECK(desk.app->study().left == 2);
  CHECK(!desk.app->study().revealed);
}

TEST_CASE("recto: typed answers are graded, the verdict suggests the rating") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.open_deck();
  CHECK(desk.prompt() == "What is one?");
  desk.reveal("paris");
  CHECK(desk.app->study().verdict == study::Verdict::Right);
  CHECK(desk.app->study().ratings[2].suggested);
  desk.rate(Rating::Good);
  desk.act({StudyAction::Kind::Choose, {}, 9, Rating::Good});  // there is no such option
  CHECK(!desk.app->study().revealed);
  desk.act({StudyAction::Kind::Choose, {}, 0, Rating::Good});
  CHECK(desk.app->study().revealed);
  CHECK(desk.app->study().verdict);
  desk.now += 1s;
  desk.rate(Rating::Easy);
  desk.reveal("Sao Paulo");
  CHECK(desk.app->study().verdict == study::Verdict::Slip);
  desk.rate(Rating::Easy);
  CHECK(desk.app->study().way == study::Way::Reveal);
}

TEST_CASE("recto: another answer or name of the deck is wrong") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  Deck deck = test_deck();
  deck.cards = {card_of("one", CardKind::Short, "Paris")};
  deck.cards[0].accept = {"Lutetia"};
  desk.open_deck(deck);
  desk.reveal("Róme");
  CHECK(desk.app->study().verdict == study::Verdict::Wrong);
}

TEST_CASE("F19 recto: a rating key right after the answer is ignored") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.open_deck();
  desk.act({StudyAction::Kind::Reveal, "", 0, Rating::Good});
  desk.now += 100ms;
  desk.rate(Rating::Good);
  CHECK(desk.app->study().revealed);
  desk.now += 100ms;
  desk.rate(Rating::Good);
  CHECK(!desk.app->study().revealed);
}

TEST_CASE("F17 recto: undo takes back in the session and in the database") {
  test::for_seeds(3, [](Random& random) {
    const test::TemporaryFolder folder;
    Desk desk(folder);
    desk.open_deck();
    std::size_t answers = 0;
    for (int i = 0; i < 200; ++i) {
      if (desk.app->shell().page == Page::Summary || random.below(3) == 0) {
        if (answers > 0) --answers;
        desk.act({StudyAction::Kind::Undo, {}, 0, Rating::Good});
      } else {
        desk.answer(static_cast<Rating>(1 + random.below(4)));
        ++answers;
      }
    }
    const auto check = test::value(test::value(progress::Store::open(desk.path)).check());
    CHECK(check.faults == std::vector<std::string>{});
    for (; answers > 0; --answers)
      desk.act({StudyAction::Kind::Undo, {}, 0, Rating::Good});
    CHECK(desk.app->study().done == 0);
    desk.reopen();
    CHECK(desk.app->decks().rows[0].fresh == 4);
  });
}

TEST_CASE("recto: an answer that the disk refuses is not taken, and can be rated again") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.open_deck();
  desk.answer(Rating::Easy);
  const std::string prompt = desk.prompt();
  desk.reveal();
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  rlimit none = before;
  none.rlim_cur = 0;
  ::setrlimit(RLIMIT_FSIZE, &none);
  desk.rate(Rating::Easy);
  ::setrlimit(RLIMIT_FSIZE, &before);
  CHECK(desk.app->shell().page == Page::Study);
  REQUIRE(desk.app->shell().message);
  CHECK(desk.app->shell().message->kind == Message::Kind::Problem);
  CHECK(desk.app->study().revealed);
  CHECK(desk.prompt() == prompt);
  desk.rate(Rating::Easy);
  CHECK(desk.prompt() != prompt);
  CHECK(!desk.app->shell().message);
  CHECK(desk.reviews() == 2);
}

TEST_CASE("recto: a session that was left is resumed where it was") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.open_deck();
  desk.answer(Rating::Easy);
  const std::string prompt = desk.prompt();
  desk.act({StudyAction::Kind::Leave, {}, 0, Rating::Good});
  CHECK(desk.app->shell().page == Page::Decks);
  CHECK(desk.app->shell().can_resume);
  desk.app->apply(ShellAction::Study);
  CHECK(desk.prompt() == prompt);
  CHECK(desk.app->study().can_undo);
}

TEST_CASE("F8 recto: a deck that is here already is updated, progress stays") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.open_deck();
  desk.answer(Rating::Easy);
  desk.app->add("again.deck.json", Opened{"again.deck.json", test_deck(), false});
  CHECK(desk.app->shell().message->text == "again.deck.json is here already, nothing has changed.");
  Deck more = test_deck();
  more.cards.push_back(card_of("five", CardKind::Short, "five"));
  desk.app->add("more.deck.json", Opened{"more.deck.json", more, false});
  CHECK(desk.app->shell().message->text == "Updated “Test deck”: 1 new, 0 reworded, 0 gone.");
  CHECK(desk.app->decks().rows[0].fresh == 4);
}

TEST_CASE("recto: what cannot be opened is told, and a deck without cards says why") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  desk.app->add("x.txt", fail(Error::Kind::NotFound, "no such file", "x.txt", "check the name"));
  CHECK(desk.app->shell().message->kind == Message::Kind::Problem);
  CHECK(desk.app->shell().message->text.find("no such file") != std::string::npos);
  Deck empty = test_deck();
  empty.cards.clear();
  desk.app->add("poem.txt", Opened{"poem.txt", empty, true});
  CHECK(desk.app->shell().message->text.starts_with("No good card"));
  desk.app->apply(DecksAction{DecksAction::Kind::Study, {"d1"}});
  CHECK(desk.app->shell().page == Page::Decks);
  desk.app->apply(ShellAction::DismissMessage);
  CHECK(!desk.app->shell().message);
}

TEST_CASE("recto: the app wakes for a learning step and for the next day") {
  const test::TemporaryFolder folder;
  Desk desk(folder);
  Deck deck = test_deck();
  deck.cards.resize(1);
  desk.open_deck(deck);
  const Instant next_day = study::start_of(study::day_of(kStart, {}) + 1, {});
  CHECK(desk.app->wakes_at() == next_day);
  CHECK(desk.app->take_copied() == std::nullopt);
  desk.act({StudyAction::Kind::Copy, {}, 0, Rating::Good});
  CHECK(desk.app->take_copied()->starts_with("What is one?"));
}
