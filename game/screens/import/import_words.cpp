#include "game/screens/import/import_words.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>

#include "game/screens/words.h"

namespace recto::screens {
namespace {

constexpr std::size_t kFewWords = 80;  ///< of an article, F6

constexpr std::array kMonths = {"January",   "February", "March",    "April",
                                "May",       "June",     "July",     "August",
                                "September", "October",  "November", "December"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kLanguages = {
    {{"cs", "Czech"},
     {"da", "Danish"},
     {"de", "German"},
     {"es", "Spanish"},
     {"fi", "Finnish"},
     {"fr", "French"},
     {"it", "Italian"},
     {"ja", "Japanese"},
     {"nl", "Dutch"},
     {"pl", "Polish"},
     {"pt", "Portuguese"},
     {"ru", "Russian"},
     {"sv", "Swedish"},
     {"zh", "Chinese"}}};

std::string language_in_words(const std::string& language) {
  const std::string_view base = std::string_view(language).substr(0, language.find('-'));
  const auto* const found =
      std::ranges::find(kLanguages, base, &std::pair<std::string_view, std::string_view>::first);
  return found == kLanguages.end() ? "“" + language + "”" : std::string(found->second);
}

std::size_t words_in(const Deck& deck) {
  std::size_t words = 0;
  for (const Passage& passage : deck.passages) {
    bool inside = false;
    for (const char letter : passage.text) {
      const bool blank = letter == ' ' || letter == '\n' || letter == '\t';
      if (!blank && !inside) ++words;
      inside = !blank;
    }
  }
  return words;
}

/// As a sentence: with a capital and a stop.
std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 32);
  if (text.back() != '.' && text.back() != '?') text += '.';
  return text;
}

}  // namespace

std::string stage_in_words(ImportStage stage, float share) {
  const auto percent = std::lround(share * 100);
  switch (stage) {
    case ImportStage::Waiting: return "Waiting";
    case ImportStage::Fetching:
      return percent == 0 ? "Fetching" : "Fetching, " + std::to_string(percent) + " %";
    case ImportStage::Reading: return "Reading";
    case ImportStage::Writing: return "Writing cards";
  }
  return {};
}

std::string failure_in_words(const Error& error) {
  std::string text = sentence(error.what);
  if (!error.advice.empty()) text += " " + sentence(error.advice);
  return text;
}

std::string figures_in_words(const draft::Figures& figures) {
  return std::to_string(figures.kept) + " of " + counted(figures.cards, "card", "cards") + ", " +
         std::to_string(figures.covered) + " of " +
         counted(figures.passages, "paragraph", "paragraphs") + " covered";
}

std::string card_kind_in_words(CardKind kind) {
  switch (kind) {
    case CardKind::Faq: return "FAQ";
    case CardKind::Short: return "Question";
    case CardKind::Cloze: return "Gap";
    case CardKind::Choice: return "Choice";
    case CardKind::TrueFalse: return "True or false";
    case CardKind::Several: return "Several answers";
    case CardKind::Order: return "Order";
    case CardKind::Poll: return "Poll";
  }
  return {};
}

std::string date_in_words(Instant at, Instant now) {
  using std::chrono::floor;
  const std::chrono::year_month_day day(floor<std::chrono::days>(at));
  const std::chrono::year_month_day today(floor<std::chrono::days>(now));
  std::string text = std::to_string(static_cast<unsigned>(day.day())) + " " +
                     kMonths.at(static_cast<unsigned>(day.month()) - 1);
  if (day.year() != today.year()) text += " " + std::to_string(static_cast<int>(day.year()));
  return text;
}

std::string since_in_words(const Since& since, Instant now) {
  std::string text = "Imported on " + date_in_words(since.imported, now) + ", " +
                     counted(since.cards, "card", "cards") + ". ";
  if (since.fresh + since.reworded + since.gone == 0)
    return text + "Nothing has changed since then.";
  return text + "Since then: " + std::to_string(since.fresh) + " new, " +
         std::to_string(since.reworded) + " reworded, " + std::to_string(since.gone) + " gone, " +
         std::to_string(since.same) + " same.";
}

std::vector<std::string> notes_about(const draft::Draft& draft) {
  std::vector<std::string> notes;
  const Deck& head = draft.head();
  const std::size_t words = words_in(head);
  if (words < kFewWords)
    notes.push_back("Only " + counted(words, "word", "words") +
                    " of article were found. If there is more, save the page in your browser and "
                    "drop the file here, or paste its text.");
  if (!head.language.empty() && !head.language.starts_with("en"))
    notes.push_back(
        "There is no language model for " + language_in_words(head.language) +
        " yet: only the article’s own questions and gaps that are safe in any language.");
  if (draft.figures().cards == 0)
    notes.emplace_back(
        "No good card could be made: articles with names, dates and figures give more. Choose "
        "words in the article, with the mouse or W, and press C, Q or T for a card of your own.");
  else if (draft.figures().kept == 0)
    notes.emplace_back(
        "No card is good enough for this setting. More (→) lets in weaker ones, O shows all that "
        "were left out, and W chooses words in the article for a card of your own.");
  return notes;
}

}  // namespace recto::screens
