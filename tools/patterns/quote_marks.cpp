#include "tools/patterns/quote_marks.h"

#include <array>
#include <optional>

namespace recto::patterns {
namespace {

enum class Style { Straight, Curly, Low, Angle, SmallAngle, SingleCurly, Single, Latex };

struct Mark {
  std::string_view text;
  std::optional<Style> opens;
};

constexpr std::array<Mark, 14> kMarks{{{"\"", Style::Straight},
                                       {"“", Style::Curly},
                                       {"”", std::nullopt},
                                       {"„", Style::Low},
                                       {"«", Style::Angle},
                                       {"»", std::nullopt},
                                       {"‹", Style::SmallAngle},
                                       {"›", std::nullopt},
                                       {"‘", Style::SingleCurly},
                                       {"’", std::nullopt},
                                       {"``", Style::Latex},
                                       {"''", std::nullopt},
                                       {"'", Style::Single},
                                       {"`", std::nullopt}}};

bool closes(Style style, std::string_view mark) {
  switch (style) {
    case Style::Straight: return mark == "\"";
    case Style::Curly: return mark == "”";
    case Style::Low: return mark == "“" || mark == "”";
    case Style::Angle: return mark == "»";
    case Style::SmallAngle: return mark == "›";
    case Style::SingleCurly: return mark == "’";
    case Style::Single: return mark == "'";
    case Style::Latex: return mark == "''";
  }
  return false;
}

bool is_single(Style style) {
  return style == Style::SingleCurly || style == Style::Single;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\0';
}

/// Letters, digits and all that is not ASCII.
bool is_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<QuoteMarks> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const Mark* mark = mark_at(at);
      if (mark != nullptr) take(*mark, at);
      at += mark != nullptr ? mark->text.size() : 1;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Mark* mark_at(std::size_t at) const {
    for (const Mark& mark : kMarks)
      if (text_.substr(at).starts_with(mark.text)) return &mark;
    return nullptr;
  }

  void take(const Mark& mark, std::size_t at) {
    const char before = at == 0 ? '\0' : text_[at - 1];
    const std::size_t end = at + mark.text.size();
    const char after = end < text_.size() ? text_[end] : '\0';
    if (open_ && (closes(*open_, mark.text) || closes_mixed(mark.text)) &&
        may_close(before, after)) {
      if (inside_ < at) found_.push_back({{begin_, end}, {inside_, at}});
      open_.reset();
      return;
    }
    if (!mark.opens || !may_open(*mark.opens, before, after)) return;
    // Inside double marks single ones open nothing; another double one says that these are stray.
    if (open_ && !is_single(*open_) && is_single(*mark.opens)) return;
    if (open_ && !is_single(*open_) && *open_ != *mark.opens) return;
    open_ = mark.opens;
    begin_ = at;
    inside_ = end;
  }

  /// "…” and “…": the two kinds of double marks taken for each other.
  [[nodiscard]] bool closes_mixed(std::string_view mark) const {
    return (*open_ == Style::Straight && mark == "”") || (*open_ == Style::Curly && mark == "\"");
  }

  [[nodiscard]] bool may_close(char before, char after) const {
    switch (*open_) {
      case Style::Straight:
      case Style::Curly: return !(is_blank(before) && is_letter(after));
      case Style::SingleCurly: return !is_letter(after) && !is_blank(before);
      case Style::Single:
        return !is_letter(after) &&
               (before == ',' || before == '.' || before == '!' || before == '?');
      default: return true;
    }
  }

  [[nodiscard]] static bool may_open(Style style, char before, char after) {
    if (style != Style::Straight && !is_single(style)) return true;
    const bool free =
        is_blank(before) || before == '(' || before == '[' || before == '-' || before < 0;
    return free && !is_blank(after) && (style != Style::Single || is_letter(after));
  }

  std::string_view text_;
  std::vector<QuoteMarks> found_;
  std::optional<Style> open_;
  std::size_t begin_ = 0;   ///< of the open mark
  std::size_t inside_ = 0;  ///< behind it
};

}  // namespace

std::vector<QuoteMarks> find_quote_marks(std::string_view text) {
  return Reader(text).read();
}

}  // namespace recto::patterns
