// Sentence → tokens, as English treebanks cut them.
#pragma once

#include <string_view>
#include <vector>

#include "tools/language/sentences.h"

namespace recto::language {

/// The tokens of one sentence (valid UTF-8) in order, right to the byte; they cover every byte but
/// white space. English, in the fashion of the Universal Dependencies treebanks EWT and GUM:
/// punctuation, currency signs, "%" and units stand alone ("5kg" is "5", "kg"), so do hyphens
/// inside words unless a prefix stands before them ("search", "-", "engine", but "co-founder");
/// clitics are cut off ("do", "n't"; "can", "not"). Abbreviations, initials, numbers with their
/// separators, clock times, addresses and file names are whole. O(bytes).
[[nodiscard]] std::vector<Span> tokens(std::string_view sentence,
                                       const Abbreviations& abbreviations);

}  // namespace recto::language
