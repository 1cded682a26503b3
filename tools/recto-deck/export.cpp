// recto-deck export: a deck in another shape.
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tools/interchange/paper/quiz_paper.h"
#include "tools/recto-deck/output.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

// Any will do: what counts is that the same deck gives the same pages.
constexpr std::uint64_t kSeed = 20;

Result<std::string> paper_bytes(const Deck& deck, const ExportOrder& order) {
  Random random(kSeed);
  const paper::PaperQuiz quiz =
      paper::paper_quiz(paper::best_for_paper(deck, order.max_cards), random);
  paper::PaperChoice choice;
  if (order.page == "letter") choice.sheet = paper::Sheet::Letter;
  choice.with_cards = order.hold_up;
  return paper::write_pdf(paper::paper_of(quiz, choice), choice.sheet);
}

Result<void> export_one(const Input& input, const ExportOrder& order, const Report& report) {
  if (order.output.empty() && !order.dry_run && ::isatty(STDOUT_FILENO) == 1)
    return fail(Error::Kind::BadInput, "a PDF is nothing for a terminal", {},
                "name a file with -o");
  const Deck deck = RECTO_TRY(load_deck(input));
  if (deck.cards.empty()) report.warn("the deck has no cards: the pages are empty");
  const std::string bytes = RECTO_TRY(paper_bytes(deck, order));
  return deliver_bytes(bytes, {order.output, order.dry_run}, {{"input", input.name}}, report);
}

}  // namespace

int export_deck(const ExportOrder& order, Report& report) {
  const Input input = input_of(order.deck);
  if (const auto done = export_one(input, order, report); !done)
    report.failed(input.name, done.error());
  return report.exit_code();
}

}  // namespace recto::deck_tool
