#include "game/screens/words.h"

#include <algorithm>

namespace recto::screens {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string about_minutes(std::chrono::milliseconds time) {
  const auto minutes = std::chrono::round<std::chrono::minutes>(time).count();
  return "about " + counted(static_cast<std::size_t>(std::max<decltype(minutes)>(1, minutes)),
                            "minute", "minutes");
}

std::string title_in_words(const std::string& title) {
  return title.empty() ? "Untitled deck" : title;
}

std::string option_in_words(const Card& card, const std::string& option) {
  if (card.kind != CardKind::TrueFalse) return option;
  return option == "true" ? "True" : "False";
}

std::string answer_in_words(const Card& card) {
  if (card.answers.empty()) return option_in_words(card, card.answer);
  std::string lines;
  for (const std::string& answer : card.answers)
    lines += (lines.empty() ? "" : "\n") + answer;
  return lines;
}

}  // namespace recto::screens
