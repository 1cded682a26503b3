// What an Office document's properties say of it.
#pragma once

#include "tools/reader/piece.h"
#include "tools/reader/xml/xml.h"

namespace recto::reader {

/// Fills in what the text of `draft` did not say, from the root of docProps/core.xml (may be null):
/// title, authors, date of creation, language. What programs put there by themselves ("Microsoft
/// Word - letter.doc", "admin") does not count; nor do properties against a byline or date that the
/// article prints at its head, or against the only heading of level 1 as title.
void complete_metadata(Draft& draft, pugi::xml_node core);

}  // namespace recto::reader
