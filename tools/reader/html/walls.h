// Why a page holds no article: what stands between it and its readers.
#pragma once

#include <optional>

#include "content/base/result.h"
#include "tools/reader/html/dom.h"

namespace recto::reader {

/// For a page in which no article was found: whether it asks to log in or to pay, is drawn by
/// scripts, or is a set of frames; with what to do. Nothing when none of it shows. Pages with an
/// article show the same signs, so do not ask for them.
[[nodiscard]] std::optional<Error> find_wall(const Dom& dom);

}  // namespace recto::reader
