// XML of packed documents: parsed within limits, walked without recursion.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::reader {

/// An XML document and the bytes that it points into; stays where it is.
struct Xml {
  std::string bytes;
  pugi::xml_document document;
};

/// Parses into `xml`. Entities of a DTD are not expanded (pugixml knows only the five of XML and
/// character references), nothing else is loaded. Blanks that are all of an element's text are
/// kept. Errors: BadInput, naming `name`, when it is no well-formed XML or has more than
/// kMostXmlTags tags.
[[nodiscard]] Result<void> parse_xml(std::string bytes, std::string_view name, Xml& xml);

/// The word document of a book of 600,000 words has about 5 million; a tag takes about 60 bytes.
inline constexpr std::size_t kMostXmlTags = 12'000'000;

/// "w:p" → "p".
[[nodiscard]] std::string_view local_name(std::string_view name);

/// The first child element whose local name is `name`, null for none.
[[nodiscard]] pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

/// An attribute by its local name; empty for none.
[[nodiscard]] std::string_view attribute_named(pugi::xml_node node, std::string_view name);

/// Calls `visitor.enter(node)` for all nodes below `root` in the order of the document; where it
/// gives false, what is below the node is passed over, else `visitor.leave(node)` follows behind
/// it. However deep the tree is, the stack is not.
template <class Visitor>
void walk(pugi::xml_node root, Visitor& visitor) {
  pugi::xml_node node = root.first_child();
  while (node) {
    if (visitor.enter(node)) {
      if (const pugi::xml_node child = node.first_child()) {
        node = child;
        continue;
      }
      visitor.leave(node);
    }
    while (!node.next_sibling()) {
      node = node.parent();
      if (!node || node == root) return;
      visitor.leave(node);
    }
    node = node.next_sibling();
  }
}

/// All text below `node`, as it stands there.
[[nodiscard]] std::string text_below(pugi::xml_node node);

}  // namespace recto::reader
