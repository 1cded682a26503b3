// What each stage from text to cards costs, in words of the article a second on one core.
#include <benchmark/benchmark.h>
#include <string>
#include <vector>

#include "content/files/files.h"
#include "tests/bench/shipped.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/deckmaker/passages.h"
#include "tools/statements/statements.h"

namespace {

using namespace recto;
using bench::assets;
using bench::value;

const deckmaker::Resources& resources() {
  static const deckmaker::Resources loaded = value(deckmaker::load_resources(assets()));
  return loaded;
}

/// The samples' articles one after the other, again and again, up to a number of words.
struct Text {
  explicit Text(std::size_t words) {
    const auto content = assets().parent_path() / "content/articles";
    std::string whole = "Samples\n\n";
    for (std::size_t count = 0; count < words;)
      for (const char* name : {"smallpox", "saint-helena", "marie-curie"}) {
        const std::string part = value(read_file(content / name / "article.md", 1'000'000));
        whole += part + "\n\n";
        for (const char c : part)
          count += c == ' ' ? 1 : 0;
        if (count >= words) break;
      }
    article = value(deckmaker::read_article(whole, {.name = "article.md"}, {}, resources()));
    passages = deckmaker::passages_of(article);
    skipped.resize(passages.passages.size());
    for (const Passage& passage : passages.passages)
      for (const char c : passage.text)
        words_read += c == ' ' ? 1 : 0;
  }

  [[nodiscard]] statements::Source source() const {
    return {passages.passages, skipped, skipped, article.title};
  }

  Article article;
  deckmaker::Passages passages;
  std::vector<bool> skipped;
  std::int64_t words_read = 0;
};

statements::Knowledge knowledge() {
  const deckmaker::English& english = *resources().english;
  return {english.lexicon(), english.analyser(), english.name_words(), resources().abbreviations,
          english.name_types()};
}

void analyse(benchmark::State& state) {
  const Text text(static_cast<std::size_t>(state.range(0)));
  std::vector<std::string_view> views;
  for (const Passage& passage : text.passages.passages)
    views.emplace_back(passage.text);
  for (auto _ : state)
    benchmark::DoNotOptimize(knowledge().analyser.analyse(views, resources().abbreviations));
  state.SetItemsProcessed(state.iterations() * text.words_read);
}

void read(benchmark::State& state) {
  const Text text(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(statements::read(text.source(), knowledge()));
  state.SetItemsProcessed(state.iterations() * text.words_read);
}

void find_statements(benchmark::State& state) {
  const Text text(static_cast<std::size_t>(state.range(0)));
  const statements::Reading reading = statements::read(text.source(), knowledge());
  for (auto _ : state)
    benchmark::DoNotOptimize(statements::find_statements(reading, knowledge()));
  state.SetItemsProcessed(state.iterations() * text.words_read);
}

/// Statements, cards, checks, the questions read again, the selection.
void make_questions(benchmark::State& state) {
  const Text text(static_cast<std::size_t>(state.range(0)));
  const statements::Knowledge known = knowledge();
  const statements::Reading reading = statements::read(text.source(), known);
  for (auto _ : state)
    benchmark::DoNotOptimize(questions::make_questions(
        {text.article, text.passages.passages, text.passages.blocks, resources().abbreviations,
         resources().word_lists, resources().ranking, &reading, &known},
        {}));
  state.SetItemsProcessed(state.iterations() * text.words_read);
}

BENCHMARK(analyse)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(read)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(find_statements)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);
BENCHMARK(make_questions)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
