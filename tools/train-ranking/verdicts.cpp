#include "tools/train-ranking/verdicts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "content/base/digest.h"
#include "content/base/utf8.h"

namespace recto::train {
namespace {

constexpr std::size_t kColumns = 4;

std::string place_of(std::string_view article, std::string_view card) {
  return std::string(article) + '\t' + std::string(card);
}

std::optional<float> number_of(std::string_view text) {
  float number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

std::string key_of(const Card& card) {
  return short_digest(std::string(name_of(card.kind)) + '\t' + card.prompt + '\t' + card.answer);
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
    const std::optional<float> share = number_of(columns[2]);
    const std::optional<float> weight = number_of(columns[3]);
    if (!share || !weight || !(*share >= 0 && *share <= 1) || !(*weight > 0 && *weight <= 1000))
      return fail(
          Error::Kind::BadInput, "no share from 0 to 1 and weight above 0 in columns 3 and 4",
          "line " + std::to_string(number), "write what share of the judges kept the card, and 1");
    verdicts.verdicts_[place_of(columns[0], columns[1])] = {*share, *weight};
  }
  return verdicts;
}

std::optional<Verdict> Verdicts::of(std::string_view article, const Card& card) const {
  const auto found = verdicts_.find(place_of(article, key_of(card)));
  if (found == verdicts_.end()) return std::nullopt;
  return found->second;
}

}  // namespace recto::train
