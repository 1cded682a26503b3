#include "tools/reader/html/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/furniture.h"
#include "tools/reader/html/context_features.h"
#include "tools/reader/html/names.h"
#include "tools/reader/html/page_measures.h"
#include "tools/reader/metadata.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using Extent = FurniturePattern::Extent;

constexpr std::array<std::string_view, kNames> kNameLabels{
    "body",  "post",      "comment", "related",  "promo",  "ad",      "share", "byline",
    "time",  "caption",   "nav",     "header",   "footer", "sidebar", "tags",  "summary",
    "title", "overlay",   "login",   "widget",   "meta",   "hidden",  "video", "embed",
    "quote", "reference", "product", "question", "layout"};
constexpr std::size_t kFigure = 7;  ///< in kInside: WordPress puts tables into figures, too

/// As Rows::note_tag counts them.
constexpr std::array<std::string_view, 11> kInside{"article", "main",       "aside",   "nav",
                                                   "footer",  "header",     "section", "figure",
                                                   "form",    "blockquote", "details"};

class Rows {
 public:
  Rows(const PageMeasures& page, const PageTopic& topic, const Furniture& furniture)
      : page_(page),
        summary_(fold_case(topic.summary)),
        body_(fold_case(topic.body)),
        headline_(page.headline) {
    for (std::size_t i = 0; i < page.blocks.size(); ++i)
      basics_.push_back(basics_of(i, furniture));
    for (NodeId node = 0; node < page.dom.size(); ++node) {
      odd_role_.push_back(has_odd_role(node));
      body_property_.push_back(page.dom.attribute(node, "itemprop").find("articleBody") !=
                               std::string_view::npos);
    }
    find_neighbours();
  }

