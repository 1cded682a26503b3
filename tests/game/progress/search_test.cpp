// What a person types, and the cards it finds: tests of game/progress/query_language.cpp and
// search.cpp.
#include <algorithm>
#include <set>

#include "game/progress/query_language.h"
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Store;

namespace {

Card card_of(const std::string& id, CardKind kind, const std::string& prompt,
             const std::string& answer) {
  Card card;
  card.id = {id};
  card.kind = kind;
  card.prompt = prompt;
  card.answer = answer;
  card.made_by = "rules/sample";
  return card;
}

/// Five cards; fox, tower and paris were answered, tail is suspended, city buried, fox flagged.
Deck animals() {
  Deck deck;
  deck.id = {"animals"};
  deck.title = "Tiere & Türme";
  deck.language = "en";
  deck.passages = {
      {{"p"}, "Foxes", "The red fox lives in forests. Its tail is called a brush.", {}}};
  deck.cards = {card_of("fox", CardKind::Short, "Where does the red fox live?", "in forests"),
                card_of("tail", CardKind::Cloze, "The tail of a fox is its ____.", "brush"),
                card_of("tower", CardKind::Short, "Which tower stands in Paris?", "Eiffel Tower"),
                card_of("city", CardKind::Choice, "Which city is in Brazil?", "São Paulo"),
                card_of("paris", CardKind::Short, "Who was the paris of Troy?", "a prince")};
  deck.cards[0].evidence = Evidence{{"p"}, 0, 29};
  deck.cards[1].evidence = Evidence{{"p"}, 30, 57};
  deck.cards[2].tags = {"travel", "city trips"};
  deck.cards[3].distractors = {"Lima", "Quito", "La Paz"};
  deck.cards[3].quality = 0.6;
  deck.cards[0].quality = 0.95;
  deck.cards[4].edited = true;
  return deck;
}

struct Zoo {
  test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  Instant now = test::kStart;

  Zoo() {
    test::value(store.add(animals(), now - 240h));
    test::value(store.add(test::sample_deck("bridges", 3), now));
    test::answer(store, {"animals"}, 0, Rating::Easy, now - 120h);
    test::answer(store, {"animals"}, 2, Rating::Again, now - 1h);
    // Both are taken back, the second one is given anew.
    const auto hard = test::answer(store, {"animals"}, 4, Rating::Hard, now - 240h);
    const auto good = test::answer(store, {"animals"}, 4, Rating::Good, now - 100h);
    test::value(store.take_back(good, now - 99h));
    test::value(store.take_back(hard, now - 98h));
    test::answer(store, {"animals"}, 4, Rating::Good, now - 97h);
    const auto last = test::answer(store, {"animals"}, 4, Rating::Hard, now - 96h);
    test::value(store.take_back(last, now - 95h));
    using Kind = study::Changed::Kind;
    const auto items = test::value(store.items({"animals"}));
    test::value(store.change(test::change_of(items[1], Kind::Suspend), now));
    const study::Day tomorrow = study::day_of(now, {}) + 1;
    test::value(store.change(test::change_of(items[3], Kind::Bury, tomorrow), now));
    test::value(store.change(test::change_of(items[0], Kind::Flag, 1), now));
    test::value(store.change(test::change_of(items[2], Kind::Bury, tomorrow - 1), now));
  }

  /// The ids of the cards, one after the other.
  [[nodiscard]] std::string found(const std::string& query) const {
    std::string ids;
    for (const progress::Hit& hit : test::value(store.search(query, now, {})))
      if (hit.deck.text == "animals") ids += (ids.empty() ? "" : " ") + hit.card.id.text;
    return ids;
  }
};

}  // namespace

