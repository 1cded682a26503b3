// Article → the passages, names and id of its deck.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/language/sentences.h"

namespace recto::deckmaker {

struct Passages {
  std::vector<Passage> passages;    ///< "p1", "p2" … in the order of reading
  std::vector<std::size_t> blocks;  ///< blocks[i]: index of the block that passages[i] is made of
};

/// One passage for each block that states something: all but headings, captions and code. A FAQ
/// entry is its question, "\n", its answer; it stands under a heading only when that heading opens
/// the FAQ.
[[nodiscard]] Passages passages_of(const Article& article);

/// Adds to `names` what capitals tell of, each once, in the order of their first place: runs of
/// capitalised words ("University of Basel"), not a single word that opens a sentence, none that
/// begins with a word that the article also writes in small letters. Where nouns have capitals
/// (German) only runs of two words or more.
void add_capitalised_names(const std::vector<Passage>& passages, const std::string& language,
                           const language::Abbreviations& abbreviations,
                           std::vector<std::string>& names);

/// Tags the cards of a book with the chapters that they were made from. `blocks` as in Passages, of
/// `deck.passages`.
void tag_chapters(const Article& article, const std::vector<std::size_t>& blocks, Deck& deck);

/// "d" and 12 characters made from the article's URL, without one from its folded title.
[[nodiscard]] DeckId make_deck_id(const Article& article);

}  // namespace recto::deckmaker