  Features write() {
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      naming_ = i == 0;
      add_text(i);
      add_markup(i);
      add_place(i);
      add_neighbours(i);
      if (naming_) features_.values.reserve(features_.names.size() * page_.blocks.size());
    }
    return std::move(features_);
  }

 private:
  /// What is asked for more than once of a block.
  struct Basics {
    bool sentence = false;
    bool repeats = false;   ///< the same text stands above
    bool repeated = false;  ///< … below
    std::optional<Extent> pattern;
  };

  [[nodiscard]] Basics basics_of(std::size_t i, const Furniture& furniture) const {
    Basics basics;
    const std::string& text = page_.blocks[i].piece.block.text;
    basics.sentence = ends_sentence(text);
    basics.pattern = match_furniture(furniture, text, page_.folded[i]);
    return basics;
  }

  void find_neighbours() {
    std::unordered_map<std::string_view, std::size_t> last;
    for (std::size_t i = 0; i < basics_.size(); ++i) {
      const auto [found, fresh] = last.try_emplace(page_.folded[i], i);
      if (fresh) continue;
      basics_[i].repeats = true;
      basics_[found->second].repeated = true;
      found->second = i;
    }
    std::size_t above = 0;
    bool any = false;
    for (std::size_t i = 0; i < basics_.size(); ++i) {
      good_above_.push_back(any ? static_cast<int>(std::min<std::size_t>(i - above, 50)) : 50);
      if (page_.good[i + 1] > page_.good[i]) {
        above = i;
        any = true;
      }
    }
    good_below_.assign(basics_.size(), 50);
    for (std::size_t i = basics_.size(), below = 0; i-- > 0;) {
      if (below > 0) good_below_[i] = static_cast<int>(std::min<std::size_t>(below - i, 50));
      if (page_.good[i + 1] > page_.good[i]) below = i;
    }
  }

  void add(std::string_view name, double value) { add(name, {}, value); }
  void add(std::string_view name, bool value) { add(name, {}, value ? 1.0 : 0.0); }
  /// A feature of a group: its name is only put together where names are written.
  void add(std::string_view group, std::string_view name, double value) {
    if (naming_) features_.names.push_back(std::string(group).append(name));
    features_.values.push_back(static_cast<float>(value));
  }
  void add(std::string_view group, std::string_view name, bool value) {
    add(group, name, value ? 1.0 : 0.0);
  }
  template <class Whole>
  void add_count(std::string_view name, Whole value) {
    add(name, static_cast<double>(value));
  }

  /// 1 for text of the article that the page states, -1 for other text of a page that states one.
  [[nodiscard]] double stated(std::string_view folded) const {
    constexpr std::size_t kBegin = 60;
    if (body_.size() < 10 * kBegin || folded.size() < 20) return 0.0;
    return body_.find(folded.substr(0, kBegin)) != std::string::npos ? 1.0 : -1.0;
  }

  void add_text(std::size_t i) {
    const HtmlBlock& block = page_.blocks[i];
    const Basics& basics = basics_[i];
    const std::string& text = block.piece.block.text;
    const std::string_view folded = page_.folded[i];
    const BlockType type = block.piece.block.type;
    add("words", std::log2(1.0 + static_cast<double>(block.words)));
    add("letters_a_word", static_cast<double>(block.letters) /
                              static_cast<double>(std::max<std::size_t>(block.words, 1)));
    add("link_density", block.link_density());
    add("sentence", basics.sentence);
    add("question", ends_question(text));
    add("colon", last_letter(text) == U':');
    add("begins_lower", begins_lower(text));
    add("begins_upper", begins_upper(text));
    add("caps", is_all_caps(text));
    add("title_case", block.words <= 30 && is_title_case(text));
    std::size_t commas = 0, digits = 0, stops = 0, short_words = 0, bars = 0;
    for (const char c : text) {
      commas += c == ',' ? 1U : 0U;
      stops += c == '.' || c == '!' || c == '?' ? 1U : 0U;
      digits += c >= '0' && c <= '9' ? 1U : 0U;
      bars += c == '|' || c == '/' ? 1U : 0U;
    }
    const auto all = words_of(text);
    for (const std::string_view word : all)
      short_words += word.size() <= 3 ? 1U : 0U;
    const auto per_word = [&](std::size_t n) {
      return static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(all.size(), 1));
    };
    add("commas", per_word(commas));
    add("stops", per_word(stops));
    add("stops_n", std::log2(1.0 + static_cast<double>(stops)));
    add("short_words", per_word(short_words));
    add("digits",
        static_cast<double>(digits) / static_cast<double>(std::max<std::size_t>(block.letters, 1)));
    add("bars", per_word(bars));
    add("quotes", text.find('"') != std::string::npos || text.find("“") != std::string::npos);
    add("at_sign", text.find('@') != std::string::npos);
    add("copyright", text.find("©") != std::string::npos);
    add("url", block.words <= 3 && text.find("://") != std::string::npos);
    add("byline_or_date", block.words <= 14 && is_byline_or_date(text));
    add("pattern", !basics.pattern ? 0.0 : 1.0 + static_cast<double>(*basics.pattern));
    add("like_title", page_.like_title[i]);
    add("like_summary", folded.size() > 20 && !summary_.empty() &&
                            (summary_.find(folded.substr(0, 80)) != std::string::npos));
    add("stated", stated(folded));
    add("repeats", basics.repeats);
    add("repeated", basics.repeated);
    add("type", static_cast<double>(type));
    add_count("level", block.piece.block.level);
    add("strong", block.piece.strong);
    add("single", block.piece.single);
    add("in_list", block.piece.list > 0);
    add("in_table", block.table > 0);
    add("hidden", block.hidden);
  }

  /// What the elements around a block say.
  struct Around {
    std::array<double, kNames> names{};  ///< 3 its own, 2 near, 1 further up
    std::array<bool, 11> inside{};       ///< as kInside
    bool role = false;                   ///< one that no article has
    bool body_property = false;
    int twins = 1;  ///< of the element with the most siblings that look like it
    NodeId twin = 0;
  };

  [[nodiscard]] Around around(NodeId element) const {
    Around found;
    found.twin = element;
    int level = 0;
    for (NodeId node = element;; node = page_.dom[node].parent, ++level) {
      const bool most_of_page = page_.share(node) > 0.4;
      note_names(node, most_of_page, level, found);
      note_tag(node, most_of_page, found.inside);
      found.role = found.role || (!most_of_page && odd_role_[node]);
      found.body_property = found.body_property || body_property_[node];
      if (page_.twins[node] > found.twins && may_be_card(node)) {
        found.twins = page_.twins[node];
        found.twin = node;
      }
      if (node == page_.dom[node].parent) return found;
    }
  }

  void note_names(NodeId node, bool most_of_page, int level, Around& found) const {
    Names names = page_.own[node];
    if (most_of_page) names &= bit(Name::Body) | bit(Name::Post) | bit(Name::Question);
    if (names == 0) return;
    const double nearness = level == 0 ? 3.0 : level <= 2 ? 2.0 : 1.0;
    for (std::size_t n = 0; n < kNames; ++n)
      if ((names >> n & 1U) != 0) found.names[n] = std::max(found.names[n], nearness);
  }

  [[nodiscard]] bool has_odd_role(NodeId node) const {
    static constexpr std::array<std::string_view, 7> kRoles{
        "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "menu"};
    return std::find(kRoles.begin(), kRoles.end(), page_.dom.attribute(node, "role")) !=
           kRoles.end();
  }

  /// A field to fill in stands in the same small box: sign-ups, searches, log-ins.
  [[nodiscard]] bool stands_by_field(NodeId element) const {
    NodeId box = element;
    for (int level = 0; level < 4; ++level) {
      const NodeId above = page_.dom[box].parent;
      if (page_.words_in(above) > 100.0 || page_.share(above) > 0.2) break;
      box = above;
    }
    return page_.fields[page_.dom[box].end] > page_.fields[box];
  }

  void add_markup(std::size_t i) {
    const NodeId element = page_.blocks[i].element;
    const GumboTag tag = page_.dom[element].tag;
    add("is_p", tag == GUMBO_TAG_P);
    add("is_div", tag == GUMBO_TAG_DIV);
    add("is_li", tag == GUMBO_TAG_LI);
    const Around found = around(element);
    for (std::size_t n = 0; n < kNames; ++n)
      add("name_", kNameLabels[n], found.names[n]);
    for (std::size_t n = 0; n < found.inside.size(); ++n)
      add("in_", kInside[n], found.inside[n] && !(n == kFigure && page_.blocks[i].table > 0));
    add("role", found.role);
    add("body_property", found.body_property);
    add("by_field", stands_by_field(element));
    add_count("depth", page_.depth[element]);
    add("twins", std::log2(static_cast<double>(found.twins)));
    add("twin_words", found.twins > 1 ? std::log2(1.0 + page_.words_in(found.twin)) : -1.0);
    add_count("twin_index", found.twins > 1 ? std::min(page_.twin_index[found.twin], 10) : -1);
    add("twin_headings", headings_in(found.twin));
    add("twin_likely", ratio(page_.likely_in(found.twin), page_.likely.back()));
    add("twin_links", ratio(page_.linked_in(found.twin), page_.all_in(found.twin)));
  }

  [[nodiscard]] double headings_in(NodeId node) const {
    const Span span = page_.spans[node];
    double headings = 0.0;
    for (std::size_t i = span.begin; i < std::min(span.end, span.begin + 8); ++i)
      if (page_.blocks[i].piece.block.type == BlockType::Heading) headings += 1.0;
    return headings;
  }

  /// An element that is repeated beside the container, or in it.
  [[nodiscard]] bool may_be_card(NodeId node) const {
    if (page_.dom.holds(node, page_.container)) return false;
    const GumboTag tag = page_.dom[node].tag;
    return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_ARTICLE ||
           tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_A ||
           tag == GUMBO_TAG_UL;
  }

  void note_tag(NodeId node, bool most_of_page, std::array<bool, 11>& inside) const {
    switch (page_.dom[node].tag) {
      case GUMBO_TAG_ARTICLE: inside[0] = true; return;
      case GUMBO_TAG_MAIN: inside[1] = true; return;
      case GUMBO_TAG_ASIDE: inside[2] = inside[2] || !most_of_page; return;
      case GUMBO_TAG_NAV: inside[3] = inside[3] || !most_of_page; return;
      case GUMBO_TAG_FOOTER: inside[4] = inside[4] || !most_of_page; return;
      case GUMBO_TAG_HEADER: inside[5] = inside[5] || !most_of_page; return;
      case GUMBO_TAG_SECTION: inside[6] = true; return;
      case GUMBO_TAG_FIGURE: inside[7] = inside[7] || !most_of_page; return;
      case GUMBO_TAG_FORM: inside[8] = inside[8] || !most_of_page; return;
      case GUMBO_TAG_BLOCKQUOTE: inside[9] = true; return;
      case GUMBO_TAG_DETAILS: inside[10] = true; return;
      default: return;
    }
  }

  void add_place(std::size_t i) {
    const HtmlBlock& block = page_.blocks[i];
    const Span inside = page_.spans[page_.container];
    const double total = std::max(page_.total_good(), 1.0);
    const NodeId parent = page_.dom[block.element].parent;
    const NodeId above = page_.dom[parent].parent;
    add("good_before", page_.good[i] / total);
    add("good_after", (page_.good.back() - page_.good[i + 1]) / total);
    add("before_container", i < inside.begin);
    add("after_container", i >= inside.end);
    add("in_container", page_.dom.holds(page_.container, block.element));
    add("in_wide_container", page_.dom.holds(page_.wide_container, block.element));
    add("from_begin",
        std::log2(1.0 + (i >= inside.begin ? static_cast<double>(i - inside.begin) : 0.0)));
    add("from_end", std::log2(1.0 + (i < inside.end ? static_cast<double>(inside.end - i) : 0.0)));
    add("below_container",
        static_cast<double>(page_.depth[block.element] - page_.depth[page_.container]));
    NodeId common = block.element;
    int up = 0;
    while (!page_.dom.holds(common, page_.core)) {
      common = page_.dom[common].parent;
      ++up;
    }
    add_count("core_up", up);
    add_count("core_down", page_.depth[page_.core] - page_.depth[common]);
    add("core_mass", page_.core_mass);
    add("common_share", ratio(page_.likely_in(common), page_.likely.back()));
    add("common_purity", ratio(page_.likely_in(common), page_.all_in(common)));
    const Span core = page_.spans[page_.core];
    add("core_before", i < core.begin ? std::log2(1.0 + static_cast<double>(core.begin - i)) : 0.0);
    add("core_after", i >= core.end ? std::log2(2.0 + static_cast<double>(i - core.end)) : 0.0);
    add("share_parent", page_.share(parent));
    add("share_above", page_.share(above));
    const auto purity = [&](NodeId node) { return ratio(page_.good_in(node), page_.all_in(node)); };
    add("purity_parent", purity(parent));
    add("purity_above", purity(above));
    add("purity_above2", purity(page_.dom[above].parent));
    add("links_parent", ratio(page_.linked_in(parent), page_.all_in(parent)));
    add("links_above", ratio(page_.linked_in(above), page_.all_in(above)));
    add("words_parent", std::log2(1.0 + page_.words_in(parent)));
    add("words_above", std::log2(1.0 + page_.words_in(above)));
    add("look_share", page_.look_mass.at(page_.look[block.element]) / total);
    add("container_share", page_.share(page_.container));
    add("container_purity", purity(page_.container));
    add("total", std::log2(1.0 + total));
    const bool known = headline_ < page_.blocks.size();
    add("has_headline", known);
    add("after_headline",
        known ? std::clamp(static_cast<double>(i) - static_cast<double>(headline_), -30.0, 30.0)
              : 0.0);
    const double before = known ? page_.good[headline_] / total : 0.0;
    add("good_above_headline", before);
    const bool good = page_.good[i + 1] > page_.good[i];
    add("good", good);
    add_count("good_above", good_above_[i]);
    add_count("good_below", good_below_[i]);
  }

  void add_neighbours(std::size_t i) {
    const HtmlBlock& block = page_.blocks[i];
    static constexpr std::array<std::pair<int, std::string_view>, 6> kSteps{{{-3, "above3"},
                                                                             {-2, "above2"},
                                                                             {-1, "above1"},
                                                                             {1, "below1"},
                                                                             {2, "below2"},
                                                                             {3, "below3"}}};
    for (const auto& [step, side] : kSteps) {
      const auto at = static_cast<std::ptrdiff_t>(i) + step;
      const bool there = at >= 0 && at < static_cast<std::ptrdiff_t>(page_.blocks.size());
      const HtmlBlock* other = there ? &page_.blocks[static_cast<std::size_t>(at)] : nullptr;
      add(side, "_words",
          other != nullptr ? std::log2(1.0 + static_cast<double>(other->words)) : -1.0);
      add(side, "_links", other != nullptr ? other->link_density() : -1.0);
      add(side, "_sentence", other != nullptr && basics_[static_cast<std::size_t>(at)].sentence);
      add(side, "_heading", other != nullptr && other->piece.block.type == BlockType::Heading);
      add(side, "_same_parent",
          other != nullptr && page_.dom[other->element].parent == page_.dom[block.element].parent);
      add(side, "_same_look",
          other != nullptr && page_.look[other->element] == page_.look[block.element]);
      add(side, "_pattern",
          other != nullptr && basics_[static_cast<std::size_t>(at)].pattern.has_value());
    }
    // The nearest heading above, and what it says.
    std::size_t heading = i;
    int steps = 0;
    while (heading > 0 && steps < 40 &&
           page_.blocks[heading].piece.block.type != BlockType::Heading) {
      --heading;
      ++steps;
    }
    const bool found = page_.blocks[heading].piece.block.type == BlockType::Heading;
    add_count("heading_above", found ? steps : 50);
    const auto& pattern = basics_[heading].pattern;
    add("heading_pattern", found && pattern ? 1.0 + static_cast<double>(*pattern) : 0.0);
    add("heading_inside", found && page_.dom.holds(page_.container, page_.blocks[heading].element));
    rest_ = rest_ || (basics_[i].pattern == Extent::Rest && page_.good[i] * 2 > page_.total_good());
    add("after_rest", rest_);
  }

  const PageMeasures& page_;
  std::string summary_;
  std::string body_;
  std::vector<Basics> basics_;
  std::vector<bool> odd_role_;       ///< [nodes]
  std::vector<bool> body_property_;  ///< [nodes]
  std::vector<int> good_above_;
  std::vector<int> good_below_;
  std::size_t headline_ = static_cast<std::size_t>(-1);
  bool rest_ = false;
  bool naming_ = false;
  Features features_;
};

}  // namespace

