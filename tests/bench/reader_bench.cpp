// What reading costs: a web page of usual size and one of 10 MB, deep nesting, text, Markdown and
// printed pages, each by tens, so that the curve shows.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <string>
#include <string_view>
#include <vector>

#include "content/files/files.h"
#include "tests/bench/shipped.h"
#include "tests/tools/reader/pdf/make_pdf.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/reader.h"
#include "tools/reader/shape.h"

namespace {

using namespace recto;
using bench::assets;
using bench::value;

const reader::Furniture& furniture() {
  static const reader::Furniture loaded =
      value(reader::read_furniture(value(read_file(assets() / "words/furniture.txt", 1 << 22)),
                                   value(read_file(assets() / "reader/blocks.model", 1 << 22))));
  return loaded;
}

std::string sample(const char* name) {
  return value(read_file(assets().parent_path() / "content/articles" / name, 1 << 22));
}

/// The sample page with its body repeated until it has `bytes`.
std::string page_of(std::size_t bytes) {
  const std::string page = sample("dart/article.html");
  const std::size_t begin = page.find("<body");
  const std::size_t end = page.rfind("</body>");
  std::string all = page.substr(0, end);
  while (all.size() < bytes)
    all.append(page, begin, end - begin);
  return all;
}

std::string repeated(const std::string& part, std::size_t bytes) {
  std::string all = part;
  while (all.size() < bytes)
    all += part;
  return all;
}

void read(benchmark::State& state, const std::string& bytes, const char* name) {
  for (auto _ : state)
    benchmark::DoNotOptimize(reader::read_article(bytes, {.name = name}, furniture()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

void read_page(benchmark::State& state) {
  read(state, page_of(static_cast<std::size_t>(state.range(0))), "page.html");
}
BENCHMARK(read_page)->RangeMultiplier(10)->Range(10'000, 10'000'000)->Unit(benchmark::kMillisecond);

void parse_page(benchmark::State& state) {
  const std::string page = page_of(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    benchmark::DoNotOptimize(reader::Dom::parse(page));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(page.size()));
}
BENCHMARK(parse_page)
    ->RangeMultiplier(10)
    ->Range(10'000, 10'000'000)
    ->Unit(benchmark::kMillisecond);

/// `range` elements, one in the other.
void read_nested(benchmark::State& state) {
  std::string page = "<!doctype html>";
  for (std::int64_t i = 0; i < state.range(0); ++i)
    page += "<div>";
  read(state, page + "<p>A sentence that stands at the bottom of it all.", "page.html");
}
BENCHMARK(read_nested)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond);

void read_text(benchmark::State& state) {
  read(state, repeated(sample("tambora/article.txt"), static_cast<std::size_t>(state.range(0))),
       "article.txt");
}
BENCHMARK(read_text)->RangeMultiplier(10)->Range(10'000, 10'000'000)->Unit(benchmark::kMillisecond);

void read_markdown(benchmark::State& state) {
  read(state, repeated(sample("smallpox/article.md"), static_cast<std::size_t>(state.range(0))),
       "article.md");
}
BENCHMARK(read_markdown)
    ->RangeMultiplier(10)
    ->Range(10'000, 10'000'000)
    ->Unit(benchmark::kMillisecond);

/// `range` pages of 45 lines each.
void read_pdf(benchmark::State& state) {
  const std::string text = sample("tambora/article.txt");
  std::vector<std::string_view> words = reader::words_of(text);
  std::erase_if(words, [](std::string_view word) {  // see Print::text
    return !std::ranges::all_of(
        word, [](char c) { return c > ' ' && c < 'z' && c != '(' && c != ')' && c != '\\'; });
  });
  std::vector<reader::pdf::Prints> pages(static_cast<std::size_t>(state.range(0)));
  std::size_t next = 0;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    pages[page].push_back({.top = 40, .size = 8, .text = "A year without a summer"});
    for (int line = 0; line < 45; ++line) {
      reader::pdf::Print print{.top = 72.0 + line * 14.0, .text = {}};
      while (print.text.size() < 75)
        print.text.append(words[next++ % words.size()]).append(" ");
      pages[page].push_back(std::move(print));
    }
    pages[page].push_back({.left = 300, .top = 760, .size = 8, .text = std::to_string(page + 1)});
  }
  read(state, reader::pdf::make_pdf(pages), "book.pdf");
}
BENCHMARK(read_pdf)->RangeMultiplier(10)->Range(1, 1'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
