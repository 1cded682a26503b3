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

Turn asked() {
  return {.shown_at = kNoon, .revealed_at = {}, .typed = {}, .chosen = {}, .graded = {}};
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
  return look(test::session_at(deck, {card}), deck, turn, kNoon + 6s);
}

std::size_t place_of(const StudyView& view, const std::string& option) {
  const auto found = std::ranges::find(view.options, option, &OptionLook::text);
  REQUIRE(found != view.options.end());
  return static_cast<std::size_t>(found - view.options.begin());
}

}  // namespace

TEST_CASE("F16 study: above the prompt stand deck, heading and kind") {
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
    CHECK(view.heading == row.heading);
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
    CHECK(view.ratings[0].interval.empty());
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
  CHECK(view.prompt.substr(view.filled_begin, view.filled_end - view.filled_begin) == "Portugal");
}

TEST_CASE("F21 study: after an answer stand the learner's words, the right ones, the evidence") {
  const StudyView view = view_of("c-year", answered({{Verdict::Wrong, "-"}}, "1492"));
  CHECK(view.typed == "1492");
  CHECK(view.answer == "1494");
  CHECK(view.verdict == Verdict::Wrong);
  REQUIRE(view.source);
  CHECK(view.source->title == "Tordesillas, 1494");
  CHECK(view.source->url == "https://example.org/treaty");
  CHECK(view.source->text.substr(view.source->begin, view.source->end - view.source->begin) ==
        "The Treaty of Tordesillas was signed in 1494.");
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
        Row{Verdict::SelfRated, "G17", "Compare, and rate it yourself"}}) {
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

TEST_CASE("F19 study: a rating is not taken within 150 ms after the answer appeared") {
  Turn turn = asked();
  CHECK_FALSE(may_rate(turn, kNoon + 1h));
  turn.revealed_at = kNoon;
  CHECK_FALSE(may_rate(turn, kNoon));
  CHECK_FALSE(may_rate(turn, kNoon + 149ms));
  CHECK(may_rate(turn, kNoon + 150ms));
  CHECK(may_rate(turn, kNoon - 1h));  // the clock was set back
}

TEST_CASE("study: progress counts what is done and what is left, at the learner's pace") {
  const Deck deck = test::numbers_deck(16);
  study::Session session = test::session_of(deck);
  CHECK(look(session, deck, asked(), kNoon).progress == "16 left · about 4 minutes");
  CHECK_FALSE(look(session, deck, asked(), kNoon).can_undo);
  for (int i = 0; i < 4; ++i)
    session.answer(memory::Rating::Easy, kNoon, 60s);
  const StudyView view = look(session, deck, asked(), kNoon);
  CHECK(view.progress == "12 left · about 12 minutes");
  CHECK(view.done == 4);
  CHECK(view.left == 12);
  CHECK(view.can_undo);
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
