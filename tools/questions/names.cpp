#include "tools/questions/names.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "content/base/fold.h"
#include "tools/questions/values.h"

namespace recto::questions {
namespace {

const std::set<std::string, std::less<>>& function_words() {
  static const std::set<std::string, std::less<>> kWords = {
      "a",          "about",     "above",     "across",
      "after",      "against",   "all",       "along",
      "also",       "although",  "am",        "among",
      "an",         "and",       "any",       "are",
      "around",     "as",        "at",        "be",
      "because",    "been",      "before",    "behind",
      "being",      "below",     "beneath",   "beside",
      "between",    "beyond",    "both",      "but",
      "by",         "can",       "could",     "despite",
      "did",        "do",        "does",      "down",
      "during",     "each",      "either",    "every",
      "few",        "following", "for",       "from",
      "had",        "has",       "have",      "he",
      "her",        "here",      "his",       "how",
      "however",    "i",         "if",        "in",
      "inside",     "into",      "is",        "it",
      "its",        "like",      "many",      "may",
      "might",      "more",      "most",      "much",
      "my",         "near",      "neither",   "no",
      "nor",        "not",       "now",       "of",
      "off",        "on",        "once",      "one",
      "only",       "onto",      "or",        "other",
      "our",        "out",       "over",      "per",
      "several",    "she",       "should",    "since",
      "so",         "some",      "such",      "than",
      "that",       "the",       "their",     "them",
      "then",       "there",     "these",     "they",
      "this",       "those",     "though",    "through",
      "throughout", "to",        "together",  "toward",
      "towards",    "under",     "unlike",    "until",
      "up",         "upon",      "us",        "very",
      "via",        "was",       "we",        "were",
      "what",       "when",      "where",     "whether",
      "which",      "while",     "who",       "whom",
      "whose",      "why",       "will",      "with",
      "within",     "without",   "would",     "yet",
      "you",        "your",      "according", "additionally",
      "another",    "besides",   "later",     "today",
      "two",        "three",     "four",      "five",
      "six",        "seven",     "eight",     "nine",
      "ten",        "first",     "due",       "owing",
      "instead",    "perhaps",   "less",      "nearly",
      "almost",     "just",      "even"};
  return kWords;
}

constexpr std::array<std::string_view, 12> kInnerWords{"of", "de", "du", "van", "von", "der",
                                                       "la", "le", "di", "da",  "del", "al"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

/// Country names in English, folded, from ICU.
const std::set<std::string, std::less<>>& countries() {
  static const std::set<std::string, std::less<>> kNames = [] {
    std::set<std::string, std::less<>> result;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(icu::Locale::getEnglish(), name);
      std::string text;
      name.toUTF8String(text);
      result.insert(fold_case(text));
    }
    return result;
  }();
  return kNames;
}

bool is_calendar_word(std::string_view folded) {
  return month_of(folded) > 0 || is_one_of(kWeekdays, folded);
}

/// Finds runs of capitalised words.
class Runs {
 public:
  Runs(std::string_view sentence, const Words& words, const NameBook& book, const WordLists& lists)
      : sentence_(sentence), words_(words), book_(book), lists_(lists) {}

  std::vector<Name> all() {
    std::vector<Name> names;
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t end = starts_name(at) ? run_end(at) : at;
      if (end == at) {
        ++at;
        continue;
      }
      names.push_back(make_name(at, end));
      at = end;
    }
    return names;
  }

 private:
  [[nodiscard]] bool is_name_word(std::size_t at) const {
    const Word& word = words_[at];
    return word.kind == Word::Kind::Plain && word.capital && !is_calendar_word(word.folded) &&
           !(is_function_word(word.folded) && !is_all_capitals(at));
  }

  [[nodiscard]] bool is_all_capitals(std::size_t at) const {
    const auto text = text_between(sentence_, words_, at, at + 1);
    return text.size() > 1 &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  [[nodiscard]] bool starts_name(std::size_t at) const {
    if (!is_name_word(at)) return false;
    if (at > 0 && !is_head(at)) return true;
    const std::string& folded = words_[at].folded;
    if (book_.capital_words.contains(folded) || countries().contains(folded)) return true;
    const bool second = at + 1 < words_.size() && is_name_word(at + 1);
    if (!second || book_.small_words.contains(folded) || folded.ends_with("ing")) return false;
    // "Descendant Eberhard Faber": the second word is where the name begins.
    return !book_.capital_words.contains(words_[at + 1].folded) ||
           has(lists_.given_names, folded) || words_.size() < 3;
  }

  /// Behind an opening quote or bracket a capital says as little as at the sentence's head.
  [[nodiscard]] bool is_head(std::size_t at) const {
    const std::string& before = words_[at - 1].folded;
    return before == "\"" || before == "(" || before == ":" || (before == "'" && at == 1);
  }

  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < words_.size()) {
      if (is_name_word(end)) {
        ++end;
      } else if (is_one_of(kInnerWords, words_[end].folded) && continues(end + 1)) {
        end += 2;
      } else if (words_[end].folded == "of" && end + 2 < words_.size() &&
                 words_[end + 1].folded == "the" && continues(end + 2)) {
        end += 3;
      } else {
        break;
      }
    }
    return end;
  }

