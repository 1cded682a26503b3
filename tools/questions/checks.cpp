#include "tools/questions/checks.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

constexpr std::size_t kMostPromptWords = 25;
constexpr std::size_t kMostShortWords = 21;  ///< a short question reads better
constexpr std::size_t kMostClozeWords = 30;
constexpr std::size_t kMostAnswerWords = 6;
constexpr std::size_t kMostRatedWords = 30;
constexpr std::size_t kFewestClozeWords = 6;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

bool is_question(const Card& card) {
  return card.kind == CardKind::Short || card.kind == CardKind::Faq ||
         (card.kind == CardKind::Choice && card.prompt.find(kGap) == std::string::npos);
}

bool has_gap(const Card& card) {
  return card.prompt.find(kGap) != std::string::npos;
}

/// What a question and its answer share by form: "In which century …?" – "the 14th century".
bool is_unit_of_time(const Word& word) {
  return word.is("century") || word.is("decade") || word.is("year");
}

bool is_content(const Word& word) {
  return word.kind != Word::Kind::Mark && !word.is("'s") && !is_function_word(word.folded);
}

/// The prompt with its gap as an ordinary word, so that it reads as a sentence.
PlainWords prompt_words(const Card& card) {
  std::string text = card.prompt;
  if (const std::size_t at = text.find(kGap); at != std::string::npos)
    text.replace(at, kGap.size(), "Gap");
  return words_of(text);
}

bool denies(const PlainWords& words) {
  constexpr std::array<std::string_view, 8> kDenials{"not", "never",   "no",     "neither",
                                                     "nor", "without", "nobody", "none"};
  return std::ranges::any_of(words, [&](const Word& word) {
    return is_one_of(kDenials, word.folded) || word.folded.ends_with("n't");
  });
}

PlainWords without_marks(PlainWords words) {
  std::erase_if(words, [](const Word& word) { return word.kind == Word::Kind::Mark; });
  return words;
}

/// Every word of the answer stands in the sentence or in the full name of what it means.
bool states(const Judged& judged, const PlainWords& evidence, const std::string& answer) {
  const PlainWords words = words_of(answer);
  if (holds_words(without_marks(evidence), without_marks(words))) return true;
  PlainWords known = evidence;
  for (const std::string& name : judged.names)
    for (Word& word : words_of(name))
      known.push_back(std::move(word));
  return std::ranges::all_of(words, [&](const Word& word) {
    return !is_content(word) || std::ranges::any_of(known, [&](const Word& other) {
      return other.folded == word.folded;
    });
  });
}

std::string c1_evidence_states_it(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind == CardKind::TrueFalse || card.answer.empty()) return {};
  if (card.kind == CardKind::Faq)
    return judged.evidence.find(card.answer) == std::string_view::npos
               ? "the article does not give this answer"
               : std::string();
  const PlainWords evidence = words_of(judged.evidence);
  if (!states(judged, evidence, card.answer)) return "the sentence does not state the answer";
  if (denies(words_of(judged.stated)) && !denies(words_of(card.prompt)) &&
      !denies(words_of(card.answer)))
    return "the sentence denies something and the card does not";
  return {};
}

/// A pronoun or pointer whose meaning no word before it can be. The rules resolve what they take
/// from the tree; this is the last look at the finished text.
bool is_pointer(const PlainWords& words, std::size_t at) {
  constexpr std::array<std::string_view, 13> kPointers{"this", "these", "here",   "i",   "we",
                                                       "us",   "me",    "my",     "our", "today",
                                                       "now",  "ours",  "tonight"};
  constexpr std::array<std::string_view, 6> kPersons{"he", "she", "it", "they", "him", "them"};
  if (is_one_of(kPersons, words[at].folded))
    return std::none_of(
        words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at),
        [&](const Word& word) { return word.capital && !is_function_word(word.folded); });
  if (!is_one_of(kPointers, words[at].folded)) return false;
  return !words[at].capital || at == 0;
}

