// What bytes are when they are no text.
#pragma once

#include <string_view>

#include "content/base/result.h"

namespace recto::reader {

/// An error for bytes that no text reader should try: empty, a known format that this version
/// cannot read (told by its first bytes, its name does not count), or other binary data.
[[nodiscard]] Result<void> check_is_text(std::string_view bytes);

/// The first bytes of a zip archive with entries, and of a gzip archive.
[[nodiscard]] bool is_zip(std::string_view bytes);
[[nodiscard]] bool is_gzip(std::string_view bytes);

/// Whether `text` is an HTML page: a doctype or an html, head or body tag opens it.
[[nodiscard]] bool is_html(std::string_view text);

}  // namespace recto::reader
