#include "tools/train-language/train_network.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "content/base/random.h"
#include "tools/train-language/layers.h"
#include "tools/train-language/store_layers.h"

namespace recto::train {
namespace {

using Eigen::Index;
using language::kInputTables;
using language::kInputWidth;
using language::kNameLabels;
using language::kNameSources;

/// Recurrent layers, as in network.cpp.
enum Recurrent : std::size_t { FirstLayer, TreeLayer, NameLayer, RecurrentLayers };

constexpr double kWarmUp = 200;  ///< steps until the full rate is reached, or a tenth of all

Index index(std::size_t i) {
  return static_cast<Index>(i);
}

/// Examples that are learned from together; rows of words stand sentence by sentence.
struct Batch {
  explicit Batch(std::vector<const NetworkExample*> sentences) : examples(std::move(sentences)) {
    std::stable_sort(examples.begin(), examples.end(),
                     [](auto* a, auto* b) { return a->words.size() > b->words.size(); });
    for (const NetworkExample* example : examples) {
      begins.push_back(rows);
      rows += example->words.size();
    }
    for (std::size_t step = 0; step < examples.front()->words.size(); ++step) {
      std::size_t active = 0;
      for (; active < examples.size() && examples[active]->words.size() > step; ++active) {
        forward.rows.push_back(begins[active] + step);
        backward.rows.push_back(begins[active] + examples[active]->words.size() - 1 - step);
      }
      forward.steps.push_back(active);
    }
    backward.steps = forward.steps;
  }

  /// One label of each word.
  [[nodiscard]] std::vector<int> labels(std::vector<int> NetworkExample::*of) const {
    std::vector<int> all;
    for (const NetworkExample* example : examples) {
      const std::vector<int>& labels = example->*of;
      if (labels.empty())
        all.insert(all.end(), example->words.size(), -1);
      else
        all.insert(all.end(), labels.begin(), labels.end());
    }
    return all;
  }

  std::size_t rows = 0;
  std::vector<const NetworkExample*> examples;
  std::vector<std::size_t> begins;
  StepOrder forward;
  StepOrder backward;
};

class NetworkTrainer {
 public:
  NetworkTrainer(const std::vector<NetworkExample>& examples, const NetworkLabels& labels,
                 const NetworkOptions& options)
      : examples_(examples), labels_(labels), options_(options), random_(options.seed) {
    const std::size_t both = 2 * options.state;
    for (const language::InputTable& table : kInputTables) {
      const std::size_t rows = table.rows == 0 ? labels.word_counts.size() : table.rows;
      tables_.emplace_back(rows, table.width);
      tables_.back().fill(0.4F, random_);
    }
    for (std::size_t layer = 0; layer < RecurrentLayers; ++layer)
      for (int direction = 0; direction < 2; ++direction)
        lstms_.emplace_back(layer == FirstLayer ? kInputWidth : both + options.tag_vector,
                            state_of(layer), random_);
    tag_ = Linear(both, labels.tags, random_);
    tag_vector_ = Linear(labels.tags, options.tag_vector, random_);
    arc_word_ = Linear(both, options.arc, random_);
    arc_head_ = Linear(both, options.arc, random_);
    arc_product_ = Linear(options.arc, options.arc, random_);
    arc_root_ = Parameter(1, options.arc);
    arc_root_.fill(0.1F, random_);
    relation_word_ = Linear(both, options.relation, random_);
    relation_head_ = Linear(both, options.relation, random_);
    relation_root_ = Parameter(1, options.relation);
    relation_ = Linear(options.relation, labels.relations, random_);
    name_vector_ = Linear(both + 2 * options.name_state, options.name, random_);
    for (std::size_t source = 0; source < kNameSources; ++source)
      names_.emplace_back(options.name, kNameLabels, random_);
  }

