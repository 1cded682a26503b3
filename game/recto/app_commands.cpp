// What works on every page: commands, the palette, undo and redo.
#include <algorithm>
#include <utility>
#include <variant>

#include "game/progress/edits.h"
#include "game/recto/app.h"
#include "game/screens/undo_words.h"

namespace recto::app {

using screens::Page;

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
    case Kind::Run:
      if (!is_restoring_ || action.command == screens::CommandId::Quit) run(action.command);
      break;
    case Kind::Palette: apply(action.palette); break;
    case Kind::CloseKeys: shows_keys_ = false; break;
    case Kind::DismissMessage: common_->messages.dismiss(); break;
    case Kind::UndoMessage:
      if (is_restoring_) break;
      if (common_->messages.notice() && common_->messages.notice()->undoes_last)
        undo();
      else
        take_out_added();
      break;
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
    case Id::ShowToday: show_page(Page::Today); break;
    case Id::ShowDecks: show_page(Page::Decks); break;
    case Id::ShowSettings: show_page(Page::Settings); break;
    case Id::ShowStudy: show_page(Page::Study); break;
    case Id::ShowImport: show_page(Page::Import); break;
    case Id::ShowClassroom: show_page(Page::Classroom); break;
    case Id::OpenFiles: asked_.choose_files = true; break;
    case Id::OpenPalette: palette_ = Sought(); break;
    case Id::ShowKeys: shows_keys_ = true; break;
    case Id::Undo: undo(); break;
    case Id::Redo: redo(); break;
    case Id::Larger: zoom(screens::next_zoom(appearance().zoom, +1)); break;
    case Id::Smaller: zoom(screens::next_zoom(appearance().zoom, -1)); break;
    case Id::UsualSize: zoom(1); break;
    case Id::SwitchTheme:
    case Id::Quit: for_window_ = command; break;
  }
}

std::optional<screens::CommandId> App::take_for_window() {
  return std::exchange(for_window_, std::nullopt);
}

void App::zoom(float to) {
  screens::SettingValues wanted = settings_.values();
  wanted.look.zoom = to;
  settings_.change(wanted);
}

void App::set_theme(const std::string& name) {
  if (is_restoring_) return;
  screens::SettingValues wanted = settings_.values();
  wanted.look.theme = name;
  settings_.change(wanted);
}

void App::undo() {
  const auto next = common_->store.next_undo();
  if (next && !*next) return common_->tell("There is nothing to undo.");
  // The session knows its own steps, and shows the card that they are about.
  if (next && study_.did(**next)) return go(study_.undo_last());
  const auto done = common_->store.undo(common_->clock());
  if (!done) return common_->messages.fail_with(done.error(), "The last step was not taken back.");
  if (!*done) return;
  const std::string words = screens::step_in_words(**done, lines_);
  follow(**done);
  if (const auto* const edits = std::get_if<progress::Edits>(&**done)) bring_back_drafts(*edits);
  common_->tell("Undone: " + words + ".");
}

/// What was saved and is taken back waits as a draft again.
void App::bring_back_drafts(const progress::Edits& undone) {
  for (const progress::Edit& edit : undone) {
    const auto* const deck = std::get_if<progress::DeckEdit>(&edit);
    const auto* const content = std::get_if<progress::ContentEdit>(&edit);
    if (deck != nullptr && !deck->before) import_.bring_back(deck->deck);
    if (content != nullptr) import_.bring_back(content->after.id);
  }
}

void App::redo() {
  const auto next = common_->store.next_redo();
  // What a session has taken back itself, it alone can do again.
  if (next && !*next && study_.can_redo()) return go(study_.redo_last());
  if (next && !*next) return common_->tell("There is nothing to do again.");
  const auto* const answer =
      next ? std::get_if<study::Answered>(&**next) : static_cast<const study::Answered*>(nullptr);
  if (answer != nullptr && study_.can_redo() && study_.has(answer->deck))
    return go(study_.redo_last());
  const auto done = common_->store.redo(common_->clock());
  if (!done) return common_->messages.fail_with(done.error(), "That was not done again.");
  if (!*done) return;
  follow(**done);
  common_->tell("Done again: " + screens::step_in_words(**done, lines_) + ".");
}

/// The database has changed behind the session and the lists.
void App::follow(const progress::Step& step) {
  if (const auto* const answered = std::get_if<study::Answered>(&step))
    study_.end(answered->deck);
  else
    for (const progress::Edit& edit : std::get<progress::Edits>(step))
      std::visit(
          [this](const auto& one) {
            using One = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<One, progress::ContentEdit>)
              study_.end(one.after.id);
            else if constexpr (std::is_same_v<One, progress::DeckEdit>)
              (void)((one.before && one.after) || study_.end(one.deck));
            else if constexpr (!std::is_same_v<One, progress::SettingEdit>)
              study_.end(one.deck);
          },
          edit);
  refresh_lines();
}

}  // namespace recto::app
