// What a learner decides about a card, undone and redone; leeches; days.
#include <algorithm>

#include "game/study/session.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;
using namespace std::chrono_literals;
using memory::Phase;
using memory::Rating;

namespace {

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + 12h};
const DayRule kRule{.utc_offset = 0min, .starts = 240min};
const Day kToday = day_of(kNow, kRule);

Item item_of(int number, bool is_new) {
  Item item;
  item.deck = {"d"};
  item.fact = {"f" + std::to_string(number)};
  Card& card = item.variants.emplace_back();
  card.id = {"c" + std::to_string(number)};
  card.prompt = "What?";
  card.answer = "that";
  if (is_new) return item;
  item.state.phase = Phase::Review;
  item.state.stability = 10;
  item.state.difficulty = 5;
  item.state.reps = 3;
  item.state.due = kNow - std::chrono::hours(number + 1);
  item.state.last_review = kNow - 240h;
  return item;
}

std::vector<Item> items_of(int count) {
  std::vector<Item> items;
  for (int i = 0; i < count; ++i)
    items.push_back(item_of(i, i % 3 == 0));
  return items;
}

Session session_of(std::vector<Item> items, Instant now = kNow, const Plan& plan = {}) {
  return {std::move(items), test::value(memory::Scheduler::make({})), kRule, plan, now, 1};
}

/// One of all things that can be done.
void do_something(Session& session, Random& random, Instant now) {
  switch (random.below(8)) {
    case 0: session.bury(now); break;
    case 1: session.suspend(now); break;
    case 2: session.flag(Flag::Unclear, now); break;
    case 3: session.forget(now); break;
    case 4: (void)session.set_due(kToday + 9, now); break;
    default: session.answer(static_cast<Rating>(1 + random.below(4)), now, 5s);
  }
}

}  // namespace

TEST_CASE("F17 study: a buried fact comes again tomorrow, a suspended one never") {
  Session session = session_of({item_of(1, false), item_of(2, false)});
  const FactId first = session.current()->fact;
  const Changed buried = session.bury(kNow);
  CHECK(buried.fact == first);
  CHECK(buried.standing_after.buried_until == kToday + 1);
  CHECK(buried.after == buried.before);
  CHECK(session.current()->fact != first);
  session.suspend(kNow);
  CHECK(session.current() == nullptr);

  Item sleeping = item_of(1, false);
  sleeping.standing = buried.standing_after;
  CHECK(session_of({sleeping}).current() == nullptr);
  CHECK(session_of({sleeping}, kNow + 24h).current() != nullptr);
  sleeping.standing = {.suspended = true};
  CHECK(session_of({sleeping}, kNow + 24h).current() == nullptr);
}

TEST_CASE("F17 study: a flag leaves the card on show and can be taken off") {
  Session session = session_of({item_of(1, false)});
  CHECK(session.flag(Flag::Wrong, kNow).standing_after.flag == Flag::Wrong);
  REQUIRE(session.current() != nullptr);
  CHECK(session.current()->standing.flag == Flag::Wrong);
  CHECK_FALSE(session.flag({}, kNow).standing_after.flag);
  CHECK_FALSE(session.current()->standing.flag);
}

TEST_CASE("study: a fact can be forgotten, or set due for a day") {
  Session session = session_of({item_of(1, false), item_of(2, false), item_of(3, true)});
  CHECK(session.forget(kNow).after == memory::State{});
  const auto moved = session.set_due(kToday + 5, kNow);
  REQUIRE(moved);
  CHECK(day_of(moved->after.due, kRule) == kToday + 5);
  CHECK(moved->after.stability == moved->before.stability);
  CHECK(session.current()->state.phase == Phase::New);
  CHECK_FALSE(session.set_due(kToday + 5, kNow));
  CHECK(session.current() != nullptr);
}

