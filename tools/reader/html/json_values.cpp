#include "tools/reader/html/json_values.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace recto::reader {
namespace {

constexpr std::string_view kBlanks = " \t\n\r";

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

class Repair {
 public:
  explicit Repair(std::string_view script) : script_(script) {}

  std::vector<std::string> values() {
    std::vector<std::string> values;
    while ((at_ = script_.find_first_of("{[", at_)) < script_.size()) {
      // "<![CDATA[" around the values is none of them.
      if (script_.substr(at_).starts_with("[CDATA[")) {
        at_ += 7;
        continue;
      }
      take_value();
      values.push_back(std::move(out_));
      out_.clear();
    }
    return values;
  }

 private:
  void take_value() {
    std::size_t depth = 0;
    while (at_ < script_.size()) {
      const char c = script_[at_];
      if (c == '"') {
        take_string();
        continue;
      }
      if (skip_comment() || skip_trailing_comma()) continue;
      out_ += c;
      ++at_;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) return;
    }
  }

  bool skip_comment() {
    const std::string_view rest = script_.substr(at_);
    if (!rest.starts_with("/*") && !rest.starts_with("//")) return false;
    const bool line = rest[1] == '/';
    const std::size_t end = rest.find(line ? "\n" : "*/", 2);
    at_ = end == std::string_view::npos ? script_.size() : at_ + end + (line ? 1 : 2);
    return true;
  }

  bool skip_trailing_comma() {
    if (script_[at_] != ',') return false;
    const std::size_t next = std::min(script_.find_first_not_of(kBlanks, at_ + 1), script_.size());
    const bool trailing = next == script_.size() ||
                          std::string_view("]},").find(script_[next]) != std::string_view::npos;
    if (trailing) at_ = next;
    return trailing;
  }

  void take_string() {
    out_ += '"';
    ++at_;
    while (at_ < script_.size()) {
      const char c = script_[at_];
      if (c == '\\') {
        take_escape();
        continue;
      }
      ++at_;
      if (c == '"' && closes_string()) {
        out_ += '"';
        if (begins_string(next())) out_ += ',';  // somebody forgot it
        return;
      }
      if (c == '"')
        out_ += "\\\"";
      else if (is_control(c))
        out_ += c == '\n' ? "\\n" : " ";
      else
        out_ += c;
    }
  }

  /// Where the text goes on.
  [[nodiscard]] std::size_t next() const {
    return std::min(script_.find_first_not_of(kBlanks, at_), script_.size());
  }

  [[nodiscard]] bool begins_string(std::size_t at) const {
    return at < script_.size() && script_[at] == '"';
  }

  /// A quote inside of a string ("He said "no" twice") is not followed by what follows strings.
  [[nodiscard]] bool closes_string() const {
    const std::size_t next = this->next();
    if (begins_string(next))
      return script_.substr(at_, next - at_).find('\n') != std::string_view::npos;
    return next == script_.size() ||
           std::string_view(",:}]/").find(script_[next]) != std::string_view::npos;
  }

  void take_escape() {
    const char escaped = at_ + 1 < script_.size() ? script_[at_ + 1] : '\0';
    if (escaped == 'u') {
      take_unicode_escape();
      return;
    }
    if (std::string_view("\"\\/bfnrt").find(escaped) != std::string_view::npos && escaped != '\0')
      out_.append(script_.substr(at_, 2));
    else if (escaped != '\0' && !is_control(escaped))
      out_ += escaped;
    at_ = std::min(at_ + 2, script_.size());
  }

  /// The value of "\uXXXX" at `at`.
  [[nodiscard]] std::optional<unsigned> code_unit(std::size_t at) const {
    const std::string_view digits = script_.substr(std::min(at + 2, script_.size()), 4);
    if (!script_.substr(std::min(at, script_.size())).starts_with("\\u") || digits.size() < 4 ||
        digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
      return std::nullopt;
    return static_cast<unsigned>(std::stoul(std::string(digits), nullptr, 16));
  }

  void take_unicode_escape() {
    const auto unit = code_unit(at_);
    const auto is_surrogate = [](unsigned u) { return u >= 0xD800 && u <= 0xDFFF; };
    if (!unit) {
      at_ += 2;
      return;
    }
    std::size_t length = 6;
    if (is_surrogate(*unit)) {
      const auto low = code_unit(at_ + 6);
      if (*unit >= 0xDC00 || !low || *low < 0xDC00 || *low > 0xDFFF) {
        at_ += 6;  // text cut in the middle of an emoji
        return;
      }
      length = 12;
    }
    if (*unit == 0)
      out_ += ' ';
    else
      out_.append(script_.substr(at_, length));
    at_ += length;
  }

  std::string_view script_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> json_values(std::string_view script) {
  return Repair(script).values();
}

}  // namespace recto::reader
