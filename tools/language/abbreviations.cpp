// assets/words/abbreviations.txt → Abbreviations.
#include <array>
#include <sstream>
#include <utility>

#include "tools/language/sentences.h"
#include "tools/language/word_sections.h"

namespace recto::language {
namespace {

using Section = WordSet Abbreviations::*;

Section section_named(std::string_view heading) {
  static constexpr std::array<std::pair<std::string_view, Section>, 4> kSections{{
      {"inside", &Abbreviations::inside},
      {"anywhere", &Abbreviations::anywhere},
      {"before number", &Abbreviations::before_number},
      {"openers", &Abbreviations::openers},
  }};
  for (const auto& [name, section] : kSections)
    if (name == heading) return section;
  return nullptr;
}

std::string key_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return std::string(word);
}

}  // namespace

Abbreviations parse_abbreviations(std::string_view text) {
  Abbreviations abbreviations;
  for_each_section_line(text, [&](std::string_view heading, std::string_view line) {
    const Section section = section_named(heading);
    if (section == nullptr) return;
    std::istringstream words{std::string(line)};
    for (std::string word; words >> word;)
      if (std::string key = key_of(word); !key.empty())
        (abbreviations.*section).insert(std::move(key));
  });
  return abbreviations;
}

}  // namespace recto::language
