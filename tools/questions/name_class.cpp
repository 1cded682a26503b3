#include "tools/questions/name_class.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/base/fold.h"
#include "content/words/countries.h"
#include "content/words/people.h"
#include "tools/patterns/nominal.h"

namespace recto::questions {
namespace {

using language::NameKind;
using patterns::WordId;

/// Classes that a name may be asked by, from the narrowest on.
constexpr std::array<std::string_view, 40> kClasses{
    "capital", "city",    "town",      "village",  "country",     "state",      "province",
    "county",  "island",  "river",     "lake",     "sea",         "ocean",      "mountain",
    "volcano", "desert",  "continent", "region",   "archipelago", "university", "college",
    "museum",  "company", "airline",   "bank",     "newspaper",   "magazine",   "party",
    "planet",  "moon",    "star",      "language", "religion",    "novel",      "book",
    "film",    "war",     "battle",    "team",     "agency"};

}  // namespace

bool is_class(std::string_view noun) {
  return std::ranges::find(kClasses, noun) != kClasses.end();
}

namespace {

/// The class nearest above a sense of the name in the lexicon.
std::string class_of_sense(const Lexicon& lexicon, const Sense& sense) {
  constexpr int kDeepest = 4;
  static constexpr std::array<std::string_view, 4> kCities{"national capital", "state capital",
                                                           "provincial capital", "port"};
  for (const SynsetId id : lexicon.ancestors(sense.synset, kDeepest)) {
    const std::vector<std::string> words = lexicon.names(id);
    for (const std::string& word : words)
      if (is_class(word) && word != "capital") return word;
    for (const std::string& word : words)
      if (std::ranges::find(kCities, word) != kCities.end()) return "city";
  }
  return {};
}

/// The class of a name; none where the name has several of the same rank: Ottawa is a city and a
/// river. Paris is a city first of all: met in texts as that, and never as anything else.
std::string class_in_lexicon(const Lexicon& lexicon, std::string_view name) {
  std::string found;
  const auto senses = lexicon.senses(name, PartOfSpeech::Noun);
  for (const Sense& sense : senses) {
    if (sense.casing == Casing::Lower || !lexicon.synset(sense.synset).instance) continue;
    std::string one = class_of_sense(lexicon, sense);
    const bool first = &sense == &senses.front();
    if (first && !one.empty() && sense.count > 0 && (senses.size() < 2 || senses[1].count == 0))
      return one;
    if (one.empty() || one == found) continue;
    if (!found.empty()) return {};
    found = std::move(one);
  }
  return found;
}

/// ISO 3166 has codes for places that are no states.
bool is_territory(std::string_view code) {
  static constexpr std::array<std::string_view, 44> kTerritories{
      "PR", "GP", "MQ", "RE", "GF", "YT", "HK", "MO", "GL", "FO", "GI", "BM", "KY", "VG", "VI",
      "AW", "CW", "SX", "BQ", "GU", "AS", "MP", "NC", "PF", "WF", "PM", "BL", "MF", "TC", "AI",
      "MS", "FK", "SH", "GG", "JE", "IM", "AX", "SJ", "CK", "NU", "TK", "NF", "CX", "AQ"};
  return std::ranges::find(kTerritories, code) != kTerritories.end();
}

/// "University of Utah", "Colorado River": the class stands in the name.
std::string class_in_name(std::string_view name) {
  const std::string folded = fold_case(name);
  const std::size_t of = folded.find(" of ");
  const std::string front = of == std::string::npos ? folded : folded.substr(0, of);
  const std::size_t blank = front.rfind(' ');
  std::string last = blank == std::string::npos ? front : front.substr(blank + 1);
  if (is_class(last) && folded.size() > last.size()) return last;
  const std::string first = folded.substr(0, folded.find(' '));
  const bool leads =
      first == "lake" || first == "university" || first == "bank" || first == "river";
  return leads && folded.size() > first.size() ? first : std::string();
}

bool fits_kind(NameKind kind, Category category) {
  switch (kind) {
    case NameKind::Organisation: return category == Category::Group;
    case NameKind::Place:
      return category == Category::Location || category == Category::Object ||
             category == Category::Artifact;
    case NameKind::Work:
      return category == Category::Communication || category == Category::Artifact;
    case NameKind::Event: return category == Category::Event || category == Category::Act;
    case NameKind::Other: return true;
    case NameKind::Person: break;
  }
  return false;
}

std::string find_class(const Told& told, EntityId id) {
  const discourse::Entity& entity = told.reading.entities.all[id];
  if (const auto country = find_country(told.knowledge.lexicon, entity.name))
    return is_territory(country->code) ? "territory" : "country";
  // The West Bank is none.
  if (std::string found = class_in_name(entity.name);
      !found.empty() && (found != "bank" || entity.kind == NameKind::Organisation))
    return found;
  if (std::string found = class_in_lexicon(told.knowledge.lexicon, entity.name); !found.empty())
    return found;
  const Category category = entity.noun.empty()
                                ? Category::Tops
                                : patterns::first_category(told.knowledge.lexicon, entity.noun);
  if (is_class(entity.noun) && fits_kind(entity.kind, category)) return entity.noun;
  return {};
}

}  // namespace

std::string class_of_noun(const Lexicon& lexicon, std::string_view lemma) {
  static constexpr std::array<std::string_view, 44> kNouns{"disease",
                                                           "animal",
                                                           "plant",
                                                           "metal",
                                                           "gas",
                                                           "language",
                                                           "fruit",
                                                           "vegetable",
                                                           "bird",
                                                           "fish",
                                                           "insect",
                                                           "drug",
                                                           "mineral",
                                                           "color",
                                                           "sport",
                                                           "religion",
                                                           "vehicle",
                                                           "weapon",
                                                           "tree",
                                                           "flower",
                                                           "vitamin",
                                                           "hormone",
                                                           "organ",
                                                           "acid",
                                                           "mammal",
                                                           "reptile",
                                                           "grain",
                                                           "spice",
                                                           "musical instrument",
                                                           "bone",
                                                           "currency",
                                                           "bacteria",
                                                           "virus",
                                                           "planet",
                                                           "crop",
                                                           "beverage",
                                                           "dance",
                                                           "profession",
                                                           "illness",
                                                           "science",
                                                           "protein",
                                                           "muscle",
                                                           "chemical element",
                                                           "fabric"};
  constexpr int kDeepest = 6;
  const auto senses = lexicon.senses(lemma, PartOfSpeech::Noun);
  if (senses.empty()) return {};
  // "rape" is a plant, too: only what the word nearly always means.
  constexpr std::uint32_t kMostly = 4;
  if (senses.size() > 1 &&
      senses[0].count < std::max<std::uint32_t>(kMostly, kMostly * senses[1].count))
    return {};
  for (const SynsetId id : lexicon.ancestors(senses.front().synset, kDeepest))
    for (const std::string& word : lexicon.names(id))
      if (std::ranges::find(kNouns, word) != kNouns.end() &&
          lemma.find(word) == std::string_view::npos)
        return word == "color" ? "colour" : word;
  return {};
}

const std::string& class_of(const Told& told, EntityId id) {
  std::optional<std::string>& known = told.classes[id];
  if (!known) known = find_class(told, id);
  return *known;
}

const statements::Mention* name_that_is(const ReadSentence& sentence, Words phrase) {
  if (phrase.empty()) return nullptr;
  WordId first = sentence.words.upos(phrase.begin) == "DET" ? phrase.begin + 1 : phrase.begin;
  if (sentence.mention_at(first) == nullptr && is_title(sentence.words.word(first))) ++first;
  const statements::Mention* mention = sentence.mention_at(first);
  const bool whole =
      mention != nullptr && mention->words.begin == first && mention->words.end == phrase.end;
  return whole && mention->entity != discourse::kNoEntity ? mention : nullptr;
}

bool is_name(const ReadSentence& sentence, Words phrase) {
  if (phrase.empty()) return false;
  const WordId first = sentence.words.upos(phrase.begin) == "DET" ? phrase.begin + 1 : phrase.begin;
  const statements::Mention* mention = sentence.mention_at(first);
  return mention != nullptr && mention->words.begin == first && mention->words.end == phrase.end;
}

}  // namespace recto::questions
