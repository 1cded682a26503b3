#include "content/words/value_reader.h"

namespace recto {

std::string asked_unit(std::string_view prompt) {
  constexpr std::size_t kLongest = 2000;
  const std::vector<Token> tokens = tokens_of(prompt.substr(0, kLongest));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    Cursor cursor(tokens, at);
    if (cursor.is("percentage") || cursor.is("percent") || cursor.is("%")) return "percent";
    const bool many = cursor.is("how") && cursor.is("many", 1);
    if (!many && !cursor.is("in")) continue;
    cursor.skip(many ? 2 : 1);
    if (std::string unit = read_unit_name(cursor); !unit.empty()) return unit;
  }
  return {};
}

}  // namespace recto
