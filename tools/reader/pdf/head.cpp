#include "tools/reader/pdf/head.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/metadata.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {
namespace {

using Kind = Group::Kind;

constexpr std::size_t kMostTitleWords = 30;

bool has_any(std::string_view folded, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return folded.find(part) != std::string_view::npos;
  });
}

/// A title that a person has given: no file name, no program's default.
bool is_given_title(std::string_view title) {
  const std::string folded = fold_case(title);
  if (words_of(folded).empty() || words_of(folded).size() > kMostTitleWords) return false;
  if (has_any(folded, {"untitled",     "microsoft word -",
                       "unbenannt",    "ohne titel",
                       "sans titre",   "layout 1",
                       "powerpoint",   ".doc",
                       ".dvi",         ".tex",
                       ".indd",        ".qxd",
                       ".pdf",         ".odt",
                       ".rtf",         ".txt",
                       ".htm",         ".xls",
                       ".ppt",         ".pmd",
                       "print layout", "about:blank",
                       "://",          "slide 1",
                       "document1"}))
    return false;
  // "report_final_v3", "12345.6789": one word with digits or without a small letter.
  return words_of(folded).size() > 1 || folded.find_first_of("0123456789_/\\") == std::string::npos;
}

bool is_given_author(std::string_view author) {
  const std::string folded = fold_case(author);
  return words_of(folded).size() >= 2 && words_of(folded).size() <= 40 &&
         !has_any(folded, {"unknown", "admin", "user", "owner", "default", "@", "windows",
                           "microsoft", "author", "scanner", "://"});
}

/// "Ada Lovelace, Mary Somerville and Emmy Noether" → names.
std::vector<std::string> split_names(std::string_view text) {
  std::string list = one_line(text);
  for (const std::string_view mark : {" and ", " und ", " & ", "; ", " · ", ";"})
    for (std::size_t at = 0; (at = list.find(mark, at)) != std::string::npos;)
      list.replace(at, mark.size(), ", ");
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string name(trimmed(std::string_view(list).substr(0, comma)));
    if (name.starts_with("and ")) name.erase(0, 4);
    if (!name.empty()) names.push_back(std::move(name));
    list.erase(0, comma + 1);
  }
  return names;
}

bool is_name_word(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kParticles{
      "de", "van", "von", "der", "den", "la", "le", "da", "di", "du", "del", "bin", "al", "dos"};
  return begins_upper(word) ||
         std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

bool is_name(const std::string& text) {
  const auto words = words_of(text);
  static constexpr std::array<std::string_view, 5> kOthers{"By", "A", "An", "The", "For"};
  const bool other =
      !words.empty() && std::find(kOthers.begin(), kOthers.end(), words[0]) != kOthers.end();
  return words.size() >= 2 && words.size() <= 5 && !other && begins_upper(text) &&
         !is_all_caps(words[0]) && text.find_first_of("0123456789@:/!?()") == std::string::npos &&
         std::all_of(words.begin(), words.end(), is_name_word);
}

std::vector<std::string> names_of(std::string_view text) {
  std::vector<std::string> names = split_names(text);
  if (names.empty() || !std::all_of(names.begin(), names.end(), is_name)) return {};
  return names;
}

/// Where authors work and are reached.
bool is_address(std::string_view text) {
  const std::string folded = fold_case(text);
  if (words_of(folded).size() > 40 || (ends_sentence(text) && words_of(folded).size() > 14))
    return false;
  return has_any(folded, {"@",           "universit",
                          "department",  "institut",
                          "faculty",     "laborator",
                          "college",     "school of",
                          "fachbereich", "hochschule",
                          "e-mail",      "email",
                          "orcid",       "corresponding author",
                          "doi.org",     "doi:",
                          "issn",        "arxiv:",
                          "received:",   "accepted:",
                          "academy"});
}

/// Below names: "Kaiserallee 60, 51373 Leverkusen, Germany".
bool looks_like_address(const Group& group) {
  return group.kind == Kind::Text && !ends_sentence(group.text) &&
         words_of(group.text).size() <= 25 && group.text.find(',') != std::string::npos;
}

bool is_first_page(const Group& group, const std::vector<Group>& groups) {
  return group.page == groups.front().page;
}

bool is_sentence(const Group& group) {
  return group.kind == Kind::Text && words_of(group.text).size() >= 12 &&
         (ends_sentence(group.text) || group.lines >= 4);
}

bool is_same_text(std::string_view a, std::string_view b) {
  return fold_case(a) == fold_case(b);
}

bool begins_alike(std::string_view given, std::string_view shown) {
  const std::string a = fold_case(given);
  const std::string b = fold_case(shown);
  return std::min(a.size(), b.size()) >= 8 && (a.starts_with(b) || b.starts_with(a));
}

/// The group on the first page that is the title: the one that the file names, else the one in
/// the largest type, when that is larger than the text.
std::vector<Group>::iterator find_title(std::vector<Group>& groups, const Info& info, float body) {
  auto best = groups.end();
  for (auto group = groups.begin(); group != groups.end() && is_first_page(*group, groups);
       ++group) {
    if (group->kind != Kind::Heading && group->kind != Kind::Text) continue;
    const std::size_t words = words_of(group->text).size();
    if (words > kMostTitleWords || words == 0) continue;
    if (is_given_title(info.title) && begins_alike(info.title, group->text) &&
        group->size > 1.08F * body)
      return group;
    const bool large = group->size > 1.15F * body;
    if (large && (best == groups.end() || group->size > 1.04F * best->size)) best = group;
  }
  return best;
}

std::string iso_day(std::time_t time) {
  using std::chrono::sys_days;
  const auto day =
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(time)));
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  if (year < 1985 || year > 2100) return {};
  const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return std::to_string(year) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day()));
}

