#include "tools/reader/signature.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "content/base/ascii.h"

namespace recto::reader {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kSaveAsText = "save it as text or Markdown and try again";
constexpr std::string_view kSaveAsDocument = "save it as DOCX or PDF and try again";

struct Signature {
  std::size_t offset = 0;
  std::string_view bytes;
  std::string_view what;
  std::string_view advice = kSaveAsText;
};

/// Sources: the formats' own specifications; RFC 1952 (gzip), RFC 8878 (zstd), PNG and GIF headers.
constexpr std::array kSignatures{
    Signature{
        0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
        "this is an Office document of before 2007, or one with a password, which this version "
        "cannot read",
        "save it without a password as DOCX or PDF and try again"},
    Signature{0, R"({\rtf)"sv, "this is an RTF document, which this version cannot read",
              kSaveAsDocument},
    Signature{60, "BOOKMOBI"sv, "this is a Kindle book, which this version cannot read",
              "convert it to EPUB and try again"},
    Signature{0, "bplist00"sv, "this is a Safari web archive, which this version cannot read",
              "save the page as HTML and try again"},
    Signature{0, "AT&TFORM"sv, "this is a DjVu document, which this version cannot read",
              "convert it to PDF and try again"},
    Signature{0, "PK\x03\x04"sv, "this is a zip archive, not an article"},
    Signature{0, "PK\x05\x06"sv, "this is an empty zip archive, not an article"},
    Signature{0, "\x1F\x8B"sv, "this is a gzip archive, not an article"},
    Signature{0, "BZh"sv, "this is a bzip2 archive, not an article"},
    Signature{0,
              "\xFD"
              "7zXZ"sv,
              "this is an xz archive, not an article"},
    Signature{0, "\x28\xB5\x2F\xFD"sv, "this is a zstd archive, not an article"},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "this is a 7z archive, not an article"},
    Signature{0, "Rar!\x1A\x07"sv, "this is a RAR archive, not an article"},
    Signature{257, "ustar"sv, "this is a tar archive, not an article"},
    Signature{0, "\x89PNG\r\n"sv, "this is a PNG image, not an article"},
    Signature{0, "\xFF\xD8\xFF"sv, "this is a JPEG image, not an article"},
    Signature{0, "GIF8"sv, "this is a GIF image, not an article"},
    Signature{8, "WEBP"sv, "this is a WebP image, not an article"},
    Signature{0, "II*\0"sv, "this is a TIFF image, not an article"},
    Signature{0, "MM\0*"sv, "this is a TIFF image, not an article"},
    Signature{4, "ftyp"sv, "this is a video or image file, not an article"},
    Signature{0, "ID3"sv, "this is a sound file, not an article"},
    Signature{0, "OggS"sv, "this is a sound file, not an article"},
    Signature{0, "RIFF"sv, "this is a sound or video file, not an article"},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "this is a program, not an article"},
    Signature{0, "MZ\x90\0"sv, "this is a program, not an article"},
    Signature{0, "SQLite format 3\0"sv, "this is an SQLite database, not an article"},
};

bool fits(std::string_view bytes, const Signature& signature) {
  return bytes.size() >= signature.offset &&
         bytes.substr(signature.offset).starts_with(signature.bytes);
}

/// UTF-16 and UTF-32 text with its mark: there NULs are letters.
bool has_wide_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.starts_with("\0\0\xFE\xFF"sv);
}

/// 1 for control characters that no text has: all but tab, line feeds, form feed, the old
/// end-of-file mark 0x1A and escape.
constexpr auto kIsOddControl = [] {
  std::array<std::uint8_t, 256> odd{};
  for (std::size_t byte = 0; byte < 0x20; ++byte)
    odd.at(byte) = (byte < '\t' || byte > '\r') && byte != 0x1A && byte != 0x1B ? 1 : 0;
  return odd;
}();

}  // namespace

Result<void> check_is_text(std::string_view bytes) {
  if (bytes.empty()) return fail(Error::Kind::BadInput, "there is nothing in it");
  for (const Signature& signature : kSignatures)
    if (fits(bytes, signature))
      return fail(Error::Kind::Unsupported, std::string(signature.what), {},
                  std::string(signature.advice));
  if (has_wide_mark(bytes)) return {};
  std::ptrdiff_t odd = 0;
  for (const char c : bytes)
    odd += kIsOddControl[static_cast<unsigned char>(c)];
  // One stray control character in a thousand, even a NUL, happens in scraped text. UTF-16 without
  // its mark has one at every second byte of Latin text.
  const auto nuls = std::count(bytes.begin(), bytes.end(), '\0');
  const auto size = static_cast<std::ptrdiff_t>(bytes.size());
  const bool may_be_wide = nuls * 5 > size * 2 && nuls * 5 < size * 3 && odd == nuls;
  if (!may_be_wide && odd * 1000 > size)
    return fail(Error::Kind::BadInput, "this is binary data, not text", {},
                std::string(kSaveAsText));
  return {};
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B\x08");
}

bool is_html(std::string_view text) {
  const std::string head = ascii_lowered(text.substr(0, 1024));
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || head[begin] != '<') return false;
  static constexpr std::array kTags{"<!doctype html"sv, "<html"sv, "<head>"sv, "<body"sv};
  return std::any_of(kTags.begin(), kTags.end(), [&](std::string_view tag) {
    return head.find(tag, begin) != std::string::npos;
  });
}

}  // namespace recto::reader
