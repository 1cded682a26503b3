#include "game/study/practice.h"

#include <set>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;
using Missed = Practice::Missed;

namespace {

std::vector<Item> items_of(int count) {
  std::vector<Item> items;
  for (int i = 0; i < count; ++i) {
    Item& item = items.emplace_back();
    item.fact = {"f" + std::to_string(i)};
    for (const CardKind kind : {CardKind::TrueFalse, CardKind::Short, CardKind::Choice}) {
      Card& card = item.variants.emplace_back();
      card.kind = kind;
    }
  }
  return items;
}

}  // namespace

TEST_CASE("F24 study: practice asks until each fact was right once, in its hardest form") {
  Practice practice(items_of(6), Missed::ComeAgain, 100, 1);
  REQUIRE(practice.current() != nullptr);
  CHECK(practice.card()->kind == CardKind::Short);
  const FactId missed = practice.current()->fact;
  practice.answer(false);
  CHECK(practice.left() == 6);
  for (int i = 0; i < 3; ++i) {
    CHECK(practice.current()->fact != missed);
    practice.answer(true);
  }
  CHECK(practice.current()->fact == missed);
  while (practice.current() != nullptr)
    practice.answer(true);
  CHECK(practice.card() == nullptr);
  CHECK(practice.asked() == 7);
  CHECK(practice.right_first() == 5);
  CHECK(practice.missed() == std::vector<FactOf>{{{}, missed}});
}

TEST_CASE("F24 study: a test asks so many facts, each once") {
  Practice practice(items_of(30), Missed::StayAway, 10, 2);
  std::set<FactId> asked;
  while (practice.current() != nullptr) {
    CHECK(asked.insert(practice.current()->fact).second);
    practice.answer(false);
  }
  CHECK(asked.size() == 10);
  CHECK(practice.missed().size() == 10);
}

TEST_CASE("F24 study: polls are not practised, and nothing at all is done at once") {
  std::vector<Item> items = items_of(1);
  for (Card& card : items.front().variants)
    card.kind = CardKind::Poll;
  CHECK(Practice(items, Missed::ComeAgain, 10, 1).current() == nullptr);
  CHECK_FALSE(Practice({}, Missed::ComeAgain, 10, 1).undo());
}

TEST_CASE("study: undoing all of a practice leads back to its beginning") {
  test::for_seeds(100, [](Random& random) {
    const Practice begin(items_of(1 + static_cast<int>(random.below(8))), Missed::ComeAgain, 100,
                         random());
    Practice practice = begin;
    for (std::uint64_t left = random.below(30); left > 0 && practice.current() != nullptr; --left)
      practice.answer(random.below(2) == 0);
    while (practice.undo()) {
    }
    CHECK(practice == begin);
  });
}
