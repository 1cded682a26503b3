// Treebanks → the lemmas that rules and lexicon get wrong.
#pragma once

#include <string>

#include "tools/language/lemmas.h"
#include "tools/train-language/conllu.h"

namespace recto::train {

/// The exceptions of language::Lemmas: forms whose most usual lemma in the treebank, case ignored,
/// is another than that of `rules`, in two documents or more. Same arguments, same bytes.
[[nodiscard]] std::string train_lemmas(const Treebank& treebank, const language::Lemmas& rules);

}  // namespace recto::train
