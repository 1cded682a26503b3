#include "game/screens/study/study_view.h"

#include <algorithm>

#include "game/screens/words.h"

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

std::string verdict_in_words(const study::Graded& graded) {
  switch (graded.verdict) {
    case Verdict::Right: return "Right";
    case Verdict::Slip:
      return graded.rule == "G3" ? "Right, mind the accents" : "Right, mind the spelling";
    case Verdict::Wrong: return "Not quite";
    case Verdict::NotKnown: return "Not known";
    case Verdict::SelfRated: return "Compare, and rate it yourself";
  }
  return {};
}

void fill_gap(StudyView& view, const std::string& answer) {
  const std::size_t gap = view.prompt.find(kGap);
  if (gap == std::string::npos) return;
  view.prompt.replace(gap, kGap.size(), answer);
  view.filled_begin = gap;
  view.filled_end = gap + answer.size();
}

std::optional<SourceLook> source_of(const Deck& deck, const Card& card) {
  if (!card.evidence) return std::nullopt;
  const Passage* passage = find_passage(deck, card.evidence->passage);
  if (passage == nullptr) return std::nullopt;
  return SourceLook{deck.source.title.empty() ? deck.title : deck.source.title, deck.source.url,
                    passage->text, card.evidence->begin, card.evidence->end};
}

std::vector<OptionLook> options_of(const study::Session& session, const Turn& turn) {
  const Card& card = *session.card();
  std::vector<OptionLook> looks;
  for (std::size_t i = 0; i < session.options().size(); ++i) {
    const std::string& option = session.options()[i];
    OptionLook look{option_in_words(card, option), OptionLook::Mark::None};
    if (turn.revealed_at && option == card.answer)
      look.mark = OptionLook::Mark::Right;
    else if (turn.revealed_at && turn.chosen == i)
      look.mark = OptionLook::Mark::WronglyChosen;
    looks.push_back(look);
  }
  return looks;
}

std::array<RatingLook, 4> ratings_of(const study::Session& session, const Turn& turn, Instant now) {
  const auto outlook = session.outlook(now);
  const Rating suggested =
      turn.graded ? study::suggested_rating(turn.graded->verdict) : Rating::Good;
  std::array<RatingLook, 4> looks = {{{Rating::Again, "Again", "forgot", "", false},
                                      {Rating::Hard, "Hard", "recalled with effort", "", false},
                                      {Rating::Good, "Good", "recalled", "", false},
                                      {Rating::Easy, "Easy", "at once", "", false}}};
  for (std::size_t i = 0; i < looks.size(); ++i) {
    looks[i].interval = study::interval_text(now, outlook[i]);
    looks[i].suggested = looks[i].rating == suggested;
  }
  return looks;
}

/// A long FAQ answer is its explanation and its evidence: the passage below shows it already.
bool adds_something(const Deck& deck, const Card& card) {
  return card.explanation != card.answer &&
         (!card.evidence || card.explanation != evidence_text(deck, *card.evidence));
}

std::string progress_of(const study::Session& session) {
  const std::vector<study::Answered>& answered = session.answered();
  std::chrono::milliseconds pace = kUsualPace;
  if (answered.size() >= 3) {
    std::chrono::milliseconds time{};
    for (const study::Answered& answer : answered)
      time += answer.took;
    pace = time / static_cast<std::int64_t>(answered.size());
  }
  return std::to_string(session.left()) + " left · " +
         about_minutes(pace * static_cast<std::int64_t>(session.left()));
}

}  // namespace

StudyView look(const study::Session& session, const Deck& deck, const Turn& turn, Instant now) {
  const Card& card = *session.card();
  StudyView view;
  view.deck_title = title_in_words(deck.title);
  view.kind = kind_in_words(card.kind);
  view.prompt = card.prompt;
  view.way = study::way_of(card);
  view.revealed = turn.revealed_at.has_value();
  view.hint = card.hint;
  view.options = options_of(session, turn);
  view.done = session.answered().size();
  view.left = session.left();
  view.progress = progress_of(session);
  view.can_undo = view.done > 0;
  if (card.evidence)
    if (const Passage* passage = find_passage(deck, card.evidence->passage)) {
      if (passage->heading != card.prompt) view.heading = passage->heading;
    }
  view.typed = turn.typed;
  if (!view.revealed) return view;
  if (view.options.empty()) view.answer = answer_in_words(card);
  if (adds_something(deck, card)) view.explanation = card.explanation;
  if (turn.graded) {
    view.verdict = turn.graded->verdict;
    view.verdict_text = verdict_in_words(*turn.graded);
  }
  fill_gap(view, card.answer);
  view.source = source_of(deck, card);
  view.ratings = ratings_of(session, turn, now);
  return view;
}

bool may_rate(const Turn& turn, Instant now) {
  if (!turn.revealed_at) return false;
  // A clock that was set back must not lock the buttons.
  return now < *turn.revealed_at || now - *turn.revealed_at >= kRatingDelay;
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
  if (const std::optional<SourceLook> source = source_of(deck, card)) {
    text += "\n“" + source->text.substr(source->begin, source->end - source->begin) + "”\n";
    text += "— " + source->title + (source->url.empty() ? "" : ", " + source->url) + "\n";
  }
  return text;
}

}  // namespace recto::screens
