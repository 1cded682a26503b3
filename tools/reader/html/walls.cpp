#include "tools/reader/html/walls.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "content/base/fold.h"
#include "tools/reader/html/structured.h"

namespace recto::reader {
namespace {

/// A page that scripts draw says "Loading" and its name; one that is just short says more.
constexpr std::size_t kWordsBesideScripts = 20;

/// What shows only where scripts do not run, or never.
bool is_unseen(GumboTag tag) {
  return tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_TEMPLATE ||
         tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOFRAMES;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    words += !blank && !inside ? 1U : 0U;
    inside = !blank;
  }
  return words;
}

/// What a page shows of itself, counted in one walk.
struct Signs {
  std::size_t words = 0;
  bool password = false;       ///< a field for one
  bool scripts = false;        ///< code, not data
  bool wants_scripts = false;  ///< says so where they do not run
  bool frames = false;
};

void take_element(const Dom& dom, NodeId node, Signs& signs) {
  const GumboTag tag = dom[node].tag;
  signs.frames = signs.frames || tag == GUMBO_TAG_FRAME || tag == GUMBO_TAG_FRAMESET;
  if (tag == GUMBO_TAG_INPUT)
    signs.password = signs.password || fold_case(dom.attribute(node, "type")) == "password";
  if (tag == GUMBO_TAG_SCRIPT)
    signs.scripts = signs.scripts || dom.attribute(node, "type").find("json") == std::string::npos;
  if (tag == GUMBO_TAG_NOSCRIPT)
    signs.wants_scripts =
        signs.wants_scripts || fold_case(dom.text_of(node)).find("javascript") != std::string::npos;
}

Signs signs_of(const Dom& dom) {
  Signs signs;
  NodeId unseen_end = 0;
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom[node].is_text()) {
      if (node >= unseen_end) signs.words += words_in(dom[node].text);
      continue;
    }
    if (is_unseen(dom[node].tag)) unseen_end = std::max(unseen_end, dom[node].end);
    take_element(dom, node, signs);
  }
  return signs;
}

/// Publishers tell search engines of their paywalls: schema.org's isAccessibleForFree.
bool asks_to_pay(const Dom& dom) {
  const StructuredData data = read_structured(dom);
  const auto is_closed = [&](const Thing& thing) {
    const auto values = thing.all("isAccessibleForFree");
    return std::any_of(values.begin(), values.end(), [&](const Value* value) {
      return fold_case(data.text_of(*value, dom)).ends_with("false");
    });
  };
  return is_closed(data.page) || std::any_of(data.things.begin(), data.things.end(), is_closed);
}

Error wall(const char* what, const char* advice) {
  return {Error::Kind::BadInput, what, {}, advice};
}

}  // namespace

std::optional<Error> find_wall(const Dom& dom) {
  const Signs signs = signs_of(dom);
  if (signs.frames)
    return wall("this page is a set of frames without text of its own",
                "open the frame with the text in a window of its own and import that");
  if (signs.password)
    return wall("this page asks to log in",
                "log in with your browser, save the article there and import the file");
  if (asks_to_pay(dom))
    return wall("this page shows its article to subscribers only",
                "if you can read it in your browser, save it there and import the file");
  if (signs.wants_scripts || (signs.scripts && signs.words < kWordsBesideScripts))
    return wall("this page has no article text without JavaScript",
                "save it from the browser and import the file");
  return {};
}

}  // namespace recto::reader
