#include "game/progress/rules_text.h"

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

Rules rules_of(const Json& json) {
  Rules rules;
  rules.scheduling.parameters = json.at("parameters").get<memory::Parameters>();
  rules.scheduling.desired_retention = json.at("desired_retention").get<double>();
  rules.scheduling.maximum_interval = json.at("maximum_interval").get<int>();
  rules.scheduling.learning_steps = minutes_of(json.at("learning_steps"));
  rules.scheduling.relearning_steps = minutes_of(json.at("relearning_steps"));
  rules.scheduling.fuzz = json.at("fuzz").get<bool>();
  rules.scheduling.short_term = json.at("short_term").get<bool>();
  rules.day.utc_offset = std::chrono::minutes(json.at("utc_offset").get<std::int64_t>());
  rules.day.starts = std::chrono::minutes(json.at("day_starts").get<std::int64_t>());
  return rules;
}

}  // namespace

std::string write_rules(const Rules& rules) {
  const memory::Settings& scheduling = rules.scheduling;
  return Json{{"parameters", scheduling.parameters},
              {"desired_retention", scheduling.desired_retention},
              {"maximum_interval", scheduling.maximum_interval},
              {"learning_steps", minutes_json(scheduling.learning_steps)},
              {"relearning_steps", minutes_json(scheduling.relearning_steps)},
              {"fuzz", scheduling.fuzz},
              {"short_term", scheduling.short_term},
              {"utc_offset", rules.day.utc_offset.count()},
              {"day_starts", rules.day.starts.count()}}
      .dump();
}

Result<Rules> read_rules(std::string_view text) {
  try {
    return rules_of(Json::parse(text));
  } catch (const Json::exception& error) {
    return fail(
        Error::Kind::BadInput,
        std::string("the scheduling rules of the log cannot be read (") + error.what() + ")");
  }
}

}  // namespace recto::progress
