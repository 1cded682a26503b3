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

}  // namespace recto::screens
