// What the network sees of a word: rows of its tables of embeddings.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tools/language/word_table.h"

namespace recto {
class Lexicon;
}

namespace recto::language {

/// A table of embeddings.
struct InputTable {
  std::string_view name;
  std::uint16_t rows = 0;  ///< 0: as many as the model's vocabulary has words
  std::uint16_t width = 0;
};

/// Spelling falls into hashed rows; the vocabulary has a row for each word and row 0 for others.
inline constexpr std::array<InputTable, 9> kInputTables = {{
    {"word", 0, 96},
    {"prefix2", 1024, 16},
    {"prefix3", 4096, 16},
    {"suffix2", 1024, 16},
    {"suffix3", 4096, 32},
    {"suffix4", 8192, 24},
    {"shape", 512, 16},
    {"class", 2048, 24},
    {"list", 32, 8},
}};

inline constexpr std::size_t kInputWidth = [] {
  std::size_t width = 0;
  for (const InputTable& table : kInputTables)
    width += table.width;
  return width;
}();

/// A row of each table.
using WordInput = std::array<std::uint16_t, kInputTables.size()>;

/// What training knew of words.
struct KnownWords {
  WordTable vocabulary;  ///< Form::folded → row of table "word"
  WordTable classes;  ///< Form::exact → row of table "class", so that the lexicon is asked for few
};

/// Row of the table "class": what the lexicon knows of a word.
[[nodiscard]] std::uint16_t class_row(std::string_view word, const Lexicon& lexicon);

/// Inputs of a sentence's words, in order. O(bytes).
[[nodiscard]] std::vector<WordInput> word_inputs(std::span<const std::string_view> words,
                                                 const KnownWords& known, const Lexicon& lexicon);

}  // namespace recto::language
