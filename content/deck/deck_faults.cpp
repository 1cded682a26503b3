// What a deck must hold beyond its schema.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "content/base/utf8.h"
#include "content/deck/deck_file.h"

namespace recto {
namespace {

std::string at(const char* list, std::size_t index, const char* member) {
  return "/" + std::string(list) + "/" + std::to_string(index) + "/" + member;
}

std::size_t count_gaps(std::string_view prompt) {
  std::size_t gaps = 0;
  for (std::size_t i = prompt.find(kGap); i != std::string_view::npos;
       i = prompt.find(kGap, i + kGap.size()))
    ++gaps;
  return gaps;
}

/// Looks at one card; empty when all is well.
struct CardLook {
  const char* member;
  std::string what;
};

std::vector<CardLook> options_faults(const Card& card) {
  std::vector<CardLook> faults;
  const std::set<std::string> options(card.distractors.begin(), card.distractors.end());
  if (options.size() != card.distractors.size())
    faults.push_back({"distractors", "two options are alike"});
  if (options.contains(card.answer))
    faults.push_back({"distractors", "the answer stands among the wrong options"});
  return faults;
}

std::vector<CardLook> kind_faults(const Card& card) {
  switch (card.kind) {
    case CardKind::Faq:
    case CardKind::Short:
      if (card.answer.empty()) return {{"answer", "the card has no answer"}};
      return {};
    case CardKind::Cloze:
      if (card.answer.empty()) return {{"answer", "the card has no answer"}};
      if (count_gaps(card.prompt) == 0)
        return {{"prompt", "a cloze needs ____ where the answer goes"}};
      return {};
    case CardKind::Choice: {
      if (card.answer.empty()) return {{"answer", "the card has no answer"}};
      if (card.distractors.empty()) return {{"distractors", "a choice needs wrong options"}};
      return options_faults(card);
    }
    case CardKind::TrueFalse:
      if (card.answer != "true" && card.answer != "false")
        return {{"answer", R"(this must be "true" or "false")"}};
      return {};
    case CardKind::Several:
      if (card.answers.empty()) return {{"answers", "the card has no answers"}};
      return {};
    case CardKind::Order:
      if (card.answers.size() < 2) return {{"answers", "an order needs two things at least"}};
      return {};
    case CardKind::Poll: return {};
  }
  return {};
}

/// Passages by id, so that each card finds its own in one step.
using Passages = std::map<PassageId, const Passage*>;

std::string evidence_fault(const Evidence& evidence, const Passages& passages) {
  const auto found = passages.find(evidence.passage);
  if (found == passages.end()) return "there is no passage \"" + evidence.passage.text + "\"";
  const std::string& text = found->second->text;
  if (evidence.begin >= evidence.end) return "the evidence is empty";
  if (evidence.end > text.size()) return "the evidence ends behind its passage";
  if (!is_boundary(text, evidence.begin) || !is_boundary(text, evidence.end))
    return "the evidence cuts a character in two";
  return {};
}

std::vector<Fault> passage_faults(const Deck& deck, Passages& passages) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < deck.passages.size(); ++i) {
    const Passage& passage = deck.passages[i];
    if (!passages.emplace(passage.id, &passage).second)
      faults.push_back(
          {at("passages", i, "id"), "two passages have the id \"" + passage.id.text + "\""});
  }
  return faults;
}

}  // namespace

std::vector<Fault> faults_of(const Deck& deck) {
  Passages passages;
  std::vector<Fault> faults = passage_faults(deck, passages);
  std::set<CardId> ids;
  for (std::size_t i = 0; i < deck.cards.size() && faults.size() < kMostFaults; ++i) {
    const Card& card = deck.cards[i];
    if (!ids.insert(card.id).second)
      faults.push_back({at("cards", i, "id"), "two cards have the id \"" + card.id.text + "\""});
    for (CardLook& look : kind_faults(card))
      faults.push_back({at("cards", i, look.member), std::move(look.what)});
    if (!card.evidence) continue;
    if (std::string what = evidence_fault(*card.evidence, passages); !what.empty())
      faults.push_back({at("cards", i, "evidence"), std::move(what)});
  }
  if (faults.size() > kMostFaults) faults.resize(kMostFaults);
  return faults;
}

}  // namespace recto
