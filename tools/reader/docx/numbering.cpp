#include "tools/reader/docx/numbering.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace recto::reader {
namespace {

constexpr std::size_t kLongestPattern = 64;  ///< bytes of "%1.%2."; Word allows 31 characters

std::string roman(int number) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> kSigns{{{1000, "m"},
                                                                            {900, "cm"},
                                                                            {500, "d"},
                                                                            {400, "cd"},
                                                                            {100, "c"},
                                                                            {90, "xc"},
                                                                            {50, "l"},
                                                                            {40, "xl"},
                                                                            {10, "x"},
                                                                            {9, "ix"},
                                                                            {5, "v"},
                                                                            {4, "iv"},
                                                                            {1, "i"}}};
  std::string text;
  for (const auto& [value, sign] : kSigns)
    for (; number >= value; number -= value)
      text += sign;
  return text;
}

/// Word counts a … z, aa, bb …
std::string letter(int number) {
  std::string text;
  text.append(static_cast<std::size_t>((number - 1) / 26 + 1),
              static_cast<char>('a' + (number - 1) % 26));
  return text;
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return text;
}

std::string written(int number, std::string_view format) {
  const bool small = number >= 1 && number <= 3999;  // what letters and Roman numbers can say
  if (small && format == "lowerLetter") return letter(number);
  if (small && format == "upperLetter") return upper(letter(number));
  if (small && format == "lowerRoman") return roman(number);
  if (small && format == "upperRoman") return upper(roman(number));
  return std::to_string(number);
}

}  // namespace

Numbering::Level* Numbering::level_of(pugi::xml_node node, List& list) {
  const std::string_view at = attribute_named(node, "ilvl");
  const bool known = at.size() == 1 && at[0] >= '0' && at[0] < static_cast<char>('0' + kLevels);
  return known ? &list.levels[static_cast<std::size_t>(at[0] - '0')] : nullptr;
}

void Numbering::read_level(pugi::xml_node node, List& list) {
  Level* found = level_of(node, list);
  if (found == nullptr) return;
  Level& level = *found;
  level.format = attribute_named(child_named(node, "numFmt"), "val");
  level.text = attribute_named(child_named(node, "lvlText"), "val").substr(0, kLongestPattern);
  level.start = child_named(node, "start").first_attribute().as_int(1);
}

Numbering::Numbering(pugi::xml_node root) {
  std::unordered_map<std::string, List> abstract;
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node.name()) != "abstractNum") continue;
    const std::string id(attribute_named(node, "abstractNumId"));
    List& list = abstract[id];
    list.counter = "a" + id;
    for (const pugi::xml_node child : node.children())
      if (local_name(child.name()) == "lvl") read_level(child, list);
  }
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node.name()) != "num") continue;
    const std::string id(attribute_named(node, "numId"));
    List list = abstract[std::string(attribute_named(child_named(node, "abstractNumId"), "val"))];
    for (const pugi::xml_node override : node.children()) {
      if (local_name(override.name()) != "lvlOverride") continue;
      if (const pugi::xml_node level = child_named(override, "lvl")) read_level(level, list);
      const pugi::xml_node start = child_named(override, "startOverride");
      Level* level = level_of(override, list);
      if (!start || level == nullptr) continue;
      list.counter = "n" + id;
      level->start = start.first_attribute().as_int(1);
    }
    lists_[std::atoi(id.c_str())] = std::move(list);
  }
}

bool Numbering::is_list(Numbered item) const {
  if (item.number <= 0) return false;
  const auto list = lists_.find(item.number);
  return list == lists_.end() ||
         list->second.levels[static_cast<std::size_t>(item.level)].format != "none";
}

std::string Numbering::next(Numbered item) {
  const auto found = lists_.find(item.number);
  if (found == lists_.end()) return {};
  const List& list = found->second;
  const auto at = static_cast<std::size_t>(item.level);
  Count& count = counts_[list.counter];
  for (std::size_t level = 0; level <= at; ++level) {
    const bool begins = !count.begun[level];
    if (begins) count.at[level] = list.levels[level].start;
    if (level == at && !begins) ++count.at[level];
    count.begun[level] = true;
  }
  std::fill(count.begun.begin() + static_cast<std::ptrdiff_t>(at) + 1, count.begun.end(), false);
  if (list.levels[at].format == "bullet") return {};
  // "(%1.%2)" → "4.5": from the first to the last counter.
  const std::string& text = list.levels[at].text;
  const std::size_t first = text.find('%');
  const std::size_t last = text.rfind('%');
  std::string number;
  for (std::size_t i = first; i <= last && i < text.size(); ++i) {
    const int level = i + 1 < text.size() ? text[i + 1] - '1' : -1;
    if (text[i] != '%' || level < 0 || level >= static_cast<int>(kLevels)) {
      number += text[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(level);
    number += written(count.at[index], list.levels[index].format);
    ++i;
  }
  return number;
}

}  // namespace recto::reader
