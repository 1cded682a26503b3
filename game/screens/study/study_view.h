// The card that is asked, as values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/memory/scheduler.h"
#include "game/screens/edit/edit_view.h"
#include "game/screens/study/showing.h"
#include "game/study/turn.h"

namespace recto::screens {

/// Bytes [begin, end) of a text.
struct Piece {
  std::size_t begin = 0, end = 0;

  bool operator==(const Piece&) const = default;
};

struct OptionLook {
  enum class Mark { None, Right, WronglyChosen };
  std::string text;
  Mark mark = Mark::None;
};

struct RatingLook {
  memory::Rating rating = memory::Rating::Good;
  std::string name;      ///< "Again"
  std::string meaning;   ///< "forgot"
  std::string interval;  ///< "10 min"; empty in a practice
  bool suggested = false;
  std::u32string keys;  ///< that press it, the first is shown
};

/// What the card was made from.
struct SourceLook {
  std::string title;      ///< of the article
  std::string url;        ///< may be empty
  std::string text;       ///< the passage, or the evidence alone
  Piece evidence;         ///< in `text`
  bool whole = false;     ///< it is the passage
  bool has_more = false;  ///< the passage is longer than the evidence
};

/// What is open above the card.
enum class Panel { None, Actions, Flags, History };

struct StudyAction {
  enum class Kind {
    None,
    Reveal,  ///< show the answer
    Choose,  ///< option `index`
    Rate,
    Decide,  ///< whether what was typed counts
    Hint,    ///< one more
    Source,  ///< the whole passage, or the evidence alone
    Bury,    ///< until tomorrow
    Suspend,
    Flag,    ///< `flag`; none takes it off
    Edit,    ///< opens the fields of the card
    Edited,  ///< `edit` says what came of them
    Open,    ///< `panel`; Panel::None closes what is open
    Undo,
    Redo,
    SetAside,  ///< the leech that is offered
    Keep,      ///< it goes on as before
    Leave,
    Copy,  ///< the card as text
  };
  Kind kind = Kind::None;
  std::string text{};  ///< what was typed so far, while the answer is hidden
  std::size_t index = 0;
  memory::Rating rating = memory::Rating::Good;
  study::Decision decision = study::Decision::Counts;
  std::optional<study::Flag> flag{};
  Panel panel = Panel::None;
  EditAction edit{};
};

/// Something to do, with its key: a line of the menu, or a button.
struct StudyCommand {
  StudyAction action;
  std::string icon;
  std::string label;
  std::string key;         ///< as the keyboard has it printed
  char32_t character = 0;  ///< a small letter presses it
  bool shifted = false;    ///< only with Shift
  bool chosen = false;     ///< what holds now
};

/// A line of the history: "Answered" – "7 times".
struct HistoryLine {
  std::string name, value;

  bool operator==(const HistoryLine&) const = default;
};

struct StudyView {
  std::string deck_title;
  std::string heading;       ///< revealed: of the passage; empty for none
  std::string kind;          ///< "Short answer"
  std::string note;          ///< that this is a practice; else empty
  std::string flagged;       ///< "Flagged: unclear"; else empty
  std::string prompt;        ///< `____` (kGap) where the answer goes; filled in once revealed
  Piece filled;              ///< of `prompt`: what fills the gap
  std::optional<Piece> gap;  ///< of `prompt`, hidden: it is typed in there
  std::optional<study::Verdict> verdict;  ///< absent: hidden, or shown without an answer of ours
  study::Way way = study::Way::Reveal;
  bool revealed = false;
  std::string wanted;                   ///< "a year": what is asked for; may be empty
  std::string hint;                     ///< hidden: so much of the answer as was asked for
  std::vector<OptionLook> options;      ///< Choose: as they stand, keys 1 to 6
  std::string typed;                    ///< the learner's words; hidden: what the field begins with
  std::vector<Piece> typed_faults;      ///< of `typed`: what is too much, or another letter
  std::string answer;                   ///< revealed; empty for options, which mark it
  std::vector<Piece> answer_faults;     ///< of `answer`: what is missing in `typed`
  std::string explanation;              ///< revealed; may be empty
  std::string about_chosen;             ///< what a wrong choice is, where the article says so
  std::string verdict_text;             ///< "Right", "Right, mind the accents", "Not quite"
  std::optional<SourceLook> source;     ///< revealed, where the card has evidence
  bool asks_to_count = false;           ///< "Count it?" stands where the ratings will
  std::vector<RatingLook> ratings;      ///< revealed: four, or two
  bool space_rates = true;              ///< Space and Enter take the suggested one
  float text_size = 1;                  ///< of prompt, options, answer and source
  std::vector<StudyCommand> decisions;  ///< whether what was typed counts
  std::vector<StudyCommand> commands;   ///< what else can be done now
  std::vector<StudyCommand> flags;      ///< Panel::Flags
  std::vector<HistoryLine> history;     ///< Panel::History
  std::string offer;                    ///< what is said of a leech (F23)
  std::vector<StudyCommand> ways_out;   ///< of a leech, in place of the ratings
  std::size_t done = 0, left = 0;       ///< cards of this session
  std::string progress;                 ///< "12 left · about 3 minutes"
  bool can_undo = false, can_redo = false;
  Panel panel = Panel::None;
  std::optional<EditView> edit;  ///< stands above everything
};

/// What a learner wants the screen to be like.
struct StudyHabits {
  bool two_buttons = false;  ///< Again and Good alone (F18)
  bool space_rates = true;   ///< Space takes the suggested rating (F19)
  float text_size = 1;       ///< of the card's own words, on top of everything's (U4), 0.8 to 2

  bool operator==(const StudyHabits&) const = default;
};

/// What is open on the screen with a card.
struct StudyState {
  study::Turn turn{};
  Panel panel = Panel::None;
  bool whole_source = false;
  bool is_leech = false;  ///< the card was just missed once too often: it is on show with its offer
};

[[nodiscard]] StudyView look(const Showing& showing, const StudyState& state,
                             const StudyHabits& habits, Instant now);

/// The card for the clipboard: prompt, options, answer, evidence, source.
[[nodiscard]] std::string card_text(const Deck& deck, const Card& card);

}  // namespace recto::screens
