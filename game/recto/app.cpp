#include "game/recto/app.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "game/screens/words.h"

namespace recto::app {
namespace {

using screens::counted;
using screens::Message;
using screens::Page;
using std::chrono::seconds;

constexpr study::Plan kPlan{.new_facts = 20};
/// How long a line about what was done stays (U9).
constexpr seconds kNoticeStays{8};
/// So long after a change of the database nobody waits for the disk.
constexpr seconds kQuiet{3};

std::string quoted(const Deck& deck) {
  return "“" + screens::title_in_words(deck.title) + "”";
}

}  // namespace

App::App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed,
         Memory memory)
    : store_(std::move(store)),
      rules_(std::move(rules)),
      clock_(std::move(clock)),
      seed_(seed),
      memory_(memory) {
  refresh_lines();
}

screens::ShellView App::shell() const {
  screens::ShellView view{page_, session_ && session_->current() != nullptr, std::nullopt};
  if (!problems_.empty())
    view.message = Message{Message::Kind::Problem, problems_.front().text, false};
  else if (!working_.empty())
    view.message = Message{Message::Kind::Working, working_, false};
  else if (notice_)
    view.message = Message{Message::Kind::Done, notice_->text, !notice_->added.empty()};
  return view;
}

screens::DecksView App::decks() const {
  return screens::look(lines_, kPlan.new_facts, newest_);
}

screens::StudyView App::study() const {
  return screens::look(*session_, deck_, turn_, clock_());
}

screens::SummaryView App::summary() const {
  return screens::look_back(*session_, deck_, clock_(), cards_now(deck_.id));
}

void App::apply(screens::ShellAction action) {
  switch (action) {
    case screens::ShellAction::Decks: show_page(Page::Decks); break;
    case screens::ShellAction::Study:
      if (session_ && session_->current() != nullptr) page_ = Page::Study;
      break;
    case screens::ShellAction::DismissMessage:
      if (!problems_.empty())
        problems_.pop_front();
      else
        notice_.reset();
      break;
    case screens::ShellAction::UndoMessage: take_out_added(); break;
    case screens::ShellAction::None:
    case screens::ShellAction::SwitchTheme: break;
  }
}

void App::apply(const screens::DecksAction& action) {
  if (action.kind == screens::DecksAction::Kind::Study) start(action.deck);
}

void App::apply(const screens::StudyAction& action) {
  using Kind = screens::StudyAction::Kind;
  if (page_ != Page::Study) return;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Reveal: reveal(action.text); break;
    case Kind::Choose: choose(action.index); break;
    case Kind::Rate: rate(action.rating); break;
    case Kind::Undo: undo(); break;
    case Kind::Copy: copy_card(); break;
    case Kind::Leave:
      if (!turn_.revealed_at) turn_.typed = action.text;
      show_page(Page::Decks);
      break;
  }
}

void App::apply(const screens::SummaryAction& action) {
  using Kind = screens::SummaryAction::Kind;
  if (page_ != Page::Summary) return;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Done: show_page(Page::Decks); break;
    case Kind::GoOn: go_on(); break;
    case Kind::Undo: undo(); break;
  }
}

void App::add(const std::string& name, const Result<Opened>& opened) {
  const auto refuse = [&](Error error) {
    // The terminal has the whole path; here the name is enough.
    if (std::filesystem::path(error.where).filename() == name) error.where.clear();
    fail_with(error, name + " was not added:");
  };
  if (!opened) return refuse(opened.error());
  const Result<progress::Added> added = store_.add(opened->deck, clock_());
  if (!added) return refuse(added.error());
  newest_ = opened->deck.id;
  tidies_at_ = clock_() + kQuiet;
  refresh_lines();
  tell_added(*opened, *added);
}

void App::tell_added(const Opened& opened, const progress::Added& added) {
  const std::size_t cards = opened.deck.cards.size();
  const bool more_of_them = notice_ && !notice_->added.empty();
  if (cards == 0)
    return show_problem(
        "No good card could be made from " + opened.name +
        ", so its deck is empty. Articles with names, dates and figures give more.");
  if (added.existed && added.new_cards + added.changed + added.gone == 0)
    return tell(quoted(opened.deck) + " is here already, nothing has changed.");
  if (added.existed)
    return tell("Updated " + quoted(opened.deck) + ": " + std::to_string(added.new_cards) +
                " new, " + std::to_string(added.changed) + " reworded, " +
                std::to_string(added.gone) + " gone.");
  Notice notice{
      (opened.made_here ? "Made " + counted(cards, "card", "cards") + " from " + opened.name
                        : "Added " + quoted(opened.deck) + ", " + counted(cards, "card", "cards")) +
          ".",
      clock_() + kNoticeStays,
      {opened.deck.id},
      cards};
  if (more_of_them) {
    notice.added.insert(notice.added.end(), notice_->added.begin(), notice_->added.end());
    notice.cards += notice_->cards;
    notice.text = "Added " + std::to_string(notice.added.size()) + " decks with " +
                  counted(notice.cards, "card", "cards") + ".";
  }
  notice_ = std::move(notice);
}

