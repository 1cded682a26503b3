// The <meta> elements of a page.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/html/dom.h"

namespace recto::reader {

/// What <meta> elements say by name, property, itemprop or http-equiv.
class MetaTags {
 public:
  explicit MetaTags(const Dom& dom);

  /// All contents under a name (in small letters), in order: one line each, entities decoded once
  /// more, at most 500 bytes, none empty.
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

  /// The first content under the first of `names` that has one; empty for none.
  [[nodiscard]] std::string first(std::initializer_list<std::string_view> names) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> contents_;
};

}  // namespace recto::reader
