#include "content/words/people.h"

#include <algorithm>
#include <iterator>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto {
namespace {

using Words = std::vector<std::string>;

// Without dots, in lower case.
constexpr std::string_view kTitles[] = {
    "admiral",   "ambassador", "archbishop", "baron",      "baroness",    "bishop",
    "brigadier", "brother",    "capt",       "captain",    "chairman",    "chairwoman",
    "deputy",    "minister",   "prime",      "vice",       "cardinal",    "chancellor",
    "chief",     "col",        "colonel",    "commander",  "congressman", "congresswoman",
    "count",     "countess",   "dame",       "doctor",     "dr",          "duchess",
    "duke",      "emperor",    "empress",    "father",     "fr",          "gen",
    "general",   "gov",        "governor",   "hon",        "imam",        "judge",
    "justice",   "king",       "lady",       "lieutenant", "lord",        "lt",
    "madam",     "madame",     "maj",        "major",      "marshal",     "mayor",
    "miss",      "mister",     "mlle",       "mme",        "monsieur",    "mother",
    "mr",        "mrs",        "ms",         "mx",         "pastor",      "pope",
    "president", "prince",     "princess",   "prof",       "professor",   "queen",
    "rabbi",     "rep",        "rev",        "reverend",   "saint",       "sen",
    "senator",   "sergeant",   "sgt",        "sheikh",     "sir",         "sister",
    "st",        "sultan"};

constexpr std::string_view kParticles[] = {
    "af",    "al",  "auf", "ben", "bin", "bint", "da",  "dal", "das", "de",  "degli", "dei", "del",
    "della", "den", "der", "des", "di",  "do",   "dos", "du",  "el",  "ibn", "la",    "las", "le",
    "los",   "of",  "ter", "ten", "und", "van",  "vom", "von", "zu",  "zum", "zur"};

constexpr std::string_view kSuffixes[] = {"bsc", "cbe", "dds", "esq", "frs", "jnr", "jr", "kbe",
                                          "kc",  "llb", "llm", "ma",  "mba", "mbe", "md", "mp",
                                          "msc", "obe", "om",  "phd", "qc",  "snr", "sr"};

constexpr std::string_view kMale[] = {"brother", "emperor",  "father", "fr",   "king",   "lord",
                                      "mister",  "monsieur", "mr",     "pope", "prince", "sir"};
constexpr std::string_view kFemale[] = {"dame",   "duchess", "empress",  "lady",  "madam",
                                        "madame", "miss",    "mlle",     "mme",   "mother",
                                        "mrs",    "ms",      "princess", "queen", "sister"};

template <std::size_t Size>
bool among(const std::string_view (&words)[Size], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Case folded, without accents, dots and apostrophes.
std::string key_of(std::string_view word) {
  std::string key = fold_case(without_accents(word));
  std::erase_if(key, [](char c) { return c == '.' || c == '\'' || c == ','; });
  return key;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 6 &&
         word.find_first_not_of("IVX") == std::string_view::npos && word != "I" && word != "V" &&
         word != "X";
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words)
    if (!word.empty()) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

/// Words between blanks, commas standing alone; initials written together come apart: "J.S.".
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : fold_spelling(text)) {
    const bool between = c == ' ' || c == ',';
    const bool next_initial = word.size() == 2 && word[1] == '.' && c != '-' && is_initial(word);
    if (between || next_initial) end_word();
    if (c == ',') words.emplace_back(",");
    if (!between) word += c;
  }
  end_word();
  return words;
}

/// "Curie, Marie" → "Marie Curie" with `family` words behind; a comma before a suffix only is none.
struct Order {
  Words words;
  std::size_t family = 0;  ///< how many words at the end are the family name; 0: not said
};

Order in_order(Words words) {
  const auto comma = std::find(words.begin(), words.end(), ",");
  Order order;
  if (comma == words.end() || comma == words.begin() || comma + 1 == words.end() ||
      is_name_suffix(*(comma + 1))) {
    std::erase(words, ",");
    order.words = std::move(words);
    return order;
  }
  order.family = static_cast<std::size_t>(comma - words.begin());
  order.words.assign(comma + 1, words.end());
  Words suffixes;
  while (!order.words.empty() &&
         (order.words.back() == "," || is_name_suffix(order.words.back()))) {
    if (order.words.back() != ",") suffixes.insert(suffixes.begin(), order.words.back());
    order.words.pop_back();
  }
  std::erase(order.words, ",");
  order.words.insert(order.words.end(), words.begin(), comma);
  order.words.insert(order.words.end(), suffixes.begin(), suffixes.end());
  return order;
}

/// Where the surname begins: a particle that is written small, or the last word.
std::size_t begin_of_surname(const Words& words, std::size_t family) {
  if (family > 0 && family <= words.size()) return words.size() - family;
  const std::size_t last = words.size() - 1;
  std::size_t begin = last;
  for (std::size_t i = last; i-- > 1;) {
    const bool small = words[i].front() >= 'a' && words[i].front() <= 'z';
    if (!is_name_particle(words[i]) || (!small && begin != i + 1)) continue;
    if (small || begin == i + 1) begin = i;
  }
  const bool leading = begin == last && last > 0 && is_name_particle(words[0]) &&
                       words[0].front() >= 'a' && words[0].front() <= 'z';
  return leading ? 0 : begin;  // "van Gogh"
}

bool is_initial_of(std::string_view initial, std::string_view name) {
  const std::string a = key_of(initial);
  const std::string b = key_of(name);
  return !a.empty() && !b.empty() && code_points(a).size() == 1 && b.starts_with(a);
}

