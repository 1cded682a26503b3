#include "content/words/lexicon.h"

#include <algorithm>

#include "content/base/ascii.h"
#include "content/base/bytes.h"
#include "content/words/lexicon_format.h"

namespace recto {
namespace {

using namespace lexicon_format;

/// A compound of more words than any; longer forms are not looked for.
constexpr std::size_t kLongestForm = 128;

/// More than any true chain of hypernyms has; a hostile file may hold rings.
constexpr std::size_t kMostAncestors = 512;

std::size_t index(WordId id) {
  return static_cast<std::size_t>(id);
}
std::size_t index(SynsetId id) {
  return static_cast<std::size_t>(id);
}

/// Walks the words of a block.
class WordWalk {
 public:
  WordWalk(std::string_view block, std::size_t first)
      : reader_(block), word_(first), owned_(reader_.varint()) {}

  /// Reads the next word; its senses follow.
  const std::string& next_key() {
    const unsigned sizes = reader_.byte();
    std::size_t shared = sizes >> 4U;
    std::size_t own = sizes & kNibble;
    if (shared == kNibble) shared += reader_.varint();
    if (own == kNibble) own += reader_.varint();
    key_.resize(std::min(shared, key_.size()));
    key_ += reader_.text(own);
    return key_;
  }

  /// Reads the word's senses and hands each to `take`.
  template <class Take>
  void next_senses(Take take) {
    for (bool last = false; !last && reader_.ok();) {
      const unsigned flags = reader_.byte();
      Sense sense;
      sense.word = WordId(static_cast<std::uint32_t>(word_));
      sense.part = static_cast<PartOfSpeech>(flags & kPart);
      sense.synset = SynsetId((flags & kOwned) != 0 ? owned_++ : reader_.varint());
      const unsigned casing = (flags >> kCasingShift) & 3U;
      sense.casing = static_cast<Casing>(std::min(casing, 2U));
      if (sense.casing == Casing::Mixed) sense.mask = reader_.text((key_.size() + 7) / 8);
      if ((flags & kCount) != 0) sense.count = reader_.varint();
      if ((flags & kAntonyms) != 0) sense.antonyms = reader_.text(reader_.varint());
      last = (flags & kLast) != 0;
      if (reader_.ok()) take(sense);
    }
    ++word_;
  }

  void skip_senses() {
    next_senses([](const Sense&) {});
  }