  [[nodiscard]] bool continues(std::size_t at) const {
    return at < words_.size() && is_name_word(at);
  }

  /// "Emirates President Tim Clark" → Tim Clark: a title inside parts the person from the rest.
  [[nodiscard]] Name make_name(std::size_t first, std::size_t last) const {
    Name name{first, last, {}, NameKind::Unknown, false};
    for (std::size_t at = first; at + 1 < last; ++at) {
      if (!has(lists_.titles, words_[at].folded) || words_[at + 1].folded == "of") continue;
      if (has(lists_.organisations, words_[last - 1].folded)) break;
      name.first = at + 1;
      name.kind = NameKind::Person;
    }
    name.text = std::string(text_between(sentence_, words_, name.first, last));
    if (const auto found = book_.entries.find(name_key(name.text)); found != book_.entries.end())
      name.kind = found->second.kind;
    return name;
  }

  std::string_view sentence_;
  const Words& words_;
  const NameBook& book_;
  const WordLists& lists_;
};

bool is_lower_word(const Word& word) {
  return word.kind == Word::Kind::Plain && !word.capital;
}

/// Which words are written small, which with a capital inside sentences.
void learn_case(const std::vector<PlainSentence>& sentences, NameBook& book) {
  for (const auto& [text, words] : sentences) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (is_lower_word(words[at])) book.small_words.insert(words[at].folded);
      const bool inside = at > 0 && words[at - 1].kind == Word::Kind::Plain;
      if (inside && words[at].capital) book.capital_words.insert(words[at].folded);
    }
  }
}

/// A short title that is never written small is a name, though it may only stand at heads.
void learn_title(std::string_view title, NameBook& book) {
  constexpr std::size_t kLongestTitle = 3;
  const Words words = words_of(title);
  if (words.size() > kLongestTitle) return;
  for (const Word& word : words)
    if (word.capital && !is_function_word(word.folded) && !book.small_words.contains(word.folded))
      book.capital_words.insert(word.folded);
}

/// ", a Swiss mathematician and" behind a name; the noun within four words.
bool person_noun_follows(const Words& words, std::size_t at, const WordLists& lists) {
  if (at < words.size() && words[at].is(",")) ++at;
  if (at < words.size() && (words[at].is("is") || words[at].is("was"))) ++at;
  if (at >= words.size() || !(words[at].is("a") || words[at].is("an") || words[at].is("the")))
    return false;
  for (std::size_t i = at + 1; i < std::min(at + 5, words.size()); ++i) {
    if (words[i].kind == Word::Kind::Mark || is_function_word(words[i].folded)) return false;
    const bool ends = i + 1 >= words.size() || words[i + 1].kind == Word::Kind::Mark ||
                      is_function_word(words[i + 1].folded);
    if (ends) return has(lists.persons, words[i].folded);
  }
  return false;
}

bool has_organisation_word(const Words& words, const Name& name, const WordLists& lists) {
  for (std::size_t at = name.first; at < name.last; ++at)
    if (has(lists.organisations, words[at].folded) || words[at].is("of")) return true;
  return false;
}

NameKind kind_in(const Words& words, const Name& name, const WordLists& lists) {
  if (countries().contains(name_key(name.text))) return NameKind::Country;
  if (has_organisation_word(words, name, lists)) return NameKind::Organisation;
  if (name.kind == NameKind::Person) return NameKind::Person;
  const std::size_t size = name.last - name.first;
  if (size >= 2 && has(lists.given_names, words[name.first].folded)) return NameKind::Person;
  if (name.last + 1 < words.size() && words[name.last].is("was") && words[name.last + 1].is("born"))
    return NameKind::Person;
  if (size >= 2 && person_noun_follows(words, name.last, lists)) return NameKind::Person;
  const bool after_role = name.first > 0 && is_lower_word(words[name.first - 1]) &&
                          has(lists.persons, words[name.first - 1].folded);
  return size >= 2 && after_role ? NameKind::Person : NameKind::Unknown;
}

