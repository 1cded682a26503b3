#include "tests/game/ui/samples.h"

#include <map>
#include <vector>

#include "game/screens/study/commands.h"
#include "tests/game/ui/classroom_samples.h"
#include "tests/game/ui/page_samples.h"

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
  return {std::string(title),
          "https://example.org/history",
          std::move(text),
          {begin, begin + marked.size()},
          true,
          true};
}

/// The evidence alone.
SourceLook sentence_of(std::string_view title, std::string_view sentence) {
  return {std::string(title), "", std::string(sentence), {0, sentence.size()}, false, true};
}

std::vector<RatingLook> ratings(memory::Rating suggested) {
  using memory::Rating;
  std::vector<RatingLook> looks = {
      {Rating::Again, "Again", "forgot", "10 min", false, U"1"},
      {Rating::Hard, "Hard", "recalled with effort", "2 days", false, U"2"},
      {Rating::Good, "Good", "recalled", "6 days", false, U"3"},
      {Rating::Easy, "Easy", "at once", "15 days", false, U"4"}};
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

/// What the menu is made of: a card with its schedule and evidence.
Showing shown_sample() {
  static const Card card = [] {
    Card made;
    made.answer = "Portugal and Castile";
    made.evidence = Evidence{};
    return made;
  }();
  Showing showing;
  showing.card = &card;
  showing.remembered = Remembered{};
  return showing;
}

std::vector<StudyCommand> decisions_sample() {
  study::Turn turn;
  turn.graded = study::Graded{study::Verdict::Almost, "G16"};
  Showing showing = shown_sample();
  showing.way = study::Way::Type;
  return decisions_of(showing, turn);
}

}  // namespace

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
  StudyState state;
  if (revealed) state.turn.revealed_at = Instant();
  Showing showing = shown_sample();
  if (asked == Asked::Choose) showing.way = study::Way::Choose;
  view.commands = commands_of(showing, state);
  if (revealed) {
    view.ratings = ratings(memory::Rating::Good);
    view.answer = "Portugal and Castile";
    view.source = sentence_of("The Treaty of Tordesillas", kPassage);
  }
  switch (asked) {
    case Asked::Reveal: break;
    case Asked::Type:
      view.way = study::Way::Type;
      view.wanted = "two kingdoms";
      if (!revealed) break;
      view.typed = "Portugal and Castille";
      view.typed_faults = {{18, 19}};
      view.verdict = study::Verdict::Slip;
      view.verdict_text = "Right, mind the spelling";
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
      view.about_chosen =
          "Venice and Genoa: “Venice and Genoa traded in the eastern Mediterranean.”";
      view.ratings = ratings(memory::Rating::Again);
      break;
    case Asked::Cloze:
      view.kind = "Gap";
      view.way = study::Way::Type;
      view.prompt =
          "The Treaty of Tordesillas drew its line ____ leagues west of the Cape Verde islands.";
      view.gap = Piece{40, 44};
      if (!revealed) break;
      view.gap.reset();
      view.prompt =
          "The Treaty of Tordesillas drew its line 370 leagues west of the Cape Verde islands.";
      view.filled = {40, 43};
      view.verdict = study::Verdict::NotKnown;
      view.verdict_text = "Not known";
      view.answer = "370";
      view.ratings = ratings(memory::Rating::Again);
      break;
    case Asked::Long: make_long(view); break;
  }
  return view;
}

