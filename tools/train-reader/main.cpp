// train-reader: learns from pages with known articles which of a page's blocks are the article.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <deque>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>
#include <zlib.h>

#include "content/base/digest.h"
#include "content/files/assets.h"
#include "content/files/files.h"
#include "tools/forest/grow.h"
#include "tools/reader/encoding.h"
#include "tools/reader/html/block_model.h"
#include "tools/reader/html/blocks.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/features.h"
#include "tools/reader/html/select.h"
#include "tools/reader/html/structured.h"
#include "tools/reader/reader.h"
#include "tools/train-reader/truth.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;

constexpr int kFolds = 5;
constexpr std::size_t kMostBytes = 64 << 20;

enum class Measure { Shingles, Words };

/// One page with its truth. It stays where it is: its features point into it.
struct Page {
  explicit Page(reader::Dom tree) : dom(std::move(tree)) {}

  std::string id;
  std::string host;
  std::string truth;
  Measure measure = Measure::Shingles;
  reader::Dom dom;
  std::vector<reader::HtmlBlock> blocks;
  std::optional<reader::PageFeatures> features;
  std::vector<double> shares;
  std::vector<float> first;  ///< chances by the first forest, from pages of other sites
  std::vector<float> chances;
  int fold = 0;
};

using Pages = std::deque<Page>;

Result<std::string> unpacked(const fs::path& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return fail(Error::Kind::NotFound, "it cannot be opened", path.string());
  std::string text(kMostBytes, '\0');
  const int size = gzread(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  if (size < 0) return fail(Error::Kind::BadInput, "it is no gzip file", path.string());
  text.resize(static_cast<std::size_t>(size));
  return text;
}

std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("://");
  if (begin != std::string_view::npos) url.remove_prefix(begin + 3);
  url = url.substr(0, url.find('/'));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return std::string(url);
}

Result<void> load(const fs::path& truth_file, const fs::path& folder, Measure measure,
                  const reader::Furniture& furniture, Pages& pages) {
  const auto truth = nlohmann::json::parse(RECTO_TRY(read_file(truth_file, kMostBytes)));
  for (const auto& [id, entry] : truth.items()) {
    const std::string bytes = RECTO_TRY(unpacked(folder / (id + ".html.gz")));
    const std::string html = RECTO_TRY(reader::decode(bytes));
    reader::Dom dom = RECTO_TRY(reader::Dom::parse(html));
    Page& page = pages.emplace_back(std::move(dom));
    page.id = id;
    page.host = host_of(entry.at("url").get<std::string>());
    page.truth = entry.at("articleBody").get<std::string>();
    page.measure = measure;
    page.blocks = reader::blocks_of(page.dom);
    page.features.emplace(page.dom, page.blocks,
                          reader::topic_of(page.dom, reader::read_structured(page.dom)), furniture);
    std::vector<std::string_view> texts;
    for (const reader::HtmlBlock& block : page.blocks)
      texts.emplace_back(block.piece.block.text);
    page.shares = shares_in(texts, page.truth);
  }
  return {};
}

void draw_folds(Pages& pages) {
  std::map<std::string, std::string> by_digest;
  for (const Page& page : pages)
    by_digest[sha256_hex(page.host)] = page.host;
  std::map<std::string, int> folds;
  int next = 0;
  for (const auto& [digest, host] : by_digest)
    folds[host] = next++ % kFolds;
  for (Page& page : pages)
    page.fold = folds[page.host];
}

using Choice = std::vector<Page*>;

/// Pages count alike, whatever their length; a block by the root of its words.
void add(forest::Examples& examples, const Page& page, const reader::Features& features) {
  examples.features = features.names;
  examples.values.insert(examples.values.end(), features.values.begin(), features.values.end());
  double all = 0.0;
  for (const reader::HtmlBlock& block : page.blocks)
    all += std::sqrt(static_cast<double>(block.words) + 1.0);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    examples.right.push_back(page.shares[i] > 0.5 ? 1 : 0);
    examples.weights.push_back(static_cast<float>(
        100.0 * std::sqrt(static_cast<double>(page.blocks[i].words) + 1.0) / all));
  }
}

forest::Forest grow_first(const Choice& pages, const forest::GrowOptions& options) {
  forest::Examples examples;
  for (const Page* page : pages)
    add(examples, *page, page->features->own());
  return forest::grow(examples, options);
}

forest::Forest grow_second(const Choice& pages, const forest::GrowOptions& options) {
  forest::Examples examples;
  for (const Page* page : pages)
    add(examples, *page, page->features->in_context(page->first));
  return forest::grow(examples, options);
}

