#include "game/screens/settings/settings_view.h"

#include <algorithm>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using progress::Budget;

namespace {

SettingRow row(const SettingsView& view, SettingId id) {
  for (const SettingGroup& group : view.groups)
    for (const SettingRow& one : group.rows)
      if (one.id == id) return one;
  FAIL("no such setting");
  return {};
}

constexpr SettingId kAll[] = {SettingId::Theme,     SettingId::Zoom,     SettingId::CardText,
                              SettingId::Motion,    SettingId::NewCards, SettingId::Reviews,
                              SettingId::Retention, SettingId::Budget,   SettingId::Buttons,
                              SettingId::SpaceRates};

}  // namespace

TEST_CASE(
    "F31 settings: each has a title, one line of meaning, values, and its default holds first") {
  const SettingsView view = look({}, "", {});
  for (const SettingId id : kAll) {
    const SettingRow shown = row(view, id);
    CAPTURE(shown.title);
    CHECK_FALSE(shown.title.empty());
    CHECK_FALSE(shown.meaning.empty());
    CHECK(shown.values.size() >= 2);
    CHECK(shown.chosen);
    CHECK(shown.usual.empty());
  }
}

TEST_CASE("F31 settings: every value can be chosen, is shown as chosen, and reset leads back") {
  for (const SettingId id : kAll) {
    const std::size_t count = row(look({}, "", {}), id).values.size();
    const std::size_t usual = *row(look({}, "", {}), id).chosen;
    for (std::size_t i = 0; i < count; ++i) {
      const SettingValues values = with_value({}, id, i);
      const SettingRow shown = row(look(values, "", {}), id);
      CAPTURE(shown.title);
      CAPTURE(i);
      CHECK(shown.chosen == i);
      CHECK(shown.usual.empty() == (i == usual));
      CHECK(with_default(values, id) == SettingValues{});
    }
    CHECK(with_value({}, id, count) == SettingValues{});  // there is none
  }
}

TEST_CASE("F31 settings: a value from elsewhere is shown as it is") {
  SettingValues values;
  values.new_a_day = 27;
  values.budget = Budget{25, true};
  CHECK_FALSE(row(look(values, "", {}), SettingId::NewCards).chosen);
  CHECK(row(look(values, "", {}), SettingId::NewCards).other == "27");
  CHECK(row(look(values, "", {}), SettingId::Budget).other == "25 min");
}

TEST_CASE("F31 settings: the search finds titles, meanings and values") {
  const auto found = [](const char* query) {
    std::vector<std::string> titles;
    for (const SettingGroup& group : look({}, query, {}).groups)
      for (const SettingRow& one : group.rows)
        titles.push_back(one.title);
    return titles;
  };
  CHECK(found("contrast") == std::vector<std::string>{"Colours"});
  CHECK(found("retention") == std::vector<std::string>{"Desired retention"});
  CHECK(found("fading") == std::vector<std::string>{"Reduce motion"});
  CHECK(look({}, "backup", {}).shows_data);
  CHECK_FALSE(look({}, "contrast", {}).shows_data);
  CHECK_FALSE(look({}, "quantum", {}).not_found.empty());
}

TEST_CASE("F32 settings: before a backup is restored it is said what that does") {
  const DataLook data{"/data", {{"Monday, 9:00", "2 decks, 40 cards, 7 answers"}, {"Sunday", ""}}};
  CHECK(look({}, "", data).question.empty());
  CHECK(look({}, "", data, RestoreWish{9, {}}).question.empty());
  const SettingsView view = look({}, "", data, RestoreWish{0, {}});
  CHECK(view.question == "Restore the backup of Monday, 9:00?");
  REQUIRE(view.choices.size() == 1);
  CHECK(view.choices[0].title == "Everything");
  CHECK(view.choices[0].detail == "2 decks, 40 cards, 7 answers");
  CHECK(view.choices[0].chosen);
  CHECK(view.consequence.ends_with("A copy of what is there now is made first."));
}

TEST_CASE("F32 settings: one deck of a backup can be chosen, and it is said that answers stay") {
  const DataLook data{
      "/data", {{"Monday", "2 decks", {{{"a"}, "Bridges", "24 cards"}, {{"b"}, "", "1 card"}}}}};
  const RestoreWish all{0, {}}, second{0, DeckId{"b"}};
  CHECK(picked(data, all, 2) == second);
  CHECK(picked(data, second, 0) == all);
  CHECK(picked(data, second, 3) == second);  // there is none
  CHECK(picked(data, {5, {}}, 1) == RestoreWish{5, {}});
  const SettingsView view = look({}, "", data, second);
  REQUIRE(view.choices.size() == 3);
  CHECK_FALSE(view.choices[0].chosen);
  CHECK(view.choices[1].title == "Bridges");
  CHECK(view.choices[2].chosen);
  CHECK_FALSE(view.choices[2].title.empty());
  CHECK(view.consequence.find("answered since then stays") != std::string::npos);
}

TEST_CASE("U4 settings: the zoom goes through its steps and stays between 75 and 300 %") {
  CHECK(next_zoom(1, +1) == 1.1F);
  CHECK(next_zoom(1, -1) == 0.9F);
  CHECK(next_zoom(3, +1) == 3);
  CHECK(next_zoom(0.75F, -1) == 0.75F);
  CHECK(next_zoom(1.3F, +1) == 1.5F);
}
