// A draft being looked through: the article on the left, its cards on the right, as values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/deck/deck.h"
#include "game/draft/by_hand.h"
#include "game/draft/draft.h"
#include "game/draft/word_choice.h"
#include "game/screens/edit/edit_view.h"

namespace recto::screens {

struct PreviewCard {
  enum class State {
    Kept,
    Dropped,  ///< by the person, still in its place
    LeftOut,  ///< by the threshold or the deck maker
  };
  std::size_t entry = 0;
  State state = State::Kept;
  std::string kind;  ///< "Gap"
  std::string prompt;
  std::string answer;       ///< in words; of a false statement the truth too
  std::string options;      ///< "Not: 1969 · 1971"; empty for none
  std::string also;         ///< "Also right: the UN"; empty for none
  std::string said;         ///< "Dropped", or why it was left out
  bool edited = false;      ///< in a person's words
  std::uint64_t looks = 0;  ///< what its height depends on, as one number
};

struct PreviewRow {
  enum class Kind { Heading, Card, LeftOut, Note };
  Kind kind = Kind::Heading;
  std::string text;      ///< of all but cards
  std::size_t card = 0;  ///< in PreviewView::cards
};

struct PreviewPassage {
  std::string heading;  ///< where another one begins; else empty
  std::string text;
  std::vector<draft::Span> stated;  ///< what kept cards were made from, in order
};

struct PreviewView {
  std::string title;
  std::string from;     ///< "example.org · Ada Lovelace · 2024-05-03"
  std::string figures;  ///< F10
  double threshold = 0;
  std::string seen;  ///< F8; empty: never seen before
  std::vector<PreviewPassage> passages;
  std::vector<PreviewCard> cards;
  std::vector<PreviewRow> rows;
  std::optional<std::size_t> chosen_row;
  std::optional<std::size_t> chosen_passage;  ///< of the chosen card
  draft::Span marked;                         ///< its evidence there
  std::uint64_t reveal = 0;                   ///< another number: what is chosen is to be seen
  bool filtering = false;                     ///< the field of the filter is open
  std::string filter;
  bool left_out_open = false;
  std::string said;  ///< about the place that was chosen in the article, or what cannot be done
  std::optional<draft::WordChoice> words;  ///< words of the article are being chosen by keys
  std::uint64_t words_step = 0;            ///< another number: they are others
  std::optional<EditView> edit;
  bool can_save = false, can_undo = false, can_redo = false;
};

/// What a person is doing in a preview.
struct PreviewState {
  std::optional<std::size_t> chosen;  ///< entry
  bool filtering = false;
  std::string filter;
  bool left_out_open = false;
  std::string said;
  std::string seen;
  std::optional<draft::WordChoice> words;
  std::uint64_t words_step = 0;
  std::optional<EditView> edit;
  std::uint64_t reveal = 0;
};

[[nodiscard]] PreviewView look(const draft::Draft& draft, const PreviewState& state);

/// The entry of the row `steps` cards below the chosen one (above: negative), at most to the ends;
/// the first card where none is chosen. Absent: there are no cards.
[[nodiscard]] std::optional<std::size_t> entry_beside(const PreviewView& view, int steps);

struct PreviewAction {
  enum class Kind {
    None,
    Choose,         ///< `entry`
    Step,           ///< `steps` cards down or up
    Turn,           ///< keeps or drops `entry`
    Edit,           ///< opens the fields of the chosen card
    Accept,         ///< opens the field for another right answer
    Edited,         ///< `edit`
    ChangeKind,     ///< of the chosen card
    ChangeOptions,  ///< other wrong options for the chosen card
    Threshold,      ///< `threshold`
    OpenFilter,
    Filter,  ///< `text`
    CloseFilter,
    FoldLeftOut,  ///< opens or closes the list
    Place,        ///< a place in the article was chosen: `passage`, `words`
    OpenWords,    ///< begins to choose words in the article; from `chosen`, where some are
    MoveWords,    ///< from `chosen`, if any, as `step`, `way` and `mode` say
    CloseWords,
    Make,  ///< a card of `card_kind` from `passage`, `words`
    Save,  ///< an update, where the article was seen before
    SaveAndStudy,
    SaveAsNew,  ///< only where it was seen before
    Undo,
    Redo,
    Leave,
  };
  Kind kind = Kind::None;
  std::size_t entry = 0;
  int steps = 0;
  double threshold = 0;
  std::string text{};
  std::size_t passage = 0;
  draft::Span words{};
  CardKind card_kind = CardKind::Cloze;
  std::optional<draft::WordChoice> chosen{};  ///< what is selected in the article
  draft::ChoiceStep step = draft::ChoiceStep::Word;
  draft::ChoiceWay way = draft::ChoiceWay::On;
  draft::ChoiceMode mode = draft::ChoiceMode::Move;
  EditAction edit{};
};

}  // namespace recto::screens
