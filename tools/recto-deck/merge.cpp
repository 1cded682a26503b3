// recto-deck merge: the decks of two versions of an article become one.
#include "content/deck/merge.h"

#include <array>
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "tools/recto-deck/output.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

constexpr std::array<Fate, 6> kFates = {Fate::Same, Fate::Changed, Fate::New,
                                        Fate::Gone, Fate::Kept,    Fate::Dropped};

std::string summary_of(const Merge& merged) {
  std::string text;
  for (const Fate fate : kFates)
    text += (text.empty() ? "" : ", ") + std::to_string(count(merged, fate)) + " " +
            std::string(name_of(fate));
  return text;
}

}  // namespace

Result<Deck> load_deck(const Input& input) {
  Result<Deck> deck = read_input(input, DeckLimits{}.bytes).and_then([](const std::string& bytes) {
    return read_deck(bytes);
  });
  if (!deck && deck.error().kind == Error::Kind::BadInput && deck.error().advice.empty())
    deck.error().advice = "recto-deck check tells every fault";
  return deck;
}

void tell_merge(const Merge& merged, const Report& report) {
  report.say(summary_of(merged));
  for (const MergedCard& card : merged.cards)
    report.detail(card.id.text + " " + std::string(name_of(card.fate)));
  const bool all_gone = count(merged, Fate::Gone) > 0 && count(merged, Fate::Same) == 0 &&
                        count(merged, Fate::Changed) == 0;
  if (all_gone)
    report.warn("no card that Recto made is in both decks; are they of the same article?");
}

int merge(const MergeOrder& order, Report& report) {
  const Input old_input = input_of(order.old_deck);
  const Input new_input = input_of(order.new_deck);
  const Result<Deck> old = load_deck(old_input);
  if (!old) report.failed(old_input.name, old.error());
  const Result<Deck> fresh = load_deck(new_input);
  if (!fresh) report.failed(new_input.name, fresh.error());
  if (!old || !fresh) return report.exit_code();

  const Merge merged = recto::merge(*old, *fresh);
  nlohmann::ordered_json line = {{"input", new_input.name}, {"old", old_input.name}};
  for (const Fate fate : kFates)
    line[std::string(name_of(fate))] = count(merged, fate);
  const auto delivered = deliver(merged.deck, {order.output, order.dry_run}, line, report);
  if (!delivered) report.failed(new_input.name, delivered.error());
  tell_merge(merged, report);
  return report.exit_code();
}

}  // namespace recto::deck_tool
