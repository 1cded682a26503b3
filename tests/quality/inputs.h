// Files of a round, read: decks of any maker, their articles and key facts.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "tests/quality/key.h"
#include "tests/quality/sheet.h"

namespace recto::quality {

/// What a facts file says: `{article, title, words, facts: [{id, importance, …}]}`.
struct FactsFile {
  std::string title;
  std::size_t words = 0;  ///< 0 when it does not say
  std::vector<KeyFact> facts;
};

[[nodiscard]] Result<FactsFile> read_facts(std::string_view text);

/// A Recto deck file, or a plain deck, as people and other tools write it:
///
///     {"article": "socotra", "maker": "expert", "title": "…",
///      "cards": [{"id", "type", "question", "answer", "options": [], "correction"}]}
///
/// `type` is short, faq, cloze, mcq or choice, true_false or truefalse; `options` hold the answer
/// too; `title`, `options`, `correction` (or `explanation`), `hint`, `made_by` and `quality` may be
/// missing. Without `made_by` a card is the maker's, without `title` the deck has none.
[[nodiscard]] Result<Deck> read_any_deck(std::string_view text);

/// Reads a deck NAME.deck.json or NAME.json, and finds what belongs to it: in `articles`
/// NAME.txt, NAME.md, NAME.html or NAME/article.txt …, in `facts` NAME.json or NAME/facts.json. An
/// empty folder name finds nothing. A deck without title takes that of the facts.
[[nodiscard]] Result<Entry> read_entry(const std::filesystem::path& deck,
                                       const std::filesystem::path& articles,
                                       const std::filesystem::path& facts);

}  // namespace recto::quality
