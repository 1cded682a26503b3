// What analysis finds in a sentence: the words' tags, their tree, the names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language/sentences.h"

namespace recto::language {

/// The place of a word in its sentence. As a head, the number of words stands for the root.
using WordId = std::uint32_t;
inline constexpr WordId kNoWord = static_cast<WordId>(-1);

/// A part of speech in both tag sets: "NOUN" (universal), "NNS" (Penn).
struct Tag {
  std::string_view upos;
  std::string_view xpos;
};

/// How often a finding of this kind that looked as good was right, in [0,1]: calibrated on text
/// that the model did not learn from.
using Chance = float;

/// A word of a sentence with what was found out about it.
struct Token {
  Span span;  ///< in the sentence
  Tag tag;
  WordId head = kNoWord;      ///< the number of tokens for the sentence's root
  std::string_view relation;  ///< "nsubj:pass"
  std::string lemma;
  Chance tag_chance = 0;
  Chance arc_chance = 0;  ///< head and relation are both right
};

/// What a name stands for.
enum class NameKind : std::uint8_t { Person, Organisation, Place, Event, Work, Other };

/// Words [begin, end) of a sentence that are a name.
struct Name {
  WordId begin = 0;
  WordId end = 0;
  NameKind kind = NameKind::Other;
  Chance chance = 0;  ///< begin, end and kind are all right
};

/// A sentence of a text. Views in it are of the model.
struct AnalysedSentence {
  Span span;                  ///< in the text; Token::span counts from span.begin
  std::vector<Token> tokens;  ///< in order, covering every byte but white space
  std::vector<Name> names;    ///< in order, apart from each other
};

}  // namespace recto::language
