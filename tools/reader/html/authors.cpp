#include "tools/reader/html/authors.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/html/names.h"
#include "tools/reader/html/people.h"
#include "tools/reader/html/title.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongestByline = 300;
constexpr std::size_t kMostAuthors = 50;

/// Bytes of text between a headline and a byline that belongs to it.
constexpr std::size_t kBylineReach = 1'500;
constexpr std::size_t kRightBelow = 300;
constexpr std::size_t kLineReach = 400;  ///< for lines that only their words tell

/// Bytes of text that are looked at behind "By".
constexpr std::size_t kBylineText = 120;

using People = std::vector<std::string>;

void append_new(People& people, People more) {
  for (std::string& name : more)
    if (people.size() < kMostAuthors &&
        std::find(people.begin(), people.end(), name) == people.end())
      people.push_back(std::move(name));
}

/// What is stated as the author: people, and names of organisations or the site.
struct Stated {
  People people;
  People organizations;
};

void add_stated(const std::string& name, bool organization, const PageFacts& facts,
                Stated& stated) {
  if (organization || is_site_name(name, facts)) {
    if (!name.empty() && name.size() <= 80 && name.find_first_of("/@") == std::string::npos)
      append_new(stated.organizations, {name});
  } else {
    append_new(stated.people, people_in(name, Naming::Stated));
  }
}

void add_value(const Value& value, const PageFacts& facts, Stated& stated) {
  const std::optional<NodeId> node =
      value.thing ? facts.data->things[*value.thing].node : value.node;
  if (node && facts.place[*node] == PageFacts::Place::Outside) return;  // who wrote a comment
  if (!value.thing) {
    add_stated(facts.data->text_of(value, *facts.dom), false, facts, stated);
    return;
  }
  const Thing& thing = facts.data->things[*value.thing];
  const bool organization = thing.is("Organization") || thing.is("NewsMediaOrganization") ||
                            thing.is("Corporation") || thing.is("LocalBusiness");
  for (const Value* name : thing.all("name"))
    if (!name->thing)
      add_stated(facts.data->text_of(*name, *facts.dom), organization, facts, stated);
}

Stated stated_by_things(const PageFacts& facts) {
  Stated stated;
  if (facts.article == nullptr) return stated;
  for (const char* property : {"author", "creator"}) {
    for (const Value* value : facts.article->all(property))
      if (stated.people.size() < kMostAuthors) add_value(*value, facts, stated);
    if (!stated.people.empty()) break;
  }
  return stated;
}

Stated stated_by_meta(const PageFacts& facts) {
  static constexpr std::array<std::string_view, 17> kNames{"author",
                                                           "article:author",
                                                           "parsely-author",
                                                           "sailthru.author",
                                                           "citation_author",
                                                           "dc.creator",
                                                           "dcterms.creator",
                                                           "dc.creator.personalname",
                                                           "og:article:author",
                                                           "article.author",
                                                           "og:author",
                                                           "byl",
                                                           "cxenseparse:author",
                                                           "shareaholic:article_author_name",
                                                           "authors",
                                                           "author_name",
                                                           "rbauthors"};
  Stated stated;
  for (const std::string_view name : kNames) {
    for (const std::string& author : facts.meta.all(name))
      add_stated(author, false, facts, stated);
    if (!stated.people.empty()) return stated;
  }
  for (const auto& [label, data] : {std::pair{"twitter:label1", "twitter:data1"},
                                    std::pair{"twitter:label2", "twitter:data2"}}) {
    const std::string said = fold_case(facts.meta.first({label}));
    if (said == "written by" || said == "author" || said == "by")
      add_stated(facts.meta.first({data}), false, facts, stated);
  }
  return stated;
}

bool has_token(std::string_view tokens, std::string_view token) {
  const auto words = words_of(tokens);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return fold_case(word) == token; });
}