void learn_kinds(const std::vector<PlainSentence>& sentences, const WordLists& lists,
                 NameBook& book) {
  for (const auto& [text, words] : sentences) {
    for (const Name& name : names_of(text, words, book, lists)) {
      auto& entry = book.entries[name_key(name.text)];
      if (entry.text.empty()) entry.text = name.text;
      ++entry.count;
      if (entry.kind == NameKind::Unknown) entry.kind = kind_in(words, name, lists);
    }
  }
}

void add_full_name(NameBook& book, std::map<std::string, std::size_t>& seen,
                   const std::string& word, const std::string& full) {
  if (++seen[word] == 1)
    book.full_names[word] = full;
  else
    book.full_names.erase(word);
}

/// "Curie" → "Marie Curie", where only one person of the article has that word.
void learn_full_names(NameBook& book) {
  std::map<std::string, std::size_t> seen;
  for (const auto& [key, entry] : book.entries) {
    if (entry.kind != NameKind::Person) continue;
    const Words words = words_of(entry.text);
    if (words.size() < 2) continue;
    add_full_name(book, seen, words.front().folded, entry.text);
    add_full_name(book, seen, words.back().folded, entry.text);
  }
  // A short form that is a name's part elsewhere ("Bernoulli family", "Disney Channel") is open.
  for (const auto& [key, entry] : book.entries) {
    const Words words = words_of(entry.text);
    if (words.size() < 2) continue;
    for (const Word& word : words) {
      const auto found = book.full_names.find(word.folded);
      if (found != book.full_names.end() && !holds_words(words, words_of(found->second)))
        book.full_names.erase(found);
    }
  }
  for (const auto& [word, full] : book.full_names)
    if (const auto found = book.entries.find(word); found != book.entries.end())
      found->second.kind = NameKind::Person;
}

/// How often the article says "he", "she" and the like.
struct Pronouns {
  std::size_t he = 0;
  std::size_t she = 0;
};

Pronouns count_pronouns(const std::vector<PlainSentence>& sentences) {
  Pronouns count;
  for (const PlainSentence& sentence : sentences)
    for (const Word& word : sentence.words) {
      count.he += word.is("he") || word.is("his") ? 1 : 0;
      count.she += word.is("she") || word.is("her") ? 1 : 0;
    }
  return count;
}

/// "Ada Lovelace (1815–1852)" in the first sentences: a bracket with two years or a birth.
bool has_life_dates(const std::vector<PlainSentence>& sentences, const Words& name) {
  constexpr std::size_t kFirstSentences = 4;
  for (std::size_t i = 0; i < std::min(kFirstSentences, sentences.size()); ++i) {
    const Words& words = sentences[i].words;
    if (!holds_words(words, name)) continue;
    std::size_t years = 0;
    for (const Word& word : words)
      years += word.kind == Word::Kind::Number && word.folded.size() == 4 ? 1 : 0;
    const bool born = std::ranges::any_of(words, [](const Word& word) { return word.is("born"); });
    if (years >= 2 || born) return true;
  }
  return false;
}

/// A title that may be a person's whole name: two to four capitals, the last one a name in the
/// text.
bool reads_as_person(const Words& title, const NameBook& book, const WordLists& lists) {
  if (title.size() < 2 || title.size() > 4 || !book.capital_words.contains(title.back().folded))
    return false;
  return std::ranges::all_of(title, [&](const Word& word) {
    return word.kind == Word::Kind::Plain && word.capital && !is_function_word(word.folded) &&
           !has(lists.organisations, word.folded);
  });
}

/// "Photosynthesis is …", "The black hole is …" under such a title.
void find_common_topic(std::string_view title, const std::vector<PlainSentence>& sentences,
                       NameBook& book) {
  constexpr std::size_t kLongestTitle = 4;
  const Words topic = words_of(title);
  if (topic.empty() || topic.size() > kLongestTitle) return;
  for (const auto& [text, words] : sentences) {
    const std::size_t head = !words.empty() && words[0].is("the") ? 1 : 0;
    const std::size_t end = head + topic.size();
    if (end >= words.size() || !(words[end].is("is") || words[end].is("are"))) continue;
    bool same = true;
    for (std::size_t i = 0; i < topic.size(); ++i)
      same = same && words[head + i].folded == topic[i].folded;
    if (!same) continue;
    book.topic = text_between(text, words, head, end);
    book.common_topic = book.small_words.contains(topic.front().folded) &&
                        !book.capital_words.contains(topic.front().folded);
    return;
  }
}

