#include "content/words/lexicon_writer.h"

#include <algorithm>
#include <optional>

#include "content/base/bytes.h"
#include "content/words/lexicon.h"
#include "content/words/lexicon_format.h"

namespace recto {
namespace {

using namespace lexicon_format;

constexpr std::uint32_t kNone = 0xFFFFFFFF;

tl::unexpected<Error> contradiction(std::string what, std::string where) {
  return fail(Error::Kind::BadInput, std::move(what), std::move(where));
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether case aside `spelling` is `key`.
bool spells(std::string_view spelling, std::string_view key) {
  return std::equal(spelling.begin(), spelling.end(), key.begin(), key.end(), [](char a, char b) {
    return (is_capital(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

bool is_title(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '-';
    const bool letter = is_capital(text[i]) || (text[i] >= 'a' && text[i] <= 'z');
    if (letter && starts != is_capital(text[i])) return false;
  }
  return true;
}

Casing casing_of(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_capital)) return Casing::Lower;
  return is_title(text) ? Casing::Title : Casing::Mixed;
}

std::string mask_of(std::string_view text) {
  std::string mask((text.size() + 7) / 8, '\0');
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_capital(text[i])) mask[i / 8] = static_cast<char>(mask[i / 8] | (1 << (i % 8)));
  return mask;
}

/// Records in blocks, with the table of where these begin.
class BlockWriter {
 public:
  explicit BlockWriter(std::size_t count) { append_little_endian(table_, count, 4); }

  /// The bytes to append the next record to; `begins` is set when it is the first of its block.
  std::string& next(bool& begins) {
    begins = written_++ % kBlock == 0;
    if (begins) append_little_endian(table_, records_.size(), 4);
    return records_;
  }

  void store(Sections& sections, const std::string& name) {
    sections[name + ".blocks"] = table_;
    sections[name] = records_;
  }

 private:
  std::string table_;
  std::string records_;
  std::size_t written_ = 0;
};

class LexiconWriter {
 public:
  explicit LexiconWriter(const LexiconContent& content) : content_(&content) {}

  Result<std::string> write() {
    RECTO_TRY(number_words());
    RECTO_TRY(number_synsets());
    Sections sections(content_->sections.begin(), content_->sections.end());
    RECTO_TRY(write_words(sections));
    RECTO_TRY(write_synsets(sections));
    return write_container(kLexiconKind, sections);
  }

 private:
  struct Links {
    std::vector<std::uint32_t> hypernyms, hyponyms, wholes, parts;
  };

  /// A synset's owner is its first word in the alphabet.
  Result<void> number_words() {
    std::uint32_t next = 0;
    for (const auto& [key, senses] : content_->words) {
      if (key.empty() || senses.empty()) return contradiction("a word has no sense", key);
      word_numbers_[key] = next++;
    }
    for (const SynsetContent& synset : content_->synsets) {
      std::uint32_t owner = kNone;
      for (const std::string& word : synset.words) {
        const auto found = word_numbers_.find(word);
        if (found == word_numbers_.end()) return contradiction("a synset's word is none", word);
        owner = std::min(owner, found->second);
      }
      owners_.push_back(owner);
    }
    return {};
  }

  /// In the order in which the words own them, so that an owned one needs no number.
  Result<void> number_synsets() {
    numbers_.assign(content_->synsets.size(), kNone);
    for (const auto& [key, senses] : content_->words)
      for (const SenseContent& sense : senses) {
        if (sense.synset >= numbers_.size() || !spells(sense.spelling, key))
          return contradiction("a sense has no synset or another word's spelling", key);
        if (owners_[sense.synset] != word_numbers_[key]) continue;
        if (numbers_[sense.synset] != kNone)
          return contradiction("a word has the same sense twice", key);
        numbers_[sense.synset] = static_cast<std::uint32_t>(order_.size());
        order_.push_back(sense.synset);
      }
    if (order_.size() != numbers_.size())
      return contradiction("a synset's words do not know it", {});
    return {};
  }

  void append_key(std::string& out, std::string_view key, std::string_view before) const {
    const auto [end, _] = std::mismatch(key.begin(), key.end(), before.begin(), before.end());
    const auto shared = static_cast<std::size_t>(end - key.begin());
    const std::size_t own = key.size() - shared;
    const std::size_t high = std::min<std::size_t>(shared, kNibble);
    const std::size_t low = std::min<std::size_t>(own, kNibble);
    append_little_endian(out, high << 4U | low, 1);
    if (high == kNibble) append_varint(out, shared - kNibble);
    if (low == kNibble) append_varint(out, own - kNibble);
    out += key.substr(shared);
  }

  [[nodiscard]] Result<std::string> antonyms_of(const SenseContent& sense) const {
    std::string bytes;
    for (const auto& [word, synset] : sense.antonyms) {
      const auto found = word_numbers_.find(word);
      if (found == word_numbers_.end() || synset >= numbers_.size())
        return contradiction("an antonym is no word", word);
      append_varint(bytes, found->second);
      append_varint(bytes, numbers_[synset]);
    }
    return bytes;
  }

  Result<void> append_sense(std::string& out, const SenseContent& sense, bool owned,
                            bool last) const {
    const Casing casing = casing_of(sense.spelling);
    const std::string antonyms = RECTO_TRY(antonyms_of(sense));
    auto flags = static_cast<unsigned>(part_of_speech(content_->synsets[sense.synset].category));
    flags |= static_cast<unsigned>(casing) << kCasingShift;
    if (owned) flags |= kOwned;
    if (sense.count > 0) flags |= kCount;
    if (!antonyms.empty()) flags |= kAntonyms;
    if (last) flags |= kLast;
    append_little_endian(out, flags, 1);
    if (!owned) append_varint(out, numbers_[sense.synset]);
    if (casing == Casing::Mixed) out += mask_of(sense.spelling);
    if (sense.count > 0) append_varint(out, sense.count);
    if (!antonyms.empty()) {
      append_varint(out, antonyms.size());
      out += antonyms;
    }
    return {};
  }

  Result<void> write_words(Sections& sections) const {
    BlockWriter blocks(content_->words.size());
    std::uint32_t number = 0;
    std::size_t owned_before = 0;
    std::string before;
    for (const auto& [key, senses] : content_->words) {
      bool begins = false;
      std::string& out = blocks.next(begins);
      if (begins) append_varint(out, owned_before);
      append_key(out, key, begins ? std::string_view{} : before);
      before = key;
      for (const SenseContent& sense : senses) {
        const bool owned = owners_[sense.synset] == number;
        owned_before += owned ? 1 : 0;
        RECTO_TRY(append_sense(out, sense, owned, &sense == &senses.back()));
      }
      ++number;
    }
    blocks.store(sections, "words");
    return {};
  }

  /// With the ways back, each list as it will be written.
  [[nodiscard]] Result<std::vector<Links>> links() const {
    std::vector<Links> all(order_.size());
    const auto link = [&](std::size_t from, const std::vector<std::size_t>& targets, auto there,
                          auto back) -> Result<void> {
      for (const std::size_t target : targets) {
        if (target >= numbers_.size()) return contradiction("a synset leads nowhere", {});
        (all[from].*there).push_back(numbers_[target]);
        (all[numbers_[target]].*back).push_back(static_cast<std::uint32_t>(from));
      }
      return {};
    };
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const SynsetContent& synset = content_->synsets[order_[i]];
      RECTO_TRY(link(i, synset.hypernyms, &Links::hypernyms, &Links::hyponyms));
      RECTO_TRY(link(i, synset.wholes, &Links::wholes, &Links::parts));
    }
    for (Links& one : all)
      for (auto* list : {&one.hyponyms, &one.wholes, &one.parts}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
      }
    return all;
  }

  static void append_differences(std::string& out, const std::vector<std::uint32_t>& numbers) {
    append_varint(out, numbers.size());
    std::uint32_t last = 0;
    for (const std::uint32_t number : numbers) {
      append_varint(out, number - last);
      last = number;
    }
  }

  void append_words(std::string& out, const std::vector<std::string>& words,
                    std::uint32_t owner) const {
    append_varint(out, words.size());
    for (const std::string& word : words) {
      const std::uint32_t number = word_numbers_.at(word);
      append_varint(out, number == owner ? 0 : number + 1);
    }
  }

  void append_lists(std::string& out, unsigned flags, const Links& links) const {
    if ((flags & kHypernym) != 0) append_varint(out, links.hypernyms.front());
    if ((flags & kHypernyms) != 0) {
      append_varint(out, links.hypernyms.size());
      for (const std::uint32_t number : links.hypernyms)
        append_varint(out, number);
    }
    if ((flags & kHyponyms) != 0) append_differences(out, links.hyponyms);
    if ((flags & kWholes) != 0) append_differences(out, links.wholes);
    if ((flags & kParts) != 0) append_differences(out, links.parts);
  }

  Result<void> write_synsets(Sections& sections) const {
    const std::vector<Links> all = RECTO_TRY(links());
    BlockWriter blocks(order_.size());
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const SynsetContent& synset = content_->synsets[order_[i]];
      const std::uint32_t owner = owners_[order_[i]];
      bool begins = false;
      std::string& out = blocks.next(begins);
      if (begins) append_varint(out, owner);
      if (begins) before = owner;
      unsigned flags = synset.words.size() > 1 ? kWords : 0U;
      if (all[i].hypernyms.size() == 1) flags |= kHypernym;
      if (all[i].hypernyms.size() > 1) flags |= kHypernyms;
      if (!all[i].hyponyms.empty()) flags |= kHyponyms;
      if (!all[i].wholes.empty()) flags |= kWholes;
      if (!all[i].parts.empty()) flags |= kParts;
      append_little_endian(
          out, static_cast<unsigned>(synset.category) | (synset.instance ? kInstance : 0U), 1);
      append_little_endian(out, flags, 1);
      append_varint(out, owner - before);
      before = owner;
      if (synset.words.size() > 1) append_words(out, synset.words, owner);
      append_lists(out, flags, all[i]);
    }
    blocks.store(sections, "synsets");
    return {};
  }

  const LexiconContent* content_;
  std::map<std::string, std::uint32_t> word_numbers_;
  std::vector<std::uint32_t> owners_;   ///< by place in content
  std::vector<std::uint32_t> numbers_;  ///< by place in content
  std::vector<std::size_t> order_;      ///< the way back
};

}  // namespace

Result<std::string> write_lexicon(const LexiconContent& content) {
  return LexiconWriter(content).write();
}

}  // namespace recto
