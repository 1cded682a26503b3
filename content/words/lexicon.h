// What English words mean and how they hang together: WordNet, countries, currencies, languages.
//
// A container of kind "lexicon" (content/base/container.h). Words and synsets are numbered from 0
// and stand in blocks of 16, so that a word is found by binary search over the blocks and by
// reading one. Sections (varint: content/base/bytes.h):
//   about          JSON: sources with versions and licences
//   words.blocks   u32 number of words; u32 each: where the block begins in `words`
//   words          a block: varint number of the first synset owned by a word in it; its words,
//                  sorted, in lower case. A word: a byte s << 4 | n, s bytes as in the word before,
//                  n of its own (15 of either: a varint follows with what is above 15); its n
//                  bytes; its senses, per part of speech the most usual first. A sense: a byte of
//                  flags; varint synset unless owned; casing mask; varint count; antonyms, as
//                  the length in bytes of pairs of varints, word and synset
//   synsets.blocks as words.blocks
//   synsets        a block: varint number of a word; its synsets. A synset: a byte category
//                  (64 added: a named instance); a byte of flags; varint by how much the
//                  number of its owner, its first word in the alphabet, is above the one before;
//                  then lists of varints, each after its length
//   *.exceptions   lines (content/words/sorted_lines.h): irregular form, lemma
//   countries, …   lines, see content/words/countries.h
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/container.h"
#include "content/base/result.h"
#include "content/words/category.h"
#include "content/words/sorted_lines.h"

namespace recto {

inline constexpr ContainerKind kLexiconKind{"lexicon", 1};

/// Numbers of the lexicon at hand; other versions number otherwise. Do not store them.
enum class WordId : std::uint32_t {};
enum class SynsetId : std::uint32_t {};

/// How a sense's spelling differs from the word in lower case.
enum class Casing : std::uint8_t {
  Lower,  ///< not at all: "march"
  Title,  ///< every word begins with a capital: "New York", "Trans-Alaska"
  Mixed,  ///< otherwise: "iPod", "Battle of Hastings"
};

/// One meaning of a word.
struct Sense {
  WordId word{};
  SynsetId synset{};
  PartOfSpeech part = PartOfSpeech::Noun;
  std::uint32_t count = 0;  ///< how often it was met in WordNet's tagged texts; 0 for most
  Casing casing = Casing::Lower;
  std::string_view mask;      ///< Casing::Mixed: a bit a byte of the word, the lowest first
  std::string_view antonyms;  ///< encoded; see Lexicon::antonyms

  bool operator==(const Sense&) const = default;
};

/// Words of one meaning, and what it has to do with others.
struct Synset {
  Category category = Category::Tops;
  bool instance = false;            ///< a named one: Paris, Marie Curie
  std::vector<WordId> words;        ///< the most usual first
  std::vector<SynsetId> hypernyms;  ///< direct; of an instance, what it is an instance of
  std::vector<SynsetId> hyponyms;   ///< direct kinds and instances
  std::vector<SynsetId> wholes;     ///< what it is part, member or substance of
  std::vector<SynsetId> parts;      ///< the way back

  bool operator==(const Synset&) const = default;
};

/// A view on bytes that the caller keeps; copies are cheap. All its questions may be asked from
/// several threads. Numbers that lead outside are left out of the answers.
class Lexicon {
 public:
  /// Takes no time worth mentioning: nothing is read but the table of sections. Errors as
  /// Container::open, and BadInput when a section is missing.
  [[nodiscard]] static Result<Lexicon> open(std::string_view bytes);

  [[nodiscard]] std::size_t word_count() const { return words_.count; }
  [[nodiscard]] std::size_t synset_count() const { return synsets_.count; }

  /// The word written so, ASCII case aside, words of a compound between blanks: "new york". As it
  /// is, no inflection undone; see content/words/inflection.h.
  [[nodiscard]] std::optional<WordId> find(std::string_view form) const;

  /// In lower case.
  [[nodiscard]] std::string word(WordId id) const;

  /// All senses: nouns, verbs, adjectives, adverbs; in each the most usual first.
  [[nodiscard]] std::vector<Sense> senses(WordId id) const;

  /// The senses of a form; of these only the ones of a part of speech.
  [[nodiscard]] std::vector<Sense> senses(std::string_view form) const;
  [[nodiscard]] std::vector<Sense> senses(std::string_view form, PartOfSpeech part) const;

  /// Whether the form has a sense as this part of speech.
  [[nodiscard]] bool knows(std::string_view form, PartOfSpeech part) const;

  /// The word as it is written in this sense: "march" or "March".
  [[nodiscard]] std::string spelling(const Sense& sense) const;

  /// Senses of opposite meaning: rise – fall.
  [[nodiscard]] std::vector<Sense> antonyms(const Sense& sense) const;

  [[nodiscard]] Synset synset(SynsetId id) const;

  /// The synset's words as they are written in it.
  [[nodiscard]] std::vector<std::string> names(SynsetId id) const;

  /// Co-hyponyms: what has a direct hypernym in common; instances with instances, kinds with kinds.
  /// Itself left out, each once, in the order of the numbers.
  [[nodiscard]] std::vector<SynsetId> sisters(SynsetId id) const;

  /// Whether `above` is among the hypernyms of `below`, theirs, and so on, or the same.
  [[nodiscard]] bool is_a(SynsetId below, SynsetId above) const;

  /// Hypernyms, theirs, and so on up to `levels` steps, nearest first, each once.
  [[nodiscard]] std::vector<SynsetId> ancestors(SynsetId id, int levels) const;

  /// Irregular forms and their lemmas: "went" → "go". None for adverbs but a few.
  [[nodiscard]] const SortedLines& exceptions(PartOfSpeech part) const {
    return exceptions_[static_cast<std::size_t>(part)];
  }

  /// A section that other headers know how to read: countries, currencies, languages.
  [[nodiscard]] SortedLines lines(std::string_view section) const {
    return SortedLines(container_.section(section));
  }

  /// JSON, for people.
  [[nodiscard]] std::string_view about() const { return container_.section("about"); }

  /// Compares every section with its checksum: for tests and tools.
  [[nodiscard]] Result<void> check() const { return container_.check(); }

 private:
  /// Records in blocks of 16.
  struct Blocks {
    std::size_t count = 0;  ///< of records
    std::string_view offsets;
    std::string_view records;

    [[nodiscard]] std::size_t size() const { return offsets.size() / 4; }
    [[nodiscard]] std::size_t offset(std::size_t i) const;
    [[nodiscard]] std::string_view block(std::size_t i) const;
  };

  struct WordRecord {
    std::string key;
    std::vector<Sense> senses;
  };

  explicit Lexicon(const Container& container) : container_(container) {}

  [[nodiscard]] static Result<Blocks> blocks(const Container& container, const std::string& name);
  [[nodiscard]] std::string_view first_key(std::size_t block) const;
  /// The last block whose first word is not behind `key`; none when the first one's is.
  [[nodiscard]] std::optional<std::size_t> block_of(std::string_view key) const;
  [[nodiscard]] WordRecord record(WordId id) const;
  void keep_inside(std::vector<Sense>& senses) const;
  [[nodiscard]] std::optional<Sense> sense_of(WordId word, SynsetId synset) const;

  Container container_;
  Blocks words_;
  Blocks synsets_;
  SortedLines exceptions_[4];
};

}  // namespace recto
