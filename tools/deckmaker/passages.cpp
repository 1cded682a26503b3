#include "tools/deckmaker/passages.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <unicode/uchar.h>
#include <utility>

#include "content/base/digest.h"
#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::deckmaker {
namespace {

bool is_passage(const Block& block) {
  return block.type != BlockType::Heading && block.type != BlockType::Caption &&
         block.type != BlockType::Code;
}

/// A word of a sentence with what stands around it.
struct Word {
  std::string_view text;  ///< without punctuation at its ends and without 's
  bool capital = false;
  bool opens = false;   ///< first in its sentence, its line or a quotation
  bool closed = false;  ///< a comma, stop or bracket stands behind it
};

bool is_letter_or_digit(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s", "‘s", "'", "’"})
    if (word.size() > ending.size() && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  return word;
}

/// "St. Petersburg", "J. K. Rowling": the stop does not end the name.
bool is_abbreviation(std::string_view word, const language::Abbreviations& known) {
  return count_code_points(word) == 1 || known.inside.contains(word);
}

Word word_of(std::string_view raw, bool first, const language::Abbreviations& known) {
  std::size_t begin = 0;
  for (std::size_t next = 0; begin < raw.size(); begin = next)
    if (is_letter_or_digit(next_code_point(raw, next))) break;
  std::size_t end = begin;
  for (std::size_t at = begin; at < raw.size();)
    if (is_letter_or_digit(next_code_point(raw, at))) end = at;
  Word word;
  const std::string_view inner = raw.substr(begin, end - begin);
  word.text = without_possessive(inner);
  word.closed = word.text.size() < inner.size() ||
                (end < raw.size() && !(raw.substr(end) == "." && is_abbreviation(inner, known)));
  word.opens = first || begin > 0;
  std::size_t at = 0;
  word.capital =
      !word.text.empty() && u_isupper(static_cast<UChar32>(next_code_point(word.text, at))) != 0;
  return word;
}

std::vector<Word> words_of(std::string_view sentence, const language::Abbreviations& known) {
  std::vector<Word> words;
  bool first = true;
  for (std::size_t at = 0; at < sentence.size();) {
    at = std::min(sentence.find_first_not_of(" \t", at), sentence.size());
    const std::size_t end = std::min(sentence.find_first_of(" \t", at), sentence.size());
    if (end == at) break;
    words.push_back(word_of(sentence.substr(at, end - at), first, known));
    first = words.back().text.empty() || sentence[end - 1] == ':';
    at = end;
  }
  return words;
}

/// Small words inside names: "University of Basel", "Simón de la Torre".
bool joins_names(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kJoints{"of",  "de",  "la",  "del", "du", "van",
                                                            "von", "der", "den", "di",  "da", "le"};
  return std::find(kJoints.begin(), kJoints.end(), word) != kJoints.end();
}

/// Words that have a capital and are no names.
bool is_no_name(const Word& word, const language::Abbreviations& abbreviations) {
  static constexpr std::array<std::string_view, 21> kOthers{
      "I",         "I'm",      "I’m",    "I've",     "I’ve",   "Monday",  "Tuesday",
      "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February",
      "March",     "April",    "June",   "July",     "August", "October", "December"};
  return !word.capital || abbreviations.openers.contains(word.text) || word.text == "September" ||
         word.text == "November" ||
         std::find(kOthers.begin(), kOthers.end(), word.text) != kOthers.end();
}

/// Behind the name that begins at word `at`, which is a name's word.
std::size_t end_of_name(const std::vector<Word>& words, std::size_t at,
                        const language::Abbreviations& abbreviations) {
  std::size_t end = at + 1;
  while (!words[end - 1].closed && end < words.size()) {
    std::size_t next = end;
    while (next < words.size() && joins_names(words[next].text) && !words[next].closed)
      ++next;
    if (next >= words.size() || words[next].opens || is_no_name(words[next], abbreviations)) break;
    end = next + 1;
  }
  return end;
}

class Names {
 public:
  Names(const std::string& language, const language::Abbreviations& abbreviations)
      : language_(language), abbreviations_(abbreviations) {}

  void note(std::string_view sentence) {
    const std::vector<Word> words = words_of(sentence, abbreviations_);
    for (const Word& word : words)
      if (!word.capital) small_.insert(std::string(word.text));
    for (std::size_t at = 0; at < words.size();) {
      if (is_no_name(words[at], abbreviations_)) {
        ++at;
        continue;
      }
      const std::size_t end = end_of_name(words, at, abbreviations_);
      // A word that opens a sentence has a capital anyway: it needs a second one behind it.
      if (!words[at].opens || end > at + 1) add(sentence, words, at, end);
      at = end;
    }
  }

  std::vector<std::string> take() {
    std::erase_if(names_, [&](const std::string& name) {
      return small_.contains(fold_case(std::string_view(name).substr(0, name.find(' '))));
    });
    return std::move(names_);
  }

 private:
  void add(std::string_view sentence, const std::vector<Word>& words, std::size_t at,
           std::size_t end) {
    const bool single = end == at + 1;
    if (single && (language_.starts_with("de") || count_code_points(words[at].text) < 2)) return;
    const auto* first = words[at].text.data();
    const auto* last = words[end - 1].text.data() + words[end - 1].text.size();
    std::string name(sentence.substr(static_cast<std::size_t>(first - sentence.data()),
                                     static_cast<std::size_t>(last - first)));
    if (known_.insert(fold_case(name)).second) names_.push_back(std::move(name));
  }

  const std::string& language_;
  const language::Abbreviations& abbreviations_;
  std::vector<std::string> names_;
  std::set<std::string> known_;  ///< folded
  std::set<std::string> small_;  ///< words that the article writes in small letters
};

}  // namespace

Passages passages_of(const Article& article) {
  Passages made;
  std::string heading;
  bool heading_opens_faq = false;  // the block before is that heading, or a FAQ entry below it
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    const bool faq = block.type == BlockType::Faq;
    if (block.type == BlockType::Heading) heading = block.text;
    heading_opens_faq = block.type == BlockType::Heading || (heading_opens_faq && faq);
    if (!is_passage(block)) continue;
    Passage passage;
    passage.id = {"p" + std::to_string(made.passages.size() + 1)};
    if (!faq || heading_opens_faq) passage.heading = heading;
    passage.text = faq ? block.question + "\n" + block.text : block.text;
    made.passages.push_back(std::move(passage));
    made.blocks.push_back(i);
  }
  return made;
}

