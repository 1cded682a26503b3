#include "tools/train-language/corpora.h"

#include <utility>

#include "content/files/files.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/signature.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;
using language::NameSource;

constexpr std::size_t kMostBytes = 64 << 20;

Result<std::string> read_unpacked(const fs::path& file) {
  std::string text = RECTO_TRY(read_file(file, kMostBytes));
  if (reader::is_gzip(text)) text = RECTO_TRY(reader::gunzip(text));
  return text;
}

Result<NamedSentences> read_names(const fs::path& file) {
  const std::string text = RECTO_TRY(read_unpacked(file));
  return parse_iob2(text).map_error([&](Error error) {
    error.where = file.string() + ", " + error.where;
    return error;
  });
}

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

/// The name corpora that have files of their own for each split.
Result<void> add_uner(const fs::path& names, Split split, Corpora& corpora) {
  const std::string ewt = "en_ewt-" + part(split) + ".iob2.gz";
  corpora.names.push_back(
      {"UNER-EWT", NameSource::Uner, RECTO_TRY(read_names(names / "uner-ewt" / ewt))});
  if (split == Split::Test)
    corpora.names.push_back(
        {"UNER-PUD", NameSource::Uner,
         RECTO_TRY(read_names(names / "uner-pud" / "en_pud-test.iob2.gz"))});
  return {};
}

/// One file, without a development part of its own.
Result<void> add_wikigold(const fs::path& names, Split split, Corpora& corpora) {
  constexpr std::size_t kTraining = 94;
  constexpr std::size_t kTest = 100;
  const NamedSentences all = RECTO_TRY(read_names(names / "wikigold" / "wikigold.iob2.gz"));
  const std::size_t begin = split == Split::Train ? 0 : split == Split::Dev ? kTraining : kTest;
  const std::size_t end = split == Split::Train ? kTraining : split == Split::Dev ? kTest : all.size();
  corpora.names.push_back({"wikigold", NameSource::Wikigold, documents(all, begin, end)});
  return {};
}

/// CrossNER was made to test with little training data; most of its dev part is learned from, too,
/// and its part on artificial intelligence, whose kinds are not names, is left out.
Result<void> add_crossner(const fs::path& names, Split split, Corpora& corpora) {
  constexpr std::size_t kHeldOut = 15;  // one sentence of so many stays for development
  NameCorpus all{"CrossNER", NameSource::CrossNer, {}};
  std::size_t number = 0;
  for (const char* domain : {"politics", "science", "music", "literature"})
    for (const Split piece : {Split::Train, Split::Dev, Split::Test}) {
      if ((piece == Split::Test) != (split == Split::Test)) continue;
      const std::string file = std::string(domain) + "-" + part(piece) + ".iob2.gz";
      NamedSentences sentences = RECTO_TRY(read_names(names / "crossner" / file));
      for (NamedSentence& sentence : sentences) {
        const bool held_out = number++ % kHeldOut == 0;
        if (split == Split::Test || held_out == (split == Split::Dev))
          all.sentences.push_back(std::move(sentence));
      }
    }
  corpora.names.push_back(std::move(all));
  return {};
}

}  // namespace

Result<Treebank> read_treebank(const fs::path& file) {
  const std::string text = RECTO_TRY(read_unpacked(file));
  return parse_conllu(text).map_error([&](Error error) {
    error.where = file.string() + ", " + error.where;
    return error;
  });
}

Result<Corpora> read_corpora(const fs::path& folder, Split split) {
  Corpora corpora;
  const auto add = [&](const char* name, const fs::path& file) -> Result<void> {
    corpora.trees.push_back({name, RECTO_TRY(read_treebank(folder / file))});
    return {};
  };
  const std::string end = part(split) + ".conllu.gz";
  RECTO_TRY(add("EWT", fs::path("ud-ewt") / ("en_ewt-ud-" + end)));
  RECTO_TRY(add("GUM-written", fs::path("ud-gum") / ("en_gum-written-" + end)));
  RECTO_TRY(add("GUM-spoken", fs::path("ud-gum") / ("en_gum-spoken-" + end)));
  if (split == Split::Test) RECTO_TRY(add("PUD", fs::path("ud-pud") / ("en_pud-ud-" + end)));
  RECTO_TRY(add_uner(folder / "ner", split, corpora));
  RECTO_TRY(add_wikigold(folder / "ner", split, corpora));
  RECTO_TRY(add_crossner(folder / "ner", split, corpora));
  for (const TreeCorpus& trees : corpora.trees)
    if (trees.name == "GUM-written" || (trees.name == "GUM-spoken" && split == Split::Train))
      corpora.names.push_back({trees.name, NameSource::Gum, named_entities(trees.sentences)});
  return corpora;
}

}  // namespace recto::train
