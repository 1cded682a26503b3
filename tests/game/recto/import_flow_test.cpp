#include "game/recto/import_flow.h"

#include <algorithm>

#include "game/screens/import/import_words.h"
#include "tests/game/draft/samples.h"
#include "tests/game/recto/desk.h"

using namespace recto;
using namespace std::chrono_literals;
using screens::ImportAction;
using screens::Page;
using screens::PreviewAction;
using screens::ShellAction;
using test::Desk;
using Kind = PreviewAction::Kind;

namespace {

app::ImportInput article(const std::string& name) {
  return {app::ImportInput::Kind::File, name, name};
}

/// Does as the queue would: what is asked for becomes `made`, in order.
void work_off(Desk& desk, const std::vector<Result<app::Made>>& made) {
  std::size_t next = 0;
  for (app::ImportJob& job : desk.app().importing().take_jobs())
    desk.app().take({std::move(job), made.at(next++)});
}

draft::Proposal reeds() {
  draft::Proposal proposal = test::long_proposal(3);
  proposal.deck.source.title = "On reeds";
  proposal.deck.source.sha256 = std::string(64, 'a');
  return proposal;
}

/// A desk with a draft of the article in its preview.
void open_preview(Desk& desk, draft::Proposal proposal) {
  desk.app().import_from({article("reeds.html")});
  work_off(desk, {app::Made(std::move(proposal))});
  REQUIRE(desk.page() == Page::Preview);
}

void act(Desk& desk, Kind kind) {
  (void)desk.app().preview();
  desk.app().apply(PreviewAction{.kind = kind});
}

void act(Desk& desk, PreviewAction action) {
  (void)desk.app().preview();
  desk.app().apply(std::move(action));
}

std::string chosen(Desk& desk) {
  const screens::PreviewView& view = desk.app().preview();
  REQUIRE(view.chosen_row);
  return view.cards[view.rows[*view.chosen_row].card].prompt;
}

}  // namespace

TEST_CASE("F4 import: an article that comes alone is shown, several wait in a list") {
  Desk desk;
  desk.app().import_from({article("reeds.html")});
  CHECK(desk.page() == Page::Import);
  REQUIRE(desk.app().import().lines.size() == 1);
  CHECK(desk.app().import().lines[0].said == "Waiting");
  work_off(desk, {app::Made(reeds())});
  CHECK(desk.page() == Page::Preview);
  CHECK(desk.app().preview().title == "On reeds, at length");
  act(desk, Kind::Leave);
  CHECK(desk.page() == Page::Import);

  desk.app().import_from({article("a.html"), article("treaty.txt"), article("b.deck.json")});
  draft::Proposal other = reeds();
  other.deck.id = {"other"};
  work_off(desk, {app::Made(other), app::Made(test::treaty_proposal()),
                  app::Made(test::numbers_deck(3))});
  CHECK(desk.app().import().lines.empty());
  CHECK(desk.app().import().drafts.size() == 3);
  REQUIRE(desk.app().decks().rows.size() == 1);
  CHECK(desk.app().decks().rows[0].title == "Numbers");
}

TEST_CASE("F5 import: a line tells what is going on and how far, and can be cancelled") {
  Desk desk;
  app::ImportFlow& flow = desk.app().importing();
  desk.app().import_from({article("a.html"), article("b.html")});
  auto jobs = flow.take_jobs();
  REQUIRE(jobs.size() == 2);
  flow.progressed(jobs[0].id, {screens::ImportStage::Fetching, 0.4F});
  CHECK(flow.import().lines[0].said == "Fetching, 40 %");
  const float fetching = flow.import().lines[0].share.value();
  flow.progressed(jobs[0].id, {screens::ImportStage::Writing, 0});
  CHECK(flow.import().lines[0].said == "Writing cards");
  CHECK(flow.import().lines[0].share.value() > fetching);
  desk.app().apply(ImportAction{ImportAction::Kind::Cancel, {}, jobs[0].id});
  CHECK(flow.take_cancelled() == std::vector<std::uint64_t>{jobs[0].id});
  CHECK(flow.import().lines.size() == 1);
  desk.app().take({jobs[0], app::Made(reeds())});  // it was done all the same
  CHECK(flow.import().drafts.empty());
  CHECK(desk.page() == Page::Import);
}

