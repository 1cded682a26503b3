#include "game/screens/settings/settings_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/screens/palette/palette_view.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

using progress::Budget;

struct Theme {
  const char *name, *words;
};
constexpr std::array<Theme, 4> kThemes = {Theme{"", "As the desktop"}, Theme{"light", "Light"},
                                          Theme{"dark", "Dark"},
                                          Theme{"contrast", "High contrast"}};
constexpr std::array<float, 10> kZooms = {0.75F, 0.9F, 1, 1.1F, 1.25F, 1.5F, 1.75F, 2, 2.5F, 3};
constexpr std::array<std::size_t, 7> kNewCards = {0, 5, 10, 15, 20, 30, 50};
constexpr std::array<float, 6> kCardTexts = {0.9F, 1, 1.15F, 1.3F, 1.5F, 1.75F};
constexpr std::array<std::size_t, 6> kReviews = {study::kUnlimited, 25, 50, 100, 200, 400};
constexpr std::array<bool, 2> kSwitched = {false, true};
constexpr std::array<double, 6> kRetentions = {0.8, 0.85, 0.9, 0.92, 0.95, 0.97};
constexpr std::array<Budget, 9> kBudgets = {
    Budget{},         Budget{5, true},   Budget{10, true},  Budget{15, true},  Budget{30, true},
    Budget{60, true}, Budget{20, false}, Budget{50, false}, Budget{100, false}};

std::string percent(double share) {
  return std::to_string(std::lround(share * 100)) + " %";
}

std::string words_of(const Budget& budget) {
  if (budget.amount == 0) return "None";
  return std::to_string(budget.amount) + (budget.minutes ? " min" : " cards");
}

/// A row with its values in words; `value` is the one that holds, `usual` the default.
template <class Values, class Value, class Words>
SettingRow row_of(SettingRow row, const Values& values, const Value& value, const Value& usual,
                  Words words) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    row.values.push_back(words(values[i]));
    if (values[i] == value) row.chosen = i;
  }
  if (!row.chosen) row.other = words(value);
  if (value != usual) row.usual = words(usual);
  return row;
}

SettingRow theme_row(const SettingValues& values) {
  SettingRow row{SettingId::Theme, "theme", "Colours",
                 "Light or dark as the desktop says, or always the same; high contrast for tired "
                 "or weak eyes."};
  for (std::size_t i = 0; i < kThemes.size(); ++i) {
    row.values.emplace_back(kThemes[i].words);
    if (values.look.theme == kThemes[i].name) row.chosen = i;
  }
  if (!row.chosen) row.other = values.look.theme;
  if (!values.look.theme.empty()) row.usual = kThemes[0].words;
  return row;
}

std::vector<SettingGroup> all_groups(const SettingValues& values) {
  const SettingValues usual;
  const auto number = [](std::size_t count) { return std::to_string(count); };
  const auto limit = [](std::size_t count) {
    return count == study::kUnlimited ? std::string("No limit") : std::to_string(count);
  };
  const auto on_off = [](bool on) { return std::string(on ? "On" : "Off"); };
  return {
      {"Look",
       {theme_row(values),
        row_of({SettingId::Zoom, "zoom", "Size",
                "Of everything in the window, on top of the screen’s own scale."},
               kZooms, values.look.zoom, usual.look.zoom, percent),
        row_of({SettingId::CardText, "card_text", "Card text",
                "Of question, answer and source while studying, on top of the size above."},
               kCardTexts, values.habits.text_size, usual.habits.text_size, percent),
        row_of({SettingId::Motion, "motion", "Reduce motion",
                "Panels appear at once instead of fading in."},
               kSwitched, values.look.still, usual.look.still, on_off)}},
      {"Study",
       {row_of({SettingId::NewCards, "new_cards", "New cards a day",
                "Of each deck. More new cards are more to repeat in the weeks to come."},
               kNewCards, values.new_a_day, usual.new_a_day, number),
        row_of({SettingId::Reviews, "reviews", "Repeated cards a day",
                "Of each deck, at most. What does not fit waits for another day, and no new cards "
                "come until then."},
               kReviews, values.reviews_a_day, usual.reviews_a_day, limit),
        row_of({SettingId::Retention, "retention", "Desired retention",
                "How sure you want to be when a card comes back. Higher means more reviews."},
               kRetentions, values.retention, usual.retention, percent),
        row_of({SettingId::Budget, "budget", "Daily budget",
                "What a day may take of all decks together. New cards are added only as far as it "
                "lasts."},
               kBudgets, values.budget, usual.budget, words_of),
        row_of({SettingId::Buttons, "buttons", "Rating buttons",
                "Again, Hard, Good and Easy, or only whether you recalled it: Again and Good."},
               kSwitched, values.habits.two_buttons, usual.habits.two_buttons,
               [](bool two) { return std::string(two ? "Two" : "Four"); }),
        row_of({SettingId::SpaceRates, "space_rates", "Space rates",
                "After the answer Space and Enter take the suggested rating. Off: only 1 to 4 do."},
               std::array{true, false}, values.habits.space_rates, usual.habits.space_rates,
               on_off)}}};
}

