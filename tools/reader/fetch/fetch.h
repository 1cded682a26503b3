// An address → the page behind it.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "tools/reader/reader.h"

namespace recto::fetch {

/// How far a transfer is, in bytes on the wire.
struct Progress {
  std::size_t received = 0;
  std::size_t expected = 0;  ///< 0: the server does not say
};

/// What may be waited for, and how long.
struct Options {
  std::string language{};          ///< BCP 47, asked for first; empty: as the server likes it
  std::size_t limit = 64'000'000;  ///< bytes of the page, decompressed
  std::chrono::milliseconds connect{15'000};  ///< until the server is reached, TLS included
  std::chrono::milliseconds stall{20'000};    ///< without a byte, once it is reached
  std::chrono::milliseconds total{180'000};   ///< for all, redirects included
  int redirects = 10;
  std::string authorities{};  ///< PEM file of whom certificates are trusted; empty: the system's
  /// Asked some ten times a second on the thread of the call; false ends it.
  std::function<bool(const Progress&)> watch{};
};

struct Fetched {
  std::string bytes;      ///< decompressed, never empty
  reader::Origin origin;  ///< url after redirects, without password and fragment; media, charset
                          ///< and name as far as the server tells them
};

/// Fetches a page: http and https only, also where redirects lead; TLS 1.2 at least, verified;
/// gzip, deflate, br and zstd undone; proxies of the environment (http_proxy, no_proxy, ...)
/// respected. For threads: calls do not share anything.
///
/// Errors, without `where`, each with advice: BadInput for what is no address, no article (images,
/// videos, data) or too large; Unsupported for other schemes; NotFound when there is no such page
/// or server; Failed for all else that keeps the page from coming, a `watch` that ends it too.
[[nodiscard]] Result<Fetched> fetch(std::string_view address, const Options& options = {});

}  // namespace recto::fetch
