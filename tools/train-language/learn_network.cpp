#include "tools/train-language/learn_network.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "tools/language/analysis.h"
#include "tools/language/forms.h"
#include "tools/language/word_table.h"
#include "tools/train-language/given_words.h"
#include "tools/train-language/train_lemmas.h"

namespace recto::train {
namespace {

namespace layers = language::layers;
using language::WordTable;

/// A word is in the vocabulary when it was met so often.
constexpr std::size_t kFewestMet = 2;

/// Names by number, as they come in the alphabet; `first` is number 0.
std::map<std::string, int> numbered(const std::map<std::string, int>& names,
                                    const std::string& first) {
  std::map<std::string, int> numbers;
  if (!first.empty()) numbers[first] = 0;
  for (const auto& [name, ignored] : names)
    numbers.emplace(name, static_cast<int>(numbers.size()));
  return numbers;
}

std::string lines_of(const std::map<std::string, int>& numbers) {
  std::vector<std::string> lines(numbers.size());
  for (const auto& [name, number] : numbers)
    lines[static_cast<std::size_t>(number)] = name;
  std::string text;
  for (const std::string& line : lines)
    text += line + "\n";
  return text;
}

std::string tag_of(const Word& word) {
  return word.upos + " " + word.xpos;
}

std::vector<std::string_view> views(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

std::string key_of(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words)
    key += word + " ";
  return key;
}

class NetworkLearner {
 public:
  NetworkLearner(const Corpora& corpora, const Lexicon& lexicon) : lexicon_(lexicon) {
    std::map<std::string, int> tags;
    std::map<std::string, int> relations;
    for (const TreeCorpus& trees : corpora.trees)
      for (const TreebankSentence& sentence : trees.sentences) {
        for (const Word& word : sentence.words) {
          tags.emplace(tag_of(word), 0);
          relations.emplace(word.relation, 0);
        }
        count(forms_of(sentence));
      }
    for (const NameCorpus& names : corpora.names)
      for (const NamedSentence& sentence : names.sentences)
        if (!has_tree(names.source)) count(sentence.words);
    Treebank all;
    for (const TreeCorpus& trees : corpora.trees)
      all.insert(all.end(), trees.sentences.begin(), trees.sentences.end());
    lemmas_ = train_lemmas(all, language::Lemmas(lexicon));
    tags_ = numbered(tags, {});
    relations_ = numbered(relations, "root");
    make_vocabulary();
    for (const TreeCorpus& trees : corpora.trees)
      for (const TreebankSentence& sentence : trees.sentences)
        add_tree(sentence);
    for (const NameCorpus& names : corpora.names)
      for (const NamedSentence& sentence : names.sentences)
        add_names(sentence, names.source);
  }

  Sections learn(const NetworkOptions& options, const AfterModelRound& after_round) const {
    const auto whole = [&](Sections sections) {
      sections[std::string(layers::kWords)] = vocabulary_;
      sections[std::string(layers::kClasses)] = classes_;
      sections[std::string(language::kLemmas)] = lemmas_;
      sections[std::string(layers::kTagNames)] = lines_of(tags_);
      sections[std::string(layers::kRelations)] = lines_of(relations_);
      return sections;
    };
    const NetworkLabels labels{tags_.size(), relations_.size(), word_counts_};
    return whole(train_network(
        examples_, labels, options, [&](int round, double loss, const Sections& sections) {
          return after_round(round, loss, write_container(language::kModelKind, whole(sections)));
        }));
  }

 private:
  /// Sentences of these are those of the treebanks, word by word.
  static bool has_tree(language::NameSource source) {
    return source == language::NameSource::Uner || source == language::NameSource::Gum;
  }

  void count(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      ++spelled_[word];
      ++met_[language::form_of(word).folded];
    }
  }

  void make_vocabulary() {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> entries;
    word_counts_.push_back(0);
    for (const auto& [key, met] : met_) {
      if (met < kFewestMet || word_counts_.size() > 65000) continue;
      entries.emplace_back(key, static_cast<std::uint16_t>(word_counts_.size()));
      word_counts_.push_back(static_cast<std::uint32_t>(met));
    }
    vocabulary_ = language::word_table_bytes(entries);
    std::vector<std::pair<std::uint64_t, std::uint16_t>> classes;
    for (const auto& [word, met] : spelled_)
      if (met >= kFewestMet)
        classes.emplace_back(language::form_of(word).exact, language::class_row(word, lexicon_));
    classes_ = language::word_table_bytes(classes);
    known_ = {*WordTable::open(vocabulary_), *WordTable::open(classes_)};
  }

  void add_tree(const TreebankSentence& sentence) {
    const std::vector<std::string> forms = forms_of(sentence);
    NetworkExample example;
    example.words = language::word_inputs(views(forms), known_, lexicon_);
    for (const Word& word : sentence.words) {
      example.tags.push_back(tags_.at(tag_of(word)));
      const bool root = word.head == 0 || word.head > forms.size();
      example.heads.push_back(static_cast<int>(root ? forms.size() : word.head - 1));
      example.relations.push_back(root ? 0 : relations_.at(word.relation));
    }
    by_words_.emplace(key_of(forms), examples_.size());
    examples_.push_back(std::move(example));
  }

  void add_names(const NamedSentence& sentence, language::NameSource source) {
    if (has_tree(source)) {
      // A sentence that occurs twice has its names in the first place only.
      const auto found = by_words_.find(key_of(sentence.words));
      if (found == by_words_.end()) return;
      examples_[found->second].names = name_labels(sentence);
      examples_[found->second].name_source = static_cast<int>(source);
      return;
    }
    NetworkExample example;
    example.words = language::word_inputs(views(sentence.words), known_, lexicon_);
    example.names = name_labels(sentence);
    example.name_source = static_cast<int>(source);
    examples_.push_back(std::move(example));
  }

  const Lexicon& lexicon_;
  std::map<std::uint64_t, std::size_t> met_;  ///< by Form::folded
  std::map<std::string, std::size_t> spelled_;
  std::map<std::string, int> tags_;
  std::map<std::string, int> relations_;
  std::string vocabulary_;
  std::string classes_;
  std::string lemmas_;
  language::KnownWords known_;
  std::vector<std::uint32_t> word_counts_;
  std::vector<NetworkExample> examples_;
  std::unordered_map<std::string, std::size_t> by_words_;
};

}  // namespace

Sections learn_network(const Corpora& corpora, const Lexicon& lexicon,
                       const NetworkOptions& options, const AfterModelRound& after_round) {
  return NetworkLearner(corpora, lexicon).learn(options, after_round);
}

}  // namespace recto::train