PageTopic topic_of(const Dom& dom, const StructuredData& data) {
  const auto stated = [&](std::string_view name) {
    for (NodeId node = 0; node < dom.size(); ++node)
      if (dom[node].tag == GUMBO_TAG_META &&
          (dom.attribute(node, "property") == name || dom.attribute(node, "name") == name))
        return std::string(dom.attribute(node, "content"));
    return std::string();
  };
  PageTopic topic;
  topic.title = stated("og:title");
  for (NodeId node = 0; node < dom.size() && topic.title.empty(); ++node)
    if (dom[node].tag == GUMBO_TAG_TITLE) topic.title = dom.text_of(node);
  topic.summary = stated("og:description");
  if (topic.summary.empty()) topic.summary = stated("description");
  for (const Thing& thing : data.things)
    for (const Value* value : thing.all("articleBody")) {
      // Microdata's is an element, whose blocks show that they stand in it.
      if (value->node) continue;
      std::string body = data.text_of(*value, dom);
      if (body.size() > topic.body.size()) topic.body = std::move(body);
    }
  return topic;
}

struct PageFeatures::Parts {
  PageMeasures page;
  Features own;
};

PageFeatures::PageFeatures(const Dom& dom, const std::vector<HtmlBlock>& blocks,
                           const PageTopic& topic, const Furniture& furniture)
    : parts_(std::make_unique<Parts>(Parts{PageMeasures(dom, blocks, topic), {}})) {
  parts_->own = Rows(parts_->page, topic, furniture).write();
}

PageFeatures::PageFeatures(PageFeatures&&) noexcept = default;
PageFeatures& PageFeatures::operator=(PageFeatures&&) noexcept = default;
PageFeatures::~PageFeatures() = default;

const Features& PageFeatures::own() const {
  return parts_->own;
}

Features PageFeatures::in_context(const std::vector<float>& chances) const {
  return with_context(parts_->page, parts_->own, chances);
}

}  // namespace recto::reader
