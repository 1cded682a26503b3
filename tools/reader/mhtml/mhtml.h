// Pages that a browser saved into one file (MHTML, RFC 2557; .mht, .mhtml), and mails (.eml).
#pragma once

#include <string_view>

#include "content/base/result.h"
#include "tools/reader/document.h"

namespace recto::reader {

/// Whether `bytes` begin with the header of a MIME message whose body is HTML or has parts.
[[nodiscard]] bool is_mhtml(std::string_view bytes);

/// The page itself: the part that the header names as its start, else the first HTML part, or the
/// largest where that is only a frame set; without its transfer encoding (base64,
/// quoted-printable), with its charset and address. Errors: BadInput when there is no HTML in it.
[[nodiscard]] Result<Document> open_mhtml(std::string_view bytes, const Origin& origin);

}  // namespace recto::reader