std::string c2_stands_alone(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind == CardKind::Faq) return {};
  constexpr std::array<std::string_view, 7> kPages{
      "according to the text", "in the text", "in the passage", "the article", "the author",
      "this article",          "the text"};
  const PlainWords words = prompt_words(card);
  if (words.empty()) return "it is empty";
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const std::string_view page : kPages)
      if (match_phrase(words, at, page) > 0) return "it speaks of its own text";
    if (is_pointer(words, at)) return "'" + words[at].folded + "' points outside the card";
  }
  return {};
}

std::string c3_one_short_fact(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind == CardKind::Faq || card.kind == CardKind::TrueFalse) return {};
  const std::size_t words = count_words(card.answer);
  if (words == 0) return "it has no answer";
  if (judged.self_rated) return words > kMostRatedWords ? "the answer is too long" : std::string();
  return words > kMostAnswerWords ? "the answer has more than six words" : std::string();
}

std::string c5_says_what_is_wanted(const Judged& judged) {
  const Card& card = judged.card;
  if (!is_question(card) || card.kind == CardKind::Faq) return {};
  constexpr std::array<std::string_view, 20> kHeads{
      "who", "whose", "what", "which", "when", "where", "why",   "how",  "in",        "on",
      "at",  "by",    "from", "to",    "into", "since", "until", "near", "according", "during"};
  const PlainWords words = words_of(card.prompt);
  const bool named = std::ranges::any_of(words.begin() + 1, words.end(),
                                         [](const Word& word) { return word.capital; });
  if (count_words(card.prompt) < (named ? 3 : 4) && !judged.self_rated)
    return "the question is too short to say what is wanted";
  if (!is_one_of(kHeads, words[0].folded)) return "it does not ask for anything";
  if (words[0].is("what") && words[1].is("about")) return "it does not say what is wanted";
  return {};
}

/// France–French: words that share all but their ends give each other away.
bool gives_away(const Word& word, const Word& other) {
  if (word.folded == other.folded) return true;
  constexpr std::size_t kStem = 5;
  const bool origin = is_origin_adjective(word.folded) != is_origin_adjective(other.folded);
  if (origin && word.capital && other.capital && word.folded.size() > 3 &&
      word.folded.substr(0, 2) == other.folded.substr(0, 2))
    return true;
  return word.capital && other.capital && word.folded.size() >= kStem &&
         other.folded.size() >= kStem &&
         word.folded.substr(0, kStem) == other.folded.substr(0, kStem);
}

std::string c6_gives_nothing_away(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind == CardKind::Faq || card.kind == CardKind::TrueFalse) return {};
  const PlainWords prompt = prompt_words(card);
  const PlainWords answer = words_of(card.answer);
  if (judged.self_rated) {
    // A definition may use a word of its term, not consist of them.
    const auto fresh = std::ranges::count_if(answer, [&](const Word& word) {
      return is_content(word) && std::ranges::none_of(prompt, [&](const Word& other) {
               return gives_away(word, other);
             });
    });
    return fresh < 1 ? "the answer says what the question says" : std::string();
  }
  for (const Word& word : answer) {
    if (!is_content(word)) continue;
    for (const Word& other : prompt)
      if (is_content(other) && !is_unit_of_time(other) && gives_away(word, other))
        return "the answer stands in the prompt";
  }
  for (std::size_t at = 0; at + 1 < prompt.size(); ++at)
    if (prompt[at + 1].is("gap") && (prompt[at].is("a") || prompt[at].is("an")))
      return "'a' or 'an' before the gap is a clue";
  return {};
}

std::string c7_needs_recall(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind != CardKind::Short && card.kind != CardKind::Choice) return {};
  constexpr std::array<std::string_view, 12> kYesNo{"is",  "are", "was",  "were", "do",   "does",
                                                    "did", "has", "have", "can",  "will", "should"};
  const PlainWords words = words_of(card.prompt);
  return !words.empty() && is_one_of(kYesNo, words[0].folded) ? "it can be answered with yes or no"
                                                              : std::string();
}

/// How many words of a text are no link.
std::size_t words_without_links(std::string_view text) {
  std::size_t links = 0;
  for (std::size_t at = text.find("http"); at != std::string_view::npos;
       at = text.find("http", at + 1))
    links += at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' ? 1 : 0;
  return count_words(text) - links;
}

