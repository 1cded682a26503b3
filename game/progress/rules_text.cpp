#include "game/progress/rules_text.h"

#include <nlohmann/json.hpp>

#include "game/progress/scheduling_json.h"

namespace recto::progress {
namespace {

using Json = nlohmann::json;

Rules rules_of(const Json& json) {
  Rules rules;
  rules.scheduling = scheduling_of(json);
  rules.day.utc_offset = std::chrono::minutes(json.at("utc_offset").get<std::int64_t>());
  rules.day.starts = std::chrono::minutes(json.at("day_starts").get<std::int64_t>());
  return rules;
}

}  // namespace

std::string write_rules(const Rules& rules) {
  Json json = scheduling_json(rules.scheduling);
  json["utc_offset"] = rules.day.utc_offset.count();
  json["day_starts"] = rules.day.starts.count();
  return json.dump();
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
