#include "tools/reader/html/title.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/shape.h"
#include "tools/reader/url.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongestTitle = 300;

/// Strokes between blanks.
constexpr std::array<std::string_view, 13> kStrokes{"|", "-",  "–", "—", "»", "«", "·",
                                                    "•", "::", "‹", "›", "/", "⋆"};

struct TitlePart {
  std::string text;
  std::string stroke;  ///< before it
};

std::vector<TitlePart> parts_of(std::string_view title) {
  std::vector<TitlePart> parts(1);
  for (const std::string_view word : words_of(title)) {
    if (std::find(kStrokes.begin(), kStrokes.end(), word) != kStrokes.end()) {
      if (!parts.back().text.empty()) parts.push_back({{}, std::string(word)});
    } else {
      parts.back().text.append(parts.back().text.empty() ? "" : " ").append(word);
    }
  }
  if (parts.back().text.empty()) parts.pop_back();
  return parts;
}

/// The words of a text in one.
std::string squeezed(std::string_view text) {
  std::string squeezed;
  for (const std::string& word : plain_words(text))
    squeezed += word;
  return squeezed;
}

/// How alike two titles are, [0, 1]: twice the words that they share for all of their words.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::map<std::string_view, int> counts;
  for (const std::string& word : a)
    ++counts[word];
  std::size_t shared = 0;
  for (const std::string& word : b)
    if (counts[word]-- > 0) ++shared;
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

struct Heading {
  NodeId node;
  std::string text;
  double likeness = 0;  ///< to the best of the page's titles
};

/// What a heading says, without sources and counters that stand beside the title in it.
std::string heading_text(const PageFacts& facts, NodeId node,
                         const std::vector<std::vector<std::string>>& titles) {
  const Dom& dom = *facts.dom;
  for (NodeId part = node + 1; part < dom[node].end; ++part) {
    if (dom[part].is_text()) continue;
    const std::string text = dom.text_of(part);
    if (std::find(titles.begin(), titles.end(), plain_words(text)) != titles.end() && !text.empty())
      return plain_text(text);
  }
  std::string text = facts.shown_text(node);
  for (std::size_t at = 0; (at = text.find(" | ", at)) != std::string::npos;)
    text.replace(at, 3, " ");
  text = plain_text(text);
  // Documentation links to its headings by a sign behind them.
  for (const std::string_view sign : {"¶", "#", "§"})
    if (text.ends_with(sign)) text.resize(text.size() - sign.size());
  return without_site(std::string(trimmed(text)), facts);
}

std::vector<Heading> headings_of(const PageFacts& facts,
                                 const std::vector<std::vector<std::string>>& titles) {
  constexpr std::size_t kMostHeadings = 60;
  std::vector<Heading> headings;
  for (NodeId node = 0; node < facts.dom->size() && headings.size() < kMostHeadings; ++node) {
    const GumboTag tag = (*facts.dom)[node].tag;
    if (tag != GUMBO_TAG_H1 && tag != GUMBO_TAG_H2) continue;
    if (facts.length(node) > kLongestTitle) continue;
    Heading heading{node, heading_text(facts, node, titles)};
    const auto words = plain_words(heading.text);
    if (words.empty()) continue;
    for (const auto& title : titles)
      heading.likeness = std::max(heading.likeness, likeness(words, title));
    headings.push_back(std::move(heading));
  }
  return headings;
}

const Heading* headline_of(const PageFacts& facts, const std::vector<Heading>& headings) {
  const Heading* best = nullptr;
  const Heading* first = nullptr;
  bool one = false;  // there is but one first heading, shown once or twice
  for (const Heading& heading : headings) {
    const bool h1 = (*facts.dom)[heading.node].tag == GUMBO_TAG_H1;
    if (h1 && !is_site_name(heading.text, facts)) {
      one = first == nullptr || (one && first->text == heading.text);
      if (first == nullptr) first = &heading;
    }
    const double needed = h1 ? 0.5 : 0.8;
    if (heading.likeness < needed) continue;
    const double lead = h1 ? 0.0 : 0.2;
    if (best == nullptr || heading.likeness - lead > best->likeness) best = &heading;
  }
  if (best != nullptr) return best;
  if (one && plain_words(first->text).size() >= 3) return first;
  return nullptr;
}

