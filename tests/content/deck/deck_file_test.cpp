#include "content/deck/deck_file.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "tests/content/deck/random_deck.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

std::string deck_text(const std::string& cards, const std::string& more = "") {
  return R"({"format": "recto-deck", "version": 1, "id": "d1", "title": "T", )" + more +
         R"("passages": [{"id": "p1", "text": "Zürich lies on a lake."}], "cards": [)" + cards +
         "]}";
}

std::string one_card(const std::string& members) {
  return deck_text(R"({"id": "c1", "kind": "short", "prompt": "Where?", "answer": "there")" +
                   (members.empty() ? "" : ", " + members) + "}");
}

/// Changes a byte, cuts a piece out, or puts a piece of JSON in.
void spoil(Random& random, std::string& bytes) {
  constexpr std::array<const char*, 12> kPieces = {
      "\"", "{", "}", "[]", ",", "null", "-1", "1e99", "\\", "false", "\"\\ud800\"", "\xFF"};
  if (bytes.empty()) return;
  const std::size_t at = random.below(bytes.size());
  switch (random.below(4)) {
    case 0: bytes[at] = static_cast<char>(random.below(256)); break;
    case 1: bytes.erase(at, 1 + random.below(20)); break;
    case 2: bytes.insert(at, kPieces[random.below(kPieces.size())]); break;
    default: bytes[at] = static_cast<char>('0' + random.below(10)); break;
  }
}

Fault first_fault(const std::string& bytes) {
  const std::vector<Fault> faults = check_deck(bytes);
  return faults.empty() ? Fault{"(none)", ""} : faults.front();
}

}  // namespace

TEST_CASE("deck file: what is written is read back") {
  test::for_seeds(500, [](Random& random) {
    const Deck deck = test::random_deck(random);
    const std::string bytes = write_deck(deck);
    CHECK(test::value(read_deck(bytes)) == deck);
    CHECK(write_deck(test::value(read_deck(bytes))) == bytes);
    for (const Card& card : deck.cards)
      CHECK(test::value(read_card(write_card(card))) == card);
    for (const Passage& passage : deck.passages)
      CHECK(test::value(read_passage(write_passage(passage))) == passage);
  });
}

TEST_CASE("deck file: broken bytes give faults or a deck that survives being written") {
  test::for_seeds(2000, [](Random& random) {
    std::string bytes = write_deck(test::random_deck(random));
    for (std::uint64_t i = 1 + random.below(3); i > 0; --i)
      spoil(random, bytes);
    if (const Result<Deck> deck = read_deck(bytes))
      CHECK(test::value(read_deck(write_deck(*deck))) == *deck);
    else
      CHECK(!deck.error().what.empty());
    CHECK(check_deck(bytes).empty() == read_deck(bytes).has_value());
  });
}

TEST_CASE("deck file: unknown members survive at every level") {
  const std::string bytes =
      R"({"format": "recto-deck", "version": 1, "id": "d1", "title": "T", "x": {"b": 1, "a": [null]},
          "source": {"x": "s"}, "grading": {"x": 1.5}, "passages": [{"id": "p1", "text": "abc", "x": 2}],
          "cards": [{"id": "c1", "kind": "poll", "prompt": "?", "x": "ß",
                     "evidence": {"passage": "p1", "begin": 0, "end": 2, "x": true},
                     "grading": {"case": "fold", "x": []}}]})";
  const Deck deck = test::value(read_deck(bytes));
  CHECK(deck.extras.at("x") == R"({"a":[null],"b":1})");
  CHECK(deck.source.extras.at("x") == "\"s\"");
  CHECK(deck.grading.extras.at("x") == "1.5");
  CHECK(deck.passages[0].extras.at("x") == "2");
  CHECK(deck.cards[0].extras.at("x") == "\"ß\"");
  CHECK(deck.cards[0].evidence->extras.at("x") == "true");
  CHECK(deck.cards[0].grading.extras.at("x") == "[]");
  CHECK(test::value(read_deck(write_deck(deck))) == deck);
}

