#include "tools/reader/mhtml/mhtml.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/base/utf8.h"
#include "tools/reader/url.h"

namespace recto::reader {
namespace {

constexpr std::size_t kMostHeaderBytes = 64 << 10;
constexpr std::size_t kMostParts = 20'000;
constexpr int kDeepest = 4;  ///< mail: mixed > related > alternative > html

/// "A" to "z" in small letters; header names and media types are ASCII.
std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return small;
}

/// A line without its end; `at` moves behind it.
std::string_view next_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Header {
  std::string name;  ///< in small letters
  std::string value;
};

struct Part {
  std::vector<Header> headers;
  std::string_view body;
  int depth = 0;

  [[nodiscard]] std::string_view header(std::string_view name) const {
    for (const Header& header : headers)
      if (header.name == name) return header.value;
    return {};
  }
};

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

/// Headers, a line each; lines that begin with a blank continue the one before. `body` is what
/// follows the empty line.
Part part_of(std::string_view text, int depth) {
  Part part;
  part.depth = depth;
  std::size_t at = 0;
  while (at < text.size() && at < kMostHeaderBytes) {
    const std::string_view line = next_line(text, at);
    if (line.empty()) break;
    if ((line[0] == ' ' || line[0] == '\t') && !part.headers.empty()) {
      part.headers.back().value.append(" ").append(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    std::string name = lower(line.substr(0, colon));
    if (colon == std::string_view::npos || !is_header_name(name)) break;
    part.headers.push_back({std::move(name), std::string(trimmed(line.substr(colon + 1)))});
  }
  part.body = text.substr(at);
  return part;
}

/// "text/html" of "text/html; charset=utf-8".
std::string media_of(const Part& part) {
  const std::string_view type = part.header("content-type");
  return lower(trimmed(type.substr(0, type.find(';'))));
}

/// A parameter's value, without quotes: "utf-8" for "charset".
std::string parameter(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at)) {
    const std::string_view rest = trimmed(value.substr(++at));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) break;
    if (lower(trimmed(rest.substr(0, equals))) != name) continue;
    const std::string_view found = trimmed(rest.substr(equals + 1));
    if (found.starts_with('"')) return std::string(found.substr(1, found.find('"', 1) - 1));
    return std::string(trimmed(found.substr(0, found.find(';'))));
  }
  return {};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// RFC 2045, 6.7. What is no code stays as it is.
std::string from_quoted_printable(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("=\r\n")) {
      at += 2;
    } else if (rest.starts_with("=\n")) {
      at += 1;
    } else if (rest.size() > 2 && rest[0] == '=' && hex_digit(rest[1]) >= 0 &&
               hex_digit(rest[2]) >= 0) {
      decoded += static_cast<char>(hex_digit(rest[1]) * 16 + hex_digit(rest[2]));
      at += 2;
    } else {
      decoded += rest[0];
    }
  }
  return decoded;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

/// RFC 2045, 6.8: other characters are passed over.
std::string from_base64(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    decoded += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return decoded;
}

std::string decoded_body(const Part& part) {
  const std::string encoding = lower(trimmed(part.header("content-transfer-encoding")));
  if (encoding == "quoted-printable") return from_quoted_printable(part.body);
  if (encoding == "base64") return from_base64(part.body);
  return std::string(part.body);
}

/// The texts between the lines "--boundary".
std::vector<std::string_view> bodies_of(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> bodies;
  const std::string mark = "--" + boundary;
  std::optional<std::size_t> begin;
  for (std::size_t at = 0; at < body.size() && bodies.size() < kMostParts;) {
    const std::size_t line_begin = at;
    const std::string_view line = trimmed(next_line(body, at));
    if (!line.starts_with(mark) || (line != mark && line != mark + "--")) continue;
    if (begin) bodies.push_back(body.substr(*begin, line_begin - *begin));
    begin = at;
    if (line != mark) return bodies;
  }
  if (begin) bodies.push_back(body.substr(*begin));  // cut off
  return bodies;
}

/// All parts that hold no others, in the order of the file.
std::vector<Part> leaves_of(Part root) {
  std::vector<Part> leaves;
  std::vector<Part> open;
  open.push_back(std::move(root));
  while (!open.empty() && leaves.size() < kMostParts) {
    Part part = std::move(open.back());
    open.pop_back();
    const std::string boundary = parameter(part.header("content-type"), "boundary");
    if (!media_of(part).starts_with("multipart/") || boundary.empty()) {
      leaves.push_back(std::move(part));
      continue;
    }
    if (part.depth >= kDeepest) continue;
    std::vector<std::string_view> bodies = bodies_of(part.body, boundary);
    std::reverse(bodies.begin(), bodies.end());
    for (const std::string_view body : bodies)
      open.push_back(part_of(body, part.depth + 1));
  }
  return leaves;
}

bool is_html_part(const Part& part) {
  const std::string media = media_of(part);
  return media == "text/html" || media == "application/xhtml+xml";
}

const Part* start_of(const std::vector<Part>& parts, const Part& root) {
  const std::string start = parameter(root.header("content-type"), "start");
  if (!start.empty())
    for (const Part& part : parts)
      if (is_html_part(part) && part.header("content-id") == start) return &part;
  const auto first = std::find_if(parts.begin(), parts.end(), is_html_part);
  return first == parts.end() ? nullptr : &*first;
}

bool is_frame_set(std::string_view html) {
  return lower(html.substr(0, 1 << 16)).find("<frameset") != std::string::npos;
}

}  // namespace

bool is_mhtml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const Part root = part_of(bytes.substr(0, kMostHeaderBytes), 0);
  const std::string media = media_of(root);
  return (media.starts_with("multipart/") &&
          !parameter(root.header("content-type"), "boundary").empty()) ||
         (is_html_part(root) && !root.header("mime-version").empty());
}

Result<Document> open_mhtml(std::string_view bytes, const Origin& origin) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const Part root = part_of(bytes, 0);
  const std::vector<Part> parts = leaves_of(root);
  const Part* page = start_of(parts, root);
  if (page == nullptr)
    return fail(Error::Kind::BadInput, "there is no HTML page in this web archive", {},
                "save the page as HTML and try again");
  Document document{decoded_body(*page), origin};
  if (is_frame_set(document.bytes)) {
    std::size_t largest = 0;
    for (const Part& part : parts) {
      if (!is_html_part(part) || part.body.size() <= largest) continue;
      std::string frame = decoded_body(part);
      if (is_frame_set(frame)) continue;
      largest = part.body.size();
      page = &part;
      document.bytes = std::move(frame);
    }
  }
  document.origin.media = media_of(*page);
  document.origin.charset = parameter(page->header("content-type"), "charset");
  std::string_view url = root.header("snapshot-content-location");
  if (url.empty()) url = page->header("content-location");
  if (document.origin.url.empty()) document.origin.url = resolve_url({}, url);
  return document;
}

}  // namespace recto::reader
