#include "game/study/question.h"

#include <algorithm>

#include "content/words/inflection.h"

namespace recto::study {
namespace {

bool is_english(std::string_view language) {
  return language.empty() || language == "en" || language.starts_with("en-") ||
         language.starts_with("en_");
}

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::ranges::sort(words);
  return words;
}

/// Forms of one word by the commonest endings alone, for words that no dictionary knows.
bool differ_in_plural(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  return shorter.size() > 2 && (longer == shorter + "s" || longer == shorter + "es");
}

}  // namespace

Question question_of(const Card& card, const Standards& standards) {
  const Grading& own = card.grading;
  const Grading& deck = standards.grading;
  Question question;
  question.prompt = card.prompt;
  question.hint = card.hint;
  question.exact_case = own.exact_case.value_or(deck.exact_case.value_or(false));
  question.exact_accents = own.exact_accents.value_or(deck.exact_accents.value_or(false));
  question.tolerance = own.tolerance ? own.tolerance : deck.tolerance;
  question.rivals = standards.rivals;
  question.language = standards.language;
  question.lexicon = is_english(standards.language) ? standards.lexicon : nullptr;
  question.words = &answer_words_of(standards.language);
  question.keys.push_back(question.read(card.answer));
  for (const std::string& accepted : card.accept)
    question.keys.push_back(question.read(accepted));
  question.prompt_words = answer_text(card.prompt, standards.language).words;
  return question;
}

void read_rivals(Question& question) {
  question.rival_cores.reserve(question.rivals.size());
  for (const std::string& rival : question.rivals)
    question.rival_cores.push_back(answer_core(rival, *question.words, question.exact_case));
}

bool is_rival(const Question& question, const AnswerText& typed) {
  const auto is_key = [&](const AnswerText& text) {
    return std::ranges::any_of(question.keys, [&](const AnswerText& key) {
      return key.core == text.core || sorted(key.words) == sorted(text.words);
    });
  };
  for (std::size_t i = 0; i < question.rivals.size(); ++i) {
    const std::string& core = question.rival_cores[i];
    if (core != typed.core && !may_hold(typed.folded, core)) continue;
    const AnswerText other = question.read(question.rivals[i]);
    if ((other.core == typed.core || other.words == typed.words) && !is_key(other)) return true;
  }
  return false;
}

bool may_hold(std::string_view text, std::string_view core) {
  // Three letters: "grey" and "gray", "organise" and "organize" begin alike as far as that.
  return text.find(core.substr(0, 3)) != std::string_view::npos;
}

bool same_lemma(const Question& question, const std::string& a, const std::string& b) {
  if (a == b || differ_in_plural(a, b)) return true;
  // Looking up takes time, and forms that begin otherwise (go – went) are hardly ever answers.
  if (a.empty() || b.empty() || a.front() != b.front()) return false;
  if (question.lexicon == nullptr || has_digit(a) || has_digit(b)) return false;
  const auto of_a = readings(*question.lexicon, a);
  const auto of_b = readings(*question.lexicon, b);
  return std::ranges::any_of(of_a, [&](const WordReading& one) {
    return std::ranges::any_of(of_b, [&](const WordReading& other) {
      return one.part == other.part && one.lemma == other.lemma;
    });
  });
}

bool are_synonyms(const Question& question, const std::string& a, const std::string& b) {
  if (question.lexicon == nullptr) return false;
  const Lexicon& lexicon = *question.lexicon;
  const auto senses_of = [&](const std::string& text) {
    std::vector<Sense> senses = lexicon.senses(text);
    for (const WordReading& reading : readings(lexicon, text))
      for (const Sense& sense : lexicon.senses(reading.lemma, reading.part))
        senses.push_back(sense);
    return senses;
  };
  const std::vector<Sense> of_b = senses_of(b);
  return std::ranges::any_of(senses_of(a), [&](const Sense& sense) {
    return std::ranges::find(of_b, sense.synset, &Sense::synset) != of_b.end();
  });
}

std::vector<std::string> content_words(const Question& question,
                                       std::span<const std::string> words) {
  std::vector<std::string> content;
  for (const std::string& word : words)
    if (!is_small_word(*question.words, word)) content.push_back(word);
  return content;
}

bool prompt_has(const Question& question, const std::string& word) {
  return std::ranges::any_of(question.prompt_words, [&](const std::string& other) {
    return same_lemma(question, word, other);
  });
}

}  // namespace recto::study
