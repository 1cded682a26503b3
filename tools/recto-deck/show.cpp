// recto-deck show: a deck for reading in a terminal.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "content/deck/deck_file.h"
#include "tools/recto-deck/terminal.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

class Page {
 public:
  Page() : width_(output_width()), colour_(wants_colour()) {}

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

void add_head(const Deck& deck, Page& page) {
  page.line(deck.title, Ink::Strong);
  std::string source;
  for (const std::string& part :
       {deck.source.title == deck.title ? std::string() : deck.source.title, deck.source.url,
        deck.source.published})
    if (!part.empty()) source += (source.empty() ? "" : " · ") + part;
  if (!source.empty()) page.line(source, Ink::Faint);
  page.line(std::to_string(deck.cards.size()) + (deck.cards.size() == 1 ? " card" : " cards"),
            Ink::Faint);
}

/// The options of a choice with the right one among them, in an order that tells nothing.
std::vector<std::string> options_of(const Card& card) {
  std::vector<std::string> options = card.distractors;
  if (card.kind == CardKind::Choice) options.push_back(card.answer);
  std::ranges::sort(options);
  return options;
}

void add_card(const Deck& deck, const Card& card, std::size_t number, Page& page) {
  page.gap();
  page.line(std::to_string(number) + ". " + card.prompt + "  [" + std::string(name_of(card.kind)) +
            "]");
  if (card.kind != CardKind::Short && card.kind != CardKind::Cloze)
    for (const std::string& option : options_of(card))
      page.line("- " + option, Ink::Plain, 3);
  if (!card.answer.empty()) page.line("= " + card.answer, Ink::Good, 3);
  for (const std::string& answer : card.answers)
    page.line("= " + answer, Ink::Good, 3);
  if (!card.accept.empty()) {
    std::string also = "also right: ";
    for (const std::string& form : card.accept)
      also += (form == card.accept.front() ? "" : " · ") + form;
    page.line(also, Ink::Faint, 3);
  }
  if (!card.explanation.empty()) page.line(card.explanation, Ink::Plain, 3);
  const std::string_view evidence =
      card.evidence ? evidence_text(deck, *card.evidence) : std::string_view();
  if (!evidence.empty() && evidence != card.explanation)
    page.line("“" + std::string(evidence) + "”", Ink::Faint, 3);
}

std::string heading_of(const Deck& deck, const Card& card) {
  const Passage* passage = card.evidence ? find_passage(deck, card.evidence->passage) : nullptr;
  return passage == nullptr ? std::string() : passage->heading;
}

std::string text_of_deck(const Deck& deck) {
  Page page;
  add_head(deck, page);
  std::string heading;
  std::size_t number = 0;
  for (const Card& card : deck.cards) {
    if (const std::string its = heading_of(deck, card); its != heading) {
      heading = its;
      if (!heading.empty()) {
        page.gap();
        page.line(heading, Ink::Strong);
      }
    }
    add_card(deck, card, ++number, page);
  }
  return page.text();
}

}  // namespace

int show(const std::string& word, Report& report) {
  const Result<Deck> deck = load_deck(word);
  if (!deck) {
    report.failed(word, deck.error());
    return report.exit_code();
  }
  const std::string text = report.manner().json
                               ? nlohmann::ordered_json::parse(write_deck(*deck)).dump() + "\n"
                               : text_of_deck(*deck);
  if (const auto written = put_out({}, text, false, report); !written)
    report.failed(word, written.error());
  return report.exit_code();
}

}  // namespace recto::deck_tool
