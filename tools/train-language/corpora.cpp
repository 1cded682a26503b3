#include "tools/train-language/corpora.h"

#include <utility>

#include "content/base/digest.h"
#include "content/files/files.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/signature.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;
using language::NameSource;

constexpr std::size_t kMostBytes = 64 << 20;

std::string part(Split split) {
  return split == Split::Train ? "train" : split == Split::Dev ? "dev" : "test";
}

/// Documents [begin, end).
NamedSentences documents(const NamedSentences& all, std::size_t begin, std::size_t end) {
  NamedSentences some;
  std::size_t document = 0;
  for (const NamedSentence& sentence : all) {
    document += sentence.begins_document ? 1U : 0U;
    if (document > begin && document <= end) some.push_back(sentence);
  }
  return some;
}

class CorpusReader {
 public:
  CorpusReader(fs::path folder, Split split) : folder_(std::move(folder)), split_(split) {}

  Result<Corpora> read() {
    const std::string end = part(split_) + ".conllu.gz";
    RECTO_TRY(add_trees("EWT", "ud-ewt/en_ewt-ud-" + end));
    RECTO_TRY(add_trees("GUM-written", "ud-gum/en_gum-written-" + end));
    RECTO_TRY(add_trees("GUM-spoken", "ud-gum/en_gum-spoken-" + end));
    if (split_ == Split::Test) RECTO_TRY(add_trees("PUD", "ud-pud/en_pud-ud-" + end));
    RECTO_TRY(add_names("UNER-EWT", NameSource::Uner,
                        "ner/uner-ewt/en_ewt-" + part(split_) + ".iob2.gz"));
    if (split_ == Split::Test)
      RECTO_TRY(add_names("UNER-PUD", NameSource::Uner, "ner/uner-pud/en_pud-test.iob2.gz"));
    RECTO_TRY(add_wikigold());
    RECTO_TRY(add_crossner());
    for (const TreeCorpus& trees : corpora_.trees)
      if (trees.name == "GUM-written" || (trees.name == "GUM-spoken" && split_ == Split::Train))
        corpora_.names.push_back({trees.name, NameSource::Gum, named_entities(trees.sentences)});
    return std::move(corpora_);
  }

 private:
  /// A file's text, unpacked.
  Result<std::string> text_of(const std::string& file) {
    std::string text = RECTO_TRY(read_file(folder_ / file, kMostBytes));
    corpora_.files.push_back({file, sha256_hex(text)});
    if (reader::is_gzip(text)) text = RECTO_TRY(reader::gunzip(text));
    return text;
  }

  static auto naming(const std::string& file) {
    return [&file](Error error) {
      error.where = file + ", " + error.where;
      return error;
    };
  }

  Result<void> add_trees(const char* name, const std::string& file) {
    const std::string text = RECTO_TRY(text_of(file));
    corpora_.trees.push_back({name, RECTO_TRY(parse_conllu(text).map_error(naming(file)))});
    return {};
  }

  Result<NamedSentences> names_of(const std::string& file) {
    const std::string text = RECTO_TRY(text_of(file));
    return parse_iob2(text).map_error(naming(file));
  }

  Result<void> add_names(const char* name, NameSource source, const std::string& file) {
    corpora_.names.push_back({name, source, RECTO_TRY(names_of(file))});
    return {};
  }

  /// One file, without a development part of its own.
  Result<void> add_wikigold() {
    constexpr std::size_t kTraining = 94;
    constexpr std::size_t kTest = 100;
    const NamedSentences all = RECTO_TRY(names_of("ner/wikigold/wikigold.iob2.gz"));
    const std::size_t begin = split_ == Split::Train ? 0 : split_ == Split::Dev ? kTraining : kTest;
    const std::size_t end = split_ == Split::Train ? kTraining
                            : split_ == Split::Dev ? kTest
                                                   : all.size();
    corpora_.names.push_back({"wikigold", NameSource::Wikigold, documents(all, begin, end)});
    return {};
  }

  /// CrossNER was made to test with little training data; most of its dev part is learned from,
  /// too, and its part on artificial intelligence, whose kinds are not names, is left out.
  Result<void> add_crossner() {
    constexpr std::size_t kHeldOut = 15;  // one sentence of so many stays for development
    NameCorpus all{"CrossNER", NameSource::CrossNer, {}};
    std::size_t number = 0;
    for (const char* domain : {"politics", "science", "music", "literature"})
      for (const Split piece : {Split::Train, Split::Dev, Split::Test}) {
        if ((piece == Split::Test) != (split_ == Split::Test)) continue;
        NamedSentences sentences = RECTO_TRY(
            names_of(std::string("ner/crossner/") + domain + "-" + part(piece) + ".iob2.gz"));
        for (NamedSentence& sentence : sentences) {
          const bool held_out = number++ % kHeldOut == 0;
          if (split_ == Split::Test || held_out == (split_ == Split::Dev))
            all.sentences.push_back(std::move(sentence));
        }
      }
    corpora_.names.push_back(std::move(all));
    return {};
  }

  fs::path folder_;
  Split split_;
  Corpora corpora_;
};

}  // namespace

Result<Corpora> read_corpora(const fs::path& folder, Split split) {
  return CorpusReader(folder, split).read();
}

}  // namespace recto::train