/// Addresses of pages about people.
bool leads_to_author(const Dom& dom, NodeId link) {
  if (has_token(dom.attribute(link, "rel"), "author")) return true;
  const std::string address = fold_case(dom.attribute(link, "href").substr(0, 500));
  static constexpr std::array<std::string_view, 15> kFolders{
      "/author",  "/people/",   "/staff",  "/profile", "/contributor",
      "/by/",     "/writer",    "/autor",  "/auteur",  "/bio/",
      "/experts", "/columnist", "/users/", "/team/",   "/u/"};
  return std::any_of(kFolders.begin(), kFolders.end(), [&](std::string_view folder) {
    return address.find(folder) != std::string::npos;
  });
}

/// Openings that only bylines have.
bool opens_byline(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kOpenings{
      "written by", "article by", "article written by", "authored by",
      "words by",   "story by",   "post written by",    "this article was written by"};
  if (std::string_view("WwAaSsPpTt").find(text[0]) == std::string_view::npos) return false;
  const std::string folded = fold_case(text.substr(0, std::min<std::size_t>(text.size(), 40)));
  return std::any_of(kOpenings.begin(), kOpenings.end(),
                     [&](std::string_view opening) { return folded.starts_with(opening); });
}

/// An element for the name alone: "author-name", "fn".
bool holds_name(const Dom& dom, NodeId node) {
  const std::string classes = fold_case(dom.attribute(node, "class"));
  return has_token(classes, "fn") || has_token(dom.attribute(node, "itemprop"), "name") ||
         classes.find("author-name") != std::string::npos ||
         classes.find("author_name") != std::string::npos ||
         classes.find("author__name") != std::string::npos ||
         classes.find("authorname") != std::string::npos ||
         classes.find("byline-name") != std::string::npos ||
         classes.find("byline__name") != std::string::npos;
}

/// The people whom parts of a byline name, as long as no "Edited by" stands before them.
template <class Holds>
People people_in_parts(const Dom& dom, NodeId byline, Holds holds) {
  People people;
  std::string_view before;
  for (NodeId node = byline; node < dom[byline].end;) {
    if (dom[node].is_text()) {
      // "and" between two names changes nothing.
      if (const std::string_view text = trimmed(dom[node].text); text.size() > 4) before = text;
    } else if (holds(node)) {
      if (!names_others(before)) append_new(people, people_in(dom.text_of(node), Naming::Byline));
      node = dom[node].end;
      continue;
    }
    ++node;
  }
  return people;
}

People people_of_byline(const PageFacts& facts, NodeId node) {
  const Dom& dom = *facts.dom;
  const std::string text = facts.shown_text(node);
  if (names_others(text)) return {};
  People people = people_in_parts(
      dom, node, [&](NodeId at) { return dom[at].tag == GUMBO_TAG_A && leads_to_author(dom, at); });
  if (people.empty())
    people = people_in_parts(dom, node, [&](NodeId at) { return holds_name(dom, at); });
  if (people.empty()) people = people_in(text, Naming::Byline);
  // "Mary Roe Senior Writer" in two elements of one line.
  const bool odd =
      people.size() <= 1 && std::all_of(people.begin(), people.end(), [](const auto& name) {
        const auto words = words_of(name);
        return std::count_if(words.begin(), words.end(), begins_upper) > 3;
      });
  if (odd)
    if (People parted = people_in(facts.parted_text(node), Naming::Byline); !parted.empty())
      people = std::move(parted);
  return people;
}

/// A sign for a person right before a text: <i class="icon-user">.
bool has_person_icon(const Dom& dom, NodeId text) {
  for (NodeId at = text; at > 0 && text - at < 4; --at) {
    const NodeId before = at - 1;
    if (dom[before].is_text()) {
      if (!trimmed(dom[before].text).empty()) return false;
      continue;
    }
    if (dom.holds(before, text)) continue;
    const std::string classes = fold_case(dom.attribute(before, "class"));
    return classes.find("person") != std::string::npos || classes.find("user") != std::string::npos;
  }
  return false;
}

