// The one door of the workshop: an article's bytes → its deck.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/language/sentences.h"
#include "tools/questions/questions.h"
#include "tools/questions/word_lists.h"
#include "tools/reader/reader.h"

namespace recto::deckmaker {

/// What the workshop knows beforehand: lists and, later, models. Loaded once, shared by all
/// articles.
struct Resources {
  reader::Furniture furniture;
  language::Abbreviations abbreviations;
  questions::WordLists word_lists;
};

/// Reads `words` in the folder `assets`. Errors name the file.
[[nodiscard]] Result<Resources> load_resources(const std::filesystem::path& assets);

struct Options {
  questions::Wanted wanted;
  std::string language;  ///< BCP 47; empty: what the article says, else what it is written in
};

struct MadeDeck {
  Article article;
  Deck deck;
  std::vector<questions::Rejected> rejected;
};

/// The cleaned article alone. Errors as reader::read_article.
[[nodiscard]] Result<Article> read_article(std::string_view bytes, const reader::Origin& origin,
                                           const Options& options, const Resources& resources);

/// Article and deck. No good card is no error: a deck without cards. Pure: the same bytes, origin
/// and options give the same deck, byte for byte once written.
[[nodiscard]] Result<MadeDeck> make_deck(std::string_view bytes, const reader::Origin& origin,
                                         const Options& options, const Resources& resources);

}  // namespace recto::deckmaker
