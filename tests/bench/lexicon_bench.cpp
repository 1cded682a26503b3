// What asking the lexicon costs: opening it, finding a word, its senses, its sisters.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <string>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "content/words/countries.h"
#include "content/words/inflection.h"
#include "content/words/lexicon.h"
#include "content/words/word_class.h"

namespace {

const std::string& bytes() {
  static const std::string kBytes = [] {
    const auto assets = recto::find_assets();
    auto read = assets ? recto::read_file(*assets / "language" / "en.lexicon", 16 << 20)
                       : recto::Result<std::string>(tl::unexpected(assets.error()));
    if (!read) std::abort();
    return std::move(*read);
  }();
  return kBytes;
}

const recto::Lexicon& lexicon() {
  static const recto::Lexicon kLexicon = recto::Lexicon::open(bytes()).value();
  return kLexicon;
}

void open_lexicon(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(recto::Lexicon::open(bytes()));
}

void find_word(benchmark::State& state) {
  std::uint32_t i = 0;
  std::vector<std::string> words;
  for (; i < lexicon().word_count(); i += 97)
    words.push_back(lexicon().word(recto::WordId{i}));
  std::size_t at = 0;
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(lexicon().find(words[at++ % words.size()]));
}

void senses_of_a_word(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(lexicon().senses("run"));
}

void sisters_of_a_chemist(benchmark::State& state) {
  const recto::SynsetId chemist = lexicon().senses("Marie Curie").front().synset;
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(lexicon().sisters(chemist));
}

void find_a_country(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(recto::find_country(lexicon(), "the United States"));
}

void class_of_a_form(benchmark::State& state) {
  const std::vector<std::string> forms = {"the",  "announced", "bridges",   "Paris", "larger",
                                          "were", "quickly",   "algorithm", "which", "running"};
  std::size_t at = 0;
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(recto::word_class(lexicon(), forms[at++ % forms.size()]));
}

void lemma_of_a_form(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(
        recto::lemma_of(lexicon(), "announced", recto::PartOfSpeech::Verb, recto::Slot::Past));
}

BENCHMARK(class_of_a_form)->Unit(benchmark::kMicrosecond);
BENCHMARK(lemma_of_a_form)->Unit(benchmark::kMicrosecond);
BENCHMARK(open_lexicon)->Unit(benchmark::kMicrosecond);
BENCHMARK(find_word)->Unit(benchmark::kMicrosecond);
BENCHMARK(senses_of_a_word)->Unit(benchmark::kMicrosecond);
BENCHMARK(sisters_of_a_chemist)->Unit(benchmark::kMicrosecond);
BENCHMARK(find_a_country)->Unit(benchmark::kMicrosecond);

}  // namespace
