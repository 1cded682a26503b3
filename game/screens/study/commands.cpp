#include "game/screens/study/commands.h"

#include <array>
#include <utility>

namespace recto::screens {
namespace {

using study::Decision;
using study::Flag;
using study::Verdict;
using study::Way;
using Kind = StudyAction::Kind;

StudyCommand command(Kind kind, const char* icon, const char* label, const char* key,
                     char32_t character) {
  return {
      .action = {.kind = kind}, .icon = icon, .label = label, .key = key, .character = character};
}

StudyCommand decision(Decision decision, const char* label, const char* key, char32_t character,
                      bool shifted) {
  return {.action = {.kind = Kind::Decide, .decision = decision},
          .icon = decision == Decision::DoesNotCount ? "close" : "check",
          .label = label,
          .key = key,
          .character = character,
          .shifted = shifted};
}

StudyCommand opens(Panel panel, const char* icon, const char* label, const char* key,
                   char32_t character) {
  StudyCommand command{.action = {.kind = Kind::Open},
                       .icon = icon,
                       .label = label,
                       .key = key,
                       .character = character};
  command.action.panel = panel;
  return command;
}

}  // namespace

std::vector<StudyCommand> commands_of(const Showing& showing, const StudyState& state) {
  const study::Turn& turn = state.turn;
  const bool hidden = !turn.revealed_at;
  const bool schedules = showing.remembered.has_value();
  std::vector<StudyCommand> commands;
  const bool can_hint = hidden && showing.way != Way::Choose && turn.hints < study::kMostHints &&
                        !study::hint_text(showing.card->answer, 1).empty();
  if (can_hint)
    commands.push_back(command(Kind::Hint, "lightbulb_outline",
                               turn.hints == 0   ? "Hint: the first letter"
                               : turn.hints == 1 ? "Hint: the length"
                                                 : "Hint: half of it",
                               "H", U'h'));
  if (!hidden && showing.card->evidence)
    commands.push_back(command(Kind::Source, "description",
                               state.whole_source ? "The sentence alone" : "Whole passage", "S",
                               U's'));
  if (schedules) {
    commands.push_back(opens(Panel::Flags, "flag", "Flag this card", "F", U'f'));
    commands.push_back(command(Kind::Edit, "edit", "Edit this card", "E", U'e'));
    commands.push_back(command(Kind::Bury, "schedule", "Not today", "B", U'b'));
    commands.push_back(command(Kind::Suspend, "pause", "Suspend: never ask", "−", U'-'));
    commands.push_back(opens(Panel::History, "history", "History and forecast", "I", U'i'));
  }
  if (!hidden) commands.push_back(command(Kind::Copy, "content_copy", "Copy as text", "C", U'c'));
  return commands;
}

std::vector<StudyCommand> flags_of(std::optional<Flag> now) {
  struct Row {
    Flag flag;
    const char *icon, *label, *key;
    char32_t character;
  };
  std::vector<StudyCommand> commands;
  for (const Row& row :
       {Row{Flag::Wrong, "error_outline", "Wrong: not what the article says", "1", U'1'},
        Row{Flag::Unclear, "help_outline", "Unclear: several answers fit", "2", U'2'},
        Row{Flag::Trivial, "remove", "Trivial: not worth asking", "3", U'3'},
        Row{Flag::Duplicate, "content_copy", "Duplicate: asked already", "4", U'4'}})
    commands.push_back({.action = {.kind = Kind::Flag, .flag = row.flag},
                        .icon = row.icon,
                        .label = row.label,
                        .key = row.key,
                        .character = row.character,
                        .chosen = now == row.flag});
  if (now) commands.push_back(command(Kind::Flag, "close", "Take the flag off", "0", U'0'));
  return commands;
}

std::vector<StudyCommand> decisions_of(const Showing& showing, const study::Turn& turn) {
  if (!study::can_decide(turn, showing.way)) return {};
  const Verdict verdict = *study::verdict_of(turn);
  std::vector<StudyCommand> decisions;
  const bool counts = verdict == Verdict::Right || verdict == Verdict::Slip;
  if (!counts) {
    decisions.push_back(decision(Decision::Counts, "Count it", "A", U'a', false));
    if (showing.remembered)
      decisions.push_back(
          decision(Decision::CountsFromNowOn, "Count it from now on", "⇧A", U'a', true));
  }
  if (counts || verdict == Verdict::Almost)
    decisions.push_back(decision(Decision::DoesNotCount, "Does not count", "X", U'x', false));
  return decisions;
}

std::vector<StudyCommand> ways_out() {
  return {command(Kind::Keep, "", "Keep asking", "Space", U' '),
          command(Kind::Edit, "edit", "Rewrite it", "E", U'e'),
          command(Kind::SetAside, "pause", "Set it aside", "−", U'-')};
}

std::string flag_in_words(Flag flag) {
  switch (flag) {
    case Flag::Wrong: return "wrong";
    case Flag::Unclear: return "unclear";
    case Flag::Trivial: return "trivial";
    case Flag::Duplicate: return "duplicate";
  }
  return {};
}

}  // namespace recto::screens
