#include "game/screens/study/study_view.h"

#include <algorithm>
#include <cmath>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "game/screens/study/commands.h"
#include "game/screens/words.h"
#include "game/study/difference.h"
#include "game/study/summary.h"

namespace recto::screens {
namespace {

using memory::Rating;
using study::Verdict;
using study::Way;

std::string kind_in_words(CardKind kind) {
  switch (kind) {
    case CardKind::Faq: return "Question";
    case CardKind::Short: return "Short answer";
    case CardKind::Cloze: return "Fill the gap";
    case CardKind::Choice: return "Choose one";
    case CardKind::TrueFalse: return "True or false";
    case CardKind::Several: return "Several answers";
    case CardKind::Order: return "Put in order";
    case CardKind::Poll: return "Poll";
  }
  return {};
}

std::string verdict_in_words(const study::Turn& turn) {
  if (turn.decision == study::Decision::DoesNotCount) return "Does not count";
  if (turn.decision == study::Decision::CountsFromNowOn) return "Right from now on";
  if (turn.decision) return "Counts as right";
  if (!turn.graded) return {};
  const study::Graded& graded = *turn.graded;
  switch (graded.verdict) {
    case Verdict::Right: return "Right";
    case Verdict::Slip:
      return graded.rule == "G3" ? "Right, mind the accents" : "Right, mind the spelling";
    case Verdict::Wrong: return "Not quite";
    case Verdict::NotKnown: return "Not known";
    case Verdict::Almost:
      return graded.rule == "G17" ? "Compare, and rate it yourself" : "Almost: does it count?";
  }
  return {};
}

/// Where the answer goes: hidden, a field for what is typed; shown, the answer itself.
void look_at_gap(StudyView& view, const Card& card) {
  const std::size_t at = view.prompt.find(kGap);
  if (at == std::string::npos) return;
  if (!view.revealed) {
    if (view.way == Way::Type) view.gap = Piece{at, at + kGap.size()};
    return;
  }
  view.prompt.replace(at, kGap.size(), card.answer);
  view.filled = {at, at + card.answer.size()};
}

enum class Extent { Evidence, Passage };

std::optional<SourceLook> source_of(const Deck& deck, const Card& card, Extent extent) {
  if (!card.evidence) return std::nullopt;
  const Passage* passage = find_passage(deck, card.evidence->passage);
  if (passage == nullptr) return std::nullopt;
  SourceLook source;
  source.title = deck.source.title.empty() ? deck.title : deck.source.title;
  source.url = deck.source.url;
  source.whole = extent == Extent::Passage;
  source.text = passage->text;
  source.evidence = {card.evidence->begin, card.evidence->end};
  source.has_more = source.evidence != Piece{0, passage->text.size()};
  if (source.whole) return source;
  source.text =
      passage->text.substr(source.evidence.begin, source.evidence.end - source.evidence.begin);
  source.evidence = {0, source.text.size()};
  return source;
}

std::vector<OptionLook> options_of(const Showing& showing, const study::Turn& turn) {
  std::vector<OptionLook> looks;
  for (std::size_t i = 0; i < showing.options.size(); ++i) {
    const std::string& option = showing.options[i];
    OptionLook look{option_in_words(*showing.card, option), OptionLook::Mark::None};
    if (turn.revealed_at && option == showing.card->answer)
      look.mark = OptionLook::Mark::Right;
    else if (turn.revealed_at && turn.chosen == i)
      look.mark = OptionLook::Mark::WronglyChosen;
    looks.push_back(look);
  }
  return looks;
}

/// The evidence of another card that has the wrong choice as its answer (F21).
std::string about_chosen(const Showing& showing, const study::Turn& turn) {
  if (!turn.chosen || showing.card->kind != CardKind::Choice) return {};
  const std::string& chosen = showing.options.at(*turn.chosen);
  if (chosen == showing.card->answer) return {};
  for (const Card& other : showing.deck->cards)
    if (other.answer == chosen && other.evidence && other.evidence != showing.card->evidence)
      return chosen + ": “" + std::string(evidence_text(*showing.deck, *other.evidence)) + "”";
  return {};
}

/// The piece without blanks at its ends: a line under them points at nothing.
Piece without_blanks(const std::string& text, Piece piece) {
  while (piece.begin < piece.end && text[piece.begin] == ' ')
    ++piece.begin;
  while (piece.begin < piece.end && text[piece.end - 1] == ' ')
    --piece.end;
  return piece;
}

/// What differs between what was typed and the answer; nothing where most of it does: then the eye
/// needs no help. Capitals are no fault.
void mark_faults(StudyView& view) {
  const auto runs = study::differences(view.typed, view.answer);
  std::size_t typed = 0, answer = 0, same = 0;
  std::vector<Piece> typed_faults, answer_faults;
  for (const study::Difference& run : runs) {
    const Piece in_typed{typed, typed + run.typed.size()};
    const Piece in_answer{answer, answer + run.right.size()};
    typed = in_typed.end;
    answer = in_answer.end;
    if (fold_case(run.typed) == fold_case(run.right)) {
      same += count_code_points(run.right);
      continue;
    }
    if (const Piece fault = without_blanks(view.typed, in_typed); fault.begin < fault.end)
      typed_faults.push_back(fault);
    if (const Piece fault = without_blanks(view.answer, in_answer); fault.begin < fault.end)
      answer_faults.push_back(fault);
  }
  if (2 * same < std::max(count_code_points(view.typed), count_code_points(view.answer))) return;
  view.typed_faults = std::move(typed_faults);
  view.answer_faults = std::move(answer_faults);
}

std::vector<RatingLook> ratings_of(const Showing& showing, const study::Turn& turn,
                                   const StudyHabits& habits, Instant now) {
  std::vector<RatingLook> looks;
  if (showing.is_test)
    looks = {{Rating::Again, "Missed", "no point", "", false, U"1"},
             {Rating::Good, "Knew it", "one point", "", false, U"234"}};
  else if (!showing.remembered)
    looks = {{Rating::Again, "Not yet", "comes again", "", false, U"1"},
             {Rating::Good, "Knew it", "done", "", false, U"234"}};
  else if (habits.two_buttons)
    looks = {{Rating::Again, "Again", "forgot", "", false, U"1"},
             {Rating::Good, "Good", "recalled", "", false, U"234"}};
  else
    looks = {{Rating::Again, "Again", "forgot", "", false, U"1"},
             {Rating::Hard, "Hard", "recalled with effort", "", false, U"2"},
             {Rating::Good, "Good", "recalled", "", false, U"3"},
             {Rating::Easy, "Easy", "at once", "", false, U"4"}};
  std::optional<Rating> suggested =
      study::suggested_rating(turn, *showing.card, showing.way, showing.recall_chance);
  // Where there is no Hard, recalled with effort is recalled.
  if (looks.size() == 2 && suggested == Rating::Hard) suggested = Rating::Good;
  for (RatingLook& look : looks) {
    look.suggested = look.rating == suggested;
    if (showing.remembered)
      look.interval = study::interval_text(
          now, showing.remembered->outlook.at(static_cast<std::size_t>(look.rating) - 1));
  }
  return looks;
}

/// A long FAQ answer is its explanation and its evidence: the passage below shows it already.
bool adds_something(const Deck& deck, const Card& card) {
  return card.explanation != card.answer &&
         (!card.evidence || card.explanation != evidence_text(deck, *card.evidence));
}

std::string percent(double chance) {
  return std::to_string(std::lround(100 * chance)) + " %";
}

std::string one_decimal(double value) {
  const auto tenths = std::lround(10 * value);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string days_ago(Instant then, Instant now) {
  const auto days = std::chrono::floor<std::chrono::days>(now - then).count();
  if (days <= 0) return "today";
  return counted(static_cast<std::size_t>(days), "day", "days") + " ago";
}

std::vector<HistoryLine> history_of(const Remembered& remembered, Instant now) {
  const memory::State& state = remembered.state;
  if (!state.last_review) return {{"Answered", "never yet"}};
  const auto counts = [](int number) {
    return counted(static_cast<std::size_t>(std::max(0, number)), "time", "times");
  };
  return {{"Answered", counts(state.reps)},
          {"Forgotten after being learned", counts(state.lapses)},
          {"Last answered", days_ago(*state.last_review, now)},
          {"Recalled today with a chance of", percent(remembered.now)},
          {"In a week, without an answer", percent(remembered.in_week)},
          {"In a month", percent(remembered.in_month)},
          {"Falls to 90 % within", one_decimal(state.stability) + " days"},
          {"Difficulty, from 1 to 10", one_decimal(state.difficulty)}};
}

/// What stands on the answer side alone (C19).
void look_at_answer(StudyView& view, const Showing& showing, const StudyState& state,
                    const StudyHabits& habits, Instant now) {
  const study::Turn& turn = state.turn;
  const Card& card = *showing.card;
  if (view.options.empty()) view.answer = answer_in_words(card);
  if (adds_something(*showing.deck, card)) view.explanation = card.explanation;
  if (card.evidence)
    if (const Passage* passage = find_passage(*showing.deck, card.evidence->passage))
      if (passage->heading != card.prompt) view.heading = passage->heading;
  view.verdict = study::verdict_of(turn);
  view.verdict_text = verdict_in_words(turn);
  view.about_chosen = about_chosen(showing, turn);
  view.source =
      source_of(*showing.deck, card, state.whole_source ? Extent::Passage : Extent::Evidence);
  const bool differs = turn.graded && turn.graded->verdict != Verdict::Right &&
                       turn.graded->rule != "G17" && view.options.empty() && !view.typed.empty();
  if (differs) mark_faults(view);
  if (state.is_leech) {
    view.offer =
        "You have forgotten this one again and again. Reading the passage helps; a card "
        "that is too hard to keep is better set aside.";
    view.ways_out = ways_out();
    return;
  }
  view.asks_to_count = view.verdict == Verdict::Almost && turn.graded->rule != "G17";
  view.decisions = decisions_of(showing, turn);
  if (!view.asks_to_count) view.ratings = ratings_of(showing, turn, habits, now);
}

}  // namespace

StudyView look(const Showing& showing, const StudyState& state, const StudyHabits& habits,
               Instant now) {
  const Card& card = *showing.card;
  StudyView view;
  view.deck_title = title_in_words(showing.deck->title);
  view.kind = kind_in_words(card.kind);
  view.note = showing.note;
  if (showing.flag) view.flagged = "Flagged: " + flag_in_words(*showing.flag);
  view.prompt = card.prompt;
  view.way = showing.way;
  view.revealed = state.turn.revealed_at.has_value();
  view.wanted = card.hint;
  view.options = options_of(showing, state.turn);
  view.space_rates = habits.space_rates;
  view.text_size = habits.text_size;
  view.done = showing.done;
  view.left = showing.left;
  view.progress = showing.progress;
  view.can_undo = showing.can_undo;
  view.can_redo = showing.can_redo;
  view.panel = state.panel;
  view.typed = state.turn.typed;
  if (!state.is_leech) view.commands = commands_of(showing, state);
  if (showing.remembered && state.panel == Panel::Flags) view.flags = flags_of(showing.flag);
  if (showing.remembered && state.panel == Panel::History)
    view.history = history_of(*showing.remembered, now);
  if (view.revealed)
    look_at_answer(view, showing, state, habits, now);
  else
    view.hint = study::hint_text(card.answer, state.turn.hints);
  look_at_gap(view, card);
  return view;
}

std::string card_text(const Deck& deck, const Card& card) {
  std::string text = card.prompt + "\n";
  if (card.kind == CardKind::Choice) {
    std::vector<std::string> options = card.distractors;
    options.push_back(card.answer);
    std::ranges::sort(options);
    for (const std::string& option : options)
      text += "- " + option + "\n";
  }
  text += "\n" + answer_in_words(card) + "\n";
  if (!card.explanation.empty() && adds_something(deck, card))
    text += "\n" + card.explanation + "\n";
  if (const std::optional<SourceLook> source = source_of(deck, card, Extent::Evidence)) {
    text += "\n“" + source->text + "”\n";
    text += "— " + source->title + (source->url.empty() ? "" : ", " + source->url) + "\n";
  }
  return text;
}

}  // namespace recto::screens
