#include "tools/reader/html/published.h"

#include <algorithm>
#include <array>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/html/names.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongestDateLine = 120;

/// Bytes of text between a headline and a date that belongs to it.
constexpr std::size_t kDateReach = 1'500;
constexpr std::size_t kRightBelow = 300;

/// "03/05/2021" is 5 March where English is spoken, but for most of the Commonwealth.
DateOrder order_of(const std::string& language) {
  static constexpr std::array<std::string_view, 8> kDayFirst{"en-GB", "en-AU", "en-NZ", "en-IE",
                                                             "en-IN", "en-ZA", "en-SG", "en-HK"};
  const bool day_first = !language.starts_with("en") ||
                         std::find(kDayFirst.begin(), kDayFirst.end(), language) != kDayFirst.end();
  return day_first ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

std::string stated_by_things(const PageFacts& facts, DateOrder order) {
  for (const char* name : {"datePublished", "dateCreated", "uploadDate"})
    if (const auto date = machine_date(facts.stated(name), order)) return *date;
  if (const Value* value = facts.data->page.find("datePublished"))
    if (const auto date = machine_date(facts.data->text_of(*value, *facts.dom), order))
      return *date;
  return {};
}

std::string stated_by_meta(const PageFacts& facts, DateOrder order) {
  static constexpr std::array<std::string_view, 32> kNames{"article:published_time",
                                                           "article:published",
                                                           "og:published_time",
                                                           "og:article:published_time",
                                                           "datepublished",
                                                           "published-date",
                                                           "publish-date",
                                                           "publishdate",
                                                           "publish_date",
                                                           "publication_date",
                                                           "publication-date",
                                                           "published_date",
                                                           "published_at",
                                                           "published",
                                                           "parsely-pub-date",
                                                           "sailthru.date",
                                                           "dc.date.issued",
                                                           "dcterms.issued",
                                                           "dc.date.created",
                                                           "dcterms.created",
                                                           "dcterms.date",
                                                           "dc.date",
                                                           "citation_publication_date",
                                                           "citation_date",
                                                           "cxenseparse:recs:publishtime",
                                                           "article.published",
                                                           "pubdate",
                                                           "pub_date",
                                                           "originalpublicationdate",
                                                           "article_date_original",
                                                           "date",
                                                           "created"};
  for (const std::string_view name : kNames)
    for (const std::string& content : facts.meta.all(name))
      if (const auto date = machine_date(content, order)) return *date;
  return {};
}

/// "/2019/11/18/" in the address.
std::string in_address(std::string_view url) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    const std::string_view part = url.substr(std::min(at, url.size()), count);
    return part.size() == count && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    if (!digits(at + 1, 4) || at + 5 >= url.size()) continue;
    const char stroke = url[at + 5];
    if ((stroke != '/' && stroke != '-') || !digits(at + 6, 2) || at + 8 >= url.size() ||
        url[at + 8] != stroke || !digits(at + 9, 2))
      continue;
    std::string date(url.substr(at + 1, 10));
    std::replace(date.begin(), date.end(), '/', '-');
    if (const auto found = iso_date(date)) return *found;
  }
  return {};
}

/// What stands between strokes.
std::vector<std::string> segments_of(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kStrokes{"|", "•", "·", "・",
                                                            "-", "–", "—", "//"};
  std::vector<std::string> segments(1);
  for (const std::string_view word : words_of(line)) {
    if (std::find(kStrokes.begin(), kStrokes.end(), word) != kStrokes.end())
      segments.emplace_back();
    else
      segments.back().append(segments.back().empty() ? "" : " ").append(word);
  }
  return segments;
}

/// "First published …", "This article was originally published on 3 May 2019 and is kept up to
/// date."
std::string shown_as_first(const PageFacts& facts, DateOrder order) {
  constexpr std::size_t kLongestLine = 300;
  for (NodeId node = 0; node < facts.dom->size(); ++node) {
    const std::string_view text = trimmed((*facts.dom)[node].text);
    if (text.size() > kLongestLine || facts.place[node] == PageFacts::Place::Outside) continue;
    for (const std::string_view phrase : {"riginally published", "irst published"}) {
      const std::size_t at = text.find(phrase);
      if (at == std::string_view::npos || (at > 1 && !text.starts_with("This "))) continue;
      const std::string line = facts.shown_text_from(node, kLongestLine);
      if (const auto date = find_date(std::string_view(line).substr(line.find(phrase)), order))
        return *date;
    }
  }
  return {};
}

struct DateLine {
  NodeId node = 0;
  std::string date;
  std::size_t distance = 0;
  bool whole = false;    ///< the line is a date and nothing else
  bool changed = false;  ///< "Updated …"
};

class DateLines {
 public:
  DateLines(const PageFacts& facts, std::optional<NodeId> headline, DateOrder order)
      : facts_(&facts), headline_(headline), order_(order) {
    find();
  }

  /// The date nearest to the headline, within `reach` bytes of text.
  [[nodiscard]] std::string nearest(std::size_t reach, bool changed = false) const {
    const DateLine* best = nullptr;
    for (const DateLine& line : lines_)
      if (line.changed == changed && line.distance <= reach &&
          (best == nullptr || line.distance < best->distance))
        best = &line;
    return best == nullptr ? std::string() : best->date;
  }

