#include <algorithm>
#include <array>

#include "content/words/units.h"
#include "content/words/value_reader.h"

namespace recto {
namespace {

template <std::size_t kSize>
bool is_any(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// A capital letter at its beginning, or anywhere: "iPhone".
bool is_capital(const Token& token) {
  return token.kind == Token::Kind::Word && token.as_written != token.text;
}

/// Capital words that begin sentences or headlines and name nothing.
bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 84> kWords = {
      "the",     "a",      "an",      "in",     "on",      "at",
      "of",      "to",     "by",      "for",    "from",    "with",
      "about",   "over",   "under",   "after",  "before",  "since",
      "until",   "during", "and",     "or",     "but",     "nor",
      "so",      "yet",    "if",      "when",   "while",   "as",
      "than",    "then",   "some",    "all",    "only",    "these",
      "those",   "this",   "that",    "their",  "its",     "his",
      "her",     "our",    "my",      "your",   "there",   "here",
      "just",    "nearly", "almost",  "around", "between", "within",
      "another", "other",  "another", "last",   "next",    "first",
      "every",   "each",   "both",    "its",    "what",    "which",
      "who",     "how",    "has",     "have",   "had",     "was",
      "were",    "is",     "are",     "be",     "roughly", "approximately",
      "exactly", "they",   "he",      "she",    "it"};
  return is_any(word, kWords);
}

/// Words whose number is a name: "Chapter 3", "page 12".
bool is_label(std::string_view word) {
  constexpr std::array<std::string_view, 62> kWords = {
      "chapter",  "page",     "pages",     "figure",     "fig",      "table",    "section",
      "sections", "step",     "version",   "no",         "nos",      "number",   "room",
      "route",    "highway",  "flight",    "platform",   "gate",     "line",     "act",
      "scene",    "volume",   "vol",       "issue",      "grade",    "type",     "phase",
      "level",    "part",     "article",   "rule",       "question", "exercise", "example",
      "appendix", "note",     "paragraph", "clause",     "p",        "pp",       "ch",
      "eq",       "equation", "bus",       "tram",       "form",     "model",    "series",
      "season",   "episode",  "class",     "category",   "stage",    "track",    "verse",
      "psalm",    "unit",     "lesson",    "interstate", "group",    "zone"};
  return is_any(word, kWords);
}

bool is_street(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords = {
      "street", "road",  "avenue", "lane", "drive", "boulevard", "square",
      "st",     "place", "rd",     "ave",  "court", "terrace",   "blvd"};
  return is_any(word, kWords);
}

bool leads_to_year(std::string_view word) {
  constexpr std::array<std::string_view, 24> kWords = {
      "in",   "since", "until",  "till",   "during", "year",      "circa",  "early",
      "late", "mid",   "spring", "summer", "autumn", "fall",      "winter", "from",
      "by",   "born",  "died",   "season", "before", "christmas", "easter", "after"};
  return is_any(word, kWords);
}

/// "1500 people", "1200 houses": a plural behind four digits.
bool is_plural(const Token& token) {
  constexpr std::array<std::string_view, 8> kIrregular = {"people", "men",   "women", "children",
                                                          "feet",   "sheep", "fish",  "mice"};
  constexpr std::array<std::string_view, 7> kNoPlural = {"was", "is",   "has", "as",
                                                         "its", "this", "his"};
  if (token.kind != Token::Kind::Word || is_capital(token)) return false;
  if (is_any(token.text, kIrregular)) return true;
  return token.text.size() > 3 && token.text.ends_with('s') && !token.text.ends_with("ss") &&
         !token.text.ends_with("us") && !is_any(token.text, kNoPlural);
}

bool opens(const Token& token) {
  return token.text == "(" || token.text == "[" || token.text == "\"" || token.text == "'" ||
         token.text == "“" || token.text == "«" || token.text == "…" || token.text == "," ||
         token.text == ";";
}

/// Judges what read_value found in an article.
class Judge {
 public:
  Judge(const std::vector<Token>& tokens, const ReadValue& read) : tokens_(&tokens), read_(&read) {}

  [[nodiscard]] bool is_value() const {
    if (!stands_free()) return false;
    switch (read_->value.kind) {
      case ValueKind::Count: return is_count();
      case ValueKind::Ordinal: return is_ordinal();
      case ValueKind::Date: return is_date();
      case ValueKind::Quantity: return !is_weak_quantity();
      case ValueKind::Clock: return !is_named() || core().before().text.ends_with("day");
      default: return true;
    }
  }

 private:
  [[nodiscard]] Cursor core() const { return {*tokens_, read_->core}; }
  [[nodiscard]] Cursor behind() const { return {*tokens_, read_->next}; }

