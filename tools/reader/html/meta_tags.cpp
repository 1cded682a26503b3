#include "tools/reader/html/meta_tags.h"

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/html/structured.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongest = 500;
constexpr std::size_t kMostUnderOneName = 100;

}  // namespace

MetaTags::MetaTags(const Dom& dom) {
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom[node].tag != GUMBO_TAG_META) continue;
    const std::string_view content = prefix_utf8(trimmed(dom.attribute(node, "content")), kLongest);
    if (content.empty()) continue;
    for (const char* attribute : {"name", "property", "itemprop", "http-equiv"}) {
      if (!dom.has_attribute(node, attribute)) continue;
      auto& contents = contents_[fold_case(dom.attribute(node, attribute))];
      if (contents.size() < kMostUnderOneName) contents.emplace_back(content);
    }
  }
}

std::vector<std::string> MetaTags::all(std::string_view name) const {
  std::vector<std::string> texts;
  const auto found = contents_.find(name);
  if (found == contents_.end()) return texts;
  for (const std::string& content : found->second)
    if (std::string text = plain_text(content); !text.empty()) texts.push_back(std::move(text));
  return texts;
}

std::string MetaTags::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (const auto texts = all(name); !texts.empty()) return texts.front();
  return {};
}

}  // namespace recto::reader
