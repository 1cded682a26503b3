// Bytes of any encoding → clean UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::reader {

/// The text of `bytes`. Its encoding is told, in this order, by
/// - its byte order mark; NULs at every second byte (UTF-16); escape sequences (ISO-2022);
/// - being UTF-8, but for a few bytes: text in another encoding hardly ever is by chance, while
///   labels are often wrong;
/// - `charset`, the label that a server or an archive gave ("ISO-8859-1", "gb2312"), may be empty;
/// - what markup declares of itself in its first 4,096 bytes: `<meta charset>`, `<meta
/// http-equiv>`,
///   `<?xml encoding?>`;
/// - the guess of uchardet, else windows-1252.
/// Labels mean what they mean to browsers: Latin-1 is windows-1252, GB2312 is GB18030. Bytes that
/// the encoding does not have become U+FFFD. Lines end in "\n"; invisible characters (soft hyphen,
/// zero width, byte order mark, directional marks) and control characters are gone.
/// Source of the meanings of labels and of the search for `<meta>`: encoding.spec.whatwg.org,
/// html.spec.whatwg.org ("prescan a byte stream to determine its encoding").
[[nodiscard]] Result<std::string> decode(std::string_view bytes, std::string_view charset = {});

/// `text` as decode() leaves it: valid UTF-8 without "\r", control and invisible characters. For
/// what was still escaped when the text was decoded ("&#7;").
[[nodiscard]] std::string cleaned(std::string_view text);

}  // namespace recto::reader
