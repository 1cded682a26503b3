// What is summed up over a page once, for the features of all its blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/features.h"
#include "tools/reader/html/names.h"

namespace recto::reader {

/// Blocks [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// `part` of `whole`; 0 of nothing.
[[nodiscard]] inline double ratio(double part, double whole) {
  return whole > 0.0 ? part / whole : 0.0;
}

/// What is summed up over the page once.
class PageMeasures {
 public:
  PageMeasures(const Dom& page_dom, const std::vector<HtmlBlock>& page_blocks,
               const PageTopic& topic);

  const Dom& dom;
  const std::vector<HtmlBlock>& blocks;
  std::vector<std::string> folded;    ///< [blocks] their texts as fold_case gives them
  std::vector<double> good;           ///< [blocks + 1] good mass before a block
  std::vector<double> all;            ///< [blocks + 1] letters before a block
  std::vector<double> linked;         ///< [blocks + 1] letters in links before a block
  std::vector<double> words;          ///< [blocks + 1]
  std::vector<Span> spans;            ///< [nodes] blocks that begin inside a node
  std::vector<Names> own;             ///< [nodes] what class and id of a node say
  std::vector<std::uint32_t> fields;  ///< [nodes + 1] fields to fill in before a node
  std::vector<int> depth;             ///< [nodes]
  std::vector<std::uint64_t> look;    ///< [nodes] tag and classes of a node and of two above it
  std::unordered_map<std::uint64_t, double> look_mass;  ///< good mass of blocks of one look
  std::vector<int> twin_index;                          ///< [nodes] how many of them stand before
  std::vector<int> twins;          ///< [nodes] siblings of the same tag and classes
  NodeId container = 0;            ///< holds most of the likely text, and little else
  NodeId wide_container = 0;       ///< the same of all text, whatever names warn of
  NodeId core = 0;                 ///< the element whose own paragraphs hold most of the text
  double core_mass = 0.0;          ///< share of the page's likely text, [0, 1]
  std::vector<double> likely;      ///< [blocks + 1] good mass before a block, less where names warn
  std::vector<double> like_title;  ///< [blocks]
  std::size_t headline = kNone;    ///< block

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] double likely_in(NodeId node) const {
    return likely[spans[node].end] - likely[spans[node].begin];
  }
  [[nodiscard]] double total_good() const { return good.back(); }
  [[nodiscard]] double good_in(NodeId node) const {
    return good[spans[node].end] - good[spans[node].begin];
  }
  [[nodiscard]] double all_in(NodeId node) const {
    return all[spans[node].end] - all[spans[node].begin];
  }
  [[nodiscard]] double linked_in(NodeId node) const {
    return linked[spans[node].end] - linked[spans[node].begin];
  }
  [[nodiscard]] double words_in(NodeId node) const {
    return words[spans[node].end] - words[spans[node].begin];
  }
  [[nodiscard]] double share(NodeId node) const {
    return total_good() > 0.0 ? good_in(node) / total_good() : 0.0;
  }

 private:
  void measure_blocks();

  void measure_nodes();

  /// A block belongs to all nodes above its element; first and last block of each.
  void assign_spans(NodeId nodes);

  void count_fields(NodeId nodes);

  void count_twins(NodeId nodes);

  Names known_names(std::string_view classes);

  /// Names that hardly ever stand around an article.
  static constexpr Names kWarning = bit(Name::Comment) | bit(Name::Related) | bit(Name::Promo) |
                                    bit(Name::Ad) | bit(Name::Share) | bit(Name::Byline) |
                                    bit(Name::Navigation) | bit(Name::Footer) | bit(Name::Sidebar) |
                                    bit(Name::Overlay) | bit(Name::Login) | bit(Name::Caption);

  [[nodiscard]] bool is_comments(NodeId node) const {
    return (own[node] & bit(Name::Comment)) != 0 && node != 0 && dom[node].tag != GUMBO_TAG_BODY &&
           (own[node] & (bit(Name::Body) | bit(Name::Post))) == 0;
  }

  [[nodiscard]] bool warns(NodeId node) const;

  /// The block that is most like the title, headings before others.
  void find_headline(const PageTopic& topic);

  /// [nodes] How much text below a node counts: a tenth where names warn, next to nothing in
  /// comments, which can be longer than the article.
  [[nodiscard]] std::vector<double> trust() const;

  /// Text above the headline counts a tenth, too, unless most of it stands there.
  void weigh();

  void find_core();

  /// The node with the best balance of holding the page's text and nothing else.
  [[nodiscard]] NodeId best_container(const std::vector<double>& sums) const;

  void count_looks() {
    for (std::size_t i = 0; i < blocks.size(); ++i)
      look_mass[look[blocks[i].element]] += good[i + 1] - good[i];
  }

  std::unordered_map<std::string_view, Names> names_;
  std::vector<std::pair<NodeId, std::uint64_t>> self_look_;
};

}  // namespace recto::reader