TEST_CASE("study: everything can be undone and done again") {
  test::for_seeds(200, [](Random& random) {
    const Session begin = session_of(items_of(12));
    Session session = begin;
    Instant now = kNow;
    std::vector<Session> stages;
    for (std::uint64_t left = random.below(40); left > 0 && session.current() != nullptr; --left) {
      now += 10s;
      stages.push_back(session);
      do_something(session, random, now);
      if (session == stages.back()) stages.pop_back();  // a new fact was not set due
    }
    const Session end = session;
    for (std::size_t i = stages.size(); i-- > 0;) {
      CHECK(session.undo());
      CHECK(session == stages[i]);
    }
    CHECK_FALSE(session.undo());
    CHECK(session == begin);
    std::size_t redone = 0;
    for (; session.can_redo(); ++redone)
      CHECK(session.redo(now));
    CHECK_FALSE(session.redo(now));
    CHECK(redone == stages.size());
    CHECK(session.answered().size() == end.answered().size());
    for (std::size_t i = 0; i < session.answered().size(); ++i) {
      CHECK(session.answered()[i].card == end.answered()[i].card);
      CHECK(session.answered()[i].rating == end.answered()[i].rating);
    }
  });
}

TEST_CASE("study: whatever is done anew ends what could be redone") {
  Session session = session_of(items_of(4));
  session.answer(Rating::Good, kNow, 5s);
  session.undo();
  CHECK(session.can_redo());
  session.flag(Flag::Trivial, kNow);
  CHECK_FALSE(session.can_redo());
}

TEST_CASE("F23 study: the sixth lapse makes a leech, then every third") {
  Answered answered;
  for (int lapses = 0; lapses < 13; ++lapses) {
    answered.before.lapses = lapses;
    answered.after.lapses = lapses + 1;
    CHECK(is_leech(answered) == (lapses == 5 || lapses == 8 || lapses == 11));
    answered.after.lapses = lapses;
    CHECK_FALSE(is_leech(answered));
  }
}

TEST_CASE("U16 study: what is due depends on the hour at which the day begins, and on the zone") {
  Item item = item_of(1, false);
  item.state.due = kNow + 15h;  // 3:00 tomorrow, before the day begins at 4:00
  CHECK(session_of({item}).current() != nullptr);
  item.state.due = kNow + 17h;
  CHECK(session_of({item}).current() == nullptr);
  // Farther east the next day begins earlier, and the same moment belongs to it still.
  const DayRule east{.utc_offset = 540min, .starts = 240min};
  const auto scheduler = test::value(memory::Scheduler::make({}));
  item.state.due = kNow + 8h;
  CHECK(session_of({item}).current() != nullptr);
  CHECK(Session({item}, scheduler, east, {}, kNow, 1).current() == nullptr);
}

TEST_CASE("study: a journey or a clock set back never makes days negative") {
  for (const auto offset : {-720min, 0min, 840min}) {
    const DayRule rule{.utc_offset = offset, .starts = 240min};
    Item item = item_of(1, false);
    item.state.last_review = kNow;
    item.state.due = kNow - 1h;
    Session session({item}, test::value(memory::Scheduler::make({})), rule, {}, kNow - 48h, 1);
    if (session.current() == nullptr) continue;
    const Answered answered = session.answer(Rating::Good, kNow - 48h, 5s);
    CHECK(answered.at == kNow + 1ms);
    CHECK(answered.after.due > kNow);
  }
}

TEST_CASE("study: after a year away the plan keeps the day's work small, riskiest first") {
  std::vector<Item> items;
  for (int i = 0; i < 300; ++i) {
    items.push_back(item_of(i, false));
    items.back().state.stability = 1 + i;
    items.back().state.last_review = kNow - 365 * 24h;
    items.back().state.due = kNow - 300 * 24h;
  }
  const Plan plan{.reviews = 30, .due_order = DueOrder::Riskiest};
  Session session = session_of(items, kNow, plan);
  CHECK(session.left() == 30);
  CHECK(session.current()->state.stability == 1);
}

