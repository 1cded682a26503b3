#include "game/recto/app.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

#include "tests/game/progress/samples.h"
#include "tests/game/recto/desk.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using screens::Message;
using screens::Page;
using screens::ShellAction;
using screens::SummaryAction;
using test::Desk;
using Kind = screens::StudyAction::Kind;

namespace {

std::size_t place_of(const screens::StudyView& view, const std::string& option) {
  const auto found = std::ranges::find(view.options, option, &screens::OptionLook::text);
  REQUIRE(found != view.options.end());
  return static_cast<std::size_t>(found - view.options.begin());
}

/// As long as it lives no file grows beyond `bytes`: a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit full{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &full);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("recto: a deck is added, told, and stands in the list") {
  Desk desk;
  CHECK(desk.app().decks().rows.empty());
  desk.add(test::treaty_deck());
  REQUIRE(desk.app().decks().rows.size() == 1);
  CHECK(desk.app().decks().rows[0].plan == "5 cards, about 1 minute");
  CHECK(desk.message() == "Added “The Treaty of Tordesillas”, 5 cards.");
  desk.add(test::treaty_deck());
  CHECK(desk.message() == "“The Treaty of Tordesillas” is here already, nothing has changed.");
  Deck changed = test::treaty_deck();
  changed.cards.pop_back();
  desk.add(changed);
  CHECK(desk.message() == "Updated “The Treaty of Tordesillas”: 0 new, 0 reworded, 1 gone.");
}

TEST_CASE("U9 recto: added decks are taken out again with Undo, as long as the line stands") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.add(test::numbers_deck(7));
  CHECK(desk.message() == "Added 2 decks with 12 cards.");
  CHECK(desk.app().shell().message->can_undo);
  desk.app().apply(ShellAction{ShellAction::Kind::UndoMessage});
  CHECK(desk.app().decks().rows.empty());
  CHECK(desk.message().empty());

  desk.add(test::treaty_deck());
  CHECK(desk.app().wakes_at() == desk.now + 8s);
  desk.now += 7s;
  desk.app().tick();
  CHECK_FALSE(desk.message().empty());
  desk.now += 1s;
  desk.app().tick();
  CHECK(desk.message().empty());
  desk.app().apply(ShellAction{ShellAction::Kind::UndoMessage});
  CHECK(desk.app().decks().rows.size() == 1);
}

TEST_CASE("X6 recto: a deck without a card says so") {
  Desk desk;
  Deck deck = test::treaty_deck();
  deck.cards.clear();
  desk.app().add("a.json", app::Opened{"a.json", deck});
  CHECK(desk.message().find("There is no card in a.json") == 0);
  CHECK(desk.app().shell().message->kind == Message::Kind::Problem);
}

TEST_CASE("F20 recto: every way to answer leads to its verdict and suggested rating") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  REQUIRE(desk.page() == Page::Study);

  desk.act(Kind::Reveal, "1494");  // typed
  CHECK(desk.app().study().verdict_text == "Right");
  CHECK(desk.app().study().ratings[2].suggested);
  desk.rate(Rating::Easy);
  desk.act(Kind::Reveal, "Castile");
  CHECK(desk.app().study().verdict_text == "Not quite");
  CHECK(desk.app().study().typed == "Castile");
  CHECK(desk.app().study().ratings[0].suggested);
  desk.rate(Rating::Easy);

  const auto pope = desk.app().study();  // chosen
  REQUIRE(pope.options.size() == 4);
  desk.act(Kind::Choose, {}, place_of(pope, "Julius II"));
  CHECK(desk.app().study().verdict_text == "Not quite");
  desk.act(Kind::Choose, {}, place_of(pope, "Alexander VI"));  // too late
  CHECK(desk.app().study().verdict_text == "Not quite");
  desk.rate(Rating::Easy);
  desk.act(Kind::Reveal);  // "I don't know"
  CHECK(desk.app().study().verdict_text == "Not known");
  CHECK(desk.app().study().ratings[0].suggested);
  desk.rate(Rating::Easy);

  desk.act(Kind::Reveal);  // recalled
  CHECK_FALSE(desk.app().study().verdict);
  CHECK(desk.app().study().ratings[2].suggested);
  desk.rate(Rating::Easy);
  CHECK(desk.page() == Page::Summary);
  CHECK(desk.app().summary().headline == "5 cards in 2 seconds");
  CHECK(desk.stats().reviews == 5);
}

