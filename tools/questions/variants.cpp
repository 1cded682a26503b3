// Choice and true/false variants of short and cloze cards.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "tools/questions/distractors.h"
#include "tools/questions/rules.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

constexpr std::size_t kOptions = 3;
constexpr std::size_t kMostWords = 28;

/// A variant of `candidate`: same fact, evidence and answer.
Candidate variant_of(const Candidate& candidate, CardKind kind) {
  Candidate variant = candidate;
  variant.card.kind = kind;
  const std::string& rule = candidate.card.made_by;
  variant.card.made_by = "rules/" + std::string(name_of(kind)) + rule.substr(rule.find('.'));
  variant.card.accept.clear();
  variant.card.hint.clear();
  return variant;
}

/// Whether no more than one name can stand there: offices, who made a thing, where somebody was
/// born. What somebody likes, visits or works with has room for others.
bool is_exclusive(const Candidate& candidate) {
  const std::string& rule = candidate.card.made_by;
  if (rule.find("short.role") != std::string::npos || rule.find("short.agent") != std::string::npos)
    return true;
  if (rule.find("short.where") == std::string::npos) return false;
  static constexpr std::array<std::string_view, 6> kOnce{" born",   " founded", " died",
                                                         " buried", " signed",  " built"};
  return std::ranges::any_of(kOnce, [&](std::string_view once) {
    return candidate.card.prompt.find(once) != std::string::npos;
  });
}

/// "A ship sank in 2015": another year is not wrong, there may be two.
bool is_of_some(const Told& told, const Statement& statement) {
  const Piece* subject = statement.find(Role::Subject);
  if (subject == nullptr || !subject->put.empty()) return true;
  const ReadSentence& sentence = told.sentence(statement);
  const auto& words = sentence.words;
  if (words.is(subject->head, "there")) return false;
  if (words.is_one_of(subject->words.begin, {"a", "an", "some", "many"})) return true;
  const bool bare = words.xpos(subject->head) == "NNS" && words.upos(subject->words.begin) != "DET";
  return bare && !sentence.has_name(subject->words);
}

}  // namespace

void add_choices(const Rivals& rivals, std::size_t spare, Candidates& out) {
  const std::size_t count = out.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Candidate& candidate = out[i];
    const bool asks =
        candidate.card.kind == CardKind::Short || candidate.card.kind == CardKind::Cloze;
    if (!asks || !candidate.refused.empty() || candidate.self_rated) continue;
    std::vector<std::string> options = rivals.options(candidate, kOptions + spare);
    if (options.size() < kOptions) continue;
    Candidate variant = variant_of(candidate, CardKind::Choice);
    const auto own = options.begin() + kOptions;
    variant.spare.assign(std::make_move_iterator(own), std::make_move_iterator(options.end()));
    options.erase(own, options.end());
    variant.card.distractors = std::move(options);
    out.push_back(std::move(variant));
  }
}

void add_true_false(const Told& told, const Rivals& rivals, Candidates& out) {
  const std::size_t count = out.size();
  std::optional<bool> truth;
  for (std::size_t i = 0; i < count; ++i) {
    const Candidate& candidate = out[i];
    if (candidate.card.kind != CardKind::Short || !candidate.statement || candidate.self_rated ||
        candidate.key.empty())
      continue;
    if (candidate.value == nullptr && !(candidate.entity && is_exclusive(candidate))) continue;
    const Statement& statement = told.statements[*candidate.statement];
    // "Charleston, France"
    if (candidate.entity &&
        told.reading.entities.all[*candidate.entity].kind == language::NameKind::Place &&
        told.sentence(statement).words.is(candidate.key.end, ","))
      continue;
    if (count_words(statement.text) > kMostWords || is_of_some(told, statement)) continue;
    const auto wrong = rivals.options(candidate, 1);
    if (wrong.empty()) continue;
    // By turns; the first by chance, or decks of one such card would all say the truth.
    truth = truth ? !*truth : candidate.card.fact.text.back() % 2 == 0;
    Candidate variant = variant_of(candidate, CardKind::TrueFalse);
    variant.card.explanation = statement.text;
    variant.card.prompt =
        *truth ? statement.text
               : statements::write(statement, told.reading, {{candidate.key, wrong.front()}});
    variant.card.answer = *truth ? "true" : "false";
    out.push_back(std::move(variant));
  }
}

}  // namespace recto::questions