reader::BlockModel learn(const Choice& pages) {
  forest::GrowOptions second;
  second.seed = 2;
  // The second forest must see first judgements as they are on pages that the first has not seen.
  for (int fold = 0; fold < kFolds; ++fold) {
    Choice others;
    std::copy_if(pages.begin(), pages.end(), std::back_inserter(others),
                 [&](const Page* page) { return page->fold != fold; });
    if (others.size() == pages.size()) continue;
    const forest::Forest forest = grow_first(others, {});
    for (Page* page : pages)
      if (page->fold == fold) page->first = reader::chances_of(page->features->own(), forest);
  }
  return {grow_first(pages, {}), grow_second(pages, second)};
}

Score score_of(const Page& page) {
  std::string text;
  for (const std::size_t i : reader::article_blocks(page.blocks, page.chances))
    if (page.blocks[i].piece.block.type != BlockType::Caption)
      text.append(page.blocks[i].piece.block.text).append("\n");
  return page.measure == Measure::Shingles ? shingle_score(text, page.truth)
                                           : word_score(text, page.truth);
}

/// As the sets' own scripts count: for shingles F1 of the means, for words the mean of F1.
double total(const Pages& pages, Measure measure) {
  double precision = 0.0;
  double recall = 0.0;
  double f1 = 0.0;
  double filled = 0.0;
  double count = 0.0;
  for (const Page& page : pages) {
    if (page.measure != measure) continue;
    const Score score = score_of(page);
    count += 1.0;
    filled += score.empty ? 0.0 : 1.0;
    precision += score.precision;
    recall += score.recall;
    f1 += score.f1();
  }
  if (measure == Measure::Words) return f1 / count;
  return Score{precision / filled, recall / count}.f1();
}

void cross_validate(Pages& pages) {
  for (int fold = 0; fold < kFolds; ++fold) {
    Choice others;
    for (Page& page : pages)
      if (page.fold != fold) others.push_back(&page);
    const reader::BlockModel model = learn(others);
    for (Page& page : pages)
      if (page.fold == fold) page.chances = reader::judged(*page.features, model);
    std::cerr << "fold " << fold + 1 << " of " << kFolds << "\n";
  }
}

void print_scores(const Pages& pages) {
  fmt::print("shingles F1 {:.4f}, words F1 {:.4f}\n", total(pages, Measure::Shingles),
             total(pages, Measure::Words));
}

void print_worst(const Pages& pages, std::size_t count) {
  std::vector<std::pair<double, const Page*>> worst;
  for (const Page& page : pages)
    worst.emplace_back(score_of(page).f1(), &page);
  std::sort(worst.begin(), worst.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < std::min(count, worst.size()); ++i)
    fmt::print("{:.3f} {} {}\n", worst[i].first, worst[i].second->id, worst[i].second->host);
}

struct Order {
  std::string data;
  std::string output;
  bool validate = false;
  std::size_t worst = 0;
};

Result<void> run(const Order& order) {
  const fs::path assets = RECTO_TRY(find_assets());
  const reader::Furniture furniture =
      reader::parse_furniture(RECTO_TRY(read_file(assets / "words" / "furniture.txt", kMostBytes)));
  const fs::path data = order.data;
  Pages pages;
  RECTO_TRY(
      load(data / "ground-truth-dev.json", data / "dev", Measure::Shingles, furniture, pages));
  RECTO_TRY(load(data / "wcxb" / "ground-truth-dev.json", data / "wcxb" / "dev", Measure::Words,
                 furniture, pages));
  draw_folds(pages);
  if (order.validate) {
    cross_validate(pages);
    print_scores(pages);
    print_worst(pages, order.worst);
  }
  if (order.output.empty()) return {};
  Choice all;
  for (Page& page : pages)
    all.push_back(&page);
  return write_file(order.output, reader::written(learn(all)));
}

int main_of(int argc, char** argv) {
  CLI::App app{"Learns which blocks of a web page are its article."};
  Order order;
  app.add_option("DATA", order.data,
                 "A folder with dev/, wcxb/dev/ and the ground-truth-dev.json of both")
      ->required();
  app.add_option("-o,--output", order.output, "Where to write the model");
  app.add_flag("--cross-validate", order.validate,
               "Score pages by models that have not seen their sites");
  app.add_option("--worst", order.worst, "Name so many of the worst pages");
  CLI11_PARSE(app, argc, argv);
  if (const auto done = run(order); !done) {
    std::cerr << "train-reader: " << message(done.error()) << "\n";
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace recto::train

int main(int argc, char** argv) try {
  return recto::train::main_of(argc, argv);
} catch (const std::exception& error) {  // of the JSON library, for a truth that is none
  std::cerr << "train-reader: " << error.what() << "\n";
  return 1;
}
