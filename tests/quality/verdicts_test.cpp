#include "tests/quality/verdicts.h"

#include "tests/quality/round.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::quality;

namespace {

const std::string kHead = "number\tverdict\tgood\tfact\tremark\n";

/// A key of two cards of one deck.
Key small_key() {
  Key key;
  key.sheet = "mark";
  key.decks.push_back({"a", 2, 0, {{{"f01"}, 3}, {{"f02"}, 1}}});
  key.cards.resize(2);
  return key;
}

}  // namespace

TEST_CASE("quality: rows are read, with or without the rest of the sheet") {
  const std::vector<Verdict> expected = {{Code::Ok, true, {{"f01"}, {"f02"}}, "fine"},
                                         {Code::R4, false, {}, ""}};
  for (const std::string& text :
       {kHead + "1\tok\tyes\tf01,f02\tfine\n2\tR4\tno\t-\t\n",
        "\xEF\xBB\xBF# Judging sheet mark\r\n" + kHead + "# card\r\n2\tr4\tNO\t-\r\n\r\n" +
            "1\tOK\tYes\tf01, f02\tfine",
        std::string("verdict\tnumber\tfact\tremark\tgood\nok\t1\tf01,f02\tfine\tyes\n"
                    "R4\t2\t-\t\tno\n")}) {
    CAPTURE(text);
    CHECK(test::value(read_verdicts(text, small_key())) == expected);
  }
}

TEST_CASE("quality: a bad sheet is told by its line") {
  struct Row {
    std::string text;
    std::string told;
  };
  const std::string first = "1\tok\tno\t-\t\n";
  for (const Row& row : {
           Row{"", "line 0: the line that names the columns is missing"},
           Row{"number\tverdict\tgood\n" + first, "line 1: the column \"fact\" is missing"},
           Row{kHead + first + "2\tok\tno\n", "line 3: the column \"fact\" is missing or empty"},
           Row{kHead + first + "2\t\t\t\t\n", "line 3: the column \"verdict\" is missing or empty"},
           Row{kHead + first + "2 ok no -\n", "line 3: the column \"verdict\" is missing or empty"},
           Row{kHead + first + "2\tR9\tno\t-\t\n",
               "line 3: the verdict \"R9\" is none of ok and R1 to R8"},
           Row{kHead + first + "2\tok\tmaybe\t-\t\n", "line 3: good is \"maybe\", not yes or no"},
           Row{kHead + first + "2\tR2\tyes\t-\t\n",
               "line 3: a card that is not usable cannot be good"},
           Row{kHead + first + "2\tok\tno\tf07\t\n",
               "line 3: the card's article has no key fact \"f07\""},
           Row{kHead + first + "# note\n" + first, "line 4: card 1 has a row already, on line 2"},
           Row{kHead + first + "3\tok\tno\t-\t\n", "line 3: the sheet has no card \"3\""},
           Row{kHead + first + "two\tok\tno\t-\t\n", "line 3: the sheet has no card \"two\""},
           Row{kHead + first, "line 2: the row of card 2 is missing below this line"},
           Row{kHead + "2\tok\tno\t-\t\n", "line 1: the row of card 1 is missing below this line"},
           Row{"# Judging sheet other\n" + kHead, "line 1: this is not the sheet of the key"},
       }) {
    CAPTURE(row.text);
    const auto verdicts = read_verdicts(row.text, small_key());
    REQUIRE_FALSE(verdicts);
    CHECK(message(verdicts.error()) == row.told);
  }
}

TEST_CASE("quality: a sheet nobody filled is refused") {
  const Round round = make_round(test::sample_entries(), {.seed = 3});
  CHECK_FALSE(read_verdicts(round.sheet, round.key));
}
