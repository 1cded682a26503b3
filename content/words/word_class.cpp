#include "content/words/word_class.h"

#include <algorithm>
#include <array>

#include "content/words/inflection.h"

namespace recto {
namespace {

struct Bit {
  PartOfSpeech part;
  Slot slot;
  std::string_view name;
};

using enum PartOfSpeech;

constexpr std::array<Bit, 13> kBits = {{{Noun, Slot::Base, "N"},
                                        {Noun, Slot::Plural, "Ns"},
                                        {Verb, Slot::Base, "V"},
                                        {Verb, Slot::Third, "Vz"},
                                        {Verb, Slot::Past, "Vd"},
                                        {Verb, Slot::Participle, "Vn"},
                                        {Verb, Slot::Gerund, "Vg"},
                                        {Adjective, Slot::Base, "A"},
                                        {Adjective, Slot::Comparative, "Ar"},
                                        {Adjective, Slot::Superlative, "As"},
                                        {Adverb, Slot::Base, "R"},
                                        {Adverb, Slot::Comparative, "Rr"},
                                        {Adverb, Slot::Superlative, "Rs"}}};

/// The first sense with a capital for a form with one, without for one without; else the first.
std::optional<Category> category_of(const Lexicon& lexicon, std::string_view lemma, bool capital) {
  const auto senses = lexicon.senses(lemma, Noun);
  if (senses.empty()) return std::nullopt;
  auto sense = std::find_if(senses.begin(), senses.end(), [&](const Sense& one) {
    return (one.casing != Casing::Lower) == capital;
  });
  if (sense == senses.end()) sense = senses.begin();
  return lexicon.synset(sense->synset).category;
}

unsigned bit_of(const WordReading& reading) {
  unsigned bit = 1;
  for (const Bit& one : kBits) {
    if (one.part == reading.part && one.slot == reading.slot) break;
    bit <<= 1U;
  }
  return bit;
}

}  // namespace

std::uint32_t WordClass::code() const {
  const std::uint32_t category = noun ? static_cast<std::uint32_t>(*noun) + 1 : 0;
  return readings | category << kBits.size();
}

std::string WordClass::name() const {
  std::string text;
  for (std::size_t i = 0; i < kBits.size(); ++i) {
    if ((readings >> i & 1U) == 0) continue;
    text += kBits[i].name;
    const bool last_noun = i == 1 || (i == 0 && (readings & 2U) == 0);
    if (last_noun && noun) text.append(":").append(name_of(*noun));
  }
  return text.empty() ? "-" : text;
}

WordClass word_class(const Lexicon& lexicon, std::string_view form) {
  WordClass found;
  const bool capital = !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
  for (const WordReading& reading : readings(lexicon, form)) {
    found.readings = static_cast<std::uint16_t>(found.readings | bit_of(reading));
    if (reading.part == Noun && !found.noun)
      found.noun = category_of(lexicon, reading.lemma, capital);
  }
  return found;
}

}  // namespace recto