 private:
  ByteReader reader_;
  std::size_t word_;
  std::uint32_t owned_;
  std::string key_;
};

/// A list of numbers, absolute or as differences; those not below `end` are left out.
template <class Number>
std::vector<Number> read_list(ByteReader& reader, std::size_t end, bool differences) {
  std::vector<Number> numbers;
  std::uint32_t last = 0;
  for (std::uint32_t left = reader.varint(); left > 0 && reader.ok(); --left) {
    const std::uint32_t value = reader.varint();
    last = differences ? last + value : value;
    if (reader.ok() && last < end) numbers.push_back(Number{last});
  }
  return numbers;
}

std::vector<SynsetId> each_once(std::vector<SynsetId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<WordId> read_words(ByteReader& reader, std::uint32_t owner, std::size_t end) {
  std::vector<WordId> words;
  for (std::uint32_t left = reader.varint(); left > 0 && reader.ok(); --left) {
    const std::uint32_t value = reader.varint();
    const std::uint32_t word = value == 0 ? owner : value - 1;
    if (reader.ok() && word < end) words.push_back(WordId{word});
  }
  return words;
}

}  // namespace

std::size_t Lexicon::Blocks::offset(std::size_t i) const {
  return little_endian_32(offsets.data() + 4 * i);
}

std::string_view Lexicon::Blocks::block(std::size_t i) const {
  const std::size_t begin = offset(i);
  const std::size_t end = i + 1 < size() ? offset(i + 1) : records.size();
  if (begin > end || end > records.size()) return {};
  return records.substr(begin, end - begin);
}

Result<Lexicon::Blocks> Lexicon::blocks(const Container& container, const std::string& name) {
  const std::string_view table = container.section(name + ".blocks");
  Blocks found;
  found.count = little_endian(table, 0, 4);
  found.records = container.section(name);
  if (table.size() < 4 || table.size() % 4 != 0 ||
      (found.count + kBlock - 1) / kBlock != table.size() / 4 - 1)
    return fail(Error::Kind::BadInput, "a section is missing or has a wrong length",
                name + ".blocks", "install the file again");
  found.offsets = table.substr(4);
  return found;
}

Result<Lexicon> Lexicon::open(std::string_view bytes) {
  Lexicon lexicon(RECTO_TRY(Container::open(bytes, kLexiconKind)));
  lexicon.words_ = RECTO_TRY(blocks(lexicon.container_, "words"));
  lexicon.synsets_ = RECTO_TRY(blocks(lexicon.container_, "synsets"));
  for (std::size_t part = 0; part < 4; ++part)
    lexicon.exceptions_[part] = lexicon.lines(kExceptionSections[part]);
  return lexicon;
}

std::string_view Lexicon::first_key(std::size_t block) const {
  ByteReader reader(words_.block(block));
  reader.varint();
  std::size_t own = reader.byte() & kNibble;
  if (own == kNibble) own += reader.varint();
  return reader.text(own);
}

std::optional<std::size_t> Lexicon::block_of(std::string_view key) const {
  std::size_t begin = 0;
  std::size_t end = words_.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (first_key(middle) <= key)
      begin = middle + 1;
    else
      end = middle;
  }
  if (begin == 0) return std::nullopt;
  return begin - 1;
}

std::optional<WordId> Lexicon::find(std::string_view form) const {
  const std::vector<Sense> found = senses(form);
  if (found.empty()) return std::nullopt;
  return found.front().word;
}

Lexicon::WordRecord Lexicon::record(WordId id) const {
  WordRecord found;
  if (index(id) >= words_.count) return found;
  const std::size_t first = index(id) / kBlock * kBlock;
  WordWalk walk(words_.block(first / kBlock), first);
  for (std::size_t i = first; i < index(id); ++i) {
    walk.next_key();
    walk.skip_senses();
  }
  found.key = walk.next_key();
  walk.next_senses([&](const Sense& sense) { found.senses.push_back(sense); });
  keep_inside(found.senses);
  return found;
}

void Lexicon::keep_inside(std::vector<Sense>& senses) const {
  std::erase_if(senses, [&](const Sense& sense) { return index(sense.synset) >= synsets_.count; });
}

std::string Lexicon::word(WordId id) const {
  return record(id).key;
}

std::vector<Sense> Lexicon::senses(WordId id) const {
  return record(id).senses;
}

std::vector<Sense> Lexicon::senses(std::string_view form) const {
  if (form.empty() || form.size() > kLongestForm) return {};
  const std::string key = ascii_lowered(form);
  const auto block = block_of(key);
  if (!block) return {};
  const std::size_t first = *block * kBlock;
  WordWalk walk(words_.block(*block), first);
  std::vector<Sense> found;
  for (std::size_t i = first; i < std::min(first + kBlock, words_.count); ++i) {
    const int order = walk.next_key().compare(key);
    if (order > 0) break;
    if (order < 0) {
      walk.skip_senses();
      continue;
    }
    walk.next_senses([&](const Sense& sense) { found.push_back(sense); });
    keep_inside(found);
    break;
  }
  return found;
}

std::vector<Sense> Lexicon::senses(std::string_view form, PartOfSpeech part) const {
  std::vector<Sense> found = senses(form);
  std::erase_if(found, [&](const Sense& sense) { return sense.part != part; });
  return found;
}

bool Lexicon::knows(std::string_view form, PartOfSpeech part) const {
  return !senses(form, part).empty();
}

std::string Lexicon::spelling(const Sense& sense) const {
  std::string text = word(sense.word);
  if (sense.casing == Casing::Lower) return text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '-';
    const bool capital =
        sense.casing == Casing::Title
            ? starts
            : i / 8 < sense.mask.size() &&
                  ((static_cast<unsigned char>(sense.mask[i / 8]) >> (i % 8)) & 1U) != 0;
    if (capital) text[i] = ascii_upper(text[i]);
  }
  return text;
}