  Sections train(const AfterRound& after_round) {
    std::size_t steps = 0;
    for (int round = 0; round < options_.rounds; ++round)
      steps = std::max(steps, batches().size());
    steps *= static_cast<std::size_t>(options_.rounds);
    warm_up_ = std::min(kWarmUp, static_cast<double>(steps) / 10);
    for (int round = 0; round < options_.rounds; ++round) {
      double loss = 0;
      std::size_t words = 0;
      for (const auto& sentences : batches()) {
        const Batch batch(sentences);
        loss += learn(batch);
        words += batch.rows;
        update(static_cast<double>(step_) / static_cast<double>(steps));
      }
      if (!after_round(round, loss / static_cast<double>(words), layers())) break;
    }
    return layers();
  }

 private:
  using Sentences = std::vector<const NetworkExample*>;

  /// All examples, those of like length together, in random order.
  std::vector<Sentences> batches() {
    std::vector<std::pair<double, const NetworkExample*>> order;
    for (const NetworkExample& example : examples_)
      if (!example.words.empty())
        order.emplace_back(static_cast<double>(example.words.size()) * (1 + 0.2 * random_.unit()),
                           &example);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Sentences> all;
    std::size_t words = options_.batch_words;
    for (const auto& [length, example] : order) {
      if (words + example->words.size() > options_.batch_words) {
        all.emplace_back();
        words = 0;
      }
      all.back().push_back(example);
      words += example->words.size();
    }
    random_.shuffle(all);
    return all;
  }

  /// One row a sentence, repeated for its words: 0 with the dropout's chance, else what keeps the
  /// sum.
  Matrix mask(const Batch& batch, std::size_t width) {
    Matrix all(index(batch.rows), index(width));
    const float kept = 1 / (1 - options_.dropout);
    Eigen::RowVectorXf row(index(width));
    for (std::size_t i = 0; i < batch.examples.size(); ++i) {
      for (Index k = 0; k < row.size(); ++k)
        row(k) = random_.unit() < static_cast<double>(options_.dropout) ? 0 : kept;
      all.middleRows(index(batch.begins[i]), index(batch.examples[i]->words.size())).rowwise() =
          row;
    }
    return all;
  }

  /// The row of a table that a word uses this time; -1 when it is dropped.
  int draw_row(const language::WordInput& word, std::size_t table) {
    int row = word.at(table);
    if (table == 0) {
      const auto count = static_cast<double>(labels_.word_counts[word[0]]);
      const auto drop = static_cast<double>(options_.word_dropout);
      if (random_.unit() < drop / (drop + count)) row = 0;
    }
    return random_.unit() < static_cast<double>(options_.table_dropout) ? -1 : row;
  }

  void draw_inputs(const Batch& batch) {
    rows_.clear();
    scales_.clear();
    for (const NetworkExample* example : batch.examples)
      for (const language::WordInput& word : example->words) {
        std::size_t width = 0;
        for (std::size_t table = 0; table < kInputTables.size(); ++table) {
          rows_.push_back(draw_row(word, table));
          if (rows_.back() >= 0) width += kInputTables.at(table).width;
        }
        scales_.push_back(width == 0 ? 0
                                     : static_cast<float>(kInputWidth) / static_cast<float>(width));
      }
  }

  Matrix inputs(const Batch& batch) const {
    Matrix x = Matrix::Zero(index(batch.rows), index(kInputWidth));
    for (std::size_t word = 0; word < batch.rows; ++word) {
      Index column = 0;
      for (std::size_t table = 0; table < tables_.size(); ++table) {
        const Index width = tables_[table].value.cols();
        const int row = rows_[word * tables_.size() + table];
        if (row >= 0)
          x.row(index(word)).segment(column, width) = scales_[word] * tables_[table].value.row(row);
        column += width;
      }
    }
    return x;
  }

  void inputs_backward(const Matrix& dx) {
    for (Index word = 0; word < dx.rows(); ++word) {
      Index column = 0;
      for (std::size_t table = 0; table < tables_.size(); ++table) {
        const Index width = tables_[table].value.cols();
        const int row = rows_[static_cast<std::size_t>(word) * tables_.size() + table];
        if (row >= 0)
          tables_[table].gradient.row(row) +=
              scales_[static_cast<std::size_t>(word)] * dx.row(word).segment(column, width);
        column += width;
      }
    }
  }

