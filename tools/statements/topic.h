// What an article is about, and where it is meant without its name.
#pragma once

#include "tools/statements/reading.h"

namespace recto::statements {

/// Adds to the sentences' stand-ins where the topic (Reading::topic) is meant: "he" or "she" of the
/// one gender that the article tells of, while no rival is near (as a main subject it is added as
/// unsure when sentences before name one); "it" and "its" at the head of a
/// sentence behind one whose subject is the topic; "the company", "the city" that only the topic
/// can be. What is resolved already stays. Nothing where there is no topic. Linear.
void add_topic_stand_ins(const Knowledge& knowledge, Reading& reading);

}  // namespace recto::statements
