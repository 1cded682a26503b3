#include "tools/language/network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "content/base/utf8.h"
#include "tools/language/slots.h"
#include "tools/language/spanning_tree.h"

namespace recto::language {
namespace {

/// The second and the name layer both read what the first and the tags say.
enum Recurrent : std::size_t { FirstLayer, TreeLayer, NameLayer, RecurrentLayers };
constexpr std::size_t kDirections = 2;

/// Places in Network::dense_.
enum Layer : std::size_t {
  TagLayer,
  TagVectorLayer,
  ArcWordLayer,
  ArcHeadLayer,
  ArcProductLayer,
  RelationWordLayer,
  RelationHeadLayer,
  RelationLayer,
  NameVectorLayer,
  NameLayers,
};
constexpr std::array<std::string_view, NameLayers> kDense = {
    layers::kTags,         layers::kTagVector,  layers::kArcWord,
    layers::kArcHead,      layers::kArcProduct, layers::kRelationWord,
    layers::kRelationHead, layers::kRelation,   layers::kNameVector};
enum Root : std::size_t { ArcRootRow, RelationRootRow };

/// Products of two layers: numbers are cut to ±2047, 128 for 1.
constexpr int kProductShift = 3;
constexpr float kProductOne =
    (kFixedOne / (1 << kProductShift)) * (kFixedOne / (1 << kProductShift));

void narrow(std::vector<Fixed>& numbers) {
  for (Fixed& number : numbers)
    number = static_cast<Fixed>(
        std::clamp((number + (1 << (kProductShift - 1))) >> kProductShift, -2047, 2047));
}

/// Rows without what fills the last group of a layer's outputs.
void copy_rows(const std::vector<float>& from, const Dense& layer, bool leaky, std::size_t rows,
               std::vector<Fixed>& to) {
  to.resize(rows * layer.outputs());
  for (std::size_t row = 0; row < rows; ++row) {
    const std::span<const float> numbers(from.data() + row * layer.width(), layer.outputs());
    Fixed* place = to.data() + row * layer.outputs();
    leaky ? to_fixed_leaky(numbers, place) : to_fixed(numbers, place);
  }
}

/// Each row of `a` and behind it that of `b`.
std::vector<Fixed> beside(const std::vector<Fixed>& a, const std::vector<Fixed>& b,
                          std::size_t rows) {
  std::vector<Fixed> both(a.size() + b.size());
  const std::size_t first = rows == 0 ? 0 : a.size() / rows;
  const std::size_t second = rows == 0 ? 0 : b.size() / rows;
  for (std::size_t row = 0; row < rows; ++row) {
    Fixed* to = both.data() + row * (first + second);
    std::copy_n(a.data() + row * first, first, to);
    std::copy_n(b.data() + row * second, second, to + first);
  }
  return both;
}

std::vector<Fixed> leaky_layer(const Dense& layer, const std::vector<Fixed>& x, std::size_t rows) {
  std::vector<float> y(rows * layer.width());
  layer.apply(x.data(), rows, y.data());
  std::vector<Fixed> fixed;
  copy_rows(y, layer, true, rows, fixed);
  return fixed;
}

/// Whether label `after` may follow `before`: a name's further words follow its first.
bool may_follow(std::size_t before, std::size_t after) {
  const bool further = after != 0 && after % 2 == 0;
  return !further || before == after || before + 1 == after;
}

/// The likeliest legal labels. probabilities [words][kNameLabels].
std::vector<std::size_t> best_labels(std::span<const float> probabilities, std::size_t words) {
  constexpr float kLeast = 1e-6F;
  std::vector<std::array<std::size_t, kNameLabels>> from(words);
  std::array<float, kNameLabels> best{};
  best.fill(1.0F);
  for (std::size_t word = 0; word < words; ++word) {
    std::array<float, kNameLabels> next{};
    float most = 0;
    for (std::size_t label = 0; label < kNameLabels; ++label) {
      const float here = std::max(probabilities[word * kNameLabels + label], kLeast);
      for (std::size_t before = 0; before < kNameLabels; ++before) {
        const bool legal =
            word == 0 ? before == 0 && may_follow(0, label) : may_follow(before, label);
        if (legal && best.at(before) * here > next.at(label)) {
          next.at(label) = best.at(before) * here;
          from[word].at(label) = before;
        }
      }
      most = std::max(most, next.at(label));
    }
    for (float& value : next)
      value /= most;
    best = next;
  }
  std::vector<std::size_t> labels(words);
  auto label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t word = words; word-- > 0;) {
    labels[word] = label;
    label = from[word].at(label);
  }
  return labels;
}

std::vector<Name> names_of(std::span<const float> probabilities, std::size_t words) {
  const std::vector<std::size_t> labels = best_labels(probabilities, words);
  const auto probability = [&](std::size_t word, std::size_t label) {
    return probabilities[word * kNameLabels + label];
  };
  std::vector<Name> names;
  for (std::size_t at = 0; at < words;) {
    const std::size_t first = labels[at];
    if (first == 0) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    float chance = probability(at, first);
    for (; end < words && labels[end] == first + 1; ++end)
      chance *= probability(end, first + 1);
    if (end < words) chance *= 1 - probability(end, first + 1);
    names.push_back({static_cast<WordId>(at), static_cast<WordId>(end),
                     static_cast<NameKind>((first - 1) / 2), chance});
    at = end;
  }
  return names;
}

}  // namespace