TEST_CASE("F28 progress: every operator of the query language finds what it says") {
  const Zoo zoo;
  struct Row {
    const char* query;
    const char* ids;
  };
  for (const Row& row : {
           Row{"", "fox tail tower city paris"},
           Row{"fox", "fox tail"},
           Row{"FOX forests", "fox"},
           Row{"for", "fox"},
           Row{"fox -forests", "tail"},
           Row{"-fox", "tower city paris"},
           Row{"\"red fox\"", "fox"},
           Row{"\"fox red\"", ""},
           Row{"tower or brush", "tail tower"},
           Row{"(tower or brush) which", "tower"},
           Row{"which (tower OR brazil)", "tower city"},
           Row{"-(tower or fox)", "city paris"},
           Row{"sao", "city"},
           Row{"SÃO", "city"},
           Row{"paris", "tower paris"},
           Row{"=\"Paris\"", "tower"},
           Row{"=\"paris\"", "paris"},
           Row{"answer:=\"São\"", "city"},
           Row{"answer:=\"Sao\"", ""},
           Row{"prompt:fox", "fox tail"},
           Row{"answer:fox", ""},
           Row{"answer:brush", "tail"},
           Row{"source:lives", "fox"},
           Row{"source:\"is called\"", "tail"},
           Row{"tag:travel", "tower"},
           Row{"tag:\"city trips\"", "tower"},
           Row{"kind:short", "fox tower paris"},
           Row{"kind:cloze", "tail"},
           Row{"kind:cloze or kind:choice", "tail city"},
           Row{"-kind:short", "tail city"},
           Row{"cloze", ""},
           Row{"deck:turme", "fox tail tower city paris"},
           Row{"deck:animals fox", "fox tail"},
           Row{"deck:bridges", ""},
           Row{"-deck:bridges kind:choice", "city"},
           Row{"is:new", "tail city"},
           Row{"is:learning", "tower paris"},
           Row{"is:due", ""},
           Row{"is:edited", "paris"},
           Row{"-is:edited kind:short", "fox tower"},
           Row{"is:leech", ""},
           Row{"is:suspended", "tail"},
           Row{"fox -is:suspended", "fox"},
           Row{"is:buried", "city"},
           Row{"is:buried is:new", "city"},
           Row{"is:flagged", "fox"},
           Row{"re:f[aeiou]x", "fox tail"},
           Row{"re:\"(red|brown) fox\"", "fox"},
           Row{"re:^which", "tower city"},
           Row{"re:=^which", ""},
           Row{"re:=\"^Which (tower|city)\"", "tower city"},
           Row{"-re:\\? tower", ""},
           Row{"re:prince$ or re:brush", "tail paris"},
           Row{"kind:short re:forest", "fox"},
           Row{"re:=S.o", "city"},
           Row{"added:7", ""},
           Row{"added:11", "fox tail tower city paris"},
           Row{"rated:1", "tower"},
           Row{"rated:7", "fox tower paris"},
           Row{"rated:7:again", "tower"},
           Row{"rated:7:easy", "fox"},
           Row{"rated:7:hard", ""},
           Row{"rated:7:good", "paris"},
           Row{"lapses>0", ""},
           Row{"reps>=1", "fox tower paris"},
           Row{"stability>7", "fox"},
           Row{"stability<7 reps=1", "tower paris"},
           Row{"quality<0.9", "city"},
           Row{"quality>=0.9", "fox"},
           Row{"due>0", "fox"},
           Row{"due<=1", ""},
           Row{"due<=1000 fox", "fox"},
           Row{"50%_off\\'; DROP TABLE cards", ""},
       }) {
    CAPTURE(row.query);
    CHECK(zoo.found(row.query) == row.ids);
  }
}

TEST_CASE("F28 progress: a mistake in a query is pointed at") {
  const Zoo zoo;
  struct Row {
    const char* query;
    const char* piece;
  };
  for (const Row& row :
       {Row{"fox (tower", "(tower"}, Row{"fox )", ")"}, Row{"\"fox", "\"fox"}, Row{"fox or", "or"},
        Row{"()", ")"}, Row{"colour:red", "colour:red"}, Row{"is:old", "is:old"},
        Row{"kind:riddle x", "kind:riddle"}, Row{"added:soon", "added:soon"},
        Row{"rated:3:badly", "rated:3:badly"}, Row{"lapses>many", "lapses>many"},
        Row{"prompt:", "prompt:"}, Row{"re:[", "re:["}, Row{"fox re:\"a(\" x", "re:\"a(\""},
        Row{"re:", "re:"}, Row{"is:asleep", "is:asleep"}, Row{"lapses>1e99", "lapses>1e99"},
        Row{"due<=nan", "due<=nan"}}) {
    CAPTURE(row.query);
    const auto hits = zoo.store.search(row.query, zoo.now, {});
    REQUIRE_FALSE(hits);
    CHECK(hits.error().kind == Error::Kind::BadInput);
    CHECK(hits.error().where == row.piece);
    CHECK_FALSE(hits.error().advice.empty());
  }
  CHECK_FALSE(zoo.store.search(std::string(2000, 'x'), zoo.now, {}));
  CHECK_FALSE(zoo.store.search(std::string(100, '('), zoo.now, {}));
}

