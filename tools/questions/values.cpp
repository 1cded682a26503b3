#include "tools/questions/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace recto::questions {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 5> kScales{"thousand", "million", "billion", "trillion",
                                                  "bn"};
constexpr std::array<std::string_view, 4> kSymbols{"$", "€", "£", "¥"};
constexpr std::array<std::string_view, 3> kPrefixedSymbols{"us", "a", "hk"};
constexpr std::array<std::string_view, 14> kCurrencies{
    "dollars", "dollar", "euros", "euro", "pounds", "yuan", "yen",
    "rupees",  "francs", "cents", "won",  "pesos",  "rand", "rubles"};
constexpr std::array<std::string_view, 4> kEras{"bc", "bce", "ad", "ce"};
constexpr std::array<std::string_view, 15> kHedges{
    "about",     "approximately", "around",   "nearly", "almost",  "roughly",    "some",     "over",
    "more than", "less than",     "at least", "up to",  "at most", "fewer than", "just over"};
constexpr double kFirstYear = 1000;
constexpr double kLastYear = 2100;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

/// A plain number, "1,900" or "11.2"; nothing for 787-9, 12:30, 18th, 1.428,000.
std::optional<double> plain_number(std::string_view text) {
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  bool fraction = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++group;
      digits += c;
    } else if (c == ',' && !fraction && group > 0 && (!grouped ? group <= 3 : group == 3)) {
      grouped = true;
      group = 0;
    } else if (c == '.' && !fraction && (!grouped || group == 3)) {
      fraction = true;
      digits += c;
      group = 0;
    } else {
      return std::nullopt;
    }
  }
  if (group == 0 || (grouped && !fraction && group != 3) || digits.size() > 15) return std::nullopt;
  double amount = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  return amount;
}

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Reads one value after the other; holds what every step needs.
class Reader {
 public:
  Reader(std::string_view sentence, const Words& words, const WordLists& lists)
      : sentence_(sentence), words_(words), lists_(lists) {}

  std::vector<Value> all() {
    std::vector<Value> values;
    for (std::size_t at = 0; at < words_.size();) {
      std::optional<Value> value = date_at(at);
      if (!value) value = number_at(at);
      if (!value) {
        ++at;
        continue;
      }
      at = value->last;
      values.push_back(finished(*value));
    }
    mark_ranges(values);
    return values;
  }

