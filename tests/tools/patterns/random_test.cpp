// Any words, tags and trees: what the recognisers find lies inside the text.
#include "content/base/random.h"

#include <array>
#include <string>
#include <string_view>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tools/patterns/abbreviations.h"
#include "tools/patterns/aliases.h"
#include "tools/patterns/apposition.h"
#include "tools/patterns/claims.h"
#include "tools/patterns/life_dates.h"
#include "tools/patterns/quotations.h"
#include "tools/patterns/values.h"

namespace recto::patterns {
namespace {

constexpr std::array<std::string_view, 44> kWords{
    "Ada", "Tarr", "of",     "the",  "poet",  "city",  ",",         "(",     ")",     "\"", "“",
    "”",   "said", "that",   "1700", "–",     "1782",  "born",      "WHO",   "World", "'s", "-",
    ".",   ":",    ";",      "and",  "who",   "also",  "known",     "as",    "told",  "5",  "kg",
    "to",  "he",   "Health", "a",    "Greek", "Αθήνα", "according", "years", "ago",   "‘",  "’"};
constexpr std::array<language::Tag, 16> kTags{{{"NOUN", "NN"},
                                               {"NOUN", "NNS"},
                                               {"PROPN", "NNP"},
                                               {"VERB", "VBD"},
                                               {"VERB", "VBN"},
                                               {"VERB", "VBG"},
                                               {"DET", "DT"},
                                               {"ADJ", "JJ"},
                                               {"ADP", "IN"},
                                               {"PUNCT", ","},
                                               {"NUM", "CD"},
                                               {"PART", "POS"},
                                               {"PRON", "PRP"},
                                               {"CCONJ", "CC"},
                                               {"ADV", "RB"},
                                               {"AUX", "VBZ"}}};
constexpr std::array<std::string_view, 6> kRelations{"nsubj", "appos", "conj",
                                                     "ccomp", "dep",   "root"};

language::AnalysedSentence random_sentence(Random& random, std::string& text) {
  language::AnalysedSentence sentence;
  sentence.span.begin = text.size();
  const auto count = static_cast<WordId>(random.below(40));
  for (WordId i = 0; i < count; ++i) {
    if (random.below(4) != 0) text += ' ';
    const std::string_view word = kWords.at(random.below(kWords.size()));
    language::Token token;
    token.span = {text.size() - sentence.span.begin,
                  text.size() - sentence.span.begin + word.size()};
    text += word;
    token.tag = kTags.at(random.below(kTags.size()));
    token.relation = kRelations.at(random.below(kRelations.size()));
    token.head = static_cast<WordId>(random.below(count + 2));  // outside, too
    sentence.tokens.push_back(token);
  }
  sentence.span.end = text.size();
  if (count > 4 && random.below(2) == 0)
    sentence.names.push_back({1, 3, language::NameKind::Person, 1.0F});
  return sentence;
}

void check(const Sentence& sentence, Words words) {
  CHECK(words.begin < words.end);
  CHECK(words.end <= sentence.size());
}

void check(const Sentence& sentence) {
  const Lexicon& lexicon = test::shipped_lexicon();
  for (const Apposition& one : find_appositions(sentence, lexicon)) {
    check(sentence, one.name);
    check(sentence, one.description);
    CHECK(one.description.holds(one.head));
  }
  for (const Abbreviation& one : find_abbreviations(sentence)) {
    check(sentence, one.full);
    check(sentence, one.brief);
  }
  for (const Alias& one : find_aliases(sentence, lexicon)) {
    check(sentence, one.name);
    check(sentence, one.other);
  }
  for (const LifeDates& one : find_life_dates(sentence, lexicon)) {
    check(sentence, one.name);
    CHECK((one.birth || one.death));
  }
  for (const Claim& one : find_claims(sentence, lexicon)) {
    check(sentence, one.source);
    check(sentence, one.claim);
  }
  for (const SentenceValue& one : find_values(sentence))
    CHECK(one.span.end <= sentence.text().size());
}

TEST_CASE("patterns: any words, tags and trees") {
  test::for_seeds(2000, [](Random& random) {
    std::string text;
    std::vector<language::AnalysedSentence> sentences;
    sentences.reserve(3);
    for (int i = 0; i < 3; ++i)
      sentences.push_back(random_sentence(random, text));
    for (const language::AnalysedSentence& one : sentences) {
      const std::string_view inside =
          std::string_view(text).substr(one.span.begin, one.span.end - one.span.begin);
      check(Sentence(inside, one));
    }
    for (const Quotation& one : find_quotations(text, sentences, test::shipped_lexicon())) {
      CHECK(one.span.end <= text.size());
      CHECK(one.inside.begin < one.inside.end);
      if (one.speaker) CHECK(one.speaker->begin < one.speaker->end);
    }
  });
}

}  // namespace
}  // namespace recto::patterns
