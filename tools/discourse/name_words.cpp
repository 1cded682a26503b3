#include "tools/discourse/name_words.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "tools/language/word_sections.h"

namespace recto::discourse {
namespace {

using Section = NameWords::Set NameWords::*;

Section section_named(std::string_view heading) {
  static constexpr std::array<std::pair<std::string_view, Section>, 14> kSections{{
      {"he given", &NameWords::he_given},
      {"she given", &NameWords::she_given},
      {"he noun", &NameWords::he_nouns},
      {"she noun", &NameWords::she_nouns},
      {"legal form", &NameWords::legal_forms},
      {"generic", &NameWords::generic},
      {"generic before legal form", &NameWords::generic_legal},
      {"feature", &NameWords::features},
      {"organisation", &NameWords::organisation},
      {"place", &NameWords::place},
      {"event", &NameWords::event},
      {"work", &NameWords::work},
      {"person", &NameWords::person},
      {"either", &NameWords::either},
  }};
  for (const auto& [name, section] : kSections)
    if (name == heading) return section;
  return nullptr;
}

}  // namespace

NameWords parse_name_words(std::string_view text) {
  NameWords lists;
  language::for_each_section_line(text, [&](std::string_view heading, std::string_view line) {
    const Section section = section_named(heading);
    if (section == nullptr) return;
    std::string parted(line);
    std::ranges::replace(parted, ',', ' ');
    std::istringstream words{parted};
    for (std::string word; words >> word;)
      (lists.*section).insert(std::move(word));
  });
  return lists;
}

}  // namespace recto::discourse
