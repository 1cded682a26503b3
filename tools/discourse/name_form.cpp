#include "tools/discourse/name_form.h"

#include <algorithm>
#include <array>

#include "content/base/ascii.h"
#include "content/base/fold.h"
#include "content/words/people.h"

namespace recto::discourse {
namespace {

constexpr std::size_t kMostWords = 16;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != ',') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    if (words.size() == kMostWords) break;
  }
  return words;
}

std::string without_possessive(std::string text) {
  if (text.ends_with("'s") || text.ends_with("'S")) text.resize(text.size() - 2);
  if (text.ends_with('\'')) text.pop_back();
  while (text.ends_with(' '))
    text.pop_back();
  return text;
}

bool is_article(std::string_view word) {
  return word == "the" || word == "The" || word == "THE" || word == "a" || word == "an";
}

std::string folded(const std::string& word) {
  std::string key = fold_case(without_accents(word));
  std::erase_if(key, [](char c) { return c == '.' || c == '"'; });
  return key;
}

/// First letters of capitalised parts: hyphens part words, and "PhD" has one.
void add_initials(const std::string& word, std::string& initials) {
  bool begins = true;
  for (const char c : without_accents(word)) {
    if (begins && c >= 'A' && c <= 'Z') initials += ascii_lower(c);
    begins = c == '-' || c == '/';
  }
}

Gender gender_of_title(const std::string& title) {
  const std::string_view pronoun = pronoun_of_title(title);
  if (pronoun == "he") return Gender::He;
  return pronoun == "she" ? Gender::She : Gender::Unknown;
}

/// Only people have them.
constexpr std::array<std::string_view, 18> kSureTitles{
    "mr",   "mrs", "ms",  "miss", "mx",  "dr",  "prof", "professor", "sir",
    "dame", "sen", "gov", "rev",  "mme", "col", "capt", "sgt",       "senator"};

bool is_title_here(const std::string& word, bool person) {
  const std::string key = folded(word);
  if (key == "st" || key == "saint") return false;  // most often of a place
  return std::ranges::find(kSureTitles, key) != kSureTitles.end() || (person && is_title(word));
}

/// Titles go from the front as long as a name remains: "King" of "King Lear", not of "Stephen
/// King".
std::size_t take_titles(const std::vector<std::string>& words, bool person, NameForm& form) {
  std::size_t first = 0;
  for (; first + 1 < words.size() && is_title_here(words[first], person); ++first) {
    const std::string next = folded(words[first + 1]);
    if (next == "of" || next == "and") break;  // "Prince of Wales"
    form.title = true;
    if (form.gender == Gender::Unknown) form.gender = gender_of_title(words[first]);
  }
  return first;
}

}  // namespace

std::string NameForm::key() const {
  std::string key;
  for (const std::string& word : words)
    key.append(key.empty() ? "" : " ").append(word);
  if (words.size() == 1 && gender == Gender::He) key += " (he)";
  if (words.size() == 1 && gender == Gender::She) key += " (she)";
  return key;
}

NameForm read_name(std::string_view text, bool person, const NameWords& words) {
  NameForm form;
  form.text = without_possessive(fold_spelling(text));
  std::vector<std::string> parts = split(form.text);
  while (parts.size() > 1 && is_article(parts.front())) {
    form.text.erase(0, std::min(form.text.size(), parts.front().size() + 1));
    parts.erase(parts.begin());
  }
  std::size_t first = take_titles(parts, person, form);
  std::size_t last = parts.size();
  for (; last > first + 1 && words.legal_forms.contains(folded(parts[last - 1])); --last)
    form.legal_form = true;
  if (first + 1 == last && words.legal_forms.contains(folded(parts[first]))) first = 0;
  for (std::size_t i = first; i < last; ++i) {
    add_initials(parts[i], form.initials);
    if (std::string word = folded(parts[i]); !word.empty() && word != "&")
      form.words.push_back(std::move(word));
  }
  if (form.words.empty()) form.words.push_back(fold_case(form.text));
  return form;
}

bool looks_like_acronym(std::string_view text) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool small = c >= 'a' && c <= 'z';
    const bool other = c == '.' || c == '-' || c == '&' || (c >= '0' && c <= '9');
    if (!capital && !small && !other) return false;
    letters += capital || small ? 1U : 0U;
    capitals += capital ? 1U : 0U;
  }
  return letters >= 2 && letters <= 8 && capitals >= 2 && capitals * 2 > letters;
}

}  // namespace recto::discourse
