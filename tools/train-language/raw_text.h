// A treebank's sentences as running text, and how well that is cut again.
#pragma once

#include <string>
#include <vector>

#include "tools/language/sentences.h"
#include "tools/train-language/conllu.h"
#include "tools/train-language/counts.h"

namespace recto::train {

/// What stands between two sentences.
enum class Joints {
  Paragraphs,  ///< a line feed where a paragraph or document begins, else a blank
  Blanks,      ///< always a blank: headings run into what follows
};

/// Text with the places of its sentences and words.
struct RawText {
  std::string text;
  std::vector<language::Span> sentences;
  std::vector<language::Span> words;
};

[[nodiscard]] RawText raw_text(const Treebank& treebank, Joints joints);

struct CutScores {
  Counts sentences;
  Counts words;
};

/// Sentences and their tokens, found in the raw text.
[[nodiscard]] CutScores score_cuts(const RawText& raw,
                                   const language::Abbreviations& abbreviations);

}  // namespace recto::train
