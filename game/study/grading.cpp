#include "game/study/grading.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "game/study/list_grading.h"
#include "game/study/name_grading.h"
#include "game/study/question.h"
#include "game/study/surroundings.h"
#include "game/study/value_grading.h"
#include "game/study/word_grading.h"

namespace recto::study {
namespace {

/// Answers of more words are the learner's to judge (G17).
constexpr std::size_t kMostGradedWords = 6;
/// Nobody types more; what is longer would only cost time.
constexpr std::size_t kLongestTyped = 500;

/// Of any script: whatever is no ASCII counts as a letter.
bool is_letter_or_digit(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool says_not_known(const AnswerText& typed) {
  const std::string bare = without_accents(fold_case(typed.plain));
  const auto phrases = not_known_phrases();
  return std::ranges::none_of(bare, is_letter_or_digit) ||
         std::ranges::find(phrases, bare) != phrases.end();
}

/// Wording that is the same but for signs, case and leads (G1, G2, G4).
std::optional<Graded> grade_wording(const AnswerText& typed, const AnswerText& key) {
  if (typed.plain == key.plain) return Graded{Verdict::Right, "G1"};
  if (typed.folded == key.folded) return Graded{Verdict::Right, "G2"};
  if (fold_case(typed.plain) == fold_case(key.plain)) return Graded{Verdict::Wrong, "G2"};
  if (typed.core == key.core) return Graded{Verdict::Right, "G4"};
  return std::nullopt;
}

/// The other answer of the deck that differs from the key by accents only, if there is one: typed
/// exactly, it is wrong; without any accents, nobody knows which is meant.
std::optional<Graded> grade_accents(const Question& question, const AnswerText& typed,
                                    const AnswerText& key) {
  if (!differ_in_accents(typed.core, key.core)) return std::nullopt;
  if (question.exact_accents) return Graded{Verdict::Wrong, "G3"};
  Verdict verdict = Verdict::Slip;
  for (const std::string& other : question.rival_cores) {
    if (std::ranges::find(question.keys, other, &AnswerText::core) != question.keys.end()) continue;
    if (other == typed.core) return Graded{Verdict::Wrong, "G3"};
    if (differ_in_accents(typed.core, other)) verdict = Verdict::Almost;
  }
  return Graded{verdict, "G3"};
}

/// G1 to G12, what is right or wrong for certain.
std::optional<Graded> grade_exactly(const Question& question, const AnswerText& typed,
                                    const AnswerText& key) {
  if (auto graded = grade_wording(typed, key)) return graded;
  if (auto graded = grade_accents(question, typed, key)) return graded;
  if (auto graded = grade_value(question, typed.plain, key.plain)) return graded;
  if (auto graded = grade_same_name(question, typed, key)) return graded;
  return grade_person(question, typed, key);
}

/// G14 and G15, also for what the key may be shortened to.
std::optional<Graded> grade_spelled(const Question& question, const AnswerText& typed,
                                    const AnswerText& key) {
  if (differ_in_forms(question, typed, key)) return Graded{Verdict::Slip, "G14"};
  if (auto graded = grade_spelling(typed, key, question)) return graded;
  for (const AnswerText& form : short_forms(question, key)) {
    auto graded = grade_spelling(typed, form, question);
    if (!graded) continue;
    // A mistyped surname counts for as much as the surname does.
    const auto right = grade_person(question, form, key);
    if (right) graded->verdict = std::max(graded->verdict, right->verdict);
    return graded;
  }
  return std::nullopt;
}

/// The better of two verdicts, the first of two that are equal.
std::optional<Graded> better(std::optional<Graded> a, std::optional<Graded> b) {
  return !b || (a && a->verdict <= b->verdict) ? a : b;
}

/// An item of a list: no list in itself.
Graded grade_item(const Question& question, const std::string& typed, const std::string& key) {
  const AnswerText given = question.read(typed);
  const AnswerText wanted = question.read(key);
  if (auto graded = grade_exactly(question, given, wanted)) return *graded;
  if (is_rival(question, given)) return {Verdict::Wrong, "-"};
  return grade_spelled(question, given, wanted).value_or(Graded{Verdict::Wrong, "-"});
}

/// G12 to G15 for a text that is none of the forms that are right or wrong for certain.
std::optional<Graded> grade_around(const Question& question, const AnswerText& typed,
                                   const AnswerText& key) {
  const auto item = [&](const std::string& a, const std::string& b) {
    return grade_item(question, a, b);
  };
  if (auto graded = grade_list(question, typed, key, item)) return graded;
  auto surrounded = grade_surrounded(question, typed, key);
  if (surrounded && surrounded->verdict == Verdict::Wrong) return surrounded;
  if (is_rival(question, typed)) return Graded{Verdict::Wrong, "-"};
  return better(surrounded, grade_spelled(question, typed, key));
}

Graded grade_against(const Question& question, const AnswerText& typed, const AnswerText& key) {
  if (auto graded = grade_exactly(question, typed, key)) return *graded;
  if (contradicts(question, typed, key) || offers_choice(question, typed, key))
    return {Verdict::Wrong, "G13"};
  std::optional<Graded> best = grade_around(question, typed, key);
  if (best && (best->verdict == Verdict::Wrong || best->verdict == Verdict::Right)) return *best;
  if (const std::string rest = without_surroundings(question, typed, key); rest != typed.core) {
    const AnswerText inner = question.read(rest);
    auto graded = grade_exactly(question, inner, key);
    if (graded && graded->verdict == Verdict::Right) graded->rule = "G13";
    if (!graded) graded = grade_around(question, inner, key);
    if (graded && graded->verdict == Verdict::Wrong && !best) return *graded;
    best = better(best, graded);
  }
  if (!best && is_part_or_synonym(question, typed, key)) return {Verdict::Almost, "G16"};
  return best.value_or(Graded{Verdict::Wrong, "-"});
}

std::size_t count_words(std::string_view text) {
  return split_words(fold_spelling(text)).size();
}

}  // namespace

Graded grade(std::string_view typed, const Card& card, const Standards& standards) {
  Question question = question_of(card, standards);
  const AnswerText given = question.read(prefix_utf8(typed, kLongestTyped));
  if (given.plain.empty()) return {Verdict::NotKnown, "G18"};

  for (const AnswerText& key : question.keys)
    if (given.folded == key.folded) return *grade_wording(given, key);
  if (says_not_known(given)) return {Verdict::NotKnown, "G18"};

  read_rivals(question);
  std::optional<Graded> best;
  for (const AnswerText& key : question.keys) {
    Graded graded = grade_against(question, given, key);
    if (!best || graded.verdict < best->verdict) best = std::move(graded);
  }
  if (best->verdict == Verdict::Slip) {
    const bool spelling_counts =
        card.grading.exact_spelling.value_or(standards.grading.exact_spelling.value_or(false));
    if (spelling_counts) best->verdict = Verdict::Wrong;
  }
  if (best->verdict == Verdict::Wrong && !is_graded(card)) return {Verdict::Almost, "G17"};
  return *best;
}

std::vector<std::string> rivals_of(const Deck& deck, const Card& card) {
  std::vector<std::string> rivals = deck.names;
  rivals.insert(rivals.end(), card.distractors.begin(), card.distractors.end());
  for (const Card& other : deck.cards)
    if (memory_key(other) != memory_key(card) && !other.answer.empty())
      rivals.push_back(other.answer);
  return rivals;
}

bool is_graded(const Card& card) {
  return count_words(card.answer) <= kMostGradedWords;
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Right: return "right";
    case Verdict::Slip: return "slip";
    case Verdict::Almost: return "almost";
    case Verdict::Wrong: return "wrong";
    case Verdict::NotKnown: break;
  }
  return "empty";
}

}  // namespace recto::study
