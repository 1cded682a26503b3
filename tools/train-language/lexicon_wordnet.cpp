#include "tools/train-language/lexicon_wordnet.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

#include "content/files/files.h"
#include "content/words/lexicon_format.h"
#include "content/words/sorted_lines.h"

namespace recto::train {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 64 << 20;

struct Part {
  const char* file;  ///< data.noun, index.noun, noun.exc
  char letter;
  int sense_key;  ///< in sense keys; adjectives of a cluster have 5
};

constexpr Part kParts[] = {{"noun", 'n', 1}, {"verb", 'v', 2}, {"adj", 'a', 3}, {"adv", 'r', 4}};

struct Pointer {
  std::string symbol;
  char letter = 'n';
  std::string offset;
  std::size_t source = 0;  ///< number of the word, from 1; 0: the whole synset
  std::size_t target = 0;
};

struct RawSynset {
  std::size_t category = 0;
  std::vector<std::string> words;  ///< as written, with blanks
  std::vector<Pointer> pointers;
};

using Address = std::pair<char, std::string>;  ///< part of speech and offset in its file

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string with_blanks(std::string_view word) {
  std::string text(word.substr(0, word.find('(')));  // "alive(p)": where an adjective may stand
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::size_t number(std::string_view text, int base = 10) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (const std::string_view field : split_fields(line, ' '))
    if (!field.empty()) fields.push_back(field);
  return fields;
}

/// Calls `take` with the fields of each line; the licence's lines begin with blanks.
template <class Take>
Result<void> for_lines(const fs::path& path, Take take) {
  const std::string text = RECTO_TRY(read_file(path, kMostBytes));
  for (const std::string_view line : split_fields(text, '\n'))
    if (!line.empty() && line.front() != ' ' && !take(fields_of(line.substr(0, line.find(" | ")))))
      return fail(Error::Kind::BadInput,
                  "a line is not as wndb(5WN) describes it: " + std::string(line.substr(0, 60)),
                  path.string());
  return {};
}

class Reader {
 public:
  explicit Reader(fs::path folder) : folder_(std::move(folder)) {}

  Result<WordNet> read() {
    RECTO_TRY(read_counts());
    for (const Part& part : kParts) {
      RECTO_TRY(for_lines(folder_ / (std::string("data.") + part.file),
                          [&](const auto& fields) { return take_synset(part, fields); }));
      RECTO_TRY(for_lines(folder_ / (std::string("index.") + part.file),
                          [&](const auto& fields) { return take_word(part, fields); }));
    }
    RECTO_TRY(link());
    find_adjectives();
    RECTO_TRY(read_exceptions());
    return std::move(net_);
  }

 private:
  Result<void> read_counts() {
    return for_lines(folder_ / "cntlist.rev", [&](const std::vector<std::string_view>& fields) {
      if (fields.size() != 3) return false;
      const std::size_t percent = fields[0].rfind('%');
      if (percent == std::string_view::npos || percent + 1 >= fields[0].size()) return false;
      const char kind = fields[0][percent + 1] == '5' ? '3' : fields[0][percent + 1];
      counts_[{with_blanks(fields[0].substr(0, percent)), kind, number(fields[1])}] =
          static_cast<std::uint32_t>(number(fields[2]));
      return true;
    });
  }

  /// offset category type count(hex) (word id)... count (symbol offset part source-target)... |
  /// text
  bool take_synset(const Part& part, const std::vector<std::string_view>& fields) {
    if (fields.size() < 6) return false;
    RawSynset synset;
    synset.category = number(fields[1]);
    std::size_t at = 4;
    for (std::size_t left = number(fields[3], 16); left > 0; --left, at += 2) {
      if (at + 1 >= fields.size()) return false;
      synset.words.push_back(with_blanks(fields[at]));
    }
    if (at >= fields.size() || synset.category >= kCategories) return false;
    std::size_t left = number(fields[at++]);
    for (; left > 0; --left, at += 4) {
      if (at + 3 >= fields.size() || fields[at + 3].size() != 4) return false;
      synset.pointers.push_back(
          {std::string(fields[at]), fields[at + 2][0], std::string(fields[at + 1]),
           number(fields[at + 3].substr(0, 2), 16), number(fields[at + 3].substr(2), 16)});
    }
    places_[{part.letter, std::string(fields[0])}] = raw_.size();
    raw_.push_back(std::move(synset));
    return true;
  }

