#include "game/screens/study/study_view.h"

#include <algorithm>

#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using namespace std::chrono_literals;
using study::Verdict;
using study::Way;
using test::kNoon;

namespace {

using study::Turn;

Turn asked() {
  return {.shown_at = kNoon};
}

Turn answered(std::optional<study::Graded> graded, std::string typed = {}) {
  Turn turn = asked();
  turn.revealed_at = kNoon + 5s;
  turn.typed = std::move(typed);
  turn.graded = std::move(graded);
  return turn;
}

StudyView view_of(const char* card, const Turn& turn) {
  static const Deck deck = test::treaty_deck();
  const study::Session session = test::session_at(deck, {card});
  return look(showing_of(session, deck, kNoon + 6s), {.turn = turn}, {}, kNoon + 6s);
}

std::size_t place_of(const StudyView& view, const std::string& option) {
  const auto found = std::ranges::find(view.options, option, &OptionLook::text);
  REQUIRE(found != view.options.end());
  return static_cast<std::size_t>(found - view.options.begin());
}

}  // namespace

TEST_CASE("F16 study: above the prompt stand deck and kind, the heading once the answer is shown") {
  struct Row {
    const char *card, *heading, *kind;
    Way way;
  };
  for (const Row& row : {Row{"c-year", "A line in the ocean", "Short answer", Way::Type},
                         Row{"c-kingdoms", "A line in the ocean", "Fill the gap", Way::Type},
                         Row{"c-pope", "", "Choose one", Way::Choose},
                         Row{"c-signed", "", "True or false", Way::Choose},
                         Row{"c-why", "", "Question", Way::Reveal}}) {
    CAPTURE(row.card);
    const StudyView view = view_of(row.card, asked());
    CHECK(view.deck_title == "The Treaty of Tordesillas");
    CHECK(view.heading.empty());  // it may give the answer away (C19)
    CHECK(view_of(row.card, answered({})).heading == row.heading);
    CHECK(view.kind == row.kind);
    CHECK(view.way == row.way);
  }
}

TEST_CASE("C19 study: nothing that gives the answer away is there before it is shown") {
  for (const char* card : {"c-year", "c-kingdoms", "c-pope", "c-signed", "c-why"}) {
    CAPTURE(card);
    const StudyView view = view_of(card, asked());
    CHECK_FALSE(view.revealed);
    CHECK(view.answer.empty());
    CHECK(view.explanation.empty());
    CHECK_FALSE(view.source);
    CHECK_FALSE(view.verdict);
    CHECK(view.verdict_text.empty());
    CHECK(view.ratings.empty());
    CHECK(view.prompt.find("Portugal") == std::string::npos);
    for (const OptionLook& option : view.options)
      CHECK(option.mark == OptionLook::Mark::None);
  }
}

TEST_CASE("study: the gap of a cloze is filled once the answer is shown, and where is told") {
  CHECK(view_of("c-kingdoms", asked()).prompt ==
        "The treaty divided the lands between ____ and Castile.");
  const StudyView view = view_of("c-kingdoms", answered({{Verdict::Right, "G1"}}, "Portugal"));
  CHECK(view.prompt == "The treaty divided the lands between Portugal and Castile.");
  CHECK(view.prompt.substr(view.filled.begin, view.filled.end - view.filled.begin) == "Portugal");
}

TEST_CASE("F21 study: after an answer stand the learner's words, the right ones, the evidence") {
  const StudyView view = view_of("c-year", answered({{Verdict::Wrong, "-"}}, "1492"));
  CHECK(view.typed == "1492");
  CHECK(view.answer == "1494");
  CHECK(view.verdict == Verdict::Wrong);
  REQUIRE(view.source);
  CHECK(view.source->title == "Tordesillas, 1494");
  CHECK(view.source->url == "https://example.org/treaty");
  CHECK(view.source->text == "The Treaty of Tordesillas was signed in 1494.");
  CHECK(view_of("c-signed", answered({})).explanation == "It was signed in Tordesillas.");
  CHECK_FALSE(view_of("c-why", answered({})).source);
}

TEST_CASE("study: verdicts are said without the names of rules") {
  struct Row {
    Verdict verdict;
    const char *rule, *said;
  };
  for (const Row& row :
       {Row{Verdict::Right, "G1", "Right"}, Row{Verdict::Slip, "G3", "Right, mind the accents"},
        Row{Verdict::Slip, "G15", "Right, mind the spelling"},
        Row{Verdict::Wrong, "-", "Not quite"}, Row{Verdict::NotKnown, "G18", "Not known"},
        Row{Verdict::Almost, "G16", "Almost: does it count?"},
        Row{Verdict::Almost, "G17", "Compare, and rate it yourself"}}) {
    CAPTURE(row.rule);
    CHECK(view_of("c-year", answered({{row.verdict, row.rule}}, "x")).verdict_text == row.said);
  }
  CHECK(view_of("c-why", answered({})).verdict_text.empty());
}

