#include "game/classroom/host/qr_code.h"

#include <qrcodegen/qrcodegen.hpp>
#include <stdexcept>

namespace recto::classroom {
namespace {

constexpr int kBorder = 2;
constexpr const char* kBlackOnWhite = "\x1b[30;107m";
constexpr const char* kReset = "\x1b[0m";

}  // namespace

Result<std::string> qr_code(const std::string& text) {
  using qrcodegen::QrCode;
  try {
    const QrCode code = QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM);
    std::string lines;
    for (int y = -kBorder; y < code.getSize() + kBorder; y += 2) {
      lines += kBlackOnWhite;
      for (int x = -kBorder; x < code.getSize() + kBorder; ++x) {
        const bool upper = code.getModule(x, y);  // false outside
        const bool lower = code.getModule(x, y + 1);
        lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
      }
      lines += kReset;
      lines += '\n';
    }
    return lines;
  } catch (const std::length_error&) {
    return fail(Error::Kind::BadInput, "the address is too long for a QR code", text);
  }
}

}  // namespace recto::classroom
