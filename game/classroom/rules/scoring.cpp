#include "game/classroom/rules/scoring.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "content/base/utf8.h"
#include "content/words/value.h"

namespace recto::classroom {
namespace {

constexpr Millis kMostCredit{250};
constexpr Millis kFullWithin{500};
constexpr double kFullPoints = 1000;
constexpr std::size_t kLongestText = 500;  // as the grader reads

bool is_typed(QuestionKind kind) {
  return kind == QuestionKind::Text || kind == QuestionKind::Number;
}

bool are_places(std::span<const int> places, std::size_t options) {
  std::set<int> seen;
  return std::ranges::all_of(places, [&](int place) {
    return place >= 0 && static_cast<std::size_t>(place) < options && seen.insert(place).second;
  });
}

std::optional<double> number_in(const std::string& text, const std::string& language) {
  // Four digits alone could be a year as well.
  double digits = 0;
  const char* const end = text.data() + text.size();
  if (const auto [stop, failed] = std::from_chars(text.data(), end, digits);
      failed == std::errc() && stop == end && std::isfinite(digits))
    return digits;
  const std::optional<Value> value = parse_value(text, language);
  if (!value || value->kind == ValueKind::Date || value->kind == ValueKind::Clock) return {};
  return to_double(value->amount.number);
}

}  // namespace

Millis credit_of(Millis round_trip) {
  return std::clamp(round_trip / 2, Millis{0}, kMostCredit);
}

bool is_well_formed(const Question& question, const Response& response) {
  if (is_typed(question.kind))
    return response.options.empty() && response.text.size() <= kLongestText &&
           is_utf8(response.text);
  if (!response.text.empty() || !are_places(response.options, question.options.size()))
    return false;
  switch (question.kind) {
    case QuestionKind::Slide: return false;
    case QuestionKind::Several:
      return !response.options.empty() && std::ranges::is_sorted(response.options);
    case QuestionKind::Order: return response.options.size() == question.options.size();
    default: return response.options.size() == 1;
  }
}

int points_for(Scoring scoring, double share, Millis taken, Millis time) {
  double full = kFullPoints;
  if (scoring == Scoring::Speed && time > Millis{0} && taken > kFullWithin) {
    const double part =
        std::min(1.0, static_cast<double>(taken.count()) / static_cast<double>(time.count()));
    full = std::round(kFullPoints * (1 - part / 2));
  }
  return static_cast<int>(std::lround(full * share));
}

double share_of_options(const Question& question, const Response& response, bool shares) {
  if (response.options == question.key) return 1;
  if (!shares || question.kind != QuestionKind::Several) return 0;
  const auto right = std::ranges::count_if(
      response.options, [&](int place) { return std::ranges::binary_search(question.key, place); });
  const auto wrong = std::ssize(response.options) - right;
  return std::max(0.0,
                  static_cast<double>(right - wrong) / static_cast<double>(question.key.size()));
}

study::Verdict verdict_of_text(const Quiz& quiz, const Question& question, const std::string& text,
                               const Lexicon* lexicon) {
  return study::grade(text, question.card,
                      {.grading = quiz.grading,
                       .rivals = question.rivals,
                       .language = quiz.language,
                       .lexicon = lexicon})
      .verdict;
}

std::vector<bool> nearest(const Question& question, const std::string& language,
                          std::span<const std::string> texts) {
  std::vector<bool> is_nearest(texts.size());
  const std::optional<double> key = number_in(question.card.answer, language);
  if (!key) return is_nearest;
  std::vector<double> distances;
  for (const std::string& text : texts) {
    const std::optional<double> number = number_in(text, language);
    distances.push_back(number ? std::abs(*number - *key)
                               : std::numeric_limits<double>::infinity());
  }
  const double least = distances.empty() ? 0 : *std::ranges::min_element(distances);
  if (std::isinf(least)) return is_nearest;
  for (std::size_t i = 0; i < distances.size(); ++i)
    is_nearest[i] = distances[i] == least;
  return is_nearest;
}

}  // namespace recto::classroom
