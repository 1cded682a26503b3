// C16: the article's own questions, made to stand alone.
#include <algorithm>
#include <array>

#include "content/base/utf8.h"
#include "content/deck/card_id.h"
#include "tools/questions/rules.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

constexpr std::size_t kLongAnswer = 40;  ///< words; above, the card asks for a short answer

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

struct Change {
  std::string_view from;
  std::string_view to;
};

/// The reader asks as "I"; the card asks everyone.
std::string for_everyone(const std::string& question) {
  constexpr std::array<Change, 11> kChanges{{{"am i", "are you"},
                                             {"was i", "were you"},
                                             {"i am", "you are"},
                                             {"i was", "you were"},
                                             {"i", "you"},
                                             {"i'm", "you are"},
                                             {"i've", "you have"},
                                             {"my", "your"},
                                             {"me", "you"},
                                             {"mine", "yours"},
                                             {"myself", "yourself"}}};
  const PlainWords words = words_of(question);
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < words.size(); ++at)
    for (const Change& change : kChanges) {
      const std::size_t length = match_phrase(words, at, change.from);
      if (length == 0) continue;
      const std::size_t begin = words[at].span.begin;
      result += question.substr(copied, begin - copied);
      result += at == 0 ? with_capital(change.to) : std::string(change.to);
      at += length - 1;
      copied = words[at].span.end;
      break;
    }
  return result + question.substr(copied);
}

/// "Is it safe to …?", "Why is it necessary that …?"
bool is_impersonal(const PlainWords& words, std::size_t at) {
  return words[at].is("it") && at > 0 && words[at - 1].is("is") && at + 2 < words.size() &&
         (words[at + 2].is("to") || words[at + 2].is("that") || words[at + 2].is("for"));
}

/// The place of the first name or noun with its article before word `at`; `at` when there is none.
std::size_t first_noun(const PlainWords& words, std::size_t at) {
  constexpr std::array<std::string_view, 5> kArticles{"a", "an", "the", "any", "your"};
  for (std::size_t i = 0; i + 1 < at; ++i)
    if (is_one_of(kArticles, words[i].folded) && !is_function_word(words[i + 1].folded)) return i;
  for (std::size_t i = 1; i < at; ++i)
    if (words[i].capital && !is_function_word(words[i].folded)) return i;
  return at;
}

/// Whether a pronoun refers to what the question itself has named: "Why did Recto change its name?"
/// An "it" or "they" needs a clause of its own behind that, or it may be what the verb is done to.
bool refers_back(const PlainWords& words, std::size_t at) {
  constexpr std::array<std::string_view, 4> kOwners{"its", "their", "his", "her"};
  constexpr std::array<std::string_view, 5> kOthers{"it", "they", "them", "he", "she"};
  constexpr std::array<std::string_view, 12> kJoints{
      ",", "?", "if", "when", "and", "after", "or", "but", "that", "once", "while", "before"};
  const std::size_t noun = first_noun(words, at);
  if (noun == at) return false;
  if (is_one_of(kOwners, words[at].folded)) return true;
  if (!is_one_of(kOthers, words[at].folded) || words[at - 1].is("of")) return false;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(noun),
                     words.begin() + static_cast<std::ptrdiff_t>(at), [&](const Word& word) {
                       return is_one_of(kJoints, word.folded) || word.folded.ends_with('.');
                     });
}

/// The stop of a sentence inside a question is read as a part of its last word.
std::string_view without_stop(const Word& word) {
  const std::string_view folded = word.folded;
  return folded.size() > 1 && folded.ends_with('.') ? folded.substr(0, folded.size() - 1) : folded;
}

/// Why the question needs the page around it.
std::string open_question(const PlainWords& words) {
  constexpr std::array<std::string_view, 20> kOpen{
      "it",    "its",   "they", "them", "their", "he",   "she",  "his", "her",   "this",
      "these", "those", "we",   "us",   "our",   "ours", "here", "him", "above", "below"};
  constexpr std::array<std::string_view, 5> kAsksThem{"do", "are", "have", "did", "will"};
  for (std::size_t at = 0; at < words.size(); ++at)
    if (is_one_of(kOpen, without_stop(words[at])) && !is_impersonal(words, at) &&
        !refers_back(words, at))
      return "nobody knows who or what '" + std::string(without_stop(words[at])) + "' is (C2)";
  if (words.size() > 1 && words[1].is("you") && is_one_of(kAsksThem, words[0].folded))
    return "it asks whoever wrote the page (C2)";
  if (match_phrase(words, 0, "what about") > 0) return "it does not say what is wanted (C5)";
  return {};
}

bool is_english(const Article& article) {
  return article.language.empty() || article.language.starts_with("en");
}

