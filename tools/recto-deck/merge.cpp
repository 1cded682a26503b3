// recto-deck merge: the decks of two versions of an article become one.
#include "content/deck/merge.h"

#include <array>
#include <iostream>
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

constexpr std::array<Fate, 6> kFates = {Fate::Same, Fate::Changed, Fate::New,
                                        Fate::Gone, Fate::Kept,    Fate::Dropped};

std::string json_of(const Merge& merged) {
  nlohmann::ordered_json line;
  for (const Fate fate : kFates)
    line[std::string(name_of(fate))] = count(merged, fate);
  return line.dump() + "\n";
}

}  // namespace

std::string summary_of(const Merge& merged) {
  std::string text;
  for (const Fate fate : kFates)
    text += (text.empty() ? "" : ", ") + std::to_string(count(merged, fate)) + " " +
            std::string(name_of(fate));
  return text;
}

int merge(const MergeOrder& order, Report& report) {
  const Result<Deck> old = load_deck(order.old_deck);
  if (!old) {
    report.failed(order.old_deck, old.error());
    return report.exit_code();
  }
  const Result<Deck> fresh = load_deck(order.new_deck);
  if (!fresh) {
    report.failed(order.new_deck, fresh.error());
    return report.exit_code();
  }
  const Merge merged = recto::merge(*old, *fresh);
  const bool to_output = order.output.empty();
  auto written = put_out(order.output, write_deck(merged.deck), order.dry_run, report);
  if (written && report.manner().json && !to_output)
    written = put_out({}, json_of(merged), order.dry_run, report);
  if (!written) report.failed(to_output ? "standard output" : order.output, written.error());
  report.say(summary_of(merged));
  for (const MergedCard& card : merged.cards)
    report.detail(card.id.text + " " + std::string(name_of(card.fate)));
  return report.exit_code();
}

}  // namespace recto::deck_tool
