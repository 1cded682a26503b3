// What is known of a card's answer where it stands: in the sentence's tree, in the article.
#pragma once

#include "tools/questions/traits.h"

namespace recto::questions {

/// Of a candidate made of a statement.
void add_answer_traits(const Candidate& candidate, const Told& told, Traits& traits);

}  // namespace recto::questions
