#include <algorithm>
#include <array>

#include "content/words/numerals.h"

namespace recto {
namespace {

struct Named {
  std::string_view name;
  int value;
};

constexpr std::array<Named, 28> kCardinals = {
    {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
     {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
     {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
     {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
     {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
     {"seventy", 70}, {"eighty", 80},  {"ninety", 90}}};

constexpr std::array<Named, 27> kOrdinals = {
    {{"first", 1},        {"second", 2},      {"third", 3},       {"fourth", 4},
     {"fifth", 5},        {"sixth", 6},       {"seventh", 7},     {"eighth", 8},
     {"ninth", 9},        {"tenth", 10},      {"eleventh", 11},   {"twelfth", 12},
     {"thirteenth", 13},  {"fourteenth", 14}, {"fifteenth", 15},  {"sixteenth", 16},
     {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
     {"thirtieth", 30},   {"fortieth", 40},   {"fiftieth", 50},   {"sixtieth", 60},
     {"seventieth", 70},  {"eightieth", 80},  {"ninetieth", 90}}};

/// What parts are called; their plurals end in -s, but for "halves".
constexpr std::array<Named, 10> kParts = {{{"half", 2},
                                           {"third", 3},
                                           {"quarter", 4},
                                           {"fourth", 4},
                                           {"fifth", 5},
                                           {"sixth", 6},
                                           {"seventh", 7},
                                           {"eighth", 8},
                                           {"ninth", 9},
                                           {"tenth", 10}}};

template <std::size_t kSize>
std::optional<int> value_named(const std::array<Named, kSize>& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, &Named::name);
  if (row == rows.end()) return std::nullopt;
  return row->value;
}

/// 2 for "half" (`plural`: "halves"), 3 for "third", …
std::optional<int> part_named(std::string_view word, bool plural) {
  if (!plural) return value_named(kParts, word);
  if (word == "halves") return 2;
  if (!word.ends_with('s')) return std::nullopt;
  return value_named(kParts, word.substr(0, word.size() - 1));
}

std::optional<int> large_ordinal(std::string_view word) {
  constexpr std::array<Named, 4> kLarge = {
      {{"hundredth", 2}, {"thousandth", 3}, {"millionth", 6}, {"billionth", 9}}};
  return value_named(kLarge, word);
}

/// Reads words from left to right; what has been read is a whole number until a fraction comes.
class WordReader {
 public:
  WordReader(Cursor cursor, Reading reading) : cursor_(cursor), reading_(reading) {}

  std::optional<Numeral> read() {
    if (auto numeral = read_half_of_scale()) return numeral;
    if (auto numeral = read_fraction()) return numeral;
    if (!read_sum()) return std::nullopt;
    Numeral numeral;
    const auto number = make_number(total_);
    const auto all = number ? ::recto::sum(*number, extra_) : std::nullopt;
    if (!all) return std::nullopt;
    numeral.number = *all;
    numeral.form = Numeral::Form::Words;
    numeral.ordinal = ordinal_;
    numeral.scaled = last_scale_ >= 3 && last_scale_ < kNoScale;
    // "two hundred" and "ten thousand" are how style guides write 200 and 10,000; "three million"
    // is a rounded number.
    if (last_scale_ >= 6 && last_scale_ < kNoScale) numeral.step = last_scale_;
    if (extra_.mantissa != 0) numeral.step = all->exponent < 0 ? kExactStep : all->exponent;
    numeral.next = cursor_.at();
    return numeral;
  }

 private:
  static constexpr int kNoScale = 99;
  static constexpr std::int64_t kMost = 1'000'000'000'000'000;

  [[nodiscard]] bool after_hyphen() const {
    return cursor_.is_glued("-") && cursor_.glued(1) && cursor_.is_word(1);
  }

  /// "three quarters", "two-thirds", "one half", "a third of", "half".
  std::optional<Numeral> read_fraction() {
    Cursor at = cursor_;
    int top = 1;
    const bool article = at.is("a") || at.is("an");
    const auto counted = small_number_named(at.peek().text);
    if (counted && (*counted < 1 || *counted > 9)) return std::nullopt;
    if (counted) top = *counted;
    const bool bare_half = at.is("half");
    if (!article && !counted && !bare_half) return std::nullopt;
    if (!bare_half) at.skip();
    if (at.is_glued("-")) at.skip();
    const auto bottom = part_named(at.peek().text, top > 1);
    if (!bottom || !at.is_word()) return std::nullopt;
    at.skip();
    if (at.is("a") && scale_named(at.peek(1), false, false)) return std::nullopt;
    if (!is_safe_fraction(at, article || bare_half)) return std::nullopt;
    Numeral numeral;
    numeral.number = make_number(top, 0, *bottom).value_or(Number{});
    numeral.step = kExactStep;
    numeral.form = Numeral::Form::Fraction;
    numeral.next = at.at();
    return numeral;
  }

  /// "a third of the land", but not "a third man", "the second half".
  [[nodiscard]] bool is_safe_fraction(const Cursor& behind, bool loose) const {
    if (!loose || reading_ == Reading::Answer) return true;
    if (cursor_.is("half")) {
      const Token& before = cursor_.before();
      if (before.kind == Token::Kind::Word &&
          (ordinal_named(before.text) || before.text == "the" || before.text == "other" ||
           before.text == "in" || before.text == "last" || before.text == "a" ||
           before.text == "and"))
        return false;
    }
    return behind.is("of") || (behind.is("the") && cursor_.is("half")) ||
           (behind.is("an", 0) && behind.is("hour", 1)) ||
           (behind.is("a", 0) && cursor_.is("half") && behind.is_word(1));
  }

  /// "half a million", "a quarter of a million", "half a dozen".
  std::optional<Numeral> read_half_of_scale() {
    Cursor at = cursor_;
    Number share = make_number(1, 0, 2).value_or(Number{});
    if (at.is("a") && at.is("quarter", 1) && at.is("of", 2)) {
      share = make_number(1, 0, 4).value_or(Number{});
      at.skip(2);
    } else if (!at.is("half")) {
      return std::nullopt;
    }
    at.skip();
    if (!at.take("a")) return std::nullopt;
    Numeral numeral;
    std::optional<Number> unit;
    if (at.is("dozen")) {
      unit = make_number(12);
    } else if (const auto scale = scale_named(at.peek(), false, false)) {
      unit = make_number(1, *scale);
      numeral.step = *scale - 1;
    }
    if (!unit) return std::nullopt;
    numeral.number = product(share, *unit).value_or(Number{});
    numeral.form = Numeral::Form::Words;
    numeral.scaled = true;
    numeral.next = at.at() + 1;
    return numeral;
  }

  /// The whole number with the fraction behind it; false when there is none.
  bool read_sum() {
    bool any = false;
    while (!ordinal_) {
      const WordReader start = *this;
      if (any) {
        if (last_scale_ == kNoScale) break;
        if (!cursor_.take("and") && cursor_.is(",") && small_number_named(cursor_.peek(1).text))
          cursor_.skip();
      }
      std::int64_t group = 0;
      if (!read_group(group) || !read_scale(group)) {
        *this = start;
        break;
      }
      any = true;
    }
    return any;
  }

  /// Below 1,000: "three hundred and twenty-one", "a hundred"; "a" before a scale counts as one.
  bool read_group(std::int64_t& group) {
    if (cursor_.is("a") || cursor_.is("an")) {
      if (!cursor_.is("hundred", 1) && !cursor_.is("dozen", 1) &&
          !scale_named(cursor_.peek(1), false, false))
        return false;
      cursor_.skip();
      group = 1;
    } else if (!read_below_hundred(group)) {
      return false;
    }
    if (ordinal_) return true;
    if (cursor_.is("hundred")) {
      cursor_.skip();
      group *= 100;
      read_behind_hundred(group);
    } else if (cursor_.is("hundredth")) {
      cursor_.skip();
      group *= 100;
      ordinal_ = true;
    }
    return true;
  }

  void read_behind_hundred(std::int64_t& group) {
    const Cursor start = cursor_;
    cursor_.take("and");
    std::int64_t rest = 0;
    if (read_below_hundred(rest)) {
      group += rest;
    } else {
      cursor_ = start;
    }
  }

  bool read_below_hundred(std::int64_t& value) {
    if (const auto ordinal = ordinal_named(cursor_.peek().text)) {
      value = *ordinal;
      ordinal_ = true;
      cursor_.skip();
      return true;
    }
    const auto first = small_number_named(cursor_.peek().text);
    if (!first || !cursor_.is_word()) return false;
    value = *first;
    cursor_.skip();
    if (*first < 20) return true;
    const std::size_t hyphen = after_hyphen() ? 1 : 0;
    const std::string& unit = cursor_.peek(hyphen).text;
    if (const auto more = small_number_named(unit); more && *more >= 1 && *more < 10) {
      value += *more;
      cursor_.skip(hyphen + 1);
    } else if (const auto last = ordinal_named(unit); last && *last < 10) {
      value += *last;
      ordinal_ = true;
      cursor_.skip(hyphen + 1);
    }
    return true;
  }

  /// The scale behind a group, with the half of "two and a half million" before it. False for a
  /// scale that cannot follow ("two thousand three million").
  bool read_scale(std::int64_t group) {
    if (ordinal_) return add(group, 0);
    if (cursor_.take("dozen")) return add(group * 12, kNoScale);
    const Number fraction = take_fraction();
    if (const auto large = large_ordinal(cursor_.peek().text)) {
      cursor_.skip();
      ordinal_ = true;
      return add(group, *large);
    }
    const auto scale = scale_named(cursor_.peek(), false, false);
    if (fraction.mantissa != 0) {
      const auto unit = make_number(1, scale.value_or(0));
      const auto part = unit ? product(fraction, *unit) : std::nullopt;
      if (!part || (scale && *scale >= last_scale_)) return false;
      extra_ = *part;
    }
    if (!scale) return add(group, 0);
    cursor_.skip();
    return add(group, *scale);
  }

  /// Adds group * 10 ^ scale; scale 0 ends the number.
  bool add(std::int64_t group, int scale) {
    const int power = scale == kNoScale ? 0 : scale;
    if (last_seen_ || power >= last_scale_) return false;
    std::int64_t factor = 1;
    for (int i = 0; i < power; ++i)
      factor *= 10;
    if (group > kMost / factor || total_ > kMost) return false;
    total_ += group * factor;
    if (power > 0)
      last_scale_ = power;
    else
      last_seen_ = true;
    return true;
  }

  /// "and a half", "and three quarters", "point five"; 0 for none.
  Number take_fraction() {
    if (cursor_.is("point")) return take_decimals();
    if (!cursor_.is("and")) return {};
    Cursor at = cursor_;
    at.skip();
    int top = 1;
    if (const auto counted = small_number_named(at.peek().text); counted && *counted < 10)
      top = *counted;
    else if (!at.is("a") && !at.is("one"))
      return {};
    at.skip();
    if (at.is_glued("-")) at.skip();
    const auto bottom = part_named(at.peek().text, top > 1);
    if (!bottom) return {};
    at.skip();
    cursor_ = at;
    return make_number(top, 0, *bottom).value_or(Number{});
  }

  Number take_decimals() {
    Cursor at = cursor_;
    at.skip();
    std::int64_t digits = 0;
    int places = 0;
    while (places < 12) {
      const auto digit = at.is("oh") ? std::optional(0) : small_number_named(at.peek().text);
      if (!digit || *digit > 9) break;
      digits = digits * 10 + *digit;
      ++places;
      at.skip();
    }
    if (places == 0) return {};
    cursor_ = at;
    return make_number(digits, -places).value_or(Number{});
  }

  Cursor cursor_;
  Reading reading_;
  std::int64_t total_ = 0;
  Number extra_;
  int last_scale_ = kNoScale;
  bool last_seen_ = false;
  bool ordinal_ = false;
};

}  // namespace

std::optional<int> small_number_named(std::string_view word) {
  return value_named(kCardinals, word);
}

std::optional<int> ordinal_named(std::string_view word) {
  return value_named(kOrdinals, word);
}

std::optional<Numeral> read_word_numeral(Cursor cursor, Reading reading) {
  return WordReader(cursor, reading).read();
}

}  // namespace recto
