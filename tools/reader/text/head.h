// What a plain text says of itself before it begins: mail headers, fields, Gutenberg's frame.
#pragma once

#include <vector>

#include "content/deck/article.h"
#include "tools/reader/text/line.h"

namespace recto::reader {

/// Takes title, authors, date, language and address from "Key: value" lines at the top ("Subject",
/// "From", "Date" of a mail or a posting; "Title", "Author" …), at least two of them, and drops the
/// whole block. A mail loses its signature. Of a book of Project Gutenberg stays what is between
/// its lines "*** START OF …" and "*** END OF …".
void take_head(std::vector<Line>& lines, Article& article);

}  // namespace recto::reader
