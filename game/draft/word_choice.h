// Choosing words of the article without a mouse (F12): where the next key leads.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "game/draft/by_hand.h"

namespace recto::draft {

/// Words that are chosen: bytes of one passage, from where choosing began to where it is.
struct WordChoice {
  std::size_t passage = 0;
  std::size_t anchor = 0, cursor = 0;

  [[nodiscard]] Span span() const {
    return anchor < cursor ? Span{anchor, cursor} : Span{cursor, anchor};
  }
  bool operator==(const WordChoice&) const = default;
};

enum class ChoiceStep { Letter, Word, Sentence, Passage };
enum class ChoiceWay { Back, On };
enum class ChoiceMode {
  Move,    ///< to another word, or another sentence's first one, which alone is chosen then
  Extend,  ///< the cursor alone moves, within its passage
};

/// The words of a text, in order: letters and figures with what stands inside of them ("U.S.",
/// "1,500", "it’s", "well-known"), each character of Chinese and Japanese alone.
[[nodiscard]] std::vector<Span> words_in(std::string_view text);

/// The word at byte `at`, or the next one after it, or the last one. Absent: there is none.
[[nodiscard]] std::optional<Span> word_near(std::string_view text, std::size_t at);

/// One step further. At the end of what can be reached it stays where it is; empty passages are
/// stepped over. `passages` has `choice.passage`.
[[nodiscard]] WordChoice moved(const WordChoice& choice, std::span<const std::string_view> passages,
                               ChoiceStep step, ChoiceWay way, ChoiceMode mode);

}  // namespace recto::draft
