#include "tests/quality/verdicts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "content/base/ascii.h"
#include "content/base/utf8.h"

namespace recto::quality {
namespace {

constexpr std::array<std::string_view, kCodes> kNames = {"ok", "R1", "R2", "R3", "R4",
                                                         "R5", "R6", "R7", "R8"};
constexpr std::array<std::string_view, 5> kColumns = {"number", "verdict", "good", "fact",
                                                      "remark"};
enum Column : std::size_t { Number, Grade, Good, Facts, Remark };

constexpr std::string_view kMark = "# Judging sheet ";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

using Cells = std::vector<std::string_view>;

Cells split(std::string_view text, char separator) {
  Cells cells;
  for (;;) {
    const std::size_t end = text.find(separator);
    cells.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return cells;
    text.remove_prefix(end + 1);
  }
}

std::optional<Code> code_named(std::string_view name) {
  for (std::size_t i = 0; i < kCodes; ++i)
    if (ascii_lowered(name) == ascii_lowered(kNames[i])) return static_cast<Code>(i);
  return {};
}

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string line_name(std::size_t line) {
  return "line " + std::to_string(line);
}

/// Reads a sheet line by line.
class Reader {
 public:
  explicit Reader(const Key& key) : key_(key), verdicts_(key.cards.size()) {}

  Result<void> read_line(std::string_view text) {
    ++line_;
    if (text.starts_with(kMark) && trimmed(text.substr(kMark.size())) != key_.sheet)
      return wrong("this is not the sheet of the key");
    if (text.starts_with('#') || trimmed(text).empty()) return {};
    const Cells cells = split(text, '\t');
    return columns_.empty() ? read_head(cells) : read_row(cells);
  }

  Result<std::vector<Verdict>> finish() {
    if (columns_.empty()) return wrong("the line that names the columns is missing");
    for (std::size_t number = 1; number <= key_.cards.size(); ++number) {
      if (lines_.contains(number)) continue;
      line_ = number == 1 ? head_line_ : lines_[number - 1];
      return wrong("the row of card " + std::to_string(number) + " is missing below this line");
    }
    return std::move(verdicts_);
  }

 private:
  [[nodiscard]] tl::unexpected<Error> wrong(std::string what) const {
    return fail(Error::Kind::BadInput, std::move(what), line_name(line_));
  }

  Result<void> read_head(const Cells& cells) {
    for (const std::string_view name : kColumns) {
      const auto found = std::ranges::find_if(
          cells, [&](std::string_view cell) { return ascii_lowered(cell) == name; });
      if (found == cells.end() && name != kColumns[Remark])
        return wrong("the column " + quoted(name) + " is missing");
      columns_.push_back(static_cast<std::size_t>(found - cells.begin()));
    }
    head_line_ = line_;
    return {};
  }

  Result<void> read_row(const Cells& cells) {
    for (const Column column : {Number, Grade, Good, Facts})
      if (columns_[column] >= cells.size() || cells[columns_[column]].empty())
        return wrong("the column " + quoted(kColumns[column]) + " is missing or empty");
    const std::size_t number = RECTO_TRY(number_of(cells[columns_[Number]]));
    verdicts_[number - 1] = RECTO_TRY(verdict_of(cells, key_.decks[key_.cards[number - 1].deck]));
    return {};
  }

  Result<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number == 0 ||
        number > key_.cards.size())
      return wrong("the sheet has no card " + quoted(text));
    const auto [place, is_new] = lines_.emplace(number, line_);
    if (!is_new)
      return wrong("card " + std::to_string(number) + " has a row already, on " +
                   line_name(place->second));
    return number;
  }

  [[nodiscard]] Result<Verdict> verdict_of(const Cells& cells, const KeyDeck& deck) const {
    const std::string_view grade = cells[columns_[Grade]];
    const auto code = code_named(grade);
    if (!code) return wrong("the verdict " + quoted(grade) + " is none of ok and R1 to R8");
    const std::string good = ascii_lowered(cells[columns_[Good]]);
    if (good != "yes" && good != "no")
      return wrong("good is " + quoted(cells[columns_[Good]]) + ", not yes or no");
    if (good == "yes" && *code != Code::Ok)
      return wrong("a card that is not usable cannot be good");
    Verdict verdict{*code, good == "yes", {}, {}};
    verdict.facts = RECTO_TRY(facts_of(cells[columns_[Facts]], deck));
    if (columns_[Remark] < cells.size()) verdict.remark = cells[columns_[Remark]];
    return verdict;
  }

  [[nodiscard]] Result<std::vector<FactId>> facts_of(std::string_view text,
                                                     const KeyDeck& deck) const {
    std::vector<FactId> facts;
    if (text == "-") return facts;
    for (const std::string_view name : split(text, ',')) {
      const FactId id{std::string(name)};
      if (std::ranges::find(deck.facts, id, &KeyFact::id) == deck.facts.end())
        return wrong("the card's article has no key fact " + quoted(name));
      if (std::ranges::find(facts, id) == facts.end()) facts.push_back(id);
    }
    return facts;
  }

  const Key& key_;
  std::vector<Verdict> verdicts_;
  std::vector<std::size_t> columns_;  ///< where each of kColumns stands; empty before the head
  std::map<std::size_t, std::size_t> lines_;  ///< card's number → line of its row
  std::size_t line_ = 0;
  std::size_t head_line_ = 0;
};

}  // namespace

std::string_view name_of(Code code) {
  return kNames.at(static_cast<std::size_t>(code));
}

Result<std::vector<Verdict>> read_verdicts(std::string_view text, const Key& key) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Reader reader(key);
  for (const std::string_view line : lines_of(text))
    RECTO_TRY(reader.read_line(line));
  return reader.finish();
}

}  // namespace recto::quality
