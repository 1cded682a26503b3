// Results as JSON.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "game/classroom/rules/results.h"

namespace recto::classroom {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;

json json_of(const Tally& tally) {
  json groups = json::array();
  for (const TypedGroup& group : tally.groups)
    groups.push_back({{"text", group.text},
                      {"count", group.count},
                      {"verdict", static_cast<int>(group.verdict)}});
  return {{"answered", tally.answered},
          {"right", tally.right},
          {"options", tally.options},
          {"groups", std::move(groups)},
          {"median", tally.median_time.count()}};
}

template <class Enum>
Enum enum_of(const json& number, Enum last) {
  const int value = std::clamp(number.get<int>(), 0, static_cast<int>(last));
  return static_cast<Enum>(value);
}

Tally tally_in(const json& object) {
  Tally tally;
  tally.answered = object.at("answered").get<int>();
  tally.right = object.at("right").get<int>();
  tally.options = object.at("options").get<std::vector<int>>();
  tally.median_time = Millis{object.at("median").get<Millis::rep>()};
  for (const json& group : object.at("groups"))
    tally.groups.push_back({group.at("text").get<std::string>(), group.at("count").get<int>(),
                            enum_of(group.at("verdict"), study::Verdict::NotKnown)});
  return tally;
}

json json_of(const AskedResult& asked) {
  return {{"card", asked.card.text},    {"kind", static_cast<int>(asked.kind)},
          {"prompt", asked.prompt},     {"answer", asked.answer},
          {"evidence", asked.evidence}, {"options", asked.options},
          {"key", asked.key},           {"tally", json_of(asked.tally)}};
}

AskedResult asked_in(const json& object) {
  AskedResult asked;
  asked.card = {object.at("card").get<std::string>()};
  asked.kind = enum_of(object.at("kind"), QuestionKind::Slide);
  asked.prompt = object.at("prompt").get<std::string>();
  asked.answer = object.at("answer").get<std::string>();
  asked.evidence = object.at("evidence").get<std::string>();
  asked.options = object.at("options").get<std::vector<std::string>>();
  asked.key = object.at("key").get<std::vector<int>>();
  asked.tally = tally_in(object.at("tally"));
  return asked;
}

json json_of(const PlayerResult& player) {
  json answers = json::array();
  for (const PlayerAnswer& answer : player.answers)
    answers.push_back({answer.text, answer.answered, answer.right, answer.points});
  return {{"place", player.place},
          {"name", player.name},
          {"team", player.team},
          {"points", player.points},
          {"answers", std::move(answers)}};
}

PlayerResult player_in(const json& object) {
  PlayerResult player;
  player.place = object.at("place").get<int>();
  player.name = object.at("name").get<std::string>();
  player.team = object.at("team").get<std::string>();
  player.points = object.at("points").get<int>();
  for (const json& answer : object.at("answers"))
    player.answers.push_back({answer.at(0).get<std::string>(), answer.at(1).get<bool>(),
                              answer.at(2).get<bool>(), answer.at(3).get<int>()});
  return player;
}

}  // namespace

std::string write_result(const QuizResult& result) {
  json object = {{"version", kVersion},
                 {"title", result.title},
                 {"deck", write_deck(result.deck)},
                 {"questions", json::array()},
                 {"players", json::array()}};
  for (const AskedResult& asked : result.questions)
    object["questions"].push_back(json_of(asked));
  for (const PlayerResult& player : result.players)
    object["players"].push_back(json_of(player));
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<QuizResult> read_result(std::string_view text) {
  try {
    const json object = json::parse(text);
    if (object.at("version") != kVersion)
      return fail(Error::Kind::Unsupported, "another version of Recto kept this result");
    QuizResult result;
    result.title = object.at("title").get<std::string>();
    result.deck = RECTO_TRY(read_deck(object.at("deck").get<std::string>()));
    for (const json& asked : object.at("questions"))
      result.questions.push_back(asked_in(asked));
    for (const json& player : object.at("players"))
      result.players.push_back(player_in(player));
    return result;
  } catch (const json::exception&) {
    return fail(Error::Kind::BadInput, "this is no result of a quiz");
  }
}

}  // namespace recto::classroom
