// The people whom a byline names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto::reader {

/// Who says that a text names people.
enum class Naming {
  Stated,  ///< metadata: "Ada Lovelace; Mary Somerville", "Lovelace, Ada", user names too
  Byline,  ///< an element for authors: "By Ada Lovelace, Reporter | 3 May 2021"
  Free,    ///< any line: only one that begins with "By" and goes on with names
};

/// The people in `text`, in order, each once: "By", dates, roles, addresses and what stands behind
/// a stroke are cut off, academic degrees stay ("Mary Roe, MD"), names in capitals get small
/// letters, "Last, First" is turned round. Empty when it does not name people for sure: "Staff",
/// "@ada", "By plane". At most 30.
[[nodiscard]] std::vector<std::string> people_in(std::string_view text, Naming naming);

/// "Edited by", "Photo:", "Reviewed by": those who are named are not the authors.
[[nodiscard]] bool names_others(std::string_view text);

}  // namespace recto::reader
