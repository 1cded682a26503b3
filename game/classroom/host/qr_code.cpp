#include "game/classroom/host/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>
#include <stdexcept>

namespace recto::classroom {
namespace {

constexpr int kBorder = 2;
constexpr const char* kBlackOnWhite = "\x1b[30;107m";
constexpr const char* kReset = "\x1b[0m";

}  // namespace

Result<QrModules> qr_modules(const std::string& text) {
  using qrcodegen::QrCode;
  try {
    const QrCode code = QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM);
    QrModules modules{static_cast<std::size_t>(code.getSize())};
    for (int y = 0; y < code.getSize(); ++y)
      for (int x = 0; x < code.getSize(); ++x)
        modules.dark.push_back(code.getModule(x, y));
    return modules;
  } catch (const std::length_error&) {
    return fail(Error::Kind::BadInput, "the address is too long for a QR code", text);
  }
}

Result<std::string> qr_code(const std::string& text) {
  const QrModules modules = RECTO_TRY(qr_modules(text));
  const int side = static_cast<int>(modules.side);
  const auto is_dark = [&](int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < side && y < side;
    return inside && modules.dark[static_cast<std::size_t>(y * side + x)];
  };
  std::string lines;
  for (int y = -kBorder; y < side + kBorder; y += 2) {
    lines += kBlackOnWhite;
    for (int x = -kBorder; x < side + kBorder; ++x) {
      const bool upper = is_dark(x, y), lower = is_dark(x, y + 1);
      lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    lines += kReset;
    lines += '\n';
  }
  return lines;
}

}  // namespace recto::classroom