/// Many answers of a FAQ name a link; one that is nothing else is no answer.
std::string c8_faq_says_something(const Judged& judged) {
  constexpr std::size_t kFewestWords = 8;
  if (judged.evidence.find("http") == std::string_view::npos) return {};
  return words_without_links(judged.evidence) < kFewestWords ? "it has a link" : std::string();
}

std::string c8_about_the_subject(const Judged& judged) {
  if (judged.card.kind == CardKind::Faq) return c8_faq_says_something(judged);
  constexpr std::array<std::string_view, 18> kFurniture{
      "copyright",     "all rights reserved", "subscribe",      "newsletter",
      "photo by",      "image credit",        "editor 's note", "click",
      "cookies",       "advertisement",       "sign up",        "read more",
      "photograph by", "getty images",        "this story was", "was updated",
      "cc by",         "retrieved from"};
  const PlainWords words = words_of(judged.evidence);
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const std::string_view phrase : kFurniture)
      if (match_phrase(words, at, phrase) > 0)
        return "it is about the page ('" + std::string(phrase) + "')";
  if (judged.evidence.find("http") != std::string_view::npos) return "it has a link";
  return {};
}

/// The hedge right before the answer in its sentence has to stand in prompt or answer.
std::string c10_keeps_its_hedge(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind == CardKind::Faq) return {};
  constexpr std::array<std::string_view, 11> kHedges{"about",  "approximately", "around", "nearly",
                                                     "almost", "roughly",       "over",   "than",
                                                     "least",  "most",          "some"};
  const PlainWords evidence = words_of(judged.evidence);
  const PlainWords answer = words_of(card.answer);
  if (answer.empty() || answer.front().kind == Word::Kind::Plain) return {};
  for (std::size_t at = 1; at + answer.size() <= evidence.size(); ++at) {
    if (match_phrase(evidence, at, answer.front().folded) == 0) continue;
    const std::string& before = evidence[at - 1].folded;
    if (!is_one_of(kHedges, before)) continue;
    const PlainWords prompt = words_of(card.prompt);
    const auto told = [&](const Word& word) { return word.folded == before; };
    if (std::ranges::none_of(prompt, told)) return "it drops '" + before + "'";
  }
  return {};
}

std::string c11_reads_well(const Judged& judged) {
  const Card& card = judged.card;
  const PlainWords words = words_of(card.prompt);
  const std::size_t most = card.kind == CardKind::Short ? kMostShortWords
                           : is_question(card)          ? kMostPromptWords
                                                        : kMostClozeWords;
  if (card.kind != CardKind::Faq && count_words(card.prompt) > most) return "it is too long";
  if (words.empty()) return "it is empty";
  if (is_question(card) != card.prompt.ends_with('?')) return "it lacks its question mark";
  if (!is_question(card) && !card.prompt.ends_with('.')) return "it lacks its full stop";
  const bool own = card.prompt.size() > 1 && card.prompt[1] >= 'A' && card.prompt[1] <= 'Z';
  const bool starts = own || words[0].capital || words[0].kind == Word::Kind::Number ||
                      card.prompt.starts_with(kGap) || card.prompt.starts_with('$');
  if (!starts) return "it does not begin with a capital letter";
  for (std::size_t at = 1; at < words.size(); ++at)
    if (words[at].folded == words[at - 1].folded && words[at].kind == Word::Kind::Plain &&
        !words[at].is("had") && !words[at].is("that"))
      return "it says '" + words[at].folded + "' twice";
  if (std::ranges::count(card.prompt, '(') != std::ranges::count(card.prompt, ')') ||
      std::ranges::count(card.prompt, '"') % 2 != 0)
    return "brackets or quotes are torn";
  if (card.prompt.find('[') != std::string::npos) return "it has a footnote mark";
  return {};
}

