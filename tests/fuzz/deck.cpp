// Any bytes: check_deck says what is wrong, or read_deck gives a deck that survives being written
// and read, and that is merged with itself without a change.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "content/base/utf8.h"
#include "content/deck/deck_file.h"
#include "content/deck/merge.h"

namespace {

void check(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: it does not hold that %s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const auto deck = recto::read_deck(bytes);
  const auto faults = recto::check_deck(bytes);
  check(deck.has_value() == faults.empty(), "a deck can be read when it has no faults");
  check(faults.size() <= recto::kMostFaults, "no more faults are told than promised");
  if (!deck) {
    check(!deck.error().what.empty(), "an error says what is wrong");
    check(recto::is_utf8(deck.error().what + deck.error().where), "errors are UTF-8");
    return 0;
  }
  check(recto::faults_of(*deck).empty(), "a deck that was read has no faults in memory");
  const std::string written = recto::write_deck(*deck);
  const auto again = recto::read_deck(written);
  check(again.has_value() && *again == *deck, "a deck survives being written and read");
  check(recto::write_deck(*again) == written, "the same deck gives the same bytes");
  for (const recto::Card& card : deck->cards)
    check(recto::read_card(recto::write_card(card)) == card, "a card survives alone");
  for (const recto::Passage& passage : deck->passages)
    check(recto::read_passage(recto::write_passage(passage)) == passage,
          "a passage survives alone");
  const auto merged = recto::merge(*deck, *deck);
  check(merged.deck == *deck, "merging a deck with itself changes nothing");
  return 0;
}
