#include "content/base/file_uri.h"

namespace recto {
namespace {

constexpr std::string_view kScheme = "file://";

int digit_of(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  const char small = static_cast<char>(static_cast<unsigned char>(letter) | 0x20U);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// "%C3%A9" → "é".
std::string decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
                        digit_of(text[i + 2]) >= 0;
    if (!escape) {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
    i += 2;
  }
  return bytes;
}

bool is_plain(char letter) {
  const char small = static_cast<char>(static_cast<unsigned char>(letter) | 0x20U);
  return (letter >= '0' && letter <= '9') || (small >= 'a' && small <= 'z') ||
         std::string_view("/-._~").find(letter) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(kScheme)) return std::nullopt;
  const std::size_t path = uri.find('/', kScheme.size());
  if (path == std::string_view::npos) return std::nullopt;
  return decoded(uri.substr(path));
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string uri(kScheme);
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    if (is_plain(letter))
      uri += letter;
    else
      uri.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
  }
  return uri;
}

}  // namespace recto
