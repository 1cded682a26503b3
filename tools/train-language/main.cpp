// train-language: makes the files of assets/language.
#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "content/files/files.h"
#include "tools/train-language/lexicon_compiler.h"

namespace recto::train {
namespace {

constexpr std::size_t kMostBytes = 64 << 20;

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

  CLI11_PARSE(app, argc, argv);
  return exit_code(*lexicon ? compile_lexicon(sources, output) : show(file));
}

}  // namespace
}  // namespace recto::train

int main(int argc, char** argv) {
  return recto::train::main_of(argc, argv);
}
