// What the sentence before is about, and where the next one begins with a word for it.
#pragma once

#include "tools/statements/reading.h"

namespace recto::statements {

/// Adds stand-ins at heads of sentences for the subject of the sentence before: "they" of a people
/// or a bare plural, "the company" of the only firm, "it" that was published or founded of a named
/// thing. What is resolved already stays. Linear.
void add_stand_ins_for_subjects(Reading& reading);

}  // namespace recto::statements