TEST_CASE("F28 progress: any text is a query that is answered or refused") {
  const Zoo zoo;
  const std::vector<std::string> pieces = {
      "fox",      "\"",    "(",      ")",         " or ",        "-",    ":", "=\"",     "is:new",
      "lapses>3", "deck",  "due<",   "rated",     "added",       "*",    "^", "{",       "}",
      "NEAR(",    " AND ", " NOT ",  "'",         ";",           "\xff", "é", "prompt:", "tag:",
      "%",        "re:",   "re:a+b", "is:buried", "kind:choice", "\n"};
  int answered = 0;
  test::for_seeds(2000, [&](Random& random) {
    std::string query;
    for (std::uint64_t left = random.below(9); left > 0; --left)
      query += pieces[random.below(pieces.size())] + (random.below(2) == 0 ? " " : "");
    CAPTURE(query);
    const auto hits = zoo.store.search(query, zoo.now, {});
    if (hits) {
      ++answered;
    } else {
      CHECK(hits.error().kind == Error::Kind::BadInput);
    }
  });
  CHECK(answered > 200);
}

TEST_CASE("F28 progress: hits come page by page, each once") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "p.sqlite"));
  const Deck deck = test::sample_deck("bridges", 100);
  test::value(store.add(deck, test::kStart));
  for (const char* query : {"bridge", "kind:short", ""}) {
    CAPTURE(query);
    std::set<CardId> seen;
    std::int64_t after = 0;
    for (std::size_t page = 1; page != 0;) {
      const auto hits = test::value(store.search(query, test::kStart, {}, 7, after));
      for (const progress::Hit& hit : hits)
        CHECK(seen.insert(hit.card.id).second);
      page = hits.size();
      if (page != 0) after = hits.back().row;
    }
    CHECK(seen.size() == (std::string(query) == "kind:short" ? 100 : deck.cards.size()));
  }
}

TEST_CASE("F28 progress: what is found follows a deck that is merged or taken out") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = test::value(Store::open(file));
  test::value(store.add(animals(), test::kStart));
  const auto count = [&](const Store& in, const char* query) {
    return test::value(in.search(query, test::kStart, {})).size();
  };
  Deck changed = animals();
  changed.cards.erase(changed.cards.begin() + 1);
  changed.cards[1].answer = "Tour Eiffel";
  changed.passages[0].text = "The red fox dwells in forests. Its tail is called a brush.";
  changed.cards[0].evidence->end = 30;
  test::value(store.add(changed, test::kStart));
  CHECK(count(store, "brush") == 0);
  CHECK(count(store, "tour") == 1);
  CHECK(count(store, "\"Eiffel Tower\"") == 0);
  CHECK(count(store, "dwells") == 1);
  CHECK(count(store, "source:lives") == 0);
  test::value(store.add(test::sample_deck("bridges", 3), test::kStart));
  CHECK(count(store, "bridge") > 0);
  test::value(store.take_out({"bridges"}));
  CHECK(count(store, "bridge") == 0);
  CHECK(test::sql_works(file, "INSERT INTO search(search) VALUES('integrity-check')"));
  // A database from before there was an index gets one.
  test::make_version_1(file);
  const Store again = test::value(Store::open(file));
  CHECK(count(again, "tour") == 1);
  CHECK(count(again, "dwells") == 1);
}
