// QR codes, as squares and for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/base/result.h"

namespace recto::classroom {

/// A square of squares without its border, row by row; true is dark.
struct QrModules {
  std::size_t side = 0;
  std::vector<bool> dark{};

  bool operator==(const QrModules&) const = default;
};

/// Error: BadInput when the text is too long for a code.
[[nodiscard]] Result<QrModules> qr_modules(const std::string& text);

/// `text` as a QR code of lines of half blocks, two modules a character, dark on light by colour
/// codes, so that it can be scanned from a dark terminal; with a border of two modules. Error:
/// BadInput when the text is too long for a code.
[[nodiscard]] Result<std::string> qr_code(const std::string& text);

}  // namespace recto::classroom
