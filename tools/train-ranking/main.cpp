// train-ranking: learns from judged cards which candidates are worth a place in a deck.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/forest/grow.h"
#include "tools/questions/traits.h"
#include "tools/train-ranking/verdicts.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;

constexpr int kFolds = 10;
constexpr std::size_t kMostBytes = 64 << 20;

/// A candidate as training sees it.
struct Seen {
  std::string article;
  Card card;
  std::string before;  ///< the sentence before its own
  std::string evidence;
  std::vector<float> traits;
};

struct Material {
  std::vector<std::string> names;  ///< of the traits
  std::vector<Seen> candidates;
};

Result<Material> read_articles(const fs::path& folder) {
  const fs::path assets = RECTO_TRY(find_assets());
  const deckmaker::Resources resources = RECTO_TRY(deckmaker::load_resources(assets));
  std::set<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    files.insert(entry.path());
  Material material;
  for (const fs::path& file : files) {
    const std::string article = file.stem().string();
    deckmaker::Options options;
    options.wanted.min_quality = 0;
    options.wanted.watch = [&](const questions::Candidate& candidate, const questions::Told& told) {
      if (!candidate.statement) return;
      questions::Traits traits = questions::traits_of(candidate, told);
      material.names = std::move(traits.names);
      const auto text_of = [&](std::size_t sentence) {
        return std::string(told.reading.sentences[sentence].words.text());
      };
      const std::size_t own = *candidate.sentence;
      material.candidates.push_back({article, candidate.card,
                                     own > 0 ? text_of(own - 1) : std::string(), text_of(own),
                                     std::move(traits.values)});
    };
    const std::string bytes = RECTO_TRY(read_file(file, kMostBytes));
    RECTO_TRY(deckmaker::make_deck(bytes, {}, options, resources));
  }
  return material;
}

/// Cards to be judged: up to `most` of an article, drawn by chance, none twice.
void list(const Material& material, const Verdicts& judged, std::size_t most, unsigned seed) {
  std::vector<std::size_t> order(material.candidates.size());
  std::iota(order.begin(), order.end(), 0U);
  std::shuffle(order.begin(), order.end(), std::mt19937(seed));
  std::map<std::string, std::size_t> counts;
  std::set<std::string> keys;
  std::vector<std::size_t> chosen;
  for (const std::size_t at : order) {
    const Seen& one = material.candidates[at];
    if (judged.of(one.article, one.card) || counts[one.article] >= most) continue;
    if (!keys.insert(one.article + key_of(one.card)).second) continue;
    ++counts[one.article];
    chosen.push_back(at);
  }
  std::ranges::sort(chosen);
  fmt::print(
      "article\tcard\tkind\tprompt\tanswer\tquality\trule\thint\toptions\tbefore\tevidence\n");
  for (const std::size_t at : chosen) {
    const Seen& one = material.candidates[at];
    std::string options;
    for (const std::string& option : one.card.distractors)
      options.append(options.empty() ? "" : " | ").append(option);
    fmt::print("{}\t{}\t{}\t{}\t{}\t{:.2f}\t{}\t{}\t{}\t{}\t{}\n", one.article, key_of(one.card),
               name_of(one.card.kind), one.card.prompt, one.card.answer,
               one.card.quality.value_or(0), one.card.made_by, one.card.hint, options, one.before,
               one.evidence);
  }
}

struct Judged {
  const Seen* seen = nullptr;
  Verdict verdict;
  int fold = 0;
  float chance = 0;
};

forest::Forest learn(const Material& material, const std::vector<const Judged*>& rows,
                     const forest::GrowOptions& options) {
  forest::Examples examples;
  examples.features = material.names;
  const auto add = [&](const Judged& row, bool right, float weight) {
    if (weight <= 0) return;
    examples.values.insert(examples.values.end(), row.seen->traits.begin(), row.seen->traits.end());
    examples.right.push_back(right ? 1 : 0);
    examples.weights.push_back(weight);
  };
  for (const Judged* row : rows) {
    add(*row, true, row->verdict.weight * row->verdict.share);
    add(*row, false, row->verdict.weight * (1 - row->verdict.share));
  }
  return forest::grow(examples, options);
}

/// Chances by models that have not seen the article.
void cross_validate(const Material& material, std::vector<Judged>& rows,
                    const forest::GrowOptions& options) {
  for (int fold = 0; fold < kFolds; ++fold) {
    std::vector<const Judged*> others;
    for (const Judged& row : rows)
      if (row.fold != fold) others.push_back(&row);
    const forest::Forest forest = learn(material, others, options);
    for (Judged& row : rows)
      if (row.fold == fold) row.chance = forest.chance(row.seen->traits.data());
  }
}

