#include "game/progress/text_pattern.h"

#include <re2/re2.h>
#include <string>
#include <utility>

namespace recto::progress {
namespace {

/// Of the compiled expression; enough for any that a person types.
constexpr std::int64_t kMostBytes = 1 << 20;

}  // namespace

TextPattern::TextPattern(std::shared_ptr<const re2::RE2> compiled)
    : compiled_(std::move(compiled)) {}

Result<TextPattern> TextPattern::make(std::string_view expression, bool exact) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(exact);
  options.set_max_mem(kMostBytes);
  auto compiled = std::make_shared<const re2::RE2>(
      re2::StringPiece(expression.data(), expression.size()), options);
  if (!compiled->ok())
    return fail(Error::Kind::BadInput, "is no regular expression (" + compiled->error() + ")");
  return TextPattern(std::move(compiled));
}

bool TextPattern::matches(std::string_view text) const {
  return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

}  // namespace recto::progress
