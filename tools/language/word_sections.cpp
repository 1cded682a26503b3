#include "tools/language/word_sections.h"

#include <optional>

#include "content/base/utf8.h"

namespace recto::language {

void for_each_section_line(std::string_view text, const SectionLine& act) {
  std::optional<std::string_view> heading;
  for (const std::string_view raw : lines_of(text)) {
    const std::string_view line = trimmed(raw.substr(0, raw.find('#')));
    if (line.starts_with('['))
      heading = line.substr(1, line.find(']') - 1);
    else if (heading && !line.empty())
      act(*heading, line);
  }
}

}  // namespace recto::language
