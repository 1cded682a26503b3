#include "game/study/grading.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::study {
namespace {

/// Answers of more words are the learner's to judge (G17).
constexpr std::size_t kMostGradedWords = 6;

/// Folded (fold_case).
constexpr std::array<std::string_view, 10> kNotKnown = {
    "?",         "??",      "-",           "idk",         "don't know", "i don't know",
    "dont know", "no idea", "weiss nicht", "keine ahnung"};

constexpr std::string_view kOuterSigns = ".,;:!?…\"'()[]{}";

/// Without punctuation, quotes and brackets at both ends (G1).
std::string_view without_outer_signs(std::string_view text) {
  while (true) {
    const std::string_view before = text;
    text = trimmed(text);
    if (!text.empty() && kOuterSigns.find(text.front()) != std::string_view::npos)
      text.remove_prefix(1);
    if (!text.empty() && kOuterSigns.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    if (text == before) return text;
  }
}

/// A leading article does not matter (G4, of which only this is applied).
std::string_view without_article(std::string_view text) {
  for (const std::string_view article : {"the ", "a ", "an "})
    if (text.size() > article.size() &&
        fold_case(text.substr(0, article.size() - 1)) == article.substr(0, article.size() - 1) &&
        text[article.size() - 1] == ' ')
      return text.substr(article.size());
  return text;
}

/// ä, ö, ü as people write them where the keyboard has none.
std::string with_spelled_umlauts(std::string text) {
  struct Umlaut {
    std::string_view letter, spelled;
  };
  for (const Umlaut& umlaut : {Umlaut{"ä", "ae"}, Umlaut{"ö", "oe"}, Umlaut{"ü", "ue"}})
    for (std::size_t at = text.find(umlaut.letter); at != std::string::npos;
         at = text.find(umlaut.letter, at))
      text.replace(at, umlaut.letter.size(), umlaut.spelled);
  return text;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char letter : fold_spelling(text)) {
    if (letter != ' ' && !inside) ++words;
    inside = letter != ' ';
  }
  return words;
}

/// How wording is compared here.
class Comparison {
 public:
  Comparison(const Grading& card, const Grading& deck)
      : exact_case_(card.exact_case.value_or(deck.exact_case.value_or(false))),
        exact_accents_(card.exact_accents.value_or(deck.exact_accents.value_or(false))) {}

  /// What G1 and G2 leave of a text.
  [[nodiscard]] std::string folded(std::string_view text) const {
    const std::string plain = fold_spelling(text);
    const std::string core(without_article(without_outer_signs(plain)));
    return exact_case_ ? core : fold_case(core);
  }

  /// Whether two folded texts differ in accents only (G3).
  [[nodiscard]] bool differs_in_accents(const std::string& typed, const std::string& key) const {
    if (exact_accents_) return false;
    return without_accents(typed) == without_accents(key) || typed == with_spelled_umlauts(key);
  }

 private:
  bool exact_case_;
  bool exact_accents_;
};

}  // namespace

Graded grade(std::string_view typed, const Card& card, const Grading& deck_grading,
             std::span<const std::string> rivals) {
  const Comparison comparison(card.grading, deck_grading);
  const std::string wanted = fold_case(trimmed(typed));
  if (wanted.empty() || std::ranges::find(kNotKnown, wanted) != kNotKnown.end())
    return {Verdict::NotKnown, "G18"};

  std::vector<std::string> keys = {comparison.folded(card.answer)};
  for (const std::string& accepted : card.accept)
    keys.push_back(comparison.folded(accepted));
  const std::string given = comparison.folded(typed);
  if (std::ranges::find(keys, given) != keys.end()) {
    const bool same_case = without_outer_signs(fold_spelling(typed)) ==
                           without_outer_signs(fold_spelling(card.answer));
    return {Verdict::Right, same_case ? "G1" : "G2"};
  }
  if (count_words(card.answer) > kMostGradedWords) return {Verdict::SelfRated, "G17"};
  const bool is_rival = std::ranges::any_of(rivals, [&](const std::string& rival) {
    const std::string other = comparison.folded(rival);
    return other == given || comparison.differs_in_accents(given, other);
  });
  if (is_rival) return {Verdict::Wrong, "G3"};
  for (const std::string& key : keys)
    if (comparison.differs_in_accents(given, key)) return {Verdict::Slip, "G3"};
  return {Verdict::Wrong, "-"};
}

memory::Rating suggested_rating(Verdict verdict) {
  switch (verdict) {
    case Verdict::Right:
    case Verdict::Slip:
    case Verdict::SelfRated: return memory::Rating::Good;
    case Verdict::Wrong:
    case Verdict::NotKnown: break;
  }
  return memory::Rating::Again;
}

bool is_graded(const Card& card) {
  return count_words(card.answer) <= kMostGradedWords;
}

}  // namespace recto::study
