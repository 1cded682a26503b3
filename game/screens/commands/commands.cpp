#include "game/screens/commands/commands.h"

#include <algorithm>
#include <array>

#include "content/base/utf8.h"

namespace recto::screens {
namespace {

using Id = CommandId;

constexpr Shortcut ctrl(char32_t character) {
  return {character, true, false};
}
constexpr Shortcut ctrl_shift(char32_t character) {
  return {character, true, true};
}

constexpr Command kCommands[] = {
    {Id::ShowToday, "nav.today", "today", "Today", ctrl(U'1'), Page::Today},
    {Id::ShowDecks, "nav.decks", "library_books", "Decks", ctrl(U'2'), Page::Decks},
    {Id::ShowStudy, "nav.study", "school", "Study", {}, Page::Study},
    {Id::ShowImport, "nav.import", "note_add", "Import", ctrl(U'3'), Page::Import},
    {Id::ShowClassroom, "nav.classroom", "group", "Classroom", ctrl(U'6'), Page::Classroom},
    {Id::ShowSettings, "nav.settings", "settings", "Settings", ctrl(U'7'), Page::Settings},
    {Id::OpenFiles, "", "folder_open", "Open files…", ctrl(U'o')},
    {Id::OpenPalette, "nav.palette", "search", "Find a command or a deck", ctrl(U'k')},
    {Id::ShowKeys, "nav.keys", "keyboard", "Keys of this page", {U'?'}},
    {Id::Undo, "", "undo", "Undo", ctrl(U'z')},
    {Id::Redo, "", "redo", "Do it again", ctrl_shift(U'z')},
    {Id::Larger, "", "zoom_in", "Larger", ctrl(U'+')},
    {Id::Smaller, "", "zoom_out", "Smaller", ctrl(U'-')},
    {Id::UsualSize, "", "search", "Usual size", ctrl(U'0')},
    {Id::SwitchTheme, "nav.theme", "brightness_4", "Other colours", ctrl_shift(U'l')},
    {Id::Quit, "", "exit_to_app", "Quit", ctrl(U'q')},
};

const std::vector<KeyLine>& own_keys(Page page) {
  static const std::vector<KeyLine> kToday = {{"Enter", "Start, or take what is suggested"},
                                              {"S", "After days away: spread it"},
                                              {"A", "All now"},
                                              {"L", "Only what I likely still know"}};
  static const std::vector<KeyLine> kDecks = {
      {"Enter", "Study the first deck that has work, or the one chosen"},
      {"↑ ↓", "Choose a deck"},
      {"/", "Find a deck by its title; Ctrl+F too"},
      {"R", "Rename the chosen one"},
      {"D", "I need this by …"},
      {"W", "Ways of answering"},
      {"Del", "Delete it; Ctrl+Z brings it back"},
      {"M", "All of that as a menu"}};
  static const std::vector<KeyLine> kStudy = {
      {"Space", "Show the answer, then take the suggested rating"},
      {"1 2 3 4", "Rate: Again, Hard, Good, Easy"},
      {"1 … 6", "Choose an option"},
      {"A", "Count a typed answer as right; Shift+A: from now on"},
      {"X", "Do not count it"},
      {"H", "Hint: first letter, then length, then half"},
      {"S", "Source passage, whole"},
      {"E", "Edit this card"},
      {"F", "Flag this card"},
      {"B", "Not today"},
      {"−", "Suspend: never ask"},
      {"I", "History and forecast"},
      {"C", "Copy as text"},
      {"U", "Undo the last step"},
      {"Alt", "With a letter, while an answer is being typed"},
      {"Ctrl+Enter", "I don't know, instead of an answer"},
      {"Esc", "Leave; the session can be gone on with"}};
  static const std::vector<KeyLine> kSummary = {{"P", "Practise the missed ones"},
                                                {"F", "Fix the flagged cards"},
                                                {"Q", "Take a quiz"},
                                                {"G", "Go on"},
                                                {"U", "Undo the last step"},
                                                {"Any other", "Done"}};
  static const std::vector<KeyLine> kImport = {{"Ctrl+V", "Paste text or a link"},
                                               {"L", "Type a link, or a path"},
                                               {"Enter", "Add what was typed"},
                                               {"Ctrl+Z", "Bring back what was thrown away"}};
  static const std::vector<KeyLine> kPreview = {
      {"↑ ↓", "Go from card to card"},
      {"Space", "Keep or drop the card"},
      {"E", "Edit it"},
      {"A", "Add what is also right to type"},
      {"K", "Ask the same in another way"},
      {"D", "Other wrong options for a choice"},
      {"← →", "Fewer cards, more cards"},
      {"/", "Filter the cards"},
      {"O", "Show what was left out, and why"},
      {"W", "Choose words in the article: arrows, with Shift more, with Alt by letters"},
      {"C Q T", "Gap, question, true or false of the words chosen in the article"},
      {"U", "Undo the last step"},
      {"Enter", "Save the deck"},
      {"Ctrl+Enter", "Save and study"},
      {"Esc", "Leave; the draft is kept"}};
  static const std::vector<KeyLine> kClassroom = {
      {"Space", "The next step, always; Page Down of a presenter too"},
      {"P", "Stop the clock, or let it go on; Page Up too"},
      {"+", "Ten seconds more"},
      {"R", "Reopen the closed question"},
      {"N", "Skip: the question does not count"},
      {"L", "Lock the room, or unlock it"},
      {"A", "Show another address of this computer"},
      {"S", "Afterwards: save as a spreadsheet"},
      {"D", "Afterwards: make a deck of what was missed"}};
  static const std::vector<KeyLine> kSettings = {{"/", "Find a setting; Ctrl+F too"},
                                                 {"Tab", "Go from value to value; Space takes one"},
                                                 {"Ctrl+Z", "Take a change back"}};
  switch (page) {
    case Page::Today: return kToday;
    case Page::Decks: return kDecks;
    case Page::Study: return kStudy;
    case Page::Summary: return kSummary;
    case Page::Settings: return kSettings;
    case Page::Import: return kImport;
    case Page::Preview: return kPreview;
    case Page::Classroom: return kClassroom;
  }
  return kToday;
}

std::string_view title_of(Page page) {
  const auto* const shown = std::ranges::find(kCommands, std::optional<Page>(page), &Command::page);
  if (shown != std::end(kCommands)) return shown->title;
  return page == Page::Preview ? "Preview" : "Summary";
}

}  // namespace

std::string_view name_of(Page page) {
  switch (page) {
    case Page::Today: return "today";
    case Page::Decks: return "decks";
    case Page::Study: return "study";
    case Page::Summary: return "summary";
    case Page::Settings: return "settings";
    case Page::Import: return "import";
    case Page::Preview: return "preview";
    case Page::Classroom: return "classroom";
  }
  return {};
}

std::string in_words(Shortcut shortcut) {
  if (shortcut.character == 0) return {};
  std::string words = shortcut.ctrl ? "Ctrl+" : "";
  if (shortcut.shift) words += "Shift+";
  const bool small = shortcut.character >= U'a' && shortcut.character <= U'z';
  append_utf8(words, small                        ? shortcut.character - U'a' + U'A'
                     : shortcut.character == U'-' ? U'−'
                                                  : shortcut.character);
  return words;
}

std::span<const Command> all_commands() {
  return kCommands;
}

const Command& command(CommandId id) {
  return *std::ranges::find(kCommands, id, &Command::id);
}

bool applies(const Command& command, const Place& place) {
  if (command.id == Id::ShowStudy) return place.page == Page::Study || place.can_resume;
  // There they are about the card (F17).
  const bool studies = place.page == Page::Study || place.page == Page::Summary;
  if (command.id == Id::Undo || command.id == Id::Redo) return !studies;
  return true;
}

std::vector<KeyGroup> keys_of(const Place& place) {
  KeyGroup everywhere{"Everywhere", {}};
  for (const Command& command : kCommands)
    if (command.key.character != 0 && applies(command, place))
      everywhere.lines.push_back({in_words(command.key), std::string(command.title)});
  everywhere.lines.push_back({"Tab", "The next thing to press"});
  everywhere.lines.push_back({"Esc", "One step back"});
  return {{std::string(title_of(place.page)), own_keys(place.page)}, std::move(everywhere)};
}

}  // namespace recto::screens
