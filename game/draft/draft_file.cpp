#include "game/draft/draft_file.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "content/deck/deck_file.h"

namespace recto::draft {
namespace {

using Json = nlohmann::json;

constexpr int kVersion = 1;

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Keep: return "keep";
    case Verdict::Drop: return "drop";
    case Verdict::None: break;
  }
  return {};
}

Verdict verdict_named(const std::string& name) {
  if (name == "keep") return Verdict::Keep;
  return name == "drop" ? Verdict::Drop : Verdict::None;
}

std::string in_json(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string text_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string line_of(const Entry& entry) {
  std::string line = "{\"card\":" + write_card(entry.card);
  if (!entry.reason.empty()) line += ",\"reason\":" + in_json(entry.reason);
  if (entry.verdict != Verdict::None) line += ",\"verdict\":" + in_json(name_of(entry.verdict));
  if (!entry.spare.empty())
    line += ",\"spare\":" + Json(entry.spare).dump(-1, ' ', false, Json::error_handler_t::replace);
  return line + "}";
}

/// Absent: it was turned down, and cannot be read.
Result<std::optional<Entry>> entry_of(const Json& json) {
  if (!json.is_object() || !json.contains("card"))
    return fail(Error::Kind::BadInput, "an entry has no card", "/entries");
  Entry entry{{}, text_member(json, "reason"), verdict_named(text_member(json, "verdict"))};
  if (const auto spare = json.find("spare"); spare != json.end() && spare->is_array())
    for (const Json& option : *spare)
      if (option.is_string()) entry.spare.push_back(option.get<std::string>());
  auto card = read_card(json["card"].dump());
  if (!card && !entry.reason.empty()) return std::nullopt;
  if (!card) return tl::unexpected(std::move(card).error());
  entry.card = std::move(*card);
  return entry;
}

Result<Json> parse(std::string_view bytes) {
  Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object() || text_member(json, "format") != "recto-draft")
    return fail(Error::Kind::BadInput, "this is no draft of a deck");
  const auto version = json.find("version");
  if (version == json.end() || !version->is_number_integer())
    return fail(Error::Kind::BadInput, "the draft has no version", "/version");
  if (version->get<std::int64_t>() > kVersion)
    return fail(Error::Kind::Unsupported, "a newer Recto wrote this draft", "/version",
                "update Recto");
  if (!json.contains("deck") || !json.contains("entries") || !json["entries"].is_array())
    return fail(Error::Kind::BadInput, "the draft has no deck");
  return json;
}

}  // namespace

std::string write_draft(const Draft& draft) {
  std::string text = R"({"format":"recto-draft","version":)" + std::to_string(kVersion) +
                     ",\"threshold\":" + Json(draft.threshold_).dump() +
                     ",\n\"deck\":" + write_deck(draft.head_) + ",\n\"entries\":[";
  const char* between = "\n";
  for (const Entry& entry : draft.entries_) {
    text.append(between).append(line_of(entry));
    between = ",\n";
  }
  return text + "]}\n";
}

Result<Draft> read_draft(std::string_view bytes) {
  const Json json = RECTO_TRY(parse(bytes));
  Draft draft;
  draft.head_ = RECTO_TRY(read_deck(json["deck"].dump()));
  draft.head_.cards.clear();
  const auto threshold = json.find("threshold");
  if (threshold != json.end() && threshold->is_number())
    draft.threshold_ = std::clamp(threshold->get<double>(), kLeastThreshold, kMostThreshold);
  for (const Json& one : json["entries"])
    if (std::optional<Entry> entry = RECTO_TRY(entry_of(one)))
      draft.entries_.push_back(std::move(*entry));
  draft.balance();
  return draft;
}

}  // namespace recto::draft
