#include "tools/discourse/nouns.h"

#include <algorithm>
#include <vector>

#include "content/words/inflection.h"

namespace recto::discourse {
namespace {

std::optional<NameKind> kind_of(Category category) {
  switch (category) {
    case Category::Person: return NameKind::Person;
    case Category::Group: return NameKind::Organisation;
    case Category::Location: return NameKind::Place;
    default: return std::nullopt;
  }
}

std::optional<NameKind> listed_kind(const NameWords& words, const std::string& noun) {
  if (words.person.contains(noun) || words.he_nouns.contains(noun) ||
      words.she_nouns.contains(noun))
    return NameKind::Person;
  if (words.organisation.contains(noun)) return NameKind::Organisation;
  if (words.place.contains(noun)) return NameKind::Place;
  if (words.event.contains(noun)) return NameKind::Event;
  if (words.work.contains(noun)) return NameKind::Work;
  return std::nullopt;
}

/// Named instances of one synset's category; rivers and mountains are "objects".
std::optional<NameKind> kind_of_instance(const Synset& synset) {
  if (!synset.instance) return std::nullopt;
  return synset.category == Category::Object ? NameKind::Place : kind_of(synset.category);
}

}  // namespace

const Nouns::Facts& Nouns::facts(const std::string& noun) {
  const auto [found, fresh] = known_.try_emplace(noun);
  if (!fresh) return found->second;
  Facts& facts = found->second;
  facts.singular = lemma_of(lexicon_, noun, PartOfSpeech::Noun).value_or(noun);
  facts.kind = listed_kind(words_, noun);
  const std::vector<Sense> senses = lexicon_.senses(noun, PartOfSpeech::Noun);
  bool first = true;
  for (const Sense& sense : senses) {
    if (sense.casing != Casing::Lower) continue;
    const std::optional<NameKind> kind = kind_of(lexicon_.synset(sense.synset).category);
    if (first && !facts.kind && !words_.either.contains(noun)) facts.kind = kind;
    facts.person = facts.person || (kind == NameKind::Person && (first || sense.count > 0));
    first = false;
  }
  facts.person = facts.person || facts.kind == NameKind::Person;
  return facts;
}

const std::string& Nouns::singular(const std::string& noun) {
  return facts(noun).singular;
}

std::optional<NameKind> Nouns::kind(const std::string& noun) {
  return facts(noun).kind;
}

bool Nouns::may_be_person(const std::string& noun) {
  return facts(noun).person;
}

Gender Nouns::gender(const std::string& noun) const {
  if (words_.he_nouns.contains(noun)) return Gender::He;
  if (words_.she_nouns.contains(noun)) return Gender::She;
  constexpr std::size_t kShortest = 6;  // "salesman", but not "woman", "human"
  if (noun.size() < kShortest || noun.ends_with("human")) return Gender::Unknown;
  if (noun.ends_with("woman")) return Gender::She;
  return noun.ends_with("man") && !noun.ends_with("german") ? Gender::He : Gender::Unknown;
}

std::optional<NameKind> Nouns::known_name(const std::string& name) {
  const auto [found, fresh] = names_.try_emplace(name);
  if (!fresh) return found->second;
  std::optional<NameKind> kind;
  for (const Sense& sense : lexicon_.senses(name, PartOfSpeech::Noun)) {
    if (sense.casing == Casing::Lower) return found->second;
    const auto of_sense = kind_of_instance(lexicon_.synset(sense.synset));
    if (!of_sense || (kind && kind != of_sense)) return found->second;
    kind = of_sense;
  }
  found->second = kind;
  return kind;
}

}  // namespace recto::discourse
