#include "game/study/word_grading.h"

#include <algorithm>

#include "content/base/ascii.h"
#include "content/base/edit_distance.h"
#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/words/inflection.h"
#include "content/words/numerals.h"
#include "content/words/value.h"

namespace recto::study {
namespace {

using Words = std::vector<std::string>;

constexpr int kMostInWord = 2;
/// Longer texts have no typing mistakes worth counting: the time grows with the square.
constexpr std::size_t kLongestSpelled = 200;

/// How many of the words in `wanted` have one of their own in `given` for which `same` holds.
template <class Same>
std::size_t count_matches(const Words& wanted, Words given, Same same) {
  std::size_t matches = 0;
  for (const std::string& word : wanted) {
    const auto found =
        std::ranges::find_if(given, [&](const std::string& other) { return same(other, word); });
    if (found == given.end()) continue;
    given.erase(found);
    ++matches;
  }
  return matches;
}

bool is_dictionary_word(const Question& question, const std::string& word) {
  if (question.lexicon == nullptr) return false;
  return question.lexicon->find(word).has_value() || !readings(*question.lexicon, word).empty();
}

bool are_opposites(const Question& question, const std::string& a, const std::string& b) {
  if (question.lexicon == nullptr) return false;
  const auto other = question.lexicon->find(b);
  return other && std::ranges::any_of(question.lexicon->senses(a), [&](const Sense& sense) {
           return std::ranges::any_of(question.lexicon->antonyms(sense),
                                      [&](const Sense& antonym) { return antonym.word == *other; });
         });
}

/// What a mistake in one word makes of it.
Verdict of_changed_word(const Question& question, const std::string& typed,
                        const std::string& key) {
  if (are_opposites(question, typed, key)) return Verdict::Wrong;
  return is_dictionary_word(question, typed) ? Verdict::Almost : Verdict::Slip;
}

/// Digits, roman numerals and single letters are what they are: "Apollo 11", "Charles XII",
/// "vitamin C".
bool is_exact(const std::string& word) {
  std::string capitals = word;
  for (char& letter : capitals)
    letter = ascii_upper(letter);
  return has_digit(word) || count_code_points(word) <= 1 || roman_value(capitals);
}

/// "sixth" is no slip for "sixteenth".
bool are_numbers(const std::string& a, const std::string& b) {
  const auto is_number = [](const std::string& word) {
    return small_number_named(word) || ordinal_named(word);
  };
  return is_number(a) && is_number(b);
}

/// Accents are no typing mistakes of their own.
Words without_marks(const Question& question, Words words) {
  if (question.exact_accents) return words;
  for (std::string& word : words)
    if (const std::string bare = without_accents(word); differ_in_accents(bare, word)) word = bare;
  return words;
}

int distance(const std::string& a, const std::string& b) {
  return edit_distance(code_points(a), code_points(b));
}

bool has_exact_words(const Words& words) {
  return std::ranges::any_of(words, is_exact);
}

}  // namespace

bool differ_in_forms(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const Words given = content_words(question, typed.words);
  const Words wanted = content_words(question, key.words);
  if (wanted.empty() || given.size() != wanted.size()) return false;
  const auto same = [&](const std::string& a, const std::string& b) {
    const std::string bare = a.ends_with("s") ? a.substr(0, a.size() - 1) : a;  // "Newton's"
    return same_lemma(question, a, b) || bare == b;
  };
  return count_matches(wanted, given, same) == wanted.size();
}

int typing_tolerance(std::size_t letters) {
  if (letters <= 3) return 0;
  if (letters <= 7) return 1;
  return letters <= 13 ? 2 : 3;
}

std::optional<Graded> grade_spelling(const AnswerText& typed, const AnswerText& key,
                                     const Question& question) {
  const Words wanted = without_marks(question, key.spelled);
  const Words got = without_marks(question, typed.spelled);
  const std::string whole = joined(wanted, "");
  const std::string given = joined(got, "");
  if (whole.size() > kLongestSpelled || given.size() > kLongestSpelled) return std::nullopt;
  const int tolerance = typing_tolerance(count_code_points(whole));
  if (tolerance == 0) return std::nullopt;
  Verdict verdict = Verdict::Slip;
  if (got.size() != wanted.size()) {
    if (has_exact_words(wanted) || has_exact_words(got)) return std::nullopt;
    if (distance(given, whole) > std::min(tolerance, kMostInWord)) return std::nullopt;
    return Graded{got.size() == 1 ? of_changed_word(question, given, whole) : verdict, "G15"};
  }
  int total = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (got[i] == wanted[i]) continue;
    if (is_exact(wanted[i]) || is_exact(got[i]) || are_numbers(got[i], wanted[i]))
      return std::nullopt;
    const int mistakes = distance(got[i], wanted[i]);
    total += mistakes;
    if (mistakes > kMostInWord || total > tolerance) return std::nullopt;
    verdict = std::max(verdict, of_changed_word(question, got[i], wanted[i]));
  }
  return Graded{verdict, "G15"};
}

bool is_part_or_synonym(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const Words given = content_words(question, typed.words);
  Words wanted = content_words(question, key.words);
  if (given.empty() || wanted.empty()) return false;
  // Numbers are compared by value alone, although the dictionary has "C" for 100.
  const bool is_number = parse_value(typed.plain, question.language).has_value();
  if (!is_number && are_synonyms(question, joined(typed.words), joined(key.words))) return true;
  const bool numbers_differ = std::ranges::any_of(given, [&](const std::string& word) {
    return has_digit(word) && std::ranges::find(wanted, word) == wanted.end();
  });
  if (numbers_differ) return false;
  const auto same = [&](const std::string& a, const std::string& b) {
    if (same_lemma(question, a, b)) return true;
    return !is_exact(a) && !is_exact(b) &&
           distance(a, b) <= std::min(kMostInWord, typing_tolerance(count_code_points(b))) &&
           !is_dictionary_word(question, a);
  };
  if (2 * count_matches(wanted, given, same) > wanted.size()) return true;
  // "Baltic" for the Baltic Sea, where the prompt has asked for a sea.
  const auto given_by_prompt = [&](const std::string& word) { return prompt_has(question, word); };
  if (std::ranges::all_of(wanted, given_by_prompt)) return false;
  std::erase_if(wanted, given_by_prompt);
  return 2 * count_matches(wanted, given, same) > wanted.size();
}

}  // namespace recto::study
