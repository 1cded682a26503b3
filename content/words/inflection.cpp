#include "content/words/inflection.h"

#include <algorithm>
#include <array>

#include "content/base/ascii.h"
#include "content/words/compound.h"
#include "content/words/irregular.h"

namespace recto {
namespace {

using enum PartOfSpeech;

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_vowel(std::string_view word, std::size_t i) {
  if (word[i] == 'u' && i > 0 && word[i - 1] == 'q') return false;  // "quit"
  return std::string_view("aeiou").find(word[i]) != std::string_view::npos;
}

bool is_consonant(std::string_view word, std::size_t i) {
  return is_letter(word[i]) && !is_vowel(word, i);
}

bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && is_consonant(word, word.size() - 2);
}

bool ends_short(std::string_view word) {
  const std::size_t size = word.size();
  return size > 2 && is_consonant(word, size - 1) && is_vowel(word, size - 2) &&
         is_consonant(word, size - 3) &&
         std::string_view("wxy").find(word.back()) == std::string_view::npos;
}

bool lists(const Lexicon& lexicon, PartOfSpeech part, const std::string& form,
           std::string_view lemma) {
  const auto lemmas = split_fields(lexicon.exceptions(part).find(form));
  return std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end();
}

/// What -ed, -ing, -er is put to: "stop" → "stopp", "panic" → "panick", "travel" → "travell".
/// Whether the last syllable is stressed, the lexicon's lists must tell.
std::string stem_before_vowel(const Lexicon& lexicon, std::string_view word,
                              std::string_view ending, PartOfSpeech part, Spelling spelling) {
  std::string stem(word);
  if (word.ends_with("c")) {
    const std::string with_k = stem + "k";
    return lists(lexicon, part, with_k + std::string(ending), word) ? with_k : stem;
  }
  const bool rarely_doubles = word == "benefit" || word == "combat" ||  // though lists have both
                              (word.ends_with("s") && syllables(word) == 1);  // "gas", "bus"
  if (rarely_doubles) return stem;
  if (!ends_short(word)) {
    if (!word.ends_with("l") || !lists(lexicon, part, stem + "l" + std::string(ending), word))
      return stem;
  } else if (syllables(word) > 1 &&
             !lists(lexicon, part, stem + stem.back() + std::string(ending), word)) {
    return stem;
  }
  const bool american = spelling == Spelling::American && word.ends_with("l") &&
                        syllables(word) > 1 && !doubles_l_everywhere(word);
  return american ? stem : stem + stem.back();
}

std::string with_s(std::string_view word, bool es_after_o) {
  std::string out(word);
  if (ends_in_consonant_y(word)) return out.substr(0, out.size() - 1) + "ies";
  const bool hisses = word.ends_with("s") || word.ends_with("x") || word.ends_with("z") ||
                      word.ends_with("sh") || (word.ends_with("ch") && !ends_in_hard_ch(word));
  if (!hisses) return out + (es_after_o ? "es" : "s");
  const bool doubles = word.ends_with("z") && ends_short(word);
  return out + (doubles ? "zes" : "es");
}

std::string regular_past(const Lexicon& lexicon, std::string_view verb, Spelling spelling) {
  std::string out(verb);
  if (verb.ends_with("e")) return out + "d";
  if (ends_in_consonant_y(verb)) return out.substr(0, out.size() - 1) + "ied";
  return stem_before_vowel(lexicon, verb, "ed", Verb, spelling) + "ed";
}

std::string gerund(const Lexicon& lexicon, std::string_view verb, Spelling spelling) {
  std::string out(verb);
  if (verb.size() > 2 && verb.ends_with("ie")) return out.substr(0, out.size() - 2) + "ying";
  const bool silent = verb.size() > 2 && verb.ends_with("e") && !verb.ends_with("ee") &&
                      !verb.ends_with("oe") && !verb.ends_with("ye");
  if (silent && !lists(lexicon, Verb, out + "ing", verb))
    return out.substr(0, out.size() - 1) + "ing";
  if (verb.ends_with("e")) return out + "ing";
  return stem_before_vowel(lexicon, verb, "ing", Verb, spelling) + "ing";
}

/// "overtake" → "over" when it bends as "take" does.
std::size_t prefix_of(const Lexicon& lexicon, std::string_view verb) {
  static constexpr std::array<std::string_view, 20> kPrefixes = {
      "be",   "broad", "counter", "cross", "fore",  "for", "inter", "mis", "off",  "out",
      "over", "pre",   "re",      "un",    "under", "up",  "with",  "co",  "down", "in"};
  for (const std::string_view prefix : kPrefixes) {
    if (!verb.starts_with(prefix)) continue;
    const IrregularVerb* simple = find_irregular_verb(verb.substr(prefix.size()));
    if (simple == nullptr) continue;
    const std::string past = std::string(prefix).append(simple->past);
    const bool same = simple->past == simple->base;
    if (same || lists(lexicon, Verb, past, verb)) return prefix.size();
  }
  return 0;
}

std::string verb_form(const Lexicon& lexicon, std::string_view verb, Slot slot, Spelling spelling) {
  const std::size_t prefix = find_irregular_verb(verb) == nullptr ? prefix_of(lexicon, verb) : 0;
  if (slot == Slot::Gerund)  // "inputting" as "putting"
    return std::string(verb.substr(0, prefix))
        .append(gerund(lexicon, verb.substr(prefix), spelling));
  const IrregularVerb* irregular = find_irregular_verb(verb.substr(prefix));
  if (slot == Slot::Third) {
    if (verb == "be") return "is";
    if (verb == "have") return "has";
    const bool modal = irregular != nullptr && irregular->past == irregular->participle &&
                       auxiliary_lemma(verb) == verb && verb != "do";
    if (modal) return std::string(verb);
    const bool es =
        verb.ends_with("o") && (takes_es_after_o(verb) || takes_es_after_o(verb.substr(prefix)));
    return with_s(verb, es);
  }
  const bool full_modal =
      slot == Slot::Participle && (verb == "can" || verb == "will");  // "canned"
  if (irregular == nullptr || full_modal) return regular_past(lexicon, verb, spelling);
  return std::string(verb.substr(0, prefix))
      .append(slot == Slot::Past ? irregular->past : irregular->participle);
}

std::string plural(const Lexicon& lexicon, std::string_view noun) {
  if (const std::string_view irregular = irregular_plural(noun); !irregular.empty())
    return std::string(irregular);
  std::string out(noun);
  const std::string stem = out.substr(0, out.size() - std::min<std::size_t>(out.size(), 2));
  if (noun.ends_with("man") && !keeps_man(noun)) return stem + "en";
  if (noun.ends_with("child")) return out + "ren";
  if (noun.size() > 5 && noun.ends_with("sis")) return stem + "es";
  const bool years = noun.size() > 2 && noun.ends_with("s") && !is_letter(noun[noun.size() - 2]) &&
                     noun[noun.size() - 2] != '-';
  if (years || noun.ends_with("ics")) return out;  // "1990s", "politics"
  const bool unchanged = noun.ends_with("craft") || noun.ends_with("ese") ||
                         (noun.size() > 4 && noun.ends_with("fish")) || noun.ends_with("sheep");
  if (unchanged && !(noun.ends_with("ese") && lexicon.knows(out + "s", Noun))) return out;
  for (const std::string_view tail : {"foot", "tooth", "wife", "knife", "goose", "mouse"})
    if (noun.ends_with(tail) &&
        lists(lexicon, Noun, out.substr(0, out.size() - tail.size()).append(irregular_plural(tail)),
              noun))
      return out.substr(0, out.size() - tail.size()).append(irregular_plural(tail));
  return with_s(noun, noun.ends_with("o") && takes_es_after_o(noun));
}

/// Whether "-er" and "-est" are usual: "tall", "happy", "narrow"; not "tired" and "famous".
bool is_compared_by_ending(const Lexicon& lexicon, std::string_view word) {
  const int count = syllables(word);
  if (count == 1) return !(word.size() > 4 && word.ends_with("ed"));
  if (count > 2) return false;
  if (word.ends_with("ly")) return word == "early" || lexicon.knows(word, Adjective);
  return ends_in_consonant_y(word) || word.ends_with("le") || word.ends_with("ow") ||
         word == "clever" || word == "quiet";
}

std::string degree(const Lexicon& lexicon, std::string_view word, Slot slot) {
  const bool most = slot == Slot::Superlative;
  if (const IrregularDegree* irregular = find_irregular_degree(word))
    return std::string(most ? irregular->superlative : irregular->comparative);
  if (!is_compared_by_ending(lexicon, word)) return (most ? "most " : "more ") + std::string(word);
  std::string stem(word);
  const std::string_view ending = most ? "est" : "er";
  if (word.ends_with("e"))
    stem.pop_back();
  else if (ends_in_consonant_y(word))
    stem.back() = 'i';
  else
    stem = stem_before_vowel(lexicon, word, ending, Adjective, Spelling::British);
  return stem.append(ending);
}

PartOfSpeech part_of(Slot slot) {
  if (slot == Slot::Plural) return Noun;
  return slot >= Slot::Comparative ? Adjective : Verb;
}

std::string simple_form(const Lexicon& lexicon, std::string_view lemma, Slot slot,
                        Spelling spelling) {
  switch (slot) {
    case Slot::Base: return std::string(lemma);
    case Slot::Plural: return plural(lexicon, lemma);
    case Slot::Comparative:
    case Slot::Superlative: return degree(lexicon, lemma, slot);
    default: return verb_form(lexicon, lemma, slot, spelling);
  }
}

std::string written_as(std::string form, std::string_view model) {
  const bool capital = !model.empty() && model.front() >= 'A' && model.front() <= 'Z';
  if (capital && !form.empty()) form.front() = ascii_upper(form.front());
  return form;
}

}  // namespace