  [[nodiscard]] std::size_t state_of(std::size_t layer) const {
    return layer == NameLayer ? options_.name_state : options_.state;
  }

  Matrix recurrent(std::size_t layer, const Matrix& x, const Batch& batch) {
    const Index size = index(state_of(layer));
    Matrix states(x.rows(), 2 * size);
    states.leftCols(size) = lstms_[2 * layer].forward(x, batch.forward);
    states.rightCols(size) = lstms_[2 * layer + 1].forward(x, batch.backward);
    return states;
  }

  Matrix recurrent_backward(std::size_t layer, const Matrix& dstates, const Batch& batch) {
    const Index size = index(state_of(layer));
    Matrix dx = lstms_[2 * layer].backward(dstates.leftCols(size), batch.forward);
    dx += lstms_[2 * layer + 1].backward(dstates.rightCols(size), batch.backward);
    return dx;
  }

  /// Adds to the gradients of all parameters; returns the loss.
  double learn(const Batch& batch) {
    draw_inputs(batch);
    const Matrix input_mask = mask(batch, kInputWidth);
    const Matrix x = inputs(batch).cwiseProduct(input_mask);
    const Matrix state_mask = mask(batch, 2 * options_.state);
    const Matrix first = recurrent(FirstLayer, x, batch).cwiseProduct(state_mask);

    const Matrix tag_scores = tag_.forward(first);
    Matrix dtags;
    double loss = cross_entropy(tag_scores, batch.labels(&NetworkExample::tags), dtags);
    const Matrix shares = softmax_rows(tag_scores);
    Matrix next(first.rows(), first.cols() + index(options_.tag_vector));
    next << first, tag_vector_.forward(shares);

    const Matrix tree_mask = mask(batch, 2 * options_.state);
    const Matrix of_trees = recurrent(TreeLayer, next, batch).cwiseProduct(tree_mask);
    Matrix dtrees = Matrix::Zero(of_trees.rows(), of_trees.cols());
    loss += learn_arcs(batch, of_trees, dtrees);
    loss += learn_relations(batch, of_trees, dtrees);

    const Matrix name_mask = mask(batch, 2 * options_.name_state);
    Matrix of_names(first.rows(), first.cols() + name_mask.cols());
    of_names << first, recurrent(NameLayer, next, batch).cwiseProduct(name_mask);
    Matrix dnames = Matrix::Zero(of_names.rows(), of_names.cols());
    loss += learn_names(batch, of_names, dnames);

    Matrix dnext = recurrent_backward(TreeLayer, dtrees.cwiseProduct(tree_mask), batch);
    dnext += recurrent_backward(NameLayer,
                                dnames.rightCols(name_mask.cols()).cwiseProduct(name_mask), batch);
    Matrix dfirst = dnext.leftCols(first.cols()) + dnames.leftCols(first.cols());
    dtags += softmax_backward(
        shares, tag_vector_.backward(shares, dnext.rightCols(index(options_.tag_vector))));
    dfirst += tag_.backward(first, dtags);
    const Matrix dx = recurrent_backward(FirstLayer, dfirst.cwiseProduct(state_mask), batch);
    inputs_backward(dx.cwiseProduct(input_mask));
    words_ = batch.rows;
    return loss;
  }