TEST_CASE("F5 F6 import: what cannot be read says why and what to do, until it is taken off") {
  Desk desk;
  desk.app().import_from({article("page")});
  work_off(desk, {fail(Error::Kind::Failed, "the server answered 403", "https://example.org/page",
                       "save the page in your browser and drop the file here")});
  CHECK(desk.page() == Page::Import);
  const auto lines = desk.app().import().lines;
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].failed);
  CHECK(lines[0].said ==
        "The server answered 403. Save the page in your browser and drop the file here.");
  CHECK_FALSE(desk.app().importing().is_busy());
  desk.app().apply(ImportAction{ImportAction::Kind::Cancel, {}, lines[0].id});
  CHECK(desk.app().import().lines.empty());
}

TEST_CASE("F4 import: a card on show is not taken away by an article that arrives") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.app().import_from({article("reeds.html")});
  CHECK(desk.page() == Page::Study);
  work_off(desk, {app::Made(reeds())});
  CHECK(desk.page() == Page::Study);
  CHECK(desk.message() == "“On reeds, at length” waits on the Import page.");
}

TEST_CASE("F14 import: Save makes the deck, Undo takes it out and brings the draft back") {
  Desk desk;
  open_preview(desk, reeds());
  const std::size_t kept = desk.app().preview().cards.size();
  act(desk, {.kind = Kind::Turn, .entry = desk.app().preview().cards[0].entry});
  act(desk, Kind::Save);
  CHECK(desk.page() == Page::Decks);
  REQUIRE(desk.app().decks().rows.size() == 1);
  CHECK(desk.stats().cards == kept - 1);
  CHECK(desk.app().import().drafts.empty());
  desk.app().apply(ShellAction{ShellAction::Kind::UndoMessage});
  CHECK(desk.app().decks().rows.empty());
  CHECK(desk.app().import().drafts.size() == 1);

  open_preview(desk, reeds());
  act(desk, Kind::Save);
  CHECK(desk.app().import().drafts.empty());
  desk.app().apply(ShellAction{ShellAction::Kind::Run, screens::CommandId::Undo, {}});
  CHECK(desk.app().decks().rows.empty());
  CHECK(desk.app().import().drafts.size() == 1);
}

TEST_CASE("F14 import: Save and study begins at once") {
  Desk desk;
  open_preview(desk, reeds());
  act(desk, Kind::SaveAndStudy);
  CHECK(desk.page() == Page::Study);
}

TEST_CASE("F14 import: without a card there is nothing to save, and it says so") {
  Desk desk;
  open_preview(desk, reeds());
  act(desk, {.kind = Kind::Threshold, .threshold = 0.95});
  act(desk, Kind::Save);
  CHECK(desk.page() == Page::Preview);
  CHECK_FALSE(desk.app().preview().said.empty());
}

TEST_CASE("F14 U15 import: a draft that is left waits as it was, also after kill -9") {
  Desk desk;
  desk.app().importing().keep_in(app::DraftBox(desk.profile() / "drafts"));
  open_preview(desk, reeds());
  act(desk, {.kind = Kind::Turn, .entry = 0});
  const std::string figures = desk.app().preview().figures;
  CHECK(desk.app().wakes_at() == desk.now + 2s);
  desk.now += 2s;
  desk.app().tick();
  desk.start();
  desk.app().importing().keep_in(app::DraftBox(desk.profile() / "drafts"));
  REQUIRE(desk.app().import().drafts.size() == 1);
  CHECK(desk.app().import().drafts[0].detail == figures);

  // The same article again leads to the draft, not to a second one.
  desk.app().apply(ShellAction{ShellAction::Kind::Run, screens::CommandId::ShowImport, {}});
  open_preview(desk, reeds());
  CHECK(desk.app().preview().figures == figures);
  CHECK(desk.app().import().drafts.size() == 1);
  act(desk, Kind::Save);
  desk.start();
  desk.app().importing().keep_in(app::DraftBox(desk.profile() / "drafts"));
  CHECK(desk.app().import().drafts.empty());
}

