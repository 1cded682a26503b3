#include "game/study/name_grading.h"

#include <algorithm>

#include "content/base/ascii.h"
#include "content/base/edit_distance.h"
#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/words/countries.h"
#include "content/words/people.h"
#include "game/study/word_grading.h"

namespace recto::study {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLongestAbbreviation = 6;

bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/// "WHO", "U.S.A.", "CO2", "mRNA": few letters without blanks, most of them capitals.
bool looks_abbreviated(std::string_view plain) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const char c : plain) {
    if (c == ' ') return false;
    if (is_ascii_letter(c)) ++letters;
    if (c >= 'A' && c <= 'Z') ++capitals;
  }
  // "Hg" is one, "Al" a name: the dictionary has to know either.
  return letters >= 2 && letters <= kLongestAbbreviation &&
         (2 * capitals > letters || (letters == 2 && plain[0] < 'a'));
}

/// The first letters of the words, then the numbers whole: "ww2" of "world war 2".
std::string initials_of(const Question& question, const Words& words, bool small_words) {
  std::string initials;
  std::string number;
  for (const std::string& word : words) {
    if (!small_words && is_small_word(*question.words, word)) continue;
    if (has_digit(word)) {
      number += word;
    } else {
      std::size_t at = 0;
      append_utf8(initials, next_code_point(word, at));
    }
  }
  return fold_case(initials) + number;
}

/// "wwii" → "ww2": a roman numeral behind letters may be a number.
std::string with_last_number(const std::string& word) {
  const std::size_t last = word.find_last_not_of("iIvVxX");
  if (last == std::string::npos || last + 1 == word.size()) return word;
  const Words number = answer_text("x " + word.substr(last + 1), "en").words;
  return number.size() == 2 && has_digit(number[1]) ? word.substr(0, last + 1) + number[1] : word;
}

/// The same words; a number among them may stand anywhere ("World War 2" ~ Second World War).
bool same_words(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  // Joined, "1 1" would be "11".
  const auto neighbours = [](const Words& words) {
    return std::ranges::adjacent_find(words, [](const std::string& one, const std::string& next) {
             return has_digit(one) && has_digit(next);
           }) != words.end();
  };
  if (!neighbours(a) && !neighbours(b) && joined(a, "") == joined(b, "")) return true;
  return std::ranges::count_if(a, has_digit) == 1 && std::ranges::is_permutation(a, b);
}

/// Whether the dictionary has both in one meaning, one of them short for the other.
bool known_abbreviation(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const std::string one = without_leads(typed.plain, *question.words);
  const std::string other = without_leads(key.plain, *question.words);
  return (looks_abbreviated(one) || looks_abbreviated(other)) &&
         are_synonyms(question, fold_case(one), fold_case(other));
}

bool asks_for_person(const Question& question) {
  if (question.hint == "a person") return true;
  const auto& words = question.prompt_words;
  const std::size_t first = std::min<std::size_t>(words.size(), 3);  // "By whom", "To whom did"
  for (std::size_t i = 0; i < first; ++i)
    if (has(question.words->who, words[i])) return true;
  if (question.lexicon == nullptr) return false;
  // "Which German physicist", "What king"
  for (std::size_t i = 0; i + 1 < words.size() && i < first; ++i) {
    if (words[i] != "which" && words[i] != "what") continue;
    for (std::size_t noun = i + 1; noun < std::min(words.size(), i + 4); ++noun) {
      const auto senses = question.lexicon->senses(words[noun], PartOfSpeech::Noun);
      if (senses.empty()) continue;
      return question.lexicon->synset(senses.front().synset).category == Category::Person;
    }
  }
  return false;
}

bool is_known_person(const Question& question, const AnswerText& key) {
  if (question.lexicon == nullptr || key.words.size() < 2) return false;
  return std::ranges::any_of(question.lexicon->senses(key.folded), [&](const Sense& sense) {
    const Synset synset = question.lexicon->synset(sense.synset);
    return synset.instance && synset.category == Category::Person;
  });
}

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  const char32_t first = next_code_point(word, at);
  return first >= 0x80 || (first >= U'A' && first <= U'Z');
}

