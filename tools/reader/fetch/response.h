// What a server's answer means for a person who wants the article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::fetch {

/// "text/html; charset=utf-8" → {"text/html", "utf-8"}, in small letters.
struct ContentType {
  std::string media;
  std::string charset;

  bool operator==(const ContentType&) const = default;
};
[[nodiscard]] ContentType parse_content_type(std::string_view header);

/// The file name of a Content-Disposition header, without folders; empty when it names none
/// (RFC 6266: filename* comes before filename).
[[nodiscard]] std::string parse_file_name(std::string_view header);

/// An error for every status but 2xx. `retry_after`: the header, empty when there is none.
[[nodiscard]] Result<void> check_status(long status, std::string_view retry_after);

/// An error for what is no article by its media type: images, sound, video, data, styles, feeds.
[[nodiscard]] Result<void> check_media(std::string_view media);

/// Where a page sends its reader at once with <meta http-equiv="refresh">, as written there.
/// Nothing for pages of more than a few kilobytes: these are articles that reload themselves.
[[nodiscard]] std::optional<std::string> find_refresh(std::string_view html);

}  // namespace recto::fetch
