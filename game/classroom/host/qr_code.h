// A QR code for a terminal.
#pragma once

#include <string>

#include "content/base/result.h"

namespace recto::classroom {

/// `text` as a QR code of lines of half blocks, two modules a character, dark on light by colour
/// codes, so that it can be scanned from a dark terminal; with a border of two modules. Error:
/// BadInput when the text is too long for a code.
[[nodiscard]] Result<std::string> qr_code(const std::string& text);

}  // namespace recto::classroom
