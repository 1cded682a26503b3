#include "game/screens/edit/edit_view.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "content/base/utf8.h"

namespace recto::screens {
namespace {

/// What a field holds.
enum class Part { Prompt, Answer, Answers, Accepted, Distractors, Explanation };

struct PartLook {
  Part part;
  const char* label;
};

std::span<const PartLook> parts_of(CardKind kind) {
  static constexpr PartLook kShort[] = {{Part::Prompt, "Question"},
                                        {Part::Answer, "Answer"},
                                        {Part::Accepted, "Also right, one a line"}};
  static constexpr PartLook kCloze[] = {{Part::Prompt, "Sentence, ____ where the answer goes"},
                                        {Part::Answer, "Answer"},
                                        {Part::Accepted, "Also right, one a line"}};
  static constexpr PartLook kChoice[] = {{Part::Prompt, "Question"},
                                         {Part::Answer, "Right option"},
                                         {Part::Distractors, "Wrong options, one a line"}};
  static constexpr PartLook kTrueFalse[] = {{Part::Prompt, "Statement"},
                                            {Part::Answer, "Is it true or false?"},
                                            {Part::Explanation, "The truth"}};
  static constexpr PartLook kFaq[] = {{Part::Prompt, "Question"},
                                      {Part::Answer, "Answer"},
                                      {Part::Explanation, "The answer in full"}};
  static constexpr PartLook kLists[] = {{Part::Prompt, "Question"},
                                        {Part::Answers, "Answers, one a line"}};
  switch (kind) {
    case CardKind::Short: return kShort;
    case CardKind::Cloze: return kCloze;
    case CardKind::Choice: return kChoice;
    case CardKind::TrueFalse: return kTrueFalse;
    case CardKind::Faq: return kFaq;
    case CardKind::Several:
    case CardKind::Order:
    case CardKind::Poll: return kLists;
  }
  return {};
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines)
    text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : lines_of(text))
    if (const std::string_view words = trimmed(line); !words.empty()) lines.emplace_back(words);
  return lines;
}

/// One line: what is asked and answered has no breaks.
std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return std::string(trimmed(text));
}

std::string text_of(const Card& card, Part part) {
  switch (part) {
    case Part::Prompt: return card.prompt;
    case Part::Answer: return card.answer;
    case Part::Answers: return joined(card.answers);
    case Part::Accepted: return joined(card.accept);
    case Part::Distractors: return joined(card.distractors);
    case Part::Explanation: return card.explanation;
  }
  return {};
}

void set_text(Card& card, Part part, const std::string& text) {
  switch (part) {
    case Part::Prompt: card.prompt = in_one_line(text); break;
    case Part::Answer: card.answer = in_one_line(text); break;
    case Part::Answers: card.answers = split(text); break;
    case Part::Accepted: card.accept = split(text); break;
    case Part::Distractors: card.distractors = split(text); break;
    case Part::Explanation: card.explanation = std::string(trimmed(text)); break;
  }
}

/// What is missing, as a sentence; nullptr where nothing is.
const char* lack_of(const Card& card) {
  const bool lists = card.kind == CardKind::Several || card.kind == CardKind::Order;
  if (card.prompt.empty()) return "There is no question yet";
  if (lists ? card.answers.empty() : card.answer.empty()) return "There is no answer yet";
  if (card.kind == CardKind::Cloze && card.prompt.find(kGap) == std::string::npos)
    return "The sentence has no gap: put ____ where the answer goes";
  if (card.kind == CardKind::TrueFalse && card.answer != "true" && card.answer != "false")
    return "A statement is true or false: write one of the two words";
  if (card.kind != CardKind::Choice) return nullptr;
  if (card.distractors.empty()) return "There is nothing to choose between: add a wrong option";
  if (std::ranges::find(card.distractors, card.answer) != card.distractors.end())
    return "The right option is among the wrong ones";
  return nullptr;
}

}  // namespace

std::vector<EditField> fields_of(const Card& card) {
  std::vector<EditField> fields;
  for (const PartLook& look : parts_of(card.kind))
    fields.push_back({look.label, text_of(card, look.part)});
  return fields;
}

Result<Card> rewritten(Card card, const std::vector<std::string>& texts) {
  const std::span<const PartLook> parts = parts_of(card.kind);
  assert(texts.size() == parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    set_text(card, parts[i].part, texts[i]);
  if (const char* const lack = lack_of(card)) return fail(Error::Kind::BadInput, lack);
  return card;
}

}  // namespace recto::screens
