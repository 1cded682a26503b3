// Cards that a person makes of words chosen in the article (F12).
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::draft {

/// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0, end = 0;

  bool operator==(const Span&) const = default;
};

/// The span without white space at its ends; empty where nothing else is in it.
[[nodiscard]] Span trimmed_span(std::string_view text, Span span);

/// The sentences of `text` that `span` touches, by their stops, as far as these can be told from
/// those of abbreviations: for showing and for gaps, not for reading.
[[nodiscard]] Span sentence_around(std::string_view text, Span span);

/// A card made from the words of a passage: Cloze, its sentence with a gap in their place; Short, a
/// question still to be asked, with them as answer; TrueFalse, their sentence as a true statement.
/// Its evidence is their sentence. Errors: BadInput for no words, for any other kind, and for a gap
/// where the sentence has nothing else.
[[nodiscard]] Result<Card> card_of(CardKind kind, const Passage& passage, Span words);

}  // namespace recto::draft
