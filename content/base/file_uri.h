// Files as links name them (RFC 8089).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace recto {

/// The path in "file:///a%20b" or "file://host/a"; absent for other URIs.
[[nodiscard]] std::optional<std::string> path_of_uri(std::string_view uri);

/// "file:///a%20b" of an absolute path.
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace recto
