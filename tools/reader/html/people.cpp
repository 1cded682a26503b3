#include "tools/reader/html/people.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kMostPeople = 30;
constexpr std::size_t kLongest = 400;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostWordsOfName = 6;

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Openings of bylines, longest first; a colon may follow.
constexpr std::array<std::string_view, 40> kOpenings{"article written by",
                                                     "originally posted by",
                                                     "this post was written by",
                                                     "post written by",
                                                     "written and photographed by",
                                                     "about the author",
                                                     "contributed by",
                                                     "published by",
                                                     "written by",
                                                     "submitted by",
                                                     "authored by",
                                                     "created by",
                                                     "reported by",
                                                     "article by",
                                                     "posted by",
                                                     "content by",
                                                     "words by",
                                                     "story by",
                                                     "text by",
                                                     "post by",
                                                     "blog by",
                                                     "guest post by",
                                                     "from the desk of",
                                                     "geschrieben von",
                                                     "scritto da",
                                                     "escrito por",
                                                     "ecrit par",
                                                     "publie par",
                                                     "publicado por",
                                                     "door",
                                                     "authors",
                                                     "author",
                                                     "autor",
                                                     "auteur",
                                                     "autore",
                                                     "by",
                                                     "von",
                                                     "par",
                                                     "por",
                                                     "di"};

constexpr std::array<std::string_view, 22> kOthers{
    "reviewed by",  "medically reviewed", "edited by",    "editor",          "fact checked",
    "fact-checked", "checked by",         "photo",        "photos by",       "photography",
    "image",        "images by",          "illustration", "illustrated by",  "translated by",
    "video by",     "approved by",        "updated by",   "expert reviewed", "verified by",
    "sponsored by", "presented by"};

/// Names of nobody.
constexpr std::array<std::string_view, 26> kNobody{
    "admin",  "administrator", "webmaster", "editor",    "editors",   "editorial", "staff",
    "guest",  "author",        "authors",   "unknown",   "anonymous", "user",      "none",
    "null",   "undefined",     "n/a",       "na",        "default",   "root",      "contributor",
    "writer", "super user",    "superuser", "redaktion", "share"};

constexpr std::array<std::string_view, 24> kParticles{
    "de",  "del", "della", "der", "den", "des", "di",  "da",   "do",  "dos", "du", "van",
    "von", "vom", "la",    "le",  "ten", "ter", "bin", "bint", "ibn", "al",  "el", "zu"};

constexpr std::array<std::string_view, 14> kConjunctions{
    "and", "&", "und", "et", "y", "with", "e", "og", "och", "en", "oder", "ja", "plus", "+"};

/// Words of roles and institutions; no name has one.
constexpr std::array<std::string_view, 61> kRoles{
    "editor",      "reporter",    "writer",    "director",     "expert",    "founder",
    "cofounder",   "co-founder",  "ceo",       "cto",          "cmo",       "correspondent",
    "manager",     "contributor", "columnist", "journalist",   "producer",  "professor",
    "specialist",  "president",   "analyst",   "consultant",   "engineer",  "developer",
    "designer",    "strategist",  "senior",    "chief",        "freelance", "associate",
    "assistant",   "officer",     "head",      "lead",         "intern",    "researcher",
    "scientist",   "author",      "blogger",   "photographer", "lecturer",  "redakteur",
    "redakteurin", "special",     "updated",   "published",    "posted",    "owner",
    "coach",       "university",  "minutes",   "read",         "comments",  "views",
    "share",       "follow",      "subscribe", "about",        "profile",   "view",
    "more"};

constexpr std::array<std::string_view, 20> kDegrees{
    "phd", "dphil", "edd", "psyd", "msc", "bsc", "mba", "esq", "jr", "sr",
    "rn",  "md",    "dds", "dvm",  "mph", "jd",  "ii",  "iii", "iv", "lcsw"};

std::string without_stops(std::string_view word) {
  std::string bare;
  for (const char c : word)
    if (c != '.' && c != ',') bare += c;
  return bare;
}

