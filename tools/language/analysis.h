// Text → sentences with tags, trees and names.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "content/base/container.h"
#include "content/base/result.h"
#include "content/words/lexicon.h"
#include "tools/language/analysed.h"
#include "tools/language/calibration.h"
#include "tools/language/lemmas.h"
#include "tools/language/network.h"
#include "tools/language/sentences.h"

namespace recto::language {

/// What a file of the language model is, and the sections beside the network's layers.
inline constexpr ContainerKind kModelKind{.name = "language", .version = 2};
inline constexpr std::string_view kTagCalibration = "calibration.tag";
inline constexpr std::string_view kArcCalibration = "calibration.arc";
inline constexpr std::string_view kNameCalibration = "calibration.name";
inline constexpr std::string_view kLemmas = "lemmas";  ///< exceptions of Lemmas
inline constexpr std::string_view kAbout = "about";    ///< JSON: sources, options, scores

/// A sentence that is given word by word.
struct CutSentence {
  std::string_view text;
  std::vector<Span> words;  ///< in the text
};

/// The language model over a file's bytes and a lexicon's, which outlive it. Nothing is copied but
/// a few thousand numbers. May be used by several threads.
class Analyser {
 public:
  /// Longer sentences are read in pieces: the work grows with the square of the length.
  static constexpr std::size_t kMostWords = 160;

  /// Errors: as Container::open, and BadInput where a section is damaged or missing.
  [[nodiscard]] static Result<Analyser> open(std::string_view bytes, const Lexicon& lexicon);

  /// The sentences of each passage (valid UTF-8). Those of all are read together, which is faster
  /// than one by one. O(bytes).
  [[nodiscard]] std::vector<std::vector<AnalysedSentence>> analyse(
      std::span<const std::string_view> passages, const Abbreviations& abbreviations) const;

  /// The same for sentences whose words are known: `names` says whose idea of a name to follow.
  [[nodiscard]] std::vector<AnalysedSentence> analyse(const std::vector<CutSentence>& sentences,
                                                      const NameWeights& names = kAllSources) const;

  /// The mix of the corpora's ideas that `analyse` follows.
  static constexpr NameWeights kAllSources = {1, 1, 1, 1};

 private:
  Analyser(Network network, const Lexicon& lexicon, std::string_view lemmas)
      : network_(std::move(network)), lexicon_(lexicon), lemmas_(lexicon, lemmas) {}

  void add_piece(const SentenceReading& reading, AnalysedSentence& sentence,
                 std::size_t begin) const;

  Network network_;
  Lexicon lexicon_;
  Lemmas lemmas_;
  Calibration tag_;
  Calibration arc_;
  Calibration name_;
};

}  // namespace recto::language