void App::take_out_added() {
  const std::vector<DeckId> decks =
      notice_ ? std::exchange(notice_, {})->added : std::vector<DeckId>();
  for (const DeckId& deck : decks) {
    if (const auto done = store_.take_out(deck); !done)
      fail_with(done.error(), "The deck was not taken out.");
    else if (session_ && deck_.id == deck)
      session_.reset();
  }
  if (!session_ || page_ == Page::Decks) show_page(Page::Decks);
}

void App::add_sample(const Deck& deck) {
  if (const auto added = store_.add(deck, clock_()); !added)
    fail_with(added.error(), "The sample deck " + quoted(deck) + " was not added.");
  refresh_lines();
}

std::optional<std::string> App::take_copied() {
  return std::exchange(copied_, std::nullopt);
}

study::Day App::today() const {
  return study::day_of(clock_(), rules_.day);
}

Instant App::wakes_at() const {
  const Instant now = clock_();
  Instant at = study::start_of(today() + 1, rules_.day);
  const auto consider = [&](std::optional<Instant> moment) {
    if (moment && *moment > now) at = std::min(at, *moment);
  };
  if (notice_) consider(notice_->until);
  if (session_ && session_->current() == nullptr) consider(session_->next_due());
  consider(tidies_at_);
  return at;
}

void App::tick() {
  const Instant now = clock_();
  if (today() != lines_day_) refresh_lines();
  if (notice_ && notice_->until <= now) notice_.reset();
  if (tidies_at_ && *tidies_at_ <= now) {
    tidies_at_.reset();
    if (const auto done = store_.tidy(); !done)
      fail_with(done.error(), "All answers are safe, but the database cannot be tidied.");
  }
}

void App::refresh_lines() {
  lines_day_ = today();
  auto lines = store_.decks(clock_(), rules_.day);
  if (!lines) return fail_with(lines.error(), "The decks cannot be shown.");
  lines_ = std::move(*lines);
}

void App::show_page(screens::Page page) {
  if (page != Page::Study) refresh_lines();
  page_ = page;
}

void App::tell(std::string text) {
  notice_ = Notice{std::move(text), clock_() + kNoticeStays};
}

void App::show_problem(std::string text) {
  problems_.push_back({std::move(text), false});
}

void App::fail_with(const Error& error, const std::string& consequence, bool about_answer) {
  Problem problem{consequence + " " + message(error) + ".", about_answer};
  const bool known = std::ranges::any_of(
      problems_, [&](const Problem& other) { return other.text == problem.text; });
  // What stops the learner now is told first.
  if (!known)
    problems_.insert(about_answer ? problems_.begin() : problems_.end(), std::move(problem));
}

void App::start(const DeckId& id) {
  const bool goes_on = session_ && deck_.id == id && session_day_ == today();
  if (goes_on && session_->current() != nullptr) {
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
  if (session.current() == nullptr) return tell("Nothing is due in " + quoted(*deck) + " now.");
  notice_.reset();
  deck_ = std::move(*deck);
  session_ = std::move(session);
  session_day_ = today();
  next_card();
}

void App::go_on() {
  session_->wake(clock_());
  if (session_->current() != nullptr) return next_card();
  start(deck_.id);
}

/// Shows the session's card, or its summary when there is none.
void App::next_card() {
  turn_ = {};
  turn_.shown_at = clock_();
  show_page(session_->current() != nullptr ? Page::Study : Page::Summary);
}

std::size_t App::cards_now(const DeckId& deck) const {
  const auto line = std::ranges::find(lines_, deck, &progress::DeckLine::id);
  return line == lines_.end() ? 0 : std::min(line->new_facts, kPlan.new_facts) + line->due;
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
  switch (study::way_of(card)) {
    case study::Way::Reveal: break;
    case study::Way::Type:
      turn_.graded = study::grade(typed, card, deck_.grading, rivals(), deck_.language);
      break;
    case study::Way::Choose: turn_.graded = study::Graded{study::Verdict::NotKnown, "G18"}; break;
  }
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
    return fail_with(
        stored.error(),
        "This answer is not taken yet; all before it are safe. Rate it again when this "
        "is mended:",
        true);
  }
  std::erase_if(problems_, &Problem::about_answer);
  notice_.reset();
  tidies_at_ = now + kQuiet;
  if (rating == memory::Rating::Hard) explain_hard();
  next_card();
}

void App::explain_hard() {
  if (std::exchange(memory_.hard_is_explained, true)) return;
  tell("Hard counts as recalled. Choose Again when you had forgotten.");
}

void App::undo() {
  if (session_->answered().empty()) return;
  const study::Answered last = session_->answered().back();
  if (const auto taken = store_.take_back(last, clock_()); !taken)
    return fail_with(taken.error(),
                     "The answer was not taken back. Try again when this is mended:", true);
  session_->undo();
  std::erase_if(problems_, &Problem::about_answer);
  next_card();
}

void App::copy_card() {
  copied_ = screens::card_text(deck_, *session_->card());
  tell("The card is on the clipboard.");
}

}  // namespace recto::app