namespace {

StudyView wrong_sample() {
  StudyView view = study_sample(Asked::Type, true);
  view.typed = "Portugal and Aragon";
  view.typed_faults = {{13, 19}};
  view.answer_faults = {{13, 20}};
  view.verdict = study::Verdict::Wrong;
  view.verdict_text = "Not quite";
  view.decisions = decisions_sample();
  view.decisions.pop_back();
  view.ratings = ratings(memory::Rating::Again);
  return view;
}

StudyView almost_sample() {
  StudyView view = study_sample(Asked::Type, true);
  view.typed = "Portugal";
  view.typed_faults.clear();
  view.answer_faults = {{8, 20}};
  view.verdict = study::Verdict::Almost;
  view.verdict_text = "Almost: does it count?";
  view.decisions = decisions_sample();
  view.asks_to_count = true;
  view.ratings.clear();
  return view;
}

StudyView hint_sample() {
  StudyView view = study_sample(Asked::Type, false);
  view.hint = "P••••••• ••• •••••••";
  return view;
}

StudyView many_options_sample() {
  StudyView view = study_sample(Asked::Long, false);
  view.way = study::Way::Choose;
  for (int i = 0; i < 6; ++i)
    view.options.push_back(
        {"Because the samples did not tell anyone how they had been made, and a "
         "thing on sale does not publish the process behind it (" +
             std::to_string(i + 1) + ")",
         OptionLook::Mark::None});
  return view;
}

StudyView source_sample() {
  StudyView view = study_sample(Asked::Long, true);
  view.prompt = "Who?";
  return view;
}

StudyView panel_sample(Panel panel) {
  StudyView view = study_sample(Asked::Reveal, true);
  view.panel = panel;
  view.flagged = "Flagged: unclear";
  view.flags = flags_of(study::Flag::Unclear);
  view.history = {{"Answered", "7 times"},
                  {"Forgotten after being learned", "2 times"},
                  {"Last answered", "12 days ago"},
                  {"Recalled today with a chance of", "87 %"},
                  {"In a week, without an answer", "81 %"},
                  {"In a month", "69 %"},
                  {"Falls to 90 % within", "9.4 days"},
                  {"Difficulty, from 1 to 10", "6.1"}};
  return view;
}

StudyView leech_sample() {
  StudyView view = study_sample(Asked::Type, true);
  view.offer =
      "You have forgotten this one again and again. Reading the passage helps; a card that is too "
      "hard to keep is better set aside.";
  view.ratings.clear();
  view.commands.clear();
  view.ways_out = ways_out();
  return view;
}

StudyView edit_sample() {
  StudyView view = study_sample(Asked::Type, true);
  view.edit = EditView{"c1",
                       "Edit this card",
                       {{"Question",
                         "Which two kingdoms divided the newly discovered lands outside "
                         "Europe between them in the year 1494?"},
                        {"Answer", "Portugal and Castile"},
                        {"Also right, one a line", "Castile and Portugal\nSpain and Portugal"}},
                       "There is no answer yet.",
                       true};
  return view;
}

StudyView practice_sample() {
  StudyView view = study_sample(Asked::Reveal, true);
  view.note = "Quiz · your schedule stays as it is";
  view.progress = "3 of 10 · 0:42";
  view.ratings = {{memory::Rating::Again, "Not yet", "comes again", "", false, U"1"},
                  {memory::Rating::Good, "Knew it", "done", "", true, U"234"}};
  return view;
}

}  // namespace

ImportView import_sample() {
  ImportView view;
  view.lines = {{1, "example.org/history/tordesillas", "Fetching, 40 %", 0.27F, false},
                {2, "reeds.pdf", "Waiting", std::nullopt, false},
                {3, "example.org/members",
                 "The server answered 403. Save the page in your browser and drop the file here.",
                 std::nullopt, true}};
  view.drafts = {
      {"a", "The Treaty of Tordesillas", "18 of 31 cards, 12 of 14 paragraphs covered", ""},
      {"b",
       "A history of the discovery, the loss and the second discovery of vulcanised rubber in the "
       "nineteenth century",
       "118 of 240 cards, 61 of 88 paragraphs covered", "Imported before"}};
  view.thrown_away = "Coral reefs";
  return view;
}

PreviewView preview_sample(Previewed previewed) {
  draft::Proposal proposal;
  Deck& deck = proposal.deck;
  deck.id = {"d"};
  deck.title = "The Treaty of Tordesillas, and how it divided the world between two crowns";
  deck.language = "en";
  deck.source.url = "https://example.org/history";
  deck.source.authors = {"Ada Lovelace"};
  deck.source.published = "2024-05-03";
  for (int i = 0; i < 8; ++i) {
    const std::string number = std::to_string(i);
    deck.passages.push_back({{"p" + number},
                             i < 4 ? "Signing" : "What came of it in the centuries after it",
                             std::string(kPassage) + " " + std::string(kPassage),
                             {}});
    Card card;
    card.id = {"c" + number};
    card.fact = {"f" + number};
    card.kind = i == 0 ? CardKind::Faq : i % 2 == 0 ? CardKind::Choice : CardKind::Short;
    card.prompt =
        "Which two kingdoms divided the newly discovered lands in 1494, version " + number + "?";
    card.answer = "Portugal and Castile";
    if (i == 3) card.accept = {"Castile and Portugal", "Spain and Portugal"};
    if (card.kind == CardKind::Choice)
      card.distractors = {"England and France", "Venice and Genoa", "Castile and Aragon"};
    card.quality = 0.6 + 0.05 * i;
    const std::size_t begin = kPassage.find(kMarked);
    card.evidence = Evidence{{"p" + number}, begin, begin + kMarked.size()};
    if (i % 3 == 2)
      proposal.turned_down.push_back({card, "its fact has cards enough (C17)"});
    else if (previewed != Previewed::Empty)
      deck.cards.push_back(card);
  }
  if (previewed == Previewed::Empty) proposal.turned_down.clear();
  draft::Draft draft(std::move(proposal));
  PreviewState state;
  state.left_out_open = previewed != Previewed::Usual;
  state.filtering = previewed == Previewed::Filtered;
  if (state.filtering) state.filter = "castile";
  if (previewed == Previewed::Seen)
    state.seen = "Imported on 3 May, 42 cards. Since then: 3 new, 2 reworded, 1 gone, 39 same.";
  if (previewed == Previewed::Edited) state.edit = edit_sample().edit;
  if (draft.entries().size() > 3) state.chosen = 3;
  if (previewed == Previewed::Filtered)
    state.said = "No card was tried on this sentence. Choose words in it for one of your own.";
  return look(draft, state);
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
  view.can_quiz = true;
  view.can_practise = with_missed;
  view.can_undo = with_missed;
  view.flagged = with_missed ? 2 : 0;
  if (with_missed)
    for (int i = 0; i < 3; ++i)
      view.missed.push_back({"Which two kingdoms divided the newly discovered lands in 1494?",
                             "Portugal and Castile", std::string(kPassage)});
  return view;
}

