// Any text with tags, trees and names by chance: entities and references lie in the article and
// agree with each other.
#include <string>
#include <utility>
#include <vector>

#include "content/base/random.h"
#include "content/base/utf8.h"
#include "tests/fuzz/assets.h"
#include "tests/fuzz/checks.h"
#include "tools/discourse/descriptions.h"
#include "tools/discourse/references.h"
#include "tools/language/sentences.h"
#include "tools/language/tokens.h"

namespace {

using namespace recto;
using language::AnalysedSentence;
using language::WordId;

discourse::Nouns nouns() {
  static const std::string kBytes = fuzz::asset("language", "en.lexicon");
  static const Lexicon kLexicon = Lexicon::open(kBytes).value();
  static const auto kWords = discourse::parse_name_words(fuzz::asset("words", "names.txt"));
  return {kWords, kLexicon};
}

/// Tags, heads and names by chance, some outside the sentence.
AnalysedSentence analysed_by_chance(std::string_view text, language::Span span, Random& random) {
  static constexpr std::pair<std::string_view, std::string_view> kTags[] = {
      {"NOUN", "NN"},  {"NOUN", "NNS"}, {"PROPN", "NNP"}, {"VERB", "VBD"}, {"PUNCT", "."},
      {"PRON", "PRP"}, {"ADP", "IN"},   {"DET", "DT"},    {"NUM", "CD"},   {"AUX", "VBZ"}};
  static constexpr std::string_view kRelations[] = {"nsubj", "obj",   "obl",  "nmod:poss", "conj",
                                                    "cop",   "appos", "root", "compound",  "det"};
  AnalysedSentence sentence;
  sentence.span = span;
  const auto words =
      language::tokens(text.substr(span.begin, span.end - span.begin), fuzz::abbreviations());
  for (const language::Span word : words) {
    language::Token token;
    token.span = word;
    const auto& [upos, xpos] = kTags[random.below(std::size(kTags))];
    token.tag = {upos, xpos};
    token.relation = kRelations[random.below(std::size(kRelations))];
    token.head = static_cast<WordId>(random.below(words.size() + 3));
    sentence.tokens.push_back(token);
  }
  for (WordId at = 0; at < words.size();) {
    const auto end = at + static_cast<WordId>(random.below(4));
    const auto kind = static_cast<language::NameKind>(random.below(6));
    if (random.below(2) == 0)
      sentence.names.push_back({at, end, kind, static_cast<float>(random.below(11)) / 10});
    at = end + static_cast<WordId>(random.below(3)) + 1;
  }
  return sentence;
}

void check_place(const discourse::AnalysedArticle& article, const discourse::Place& place) {
  fuzz::check(place.sentence < article.size() && place.begin < place.end &&
                  place.end <= article.tokens(place.sentence).size(),
              "places lie in the article");
}

void check_entities(const discourse::AnalysedArticle& article,
                    const discourse::Entities& entities) {
  fuzz::check(entities.of_names.size() == article.size(), "every sentence has its names");
  std::size_t named = 0;
  for (const auto& sentence : entities.of_names)
    for (const discourse::EntityId id : sentence)
      if (id != discourse::kNoEntity) {
        ++named;
        fuzz::check(id < entities.all.size(), "names lead to entities");
      }
  std::size_t mentions = 0;
  for (const discourse::Entity& entity : entities.all) {
    mentions += entity.mentions.size();
    fuzz::check(!entity.mentions.empty(), "entities are named");
    fuzz::check(!entity.forms.empty() && entity.forms.front() == entity.name,
                "an entity's name is its first form");
    fuzz::check(entity.kind_chance > 0 && entity.kind_chance <= 1, "chances are chances");
    for (const discourse::Place& place : entity.mentions)
      check_place(article, place);
    for (const discourse::Place& place : entity.descriptions)
      check_place(article, place);
  }
  fuzz::check(mentions == named, "every name is one entity's mention");
}

void check_references(const discourse::AnalysedArticle& article,
                      const discourse::Entities& entities,
                      const std::vector<discourse::Reference>& references) {
  for (const discourse::Reference& reference : references) {
    check_place(article, reference.place);
    check_place(article, reference.antecedent);
    fuzz::check(reference.entity < entities.all.size(), "references lead to entities");
    fuzz::check(before(reference.antecedent, reference.place), "antecedents stand before");
    fuzz::check(reference.chance >= 0.5F && reference.chance < 1, "only likely ones are told");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = valid_utf8({reinterpret_cast<const char*>(data), size});
  Random random(size);
  std::vector<AnalysedSentence> sentences;
  for (const language::Span span : language::sentences(text, "en", fuzz::abbreviations()))
    sentences.push_back(analysed_by_chance(text, span, random));
  const std::vector<discourse::Passage> passages{{text, sentences}, {text, sentences}};
  const discourse::AnalysedArticle article(passages);
  discourse::Nouns known = nouns();
  const discourse::Entities entities = discourse::find_entities(article, text, known);
  check_entities(article, entities);
  check_references(article, entities, find_references(article, entities, known));
  check_references(article, entities, find_descriptions(article, entities, known));
  return 0;
}
