// Regular expressions in the time that the text is long: RE2, which nothing typed can make slow.
#pragma once

#include <memory>
#include <string_view>

#include "content/base/result.h"

namespace re2 {  // NOLINT(readability-identifier-naming): RE2's name
class RE2;
}  // namespace re2

namespace recto::progress {

class TextPattern {
 public:
  /// Case does not matter unless `exact`; accents do. Error: BadInput, with what RE2 does not like
  /// in `what`.
  [[nodiscard]] static Result<TextPattern> make(std::string_view expression, bool exact);
  /// Whether it matches anywhere in the text.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  explicit TextPattern(std::shared_ptr<const re2::RE2> compiled);
  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace recto::progress
