// Studying as a person does it: every key of F17 changes what it says, in the database too, and can
// be taken back.
#include "game/recto/study_flow.h"

#include <algorithm>

#include "tests/game/progress/samples.h"
#include "tests/game/recto/desk.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using screens::Page;
using screens::Panel;
using screens::SummaryAction;
using study::Decision;
using study::Flag;
using test::Desk;
using Kind = screens::StudyAction::Kind;

namespace {

void flag(Desk& desk, std::optional<Flag> flag) {
  desk.app().apply(screens::StudyAction{.kind = Kind::Flag, .flag = flag});
}

void decide(Desk& desk, Decision decision) {
  desk.app().apply(screens::StudyAction{.kind = Kind::Decide, .decision = decision});
}

void save(Desk& desk, std::vector<std::string> texts) {
  screens::StudyAction action{.kind = Kind::Edited};
  action.edit = {screens::EditAction::Kind::Save, std::move(texts)};
  desk.app().apply(action);
}

/// What the database says of a fact.
study::Item stored(Desk& desk, const DeckId& deck, const std::string& card) {
  const auto store = test::value(progress::open_profile(desk.profile()));
  for (const study::Item& item : test::value(store.items(deck)))
    if (item.variants.front().id.text == card) return item;
  FAIL("there is no such card");
  return {};
}

/// Two typed cards, both due, of which the first was forgotten five times after having been
/// learned.
void make_leech(Desk& desk) {
  desk.add(test::numbers_deck(2));
  for (int day = 0; day < 6; ++day) {
    desk.study({"numbers"});
    bool forgets = day > 0;
    while (desk.page() == Page::Study) {
      const bool now = forgets && desk.app().study().prompt == "Number 0?";
      if (now) forgets = false;
      desk.answer(now ? Rating::Again : Rating::Easy);
    }
    desk.now += 24h * 365;
    desk.app().tick();
  }
}

}  // namespace

TEST_CASE("F17 recto: b buries a card until tomorrow, and u takes that back") {
  Desk desk;
  desk.add(test::numbers_deck(2));
  desk.study({"numbers"});
  desk.act(Kind::Bury);
  CHECK(desk.app().study().prompt == "Number 1?");
  CHECK(desk.message() == "Not asked again today. U takes it back.");
  CHECK(stored(desk, {"numbers"}, "c-n0").standing.buried_until);
  desk.act(Kind::Undo);
  CHECK(desk.app().study().prompt == "Number 0?");
  CHECK_FALSE(stored(desk, {"numbers"}, "c-n0").standing.buried_until);
  desk.act(Kind::Redo);
  CHECK(desk.app().study().prompt == "Number 1?");
  desk.start();
  desk.study({"numbers"});
  CHECK(desk.app().study().left == 1);
  desk.now += 24h;
  desk.app().tick();
  desk.study({"numbers"});
  CHECK(desk.app().study().left == 2);
}

TEST_CASE("F17 recto: - suspends a card for good, and u takes that back") {
  Desk desk;
  desk.add(test::numbers_deck(1));
  desk.study({"numbers"});
  desk.act(Kind::Suspend);
  CHECK(desk.page() == Page::Summary);
  CHECK(stored(desk, {"numbers"}, "c-n0").standing.suspended);
  desk.app().apply(SummaryAction{SummaryAction::Kind::Undo});
  CHECK(desk.page() == Page::Study);
  CHECK_FALSE(stored(desk, {"numbers"}, "c-n0").standing.suspended);
}