  /// lemma part senses pointers (symbol)... senses tagged offset...
  bool take_word(const Part& part, const std::vector<std::string_view>& fields) {
    if (fields.size() < 7) return false;
    const std::string key = with_blanks(fields[0]);
    const std::size_t senses = number(fields[2]);
    if (senses > fields.size()) return false;
    for (std::size_t i = 0; i < senses; ++i) {
      const auto place =
          places_.find({part.letter, std::string(fields[fields.size() - senses + i])});
      if (place == places_.end()) return false;
      const auto& words = raw_[place->second].words;
      const auto spelling = std::find_if(words.begin(), words.end(), [&](const std::string& word) {
        return lowered(word) == key;
      });
      if (spelling == words.end()) return false;
      const auto count = counts_.find({key, static_cast<char>('0' + part.sense_key), i + 1});
      net_.content.words[key].push_back(
          {place->second, *spelling, count == counts_.end() ? 0 : count->second, {}});
    }
    return true;
  }

  [[nodiscard]] std::size_t target_of(const Pointer& pointer) const {
    const auto place = places_.find({pointer.letter, pointer.offset});
    return place == places_.end() ? raw_.size() : place->second;
  }

  Result<void> link() {
    for (std::size_t i = 0; i < raw_.size(); ++i) {
      SynsetContent synset;
      synset.category = static_cast<Category>(raw_[i].category);
      for (const std::string& word : raw_[i].words)
        if (const std::string key = lowered(word);
            std::find(synset.words.begin(), synset.words.end(), key) == synset.words.end())
          synset.words.push_back(key);
      for (const Pointer& pointer : raw_[i].pointers) {
        const std::size_t target = target_of(pointer);
        if (target == raw_.size())
          return fail(Error::Kind::BadInput, "a pointer leads nowhere", pointer.offset);
        if (pointer.symbol == "@" || pointer.symbol == "@i") synset.hypernyms.push_back(target);
        if (pointer.symbol == "@i") synset.instance = true;
        if (pointer.symbol.front() == '#') synset.wholes.push_back(target);
        if (pointer.symbol == "!") add_antonym(i, target, pointer);
      }
      net_.content.synsets.push_back(std::move(synset));
    }
    return {};
  }

  void add_antonym(std::size_t from, std::size_t to, const Pointer& pointer) {
    if (pointer.source == 0 || pointer.source > raw_[from].words.size() || pointer.target == 0 ||
        pointer.target > raw_[to].words.size())
      return;
    const std::string word = lowered(raw_[from].words[pointer.source - 1]);
    for (SenseContent& sense : net_.content.words[word])
      if (sense.synset == from)
        sense.antonyms.emplace_back(lowered(raw_[to].words[pointer.target - 1]), to);
  }

  /// An adjective that pertains to a place's name: of several the one met most.
  void find_adjectives() {
    for (const auto& [key, senses] : net_.content.words)
      for (const SenseContent& sense : senses)
        for (const Pointer& pointer : raw_[sense.synset].pointers)
          if (pertains(pointer, sense)) add_adjective(target_of(pointer), sense);
  }

  [[nodiscard]] bool pertains(const Pointer& pointer, const SenseContent& sense) const {
    return pointer.symbol == "\\" && pointer.letter == 'n' && pointer.source > 0 &&
           raw_[sense.synset].words.at(pointer.source - 1) == sense.spelling;
  }

  void add_adjective(std::size_t place, const SenseContent& sense) {
    if (!net_.content.synsets[place].instance) return;
    for (const std::string& name : net_.content.synsets[place].words) {
      const auto best = adjective_counts_.find(name);
      if (best != adjective_counts_.end() && best->second >= sense.count) continue;
      adjective_counts_[name] = sense.count;
      net_.adjectives[name] = sense.spelling;
    }
  }

  /// Lines "form lemma...".
  Result<void> read_exceptions() {
    for (std::size_t i = 0; i < std::size(kParts); ++i) {
      std::vector<std::pair<std::string, std::string>> rows;
      RECTO_TRY(for_lines(folder_ / (std::string(kParts[i].file) + ".exc"),
                          [&](const std::vector<std::string_view>& fields) {
                            const std::string form = with_blanks(fields[0]);
                            std::string lemmas;
                            for (std::size_t j = 1; j < fields.size(); ++j)
                              if (const std::string lemma = with_blanks(fields[j]); lemma != form)
                                lemmas += (lemmas.empty() ? "" : "\t") + lemma;
                            if (!lemmas.empty()) rows.emplace_back(form, lemmas);
                            return fields.size() > 1;
                          }));
      net_.content.sections[std::string(lexicon_format::kExceptionSections[i])] =
          write_sorted_lines(std::move(rows));
    }
    return {};
  }

  fs::path folder_;
  std::map<std::tuple<std::string, char, std::size_t>, std::uint32_t> counts_;
  std::map<std::string, std::uint32_t> adjective_counts_;
  std::map<Address, std::size_t> places_;
  std::vector<RawSynset> raw_;
  WordNet net_;
};

}  // namespace

Result<WordNet> read_wordnet(const fs::path& folder) {
  return Reader(folder).read();
}

}  // namespace recto::train
