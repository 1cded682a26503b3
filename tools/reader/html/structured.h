// What a page states about its content in the words of schema.org: JSON-LD, microdata and RDFa.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/reader/html/dom.h"

namespace recto::reader {

using ThingId = std::size_t;

/// A property's value: a text, the text of an element, or another thing.
struct Value {
  std::string text;            ///< as stated: JSON-LD may hold entities and tags
  std::optional<NodeId> node;  ///< microdata, RDFa: the element whose text it is, when no attribute
                               ///< says it
  std::optional<ThingId> thing;
};

/// A node of JSON-LD, or an element with "itemscope" or "typeof".
struct Thing {
  std::vector<std::string> types;  ///< "NewsArticle", without the vocabulary's address
  std::string id;                  ///< "@id", "itemid" or "resource"; empty for none
  std::vector<std::pair<std::string, Value>> properties;  ///< in order; names may repeat
  std::optional<NodeId> node;  ///< the element of microdata or RDFa; absent for JSON-LD

  [[nodiscard]] bool is(std::string_view type) const;
  [[nodiscard]] const Value* find(std::string_view name) const;  ///< the first, or nullptr
  [[nodiscard]] std::vector<const Value*> all(std::string_view name) const;
};

/// All things of a page, flat: a thing within a thing stands in the list, too, behind it. A value
/// that only refers to a thing ("@id") names that thing.
struct StructuredData {
  std::vector<Thing> things;
  Thing page;  ///< microdata outside of any thing

  /// One line of plain text: entities decoded once more, no markup; of a thing its "name" (or
  /// "@value"). Empty when there is none.
  [[nodiscard]] std::string text_of(const Value& value, const Dom& dom) const;
};

/// Reads what scripts and attributes state. JSON-LD is read leniently: comments and CDATA around
/// it, raw line breaks, trailing commas, wrong escapes and quotes inside of strings are put right;
/// of a script that is broken beyond that the beginning counts. O(bytes · log things); nesting does
/// not matter.
[[nodiscard]] StructuredData read_structured(const Dom& dom);

/// `html`, which may hold tags and entities, as one line of plain text.
[[nodiscard]] std::string plain_text(std::string_view html);

}  // namespace recto::reader