TEST_CASE("U9 import: a draft that was thrown away comes back") {
  Desk desk;
  open_preview(desk, reeds());
  act(desk, Kind::Leave);
  const std::string id = desk.app().import().drafts.at(0).id;
  desk.app().apply(ImportAction{ImportAction::Kind::ThrowAway, id});
  CHECK(desk.app().import().drafts.empty());
  CHECK(desk.app().import().thrown_away == "On reeds, at length");
  desk.app().apply(ImportAction{ImportAction::Kind::BringBack});
  CHECK(desk.app().import().drafts.size() == 1);
  CHECK(desk.app().import().thrown_away.empty());
}

TEST_CASE(
    "F8 import: an article seen before tells what has changed; Update keeps what was learned") {
  Desk desk;
  open_preview(desk, reeds());
  act(desk, {.kind = Kind::Turn, .entry = 0});
  act(desk, Kind::SaveAndStudy);
  desk.answer(memory::Rating::Good);
  desk.act(screens::StudyAction::Kind::Leave);
  const std::size_t reviews = desk.stats().reviews;

  desk.now += std::chrono::days(30);
  draft::Proposal next = reeds();
  next.deck.source.sha256 = std::string(64, 'b');
  next.deck.cards.erase(next.deck.cards.end() - 1);
  Card fresh = next.deck.cards[1];
  fresh.id = {"c-fresh"};
  fresh.fact = {"f-fresh"};
  fresh.answer = "herons";
  fresh.prompt = "Which birds came?";
  fresh.quality = 0.9;
  next.deck.cards.push_back(fresh);
  open_preview(desk, next);
  const std::string seen = desk.app().preview().seen;
  CAPTURE(seen);
  CHECK(desk.app().preview().seen.starts_with("Imported on 25 November, "));
  CHECK(desk.app().preview().seen.find("Since then: 1 new, 0 reworded, 1 gone, ") !=
        std::string::npos);
  act(desk, Kind::Save);
  CHECK(desk.app().decks().rows.size() == 1);
  CHECK(desk.stats().reviews == reviews);
  CHECK(desk.message().find("1 new, 0 reworded, 1 gone") != std::string::npos);
  const std::size_t cards = desk.stats().cards;
  desk.app().apply(ShellAction{ShellAction::Kind::UndoMessage});
  CHECK(desk.stats().cards == cards);  // the one that had gone, without the new one
  CHECK(desk.app().decks().rows.size() == 1);
  CHECK(desk.app().import().drafts.size() == 1);
}

TEST_CASE(
    "F8 import: Import as new makes a second deck, and so does another article of that name") {
  Desk desk;
  open_preview(desk, reeds());
  act(desk, Kind::Save);
  open_preview(desk, reeds());
  CHECK(desk.app().preview().seen.find("Nothing has changed") != std::string::npos);
  act(desk, Kind::SaveAsNew);
  CHECK(desk.app().decks().rows.size() == 2);

  draft::Proposal namesake = reeds();
  namesake.deck.source.sha256 = std::string(64, 'c');
  for (Passage& passage : namesake.deck.passages)
    passage.text = "Quite another text. " + passage.text;
  desk.now += 1s;
  open_preview(desk, namesake);
  CHECK(desk.app().preview().seen.empty());
  act(desk, Kind::Save);
  CHECK(desk.app().decks().rows.size() == 3);
}

TEST_CASE("F9 import: the keys of a preview move, drop, keep and undo") {
  Desk desk;
  open_preview(desk, test::treaty_proposal());
  const std::string first = chosen(desk);
  act(desk, {.kind = Kind::Step, .steps = 1});
  const std::string second = chosen(desk);
  CHECK(first != second);
  const auto figures = desk.app().preview().figures;
  const std::size_t row = *desk.app().preview().chosen_row;
  const std::size_t entry = desk.app().preview().cards[desk.app().preview().rows[row].card].entry;
  act(desk, {.kind = Kind::Turn, .entry = entry});
  CHECK(chosen(desk) == second);
  CHECK(desk.app().preview().figures != figures);
  act(desk, Kind::Undo);
  CHECK(desk.app().preview().figures == figures);
  act(desk, Kind::Redo);
  CHECK(desk.app().preview().figures != figures);
  act(desk, {.kind = Kind::Step, .steps = -1000});
  CHECK(chosen(desk) == first);
}

