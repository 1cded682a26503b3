// What tells a block of the article from one that the page prints around it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/structured.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// What is known of a page before its blocks are judged.
struct PageTopic {
  std::string title;    ///< the article's title; empty when unknown
  std::string summary;  ///< its description in the metadata
  std::string body;     ///< its text as structured data states it, often cut short; mostly empty
};

/// From the page's own tags and `data`, read_structured(dom).
[[nodiscard]] PageTopic topic_of(const Dom& dom, const StructuredData& data);

/// A table of numbers: one row a block, one column a feature.
struct Features {
  std::vector<std::string> names;  ///< [columns]
  std::vector<float> values;       ///< [blocks × columns], row-major
};

/// The features of all blocks of a page, in the order of `blocks`, which must outlive it, as must
/// `dom`. O(nodes + blocks · nesting).
class PageFeatures {
 public:
  PageFeatures(const Dom& dom, const std::vector<HtmlBlock>& blocks, const PageTopic& topic,
               const Furniture& furniture);
  PageFeatures(PageFeatures&&) noexcept;
  PageFeatures& operator=(PageFeatures&&) noexcept;
  ~PageFeatures();

  /// The text itself, the markup around it, how much of the page's text shares that markup, and the
  /// neighbours.
  [[nodiscard]] const Features& own() const;

  /// These, and what a first judgement of all blocks tells of each: `chances` [blocks] are chances,
  /// [0, 1], that a block belongs to the article.
  [[nodiscard]] Features in_context(const std::vector<float>& chances) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace recto::reader
