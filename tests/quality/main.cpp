// quality: judge cards without knowing where they come from, and score what the judges say.
#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "content/files/files.h"
#include "tests/quality/inputs.h"
#include "tests/quality/key.h"
#include "tests/quality/report.h"
#include "tests/quality/scores.h"
#include "tests/quality/sheet.h"
#include "tests/quality/verdicts.h"

namespace recto::quality {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

struct SheetOrder {
  std::vector<std::string> decks;
  std::string articles;
  std::string facts;
  SheetOptions options;
  std::string sheet;
  std::string key;
};

struct ScoreOrder {
  std::string key;
  std::vector<std::string> sheets;
  std::uint64_t seed = 1;
};

Result<void> write_round(const SheetOrder& order) {
  std::vector<Entry> entries;
  for (const std::string& deck : order.decks) {
    entries.push_back(RECTO_TRY(read_entry(deck, order.articles, order.facts)));
    const Entry& entry = entries.back();
    fmt::print(stderr, "{}: {} cards; {}; {}\n", deck, entry.deck.cards.size(),
               entry.article.empty() ? "no article" : entry.article,
               entry.facts_file.empty() ? "no facts" : entry.facts_file);
  }
  const Round round = make_round(entries, order.options);
  RECTO_TRY(write_file(order.key, write_key(round.key)));
  return write_file(order.sheet, round.sheet);
}

Result<Judge> read_judge(const std::string& sheet, const Key& key) {
  auto verdicts = read_verdicts(RECTO_TRY(read_file(sheet, kMostBytes)), key);
  if (verdicts) return Judge{sheet, std::move(*verdicts)};
  Error error = std::move(verdicts).error();
  error.where = sheet + ", " + error.where;
  return tl::unexpected<Error>(std::move(error));
}

Result<void> print_scores(const ScoreOrder& order) {
  auto key = read_key(RECTO_TRY(read_file(order.key, kMostBytes)));
  if (!key) {
    key.error().where = order.key;
    return tl::unexpected<Error>(std::move(key).error());
  }
  std::vector<Judge> judges;
  for (const std::string& sheet : order.sheets)
    judges.push_back(RECTO_TRY(read_judge(sheet, *key)));
  Random random(order.seed);
  std::cout << report_of(score(*key, judges, random), *key, judges);
  return {};
}

CLI::App* add_sheet(CLI::App& app, SheetOrder& order) {
  CLI::App* sheet = app.add_subcommand("sheet", "Mixes the cards of decks into a sheet to judge");
  sheet->add_option("DECK", order.decks, "Deck files, by Recto or plain (see README.md)")
      ->required();
  sheet->add_option("--articles", order.articles, "Folder with the articles, named as the decks");
  sheet->add_option("--facts", order.facts, "Folder with the key facts, named as the decks");
  sheet->add_option("--seed", order.options.seed, "Of the random order")->required();
  sheet->add_option("--cards", order.options.cards, "So many cards at random (default: all)");
  sheet->add_option("--cap", order.options.cap, "No more than so many cards of a deck");
  sheet->add_option("-o,--output", order.sheet, "The sheet to fill in")->required();
  sheet->add_option("--key", order.key, "The key, not for judges' eyes")->required();
  return sheet;
}

CLI::App* add_score(CLI::App& app, ScoreOrder& order) {
  CLI::App* scores = app.add_subcommand("score", "Scores filled sheets, one of each judge");
  scores->add_option("KEY", order.key, "The key of the sheet")->required();
  scores->add_option("SHEET", order.sheets, "Filled sheets")->required();
  scores->add_option("--seed", order.seed, "Of the bootstrap (default: 1)");
  return scores;
}

/// 0 done, 1 the input is at fault, 2 wrong usage.
int main_of(int argc, char** argv) {
  CLI::App app{"Judge cards blindly, and score what the judges say."};
  app.require_subcommand(1);
  SheetOrder sheet;
  ScoreOrder scores;
  const CLI::App* wants_sheet = add_sheet(app, sheet);
  add_score(app, scores);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (const auto done = wants_sheet->parsed() ? write_round(sheet) : print_scores(scores); !done) {
    std::cerr << "quality: " << message(done.error()) << "\n";
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace recto::quality

int main(int argc, char** argv) {
  return recto::quality::main_of(argc, argv);
}
