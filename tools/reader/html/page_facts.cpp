#include "tools/reader/html/page_facts.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <unordered_map>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/html/names.h"
#include "tools/reader/shape.h"
#include "tools/reader/url.h"

namespace recto::reader {
namespace {

bool is_html(const Dom& dom, NodeId node) {
  return dom[node].element != nullptr && dom[node].element->tag_namespace == GUMBO_NAMESPACE_HTML;
}

std::string title_tag_of(const Dom& dom) {
  for (NodeId node = 0; node < dom.size(); ++node)
    if (dom[node].tag == GUMBO_TAG_TITLE && is_html(dom, node))
      return plain_text(dom.text_of(node));
  return {};
}

bool is_unseen(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOSCRIPT ||
         tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_SVG ||
         tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_SELECT;
}

/// Elements whose text stands apart from what is around it.
bool ends_line(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ADDRESS: return true;
    default: return false;
  }
}

std::vector<std::size_t> offsets_of(const Dom& dom) {
  std::vector<std::size_t> offset(dom.size() + 1);
  std::size_t bytes = 0;
  for (NodeId node = 0; node < dom.size();) {
    offset[node] = bytes;
    if (!dom[node].is_text() && is_unseen(dom[node].tag)) {
      std::fill(offset.begin() + node, offset.begin() + dom[node].end, bytes);
      node = dom[node].end;
      continue;
    }
    bytes += trimmed(dom[node].text).size();
    ++node;
  }
  offset[dom.size()] = bytes;
  return offset;
}

using Place = PageFacts::Place;

std::vector<Names> names_of(const Dom& dom) {
  std::vector<Names> names(dom.size());
  std::unordered_map<std::string_view, Names> known;  // most elements share their classes
  const auto named = [&](std::string_view attribute) -> Names {
    if (attribute.empty()) return 0;
    const auto [found, fresh] = known.emplace(attribute, 0);
    if (fresh) found->second = names_in(attribute);
    return found->second;
  };
  for (NodeId node = 0; node < dom.size(); ++node)
    if (!dom[node].is_text())
      names[node] = named(dom.attribute(node, "class")) | named(dom.attribute(node, "id"));
  return names;
}

Place own_place(const Dom& dom, NodeId node, Names names) {
  if (dom[node].is_text()) return Place::Main;
  const GumboTag tag = dom[node].tag;
  if (is_unseen(tag) || tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FORM) return Place::Outside;
  if (tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FIGURE) return Place::Aside;
  constexpr Names kOutside = bit(Name::Comment) | bit(Name::Embed);
  constexpr Names kAside = bit(Name::Related) | bit(Name::Sidebar) | bit(Name::Footer) |
                           bit(Name::Promo) | bit(Name::Ad) | bit(Name::Navigation);
  if ((names & bit(Name::Byline)) != 0 && (names & bit(Name::Comment)) == 0) return Place::Main;
  if ((names & kOutside) != 0) return Place::Outside;
  return (names & kAside) != 0 ? Place::Aside : Place::Main;
}

std::vector<Place> places_of(const Dom& dom, const std::vector<Names>& names) {
  std::vector<Place> place(dom.size());
  NodeId h1 = 0;
  while (h1 < dom.size() && dom[h1].tag != GUMBO_TAG_H1)
    ++h1;
  for (NodeId node = 1; node < dom.size(); ++node) {
    const bool keeps_h1 = h1 < dom.size() && dom.holds(node, h1);
    if (!keeps_h1)
      place[node] = std::max(place[dom[node].parent], own_place(dom, node, names[node]));
  }
  return place;
}

/// The types of things that are a page's main content, closest first.
int rank_of(const Thing& thing) {
  static constexpr std::array<std::string_view, 9> kOthers{
      "Report", "Recipe", "HowTo",   "Guide",       "MedicalWebPage",
      "Course", "Review", "FAQPage", "CreativeWork"};
  int rank = 0;
  for (const std::string& type : thing.types) {
    if (type.ends_with("Article") || type.ends_with("Posting")) return 3;
    if (std::find(kOthers.begin(), kOthers.end(), type) != kOthers.end()) rank = 2;
    if (rank == 0 && (type == "WebPage" || type == "ItemPage" || type == "CollectionPage"))
      rank = 1;
  }
  return rank;
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  const std::string folded = fold_case(without_accents(text));
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (u_isalnum(static_cast<UChar32>(c)) != 0)
      append_utf8(words.back(), c);
    else if (c != U'\'' && !words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

namespace {

/// Whether what a thing says is about this page: its headline is in the page's titles, or its
/// address is the page's.
bool is_about_page(const Thing& thing, const PageFacts& facts,
                   const std::vector<std::vector<std::string>>& titles) {
  for (const char* name : {"headline", "name", "alternativeHeadline"}) {
    const Value* value = thing.find(name);
    if (value == nullptr) continue;
    const auto words = plain_words(facts.data->text_of(*value, *facts.dom));
    if (words.size() < 2) continue;
    for (const auto& title : titles)
      if (std::search(title.begin(), title.end(), words.begin(), words.end()) != title.end())
        return true;
  }
  return false;
}

const Thing* article_of(const PageFacts& facts) {
  std::vector<std::vector<std::string>> titles{plain_words(facts.title_tag),
                                               plain_words(facts.meta.first({"og:title"}))};
  for (NodeId node = 0; node < facts.dom->size(); ++node)
    if ((*facts.dom)[node].tag == GUMBO_TAG_H1 && titles.size() < 10)
      titles.push_back(plain_words(facts.dom->text_of(node)));
  const Thing* best = nullptr;
  int best_score = 0;
  constexpr std::size_t kMostLooks = 200;
  std::size_t looks = 0;
  for (const Thing& thing : facts.data->things) {
    const int rank = rank_of(thing);
    if (rank == 0 || ++looks > kMostLooks) continue;
    // A list of posts states many articles: those of the markup must be about this page.
    const bool about = is_about_page(thing, facts, titles);
    const int score = rank * 2 + (about ? 3 : 0) + (thing.node ? 0 : 1);
    if (thing.node && !about && rank < 3) continue;
    if (score > best_score) {
      best = &thing;
      best_score = score;
    }
  }
  return best;
}

/// "The Harbour | News of the coast" → "The Harbour"; of several parts the one like the host.
std::string without_slogan(const std::string& site, const std::string& host) {
  std::vector<std::string> parts(1);
  for (const std::string_view word : words_of(site)) {
    if (word == "|" || word == "-" || word == "–" || word == "—" || word == "·" || word == "•")
      parts.emplace_back();
    else
      parts.back().append(parts.back().empty() ? "" : " ").append(word);
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  for (const std::string& part : parts) {
    const auto words = plain_words(part);
    if (!words.empty() && words[0].size() >= 4 && host.find(words[0]) != std::string::npos)
      return part;
  }
  return parts.empty() ? std::string() : parts.front();
}

bool says_nothing(const std::string& site) {
  static constexpr std::array<std::string_view, 7> kNothing{
      "home", "homepage", "home page", "blog", "website", "my site", "startseite"};
  return std::find(kNothing.begin(), kNothing.end(), fold_case(site)) != kNothing.end();
}

std::vector<std::string> sites_of(const PageFacts& facts) {
  std::vector<std::string> sites;
  const std::string host = host_of(facts.origin->url);
  const auto add = [&](const std::string& whole) {
    std::string site = without_slogan(whole, host);
    if (!site.empty() && site.size() <= 100 && !says_nothing(site) &&
        std::find(sites.begin(), sites.end(), site) == sites.end())
      sites.push_back(std::move(site));
  };
  add(facts.meta.first({"og:site_name"}));
  add(facts.stated("publisher"));
  for (const Thing& thing : facts.data->things)
    if (thing.is("WebSite") && sites.size() < 5)
      if (const Value* name = thing.find("name")) add(facts.data->text_of(*name, *facts.dom));
  add(facts.meta.first({"application-name", "apple-mobile-web-app-title", "publisher",
                        "dc.publisher", "citation_journal_title"}));
  return sites;
}

}  // namespace

PageFacts::PageFacts(const Dom& page, const StructuredData& stated, const Origin& from)
    : dom(&page),
      data(&stated),
      origin(&from),
      meta(page),
      title_tag(title_tag_of(page)),
      offset(offsets_of(page)),
      names(names_of(page)),
      place(places_of(page, names)) {
  article = article_of(*this);
  sites = sites_of(*this);
}

std::string PageFacts::stated(std::string_view property) const {
  if (article == nullptr) return {};
  const Value* value = article->find(property);
  return value == nullptr ? std::string() : data->text_of(*value, *dom);
}

std::size_t PageFacts::length(NodeId node) const {
  return offset[(*dom)[node].end] - offset[node];
}

std::size_t PageFacts::distance(NodeId node, std::optional<NodeId> headline) const {
  if (!headline) return offset[node];
  const std::size_t from = offset[(*dom)[*headline].end];
  const std::size_t to = offset[node];
  return to >= from ? to - from : 3 * (from - to);
}

bool PageFacts::may_be_byline(NodeId node, std::optional<NodeId> headline) const {
  if (headline && (dom->holds(*headline, node) || dom->holds(node, *headline))) return false;
  constexpr std::size_t kRightBelow = 300;
  return place[node] == Place::Main ||
         (place[node] == Place::Aside && headline && distance(node, headline) < kRightBelow);
}

std::string PageFacts::shown_text(NodeId node) const {
  return shown_text(node, (*dom)[node].end, std::string::npos, Strokes::Lines);
}

std::string PageFacts::parted_text(NodeId node) const {
  return shown_text(node, (*dom)[node].end, std::string::npos, Strokes::Elements);
}

std::string PageFacts::shown_text_from(NodeId node, std::size_t bytes) const {
  return std::string(prefix_utf8(shown_text(node, dom->size(), bytes, Strokes::Lines), bytes));
}

std::string PageFacts::shown_text(NodeId begin, NodeId end, std::size_t bytes,
                                  Strokes strokes) const {
  const auto parts = [&](GumboTag tag) { return strokes == Strokes::Elements || ends_line(tag); };
  std::string text;
  NodeId last = begin;  // the text node before
  bool line_ended = false;
  for (NodeId at = begin; at < end && text.size() < bytes;) {
    if (!(*dom)[at].is_text()) {
      line_ended = line_ended || parts((*dom)[at].tag);
      at = is_unseen((*dom)[at].tag) ? (*dom)[at].end : at + 1;
      continue;
    }
    const std::string_view piece = trimmed((*dom)[at].text);
    if (!piece.empty()) {
      for (NodeId up = (*dom)[last].parent; !dom->holds(up, at); up = (*dom)[up].parent)
        line_ended = line_ended || parts((*dom)[up].tag);
      text.append(text.empty() ? "" : line_ended ? " | " : " ").append(piece);
      line_ended = false;
      last = at;
    }
    ++at;
  }
  return one_line(text);
}

}  // namespace recto::reader