TEST_CASE("G18 recto: nothing typed is not known; another answer of the deck is no slip") {
  Desk desk;
  Deck deck = test::numbers_deck(2);
  deck.cards[0].answer = "São Tomé";
  deck.cards[1].answer = "Sao Tome";
  desk.add(deck);
  desk.study({"numbers"});
  desk.act(Kind::Reveal, "  ");
  CHECK(desk.app().study().verdict_text == "Not known");
  desk.rate(Rating::Easy);
  desk.act(Kind::Reveal, "são tomé");
  CHECK(desk.app().study().verdict_text == "Not quite");
}

TEST_CASE("F19 recto: a rating is taken from 150 ms after the answer on, and never before it") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  const std::string prompt = desk.app().study().prompt;
  const auto rate_after = [&](std::chrono::milliseconds wait) {
    desk.now += wait;
    desk.app().apply(screens::StudyAction{Kind::Rate, {}, 0, Rating::Good});
  };
  rate_after(10s);
  CHECK(desk.app().study().prompt == prompt);
  desk.act(Kind::Reveal, "1494");
  rate_after(149ms);
  CHECK(desk.app().study().prompt == prompt);
  CHECK(desk.stats().reviews == 0);
  rate_after(1ms);
  CHECK(desk.app().study().prompt != prompt);
  CHECK(desk.stats().reviews == 1);
}

TEST_CASE("F18 recto: the first Hard says that it is a pass, later ones do not") {
  Desk desk;
  desk.add(test::numbers_deck(5));
  desk.study({"numbers"});
  desk.answer(Rating::Good);
  CHECK(desk.message().empty());
  desk.answer(Rating::Hard);
  CHECK(desk.message() == "Hard counts as recalled. Choose Again when you had forgotten.");
  CHECK(desk.app().memory().hard_is_explained);
  desk.answer(Rating::Hard);
  CHECK(desk.message().empty());
}

TEST_CASE("F17 recto: answers are taken back one by one, as often as wanted, also at the end") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  std::vector<std::string> prompts;
  while (desk.page() == Page::Study) {
    prompts.push_back(desk.app().study().prompt);
    desk.answer(Rating::Easy);
  }
  REQUIRE(prompts.size() == 5);
  CHECK(desk.stats().reviews == 5);
  desk.app().apply(SummaryAction{SummaryAction::Kind::Undo});
  for (std::size_t i = prompts.size(); i-- > 0;) {
    REQUIRE(desk.page() == Page::Study);
    CHECK(desk.app().study().prompt == prompts[i]);
    CHECK_FALSE(desk.app().study().revealed);
    CHECK(desk.app().study().can_undo == (i > 0));
    desk.act(Kind::Undo);
  }
  desk.act(Kind::Leave);
  CHECK(desk.app().decks().rows[0].fresh == 5);
  CHECK(desk.stats().undone == 5);
}

TEST_CASE("recto: what was answered is there after a kill, and the session goes on with the rest") {
  Desk desk;
  desk.add(test::numbers_deck(6));
  desk.study({"numbers"});
  desk.answer(Rating::Easy);
  desk.answer(Rating::Again);
  desk.answer(Rating::Easy);
  desk.start();
  CHECK(desk.page() == Page::Today);
  CHECK(desk.app().decks().rows[0].fresh == 3);
  CHECK(desk.app().decks().rows[0].learning == 1);
  desk.study({"numbers"});
  int answers = 0;
  for (; desk.page() == Page::Study && answers < 20; ++answers)
    desk.answer(Rating::Easy);
  CHECK(answers == 4);
  CHECK(desk.stats().reviews == 7);
  CHECK(test::value(test::value(progress::open_profile(desk.profile())).check()).faults.empty());
}

TEST_CASE("recto: leaving keeps the card, what was typed and what can be undone") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.add(test::numbers_deck(3));
  desk.study({"treaty"});
  desk.answer(Rating::Good);
  const std::string prompt = desk.app().study().prompt;
  desk.act(Kind::Leave, "Portu");
  CHECK(desk.page() == Page::Today);
  CHECK(desk.app().shell().place.can_resume);
  desk.app().apply(screens::run(screens::CommandId::ShowStudy));
  CHECK(desk.app().study().prompt == prompt);
  CHECK(desk.app().study().typed == "Portu");
  desk.act(Kind::Leave);
  desk.study({"treaty"});
  CHECK(desk.app().study().prompt == prompt);
  CHECK(desk.app().study().can_undo);
  desk.study({"numbers"});
  CHECK(desk.app().study().prompt == "Number 0?");
}

