#include "tools/train-language/train_tagger.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/base/random.h"
#include "tools/language/forms.h"
#include "tools/train-language/perceptron.h"

namespace recto::train {
namespace {

using language::Form;
using language::TagId;
using language::TagWord;

/// A word that occurred so often and always alike gets its tag at once.
constexpr std::size_t kOftenAlike = 30;

/// A tag that a word of so many occurrences has in one of twenty belongs to its set.
constexpr std::size_t kFewestSeen = 3;
constexpr std::size_t kRare = 20;

using Counts = std::map<TagId, std::size_t>;

std::size_t total_of(const Counts& counts) {
  std::size_t total = 0;
  for (const auto& [tag, count] : counts)
    total += count;
  return total;
}

struct Example {
  std::vector<TagWord> words;
  std::vector<TagId> tags;
};

/// The words of the training data with their tags, counted.
struct Seen {
  std::map<std::uint64_t, Counts> by_word;   ///< by only_tag_key
  std::map<std::uint64_t, Counts> by_lower;  ///< by ambiguity_key
};

class TaggerTrainer {
 public:
  TaggerTrainer(const std::vector<const TreebankSentence*>& sentences,
                const LexiconClass& lexicon) {
    std::set<std::string> names;
    for (const TreebankSentence* sentence : sentences)
      for (const Word& word : sentence->words)
        names.insert(tag_name(word));
    for (const std::string& name : names)
      ids_.emplace(name, static_cast<TagId>(ids_.size()));
    for (const TreebankSentence* sentence : sentences)
      add(*sentence, lexicon);
    write_words();
    for (Example& example : examples_)
      for (TagWord& word : example.words)
        word.ambiguity = sets_[language::ambiguity_key(word.form)];
  }

  TaggerBytes train(const TaggerOptions& options) {
    Perceptron perceptron(ids_.size(), options.least_updates);
    Random random(options.seed);
    learn_in_rounds(options.rounds, examples_.size(), random,
                    [&](std::size_t at, int /*round*/) { learn(examples_[at], perceptron); });
    TaggerBytes bytes;
    for (const auto& [name, id] : ids_)
      bytes.tags += name + "\n";
    bytes.words = language::word_table_bytes(words_);
    bytes.weights = language::sparse_bytes(perceptron.averaged(), ids_.size());
    return bytes;
  }

 private:
  void add(const TreebankSentence& sentence, const LexiconClass& lexicon) {
    Example& example = examples_.emplace_back();
    for (const Word& word : sentence.words) {
      const TagId tag = ids_.at(tag_name(word));
      example.words.push_back(
          {language::form_of(word.form), language::class_of(lexicon, word.form), 0});
      example.tags.push_back(tag);
      const Form& form = example.words.back().form;
      ++seen_.by_word[language::only_tag_key(form)][tag];
      ++seen_.by_lower[language::ambiguity_key(form)][tag];
    }
  }

  void write_words() {
    for (const auto& [key, counts] : seen_.by_word) {
      if (counts.size() != 1 || counts.begin()->second < kOftenAlike) continue;
      only_[key] = counts.begin()->first;
      words_.emplace_back(key, counts.begin()->first);
    }
    std::map<std::vector<TagId>, std::uint16_t> sets;
    for (const auto& [key, counts] : seen_.by_lower) {
      const std::size_t total = total_of(counts);
      if (total < kFewestSeen) continue;
      std::vector<TagId> tags;
      for (const auto& [tag, count] : counts)
        if (count * kRare >= total) tags.push_back(tag);
      const auto set =
          sets.emplace(tags, static_cast<std::uint16_t>(sets.size() + 1)).first->second;
      sets_[key] = set;
      words_.emplace_back(key, set);
    }
  }

  void learn(const Example& example, Perceptron& perceptron) {
    TagId before = language::kNoTag;
    TagId second = language::kNoTag;
    scores_.resize(ids_.size());
    for (std::size_t at = 0; at < example.words.size(); ++at) {
      TagId chosen = example.tags[at];
      if (!only_.contains(language::only_tag_key(example.words[at].form))) {
        features_.clear();
        language::add_tag_features(example.words, at, before, second, features_);
        perceptron.score(features_, scores_);
        chosen =
            static_cast<TagId>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
        perceptron.learn(features_, example.tags[at], chosen);
      }
      second = std::exchange(before, chosen);
    }
  }

  std::map<std::string, TagId> ids_;
  std::vector<Example> examples_;
  Seen seen_;
  std::map<std::uint64_t, TagId> only_;
  std::map<std::uint64_t, std::uint16_t> sets_;
  std::vector<std::pair<std::uint64_t, std::uint16_t>> words_;
  std::vector<std::uint64_t> features_;
  std::vector<std::int32_t> scores_;
};

}  // namespace

std::string tag_name(const Word& word) {
  return word.upos + " " + word.xpos;
}

TaggerBytes train_tagger(const std::vector<const TreebankSentence*>& sentences,
                         const LexiconClass& lexicon, const TaggerOptions& options) {
  return TaggerTrainer(sentences, lexicon).train(options);
}

std::vector<language::TagWord> tag_words_of(const TreebankSentence& sentence,
                                            const language::Tagger& tagger,
                                            const LexiconClass& lexicon) {
  std::vector<TagWord> words;
  for (const Word& word : sentence.words)
    words.push_back(tagger.word_of(word.form, language::class_of(lexicon, word.form)));
  return words;
}

}  // namespace recto::train