int syllables(std::string_view word) {
  int count = 0;
  bool inside = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool vowel = is_vowel(word, i) || (word[i] == 'y' && i > 0 && is_consonant(word, i - 1));
    if (vowel && !inside) ++count;
    inside = vowel;
  }
  const bool silent = word.size() > 2 && word.back() == 'e' &&
                      is_consonant(word, word.size() - 2) && !word.ends_with("le");
  return count > 1 && silent ? count - 1 : count;
}

Head head_of(std::string_view compound, Slot slot) {
  const Head whole{0, compound.size()};
  if (part_of(slot) == Verb) {
    const std::size_t end = std::min(compound.find(' '), compound.size());
    return {compound.substr(0, end).rfind('-') + 1, end};
  }
  if (slot != Slot::Plural || !irregular_plural(compound).empty()) return whole;
  for (const std::string_view link : {"-in-", "-of-", " of ", " in ", "-at-", " at "})
    if (const std::size_t at = compound.find(link); at != std::string_view::npos && at > 0)
      return {compound.substr(0, at).find_last_of(' ') + 1, at};
  return {compound.find_last_of(" -") + 1, compound.size()};
}

std::string inflect(const Lexicon& lexicon, std::string_view lemma, Slot slot, Spelling spelling) {
  const Head head = head_of(lemma, slot);
  const std::string_view word = lemma.substr(head.begin, head.end - head.begin);
  if (word.empty() || slot == Slot::Base) return std::string(lemma);
  const std::string key = ascii_lowered(word);
  std::string form = simple_form(lexicon, key, slot, spelling);
  // "McDonald" keeps its capitals where the form only adds to the word.
  form = form.starts_with(key) ? std::string(word) + form.substr(key.size())
                               : written_as(std::move(form), word);
  return std::string(lemma.substr(0, head.begin)).append(form).append(lemma.substr(head.end));
}

std::string_view indefinite_article(std::string_view word) {
  const std::string folded = ascii_lowered(word);
  const auto begins = [&](std::string_view head) { return folded.starts_with(head); };
  static constexpr std::array<std::string_view, 6> kSilent{"hour",  "honest", "honour",
                                                           "honor", "heir",   "8"};
  static constexpr std::array<std::string_view, 6> kConsonants{"uni", "eu",  "use",
                                                               "usu", "one", "once"};
  if (std::ranges::any_of(kSilent, begins)) return "an";
  if (folded.empty() || std::ranges::any_of(kConsonants, begins)) return "a";
  return std::string_view("aeiou").find(folded.front()) != std::string_view::npos ? "an" : "a";
}

}  // namespace recto