  /// No letters or digits are joined to it: not "A380", "3D", "COVID-19", "555-0123".
  [[nodiscard]] bool stands_free() const {
    const Token& before = core().before();
    if (read_->core > 0 && core().glued() && !opens(before) && !is_sign_before(before))
      return false;
    if (before.text == "," && core().glued() && core().before(2).kind == Token::Kind::Digits)
      return false;
    const Cursor next = behind();
    if (next.at_end() || !next.glued()) return true;
    if (next.is_word() || next.is_digits()) return false;
    const bool joins = next.is("-") || next.is("/") || next.is(":") || next.is(".") ||
                       next.is(",") || next.is("@") || next.is("_") || next.is("'");
    if (!joins || !next.glued(1)) return true;
    if (next.is("-") && next.is_word(1)) return goes_on_with_word(next);
    return !next.is_digits(1) && !next.is_word(1);
  }

  /// "15-year-old" and "the 1960-built bridge" are whole values with a word behind them; a bare
  /// number is part of the word ("five-star").
  [[nodiscard]] bool goes_on_with_word(const Cursor& next) const {
    const ValueKind kind = read_->value.kind;
    return (kind != ValueKind::Count && kind != ValueKind::Ordinal) || next.is("odd", 1);
  }

  [[nodiscard]] bool is_sign_before(const Token& before) const {
    if (before.text != "-" && before.text != "/") return before.text == "+" || before.text == "=";
    // A dash between words is a dash; a hyphen has a letter before it.
    const Cursor dash(*tokens_, read_->core - 1);
    if (before.text == "-" && before.as_written.size() > 1) return !core().before(2).text.empty();
    const std::string& prefix = dash.before().text;
    return before.text == "-" && read_->value.kind == ValueKind::Date &&
           (prefix == "mid" || prefix == "pre" || prefix == "post" || prefix == "early" ||
            prefix == "late");
  }

  [[nodiscard]] bool is_count() const {
    const Numeral& numeral = *read_->numeral;
    if (read_->value.until) return !is_named();
    if (numeral.identifier || is_lone_one() || is_named() || is_address()) return false;
    const Cursor next = behind();
    if (core().before().text == "[" && next.is("]")) return false;
    // "1." and "2)" at the beginning of a line number a list.
    const bool numbers_list =
        core().peek().line_before && (next.is_glued(".") || next.is_glued(")"));
    return !numbers_list && !begins_name(next);
  }

  [[nodiscard]] bool is_lone_one() const {
    return read_->next == read_->core + 1 && core().is("one");
  }

  /// "Boeing 747", "Chapter 3", "No. 5", "#5": what stands before makes it a name.
  [[nodiscard]] bool is_named() const {
    if (core().peek().line_before || read_->value.hedge != Hedge::None) return false;
    const Token& before = core().before();
    if (before.text == "#" || before.text == "№" || before.text == "§") return true;
    const bool point = before.text == "." && core().before(2).text.size() <= 4;
    const Token& word = point ? core().before(2) : before;
    if (word.kind != Token::Kind::Word) return false;
    if (is_label(word.text)) return !point || word.text.size() <= 3;
    // "Founded 1969": words of a list of dates
    return !point && is_capital(word) && !is_function_word(word.text) && !word.text.ends_with("ed");
  }

  /// "10 Downing Street", "5 Fifth Avenue".
  [[nodiscard]] bool is_address() const {
    const Cursor next = behind();
    if (!is_capital(next.peek())) return false;
    for (std::size_t ahead = 0; ahead < 4; ++ahead)
      if (is_capital(next.peek(ahead)) && is_street(next.peek(ahead).text)) return true;
    return false;
  }

  /// "Twelve Angry Men": a capital number word before a capital word inside a sentence.
  [[nodiscard]] bool begins_name(const Cursor& next) const {
    return is_capital(core().peek()) && is_capital(next.peek()) && !next.glued();
  }

  [[nodiscard]] bool is_ordinal() const {
    const Cursor next = behind();
    const Token& before = core().before();
    if (is_capital(core().peek()) && (!core().peek().line_before || is_capital(next.peek())) &&
        (is_capital(next.peek()) || is_capital(before) || before.text == "the"))
      return false;
    if (core().is_digits() && (is_capital(next.peek()) || is_street(next.peek().text)))
      return false;
    if (core().is("second") && read_->next == read_->core + 1 &&
        (before.text == "a" || before.text == "per" || before.text == "every" ||
         before.text == "each" || before.text == "split" || before.text == "one"))
      return false;
    if (core().is("first") || core().is("second") || core().is("third"))
      return before.text != "at" && !next.is(",") && !next.is("of") && !next.is("-");
    return true;
  }

  [[nodiscard]] bool is_date() const {
    const Date& date = read_->value.date;
    if (date.precision != Date::Precision::Year || date.year < 0 || date.part != Date::Part::Whole)
      return true;
    if (read_->value.until_date) return true;
    const Cursor next = behind();
    const Cursor start = core();
    if (next.before().kind == Token::Kind::Word && read_->next > read_->core + 1 &&
        !start.is_digits() && small_number_named(start.peek().text))
      return leads_to_year(start.before().text);
    if (!start.is_digits() || read_->next != read_->core + 1) return true;  // "AD 79"
    if (leads_to_year(start.before().text) || month_named(start.before().text)) return true;
    return !is_named() && !is_address() && !is_plural(next.peek()) &&
           !(read_->value.hedge == Hedge::MoreThan || read_->value.hedge == Hedge::AtMost ||
             read_->value.hedge == Hedge::LessThan || read_->value.hedge == Hedge::AtLeast);
  }