/// The day that a file was made is that of the article, unless it was made by printing a page.
bool is_made_by_its_author(const Info& info) {
  const std::string maker = fold_case(info.maker);
  return !has_any(maker, {"skia", "mozilla", "chrom", "firefox", "webkit", "wkhtml", "quartz",
                          "safari", "print to pdf", "ghostscript", "distiller server", "scan"});
}

std::string shown_date(const std::vector<Group>& groups) {
  for (std::size_t i = 0; i < std::min(kHeadPieces, groups.size()); ++i)
    if (const auto date = iso_date(groups[i].text)) return *date;
  return {};
}

bool is_abstract(const Group& group) {
  std::string folded = fold_case(group.text.substr(0, 20));
  return folded.starts_with("abstract") || folded.starts_with("summary") ||
         folded.starts_with("zusammenfassung") || folded.starts_with("résumé") ||
         folded.starts_with("resumen");
}

/// With an abstract, all between it and the title are authors with their addresses.
std::size_t find_abstract(const std::vector<Group>& groups, std::size_t from) {
  for (std::size_t i = from; i < std::min(groups.size(), from + 60); ++i) {
    if (groups[i].page != groups[from].page || is_sentence(groups[i])) break;
    if (is_abstract(groups[i])) return i;
  }
  return from;
}

void add_names(const std::vector<std::string>& names, std::vector<std::string>& authors) {
  for (const std::string& name : names)
    if (std::find(authors.begin(), authors.end(), name) == authors.end()) authors.push_back(name);
}

/// Between the title and the text: names become authors, addresses go.
void take_people(std::vector<Group>& groups, std::size_t at, Article& article) {
  std::vector<std::string> shown;
  bool people = false;
  std::size_t abstract = at < groups.size() ? find_abstract(groups, at) : at;
  for (std::size_t looked = 0; looked < 60 && at < groups.size(); ++looked) {
    const Group& group = groups[at];
    const bool surely = at < abstract;
    if (!surely &&
        (looked > 12 || is_sentence(group) ||
         (group.kind == Kind::Heading && group.style.bold && names_of(group.text).empty())))
      break;
    const std::vector<std::string> names = names_of(group.text);
    add_names(names, shown);
    const bool kept = group.kind == Kind::Caption || is_byline_or_date(group.text);
    const bool address = is_address(group.text) || (people && looks_like_address(group));
    if (!kept && (surely || !names.empty() || address)) {
      people = true;
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(at));
      abstract -= surely ? 1U : 0U;
    } else {
      ++at;
    }
  }
  if (article.authors.empty()) article.authors = shown;
}

}  // namespace

void take_head(std::vector<Group>& groups, const Info& info, float body, Article& article) {
  if (is_given_author(info.author)) article.authors = split_names(info.author);
  if (groups.empty()) return;
  const auto title = find_title(groups, info, body);
  article.published = shown_date(groups);
  if (article.published.empty() && info.created > 0 && is_made_by_its_author(info))
    article.published = iso_day(info.created);
  if (title == groups.end()) {
    if (is_given_title(info.title)) article.title = one_line(info.title);
    return;
  }
  article.title = title->text;
  const auto above_end = title - groups.begin();
  groups.erase(title);
  // Kickers, names of journals; dates and bylines are for the common steps.
  const auto text_end = std::remove_if(
      groups.begin(), groups.begin() + above_end,
      [](const Group& group) { return !is_sentence(group) && !is_byline_or_date(group.text); });
  const auto above = static_cast<std::size_t>(text_end - groups.begin());
  groups.erase(text_end, groups.begin() + above_end);
  take_people(groups, above, article);
  std::erase_if(groups, [&](const Group& group) {
    return group.kind == Kind::Heading && is_same_text(group.text, article.title);
  });
}

}  // namespace recto::reader::pdf
