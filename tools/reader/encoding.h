// Bytes of any encoding → clean UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::reader {

/// The text of `bytes`: by its byte order mark, else UTF-16 when every second byte is a NUL, else
/// UTF-8 when it is valid, else as uchardet guesses. Lines end in "\n"; invisible characters (soft
/// hyphen, zero width, byte order mark, directional marks) and control characters are gone.
/// Error BadInput when it is in no encoding that is known.
[[nodiscard]] Result<std::string> decode(std::string_view bytes);

}  // namespace recto::reader