/// Capitals or particles throughout, and few of them.
bool looks_like_name(std::string_view plain) {
  constexpr std::size_t kMostWords = 7;
  const Words words = split_words(plain);
  return !words.empty() && words.size() <= kMostWords &&
         std::ranges::all_of(words, [](const std::string& word) {
           return begins_with_capital(word) || is_name_particle(word);
         });
}

/// "Saint Petersburg" is a city more often than a person.
bool is_title_of_person(const std::string& word) {
  return is_title(word) && !fold_case(word).starts_with("st") && fold_case(word) != "saint";
}

bool is_person(const Question& question, const AnswerText& key) {
  if (!looks_like_name(key.plain)) return false;
  const Words words = split_words(key.plain);
  return asks_for_person(question) || (words.size() > 1 && is_title_of_person(words.front())) ||
         is_known_person(question, key);
}

bool abbreviates(const Question& question, const AnswerText& brief, const AnswerText& full) {
  if (brief.words.size() != 1 || full.words.size() < 2) return false;
  const std::string letters = fold_case(brief.words.front());
  const bool written_as_one = looks_abbreviated(without_leads(brief.plain, *question.words));
  const std::size_t least = written_as_one && !is_person(question, full) ? 2 : 3;
  if (count_code_points(letters) < least) return false;
  const auto fit = [&](bool small_words) {
    const std::string initials = initials_of(question, full.words, small_words);
    return count_code_points(initials) >= 2 &&
           (initials == letters || initials == with_last_number(letters));
  };
  return fit(false) || fit(true);
}

/// Whether `question`'s deck has another answer that the abbreviation stands for as well.
bool stands_for_rival(const Question& question, const AnswerText& brief, const AnswerText& full) {
  const std::string initial = fold_case(brief.core.substr(0, 1));
  for (std::size_t i = 0; i < question.rivals.size(); ++i) {
    if (!question.rival_cores[i].starts_with(initial)) continue;
    const AnswerText other = question.read(question.rivals[i]);
    if (other.words != full.words && abbreviates(question, brief, other)) return true;
  }
  return false;
}

/// As the key is written: what was typed in small letters gets its capitals, and the key's
/// particles lose theirs.
std::string with_capitals(std::string_view plain, const PersonName& key) {
  std::string name;
  for (std::string word : split_words(plain)) {
    const auto particle = std::ranges::find(key.particles, fold_case(word));
    if (particle != key.particles.end())
      word = *particle;
    else if (!is_name_particle(word))
      word.front() = ascii_upper(word.front());
    name += (name.empty() ? "" : " ") + word;
  }
  return name;
}

/// Whether the given name is one of the others but for typing mistakes.
bool is_mistyped(const std::string& name, const Words& others) {
  return std::ranges::any_of(others, [&](const std::string& other) {
    const std::u32string letters = code_points(fold_case(other));
    return edit_distance(code_points(fold_case(name)), letters) <= typing_tolerance(letters.size());
  });
}

/// "Martin Luther" for Martin Luther King.
bool are_given_names(const PersonName& typed, const PersonName& key) {
  Words names = typed.given;
  names.push_back(typed.family);
  return typed.particles.empty() && std::ranges::all_of(names, [&](const std::string& name) {
           return std::ranges::any_of(key.given, [&](const std::string& other) {
             return fold_case(name) == fold_case(other);
           });
         });
}

/// "Elizabeth" for Elizabeth I, where the number tells rulers apart.
bool lacks_number(const PersonName& typed, const PersonName& key) {
  const auto is_number = [](const std::string& suffix) {
    return suffix.find_first_not_of("IVX") == std::string::npos;
  };
  return std::ranges::any_of(key.suffixes, is_number) &&
         std::ranges::none_of(typed.suffixes, is_number);
}

/// "Frederick" for Frederick the Great.
bool lacks_epithet(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const std::size_t epithet = key.core.find(" the ");
  return epithet != std::string::npos && typed.core == key.core.substr(0, epithet) &&
         asks_for_person(question);
}

/// "Daniel Bernoulli and Leonhard Euler" is no longer form of one of the two.
bool names_several(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const auto joins = [&](const AnswerText& text) {
    return std::ranges::any_of(split_words(text.folded), [&](const std::string& word) {
      return has(question.words->ands, word) || has(question.words->ors, word);
    });
  };
  return joins(typed) && !joins(key);
}

