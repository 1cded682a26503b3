#include "tools/reader/html/disclosures.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "tools/reader/html/names.h"
#include "tools/reader/questions.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Longer ones are text that happens to end in a question.
constexpr std::size_t kMostQuestionWords = 80;

/// Nodes [begin, end).
struct Range {
  NodeId begin = 0;
  NodeId end = 0;
};

/// Tag and class: what siblings of one kind share.
using Kind = std::pair<GumboTag, std::string_view>;

bool is_number(std::string_view text) {
  return text.size() <= 8 && text.find_first_not_of("0123456789.()Q: ") == std::string_view::npos;
}

class Marker {
 public:
  Marker(const Dom& dom, std::vector<HtmlBlock>& blocks) : dom_(dom), blocks_(blocks) {}

  void mark() {
    for (NodeId at = 0; at < dom_.size(); ++at) {
      const GumboTag tag = dom_[at].tag;
      if (dom_[at].is_text()) continue;
      if (const std::string_view id = dom_.attribute(at, "id"); !id.empty()) ids_.emplace(id, at);
      if (tag == GUMBO_TAG_DETAILS) mark_details(at);
      const bool has_children = at + 1 < dom_[at].end;
      if (has_children && tag != GUMBO_TAG_DETAILS) mark_siblings(at);
    }
    mark_controlled();
    paint();
  }

 private:
  void add(Range range, bool asks) { marked_.push_back({range, asks}); }

