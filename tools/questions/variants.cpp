// Choice and true/false variants of short and cloze cards.
#include <optional>
#include <utility>

#include "tools/questions/distractors.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

constexpr std::size_t kOptions = 3;

/// A variant of `candidate`: same fact, evidence and answer.
Candidate variant_of(const Candidate& candidate, CardKind kind) {
  Candidate variant = candidate;
  variant.card.kind = kind;
  const std::string& rule = candidate.card.made_by;
  variant.card.made_by = "rules/" + std::string(name_of(kind)) + rule.substr(rule.find('.'));
  variant.card.accept.clear();
  return variant;
}

std::string filled(const std::string& claim, const std::string& answer) {
  std::string text = claim;
  text.replace(text.find(kGap), kGap.size(), answer);
  return with_capital(text);
}

std::string without_hedge(const Candidate& candidate, const std::string& option) {
  const std::size_t at = candidate.card.answer.find(candidate.value->text);
  return at == std::string::npos ? option : option.substr(at);
}

}  // namespace

void add_choices(const Statements& statements, Candidates& out) {
  const Rivals rivals(statements);
  const std::size_t count = out.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Candidate& candidate = out[i];
    const bool asks =
        candidate.card.kind == CardKind::Short || candidate.card.kind == CardKind::Cloze;
    if (!asks || !candidate.refused.empty()) continue;
    std::vector<std::string> options;
    if (candidate.value)
      options = rivals.values(candidate, kOptions);
    else
      options = rivals.names(candidate, kOptions);
    if (options.size() < kOptions) continue;
    Candidate variant = variant_of(candidate, CardKind::Choice);
    variant.card.hint.clear();
    variant.card.distractors = std::move(options);
    out.push_back(std::move(variant));
  }
}

void add_true_false(const Statements& statements, Candidates& out) {
  const Rivals rivals(statements);
  const std::size_t count = out.size();
  std::optional<bool> truth;
  for (std::size_t i = 0; i < count; ++i) {
    const Candidate& candidate = out[i];
    if (candidate.card.kind != CardKind::Short || !candidate.value || candidate.claim.empty())
      continue;
    const std::string wrong = rivals.wrong_value(candidate);
    if (wrong.empty()) continue;
    // By turns; the first by chance, or decks of one such card would all say the truth.
    truth = truth ? !*truth : candidate.card.fact.text.back() % 2 == 0;
    Candidate variant = variant_of(candidate, CardKind::TrueFalse);
    variant.card.explanation = filled(candidate.claim, candidate.value->text);
    variant.card.prompt = *truth ? variant.card.explanation
                                 : filled(candidate.claim, without_hedge(candidate, wrong));
    variant.card.answer = *truth ? "true" : "false";
    out.push_back(std::move(variant));
  }
}

}  // namespace recto::questions