void find_topic(std::string_view title, const std::vector<PlainSentence>& sentences,
                const WordLists& lists, NameBook& book) {
  const Words title_words = words_of(title);
  std::size_t best = 0;
  for (const auto& [key, entry] : book.entries) {
    const Words words = words_of(entry.text);
    const bool whole = words.size() == title_words.size();
    if (!holds_words(title_words, words) || (entry.count < 2 && !whole && title_words.size() > 3))
      continue;
    const std::size_t weight = entry.count + words.size() * 2 + (whole ? 1000 : 0);
    if (weight <= best) continue;
    best = weight;
    book.topic = entry.text;
    book.topic_kind = entry.kind;
  }
  const auto [he, she] = count_pronouns(sentences);
  constexpr std::size_t kClearly = 5;
  if (he + she < kClearly) return;
  const bool clear = he > kClearly * she || she > kClearly * he;
  const Words topic_words = words_of(book.topic);
  const bool surname = topic_words.size() == 1 && title_words.size() > 1 &&
                       !book.full_names.contains(topic_words[0].folded) &&
                       topic_words[0].folded == title_words.back().folded;
  if (clear && (book.topic_kind != NameKind::Person || surname) &&
      reads_as_person(title_words, book, lists)) {
    book.topic = title;
    book.topic_kind = NameKind::Person;
  }
  if (book.topic_kind == NameKind::Unknown && has_life_dates(sentences, words_of(book.topic)))
    book.topic_kind = NameKind::Person;
  if (he > kClearly * she) book.topic_pronoun = 'h';
  if (she > kClearly * he) book.topic_pronoun = 's';
}

/// In a life the bare surname is its person: "Curie" is Marie Curie wherever it stands alone.
void name_topic_person(NameBook& book) {
  if (const auto full = book.full_names.find(name_key(book.topic)); full != book.full_names.end()) {
    book.topic = full->second;
    book.topic_kind = NameKind::Person;
  }
  if (book.topic_kind != NameKind::Person) return;
  const Words words = words_of(book.topic);
  for (const Word* word : {&words.front(), &words.back()}) {
    if (words.size() < 2 || !book.entries.contains(word->folded)) continue;
    book.full_names[word->folded] = book.topic;
    book.entries[word->folded].kind = NameKind::Person;
  }
  book.entries[name_key(book.topic)].kind = NameKind::Person;
}

}  // namespace

NameBook make_name_book(std::string_view title, const std::vector<PlainSentence>& sentences,
                        const WordLists& lists, const KnownKinds& known) {
  NameBook book;
  learn_case(sentences, book);
  learn_title(title, book);
  learn_kinds(sentences, lists, book);
  for (auto& [key, entry] : book.entries)
    if (const auto kind = known.find(key); kind != known.end() && entry.kind == NameKind::Unknown)
      entry.kind = kind->second;
  learn_full_names(book);
  find_topic(title, sentences, lists, book);
  if (book.topic.empty()) find_common_topic(title, sentences, book);
  name_topic_person(book);
  return book;
}

std::vector<Name> names_of(std::string_view sentence, const Words& words, const NameBook& book,
                           const WordLists& lists) {
  std::vector<Name> names = Runs(sentence, words, book, lists).all();
  if (book.topic.empty()) return names;
  const std::size_t head = !words.empty() && words[0].is("the") ? 1 : 0;
  const std::size_t length = match_phrase(words, head, fold_case(book.topic));
  const bool known = !names.empty() && names.front().first <= head;
  if (length == 0 || known) return names;
  const std::string text(text_between(sentence, words, head, head + length));
  names.insert(names.begin(), {head, head + length, text, book.topic_kind, book.common_topic});
  return names;
}

bool is_origin_adjective(std::string_view folded) {
  constexpr std::array<std::string_view, 16> kIrregular{
      "french", "dutch",    "greek",  "swiss", "thai",   "czech",   "welsh",   "arab",
      "arabic", "catholic", "jewish", "roman", "german", "islamic", "western", "eastern"};
  constexpr std::array<std::string_view, 6> kEndings{"ish", "ese", "ian", "ean", "ican", "ians"};
  if (is_one_of(kIrregular, folded)) return true;
  return std::ranges::any_of(kEndings, [&](std::string_view e) { return folded.ends_with(e); });
}

bool is_function_word(std::string_view folded) {
  return function_words().contains(folded);
}

std::string name_key(std::string_view name) {
  std::string key = fold_case(name);
  if (key.ends_with("'s")) key.resize(key.size() - 2);
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

}  // namespace recto::questions
