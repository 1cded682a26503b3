// Bytes of any format → pieces.
#pragma once

#include <string_view>

#include "content/base/result.h"
#include "tools/reader/piece.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// Tells the format by its bytes, unpacks what is packed (gzip, zip, MHTML; an archive in an
/// archive, no deeper) and has the format's reader read it. `origin` becomes that of what was
/// inside. Errors as read_article.
[[nodiscard]] Result<Draft> read_draft(std::string_view bytes, Origin& origin,
                                       const Furniture& furniture);

}  // namespace recto::reader
