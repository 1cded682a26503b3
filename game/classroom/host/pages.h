// The phone page, read once from assets/phone and kept: a fixed list of files, so that no path can
// lead anywhere else.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/base/result.h"

namespace recto::classroom {

struct Page {
  std::string type;  ///< Content-Type
  std::string body;
  std::string zipped;  ///< the same, gzip (RFC 1952)
};

class Pages {
 public:
  /// Error: what read_file says of a file that is missing.
  [[nodiscard]] static Result<Pages> load(const std::filesystem::path& folder);

  /// The page of a request's target, whatever stands behind a "?"; null for others.
  [[nodiscard]] const Page* find(std::string_view target) const;
  /// Bytes of all of them, not zipped.
  [[nodiscard]] std::size_t weight() const;

 private:
  std::map<std::string, Page, std::less<>> pages_;
};

/// What every response says to the browser, by the OWASP Secure Headers Project. `host` is the Host
/// header, already checked: older browsers take 'self' for http alone, and need the WebSocket's
/// address in the policy.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> security_headers(
    std::string_view host);

}  // namespace recto::classroom
