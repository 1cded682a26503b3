// Any text as an article: the deck that is made of it has no fault, every card keeps the rules of a
// good one and points at a sentence.
#include "tools/deckmaker/deckmaker.h"

#include <string>

#include "content/base/utf8.h"
#include "content/deck/deck_file.h"
#include "content/files/assets.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace recto;

const deckmaker::Resources& resources() {
  static const deckmaker::Resources kLoaded = [] {
    auto loaded = find_assets().and_then(deckmaker::load_resources);
    fuzz::check(loaded.has_value(), "the shipped files can be read");
    return std::move(*loaded);
  }();
  return kLoaded;
}

void check_card(const Deck& deck, const Card& card) {
  fuzz::check(is_utf8(card.prompt) && is_utf8(card.answer) && is_utf8(card.explanation),
              "cards are UTF-8");
  fuzz::check(!card.prompt.empty() && !card.answer.empty(), "cards ask and answer");
  fuzz::check(card.evidence.has_value() && !evidence_text(deck, *card.evidence).empty(),
              "cards point at their sentence");
  fuzz::check(card.quality.has_value() && *card.quality >= 0 && *card.quality <= 1,
              "quality is a chance");
  fuzz::check(card.made_by.starts_with("rules/"), "cards name their rule");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Its first byte tells the language: half of the runs are English whatever the text is.
  if (size < 2) return 0;
  deckmaker::Options options;
  options.language = data[0] % 2 == 0 ? "en" : "";
  const std::string text = valid_utf8(fuzz::bytes_of(data + 1, size - 1));
  const auto made = deckmaker::make_deck(text, {.name = "fuzz.md"}, options, resources());
  if (!made) return 0;
  fuzz::check(faults_of(made->deck).empty(), "the deck has no fault");
  for (const Card& card : made->deck.cards)
    check_card(made->deck, card);
  for (const questions::Rejected& rejected : made->rejected)
    fuzz::check(!rejected.reason.empty(), "what is rejected has a reason");
  return 0;
}
