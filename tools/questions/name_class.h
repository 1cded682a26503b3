// What a name is, so that it can be asked for: "in which city".
#pragma once

#include <string>
#include <string_view>

#include "tools/questions/candidate.h"

namespace recto::questions {

/// Whether a name may be asked for by the noun: "city", "airline".
[[nodiscard]] bool is_class(std::string_view noun);

/// The class that a noun is one of by the lexicon, as one asks for it: "disease" for
/// "tuberculosis". Empty where none is narrow enough.
[[nodiscard]] std::string class_of_noun(const Lexicon& lexicon, std::string_view lemma);

/// The noun that an entity is one of, in small letters: "city", "university". Empty where the
/// article and the lexicon do not tell.
[[nodiscard]] const std::string& class_of(const Told& told, EntityId id);

/// The name that a noun phrase is, without its article; nullptr when it is something else.
[[nodiscard]] const statements::Mention* name_that_is(const ReadSentence& sentence, Words phrase);

/// Whether a noun phrase is a name, of whatever.
[[nodiscard]] bool is_name(const ReadSentence& sentence, Words phrase);

}  // namespace recto::questions
