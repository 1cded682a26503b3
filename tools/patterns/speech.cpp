#include "tools/patterns/speech.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "content/words/inflection.h"

namespace recto::patterns {
namespace {

constexpr WordId kLongestPhrase = 16;
constexpr WordId kLongestInsertion = 30;
constexpr WordId kLeastFar = 6;

bool is_part_of_phrase(const Sentence& sentence, WordId at) {
  const std::string_view upos = sentence.upos(at);
  return upos == "DET" || upos == "ADJ" || upos == "NOUN" || upos == "PROPN" || upos == "NUM" ||
         sentence.xpos(at) == "POS" || sentence.xpos(at) == "PRP$" ||
         sentence.is_one_of(at, {"-", "&"});
}

bool is_noun(const Sentence& sentence, WordId at) {
  return sentence.upos(at) == "NOUN" || sentence.upos(at) == "PROPN";
}

/// A preposition between two parts of one phrase: "critics of the plan".
bool is_link(const Sentence& sentence, WordId at) {
  return at > 0 && sentence.is_one_of(at, {"of", "for", "from"}) && is_noun(sentence, at - 1);
}

bool is_speaker(const Sentence& sentence, WordId at) {
  if (sentence.upos(at) == "PRON")
    return sentence.is_one_of(at, {"he", "she", "they", "it", "i", "we", "you"});
  return is_noun(sentence, at) || (sentence.word(at) == "%" && sentence.upos(at) != "PUNCT");
}

bool is_be(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {"is", "are", "was", "were", "be", "been", "being"});
}

/// The last word before what is inserted: over adverbs, auxiliaries, "(…)", ", …,". None when the
/// verb is negated.
std::optional<WordId> end_of_subject(const Sentence& sentence, WordId verb) {
  WordId end = verb;
  // "Tarr left, saying": a participle's subject is not certain.
  if (sentence.xpos(verb) == "VBG" && verb > 0 && sentence.word(verb - 1) == ",")
    return std::nullopt;
  for (int insertions = 0; end > 0;) {
    const WordId before = end - 1;
    if (sentence.is_one_of(before, {"not", "n't", "n’t", "never"})) return std::nullopt;
    // "it is alleged": nobody says.
    if (sentence.xpos(verb) == "VBN" && is_be(sentence, before)) return std::nullopt;
    if (sentence.upos(before) == "ADV" || sentence.upos(before) == "AUX") {
      --end;
      continue;
    }
    const bool bracket = sentence.word(before) == ")";
    if (!bracket && sentence.word(before) != ",") break;
    if (++insertions > 2) return std::nullopt;
    const std::string_view opening = bracket ? "(" : ",";
    WordId open = before;
    while (open > 0 && before - open < kLongestInsertion && sentence.word(open - 1) != opening)
      --open;
    if (open == 0 || sentence.word(open - 1) != opening) return std::nullopt;
    end = open - 1;
  }
  return end;
}

/// The noun phrase that ends before a word.
Words phrase_before(const Sentence& sentence, WordId end) {
  Words words{end - 1, end};
  if (sentence.upos(words.begin) == "PRON") return words;
  while (words.begin > 0 && end - words.begin < kLongestPhrase &&
         (is_part_of_phrase(sentence, words.begin - 1) || is_link(sentence, words.begin - 1)))
    --words.begin;
  return words;
}

/// What makes the phrase behind it no subject of its own: "as Tarr said", "what Tarr said", the end
/// of a quotation that is part of the phrase.
bool is_bound(const Sentence& sentence, WordId at, bool pronoun) {
  const std::string_view xpos = sentence.xpos(at);
  if (!pronoun && sentence.is_one_of(at, {"\"", "”", "''"})) return true;
  return xpos == "WP" || xpos == "WDT" || xpos == "WRB" || xpos == "WP$" ||
         sentence.is_one_of(at, {"as", "like", "than", "if", "unless", "while", "although",
                                 "though", "because", "whether"});
}

/// The verb's subject as the tree has it; size() for none.
WordId subject_of(const Sentence& sentence, WordId verb) {
  for (WordId at = verb; at > 0 && verb - at < kLongestInsertion + kLongestPhrase; --at)
    if (sentence.relation(at - 1) == "nsubj" && sentence.head(at - 1) == verb) return at - 1;
  return sentence.size();
}

}  // namespace