  /// The one date that <time> elements tell, wherever they stand: below the article, too.
  [[nodiscard]] std::string only_time() const {
    std::string only;
    const Dom& dom = *facts_->dom;
    for (NodeId node = 0; node < dom.size(); ++node) {
      if (dom[node].tag != GUMBO_TAG_TIME || facts_->place[node] == PageFacts::Place::Outside ||
          is_of_change(node) || tells_of_change(label_before(node)))
        continue;
      const auto date = machine_date(dom.attribute(node, "datetime"), order_);
      if (!date || (!only.empty() && only != *date)) return {};
      only = *date;
    }
    return only;
  }

  [[nodiscard]] std::vector<NodeId> lines() const {
    std::vector<NodeId> nodes;
    for (const DateLine& line : lines_)
      if (line.whole) nodes.push_back(line.node);
    return nodes;
  }

 private:
  void find() {
    const Dom& dom = *facts_->dom;
    for (NodeId node = 1; node < dom.size();) {
      const bool taken = take(node);
      node = taken ? dom[node].end : node + 1;
    }
  }

  bool take(NodeId node) {
    const Dom& dom = *facts_->dom;
    const std::size_t length = facts_->length(node);
    const std::size_t distance = facts_->distance(node, headline_);
    if (length == 0 || length > kLongestDateLine || distance > kDateReach ||
        !facts_->may_be_byline(node, headline_))
      return false;
    DateLine line{node, {}, distance};
    const std::string text = facts_->shown_text(node);
    const bool time = dom[node].tag == GUMBO_TAG_TIME;
    if (!time && text.find_first_of("0123456789") == std::string::npos) return false;
    line.whole = iso_date(text, order_).has_value();
    if (time) line.date = machine_date(dom.attribute(node, "datetime"), order_).value_or("");
    if (line.date.empty()) read_segments(text, is_for_dates(node), line);
    if (line.date.empty()) return false;
    line.changed = line.changed || is_of_change(node) || tells_of_change(label_before(node)) ||
                   (line.whole && tells_of_change(text));
    lines_.push_back(std::move(line));
    return true;
  }

  /// A part between strokes that is a date, or holds one in an element that is for dates; one that
  /// does not tell of a change, if there is one.
  void read_segments(std::string_view text, bool for_dates, DateLine& line) const {
    bool label = false;  // "Updated:" on a line of its own
    for (const std::string& segment : segments_of(text)) {
      auto date = iso_date(segment, order_);
      if (!date && for_dates) date = find_date(segment, order_);
      if (!date) {
        label = tells_of_change(segment);
        continue;
      }
      const bool changed = label || (tells_of_change(segment) && !find_date(segment, order_));
      if (line.date.empty() || !changed) {
        line.date = *date;
        line.changed = changed;
      }
      if (!changed) return;
    }
  }

  /// The text right before a node in its parent: "Updated:". Empty when that has a date of its own.
  [[nodiscard]] std::string label_before(NodeId node) const {
    constexpr NodeId kMostNodes = 30;
    const Dom& dom = *facts_->dom;
    const NodeId parent = dom[node].parent;
    if (facts_->length(parent) > 2 * kLongestDateLine) return {};
    for (NodeId at = node; at-- > parent + 1 && node - at <= kMostNodes;) {
      const std::string_view text = trimmed(dom[at].text);
      if (text.empty()) continue;
      const bool dated = text.find_first_of("0123456789") != std::string_view::npos;
      return dated ? std::string() : std::string(text);
    }
    return {};
  }

  /// "entry-date updated", dateModified.
  [[nodiscard]] bool is_of_change(NodeId node) const {
    const auto says_change = [&](NodeId at) {
      const std::string said = fold_case(std::string(facts_->dom->attribute(at, "class")) + " " +
                                         std::string(facts_->dom->attribute(at, "itemprop")));
      const bool change =
          said.find("updated") != std::string::npos || said.find("modified") != std::string::npos;
      return change && said.find("publish") == std::string::npos;
    };
    return says_change(node) || says_change((*facts_->dom)[node].parent);
  }

  [[nodiscard]] bool is_for_dates(NodeId node) const {
    return (facts_->names[node] & (bit(Name::Time) | bit(Name::Byline) | bit(Name::Meta))) != 0;
  }

  const PageFacts* facts_;
  std::optional<NodeId> headline_;
  DateOrder order_;
  std::vector<DateLine> lines_;
};

}  // namespace

PageDate date_of(const PageFacts& facts, std::optional<NodeId> headline,
                 const std::string& language) {
  const DateOrder order = order_of(language);
  const DateLines lines(facts, headline, order);
  PageDate date;
  date.lines = lines.lines();
  for (const std::string& found :
       {shown_as_first(facts, order), lines.nearest(kRightBelow), stated_by_things(facts, order),
        stated_by_meta(facts, order), lines.nearest(kDateReach), lines.only_time(),
        in_address(facts.origin->url), lines.nearest(kDateReach, true)}) {
    if (found.empty()) continue;
    date.published = found;
    break;
  }
  return date;
}

}  // namespace recto::reader
