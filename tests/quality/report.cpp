#include "tests/quality/report.h"

#include <algorithm>
#include <fmt/format.h>

namespace recto::quality {
namespace {

std::string percent(double share) {
  return fmt::format("{:.1f} %", 100.0 * share);
}

std::string range(const Interval& interval) {
  return fmt::format("{:.1f} to {:.1f}", 100.0 * interval.low, 100.0 * interval.high);
}

std::string percent_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? "-" : percent(value_of({double(part), double(whole)}));
}

std::string percent_of(const Ratio& ratio) {
  return ratio.whole > 0.0 ? percent(value_of(ratio)) : "-";
}

std::string number(const std::optional<double>& value) {
  return value ? fmt::format("{:.1f}", *value) : "-";
}

std::string share_line(const char* name, std::size_t part, std::size_t whole, double mean) {
  return fmt::format("{:<10} {:>8}  ({})  {} of {}; mean of the judges {}\n", name,
                     percent_of(part, whole), range(wilson(part, whole)), part, whole,
                     percent(mean));
}

std::size_t name_width(const std::vector<Tally>& tallies) {
  std::size_t width = 20;
  for (const Tally& tally : tallies)
    width = std::max(width, tally.name.size());
  return width;
}

std::vector<Tally> deck_tallies(const Scores& scores) {
  std::vector<Tally> tallies;
  for (const DeckScore& deck : scores.decks)
    tallies.push_back(deck.tally);
  return tallies;
}

std::string tally_table(const char* title, const std::vector<Tally>& tallies) {
  const std::size_t width = name_width(tallies);
  std::string text = fmt::format("\n{:<{}} {:>6} {:>8}  {:<15} {:>8}\n", title, width, "cards",
                                 "usable", "(95 %)", "good");
  for (const Tally& tally : tallies)
    text +=
        fmt::format("{:<{}} {:>6} {:>8}  {:<15} {:>8}\n", tally.name, width, tally.cards,
                    percent_of(tally.usable, tally.cards), range(wilson(tally.usable, tally.cards)),
                    percent_of(tally.good, tally.cards));
  return text;
}

std::string card_line(const Key& key, std::size_t number) {
  const KeyCard& card = key.cards[number - 1];
  return fmt::format("card {} ({}, {}, {}): {} — {}\n", number, key.decks[card.deck].file,
                     card.id.text, card.made_by, card.prompt, card.answer);
}

std::string reasons_text(const Scores& scores) {
  std::string text = "\nreasons (cards on which at least one judge names it)\n";
  for (std::size_t i = 1; i < kCodes; ++i)
    text += fmt::format("  {} {:>5}\n", name_of(static_cast<Code>(i)), scores.reasons.at(i));
  return text;
}

std::string errors_text(const Scores& scores, const Key& key) {
  std::string text = fmt::format("\nerrors (R4): {}\n", scores.errors.size());
  for (const Wrong& wrong : scores.errors)
    text += card_line(key, wrong.number) +
            fmt::format("    {}: {}\n", wrong.judge,
                        wrong.remark.empty() ? "(no remark)" : wrong.remark);
  return text;
}

std::string coverage_line(const char* name, const Ratio& coverage,
                          const std::optional<Interval>& interval) {
  return fmt::format("{:<24} {:>8}  ({})\n", name, percent_of(coverage),
                     interval ? range(*interval) : "no interval from one deck");
}

std::string decks_text(const Scores& scores, const Key& key) {
  std::string text = "\n";
  if (scores.coverage.whole > 0.0)
    text += coverage_line("coverage", scores.coverage, scores.coverage_interval) +
            coverage_line(fmt::format("coverage, first {}", kFirst).c_str(), scores.coverage_first,
                          scores.coverage_first_interval);
  else
    text += "coverage: no deck has key facts\n";
  text +=
      fmt::format("{:<24} {:>8}  {} of {} usable cards\n", "redundancy",
                  percent_of(scores.repeats, scores.all.usable), scores.repeats, scores.all.usable);
  text += fmt::format("{:<24} {:>8}  of the articles' quarters\n", "spread",
                      scores.spread ? percent(*scores.spread) : "-");
  std::size_t cards = 0;
  for (const KeyDeck& deck : key.decks)
    cards += deck.cards;
  if (cards > scores.all.cards)
    text += fmt::format(
        "Only {} of the decks' {} cards were judged: those not judged count as testing nothing.\n",
        scores.all.cards, cards);
  return text;
}

std::string deck_table(const Scores& scores) {
  const std::size_t width = name_width(deck_tallies(scores));
  std::string text =
      fmt::format("\n{:<{}} {:>8} {:>8} {:>8} {:>8} {:>11} {:>7}\n", "deck", width, "coverage",
                  fmt::format("first {}", kFirst), "repeats", "quarters", "cards/1,000", "usable");
  for (const DeckScore& deck : scores.decks)
    text += fmt::format("{:<{}} {:>8} {:>8} {:>8} {:>8} {:>11} {:>7}\n", deck.tally.name, width,
                        percent_of(deck.coverage), percent_of(deck.coverage_first), deck.repeats,
                        deck.quarters ? fmt::format("{}", *deck.quarters) : "-",
                        number(deck.per_1000_words), number(deck.usable_per_1000_words));
  return text;
}

std::string calibration_text(const Scores& scores) {
  if (scores.calibration.empty()) return "\ncalibration: no card has a quality\n";
  std::string text =
      fmt::format("\n{:<16} {:>6} {:>8} {:>8}  (95 %)\n", "quality", "cards", "mean", "usable");
  for (const Bin& bin : scores.calibration)
    text += fmt::format("{:<16} {:>6} {:>8} {:>8}  {}\n",
                        fmt::format("{:.2f} to {:.2f}", bin.low, bin.high), bin.cards,
                        percent(bin.mean_quality), percent_of(bin.usable, bin.cards),
                        range(wilson(bin.usable, bin.cards)));
  return text;
}

std::string agreement_text(const Agreement& agreement, const Key& key,
                           const std::vector<Judge>& judges) {
  const Judge& a = judges[agreement.first];
  const Judge& b = judges[agreement.second];
  std::string text = fmt::format(
      "\nagreement of {} and {}: kappa {}, {} cards disputed\n", a.name, b.name,
      agreement.kappa ? fmt::format("{:.2f}", *agreement.kappa) : "undefined (one answer only)",
      agreement.disputed.size());
  for (const std::size_t number : agreement.disputed) {
    const Verdict& one = a.verdicts[number - 1];
    const Verdict& other = b.verdicts[number - 1];
    text += card_line(key, number) + fmt::format("    {} {} / {} {}\n", name_of(one.code),
                                                 one.remark, name_of(other.code), other.remark);
  }
  return text;
}

}  // namespace

std::string report_of(const Scores& scores, const Key& key, const std::vector<Judge>& judges) {
  std::string text =
      fmt::format("{} cards of {} decks, {} judge{}\n\n", scores.all.cards, key.decks.size(),
                  judges.size(), judges.size() == 1 ? "" : "s; usable is what all call so");
  text += share_line("usable", scores.all.usable, scores.all.cards, scores.mean_usable) +
          share_line("good", scores.all.good, scores.all.cards, scores.mean_good) +
          tally_table("by kind", scores.by_kind) + tally_table("by rule", scores.by_rule) +
          tally_table("by deck", deck_tallies(scores)) + reasons_text(scores) +
          errors_text(scores, key) + decks_text(scores, key) + deck_table(scores) +
          calibration_text(scores);
  for (const Agreement& agreement : scores.agreements)
    text += agreement_text(agreement, key, judges);
  return text;
}

}  // namespace recto::quality