bool is_saying(const Sentence& sentence, WordId at, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 57> kSaying{
      "say",        "tell",     "write",    "state",     "add",       "ask",         "reply",
      "answer",     "announce", "explain",  "argue",     "claim",     "note",        "observe",
      "remark",     "declare",  "insist",   "suggest",   "admit",     "report",      "warn",
      "tweet",      "shout",    "whisper",  "respond",   "continue",  "comment",     "assert",
      "estimate",   "predict",  "stress",   "emphasize", "emphasise", "acknowledge", "complain",
      "confirm",    "allege",   "maintain", "contend",   "joke",      "quip",        "cry",
      "exclaim",    "believe",  "recall",   "post",      "boast",     "conclude",    "think",
      "testify",    "deny",     "agree",    "speculate", "concede",   "theorize",    "chant",
      "hypothesize"};
  if (sentence.upos(at) != "VERB") return false;
  const auto lemma = lemma_of(lexicon, sentence.word(at), PartOfSpeech::Verb);
  return lemma && std::ranges::find(kSaying, *lemma) != kSaying.end();
}

std::optional<Words> subject_before(const Sentence& sentence, WordId verb) {
  const auto end = end_of_subject(sentence, verb);
  if (!end || *end == 0 || !is_speaker(sentence, *end - 1)) return std::nullopt;
  Words words = phrase_before(sentence, *end);
  // "Jo Tarr, head of the firm, a unit of Acme, said": over the other addition, too.
  const bool chained = *end < verb && words.begin >= 2 && sentence.word(words.begin - 1) == "," &&
                       sentence.upos(words.begin - 2) == "PROPN";
  if (chained) words = phrase_before(sentence, words.begin - 1);
  const bool pronoun = sentence.upos(words.begin) == "PRON" && words.end - words.begin == 1;
  if (words.begin > 0 && is_bound(sentence, words.begin - 1, pronoun)) return std::nullopt;
  if (pronoun) return words;
  const WordId subject = subject_of(sentence, verb);
  const bool named = words.end == verb && sentence.upos(verb - 1) == "PROPN";
  // The tree has none: a name right before the verb will do.
  if (subject == sentence.size()) return named ? std::optional(words) : std::nullopt;
  if (chained && words.begin <= subject) return words;
  if (!words.holds(subject)) {
    // "the minister, Jo Tarr said": the tree has the minister.
    const bool apposed = named && words.begin > 0 && sentence.word(words.begin - 1) == "," &&
                         subject < words.begin && words.begin - subject < kLeastFar;
    return apposed ? std::optional(words) : std::nullopt;
  }
  for (WordId at = words.begin; at < subject; ++at)
    if (is_link(sentence, at)) return words;
  const WordId first = words.begin;
  while (words.begin < subject && !is_below(sentence, words.begin, subject))
    ++words.begin;
  while (words.begin > first && sentence.upos(words.begin - 1) == "PROPN" &&
         sentence.upos(words.begin) == "PROPN")
    --words.begin;
  return words;
}

std::optional<Words> speaker_at(const Sentence& sentence, WordId at) {
  Words words{at, at};
  if (sentence.upos(at) == "PRON" && sentence.xpos(at) != "PRP$")
    return is_speaker(sentence, at) ? std::optional(Words{at, at + 1}) : std::nullopt;
  while (words.end < sentence.size() && words.end - at < kLongestPhrase &&
         (is_part_of_phrase(sentence, words.end) ||
          (is_link(sentence, words.end) && is_part_of_phrase(sentence, words.end + 1))))
    ++words.end;
  while (!words.empty() && !is_speaker(sentence, words.end - 1))
    --words.end;
  return words.empty() ? std::nullopt : std::optional(words);
}

}  // namespace recto::patterns