/// "MD", "Ph.D.", "CFP®", "VTS (Behavior)", "MS RD".
bool is_degree(std::string_view text) {
  const auto words = words_of(text);
  return !words.empty() && words.size() <= 3 &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           if (word.starts_with('(') && word.ends_with(')')) return true;
           for (const std::string_view mark : {"®", "™"})
             if (word.ends_with(mark)) word.remove_suffix(mark.size());
           const std::string bare = without_stops(word);
           return is_one_of(fold_case(bare), kDegrees) ||
                  (bare.size() >= 2 && bare.size() <= 7 && is_all_caps(bare) &&
                   bare.find_first_of("0123456789@") == std::string::npos);
         });
}

bool is_role(std::string_view text) {
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return is_one_of(fold_case(without_stops(word)), kRoles);
  });
}

/// Whether it ends a name: a stroke or a dot between blanks.
bool is_stroke(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kStrokes{"|", "•",  "·", "-", "–",  "—",
                                                             "/", "//", "►", "∙", "::", "»"};
  return is_one_of(word, kStrokes);
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.find("www.") != std::string_view::npos;
}

std::string small_but_first(std::string_view word) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
  bool first = true;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (u_isalpha(c) == 0) {
      first = true;
      continue;
    }
    if (!first) text.replace(at, U16_LENGTH(c), u_tolower(c));
    // McNeil, MacNeil is not told from Mackay.
    first = !first && at == 1 && text.startsWith("Mc") != 0;
  }
  std::string small;
  text.toUTF8String(small);
  return small;
}

/// "ADA LOVELACE" → "Ada Lovelace"; "J. K. ROE III" keeps its numeral.
std::string without_capitals(std::string_view name) {
  const auto words = words_of(name);
  if (words.size() < 2 || !is_all_caps(name)) return std::string(name);
  std::string small;
  for (const std::string_view word : words) {
    const std::string folded = fold_case(word);
    const bool numeral = folded == "ii" || folded == "iii" || folded == "iv";
    small.append(small.empty() ? "" : " ");
    if (is_one_of(folded, kParticles))
      small += folded;
    else
      small += numeral ? std::string(word) : small_but_first(word);
  }
  return small;
}

bool begins_with_letter(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_isalpha(static_cast<UChar32>(next_code_point(word, at))) != 0;
}

bool is_name(std::string_view text, Naming naming) {
  const auto words = words_of(text);
  if (words.empty() || words.size() > kMostWordsOfName || text.size() > kLongestName ||
      is_one_of(fold_case(text), kNobody) || is_address(text) ||
      text.find_first_of("<>{}[]=_\\/") != std::string_view::npos)
    return naming == Naming::Stated && words.size() == 1 && text.size() <= kLongestName &&
           begins_with_letter(text) &&
           text.find_first_of("<>{}[]=\\/@:") == std::string_view::npos &&
           !is_one_of(fold_case(text), kNobody);
  if (!begins_with_letter(words[0]) && !words[0].starts_with('(')) return false;
  if (naming == Naming::Stated) return text.find(':') == std::string_view::npos;
  if (has_digit(text) || text.find_first_of("!?:;") != std::string_view::npos || is_role(text))
    return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return !begins_lower(word) || is_one_of(fold_case(word), kParticles);
  });
}

/// How many of a line's first words, `folded`, are the opening: "written", "by:". 0 when it does
/// not begin so.
std::size_t opening_length(const std::vector<std::string>& folded,
                           const std::vector<std::string_view>& opening) {
  if (folded.size() < opening.size()) return 0;
  for (std::size_t i = 0; i < opening.size(); ++i) {
    std::string_view word = folded[i];
    if (i + 1 == opening.size() && word.ends_with(':')) word.remove_suffix(1);
    if (word != opening[i]) return 0;
  }
  return opening.size();
}

/// How many words open the line, by the first of kOpenings that it begins with. 0 for none.
std::size_t opening_length(const std::vector<std::string_view>& words) {
  static const auto kParts = [] {
    std::array<std::vector<std::string_view>, kOpenings.size()> parts;
    std::transform(kOpenings.begin(), kOpenings.end(), parts.begin(), words_of);
    return parts;
  }();
  static const std::size_t kMost = [] {
    std::size_t most = 0;
    for (const auto& opening : kParts)
      most = std::max(most, opening.size());
    return most;
  }();
  std::vector<std::string> folded;
  for (std::size_t i = 0; i < std::min(words.size(), kMost); ++i)
    folded.push_back(fold_case(without_accents(words[i])));
  for (const auto& opening : kParts)
    if (const std::size_t length = opening_length(folded, opening); length > 0) return length;
  return 0;
}

