#include "game/study/surroundings.h"

#include <algorithm>

#include "content/base/fold.h"

namespace recto::study {
namespace {

using Words = std::vector<std::string>;

/// Harmless phrases and words, as the words of an answer are.
bool is_harmless(const Question& question, const std::string& word) {
  return has(question.words->harmless, word) || is_small_word(*question.words, word) ||
         prompt_has(question, word);
}

/// Removes one phrase of the list at the end of the text; whether there was one.
bool cut_end(std::string& text, const std::vector<std::string_view>& phrases) {
  for (const std::string_view phrase : phrases) {
    if (text.size() <= phrase.size() || !text.ends_with(phrase)) continue;
    const char before = text[text.size() - phrase.size() - 1];
    if (before != ' ' && before != ',') continue;
    text = plain_text(text.substr(0, text.size() - phrase.size()));
    return true;
  }
  return false;
}

bool cut_begin(std::string& text, const std::vector<std::string_view>& phrases) {
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases) {
    if (text.size() <= phrase.size() || phrase.size() < longest || !text.starts_with(phrase))
      continue;
    const char behind = text[phrase.size()];
    if (behind == ' ' || behind == ',' || behind == ':') longest = phrase.size();
  }
  if (longest == 0) return false;
  text = plain_text(text.substr(longest));
  return true;
}

/// One word of the prompt at either end: "planet Jupiter", "helium gas".
bool cut_prompt_word(const Question& question, const AnswerText& key, std::string& text) {
  const auto is_idle = [&](const std::string& word) {
    return prompt_has(question, word) && std::ranges::find(key.words, word) == key.words.end();
  };
  const std::size_t first = text.find(' ');
  if (first == std::string::npos) return false;
  if (is_idle(text.substr(0, first))) {
    text = plain_text(text.substr(first + 1));
    return true;
  }
  const std::size_t last = text.rfind(' ');
  if (!is_idle(text.substr(last + 1))) return false;
  text = plain_text(text.substr(0, last));
  return true;
}

/// Where the words of the key begin in a row; none when they do not stand there.
std::optional<std::size_t> find_key(const Question& question, const Words& typed,
                                    const Words& key) {
  const auto same = [&](const std::string& a, const std::string& b) {
    return a == b || differ_in_accents(a, b) || (!has_digit(a) && same_lemma(question, a, b));
  };
  const auto found = std::search(typed.begin(), typed.end(), key.begin(), key.end(), same);
  if (key.empty() || found == typed.end()) return std::nullopt;
  return static_cast<std::size_t>(found - typed.begin());
}

/// Whether a rival stands among the words, one that is not about what was asked.
bool names_rival(const Question& question, const AnswerText& typed, const Words& key) {
  const auto is_named = [&](const std::string& rival) {
    const Words other = question.read(rival).words;
    if (other.empty() || other.size() > typed.words.size()) return false;
    const auto all_in = [&](auto holds) { return std::ranges::all_of(other, holds); };
    if (all_in(
            [&](const std::string& word) { return std::ranges::find(key, word) != key.end(); }) ||
        all_in([&](const std::string& word) { return prompt_has(question, word); }))
      return false;
    return std::search(typed.words.begin(), typed.words.end(), other.begin(), other.end()) !=
           typed.words.end();
  };
  for (std::size_t i = 0; i < question.rivals.size(); ++i)
    if (may_hold(typed.folded, question.rival_cores[i]) && is_named(question.rivals[i]))
      return true;
  return false;
}

/// Whether the text parts candidates: "or", a stroke, "and".
bool parts_candidates(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const auto parts = [&](const AnswerText& text) {
    const Words words = split_words(text.folded);
    const bool joins = std::ranges::any_of(words, [&](const std::string& word) {
      return has(question.words->ors, word) || has(question.words->ands, word);
    });
    return joins || text.folded.find('/') != std::string::npos;
  };
  return parts(typed) && !parts(key);
}

}  // namespace

std::string without_surroundings(const Question& question, const AnswerText& typed,
                                 const AnswerText& key) {
  std::string text = typed.folded;
  if (const std::size_t open = text.find(" ("); open != std::string::npos && open > 0) {
    const std::string inside = plain_text(text.substr(open));
    const Words words = question.read(inside).words;
    const bool harmless = std::ranges::all_of(
        words, [&](const std::string& word) { return is_harmless(question, word); });
    if (harmless) text = plain_text(text.substr(0, open));
  }
  const auto cut = [&] {
    return cut_begin(text, question.words->harmless) || cut_end(text, question.words->harmless);
  };
  bool found = true;
  while (found) {
    found = cut();
    const std::string core = without_leads(text, *question.words);
    if (core != text) {
      text = core;
      found = true;
    }
    found = found || cut_prompt_word(question, key, text);
  }
  return text;
}

bool contradicts(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const auto denials = [&](const AnswerText& text) {
    const std::string padded = " " + text.folded + " ";
    return std::ranges::count_if(question.words->negations, [&](std::string_view phrase) {
      const std::size_t at = padded.find(" " + std::string(phrase) + " ");
      // "No. 8", "no 8" are numbers.
      return at != std::string::npos && !(phrase == "no" && at + 4 < padded.size() &&
                                          padded[at + 4] >= '0' && padded[at + 4] <= '9');
    });
  };
  return (denials(typed) > 0) != (denials(key) > 0);
}

bool offers_choice(const Question& question, const AnswerText& typed, const AnswerText& key) {
  const auto has_or = [&](const AnswerText& text) {
    return std::ranges::any_of(split_words(text.folded), [&](const std::string& word) {
      return has(question.words->ors, word);
    });
  };
  if (!has_or(typed) || has_or(key)) return false;
  return std::ranges::any_of(typed.words, [&](const std::string& word) {
    return !has(question.words->ors, word) && !is_harmless(question, word) &&
           std::ranges::find(key.words, word) == key.words.end();
  });
}

std::optional<Graded> grade_surrounded(const Question& question, const AnswerText& typed,
                                       const AnswerText& key) {
  const auto at = find_key(question, typed.words, key.words);
  if (!at) return std::nullopt;
  Words around(typed.words.begin(), typed.words.begin() + static_cast<std::ptrdiff_t>(*at));
  around.insert(around.end(),
                typed.words.begin() + static_cast<std::ptrdiff_t>(*at + key.words.size()),
                typed.words.end());
  const bool harmless = std::ranges::all_of(around, [&](const std::string& word) {
    return is_harmless(question, word) || std::ranges::find(key.words, word) != key.words.end();
  });
  if (names_rival(question, typed, key.words)) return Graded{Verdict::Wrong, "G13"};
  const bool key_is_number = std::ranges::any_of(key.words, has_digit);
  const bool other_number = key_is_number && std::ranges::any_of(around, has_digit);
  if (other_number || (!harmless && parts_candidates(question, typed, key)))
    return Graded{Verdict::Wrong, "G13"};
  if (!harmless) return Graded{Verdict::Almost, "G13"};
  const bool exact = std::equal(key.words.begin(), key.words.end(),
                                typed.words.begin() + static_cast<std::ptrdiff_t>(*at));
  return exact ? Graded{Verdict::Right, "G13"} : Graded{Verdict::Slip, "G14"};
}

}  // namespace recto::study