TEST_CASE("F9 import: a card is edited in its fields; what is wrong is said there") {
  using screens::EditAction;
  Desk desk;
  open_preview(desk, test::treaty_proposal());
  act(desk, {.kind = Kind::Choose, .entry = 0});
  act(desk, Kind::Edit);
  REQUIRE(desk.app().preview().edit);
  act(desk, {.kind = Kind::Edited, .edit = {EditAction::Kind::Save, {"", "1494", ""}}});
  CHECK_FALSE(desk.app().preview().edit->problem.empty());
  act(desk, {.kind = Kind::Edited, .edit = {EditAction::Kind::Save, {"When?", "1494", ""}}});
  CHECK_FALSE(desk.app().preview().edit);
  CHECK(chosen(desk) == "When?");
  act(desk, Kind::Accept);
  act(desk, {.kind = Kind::Edited, .edit = {EditAction::Kind::Save, {"MCDXCIV"}}});
  const auto& view = desk.app().preview();
  CHECK(view.cards[view.rows[*view.chosen_row].card].also == "Also right: MCDXCIV");
}

TEST_CASE("F11 F12 import: a sentence leads to its cards, to why it has none, or to one's own") {
  Desk desk;
  open_preview(desk, test::treaty_proposal());
  act(desk, {.kind = Kind::Place, .passage = 0, .words = {3, 3}});
  CHECK(chosen(desk) == "In what year was the treaty signed?");
  act(desk, {.kind = Kind::Place, .passage = 0, .words = {3, 3}});
  CHECK(desk.app().preview().left_out_open);
  CHECK(chosen(desk).starts_with("The Treaty of Tordesillas was signed in ____"));
  act(desk, {.kind = Kind::Make, .passage = 1, .words = {5, 14}, .card_kind = CardKind::Cloze});
  CHECK(chosen(desk) == "Pope ____ VI had drawn an earlier line.");
  act(desk, {.kind = Kind::Make, .passage = 1, .words = {5, 14}, .card_kind = CardKind::Short});
  REQUIRE(desk.app().preview().edit);
  CHECK(desk.app().preview().edit->fields[1].text == "Alexander");
  act(desk, {.kind = Kind::Make, .passage = 99, .words = {5, 14}});
  act(desk, {.kind = Kind::Make, .passage = 1, .words = {5, 5}});
  CHECK_FALSE(desk.app().preview().said.empty());
}

TEST_CASE("F11 import: the list of what was left out opens on its first card and closes again") {
  Desk desk;
  open_preview(desk, test::treaty_proposal());
  act(desk, Kind::FoldLeftOut);
  CHECK(chosen(desk) == "Which pope had drawn an earlier line?");
  const auto& view = desk.app().preview();
  CHECK(view.cards[view.rows[*view.chosen_row].card].said ==
        "about 60 of 100 teachers would keep it");
  act(desk, Kind::FoldLeftOut);
  CHECK(chosen(desk) != "Which pope had drawn an earlier line?");
}

TEST_CASE("F9 import: a filter leaves the cards with its words, the chosen one stays in sight") {
  Desk desk;
  open_preview(desk, test::treaty_proposal());
  act(desk, Kind::OpenFilter);
  act(desk, {.kind = Kind::Filter, .text = "portugal CASTILE"});
  CHECK(desk.app().preview().cards.size() == 1);
  CHECK(chosen(desk).find("____ and Castile") != std::string::npos);
  act(desk, {.kind = Kind::Filter, .text = "zebra"});
  CHECK(desk.app().preview().cards.empty());
  CHECK_FALSE(desk.app().preview().rows.empty());
  act(desk, Kind::CloseFilter);
  CHECK(desk.app().preview().cards.size() == 4);
}

