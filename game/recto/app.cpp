#include "game/recto/app.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "game/recto/browser_flow.h"
#include "game/screens/words.h"

namespace recto::app {

using screens::counted;
using screens::Page;

App::App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed,
         Memory memory, const Lexicon* dictionary, ClassroomTools classroom)
    : common_(std::make_unique<Common>(
          Common{std::move(store), std::move(rules), std::move(clock), seed, memory, dictionary})),
      study_(*common_),
      decks_(*common_),
      classroom_(*common_, std::move(classroom)),
      import_(*common_),
      settings_(*common_) {
  refresh_lines();
}

screens::ShellView App::shell() const {
  const bool bare = page_ == Page::Classroom && classroom_.is_on_wall();
  return {place(), bare, common_->messages.shown(), palette(),
          shows_keys_ ? screens::keys_of(place()) : std::vector<screens::KeyGroup>()};
}

screens::TodayView App::today() const {
  return screens::look(today_, newest_);
}

screens::DecksView App::decks() const {
  return decks_.look(today_, newest_);
}

screens::StudyView App::study() const {
  return study_.study();
}

screens::SummaryView App::summary() const {
  return study_.summary(study_.only() ? cards_now(*study_.only()) : cards_now());
}

void App::apply(const screens::TodayAction& action) {
  using Kind = screens::TodayAction::Kind;
  if (is_restoring_) return;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Start: go(study_.start_day()); break;
    case Kind::Study: go(study_.start(action.deck)); break;
    case Kind::CatchUp:
      if (common_->apply(
              progress::set(common_->store, std::string(progress::kCatchUp),
                            progress::catching_up_text(progress::choose(action.way, today_))),
              "Nothing was changed."))
        refresh_lines();
      break;
    case Kind::ShowDecks: show_page(Page::Decks); break;
    case Kind::ShowImport: show_page(Page::Import); break;
  }
}

void App::apply(const screens::DecksAction& action) {
  using Kind = screens::DecksAction::Kind;
  if (is_restoring_ || action.kind == Kind::None) return;
  if (action.kind == Kind::Study) go(study_.start(action.deck));
  if (action.kind == Kind::ShowImport) show_page(Page::Import);
  const DecksFlow::Changed changed = decks_.apply(action, today_);
  if (changed == DecksFlow::Changed::Gone) study_.end(action.deck);
  if (changed != DecksFlow::Changed::Nothing) refresh_lines();
}

void App::apply(const screens::SettingsAction& action) {
  if (!is_restoring_ && settings_.apply(action)) refresh_lines();
}

void App::apply(const screens::StudyAction& action) {
  if (!is_restoring_ && page_ == Page::Study) go(study_.apply(action));
}

void App::apply(const screens::SummaryAction& action) {
  if (!is_restoring_ && page_ == Page::Summary) go(study_.apply(action));
}

void App::apply(const screens::ImportAction& action) {
  if (!is_restoring_ && page_ == Page::Import) follow(import_.apply(action));
}

void App::apply(const screens::PreviewAction& action) {
  if (!is_restoring_ && page_ == Page::Preview) follow(import_.apply(action));
}

/// Whether nothing is being done that another page would interrupt.
bool App::is_free() const {
  return page_ == Page::Today || page_ == Page::Decks || page_ == Page::Import;
}

void App::import_from(std::vector<ImportInput> inputs) {
  if (inputs.empty()) return;
  import_.add(std::move(inputs));
  if (is_free()) show_page(Page::Import);
}

void App::take(const ImportDone& done) {
  const ImportFlow::Arrived arrived = import_.arrived(done);
  if (arrived.deck) {
    add(done.job.input.name, Opened{done.job.input.name, *arrived.deck});
    if (page_ == Page::Import && !import_.is_busy()) show_page(Page::Decks);
  }
  if (!arrived.draft) return;
  if (arrived.was_alone && is_free()) {
    import_.open_newest();
    show_page(Page::Preview);
  } else if (page_ != Page::Import) {
    common_->tell("“" + *arrived.draft + "” waits on the Import page.");
  }
}

/// What is left to do after a step of importing.
void App::follow(ImportFlow::Next next) {
  asked_.choose_files |= next.choose_files;
  asked_.paste |= next.paste;
  if (next.saved) {
    newest_ = next.saved->id;
    tell_added(Opened{{}, *next.saved}, next.added);
  }
  if (next.page) show_page(*next.page);
  if (next.saved && next.study) go(study_.start(next.saved->id));
}

void App::apply(const ClassroomFlow::Action& action) {
  if (!is_restoring_ && page_ == Page::Classroom) classroom_.apply(action);
}

void App::add(const std::string& name, const Result<Opened>& opened) {
  const auto refuse = [&](Error error) {
    // The terminal has the whole path; here the name is enough.
    if (std::filesystem::path(error.where).filename() == name) error.where.clear();
    common_->messages.fail_with(error, name + " was not added:");
  };
  if (!opened) return refuse(opened.error());
  const Result<progress::Added> added = common_->store.add(opened->deck, common_->clock());
  if (!added) return refuse(added.error());
  newest_ = opened->deck.id;
  refresh_lines();
  tell_added(*opened, *added);
}

