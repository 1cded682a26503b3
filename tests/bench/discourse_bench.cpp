// What holds over a whole article: names, references. Sentences of eleven words with two names and
// two pronouns; sizes in words.
#include <benchmark/benchmark.h>
#include <string>
#include <string_view>
#include <vector>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "tools/discourse/descriptions.h"
#include "tools/discourse/references.h"

namespace {

using namespace recto;

std::string read_asset(const char* folder, const char* name) {
  const auto assets = find_assets();
  auto text = assets ? read_file(*assets / folder / name, 16 << 20) : Result<std::string>();
  return text ? std::move(*text) : std::string();
}

struct Tagged {
  std::string_view word;
  std::string_view upos;
  std::string_view xpos;
  std::string_view relation;
  language::WordId head;
};

/// As many sentences as make up the words, in passages of one each.
struct Article {
  explicit Article(std::size_t words) {
    constexpr std::string_view kFamilies[] = {"Curie", "Langevin", "Perrin", "Debierne",
                                              "Becquerel"};
    for (std::size_t i = 0; i * 11 < words; ++i)
      add({{"Marie", "PROPN", "NNP", "compound", 1},
           {kFamilies[i % 5], "PROPN", "NNP", "nsubj", 2},
           {"met", "VERB", "VBD", "root", 11},
           {"the", "DET", "DT", "det", 4},
           {"teacher", "NOUN", "NN", "obj", 2},
           {"when", "ADV", "WRB", "mark", 7},
           {"she", "PRON", "PRP", "nsubj", 7},
           {"left", "VERB", "VBD", "advcl", 2},
           {"her", "PRON", "PRP$", "nmod:poss", 9},
           {"Paris", "PROPN", "NNP", "obj", 7},
           {".", "PUNCT", ".", "punct", 2}});
    for (std::size_t i = 0; i < texts.size(); ++i)
      passages.push_back({texts[i], sentences[i]});
  }

  void add(const std::vector<Tagged>& words) {
    std::string text;
    language::AnalysedSentence sentence;
    for (const Tagged& word : words) {
      language::Token token;
      token.span = {text.size(), text.size() + word.word.size()};
      token.tag = {word.upos, word.xpos};
      token.relation = word.relation;
      token.head = word.head;
      sentence.tokens.push_back(token);
      text += std::string(word.word) + " ";
    }
    sentence.span = {0, text.size()};
    sentence.names = {{0, 2, language::NameKind::Person, 0.9F},
                      {9, 10, language::NameKind::Place, 0.9F}};
    texts.push_back(std::move(text));
    sentences.push_back({std::move(sentence)});
  }

  std::vector<std::string> texts;
  std::vector<std::vector<language::AnalysedSentence>> sentences;
  std::vector<discourse::Passage> passages;
};

void discourse_of_article(benchmark::State& state) {
  const std::string bytes = read_asset("language", "en.lexicon");
  const auto lexicon = Lexicon::open(bytes);
  if (!lexicon) return state.SkipWithError("no lexicon");
  const discourse::NameWords words = discourse::parse_name_words(read_asset("words", "names.txt"));
  const Article article(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    discourse::Nouns nouns(words, *lexicon);
    const discourse::AnalysedArticle analysed(article.passages);
    const discourse::Entities entities = discourse::find_entities(analysed, "", nouns);
    benchmark::DoNotOptimize(discourse::find_references(analysed, entities, nouns));
    benchmark::DoNotOptimize(discourse::find_descriptions(analysed, entities, nouns));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(discourse_of_article)
    ->RangeMultiplier(10)
    ->Range(1'000, 1'000'000)
    ->Unit(benchmark::kMillisecond);

void names_of_lists(benchmark::State& state) {
  const std::string text = read_asset("words", "names.txt");
  for (auto _ : state)
    benchmark::DoNotOptimize(discourse::parse_name_words(text));
}
BENCHMARK(names_of_lists)->Unit(benchmark::kMicrosecond);

}  // namespace