/// "The Harbour Staff", "Editorial Team".
bool is_staff(const std::string& name) {
  static constexpr std::array<std::string_view, 9> kStaff{"staff",     "team",      "editors",
                                                          "editorial", "desk",      "redaktion",
                                                          "redaccion", "redazione", "contributors"};
  const auto words = plain_words(name);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::find(kStaff.begin(), kStaff.end(), word) != kStaff.end();
  });
}

/// A byline where it stands.
struct Byline {
  NodeId node = 0;
  People people;
  std::size_t distance = 0;  ///< bytes of text between the headline and it
  bool marked = false;       ///< its markup, not its words, tells that it is one
};

class Bylines {
 public:
  Bylines(const PageFacts& facts, std::optional<NodeId> headline)
      : facts_(&facts), dom_(facts.dom), headline_(headline) {
    for (NodeId node = 0; node < dom_->size(); ++node)
      if ((*dom_)[node].tag == GUMBO_TAG_IMG) add_portrait(dom_->attribute(node, "alt"));
    find();
  }

  /// The nearest to the headline; marked ones before others.
  [[nodiscard]] const Byline* nearest() const {
    const Byline* best = nullptr;
    for (const Byline& byline : found_) {
      if (byline.distance > kBylineReach) continue;
      if (best == nullptr ||
          std::pair(!byline.marked, byline.distance) < std::pair(!best->marked, best->distance))
        best = &byline;
    }
    return best;
  }

  /// The people of boxes about the author, wherever they stand; empty when they differ.
  [[nodiscard]] People agreed() const {
    People people;
    for (const Byline& byline : found_) {
      if (!byline.marked) continue;
      if (people.empty()) people = byline.people;
      if (people != byline.people) return {};
    }
    return people;
  }

  /// The site's own name where a byline shows it.
  [[nodiscard]] const People& staff() const { return staff_; }

  [[nodiscard]] std::vector<NodeId> near() const {
    std::vector<NodeId> nodes;
    for (const Byline& byline : found_)
      if (byline.distance <= kBylineReach) nodes.push_back(byline.node);
    return nodes;
  }

 private:
  /// "Headshot of Mary Roe", "Mary Roe's avatar".
  void add_portrait(std::string_view alt) {
    if (alt.empty() || alt.size() > 80) return;
    std::string name = fold_case(alt);
    for (const std::string_view opening :
         {"headshot of ", "photo of ", "picture of ", "portrait of ", "avatar of ", "avatar for ",
          "image of ", "author "})
      if (name.starts_with(opening)) name.erase(0, opening.size());
    for (const std::string_view ending :
         {"'s avatar", "'s profile picture", "'s photo", " avatar", " headshot"})
      if (name.ends_with(ending)) name.erase(name.size() - ending.size());
    if (name.find(' ') != std::string::npos) portraits_.insert(std::move(name));
  }

  void find() {
    for (NodeId node = 1; node < dom_->size();) {
      const bool taken = (*dom_)[node].is_text() ? take_line(node) : take_marked(node);
      node = taken ? std::max(node + 1, (*dom_)[found_.back().node].end) : node + 1;
    }
  }

  /// An element that its names or links say is a byline.
  bool take_marked(NodeId node) {
    const std::size_t length = facts_->length(node);
    if (length == 0 || length > kLongestByline) return false;
    const bool marked = (facts_->names[node] & bit(Name::Byline)) != 0 ||
                        has_token(dom_->attribute(node, "itemprop"), "author") ||
                        has_token(dom_->attribute(node, "rel"), "author");
    return marked && facts_->may_be_byline(node, headline_) &&
           add(node, people_of_byline(*facts_, node), true);
  }