namespace layers {

std::string input(std::string_view table) {
  return "input." + std::string(table);
}

std::string lstm(std::size_t layer, bool backward, bool state) {
  return "lstm" + std::to_string(layer) + (backward ? ".backward" : ".forward") +
         (state ? ".state" : ".input");
}

std::string names(std::size_t source) {
  return "name." + std::to_string(source);
}

}  // namespace layers

/// Sentences that are read together, the longest first. Rows of words stand sentence by sentence;
/// recurrent layers want them by steps.
struct Network::Batch {
  /// Adds a sentence that is not longer than those before.
  void add(const std::vector<WordInput>& sentence, SentenceReading& reading) {
    inputs.push_back(&sentence);
    readings.push_back(&reading);
    begins.push_back(rows);
    lengths.push_back(sentence.size());
    rows += sentence.size();
  }

  /// After the last sentence.
  void find_steps() {
    for (std::size_t step = 0; step < lengths.front(); ++step) {
      std::size_t active = 0;
      for (; active < lengths.size() && lengths[active] > step; ++active) {
        forward.push_back(begins[active] + step);
        backward.push_back(begins[active] + lengths[active] - 1 - step);
      }
      steps.push_back(active);
    }
  }

  std::vector<const std::vector<WordInput>*> inputs;
  std::vector<SentenceReading*> readings;
  std::size_t rows = 0;
  std::vector<std::size_t> begins;
  std::vector<std::size_t> lengths;
  std::vector<std::size_t> steps;    ///< rows of each
  std::vector<std::size_t> forward;  ///< rows in the order of steps
  std::vector<std::size_t> backward;
};

Result<Network> Network::open(const Container& container) {
  Network network;
  network.known_ = {RECTO_TRY(WordTable::open(container.section(layers::kWords))),
                    RECTO_TRY(WordTable::open(container.section(layers::kClasses)))};
  for (const std::string_view line : lines_of(container.section(layers::kTagNames))) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos)
      return damaged_model("the tags of the language model are damaged");
    network.tags_.push_back({line.substr(0, blank), line.substr(blank + 1)});
  }
  network.relations_ = lines_of(container.section(layers::kRelations));
  for (const InputTable& table : kInputTables)
    network.inputs_.push_back(
        RECTO_TRY(Embedding::open(container.section(layers::input(table.name)))));
  for (std::size_t layer = 0; layer < RecurrentLayers; ++layer)
    for (const bool backward : {false, true})
      network.lstms_.push_back(
          RECTO_TRY(Lstm::open(container.section(layers::lstm(layer, backward, false)),
                               container.section(layers::lstm(layer, backward, true)))));
  for (const std::string_view name : kDense)
    network.dense_.push_back(RECTO_TRY(Dense::open(container.section(name))));
  for (std::size_t source = 0; source < kNameSources; ++source)
    network.dense_.push_back(RECTO_TRY(Dense::open(container.section(layers::names(source)))));
  for (const std::string_view name : {layers::kArcRoot, layers::kRelationRoot})
    network.roots_.push_back(RECTO_TRY(Embedding::open(container.section(name))));
  if (!network.fits()) return damaged_model("layers of the language model do not fit together");
  return network;
}

