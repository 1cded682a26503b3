// The card that is asked, as values.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/memory/scheduler.h"
#include "game/study/grading.h"
#include "game/study/session.h"

namespace recto::screens {

/// How far the learner has come with the present card.
struct Turn {
  Instant shown_at{};                  ///< when the prompt appeared
  std::optional<Instant> revealed_at;  ///< when the answer appeared; absent while it is hidden
  std::string typed;  ///< what was typed when the answer was shown, or the card left
  std::optional<std::size_t> chosen;  ///< index into the session's options
  std::optional<study::Graded>
      graded;  ///< of what was typed or chosen; absent after a plain reveal
};

/// A rating is not taken before this long after the answer appeared (F19).
inline constexpr std::chrono::milliseconds kRatingDelay{150};

struct OptionLook {
  enum class Mark { None, Right, WronglyChosen };
  std::string text;
  Mark mark = Mark::None;
};

struct RatingLook {
  memory::Rating rating = memory::Rating::Good;
  std::string name;      ///< "Again"
  std::string meaning;   ///< "forgot"
  std::string interval;  ///< "10 min"
  bool suggested = false;
};

/// The passage that the card was made from, with the evidence marked.
struct SourceLook {
  std::string title;               ///< of the article
  std::string url;                 ///< may be empty
  std::string text;                ///< the passage
  std::size_t begin = 0, end = 0;  ///< bytes of the evidence in `text`
};

struct StudyView {
  std::string deck_title;
  std::string heading;  ///< of the passage; empty for none
  std::string kind;     ///< "Short answer"
  std::string prompt;   ///< `____` (kGap) where the answer goes; filled in once revealed
  std::size_t filled_begin = 0, filled_end = 0;  ///< bytes of `prompt` that fill the gap
  std::optional<study::Verdict> verdict;  ///< absent: hidden, or shown without an answer of ours
  study::Way way = study::Way::Reveal;
  bool revealed = false;
  std::string hint;                   ///< "a year": what is wanted; may be empty
  std::vector<OptionLook> options;    ///< Choose: as they stand, keys 1 to 6
  std::string typed;                  ///< the learner's words; hidden: what the field begins with
  std::string answer;                 ///< revealed; empty for options, which mark it
  std::string explanation;            ///< revealed; may be empty
  std::string verdict_text;           ///< "Right", "Right, mind the accents", "Not quite"
  std::optional<SourceLook> source;   ///< revealed, where the card has evidence
  std::array<RatingLook, 4> ratings;  ///< revealed
  std::size_t done = 0, left = 0;     ///< cards of this session
  std::string progress;               ///< "12 left · about 3 min"
  bool can_undo = false;
};

struct StudyAction {
  enum class Kind {
    None,
    Reveal,  ///< show the answer; `text` holds what was typed, if anything
    Choose,  ///< option `index`
    Rate,
    Undo,
    Leave,  ///< `text` holds what was typed so far: it is there again on coming back
    Copy,   ///< the card as text
  };
  Kind kind = Kind::None;
  std::string text;
  std::size_t index = 0;
  memory::Rating rating = memory::Rating::Good;
};

/// `session` must have a current card, of `deck`.
[[nodiscard]] StudyView look(const study::Session& session, const Deck& deck, const Turn& turn,
                             Instant now);

/// Whether a rating is taken now: the answer is shown, and not only just (F19).
[[nodiscard]] bool may_rate(const Turn& turn, Instant now);

/// The card for the clipboard: prompt, options, answer, evidence, source.
[[nodiscard]] std::string card_text(const Deck& deck, const Card& card);

}  // namespace recto::screens