  /// Blocks whose text stands in `range`: the first and behind the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> blocks_in(Range range) const {
    const auto before = [](const HtmlBlock& block, NodeId node) { return block.text < node; };
    const auto begin = std::lower_bound(blocks_.begin(), blocks_.end(), range.begin, before);
    const auto end = std::lower_bound(begin, blocks_.end(), range.end, before);
    return {static_cast<std::size_t>(begin - blocks_.begin()),
            static_cast<std::size_t>(end - blocks_.begin())};
  }

  [[nodiscard]] bool asks_at(std::size_t block) const {
    const Piece& piece = blocks_[block].piece;
    return piece.block.type != BlockType::Table && piece.block.type != BlockType::Code &&
           asks(piece.block.text) && words_of(piece.block.text).size() <= kMostQuestionWords;
  }

  void mark_details(NodeId details) {
    const Range range{details, dom_[details].end};
    const auto [first, last] = blocks_in(range);
    if (first < last) add(range, asks_at(first));
  }

  // --- "aria-controls"

  [[nodiscard]] std::string_view controlled_id(NodeId at) const {
    for (const char* name : {"aria-controls", "data-bs-target", "data-target", "data-toggle-target",
                             "data-accordion-target"}) {
      std::string_view id = dom_.attribute(at, name);
      if (id.starts_with('#')) id.remove_prefix(1);
      if (!id.empty()) return id;
    }
    return {};
  }

  /// What opens a panel, up to the panel's end. Of tabs, which stand in a row above their panels,
  /// nothing is marked.
  void mark_controlled() {
    struct Control {
      NodeId control;
      NodeId panel;
    };
    std::vector<Control> controls;
    for (NodeId at = 0; at < dom_.size(); ++at) {
      if (dom_[at].is_text()) continue;
      const auto found = ids_.find(controlled_id(at));
      if (found == ids_.end() || dom_.holds(at, found->second) || found->second < at) continue;
      if (controls.empty() || controls.back().panel != found->second)
        controls.push_back({at, found->second});
    }
    for (std::size_t i = 0; i < controls.size(); ++i) {
      const auto [control, panel] = controls[i];
      const bool tab = i + 1 < controls.size() && controls[i + 1].control < panel;
      const auto [first, last] = blocks_in({control, dom_[control].end});
      if (!tab && first < last) add({control, dom_[panel].end}, asks_at(first));
    }
  }

  // --- siblings

  struct Child {
    Range range;
    Kind kind;
    std::size_t first = 0;    ///< block, numbers aside
    std::size_t last = 0;     ///< behind the last block
    bool asks = false;        ///< the first block does
    bool emphasised = false;  ///< an item that begins with words set apart and goes on below them
  };

  [[nodiscard]] std::vector<Child> children_of(NodeId parent) const {
    std::vector<Child> children;
    for (NodeId at = parent + 1; at < dom_[parent].end; at = dom_[at].end) {
      if (dom_[at].is_text()) continue;
      Child child{{at, dom_[at].end}, {dom_[at].tag, dom_.attribute(at, "class")}};
      std::tie(child.first, child.last) = blocks_in(child.range);
      if (child.first == child.last) continue;
      if (child.first + 1 < child.last && is_number(blocks_[child.first].piece.block.text))
        ++child.first;
      child.asks = asks_at(child.first);
      child.emphasised = child.kind.first == GUMBO_TAG_LI && child.first + 1 < child.last &&
                         begins_with_emphasis(at);
      children.push_back(child);
    }
    return children;
  }

  void mark_siblings(NodeId parent) {
    const std::vector<Child> children = children_of(parent);
    if (children.size() < 2) return;
    if (dom_[parent].tag == GUMBO_TAG_DL) return mark_terms(children);
    std::map<Kind, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < children.size(); ++i)
      kinds[children[i].kind].push_back(i);
    for (const auto& entry : kinds) {
      const std::vector<std::size_t>& members = entry.second;
      const auto count = [&](bool Child::*holds) {
        return static_cast<std::size_t>(std::count_if(
            members.begin(), members.end(), [&](std::size_t i) { return children[i].*holds; }));
      };
      const std::size_t asking = count(&Child::asks);
      const bool ask = asking >= 2 && asking * 10 >= members.size() * 6;
      const bool emphasised = count(&Child::emphasised) * 10 >= members.size() * 6;
      if (!ask && !emphasised) continue;
      if (!mark_containers(children, members) && ask) mark_pairs(children, members);
    }
  }

  [[nodiscard]] bool begins_with_emphasis(NodeId at) const {
    for (NodeId inner = at + 1; inner < dom_[at].end; ++inner) {
      const GumboTag tag = dom_[inner].tag;
      if (tag == GUMBO_TAG_EM || tag == GUMBO_TAG_I || tag == GUMBO_TAG_B ||
          tag == GUMBO_TAG_STRONG)
        return true;
      const bool blank = dom_[inner].is_text() &&
                         dom_[inner].text.find_first_not_of(" \t\n\r") == std::string_view::npos;
      if (!blank && tag != GUMBO_TAG_P && tag != GUMBO_TAG_A && tag != GUMBO_TAG_SPAN) return false;
    }
    return false;
  }

  /// <dt> with the <dd> behind it, whether or not it asks.
  void mark_terms(const std::vector<Child>& children) {
    for (std::size_t i = 0; i + 1 < children.size(); ++i) {
      if (children[i].kind.first != GUMBO_TAG_DT || children[i + 1].kind.first == GUMBO_TAG_DT)
        continue;
      std::size_t end = i + 1;
      while (end < children.size() && children[end].kind.first == GUMBO_TAG_DD)
        ++end;
      if (end > i + 1)
        add({children[i].range.begin, children[end - 1].range.end}, children[i].asks);
    }
  }

  /// Siblings that each hold a question and its answer. Sections with headings are told by their
  /// headings, unless their names say what they are.
  bool mark_containers(const std::vector<Child>& children,
                       const std::vector<std::size_t>& members) {
    std::size_t answered = 0;
    std::size_t other_questions = 0;
    for (const std::size_t i : members) {
      const Child& child = children[i];
      answered += child.first + 1 < child.last ? 1U : 0U;
      for (std::size_t block = child.first + 1; block < child.last; ++block)
        other_questions += asks_at(block) && is_line_of_its_own(block) ? 1U : 0U;
    }
    if (answered * 10 < members.size() * 6 || other_questions * 2 > members.size()) return false;
    const bool named = (names_in(children[members.front()].kind.second) & bit(Name::Question)) != 0;
    const bool heading =
        blocks_[children[members.front()].first].piece.block.type == BlockType::Heading;
    if (heading && !named) return true;
    for (const std::size_t i : members)
      if (children[i].first + 1 < children[i].last) mark_child(children[i], children[i].range.end);
    return true;
  }

  [[nodiscard]] bool is_line_of_its_own(std::size_t block) const {
    const Piece& piece = blocks_[block].piece;
    return piece.strong || piece.block.type == BlockType::Heading;
  }

  /// Questions with their answers behind them. What stands behind the last one belongs to it as
  /// long as it is of a kind that answers others.
  void mark_pairs(const std::vector<Child>& children, const std::vector<std::size_t>& members) {
    const Kind kind = children[members.front()].kind;
    const bool heading =
        blocks_[children[members.front()].first].piece.block.type == BlockType::Heading;
    if (heading || kind.second.empty()) return;
    std::set<Kind> answers;
    for (std::size_t m = 0; m + 1 < members.size(); ++m) {
      if (members[m] + 1 == members[m + 1]) return;  // contents
      for (std::size_t i = members[m] + 1; i < members[m + 1]; ++i)
        answers.insert(children[i].kind);
    }
    for (std::size_t m = 0; m < members.size(); ++m) {
      const std::size_t limit = m + 1 < members.size() ? members[m + 1] : children.size();
      std::size_t end = members[m] + 1;
      while (end < limit && answers.contains(children[end].kind))
        ++end;
      if (end > members[m] + 1) mark_child(children[members[m]], children[end - 1].range.end);
    }
  }

  void mark_child(const Child& child, NodeId end) {
    Piece& question = blocks_[child.first].piece;
    if (child.first > 0 && blocks_[child.first - 1].text >= child.range.begin) {
      std::string& number = blocks_[child.first - 1].piece.block.text;
      question.number = number.substr(0, number.find_last_not_of(".): ") + 1);
      number.clear();
    }
    add({blocks_[child.first].text, end}, child.asks);
  }

  // --- from ranges to blocks

  /// Walks over blocks with the ranges that are open around them. The last opened counts, but for
  /// those within the answer to a question that ask nothing themselves.
  void paint() {
    std::stable_sort(marked_.begin(), marked_.end(), [](const Marked& a, const Marked& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                            : a.range.end > b.range.end;
    });
    struct Open {
      NodeId end;
      int disclosure;
      bool asks;
    };
    std::vector<Open> open;
    std::size_t next = 0;
    for (HtmlBlock& block : blocks_) {
      for (; next < marked_.size() && marked_[next].range.begin <= block.text; ++next) {
        while (!open.empty() && open.back().end <= marked_[next].range.begin)
          open.pop_back();
        const bool within = !open.empty() && open.back().asks && !marked_[next].asks;
        const int disclosure = within ? open.back().disclosure : static_cast<int>(next + 1);
        open.push_back({marked_[next].range.end, disclosure, within || marked_[next].asks});
      }
      while (!open.empty() && open.back().end <= block.text)
        open.pop_back();
      if (!open.empty()) block.piece.disclosure = open.back().disclosure;
    }
  }

  struct Marked {
    Range range;
    bool asks;
  };

  const Dom& dom_;                  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  std::vector<HtmlBlock>& blocks_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  std::unordered_map<std::string_view, NodeId> ids_;
  std::vector<Marked> marked_;
};

