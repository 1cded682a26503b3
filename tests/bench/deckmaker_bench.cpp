// What an article costs: DESIGN promises a deck of 1,000 words in under 0.1 s, start included.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/bench/shipped.h"
#include "tools/deckmaker/deckmaker.h"

namespace {

using namespace recto;
using bench::assets;
using bench::value;

const deckmaker::Resources& resources() {
  static const deckmaker::Resources loaded = value(deckmaker::load_resources(assets()));
  return loaded;
}

std::size_t words_in(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' '));
}

/// An article of about `words` words: the smallpox sample, again and again, with other years, so
/// that no sentence repeats.
std::string article_of(std::size_t words) {
  const std::string sample =
      value(read_file(assets().parent_path() / "content/articles/smallpox/article.md", 1'000'000));
  const std::string body = sample.substr(sample.find("\n\n"));
  std::string text = sample.substr(0, sample.find("\n\n"));
  for (int century = 19; words_in(text) < words; century = century > 60 ? 19 : century + 1) {
    std::string part = body;
    for (std::size_t at = part.find("19"); at != std::string::npos; at = part.find("19", at + 2))
      part.replace(at, 2, std::to_string(century));
    text += part;
  }
  return text.substr(0, text.rfind("\n\n"));
}

void load_resources(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(deckmaker::load_resources(assets()));
}
BENCHMARK(load_resources)->Unit(benchmark::kMillisecond);

void make_deck(benchmark::State& state) {
  const std::string article = article_of(static_cast<std::size_t>(state.range(0)));
  std::size_t cards = 0;
  for (auto _ : state)
    cards = value(deckmaker::make_deck(article, {.name = "article.md"}, {}, resources()))
                .deck.cards.size();
  state.counters["words"] = static_cast<double>(words_in(article));
  state.counters["cards"] = static_cast<double>(cards);
}
BENCHMARK(make_deck)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond);

/// Cards with evidence and distractors, a passage for every ten.
std::string deck_of(std::size_t cards) {
  Deck deck;
  deck.id = {"d"};
  deck.title = "Benchmark";
  for (std::size_t i = 0; i < cards; ++i) {
    if (i % 10 == 0)
      deck.passages.push_back(
          {{"p" + std::to_string(i / 10)}, "Heading", std::string(400, 'x'), {}});
    Card card;
    card.id = {"c" + std::to_string(i)};
    card.fact = {"f" + std::to_string(i / 2)};
    card.kind = CardKind::Choice;
    card.prompt = "When was the institute number " + std::to_string(i) + " founded?";
    card.answer = "1921";
    card.distractors = {"1912", "1931", "1922"};
    card.evidence = Evidence{{"p" + std::to_string(i / 10)}, 10, 90, {}};
    deck.cards.push_back(card);
  }
  return write_deck(deck);
}

void read_deck_file(benchmark::State& state) {
  const std::string bytes = deck_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(read_deck(bytes));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(read_deck_file)->RangeMultiplier(10)->Range(100, 10'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