/// A title without the short name behind its last upright stroke, where the page does not tell what
/// its site is called.
std::string without_last_name(const std::string& title) {
  constexpr std::size_t kMostWordsOfName = 4, kLeastWords = 4;
  const std::vector<TitlePart> parts = parts_of(title);
  if (parts.size() < 2 || parts.back().stroke != "|") return title;
  const std::string before = title.substr(0, title.rfind(" | "));
  return words_of(parts.back().text).size() <= kMostWordsOfName &&
                 words_of(before).size() >= kLeastWords
             ? before
             : title;
}

/// The stated title that says what a title in capitals says, as nearly as there is one.
std::string in_small_letters(const std::string& title, const std::vector<std::string>& stated) {
  constexpr double kSame = 0.8;
  for (const std::string& other : stated)
    if (!is_all_caps(other) && (squeezed(title) == squeezed(other) ||
                                likeness(plain_words(title), plain_words(other)) >= kSame))
      return other;
  return title;
}

/// An element that shows just one of the titles, though it is no heading.
std::optional<NodeId> node_showing(const PageFacts& facts,
                                   const std::vector<std::vector<std::string>>& titles) {
  constexpr std::size_t kMostLooks = 500;
  std::size_t looks = 0;
  for (NodeId node = 1; node < facts.dom->size() && looks < kMostLooks; ++node) {
    if ((*facts.dom)[node].is_text() || facts.place[node] != PageFacts::Place::Main) continue;
    const std::size_t length = facts.length(node);
    if (length < 10 || length > kLongestTitle) continue;
    ++looks;
    const auto words = plain_words(facts.dom->text_of(node));
    if (std::find(titles.begin(), titles.end(), words) != titles.end()) return node;
  }
  return std::nullopt;
}

}  // namespace

bool is_site_name(const std::string& name, const PageFacts& facts) {
  constexpr std::size_t kTelling = 5;  // shorter names stand in others by chance
  std::string part = squeezed(name);
  if (part.empty()) return true;
  for (const std::string& known : facts.sites) {
    const std::string site = squeezed(known);
    if (site == part) return true;
    if (part.size() >= kTelling && site.find(part) != std::string::npos) return true;
    if (site.size() >= kTelling && part.find(site) != std::string::npos) return true;
  }
  if (part.starts_with("the") && part.size() > 6) part.erase(0, 3);
  std::string host;
  for (const char c : host_of(facts.origin->url))
    if (c != '-') host += c;
  const std::string label = host.substr(0, host.find('.'));
  if (label.size() >= kTelling && words_of(name).size() <= 4 && part.starts_with(label))
    return true;
  return part.size() >= 3 &&
         (host.starts_with(part) || host.find("." + part + ".") != std::string::npos);
}

std::string without_site(const std::string& title, const PageFacts& facts) {
  std::vector<TitlePart> parts = parts_of(title);
  while (parts.size() > 1 && is_site_name(parts.back().text, facts))
    parts.pop_back();
  while (parts.size() > 1 && is_site_name(parts.front().text, facts))
    parts.erase(parts.begin());
  std::string kept;
  for (const TitlePart& part : parts)
    kept += kept.empty() ? part.text : " " + part.stroke + " " + part.text;
  return kept;
}

PageTitle title_of(const PageFacts& facts) {
  std::vector<std::string> stated;
  for (const std::string& title : {facts.meta.first({"og:title"}), facts.stated("headline"),
                                   facts.meta.first({"twitter:title"}), facts.title_tag,
                                   facts.meta.first({"citation_title", "dc.title", "dcterms.title",
                                                     "parsely-title", "sailthru.title"}),
                                   facts.stated("name")})
    if (!title.empty()) stated.push_back(without_site(title, facts));
  std::vector<std::vector<std::string>> titles(stated.size());
  std::transform(stated.begin(), stated.end(), titles.begin(), plain_words);
  const auto headings = headings_of(facts, titles);
  PageTitle title;
  if (const Heading* headline = headline_of(facts, headings)) {
    title.text = headline->text;
    title.headline = headline->node;
    if (is_all_caps(title.text)) title.text = in_small_letters(title.text, stated);
  } else if (!stated.empty()) {
    title.text = without_last_name(stated.front());
    title.headline = node_showing(facts, titles);
  }
  title.text = prefix_utf8(title.text, kLongestTitle);
  return title;
}

}  // namespace recto::reader