std::string c12_judges_nothing(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind == CardKind::Faq || card.prompt.starts_with("According to")) return {};
  const PlainWords words = prompt_words(card);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (match(judged.lists.opinion, words, at) == 0 || (words[at].capital && at > 0)) continue;
    return "'" + words[at].folded + "' is an opinion";
  }
  if (!judged.self_rated) return {};
  const PlainWords answer = words_of(card.answer);
  for (std::size_t at = 0; at < answer.size(); ++at)
    if (match(judged.lists.opinion, answer, at) > 0 && !answer[at].capital)
      return "'" + answer[at].folded + "' is an opinion";
  return {};
}

std::string c13_gap_is_whole(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind != CardKind::Cloze && !has_gap(card)) return {};
  const std::size_t at = card.prompt.find(kGap);
  if (at == std::string::npos) return "it has no gap";
  const std::size_t end = at + kGap.size();
  if (card.prompt.find('_', end) != std::string::npos) return "it has two gaps";
  const auto joins = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if ((at > 0 && joins(card.prompt[at - 1])) ||
      (end < card.prompt.size() && joins(card.prompt[end])))
    return "the gap takes a part of a word";
  if (count_words(card.prompt) < kFewestClozeWords) return "too little stands around the gap";
  const PlainWords words = prompt_words(card);
  if (std::ranges::count_if(words, is_content) < 3) return "too little stands around the gap";
  return {};
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

std::string c14_options_are_fair(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind != CardKind::Choice) return {};
  if (card.distractors.size() < 2 || card.distractors.size() > 4)
    return "it needs 2 to 4 distractors";
  std::set<std::string> seen{fold_case(card.answer)};
  for (const std::string& accepted : card.accept)
    seen.insert(fold_case(accepted));
  const PlainWords key = words_of(card.answer);
  const PlainWords evidence = words_of(judged.evidence);
  for (const std::string& option : card.distractors) {
    const PlainWords words = words_of(option);
    if (!seen.insert(fold_case(option)).second) return "two options are the same";
    if (has_digit(option) != has_digit(card.answer)) return "the options are of different kinds";
    if (holds_words(key, words) || holds_words(words, key)) return "an option holds the key";
    if (holds_words(evidence, words)) return "the sentence names another option";
  }
  return {};
}

std::string c15_true_or_false(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind != CardKind::TrueFalse) return {};
  if (card.answer != "true" && card.answer != "false") return "it is neither true nor false";
  if (denies(words_of(card.prompt))) return "it denies";
  if (card.explanation.empty()) return "it lacks the truth";
  const bool same = fold_case(card.prompt) == fold_case(card.explanation);
  if (card.answer == "false" && same) return "it says the truth and calls it false";
  if (card.answer == "true" && !same) return "it does not say the truth";
  return {};
}

std::string c16_faq_is_whole(const Judged& judged) {
  const Card& card = judged.card;
  if (card.kind != CardKind::Faq) return {};
  if (!card.explanation.empty() && card.explanation.find(card.answer) == std::string::npos)
    return "the short answer is not the article's";
  if (count_words(card.answer) < 1) return "it has no answer";
  return {};
}

constexpr std::array<Check, 14> kChecks{{{"C1", c1_evidence_states_it},
                                         {"C2", c2_stands_alone},
                                         {"C3", c3_one_short_fact},
                                         {"C5", c5_says_what_is_wanted},
                                         {"C6", c6_gives_nothing_away},
                                         {"C7", c7_needs_recall},
                                         {"C8", c8_about_the_subject},
                                         {"C10", c10_keeps_its_hedge},
                                         {"C11", c11_reads_well},
                                         {"C12", c12_judges_nothing},
                                         {"C13", c13_gap_is_whole},
                                         {"C14", c14_options_are_fair},
                                         {"C15", c15_true_or_false},
                                         {"C16", c16_faq_is_whole}}};

}  // namespace

std::span<const Check> checks() {
  return kChecks;
}

std::optional<std::string> first_fault(const Judged& judged) {
  for (const Check& check : kChecks)
    if (std::string fault = check.fault(judged); !fault.empty())
      return fault + " (" + std::string(check.code) + ")";
  return std::nullopt;
}

}  // namespace recto::questions
