#include "game/screens/decks/decks_view.h"

#include <algorithm>
#include <tuple>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "game/screens/decks/date_words.h"
#include "game/screens/palette/palette_view.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

using progress::DeckToday;
using Kind = DeckPanel::Kind;

constexpr int kFinalDays = 3;               ///< before an exam, in which each card comes once more
constexpr std::size_t kLongestTitle = 200;  ///< bytes

std::string plan_in_words(std::size_t cards, std::chrono::milliseconds pace) {
  if (cards == 0) return "Nothing due";
  return counted(cards, "card", "cards") + ", " +
         about_minutes(static_cast<std::chrono::milliseconds::rep>(cards) * pace);
}

DeckRow row_of(const DeckToday& deck, const progress::Today& today) {
  DeckRow row;
  row.id = deck.line.id;
  row.title = title_in_words(deck.line.title);
  row.cards = std::to_string(deck.line.cards) + " in all";
  if (deck.exam && deck.exam->day >= today.day)
    row.cards += ", by " + day_in_words(deck.exam->day, today.day);
  row.fresh = deck.share.fresh;
  row.due = deck.share.reviews;
  row.learning = deck.share.learning;
  row.plan = plan_in_words(deck.share.cards(), today.pace);
  row.has_work = deck.share.cards() > 0;
  return row;
}

/// What would come of the date that was typed.
void read_exam(const progress::Today& today, const DeckToday& deck, DeckPanel& panel) {
  if (panel.text.empty()) {
    panel.preview = "A day such as 3 December, friday, 2026-12-03 or in 10 days.";
    return;
  }
  const auto day = read_date(panel.text, today.day);
  if (!day) {
    panel.preview = "That is no day to come. Write 3 December, friday, 2026-12-03 or in 10 days.";
    return;
  }
  panel.can_save = true;
  const study::Exam exam{*day, kFinalDays};
  const study::Workload work{deck.line.new_facts, deck.line.facts - deck.line.new_facts,
                             static_cast<double>(deck.line.due)};
  const study::ExamPlan plan = study::plan_exam(exam, today.day, work, today.capacity);
  panel.preview = weekday_in_words(*day) + ", " + days_from_now(*day, today.day) + ": " +
                  std::to_string(plan.new_a_day) + " new a day, about " +
                  counted(plan.answers_a_day, "answer", "answers") +
                  " a day; every card once more in the last days.";
  if (!plan.fits && plan.fits_on > *day)
    panel.preview += " That is more than you want to do a day; it would fit by " +
                     day_in_words(plan.fits_on, today.day) + ".";
}

}  // namespace

DecksView look_at_decks(const progress::Today& today, const DeckId& newest,
                        const std::string& query) {
  DecksView view;
  view.query = query;
  view.decks = today.decks.size();
  for (const DeckToday& deck : today.decks)
    if (has_words(query, title_in_words(deck.line.title))) view.rows.push_back(row_of(deck, today));
  std::ranges::stable_sort(view.rows, {}, [&](const DeckRow& row) {
    const bool first = row.has_work && row.id == newest;
    return std::tuple(!first, !row.has_work, fold_case(row.title));
  });
  const std::size_t cards = today.cards();
  view.plan = cards == 0 ? "All done for today" : plan_in_words(cards, today.pace) + " for today";
  if (today.decks.empty()) view.plan = "No decks yet";
  view.invitation = invitation();
  if (view.rows.empty() && view.decks > 0)
    view.not_found = "No deck is called that. Esc shows all of them.";
  return view;
}

DeckPanel look_at_deck(const progress::Today& today, const DeckId& deck, DeckPanel::Kind kind,
                       const std::string& typed, study::Answering answering) {
  const DeckToday& found = *today.find(deck);
  DeckPanel panel;
  panel.kind = kind;
  panel.deck = deck;
  panel.title = title_in_words(found.line.title);
  panel.text = typed;
  panel.has_exam = found.exam.has_value();
  panel.answering = answering;
  if (kind == Kind::Exam) read_exam(today, found, panel);
  if (kind == Kind::Rename) {
    const std::string title(trimmed(typed));
    panel.can_save = !title.empty() && title.size() <= kLongestTitle;
    if (title.empty()) panel.preview = "A deck needs a name.";
    if (title.size() > kLongestTitle) panel.preview = "That is too long for a name.";
  }
  return panel;
}

std::string answering_in_words(study::Answering answering) {
  switch (answering) {
    case study::Answering::Grow: return "Growing";
    case study::Answering::Choose: return "Choose";
    case study::Answering::Type: return "Type";
    case study::Answering::Recall: return "Recall";
  }
  return {};
}

std::string answering_explained(study::Answering answering) {
  switch (answering) {
    case study::Answering::Grow: return "choose first, later from memory";
    case study::Answering::Choose: return "options wherever there are any";
    case study::Answering::Type: return "written, judged by Recto";
    case study::Answering::Recall: return "in your head, rated by yourself";
  }
  return {};
}

}  // namespace recto::screens
