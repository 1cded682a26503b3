// train-language: makes the files of assets/language.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "content/words/lexicon.h"
#include "tools/language/analysis.h"
#include "tools/train-language/corpora.h"
#include "tools/train-language/evaluate_discourse.h"
#include "tools/train-language/lexicon_compiler.h"
#include "tools/train-language/model_file.h"
#include "tools/train-language/print_scores.h"
#include "tools/train-language/train_references.h"

namespace recto::train {
namespace {

constexpr std::size_t kMostBytes = 64 << 20;

Result<std::string> read_lexicon() {
  return read_file(RECTO_TRY(find_assets()) / "language" / "en.lexicon", kMostBytes);
}

Result<WordLists> read_word_lists() {
  const auto words = RECTO_TRY(find_assets()) / "words";
  return WordLists{
      language::parse_abbreviations(RECTO_TRY(read_file(words / "abbreviations.txt", kMostBytes))),
      discourse::parse_name_words(RECTO_TRY(read_file(words / "names.txt", kMostBytes)))};
}

Result<void> train(const std::string& folder, const NetworkOptions& options,
                   const std::string& output) {
  const std::string lexicon_bytes = RECTO_TRY(read_lexicon());
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(lexicon_bytes));
  const std::string model = RECTO_TRY(make_model(
      folder, lexicon, options, [](const std::string& line) { std::cerr << line << std::endl; }));
  return write_file(output, model);
}

Result<void> evaluate_model(const std::string& model, const std::string& folder, Split split) {
  const std::string bytes = RECTO_TRY(read_file(model, kMostBytes));
  const std::string lexicon_bytes = RECTO_TRY(read_lexicon());
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(lexicon_bytes));
  const auto analyser = RECTO_TRY(language::Analyser::open(bytes, lexicon));
  print_scores(std::cout, RECTO_TRY(read_corpora(folder, split)), analyser, lexicon,
               RECTO_TRY(read_word_lists()));
  return {};
}

Result<void> learn_references(const std::string& model, const std::string& folder,
                              const std::string& output) {
  const std::string bytes = RECTO_TRY(read_file(model, kMostBytes));
  const std::string lexicon_bytes = RECTO_TRY(read_lexicon());
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(lexicon_bytes));
  const auto analyser = RECTO_TRY(language::Analyser::open(bytes, lexicon));
  const WordLists lists = RECTO_TRY(read_word_lists());
  const Corpora corpora = RECTO_TRY(read_corpora(folder, Split::Train));
  std::vector<AnalysedDocument> all;
  for (const TreeCorpus& trees : corpora.trees)
    if (trees.name.starts_with("GUM"))
      for (const auto document : documents(trees.sentences))
        all.push_back(analyse_document(document, analyser));
  discourse::Nouns nouns(lists.names, lexicon);
  const auto learned =
      train_references(all, nouns, [](std::string_view line) { std::cerr << line << std::endl; });
  return write_file(output, source_of(learned));
}

Result<void> compile_lexicon(const LexiconSources& sources, const std::string& output) {
  const std::string bytes = RECTO_TRY(make_lexicon(sources));
  std::cout << RECTO_TRY(describe_lexicon(bytes));
  return write_file(output, bytes);
}

Result<void> show(const std::string& file) {
  const std::string bytes = RECTO_TRY(read_file(file, kMostBytes));
  const auto lexicon = describe_lexicon(bytes);
  std::cout << (lexicon ? *lexicon : RECTO_TRY(describe_model(bytes)));
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

  std::string weights = "tools/discourse/reference_weights.cpp";
  CLI::App* references = app.add_subcommand("references", "Learns from GUM whom pronouns mean");
  references->add_option("MODEL", model)->required();
  references->add_option("CORPORA", corpora, "The folder of the corpora")->required();
  references->add_option("-o,--output", weights, "Where to write the weights, as source")
      ->capture_default_str();

  CLI11_PARSE(app, argc, argv);
  if (*trained) return exit_code(train(corpora, options, model));
  if (*evaluated) return exit_code(evaluate_model(model, corpora, dev ? Split::Dev : Split::Test));
  if (*references) return exit_code(learn_references(model, corpora, weights));
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
