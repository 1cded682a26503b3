#include "tools/patterns/names.h"

#include <algorithm>
#include <string>

#include "content/base/ascii.h"
#include "content/words/inflection.h"

namespace recto::patterns {
namespace {

constexpr WordId kLongestName = 16;

bool is_part(const Sentence& sentence, WordId at) {
  return sentence.upos(at) == "PROPN";
}

bool is_hyphen(const Sentence& sentence, WordId at) {
  return sentence.word(at) == "-" && sentence.is_glued(at) && sentence.is_glued(at + 1);
}

/// What stands between two words of one name: "Ludwig van Beethoven", "Baden-Baden".
bool is_link(const Sentence& sentence, WordId at) {
  return is_hyphen(sentence, at) ||
         sentence.is_one_of(at, {"van", "von", "der", "den", "de", "du", "del", "della", "la", "le",
                                 "am", "al", "bin", "ibn", "&"});
}

/// "Louis XIV", "Apollo 11": a number that ends a name.
bool is_number_of_name(const Sentence& sentence, WordId at) {
  return sentence.upos(at) == "NUM" && sentence.word(at).size() <= 2;
}

/// "National", "Royal" before a proper noun are part of it, "Swiss" is not.
bool is_adjective_of_name(const Sentence& sentence, const Lexicon& lexicon, WordId at) {
  return at > 0 && sentence.upos(at) == "ADJ" && is_capital(sentence.word(at)) &&
         is_part(sentence, at + 1) &&
         std::ranges::any_of(lexicon.senses(sentence.word(at), PartOfSpeech::Adjective),
                             [](const Sense& sense) { return sense.casing == Casing::Lower; });
}

/// Behind "of" a name goes on where its last word says what it is ("University of Basel"), and
/// behind a name alone ("Anne of Cleves"), but not in "Ada Byron of London".
WordId behind_preposition(const Sentence& sentence, const Lexicon& lexicon, Words name) {
  const bool alone = name.end - name.begin == 1 && sentence.is(name.end, "of");
  if (!alone && !(sentence.is_one_of(name.end, {"of", "for"}) &&
                  is_common_noun(lexicon, sentence.word(name.end - 1))))
    return name.end;
  return sentence.is(name.end + 1, "the") ? name.end + 2 : name.end + 1;
}

/// The end of the run of proper nouns that begins at `at`.
WordId end_of_run(const Sentence& sentence, const Lexicon& lexicon, WordId at) {
  WordId end = at + 1;
  while (end < sentence.size()) {
    if (is_part(sentence, end) || is_number_of_name(sentence, end) ||
        is_adjective_of_name(sentence, lexicon, end)) {
      ++end;
      continue;
    }
    WordId next = behind_preposition(sentence, lexicon, {at, end});
    while (next < end + 3 && is_link(sentence, next))
      ++next;
    if (next == end) break;
    if (!is_part(sentence, next) && !is_adjective_of_name(sentence, lexicon, next)) break;
    end = next + 1;
  }
  return end;
}

/// "Anatole-" of "Anatole-Louis", when the tagger knows the second part alone.
WordId begin_of_run(const Sentence& sentence, WordId at) {
  const bool hyphen = at >= 2 && is_hyphen(sentence, at - 1);
  return hyphen && is_capital(sentence.word(at - 2)) ? at - 2 : at;
}

bool is_date_word(const Sentence& sentence, Words words) {
  return words.end - words.begin == 1 &&
         sentence.is_one_of(
             words.begin,
             {"january",   "february",  "march",   "april",    "may",      "june",   "july",
              "august",    "september", "october", "november", "december", "monday", "tuesday",
              "wednesday", "thursday",  "friday",  "saturday", "sunday",   "jan.",   "feb.",
              "aug.",      "sept.",     "oct.",    "nov.",     "dec."});
}

std::optional<language::NameKind> kind_of(Category category) {
  switch (category) {
    case Category::Person: return language::NameKind::Person;
    case Category::Location:
    case Category::Object: return language::NameKind::Place;
    case Category::Group: return language::NameKind::Organisation;
    case Category::Event: return language::NameKind::Event;
    default: return std::nullopt;
  }
}

/// What all senses agree on.
std::optional<language::NameKind> known_kind(const Sentence& sentence, Words words,
                                             const Lexicon& lexicon) {
  std::string form;
  for (WordId at = words.begin; at < words.end; ++at)
    form += (form.empty() ? "" : " ") + ascii_lowered(sentence.word(at));
  std::optional<language::NameKind> kind;
  for (const Sense& sense : lexicon.senses(form, PartOfSpeech::Noun)) {
    const Synset synset = lexicon.synset(sense.synset);
    const auto one = synset.instance ? kind_of(synset.category) : std::nullopt;
    if (!one || (kind && *kind != *one)) return std::nullopt;
    kind = one;
  }
  return kind;
}

}  // namespace

bool is_capital(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool is_common_noun(const Lexicon& lexicon, std::string_view word) {
  const auto lemma = lemma_of(lexicon, word, PartOfSpeech::Noun);
  return lemma &&
         std::ranges::any_of(lexicon.senses(*lemma, PartOfSpeech::Noun),
                             [](const Sense& sense) { return sense.casing == Casing::Lower; });
}

std::vector<NamePhrase> find_names(const Sentence& sentence, const Lexicon& lexicon) {
  const auto& known = sentence.analysed().names;
  std::vector<NamePhrase> names;
  std::size_t next = 0;
  for (WordId at = 0; at < sentence.size();) {
    while (next < known.size() && known[next].end <= at)
      ++next;
    const bool is_known = next < known.size() && known[next].begin <= at;
    const bool is_begin = is_part(sentence, at) || is_adjective_of_name(sentence, lexicon, at);
    if (!is_known && !is_begin) {
      ++at;
      continue;
    }
    NamePhrase name{{at, at + 1}, std::nullopt};
    if (is_begin) {
      const WordId free = names.empty() ? 0 : names.back().words.end;
      name.words.end = end_of_run(sentence, lexicon, at);
      name.words.begin = std::max(free, begin_of_run(sentence, at));
    }
    // Names that analysis found are whole, and the last one says what the phrase is.
    for (; next < known.size() && known[next].begin < name.words.end; ++next) {
      name.words.end = std::min(sentence.size(), std::max(name.words.end, known[next].end));
      name.kind = known[next].kind;
    }
    at = name.words.end;
    if (next > 0 && known[next - 1].end < name.words.end) name.kind.reset();
    if (is_date_word(sentence, name.words)) continue;
    if (!name.kind && name.words.end - name.words.begin <= kLongestName)
      name.kind = known_kind(sentence, name.words, lexicon);
    names.push_back(name);
  }
  return names;
}

}  // namespace recto::patterns
