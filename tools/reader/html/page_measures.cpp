#include "tools/reader/html/page_measures.h"

#include <algorithm>
#include <array>
#include <functional>

#include "content/base/fold.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// The words of a folded text, sorted, each once.
std::vector<std::string_view> word_set(std::string_view folded) {
  std::vector<std::string_view> words = words_of(folded);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Shared words / all words of both (Jaccard), [0, 1].
double overlap(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  if (a.empty() || b.empty()) return 0.0;
  const auto both =
      static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::string_view word) {
        return std::binary_search(b.begin(), b.end(), word);
      }));
  return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

/// How much a block says by itself that it is text: its letters, less links. Headings and short
/// lines that are no sentences count nothing.
double good_mass(const HtmlBlock& block) {
  if (block.piece.block.type == BlockType::Heading || block.words < 8) return 0.0;
  const std::string& text = block.piece.block.text;
  const double density = block.link_density();
  if (density > 0.5 || (block.words < 12 && !ends_sentence(text))) return 0.0;
  const bool punctuated =
      text.find_first_of(".,;:!?") != std::string::npos || block.words * 4 < block.letters;
  return static_cast<double>(block.letters) * (1.0 - density) * (punctuated ? 1.0 : 0.3);
}

}  // namespace

PageMeasures::PageMeasures(const Dom& page_dom, const std::vector<HtmlBlock>& page_blocks,
                           const PageTopic& topic)
    : dom(page_dom), blocks(page_blocks) {
  measure_blocks();
  measure_nodes();
  find_headline(topic);
  weigh();
  container = best_container(likely);
  wide_container = best_container(good);
  find_core();
  count_looks();
}

void PageMeasures::measure_blocks() {
  for (auto* sums : {&good, &all, &linked, &words})
    sums->assign(1, 0.0);
  for (const HtmlBlock& block : blocks) {
    folded.push_back(fold_case(block.piece.block.text));
    good.push_back(good.back() + good_mass(block));
    all.push_back(all.back() + static_cast<double>(block.letters));
    linked.push_back(linked.back() + static_cast<double>(block.linked));
    words.push_back(words.back() + static_cast<double>(block.words));
  }
}

void PageMeasures::measure_nodes() {
  const NodeId nodes = dom.size();
  spans.resize(nodes);
  own.assign(nodes, 0);
  depth.assign(nodes, 0);
  look.assign(nodes, 0);
  for (NodeId node = 0; node < nodes; ++node) {
    if (dom[node].is_text()) continue;
    const NodeId parent = dom[node].parent;
    depth[node] = node == parent ? 0 : depth[parent] + 1;
    const std::string_view classes = dom.attribute(node, "class");
    own[node] = known_names(classes) | known_names(dom.attribute(node, "id")) |
                known_names(dom.attribute(node, "data-component")) |
                known_names(dom.attribute(node, "data-testid"));
    const std::uint64_t self =
        std::hash<std::string_view>{}(classes)*31 + static_cast<std::uint64_t>(dom[node].tag);
    self_look_.emplace_back(node, self);
    look[node] = self;
  }
  std::vector<std::uint64_t> joint(nodes, 0);
  for (NodeId node = 0; node < nodes; ++node) {
    if (dom[node].is_text()) continue;
    const NodeId parent = dom[node].parent;
    const NodeId above = dom[parent].parent;
    joint[node] = look[node] * 1000003 + look[parent] * 8191 + look[above];
  }
  count_fields(nodes);
  count_twins(nodes);
  look = std::move(joint);
  assign_spans(nodes);
}

void PageMeasures::assign_spans(NodeId nodes) {
  for (NodeId node = 0; node < nodes; ++node)
    spans[node] = {blocks.size(), 0};
  for (std::size_t i = 0; i < blocks.size(); ++i)
    for (NodeId node = blocks[i].element;; node = dom[node].parent) {
      spans[node].begin = std::min(spans[node].begin, i);
      spans[node].end = std::max(spans[node].end, i + 1);
      if (node == dom[node].parent) break;
    }
  for (Span& span : spans)
    if (span.end <= span.begin) span = {0, 0};
}

void PageMeasures::count_fields(NodeId nodes) {
  fields.assign(1, 0);
  for (NodeId node = 0; node < nodes; ++node) {
    const std::string_view type = dom.attribute(node, "type");
    const bool field = dom[node].tag == GUMBO_TAG_INPUT &&
                       (type.empty() || type == "email" || type == "text" || type == "password");
    fields.push_back(fields.back() + (field ? 1U : 0U));
  }
}

