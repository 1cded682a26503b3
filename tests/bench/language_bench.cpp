// What analysing English costs: opening the model, and each stage on running text, in words a
// second. Give an English text as RECTO_BENCH_TEXT to measure on it instead of on ours.
#include <benchmark/benchmark.h>
#include <string>
#include <string_view>
#include <vector>

#include "content/files/files.h"
#include "content/files/mapped_file.h"
#include "content/words/lexicon.h"
#include "tests/bench/shipped.h"
#include "tools/language/analysis.h"
#include "tools/language/morphology.h"
#include "tools/language/tokens.h"

namespace {

using namespace recto;
using namespace recto::language;
using bench::assets;
using bench::value;

/// The files of assets/language, mapped.
struct Files {
  MappedFile lexicon;
  MappedFile model;
  Abbreviations abbreviations;
};

const Files& files() {
  static const Files kFiles = [] {
    return Files{
        value(MappedFile::open(assets() / "language" / "en.lexicon", 64 << 20)),
        value(MappedFile::open(assets() / "language" / "en.model", 64 << 20)),
        parse_abbreviations(value(read_file(assets() / "words" / "abbreviations.txt", 1 << 20)))};
  }();
  return kFiles;
}

const Lexicon& lexicon() {
  static const Lexicon kLexicon = value(Lexicon::open(files().lexicon.bytes()));
  return kLexicon;
}

const Analyser& analyser() {
  static const Analyser kAnalyser = value(Analyser::open(files().model.bytes(), lexicon()));
  return kAnalyser;
}

const Network& network() {
  static const Network kNetwork =
      value(Network::open(value(Container::open(files().model.bytes(), kModelKind))));
  return kNetwork;
}

constexpr std::string_view kOurs =
    "The harbour of Marrow Point was opened in 1894, after six years of work. Its two breakwaters, "
    "which are 640 metres long together, were built of stone from the quarry at Kettle Hill. Anna "
    "Lindqvist, a Swedish engineer who had worked in Rotterdam, drew the plans; the town paid for "
    "them with a loan of $2.4 million from the Northern Trade Bank. By 1901 some 3,200 ships a "
    "year "
    "called there, most of them with timber, and a railway line joined the quays to the capital. "
    "When the river changed its course in the flood of 1936, the eastern basin filled with sand "
    "and "
    "had to be given up. Today the harbour is used by fishing boats, by the ferry to Saint Helen "
    "Island, and in summer by about 400 yachts. The old customs house, now a museum, shows models "
    "of the ships that were built here, among them the Aurora, the first steamer of the coast.\n";

/// Some 1,000 words.
const std::string& text() {
  static const std::string kText = [] {
    if (const char* path = std::getenv("RECTO_BENCH_TEXT")) return value(read_file(path, 64 << 20));
    std::string seven;
    for (int i = 0; i < 7; ++i)
      seven += kOurs;
    return seven;
  }();
  return kText;
}

std::vector<CutSentence> cut() {
  std::vector<CutSentence> all;
  for (const Span span : sentences(text(), "en", files().abbreviations)) {
    const std::string_view sentence =
        std::string_view(text()).substr(span.begin, span.end - span.begin);
    all.push_back({sentence, tokens(sentence, files().abbreviations)});
  }
  return all;
}

std::vector<std::vector<WordInput>> inputs_of(const std::vector<CutSentence>& all) {
  std::vector<std::vector<WordInput>> inputs;
  for (const CutSentence& sentence : all) {
    std::vector<std::string_view> words;
    for (const Span span : sentence.words)
      words.push_back(sentence.text.substr(span.begin, span.end - span.begin));
    inputs.push_back(word_inputs(words, network().known_words(), lexicon()));
  }
  return inputs;
}

void count_words(benchmark::State& state) {
  std::size_t words = 0;
  for (const CutSentence& sentence : cut())
    words += sentence.words.size();
  state.counters["words"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsIterationInvariantRate);
}

void open_lexicon_and_model(benchmark::State& state) {
  const auto language = assets() / "language";
  for ([[maybe_unused]] auto _ : state) {
    const MappedFile lexicon_file = value(MappedFile::open(language / "en.lexicon", 64 << 20));
    const MappedFile model_file = value(MappedFile::open(language / "en.model", 64 << 20));
    const Lexicon opened = value(Lexicon::open(lexicon_file.bytes()));
    benchmark::DoNotOptimize(value(Analyser::open(model_file.bytes(), opened)));
  }
}

void cut_into_sentences(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(sentences(text(), "en", files().abbreviations));
  count_words(state);
}

void cut_into_sentences_and_tokens(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(cut());
  count_words(state);
}

void look_up_words(benchmark::State& state) {
  const auto all = cut();
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(inputs_of(all));
  count_words(state);
}

void read_by_network(benchmark::State& state) {
  const auto inputs = inputs_of(cut());
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(network().read(inputs, Analyser::kAllSources));
  count_words(state);
}

void analyse_all(benchmark::State& state) {
  const std::vector<std::string_view> passages = {text()};
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(analyser().analyse(passages, files().abbreviations));
  count_words(state);
}

void find_morphology(benchmark::State& state) {
  const std::vector<std::string_view> passages = {text()};
  const auto analysed = analyser().analyse(passages, files().abbreviations);
  for ([[maybe_unused]] auto _ : state)
    for (const AnalysedSentence& sentence : analysed.front())
      benchmark::DoNotOptimize(
          morphology_of(std::string_view(text()).substr(sentence.span.begin,
                                                        sentence.span.end - sentence.span.begin),
                        sentence.tokens));
  count_words(state);
}

/// One sentence of as many words: the work must not grow with the square of it.
void analyse_one_sentence(benchmark::State& state) {
  std::string sentence;
  for (int i = 0; i < state.range(0); ++i)
    sentence += i % 4 == 0 ? "the " : i % 4 == 1 ? "old " : i % 4 == 2 ? "harbour " : "and ";
  const std::vector<std::string_view> passages = {sentence};
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(analyser().analyse(passages, files().abbreviations));
  state.SetComplexityN(state.range(0));
}

BENCHMARK(open_lexicon_and_model)->Unit(benchmark::kMicrosecond);
BENCHMARK(cut_into_sentences)->Unit(benchmark::kMicrosecond);
BENCHMARK(cut_into_sentences_and_tokens)->Unit(benchmark::kMicrosecond);
BENCHMARK(look_up_words)->Unit(benchmark::kMicrosecond);
BENCHMARK(read_by_network)->Unit(benchmark::kMicrosecond);
BENCHMARK(analyse_all)->Unit(benchmark::kMicrosecond);
BENCHMARK(find_morphology)->Unit(benchmark::kMicrosecond);
BENCHMARK(analyse_one_sentence)
    ->RangeMultiplier(4)
    ->Range(64, 16384)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace
