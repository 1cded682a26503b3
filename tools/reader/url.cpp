#include "tools/reader/url.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongest = 2'000;

/// The parts of RFC 3986, appendix B; the fragment is left out.
struct Url {
  std::string_view scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
};

Url parts_of(std::string_view text) {
  Url url;
  text = text.substr(0, text.find('#'));
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && colon > 0 &&
      text.substr(0, colon).find_first_of("/?") == std::string_view::npos) {
    url.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (const std::size_t mark = text.find('?'); mark != std::string_view::npos) {
    url.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const std::size_t end = std::min(text.find('/'), text.size());
    url.authority = text.substr(0, end);
    text.remove_prefix(end);
  }
  url.path = text;
  return url;
}

/// RFC 3986, section 5.2.4.
std::string without_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  bool folder = false;
  while (!path.empty()) {
    path.remove_prefix(path.front() == '/' ? 1 : 0);
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    path.remove_prefix(end);
    folder = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (!folder) kept.push_back(segment);
  }
  std::string joined;
  for (const std::string_view segment : kept)
    joined.append("/").append(segment);
  return folder || joined.empty() ? joined + "/" : joined;
}

bool is_web(std::string_view scheme) {
  const std::string folded = fold_case(scheme);
  return folded == "http" || folded == "https";
}

bool is_clean(std::string_view text) {
  return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '<' || c == '>' ||
                  c == '"';
         });
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  reference = trimmed(reference);
  if (reference.size() > kLongest || base.size() > kLongest || !is_clean(reference) ||
      reference.empty())
    return {};
  Url url = parts_of(reference);
  const Url from = parts_of(base);
  std::string path(url.path);
  if (url.scheme.empty()) {
    if (!is_web(from.scheme)) return {};
    url.scheme = from.scheme;
    if (!url.authority) {
      url.authority = from.authority;
      if (url.path.empty()) {
        path = from.path;
        if (!url.query) url.query = from.query;
      } else if (!url.path.starts_with('/')) {
        path = from.path.substr(0, from.path.rfind('/') + 1);
        path.append(path.empty() ? "/" : "").append(url.path);
      }
    }
  }
  if (!is_web(url.scheme) || !url.authority || url.authority->empty()) return {};
  std::string whole = fold_case(url.scheme) + "://" + std::string(*url.authority);
  whole += without_dot_segments(path);
  if (url.query) whole.append("?").append(*url.query);
  return whole;
}

std::string host_of(std::string_view url) {
  std::string_view host = parts_of(url).authority.value_or(std::string_view{});
  host = host.substr(host.rfind('@') + 1);
  host = host.substr(0, host.find(':'));
  std::string folded = fold_case(host);
  return folded.starts_with("www.") ? folded.substr(4) : folded;
}

}  // namespace recto::reader
