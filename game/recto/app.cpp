#include "game/recto/app.h"

#include <algorithm>
#include <utility>

namespace recto::app {
namespace {

using screens::Message;
using screens::Page;

constexpr study::Plan kPlan{.new_facts = 20};

std::string counted_cards(std::size_t cards) {
  return cards == 1 ? "1 card" : std::to_string(cards) + " cards";
}

std::string added_in_words(const Opened& opened, const progress::Added& added) {
  if (opened.deck.cards.empty())
    return "No good card could be made from " + opened.name +
           ", so its deck is empty. Longer articles with names, dates and figures give more.";
  if (!added.existed)
    return (opened.made_here ? "Made " + counted_cards(opened.deck.cards.size()) + " from "
                             : "Added " + counted_cards(opened.deck.cards.size()) + " of ") +
           opened.name + ".";
  if (added.new_cards + added.changed + added.gone == 0)
    return opened.name + " is here already, nothing has changed.";
  return "Updated “" + opened.deck.title + "”: " + std::to_string(added.new_cards) + " new, " +
         std::to_string(added.changed) + " reworded, " + std::to_string(added.gone) + " gone.";
}

}  // namespace

App::App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed)
    : store_(std::move(store)), rules_(std::move(rules)), clock_(std::move(clock)), seed_(seed) {
  refresh_lines();
}

screens::ShellView App::shell() const {
  return {page_, session_ && session_->current() != nullptr, message_};
}

screens::DecksView App::decks() const {
  return screens::look(lines_, kPlan.new_facts);
}

screens::StudyView App::study() const {
  return screens::look(*session_, deck_, turn_, clock_());
}

screens::SummaryView App::summary() const {
  return screens::look_back(*session_, deck_, clock_());
}

void App::apply(screens::ShellAction action) {
  switch (action) {
    case screens::ShellAction::Decks:
      refresh_lines();
      page_ = Page::Decks;
      break;
    case screens::ShellAction::Study:
      if (session_ && session_->current() != nullptr) page_ = Page::Study;
      break;
    case screens::ShellAction::DismissMessage: message_.reset(); break;
    case screens::ShellAction::UndoMessage: undo(); break;
    case screens::ShellAction::None:
    case screens::ShellAction::SwitchTheme: break;
  }
}

void App::apply(const screens::DecksAction& action) {
  if (action.kind == screens::DecksAction::Kind::Study) start(action.deck);
}

void App::apply(const screens::StudyAction& action) {
  using Kind = screens::StudyAction::Kind;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Reveal: reveal(action.text); break;
    case Kind::Choose: choose(action.index); break;
    case Kind::Rate: rate(action.rating); break;
    case Kind::Undo: undo(); break;
    case Kind::Leave: apply(screens::ShellAction::Decks); break;
    case Kind::Copy: copied_ = screens::card_text(deck_, *session_->card()); break;
  }
}

void App::apply(const screens::SummaryAction& action) {
  if (action.kind == screens::SummaryAction::Kind::Done) apply(screens::ShellAction::Decks);
  if (action.kind == screens::SummaryAction::Kind::Undo) undo();
}

void App::add(const std::string& name, const Result<Opened>& opened) {
  if (!opened) return fail_with(opened.error(), name + " was not added.");
  const Result<progress::Added> added = store_.add(opened->deck, clock_());
  if (!added) return fail_with(added.error(), name + " was not added.");
  refresh_lines();
  message_ = Message{Message::Kind::Done, added_in_words(*opened, *added), false};
}

void App::add_samples(const std::vector<Deck>& decks) {
  for (const Deck& deck : decks)
    if (const auto added = store_.add(deck, clock_()); !added)
      fail_with(added.error(), "The sample decks were not added.");
  refresh_lines();
}

std::optional<std::string> App::take_copied() {
  return std::exchange(copied_, std::nullopt);
}

