#include "tests/game/ui/page_samples.h"

#include <vector>

#include "game/screens/words.h"

namespace recto::test {
namespace {

using namespace screens;
using progress::CatchingUp;

constexpr const char* kLongTitle =
    "A history of the discovery, the loss and the second discovery of vulcanised rubber in the "
    "nineteenth century";

DeckRow row(const char* id, const char* title, const char* cards, std::size_t fresh,
            std::size_t due, std::size_t learning, const char* plan) {
  return {{id}, title, cards, fresh, due, learning, plan, fresh + due + learning > 0};
}

TodayView away_sample() {
  TodayView view = today_sample();
  view.away = "You were away 12 days. 340 cards are due. New cards pause until you have caught up.";
  view.choices = {{CatchingUp::Way::Spread, "Spread it", "30 a day, done on 3 December", U's'},
                  {CatchingUp::Way::AllNow, "All now", "about 85 minutes", U'a'},
                  {CatchingUp::Way::Likely, "Only what I likely still know",
                   "the rest waits until 3 December", U'l'}};
  view.exams.clear();
  view.detail = "340 to repeat.";
  view.headline = "340 cards, about 85 minutes";
  return view;
}

TodayView nothing_sample(bool has_decks) {
  TodayView view;
  view.date = "Thursday, 26 November";
  if (has_decks) view.headline = "Done for today";
  if (has_decks) view.done = "Today so far: 31 answers, about 8 minutes.";
  view.empty_title = has_decks ? "That was today’s plan" : "No decks yet";
  view.empty_advice =
      has_decks ? "Whoever wants more chooses a deck: it brings what it has, beyond the plan."
                : invitation();
  view.offers_decks = has_decks;
  return view;
}

DecksView with_panel(DeckPanel::Kind kind) {
  DecksView view = decks_sample();
  DeckPanel panel;
  panel.kind = kind;
  panel.deck = {"a"};
  panel.title = "The Treaty of Tordesillas";
  panel.text = kind == DeckPanel::Kind::Exam ? "3 December" : "The Treaty of Tordesillas";
  if (kind == DeckPanel::Kind::Exam)
    panel.preview =
        "Thursday, 3 December, in 7 days: 18 new a day, about 60 answers a day; every card once "
        "more in the last days. That is more than you want to do a day; it would fit by 19 "
        "December.";
  panel.can_save = true;
  panel.has_exam = true;
  view.panel = panel;
  return view;
}

DecksView not_found_sample() {
  DecksView view = decks_sample();
  view.query = "quantum";
  view.rows.clear();
  view.not_found = "No deck is called that. Esc shows all of them.";
  return view;
}

DecksView no_decks_sample() {
  DecksView view = decks_sample();
  view.rows.clear();
  view.decks = 0;
  view.plan.clear();
  return view;
}

PaletteView palette_sample() {
  progress::DeckLine deck;
  deck.title = kLongTitle;
  return find_commands("", 0, {Page::Decks, true}, std::vector(12, deck), {});
}

ShellView shell_of(Page page) {
  ShellView shell;
  shell.place = {page, true};
  return shell;
}

PageSample today(const char* name, const TodayView& view) {
  return {name, shell_of(Page::Today),
          [view](ui::Ui& ui, const ui::Rect& area) { (void)draw(view, ui, area); }};
}

PageSample decks(const char* name, const DecksView& view) {
  return {name, shell_of(Page::Decks),
          [view](ui::Ui& ui, const ui::Rect& area) { (void)draw(view, ui, area); }};
}

PageSample settings(const char* name, const SettingsView& view) {
  return {name, shell_of(Page::Settings),
          [view](ui::Ui& ui, const ui::Rect& area) { (void)draw(view, ui, area); }};
}

/// The browser is drawn before the page it stands above.
PageSample browser(const char* name, const BrowserView& view) {
  PageSample sample = today(name, today_sample());
  sample.above = [view](ui::Ui& ui) {
    BrowserLayout layout;
    (void)draw(view, layout, ui);
  };
  return sample;
}

PageSample with_shell(PageSample sample, const std::function<void(ShellView&)>& change) {
  change(sample.shell);
  return sample;
}

std::vector<PageSample> all_samples() {
  using Panel = DeckPanel::Kind;
  return {today("today", today_sample()),
          today("today-away", away_sample()),
          today("today-done", nothing_sample(true)),
          today("today-empty", nothing_sample(false)),
          decks("decks", decks_sample()),
          decks("decks-empty", no_decks_sample()),
          decks("decks-not-found", not_found_sample()),
          decks("decks-menu", with_panel(Panel::Menu)),
          decks("decks-rename", with_panel(Panel::Rename)),
          decks("decks-exam", with_panel(Panel::Exam)),
          decks("decks-answering", with_panel(Panel::Answering)),
          browser("browser", browser_sample(true, "")),
          browser("browser-problem", browser_sample(false, "You may not read this folder.")),
          settings("settings", settings_sample()),
          settings("settings-restore", settings_sample(RestoreWish{0, DeckId{"b"}})),
          settings("settings-not-found", look(SettingValues{}, "quantum", DataLook{})),
          with_shell(decks("palette", decks_sample()),
                     [](ShellView& shell) { shell.palette = palette_sample(); }),
          with_shell(today("keys", today_sample()),
                     [](ShellView& shell) {
                       shell.keys = keys_of({Page::Today, true});
                     }),
          with_shell(today("keys-study", today_sample()),
                     [](ShellView& shell) {
                       shell.keys = keys_of({Page::Study, true});
                     }),
          with_shell(decks("message", decks_sample()),
                     [](ShellView& shell) {
                       shell.message = Message{Message::Kind::Done, "Answer taken back.", true};
                     }),
          with_shell(decks("problem", decks_sample()), [](ShellView& shell) {
            shell.message = Message{Message::Kind::Problem,
                                    "/home/ada/decks/tordesillas.deck.json: the deck has two cards "
                                    "with id c7; make it again with recto-deck make",
                                    false};
          })};
}

}  // namespace

DecksView decks_sample() {
  DecksView view;
  view.plan = "31 cards, about 8 minutes for today";
  view.rows = {row("a", "The Treaty of Tordesillas", "42 in all, by 3 December", 12, 12, 3,
                   "27 cards, about 7 minutes"),
               row("b", kLongTitle, "118 in all", 0, 7, 0, "7 cards, about 2 minutes"),
               row("c", "漢字の歴史", "9 in all", 0, 0, 0, "Nothing due"),
               row("d", "Coral reefs", "18 in all", 0, 0, 0, "Nothing due")};
  view.decks = view.rows.size();
  view.invitation = invitation();
  return view;
}

TodayView today_sample() {
  TodayView view;
  view.date = "Thursday, 26 November";
  view.headline = "24 cards, about 6 minutes";
  view.detail = "12 to repeat, 3 being learned, 9 new. 40 cards wait for another day.";
  view.done = "Today so far: 8 answers, about 2 minutes.";
  view.button = "Go on";
  view.exams = {{{"a"},
                 "The Treaty of Tordesillas: needed by 3 December, in 7 days",
                 "18 new a day, about 60 answers; each once more in the last 3 days. That is more "
                 "than you want to do a day. It would fit by 19 December, or with a larger daily "
                 "budget.",
                 false}};
  view.rows = decks_sample().rows;
  view.rows.resize(2);
  view.invitation = invitation();
  return view;
}

SettingsView settings_sample(const std::optional<RestoreWish>& asked) {
  SettingValues values;
  values.look.theme = "contrast";
  values.new_a_day = 27;
  values.budget = {50, false};
  return look(values, "",
              {"/home/ada/.local/share/recto",
               {{"Thursday, 26 November, 09:12",
                 "4 decks, 180 cards, 950 answers",
                 {{{"a"}, "The Treaty of Tordesillas", "24 cards"},
                  {{"b"}, kLongTitle, "118 cards"},
                  {{"c"}, "Tambora 1815", "31 cards"},
                  {{"d"}, "Бородино", "7 cards"}}},
                {"Wednesday, 25 November, 21:40", "4 decks, 180 cards, 902 answers"},
                {"Sunday, 1 November, 08:00", ""}},
               false},
              asked);
}

BrowserView browser_sample(bool several, const std::string& problem) {
  using Milliseconds = std::chrono::milliseconds;
  BrowserState state;
  state.wish = {.title = "Open articles and decks",
                .accept = "Open",
                .several = several,
                .kind = "Articles and decks",
                .endings = {".html", ".md", ".pdf"}};
  state.folder = {"/home/ada/Articles/A folder with a rather long name", false, {}, problem};
  const auto add = [&](const char* name, bool folder, std::uint64_t bytes, int day) {
    state.folder.entries.push_back(
        {name, folder, bytes, Instant(Milliseconds(std::chrono::hours(24 * (20'700 + day))))});
  };
  if (problem.empty()) {
    for (const char* const folder : {"Geography", "History of science", "漢字の歴史"})
      add(folder, true, 0, 0);
    add("coral reefs.html", false, 48'213, 3);
    add("photo.jpg", false, 3'404'113, 4);
    for (int number = 1; number <= 24; ++number)
      add(("Lecture " + std::to_string(number) + ".pdf").c_str(), false,
          static_cast<std::uint64_t>(number) * 77'000, number);
    add((std::string(kLongTitle) + ".html").c_str(), false, 1'204'113, 40);
  }
  state.reads = false;
  state.places = {{"Home", "/home/ada"},
                  {"Documents", "/home/ada/Documents"},
                  {"Downloads", "/home/ada/Downloads"},
                  {"Computer", "/"},
                  {"A folder with a rather long name", state.folder.path, true},
                  {"Geography", "/home/ada/Geography", true}};
  state.chosen = 4;
  if (several) state.ticked = {"coral reefs.html", "Lecture 2.pdf"};
  return look(state, Instant(Milliseconds(std::chrono::hours(24 * 20'750))));
}

std::span<const PageSample> page_samples() {
  static const std::vector<PageSample> kSamples = all_samples();
  return kSamples;
}

}  // namespace recto::test
