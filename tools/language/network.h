// One network for tags, trees and names.
//
// Embeddings of a word's spelling and of what the lexicon knows of it → a bidirectional LSTM →
// tags; on that and the tags' distribution a second one → the tree (biaffine arcs: Dozat and
// Manning 2017), and a small third one → names.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/container.h"
#include "content/base/result.h"
#include "tools/language/analysed.h"
#include "tools/language/dense.h"
#include "tools/language/word_inputs.h"

namespace recto::language {

/// The corpora whose ideas of what is a name the network has learned.
enum class NameSource : std::uint8_t { Uner, Wikigold, CrossNer, Gum };
inline constexpr std::size_t kNameSources = 4;

inline constexpr std::size_t kNameKinds = 6;
/// Outside a name; then per NameKind its first word and its further ones.
inline constexpr std::size_t kNameLabels = 1 + 2 * kNameKinds;

/// Layers by their sections' names.
namespace layers {
inline constexpr std::string_view kWords = "words";           ///< KnownWords::vocabulary
inline constexpr std::string_view kClasses = "classes";       ///< KnownWords::classes
inline constexpr std::string_view kTagNames = "tags";         ///< "ADJ JJ\n", a line each
inline constexpr std::string_view kRelations = "relations";   ///< "root\nacl\n…", "root" first
inline constexpr std::string_view kTags = "tag";              ///< from the first layer
inline constexpr std::string_view kTagVector = "tag.vector";  ///< from the tags' distribution
inline constexpr std::string_view kArcWord = "arc.word";
inline constexpr std::string_view kArcHead = "arc.head";
inline constexpr std::string_view kArcProduct = "arc.product";
inline constexpr std::string_view kArcRoot = "arc.root";  ///< in place of a head: an Embedding
inline constexpr std::string_view kRelationWord = "relation.word";
inline constexpr std::string_view kRelationHead = "relation.head";
inline constexpr std::string_view kRelationRoot = "relation.root";
inline constexpr std::string_view kRelation = "relation";
inline constexpr std::string_view kNameVector = "name.vector";
/// "input.word" for an input table.
[[nodiscard]] std::string input(std::string_view table);
/// "lstm0.forward.input": layer 0, 1 for trees, 2 for names; what the words or the state before do
/// to the gates.
[[nodiscard]] std::string lstm(std::size_t layer, bool backward, bool state);
/// "name.0" for a NameSource.
[[nodiscard]] std::string names(std::size_t source);
}  // namespace layers

/// What the network makes of a word. Probabilities are the network's own, not calibrated.
struct WordReading {
  std::uint8_t tag = 0;
  std::uint8_t relation = 0;
  WordId head = kNoWord;
  float tag_probability = 0;
  float head_probability = 0;
  float relation_probability = 0;
};

struct SentenceReading {
  std::vector<WordReading> words;
  std::vector<Name> names;  ///< `chance` as the network has it
};

/// How much each NameSource is listened to.
using NameWeights = std::array<float, kNameSources>;

class Network {
 public:
  /// Sentences are read in batches of about so many words.
  static constexpr std::size_t kBatchWords = 256;

  /// A view of the container's bytes, which outlive it. Error BadInput for what is damaged.
  [[nodiscard]] static Result<Network> open(const Container& container);

  [[nodiscard]] const KnownWords& known_words() const { return known_; }
  [[nodiscard]] Tag tag(std::uint8_t id) const { return tags_[id]; }
  [[nodiscard]] std::string_view relation(std::uint8_t id) const { return relations_[id]; }

  /// The same for a sentence whatever stands beside it. Time and memory grow with the square of a
  /// sentence's length, otherwise O(words).
  [[nodiscard]] std::vector<SentenceReading> read(std::span<const std::vector<WordInput>> sentences,
                                                  const NameWeights& weights) const;

 private:
  struct Batch;

  void read_batch(Batch& batch, const NameWeights& weights) const;
  [[nodiscard]] std::vector<Fixed> recurrent(std::size_t layer, const std::vector<Fixed>& x,
                                             const Batch& batch) const;
  /// Returns the next layers' inputs.
  [[nodiscard]] std::vector<Fixed> read_tags(const Batch& batch,
                                             const std::vector<Fixed>& states) const;
  void read_trees(const Batch& batch, const std::vector<Fixed>& states) const;
  void read_relations(const Batch& batch, const std::vector<Fixed>& states) const;
  void read_names(const Batch& batch, const std::vector<Fixed>& states,
                  const NameWeights& weights) const;
  [[nodiscard]] bool fits() const;

  KnownWords known_;
  std::vector<Tag> tags_;
  std::vector<std::string_view> relations_;
  std::vector<Embedding> inputs_;
  std::vector<Lstm> lstms_;   ///< [layer][direction]
  std::vector<Dense> dense_;  ///< in the order of network.cpp's kDense
  std::vector<Embedding> roots_;
};

}  // namespace recto::language
