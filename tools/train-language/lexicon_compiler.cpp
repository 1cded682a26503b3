#include "tools/train-language/lexicon_compiler.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unicode/uversion.h>

#include "content/base/digest.h"
#include "content/files/files.h"
#include "content/words/lexicon.h"
#include "content/words/lexicon_writer.h"
#include "tools/train-language/lexicon_wordnet.h"
#include "tools/train-language/lexicon_world.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMostBytes = 64 << 20;

json source(const char* name, const std::string& version, const char* licence,
            const char* copyright) {
  return {{"name", name}, {"version", version}, {"licence", licence}, {"copyright", copyright}};
}

/// One digest for what was read of a source, in a fixed order.
Result<std::string> digest_of(const fs::path& folder, const std::vector<std::string>& files) {
  std::string digests;
  for (const std::string& file : files)
    digests += sha256_hex(RECTO_TRY(read_file(folder / file, kMostBytes)));
  return sha256_hex(digests);
}

Result<std::string> about(const LexiconSources& sources) {
  json wordnet =
      source("WordNet", "3.0", "WordNet 3.0 licence", "Copyright 2006 by Princeton University");
  wordnet["sha256"] = RECTO_TRY(digest_of(
      sources.wordnet,
      {"data.noun", "data.verb", "data.adj", "data.adv", "index.noun", "index.verb", "index.adj",
       "index.adv", "noun.exc", "verb.exc", "adj.exc", "adv.exc", "cntlist.rev"}));
  json iso = source("iso-codes", "4", "LGPL-2.1-or-later",
                    "2001-2008 Alastair McKinstry, 2004-2016 Christian Perrier, 2005-2023 Tobias "
                    "Quathamer");
  iso["sha256"] = RECTO_TRY(digest_of(
      sources.iso_codes, {"iso_3166-1.json", "iso_4217.json", "iso_639-2.json", "iso_639-3.json"}));
  const json all = {{"what", "English lexicon of Recto"},
                    {"sources",
                     {wordnet, iso,
                      source("ICU and CLDR", U_ICU_VERSION, "Unicode-DFS-2016",
                             "Copyright 1991-2022 Unicode, Inc.")}}};
  return all.dump(1) + "\n";
}

}  // namespace

Result<std::string> make_lexicon(const LexiconSources& sources) {
  WordNet net = RECTO_TRY(read_wordnet(sources.wordnet));
  const std::string by_hand = RECTO_TRY(read_file(sources.countries, kMostBytes));
  net.content.sections.merge(RECTO_TRY(make_world(sources.iso_codes, by_hand, net.adjectives)));
  net.content.sections["about"] = RECTO_TRY(about(sources));
  return write_lexicon(net.content);
}

Result<std::string> describe_lexicon(const std::string& bytes) {
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(bytes));
  RECTO_TRY(lexicon.check());
  const Container container = RECTO_TRY(Container::open(bytes, kLexiconKind));
  std::string text(lexicon.about());
  text += fmt::format("{} words, {} synsets, {} bytes\n", lexicon.word_count(),
                      lexicon.synset_count(), bytes.size());
  for (std::size_t i = 0; i < container.section_count(); ++i)
    text += fmt::format("{:24} {:9}\n", container.section_name(i),
                        container.section(container.section_name(i)).size());
  return text;
}

}  // namespace recto::train
