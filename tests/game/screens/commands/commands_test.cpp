#include "game/screens/commands/commands.h"

#include <algorithm>
#include <set>
#include <string>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;

TEST_CASE("commands: no two share an id, a name or a key") {
  std::set<CommandId> ids;
  std::set<std::string> names, keys;
  for (const Command& command : all_commands()) {
    CAPTURE(command.title);
    CHECK_FALSE(command.title.empty());
    CHECK_FALSE(command.icon.empty());
    CHECK(ids.insert(command.id).second);
    if (!command.name.empty()) CHECK(names.insert(std::string(command.name)).second);
    const std::string key = in_words(command.key);
    if (!key.empty()) CHECK(keys.insert(key).second);
    CHECK(&screens::command(command.id) == &command);
  }
}

TEST_CASE("commands: a page of the side bar is reached by a number with Ctrl, but for Study") {
  for (const Command& command : all_commands()) {
    if (!command.page || *command.page == Page::Study) continue;
    CAPTURE(command.title);
    CHECK(command.key.ctrl);
    CHECK((command.key.character >= U'1' && command.key.character <= U'7'));
  }
}

TEST_CASE("commands: keys are said as the keyboard has them printed") {
  struct Row {
    Shortcut key;
    const char* words;
  };
  for (const Row& row :
       {Row{{U'1', true, false}, "Ctrl+1"}, Row{{U'z', true, true}, "Ctrl+Shift+Z"},
        Row{{U'-', true, false}, "Ctrl+−"}, Row{{U'?'}, "?"}, Row{{}, ""}})
    CHECK(in_words(row.key) == row.words);
}

TEST_CASE("commands: Study is offered while there is something to go on with") {
  const Command& study = command(CommandId::ShowStudy);
  CHECK_FALSE(applies(study, {Page::Decks, false}));
  CHECK(applies(study, {Page::Decks, true}));
  CHECK(applies(study, {Page::Study, false}));
}

TEST_CASE("commands: the help of a page has its own keys first, and those of the table") {
  const auto groups = keys_of({Page::Study, true});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].title == "Study");
  CHECK(std::ranges::count(groups[0].lines, "Space", &KeyLine::key) == 1);
  CHECK(std::ranges::count(groups[1].lines, KeyLine{"Ctrl+2", "Decks"}) == 1);
  CHECK(std::ranges::count(groups[1].lines, "Ctrl+K", &KeyLine::key) == 1);
  CHECK(keys_of({Page::Decks, false})[0].title == "Decks");
}