bool answers(const std::string& query, const SettingGroup& group, const SettingRow& row) {
  std::string text = group.title + " " + row.title + " " + row.meaning;
  for (const std::string& value : row.values)
    text += " " + value;
  return has_words(query, text);
}

/// What would be restored, and what that changes.
void ask(const BackupLine& backup, const std::optional<DeckId>& deck, SettingsView& view) {
  view.question = "Restore the backup of " + backup.made + "?";
  view.choices.push_back({"Everything", backup.contents, !deck});
  for (const BackupDeck& one : backup.decks)
    view.choices.push_back({title_in_words(one.title), one.cards, deck == one.id});
  view.consequence =
      deck
          ? "The deck’s cards, its title, its date and its way of answering become what they were. "
            "All that you have answered since then stays, and so do the other decks. Undo takes it "
            "back."
          : "It takes the place of all decks, answers and settings. A copy of what is there now is "
            "made first.";
}

}  // namespace

SettingsView look(const SettingValues& values, const std::string& query, const DataLook& data,
                  const std::optional<RestoreWish>& asked) {
  SettingsView view;
  view.query = query;
  for (SettingGroup& group : all_groups(values)) {
    std::erase_if(group.rows, [&](const SettingRow& row) { return !answers(query, group, row); });
    if (!group.rows.empty()) view.groups.push_back(std::move(group));
  }
  view.data = data;
  view.shows_data = has_words(query, "Data folder path copy backups restore " + data.folder);
  if (view.groups.empty() && !view.shows_data)
    view.not_found = "No setting is about that. Esc shows all of them.";
  if (asked && asked->backup < data.backups.size())
    ask(data.backups[asked->backup], asked->deck, view);
  return view;
}

RestoreWish picked(const DataLook& data, RestoreWish wish, std::size_t index) {
  if (wish.backup >= data.backups.size()) return wish;
  const std::vector<BackupDeck>& decks = data.backups[wish.backup].decks;
  if (index == 0) wish.deck.reset();
  if (index > 0 && index <= decks.size()) wish.deck = decks[index - 1].id;
  return wish;
}

SettingValues with_value(SettingValues values, SettingId id, std::size_t index) {
  const auto take = [&](const auto& from, auto& to) {
    if (index < from.size()) to = from[index];
  };
  switch (id) {
    case SettingId::Theme:
      if (index < kThemes.size()) values.look.theme = kThemes[index].name;
      break;
    case SettingId::Zoom: take(kZooms, values.look.zoom); break;
    case SettingId::CardText: take(kCardTexts, values.habits.text_size); break;
    case SettingId::Motion: take(kSwitched, values.look.still); break;
    case SettingId::Reviews: take(kReviews, values.reviews_a_day); break;
    case SettingId::Buttons: take(kSwitched, values.habits.two_buttons); break;
    case SettingId::SpaceRates: take(std::array{true, false}, values.habits.space_rates); break;
    case SettingId::NewCards: take(kNewCards, values.new_a_day); break;
    case SettingId::Retention: take(kRetentions, values.retention); break;
    case SettingId::Budget: take(kBudgets, values.budget); break;
  }
  return values;
}

SettingValues with_default(SettingValues values, SettingId id) {
  const SettingValues usual;
  switch (id) {
    case SettingId::Theme: values.look.theme = usual.look.theme; break;
    case SettingId::Zoom: values.look.zoom = usual.look.zoom; break;
    case SettingId::CardText: values.habits.text_size = usual.habits.text_size; break;
    case SettingId::Motion: values.look.still = usual.look.still; break;
    case SettingId::Reviews: values.reviews_a_day = usual.reviews_a_day; break;
    case SettingId::Buttons: values.habits.two_buttons = usual.habits.two_buttons; break;
    case SettingId::SpaceRates: values.habits.space_rates = usual.habits.space_rates; break;
    case SettingId::NewCards: values.new_a_day = usual.new_a_day; break;
    case SettingId::Retention: values.retention = usual.retention; break;
    case SettingId::Budget: values.budget = usual.budget; break;
  }
  return values;
}

float next_zoom(float zoom, int steps) {
  const auto* const here =
      std::ranges::min_element(kZooms, {}, [&](float one) { return std::abs(one - zoom); });
  const auto index =
      std::clamp(here - kZooms.begin() + steps, std::ptrdiff_t{0}, std::ssize(kZooms) - 1);
  return kZooms[static_cast<std::size_t>(index)];
}

}  // namespace recto::screens
