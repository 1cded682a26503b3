#include "game/recto/preview_flow.h"

#include <algorithm>
#include <utility>

#include "content/base/utf8.h"
#include "game/draft/by_hand.h"
#include "game/draft/places.h"
#include "game/screens/import/import_words.h"

namespace recto::app {

using screens::EditAction;
using screens::PreviewAction;
using screens::PreviewView;
using Kind = PreviewAction::Kind;

PreviewFlow::PreviewFlow(draft::Draft& draft, std::string seen, std::uint64_t number)
    : draft_(&draft) {
  state_.reveal = number << 32U;
  state_.seen = std::move(seen);
  state_.chosen = screens::entry_beside(view(), 0);
  is_stale_ = true;
}

const PreviewView& PreviewFlow::view() {
  if (std::exchange(is_stale_, false)) view_ = screens::look(*draft_, state_);
  return view_;
}

void PreviewFlow::say(std::string text) {
  state_.said = std::move(text);
  is_stale_ = true;
}

void PreviewFlow::choose(std::optional<std::size_t> entry) {
  if (!entry) return;
  state_.chosen = entry;
  ++state_.reveal;
}

PreviewFlow::Outcome PreviewFlow::apply(const PreviewAction& action) {
  if (action.kind == Kind::None) return Outcome::Stay;
  is_stale_ = true;
  if (action.kind != Kind::Edited) state_.said.clear();
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Choose: choose(action.entry); break;
    case Kind::Step: choose(screens::entry_beside(view_, action.steps)); break;
    case Kind::Turn: turn(action.entry); break;
    case Kind::Edit:
      if (state_.chosen)
        open_fields({Editing::What::Words, *state_.chosen, draft_->entries()[*state_.chosen].card},
                    "Edit this card");
      break;
    case Kind::Accept:
      if (state_.chosen)
        open_fields(
            {Editing::What::Accepted, *state_.chosen, draft_->entries()[*state_.chosen].card},
            "What is also right?");
      break;
    case Kind::Edited: close_fields(action.edit); break;
    case Kind::ChangeKind:
      if (!state_.chosen) break;
      if (const auto other = draft_->change_kind(*state_.chosen))
        choose(other);
      else
        say("There is no other way to ask this.");
      break;
    case Kind::ChangeOptions: change_options(); break;
    case Kind::Threshold: draft_->set_threshold(action.threshold); break;
    case Kind::OpenFilter: set_filter(state_.filter, true); break;
    case Kind::Filter: set_filter(action.text, true); break;
    case Kind::CloseFilter: set_filter({}, false); break;
    case Kind::FoldLeftOut: fold_left_out(); break;
    case Kind::OpenWords: open_words(action.chosen); break;
    case Kind::MoveWords: move_words(action); break;
    case Kind::CloseWords: set_words(std::nullopt); break;
    case Kind::Place: choose_place(action.passage, action.words.begin); break;
    case Kind::Make: make(action); break;
    case Kind::Undo: choose(draft_->undo()); break;
    case Kind::Redo: choose(draft_->redo()); break;
    case Kind::Save: return Outcome::Save;
    case Kind::SaveAndStudy: return Outcome::SaveAndStudy;
    case Kind::SaveAsNew: return Outcome::SaveAsNew;
    case Kind::Leave: return Outcome::Leave;
  }
  keep_chosen_in_sight();
  return Outcome::Stay;
}

void PreviewFlow::turn(std::size_t entry) {
  choose(entry);
  if (const auto turned = draft_->turn(entry); !turned)
    say("It cannot be kept like this: " + turned.error().what + ". E edits it.");
}

/// Opened, its first card is chosen: the list may stand far below.
void PreviewFlow::fold_left_out() {
  state_.left_out_open = !state_.left_out_open;
  const std::vector<std::size_t> entries = draft::left_out(*draft_);
  if (state_.left_out_open && !entries.empty() && state_.filter.empty()) choose(entries.front());
}

/// When the row of the chosen card has gone, the next one takes its place.
void PreviewFlow::keep_chosen_in_sight() {
  const std::optional<std::size_t> row = view_.chosen_row;
  is_stale_ = true;
  if (view().chosen_row || view_.cards.empty()) return;
  std::optional<std::size_t> next;
  for (std::size_t i = 0; i < view_.rows.size(); ++i)
    if (view_.rows[i].kind == screens::PreviewRow::Kind::Card && (!next || i <= row.value_or(0)))
      next = view_.cards[view_.rows[i].card].entry;
  state_.chosen = next;
  is_stale_ = true;
}

/// The cards of a sentence; or why it has none.
void PreviewFlow::choose_place(std::size_t passage, std::size_t at) {
  const Passage& place = draft_->head().passages[passage];
  if (state_.words) {
    if (const auto word = draft::word_near(place.text, at))
      set_words(draft::WordChoice{passage, word->begin, word->end});
    return;
  }
  const std::vector<std::size_t> entries = draft::entries_at(*draft_, place.id, at);
  if (entries.empty())
    return say("No card was tried on this sentence. Choose words in it for one of your own.");
  // Clicked again, the next card of the sentence.
  const auto current = state_.chosen ? std::ranges::find(entries, *state_.chosen) : entries.end();
  const bool is_last = current == entries.end() || current + 1 == entries.end();
  const std::size_t entry = is_last ? entries.front() : *(current + 1);
  if (!draft_->is_shown(entry)) state_.left_out_open = true;
  if (!state_.filter.empty()) set_filter({}, false);
  choose(entry);
}

