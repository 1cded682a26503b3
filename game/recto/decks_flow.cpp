#include "game/recto/decks_flow.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/base/utf8.h"
#include "game/progress/settings.h"
#include "game/screens/decks/date_words.h"

namespace recto::app {
namespace {

using Kind = screens::DecksAction::Kind;
using study::Answering;

/// Presets that differ from the one of all decks in the way of answering alone.
const char* preset_called(Answering answering) {
  switch (answering) {
    case Answering::Grow: return "Grow";
    case Answering::Choose: return "Choose";
    case Answering::Type: return "Type";
    case Answering::Recall: return "Recall";
  }
  return "";
}

std::string quoted(const std::string& title) {
  return "“" + screens::title_in_words(title) + "”";
}

/// The preset for the way of answering, made where it is not there, and chosen for the deck.
Result<progress::Edits> answering_edits(const progress::Store& store, const DeckId& deck,
                                        Answering answering) {
  const progress::Preset usual = RECTO_TRY(progress::preset(store, progress::kDefaultPreset));
  if (usual.answering == answering)
    return progress::choosing_preset(store, deck, progress::kDefaultPreset);
  const std::string name = preset_called(answering);
  progress::Preset wanted = usual;
  wanted.answering = answering;
  progress::Edits edits = RECTO_TRY(progress::with_preset(store, name, wanted));
  const auto chosen = RECTO_TRY(progress::choosing_preset(store, deck, name));
  edits.insert(edits.end(), chosen.begin(), chosen.end());
  return edits;
}

}  // namespace

screens::DecksView DecksFlow::look(const progress::Today& today, const DeckId& newest) const {
  screens::DecksView view = screens::look_at_decks(today, newest, query_);
  if (open_ && today.find(open_->deck) != nullptr)
    view.panel =
        screens::look_at_deck(today, open_->deck, open_->kind, open_->typed, open_->answering);
  return view;
}

DecksFlow::Changed DecksFlow::apply(const screens::DecksAction& action,
                                    const progress::Today& today) {
  switch (action.kind) {
    case Kind::None: break;
    case Kind::ShowImport:
    case Kind::Study:
    case Kind::Close: open_.reset(); break;
    case Kind::Search: query_ = action.text; break;
    case Kind::Open: open(action.deck, action.panel, today); break;
    case Kind::Type:
      if (open_) open_->typed = action.text;
      break;
    case Kind::Save: return save(action.text, today);
    case Kind::NoExam: return set_exam({}, today);
    case Kind::Answer: return answer_by(action.answering);
    case Kind::Delete: return remove(action.deck, today);
  }
  return Changed::Nothing;
}

void DecksFlow::open(const DeckId& deck, Panel kind, const progress::Today& today) {
  const progress::DeckToday* const found = today.find(deck);
  if (found == nullptr) return;
  const auto preset = progress::preset_for(common_->store, deck);
  if (!preset) return common_->messages.fail_with(preset.error(), "The deck cannot be changed.");
  open_ = Open{.deck = deck, .kind = kind, .answering = preset->answering};
  if (kind == Panel::Rename) open_->typed = found->line.title;
  if (kind == Panel::Exam && found->exam && found->exam->day > today.day)
    open_->typed = screens::day_in_words(found->exam->day, today.day);
}

DecksFlow::Changed DecksFlow::save(const std::string& text, const progress::Today& today) {
  if (!open_ || today.find(open_->deck) == nullptr) return Changed::Nothing;
  open_->typed = text;
  if (!screens::look_at_deck(today, open_->deck, open_->kind, text, open_->answering).can_save)
    return Changed::Nothing;
  if (open_->kind == Panel::Rename) return rename(std::string(trimmed(text)));
  if (open_->kind != Panel::Exam) return Changed::Nothing;
  return set_exam(study::Exam{.day = *screens::read_date(text, today.day)}, today);
}

DecksFlow::Changed DecksFlow::rename(const std::string& title) {
  const DeckId deck = std::exchange(open_, std::nullopt)->deck;
  if (!common_->apply(progress::renamed(common_->store, deck, title), "The deck keeps its name."))
    return Changed::Nothing;
  common_->tell_done("Renamed to " + quoted(title) + ".");
  return Changed::Something;
}

DecksFlow::Changed DecksFlow::set_exam(const std::optional<study::Exam>& exam,
                                       const progress::Today& today) {
  if (!open_) return Changed::Nothing;
  const DeckId deck = std::exchange(open_, std::nullopt)->deck;
  const progress::DeckToday* const found = today.find(deck);
  if (found == nullptr ||
      !common_->apply(progress::with_exam(common_->store, deck, exam), "The day was not changed."))
    return Changed::Nothing;
  common_->tell_done(exam ? quoted(found->line.title) + " is needed by " +
                                screens::day_in_words(exam->day, today.day) + "."
                          : quoted(found->line.title) + " is needed by no special day.");
  return Changed::Something;
}

DecksFlow::Changed DecksFlow::answer_by(Answering answering) {
  if (!open_) return Changed::Nothing;
  const Open open = *std::exchange(open_, std::nullopt);
  if (open.answering == answering) return Changed::Nothing;
  if (!common_->apply(answering_edits(common_->store, open.deck, answering),
                      "The way of answering stays as it was."))
    return Changed::Nothing;
  common_->tell_done(
      "Answered so from the next session on: " + screens::answering_explained(answering) + ".");
  return Changed::Something;
}

DecksFlow::Changed DecksFlow::remove(const DeckId& deck, const progress::Today& today) {
  open_.reset();
  const progress::DeckToday* const found = today.find(deck);
  if (found == nullptr) return Changed::Nothing;
  if (!common_->apply(progress::removed(common_->store, deck), "The deck was not deleted."))
    return Changed::Nothing;
  common_->tell_done("Deleted " + quoted(found->line.title) + " with " +
                     screens::counted(found->line.cards, "card", "cards") + ".");
  return Changed::Gone;
}

}  // namespace recto::app