TEST_CASE("F20 study: options are marked after the choice: the right one, and a wrong choice") {
  const StudyView before = view_of("c-pope", asked());
  REQUIRE(before.options.size() == 4);
  const std::size_t right = place_of(before, "Alexander VI"), wrong = place_of(before, "Leo X");
  Turn turn = answered({{Verdict::Wrong, "choice"}});
  turn.chosen = wrong;
  const StudyView after = view_of("c-pope", turn);
  CHECK(after.answer.empty());
  for (std::size_t i = 0; i < after.options.size(); ++i) {
    CHECK(after.options[i].text == before.options[i].text);
    CHECK(after.options[i].mark == (i == right   ? OptionLook::Mark::Right
                                    : i == wrong ? OptionLook::Mark::WronglyChosen
                                                 : OptionLook::Mark::None));
  }
  const StudyView truth = view_of("c-signed", asked());
  REQUIRE(truth.options.size() == 2);
  CHECK(truth.options[0].text == "True");
  CHECK(truth.options[1].text == "False");
}

TEST_CASE("F18 study: each rating shows its interval and one word of meaning") {
  const StudyView view = view_of("c-year", answered({{Verdict::Right, "G1"}}, "1494"));
  const std::array<const char*, 4> names = {"Again", "Hard", "Good", "Easy"};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(view.ratings.at(i).name == names.at(i));
    CHECK_FALSE(view.ratings.at(i).meaning.empty());
    CHECK_FALSE(view.ratings.at(i).interval.empty());
  }
  CHECK(view.ratings[0].interval == "1 min");
  CHECK(view.ratings[2].interval == "10 min");
}

TEST_CASE("F20 study: the suggested rating follows the verdict") {
  struct Row {
    std::optional<study::Graded> graded;
    const char* suggested;
  };
  for (const Row& row :
       {Row{{}, "Good"}, Row{{{Verdict::Right, "G1"}}, "Good"},
        Row{{{Verdict::Slip, "G3"}}, "Good"}, Row{{{Verdict::Wrong, "-"}}, "Again"},
        Row{{{Verdict::NotKnown, "G18"}}, "Again"}}) {
    CAPTURE(row.suggested);
    const StudyView view = view_of("c-year", answered(row.graded));
    CHECK(std::ranges::count(view.ratings, true, &RatingLook::suggested) == 1);
    CHECK(std::ranges::find(view.ratings, true, &RatingLook::suggested)->name == row.suggested);
  }
}

TEST_CASE("F20 study: almost suggests nothing: the learner decides") {
  const StudyView view = view_of("c-year", answered({{Verdict::Almost, "G16"}}, "1490s"));
  CHECK(std::ranges::count(view.ratings, true, &RatingLook::suggested) == 0);
}

TEST_CASE("F20 study: a right choice of a fact that was never asked may be a guess") {
  const auto suggested = [](const char* card) {
    const StudyView view = view_of(card, answered({{Verdict::Right, "choice"}}));
    return std::ranges::find(view.ratings, true, &RatingLook::suggested)->name;
  };
  CHECK(suggested("c-pope") == "Hard");  // one of four
  CHECK(suggested("c-signed") == "Hard");
}

TEST_CASE("study: progress counts what is done and what is left, at the learner's pace") {
  const Deck deck = test::numbers_deck(16);
  study::Session session = test::session_of(deck);
  CHECK(look(showing_of(session, deck, kNoon), {.turn = asked()}, {}, kNoon).progress ==
        "16 left · about 4 minutes");
  CHECK_FALSE(look(showing_of(session, deck, kNoon), {.turn = asked()}, {}, kNoon).can_undo);
  for (int i = 0; i < 4; ++i)
    session.answer(memory::Rating::Easy, kNoon, 60s);
  const StudyView view = look(showing_of(session, deck, kNoon), {.turn = asked()}, {}, kNoon);
  CHECK(view.progress == "12 left · about 12 minutes · 60 s a card");
  CHECK(view.done == 4);
  CHECK(view.left == 12);
  CHECK(view.can_undo);
}