/// Removes openings; whether there was one.
bool cut_openings(std::string& text) {
  // "Author:Mary Roe"
  if (const std::size_t colon = text.find(':'); colon != std::string::npos)
    text.insert(colon + 1, " ");
  std::vector<std::string_view> words = words_of(text);
  bool cut = false;
  while (const std::size_t length = opening_length(words)) {
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length));
    std::erase(words, ":");
    cut = true;
  }
  std::string rest;
  for (const std::string_view word : words)
    rest.append(rest.empty() ? "" : " ").append(word);
  text = std::move(rest);
  return cut;
}

/// What stands between strokes; of bylines also between dates, which are gone.
std::vector<std::string> segments_of(std::string_view line, Naming naming) {
  const auto words = words_of(line);
  static constexpr std::array<std::string_view, 11> kClockWords{
      "am", "pm", "gmt", "utc", "est", "edt", "pst", "pdt", "cet", "ist", "bst"};
  const auto is_figure = [&](std::size_t i) { return i < words.size() && has_digit(words[i]); };
  const auto ends_segment = [&](std::size_t i) {
    if (is_stroke(words[i])) return true;
    return naming != Naming::Stated &&
           (is_figure(i) || is_one_of(fold_case(words[i]), kClockWords) ||
            (names_month_or_weekday(words[i]) &&
             (is_figure(i + 1) || (i > 0 && is_figure(i - 1)))));
  };
  std::vector<std::string> segments(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!ends_segment(i))
      segments.back().append(segments.back().empty() ? "" : " ").append(words[i]);
    else if (!segments.back().empty())
      segments.emplace_back();
  }
  if (segments.back().empty()) segments.pop_back();
  return segments;
}

/// The text up to an address or words that lead on to other things.
std::string without_tail(std::string_view text, Naming naming) {
  static constexpr std::array<std::string_view, 25> kTails{
      "on",        "updated",      "published", "posted", "last",   "follow", "contact",
      "email",     "e-mail",       "special",   "for",    "in",     "edited", "reviewed",
      "medically", "fact-checked", "fact",      "tested", "photos", "photo",  "photography",
      "at",        "am",           "le",        "el"};
  std::string head;
  for (const std::string_view word : words_of(text)) {
    if (is_address(word)) break;
    if (naming != Naming::Stated && (word.starts_with('#') || is_one_of(fold_case(word), kTails)))
      break;
    head.append(head.empty() ? "" : " ").append(word);
  }
  return head;
}

/// The parts between commas, semicolons and conjunctions; `joined` tells that a conjunction or
/// semicolon, not a comma, stands before.
struct Part {
  std::string text;
  bool joined = true;
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts(1);
  for (std::string_view word : words_of(text)) {
    if (is_one_of(word, kConjunctions)) {
      if (parts.back().text.empty())
        parts.back().joined = true;
      else
        parts.push_back({});
      continue;
    }
    const bool comma = word.ends_with(',');
    const bool semicolon = word.ends_with(';');
    if (comma || semicolon) word.remove_suffix(1);
    if (!word.empty()) parts.back().text.append(parts.back().text.empty() ? "" : " ").append(word);
    if ((comma || semicolon) && !parts.back().text.empty()) parts.push_back({{}, semicolon});
  }
  if (parts.back().text.empty()) parts.pop_back();
  return parts;
}

/// "Lovelace, Ada" or "Lovelace, Ada K." and nothing else.
std::optional<std::string> turned_round(const std::vector<Part>& parts) {
  if (parts.size() != 2 || parts[1].joined || is_degree(parts[1].text)) return std::nullopt;
  if (words_of(parts[0].text).size() != 1 || words_of(parts[1].text).size() > 2 ||
      !begins_upper(parts[0].text) || !begins_upper(parts[1].text) || is_role(parts[1].text))
    return std::nullopt;
  return parts[1].text + " " + parts[0].text;
}

class Names {
 public:
  explicit Names(Naming naming) : naming_(naming) {}