bool same_given(std::string_view a, std::string_view b) {
  return key_of(a) == key_of(b) || (is_initial(a) && is_initial_of(a, b)) ||
         (is_initial(b) && is_initial_of(b, a));
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && word.size() < 4 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Hyphens part given names, and initials may be written without dots: "Jean-Paul", "J.-P.", "JP"
/// are two each. Where the family name is in capitals too, "JO" is "Jo".
Words given_parts(const PersonName& person) {
  Words parts;
  for (const std::string& name : person.given) {
    std::string part;
    if (is_capitals(name) && !is_capitals(person.family.substr(0, 3))) {
      for (const char c : name)
        parts.emplace_back(1, c);
      continue;
    }
    for (const char c : name + "-") {
      if (c != '-') {
        part += c;
      } else if (!part.empty()) {
        parts.push_back(part);
        part.clear();
      }
    }
  }
  return parts;
}

/// Whether the shorter list's names stand in the longer one, in order. The first must fit the
/// first, unless it is written out: "Sebastian Bach" for Johann Sebastian Bach.
bool given_fit(const Words& shorter, const Words& longer) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < shorter.size(); ++i, ++at) {
    const bool anywhere = i > 0 || !is_initial(shorter[i]);
    while (at < longer.size() && !same_given(shorter[i], longer[at])) {
      if (!anywhere) return false;
      ++at;
    }
    if (at == longer.size()) return false;
  }
  return true;
}

/// "Jr." and "III" tell people apart, degrees do not.
Words generations(const Words& suffixes) {
  Words found;
  for (const std::string& suffix : suffixes) {
    const std::string key = key_of(suffix);
    if (key == "jr" || key == "jnr") found.emplace_back("jr");
    if (key == "sr" || key == "snr") found.emplace_back("sr");
    if (is_roman(suffix) || suffix == "I" || suffix == "V" || suffix == "X") found.push_back(key);
  }
  return found;
}

bool same_surname(const PersonName& a, const PersonName& b) {
  const std::string family = key_of(a.family);
  return !family.empty() &&
         (family == key_of(b.family) || key_of(a.surname()) == key_of(b.surname()) ||
          family == key_of(b.surname()) || key_of(a.surname()) == key_of(b.family));
}

}  // namespace

std::string PersonName::surname() const {
  Words words = particles;
  words.push_back(family);
  return joined(words);
}

std::string PersonName::full() const {
  return joined({joined(titles), joined(given), surname(), joined(suffixes)});
}

bool is_title(std::string_view word) {
  return among(kTitles, key_of(word));
}

bool is_name_particle(std::string_view word) {
  return word == "e" || word == "y" || among(kParticles, key_of(word));  // "E." is an initial
}

bool is_name_suffix(std::string_view word) {
  return is_roman(word) || among(kSuffixes, key_of(word));
}

bool is_initial(std::string_view word) {
  bool letter = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (c == U'.' || c == U'-') {
      letter = false;
      continue;
    }
    const bool capital = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    if (!capital || letter) return false;
    letter = true;
    ++letters;
  }
  return letters > 0;
}

std::string_view pronoun_of_title(std::string_view word) {
  const std::string key = key_of(word);
  if (among(kMale, key)) return "he";
  return among(kFemale, key) ? "she" : "";
}

PersonName read_person(std::string_view text) {
  Order order = in_order(words_of(text));
  Words& words = order.words;
  PersonName name;
  while (words.size() > 1 && is_title(words.front())) {
    name.titles.push_back(words.front());
    words.erase(words.begin());
  }
  const auto numbers = [](std::string_view word) { return word == "I" || word == "V"; };
  while (words.size() > 1 &&
         (is_name_suffix(words.back()) || (words.size() == 2 && numbers(words.back())))) {
    name.suffixes.insert(name.suffixes.begin(), words.back());
    words.pop_back();
  }
  if (words.empty()) return name;
  if (words.size() == 1 && is_initial(words.front()) && words.front().size() < 3) {
    name.given = words;
    return name;
  }
  const std::size_t begin = begin_of_surname(words, order.family);
  name.given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(begin));
  std::size_t family = begin;
  while (family + 1 < words.size() && is_name_particle(words[family]))
    name.particles.push_back(words[family++]);
  name.family = joined(Words(words.begin() + static_cast<std::ptrdiff_t>(family), words.end()));
  return name;
}

NameFit fit(const PersonName& shorter, const PersonName& full) {
  if (shorter.empty() || full.empty()) return NameFit::None;
  const Words generation = generations(shorter.suffixes);
  const Words other = generations(full.suffixes);
  if (!generation.empty() && !other.empty() && generation != other) return NameFit::None;
  const Words given = given_parts(shorter);
  const Words all = given_parts(full);
  if (same_surname(shorter, full)) {
    // A ruler's number is part of the name: "Henry" alone is any of them.
    if (given.empty()) return all.empty() && generation == other ? NameFit::Full : NameFit::Surname;
    if (all.empty()) return NameFit::Surname;
    const bool fits = given.size() <= all.size() ? given_fit(given, all) : given_fit(all, given);
    return fits ? NameFit::Full : NameFit::None;
  }
  // "Marie" is read as a family name; it may be a given one of the other.
  const bool one_word = given.empty() && shorter.particles.empty() && shorter.titles.empty();
  if (one_word && given_fit({shorter.family}, all) && !is_initial(shorter.family))
    return NameFit::Given;
  return NameFit::None;
}

NameFit fit(std::string_view shorter, std::string_view full) {
  return fit(read_person(shorter), read_person(full));
}

}  // namespace recto