TEST_CASE("F17 study: the source is the sentence, or the whole passage with it marked") {
  const Deck deck = test::treaty_deck();
  const study::Session session = test::session_at(deck, {"c-kingdoms"});
  StudyState state{.turn = answered({{Verdict::Right, "G1"}}, "Portugal"), .whole_source = true};
  const StudyView whole = look(showing_of(session, deck, kNoon), state, {}, kNoon);
  REQUIRE(whole.source);
  CHECK(whole.source->text == deck.passages[0].text);
  CHECK(whole.source->text.substr(whole.source->evidence.begin) ==
        "It divided the newly found lands between Portugal and Castile.");
  CHECK(whole.source->has_more);
  state.whole_source = false;
  CHECK(look(showing_of(session, deck, kNoon), state, {}, kNoon).source->text ==
        "It divided the newly found lands between Portugal and Castile.");
}

TEST_CASE("F17 study: the gap of a cloze is where the answer is typed") {
  const StudyView view = view_of("c-kingdoms", asked());
  REQUIRE(view.gap);
  CHECK(view.prompt.substr(view.gap->begin, view.gap->end - view.gap->begin) == kGap);
  CHECK_FALSE(view_of("c-kingdoms", answered({{Verdict::Right, "G1"}}, "Portugal")).gap);
  CHECK_FALSE(view_of("c-year", asked()).gap);
}

TEST_CASE("F17 study: a hint grows with each press, until nothing is left to give") {
  Turn turn = asked();
  const auto offers_hint = [](const StudyView& view) {
    return std::ranges::any_of(view.commands, [](const StudyCommand& command) {
      return command.action.kind == StudyAction::Kind::Hint;
    });
  };
  for (const char* hint : {"", "P…", "P•••••••", "Port••••"}) {
    const StudyView view = view_of("c-kingdoms", turn);
    CHECK(view.hint == hint);
    CHECK(offers_hint(view) == (turn.hints < study::kMostHints));
    ++turn.hints;
  }
  CHECK_FALSE(offers_hint(view_of("c-pope", asked())));  // options are hints enough
}

TEST_CASE("F18 study: two buttons, and Hard that is suggested becomes Good") {
  const Deck deck = test::treaty_deck();
  const study::Session session = test::session_at(deck, {"c-pope"});
  const StudyState state{.turn = answered({{Verdict::Right, "choice"}})};
  const StudyView view =
      look(showing_of(session, deck, kNoon), state, {.two_buttons = true}, kNoon);
  REQUIRE(view.ratings.size() == 2);
  CHECK(view.ratings[0].name == "Again");
  CHECK(view.ratings[1].name == "Good");
  CHECK(view.ratings[1].suggested);
  CHECK_FALSE(view.ratings[1].interval.empty());
}

TEST_CASE("study: letters that differ are marked in both answers, capitals aside") {
  const auto marked = [](const std::string& text, const std::vector<Piece>& faults) {
    std::string all;
    for (const Piece& fault : faults)
      all += text.substr(fault.begin, fault.end - fault.begin) + "|";
    return all;
  };
  const StudyView slip = view_of("c-kingdoms", answered({{Verdict::Slip, "G15"}}, "portugel"));
  CHECK(marked(slip.typed, slip.typed_faults) == "e|");
  CHECK(marked(slip.answer, slip.answer_faults) == "a|");
  const StudyView wrong = view_of("c-kingdoms", answered({{Verdict::Wrong, "-"}}, "Castile"));
  CHECK(wrong.typed_faults.empty());  // all of it differs: nothing to point at
  CHECK(wrong.answer == "Portugal");
}

TEST_CASE("F20 study: almost asks whether it counts; the learner's word is the verdict") {
  Turn turn = answered({{Verdict::Almost, "G16"}}, "1490s");
  const StudyView open = view_of("c-year", turn);
  CHECK(open.asks_to_count);
  CHECK(open.ratings.empty());
  REQUIRE(open.decisions.size() == 3);
  CHECK(open.decisions[1].shifted);
  turn.decision = study::Decision::Counts;
  const StudyView counts = view_of("c-year", turn);
  CHECK_FALSE(counts.asks_to_count);
  CHECK(counts.verdict == Verdict::Right);
  CHECK(counts.ratings[2].suggested);
  turn.decision = study::Decision::DoesNotCount;
  CHECK(view_of("c-year", turn).verdict == Verdict::Wrong);
  const StudyView own = view_of("c-year", answered({{Verdict::Almost, "G17"}}, "x"));
  CHECK_FALSE(own.asks_to_count);  // the learner rates what no program can judge
  CHECK(own.ratings.size() == 4);
}

