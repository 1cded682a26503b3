#include "tests/game/memory/reference_case.h"

#include <cmath>

#include "game/memory/reference_fit.h"
#include "game/memory/training_set.h"
#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

namespace recto::test {
namespace {

using namespace memory;
using Json = nlohmann::json;

ReferenceOptions options_of(const Json& json) {
  ReferenceOptions options;
  options.short_term = json.at("short_term").get<bool>();
  options.relearning_steps = json.at("relearning_steps").get<std::size_t>();
  if (!json.contains("training")) return options;
  const Json& training = json.at("training");
  options.epochs = training.at("numEpochs").get<std::size_t>();
  options.batch_size = training.at("batchSize").get<std::size_t>();
  options.seed = training.at("seed").get<std::uint64_t>();
  options.learning_rate = training.at("learningRate").get<double>();
  options.prior_strength = training.at("gamma").get<double>();
  options.longest_history = training.at("maxSeqLen").get<std::size_t>();
  return options;
}

void check_training_set(const Json& item, const TrainingSet& set) {
  CHECK(set.items.size() == item.at("kept_items").get<std::size_t>());
  CHECK(set.first_interval_items() == item.at("initial_items").get<std::size_t>());
  CHECK(std::abs(set.pass_rate - item.at("average_recall").get<double>()) < 1e-7);  // theirs: float
  const std::array<double, 4> first = first_stabilities(set);
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(std::abs(first[i] - item.at("initial_stability")[i].get<double>()) < 1e-4);
}

}  // namespace

void check_reference_case(const Json& item) {
  CAPTURE(item.at("collection").get<std::string>());
  CAPTURE(item.at("variant").get<std::string>());
  const Histories histories = collection(item.at("collection"));
  const auto items = split(histories).training;
  if (item.contains("kept_items")) check_training_set(item, training_set(histories, items));
  const ReferenceFit fit =
      value(reference_fit(histories, items, options_of(item.at("options")), Workers{}));
  for (std::size_t i = 0; i < fit.parameters.size(); ++i) {
    CAPTURE(i);
    CHECK(std::abs(fit.parameters[i] - item.at("w_oracle")[i].get<double>()) < 1e-5);
  }
  const Json losses = item.value("epoch_loss", Json::array());
  REQUIRE(fit.epoch_loss.size() == losses.size());
  for (std::size_t i = 0; i < losses.size(); ++i)
    CHECK(std::abs(fit.epoch_loss[i] - losses[i].get<double>()) < 1e-6);
}

}  // namespace recto::test
