#include "tools/reader/html/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "content/base/ascii.h"

namespace recto::reader {
namespace {

struct Word {
  std::string_view word;
  Name name;
};

/// Whole words, without a plural's s.
constexpr Word kWords[] = {
    {"post", Name::Post},
    {"entry", Name::Post},
    {"article", Name::Post},
    {"story", Name::Post},
    {"hentry", Name::Post},
    {"news", Name::Post},
    {"reply", Name::Comment},
    {"respond", Name::Comment},
    {"disqus", Name::Comment},
    {"discussion", Name::Comment},
    {"thread", Name::Comment},
    {"kommentar", Name::Comment},
    {"teaser", Name::Related},
    {"card", Name::Layout},
    {"more", Name::Related},
    {"also", Name::Related},
    {"latest", Name::Related},
    {"popular", Name::Related},
    {"trending", Name::Related},
    {"outbrain", Name::Related},
    {"taboola", Name::Related},
    {"zergnet", Name::Related},
    {"similar", Name::Related},
    {"suggested", Name::Related},
    {"upnext", Name::Related},
    {"most", Name::Related},
    {"river", Name::Layout},
    {"grid", Name::Layout},
    {"listing", Name::Layout},
    {"further", Name::Related},
    {"promo", Name::Promo},
    {"promotion", Name::Promo},
    {"newsletter", Name::Promo},
    {"signup", Name::Promo},
    {"upsell", Name::Promo},
    {"cta", Name::Promo},
    {"marketing", Name::Promo},
    {"optin", Name::Promo},
    {"mailchimp", Name::Promo},
    {"donate", Name::Promo},
    {"donation", Name::Promo},
    {"app", Name::Promo},
    {"ad", Name::Ad},
    {"dfp", Name::Ad},
    {"gpt", Name::Ad},
    {"adsense", Name::Ad},
    {"adslot", Name::Ad},
    {"adunit", Name::Ad},
    {"commercial", Name::Ad},
    {"affiliate", Name::Ad},
    {"partner", Name::Ad},
    {"share", Name::Share},
    {"sharing", Name::Share},
    {"social", Name::Share},
    {"addthis", Name::Share},
    {"sharedaddy", Name::Share},
    {"follow", Name::Share},
    {"facebook", Name::Share},
    {"whatsapp", Name::Share},
    {"like", Name::Share},
    {"byline", Name::Byline},
    {"author", Name::Byline},
    {"avatar", Name::Byline},
    {"bio", Name::Byline},
    {"contributor", Name::Byline},
    {"writer", Name::Byline},
    {"journalist", Name::Byline},
    {"profile", Name::Byline},
    {"vcard", Name::Byline},
    {"biography", Name::Byline},
    {"autor", Name::Byline},
    {"reporter", Name::Byline},
    {"date", Name::Time},
    {"dateline", Name::Time},
    {"time", Name::Time},
    {"timestamp", Name::Time},
    {"datetime", Name::Time},
    {"published", Name::Time},
    {"pubdate", Name::Time},
    {"updated", Name::Time},
    {"datum", Name::Time},
    {"caption", Name::Caption},
    {"figcaption", Name::Caption},
    {"credit", Name::Caption},
    {"gallery", Name::Caption},
    {"slideshow", Name::Caption},
    {"slider", Name::Caption},
    {"carousel", Name::Caption},
    {"thumb", Name::Layout},
    {"thumbnail", Name::Layout},
    {"photo", Name::Layout},
    {"image", Name::Layout},
    {"img", Name::Layout},
    {"legend", Name::Caption},
    {"picture", Name::Layout},
    {"copyright", Name::Caption},
    {"nav", Name::Navigation},
    {"menu", Name::Navigation},
    {"pagination", Name::Navigation},
    {"pager", Name::Navigation},
    {"paging", Name::Navigation},
    {"toc", Name::Navigation},
    {"prev", Name::Navigation},
    {"previous", Name::Navigation},
    {"next", Name::Navigation},
    {"skip", Name::Navigation},
    {"tab", Name::Navigation},
    {"search", Name::Navigation},
    {"toolbar", Name::Navigation},
    {"jump", Name::Navigation},
    {"language", Name::Navigation},
    {"header", Name::Header},
    {"masthead", Name::Header},
    {"banner", Name::Header},
    {"topbar", Name::Header},
    {"hero", Name::Header},
    {"head", Name::Header},
    {"footer", Name::Footer},
    {"colophon", Name::Footer},
    {"foot", Name::Footer},
    {"bottom", Name::Footer},
    {"legal", Name::Footer},
    {"disclaimer", Name::Footer},
    {"sidebar", Name::Sidebar},
    {"rail", Name::Sidebar},
    {"aside", Name::Sidebar},
    {"secondary", Name::Sidebar},
    {"side", Name::Sidebar},
    {"complementary", Name::Sidebar},
    {"tag", Name::Tags},
    {"category", Name::Tags},
    {"topic", Name::Tags},
    {"label", Name::Tags},
    {"keyword", Name::Tags},
    {"cat", Name::Tags},
    {"dek", Name::Summary},
    {"standfirst", Name::Summary},
    {"kicker", Name::Summary},
    {"eyebrow", Name::Summary},
    {"subtitle", Name::Summary},
    {"subheadline", Name::Summary},
    {"summary", Name::Summary},
    {"excerpt", Name::Summary},
    {"lead", Name::Summary},
    {"deck", Name::Summary},
    {"subheading", Name::Summary},
    {"highlight", Name::Summary},
    {"intro", Name::Summary},
    {"lede", Name::Summary},
    {"description", Name::Summary},
    {"chapo", Name::Summary},
    {"tagline", Name::Summary},
    {"bullet", Name::Summary},
    {"title", Name::Title},
    {"headline", Name::Title},
    {"heading", Name::Title},
    {"popup", Name::Overlay},
    {"modal", Name::Overlay},
    {"overlay", Name::Overlay},
    {"cookie", Name::Overlay},
    {"consent", Name::Overlay},
    {"gdpr", Name::Overlay},
    {"tooltip", Name::Overlay},
    {"rollover", Name::Overlay},
    {"lightbox", Name::Overlay},
    {"dialog", Name::Overlay},
    {"alert", Name::Overlay},
    {"notice", Name::Overlay},
    {"login", Name::Login},
    {"signin", Name::Login},
    {"register", Name::Login},
    {"registration", Name::Login},
    {"paywall", Name::Login},
    {"account", Name::Login},
    {"premium", Name::Login},
    {"metered", Name::Login},
    {"gate", Name::Login},
    {"widget", Name::Widget},
    {"module", Name::Widget},
    {"box", Name::Widget},
    {"block", Name::Widget},
    {"panel", Name::Widget},
    {"callout", Name::Widget},
    {"inset", Name::Widget},
    {"poll", Name::Widget},
    {"form", Name::Widget},
    {"meta", Name::Meta},
    {"info", Name::Meta},
    {"tool", Name::Meta},
    {"utility", Name::Meta},
    {"print", Name::Meta},
    {"action", Name::Meta},
    {"button", Name::Meta},
    {"btn", Name::Meta},
    {"stats", Name::Meta},
    {"postmetadata", Name::Meta},
    {"byte", Name::Meta},
    {"views", Name::Meta},
    {"hidden", Name::Hidden},
    {"hide", Name::Hidden},
    {"invisible", Name::Hidden},
    {"collapse", Name::Hidden},
    {"collapsed", Name::Hidden},
    {"noprint", Name::Hidden},
    {"video", Name::Video},
    {"player", Name::Video},
    {"audio", Name::Video},
    {"podcast", Name::Video},
    {"playlist", Name::Video},
    {"jwplayer", Name::Video},
    {"tweet", Name::Embed},
    {"twitter", Name::Embed},
    {"instagram", Name::Embed},
    {"embed", Name::Embed},
    {"embedded", Name::Embed},
    {"oembed", Name::Embed},
    {"pullquote", Name::Quote},
    {"quote", Name::Quote},
    {"blockquote", Name::Quote},
    {"reference", Name::Reference},
    {"reflist", Name::Reference},
    {"footnote", Name::Reference},
    {"infobox", Name::Reference},
    {"navbox", Name::Reference},
    {"hatnote", Name::Reference},
    {"editsection", Name::Reference},
    {"catlinks", Name::Reference},
    {"source", Name::Reference},
    {"citation", Name::Reference},
    {"note", Name::Reference},
    {"correction", Name::Reference},
    {"product", Name::Product},
    {"price", Name::Product},
    {"buy", Name::Product},
    {"rating", Name::Product},
    {"review", Name::Product},
    {"shop", Name::Product},
    {"cart", Name::Product},
    {"deal", Name::Product},
    {"event", Name::Product},
    {"faq", Name::Question},
    {"accordion", Name::Question},
    {"question", Name::Question},
    {"answer", Name::Question},
    {"toggle", Name::Question},
    {"qa", Name::Question},
};

/// Beginnings of words.
constexpr Word kBeginnings[] = {
    {"comment", Name::Comment}, {"relat", Name::Related},         {"recommend", Name::Related},
    {"recirc", Name::Related},  {"subscri", Name::Promo},         {"advert", Name::Ad},
    {"sponsor", Name::Ad},      {"breadcrumb", Name::Navigation}, {"navig", Name::Navigation},
    {"sidebar", Name::Sidebar}, {"newslett", Name::Promo},        {"social", Name::Share},
    {"promo", Name::Promo},     {"cookie", Name::Overlay},        {"popup", Name::Overlay},
    {"byline", Name::Byline},   {"caption", Name::Caption},       {"author", Name::Byline},
    {"footer", Name::Footer},   {"widget", Name::Widget},         {"share", Name::Share},
};

/// Names for the text itself, squeezed: without anything between their words.
constexpr std::string_view kBodies[] = {
    "articlebody",        "articlecontent",  "articletext",  "storybody",
    "storycontent",       "storytext",       "entrycontent", "entrybody",
    "postcontent",        "postbody",        "posttext",     "richtext",
    "mwparseroutput",     "bodycopy",        "articlecopy",  "pagecontent",
    "blogcontent",        "blogpostcontent", "contentbody",  "newsbody",
    "newscontent",        "newstext",        "maincontent",  "mainbody",
    "bodytext",           "fulltext",        "articlemain",  "prose",
    "singlecontent",      "artikeltext",     "postentry",    "thecontent",
    "articlepagecontent", "bodycontent",     "contenttext",
};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

Names name_of_word(std::string_view word) {
  static const std::unordered_map<std::string_view, Names> kKnown = [] {
    std::unordered_map<std::string_view, Names> known;
    for (const Word& entry : kWords)
      known[entry.word] |= bit(entry.name);
    return known;
  }();
  Names names = 0;
  if (const auto found = kKnown.find(word); found != kKnown.end()) names |= found->second;
  if (word.ends_with('s'))
    if (const auto found = kKnown.find(word.substr(0, word.size() - 1)); found != kKnown.end())
      names |= found->second;
  for (const Word& entry : kBeginnings)
    if (word[0] == entry.word[0] && word.starts_with(entry.word)) names |= bit(entry.name);
  return names;
}

/// A bit for each letter that stands in `word`: what a text lacks a letter of is not in it.
std::uint32_t letters_in(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word)
    letters |= 1U << static_cast<unsigned>(c - 'a');
  return letters;
}

/// Whether a name for the text stands in `squeezed`, which is of small letters.
bool names_body(std::string_view squeezed) {
  static const auto kLetters = [] {
    std::array<std::uint32_t, std::size(kBodies)> letters{};
    std::transform(std::begin(kBodies), std::end(kBodies), letters.begin(), letters_in);
    return letters;
  }();
  const std::uint32_t letters = letters_in(squeezed);
  for (std::size_t i = 0; i < std::size(kBodies); ++i)
    if ((kLetters[i] & ~letters) == 0 && squeezed.find(kBodies[i]) != std::string_view::npos)
      return true;
  return false;
}

/// One name of a class attribute: "article-body__relatedLinks".
Names names_in_one(std::string_view name) {
  Names names = 0;
  std::string squeezed;
  std::string word;
  bool denied = false;  // "no-sidebar"
  const auto end_word = [&] {
    if (word.empty()) return;
    if (word == "no" || word == "has" || word == "with" || word == "without" || word == "not")
      denied = true;
    else if (!denied)
      names |= name_of_word(word);
    squeezed += word;
    word.clear();
  };
  for (std::size_t at = 0; at < name.size(); ++at) {
    const char c = name[at];
    const bool hump = is_capital(c) && at > 0 && !is_capital(name[at - 1]);
    if (!is_letter(c) || hump) end_word();
    if (is_letter(c)) word += ascii_lower(c);
  }
  end_word();
  return !denied && names_body(squeezed) ? names | bit(Name::Body) : names;
}

template <class Take>
void for_each_name(std::string_view classes, Take take) {
  for (std::size_t at = 0; at < classes.size();) {
    at = std::min(classes.find_first_not_of(" \t\n\r\f", at), classes.size());
    const std::size_t end = std::min(classes.find_first_of(" \t\n\r\f", at), classes.size());
    if (end > at) take(classes.substr(at, end - at));
    at = end;
  }
}

}  // namespace

Names names_in(std::string_view classes) {
  Names names = 0;
  for_each_name(classes, [&](std::string_view name) { names |= names_in_one(name); });
  return names;
}

bool is_for_screen_readers(std::string_view classes) {
  static constexpr std::array<std::string_view, 8> kSpoken{
      "sr-only",       "visually-hidden",   "visuallyhidden", "screen-reader-text",
      "screen-reader", "u-visually-hidden", "assistive-text", "screenreader-only"};
  bool found = false;
  for_each_name(classes, [&](std::string_view name) {
    found = found || std::find(kSpoken.begin(), kSpoken.end(), name) != kSpoken.end();
  });
  return found;
}

bool hides(std::string_view style) {
  if (style.empty()) return false;
  std::string plain;
  for (const char c : style)
    if (c != ' ' && c != '\t' && c != '\n') plain += ascii_lower(c);
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

}  // namespace recto::reader
