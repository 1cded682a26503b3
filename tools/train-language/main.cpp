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
#include "content/words/word_class.h"
#include "tools/language/analysis.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/signature.h"
#include "tools/train-language/conllu.h"
#include "tools/train-language/evaluate.h"
#include "tools/train-language/evaluate_discourse.h"
#include "tools/train-language/evaluate_patterns.h"
#include "tools/train-language/evaluate_references.h"
#include "tools/train-language/lexicon_compiler.h"
#include "tools/train-language/raw_text.h"
#include "tools/train-language/train_model.h"
#include "tools/train-language/train_references.h"

namespace recto::train {
namespace {

constexpr std::size_t kMostBytes = 64 << 20;

/// CoNLL-U files, packed with gzip or not, one behind the other.
Result<Treebank> read_treebanks(const std::vector<std::string>& files) {
  Treebank all;
  for (const std::string& file : files) {
    std::string text = RECTO_TRY(read_file(file, kMostBytes));
    if (reader::is_gzip(text)) text = RECTO_TRY(reader::gunzip(text));
    Treebank treebank = RECTO_TRY(parse_conllu(text).map_error([&](Error error) {
      error.where = file + ", " + error.where;
      return error;
    }));
    std::move(treebank.begin(), treebank.end(), std::back_inserter(all));
  }
  return all;
}

/// The classes of the lexicon's file, each looked up once.
Result<language::LexiconClass> lexicon_classes(const std::string& bytes) {
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(bytes));
  return [lexicon, known = std::make_shared<std::unordered_map<std::string, std::uint32_t>>()](
             std::string_view word) {
    const auto [found, fresh] = known->try_emplace(std::string(word), 0U);
    if (fresh) found->second = word_class(lexicon, word).code();
    return found->second;
  };
}

Result<std::string> read_lexicon() {
  return read_file(RECTO_TRY(find_assets()) / "language" / "en.lexicon", kMostBytes);
}

Result<void> train(const std::vector<std::string>& files, const ModelOptions& options,
                   const std::string& output) {
  const Treebank treebank = RECTO_TRY(read_treebanks(files));
  const std::string lexicon = RECTO_TRY(read_lexicon());
  const auto classes = RECTO_TRY(lexicon_classes(lexicon));
  const std::string bytes =
      RECTO_TRY(train_model(treebank, classes, options, [](std::string_view what) {
        std::cerr << "train-language: " << what << "\n";
      }));
  return write_file(output, bytes);
}

std::string percent(std::size_t part, std::size_t whole) {
  return fmt::format(
      "{:6.2f}", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// Sentences and words found in running text; in brackets without the ends of paragraphs.
Result<void> print_cuts(const std::vector<std::string>& files,
                        const language::Abbreviations& abbreviations) {
  std::cout << "raw text: sentences F1  words F1  treebank\n";
  for (const std::string& file : files) {
    const Treebank treebank = RECTO_TRY(read_treebanks({file}));
    const CutScores cuts = score_cuts(raw_text(treebank, Joints::Paragraphs), abbreviations);
    const CutScores joined = score_cuts(raw_text(treebank, Joints::Blanks), abbreviations);
    std::cout << fmt::format("      {:6.2f} ({:6.2f})     {:6.2f}  {}\n", 100 * cuts.sentences.f1(),
                             100 * joined.sentences.f1(), 100 * cuts.words.f1(),
                             std::filesystem::path(file).filename().string());
  }
  return {};
}

Result<void> print_scores(const std::string& model, const std::vector<std::string>& files) {
  const std::string bytes = RECTO_TRY(read_file(model, kMostBytes));
  const std::string lexicon = RECTO_TRY(read_lexicon());
  const auto classes = RECTO_TRY(lexicon_classes(lexicon));
  const auto analyser = RECTO_TRY(language::Analyser::open(bytes, classes));
  const auto assets = RECTO_TRY(find_assets());
  const auto abbreviations = language::parse_abbreviations(
      RECTO_TRY(read_file(assets / "words" / "abbreviations.txt", kMostBytes)));
  std::cout << "words F1    UPOS    XPOS     UAS     LAS   words  treebank\n";
  for (const std::string& file : files) {
    const Treebank treebank = RECTO_TRY(read_treebanks({file}));
    const Scores scores = evaluate(treebank, analyser, abbreviations);
    std::cout << "  " << percent(2 * scores.cut, scores.words + scores.found);
    for (const std::size_t right : {scores.upos, scores.xpos, scores.heads, scores.arcs})
      std::cout << "  " << percent(right, scores.words);
    std::cout << fmt::format("{:8}  {}\n", scores.words,
                             std::filesystem::path(file).filename().string());
  }
  return print_cuts(files, abbreviations);
}

/// `mistakes`: also what was found in error (+) and what was missed (-).
Result<void> print_pattern_scores(const std::string& model, const std::vector<std::string>& files,
                                  bool mistakes) {
  const std::string bytes = RECTO_TRY(read_file(model, kMostBytes));
  const std::string lexicon_bytes = RECTO_TRY(read_lexicon());
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(lexicon_bytes));
  const auto classes = RECTO_TRY(lexicon_classes(lexicon_bytes));
  const auto analyser = RECTO_TRY(language::Analyser::open(bytes, classes));
  const auto report = [&](bool found, const TreebankSentence& sentence, std::string_view what) {
    if (mistakes) std::cout << (found ? "+ " : "- ") << what << " | " << sentence.text << "\n";
  };
  std::cout << "precision  joined  recall   found  marked  appositions in\n";
  for (const std::string& file : files) {
    const Treebank treebank = RECTO_TRY(read_treebanks({file}));
    const PatternScores scores = evaluate_appositions(treebank, analyser, lexicon, report);
    std::cout << fmt::format("   {}  {}  {}{:8}{:8}  {}\n", percent(scores.right, scores.found),
                             percent(scores.joined, scores.found),
                             percent(scores.marked_found, scores.marked), scores.found,
                             scores.marked, std::filesystem::path(file).filename().string());
  }
  return {};
}

/// What the analysis of whole documents needs beside the model.
struct Discourse {
  std::string lexicon_bytes;
  std::string model_bytes;
  discourse::NameWords words;
};

Result<Discourse> read_discourse(const std::string& model) {
  const auto assets = RECTO_TRY(find_assets());
  const std::string words = RECTO_TRY(read_file(assets / "words" / "names.txt", kMostBytes));
  return Discourse{RECTO_TRY(read_lexicon()), RECTO_TRY(read_file(model, kMostBytes)),
                   discourse::parse_name_words(words)};
}

Result<std::vector<AnalysedDocument>> analyse_documents(const Discourse& files,
                                                        const std::vector<std::string>& treebanks) {
  const auto classes = RECTO_TRY(lexicon_classes(files.lexicon_bytes));
  const auto analyser = RECTO_TRY(language::Analyser::open(files.model_bytes, classes));
  const Treebank treebank = RECTO_TRY(read_treebanks(treebanks));
  std::vector<AnalysedDocument> all;
  for (const auto document : documents(treebank))
    all.push_back(analyse_document(document, analyser));
  return all;
}

void print_references(const ReferenceScores& scores) {
  std::cout << fmt::format("  he and she: {}, a name before for {}\n", scores.pronouns,
                           scores.named);
  for (const ReferenceScores::Kept& kept : scores.kept)
    std::cout << fmt::format(
        "  chance {:4.2f}: kept{:5} ({:4} in the sentence), right {}, recall {}\n", kept.chance,
        kept.kept, kept.in_sentence, percent(kept.right, kept.kept),
        percent(kept.right, scores.named));
  for (const ReferenceScores::Kept& kept : scores.descriptions)
    if (kept.kept > 0)
      std::cout << fmt::format("  \"the\" and a noun, chance {:4.2f}: kept{:5}, right {}\n",
                               kept.chance, kept.kept, percent(kept.right, kept.kept));
}

Result<void> print_discourse_scores(const std::string& model,
                                    const std::vector<std::string>& treebanks) {
  const Discourse files = RECTO_TRY(read_discourse(model));
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(files.lexicon_bytes));
  discourse::Nouns nouns(files.words, lexicon);
  for (const std::string& treebank : treebanks) {
    const auto documents = RECTO_TRY(analyse_documents(files, {treebank}));
    EntityScores names;
    for (const AnalysedDocument& document : documents)
      names.add(evaluate_entities(document, nouns));
    std::cout << std::filesystem::path(treebank).filename().string() << "\n"
              << fmt::format("  names: {}, linked {}, right {}, recall {}\n", names.names,
                             names.links, percent(names.right, names.links),
                             percent(names.right, names.possible))
              << fmt::format("  kinds: {}, sure {}, right {}\n", names.kinds,
                             percent(names.kinds_sure, names.kinds),
                             percent(names.kinds_right, names.kinds_sure));
    print_references(evaluate_references(documents, nouns));
  }
  return {};
}

Result<void> learn_references(const std::string& model, const std::vector<std::string>& treebanks,
                              const std::string& output) {
  const Discourse files = RECTO_TRY(read_discourse(model));
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(files.lexicon_bytes));
  discourse::Nouns nouns(files.words, lexicon);
  const auto documents = RECTO_TRY(analyse_documents(files, treebanks));
  const LearnedReferences learned = train_references(documents, nouns, [](std::string_view what) {
    std::cerr << "train-language: " << what << "\n";
  });
  return write_file(output, source_of(learned));
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

