// Any bytes as what a person does to a draft: each step is undone and done again, the deck has no
// faults, and the draft is read back as it was written.
#include "game/draft/draft.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "content/deck/deck_file.h"
#include "game/draft/by_hand.h"
#include "game/draft/draft_file.h"
#include "game/draft/places.h"

namespace {

using namespace recto;

void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: it does not hold that %s\n", what);
  std::abort();
}

draft::Proposal proposal() {
  draft::Proposal made;
  made.deck.id = {"d"};
  made.deck.title = "Reeds";
  made.deck.passages = {
      {{"p"}, "", "Dr. Å. counted 3.5 million reeds in 1911 (“a lake!”). Then?", {}}};
  for (int i = 0; i < 6; ++i) {
    Card card;
    card.id = {"c" + std::to_string(i)};
    card.fact = {"f" + std::to_string(i / 2)};
    card.kind = i % 2 == 0 ? CardKind::Short : CardKind::Faq;
    card.prompt = "When?";
    card.answer = i == 5 ? "" : "1911";
    card.quality = 0.5 + 0.1 * i;
    card.evidence = Evidence{{"p"}, 0, made.deck.passages[0].text.size()};
    if (i < 4)
      made.deck.cards.push_back(card);
    else
      made.turned_down.push_back({card, "its fact has cards enough"});
  }
  return made;
}

/// Two bytes are a step.
void step(draft::Draft& draft, std::uint8_t what, std::uint8_t which) {
  const std::size_t entry = which % draft.entries().size();
  const Passage& passage = draft.head().passages[0];
  switch (what % 8) {
    case 0: draft.set_threshold(static_cast<double>(which) / 255); break;
    case 1: (void)draft.turn(entry); break;
    case 2: (void)draft.accept(entry, std::string(1, static_cast<char>('a' + which % 26))); break;
    case 3: (void)draft.change_kind(entry); break;
    case 4: (void)draft.undo(); break;
    case 5: (void)draft.redo(); break;
    case 6: {
      const std::size_t begin = which % passage.text.size();
      const auto kind = which % 2 == 0 ? CardKind::Cloze : CardKind::TrueFalse;
      if (auto card = draft::card_of(kind, passage, {begin, begin + what / 8U}))
        (void)draft.add(std::move(*card));
      break;
    }
    default: {
      Card card = draft.entries()[entry].card;
      card.prompt = which % 4 == 0 ? "" : "Who?";
      (void)draft.rewrite(entry, std::move(card));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  draft::Draft draft(proposal());
  const auto first = draft.entries();
  for (std::size_t i = 0; i + 1 < size && i < 400; i += 2)
    step(draft, data[i], data[i + 1]);
  check(faults_of(draft.to_deck()).empty(), "the deck has no faults");
  std::size_t shown = draft::left_out(draft).size();
  for (const draft::Group& group : draft::groups_of(draft))
    shown += group.entries.size();
  check(shown == draft.entries().size(), "every entry has one place");
  const auto read = draft::read_draft(draft::write_draft(draft));
  check(read && read->figures() == draft.figures(), "a draft survives its file");
  const auto last = draft.entries();
  std::size_t steps = 0;
  for (; draft.can_undo(); ++steps)
    (void)draft.undo();
  check(draft.entries() == first, "everything can be undone");
  for (; steps > 0; --steps)
    (void)draft.redo();
  check(draft.entries() == last, "everything can be done again");
  (void)draft::read_draft({reinterpret_cast<const char*>(data), size});
  return 0;
}
