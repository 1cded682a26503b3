#include "game/progress/query_language.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "content/base/utf8.h"
#include "game/progress/text_pattern.h"

namespace recto::progress {
namespace {

template <class Value, std::size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

template <class Value, std::size_t N>
std::optional<Value> find_name(const Names<Value, N>& names, std::string_view name) {
  for (const auto& [known, value] : names)
    if (known == name) return value;
  return {};
}

constexpr Names<Term::Field, 4> kFields = {{{"prompt", Term::Field::Prompt},
                                            {"answer", Term::Field::Answer},
                                            {"source", Term::Field::Source},
                                            {"tag", Term::Field::Tag}}};
constexpr Names<Term::Mark, 8> kMarks = {{{"new", Term::Mark::New},
                                          {"due", Term::Mark::Due},
                                          {"learning", Term::Mark::Learning},
                                          {"suspended", Term::Mark::Suspended},
                                          {"buried", Term::Mark::Buried},
                                          {"flagged", Term::Mark::Flagged},
                                          {"leech", Term::Mark::Leech},
                                          {"edited", Term::Mark::Edited}}};
constexpr Names<Term::Measure, 6> kMeasures = {{{"lapses", Term::Measure::Lapses},
                                                {"reps", Term::Measure::Reps},
                                                {"stability", Term::Measure::Stability},
                                                {"difficulty", Term::Measure::Difficulty},
                                                {"quality", Term::Measure::Quality},
                                                {"due", Term::Measure::Due}}};
constexpr Names<memory::Rating, 4> kRatings = {{{"again", memory::Rating::Again},
                                                {"hard", memory::Rating::Hard},
                                                {"good", memory::Rating::Good},
                                                {"easy", memory::Rating::Easy}}};
/// Longer ones first: "<" begins "<=" too.
constexpr Names<Term::Comparison, 5> kComparisons = {{{"<=", Term::Comparison::LessOrEqual},
                                                      {">=", Term::Comparison::GreaterOrEqual},
                                                      {"<", Term::Comparison::Less},
                                                      {">", Term::Comparison::Greater},
                                                      {"=", Term::Comparison::Equal}}};

tl::unexpected<Error> mistake(const std::string& what, std::string_view piece,
                              const std::string& advice) {
  return fail(Error::Kind::BadInput, what, std::string(piece), advice);
}

Result<double> number_in(std::string_view text, std::string_view piece) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number) ||
      std::abs(number) > 1e9)
    return mistake("wants a number", piece, "write lapses>3 or added:7");
  return number;
}

Expression leaf(Term term) {
  return {Expression::Kind::Term, {}, std::move(term)};
}

