// The way back from forms to lemmas: what could give the form is bent again and compared, so that
// both ways cannot drift apart.
#include <algorithm>
#include <array>

#include "content/words/compound.h"
#include "content/words/inflection.h"
#include "content/words/irregular.h"

namespace recto {
namespace {

using enum PartOfSpeech;

/// Longer forms are no words.
constexpr std::size_t kLongestForm = 128;

struct Ending {
  Slot slot;
  PartOfSpeech part;
  std::string_view ending;
  std::string_view instead;
};

/// For each slot the likeliest first.
constexpr Ending kEndings[] = {{Slot::Plural, Noun, "ies", "y"},
                               {Slot::Plural, Noun, "ves", "f"},
                               {Slot::Plural, Noun, "ves", "fe"},
                               {Slot::Plural, Noun, "men", "man"},
                               {Slot::Plural, Noun, "children", "child"},
                               {Slot::Plural, Noun, "zzes", "z"},
                               {Slot::Plural, Noun, "xes", "x"},
                               {Slot::Plural, Noun, "ches", "ch"},
                               {Slot::Plural, Noun, "shes", "sh"},
                               {Slot::Plural, Noun, "sses", "ss"},
                               {Slot::Plural, Noun, "s", ""},
                               {Slot::Plural, Noun, "es", ""},
                               {Slot::Plural, Noun, "ses", "sis"},
                               {Slot::Plural, Noun, "", ""},
                               {Slot::Third, Verb, "ies", "y"},
                               {Slot::Third, Verb, "zzes", "z"},
                               {Slot::Third, Verb, "xes", "x"},
                               {Slot::Third, Verb, "ches", "ch"},
                               {Slot::Third, Verb, "shes", "sh"},
                               {Slot::Third, Verb, "sses", "ss"},
                               {Slot::Third, Verb, "s", ""},
                               {Slot::Third, Verb, "es", ""},
                               {Slot::Past, Verb, "ied", "y"},
                               {Slot::Past, Verb, "ed", ""},
                               {Slot::Past, Verb, "d", ""},
                               {Slot::Gerund, Verb, "ying", "ie"},
                               {Slot::Gerund, Verb, "ing", ""},
                               {Slot::Gerund, Verb, "ing", "e"},
                               {Slot::Comparative, Adjective, "ier", "y"},
                               {Slot::Comparative, Adjective, "er", ""},
                               {Slot::Comparative, Adjective, "r", ""},
                               {Slot::Superlative, Adjective, "iest", "y"},
                               {Slot::Superlative, Adjective, "est", ""},
                               {Slot::Superlative, Adjective, "st", ""}};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

/// A regular form beside the usual one: "lied", "benefiting", "focussed", "persons", "indexes".
bool is_second_form(const std::string& lemma, Slot slot, std::string_view form) {
  if (slot == Slot::Plural)
    return !irregular_plural(lemma).empty() && (form == lemma + "s" || form == lemma + "es");
  if (lemma.size() < 3 || slot < Slot::Past || slot > Slot::Gerund) return false;
  const std::string_view ending = slot == Slot::Gerund ? "ing" : "ed";
  if (lemma.ends_with("e")) return slot != Slot::Gerund && form == lemma + "d";
  if (!form.ends_with(ending) || syllables(lemma) < 2) return false;
  const std::string_view stem = form.substr(0, form.size() - ending.size());
  return stem == lemma || stem == lemma + lemma.back();
}

bool bends_to(const Lexicon& lexicon, const std::string& lemma, Slot slot,
              const std::string& form) {
  return inflect(lexicon, lemma, slot, Spelling::British) == form ||
         (lemma.ends_with("l") && inflect(lexicon, lemma, slot, Spelling::American) == form);
}

void add(std::vector<std::string>& lemmas, std::string lemma) {
  if (!lemma.empty() && std::find(lemmas.begin(), lemmas.end(), lemma) == lemmas.end())
    lemmas.push_back(std::move(lemma));
}

/// The undoubled stem: "stopp" → "stop"; empty when nothing is doubled. "panick" → "panic".
std::string undoubled(std::string_view stem) {
  const std::size_t size = stem.size();
  const bool doubled = size > 2 && (stem[size - 1] == stem[size - 2] || stem.ends_with("ck"));
  return doubled ? std::string(stem.substr(0, size - 1)) : std::string{};
}

/// Participles end as pasts do.
Slot slot_of_ending(Slot slot) {
  return slot == Slot::Participle ? Slot::Past : slot;
}

/// Adverbs end as adjectives do.
PartOfSpeech part_of_ending(PartOfSpeech part) {
  return part == Adverb ? Adjective : part;
}

/// What by its ending could give the form: those that bend to it; likeliest first.
enum class Words : std::uint8_t { Known, All };

std::vector<std::string> regular_lemmas(const Lexicon& lexicon, const std::string& form,
                                        PartOfSpeech part, Slot slot, Words words) {
  std::vector<std::string> lemmas;
  for (const Ending& one : kEndings) {
    if (one.slot != slot_of_ending(slot) || one.part != part_of_ending(part)) continue;
    if (!form.ends_with(one.ending) || form.size() < one.ending.size() + 1) continue;
    const std::string stem = form.substr(0, form.size() - one.ending.size());
    const std::string cut = one.instead.empty() ? undoubled(stem) : "";
    const std::string whole = stem + std::string(one.instead);
    // "vlogg" is cut, "fill" more often not.
    const bool whole_first = stem.find_last_of("lsfz") == stem.size() - 1;
    for (const std::string& lemma : {whole_first ? whole : cut, whole_first ? cut : whole})
      if (lemma.size() > 1 &&
          (bends_to(lexicon, lemma, slot, form) ||
           (words == Words::Known && is_second_form(lemma, slot, form))) &&
          (words == Words::All || lexicon.knows(lemma, part)))
        add(lemmas, lemma);
  }
  return lemmas;
}

/// Which slots an irregular form may fill: "-ing" is one of a gerund, "-s" of the third person.
bool may_fill(std::string_view form, PartOfSpeech part, Slot slot) {
  if (part == Noun) return slot == Slot::Plural;
  if (part != Verb) return slot == (form.ends_with("st") ? Slot::Superlative : Slot::Comparative);
  if (form.ends_with("ing")) return slot == Slot::Gerund;
  if (form.ends_with("s") && !form.ends_with("ss")) return slot == Slot::Third;
  return slot == Slot::Past || slot == Slot::Participle;
}

/// An exception's lemma fills past and participle alike unless our list of verbs knows better.
bool fills(const Lexicon& lexicon, const std::string& form, const std::string& lemma, Slot slot) {
  if (slot != Slot::Past && slot != Slot::Participle) return true;
  const Slot other = slot == Slot::Past ? Slot::Participle : Slot::Past;
  return bends_to(lexicon, lemma, slot, form) || !bends_to(lexicon, lemma, other, form);
}

std::vector<std::string> irregular_lemmas(const Lexicon& lexicon, const std::string& form,
                                          PartOfSpeech part, Slot slot) {
  std::vector<std::string> lemmas;
  if (!may_fill(form, part, slot)) return lemmas;
  if (part == Noun) add(lemmas, std::string(irregular_singular(form)));
  const std::string_view listed = lexicon.exceptions(part).find(form);
  if (listed.empty()) return lemmas;
  for (const std::string_view field : split_fields(listed))
    if (std::string lemma(field); fills(lexicon, form, lemma, slot)) add(lemmas, std::move(lemma));
  return lemmas;
}

std::uint32_t usage(const Lexicon& lexicon, std::string_view lemma, PartOfSpeech part) {
  std::uint32_t count = 0;
  for (const Sense& sense : lexicon.senses(lemma, part))
    count += sense.count;
  return count;
}

/// Whether a form in lower case is a word in lower case: "ate" is not the goddess, "bridges" not Mr
/// Bridges.
bool is_written_so(const Lexicon& lexicon, std::string_view form, PartOfSpeech part) {
  const auto senses = lexicon.senses(form, part);
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) ||
         std::any_of(senses.begin(), senses.end(),
                     [](const Sense& sense) { return sense.casing == Casing::Lower; });
}

/// Lemmas of a form in a slot, known ones alone, the most usual first.
std::vector<std::string> known_lemmas(const Lexicon& lexicon, const std::string& form,
                                      PartOfSpeech part, Slot slot) {
  std::vector<std::string> lemmas;
  if (slot == Slot::Base) {
    if (lexicon.knows(form, part)) lemmas.push_back(form);
    return lemmas;
  }
  lemmas = irregular_lemmas(lexicon, form, part, slot);
  std::erase_if(lemmas, [&](const std::string& lemma) { return !lexicon.knows(lemma, part); });
  for (std::string& lemma : regular_lemmas(lexicon, form, part, slot, Words::Known))
    add(lemmas, std::move(lemma));
  if (lemmas.size() < 2) return lemmas;
  const auto bent = [&](const std::string& lemma) { return bends_to(lexicon, lemma, slot, form); };
  // "overflown" is of "overfly", although the lists have it as one of "overflow" too.
  if (std::any_of(lemmas.begin(), lemmas.end(), bent))
    std::erase_if(lemmas, [&](const std::string& lemma) { return !bent(lemma); });
  std::stable_sort(lemmas.begin(), lemmas.end(), [&](const std::string& a, const std::string& b) {
    return usage(lexicon, a, part) > usage(lexicon, b, part);
  });
  return lemmas;
}

bool has_slot(PartOfSpeech part, Slot slot) {
  if (slot == Slot::Base) return true;
  if (slot == Slot::Plural) return part == Noun;
  return (slot >= Slot::Comparative) == (part == Adjective || part == Adverb) && part != Noun;
}

/// After a consonant these endings of stems were cut from -e in most verbs of WordNet: "blacklin",
/// "rehydrat".
constexpr std::array<std::string_view, 17> kCutEndings = {"ad", "ag", "ak", "am", "at", "ib",
                                                          "id", "ik", "im", "in", "ir", "od",
                                                          "ok", "ud", "um", "ur", "ut"};

/// Whether a verb's or adjective's stem looks cut: "googl", "argu", "notic", "larg".
bool wants_e(std::string_view stem) {
  if (stem.size() < 2) return true;
  const std::string_view vowels = "aeiou";
  const bool after_consonant =
      stem.size() > 2 && vowels.find(stem[stem.size() - 3]) == std::string_view::npos;
  if (after_consonant && std::find(kCutEndings.begin(), kCutEndings.end(),
                                   stem.substr(stem.size() - 2)) != kCutEndings.end())
    return true;
  const char last = stem.back();
  const char before = stem[stem.size() - 2];
  const bool after_vowel = vowels.find(before) != std::string_view::npos;
  if (std::string_view("cuvz").find(last) != std::string_view::npos) return true;
  if (last == 'l') return !after_vowel && before != 'l' && before != 'r';
  if (last == 's') return before != 's';
  return last == 'g' && !after_vowel && before != 'n' && before != 'g';
}

/// Whether a known word of this part ends it: "upvote", "crowdfund".
bool ends_in_known(const Lexicon& lexicon, std::string_view lemma, PartOfSpeech part) {
  for (std::size_t cut = 2; cut + 4 <= lemma.size() && cut <= 8; ++cut)
    if (lexicon.knows(lemma.substr(cut), part)) return true;
  return false;
}

/// The likeliest lemma of a word that the lexicon does not know.
std::string guess(const Lexicon& lexicon, const std::string& form, PartOfSpeech part, Slot slot) {
  if (const auto listed = irregular_lemmas(lexicon, form, part, slot); !listed.empty())
    return listed.front();
  std::vector<std::string> lemmas = regular_lemmas(lexicon, form, part, slot, Words::All);
  if (lemmas.empty()) return form;
  const auto compound = std::find_if(lemmas.begin(), lemmas.end(), [&](const std::string& lemma) {
    return ends_in_known(lexicon, lemma, part);
  });
  if (part == Verb && compound != lemmas.end()) return *compound;
  const auto with_e = std::find_if(lemmas.begin(), lemmas.end(), [](const std::string& lemma) {
    return lemma.ends_with("e") && wants_e(std::string_view(lemma).substr(0, lemma.size() - 1));
  });
  return part != Noun && with_e != lemmas.end() ? *with_e : lemmas.front();
}

constexpr std::array<Slot, 8> kSlots = {Slot::Base,        Slot::Plural,     Slot::Third,
                                        Slot::Past,        Slot::Participle, Slot::Gerund,
                                        Slot::Comparative, Slot::Superlative};

}  // namespace