void PreviewFlow::set_filter(std::string filter, bool open) {
  state_.filter = std::move(filter);
  state_.filtering = open;
}

void PreviewFlow::open_fields(Editing editing, std::string title) {
  screens::EditView fields;
  fields.card = editing.what == Editing::What::OwnCard
                    ? "own"
                    : std::to_string(editing.entry) +
                          (editing.what == Editing::What::Accepted ? ".also" : "");
  fields.title = std::move(title);
  if (editing.what == Editing::What::Accepted)
    fields.fields = {{"Also right: " + editing.card.answer, ""}};
  else
    fields.fields = screens::fields_of(editing.card);
  const auto typed = typed_.find(editing.entry);
  if (editing.what == Editing::What::Words && typed != typed_.end())
    for (std::size_t i = 0; i < fields.fields.size(); ++i)
      fields.fields[i].text = typed->second[i];
  editing_ = std::move(editing);
  state_.edit = std::move(fields);
}

Result<std::size_t> PreviewFlow::save_fields(const std::vector<std::string>& texts) {
  if (editing_->what == Editing::What::Accepted) {
    RECTO_TRY(draft_->accept(editing_->entry, std::string(trimmed(texts.front()))));
    return editing_->entry;
  }
  Card card = RECTO_TRY(screens::rewritten(editing_->card, texts));
  if (editing_->what == Editing::What::OwnCard) return draft_->add(std::move(card));
  RECTO_TRY(draft_->rewrite(editing_->entry, std::move(card)));
  return editing_->entry;
}

void PreviewFlow::close_fields(const EditAction& action) {
  if (!editing_ || action.kind == EditAction::Kind::None) return;
  const bool words = editing_->what == Editing::What::Words;
  if (words) typed_[editing_->entry] = action.texts;
  if (action.kind == EditAction::Kind::Save) {
    const auto saved = save_fields(action.texts);
    if (!saved) {
      for (std::size_t i = 0; i < action.texts.size(); ++i)
        state_.edit->fields[i].text = action.texts[i];
      state_.edit->problem = screens::failure_in_words(saved.error());
      return;
    }
    if (words) typed_.erase(editing_->entry);
    choose(*saved);
  }
  editing_.reset();
  state_.edit.reset();
}

void PreviewFlow::set_words(std::optional<draft::WordChoice> words) {
  state_.words = words;
  ++state_.words_step;
}

/// Begins where the chosen card was made from, else with the article's first word.
void PreviewFlow::open_words(const std::optional<draft::WordChoice>& chosen) {
  if (chosen) return set_words(chosen);
  const std::vector<Passage>& passages = draft_->head().passages;
  const PreviewView& now = view();
  std::size_t passage = now.chosen_passage.value_or(0);
  auto word =
      passage < passages.size()
          ? draft::word_near(passages[passage].text, now.chosen_passage ? now.marked.begin : 0)
          : std::nullopt;
  while (!word && passage + 1 < passages.size())
    word = draft::word_near(passages[++passage].text, 0);
  if (!word) return say("There are no words in the article.");
  set_words(draft::WordChoice{passage, word->begin, word->end});
}

void PreviewFlow::move_words(const PreviewAction& action) {
  if (!state_.words) return;
  std::vector<std::string_view> texts;
  for (const Passage& passage : draft_->head().passages)
    texts.emplace_back(passage.text);
  set_words(draft::moved(action.chosen.value_or(*state_.words), texts, action.step, action.way,
                         action.mode));
}

void PreviewFlow::change_options() {
  if (!state_.chosen) return;
  if (draft_->entries()[*state_.chosen].card.kind != CardKind::Choice)
    return say("Only a choice has wrong options. K asks a fact in another way.");
  const auto changed = draft_->change_options(*state_.chosen);
  if (!changed) return say(screens::failure_in_words(changed.error()));
  if (!*changed) return say("No other wrong options were found for it. E takes some of your own.");
  choose(state_.chosen);
}

/// A card of words that were chosen; a question still has to be asked.
void PreviewFlow::make(const PreviewAction& action) {
  if (action.passage >= draft_->head().passages.size()) return;
  const Passage& passage = draft_->head().passages[action.passage];
  Result<Card> card = draft::card_of(action.card_kind, passage, action.words);
  if (!card) return say(screens::failure_in_words(card.error()));
  set_words(std::nullopt);
  if (card->kind == CardKind::Short)
    return open_fields({Editing::What::OwnCard, 0, std::move(*card)}, "A question of your own");
  const auto added = draft_->add(std::move(*card));
  if (!added) return say(screens::failure_in_words(added.error()));
  choose(*added);
}

}  // namespace recto::app