TEST_CASE("deck file: a fault is told with its JSON pointer") {
  struct Row {
    std::string bytes, pointer, what;
  };
  for (
      const Row& row : {
          Row{"[]", "", "this must be an object"},
          Row{"{}", "", "the member \"cards\" is missing"},
          Row{R"({"format": "deck", "version": 1, "id": "d", "title": "", "cards": []})", "/format",
              "this must be \"recto-deck\""},
          Row{R"({"format": "recto-deck", "version": 1, "id": "d", "title": 7, "cards": []})",
              "/title", "this must be a string"},
          Row{R"({"format": "recto-deck", "version": 1, "id": "", "title": "", "cards": []})",
              "/id", "this must not be empty"},
          Row{R"({"format": "recto-deck", "version": 1, "id": "d", "title": "", "cards": {}})",
              "/cards", "this must be an array"},
          Row{deck_text("7"), "/cards/0", "this must be an object"},
          Row{deck_text(R"({"id": "c1", "kind": "essay", "prompt": "?", "answer": "a"})"),
              "/cards/0/kind",
              "this must be one of \"faq\", \"short\", \"cloze\", \"choice\", \"truefalse\", "
              "\"several\", \"order\", \"poll\""},
          Row{deck_text(R"({"id": "c1", "kind": "short", "prompt": "?"})"), "/cards/0",
              "the member \"answer\" is missing"},
          Row{deck_text(R"({"id": "c1", "kind": "choice", "prompt": "?", "answer": "a"})"),
              "/cards/0", "the member \"distractors\" is missing"},
          Row{deck_text(R"({"id": "c1", "kind": "order", "prompt": "?"})"), "/cards/0",
              "the member \"answers\" is missing"},
          Row{deck_text(R"({"id": "c1", "kind": "order", "prompt": "?", "answers": ["a"]})"),
              "/cards/0/answers", "an order needs two things at least"},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 1.5, "end": 2})"),
              "/cards/0/evidence/begin", "this must be an integer"},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 0, "end": 1e300})"),
              "/cards/0/evidence/end", "this must be an integer"},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 0, "end": 18446744073709551616})"),
              "/cards/0/evidence/end", "this must be an integer"},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 0, "end": 18446744073709551615})"),
              "/cards/0/evidence/end", "this must be at least 0"},
          Row{one_card(R"("hint": null)"), "/cards/0/hint", "this must be a string"},
          Row{one_card(R"("accept": "x")"), "/cards/0/accept", "this must be an array"},
          Row{one_card(R"("accept": ["x", 1])"), "/cards/0/accept/1", "this must be a string"},
          Row{one_card(R"("quality": 2)"), "/cards/0/quality", "this must be a number from 0 to 1"},
          Row{one_card(R"("edited": "yes")"), "/cards/0/edited", "this must be a boolean"},
          Row{one_card(R"("grading": {"case": "upper"})"), "/cards/0/grading/case",
              "this must be one of \"exact\", \"fold\""},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": -1, "end": 2})"),
              "/cards/0/evidence/begin", "this must be at least 0"},
          Row{one_card(R"("evidence": {"passage": "p7", "begin": 0, "end": 2})"),
              "/cards/0/evidence", "there is no passage \"p7\""},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 0, "end": 2})"),
              "/cards/0/evidence", "the evidence cuts a character in two"},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 3, "end": 99})"),
              "/cards/0/evidence", "the evidence ends behind its passage"},
          Row{one_card(R"("evidence": {"passage": "p1", "begin": 3, "end": 3})"),
              "/cards/0/evidence", "the evidence is empty"},
          Row{deck_text(R"({"id": "c1", "kind": "cloze", "prompt": "no gap", "answer": "a"})"),
              "/cards/0/prompt", "a cloze needs ____ where the answer goes"},
          Row{deck_text(R"({"id": "c1", "kind": "truefalse", "prompt": "p", "answer": "yes"})"),
              "/cards/0/answer", "this must be \"true\" or \"false\""},
          Row{deck_text(
                  R"({"id": "c1", "kind": "choice", "prompt": "p", "answer": "a", "distractors": ["b", "a"]})"),
              "/cards/0/distractors", "the answer stands among the wrong options"},
          Row{deck_text(R"({"id": "c1", "kind": "poll", "prompt": "p"},)"
                        R"({"id": "c1", "kind": "poll", "prompt": "q"})"),
              "/cards/1/id", "two cards have the id \"c1\""},
      }) {
    CAPTURE(row.bytes);
    const Fault fault = first_fault(row.bytes);
    CHECK(fault.pointer == row.pointer);
    CHECK(fault.what == row.what);
  }
}

TEST_CASE("deck file: pointers escape slashes and tildes (RFC 6901)") {
  DeckLimits limits;
  limits.text_bytes = 10;
  const std::vector<Fault> faults =
      check_deck(deck_text("", R"("x/y~z": "longer than ten bytes", )"), limits);
  REQUIRE(!faults.empty());
  CHECK(faults.front().pointer == "/x~1y~0z");
}

