// The parts of an Office document and how they are found.
#pragma once

#include <string>
#include <string_view>

#include "tools/reader/archive/archive.h"
#include "tools/reader/xml/xml.h"

namespace recto::reader {

/// The part that `part` names as its `kind` ("styles", "numbering"; the last word of the
/// relationship's type), "" for the package itself ("officeDocument"). Empty when there is none.
[[nodiscard]] std::string related_part(const Zip& zip, std::string_view part,
                                       std::string_view kind);

/// Parses the part of that kind; false when there is none or it is damaged: styles, numbers and
/// properties can be done without.
[[nodiscard]] bool read_related(const Zip& zip, std::string_view part, std::string_view kind,
                                Xml& xml);

}  // namespace recto::reader