/// "Favorite apps?", "So far, what …?": no question of an English FAQ.
bool asks(const PlainWords& words) {
  constexpr std::array<std::string_view, 31> kHeads{
      "what", "who",  "whom", "whose", "which", "when", "where", "why",    "how",  "is",    "are",
      "was",  "were", "do",   "does",  "did",   "can",  "could", "should", "will", "would", "may",
      "must", "has",  "have", "if",    "in",    "at",   "under", "for",    "to"};
  // "I have lost my card. What do I do?", told of the reader.
  constexpr std::array<std::string_view, 3> kOpeners{"you", "there", "some"};
  if (words.size() <= 3) return false;
  const auto is_head = [&](const Word& word) {
    return is_one_of(kHeads, word.folded) || word.folded.ends_with("n't");
  };
  if (is_head(words.front())) return true;
  if (!is_one_of(kOpeners, words.front().folded) || !words.back().is("?")) return false;
  for (std::size_t at = 2; at + 3 < words.size(); ++at)
    if ((words[at].folded.ends_with('.') || words[at].is(",")) && is_head(words[at + 1]))
      return true;
  return false;
}

/// Somebody answers as "I" again and again: an interview, not a FAQ.
bool is_interview(const Material& material) {
  std::size_t answers = 0;
  std::size_t personal = 0;
  for (std::size_t i = 0; i < material.passages.size(); ++i) {
    if (material.article.blocks[material.passage_blocks[i]].type != BlockType::Faq) continue;
    const std::string& text = material.passages[i].text;
    const PlainWords words =
        words_of(std::string_view(text).substr(std::min(text.find('\n'), text.size())));
    ++answers;
    const bool first_person = std::ranges::any_of(words, [](const Word& word) {
      return word.is("i") || word.is("i've") || word.is("i'm") || word.is("my");
    });
    personal += first_person ? 1 : 0;
  }
  return personal > 1 && personal * 4 >= answers;
}

/// "Can you help me?", "Can I send you my work?": the reader asks the writer.
bool asks_the_writer(const PlainWords& words) {
  const auto is_reader = [](const Word& word) {
    return word.is("i") || word.is("i'm") || word.is("i've") || word.is("me") || word.is("my");
  };
  const auto is_writer = [](const Word& word) { return word.is("you") || word.is("your"); };
  return std::ranges::any_of(words, is_writer) && std::ranges::any_of(words, is_reader);
}

/// The first sentence, when it answers by itself: no list to come, no pointing back, not "Yes."
std::string short_answer(std::string_view question, std::string_view answer,
                         const Material& material) {
  constexpr std::array<std::string_view, 8> kOpen{"this", "these",   "those", "that",
                                                  "they", "however", "there", "as"};
  const auto spans = language::sentences(answer, material.article.language, material.abbreviations);
  if (spans.empty()) return {};
  const std::string_view first = answer.substr(spans[0].begin, spans[0].end - spans[0].begin);
  const PlainWords words = words_of(first);
  const std::size_t length = count_words(first);
  if (words.empty() || length < 4 || length > kLongAnswer || first.back() != '.') return {};
  // "X is important", asked what X's importance is: the answer comes later.
  constexpr std::ptrdiff_t kFewestNew = 5;
  const PlainWords asked = words_of(question);
  const auto fresh = std::ranges::count_if(words, [&](const Word& word) {
    return word.kind != Word::Kind::Mark && !is_function_word(word.folded) &&
           std::ranges::none_of(asked, [&](const Word& one) { return one.is(word.folded); });
  });
  if (fresh < kFewestNew) return {};
  return is_one_of(kOpen, words[0].folded) ? std::string() : std::string(first);
}

void add_entry(const Material& material, std::size_t index, Candidates& out) {
  const Passage& passage = material.passages[index];
  const std::size_t line = passage.text.find('\n');
  if (line == std::string::npos) return;
  const std::string question = for_everyone(std::string(trimmed(passage.text.substr(0, line))));
  const std::string answer(trimmed(std::string_view(passage.text).substr(line + 1)));
  Candidate candidate;
  Card& card = candidate.card;
  card.kind = CardKind::Faq;
  card.made_by = "rules/faq";
  card.prompt = question;
  card.answer = answer;
  card.evidence = Evidence{passage.id, line + 1, passage.text.size()};
  if (is_english(material.article)) {
    const PlainWords words = words_of(question);
    candidate.refused = asks(words) ? open_question(words) : "it is no whole question (C11)";
    if (asks_the_writer(words_of(passage.text.substr(0, line))))
      candidate.refused = "it asks whoever wrote the page (C2)";
  }
  if (count_words(answer) > kLongAnswer) {
    if (std::string brief = short_answer(question, answer, material); !brief.empty()) {
      card.explanation = answer;
      card.answer = std::move(brief);
    }
  }
  card.fact = make_fact_id(card.answer, passage.text);
  out.push_back(std::move(candidate));
}

}  // namespace

void add_faq(const Material& material, Candidates& out) {
  const std::size_t first = out.size();
  for (std::size_t i = 0; i < material.passages.size(); ++i)
    if (material.article.blocks[material.passage_blocks[i]].type == BlockType::Faq)
      add_entry(material, i, out);
  if (!is_interview(material)) return;
  for (std::size_t i = first; i < out.size(); ++i)
    out[i].refused = "somebody is interviewed: the answers are one person's (C12)";
}

}  // namespace recto::questions