TEST_CASE("deck file: all faults are told, a hundred at most") {
  CHECK(check_deck(deck_text(R"({"id": 1, "kind": "short", "prompt": "?", "answer": 2})")).size() ==
        2);
  std::string cards = "1";
  for (int i = 0; i < 500; ++i)
    cards += ",1";
  CHECK(check_deck(deck_text(cards)).size() == 100);
}

TEST_CASE("deck file: what is no JSON is told with line and column") {
  struct Row {
    std::string bytes, what;
  };
  for (const Row& row : {
           Row{"", "it is no JSON: line 1, column 1"},
           Row{"{\n  \"id\": tru\n}", "it is no JSON: line 2, column 12"},
           Row{"{\"a\": \"\xFF\"}", "it is no JSON: line 1, column 8"},
           Row{R"({"a": "\ud800"})", "it is no JSON: line 1, column 14"},
           Row{"{\"a\": NaN}", "it is no JSON: line 1, column 7"},
           Row{"{\"a\": 1e999}", "it holds a number that is too large"},
       }) {
    CAPTURE(row.bytes);
    const Result<Deck> deck = read_deck(row.bytes);
    REQUIRE(!deck);
    CHECK(deck.error().what == row.what);
  }
}

TEST_CASE("deck file: hostile sizes are refused in bounded time") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(read_deck(deep).error().what == "it is nested deeper than 32 levels");
  CHECK(!read_deck(deck_text("", "\"x\": " + deep + ", ")));

  CHECK(first_fault(one_card("\"hint\": \"" + std::string(2'000'000, 'x') + "\"")) ==
        Fault{"/cards/0/hint", "this text is longer than 1000000 bytes"});

  std::string many = "0";
  for (int i = 0; i < 200'000; ++i)
    many += ",0";
  CHECK(first_fault(one_card("\"accept\": [" + many + "]")) ==
        Fault{"/cards/0/accept", "this has more than 100000 members"});

  DeckLimits limits;
  limits.cards = 3;
  CHECK(check_deck(deck_text("1,1,1,1"), limits).front().what == "a deck has at most 3 cards");
  limits.bytes = 10;
  CHECK(read_deck(deck_text(""), limits).error().what ==
        "the file is larger than the limit of 10 bytes");
}

TEST_CASE("deck file: millions of small values cost time in proportion") {
  std::string many = "{}";
  for (int i = 0; i < 2'000'000; ++i)
    many += ",{}";
  CHECK(first_fault(deck_text(many)) == Fault{"/cards", "a deck has at most 200000 cards"});
  std::string more;
  for (int i = 0; i < 13'000'000; ++i)
    more += "0,";
  CHECK(read_deck("[" + more + "0]").error().what == "it has more than 12 million values");
}

TEST_CASE("deck file: what is no UTF-8 or no number in memory does not spoil the file") {
  Deck deck;
  deck.id = {"d1"};
  deck.title = "\xFF torn";
  Card card;
  card.id = {"c1"};
  card.prompt = "?";
  card.answer = "a";
  card.accept = {"\xC3"};
  card.quality = std::numeric_limits<double>::quiet_NaN();
  deck.cards = {card};
  const Deck back = test::value(read_deck(write_deck(deck)));
  CHECK(back.title == "\uFFFD torn");
  CHECK(back.cards[0].accept == std::vector<std::string>{"\uFFFD"});
  CHECK(!back.cards[0].quality);
}

TEST_CASE("deck file: of members with the same name the last one counts") {
  const Deck deck =
      test::value(read_deck(deck_text("", R"("language": "de", "language": "en", )")));
  CHECK(deck.language == "en");
}

TEST_CASE("deck file: a newer version is refused as such") {
  const Result<Deck> deck =
      read_deck(R"({"format": "recto-deck", "version": 2, "id": 7, "title": "", "cards": []})");
  REQUIRE(!deck);
  CHECK(deck.error().kind == Error::Kind::Unsupported);
  CHECK(deck.error().where == "/version");
}

TEST_CASE("deck file: a byte order mark is no fault") {
  CHECK(read_deck("\xEF\xBB\xBF" + deck_text("")));
}

TEST_CASE("deck file: a card and a passage stand on a line each") {
  Random random(7);
  Deck deck = test::random_deck(random);
  while (deck.cards.size() < 5 || deck.passages.size() < 2)
    deck = test::random_deck(random);
  const std::string bytes = write_deck(deck);
  const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n'));
  CHECK(lines >= deck.cards.size() + deck.passages.size());
  for (const Card& card : deck.cards)
    CHECK(bytes.find("\n    " + write_card(card)) != std::string::npos);
}
