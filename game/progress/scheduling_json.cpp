#include "game/progress/scheduling_json.h"

#include <nlohmann/json.hpp>

namespace recto::progress {
namespace {

using Json = nlohmann::json;

Json minutes_json(const std::vector<std::chrono::minutes>& steps) {
  Json list = Json::array();
  for (const std::chrono::minutes step : steps)
    list.push_back(step.count());
  return list;
}

std::vector<std::chrono::minutes> minutes_of(const Json& list) {
  std::vector<std::chrono::minutes> steps;
  for (const Json& step : list)
    steps.emplace_back(step.get<std::int64_t>());
  return steps;
}

}  // namespace

Json scheduling_json(const memory::Settings& settings) {
  return {{"parameters", settings.parameters},
          {"desired_retention", settings.desired_retention},
          {"maximum_interval", settings.maximum_interval},
          {"learning_steps", minutes_json(settings.learning_steps)},
          {"relearning_steps", minutes_json(settings.relearning_steps)},
          {"fuzz", settings.fuzz},
          {"short_term", settings.short_term}};
}

memory::Settings scheduling_of(const Json& json) {
  memory::Settings settings;
  settings.parameters = json.at("parameters").get<memory::Parameters>();
  settings.desired_retention = json.at("desired_retention").get<double>();
  settings.maximum_interval = json.at("maximum_interval").get<int>();
  settings.learning_steps = minutes_of(json.at("learning_steps"));
  settings.relearning_steps = minutes_of(json.at("relearning_steps"));
  settings.fuzz = json.at("fuzz").get<bool>();
  settings.short_term = json.at("short_term").get<bool>();
  return settings;
}

}  // namespace recto::progress