std::optional<Sense> Lexicon::sense_of(WordId word, SynsetId synset) const {
  for (const Sense& sense : senses(word))
    if (sense.synset == synset) return sense;
  return std::nullopt;
}

std::vector<Sense> Lexicon::antonyms(const Sense& sense) const {
  std::vector<Sense> found;
  ByteReader reader(sense.antonyms);
  while (reader.left() > 0 && reader.ok()) {
    const WordId other{reader.varint()};
    const SynsetId synset{reader.varint()};
    if (auto opposite = sense_of(other, synset); reader.ok() && opposite)
      found.push_back(*opposite);
  }
  return found;
}

Synset Lexicon::synset(SynsetId id) const {
  Synset found;
  if (index(id) >= synsets_.count) return found;
  ByteReader reader(synsets_.block(index(id) / kBlock));
  std::uint32_t owner = reader.varint();
  for (std::size_t i = index(id) / kBlock * kBlock; i <= index(id) && reader.ok(); ++i) {
    found = {};
    const unsigned kind = reader.byte();
    found.category =
        static_cast<Category>(std::min<std::size_t>(kind % kInstance, kCategories - 1));
    found.instance = (kind & kInstance) != 0;
    const unsigned flags = reader.byte();
    owner += reader.varint();
    if ((flags & kWords) != 0)
      found.words = read_words(reader, owner, words_.count);
    else if (owner < words_.count)
      found.words = {WordId{owner}};
    if ((flags & kHypernym) != 0) {
      const std::uint32_t above = reader.varint();
      if (above < synsets_.count) found.hypernyms = {SynsetId{above}};
    }
    if ((flags & kHypernyms) != 0)
      found.hypernyms = read_list<SynsetId>(reader, synsets_.count, false);
    if ((flags & kHyponyms) != 0)
      found.hyponyms = read_list<SynsetId>(reader, synsets_.count, true);
    if ((flags & kWholes) != 0) found.wholes = read_list<SynsetId>(reader, synsets_.count, true);
    if ((flags & kParts) != 0) found.parts = read_list<SynsetId>(reader, synsets_.count, true);
  }
  return reader.ok() ? found : Synset{};
}

std::vector<std::string> Lexicon::names(SynsetId id) const {
  std::vector<std::string> found;
  for (const WordId word : synset(id).words)
    if (const auto sense = sense_of(word, id)) found.push_back(spelling(*sense));
  return found;
}

std::vector<SynsetId> Lexicon::sisters(SynsetId id) const {
  const Synset self = synset(id);
  std::vector<SynsetId> found;
  for (const SynsetId above : each_once(self.hypernyms))
    for (const SynsetId sister : synset(above).hyponyms)
      if (sister != id) found.push_back(sister);
  found = each_once(std::move(found));
  std::erase_if(found, [&](SynsetId one) { return synset(one).instance != self.instance; });
  return found;
}

bool Lexicon::is_a(SynsetId below, SynsetId above) const {
  std::vector<SynsetId> known{below};
  for (std::size_t i = 0; i < known.size() && known.size() < kMostAncestors; ++i) {
    if (known[i] == above) return true;
    for (const SynsetId next : synset(known[i]).hypernyms)
      if (std::find(known.begin(), known.end(), next) == known.end()) known.push_back(next);
  }
  return false;
}

std::vector<SynsetId> Lexicon::ancestors(SynsetId id, int levels) const {
  std::vector<SynsetId> found;
  std::size_t begin = 0;  // of the level below
  for (int level = 0; level < levels && found.size() < kMostAncestors; ++level) {
    const std::size_t end = found.size();
    const auto add_above = [&](SynsetId one) {
      for (const SynsetId above : synset(one).hypernyms)
        if (std::find(found.begin(), found.end(), above) == found.end()) found.push_back(above);
    };
    if (level == 0) add_above(id);
    for (std::size_t i = begin; level > 0 && i < end; ++i)
      add_above(found[i]);
    begin = end;
  }
  return found;
}

}  // namespace recto
