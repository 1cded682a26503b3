// recto-deck show: a deck for reading in a terminal.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <unistd.h>
#include <unordered_map>
#include <vector>

#include "content/deck/deck_file.h"
#include "tools/recto-deck/output.h"
#include "tools/recto-deck/terminal.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

/// Lines longer than this are hard to read, however wide the window is.
constexpr std::size_t kLongestLine = 100;
constexpr std::size_t kIndent = 3;

class Page {
 public:
  Page() : width_(std::min(terminal_width(STDOUT_FILENO), kLongestLine)), colour_(wants_colour()) {}

  void line(const std::string& text, Ink ink = Ink::Plain, std::size_t indent = 0) {
    text_ += inked(wrapped(printable(text), width_, indent), ink, colour_) + "\n";
  }
  void gap() { text_ += "\n"; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t width_;
  bool colour_;
  std::string text_;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  return text;
}

void add_head(const Deck& deck, Page& page) {
  const Source& source = deck.source;
  page.line(deck.title.empty() ? "(no title)" : deck.title, Ink::Strong);
  const std::string from = joined({source.title == deck.title ? "" : source.title,
                                   joined(source.authors), source.published, source.url});
  if (!from.empty()) page.line(from, Ink::Faint);
  page.line(std::to_string(deck.cards.size()) + (deck.cards.size() == 1 ? " card" : " cards"),
            Ink::Faint);
}

/// The options of a choice with the right ones among them, in an order that tells nothing.
std::vector<std::string> options_of(const Card& card) {
  std::vector<std::string> options = card.distractors;
  if (card.kind == CardKind::Choice) options.push_back(card.answer);
  if (card.kind == CardKind::Several)
    options.insert(options.end(), card.answers.begin(), card.answers.end());
  if (card.kind != CardKind::Poll) std::ranges::sort(options);
  return options;
}

void add_card(const Card& card, std::string_view evidence, std::size_t number, Page& page) {
  page.gap();
  page.line(std::to_string(number) + ". " + card.prompt + "  [" + std::string(name_of(card.kind)) +
            "]");
  for (const std::string& option : options_of(card))
    page.line("- " + option, Ink::Plain, kIndent);
  if (!card.answer.empty()) page.line("= " + card.answer, Ink::Good, kIndent);
  for (const std::string& answer : card.answers)
    page.line("= " + answer, Ink::Good, kIndent);
  if (!card.accept.empty()) page.line("also right: " + joined(card.accept), Ink::Faint, kIndent);
  if (!card.hint.empty()) page.line("hint: " + card.hint, Ink::Faint, kIndent);
  if (!card.explanation.empty() && card.explanation != evidence)
    page.line(card.explanation, Ink::Plain, kIndent);
  if (!evidence.empty()) page.line("“" + std::string(evidence) + "”", Ink::Faint, kIndent);
  if (!card.tags.empty()) page.line("tags: " + joined(card.tags), Ink::Faint, kIndent);
}

/// Cards that stand under one heading of the article, in the order of the deck.
struct Section {
  std::string heading;
  std::vector<const Card*> cards;
};

/// The deck's cards by heading, headings as the article has them; first what has none.
class Sections {
 public:
  explicit Sections(const Deck& deck) : sections_(1) {
    std::unordered_map<std::string, std::size_t> of_heading = {{"", 0}};
    for (const Passage& passage : deck.passages) {
      const auto [found, is_new] = of_heading.emplace(passage.heading, sections_.size());
      if (is_new) sections_.push_back({passage.heading, {}});
      places_.emplace(passage.id, Place{&passage, found->second});
    }
    for (const Card& card : deck.cards)
      sections_[card.evidence ? places_.at(card.evidence->passage).section : 0].cards.push_back(
          &card);
  }
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }

  /// The sentence that a card rests on; empty for none.
  [[nodiscard]] std::string_view evidence_of(const Card& card) const {
    if (!card.evidence) return {};
    const auto& [passage, begin, end, extras] = *card.evidence;
    return std::string_view(places_.at(passage).passage->text).substr(begin, end - begin);
  }

 private:
  struct Place {
    const Passage* passage;
    std::size_t section;
  };
  std::vector<Section> sections_;
  std::unordered_map<PassageId, Place> places_;
};

std::string text_of_deck(const Deck& deck) {
  Page page;
  add_head(deck, page);
  const Sections sections(deck);
  std::size_t number = 0;
  for (const Section& section : sections.sections()) {
    if (section.cards.empty()) continue;
    if (!section.heading.empty()) {
      page.gap();
      page.line(section.heading, Ink::Strong);
    }
    for (const Card* card : section.cards)
      add_card(*card, sections.evidence_of(*card), ++number, page);
  }
  return page.text();
}

}  // namespace

int show(const std::string& word, Report& report) {
  const Input input = input_of(word);
  const Result<Deck> deck = load_deck(input);
  if (!deck) {
    report.failed(input.name, deck.error());
    return report.exit_code();
  }
  const auto printed = report.manner().json
                           ? print_line(nlohmann::ordered_json::parse(write_deck(*deck)))
                           : print(text_of_deck(*deck));
  if (!printed) report.failed(input.name, printed.error());
  return report.exit_code();
}

}  // namespace recto::deck_tool
