// What a page tells of itself, gathered once for title, authors and date.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/reader/html/dom.h"
#include "tools/reader/html/meta_tags.h"
#include "tools/reader/html/names.h"
#include "tools/reader/html/structured.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// The views of one page that the steps of read_metadata share. The tree and the structured data
/// outlive it.
struct PageFacts {
  PageFacts(const Dom& page, const StructuredData& stated, const Origin& from);

  const Dom* dom;
  const StructuredData* data;
  const Origin* origin;
  MetaTags meta;
  std::string title_tag;           ///< of <title>, one line
  std::vector<std::string> sites;  ///< names of the site, best first; none empty
  const Thing* article = nullptr;  ///< what structured data says of this article; may be nullptr
  /// [nodes] Bytes of text that a reader sees before a node.
  std::vector<std::size_t> offset;
  enum class Place : std::uint8_t {
    Main,
    Aside,    ///< in what its names call related, a footer, a menu, …: names may err
    Outside,  ///< in comments, <nav>, forms and what is not shown
  };
  std::vector<Names> names;  ///< [nodes] what class and id say
  std::vector<Place> place;  ///< [nodes] never worse than Main around the first heading

  /// One line of text of a property of `article`; empty for none.
  [[nodiscard]] std::string stated(std::string_view property) const;
  /// Bytes of visible text inside a node.
  [[nodiscard]] std::size_t length(NodeId node) const;

  /// Bytes of text from the end of the headline to a node; what stands above counts three times.
  /// From the beginning of the page when there is no headline.
  [[nodiscard]] std::size_t distance(NodeId node, std::optional<NodeId> headline) const;

  /// Whether a node can show who wrote the article, or when: it is in the main part of the page, or
  /// right below the headline.
  [[nodiscard]] bool may_be_byline(NodeId node, std::optional<NodeId> headline) const;

  /// The text of a node as a person sees it: a stroke ("|") where a line ends, a blank where any
  /// other element does.
  [[nodiscard]] std::string shown_text(NodeId node) const;
  /// The same with strokes between all elements.
  [[nodiscard]] std::string parted_text(NodeId node) const;
  /// As shown_text, for the text from a node on, up to the text node in which `bytes` are reached.
  [[nodiscard]] std::string shown_text_from(NodeId node, std::size_t bytes) const;

 private:
  enum class Strokes { Lines, Elements };
  [[nodiscard]] std::string shown_text(NodeId begin, NodeId end, std::size_t bytes,
                                       Strokes strokes) const;
};

/// Words folded, without accents and punctuation: what titles are compared by.
[[nodiscard]] std::vector<std::string> plain_words(std::string_view text);

}  // namespace recto::reader
