#include "tools/train-language/train_model.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace recto::train {
namespace {

using language::Tagger;
using language::TagId;
using Sentences = std::vector<const TreebankSentence*>;

/// Neighbours stay together: they are of one text.
constexpr std::size_t kSentencesAFold = 10;

std::size_t fold_of(std::size_t sentence, int folds) {
  return sentence / kSentencesAFold % static_cast<std::size_t>(folds);
}

/// The tags of `bytes` by name, as the tagger that was trained on all numbers them.
std::map<std::string, TagId> ids_of(std::string_view tags) {
  std::map<std::string, TagId> ids;
  for (std::size_t at = 0; at < tags.size();) {
    const std::size_t end = tags.find('\n', at);
    ids.emplace(tags.substr(at, end - at), static_cast<TagId>(ids.size()));
    at = end + 1;
  }
  return ids;
}

ParseExample example_of(const TreebankSentence& sentence,
                        const std::vector<language::TagWord>& words,
                        const std::vector<TagId>& tags) {
  ParseExample example;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = sentence.words[i];
    const bool root = word.head == 0 || word.head > words.size();
    example.words.push_back({words[i].form.lower, words[i].lexicon, tags[i]});
    example.heads.push_back(static_cast<language::WordId>(root ? words.size() : word.head - 1));
    example.relations.push_back(root ? "root" : word.relation);
  }
  return example;
}

class ModelTrainer {
 public:
  ModelTrainer(const Treebank& treebank, const language::LexiconClass& lexicon,
               const ModelOptions& options, const Progress& progress)
      : lexicon_(lexicon), options_(options), progress_(progress) {
    for (const TreebankSentence& sentence : treebank)
      sentences_.push_back(&sentence);
  }

  Result<std::string> train() {
    progress_("tagger");
    const TaggerBytes tagger = train_tagger(sentences_, lexicon_, options_.tagger);
    std::vector<ParseExample> examples(sentences_.size());
    for (int fold = 0; fold < options_.folds; ++fold)
      RECTO_TRY(add_examples(fold, ids_of(tagger.tags), examples));
    progress_("parser");
    const ParserBytes parser = train_parser(examples, options_.parser);
    return write_container(language::kModelKind,
                           {{std::string(language::kTags), tagger.tags},
                            {std::string(language::kTagWords), tagger.words},
                            {std::string(language::kTagWeights), tagger.weights},
                            {std::string(language::kRelations), parser.relations},
                            {std::string(language::kParseWeights), parser.weights},
                            {std::string(language::kAbout), options_.about}});
  }

 private:
  /// Sentences of one fold, tagged by a tagger that has not seen them.
  Result<void> add_examples(int fold, const std::map<std::string, TagId>& ids,
                            std::vector<ParseExample>& examples) const {
    progress_("tags of fold " + std::to_string(fold + 1));
    const auto in_fold = [&](std::size_t i) {
      return fold_of(i, options_.folds) == static_cast<std::size_t>(fold);
    };
    Sentences others;
    for (std::size_t i = 0; i < sentences_.size(); ++i)
      if (!in_fold(i)) others.push_back(sentences_[i]);
    TaggerOptions options = options_.tagger;
    options.rounds = options_.fold_rounds;
    const TaggerBytes bytes = train_tagger(others, lexicon_, options);
    const Tagger tagger = RECTO_TRY(Tagger::open(bytes.sections()));
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (!in_fold(i)) continue;
      const auto words = tag_words_of(*sentences_[i], tagger, lexicon_);
      std::vector<TagId> tags;
      for (const TagId tag : tagger.tag_words(words)) {
        const language::Tag name = tagger.tag(tag);
        tags.push_back(ids.at(std::string(name.upos) + " " + std::string(name.xpos)));
      }
      examples[i] = example_of(*sentences_[i], words, tags);
    }
    return {};
  }

  Sentences sentences_;
  const language::LexiconClass& lexicon_;
  const ModelOptions& options_;
  const Progress& progress_;
};

}  // namespace

Result<std::string> train_model(const Treebank& treebank, const language::LexiconClass& lexicon,
                                const ModelOptions& options, const Progress& progress) {
  if (treebank.size() < static_cast<std::size_t>(options.folds) * kSentencesAFold)
    return fail(Error::Kind::BadInput, "there are too few sentences to learn from", {},
                "give more treebank files");
  return ModelTrainer(treebank, lexicon, options, progress).train();
}

}  // namespace recto::train
