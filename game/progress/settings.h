// What a learner sets, by key. One that is absent, or cannot be read, is as by default.
//
//     "preset/NAME"          a Preset
//     "deck/ID/preset"       the name of the preset that a deck is studied by
//     "deck/ID/exam"         the day that it is needed by
//     "decks/order"          ids of decks, those that the learner moved
//     "app/budget"           what a day may take (today.h)
//     "app/catch_up"         how to catch up after days away (today.h)
//     "session"              the session that can be gone on with
//
// Everything else belongs to whoever reads it: "app/theme" (game/recto/settings_flow.cpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/id.h"
#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/memory/scheduler.h"
#include "game/progress/edits.h"
#include "game/study/exam.h"
#include "game/study/item.h"
#include "game/study/queue.h"

namespace recto::progress {

/// Where ordered() keeps it, and what is in it: no deck where it cannot be read.
inline constexpr std::string_view kDeckOrder = "decks/order";
[[nodiscard]] std::vector<DeckId> read_deck_order(std::string_view text);

/// Bytes. Longer ones are refused.
inline constexpr std::size_t kLongestSettingKey = 500;
inline constexpr std::size_t kLongestSetting = 1'000'000;

// Single values.
[[nodiscard]] Result<bool> setting_or(const Store& store, std::string_view key, bool fallback);
[[nodiscard]] Result<double> setting_or(const Store& store, std::string_view key, double fallback);
[[nodiscard]] Result<std::string> setting_or(const Store& store, std::string_view key,
                                             std::string fallback);
[[nodiscard]] std::string setting_text(bool value);
[[nodiscard]] std::string setting_text(double value);
[[nodiscard]] std::string setting_text(const std::string& value);

/// How decks are studied.
struct Preset {
  memory::Settings scheduling{};
  std::size_t new_a_day = 20;
  std::size_t reviews_a_day = study::kUnlimited;
  study::Answering answering = study::Answering::Grow;
  study::DueOrder due_order = study::DueOrder::LongestOverdue;
  study::NewOrder new_order = study::NewOrder::Deck;
  study::Siblings siblings = study::Siblings::TenCardsApart;

  bool operator==(const Preset&) const = default;
};

/// What decks are studied by that have no other one.
inline constexpr std::string_view kDefaultPreset = "Default";

/// The names of all presets, the default one first, then by name.
[[nodiscard]] Result<std::vector<std::string>> preset_names(const Store& store);
/// As by default for a name that nobody gave.
[[nodiscard]] Result<Preset> preset(const Store& store, std::string_view name);
/// The name of the preset of a deck.
[[nodiscard]] Result<std::string> preset_of(const Store& store, const DeckId& deck);
[[nodiscard]] Result<Preset> preset_for(const Store& store, const DeckId& deck);
[[nodiscard]] Result<std::optional<study::Exam>> exam_of(const Store& store, const DeckId& deck);

/// The plan of a day for a deck, by its preset and exam.
[[nodiscard]] Result<study::Plan> plan_of(const Store& store, const DeckId& deck);

// Edits, for Store::apply.

/// Makes or changes a preset; absent: takes it away, its decks are studied by the default one.
/// Error: BadInput for what no scheduler can be made of, and for an empty name.
[[nodiscard]] Result<Edits> with_preset(const Store& store, std::string_view name,
                                        const std::optional<Preset>& preset);
[[nodiscard]] Result<Edits> choosing_preset(const Store& store, const DeckId& deck,
                                            std::string_view name);
[[nodiscard]] Result<Edits> with_exam(const Store& store, const DeckId& deck,
                                      const std::optional<study::Exam>& exam);
/// The deck list in this order; decks that are not named come behind, in the order of adding.
[[nodiscard]] Result<Edits> ordered(const Store& store, const std::vector<DeckId>& decks);

/// A session that was left, or that the end of the program cut off. What was answered in it is in
/// the log.
struct StartedSession {
  std::vector<DeckId> decks;
  Instant started{};
  std::uint64_t seed = 0;
  std::size_t new_facts = 0;  ///< that it was to bring, see study::Plan
  std::size_t reviews = study::kUnlimited;

  bool operator==(const StartedSession&) const = default;
};
[[nodiscard]] Result<std::optional<StartedSession>> started_session(const Store& store);
/// Not undone by undo(). Absent: it came to its end.
[[nodiscard]] Result<void> remember_session(Store& store,
                                            const std::optional<StartedSession>& session);

}  // namespace recto::progress