  /// False when the part shows that the text is no list of people.
  bool take(const Part& part) {
    if (!part.joined && !people_.empty()) {
      if (is_degree(part.text)) {
        people_.back().append(", ").append(part.text);
        return true;
      }
      if (in_role_) return true;
      // "Ada Lovelace, Head of Engines, London"
      in_role_ = is_role(part.text) ||
                 (words_of(part.text).size() == 1 && words_of(people_.back()).size() > 1) ||
                 !is_name(part.text, Naming::Byline);
      if (in_role_) return true;
    }
    in_role_ = false;
    if (!is_name(part.text, naming_)) return false;
    people_.push_back(without_capitals(part.text));
    return true;
  }

  std::vector<std::string> people() && { return std::move(people_); }

 private:
  Naming naming_;
  bool in_role_ = false;
  std::vector<std::string> people_;
};

/// "Senior Writer", "CEO of The Harbour".
bool is_office(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kOffices{
      "editor",     "reporter",   "writer",    "director",  "founder",       "cofounder",
      "co-founder", "ceo",        "cto",       "cmo",       "correspondent", "contributor",
      "columnist",  "journalist", "professor", "president", "analyst",       "consultant",
      "engineer",   "strategist", "manager",   "redakteur", "redakteurin",   "author"};
  const auto words = words_of(text);
  return words.size() <= 6 && std::any_of(words.begin(), words.end(), [](std::string_view word) {
           return is_one_of(fold_case(without_stops(word)), kOffices);
         });
}

std::vector<std::string> people_of_segment(std::string_view segment, Naming naming) {
  const std::vector<Part> parts = parts_of(without_tail(segment, naming));
  if (const auto name = turned_round(parts); name && naming == Naming::Stated) return {*name};
  Names names(naming);
  for (const Part& part : parts)
    if (!names.take(part)) {
      if (naming == Naming::Free) return {};
      break;
    }
  std::vector<std::string> once;
  for (std::string& person : std::move(names).people())
    if (std::find(once.begin(), once.end(), person) == once.end() && once.size() < kMostPeople)
      once.push_back(std::move(person));
  return once;
}

/// "Mary Roe, MD" or, with a role behind it, "Mary Roe": people even without "By".
bool has_degree_or_role(std::string_view segment, bool role_behind) {
  const std::vector<Part> parts = parts_of(segment);
  if (parts.empty() || words_of(parts[0].text).size() < 2 ||
      !is_name(parts[0].text, Naming::Byline))
    return false;
  return role_behind || (parts.size() > 1 && !parts[1].joined &&
                         (is_degree(parts[1].text) || is_office(parts[1].text)));
}

}  // namespace

bool names_others(std::string_view text) {
  const std::string folded = fold_case(text);
  // "Tested by", "Researched by": whoever is not the writer.
  const auto words = words_of(folded);
  if (words.size() >= 2 && words[0].ends_with("ed") && words[1].starts_with("by") &&
      std::none_of(kOpenings.begin(), kOpenings.end(),
                   [&](std::string_view opening) { return folded.starts_with(opening); }))
    return true;
  return std::any_of(kOthers.begin(), kOthers.end(),
                     [&](std::string_view opening) { return folded.starts_with(opening); });
}

std::vector<std::string> people_in(std::string_view text, Naming naming) {
  const std::string line = one_line(text.substr(0, std::min(text.size(), kLongest + 1)));
  if (line.size() > kLongest) return {};
  const std::vector<std::string> segments = segments_of(line, naming);
  bool opened = false;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    std::string segment = segments[i];
    if (names_others(segment)) {
      // "Edited by" on a line of its own is followed by the editor.
      if (words_of(segment).size() <= 2 || segment.ends_with(':')) ++i;
      continue;
    }
    opened = cut_openings(segment) || opened;
    if (segment.empty()) continue;
    const bool role = i + 1 < segments.size() && is_office(segments[i + 1]);
    if (naming == Naming::Free && !opened && !has_degree_or_role(segment, role)) return {};
    std::vector<std::string> people = people_of_segment(segment, naming);
    if (!people.empty() || naming != Naming::Byline) return people;
  }
  return {};
}

}  // namespace recto::reader
