#include "tools/reader/html/metadata.h"

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/html/authors.h"
#include "tools/reader/html/page_facts.h"
#include "tools/reader/html/published.h"
#include "tools/reader/html/title.h"
#include "tools/reader/shape.h"
#include "tools/reader/url.h"

namespace recto::reader {
namespace {

constexpr std::size_t kLongestText = 300;

/// "en_US" → "en-US", "EN" → "en"; empty for what is no language ("lang", "utf-8", "x").
std::string language_tag(std::string_view tag) {
  tag = trimmed(tag.substr(0, tag.find_first_of(",;. ")));
  if (tag.size() < 2 || tag.size() > 35) return {};
  UErrorCode error = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::createCanonical(std::string(tag).c_str());
  // Only languages that ICU has a name for are languages.
  icu::UnicodeString name;
  locale.getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string english;
  name.toUTF8String(english);
  const std::string language = locale.getLanguage();
  if (language.empty() || english == language || language == "und" || language == "mul") return {};
  const auto canonical = locale.toLanguageTag<std::string>(error);
  return U_SUCCESS(error) == 0 || canonical == "und" ? std::string() : canonical;
}

std::string language_of(const PageFacts& facts) {
  const Dom& dom = *facts.dom;
  for (const std::string& said :
       {std::string(dom.attribute(0, "lang")), std::string(dom.attribute(0, "xml:lang")),
        facts.meta.first({"content-language"}), facts.stated("inLanguage"),
        facts.meta.first({"og:locale", "dc.language", "dcterms.language", "language"})})
    if (std::string tag = language_tag(said); !tag.empty()) return tag;
  return {};
}

std::string canonical_link(const Dom& dom) {
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom[node].tag != GUMBO_TAG_LINK) continue;
    for (const std::string_view word : words_of(dom.attribute(node, "rel")))
      if (fold_case(word) == "canonical") return std::string(dom.attribute(node, "href"));
  }
  return {};
}

std::string url_of(const PageFacts& facts) {
  std::string base = resolve_url(facts.origin->url, facts.origin->url);
  for (const std::string& url : {canonical_link(*facts.dom), facts.meta.first({"og:url"})}) {
    std::string resolved = resolve_url(base, url);
    // Templates name the front page as the canonical one of each page, or a path as a host.
    const std::string host = host_of(resolved);
    const bool front = resolved.ends_with(host + "/") && base.size() > resolved.size();
    if (host.find('.') != std::string::npos && !front) return resolved;
  }
  return base;
}

/// At most kLongestText bytes, without what no text shows.
std::string clean(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const auto type = u_charType(static_cast<UChar32>(c));
    if (type != U_CONTROL_CHAR && type != U_FORMAT_CHAR && type != U_UNASSIGNED)
      append_utf8(kept, c);
  }
  return std::string(trimmed(prefix_utf8(kept, kLongestText)));
}

}  // namespace

Metadata read_metadata(const Dom& dom, const StructuredData& data, const Origin& origin) {
  const PageFacts facts(dom, data, origin);
  Metadata metadata;
  metadata.language = language_of(facts);
  metadata.url = url_of(facts);
  metadata.site = clean(facts.sites.empty() ? host_of(metadata.url) : facts.sites.front());
  PageTitle title = title_of(facts);
  metadata.title = clean(title.text);
  metadata.headline = title.headline;
  PageAuthors authors = authors_of(facts, title.headline);
  for (const std::string& name : authors.names)
    if (std::string cleaned = clean(name); !cleaned.empty())
      metadata.authors.push_back(std::move(cleaned));
  PageDate date = date_of(facts, title.headline, metadata.language);
  metadata.published = std::move(date.published);
  metadata.bylines = std::move(authors.bylines);
  metadata.bylines.insert(metadata.bylines.end(), date.lines.begin(), date.lines.end());
  std::sort(metadata.bylines.begin(), metadata.bylines.end());
  return metadata;
}

}  // namespace recto::reader
