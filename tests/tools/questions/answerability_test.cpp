#include "tools/questions/answerability.h"

#include <string>
#include <utility>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"

namespace recto::questions {
using test::ToldText;

TEST_CASE("C4 answerability: what is left without the piece has to say enough") {
  struct Enough {
    std::string text;
    std::string piece;
    bool enough;
  };
  for (const Enough& row : {Enough{"Ada Lemmon moved to Basel in 1895.", "in 1895", true},
                            Enough{"Ada Lemmon moved to Basel in 1895.", "Ada Lemmon", true},
                            Enough{"Bridges are in Basel.", "in Basel", false},
                            Enough{"Soldiers had salt in Basel.", "in Basel", false}}) {
    CAPTURE(row.text);
    const ToldText text("Answerability", row.text);
    const Statement& statement = text.statement(row.text);
    CHECK(tells_enough(text.told(), statement, text.piece(statement, row.piece), kEnoughForValue) ==
          row.enough);
  }
}

TEST_CASE("C4 answerability: a past event says which it is, what is so needs nothing") {
  struct Pinned {
    std::string text;
    std::string piece;
    bool pinned;
  };
  for (const Pinned& row : {Pinned{"Peter Olm visited Zurich in 1902.", "Zurich", true},
                            Pinned{"Peter Olm visited Zurich.", "Zurich", false},
                            Pinned{"Peter Olm visited Paul Stone in Zurich.", "Paul Stone", true},
                            Pinned{"Peter Olm visited Paul Stone in Zurich.", "Peter Olm", false},
                            Pinned{"Peter Olm visited Zurich.", "Peter Olm", false},
                            Pinned{"Peter Olm owns Zurich.", "Zurich", true},
                            Pinned{"Peter Olm invented zinc.", "Peter Olm", true}}) {
    CAPTURE(row.text);
    const ToldText text("Answerability", row.text);
    const Statement& statement = text.statement(row.text);
    CHECK(is_pinned(text.told(), statement, text.piece(statement, row.piece)) == row.pinned);
  }
}

TEST_CASE("C4 answerability: one match is like another, but for its date") {
  const std::string match = "Peter Olm visited Paul Stone in Zurich.";
  const std::string report = match +
                             " Olm scored two goals in Zurich. Stone scored three goals in Zurich. "
                             "Stone had 12 saves in Basel.";
  const ToldText games("Answerability", report);
  CHECK(games.told().of_games);
  const Statement& statement = games.statement(match);
  CHECK(!is_pinned(games.told(), statement, games.piece(statement, "Paul Stone")));
  CHECK(!ToldText("Answerability", match).told().of_games);
}

TEST_CASE("C4 answerability: a time alone tells no event but a whole one") {
  struct Bare {
    std::string text;
    bool bare;
  };
  for (const Bare& row :
       {Bare{"Peter Olm reemerged in 1902.", true}, Bare{"Peter Olm died in 1902.", false},
        Bare{"Peter Olm moved to Basel in 1902.", false}}) {
    CAPTURE(row.text);
    const ToldText text("Answerability", row.text);
    const Statement& statement = text.statement(row.text);
    CHECK(is_bare_event(text.told(), statement, text.piece(statement, "in 1902")) == row.bare);
  }
}

TEST_CASE("C9 answerability: what somebody has raised needs its day, a price does not") {
  for (const auto& [sentence, known] :
       {std::pair{"The Basel Bank raised $2 billion.", false},
        std::pair{"The Basel Bank raised $2 billion in 1902.", true},
        std::pair{"The Umbra Tower costs $2 billion.", true}}) {
    CAPTURE(sentence);
    const ToldText text("Answerability", sentence);
    CHECK(is_price_or_dated(text.told(), text.statement(sentence)) == known);
  }
}

}  // namespace recto::questions