  double learn_arcs(const Batch& batch, const Matrix& states, Matrix& dstates) {
    const Matrix word_sums = arc_word_.forward(states);
    const Matrix head_sums = arc_head_.forward(states);
    const Matrix word_mask = mask(batch, options_.arc);
    const Matrix head_mask = mask(batch, options_.arc);
    const Matrix words = leaky(word_sums).cwiseProduct(word_mask);
    const Matrix heads = leaky(head_sums).cwiseProduct(head_mask);
    const Matrix seeking = arc_product_.forward(words);
    Matrix dseeking = Matrix::Zero(seeking.rows(), seeking.cols());
    Matrix dheads = Matrix::Zero(heads.rows(), heads.cols());
    double loss = 0;
    for (std::size_t i = 0; i < batch.examples.size(); ++i) {
      const NetworkExample& example = *batch.examples[i];
      if (example.heads.empty()) continue;
      const Index size = index(example.words.size());
      const Index begin = index(batch.begins[i]);
      Matrix sought(size + 1, heads.cols());
      sought << heads.middleRows(begin, size), arc_root_.value;
      Matrix scores = seeking.middleRows(begin, size) * sought.transpose();
      scores.leftCols(size).diagonal().setConstant(-1e9F);
      Matrix dscores;
      loss += cross_entropy(scores, example.heads, dscores);
      dseeking.middleRows(begin, size) = dscores * sought;
      const Matrix dsought = dscores.transpose() * seeking.middleRows(begin, size);
      dheads.middleRows(begin, size) = dsought.topRows(size);
      arc_root_.gradient += dsought.bottomRows(1);
    }
    const Matrix dwords = arc_product_.backward(words, dseeking);
    dstates +=
        arc_word_.backward(states, leaky_backward(word_sums, dwords.cwiseProduct(word_mask)));
    dstates +=
        arc_head_.backward(states, leaky_backward(head_sums, dheads.cwiseProduct(head_mask)));
    return loss;
  }

  double learn_relations(const Batch& batch, const Matrix& states, Matrix& dstates) {
    Matrix sums = relation_word_.forward(states);
    const Matrix heads = relation_head_.forward(states);
    const auto head_row = [&](std::size_t i, std::size_t word) {
      const int head = batch.examples[i]->heads[word];
      return head == static_cast<int>(batch.examples[i]->words.size())
                 ? Index{-1}
                 : index(batch.begins[i]) + head;
    };
    const auto each_word = [&](const auto& act) {
      for (std::size_t i = 0; i < batch.examples.size(); ++i)
        for (std::size_t word = 0; word < batch.examples[i]->heads.size(); ++word)
          act(index(batch.begins[i] + word), head_row(i, word));
    };
    each_word([&](Index row, Index head) {
      if (head < 0)
        sums.row(row) += relation_root_.value.row(0);
      else
        sums.row(row) += heads.row(head);
    });
    const Matrix drop = mask(batch, options_.relation);
    const Matrix pairs = leaky(sums).cwiseProduct(drop);
    Matrix dscores;
    const double loss =
        cross_entropy(relation_.forward(pairs), batch.labels(&NetworkExample::relations), dscores);
    const Matrix dsums =
        leaky_backward(sums, relation_.backward(pairs, dscores).cwiseProduct(drop));
    Matrix dheads = Matrix::Zero(heads.rows(), heads.cols());
    each_word([&](Index row, Index head) {
      if (head < 0)
        relation_root_.gradient.row(0) += dsums.row(row);
      else
        dheads.row(head) += dsums.row(row);
    });
    dstates += relation_word_.backward(states, dsums);
    dstates += relation_head_.backward(states, dheads);
    return loss;
  }

  double learn_names(const Batch& batch, const Matrix& states, Matrix& dstates) {
    const Matrix sums = name_vector_.forward(states);
    const Matrix drop = mask(batch, options_.name);
    const Matrix vectors = leaky(sums).cwiseProduct(drop);
    Matrix dvectors = Matrix::Zero(vectors.rows(), vectors.cols());
    double loss = 0;
    for (std::size_t source = 0; source < kNameSources; ++source) {
      std::vector<int> labels(batch.rows, -1);
      bool any = false;
      for (std::size_t i = 0; i < batch.examples.size(); ++i)
        if (batch.examples[i]->name_source == static_cast<int>(source)) {
          std::copy(batch.examples[i]->names.begin(), batch.examples[i]->names.end(),
                    labels.begin() + static_cast<std::ptrdiff_t>(batch.begins[i]));
          any = true;
        }
      if (!any) continue;
      Matrix dscores;
      loss += cross_entropy(names_[source].forward(vectors), labels, dscores);
      dvectors += names_[source].backward(vectors, dscores);
    }
    dstates += name_vector_.backward(states, leaky_backward(sums, dvectors.cwiseProduct(drop)));
    return loss;
  }

