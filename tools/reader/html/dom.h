// An HTML page as a tree of values, in the order of reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <gumbo.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace recto::reader {

using NodeId = std::uint32_t;

/// One node. Nodes stand in preorder: the descendants of node n are (n, end), its first child is
/// n + 1, its next sibling is `end`, as long as that lies inside the parent.
struct Node {
  static constexpr GumboTag kText = GUMBO_TAG_LAST;

  GumboTag tag = kText;   ///< kText for text; GUMBO_TAG_UNKNOWN for names that HTML has not
  NodeId parent = 0;      ///< the root's parent is itself
  NodeId end = 0;         ///< behind the last descendant
  std::string_view text;  ///< of a text node: entities decoded, white space as written
  const GumboElement* element = nullptr;  ///< nullptr for text
  std::uint32_t initials = 0;  ///< of its attributes: most questions for one end here (bit_of)

  [[nodiscard]] bool is_text() const { return tag == kText; }
};

/// The tree that the HTML5 parsing algorithm makes of a page. Node 0 is <html>. Comments, and what
/// scripts and styles hold (but for JSON), are not in it. Nesting deeper than 512, the limit of
/// browsers, is flattened. Parts that React sends late stand where they belong.
class Dom {
 public:
  /// `html`: clean UTF-8 (encoding.h). O(bytes). Error BadInput for pages built to blow up a
  /// parser.
  [[nodiscard]] static Result<Dom> parse(std::string_view html);

  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  [[nodiscard]] const Node& operator[](NodeId node) const { return nodes_[node]; }

  /// An attribute's value, entities decoded; empty when it is absent. `name` in lower case.
  [[nodiscard]] std::string_view attribute(NodeId node, const char* name) const;
  [[nodiscard]] bool has_attribute(NodeId node, const char* name) const;

  /// All text below `node`, runs of white space one blank, none at the ends.
  [[nodiscard]] std::string text_of(NodeId node) const;

  /// Whether `ancestor` is `node` or stands above it.
  [[nodiscard]] bool holds(NodeId ancestor, NodeId node) const {
    return ancestor <= node && node < nodes_[ancestor].end;
  }

 private:
  class Arena;
  Dom() = default;
  void flatten(const GumboNode* root);

  std::unique_ptr<const std::string> html_;  ///< the nodes point into it
  std::shared_ptr<const Arena> arena_;       ///< owns the parser's output
  std::vector<Node> nodes_;
};

}  // namespace recto::reader