 private:
  [[nodiscard]] std::string_view folded(std::size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].folded) : std::string_view();
  }
  [[nodiscard]] std::string_view written(std::size_t at) const {
    return text_between(sentence_, words_, at, at + 1);
  }
  [[nodiscard]] bool is_number(std::size_t at) const {
    return at < words_.size() && words_[at].kind == Word::Kind::Number;
  }
  [[nodiscard]] bool touches(std::size_t at) const {
    return at > 0 && words_[at - 1].span.end == words_[at].span.begin;
  }
  [[nodiscard]] bool is_day(std::size_t at) const {
    return is_number(at) && is_all_digits(folded(at)) && folded(at).size() <= 2 &&
           amount(at) >= 1 && amount(at) <= 31;
  }
  [[nodiscard]] bool is_year(std::size_t at) const {
    return is_number(at) && is_all_digits(folded(at)) && folded(at).size() == 4 &&
           amount(at) >= kFirstYear && amount(at) <= kLastYear;
  }
  [[nodiscard]] bool is_month(std::size_t at) const {
    return at < words_.size() && words_[at].capital && month_of(folded(at)) > 0;
  }
  [[nodiscard]] double amount(std::size_t at) const {
    return plain_number(folded(at)).value_or(-1);
  }

  /// "8 February 1700", "February 8, 1700", "February 1700", "May, 1750"; a day without its year
  /// is Other.
  [[nodiscard]] std::optional<Value> date_at(std::size_t at) const {
    Value value{ValueKind::Date, at, at, {}, {}, {}, {}, 0, 0, false, 0, false};
    std::size_t next = at;
    if (is_day(next) && is_month(next + 1)) {
      value.has_day = true;
      next += 2;
    } else if (is_month(next)) {
      next += 1;
      if (is_day(next)) {
        value.has_day = true;
        next += 1;
      }
    } else {
      return std::nullopt;
    }
    const std::size_t year = folded(next) == "," ? next + 1 : next;
    if (is_year(year)) {
      value.last = year + 1;
      return value;
    }
    if (!value.has_day) return std::nullopt;
    value.kind = ValueKind::Other;
    value.last = next;
    return value;
  }

  [[nodiscard]] std::optional<Value> number_at(std::size_t at) const {
    const bool symbol = is_one_of(kSymbols, folded(at)) && is_number(at + 1) && touches(at + 1);
    const std::size_t digits = symbol ? at + 1 : at;
    if (!is_number(digits)) return std::nullopt;
    Value value{ValueKind::Other,
                at,
                digits + 1,
                std::string(),
                std::string(written(digits)),
                {},
                {},
                0,
                0,
                false,
                0,
                false};
    const auto number = plain_number(folded(digits));
    if (!number) return value;
    value.amount = *number;
    value.grouped = value.number.find(',') != std::string::npos;
    const std::size_t point = value.number.find('.');
    if (point != std::string::npos)
      value.decimals = static_cast<int>(value.number.size() - point - 1);
    classify(value, digits, symbol);
    return value;
  }

  void classify(Value& value, std::size_t digits, bool symbol) const {
    std::size_t next = digits + 1;
    if (is_one_of(kScales, folded(next))) ++next;
    if (symbol) {
      take_prefixed_symbol(value);
      set(value, ValueKind::Money, next);
    } else if (is_one_of(kCurrencies, folded(next))) {
      set(value, ValueKind::Money, next + 1);
    } else if (folded(next) == "%" || folded(next) == "percent") {
      set(value, ValueKind::Percent, next + 1);
    } else if (folded(next) == "per" && folded(next + 1) == "cent") {
      set(value, ValueKind::Percent, next + 2);
    } else if (is_one_of(kEras, folded(next)) && value.decimals == 0) {
      set(value, ValueKind::Year, next + 1);
    } else if (next == digits + 1 && is_year(digits) && reads_as_year(digits)) {
      set(value, ValueKind::Year, next);
    } else if (has(lists_.units, folded(next)) || folded(next) == "°") {
      set(value, ValueKind::Quantity, unit_end(next));
    } else if (next == digits + 1 && is_year(digits)) {
      value.kind = ValueKind::Other;  // "the 2010 season", "from 1928 onwards": year or count?
    } else if (next < words_.size() && words_[next].capital) {
      value.last = next;  // "737 Max": a name's part
    } else if (value.decimals == 0 || next > digits + 1) {
      set(value, ValueKind::Count, next);
    }
  }

  static void set(Value& value, ValueKind kind, std::size_t last) {
    value.kind = kind;
    value.last = last;
  }

  /// "US$5": the letters belong to the amount.
  void take_prefixed_symbol(Value& value) const {
    if (value.first > 0 && touches(value.first) &&
        is_one_of(kPrefixedSymbols, folded(value.first - 1)))
      --value.first;
  }

  /// "square miles", "feet", "light years": every unit word in a row.
  [[nodiscard]] std::size_t unit_end(std::size_t next) const {
    std::size_t end = next + 1;
    while (end < words_.size() && end < next + 3 && has(lists_.units, folded(end)))
      ++end;
    return end;
  }

  /// A bare four-digit number is a year behind these words, or where no noun follows it.
  [[nodiscard]] bool reads_as_year(std::size_t at) const {
    constexpr std::array<std::string_view, 14> kBefore{
        "in",    "since",  "by",     "until", "till",  "from",   "of",
        "after", "before", "during", "to",    "circa", "around", "early"};
    return at > 0 && is_one_of(kBefore, folded(at - 1)) && !counts_a_noun(at);
  }

  /// "of 1709 schoolchildren": a plural noun follows.
  [[nodiscard]] bool counts_a_noun(std::size_t at) const {
    constexpr std::array<std::string_view, 6> kNoNouns{"as", "was", "has", "is", "its", "his"};
    const std::string_view next = folded(at + 1);
    if (at + 1 >= words_.size() || words_[at + 1].capital || next.size() < 2) return false;
    return next == "people" || next == "children" || next.ends_with("children") ||
           (next.back() == 's' && next[0] != '\'' && !is_one_of(kNoNouns, next));
  }

  [[nodiscard]] Value finished(Value value) const {
    value.text = std::string(text_between(sentence_, words_, value.first, value.last));
    // "May, 1750" reads better without its comma.
    // "the 90's"
    if (folded(value.last) == "'s") value.kind = ValueKind::Other;
    // "$ 800": torn from its symbol.
    if (value.kind == ValueKind::Count && value.first > 0 &&
        is_one_of(kSymbols, folded(value.first - 1)))
      value.kind = ValueKind::Other;
    if (value.kind == ValueKind::Date && !value.has_day) std::erase(value.text, ',');
    if (const std::size_t at = value.text.find(value.number); !value.number.empty()) {
      value.before = value.text.substr(0, at);
      value.after = value.text.substr(at + value.number.size());
    }
    for (std::size_t length = 1; length <= 2 && length <= value.first; ++length)
      for (const std::string_view hedge : kHedges)
        if (match_phrase(words_, value.first - length, hedge) == length) value.hedge = length;
    return value;
  }

  /// "1894 – 96", "10 billion to 20 billion", "between 3 and 4", "1990 and 1995": neither end is
  /// asked for alone.
  void mark_ranges(std::vector<Value>& values) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::size_t first = values[i].first;
      const std::size_t last = values[i].last;
      const bool touching = (first > 0 && touches(first) && is_joint(folded(first - 1))) ||
                            (last < words_.size() && touches(last) && is_joint(folded(last)));
      if (touching) values[i].kind = ValueKind::Other;
      if (i + 1 == values.size()) break;
      const std::size_t next = values[i + 1].first - values[i + 1].hedge;
      // "5 feet 10 inches"
      if (next == last && values[i].kind == ValueKind::Quantity)
        values[i].kind = values[i + 1].kind = ValueKind::Other;
      if (next == last + 1 &&
          (is_joint(folded(last)) || folded(last) == "to" || folded(last) == "and" ||
           folded(last) == "or" || folded(last) == "through"))
        values[i].kind = values[i + 1].kind = ValueKind::Other;
    }
  }

  static bool is_joint(std::string_view mark) {
    return mark == "–" || mark == "-" || mark == "—" || mark == "/" || mark == "x" || mark == "×";
  }

  std::string_view sentence_;
  const Words& words_;
  const WordLists& lists_;
};

}  // namespace

std::vector<Value> values_of(std::string_view sentence, const Words& words,
                             const WordLists& lists) {
  return Reader(sentence, words, lists).all();
}

const Value* value_at(const std::vector<Value>& values, std::size_t at) {
  const auto found = std::ranges::find(values, at, &Value::first);
  return found == values.end() ? nullptr : &*found;
}

int month_of(std::string_view folded) {
  const auto* const found = std::ranges::find(kMonths, folded);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

std::string number_like(double number, const Value& like) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", like.decimals, number);
  std::string text(buffer.data(), static_cast<std::size_t>(length));
  if (!like.grouped) return text;
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3; at -= 3)
    text.insert(at - 3, ",");
  return text;
}

}  // namespace recto::questions