  /// A line that begins with "By" near the headline, or with "Written by" anywhere.
  bool take_line(NodeId node) {
    const std::string_view text = trimmed((*dom_)[node].text);
    if (text.empty() || !facts_->may_be_byline(node, headline_)) return false;
    const bool near = facts_->distance(node, headline_) <= kLineReach;
    const bool opens = opens_byline(text);
    if (!opens && !near) return false;
    People people = people_in(facts_->shown_text_from(node, kBylineText), Naming::Free);
    if (people.empty() && headline_ &&
        (portraits_.contains(fold_case(text)) || has_person_icon(*dom_, node)))
      people = people_in(text, Naming::Byline);
    if (people.empty()) return false;
    NodeId line = node;
    for (NodeId up = (*dom_)[node].parent; facts_->offset[up] == facts_->offset[node] &&
                                           facts_->length(up) <= kLongestByline / 2 && up != line;
         up = (*dom_)[up].parent)
      line = up;
    return add(line, std::move(people), opens);
  }

  bool add(NodeId node, People people, bool marked) {
    for (const std::string& name : people)
      if (marked && staff_.empty() && is_site_name(name, *facts_)) staff_ = {name};
    std::erase_if(people, [&](const std::string& name) { return is_site_name(name, *facts_); });
    if (people.empty()) return false;
    found_.push_back({node, std::move(people), facts_->distance(node, headline_), marked});
    return true;
  }

  const PageFacts* facts_;
  const Dom* dom_;
  std::optional<NodeId> headline_;
  std::vector<Byline> found_;
  People staff_;
  std::set<std::string> portraits_;  ///< what pictures are called, folded
};

/// "jroe", "q_admin": what a person signs in with.
bool is_user_name(const People& people) {
  return people.size() == 1 && words_of(people[0]).size() == 1 &&
         (begins_lower(people[0]) || people[0].find_first_of("_0123456789") != std::string::npos);
}

/// Words that two names share.
std::size_t shared_words(const std::string& a, const std::string& b) {
  const auto words = plain_words(a);
  std::size_t shared = 0;
  for (const std::string& word : plain_words(b))
    if (std::find(words.begin(), words.end(), word) != words.end()) ++shared;
  return shared;
}

/// Whether a byline right below the headline knows better: it names quite other people, by full
/// names, as pages often state who has put a guest's article into the system; or all who are stated
/// and more.
bool knows_better(const Byline& byline, const People& stated) {
  if (!byline.marked || byline.distance > kRightBelow) return false;
  const bool full = std::all_of(byline.people.begin(), byline.people.end(), [](const auto& name) {
    return plain_words(name).size() >= 2 && !is_staff(name);
  });
  std::size_t most = 0, least = 9;
  for (const std::string& name : stated) {
    std::size_t shared = 0;
    for (const std::string& other : byline.people)
      shared = std::max(shared, shared_words(name, other));
    most = std::max(most, shared);
    least = std::min(least, shared);
  }
  return full && (most == 0 || (least >= 2 && byline.people.size() > stated.size()));
}

}  // namespace

PageAuthors authors_of(const PageFacts& facts, std::optional<NodeId> headline) {
  const Bylines bylines(facts, headline);
  PageAuthors authors;
  authors.bylines = bylines.near();
  const Stated things = stated_by_things(facts);
  const Stated meta = stated_by_meta(facts);
  const Byline* nearest = bylines.nearest();
  const People shown = nearest != nullptr ? nearest->people : bylines.agreed();
  const People& stated = things.people.empty() ? meta.people : things.people;
  const bool shown_counts = stated.empty() || (!shown.empty() && is_user_name(stated)) ||
                            (nearest != nullptr && knows_better(*nearest, stated));
  authors.names = shown_counts ? shown : stated;
  for (const People& others : {stated, things.organizations, meta.organizations, bylines.staff()})
    if (authors.names.empty()) authors.names = others;
  return authors;
}

}  // namespace recto::reader
