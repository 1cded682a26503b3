#include "tools/train-language/train_references.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "tools/train-language/evaluate_references.h"

namespace recto::train {
namespace {

using discourse::Feature;
using discourse::kFeatures;

constexpr int kRounds = 4;   ///< walks through the documents
constexpr int kSteps = 400;  ///< of gradient ascent in each
constexpr double kRate = 0.5;
constexpr double kPrior = 1.0;  ///< inverse variance, of weights in nats
constexpr std::size_t kFolds = 5;

/// In nats.
using Weights = std::array<double, kFeatures>;

struct Example {
  struct Candidate {
    std::vector<std::size_t> features;
    bool meant = false;
  };

  std::vector<Candidate> candidates;  ///< the last one: none of the others
  std::vector<bool> named;
  double certainty = 1;  ///< of the likeliest
  std::size_t document = 0;
  bool judged = false;
};

discourse::ReferenceWeights rounded(const Weights& weights) {
  discourse::ReferenceWeights result{};
  for (std::size_t i = 0; i < kFeatures; ++i)
    result.at(i) =
        static_cast<std::int16_t>(std::lround(weights.at(i) / std::log(2.0) * discourse::kBit));
  return result;
}

std::vector<double> shares(const Example& example, const Weights& weights) {
  std::vector<double> scores;
  for (const Example::Candidate& candidate : example.candidates) {
    double score = 0;
    for (const std::size_t feature : candidate.features)
      score += weights.at(feature);
    scores.push_back(score);
  }
  const double most = *std::ranges::max_element(scores);
  double all = 0;
  for (double& score : scores)
    all += score = std::exp(score - most);
  for (double& score : scores)
    score /= all;
  return scores;
}

void add_gradient(const Example& example, const Weights& weights, Weights& gradient) {
  const std::vector<double> share = shares(example, weights);
  double meant = 0;
  for (std::size_t i = 0; i < share.size(); ++i)
    meant += example.candidates[i].meant ? share[i] : 0;
  if (meant <= 0) return;
  for (std::size_t i = 0; i < share.size(); ++i) {
    const double wanted = example.candidates[i].meant ? share[i] / meant : 0;
    for (const std::size_t feature : example.candidates[i].features)
      gradient.at(feature) += wanted - share[i];
  }
}

/// Fits to the examples but those of one fold.
Weights fitted(const std::vector<Example>& examples, std::size_t left_out = kFolds) {
  Weights weights{};
  Weights squares;
  squares.fill(1e-6);
  for (int step = 0; step < kSteps; ++step) {
    Weights gradient{};
    for (const Example& example : examples)
      if (example.document % kFolds != left_out) add_gradient(example, weights, gradient);
    for (std::size_t i = 0; i < kFeatures; ++i) {
      const double slope = gradient.at(i) - kPrior * weights.at(i);
      squares.at(i) += slope * slope;
      weights.at(i) += kRate * slope / std::sqrt(squares.at(i));
    }
  }
  return weights;
}

std::vector<std::size_t> list_of(const discourse::Features& features) {
  std::vector<std::size_t> list;
  for (std::size_t i = 0; i < kFeatures; ++i)
    if (features.test(i)) list.push_back(i);
  return list;
}

/// The pronouns of a document with what people mean by them.
class Collector {
 public:
  Collector(const AnalysedDocument& document, std::size_t number, discourse::Nouns& nouns)
      : document_(document),
        number_(number),
        passages_(document.passages()),
        article_(passages_),
        entities_(discourse::find_entities(article_, "", nouns)),
        nouns_(nouns) {}

  void collect(const discourse::ReferenceWeights& weights, std::vector<Example>& examples) {
    discourse::walk_pronouns(article_, entities_, nouns_, [&](const discourse::Pronoun& pronoun) {
      const discourse::Choice choice = discourse::likeliest(pronoun, weights);
      examples.push_back(example(pronoun));
      examples.back().certainty = pronoun.candidates[choice.candidate].certainty;
      return choice;
    });
  }

 private:
  [[nodiscard]] Example example(const discourse::Pronoun& pronoun) const {
    const std::string number = entity_of_words(document_, pronoun.place);
    Example made;
    made.document = number_;
    made.judged = !number.empty();
    bool any = false;
    for (const discourse::Candidate& candidate : pronoun.candidates) {
      const bool none = &candidate == &pronoun.candidates.back();
      const bool meant = none ? !any : is_meant(document_, article_, entities_, candidate, number);
      any = any || meant;
      made.candidates.push_back({list_of(candidate.features), meant});
      made.named.push_back(candidate.entity != discourse::kNoEntity);
    }
    return made;
  }