  std::vector<Parameter*> parameters() {
    std::vector<Parameter*> all;
    for (Parameter& table : tables_)
      all.push_back(&table);
    const auto add = [&](Linear& linear) {
      all.push_back(&linear.weight);
      all.push_back(&linear.bias);
    };
    for (LstmLayer& lstm : lstms_) {
      add(lstm.input);
      all.push_back(&lstm.state);
    }
    for (Linear* linear : {&tag_, &tag_vector_, &arc_word_, &arc_head_, &arc_product_,
                           &relation_word_, &relation_head_, &relation_, &name_vector_})
      add(*linear);
    for (Linear& linear : names_)
      add(linear);
    all.push_back(&arc_root_);
    all.push_back(&relation_root_);
    return all;
  }

  /// One step of Adam at `progress` of the training, in [0, 1].
  void update(double progress) {
    constexpr double kLastShare = 0.05;
    const std::vector<Parameter*> all = parameters();
    double square = 0;
    const float per_word = 1 / static_cast<float>(words_);
    for (const Parameter* parameter : all)
      square += static_cast<double>(parameter->gradient.squaredNorm());
    const auto norm = static_cast<float>(std::sqrt(square)) * per_word;
    ++step_;
    const double warm = std::min(1.0, static_cast<double>(step_) / warm_up_);
    AdamStep adam;
    adam.rate = options_.rate * static_cast<float>(warm * (1 - (1 - kLastShare) * progress));
    adam.gradient_scale = per_word * std::min(1.0F, options_.gradient_norm / norm);
    adam.step = step_;
    for (Parameter* parameter : all)
      step(*parameter, adam);
  }

  Sections layers() {
    namespace names = language::layers;
    Sections sections;
    const auto add = [&](std::string_view name, const Linear& linear) {
      sections[std::string(name)] = dense_bytes(linear.weight.average, linear.bias.average);
    };
    for (std::size_t table = 0; table < tables_.size(); ++table)
      sections[names::input(kInputTables.at(table).name)] = embedding_bytes(tables_[table].average);
    for (std::size_t i = 0; i < lstms_.size(); ++i) {
      add(names::lstm(i / 2, i % 2 == 1, false), lstms_[i].input);
      const Matrix no_bias = Matrix::Zero(1, lstms_[i].state.value.rows());
      sections[names::lstm(i / 2, i % 2 == 1, true)] =
          dense_bytes(lstms_[i].state.average, no_bias);
    }
    add(names::kTags, tag_);
    add(names::kTagVector, tag_vector_);
    add(names::kArcWord, arc_word_);
    add(names::kArcHead, arc_head_);
    add(names::kArcProduct, arc_product_);
    add(names::kRelationWord, relation_word_);
    add(names::kRelationHead, relation_head_);
    add(names::kRelation, relation_);
    add(names::kNameVector, name_vector_);
    for (std::size_t source = 0; source < kNameSources; ++source)
      add(names::names(source), names_[source]);
    sections[std::string(names::kArcRoot)] = embedding_bytes(arc_root_.average);
    sections[std::string(names::kRelationRoot)] = embedding_bytes(relation_root_.average);
    return sections;
  }

  const std::vector<NetworkExample>& examples_;
  const NetworkLabels& labels_;
  const NetworkOptions& options_;
  Random random_;

  std::vector<Parameter> tables_;
  std::vector<LstmLayer> lstms_;  ///< [layer][direction]
  Linear tag_, tag_vector_, arc_word_, arc_head_, arc_product_;
  Linear relation_word_, relation_head_, relation_, name_vector_;
  std::vector<Linear> names_;  ///< by NameSource
  Parameter arc_root_, relation_root_;

  std::vector<int> rows_;      ///< [words][tables] of the batch at hand
  std::vector<float> scales_;  ///< [words], what makes up for dropped tables
  std::size_t words_ = 0;
  double warm_up_ = kWarmUp;
  std::uint32_t step_ = 0;
};

}  // namespace

Sections train_network(const std::vector<NetworkExample>& examples, const NetworkLabels& labels,
                       const NetworkOptions& options, const AfterRound& after_round) {
  return NetworkTrainer(examples, labels, options).train(after_round);
}

}  // namespace recto::train
