#include "tools/patterns/name_types.h"

#include <algorithm>

#include "content/words/countries.h"

namespace recto::patterns {
namespace {

using language::NameKind;

/// From here on the model may call a country's name a person's or an organisation's.
constexpr language::Chance kSure = 0.9F;

NameType type_of_kind(NameKind kind) {
  switch (kind) {
    case NameKind::Person: return NameType::Person;
    case NameKind::Organisation: return NameType::Organisation;
    case NameKind::Place: return NameType::Place;
    case NameKind::Event: return NameType::Event;
    case NameKind::Work: return NameType::Work;
    case NameKind::Other: break;
  }
  return NameType::Other;
}

bool is_named(const Sense& sense) {
  return sense.casing == Casing::Title;
}

}  // namespace

NameTypes::NameTypes(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const Country& country : all_countries(lexicon))
    if (!country.adjective.empty()) adjectives_.emplace(country.adjective);
  for (const char* word : {"inhabitant", "native"}) {
    const std::vector<Sense> senses = lexicon.senses(word, PartOfSpeech::Noun);
    if (!senses.empty()) inhabitant_.push_back(senses.front().synset);
  }
}

bool NameTypes::is_of_people(std::string_view word) const {
  bool adjective = false;
  bool people = false;
  for (const Sense& sense : lexicon_.senses(word)) {
    if (!is_named(sense)) continue;
    if (sense.part == PartOfSpeech::Adjective) adjective = true;
    if (sense.part != PartOfSpeech::Noun) continue;
    if (std::ranges::any_of(inhabitant_,
                            [&](SynsetId above) { return lexicon_.is_a(sense.synset, above); }))
      return true;
    // "Welsh": an adjective, and the people or their language.
    const Category category = lexicon_.synset(sense.synset).category;
    people |= category == Category::Group || category == Category::Communication;
  }
  return adjective && people;
}

bool NameTypes::is_nationality(std::string_view word) const {
  if (word.empty() || word.front() < 'A' || word.front() > 'Z') return false;
  if (adjectives_.contains(word) || is_of_people(word)) return true;
  if (!word.ends_with('s')) return false;
  word.remove_suffix(1);
  return adjectives_.contains(word) || is_of_people(word);
}

NameType NameTypes::type_of(const Sentence& sentence, const language::Name& name) const {
  const Words words{name.begin, name.end};
  const std::string_view text = sentence.text(words);
  const NameType type = type_of_kind(name.kind);
  const bool other = type == NameType::Person || type == NameType::Organisation;
  if (!(other && name.chance >= kSure) && find_country(lexicon_, text)) return NameType::Country;
  const bool single = name.end - name.begin == 1;
  if (single && type != NameType::Place && !(other && name.chance >= kSure) && is_nationality(text))
    return NameType::Nationality;
  return type;
}

std::vector<TypedName> NameTypes::types_of(const Sentence& sentence) const {
  std::vector<TypedName> found;
  WordId at = 0;
  const auto add_nationalities = [&](WordId end) {
    for (; at < end; ++at) {
      const bool adjective = sentence.upos(at) == "ADJ";
      if (!adjective && sentence.upos(at) != "PROPN" && sentence.upos(at) != "NOUN") continue;
      if (is_nationality(sentence.word(at)))
        found.push_back({{at, at + 1},
                         NameType::Nationality,
                         adjective ? 1.0F : sentence.analysed().tokens[at].tag_chance});
    }
  };
  for (const language::Name& name : sentence.analysed().names) {
    if (name.begin < at || name.end > sentence.size() || name.begin >= name.end) continue;
    add_nationalities(name.begin);
    found.push_back({{name.begin, name.end}, type_of(sentence, name), name.chance});
    at = name.end;
  }
  add_nationalities(sentence.size());
  return found;
}

}  // namespace recto::patterns
