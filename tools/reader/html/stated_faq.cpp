#include "tools/reader/html/stated_faq.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

namespace recto::reader {
namespace {

std::string lines_of_blocks(const std::vector<HtmlBlock>& blocks, std::size_t begin,
                            std::size_t end) {
  std::string lines;
  for (std::size_t i = begin; i < end; ++i)
    lines.append(lines.empty() ? "" : "\n").append(blocks[i].piece.block.text);
  return lines;
}

class Reader {
 public:
  Reader(const StructuredData& data, const Dom& dom, const std::vector<HtmlBlock>& blocks)
      : data_(data), dom_(dom), blocks_(blocks) {}

  std::vector<FaqEntry> read() {
    find_tests();
    std::vector<FaqEntry> entries;
    for (ThingId id = 0; id < data_.things.size(); ++id) {
      const Thing& thing = data_.things[id];
      if (!thing.is("Question") || tests_.contains(id) || thing.find("eduQuestionType") != nullptr)
        continue;
      FaqEntry entry{question_of(thing), answer_of(thing)};
      if (!entry.question.empty() && !entry.answer.empty()) entries.push_back(std::move(entry));
    }
    return entries;
  }

 private:
  /// Questions of quizzes.
  void find_tests() {
    for (const Thing& thing : data_.things) {
      if (!thing.is("Quiz")) continue;
      for (const auto& [name, value] : thing.properties)
        if (value.thing) tests_.insert(*value.thing);
    }
  }

  [[nodiscard]] std::string question_of(const Thing& question) const {
    for (const char* name : {"name", "text"}) {
      const Value* value = question.find(name);
      if (value == nullptr) continue;
      if (std::string text = data_.text_of(*value, dom_); !text.empty()) return text;
    }
    return {};
  }

  [[nodiscard]] std::string answer_of(const Thing& question) const {
    for (const char* name : {"acceptedAnswer", "suggestedAnswer"}) {
      const Value* value = question.find(name);
      if (value == nullptr) continue;
      if (!value->thing) return text_of(*value);
      const Value* text = data_.things[*value->thing].find("text");
      if (text != nullptr) return text_of(*text);
    }
    return {};
  }

  /// A text or an element's text, blocks as lines.
  [[nodiscard]] std::string text_of(const Value& value) const {
    if (value.node) {
      const auto before = [](const HtmlBlock& block, NodeId node) { return block.text < node; };
      const auto begin = std::lower_bound(blocks_.begin(), blocks_.end(), *value.node, before);
      const auto end = std::lower_bound(begin, blocks_.end(), dom_[*value.node].end, before);
      return lines_of_blocks(blocks_, static_cast<std::size_t>(begin - blocks_.begin()),
                             static_cast<std::size_t>(end - blocks_.begin()));
    }
    // Tags that were escaped once more than needed are read once more.
    std::string html = value.text;
    if (html.find('<') == std::string::npos && html.find("&lt;") != std::string::npos)
      html = plain_text(html);
    const auto dom = Dom::parse(html);
    if (!dom) return {};
    const std::vector<HtmlBlock> blocks = blocks_of(*dom);
    return lines_of_blocks(blocks, 0, blocks.size());
  }

  const StructuredData& data_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  const Dom& dom_;              // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  const std::vector<HtmlBlock>&
      blocks_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  std::set<ThingId> tests_;
};

}  // namespace

std::vector<FaqEntry> stated_faq(const StructuredData& data, const Dom& dom,
                                 const std::vector<HtmlBlock>& blocks) {
  return Reader(data, dom, blocks).read();
}

}  // namespace recto::reader
