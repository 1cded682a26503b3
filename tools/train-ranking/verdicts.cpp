#include "tools/train-ranking/verdicts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "content/base/utf8.h"

namespace recto::train {
namespace {

constexpr std::size_t kColumns = 5;

std::string key_of(std::string_view article, std::string_view kind, std::string_view prompt,
                   std::string_view answer) {
  std::string key(article);
  for (const std::string_view part : {kind, prompt, answer})
    key.append("\t").append(part);
  return key;
}

}  // namespace

std::string key_of(std::string_view article, const Card& card) {
  return key_of(article, name_of(card.kind), card.prompt, card.answer);
}

Result<Verdicts> Verdicts::read(std::string_view text) {
  Verdicts verdicts;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    std::array<std::string_view, kColumns> columns;
    std::string_view rest = line;
    for (std::string_view& column : columns) {
      const std::size_t end = std::min(rest.find('\t'), rest.size());
      column = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (line.empty() || (number == 1 && columns.front() == "article")) continue;
    float share = 0;
    const std::string_view last = columns.back();
    const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), share);
    if (error != std::errc{} || end != last.data() + last.size() || !(share >= 0 && share <= 1))
      return fail(Error::Kind::BadInput, "no share from 0 to 1 in the fifth column",
                  "line " + std::to_string(number), "write what share of the judges kept the card");
    verdicts.shares_[key_of(columns[0], columns[1], columns[2], columns[3])] = share;
  }
  return verdicts;
}

std::optional<float> Verdicts::of(std::string_view article, const Card& card) const {
  const auto found = shares_.find(key_of(article, card));
  if (found == shares_.end()) return std::nullopt;
  return found->second;
}

}  // namespace recto::train