void add_capitalised_names(const std::vector<Passage>& passages, const std::string& language,
                           const language::Abbreviations& abbreviations,
                           std::vector<std::string>& names) {
  Names capitalised(language, abbreviations);
  for (const Passage& passage : passages)
    for (const language::Span span : language::sentences(passage.text, language, abbreviations))
      capitalised.note(std::string_view(passage.text).substr(span.begin, span.end - span.begin));
  std::set<std::string> known;
  for (const std::string& name : names)
    known.insert(fold_case(name));
  for (std::string& name : capitalised.take())
    if (known.insert(fold_case(name)).second) names.push_back(std::move(name));
}

void tag_chapters(const Article& article, const std::vector<std::size_t>& blocks, Deck& deck) {
  std::map<PassageId, std::string_view> chapters;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    chapters.emplace(deck.passages[i].id, article.blocks[blocks[i]].chapter);
  for (Card& card : deck.cards) {
    if (!card.evidence) continue;
    const std::string_view chapter = chapters[card.evidence->passage];
    if (!chapter.empty()) card.tags.emplace_back(chapter);
  }
}

DeckId make_deck_id(const Article& article) {
  return {"d" + short_digest(article.url.empty() ? fold_case(article.title) : article.url)};
}

}  // namespace recto::deckmaker