  const AnalysedDocument& document_;
  std::size_t number_;
  std::vector<discourse::Passage> passages_;
  discourse::AnalysedArticle article_;
  discourse::Entities entities_;
  discourse::Nouns& nouns_;
};

/// The odds of the likeliest, where that is a name, as a logarithm, and whether it is meant.
struct Judged {
  double odds = 0;
  bool right = false;
};

/// By weights that were fitted without the document.
std::vector<Judged> judged_names(const std::vector<Example>& examples) {
  constexpr double kMost = 0.9999;
  std::vector<Judged> found;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const Weights weights = fitted(examples, fold);
    for (const Example& example : examples) {
      if (example.document % kFolds != fold || !example.judged) continue;
      const std::vector<double> share = shares(example, weights);
      const auto best = static_cast<std::size_t>(std::ranges::max_element(share) - share.begin());
      const double kept = std::clamp(share[best] * example.certainty, 1 - kMost, kMost);
      if (example.named[best])
        found.push_back({std::log(kept / (1 - kept)), example.candidates[best].meant});
    }
  }
  return found;
}

/// Logistic regression of right on odds: chance = 1 / (1 + exp(-(slope * odds + offset))).
struct Curve {
  double slope = 1;
  double offset = 0;

  [[nodiscard]] double at(double odds) const {
    return 1 / (1 + std::exp(-(slope * odds + offset)));
  }
};

/// Targets drawn in by one right and one wrong more (Platt 1999).
Curve curve_of(const std::vector<Judged>& judged) {
  const auto right = static_cast<double>(std::ranges::count_if(judged, &Judged::right));
  const auto wrong = static_cast<double>(judged.size()) - right;
  constexpr int kCurveSteps = 20'000;
  constexpr double kCurveRate = 0.5;
  Curve curve;
  for (int step = 0; step < kCurveSteps && !judged.empty(); ++step) {
    double slope = 0;
    double offset = 0;
    for (const Judged& one : judged) {
      const double target = one.right ? (right + 1) / (right + 2) : 1 / (wrong + 2);
      const double miss = target - curve.at(one.odds);
      slope += miss * one.odds;
      offset += miss;
    }
    curve.slope += kCurveRate * slope / static_cast<double>(judged.size()) / 4;
    curve.offset += kCurveRate * offset / static_cast<double>(judged.size());
  }
  return curve;
}

/// The curve as a table, so that looking up needs no library's exponentials.
std::vector<discourse::ReferenceStep> steps_of(const Curve& curve) {
  std::vector<discourse::ReferenceStep> steps;
  for (const double share : {0.05, 0.1,   0.2, 0.3,   0.4,  0.5,  0.6,  0.65, 0.7,   0.75, 0.8,
                             0.85, 0.875, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995})
    steps.push_back({share, curve.at(std::log(share / (1 - share)))});
  return steps;
}

}  // namespace

LearnedReferences train_references(std::span<const AnalysedDocument> documents,
                                   discourse::Nouns& nouns,
                                   const std::function<void(std::string_view)>& tell) {
  LearnedReferences learned;
  std::vector<Example> examples;
  for (int round = 0; round < kRounds; ++round) {
    examples.clear();
    for (std::size_t i = 0; i < documents.size(); ++i)
      Collector(documents[i], i, nouns).collect(learned.weights, examples);
    learned.weights = rounded(fitted(examples));
    tell(fmt::format("round {} of {}, {} pronouns", round + 1, kRounds, examples.size()));
  }
  learned.steps = steps_of(curve_of(judged_names(examples)));
  return learned;
}

std::string source_of(const LearnedReferences& learned) {
  std::string text =
      "// Written by `train-language references` from the train files of GUM: do not edit.\n"
      "// clang-format off\n"
      "#include \"tools/discourse/references.h\"\n\nnamespace recto::discourse {\n\n"
      "const ReferenceWeights& reference_weights() {\n"
      "  static constexpr ReferenceWeights kWeights{{\n";
  for (std::size_t i = 0; i < kFeatures; ++i)
    text +=
        fmt::format("      {},  // {}\n", learned.weights.at(i), name_of(static_cast<Feature>(i)));
  text += fmt::format(
      "  }}}};\n  return kWeights;\n}}\n\n"
      "std::span<const ReferenceStep> reference_steps() {{\n"
      "  static constexpr std::array<ReferenceStep, {}> kSteps{{{{\n",
      learned.steps.size());
  for (const discourse::ReferenceStep& step : learned.steps)
    text += fmt::format("      {{{:.3f}, {:.3f}}},\n", step.share, step.right);
  return text +
         "  }};\n  return kSteps;\n}\n\n}  // namespace recto::discourse\n// clang-format on\n";
}

}  // namespace recto::train