bool Network::fits() const {
  bool fit = true;
  for (std::size_t i = 0; i < kInputTables.size(); ++i)
    fit &= inputs_[i].width() == kInputTables.at(i).width;
  const auto states = [&](std::size_t layer) {
    return kDirections * lstms_[layer * kDirections].size();
  };
  const std::size_t both = states(FirstLayer);
  const std::size_t trees = states(TreeLayer);
  for (std::size_t i = 0; i < lstms_.size(); ++i) {
    const std::size_t inputs =
        i < kDirections ? kInputWidth : both + dense_[TagVectorLayer].outputs();
    fit &=
        kDirections * lstms_[i].size() == states(i / kDirections) && lstms_[i].inputs() == inputs;
  }
  const auto is = [&](std::size_t layer, std::size_t inputs, std::size_t outputs) {
    return dense_[layer].inputs() == inputs && dense_[layer].outputs() == outputs;
  };
  const std::size_t arc = dense_[ArcHeadLayer].outputs();
  const std::size_t relation = dense_[RelationHeadLayer].outputs();
  // The tags' distribution is a layer's input, and inputs are even.
  fit &= !tags_.empty() && tags_.size() <= 256 && !relations_.empty() && relations_.size() <= 256;
  fit &= is(TagLayer, both, tags_.size()) &&
         dense_[TagVectorLayer].inputs() == tags_.size() + tags_.size() % 2;
  fit &= is(ArcWordLayer, trees, dense_[ArcProductLayer].inputs()) &&
         is(ArcHeadLayer, trees, arc) && dense_[ArcProductLayer].outputs() == arc &&
         roots_[ArcRootRow].width() == arc && arc <= 4096;
  fit &= is(RelationWordLayer, trees, relation) && is(RelationHeadLayer, trees, relation) &&
         is(RelationLayer, relation, relations_.size()) &&
         roots_[RelationRootRow].width() == relation;
  for (std::size_t source = 0; source < kNameSources; ++source)
    fit &= is(NameLayers + source, dense_[NameVectorLayer].outputs(), kNameLabels);
  return fit && dense_[NameVectorLayer].inputs() == both + states(NameLayer);
}

std::vector<SentenceReading> Network::read(std::span<const std::vector<WordInput>> sentences,
                                           const NameWeights& weights) const {
  std::vector<SentenceReading> readings(sentences.size());
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Sentences of like length go through the layers in step.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return sentences[a].size() > sentences[b].size();
  });
  for (std::size_t at = 0; at < order.size();) {
    Batch batch;
    do {
      batch.add(sentences[order[at]], readings[order[at]]);
      ++at;
    } while (at < order.size() && batch.rows + sentences[order[at]].size() <= kBatchWords);
    read_batch(batch, weights);
  }
  return readings;
}

void Network::read_batch(Batch& batch, const NameWeights& weights) const {
  batch.find_steps();
  std::vector<Fixed> inputs(batch.rows * kInputWidth);
  Fixed* to = inputs.data();
  for (std::size_t i = 0; i < batch.inputs.size(); ++i) {
    batch.readings[i]->words.resize(batch.lengths[i]);
    for (const WordInput& word : *batch.inputs[i])
      for (std::size_t table = 0; table < inputs_.size(); ++table) {
        inputs_[table].copy(word.at(table), to);
        to += inputs_[table].width();
      }
  }
  const std::vector<Fixed> first = recurrent(FirstLayer, inputs, batch);
  const std::vector<Fixed> next = read_tags(batch, first);
  const std::vector<Fixed> of_trees = recurrent(TreeLayer, next, batch);
  read_trees(batch, of_trees);
  read_relations(batch, of_trees);
  const std::vector<Fixed> of_names = recurrent(NameLayer, next, batch);
  read_names(batch, beside(first, of_names, batch.rows), weights);
}