  std::vector<std::string> treebanks;
  ModelOptions options;
  std::string model = "assets/language/en.model";
  CLI::App* trained = app.add_subcommand("train", "Learns to tag and parse from treebanks");
  trained->add_option("TREEBANK", treebanks, "CoNLL-U files")->required();
  trained->add_option("-o,--output", model, "Where to write the model")->capture_default_str();
  trained->add_option("--seed", options.parser.seed, "Of the order of sentences");
  trained->add_option("--rounds", options.parser.rounds, "Over the sentences, of the parser")
      ->capture_default_str();

  CLI::App* evaluated = app.add_subcommand("evaluate", "Tells how good a model is");
  evaluated->add_option("MODEL", model)->required();
  evaluated->add_option("TREEBANK", treebanks, "CoNLL-U files, scored one by one")->required();

  bool mistakes = false;
  CLI::App* patterns =
      app.add_subcommand("evaluate-patterns", "Tells how good the recognisers beside the tree are");
  patterns->add_option("MODEL", model)->required();
  patterns->add_option("TREEBANK", treebanks, "CoNLL-U files, scored one by one")->required();
  patterns->add_flag("--mistakes", mistakes, "Also lists what is wrong (+) and missing (-)");

  CLI::App* discourse =
      app.add_subcommand("evaluate-discourse", "Tells how good names and references are");
  discourse->add_option("MODEL", model)->required();
  discourse->add_option("TREEBANK", treebanks, "Files of GUM, scored one by one")->required();

  std::string weights = "tools/discourse/reference_weights.cpp";
  CLI::App* references =
      app.add_subcommand("references", "Learns from treebanks whom pronouns mean");
  references->add_option("MODEL", model)->required();
  references->add_option("TREEBANK", treebanks, "Files of GUM")->required();
  references->add_option("-o,--output", weights, "Where to write the weights, as source")
      ->capture_default_str();

  CLI11_PARSE(app, argc, argv);
  options.tagger.seed = options.parser.seed;
  if (*trained) return exit_code(train(treebanks, options, model));
  if (*evaluated) return exit_code(print_scores(model, treebanks));
  if (*discourse) return exit_code(print_discourse_scores(model, treebanks));
  if (*references) return exit_code(learn_references(model, treebanks, weights));
  if (*patterns) return exit_code(print_pattern_scores(model, treebanks, mistakes));
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
