#include "game/recto/app.h"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <variant>

#include "game/screens/words.h"

namespace recto::app {

using screens::counted;
using screens::Page;

App::App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed,
         Memory memory, const Lexicon* dictionary)
    : common_(std::make_unique<Common>(
          Common{std::move(store), std::move(rules), std::move(clock), seed, memory, dictionary})),
      study_(*common_),
      import_(*common_) {
  refresh_lines();
}

screens::ShellView App::shell() const {
  return {place(), common_->messages.shown(), palette(),
          shows_keys_ ? screens::keys_of(place()) : std::vector<screens::KeyGroup>()};
}

screens::DecksView App::decks() const {
  return screens::look(lines_, common_->plan.new_facts, newest_);
}

screens::StudyView App::study() const {
  return study_.study();
}

screens::SummaryView App::summary() const {
  return study_.summary(cards_now(study_.deck()));
}

std::optional<screens::PaletteView> App::palette() const {
  if (!palette_) return std::nullopt;
  const bool asks = page_ == Page::Study;
  return screens::find_commands(palette_->query, palette_->chosen, place(), lines_,
                                asks ? study().commands : std::vector<screens::StudyCommand>());
}

void App::apply(const screens::ShellAction& action) {
  using Kind = screens::ShellAction::Kind;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Run: run(action.command); break;
    case Kind::Palette: apply(action.palette); break;
    case Kind::CloseKeys: shows_keys_ = false; break;
    case Kind::DismissMessage: common_->messages.dismiss(); break;
    case Kind::UndoMessage: take_out_added(); break;
  }
}

void App::apply(const screens::PaletteAction& action) {
  using Kind = screens::PaletteAction::Kind;
  if (!palette_ || action.kind == Kind::None) return;
  if (action.kind == Kind::Move) {
    palette_ = {action.query, action.chosen};
    return;
  }
  palette_->query = action.query;
  const std::vector<screens::PaletteEntry> entries = palette()->entries;
  palette_.reset();
  if (action.kind == Kind::Close || action.chosen >= entries.size()) return;
  const screens::PaletteTarget& target = entries[action.chosen].target;
  if (const auto* const command = std::get_if<screens::CommandId>(&target)) run(*command);
  if (const auto* const deck = std::get_if<DeckId>(&target)) go(study_.start(*deck));
  if (const auto* const card = std::get_if<screens::StudyAction>(&target)) apply(*card);
}

void App::run(screens::CommandId command) {
  using Id = screens::CommandId;
  if (!screens::applies(screens::command(command), place())) return;
  switch (command) {
    case Id::ShowDecks: show_page(Page::Decks); break;
    case Id::ShowStudy: show_page(Page::Study); break;
    case Id::ShowImport: show_page(Page::Import); break;
    case Id::OpenPalette: palette_ = Sought(); break;
    case Id::ShowKeys: shows_keys_ = true; break;
    case Id::Larger:
    case Id::Smaller:
    case Id::UsualSize:
    case Id::SwitchTheme:
    case Id::Quit: for_window_ = command; break;
  }
}

std::optional<screens::CommandId> App::take_for_window() {
  return std::exchange(for_window_, std::nullopt);
}

void App::apply(const screens::DecksAction& action) {
  if (action.kind == screens::DecksAction::Kind::Study) go(study_.start(action.deck));
}

void App::apply(const screens::StudyAction& action) {
  if (page_ == Page::Study) go(study_.apply(action));
}

void App::apply(const screens::SummaryAction& action) {
  if (page_ == Page::Summary) go(study_.apply(action));
}

void App::apply(const screens::ImportAction& action) {
  if (page_ == Page::Import) follow(import_.apply(action));
}

void App::apply(const screens::PreviewAction& action) {
  if (page_ == Page::Preview) follow(import_.apply(action));
}

/// Whether nothing is being done that another page would interrupt.
bool App::is_free() const {
  return page_ == Page::Decks || page_ == Page::Import;
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
    return common_->tell("Updated " + quoted(opened.deck) + ": " + std::to_string(added.new_cards) +
                         " new, " + std::to_string(added.changed) + " reworded, " +
                         std::to_string(added.gone) + " gone.");
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
  if (ended || page_ == Page::Decks) show_page(Page::Decks);
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
  return at;
}

void App::tick() {
  if (common_->today() != lines_day_) refresh_lines();
  import_.tick();
  common_->messages.tick(common_->clock());
}

void App::refresh_lines() {
  lines_day_ = common_->today();
  auto lines = common_->store.decks(common_->clock(), common_->rules.day);
  if (!lines) return common_->messages.fail_with(lines.error(), "The decks cannot be shown.");
  lines_ = std::move(*lines);
}

void App::show_page(Page page) {
  if (page != Page::Study) refresh_lines();
  page_ = page;
}

void App::go(StudyFlow::Next next) {
  if (next) show_page(*next);
}

std::size_t App::cards_now(const DeckId& deck) const {
  const auto line = std::ranges::find(lines_, deck, &progress::DeckLine::id);
  return line == lines_.end() ? 0 : std::min(line->new_facts, common_->plan.new_facts) + line->due;
}

}  // namespace recto::app
