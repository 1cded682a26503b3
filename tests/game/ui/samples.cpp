#include "tests/game/ui/samples.h"

namespace recto::test {
namespace {

using namespace screens;

constexpr std::string_view kPassage =
    "The Treaty of Tordesillas, signed on 7 June 1494, divided the newly discovered lands outside "
    "Europe between the Kingdom of Portugal and the Crown of Castile, along a meridian 370 leagues "
    "west of the Cape Verde islands.";
constexpr std::string_view kMarked = "between the Kingdom of Portugal and the Crown of Castile";

SourceLook source_of(std::string_view title, std::string text, std::string_view marked) {
  const std::size_t begin = text.find(marked);
  return {std::string(title), "", std::move(text), begin, begin + marked.size()};
}

std::array<RatingLook, 4> ratings(memory::Rating suggested) {
  using memory::Rating;
  std::array<RatingLook, 4> looks = {
      {{Rating::Again, "Again", "forgot", "10 min", false},
       {Rating::Hard, "Hard", "recalled with effort", "2 days", false},
       {Rating::Good, "Good", "recalled", "6 days", false},
       {Rating::Easy, "Easy", "at once", "15 days", false}}};
  for (RatingLook& look : looks)
    look.suggested = look.rating == suggested;
  return looks;
}

void make_long(StudyView& view) {
  view.deck_title =
      "A history of the discovery, the loss and the second discovery of vulcanised rubber in the "
      "nineteenth century";
  view.heading = "How the patents were fought over in the courts of three countries at once";
  view.kind = "Question and answer";
  view.prompt =
      "Why did the court in the appeal of 1852 hold that the patent on heating rubber with sulphur "
      "was valid, although samples of the material had been on sale for years before?";
  std::string passage;
  for (int i = 0; i < 6; ++i)
    passage += std::string(kPassage) + " ";
  passage +=
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsname.";
  if (!view.revealed) return;
  view.answer =
      "Because the samples did not tell anyone how they had been made: the court found that "
      "a thing on sale does not publish the process behind it.";
  view.source = source_of("Rubber: a history", passage, kMarked);
}

}  // namespace

DecksView decks_sample() {
  return {
      "31 cards, about 8 minutes.",
      {{{"a"}, "The Treaty of Tordesillas", "42 cards", 12, 12, "24 cards, about 6 minutes", true},
       {{"b"},
        "A history of the discovery, the loss and the second discovery of vulcanised rubber in "
        "the nineteenth century",
        "118 cards",
        0,
        7,
        "7 cards, about 2 minutes",
        true},
       {{"c"}, "漢字の歴史", "9 cards", 0, 0, "Nothing due", false},
       {{"d"}, "Coral reefs", "18 cards", 0, 0, "Nothing due", false}},
      "To add a deck, start Recto with a file: recto article.deck.json. "
      "Decks are made of articles by recto-deck make."};
}

DecksView no_decks_sample() {
  DecksView view = decks_sample();
  view.rows.clear();
  view.plan.clear();
  return view;
}

StudyView study_sample(Asked asked, bool revealed) {
  StudyView view;
  view.deck_title = "The Treaty of Tordesillas";
  view.heading = "Signing";
  view.kind = "Short answer";
  view.prompt = "Which two kingdoms divided the newly discovered lands in 1494?";
  view.revealed = revealed;
  view.done = 12;
  view.left = 8;
  view.progress = "8 left · about 2 min";
  view.can_undo = true;
  view.ratings = ratings(memory::Rating::Good);
  if (revealed) {
    view.answer = "Portugal and Castile";
    view.source = source_of("The Treaty of Tordesillas", std::string(kPassage), kMarked);
  }
  switch (asked) {
    case Asked::Reveal: break;
    case Asked::Type:
      view.way = study::Way::Type;
      view.hint = "two kingdoms";
      if (!revealed) break;
      view.typed = "Portugal and Castille";
      view.verdict = study::Verdict::Slip;
      view.verdict_text = "Right, one letter off";
      break;
    case Asked::Choose:
      view.kind = "Choice";
      view.way = study::Way::Choose;
      view.options = {{"England and France", OptionLook::Mark::None},
                      {"Portugal and Castile", OptionLook::Mark::None},
                      {"Venice and Genoa", OptionLook::Mark::None},
                      {"Castile and Aragon", OptionLook::Mark::None}};
      if (!revealed) break;
      view.answer.clear();
      view.options[1].mark = OptionLook::Mark::Right;
      view.options[2].mark = OptionLook::Mark::WronglyChosen;
      view.verdict = study::Verdict::Wrong;
      view.verdict_text = "Not quite";
      view.explanation = "Venice and Genoa traded in the eastern Mediterranean.";
      view.ratings = ratings(memory::Rating::Again);
      break;
    case Asked::Cloze:
      view.kind = "Gap";
      view.way = study::Way::Type;
      view.prompt =
          "The Treaty of Tordesillas drew its line ____ leagues west of the Cape Verde islands.";
      if (!revealed) break;
      view.prompt =
          "The Treaty of Tordesillas drew its line 370 leagues west of the Cape Verde islands.";
      view.verdict = study::Verdict::NotKnown;
      view.verdict_text = "Not known";
      view.answer = "370";
      view.ratings = ratings(memory::Rating::Again);
      break;
    case Asked::Long: make_long(view); break;
  }
  return view;
}

SummaryView summary_sample(bool with_missed) {
  SummaryView view{"The Treaty of Tordesillas",
                   "20 cards in 5 minutes",
                   {{"20", "cards"},
                    {"85 %", "right at first try"},
                    {"5", "minutes"},
                    {"14", "due tomorrow"},
                    {"31", "due in seven days"}},
                   {},
                   "All done for today.",
                   true};
  if (with_missed)
    for (int i = 0; i < 3; ++i)
      view.missed.push_back({"Which two kingdoms divided the newly discovered lands in 1494?",
                             "Portugal and Castile", std::string(kPassage)});
  return view;
}

void draw_sample(ui::Ui& ui, std::string_view name) {
  ShellView shell;
  shell.can_resume = name == "decks";
  const auto show = [&](Page page, const std::function<void(const ui::Rect&)>& content) {
    shell.page = page;
    draw(shell, ui, content);
  };
  const auto study = [&](Asked asked, bool revealed) {
    show(Page::Study, [&](const ui::Rect& area) { draw(study_sample(asked, revealed), ui, area); });
  };
  if (name == "decks")
    show(Page::Decks, [&](const ui::Rect& area) { draw(decks_sample(), ui, area); });
  if (name == "decks-empty")
    show(Page::Decks, [&](const ui::Rect& area) { draw(no_decks_sample(), ui, area); });
  if (name == "study-reveal") study(Asked::Reveal, false);
  if (name == "study-reveal-shown") study(Asked::Reveal, true);
  if (name == "study-type") study(Asked::Type, false);
  if (name == "study-type-shown") study(Asked::Type, true);
  if (name == "study-choose") study(Asked::Choose, false);
  if (name == "study-choose-shown") study(Asked::Choose, true);
  if (name == "study-cloze-shown") study(Asked::Cloze, true);
  if (name == "study-long") study(Asked::Long, false);
  if (name == "study-long-shown") study(Asked::Long, true);
  if (name == "summary")
    show(Page::Summary, [&](const ui::Rect& area) { draw(summary_sample(false), ui, area); });
  if (name == "summary-missed")
    show(Page::Summary, [&](const ui::Rect& area) { draw(summary_sample(true), ui, area); });
  if (name == "study-message") {
    shell.message = Message{Message::Kind::Done, "Answer taken back.", true};
    study(Asked::Choose, true);
  }
  if (name == "summary-message") {
    shell.message = Message{Message::Kind::Done, "Answer taken back.", true};
    show(Page::Summary, [&](const ui::Rect& area) { draw(summary_sample(true), ui, area); });
  }
  if (name == "message") {
    shell.message = Message{Message::Kind::Done, "Answer taken back.", true};
    show(Page::Decks, [&](const ui::Rect& area) { draw(decks_sample(), ui, area); });
  }
  if (name == "problem") {
    shell.message = Message{Message::Kind::Problem,
                            "/home/ada/decks/tordesillas.deck.json: the deck has two cards with id "
                            "c7; make it again with recto-deck make",
                            false};
    show(Page::Decks, [&](const ui::Rect& area) { draw(decks_sample(), ui, area); });
  }
}

std::span<const std::string_view> screen_names() {
  static constexpr std::string_view kNames[] = {"decks",
                                                "decks-empty",
                                                "study-reveal",
                                                "study-reveal-shown",
                                                "study-type",
                                                "study-type-shown",
                                                "study-choose",
                                                "study-choose-shown",
                                                "study-cloze-shown",
                                                "study-long",
                                                "study-long-shown",
                                                "summary",
                                                "summary-missed",
                                                "message",
                                                "problem"};
  return kNames;
}

}  // namespace recto::test