void App::tell_added(const Opened& opened, const progress::Added& added) {
  const std::size_t cards = opened.deck.cards.size();
  if (cards == 0)
    return show_problem("There is no card in " + opened.name +
                        ". Give Recto the article itself to make its deck anew.");
  if (added.existed && added.new_cards + added.changed + added.gone == 0)
    return common_->tell(quoted(opened.deck) + " is here already, nothing has changed.");
  if (added.existed)
    return common_->tell_done(
        "Updated " + quoted(opened.deck) + ": " + std::to_string(added.new_cards) + " new, " +
        std::to_string(added.changed) + " reworded, " + std::to_string(added.gone) + " gone.");
  Notice notice{"Added " + quoted(opened.deck) + ", " + counted(cards, "card", "cards") + ".",
                {},
                {opened.deck.id},
                cards};
  const std::optional<Notice> before = common_->messages.take_notice();
  if (before && !before->added.empty()) {
    notice.added.insert(notice.added.end(), before->added.begin(), before->added.end());
    notice.cards += before->cards;
    notice.text = "Added " + std::to_string(notice.added.size()) + " decks with " +
                  counted(notice.cards, "card", "cards") + ".";
  }
  common_->messages.tell(std::move(notice), common_->clock());
}

void App::take_out_added() {
  const std::optional<Notice> notice = common_->messages.take_notice();
  bool ended = false;
  for (const DeckId& deck : notice ? notice->added : std::vector<DeckId>()) {
    if (const auto done = common_->store.take_out(deck); !done)
      common_->messages.fail_with(done.error(), "The deck was not taken out.");
    else
      ended = study_.end(deck) || ended;
    import_.bring_back(deck);
  }
  if (ended && (page_ == Page::Study || page_ == Page::Summary)) return show_page(home_);
  refresh_lines();
}

void App::add_sample(const Deck& deck) {
  if (const auto added = common_->store.add(deck, common_->clock()); !added)
    common_->messages.fail_with(added.error(),
                                "The sample deck " + quoted(deck) + " was not added.");
  refresh_lines();
}

void App::show_problem(std::string text) {
  common_->messages.show_problem(std::move(text));
}

void App::remember_folder(const std::filesystem::path& folder) {
  app::remember_folder(common_->memory.recent_folders, folder);
}

std::optional<std::string> App::take_copied() {
  return std::exchange(common_->copied, std::nullopt);
}

Instant App::wakes_at() const {
  const Instant now = common_->clock();
  Instant at = study::start_of(common_->today() + 1, common_->rules.day);
  const auto consider = [&](std::optional<Instant> moment) {
    if (moment && *moment > now) at = std::min(at, *moment);
  };
  if (common_->messages.notice()) consider(common_->messages.notice()->until);
  consider(study_.wakes_at());
  consider(import_.wakes_at());
  consider(classroom_.wakes_at());
  return at;
}

void App::tick() {
  if (is_restoring_) return common_->messages.tick(common_->clock());
  if (common_->today() != today_.day) refresh_lines();
  import_.tick();
  common_->messages.tick(common_->clock());
  classroom_.tick();
}

void App::refresh_lines() {
  if (is_restoring_) return;
  settings_.read();
  auto today = common_->read_today();
  today_.day = common_->today();  // not read again at once when that failed
  if (!today) return common_->messages.fail_with(today.error(), "The decks cannot be shown.");
  today_ = std::move(*today);
  lines_.clear();
  for (const progress::DeckToday& deck : today_.decks)
    lines_.push_back(deck.line);
}

progress::Store App::give_away_store() {
  import_.write_now();  // what is typed there goes on after it
  is_restoring_ = true;
  settings_.set_restoring(true);
  return std::move(common_->store);
}

void App::adopt(progress::Store store) {
  common_->store = std::move(store);
  is_restoring_ = false;
  settings_.set_restoring(false);
  study_ = StudyFlow(*common_);
  decks_ = DecksFlow(*common_);
  newest_ = {};
  show_page(Page::Settings);
}

void App::show_page(Page page) {
  if (page != Page::Study) refresh_lines();
  if (page == Page::Today || page == Page::Decks) home_ = page;
  if (page == Page::Classroom) classroom_.enter();
  page_ = page;
}

void App::go(StudyFlow::Next next) {
  if (next) show_page(*next == Page::Today ? home_ : *next);
}

/// Learning steps come by the clock.
std::size_t App::cards_now() const {
  std::size_t cards = 0;
  for (const progress::DeckToday& deck : today_.decks)
    cards += deck.share.reviews + deck.share.fresh;
  return cards;
}

std::size_t App::cards_now(const DeckId& deck) const {
  const progress::DeckToday* const found = today_.find(deck);
  if (found == nullptr) return 0;
  return std::min(found->line.new_facts, found->plan.new_facts) + found->line.due;
}

}  // namespace recto::app
