// Any bytes as a lexicon, and the same bytes with a header that fits them, so that what lies behind
// it is reached: an error, or a lexicon whose answers stay inside it.
#include "content/words/lexicon.h"

#include <algorithm>
#include <string>

#include "content/base/bytes.h"
#include "content/words/countries.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace recto;

constexpr std::uint32_t kMostAsked = 48;

std::string with_fitting_header(std::string bytes) {
  if (bytes.size() < 64) return bytes;
  std::string size;
  append_little_endian(size, bytes.size(), 8);
  bytes.replace(32, 8, size);
  const std::size_t table = 64 * little_endian(bytes, 30, 2);
  std::string crc;
  append_little_endian(crc, crc32c(std::string_view(bytes).substr(64, table)), 4);
  return bytes.replace(40, 4, crc);
}

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

void ask_word(const Lexicon& lexicon, WordId id) {
  const std::string word = lexicon.word(id);
  (void)lexicon.find(word);
  for (const Sense& sense : lexicon.senses(id)) {
    fuzz::check(sense.word == id, "a sense names its word");
    fuzz::check(static_cast<std::size_t>(sense.synset) < lexicon.synset_count(),
                "a sense's synset is inside");
    fuzz::check(lowered(lexicon.spelling(sense)) == lowered(word),
                "a spelling is the word but for the case");
    for (const Sense& other : lexicon.antonyms(sense))
      fuzz::check(static_cast<std::size_t>(other.word) < lexicon.word_count(),
                  "an antonym is inside");
  }
}

void ask_synset(const Lexicon& lexicon, SynsetId id) {
  const Synset synset = lexicon.synset(id);
  (void)part_of_speech(synset.category);
  for (const WordId word : synset.words)
    fuzz::check(static_cast<std::size_t>(word) < lexicon.word_count(), "a synset's word is inside");
  for (const auto* list : {&synset.hypernyms, &synset.hyponyms, &synset.wholes, &synset.parts})
    for (const SynsetId other : *list)
      fuzz::check(static_cast<std::size_t>(other) < lexicon.synset_count(),
                  "what a synset leads to is inside");
  fuzz::check(lexicon.names(id).size() <= synset.words.size(), "a name is of a word");
  const auto sisters = lexicon.sisters(id);
  fuzz::check(std::find(sisters.begin(), sisters.end(), id) == sisters.end(),
              "nothing is its own sister");
  fuzz::check(lexicon.is_a(id, id), "everything is itself");
}

void ask(std::string_view bytes) {
  const auto lexicon = Lexicon::open(bytes);
  if (!lexicon) {
    fuzz::check(!lexicon.error().what.empty(), "an error says what is wrong");
    return;
  }
  (void)lexicon->check();
  for (const char* form : {"march", "March", "zz", "a", "hot dog"})
    (void)lexicon->senses(form);
  for (std::uint32_t i = 0; i < kMostAsked; ++i) {
    ask_word(*lexicon, WordId{i});
    ask_synset(*lexicon, SynsetId{i});
  }
  (void)find_country(*lexicon, "France");
  for (const Country& country : all_countries(*lexicon))
    (void)region_of(*lexicon, country.continent);
  (void)all_currencies(*lexicon);
  (void)find_language(*lexicon, "French");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes{reinterpret_cast<const char*>(data), size};
  ask(bytes);
  ask(with_fitting_header(bytes));
  return 0;
}