void PageMeasures::count_twins(NodeId nodes) {
  twins.assign(nodes, 0);
  std::unordered_map<std::uint64_t, int> count;
  for (const auto& [node, self] : self_look_)
    ++count[self * 1000003 + dom[node].parent];
  std::unordered_map<std::uint64_t, int> met;
  twin_index.assign(nodes, 0);
  for (const auto& [node, self] : self_look_) {
    const std::uint64_t key = self * 1000003 + dom[node].parent;
    twins[node] = count[key];
    twin_index[node] = met[key]++;
  }
}

Names PageMeasures::known_names(std::string_view classes) {
  if (classes.empty()) return 0;
  const auto [found, fresh] = names_.try_emplace(classes, Names{0});
  if (fresh) found->second = names_in(classes);
  return found->second;
}

bool PageMeasures::warns(NodeId node) const {
  const GumboTag tag = dom[node].tag;
  if (share(node) > 0.6) return false;
  if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE) return true;
  return (own[node] & kWarning) != 0 && (own[node] & bit(Name::Body)) == 0 &&
         tag != GUMBO_TAG_ARTICLE;
}

void PageMeasures::find_headline(const PageTopic& topic) {
  static constexpr std::array kByLevel{0.75, 1.2, 1.1, 0.9, 0.9, 0.9, 0.9};
  const std::string folded_title = fold_case(topic.title);
  const std::vector<std::string_view> title = word_set(folded_title);
  double best = 0.5;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i].piece.block;
    like_title.push_back(blocks[i].words <= 40 ? overlap(word_set(folded[i]), title) : 0.0);
    const double score = like_title.back() * kByLevel[static_cast<std::size_t>(block.level)];
    if (score <= best) continue;
    best = score;
    headline = i;
  }
}

std::vector<double> PageMeasures::trust() const {
  std::vector<double> trusted(dom.size(), 1.0);
  for (NodeId node = 1; node < dom.size(); ++node) {
    if (dom[node].is_text()) continue;
    const double own_trust = is_comments(node) ? 0.02 : warns(node) ? 0.1 : 1.0;
    trusted[node] = std::min(trusted[dom[node].parent], own_trust);
  }
  return trusted;
}

void PageMeasures::weigh() {
  const std::vector<double> trusted = trust();
  const bool headline_on_top = headline != kNone && good[headline] < 0.5 * total_good();
  likely.assign(1, 0.0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    double mass = good[i + 1] - good[i];
    mass *= std::min(trusted[blocks[i].element], blocks[i].hidden ? 0.1 : 1.0);
    if (headline_on_top && i < headline) mass *= 0.1;
    likely.push_back(likely.back() + mass);
  }
}

void PageMeasures::find_core() {
  std::vector<double> direct(dom.size(), 0.0);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const NodeId element = blocks[i].element;
    NodeId parent = dom[element].parent;
    if (blocks[i].piece.list > 0 && element != parent) parent = dom[parent].parent;
    direct[parent] += likely[i + 1] - likely[i];
  }
  core = static_cast<NodeId>(std::max_element(direct.begin(), direct.end()) - direct.begin());
  core_mass = likely.back() > 0.0 ? direct[core] / likely.back() : 0.0;
}

NodeId PageMeasures::best_container(const std::vector<double>& sums) const {
  NodeId container_found = 0;
  double best = 0.0;
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom[node].is_text() || spans[node].end == 0) continue;
    const double mass = sums[spans[node].end] - sums[spans[node].begin];
    if (mass <= 0.0) continue;
    const double recall = mass / sums.back();
    const double precision = mass / all_in(node);
    double score = 2.0 * recall * precision / (recall + precision);
    if (dom.attribute(node, "itemprop").find("articleBody") != std::string_view::npos)
      score *= 1.25;
    else if ((own[node] & bit(Name::Body)) != 0)
      score *= 1.12;
    else if (dom[node].tag == GUMBO_TAG_ARTICLE)
      score *= 1.08;
    else if (dom[node].tag == GUMBO_TAG_MAIN)
      score *= 1.02;
    if (score < best) continue;
    best = score;
    container_found = node;
  }
  return container_found;
}

}  // namespace recto::reader