TEST_CASE("F9 import: d changes the wrong options of a choice, and says why where it cannot") {
  Desk desk;
  draft::Proposal proposal = reeds();
  Card choice = proposal.deck.cards.front();
  choice.id = {"choice"};
  choice.kind = CardKind::Choice;
  choice.prompt = "Which year was it?";
  choice.distractors = {"10001", "10002", "10003"};
  choice.quality = 0.94;
  proposal.deck.cards.push_back(choice);
  proposal.spare_options[choice.id] = {"10004", "10005", "10006"};
  open_preview(desk, std::move(proposal));
  REQUIRE(chosen(desk) == "Which year was it?");
  const auto options = [&] {
    const screens::PreviewView& view = desk.app().preview();
    return view.cards[view.rows[*view.chosen_row].card].options;
  };
  CHECK(options() == "Not: 10001 · 10002 · 10003");
  act(desk, Kind::ChangeOptions);
  CHECK(options() == "Not: 10004 · 10005 · 10006");
  CHECK(desk.app().preview().said.empty());
  act(desk, Kind::Undo);
  CHECK(options() == "Not: 10001 · 10002 · 10003");
  act(desk, {.kind = Kind::Step, .steps = 1});
  act(desk, Kind::ChangeOptions);
  CHECK(desk.app().preview().said.find("Only a choice") != std::string::npos);
}

TEST_CASE("F12 import: words are chosen by keys, from the chosen card's sentence on") {
  Desk desk;
  open_preview(desk, reeds());
  const std::string text = desk.app().preview().passages[0].text;
  const auto words = [&] {
    const draft::WordChoice& choice = desk.app().preview().words.value();
    CHECK(choice.passage == 0);
    return text.substr(choice.span().begin, choice.span().end - choice.span().begin);
  };
  act(desk, Kind::OpenWords);
  CHECK(words() == "In");
  act(desk, {.kind = Kind::MoveWords});
  act(desk, {.kind = Kind::MoveWords});
  CHECK(words() == "year");
  act(desk, {.kind = Kind::MoveWords, .mode = draft::ChoiceMode::Extend});
  CHECK(words().starts_with("year 10"));
  const std::size_t cards = desk.app().preview().cards.size();
  const draft::Span chosen_words = desk.app().preview().words->span();
  act(desk, {.kind = Kind::Make, .passage = 0, .words = chosen_words});
  CHECK(desk.app().preview().cards.size() == cards + 1);
  CHECK_FALSE(desk.app().preview().words);
  // What the mouse selected goes on by keys; a click leads elsewhere; Esc ends it.
  act(desk, {.kind = Kind::OpenWords, .chosen = draft::WordChoice{0, 12, 7}});
  act(desk, {.kind = Kind::MoveWords, .mode = draft::ChoiceMode::Extend});
  CHECK(desk.app().preview().words->anchor == 12);
  act(desk, {.kind = Kind::Place, .words = {3, 3}});
  CHECK(words() == "the");
  act(desk, Kind::CloseWords);
  CHECK_FALSE(desk.app().preview().words);
}

TEST_CASE("F5 import: what failed is tried again by a button, in its line") {
  Desk desk;
  desk.app().import_from({article("reeds.html")});
  (void)desk.app().importing().take_jobs();
  const auto line = [&] { return desk.app().import().lines.at(0); };
  desk.app().apply(ImportAction{ImportAction::Kind::Retry, {}, line().id});
  CHECK(desk.app().importing().take_jobs().empty());  // it is on its way
  desk.app().take({{line().id, article("reeds.html")},
                   fail(Error::Kind::Failed, "the server answered 500", {}, "try again later")});
  CHECK(line().failed);
  desk.app().apply(ImportAction{ImportAction::Kind::Retry, {}, line().id});
  CHECK_FALSE(line().failed);
  CHECK(line().said == "Waiting");
  work_off(desk, {app::Made(reeds())});
  CHECK(desk.page() == Page::Preview);
}

TEST_CASE("U8 import: where no card is kept, the preview says how to get some") {
  Desk desk;
  draft::Proposal proposal = reeds();
  for (Card& card : proposal.deck.cards)
    card.quality = 0.6;
  open_preview(desk, std::move(proposal));
  const auto says = [&](std::string_view words) {
    const auto& rows = desk.app().preview().rows;
    return std::ranges::any_of(rows, [&](const screens::PreviewRow& row) {
      return row.kind == screens::PreviewRow::Kind::Note &&
             row.text.find(words) != std::string::npos;
    });
  };
  CHECK(says("No card is good enough for this setting."));
  act(desk, {.kind = Kind::Threshold, .threshold = 0.6});
  CHECK_FALSE(says("No card is good enough"));
}