TEST_CASE("F17 recto: f flags a card with its reason and stays where it was") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(Kind::Reveal, "1494");
  desk.app().apply(screens::StudyAction{.kind = Kind::Open, .panel = Panel::Flags});
  CHECK(desk.app().study().flags.size() == 4);
  flag(desk, Flag::Unclear);
  const screens::StudyView view = desk.app().study();
  CHECK(view.panel == Panel::None);
  CHECK(view.flagged == "Flagged: unclear");
  CHECK(view.verdict_text == "Right");
  CHECK(stored(desk, {"treaty"}, "c-year").standing.flag == Flag::Unclear);
  flag(desk, std::nullopt);
  CHECK(desk.app().study().flagged.empty());
  desk.act(Kind::Undo);
  CHECK(stored(desk, {"treaty"}, "c-year").standing.flag == Flag::Unclear);
}

TEST_CASE("F17 recto: h gives away more with each press and keeps what was typed") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  for (const char* hint : {"1…", "1•••", "14••", "14••"}) {
    desk.act(Kind::Hint, "so far");
    CHECK(desk.app().study().hint == hint);
    CHECK(desk.app().study().typed == "so far");
  }
  desk.act(Kind::Reveal, "1494");
  CHECK(desk.app().study().ratings[1].suggested);  // recalled with effort
}

TEST_CASE("F17 recto: s shows the passage whole, and i the history, only while they are wanted") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(Kind::Source);
  CHECK_FALSE(desk.app().study().source);  // never before the answer
  desk.act(Kind::Reveal);
  CHECK_FALSE(desk.app().study().source->whole);
  desk.act(Kind::Source);
  CHECK(desk.app().study().source->whole);
  desk.app().apply(screens::StudyAction{.kind = Kind::Open, .panel = Panel::History});
  CHECK_FALSE(desk.app().study().history.empty());
  desk.app().apply(screens::StudyAction{.kind = Kind::Open});
  CHECK(desk.app().study().history.empty());
  desk.rate(Rating::Good);
  desk.act(Kind::Reveal);
  CHECK_FALSE(desk.app().study().source->whole);
}

TEST_CASE("F20 recto: the learner's word on a typed answer decides what is suggested") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  decide(desk, Decision::Counts);  // nothing to decide yet
  desk.act(Kind::Reveal, "1493");
  CHECK(desk.app().study().ratings[0].suggested);
  decide(desk, Decision::Counts);
  CHECK(desk.app().study().verdict_text == "Counts as right");
  CHECK(desk.app().study().ratings[2].suggested);
  decide(desk, Decision::DoesNotCount);
  CHECK(desk.app().study().verdict_text == "Does not count");
  CHECK(desk.app().study().ratings[0].suggested);
}

TEST_CASE("F17 recto: e puts a card right where it is asked, and u gives it its old words") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(Kind::Edit, "149");
  REQUIRE(desk.app().study().edit);
  CHECK(desk.app().study().edit->fields[1].text == "1494");
  save(desk, {"When was it signed?", "", ""});
  CHECK(desk.app().study().edit->problem == "There is no answer yet.");
  CHECK(desk.app().study().edit->fields[0].text == "When was it signed?");
  save(desk, {"When was it signed?", "1494", "MCDXCIV"});
  CHECK_FALSE(desk.app().study().edit);
  CHECK(desk.app().study().prompt == "When was it signed?");
  CHECK(desk.app().study().typed == "149");
  CHECK(stored(desk, {"treaty"}, "c-year").variants[0].edited);
  CHECK(desk.app().study().can_undo);
  desk.act(Kind::Undo);
  CHECK(desk.app().study().prompt == "In what year was the treaty signed?");
  CHECK_FALSE(desk.app().study().can_undo);
  CHECK_FALSE(stored(desk, {"treaty"}, "c-year").variants[0].edited);
}

TEST_CASE("F17 recto: fields that are closed keep what was typed") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(Kind::Edit);
  screens::StudyAction close{.kind = Kind::Edited};
  close.edit = {screens::EditAction::Kind::Close, {"Half a quest", "1494", ""}};
  desk.app().apply(close);
  CHECK(desk.app().study().prompt == "In what year was the treaty signed?");
  desk.act(Kind::Edit);
  CHECK(desk.app().study().edit->fields[0].text == "Half a quest");
}