std::vector<Fixed> Network::recurrent(std::size_t layer, const std::vector<Fixed>& x,
                                      const Batch& batch) const {
  const std::size_t size = lstms_[layer * kDirections].size();
  std::vector<Fixed> states(batch.rows * kDirections * size);
  for (std::size_t direction = 0; direction < kDirections; ++direction) {
    const Lstm& lstm = lstms_[layer * kDirections + direction];
    const std::vector<std::size_t>& order = direction == 0 ? batch.forward : batch.backward;
    std::vector<Fixed> in(batch.rows * lstm.inputs());
    for (std::size_t row = 0; row < batch.rows; ++row)
      std::copy_n(x.data() + order[row] * lstm.inputs(), lstm.inputs(),
                  in.data() + row * lstm.inputs());
    std::vector<Fixed> out(batch.rows * size);
    lstm.run(in.data(), batch.steps, out.data());
    for (std::size_t row = 0; row < batch.rows; ++row)
      std::copy_n(out.data() + row * size, size,
                  states.data() + (order[row] * kDirections + direction) * size);
  }
  return states;
}

std::vector<Fixed> Network::read_tags(const Batch& batch, const std::vector<Fixed>& states) const {
  const Dense& layer = dense_[TagLayer];
  const Dense& vector = dense_[TagVectorLayer];
  std::vector<float> scores(batch.rows * layer.width());
  layer.apply(states.data(), batch.rows, scores.data());
  std::vector<Fixed> shares(batch.rows * vector.inputs(), 0);
  for (std::size_t i = 0; i < batch.begins.size(); ++i)
    for (std::size_t word = 0; word < batch.lengths[i]; ++word) {
      const std::size_t row = batch.begins[i] + word;
      const std::span<float> probabilities(scores.data() + row * layer.width(), layer.outputs());
      softmax(probabilities);
      const auto best = std::max_element(probabilities.begin(), probabilities.end());
      batch.readings[i]->words[word].tag = static_cast<std::uint8_t>(best - probabilities.begin());
      batch.readings[i]->words[word].tag_probability = *best;
      to_fixed(probabilities, shares.data() + row * vector.inputs());
    }
  std::vector<float> y(batch.rows * vector.width());
  vector.apply(shares.data(), batch.rows, y.data());
  std::vector<Fixed> vectors;
  copy_rows(y, vector, false, batch.rows, vectors);
  return beside(states, vectors, batch.rows);
}

void Network::read_trees(const Batch& batch, const std::vector<Fixed>& states) const {
  const Dense& by_product = dense_[ArcProductLayer];
  const std::vector<Fixed> words = leaky_layer(dense_[ArcWordLayer], states, batch.rows);
  std::vector<float> y(batch.rows * by_product.width());
  by_product.apply(words.data(), batch.rows, y.data());
  std::vector<Fixed> seeking;
  copy_rows(y, by_product, false, batch.rows, seeking);
  std::vector<Fixed> sought = leaky_layer(dense_[ArcHeadLayer], states, batch.rows);
  std::vector<Fixed> root(by_product.outputs());
  roots_[ArcRootRow].copy(0, root.data());
  narrow(seeking);
  narrow(sought);
  narrow(root);
  const std::size_t size = by_product.outputs();
  for (std::size_t i = 0; i < batch.begins.size(); ++i) {
    const std::size_t length = batch.lengths[i];
    const std::size_t begin = batch.begins[i];
    std::vector<float> scores(length * (length + 1));
    for (std::size_t word = 0; word < length; ++word)
      for (std::size_t head = 0; head <= length; ++head) {
        const Fixed* other = head == length ? root.data() : sought.data() + (begin + head) * size;
        scores[word * (length + 1) + head] =
            static_cast<float>(product(seeking.data() + (begin + word) * size, other, size)) /
            kProductOne;
      }
    const std::vector<WordId> heads = best_tree(scores, length);
    for (std::size_t word = 0; word < length; ++word) {
      const std::span<float> row(scores.data() + word * (length + 1), length + 1);
      row[word] = -100 + *std::min_element(row.begin(), row.end());  // never its own head
      softmax(row);
      batch.readings[i]->words[word].head = heads[word];
      batch.readings[i]->words[word].head_probability = row[heads[word]];
    }
  }
}