TEST_CASE("recto: a new day brings a new session, with what has fallen due") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.answer(Rating::Good);
  desk.act(Kind::Leave);
  CHECK(desk.app().wakes_at() > desk.now);
  desk.now += 24h;
  desk.app().tick();
  CHECK(desk.app().decks().rows[0].learning == 1);
  desk.study({"treaty"});
  CHECK_FALSE(desk.app().study().can_undo);
  CHECK(desk.app().study().left == 5);
}

TEST_CASE("U6 recto: a moment to wake at lies ahead, so that nothing is drawn in a circle") {
  Desk desk;
  CHECK(desk.app().wakes_at() ==
        Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) + 4h));
  desk.add(test::numbers_deck(2));
  desk.study({"numbers"});
  for (int i = 0; i < 20; ++i) {
    desk.answer(Rating::Again);
    CHECK(desk.app().wakes_at() > desk.now);
  }
  desk.now = desk.app().wakes_at();
  desk.app().tick();
  CHECK(desk.app().wakes_at() > desk.now);
}

TEST_CASE("F27 recto: from the summary one goes on with more new cards, or back to the list") {
  Desk desk;
  desk.add(test::numbers_deck(23));
  desk.study({"numbers"});
  while (desk.page() == Page::Study)
    desk.answer(Rating::Easy);
  CHECK(desk.app().summary().next == "3 more cards when you want to go on.");
  desk.app().apply(SummaryAction{SummaryAction::Kind::GoOn});
  REQUIRE(desk.page() == Page::Study);
  CHECK(desk.app().study().left == 3);
  while (desk.page() == Page::Study)
    desk.answer(Rating::Easy);
  CHECK(desk.app().summary().next == "All done for today.");
  desk.app().apply(SummaryAction{SummaryAction::Kind::Done});
  CHECK(desk.page() == Page::Today);
  CHECK_FALSE(desk.app().decks().rows[0].has_work);
  desk.study({"numbers"});
  CHECK(desk.page() == Page::Today);
  CHECK(desk.message() == "Nothing is due in “Numbers” now.");
}

TEST_CASE("recto: an answer that the disk does not take is not taken, and can be given again") {
  Desk desk;
  desk.add(test::numbers_deck(3));
  desk.study({"numbers"});
  desk.answer(Rating::Good);
  const std::string prompt = desk.app().study().prompt;
  desk.act(Kind::Reveal, "answer 1");
  {
    const FullDisk disk(1);
    desk.rate(Rating::Good);
    CHECK(desk.app().study().prompt == prompt);
    CHECK(desk.app().study().revealed);
    CHECK(desk.app().study().typed == "answer 1");
    CHECK(desk.app().shell().message->kind == Message::Kind::Problem);
    CHECK(desk.message().find("not taken yet") != std::string::npos);
    CHECK(desk.message().find(progress::kDatabaseName) != std::string::npos);
    desk.rate(Rating::Good);
    desk.app().apply(ShellAction{ShellAction::Kind::DismissMessage});
    CHECK(desk.message().empty());  // told once, not once a try
    desk.act(Kind::Undo);
    CHECK(desk.app().study().prompt == prompt);
    CHECK(desk.message().find("not taken back") != std::string::npos);
  }
  desk.rate(Rating::Good);
  CHECK(desk.app().study().prompt != prompt);
  CHECK(desk.message().empty());
  desk.start();
  CHECK(desk.stats().reviews == 2);
  CHECK(test::value(test::value(progress::open_profile(desk.profile())).check()).faults.empty());
}

TEST_CASE("U11 recto: problems stay until they are dismissed, one after the other") {
  Desk desk;
  const Error first{Error::Kind::NotFound, "there is no such file", "/tmp/a.txt", "check the name"};
  const Error second{Error::Kind::BadInput, "it is empty", "/tmp/b.txt", ""};
  desk.app().add("a.txt", tl::unexpected<Error>(first));
  desk.app().add("b.txt", tl::unexpected<Error>(second));
  desk.add(test::treaty_deck());
  desk.now += 1h;
  desk.app().tick();
  CHECK(desk.message() == "a.txt was not added: there is no such file; check the name.");
  desk.app().apply(ShellAction{ShellAction::Kind::DismissMessage});
  CHECK(desk.message() == "b.txt was not added: it is empty.");
  desk.app().apply(ShellAction{ShellAction::Kind::DismissMessage});
  CHECK(desk.message().empty());
}