/// A disclosure as a whole.
struct Opened {
  bool asks = false;
  std::size_t blocks = 0;
  std::size_t linked = 0;  ///< blocks that are nothing but links
};

std::map<int, Opened> disclosures_of(const std::vector<HtmlBlock>& blocks) {
  std::map<int, Opened> disclosures;
  for (const HtmlBlock& block : blocks) {
    if (block.piece.disclosure == 0) continue;
    auto [found, fresh] = disclosures.try_emplace(block.piece.disclosure);
    if (fresh) found->second.asks = asks(block.piece.block.text);
    ++found->second.blocks;
    found->second.linked += block.piece.linked ? 1U : 0U;
  }
  std::erase_if(disclosures, [](const auto& disclosure) {
    return disclosure.second.blocks < 2 || disclosure.second.linked == disclosure.second.blocks;
  });
  return disclosures;
}

/// Marks blocks that a page's questions and answers are made of.
class Rescuer {
 public:
  Rescuer(const Dom& dom, const std::vector<HtmlBlock>& blocks)
      : dom_(dom), blocks_(blocks), rescued_(blocks.size()) {}

  std::vector<bool> rescue() {
    take_disclosures();
    take_tables();
    take_headings();
    // The heading above says what they are: "FAQ", "Quiz".
    for (std::size_t i = 1; i < blocks_.size(); ++i)
      if (rescued_[i] && blocks_[i - 1].piece.block.type == BlockType::Heading)
        rescued_[i - 1] = true;
    return std::move(rescued_);
  }

