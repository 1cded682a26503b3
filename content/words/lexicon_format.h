// The bits of the lexicon's records, for its reader and its writer. The layout: lexicon.h.
#pragma once

#include <cstddef>
#include <string_view>

namespace recto::lexicon_format {

inline constexpr std::size_t kBlock = 16;
inline constexpr unsigned kNibble = 15;

// Flags of a sense.
inline constexpr unsigned kPart = 3U;   ///< PartOfSpeech
inline constexpr unsigned kOwned = 4U;  ///< the synset is the next one that this block's words own
inline constexpr unsigned kCasingShift = 3U;     ///< two bits: Casing
inline constexpr unsigned kCount = 1U << 5U;     ///< a count follows
inline constexpr unsigned kAntonyms = 1U << 6U;  ///< antonyms follow
inline constexpr unsigned kLast = 1U << 7U;      ///< no further sense of this word

inline constexpr unsigned kInstance = 64;

// Flags of a synset.
inline constexpr unsigned kWords =
    1U;  ///< more than one word; 0 stands for the owner, else number + 1
inline constexpr unsigned kHypernym = 2U;   ///< one hypernym, without a length
inline constexpr unsigned kHypernyms = 4U;  ///< several
inline constexpr unsigned kHyponyms = 8U;   ///< ascending, as differences
inline constexpr unsigned kWholes = 16U;    ///< ascending, as differences
inline constexpr unsigned kParts = 32U;     ///< ascending, as differences

inline constexpr std::string_view kExceptionSections[] = {
    "noun.exceptions", "verb.exceptions", "adjective.exceptions", "adverb.exceptions"};

}  // namespace recto::lexicon_format
