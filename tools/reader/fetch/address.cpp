#include "tools/reader/fetch/address.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <curl/curl.h>
#include <memory>
#include <optional>
#include <unicode/uidna.h>

#include "content/base/utf8.h"

namespace recto::fetch {
namespace {

using Url = std::unique_ptr<CURLU, void (*)(CURLU*)>;

/// An address, a host's name and everything else in it are shorter (RFC 9110, 4.1, asks for 8,000).
constexpr std::size_t kLongestAddress = 16'000;

constexpr const char* kSaveIt = "save the page in your browser and import the file";

bool is_fetched(std::string_view scheme) {
  return scheme == "http" || scheme == "https";
}

std::string part_of(const Url& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, void (*)(void*)> owned(text, &curl_free);
  return text;
}

bool set_part(const Url& url, CURLUPart part, const char* text, unsigned flags = 0) {
  return curl_url_set(url.get(), part, text, flags) == CURLUE_OK;
}

tl::unexpected<Error> no_address() {
  return fail(Error::Kind::BadInput, "this is no valid web address", {},
              "copy it once more from the browser's address bar");
}

/// "https" of "https://..."; empty when nothing like it opens the text.
std::string scheme_of(std::string_view text) {
  const std::size_t end = text.find("://");
  if (end == std::string_view::npos) return {};
  std::string scheme(text.substr(0, end));
  const bool fits = std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '+' || c == '-' || c == '.');
  });
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return fits ? scheme : "";
}

Result<void> check_scheme(const std::string& scheme) {
  if (is_fetched(scheme)) return {};
  if (scheme == "file")
    return fail(Error::Kind::Unsupported, "a file is not fetched by its address", {},
                "give the file itself, without file://");
  return fail(Error::Kind::Unsupported,
              "addresses that begin with " + scheme + ":// cannot be fetched, only https and http",
              {}, kSaveIt);
}

/// The host as the network knows it: "bücher.example" → "xn--bcher-kva.example" (UTS 46).
std::optional<std::string> ascii_host(const std::string& host) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UIDNA, void (*)(UIDNA*)> idna(
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ,
                      &status),
      &uidna_close);
  std::array<char, 256> ascii{};  // RFC 1035: at most 253 characters
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const int32_t length =
      uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<int32_t>(host.size()),
                             ascii.data(), static_cast<int32_t>(ascii.size()), &info, &status);
  if (U_FAILURE(status) != 0 || info.errors != 0) return {};
  return std::string(ascii.data(), static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
}

/// The address for the network.
Result<std::string> prepared(const Url& url) {
  const std::string host = part_of(url, CURLUPART_HOST);
  if (!is_ascii(host)) {
    const auto ascii = ascii_host(host);
    if (!ascii || !set_part(url, CURLUPART_HOST, ascii->c_str())) return no_address();
  }
  set_part(url, CURLUPART_FRAGMENT, nullptr);
  std::string address = part_of(url, CURLUPART_URL);
  if (address.empty()) return no_address();
  return address;
}

std::string without_line_ends(std::string_view text) {
  std::string clean(trimmed(text));
  std::erase_if(clean, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return clean;
}

Url empty_url() {
  return {curl_url(), &curl_url_cleanup};
}

constexpr unsigned kForgiving = CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME;

}  // namespace

std::string suggested_address(std::string_view typed) {
  const std::string_view host = typed.substr(0, typed.find_first_of("/?#:"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return {};
  const bool fits = std::all_of(host.begin(), host.end(), [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0 || c == '-' || c == '.';
  });
  const bool ends_in_letters =
      std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(),
                  [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
  const bool has_blank = typed.find(' ') != std::string_view::npos;
  return fits && ends_in_letters && !has_blank ? "https://" + std::string(typed) : "";
}

Result<std::string> read_address(std::string_view typed) {
  const std::string text = without_line_ends(typed);
  const std::string scheme = scheme_of(text);
  if (scheme.empty()) {
    const std::string suggested = suggested_address(text);
    return fail(Error::Kind::BadInput, "this is no web address", {},
                suggested.empty()
                    ? "give it as the browser's address bar shows it, with https:// at its begin"
                    : "did you mean " + suggested + "?");
  }
  RECTO_TRY(check_scheme(scheme));
  const Url url = empty_url();
  if (text.size() > kLongestAddress || !is_utf8(text) ||
      !set_part(url, CURLUPART_URL, text.c_str(), kForgiving))
    return no_address();
  return prepared(url);
}

Result<std::string> resolve_address(const std::string& base, std::string_view target) {
  const std::string text = without_line_ends(target);
  const Url url = empty_url();
  if (text.empty() || text.size() > kLongestAddress ||
      !set_part(url, CURLUPART_URL, base.c_str()) ||
      !set_part(url, CURLUPART_URL, text.c_str(), kForgiving))
    return fail(Error::Kind::Failed, "the server sends on to an address that is not valid", {},
                kSaveIt);
  if (const std::string scheme = part_of(url, CURLUPART_SCHEME); !is_fetched(scheme))
    return fail(Error::Kind::Unsupported,
                "the server sends on to an address that begins with " + scheme +
                    "://, which is not followed",
                {}, kSaveIt);
  return prepared(url);
}

std::string public_address(const std::string& address) {
  const Url url = empty_url();
  if (!set_part(url, CURLUPART_URL, address.c_str())) return {};
  set_part(url, CURLUPART_USER, nullptr);
  set_part(url, CURLUPART_PASSWORD, nullptr);
  return part_of(url, CURLUPART_URL);
}

std::string name_in_address(const std::string& address) {
  const Url url = empty_url();
  if (!set_part(url, CURLUPART_URL, address.c_str())) return {};
  const std::string path = part_of(url, CURLUPART_PATH);
  int length = 0;
  const std::string last = path.substr(path.rfind('/') + 1);
  const std::unique_ptr<char, void (*)(void*)> decoded(
      curl_easy_unescape(nullptr, last.c_str(), static_cast<int>(last.size()), &length),
      &curl_free);
  return decoded == nullptr ? last : valid_utf8({decoded.get(), static_cast<std::size_t>(length)});
}

}  // namespace recto::fetch
