#include "tools/patterns/nominal.h"

#include <algorithm>

namespace recto::patterns {
namespace {

constexpr WordId kLongest = 16;

bool is_owner_end(const Sentence& sentence, WordId at) {
  return sentence.xpos(at) == "POS";
}

bool is_year(const Sentence& sentence, WordId at) {
  const std::string_view word = sentence.word(at);
  return word.size() == 4 && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_hyphen(const Sentence& sentence, WordId at) {
  return (sentence.word(at) == "-" || sentence.word(at) == "–") && sentence.is_glued(at) &&
         sentence.is_glued(at + 1);
}

bool is_modifier(const Sentence& sentence, WordId at) {
  const std::string_view upos = sentence.upos(at);
  if (upos == "ADJ" || upos == "NOUN" || upos == "PROPN" || is_hyphen(sentence, at + 1))
    return true;
  if (upos == "VERB") return sentence.xpos(at) == "VBN" || sentence.xpos(at) == "VBG";
  if (upos == "ADV")
    return sentence.upos(at + 1) == "ADJ" || sentence.xpos(at + 1) == "VBN" ||
           sentence.is_one_of(at, {"then", "once"});
  if (upos == "NUM") return is_year(sentence, at);
  return false;
}

/// Hyphens inside words, "'s", "and" and commas between adjectives.
bool is_joint(const Sentence& sentence, WordId at) {
  if (at == 0) return false;
  if (is_hyphen(sentence, at) || is_owner_end(sentence, at)) return true;
  return (sentence.is(at, ",") || sentence.is(at, "and")) && sentence.upos(at - 1) == "ADJ" &&
         sentence.upos(at + 1) == "ADJ";
}

struct Head {
  WordId noun = 0;
  bool owned = false;
};

/// The last common noun of the modifiers and nouns that begin at `at`, and whether an owner stands
/// among them.
std::optional<Head> read_head(const Sentence& sentence, WordId at) {
  std::optional<Head> head;
  bool owned = false;
  for (const WordId first = at; at < sentence.size() && at - first < kLongest; ++at) {
    if (is_owner_end(sentence, at)) {
      // "the singer Ada's voice": the phrase ended before the name.
      if (head && sentence.upos(at - 1) == "PROPN") break;
      owned = true;
      head.reset();
    }
    if (sentence.upos(at) == "NOUN") head = {at, owned};
    if (head && sentence.upos(at) != "NOUN" && sentence.upos(at) != "PROPN" &&
        !is_joint(sentence, at))
      break;
    if (!is_modifier(sentence, at) && !is_joint(sentence, at)) break;
  }
  return head;
}

/// Whether the phrase that holds word `at` has begun before it.
bool is_inside(const Sentence& sentence, WordId at) {
  if (at == 0) return false;
  const std::string_view before = sentence.upos(at - 1);
  return before == "DET" || before == "NUM" || sentence.xpos(at - 1) == "PRP$" ||
         is_joint(sentence, at) || is_joint(sentence, at - 1) ||
         (is_modifier(sentence, at - 1) && before != "VERB");
}

}  // namespace

std::optional<Nominal> nominal_at(const Sentence& sentence, WordId at) {
  Nominal nominal;
  WordId first = at;
  nominal.words.begin = at;
  if (sentence.is_one_of(at, {"a", "an"})) {
    nominal.determiner = Determiner::Indefinite;
    ++first;
  } else if (sentence.is(at, "the")) {
    nominal.determiner = Determiner::Definite;
    ++first;
  } else if (sentence.xpos(at) == "PRP$") {
    nominal.determiner = Determiner::Owner;
    ++first;
  } else if (sentence.upos(at) == "DET" || sentence.upos(at) == "VERB" || is_inside(sentence, at)) {
    return std::nullopt;
  }
  const auto found = read_head(sentence, first);
  if (!found) return std::nullopt;
  if (found->owned) nominal.determiner = Determiner::Owner;
  nominal.head = found->noun;
  nominal.words.end = nominal.head + 1;
  nominal.plural = sentence.xpos(nominal.head) == "NNS";
  return nominal;
}

std::optional<WordId> find_head(const Sentence& sentence, WordId at) {
  if (const auto head = read_head(sentence, at)) return head->noun;
  WordId end = at;
  while (sentence.upos(end) == "PROPN" && end - at < kLongest)
    ++end;
  return end == at ? std::nullopt : std::optional(end - 1);
}

Category first_category(const Lexicon& lexicon, std::string_view lemma) {
  const auto senses = lexicon.senses(lemma, PartOfSpeech::Noun);
  return senses.empty() ? Category::Tops : lexicon.synset(senses.front().synset).category;
}

std::set<Category> usual_categories(const Lexicon& lexicon, std::string_view lemma) {
  std::set<Category> categories;
  const auto senses = lexicon.senses(lemma, PartOfSpeech::Noun);
  if (senses.empty()) return categories;
  const std::uint32_t most = senses.front().count;
  for (const Sense& sense : senses)
    if (sense.count * 4 >= most || &sense == &senses.front())
      categories.insert(lexicon.synset(sense.synset).category);
  return categories;
}

}  // namespace recto::patterns
