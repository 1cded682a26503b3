// PDF bytes → pages of words. The only place that knows poppler.
#pragma once

#include <string_view>

#include "content/base/result.h"
#include "tools/reader/pdf/page.h"

namespace recto::reader::pdf {

/// So much is read at most; what is longer is refused.
inline constexpr int kMostPages = 5'000;
inline constexpr std::size_t kMostWords = 5'000'000;

/// The words of all pages. Says nothing on standard error; may be called from several threads.
/// Errors: Unsupported for a PDF that wants a password, for one of pictures without text, for fonts
/// that do not tell their letters and beyond the limits; BadInput for a damaged or an empty one.
[[nodiscard]] Result<Document> load_document(std::string_view bytes);

}  // namespace recto::reader::pdf
