// A book's files are XML; the HTML reader reads HTML.
#pragma once

#include <string>
#include <string_view>

namespace recto::reader {

/// The same page as HTML: "<title/>", "<a id='x'/>" and other empty elements have end tags, which
/// HTML needs; what epub:type or role calls a note, a reference to one, or a page's number is gone.
/// O(bytes), never fails.
[[nodiscard]] std::string html_of_xhtml(std::string_view xhtml);

/// Whether its <body>, or the element that opens the body, is a kind of part that is no text of the
/// book (is_furniture_kind).
[[nodiscard]] bool is_furniture_page(std::string_view xhtml);

}  // namespace recto::reader