std::vector<WordReading> readings(const Lexicon& lexicon, std::string_view form) {
  std::vector<WordReading> found;
  if (form.size() > kLongestForm) return found;
  const std::string key = lowered(form);
  for (const PartOfSpeech part : {Noun, Verb, Adjective, Adverb})
    for (const Slot slot : kSlots) {
      if (!has_slot(part, slot)) continue;
      if (slot == Slot::Base && !is_written_so(lexicon, form, part)) continue;
      for (std::string& lemma : known_lemmas(lexicon, key, part, slot))
        if (slot != Slot::Plural || lemma != key || !irregular_plural(key).empty())
          found.push_back({std::move(lemma), part, slot});
    }
  return found;
}

std::string lemma_of(const Lexicon& lexicon, std::string_view form, PartOfSpeech part, Slot slot) {
  std::string key = lowered(form);
  if (part == Verb)
    if (const std::string_view lemma = auxiliary_lemma(key); !lemma.empty())
      return std::string(lemma);
  if (key.size() > kLongestForm || !has_slot(part, slot) || slot == Slot::Base) return key;
  if (auto known = known_lemmas(lexicon, key, part, slot); !known.empty()) return known.front();
  if (slot == Slot::Past || slot == Slot::Participle) {  // "they had ate"
    const Slot other = slot == Slot::Past ? Slot::Participle : Slot::Past;
    if (auto known = known_lemmas(lexicon, key, part, other); !known.empty()) return known.front();
  }
  const bool stays = slot == Slot::Plural || slot >= Slot::Comparative;
  if (stays && lexicon.knows(key, part)) return key;  // "pyjamas", "further"
  const Head head = head_of(key, slot);
  if (head.end - head.begin < key.size() && head.end > head.begin)
    return key.substr(0, head.begin) +
           lemma_of(lexicon, std::string_view(key).substr(head.begin, head.end - head.begin), part,
                    slot) +
           key.substr(head.end);
  return guess(lexicon, key, part, slot);
}

std::optional<std::string> lemma_of(const Lexicon& lexicon, std::string_view form,
                                    PartOfSpeech part) {
  const std::string key = lowered(form);
  if (key.size() > kLongestForm) return std::nullopt;
  if (part == Verb)
    if (const std::string_view lemma = auxiliary_lemma(key); !lemma.empty())
      return std::string(lemma);
  std::vector<std::string> lemmas;
  for (const Slot slot : kSlots)
    if (has_slot(part, slot))
      for (std::string& lemma : known_lemmas(lexicon, key, part, slot))
        add(lemmas, std::move(lemma));
  if (lemmas.empty()) return std::nullopt;
  return *std::max_element(lemmas.begin(), lemmas.end(),
                           [&](const std::string& a, const std::string& b) {
                             return usage(lexicon, a, part) < usage(lexicon, b, part);
                           });
}

}  // namespace recto
