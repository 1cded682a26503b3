#include "tools/statements/asides.h"

#include <algorithm>

#include "tools/patterns/brackets.h"
#include "tools/statements/tree.h"

namespace recto::statements {
namespace {

using patterns::Sentence;

/// Words and the commas on both sides of them; of the last in the sentence only the first comma.
Words with_commas(const Sentence& sentence, Words words) {
  const bool before = words.begin > 0 && is_comma(sentence, words.begin - 1);
  const bool behind = words.end < sentence.size() && is_comma(sentence, words.end);
  if (behind && (before || words.begin == 0)) ++words.end;
  if (before) --words.begin;
  return words;
}

bool is_connective(const Sentence& sentence, WordId at) {
  return sentence.relation(at) == "advmod" &&
         sentence.is_one_of(
             at, {"also",         "however",       "therefore",    "thus",          "moreover",
                  "furthermore",  "additionally",  "meanwhile",    "indeed",        "nevertheless",
                  "nonetheless",  "hence",         "consequently", "accordingly",   "likewise",
                  "similarly",    "eventually",    "subsequently", "later",         "finally",
                  "then",         "instead",       "too",          "apparently",    "clearly",
                  "notably",      "interestingly", "importantly",  "unfortunately", "fortunately",
                  "surprisingly", "certainly",     "actually",     "currently",     "now",
                  "recently",     "soon",          "again",        "still",         "even",
                  "just",         "today",         "famously",     "already",       "further",
                  "tragically",   "sadly",         "virtually",    "ultimately",    "thereby"});
}

/// "not even", "but also", "also known as", "still life": the word belongs to what stands beside
/// it.
bool is_bound(const Sentence& sentence, WordId at) {
  const auto is_noun = [&](WordId word) { return sentence.upos(word) == "NOUN"; };
  if (at > 0 && sentence.is_one_of(at - 1, {"not", "but", "n't", "n’t"}) &&
      sentence.is_one_of(at, {"just", "even", "still"}))
    return true;
  // "too much", "four minutes later", "once again", "HR Now"
  if (sentence.is(at, "too") && sentence.head(at) > at) return true;
  if (at > 0 && (sentence.is(at - 1, "once") || (sentence.is(at, "later") && is_noun(at - 1))))
    return true;
  if (sentence.upos(at) == "PROPN") return true;
  return sentence.head(at) != sentence.size() && sentence.upos(sentence.head(at)) != "VERB" &&
         sentence.is_one_of(at, {"just", "even", "then", "now", "later", "soon", "already"});
}

/// "[4]", "[12]"
void add_footnotes(const Sentence& sentence, std::vector<Words>& asides) {
  for (WordId at = 0; at + 2 < sentence.size(); ++at) {
    if (!sentence.is(at, "[") || !sentence.is(at + 2, "]")) continue;
    const std::string_view word = sentence.word(at + 1);
    if (word.find_first_not_of("0123456789") == std::string_view::npos)
      asides.push_back({at, at + 3});
  }
}

bool is_dash(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {"–", "—", "--"}) ||
         (sentence.is(at, "-") && !sentence.is_glued(at) && !sentence.is_glued(at + 1));
}

bool has_verb(const Sentence& sentence, WordId from) {
  for (WordId at = from; at < sentence.size(); ++at)
    if (sentence.upos(at) == "VERB" || sentence.upos(at) == "AUX" || is_dash(sentence, at))
      return true;
  return false;
}

/// "four hotels: the Taj, …", "four cultures - Polish, …": what a colon or dash opens at the end.
void add_tail(const Sentence& sentence, std::vector<Words>& asides) {
  constexpr WordId kShortest = 4;  // before the colon
  const std::vector<Words> brackets = patterns::find_brackets(sentence);
  const auto in_brackets = [&](WordId at) {
    return std::ranges::any_of(brackets, [&](const Words& words) { return words.holds(at); });
  };
  for (WordId at = kShortest; at + 2 < sentence.size(); ++at) {
    const bool opens =
        sentence.word(at) == ":" || (is_dash(sentence, at) && !has_verb(sentence, at + 1));
    if (!opens || in_brackets(at)) continue;
    asides.push_back({at, sentence.size() - 1});
    return;
  }
}

/// "Ada Lemmon FRS"
void add_letters(const ReadSentence& read, std::vector<Words>& asides) {
  for (WordId at = 1; at < read.words.size(); ++at)
    if (read.words.is_one_of(at, {"frs", "frse", "obe", "cbe", "mbe", "kbe", "qc", "kc", "fba",
                                  "phd", "md", "mp", "om", "ch"}) &&
        read.words.upos(at) == "PROPN" && read.mention_at(at - 1) != nullptr)
      asides.push_back({at, at + 1});
}

/// "the 1,900-mile-wide Europa": its size, said by the way.
void add_sizes(const ReadSentence& read, std::vector<Words>& asides) {
  for (const patterns::SentenceValue& value : read.values) {
    if (value.measure != patterns::Measure::Quantity) continue;
    WordId end = value.words.end;
    while (end < read.words.size() && (read.words.is(end, "-") || read.words.is(end - 1, "-")))
      ++end;
    const WordId size = end;
    if (read.words.is(end, "("))
      while (end < read.words.size() && !read.words.is(end - 1, ")"))
        ++end;
    const Mention* mention = read.mention_at(end);
    if (size == value.words.end || mention == nullptr || mention->words.begin != end) continue;
    WordId begin = value.words.begin;
    if (begin > 0 && read.words.is(begin - 1, "the")) --begin;
    asides.push_back({begin, end});
  }
}

/// "a city on the Rhine" beside "Basel", "the painter" before "Ada Lemmon"
void add_descriptions(const Sentence& sentence,
                      const std::vector<patterns::Apposition>& appositions,
                      std::vector<Words>& asides) {
  for (const patterns::Apposition& apposition : appositions) {
    if (apposition.form == patterns::AppositionForm::Behind)
      asides.push_back(with_commas(sentence, apposition.description));
    if (apposition.form == patterns::AppositionForm::Before) {
      asides.push_back({apposition.description.begin, apposition.name.begin});
      if (is_comma(sentence, apposition.name.end))
        asides.push_back({apposition.name.end, apposition.name.end + 1});
    }
  }
}

/// "It has a port, as well.", not "as well as"
void add_as_well(const Sentence& sentence, std::vector<Words>& asides) {
  for (WordId at = 0; at + 1 < sentence.size(); ++at)
    if (sentence.is(at, "as") && sentence.is(at + 1, "well") && !sentence.is(at + 2, "as"))
      asides.push_back({at, at + 2});
}

/// "…, built in 1889, …": the words of what is inserted behind a comma, when `at` is its head.
std::optional<Words> inserted_words(const Sentence& sentence, const Tree& tree, WordId at) {
  const std::string_view relation = sentence.relation(at);
  const bool inserted = relation == "acl" || relation == "parataxis" || relation == "appos";
  if (!inserted || sentence.head(at) == sentence.size()) return std::nullopt;
  // "the horror series, Room 401": the name is what it is about.
  if (relation == "appos" && sentence.upos(at) == "PROPN" &&
      sentence.upos(sentence.head(at)) == "NOUN")
    return std::nullopt;
  std::vector<bool> below(sentence.size(), false);
  tree.mark(
      at, [](WordId) { return true; }, below);
  const auto row = tree.row(below, std::vector<bool>(sentence.size(), false));
  if (!row || row->begin == 0 || !is_comma(sentence, row->begin - 1)) return std::nullopt;
  if (relation == "parataxis" && sentence.is(row->begin - 1, ";")) return std::nullopt;
  // "two brothers, Niklaus and Johann II": a list, whatever the tree says
  if (sentence.is_one_of(row->end, {"and", "or"})) return std::nullopt;
  return row;
}

}  // namespace

std::vector<bool> mask_of(const std::vector<Words>& asides, std::size_t words,
                          std::optional<WordId> inside) {
  std::vector<bool> mask(words, false);
  for (const Words row : asides)
    if (!inside || !row.holds(*inside))
      for (WordId at = row.begin; at < row.end && at < mask.size(); ++at)
        mask[at] = true;
  return mask;
}

std::vector<Words> find_asides(const ReadSentence& read,
                               const std::vector<patterns::Apposition>& appositions) {
  const Sentence& sentence = read.words;
  std::vector<Words> asides = patterns::find_brackets(sentence);
  add_footnotes(sentence, asides);
  add_descriptions(sentence, appositions, asides);
  add_tail(sentence, asides);
  add_letters(read, asides);
  add_sizes(read, asides);
  add_as_well(sentence, asides);
  const Tree tree(sentence);
  for (WordId at = 0; at < sentence.size(); ++at) {
    if (is_connective(sentence, at) && !is_bound(sentence, at))
      asides.push_back(with_commas(sentence, {at, at + 1}));
    if (const auto row = inserted_words(sentence, tree, at))
      asides.push_back(with_commas(sentence, *row));
  }
  return asides;
}

}  // namespace recto::statements
