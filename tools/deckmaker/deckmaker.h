// The one door of the workshop: an article's bytes → its deck.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/deckmaker/english.h"
#include "tools/language/sentences.h"
#include "tools/questions/questions.h"
#include "tools/questions/word_lists.h"
#include "tools/reader/reader.h"

namespace recto::deckmaker {

/// What the workshop knows beforehand: lists and models. Loaded once, shared by all
/// articles.
struct Resources {
  reader::Furniture furniture;
  language::Abbreviations abbreviations;
  questions::WordLists word_lists;
  forest::Forest ranking;  ///< see questions/ranking.h
  std::shared_ptr<const English> english;
};

/// Reads the folder `assets`. Errors name the file.
[[nodiscard]] Result<Resources> load_resources(const std::filesystem::path& assets);

struct Options {
  questions::Wanted wanted;
  std::string language;  ///< BCP 47; empty: what the article says, else what it is written in
};

/// The largest file or page that is worth reading: scanned books are larger, their text is not.
inline constexpr std::size_t kLargestInput = 128'000'000;

/// Bytes of text that a deck is made of, a book of 600,000 words; 5 MB take a minute and 1 GB.
inline constexpr std::size_t kMostText = 4'000'000;

struct MadeDeck {
  Article article;
  Deck deck;
  std::vector<questions::Rejected> rejected;
  std::map<CardId, std::vector<std::string>> spare_options;  ///< see questions::Questions
};

/// The cleaned article alone. Errors as reader::read_article.
[[nodiscard]] Result<Article> read_article(std::string_view bytes, const reader::Origin& origin,
                                           const Options& options, const Resources& resources);

/// Article and deck. No good card is no error: a deck without cards. Errors as read_article, and
/// BadInput for more than kMostText. Pure: the same bytes, origin and options give the same deck,
/// byte for byte once written.
[[nodiscard]] Result<MadeDeck> make_deck(std::string_view bytes, const reader::Origin& origin,
                                         const Options& options, const Resources& resources);

/// The same of an article that is read already; `source` is what its deck tells of where it came
/// from beside what the article says: when retrieved, and the digest of its bytes.
[[nodiscard]] Result<MadeDeck> make_deck_of(Article article, Source source, const Options& options,
                                            const Resources& resources);

}  // namespace recto::deckmaker