TEST_CASE("G18 recto: A accepts what was typed from now on, and u takes that back") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(Kind::Reveal, "the nineties");
  decide(desk, Decision::CountsFromNowOn);
  CHECK(desk.app().study().verdict_text == "Right from now on");
  CHECK(desk.app().study().ratings[2].suggested);
  CHECK(stored(desk, {"treaty"}, "c-year").variants[0].accept ==
        std::vector<std::string>{"the nineties"});
  desk.act(Kind::Undo);
  CHECK(desk.app().study().verdict_text == "Not quite");
  CHECK(stored(desk, {"treaty"}, "c-year").variants[0].accept.empty());
}

TEST_CASE("F27 recto: flagged cards are fixed one after the other, and their flags go") {
  Desk desk;
  desk.add(test::numbers_deck(2));
  desk.study({"numbers"});
  while (desk.page() == Page::Study) {
    flag(desk, Flag::Wrong);
    desk.answer(Rating::Easy);
  }
  CHECK(desk.app().summary().flagged == 2);
  const auto act = [&](SummaryAction::Kind kind, screens::EditAction edit = {}) {
    SummaryAction action{kind};
    action.edit = std::move(edit);
    desk.app().apply(action);
  };
  act(SummaryAction::Kind::Fix);
  REQUIRE(desk.app().summary().edit);
  CHECK(desk.app().summary().edit->title == "Fix flagged cards: 1 of 2");
  act(SummaryAction::Kind::Edited, {screens::EditAction::Kind::Save, {"Which?", "this", ""}});
  CHECK(desk.app().summary().edit->title == "Fix flagged cards: 2 of 2");
  act(SummaryAction::Kind::Edited,
      {screens::EditAction::Kind::Close, {"Number 1?", "answer 1", ""}});
  CHECK_FALSE(desk.app().summary().edit);
  CHECK(desk.app().summary().flagged == 1);
  const study::Item fixed = stored(desk, {"numbers"}, "c-n0");
  CHECK(fixed.variants[0].prompt == "Which?");
  CHECK_FALSE(fixed.standing.flag);
}

TEST_CASE("F23 recto: a card forgotten once too often is offered a way out, and never just goes") {
  Desk desk;
  make_leech(desk);
  desk.study({"numbers"});
  while (desk.app().study().prompt != "Number 0?")
    desk.answer(Rating::Easy);
  desk.act(Kind::Reveal, "answer 0");
  desk.rate(Rating::Again);
  const screens::StudyView offer = desk.app().study();
  CHECK(offer.prompt == "Number 0?");
  CHECK_FALSE(offer.offer.empty());
  CHECK(offer.ways_out.size() == 3);
  CHECK(offer.ratings.empty());
  desk.rate(Rating::Easy);  // was rated already
  CHECK(desk.app().study().prompt == "Number 0?");

  SUBCASE("it is set aside, and that is taken back together with nothing else") {
    desk.act(Kind::SetAside);
    CHECK(stored(desk, {"numbers"}, "c-n0").standing.suspended);
    CHECK(desk.message() == "Set aside. U takes it back.");
    desk.app().apply(SummaryAction{SummaryAction::Kind::Undo});
    if (desk.page() == Page::Study && desk.app().study().prompt != "Number 0?")
      desk.act(Kind::Undo);
    CHECK_FALSE(stored(desk, {"numbers"}, "c-n0").standing.suspended);
  }
  SUBCASE("it goes on as before") {
    desk.act(Kind::Keep);
    CHECK_FALSE(stored(desk, {"numbers"}, "c-n0").standing.suspended);
    CHECK(stored(desk, {"numbers"}, "c-n0").state.lapses == 6);
  }
  SUBCASE("the answer was a mistake") {
    desk.act(Kind::Undo);
    CHECK(desk.app().study().prompt == "Number 0?");
    CHECK_FALSE(desk.app().study().revealed);
    CHECK(stored(desk, {"numbers"}, "c-n0").state.lapses == 5);
  }
}