TEST_CASE("U12 recto: a card goes to the clipboard once") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(Kind::Reveal, "1494");
  CHECK_FALSE(desk.app().take_copied());
  desk.act(Kind::Copy);
  const auto copied = desk.app().take_copied();
  REQUIRE(copied);
  CHECK(copied->find("In what year was the treaty signed?\n\n1494\n") == 0);
  CHECK_FALSE(desk.app().take_copied());
}

TEST_CASE("recto: 200 random actions, then undone, leave the database as it was") {
  test::for_seeds(5, [](Random& random) {
    Desk desk;
    desk.add(test::treaty_deck());
    desk.add(test::numbers_deck(12));
    desk.study({"treaty"});
    desk.answer(Rating::Easy);
    desk.study({"numbers"});
    const auto contents = [&] {
      const auto store = test::value(progress::open_profile(desk.profile()));
      return test::contents_of(store, desk.now);
    };
    const test::Contents before = contents();
    std::size_t reviews = desk.stats().reviews;
    for (int i = 0; i < 200; ++i) {
      desk.now += std::chrono::milliseconds(random.below(4000));
      const auto rating = static_cast<Rating>(1 + random.below(4));
      switch (random.below(8)) {
        case 0: desk.act(Kind::Undo); break;
        case 1: desk.act(Kind::Leave, "draft"); break;
        case 2: desk.study({"numbers"}); break;
        case 3: desk.app().apply(screens::run(screens::CommandId::ShowStudy)); break;
        case 4: desk.act(Kind::Reveal, "answer " + std::to_string(random.below(12))); break;
        case 5: desk.act(Kind::Choose, {}, random.below(5)); break;
        default: desk.answer(rating); break;
      }
      desk.app().tick();
      if (desk.page() == Page::Summary) desk.app().apply(SummaryAction{SummaryAction::Kind::Undo});
    }
    CHECK(desk.stats().reviews > reviews);
    desk.study({"numbers"});
    REQUIRE(desk.page() == Page::Study);
    while (desk.app().study().can_undo)
      desk.act(Kind::Undo);
    CHECK(contents() == before);
    CHECK(test::value(test::value(progress::open_profile(desk.profile())).check()).faults.empty());
  });
}

TEST_CASE("recto: the palette finds a deck by a few letters and studies it") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.app().apply(screens::run(screens::CommandId::OpenPalette));
  REQUIRE(desk.app().shell().palette);
  const auto act = [&](screens::PaletteAction::Kind kind, const std::string& query,
                       std::size_t chosen) {
    screens::ShellAction action{ShellAction::Kind::Palette};
    action.palette = {kind, query, chosen};
    desk.app().apply(action);
  };
  act(screens::PaletteAction::Kind::Move, "tordes", 0);
  REQUIRE(desk.app().shell().palette->entries.size() == 1);
  act(screens::PaletteAction::Kind::Take, "tordes", 0);
  CHECK_FALSE(desk.app().shell().palette);
  CHECK(desk.page() == Page::Study);

  desk.app().apply(screens::run(screens::CommandId::OpenPalette));
  act(screens::PaletteAction::Kind::Take, "", 99);  // nothing is there
  CHECK(desk.page() == Page::Study);
  desk.app().apply(screens::run(screens::CommandId::OpenPalette));
  act(screens::PaletteAction::Kind::Close, "", 0);
  CHECK_FALSE(desk.app().shell().palette);
}

TEST_CASE("recto: what is about the window is handed to it, once") {
  Desk desk;
  CHECK_FALSE(desk.app().take_for_window());
  desk.app().apply(screens::run(screens::CommandId::SwitchTheme));
  CHECK(desk.app().take_for_window() == screens::CommandId::SwitchTheme);
  CHECK_FALSE(desk.app().take_for_window());
}

TEST_CASE("recto: the help shows the keys of this page until it is closed") {
  Desk desk;
  CHECK(desk.app().shell().keys.empty());
  desk.app().apply(screens::run(screens::CommandId::ShowKeys));
  CHECK(desk.app().shell().keys == screens::keys_of({Page::Today, false}));
  desk.app().apply(ShellAction{ShellAction::Kind::CloseKeys});
  CHECK(desk.app().shell().keys.empty());
}
