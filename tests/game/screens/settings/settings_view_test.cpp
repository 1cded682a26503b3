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

constexpr SettingId kAll[] = {SettingId::Theme,    SettingId::Zoom,      SettingId::Motion,
                              SettingId::NewCards, SettingId::Retention, SettingId::Budget};

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
  CHECK(look({}, "", data, 9).question.empty());
  const SettingsView view = look({}, "", data, 0);
  CHECK(view.question == "Restore the backup of Monday, 9:00?");
  CHECK(view.consequence.find("2 decks, 40 cards, 7 answers") != std::string::npos);
  CHECK(view.consequence.ends_with("A copy of what is there now is made first."));
}

TEST_CASE("U4 settings: the zoom goes through its steps and stays between 75 and 300 %") {
  CHECK(next_zoom(1, +1) == 1.1F);
  CHECK(next_zoom(1, -1) == 0.9F);
  CHECK(next_zoom(3, +1) == 3);
  CHECK(next_zoom(0.75F, -1) == 0.75F);
  CHECK(next_zoom(1.3F, +1) == 1.5F);
}
