#include "tools/train-language/name_corpora.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tools/train-language/given_words.h"
#include "tools/train-language/gum_mentions.h"

namespace recto::train {
namespace {

using language::Name;
using language::NameKind;
using language::WordId;

constexpr auto kPerson = NameKind::Person;
constexpr auto kOrganisation = NameKind::Organisation;
constexpr auto kPlace = NameKind::Place;
constexpr auto kEvent = NameKind::Event;
constexpr auto kWork = NameKind::Work;
constexpr auto kOther = NameKind::Other;

/// Labels of UNER and wikigold, of CrossNER, and of GUM.
constexpr std::array<std::pair<std::string_view, NameKind>, 52> kLabels = {{
    {"PER", kPerson},
    {"ORG", kOrganisation},
    {"LOC", kPlace},
    {"MISC", kOther},
    {"politician", kPerson},
    {"person", kPerson},
    {"scientist", kPerson},
    {"researcher", kPerson},
    {"musicalartist", kPerson},
    {"writer", kPerson},
    {"organisation", kOrganisation},
    {"politicalparty", kOrganisation},
    {"university", kOrganisation},
    {"conference", kEvent},
    {"band", kOrganisation},
    {"country", kPlace},
    {"location", kPlace},
    {"event", kEvent},
    {"election", kEvent},
    {"song", kWork},
    {"album", kWork},
    {"book", kWork},
    {"poem", kWork},
    {"magazine", kWork},
    {"academicjournal", kWork},
    {"product", kWork},
    {"programlang", kWork},
    {"misc", kOther},
    {"award", kOther},
    {"astronomicalobject", kOther},
    {"theory", kOther},
    {"discipline", kOther},
    {"enzyme", kOther},
    {"protein", kOther},
    {"chemicalelement", kOther},
    {"chemicalcompound", kOther},
    {"musicgenre", kOther},
    {"musicalinstrument", kOther},
    {"literarygenre", kOther},
    {"algorithm", kOther},
    {"field", kOther},
    {"metrics", kOther},
    {"task", kOther},
    {"organization", kOrganisation},
    {"place", kPlace},
    {"object", kOther},
    {"abstract", kOther},
    {"substance", kOther},
    {"animal", kOther},
    {"plant", kOther},
    {"OTH", kOther},
    {"work", kWork},
}};

tl::unexpected<Error> no_iob2(std::size_t line, std::string what) {
  return fail(Error::Kind::BadInput, std::move(what), "line " + std::to_string(line),
              "give a file in IOB2 format");
}

bool joins_name(const Word& word) {
  constexpr std::array<std::string_view, 8> kBetween = {"of", "the", "and", "de",
                                                        "-",  "'s",  "for", "&"};
  return std::find(kBetween.begin(), kBetween.end(), word.form) != kBetween.end();
}

/// The highest word of a mention; its end for none.
WordId head_of(const std::vector<Word>& words, const GumMention& mention) {
  for (WordId i = mention.begin; i < mention.end; ++i) {
    const std::size_t above = words[i].head;
    if (above == 0 || above - 1 < mention.begin || above - 1 >= mention.end) return i;
  }
  return mention.end;
}

/// The run of proper nouns around a mention's head.
std::optional<Name> name_of(const std::vector<Word>& words, const GumMention& mention) {
  const auto kind = kind_of_label(mention.type);
  const WordId head = head_of(words, mention);
  const auto proper = [&](WordId i) { return words[i].upos == "PROPN"; };
  if (!kind || head == mention.end || !proper(head)) return std::nullopt;
  WordId begin = head;
  while (begin > mention.begin) {
    WordId next = begin - 1;
    while (next > mention.begin && joins_name(words[next]))
      --next;
    if (!proper(next)) break;
    begin = next;
  }
  WordId end = head + 1;
  while (end < mention.end) {
    WordId next = end;
    while (next + 1 < mention.end && joins_name(words[next]))
      ++next;
    if (!proper(next)) break;
    end = next + 1;
  }
  return Name{begin, end, *kind, 1};
}

/// Of names inside names the longest stays.
void keep_longest(std::vector<Name>& names) {
  std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Name> kept;
  for (const Name& name : names)
    if (kept.empty() || name.begin >= kept.back().end) kept.push_back(name);
  names = std::move(kept);
}

class Iob2Reader {
 public:
  Result<void> read(std::string_view line) {
    ++number_;
    if (line.empty()) {
      close();
      return {};
    }
    if (line.starts_with("# ")) {
      sentence_.begins_document |= line.starts_with("# newdoc");
      return {};
    }
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0)
      return no_iob2(number_, "there is no word with a label between tabs");
    sentence_.words.emplace_back(line.substr(0, tab));
    return label(line.substr(tab + 1));
  }

  NamedSentences take() {
    close();
    return std::move(all_);
  }

 private:
  /// What the last word is labelled with.
  Result<void> label(std::string_view label) {
    if (label == "O") {
      open_.clear();
      return {};
    }
    if (label.size() < 3 || label[1] != '-' || (label[0] != 'B' && label[0] != 'I'))
      return no_iob2(number_, "a label is none of O, B-…, I-…");
    const std::string_view name = label.substr(2);
    const auto kind = kind_of_label(name);
    if (!kind) return no_iob2(number_, "the label " + std::string(name) + " is not known");
    const auto end = static_cast<WordId>(sentence_.words.size());
    if (label[0] == 'I' && open_ == name)
      sentence_.names.back().end = end;
    else
      sentence_.names.push_back({end - 1, end, *kind, 1});
    open_ = name;
    return {};
  }

  void close() {
    if (!sentence_.words.empty()) all_.push_back(std::exchange(sentence_, {}));
    open_.clear();
  }

  std::size_t number_ = 0;
  NamedSentences all_;
  NamedSentence sentence_;
  std::string open_;  ///< the label of the name that may go on
};

}  // namespace

std::optional<NameKind> kind_of_label(std::string_view label) {
  const auto* const found = std::find_if(kLabels.begin(), kLabels.end(),
                                         [&](const auto& entry) { return entry.first == label; });
  if (found == kLabels.end()) return std::nullopt;
  return found->second;
}

Result<NamedSentences> parse_iob2(std::string_view text) {
  Iob2Reader reader;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    RECTO_TRY(reader.read(line));
  }
  return reader.take();
}

NamedSentences named_entities(const Treebank& treebank) {
  NamedSentences all;
  for (const auto& document : documents(treebank)) {
    const std::size_t first = all.size();
    for (const TreebankSentence& sentence : document)
      all.push_back({forms_of(sentence), {}, sentence.begins_document});
    for (const GumMention& mention : gum_mentions(document))
      if (const auto name = name_of(document[mention.sentence].words, mention))
        all[first + mention.sentence].names.push_back(*name);
  }
  for (NamedSentence& sentence : all)
    keep_longest(sentence.names);
  return all;
}

std::vector<int> name_labels(const NamedSentence& sentence) {
  std::vector<int> labels(sentence.words.size(), 0);
  for (const Name& name : sentence.names)
    for (WordId word = name.begin; word < name.end; ++word)
      labels[word] = 1 + 2 * static_cast<int>(name.kind) + (word == name.begin ? 0 : 1);
  return labels;
}

}  // namespace recto::train