/// Whether somebody else of the deck may be meant as well. Who is named as the key is, or shorter,
/// is the same person.
bool means_another(const Question& question, const PersonName& typed, const PersonName& key) {
  const std::string family = fold_case(without_accents(key.family));
  for (std::size_t i = 0; i < question.rivals.size(); ++i) {
    if (without_accents(fold_case(question.rival_cores[i])).find(family) == std::string::npos)
      continue;
    const PersonName other = read_person(plain_text(question.rivals[i]));
    if (other.given.empty() && other.suffixes.empty()) continue;
    const bool same = fit(other, key) == NameFit::Full && other.given.size() <= key.given.size();
    if (!same && fit(typed, other) != NameFit::None) return true;
  }
  return false;
}

/// Whether words of the typed name are the key's without their accents.
bool lacks_accents(const AnswerText& typed, const AnswerText& key) {
  const Words of_key = split_words(key.folded);
  return std::ranges::any_of(split_words(typed.folded), [&](const std::string& word) {
    return std::ranges::find(of_key, word) == of_key.end() &&
           std::ranges::any_of(
               of_key, [&](const std::string& other) { return differ_in_accents(word, other); });
  });
}

}  // namespace

std::optional<Graded> grade_same_name(const Question& question, const AnswerText& typed,
                                      const AnswerText& key) {
  if (same_words(typed.words, key.words)) {
    const bool number =
        std::ranges::any_of(key.words, [](const std::string& word) { return has_digit(word); });
    return Graded{Verdict::Right, number ? "G5" : "G10"};
  }
  if (question.exact_case) return std::nullopt;
  if (question.lexicon != nullptr && same_country(*question.lexicon, typed.plain, key.plain))
    return Graded{Verdict::Right, "G10"};
  if (known_abbreviation(question, typed, key)) return Graded{Verdict::Right, "G10"};
  if (abbreviates(question, typed, key))
    return Graded{stands_for_rival(question, typed, key) ? Verdict::Almost : Verdict::Right, "G10"};
  if (looks_abbreviated(key.plain) && abbreviates(question, key, typed))
    return Graded{Verdict::Almost, "G10"};
  return std::nullopt;
}

std::optional<Graded> grade_person(const Question& question, const AnswerText& typed,
                                   const AnswerText& key) {
  if (lacks_epithet(question, typed, key)) return Graded{Verdict::Almost, "G11"};
  if (!is_person(question, key) || names_several(question, typed, key)) return std::nullopt;
  const PersonName name = read_person(key.plain);
  const PersonName given = read_person(with_capitals(typed.plain, name));
  const NameFit fits = fit(given, name);
  const Verdict right = !lacks_accents(typed, key) ? Verdict::Right
                        : question.exact_accents   ? Verdict::Wrong
                                                   : Verdict::Slip;
  const auto verdict = [&](Verdict one) {
    return Graded{one, one == Verdict::Slip ? "G3" : "G11"};
  };
  switch (fits) {
    case NameFit::Full:
      if (given.given.size() < name.given.size() && means_another(question, given, name))
        return verdict(Verdict::Almost);
      return verdict(right);
    case NameFit::Surname:
      if (name.given.empty() && !given.given.empty()) return std::nullopt;  // "John Voltaire"
      if (lacks_number(given, name) || means_another(question, given, name))
        return verdict(Verdict::Almost);
      return verdict(right);
    case NameFit::Given: return verdict(Verdict::Almost);
    case NameFit::None: break;
  }
  if (are_given_names(given, name)) return verdict(Verdict::Almost);
  // Somebody else of that surname, or of that name and another number.
  const bool same_family = !name.given.empty() && !given.given.empty() &&
                           fold_case(given.family) == fold_case(name.family) &&
                           !is_mistyped(given.given.front(), name.given);
  if (same_family) return verdict(Verdict::Wrong);
  return std::nullopt;
}

std::vector<AnswerText> short_forms(const Question& question, const AnswerText& key) {
  if (!is_person(question, key)) return {};
  const PersonName name = read_person(key.plain);
  if (name.given.empty()) return {};
  std::vector<AnswerText> forms = {question.read(name.surname()), question.read(name.family)};
  for (const std::string& given : name.given)
    forms.push_back(question.read(given + ' ' + name.surname()));
  return forms;
}

}  // namespace recto::study
