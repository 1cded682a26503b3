// Articles in languages without a model: gaps for figures and dates where that is safe.
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "content/base/fold.h"
#include "content/deck/card_id.h"
#include "content/words/tokens.h"
#include "content/words/value.h"
#include "tools/questions/rules.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

constexpr std::size_t kFewestWords = 7;
constexpr std::size_t kMostWords = 28;

/// A place in a sentence.
using Gap = language::Span;

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("1") || digits.starts_with("20"));
}

bool is_worth_a_gap(std::string_view sentence, const Found& found) {
  const Value& value = found.value;
  if (found.second_form || value.until || value.until_date) return false;
  switch (value.kind) {
    case ValueKind::Date: return value.date.year != 0 && !value.date.short_year;
    case ValueKind::Count: {
      const std::string_view text = sentence.substr(found.begin, found.end - found.begin);
      return text.size() > 1 && text.find_first_of("0123456789") != std::string_view::npos;
    }
    case ValueKind::Quantity:
    case ValueKind::Money:
    case ValueKind::Percent: return true;
    case ValueKind::Ordinal:
    case ValueKind::Clock:
    case ValueKind::Score: return false;
  }
  return false;
}

/// The one figure or year of a sentence; none when there are two, of which neither could be told
/// from the other.
std::optional<Gap> only_figure(std::string_view sentence, const std::string& language) {
  std::vector<Gap> gaps;
  for (const Token& token : tokens_of(sentence))
    if (token.kind == Token::Kind::Digits) gaps.push_back({token.begin, token.end});
  const std::vector<Found> values = find_values(sentence, language);
  if (values.size() == 1) {
    const Found& found = values.front();
    const bool all = std::ranges::all_of(
        gaps, [&](const Gap& gap) { return found.begin <= gap.begin && gap.end <= found.end; });
    if (all && is_worth_a_gap(sentence, found)) return Gap{found.begin, found.end};
  }
  if (values.empty() && gaps.size() == 1 &&
      is_year(sentence.substr(gaps[0].begin, gaps[0].end - gaps[0].begin)))
    return gaps[0];
  return std::nullopt;
}

/// Whether a sentence tells of the article's subject by name from its first words on, so that it
/// needs nothing before it.
bool is_about(std::string_view sentence, std::string_view title) {
  constexpr std::size_t kFarthest = 12;  // bytes: "Die Stadt X", "La ville de X" are no names
  const std::string folded = fold_case(sentence);
  const std::string subject = fold_case(title);
  const std::size_t at = folded.find(subject);
  return subject.size() > 2 && at != std::string::npos && at <= kFarthest;
}

/// Quotations, brackets and lists.
bool has_mark(std::string_view sentence) {
  static constexpr std::array<std::string_view, 9> kMarks{"(", "\"", "„", "«", "»",
                                                          "“", "”",  ":", ";"};
  return std::ranges::any_of(
      kMarks, [&](std::string_view mark) { return sentence.find(mark) != std::string_view::npos; });
}

void add_gap(const Material& material, std::size_t passage, language::Span span, Gap gap,
             Candidates& out) {
  const std::string& text = material.passages[passage].text;
  const std::string sentence = text.substr(span.begin, span.end - span.begin);
  Candidate candidate;
  Card& card = candidate.card;
  card.kind = CardKind::Cloze;
  card.made_by = "rules/cloze.plain";
  card.answer = sentence.substr(gap.begin, gap.end - gap.begin);
  card.prompt = sentence.substr(0, gap.begin) + std::string(kGap) + sentence.substr(gap.end);
  card.evidence = Evidence{material.passages[passage].id, span.begin, span.end};
  card.explanation = sentence;
  card.fact = make_fact_id(card.answer, sentence);
  out.push_back(std::move(candidate));
}

}  // namespace

void add_plain_gaps(const Material& material, Candidates& out) {
  const Article& article = material.article;
  for (std::size_t i = 0; i < material.passages.size(); ++i) {
    if (article.blocks[material.passage_blocks[i]].type != BlockType::Paragraph) continue;
    const std::string& text = material.passages[i].text;
    for (const language::Span span :
         language::sentences(text, article.language, material.abbreviations)) {
      const std::string_view sentence =
          std::string_view(text).substr(span.begin, span.end - span.begin);
      const std::size_t words = count_words(sentence);
      if (words < kFewestWords || words > kMostWords || !sentence.ends_with('.')) continue;
      if (has_mark(sentence)) continue;
      if (!is_about(sentence, article.title)) continue;
      if (const auto gap = only_figure(sentence, article.language))
        add_gap(material, i, span, *gap, out);
    }
  }
}

}  // namespace recto::questions
