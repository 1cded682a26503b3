// A lexicon's content as plain values, and its bytes. The way back: lexicon.h.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "content/words/category.h"

namespace recto {

/// Words and synsets are named by their place in LexiconContent.
struct SenseContent {
  std::size_t synset = 0;
  std::string spelling;  ///< the word but for the case
  std::uint32_t count = 0;
  std::vector<std::pair<std::string, std::size_t>> antonyms;  ///< word in lower case, synset
};

struct SynsetContent {
  Category category = Category::Tops;
  bool instance = false;
  std::vector<std::string> words;  ///< in lower case, the most usual first
  std::vector<std::size_t> hypernyms;
  std::vector<std::size_t> wholes;
};

struct LexiconContent {
  /// Word in lower case → its senses, in the order in which a reader gets them.
  std::map<std::string, std::vector<SenseContent>> words;
  std::vector<SynsetContent> synsets;
  /// Names of sections → their bytes: about, exceptions, countries.
  std::map<std::string, std::string> sections;
};

/// The bytes for Lexicon::open. Synsets are numbered anew. Same content, same bytes. Error:
/// BadInput when words and synsets contradict each other.
[[nodiscard]] Result<std::string> write_lexicon(const LexiconContent& content);

}  // namespace recto
