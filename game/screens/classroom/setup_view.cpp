#include "game/screens/classroom/setup_view.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "game/screens/words.h"

namespace recto::screens {
namespace {

using classroom::Leaderboard;
using classroom::Settings;

/// One choice: its word, what it means, how it is made, and whether it holds.
struct Choice {
  const char* word;
  const char* meaning;
  void (*make)(Settings&);
  bool (*holds)(const Settings&);
};
struct Option {
  const char* title;
  std::vector<Choice> choices;
};

template <auto Member, auto Value>
Choice sets(const char* word, const char* meaning) {
  return {word, meaning, [](Settings& s) { s.*Member = Value; },
          [](const Settings& s) { return s.*Member == Value; }};
}

/// Tenths, since a template takes no fraction.
template <int Tenths>
Choice time(const char* word, const char* meaning) {
  return {word, meaning, [](Settings& s) { s.time_factor = Tenths / 10.0; },
          [](const Settings& s) { return s.time_factor == Tenths / 10.0; }};
}

std::vector<std::string> team_names(std::size_t count) {
  const std::vector<std::string> all = {"Red", "Blue", "Green", "Yellow"};
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
}

template <std::size_t Count>
Choice teams(const char* word, const char* meaning) {
  return {word, meaning, [](Settings& s) { s.teams = team_names(Count); },
          [](const Settings& s) { return s.teams.size() == Count; }};
}

const std::vector<Option>& options() {
  using classroom::LateJoin;
  using classroom::Naming;
  using classroom::Pace;
  using classroom::Scoring;
  static const std::vector<Option> kTable = {
      {"Points",
       {sets<&Settings::scoring, Scoring::Accuracy>(
            "For being right", "1,000 for a right answer; time does not matter"),
        sets<&Settings::scoring, Scoring::Speed>(
            "For speed too", "Up to 1,000 for a right answer, half of it at the last moment")}},
      {"Pace",
       {sets<&Settings::pace, Pace::Together>("Together", "Everyone is at the same question"),
        sets<&Settings::pace, Pace::OwnSpeed>("Own speed",
                                              "Each phone goes on by itself until you end it")}},
      {"Time",
       {time<10>("Usual", "By the length of the question: 15 to 40 seconds"),
        time<15>("× 1.5", "Half as much time again as usual"),
        time<20>("× 2", "Twice the usual time"), time<30>("× 3", "Three times the usual time"),
        time<0>("No limit", "A question is open until you close it")}},
      {"Leaderboard",
       {sets<&Settings::leaderboard, Leaderboard::AfterEach>("After each",
                                                             "The best stand on the wall"),
        sets<&Settings::leaderboard, Leaderboard::AtEnd>("At the end",
                                                         "A podium after the last question"),
        sets<&Settings::leaderboard, Leaderboard::Never>("Never", "Nobody sees places")}},
      {"Options",
       {sets<&Settings::options_on_phones, true>("On the phones", "Text and letter on each button"),
        sets<&Settings::options_on_phones, false>("On the wall only",
                                                  "Letters on the phones: everyone looks up")}},
      {"Names",
       {sets<&Settings::naming, Naming::Free>("Free", "Everyone writes a name"),
        sets<&Settings::naming, Naming::ClassList>("Class list", "Only names of your list"),
        sets<&Settings::naming, Naming::Given>("Given", "Everyone gets a name: Amber Otter")}},
      {"Door",
       {sets<&Settings::approve_first, false>("Open", "Who has the PIN is in"),
        sets<&Settings::approve_first, true>("You let in", "Each name waits for your click")}},
      {"Teams",
       {teams<0>("None", "Everyone plays for themself"),
        teams<2>("2", "Red and Blue: a team has the mean of its members"),
        teams<3>("3", "Red, Blue and Green: a team has the mean of its members"),
        teams<4>("4", "Red, Blue, Green and Yellow: a team has the mean of its members")}},
      {"Order",
       {sets<&Settings::shuffle, true>("Mixed", "Questions come in another order each time"),
        sets<&Settings::shuffle, false>("As in the deck",
                                        "Questions come as the article has them")}},
      {"Late comers",
       {sets<&Settings::late_join, classroom::LateJoin::Zero>("From zero",
                                                              "They begin without points"),
        sets<&Settings::late_join, classroom::LateJoin::Median>(
            "From the middle", "They begin with what the middle of the class has")}},
      {"Series",
       {sets<&Settings::streak_bonus, false>("No bonus", "Each question counts for itself"),
        sets<&Settings::streak_bonus, true>("Bonus",
                                            "100 more for each right answer in a row, up to 500")}},
  };
  return kTable;
}

SetupOption shown(const Option& option, const Settings& settings) {
  SetupOption view;
  view.title = option.title;
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    view.choices.emplace_back(option.choices[i].word);
    if (!option.choices[i].holds(settings)) continue;
    view.chosen = i;
    view.meaning = option.choices[i].meaning;
  }
  return view;
}

std::string kind_in_words(CardKind kind) {
  constexpr std::array<const char*, 8> kWords = {"Question",      "Short answer", "Gap",   "Choice",
                                                 "True or false", "Several",      "Order", "Poll"};
  return kWords.at(static_cast<std::size_t>(kind));
}

std::string in_a_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

SetupView look(std::span<const progress::DeckLine> decks) {
  SetupView view;
  for (const progress::DeckLine& deck : decks)
    if (deck.cards > 0)
      view.decks.push_back(
          {deck.id, title_in_words(deck.title), counted(deck.cards, "card", "cards")});
  return view;
}

SetupView look(const Deck& deck, const std::set<std::size_t>& ticked, const Settings& settings) {
  SetupView view;
  view.chosen = true;
  view.title = title_in_words(deck.title);
  for (const Option& option : options())
    view.options.push_back(shown(option, settings));
  for (const std::size_t place : classroom::askable_cards(deck)) {
    const Card& card = deck.cards[place];
    view.cards.push_back({place, in_a_line(card.prompt), kind_in_words(card.kind),
                          in_a_line(answer_in_words(card)), ticked.contains(place)});
  }
  view.left_out = deck.cards.size() - view.cards.size();
  view.count =
      std::to_string(ticked.size()) + " of " + counted(view.cards.size(), "question", "questions");
  view.can_host = view.can_print = !ticked.empty();
  if (settings.naming == classroom::Naming::ClassList) {
    view.names = settings.class_list.empty()
                     ? "Nobody is on the class list yet"
                     : counted(settings.class_list.size(), "name", "names") + " on the class list";
    view.can_host = view.can_host && !settings.class_list.empty();
  }
  return view;
}

Settings with_choice(Settings settings, std::size_t option, std::size_t choice) {
  if (option < options().size() && choice < options()[option].choices.size())
    options()[option].choices[choice].make(settings);
  return settings;
}

}  // namespace recto::screens