 private:
  void take_disclosures() {
    const std::map<int, Opened> disclosures = disclosures_of(blocks_);
    const auto asking = static_cast<std::size_t>(
        std::count_if(disclosures.begin(), disclosures.end(),
                      [](const auto& disclosure) { return disclosure.second.asks; }));
    if (asking < 2) return;
    const bool most = asking * 10 >= disclosures.size() * 6;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const auto found = disclosures.find(blocks_[i].piece.disclosure);
      if (found != disclosures.end() && (most || found->second.asks)) rescued_[i] = true;
    }
  }

  /// Tables where a cell asks in most rows.
  void take_tables() {
    for (std::size_t begin = 0; begin < blocks_.size();) {
      std::size_t end = begin + 1;
      std::size_t asking = asks(blocks_[begin].piece.block.text) ? 1 : 0;
      for (; end < blocks_.size() && blocks_[end].table == blocks_[begin].table; ++end)
        asking += asks(blocks_[end].piece.block.text) ? 1U : 0U;
      const auto rows = static_cast<std::size_t>(blocks_[end - 1].row) + 1;
      if (blocks_[begin].table > 0 && asking >= 2 && asking * 10 >= rows * 6)
        std::fill(at(begin), at(end), true);
      begin = end;
    }
  }

  /// Where most headings of one level, or most bold lines, ask, they and what stands between.
  void take_headings() {
    std::map<int, std::vector<std::size_t>> kinds;  // by level; 0 for bold lines
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const Piece& piece = blocks_[i].piece;
      const bool heading = piece.block.type == BlockType::Heading;
      if ((heading || piece.strong) && !piece.linked && !blocks_[i].hidden)
        kinds[heading ? piece.block.level : 0].push_back(i);
    }
    for (const auto& [level, lines] : kinds)
      take_lines(lines);
  }

  void take_lines(const std::vector<std::size_t>& lines) {
    const auto asks_here = [&](std::size_t line) { return asks(blocks_[line].piece.block.text); };
    const auto first = std::find_if(lines.begin(), lines.end(), asks_here);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), asks_here).base();
    if (first == lines.end()) return;
    const auto asking = std::count_if(first, last, asks_here);
    if (asking < 3 || asking * 10 < (last - first) * 6) return;
    const std::size_t last_question = *(last - 1);
    for (std::size_t i = *first; i <= last_question; ++i)
      if (!blocks_[i].hidden) rescued_[i] = true;
    // The last answer goes on as long as its element does, up to the next heading.
    const NodeId end = dom_[dom_[blocks_[last_question].element].parent].end;
    for (std::size_t i = last_question + 1; i < blocks_.size() && blocks_[i].text < end; ++i) {
      if (blocks_[i].piece.block.type == BlockType::Heading || blocks_[i].link_density() > 0.5 ||
          blocks_[i].hidden)
        break;
      rescued_[i] = true;
    }
  }

  std::vector<bool>::iterator at(std::size_t index) {
    return rescued_.begin() + static_cast<std::ptrdiff_t>(index);
  }

  const Dom& dom_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  const std::vector<HtmlBlock>&
      blocks_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  std::vector<bool> rescued_;
};

}  // namespace

std::vector<std::size_t> with_questions(const Dom& dom, const std::vector<HtmlBlock>& blocks,
                                        const std::vector<std::size_t>& kept) {
  const std::vector<bool> rescued = Rescuer(dom, blocks).rescue();
  std::vector<std::size_t> all;
  for (std::size_t i = 0, next = 0; i < blocks.size(); ++i) {
    const bool is_kept = next < kept.size() && kept[next] == i;
    next += is_kept ? 1U : 0U;
    if (is_kept || rescued[i]) all.push_back(i);
  }
  return all;
}

void mark_disclosures(const Dom& dom, std::vector<HtmlBlock>& blocks) {
  Marker(dom, blocks).mark();
}

}  // namespace recto::reader
