#include "game/screens/palette/palette_view.h"

#include <algorithm>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;

namespace {

progress::DeckLine line(const char* id, const char* title) {
  progress::DeckLine line;
  line.id = {id};
  line.title = title;
  return line;
}

std::vector<std::string> titles(const PaletteView& view) {
  std::vector<std::string> titles;
  for (const PaletteEntry& entry : view.entries)
    titles.push_back(entry.title);
  return titles;
}

const std::vector<progress::DeckLine> kDecks = {line("a", "Ålesund and the fire of 1904"),
                                                line("b", "A second history of decks")};

}  // namespace

TEST_CASE("palette: what begins so comes before a word within, that before letters in order") {
  CHECK(match("dec", "Decks") == 0);
  CHECK(match("fire", "Ålesund and the fire of 1904") == 1);
  CHECK(match("lesund", "Ålesund") == 2);
  CHECK(match("dks", "Decks") == 3);
  CHECK(match("dk", "Decks") == std::nullopt);  // two letters in order are in almost everything
  CHECK(match("", "Decks") == 0);
  CHECK(match("  ", "Decks") == 0);
}

TEST_CASE("palette: every word is looked for, case and accents do not matter") {
  CHECK(match("ÅLESUND 1904", "Ålesund and the fire of 1904"));
  CHECK(match("alesund fire", "Ålesund and the fire of 1904"));
  CHECK_FALSE(match("alesund water", "Ålesund and the fire of 1904"));
}

TEST_CASE("palette: without a word it has every command that does something, and every deck") {
  const PaletteView view = find_commands("", 0, {Page::Decks, false}, kDecks, {});
  const auto found = titles(view);
  for (const Command& command : all_commands()) {
    const bool wanted =
        command.id != CommandId::OpenPalette && applies(command, {Page::Decks, false});
    CAPTURE(command.title);
    CHECK(std::ranges::count(found, command.title) == (wanted ? 1 : 0));
  }
  CHECK(found.back() == "A second history of decks");
  CHECK(view.entries.front().key == in_words(all_commands().front().key));
}

TEST_CASE("palette: a command that is called so comes before decks with such a word") {
  const PaletteView view = find_commands("decks", 0, {Page::Study, true}, kDecks, {});
  REQUIRE(view.entries.size() == 2);
  CHECK(std::get<CommandId>(view.entries[0].target) == CommandId::ShowDecks);
  CHECK(std::get<DeckId>(view.entries[1].target) == DeckId{"b"});
}

TEST_CASE("palette: what can be done with the card on show stands in it, with its key") {
  const StudyCommand flag{.action = {.kind = StudyAction::Kind::Copy},
                          .icon = "content_copy",
                          .label = "Copy as text",
                          .key = "C"};
  const PaletteView view = find_commands("copy", 0, {Page::Study, true}, {}, {{flag}});
  REQUIRE(view.entries.size() == 1);
  CHECK(view.entries[0].key == "C");
  CHECK(std::get<StudyAction>(view.entries[0].target).kind == StudyAction::Kind::Copy);
}

TEST_CASE("palette: the chosen entry is one that is there") {
  CHECK(find_commands("decks", 9, {Page::Decks, false}, kDecks, {}).chosen == 1);
  CHECK(find_commands("qqqq", 9, {Page::Decks, false}, kDecks, {}).entries.empty());
}
