#include "tools/questions/terms.h"

#include <algorithm>

#include "content/base/fold.h"
#include "tools/patterns/names.h"
#include "tools/patterns/nominal.h"
#include "tools/questions/answerability.h"
#include "tools/questions/words.h"
#include "tools/statements/standing.h"

namespace recto::questions {
namespace {

using patterns::WordId;
using patterns::Words;
using statements::ReadSentence;

constexpr WordId kMostWords = 3;
constexpr float kEveryday = 4.0F;  ///< commonness of adjectives that tell things apart, no more

/// The words of the noun phrase that ends with `noun`, without its article.
Words phrase_of(const ReadSentence& sentence, WordId noun) {
  const auto& words = sentence.words;
  Words phrase{noun, noun + 1};
  while (phrase.begin > 0 && phrase.end - phrase.begin < kMostWords) {
    const WordId at = phrase.begin - 1;
    const bool part =
        words.head(at) == noun && ((words.relation(at) == "compound" && words.upos(at) == "NOUN") ||
                                   (words.relation(at) == "amod" && words.xpos(at) == "JJ"));
    if (!part || sentence.mention_at(at) != nullptr || sentence.value_at(at) != nullptr) break;
    phrase.begin = at;
  }
  return phrase;
}

std::string key_of(const ReadSentence& sentence, Words words) {
  std::string key;
  for (WordId at = words.begin; at + 1 < words.end; ++at)
    key += fold_case(sentence.words.word(at)) + ' ';
  return key + sentence.token(words.end - 1).lemma;
}

bool is_noun(const ReadSentence& sentence, WordId at) {
  return sentence.words.upos(at) == "NOUN" && sentence.mention_at(at) == nullptr &&
         sentence.value_at(at) == nullptr;
}

}  // namespace

Terms::Terms(const statements::Reading& reading, const Lexicon& lexicon,
             const std::vector<std::string_view>& headings)
    : lexicon_(lexicon) {
  for (const ReadSentence& sentence : reading.sentences) {
    std::set<std::string> keys;
    for (WordId at = 0; at < sentence.words.size(); ++at)
      if (is_noun(sentence, at))
        for (Words phrase = phrase_of(sentence, at); phrase.begin <= at; ++phrase.begin)
          keys.insert(key_of(sentence, phrase));
    for (const std::string& key : keys)
      ++sentences_[key];
  }
  for (const std::string_view heading : headings) {
    const PlainWords words = words_of(heading);
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      std::string run;
      for (std::size_t end = begin; end < std::min(words.size(), begin + kMostWords); ++end) {
        if (!run.empty()) run += ' ';
        run += words[end].folded;
        headings_.insert(run);
      }
    }
  }
}

bool Terms::is_term_noun(const ReadSentence& sentence, WordId noun) const {
  if (!is_noun(sentence, noun)) return false;
  const std::string& lemma = sentence.token(noun).lemma;
  const std::string_view word = sentence.words.word(noun);
  if (lemma.size() < 3 || statements::is_vague(lemma) || patterns::is_capital(word)) return false;
  if (word.find_first_of("0123456789") != std::string_view::npos) return false;
  switch (patterns::first_category(lexicon_, lemma)) {
    case Category::Time:
    case Category::Quantity: return false;
    default: return true;
  }
}

Term Terms::term_of(const ReadSentence& sentence, Words words) const {
  Term term{words, key_of(sentence, words), 0, false, 0};
  const auto found = sentences_.find(term.key);
  term.sentences = found == sentences_.end() ? 0 : found->second;
  std::string surface;
  for (WordId at = words.begin; at < words.end; ++at)
    surface += (surface.empty() ? "" : " ") + fold_case(sentence.words.word(at));
  term.in_heading = headings_.contains(term.key) || headings_.contains(surface) ||
                    headings_.contains(term.key + 's');
  term.common = commonness(lexicon_, sentence.token(words.end - 1).lemma, PartOfSpeech::Noun);
  return term;
}

Term Terms::at(const ReadSentence& sentence, WordId noun) const {
  if (!is_term_noun(sentence, noun)) return {};
  const Words longest = phrase_of(sentence, noun);
  for (Words words = longest; words.begin <= noun; ++words.begin) {
    Term term = term_of(sentence, words);
    if (term.in_heading || term.sentences > 1) return term;
  }
  Words words = longest;
  while (words.begin < noun && sentence.words.upos(words.begin) == "ADJ" &&
         commonness(lexicon_, sentence.token(words.begin).lemma, PartOfSpeech::Adjective) >
             kEveryday)
    ++words.begin;
  return term_of(sentence, words);
}

}  // namespace recto::questions
