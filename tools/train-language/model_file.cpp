#include "tools/train-language/model_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>
#include <vector>

#include "tools/language/analysis.h"
#include "tools/train-language/evaluate.h"
#include "tools/train-language/fit_calibration.h"
#include "tools/train-language/learn_network.h"
#include "tools/train-language/print_scores.h"

namespace recto::train {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kAttribution =
    "Learned from the English Web Treebank (UD_English-EWT), GUM (UD_English-GUM; documents in "
    "GUM-documents.tsv), Universal NER (UNER_English-EWT), wikigold and CrossNER; see README.md";

/// Fits what the model's probabilities mean, on what it did not learn from.
Result<void> calibrate(Sections& sections, const Corpora& held_out, const Lexicon& lexicon) {
  const std::string bytes = write_container(language::kModelKind, sections);
  const auto analyser = RECTO_TRY(language::Analyser::open(bytes, lexicon));
  std::vector<Finding> tags;
  std::vector<Finding> arcs;
  std::vector<Finding> names;
  const auto add = [](const std::vector<Finding>& from, std::vector<Finding>& to) {
    to.insert(to.end(), from.begin(), from.end());
  };
  for (const TreeCorpus& trees : held_out.trees) {
    const Scores scores = evaluate(trees.sentences, analyser);
    add(scores.tag_findings, tags);
    add(scores.arc_findings, arcs);
  }
  for (const NameCorpus& corpus : held_out.names)
    add(evaluate_names(corpus.sentences, analyser, language::Analyser::kAllSources).found, names);
  const auto store = [&](std::string_view name, std::vector<Finding> findings) {
    sections[std::string(name)] = language::calibration_bytes(fit_calibration(std::move(findings)));
  };
  store(language::kTagCalibration, std::move(tags));
  store(language::kArcCalibration, std::move(arcs));
  store(language::kNameCalibration, std::move(names));
  return {};
}

std::string about(const Corpora& corpora, const NetworkOptions& options,
                  const std::string& held_out_scores) {
  Json json;
  json["what"] = "English tags, trees, lemmas and names";
  json["licence"] = "CC BY-SA 4.0";
  json["attribution"] = kAttribution;
  json["seed"] = options.seed;
  json["rounds"] = options.rounds;
  json["on development parts"] = held_out_scores;
  for (const CorpusFile& file : corpora.files)
    json["sources"].push_back({{"file", file.name}, {"sha256", file.sha256}});
  return json.dump(2) + "\n";
}

}  // namespace

Result<std::string> make_model(const std::filesystem::path& folder, const Lexicon& lexicon,
                               const NetworkOptions& options, const Progress& progress) {
  const Corpora corpora = RECTO_TRY(read_corpora(folder, Split::Train));
  const Corpora held_out = RECTO_TRY(read_corpora(folder, Split::Dev));
  std::string scores;
  const auto after_round = [&](int round, double loss, const std::string& bytes) {
    const auto analyser = language::Analyser::open(bytes, lexicon);
    if (!analyser) return false;
    scores = short_scores(held_out, *analyser);
    progress(fmt::format("round {}: loss {:.3f}; {}", round + 1, loss, scores));
    return true;
  };
  Sections sections = learn_network(corpora, lexicon, options, after_round);
  RECTO_TRY(calibrate(sections, held_out, lexicon));
  sections[std::string(language::kAbout)] = about(corpora, options, scores);
  return write_container(language::kModelKind, sections);
}

Result<std::string> describe_model(const std::string& bytes) {
  const Container container = RECTO_TRY(Container::open(bytes, language::kModelKind));
  RECTO_TRY(container.check());
  std::string text(container.section(language::kAbout));
  text += fmt::format("{} bytes\n", bytes.size());
  for (std::size_t i = 0; i < container.section_count(); ++i)
    text += fmt::format("{:24} {:9}\n", container.section_name(i),
                        container.section(container.section_name(i)).size());
  return text;
}

}  // namespace recto::train
