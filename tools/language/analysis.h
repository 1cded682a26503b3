// Sentence → tokens with tags and a tree.
#pragma once

#include <string_view>
#include <vector>

#include "content/base/container.h"
#include "content/base/result.h"
#include "tools/language/analysed.h"
#include "tools/language/parser.h"
#include "tools/language/sentences.h"
#include "tools/language/tagger.h"

namespace recto::language {

/// What a file of the language model is, and the names of its sections.
inline constexpr ContainerKind kModelKind{.name = "language", .version = 1};
inline constexpr std::string_view kTags = "tagger.tags";
inline constexpr std::string_view kTagWords = "tagger.words";
inline constexpr std::string_view kTagWeights = "tagger.weights";
inline constexpr std::string_view kRelations = "parser.relations";
inline constexpr std::string_view kParseWeights = "parser.weights";
inline constexpr std::string_view kAbout = "about";  ///< JSON: sources, options, scores

/// The language model over a file's bytes, which outlive it. Nothing is copied or parsed but the
/// names of tags and relations. May be used by several threads.
class Analyser {
 public:
  /// `lexicon` must be the one that the model was trained with. Errors: as Container::open, and
  /// BadInput where a section is damaged or missing.
  [[nodiscard]] static Result<Analyser> open(std::string_view bytes, LexiconClass lexicon);

  /// The tokens of one sentence. O(bytes).
  [[nodiscard]] std::vector<Token> analyse(std::string_view sentence,
                                           const Abbreviations& abbreviations) const;

  /// The same for tokens that are given.
  [[nodiscard]] std::vector<Token> analyse(std::string_view sentence,
                                           const std::vector<Span>& spans) const;

 private:
  Analyser(Tagger tagger, EagerParser parser, LexiconClass lexicon)
      : tagger_(std::move(tagger)), parser_(std::move(parser)), lexicon_(std::move(lexicon)) {}

  Tagger tagger_;
  EagerParser parser_;
  LexiconClass lexicon_;
};

}  // namespace recto::language