  /// "one day", "one second": idle talk more often than a measurement.
  [[nodiscard]] bool is_weak_quantity() const {
    const Unit* unit = unit_named(read_->value.unit);
    return unit != nullptr && unit->dimension == Dimension::Time && core().is("one") &&
           read_->next == read_->core + 2;
  }

  const std::vector<Token>* tokens_;
  const ReadValue* read_;
};

/// Behind everything that is joined to the token without a blank: a version, a phone number, a URL.
std::size_t end_of_cluster(const std::vector<Token>& tokens, std::size_t at) {
  ++at;
  while (at < tokens.size() && !tokens[at].blank_before) {
    const bool sign = tokens[at].kind == Token::Kind::Sign;
    const bool goes_on = at + 1 < tokens.size() && !tokens[at + 1].blank_before &&
                         tokens[at + 1].kind != Token::Kind::Sign;
    if (sign && (!goes_on || tokens[at].text == "(" || tokens[at].text == ")")) break;
    ++at;
  }
  return at;
}

/// Behind a phone number at `at`: "+44 20 7946 0958", "(555) 123-4567", "020 7946 0958"; `at` when
/// none stands there. Groups of digits that are no thousands.
std::size_t end_of_phone_number(const std::vector<Token>& tokens, std::size_t at) {
  const Cursor cursor(tokens, at);
  const bool plus = cursor.is("+") && cursor.is_digits(1) && cursor.glued(1);
  const bool bracket = cursor.is("(") && cursor.is_digits(1) && cursor.is(")", 2);
  const bool zero = cursor.is_digits() && cursor.peek().text.starts_with('0');
  if (!plus && !bracket && !zero) return at;
  std::size_t end = at;
  std::size_t digits = 0;
  while (end < tokens.size() && end - at < 16 && !(end > at && tokens[end].line_before)) {
    const Token& token = tokens[end];
    const bool joint = token.text == "+" || token.text == "(" || token.text == ")" ||
                       token.text == "-" || token.text == "/";
    if (token.kind == Token::Kind::Digits)
      digits += token.text.size();
    else if (!joint)
      break;
    ++end;
  }
  return digits >= 7 ? end : at;
}

/// A value in brackets that says the one before it in another unit: "(1,064 ft)".
bool is_second_form(const std::vector<Token>& tokens, std::size_t at, const Value& value,
                    const Found* before) {
  if (before == nullptr || value.kind != ValueKind::Quantity ||
      before->value.kind != ValueKind::Quantity || before->value.unit == value.unit)
    return false;
  const Cursor cursor(tokens, at);
  const bool bracket = cursor.before().text == "(" && cursor.before(2).end == before->end;
  const Unit* first = unit_named(before->value.unit);
  const Unit* second = unit_named(value.unit);
  return bracket && first != nullptr && second != nullptr && first->dimension == second->dimension;
}

/// The value of an article at token `at`; what was refused is in `refused`.
std::optional<ReadValue> read_article_value(const std::vector<Token>& tokens, std::size_t at,
                                            std::string_view language,
                                            std::optional<ReadValue>& refused) {
  auto read = read_value(tokens, at, language, Reading::Article);
  if (!read || Judge(tokens, *read).is_value()) return read;
  if (read->value.kind == ValueKind::Date) {
    // "1500 people"
    auto amount = read_amount(tokens, read->core, language, Reading::Article);
    if (amount) {
      amount->value.hedge = read->value.hedge;
      amount->core = read->core;
      if (Judge(tokens, *amount).is_value()) return amount;
    }
  }
  refused = std::move(read);
  return std::nullopt;
}

/// Where to go on when no value begins at `at`. Digits that were refused are left whole: "2.0" of
/// "2.0.1" is no value of its own.
std::size_t behind_refused(const std::vector<Token>& tokens, std::size_t at,
                           const std::optional<ReadValue>& refused) {
  if (tokens[at].kind != Token::Kind::Digits) return at + 1;
  if (refused && refused->core == at) return std::max(at + 1, refused->next);
  return end_of_cluster(tokens, at);
}

}  // namespace

std::vector<Found> find_values(std::string_view text, std::string_view language) {
  const std::vector<Token> tokens = tokens_of(text);
  std::vector<Found> found;
  for (std::size_t at = 0; at < tokens.size();) {
    if (const std::size_t end = end_of_phone_number(tokens, at); end != at) {
      at = end;
      continue;
    }
    if (!may_begin_value(tokens, at)) {
      ++at;
      continue;
    }
    std::optional<ReadValue> refused;
    auto read = read_article_value(tokens, at, language, refused);
    if (!read) {
      at = behind_refused(tokens, at, refused);
      continue;
    }
    Found value{tokens[at].begin, tokens[read->next - 1].end, std::move(read->value)};
    value.second_form =
        is_second_form(tokens, at, value.value, found.empty() ? nullptr : &found.back());
    found.push_back(std::move(value));
    at = read->next;
  }
  return found;
}

}  // namespace recto
