// Sentences with tags, trees or names → the network of tools/language/network.h.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/container.h"
#include "tools/language/network.h"
#include "tools/language/word_inputs.h"

namespace recto::train {

/// A sentence to learn from; what is not known of it is -1, or empty.
struct NetworkExample {
  std::vector<language::WordInput> words;
  std::vector<int> tags;       ///< [words]
  std::vector<int> heads;      ///< [words]; the number of words for the root
  std::vector<int> relations;  ///< [words]
  std::vector<int> names;      ///< [words], as language::kNameLabels counts them
  int name_source = -1;        ///< a language::NameSource
};

struct NetworkOptions {
  std::uint64_t seed = 1;
  int rounds = 20;
  std::size_t batch_words = 900;
  float rate = 0.002F;
  float gradient_norm = 2;      ///< longer gradients are cut
  float dropout = 0.33F;        ///< of layers' inputs, the same numbers all over a sentence
  float table_dropout = 0.25F;  ///< of a word's embedding in one table
  float word_dropout = 0.25F;   ///< a word met n times becomes unknown with d / (d + n)
  std::size_t state = 128;      ///< of an LSTM's direction
  std::size_t name_state = 80;  ///< … of the layer for names
  std::size_t tag_vector = 32;
  std::size_t arc = 160;
  std::size_t relation = 128;
  std::size_t name = 96;
};

/// What the examples' numbers mean.
struct NetworkLabels {
  std::size_t tags = 0;
  std::size_t relations = 0;
  std::vector<std::uint32_t> word_counts;  ///< by row of the vocabulary; row 0 stands for others
};

/// Is shown the network after each round, and the mean loss per word in it. False ends the
/// training.
using AfterRound = std::function<bool(int round, double loss, const Sections& layers)>;

/// The network's layers, to be stored (all sections of language::layers but vocabulary and names of
/// labels). A function of examples, labels and options: on one kind of processor the same arguments
/// give the same bytes.
[[nodiscard]] Sections train_network(const std::vector<NetworkExample>& examples,
                                     const NetworkLabels& labels, const NetworkOptions& options,
                                     const AfterRound& after_round);

}  // namespace recto::train
