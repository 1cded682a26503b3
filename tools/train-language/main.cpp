// train-language: makes the files of assets/language.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "content/words/lexicon.h"
#include "tools/language/analysis.h"
#include "tools/train-language/corpora.h"
#include "tools/train-language/evaluate.h"
#include "tools/train-language/evaluate_names.h"
#include "tools/train-language/learn_network.h"
#include "tools/train-language/lexicon_compiler.h"
#include "tools/train-language/raw_text.h"

namespace recto::train {
namespace {

constexpr std::size_t kMostBytes = 64 << 20;

Result<std::string> read_lexicon() {
  return read_file(RECTO_TRY(find_assets()) / "language" / "en.lexicon", kMostBytes);
}

Result<language::Abbreviations> read_abbreviations() {
  const auto assets = RECTO_TRY(find_assets());
  return language::parse_abbreviations(
      RECTO_TRY(read_file(assets / "words" / "abbreviations.txt", kMostBytes)));
}

std::string percent(std::size_t part, std::size_t whole) {
  return fmt::format(
      "{:6.2f}", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// One corpus's idea of names alone.
language::NameWeights only(language::NameSource source) {
  language::NameWeights weights{};
  weights.at(static_cast<std::size_t>(source)) = 1;
  return weights;
}

Result<void> train(const std::string& folder, const NetworkOptions& options,
                   const std::string& output) {
  const std::string lexicon_bytes = RECTO_TRY(read_lexicon());
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(lexicon_bytes));
  const Corpora corpora = RECTO_TRY(read_corpora(folder, Split::Train));
  const Corpora held_out = RECTO_TRY(read_corpora(folder, Split::Dev));
  const auto after_round = [&](int round, double loss, const std::string& model) {
    const auto analyser = language::Analyser::open(model, lexicon);
    std::cerr << fmt::format("round {:2}: loss {:.3f}", round + 1, loss);
    for (const TreeCorpus& trees : held_out.trees) {
      const Scores scores = evaluate(trees.sentences, *analyser);
      std::cerr << fmt::format("; {}: {}{}", trees.name, percent(scores.upos, scores.words),
                               percent(scores.arcs, scores.words));
    }
    for (const NameCorpus& names : held_out.names)
      std::cerr << fmt::format(
          "; {}: {:.2f}", names.name,
          100 * evaluate_names(names.sentences, *analyser, only(names.source)).f1());
    std::cerr << std::endl;
    return true;
  };
  const Sections sections = learn_network(corpora, lexicon, options, after_round);
  return write_file(output, write_container(language::kModelKind, sections));
}

/// Sentences and words found in running text; in brackets without the ends of paragraphs.
Result<void> print_cuts(const Corpora& corpora) {
  const auto abbreviations = RECTO_TRY(read_abbreviations());
  std::cout << "raw text: sentences F1  words F1  treebank\n";
  for (const TreeCorpus& trees : corpora.trees) {
    const auto score = [&](Joints joints) {
      return score_cuts(raw_text(trees.sentences, joints), abbreviations);
    };
    const CutScores cuts = score(Joints::Paragraphs);
    std::cout << fmt::format("      {:6.2f} ({:6.2f})     {:6.2f}  {}\n", 100 * cuts.sentences.f1(),
                             100 * score(Joints::Blanks).sentences.f1(), 100 * cuts.words.f1(),
                             trees.name);
  }
  return {};
}

Result<void> print_scores(const std::string& model, const std::string& folder, Split split) {
  const std::string bytes = RECTO_TRY(read_file(model, kMostBytes));
  const std::string lexicon_bytes = RECTO_TRY(read_lexicon());
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(lexicon_bytes));
  const auto analyser = RECTO_TRY(language::Analyser::open(bytes, lexicon));
  const Corpora corpora = RECTO_TRY(read_corpora(folder, split));
  std::cout << "   UPOS    XPOS     UAS     LAS   words  treebank\n";
  for (const TreeCorpus& trees : corpora.trees) {
    const Scores scores = evaluate(trees.sentences, analyser);
    for (const std::size_t right : {scores.upos, scores.xpos, scores.heads, scores.arcs})
      std::cout << "  " << percent(right, scores.words);
    std::cout << fmt::format("{:8}  {}\n", scores.words, trees.name);
  }
  std::cout << "names F1  own  mixed\n";
  for (const NameCorpus& names : corpora.names)
    std::cout << fmt::format(
        "  {:6.2f}  {:6.2f}  {}\n",
        100 * evaluate_names(names.sentences, analyser, only(names.source)).f1(),
        100 * evaluate_names(names.sentences, analyser, language::Analyser::kAllSources).f1(),
        names.name);
  return print_cuts(corpora);
}

Result<void> compile_lexicon(const LexiconSources& sources, const std::string& output) {
  const std::string bytes = RECTO_TRY(make_lexicon(sources));
  std::cout << RECTO_TRY(describe_lexicon(bytes));
  return write_file(output, bytes);
}

Result<void> show(const std::string& file) {
  const std::string bytes = RECTO_TRY(read_file(file, kMostBytes));
  std::cout << RECTO_TRY(describe_lexicon(bytes));
  return {};
}

int exit_code(const Result<void>& done) {
  if (done) return 0;
  std::cerr << "train-language: " << message(done.error()) << "\n";
  return 1;
}

int main_of(int argc, char** argv) {
  CLI::App app{"Makes what Recto knows of language."};
  app.require_subcommand(1);

  LexiconSources sources;
  std::string output = "assets/language/en.lexicon";
  CLI::App* lexicon = app.add_subcommand("lexicon", "Compiles WordNet, iso-codes and CLDR");
  lexicon->add_option("-o,--output", output, "Where to write it")->capture_default_str();
  lexicon->add_option("--wordnet", sources.wordnet, "WordNet's folder")->capture_default_str();
  lexicon->add_option("--iso-codes", sources.iso_codes, "The JSON files of iso-codes")
      ->capture_default_str();
  lexicon->add_option("--countries", sources.countries, "Names of countries, by hand")
      ->capture_default_str();

  std::string file;
  CLI::App* shown = app.add_subcommand("show", "Tells what a file of assets/language holds");
  shown->add_option("FILE", file)->required();

  std::string corpora;
  NetworkOptions options;
  std::string model = "assets/language/en.model";
  CLI::App* trained = app.add_subcommand("train", "Learns tags, trees and names");
  trained->add_option("CORPORA", corpora, "The folder of the corpora")->required();
  trained->add_option("-o,--output", model, "Where to write the model")->capture_default_str();
  trained->add_option("--seed", options.seed, "Of all random draws")->capture_default_str();
  trained->add_option("--rounds", options.rounds, "Over all sentences")->capture_default_str();

  bool dev = false;
  CLI::App* evaluated = app.add_subcommand("evaluate", "Tells how good a model is");
  evaluated->add_option("MODEL", model)->required();
  evaluated->add_option("CORPORA", corpora, "The folder of the corpora")->required();
  evaluated->add_flag("--dev", dev, "On the development parts instead of the test parts");

  CLI11_PARSE(app, argc, argv);
  if (*trained) return exit_code(train(corpora, options, model));
  if (*evaluated) return exit_code(print_scores(model, corpora, dev ? Split::Dev : Split::Test));
  return exit_code(*lexicon ? compile_lexicon(sources, output) : show(file));
}

}  // namespace
}  // namespace recto::train

int main(int argc, char** argv) try {
  return recto::train::main_of(argc, argv);
} catch (
    const std::exception& error) {  // std::bad_alloc, of too many treebanks; JSON of another shape
  std::cerr << "train-language: " << error.what() << "\n";
  return 1;
}