void Network::read_relations(const Batch& batch, const std::vector<Fixed>& states) const {
  const Dense& by_word = dense_[RelationWordLayer];
  const Dense& by_head = dense_[RelationHeadLayer];
  const Dense& layer = dense_[RelationLayer];
  const std::size_t size = by_word.outputs();
  std::vector<float> words(batch.rows * by_word.width());
  std::vector<float> heads(batch.rows * by_head.width());
  by_word.apply(states.data(), batch.rows, words.data());
  by_head.apply(states.data(), batch.rows, heads.data());
  std::vector<Fixed> fixed_root(size);
  roots_[RelationRootRow].copy(0, fixed_root.data());
  std::vector<float> root(size);
  std::transform(fixed_root.begin(), fixed_root.end(), root.begin(),
                 [](Fixed number) { return static_cast<float>(number) / kFixedOne; });
  std::vector<Fixed> pairs(batch.rows * size);
  for (std::size_t i = 0; i < batch.begins.size(); ++i)
    for (std::size_t word = 0; word < batch.lengths[i]; ++word) {
      const std::size_t row = batch.begins[i] + word;
      const std::size_t head = batch.readings[i]->words[word].head;
      const float* other = head == batch.lengths[i]
                               ? root.data()
                               : heads.data() + (batch.begins[i] + head) * by_head.width();
      float* sum = words.data() + row * by_word.width();
      for (std::size_t k = 0; k < size; ++k)
        sum[k] += other[k];
      to_fixed_leaky({sum, size}, pairs.data() + row * size);
    }
  std::vector<float> scores(batch.rows * layer.width());
  layer.apply(pairs.data(), batch.rows, scores.data());
  for (std::size_t i = 0; i < batch.begins.size(); ++i)
    for (std::size_t word = 0; word < batch.lengths[i]; ++word) {
      WordReading& reading = batch.readings[i]->words[word];
      const std::span<float> row(scores.data() + (batch.begins[i] + word) * layer.width(),
                                 layer.outputs());
      softmax(row);
      // Relation 0 is "root", which the root's child has and nothing else.
      const bool root_child = reading.head == batch.lengths[i];
      const auto best = root_child || row.size() == 1
                            ? row.begin()
                            : std::max_element(row.begin() + 1, row.end());
      reading.relation = static_cast<std::uint8_t>(best - row.begin());
      reading.relation_probability = root_child ? 1 : *best;
    }
}

void Network::read_names(const Batch& batch, const std::vector<Fixed>& states,
                         const NameWeights& weights) const {
  const std::vector<Fixed> vectors = leaky_layer(dense_[NameVectorLayer], states, batch.rows);
  std::vector<float> mixed(batch.rows * kNameLabels, 0);
  const float all = std::accumulate(weights.begin(), weights.end(), 0.0F);
  for (std::size_t source = 0; source < kNameSources; ++source) {
    if (weights.at(source) == 0) continue;
    const Dense& layer = dense_[NameLayers + source];
    std::vector<float> scores(batch.rows * layer.width());
    layer.apply(vectors.data(), batch.rows, scores.data());
    for (std::size_t row = 0; row < batch.rows; ++row) {
      const std::span<float> labels(scores.data() + row * layer.width(), kNameLabels);
      softmax(labels);
      for (std::size_t label = 0; label < kNameLabels; ++label)
        mixed[row * kNameLabels + label] += labels[label] * weights.at(source) / all;
    }
  }
  for (std::size_t i = 0; i < batch.begins.size(); ++i)
    batch.readings[i]->names =
        names_of({mixed.data() + batch.begins[i] * kNameLabels, batch.lengths[i] * kNameLabels},
                 batch.lengths[i]);
}

}  // namespace recto::language