Instant App::wakes_at() const {
  const Instant next_day = study::start_of(study::day_of(clock_(), rules_.day) + 1, rules_.day);
  const bool waits = session_ && session_->current() == nullptr && session_->next_due();
  return waits ? std::min(next_day, *session_->next_due()) : next_day;
}

void App::tick() {
  refresh_lines();
}

void App::tidy() {
  if (const auto done = store_.tidy(); !done) fail_with(done.error(), "Nothing is lost.");
}

void App::refresh_lines() {
  auto lines = store_.decks(clock_(), rules_.day);
  if (!lines) return fail_with(lines.error(), "The decks cannot be shown.");
  lines_ = std::move(*lines);
}

void App::fail_with(const Error& error, const std::string& consequence) {
  message_ = Message{Message::Kind::Problem, consequence + " " + message(error), false};
}

void App::start(const DeckId& id) {
  if (session_ && deck_.id == id && session_->current() != nullptr) {
    page_ = Page::Study;
    return;
  }
  auto deck = store_.deck(id);
  if (!deck) return fail_with(deck.error(), "The deck cannot be opened.");
  auto items = store_.items(id);
  if (!items) return fail_with(items.error(), "The deck cannot be opened.");
  auto scheduler = memory::Scheduler::make(rules_.scheduling);
  if (!scheduler) return fail_with(scheduler.error(), "The deck cannot be studied.");
  const Instant now = clock_();
  study::Session session(std::move(*items), std::move(*scheduler), rules_.day, kPlan, now,
                         seed_ + static_cast<std::uint64_t>(now.time_since_epoch().count()));
  if (session.current() == nullptr) {
    message_ =
        Message{Message::Kind::Done, "Nothing is due in “" + deck->title + "” today.", false};
    return;
  }
  deck_ = std::move(*deck);
  session_ = std::move(session);
  message_.reset();
  next_card();
}

/// Shows the session's card, or its summary when there is none.
void App::next_card() {
  turn_ = {};
  turn_.shown_at = clock_();
  page_ = session_->current() != nullptr ? Page::Study : Page::Summary;
}

std::vector<std::string> App::rivals() const {
  const Card& card = *session_->card();
  std::vector<std::string> rivals = deck_.names;
  rivals.insert(rivals.end(), card.distractors.begin(), card.distractors.end());
  for (const Card& other : deck_.cards)
    if (memory_key(other) != memory_key(card)) rivals.push_back(other.answer);
  return rivals;
}

void App::reveal(const std::string& typed) {
  if (turn_.revealed_at) return;
  const Card& card = *session_->card();
  turn_.revealed_at = clock_();
  turn_.typed = typed;
  const bool plain_look = typed.empty() || study::way_of(card) != study::Way::Type;
  if (!plain_look) turn_.graded = study::grade(typed, card, deck_.grading, rivals());
}

void App::choose(std::size_t option) {
  if (turn_.revealed_at || option >= session_->options().size()) return;
  const bool right = session_->options()[option] == session_->card()->answer;
  turn_.revealed_at = clock_();
  turn_.chosen = option;
  turn_.graded = study::Graded{right ? study::Verdict::Right : study::Verdict::Wrong, "choice"};
}

void App::rate(memory::Rating rating) {
  const Instant now = clock_();
  if (!screens::may_rate(turn_, now)) return;
  const study::Answered answered = session_->answer(rating, now, now - turn_.shown_at);
  if (const auto stored = store_.record(answered, rules_); !stored) {
    session_->undo();
    return fail_with(stored.error(),
                     "The answer is not taken, everything before it is safe. Rate it again when "
                     "this is mended:");
  }
  message_.reset();
  next_card();
}

void App::undo() {
  if (!session_ || session_->answered().empty()) return;
  const study::Answered last = session_->answered().back();
  if (const auto taken = store_.take_back(last, clock_()); !taken)
    return fail_with(taken.error(), "The answer could not be taken back.");
  session_->undo();
  message_.reset();
  next_card();
}

}  // namespace recto::app
