#include "tools/reader/pdf/captions.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/base/fold.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {

bool begins_caption(std::string_view text) {
  static constexpr std::array<std::string_view, 20> kWords{
      "figure",  "fig.",    "fig",       "table",  "tab.",      "abbildung", "abb.",
      "tabelle", "figura",  "tableau",   "tabla",  "plate",     "chart",     "graph",
      "scheme",  "listing", "algorithm", "grafik", "schaubild", "map"};
  const auto words = words_of(text.substr(0, 200));
  if (words.size() < 2 || !begins_upper(text)) return false;
  if (std::find(kWords.begin(), kWords.end(), fold_case(words[0])) == kWords.end()) return false;
  const std::string_view number = words[1];
  const bool roman = number.find_first_not_of("IVX.:") == std::string_view::npos;
  if (number.find_first_of("0123456789") == std::string_view::npos && !roman) return false;
  if (number.ends_with(':') || number.ends_with('.')) return true;
  return words.size() > 2 && !begins_lower(words[2]) && !number.ends_with(',') &&
         !number.ends_with(')');
}

}  // namespace recto::reader::pdf
