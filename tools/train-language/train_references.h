// Learns what speaks for whom a pronoun means.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/discourse/references.h"
#include "tools/train-language/evaluate_discourse.h"

namespace recto::train {

struct LearnedReferences {
  discourse::ReferenceWeights weights{};
  std::vector<discourse::ReferenceStep> steps;
};

/// A log-linear choice among the candidates of each pronoun, fitted by gradient ascent (AdaGrad) to
/// the chance of all that people mean, with a Gaussian prior. Pronouns depend on those before, so
/// documents are walked several times with what was learned so far. The steps are a
/// logistic curve through what was right when each fifth of the documents was left out.
[[nodiscard]] LearnedReferences train_references(std::span<const AnalysedDocument> documents,
                                                 discourse::Nouns& nouns,
                                                 const std::function<void(std::string_view)>& tell);

/// tools/discourse/reference_weights.cpp.
[[nodiscard]] std::string source_of(const LearnedReferences& learned);

}  // namespace recto::train