void draw_sample(ui::Ui& ui, std::string_view name) {
  for (const PageSample& sample : page_samples())
    if (sample.name == name) {
      if (sample.above) sample.above(ui);
      draw(sample.shell, ui, [&](const ui::Rect& area) { sample.page(ui, area); });
    }
  ShellView shell;
  const auto show = [&](Page page, const std::function<void(const ui::Rect&)>& content) {
    shell.place.page = page;
    draw(shell, ui, content);
  };
  const auto study = [&](Asked asked, bool revealed) {
    show(Page::Study, [&](const ui::Rect& area) { draw(study_sample(asked, revealed), ui, area); });
  };
  if (name == "study-reveal") study(Asked::Reveal, false);
  if (name == "study-reveal-shown") study(Asked::Reveal, true);
  if (name == "study-type") study(Asked::Type, false);
  if (name == "study-type-shown") study(Asked::Type, true);
  if (name == "study-choose") study(Asked::Choose, false);
  if (name == "study-choose-shown") study(Asked::Choose, true);
  if (name == "study-cloze-shown") study(Asked::Cloze, true);
  const auto special = [&](std::string_view wanted, const StudyView& view) {
    if (name == wanted) show(Page::Study, [&](const ui::Rect& area) { draw(view, ui, area); });
  };
  special("study-cloze", study_sample(Asked::Cloze, false));
  special("study-wrong", wrong_sample());
  special("study-almost", almost_sample());
  special("study-hint", hint_sample());
  special("study-options", many_options_sample());
  special("study-source", source_sample());
  special("study-actions", panel_sample(Panel::Actions));
  special("study-flags", panel_sample(Panel::Flags));
  special("study-history", panel_sample(Panel::History));
  special("study-leech", leech_sample());
  special("study-practice", practice_sample());
  special("study-edit", edit_sample());
  if (name == "study-long") study(Asked::Long, false);
  if (name == "study-long-shown") study(Asked::Long, true);
  if (name == "import")
    show(Page::Import, [&](const ui::Rect& area) { draw(import_sample(), ui, area); });
  if (name == "import-empty")
    show(Page::Import, [&](const ui::Rect& area) { draw(ImportView(), ui, area); });
  const auto preview = [&](std::string_view wanted, Previewed previewed) {
    if (name != wanted) return;
    static std::map<std::string, PreviewLayout, std::less<>> layouts;
    show(Page::Preview, [&](const ui::Rect& area) {
      draw(preview_sample(previewed), layouts[std::string(wanted)], ui, area);
    });
  };
  preview("preview", Previewed::Usual);
  preview("preview-seen", Previewed::Seen);
  preview("preview-filter", Previewed::Filtered);
  preview("preview-edit", Previewed::Edited);
  preview("preview-empty", Previewed::Empty);
  if (name == "summary")
    show(Page::Summary, [&](const ui::Rect& area) { draw(summary_sample(false), ui, area); });
  if (name == "summary-missed")
    show(Page::Summary, [&](const ui::Rect& area) { draw(summary_sample(true), ui, area); });
  shell.bare = name.starts_with("class-") && name != "class-setup" && name != "class-cards" &&
               name != "class-after";
  if (name.starts_with("class-"))
    show(Page::Classroom, [&](const ui::Rect& area) { draw_classroom_sample(ui, name, area); });
  if (name == "study-message") {
    shell.message = Message{Message::Kind::Done, "Answer taken back.", true};
    study(Asked::Choose, true);
  }
  if (name == "summary-message") {
    shell.message = Message{Message::Kind::Done, "Answer taken back.", true};
    show(Page::Summary, [&](const ui::Rect& area) { draw(summary_sample(true), ui, area); });
  }
}

std::span<const std::string_view> screen_names() {
  static const std::vector<std::string_view> kNames = [] {
    std::vector<std::string_view> names = {"study-reveal",      "study-reveal-shown",
                                           "study-type",        "study-type-shown",
                                           "study-choose",      "study-choose-shown",
                                           "study-cloze-shown", "study-long",
                                           "study-long-shown",  "study-cloze",
                                           "study-wrong",       "study-almost",
                                           "study-hint",        "study-options",
                                           "study-source",      "study-actions",
                                           "study-flags",       "study-history",
                                           "study-leech",       "study-practice",
                                           "study-edit",        "summary",
                                           "summary-missed",    "import",
                                           "import-empty",      "preview",
                                           "preview-seen",      "preview-filter",
                                           "preview-edit",      "preview-empty"};
    for (const PageSample& sample : page_samples())
      names.push_back(sample.name);
    names.insert(names.end(), classroom_names().begin(), classroom_names().end());
    return names;
  }();
  return kNames;
}

}  // namespace recto::test