void print_scores(const std::vector<Judged>& rows) {
  std::vector<const Judged*> order;
  double loss = 0;
  double right = 0;
  double count = 0;
  for (const Judged& row : rows) {
    order.push_back(&row);
    const double p = std::clamp(static_cast<double>(row.chance), 1e-6, 1 - 1e-6);
    const auto [share, weight] = row.verdict;
    loss -= weight * (share * std::log(p) + (1 - share) * std::log(1 - p));
    right += weight * share;
    count += weight;
  }
  std::ranges::sort(order, [](const Judged* a, const Judged* b) { return a->chance > b->chance; });
  double below = 0;
  double ordered = 0;
  for (const Judged* row : order) {
    ordered += row->verdict.weight * (1 - row->verdict.share) * below;
    below += row->verdict.weight * row->verdict.share;
  }
  fmt::print("{} judged, {:.1f} % usable; log loss {:.4f}, AUC {:.4f}\n", rows.size(),
             100 * right / count, loss / count, ordered / (right * (count - right)));
  fmt::print("above  share  usable\n");
  for (const float least : {0.3F, 0.4F, 0.5F, 0.55F, 0.6F, 0.65F, 0.7F, 0.75F, 0.8F, 0.85F, 0.9F}) {
    double taken = 0;
    double good = 0;
    for (const Judged& row : rows)
      if (row.chance >= least) {
        taken += row.verdict.weight;
        good += row.verdict.weight * row.verdict.share;
      }
    fmt::print("{:.2f}  {:5.1f} %  {:5.1f} %\n", least, 100 * taken / count,
               taken > 0 ? 100 * good / taken : 0.0);
  }
}

/// What the model was surest of, wrongly.
void print_worst(std::vector<Judged> rows, std::size_t count) {
  const auto error = [](const Judged& row) { return std::abs(row.chance - row.verdict.share); };
  std::ranges::sort(rows, [&](const Judged& a, const Judged& b) { return error(a) > error(b); });
  rows.resize(std::min(rows.size(), count));
  for (const Judged& row : rows)
    fmt::print("{:.2f} instead of {:.2f}: {} {} | {} | {}\n", row.chance, row.verdict.share,
               row.seen->article, row.seen->card.made_by, row.seen->card.prompt,
               row.seen->card.answer);
}

struct Order {
  std::string data;
  std::string output;
  bool list = false;
  std::size_t most = 15;
  unsigned seed = 1;
  bool validate = false;
  std::size_t worst = 0;
  forest::GrowOptions grow{
      .trees = 500, .leaves = 24, .rate = 0.03, .smallest_leaf = 8, .share = 0.1, .bag = 0.5};
};

Result<void> run(const Order& order) {
  const fs::path data = order.data;
  const fs::path file = data / "verdicts.tsv";
  Verdicts verdicts;
  if (fs::exists(file)) {
    auto read = Verdicts::read(RECTO_TRY(read_file(file, kMostBytes)));
    if (!read) {
      read.error().where = file.string() + ", " + read.error().where;
      return tl::unexpected(std::move(read).error());
    }
    verdicts = std::move(*read);
  }
  const Material material = RECTO_TRY(read_articles(data / "articles"));
  if (order.list) {
    list(material, verdicts, order.most, order.seed);
    return {};
  }
  std::vector<Judged> rows;
  std::map<std::string, int> folds;
  for (const Seen& seen : material.candidates)
    if (const auto verdict = verdicts.of(seen.article, seen.card)) {
      const auto [at, fresh] = folds.try_emplace(seen.article, folds.size() % kFolds);
      rows.push_back({&seen, *verdict, at->second});
    }
  if (rows.empty())
    return fail(Error::Kind::BadInput, "no card that is made of these articles was judged",
                file.string(), "judge what --list prints");
  fmt::print("{} candidates, {} verdicts\n", material.candidates.size(), verdicts.size());
  if (order.validate) {
    cross_validate(material, rows, order.grow);
    print_scores(rows);
    print_worst(rows, order.worst);
  }
  if (order.output.empty()) return {};
  std::vector<const Judged*> all;
  all.reserve(rows.size());
  for (const Judged& row : rows)
    all.push_back(&row);
  return write_file(order.output, forest::written(learn(material, all, order.grow)));
}

int main_of(int argc, char** argv) {
  CLI::App app{"Learns from judged cards which are worth a place in a deck."};
  Order order;
  app.add_option("DATA", order.data, "A folder with articles/ and verdicts.tsv")->required();
  app.add_flag("--list", order.list, "Print cards that nobody has judged yet");
  app.add_option("--most", order.most, "With --list: so many of an article");
  app.add_option("--seed", order.seed, "With --list: draw others");
  app.add_option("-o,--output", order.output, "Where to write the model");
  app.add_flag("--cross-validate", order.validate,
               "Score cards by models that have not seen their articles");
  app.add_option("--worst", order.worst, "With --cross-validate: print so many errors");
  app.add_option("--trees", order.grow.trees, "How many trees");
  app.add_option("--leaves", order.grow.leaves, "Leaves of a tree, at most");
  app.add_option("--rate", order.grow.rate, "Learning rate");
  app.add_option("--share", order.grow.share, "Of the traits that a tree may ask for");
  app.add_option("--bag", order.grow.bag, "Of the cards that a tree learns from");
  app.add_option("--smallest-leaf", order.grow.smallest_leaf, "Cards of a leaf, at least");
  CLI11_PARSE(app, argc, argv);
  if (const auto done = run(order); !done) {
    std::cerr << "train-ranking: " << message(done.error()) << "\n";
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace recto::train

int main(int argc, char** argv) try {
  return recto::train::main_of(argc, argv);
} catch (const std::exception& error) {  // of the file system
  std::cerr << "train-ranking: " << error.what() << "\n";
  return 1;
}