TEST_CASE("F24 recto: practising the missed and a quiz leave the database as it is") {
  Desk desk;
  desk.add(test::numbers_deck(12));
  desk.study({"numbers"});
  for (int i = 0; desk.page() == Page::Study; ++i)
    desk.answer(i == 0 ? Rating::Again : Rating::Easy);
  const std::size_t reviews = desk.stats().reviews;
  CHECK(desk.app().summary().can_practise);

  desk.app().apply(SummaryAction{SummaryAction::Kind::Practise});
  REQUIRE(desk.page() == Page::Study);
  CHECK(desk.app().study().prompt == "Number 0?");
  CHECK(desk.app().study().note == "Practice · your schedule stays as it is");
  desk.act(Kind::Bury);
  CHECK(desk.app().study().left == 1);
  desk.act(Kind::Reveal, "wrong");
  CHECK(desk.app().study().ratings[0].suggested);
  desk.rate(Rating::Again);
  desk.act(Kind::Undo);
  CHECK_FALSE(desk.app().study().can_undo);
  desk.answer(Rating::Good);
  REQUIRE(desk.page() == Page::Summary);
  CHECK(desk.app().summary().headline.starts_with("1 of 1 right"));

  desk.app().apply(SummaryAction{SummaryAction::Kind::Quiz});
  for (int i = 1; desk.page() == Page::Study; ++i) {
    CHECK(desk.app().study().progress.starts_with(std::to_string(i) + " of 1"));
    CHECK(desk.app().wakes_at() <= desk.now + 1s);  // its clock goes on
    CHECK(desk.app().wakes_at() > desk.now);
    desk.answer(Rating::Good);
  }
  desk.app().apply(SummaryAction{SummaryAction::Kind::Done});
  CHECK(desk.page() == Page::Today);
  CHECK(desk.stats().reviews == reviews);
  CHECK(test::value(test::value(progress::open_profile(desk.profile())).check()).faults.empty());
}

TEST_CASE("F24 recto: leaving a practice leads back to the session that was left for it") {
  Desk desk;
  desk.add(test::numbers_deck(3));
  desk.study({"numbers"});
  desk.answer(Rating::Again);
  while (desk.page() == Page::Study)
    desk.answer(Rating::Easy);
  desk.app().apply(SummaryAction{SummaryAction::Kind::Practise});
  desk.act(Kind::Leave);
  CHECK(desk.page() == Page::Today);
  CHECK_FALSE(desk.app().shell().place.can_resume);
}

TEST_CASE("recto: every step of studying can be taken back until the database is as before") {
  test::for_seeds(5, [](Random& random) {
    Desk desk;
    desk.add(test::numbers_deck(15));
    desk.study({"numbers"});
    const auto contents = [&] {
      const auto store = test::value(progress::open_profile(desk.profile()));
      return test::contents_of(store, desk.now);
    };
    const test::Contents before = contents();
    for (int i = 0; i < 40 && desk.page() == Page::Study; ++i) {
      desk.now += std::chrono::milliseconds(random.below(4000));
      switch (random.below(7)) {
        case 0: desk.act(Kind::Bury); break;
        case 1: flag(desk, static_cast<Flag>(random.below(4))); break;
        case 2: desk.act(Kind::Suspend); break;
        case 3: desk.act(Kind::Undo); break;
        case 4: desk.act(Kind::Redo); break;
        default: desk.answer(static_cast<Rating>(1 + random.below(4))); break;
      }
    }
    if (desk.page() == Page::Summary) desk.app().apply(SummaryAction{SummaryAction::Kind::Undo});
    REQUIRE(desk.page() == Page::Study);
    while (desk.app().study().can_undo)
      desk.act(Kind::Undo);
    CHECK(contents() == before);
    CHECK(test::value(test::value(progress::open_profile(desk.profile())).check()).faults.empty());
  });
}