TEST_CASE("F21 study: a wrong choice is told about, where the article does") {
  Deck deck = test::treaty_deck();
  Card leo = deck.cards[2];
  leo.id = {"c-leo"};
  leo.fact = {"f-leo"};
  leo.answer = "Leo X";
  leo.evidence = deck.cards[0].evidence;
  deck.cards.push_back(leo);
  const study::Session session = test::session_at(deck, {"c-pope"});
  StudyState state{.turn = answered({{Verdict::Wrong, "choice"}})};
  const auto chosen = [&](const std::string& option) {
    const auto& options = session.options();
    state.turn.chosen =
        static_cast<std::size_t>(std::ranges::find(options, option) - options.begin());
    return look(showing_of(session, deck, kNoon), state, {}, kNoon).about_chosen;
  };
  CHECK(chosen("Leo X") == "Leo X: “The Treaty of Tordesillas was signed in 1494.”");
  CHECK(chosen("Pius III").empty());
}

TEST_CASE("F17 study: history and forecast tell what is remembered") {
  const Deck deck = test::numbers_deck(2);
  study::Session session = test::session_of(deck);
  const StudyState state{.turn = asked(), .panel = Panel::History};
  const auto history = [&](Instant now) {
    return look(showing_of(session, deck, now), state, {}, now).history;
  };
  CHECK(history(kNoon) == std::vector<HistoryLine>{{"Answered", "never yet"}});
  const CardId first = session.card()->id;
  session.answer(memory::Rating::Again, kNoon, 5s);
  while (session.card()->id != first)
    session.answer(memory::Rating::Easy, kNoon, 5s);
  const auto lines = history(kNoon);
  CHECK(lines[0] == HistoryLine{"Answered", "1 time"});
  CHECK(lines[2] == HistoryLine{"Last answered", "today"});
  CHECK(lines[3].value == "100 %");
}

TEST_CASE("F17 study: a flag is told, and its menu ticks it and can take it off") {
  const Deck deck = test::treaty_deck();
  study::Session session = test::session_of(deck);
  StudyState state{.turn = asked(), .panel = Panel::Flags};
  CHECK(look(showing_of(session, deck, kNoon), state, {}, kNoon).flags.size() == 4);
  session.flag(study::Flag::Trivial, kNoon);
  const StudyView view = look(showing_of(session, deck, kNoon), state, {}, kNoon);
  CHECK(view.flagged == "Flagged: trivial");
  REQUIRE(view.flags.size() == 5);
  CHECK(view.flags[2].chosen);
  CHECK_FALSE(view.flags[4].action.flag);
}

TEST_CASE("F24 study: a practice says what it is, has no intervals and decides nothing") {
  const Deck deck = test::treaty_deck();
  const study::Practice quiz(test::items_of(deck), study::Practice::Missed::StayAway, 3, 1);
  StudyState state{.turn = asked()};
  const StudyView hidden = look(showing_of(quiz, deck, 42s), state, {}, kNoon);
  CHECK(hidden.note == "Quiz · your schedule stays as it is");
  CHECK(hidden.progress == "1 of 3 · 0:42");
  state.turn.revealed_at = kNoon + 1s;
  const StudyView shown = look(showing_of(quiz, deck, 42s), state, {}, kNoon);
  REQUIRE(shown.ratings.size() == 2);
  CHECK(shown.ratings[0].interval.empty());
  for (const StudyCommand& command : shown.commands) {
    CHECK(command.action.kind != StudyAction::Kind::Bury);
    CHECK(command.action.kind != StudyAction::Kind::Suspend);
  }
  const study::Practice all(test::items_of(deck), study::Practice::Missed::ComeAgain, 9, 1);
  CHECK(look(showing_of(all, deck, 42s), {.turn = asked()}, {}, kNoon).progress == "5 left");
}

TEST_CASE("study: a time in a quiz is read like a clock") {
  CHECK(clock_text(0s) == "0:00");
  CHECK(clock_text(62s) == "1:02");
  CHECK(clock_text(725s) == "12:05");
}

TEST_CASE("study: what was typed before the card was left is there again") {
  Turn turn = asked();
  turn.typed = "149";
  CHECK(view_of("c-year", turn).typed == "149");
}

TEST_CASE("U12 study: a card as text holds prompt, options, answer and source") {
  const Deck deck = test::treaty_deck();
  CHECK(card_text(deck, *find_card(deck, {"c-pope"})) ==
        "Which pope had drawn an earlier line?\n"
        "- Alexander VI\n- Julius II\n- Leo X\n- Pius III\n"
        "\nAlexander VI\n"
        "\n“Pope Alexander VI had drawn an earlier line.”\n"
        "— Tordesillas, 1494, https://example.org/treaty\n");
  CHECK(card_text(deck, *find_card(deck, {"c-signed"})).find("\nFalse\n") != std::string::npos);
}