TEST_CASE("F22 study: of a grown fact only forms are asked that have to be recalled") {
  Item item = item_of(1, false);
  item.variants.clear();
  for (const CardKind kind :
       {CardKind::TrueFalse, CardKind::Choice, CardKind::Cloze, CardKind::Short})
    item.variants.emplace_back().kind = kind;
  const auto kinds_at = [&](double stability) {
    std::vector<std::size_t> variants;
    for (item.state.reps = 3; item.state.reps < 9; ++item.state.reps) {
      item.state.stability = stability;
      variants.push_back(variant_for(item));
    }
    std::ranges::sort(variants);
    variants.erase(std::unique(variants.begin(), variants.end()), variants.end());
    return variants;
  };
  CHECK(kinds_at(5) == std::vector<std::size_t>{1, 2, 3});
  CHECK(kinds_at(30) == std::vector<std::size_t>{2, 3});
  item.variants.resize(2);
  CHECK(kinds_at(30) == std::vector<std::size_t>{1});  // nothing to recall: the harder one
  item.state.phase = Phase::Relearning;
  CHECK(variant_for(item) == 0);
}

TEST_CASE("F20 study: a deck's way to answer decides which form of a fact is asked") {
  Item item = item_of(1, false);
  item.variants.clear();
  for (const CardKind kind : {CardKind::Choice, CardKind::Cloze, CardKind::Short}) {
    item.variants.emplace_back().kind = kind;
    item.variants.back().answer = "Portugal";
  }
  const auto asked = [&](Answering answering) {
    item.answering = answering;
    const Card& card = item.variants[variant_for(item)];
    return std::pair(card.kind, way_of(card, answering));
  };
  for (item.state.reps = 0; item.state.reps < 6; ++item.state.reps) {
    CHECK(asked(Answering::Choose) == std::pair(CardKind::Choice, Way::Choose));
    CHECK(asked(Answering::Type).second == Way::Type);
    CHECK(asked(Answering::Recall).second == Way::Reveal);
    CHECK((asked(Answering::Grow).first == CardKind::Choice) == (item.state.reps == 0));
  }
}

TEST_CASE("F23 study: a leech that was just missed can be set aside, and that taken back") {
  Session session = session_of({item_of(1, true), item_of(2, true)}, kNow);
  const FactOf fact{session.current()->deck, session.current()->fact};
  const Session before = session;
  session.answer(Rating::Again, kNow, 5s);
  const Session missed = session;
  const std::optional<Changed> changed = session.set_aside(fact, kNow);
  REQUIRE(changed);
  CHECK(changed->fact == fact.fact);
  CHECK(changed->standing_after.suspended);
  REQUIRE(session.current() != nullptr);
  CHECK(session.current()->fact != fact.fact);
  CHECK(session.left() == 1);
  session.undo();
  session.undo();
  CHECK(session == before);
  CHECK_FALSE(session.set_aside({fact.deck, {"unknown"}}, kNow));
}

TEST_CASE("F27 study: a session knows its flagged cards") {
  Session session = session_of({item_of(1, false), item_of(2, false)}, kNow);
  CHECK(session.flagged().empty());
  const CardOf card{session.current()->deck, session.card()->id};
  session.flag(Flag::Unclear, kNow);
  CHECK(session.flagged() == std::vector<CardOf>{card});
  CHECK(session.last_step() != nullptr);
  session.undo();
  CHECK(session.flagged().empty());
  CHECK(session.last_step() == nullptr);
}

TEST_CASE("F17 study: a card that is rewritten is asked in its new words") {
  Session session = session_of({item_of(1, false), item_of(2, false)}, kNow);
  const std::size_t left = session.left();
  Card card = *session.card();
  card.prompt = "How?";
  session.rewrite(session.current()->deck, card);
  CHECK(session.card()->prompt == "How?");
  CHECK(session.left() == left);
  session.answer(Rating::Good, kNow, 5s);
  session.undo();
  CHECK(session.card()->prompt == "How?");
}

TEST_CASE("F27 study: a flag is taken off a card that is not on show") {
  Session session = session_of({item_of(1, false), item_of(2, false)}, kNow);
  const FactOf fact{session.current()->deck, session.current()->fact};
  session.flag(Flag::Wrong, kNow);
  session.answer(Rating::Good, kNow, 5s);
  const CardId next = session.card()->id;
  REQUIRE(session.unflag(fact, kNow));
  CHECK(session.flagged().empty());
  CHECK(session.card()->id == next);
  CHECK_FALSE(session.unflag(fact, kNow));
  session.undo();
  CHECK(session.flagged().size() == 1);
}