/// Recursive descent over the text, one function a rule of the grammar.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Result<Expression> query() {
    skip_blanks();
    if (at_end()) return Expression{};
    Expression expression = RECTO_TRY(any(0));
    if (!at_end())
      return mistake("has no opening parenthesis", text_.substr(at_, 1), "take it out");
    return expression;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char next() const { return at_end() ? '\0' : text_[at_]; }
  void skip_blanks() {
    while (next() == ' ' || next() == '\t' || next() == '\n')
      ++at_;
  }

  Result<Expression> any(int depth) {
    Expression expression{Expression::Kind::Any, {}, {}};
    do
      expression.parts.push_back(RECTO_TRY(all(depth)));
    while (take_or());
    if (expression.parts.size() == 1) return std::move(expression.parts.front());
    return expression;
  }

  /// "or" as a word of its own.
  bool take_or() {
    if (word_ahead() != "or" && word_ahead() != "OR") return false;
    at_ += 2;
    skip_blanks();
    return true;
  }

  [[nodiscard]] std::string_view word_ahead() const {
    const std::size_t end = text_.find_first_of(" \t\n()\"", at_);
    return text_.substr(at_, end == std::string_view::npos ? end : end - at_);
  }

  Result<Expression> all(int depth) {
    Expression expression{Expression::Kind::All, {}, {}};
    while (!at_end() && next() != ')' && word_ahead() != "or" && word_ahead() != "OR")
      expression.parts.push_back(RECTO_TRY(part(depth)));
    if (expression.parts.empty())
      return mistake("wants something to look for", at_end() ? "or" : text_.substr(at_, 1),
                     "write a word before and behind it");
    if (expression.parts.size() == 1) return std::move(expression.parts.front());
    return expression;
  }

  Result<Expression> part(int depth) {
    if (next() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ') {
      ++at_;
      Expression inner = RECTO_TRY(positive(depth));
      return Expression{Expression::Kind::Not, {std::move(inner)}, {}};
    }
    return positive(depth);
  }

  Result<Expression> positive(int depth) {
    if (next() != '(') return term();
    const std::size_t opened = at_;
    if (depth == kDeepestQuery)
      return mistake("is too deep", text_.substr(opened), "use fewer parentheses");
    ++at_;
    skip_blanks();
    Expression inner = RECTO_TRY(any(depth + 1));
    if (next() != ')') return mistake("is not closed", text_.substr(opened), "write ) at its end");
    ++at_;
    skip_blanks();
    return inner;
  }

  Result<Expression> term() {
    const std::size_t begin = at_;
    const std::string_view word = word_ahead();
    const std::size_t colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0) {
      const std::string_view name = word.substr(0, colon);
      at_ += colon + 1;
      if (const auto field = find_name(kFields, name)) return words(*field, begin);
      if (name == "re") return regex(begin);
      return named(name, begin);
    }
    for (const auto& [name, measure] : kMeasures)
      if (word.starts_with(name))
        for (const auto& [sign, comparison] : kComparisons)
          if (word.substr(name.size()).starts_with(sign))
            return compared(measure, comparison, name.size() + sign.size());
    return words(Term::Field::Any, begin);
  }

  Result<Expression> compared(Term::Measure measure, Term::Comparison comparison,
                              std::size_t before) {
    const std::string_view word = word_ahead();
    Term term{.kind = Term::Kind::Number};
    term.measure = measure;
    term.comparison = comparison;
    term.number = RECTO_TRY(number_in(word.substr(before), word));
    at_ += word.size();
    skip_blanks();
    return leaf(std::move(term));
  }

  /// A word or a text in quotation marks.
  Result<std::string> value(std::size_t begin) {
    std::string_view found;
    if (next() == '"') {
      const std::size_t end = text_.find('"', at_ + 1);
      if (end == std::string_view::npos)
        return mistake("is not closed", text_.substr(begin), "write \" at its end");
      found = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
    } else {
      found = word_ahead();
      at_ += found.size();
    }
    const std::string_view piece = text_.substr(begin, at_ - begin);
    skip_blanks();
    if (trimmed(found).empty()) return mistake("is empty", piece, "write a word behind it");
    return std::string(found);
  }

  Result<Expression> words(Term::Field field, std::size_t begin) {
    Term term{.kind = Term::Kind::Text};
    term.field = field;
    if (next() == '=' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
      ++at_;
      term.match = Term::Match::Exact;
    } else if (next() == '"') {
      term.match = Term::Match::Phrase;
    }
    term.text = RECTO_TRY(value(begin));
    if (term.match == Term::Match::Exact &&
        (field == Term::Field::Source || field == Term::Field::Tag))
      return mistake("cannot be looked for to the letter", text_.substr(begin),
                     "leave the = out, or use prompt: or answer:");
    return leaf(std::move(term));
  }

  Result<Expression> regex(std::size_t begin) {
    Term term{.kind = Term::Kind::Regex};
    if (next() == '=') {
      ++at_;
      term.match = Term::Match::Exact;
    }
    term.text = RECTO_TRY(value(begin));
    const bool exact = term.match == Term::Match::Exact;
    if (const auto pattern = TextPattern::make(term.text, exact); !pattern)
      return mistake(
          pattern.error().what, trimmed(text_.substr(begin, at_ - begin)),
          "put it in quotation marks, and \\ before . * + ? ( ) [ ] { } | that stand for "
          "themselves");
    return leaf(std::move(term));
  }

  Result<Expression> named(std::string_view name, std::size_t begin) {
    const std::string text = RECTO_TRY(value(begin));
    const std::string_view piece = trimmed(text_.substr(begin, at_ - begin));
    Term term;
    if (name == "deck") {
      term.kind = Term::Kind::Deck;
      term.text = text;
    } else if (name == "kind") {
      const auto kind = card_kind_named(text);
      if (!kind) return mistake("is no kind of card", piece, "write kind:cloze or kind:choice");
      term.kind = Term::Kind::Card;
      term.card = *kind;
    } else if (name == "is") {
      const auto mark = find_name(kMarks, text);
      if (!mark)
        return mistake(
            "is nothing that a card can be", piece,
            "write is: with new, due, learning, suspended, buried, flagged, leech or edited");
      term.kind = Term::Kind::Is;
      term.mark = *mark;
    } else if (name == "added" || name == "rated") {
      const std::size_t colon = name == "rated" ? text.find(':') : std::string::npos;
      term.kind = name == "added" ? Term::Kind::Added : Term::Kind::Rated;
      term.number = RECTO_TRY(number_in(std::string_view(text).substr(0, colon), piece));
      if (colon != std::string::npos) {
        term.rating = find_name(kRatings, std::string_view(text).substr(colon + 1));
        if (!term.rating) return mistake("is no rating", piece, "write again, hard, good or easy");
      }
    } else {
      return mistake("is not understood", piece,
                     "put it in quotation marks to look for these very characters");
    }
    return leaf(std::move(term));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Expression> parse_query(std::string_view text) {
  if (text.size() > kLongestQuery)
    return mistake("is too long", text.substr(0, 20), "look for fewer things at once");
  const std::string valid = valid_utf8(text);
  return Parser(valid).query();
}

}  // namespace recto::progress
