#include "game/study/grading.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/words/value.h"
#include "game/study/value_grading.h"

namespace recto::study {
namespace {

/// Answers of more words are the learner's to judge (G17).
constexpr std::size_t kMostGradedWords = 6;

/// What says "I do not know" (G18), folded, without accents.
constexpr std::array<std::string_view, 29> kNotKnown = {"-",
                                                        "idk",
                                                        "dunno",
                                                        "no idea",
                                                        "don't know",
                                                        "dont know",
                                                        "do not know",
                                                        "i don't know",
                                                        "i dont know",
                                                        "i do not know",
                                                        "weiss nicht",
                                                        "weiss es nicht",
                                                        "ich weiss nicht",
                                                        "ich weiss es nicht",
                                                        "weiss ich nicht",
                                                        "keine ahnung",
                                                        "je ne sais pas",
                                                        "sais pas",
                                                        "aucune idee",
                                                        "no se",
                                                        "no lo se",
                                                        "ni idea",
                                                        "non so",
                                                        "non lo so",
                                                        "nao sei",
                                                        "weet niet",
                                                        "weet ik niet",
                                                        "ik weet het niet",
                                                        "geen idee"};

/// Punctuation, quotes and brackets that may stand around an answer (G1); fold_spelling has made
/// the curly and the wide ones plain. Not among them: signs that belong to what they stand at
/// ("C#", "50%", "C++", "-5", "$5").
constexpr std::u32string_view kOuterSigns = U" .,;:!?\"'()[]{}«»‹›„‚¿¡、。「」『』〈〉《》【】";

bool is_outer_sign(char32_t sign) {
  return kOuterSigns.find(sign) != std::u32string_view::npos;
}

bool is_digit(char32_t sign) {
  return sign >= U'0' && sign <= U'9';
}

/// Without signs at both ends; empty where nothing else is there. The point of ".5" stays.
std::string without_outer_signs(std::string_view text) {
  const std::u32string signs = code_points(text);
  auto begin = std::ranges::find_if_not(signs, is_outer_sign);
  const auto end = std::find_if_not(signs.rbegin(), signs.rend(), is_outer_sign).base();
  if (begin == signs.end()) return {};
  if (begin != signs.begin() && is_digit(*begin) && *(begin - 1) == U'.') --begin;
  return to_utf8({begin, end});
}

/// A leading article does not matter (G4, of which only this is applied).
std::string_view without_article(std::string_view text) {
  for (const std::string_view article : {"the ", "a ", "an "})
    if (text.size() > article.size() &&
        fold_case(text.substr(0, article.size() - 1)) + " " == article &&
        text[article.size() - 1] == ' ')
      return text.substr(article.size());
  return text;
}

/// Letters as people write them where the keyboard has none: Muenchen, Tromsoe.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSpelledLetters = {{
    {"ä", "ae"},
    {"ö", "oe"},
    {"ü", "ue"},
    {"Ä", "Ae"},
    {"Ö", "Oe"},
    {"Ü", "Ue"},
    {"ø", "oe"},
    {"Ø", "Oe"},
    {"å", "aa"},
    {"Å", "Aa"},
    {"æ", "ae"},
    {"œ", "oe"},
}};

std::string with_spelled_letters(std::string text) {
  for (const auto& [letter, spelled] : kSpelledLetters)
    for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter, at))
      text.replace(at, letter.size(), spelled);
  return text;
}

std::size_t count_words(std::string_view text) {
  const std::string plain = fold_spelling(text);
  if (plain.empty()) return 0;
  return 1 + static_cast<std::size_t>(std::ranges::count(plain, ' '));
}

/// How wording is compared: the card's settings, else the deck's, else the usual ones.
class Comparison {
 public:
  Comparison(const Grading& card, const Grading& deck)
      : exact_case_(card.exact_case.value_or(deck.exact_case.value_or(false))),
        exact_accents_(card.exact_accents.value_or(deck.exact_accents.value_or(false))) {}

  /// What G1 leaves of a text; a text of signs alone stays as it is.
  [[nodiscard]] static std::string plain(std::string_view text) {
    const std::string spelling = fold_spelling(text);
    const std::string core = without_outer_signs(spelling);
    return core.empty() ? spelling : std::string(without_article(core));
  }

  /// What G2 leaves of a plain text.
  [[nodiscard]] std::string folded(const std::string& plain) const {
    return exact_case_ ? plain : fold_case(plain);
  }

  [[nodiscard]] bool exact_case() const { return exact_case_; }

  /// Whether two folded texts differ in accents at most (G3).
  [[nodiscard]] bool differs_in_accents(const std::string& typed, const std::string& key) const {
    if (exact_accents_) return false;
    const std::string bare = without_accents(typed);
    return bare == without_accents(key) || bare == without_accents(with_spelled_letters(key));
  }

 private:
  bool exact_case_;
  bool exact_accents_;
};

bool says_not_known(std::string_view typed) {
  const std::string core = without_outer_signs(fold_spelling(typed));
  return core.empty() ||
         std::ranges::find(kNotKnown, without_accents(fold_case(core))) != kNotKnown.end();
}

bool contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::ranges::find(texts, text) != texts.end();
}

/// Whether what was typed is another answer as much as it is this one. The deck's names hold the
/// answer itself too: that is no rival.
bool means_rival(const std::string& given, const std::vector<std::string>& keys,
                 std::span<const std::string> rivals, const Comparison& comparison) {
  return std::ranges::any_of(rivals, [&](const std::string& rival) {
    const std::string other = comparison.folded(Comparison::plain(rival));
    return !contains(keys, other) && comparison.differs_in_accents(given, other);
  });
}

/// "Louis the Fourteenth" ~ Louis XIV.
bool same_with_digits(const std::string& plain, const std::vector<std::string>& keys) {
  const std::string given = fold_case(with_digits(plain));
  return !given.empty() && std::ranges::any_of(keys, [&](const std::string& key) {
    return fold_case(with_digits(key)) == given;
  });
}

}  // namespace

Graded grade(std::string_view typed, const Card& card, const Grading& deck_grading,
             std::span<const std::string> rivals, std::string_view language) {
  const std::string plain = Comparison::plain(typed);
  if (plain.empty()) return {Verdict::NotKnown, "G18"};

  const Comparison comparison(card.grading, deck_grading);
  std::vector<std::string> keys = {Comparison::plain(card.answer)};
  for (const std::string& accepted : card.accept)
    keys.push_back(Comparison::plain(accepted));
  if (contains(keys, plain)) return {Verdict::Right, "G1"};

  const std::vector<std::string> plain_keys = keys;
  const std::string given = comparison.folded(plain);
  for (std::string& key : keys)
    key = comparison.folded(key);
  if (contains(keys, given)) return {Verdict::Right, "G2"};
  if (says_not_known(typed)) return {Verdict::NotKnown, "G18"};
  if (!is_graded(card)) return {Verdict::SelfRated, "G17"};
  if (auto graded = grade_value(typed, card, deck_grading, rivals, language))
    return *std::move(graded);
  if (!comparison.exact_case() && same_with_digits(plain, plain_keys))
    return {Verdict::Right, "G5"};

  const bool is_slip = std::ranges::any_of(
      keys, [&](const std::string& key) { return comparison.differs_in_accents(given, key); });
  if (!is_slip) return {Verdict::Wrong, "-"};
  const bool spelling_counts =
      card.grading.exact_spelling.value_or(deck_grading.exact_spelling.value_or(false));
  if (spelling_counts || means_rival(given, keys, rivals, comparison))
    return {Verdict::Wrong, "G3"};
  return {Verdict::Slip, "G3"};
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
