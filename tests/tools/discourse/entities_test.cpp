#include "tools/discourse/entities.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "tests/tools/discourse/miniature.h"

using namespace recto;
using namespace recto::discourse;
using test::entities;
using test::entity_named;
using test::Miniature;

namespace {

/// How many entities an article of names alone has.
std::size_t count(const std::vector<std::string>& lines, std::string_view title = {}) {
  return entities(Miniature(lines), title).all.size();
}

}  // namespace

TEST_CASE("discourse: short names of people join the full one") {
  struct Row {
    std::string what;
    std::vector<std::string> lines;
    std::size_t entities;
  };
  for (const Row& row : {
           Row{"surname", {"P[Marie Curie] worked/VERB .", "P[Curie] died/VERB ."}, 1},
           Row{"surname first", {"P[Curie] worked/VERB .", "P[Marie Curie] died/VERB ."}, 1},
           Row{"title", {"P[Marie Curie] worked/VERB .", "P[Mme Curie] died/VERB ."}, 1},
           Row{"second given name",
               {"P[Joseph-Armand Bombardier] worked/VERB .", "P[Armand] died/VERB ."},
               1},
           Row{"given name", {"P[Marie Curie] worked/VERB .", "P[Marie] died/VERB ."}, 1},
           Row{"initials",
               {"P[Johann Sebastian Bach] wrote/VERB .", "P[J. S. Bach] died/VERB ."},
               1},
           Row{"middle name",
               {"P[John Fitzgerald Kennedy] spoke/VERB .", "P[John Kennedy] won/VERB ."},
               1},
           Row{"possessive", {"P[Marie Curie] worked/VERB .", "P[Curie 's] work ended/VERB ."}, 1},
           Row{"two surnames alone", {"P[Curie] worked/VERB .", "P[Bach] died/VERB ."}, 2},
           Row{"two of one family",
               {"P[Marie Curie] met/VERB P[Pierre Curie] .", "P[Curie] died/VERB ."},
               3},
           Row{"told apart by title",
               {"P[Marie Curie] met/VERB P[Pierre Curie] .", "P[Mr. Curie] died/VERB ."},
               2},
           Row{"title against it",
               {"P[Pierre Curie] worked/VERB .", "P[Mrs Curie] died/VERB ."},
               2},
           Row{"other given name",
               {"P[Marie Curie] worked/VERB .", "P[Irène Curie] died/VERB ."},
               2},
           Row{"generation", {"P[Henry VII] ruled/VERB .", "P[Henry VIII] married/VERB ."}, 2},
           Row{"a place of that name",
               {"P[Jack London] wrote/VERB .", "he lived/VERB in L[London] ."},
               2},
           Row{"of places",
               {"P[Catherine of Aragon] died/VERB .", "P[Catherine of Braganza] came/VERB ."},
               2},
           Row{"of a place",
               {"P[Catherine of Aragon] died/VERB .", "P[Catherine] prayed/VERB ."},
               1},
           Row{"no part of a company",
               {"O[Pittsburgh Pirates] won/VERB .", "P[Pirates] died/VERB ."},
               2},
       }) {
    CAPTURE(row.what);
    CHECK(count(row.lines) == row.entities);
  }
}

TEST_CASE("discourse: a surname that several bear is the title's person") {
  const std::vector<std::string> lines{"P[Marie Curie] met/VERB P[Pierre Curie] .",
                                       "P[Curie] won/VERB a prize ."};
  CHECK(count(lines) == 3);
  CHECK(count(lines, "Marie Curie") == 2);
  CHECK(entity_named(entities(Miniature(lines), "Marie Curie"), "Marie Curie").mentions.size() ==
        2);
}

TEST_CASE("discourse: a crown prince is not the prince of the title") {
  const std::vector<std::string> lines{"P[Wilhelm] was/AUX born/VERB .",
                                       "His father was P[Crown Prince Wilhelm] ."};
  CHECK(count(lines, "Prince Wilhelm of Prussia") == 2);
  CHECK(count(lines, "Crown Prince Wilhelm") == 1);
}

TEST_CASE("discourse: organisations join without legal form and generic noun, or by acronym") {
  struct Row {
    std::string what;
    std::vector<std::string> lines;
    std::size_t entities;
  };
  for (const Row& row : {
           Row{"legal form", {"O[Siemens AG] grew/VERB .", "O[Siemens] shrank/VERB ."}, 1},
           Row{"legal form and noun",
               {"O[Alibaba Cloud Computing Co. , Ltd.] grew/VERB .",
                "O[Alibaba Cloud] sells/VBZ ."},
               1},
           Row{"group", {"O[Alibaba Group] grew/VERB .", "O[Alibaba] sells/VBZ ."}, 1},
           Row{"part and whole", {"O[Alibaba Cloud] grew/VERB .", "O[Alibaba] sells/VBZ ."}, 2},
           Row{"industries without legal form",
               {"O[Toyota Industries] grew/VERB .", "O[Toyota] sells/VBZ ."},
               2},
           Row{"acronym",
               {"O[World Health Organization] met/VERB .", "the O[WHO] warned/VERB ."},
               1},
           Row{"acronym of two",
               {"O[World Health Organization] met/VERB O[Women Hockey Organization] .",
                "the O[WHO] warned/VERB ."},
               3},
           Row{"acronym of two letters", {"O[Green Energy] grew/VERB .", "O[GE] sells/VBZ ."}, 2},
           Row{"person's initials",
               {"P[John Fitzgerald Kennedy] spoke/VERB .", "O[JFK] opened/VERB ."},
               2},
           Row{"country", {"the L[United States] grew/VERB .", "the L[U.S.] agreed/VERB ."}, 1},
           Row{"two countries", {"L[France] grew/VERB .", "L[Germany] agreed/VERB ."}, 2},
           Row{"lake", {"L[Lake Titicaca] rose/VERB .", "L[Titicaca] fell/VERB ."}, 1},
           Row{"river and state",
               {"the L[Mississippi River] rose/VERB .", "L[Mississippi] voted/VERB ."},
               2},
           Row{"university", {"O[Tsinghua University] grew/VERB .", "O[Tsinghua] won/VERB ."}, 1},
           Row{"university and city",
               {"O[Oxford University] grew/VERB .", "L[Oxford] grew/VERB ."},
               2},
       }) {
    CAPTURE(row.what);
    CHECK(count(row.lines) == row.entities);
  }
}

TEST_CASE("discourse: what the text calls another name joins") {
  struct Row {
    std::string line;
    std::string name;   ///< of the entity
    std::string other;  ///< one of its forms
  };
  for (const Row& row : {
           Row{"the O[World Health Organization] ( WHO ) met/VERB .", "World Health Organization",
               "WHO"},
           Row{"the O[WHO] ( World/PROPN Health/PROPN Organization/PROPN ) met/VERB .",
               "World Health Organization", "WHO"},
           Row{"O[Alibaba Cloud] , also/ADV known/VBN as O[Aliyun] , grew/VERB .", "Alibaba Cloud",
               "Aliyun"},
           Row{"O[Alibaba Cloud] ( also/ADV known/VBN as \" Aliyun/PROPN \" ) grew/VERB .",
               "Alibaba Cloud", "Aliyun"},
           Row{"O[Alibaba Cloud] ( \" Aliyun/PROPN \" ) grew/VERB .", "Alibaba Cloud", "Aliyun"},
           Row{"L[Istanbul] , formerly/ADV L[Constantinople] , grew/VERB .", "Istanbul",
               "Constantinople"},
           Row{"L[Sri Lanka] ( formerly/ADV known/VBN as L[Ceylon] ) grew/VERB .", "Sri Lanka",
               "Ceylon"},
           Row{"P[David Bowie] ( born/VBN P[David Robert Jones] ) sang/VERB .", "David Bowie",
               "David Robert Jones"},
           Row{"L[New York] , commonly/ADV called/VBN the X[Big Apple] , grew/VERB .", "New York",
               "Big Apple"},
           Row{"P[Marie Curie] was born/VBN P[Maria Skłodowska] in L[Warsaw] .", "Marie Curie",
               "Maria Skłodowska"},
           Row{"O[Alibaba Cloud] is also/ADV known/VBN as O[Aliyun] .", "Alibaba Cloud", "Aliyun"},
       }) {
    CAPTURE(row.line);
    const Miniature article({row.line});
    const Entity entity = entities(article).all.front();
    const std::vector<std::string>& forms = entity.forms;
    CHECK(std::find(forms.begin(), forms.end(), row.other) != forms.end());
    CHECK(std::find(forms.begin(), forms.end(), row.name) != forms.end());
  }
}

TEST_CASE("discourse: brackets and commas state no other name by themselves") {
  for (const char* line : {
           "L[Paris] ( L[France] ) grew/VERB .",
           "P[Ada Lovelace] ( London/PROPN ) wrote/VERB .",
           "P[Jared Jones] ( born/VBN July/PROPN 19 , 1982 ) sang/VERB .",
           "P[Katherine] ( née Buckley/PROPN ) danced/VERB .",
           "O[World Health Organization] ( UN ) met/VERB .",
           "P[Tim Cook] , also/ADV O[Apple] chief , spoke/VERB .",
           "P[Tim Cook] , L[London] , spoke/VERB .",
           "L[Paris] , known/VBN for L[Montmartre] , grew/VERB .",
           "the mayor of L[Paris] , also/ADV known/VBN as P[Bob] , left/VERB .",
           "the mayor of L[Paris] is also/ADV known/VBN as P[Bob] .",
           "P[Marie Curie] was born/VBN in L[Warsaw] .",
           "O[Apple] ( ) sells/VBZ .",
           "O[Apple] ( sells/VBZ",
           "O[Apple] also/ADV known/VBN as",
       }) {
    CAPTURE(line);
    for (const Entity& entity : entities(Miniature({line})).all)
      CHECK(entity.forms.size() == 1);
  }
}

TEST_CASE("discourse: an acronym that is explained later is known before") {
  const Miniature article(
      {"the O[WHO] warned/VERB .", "the O[World Health Organization] ( WHO ) met/VERB ."});
  const Entities found = entities(article);
  REQUIRE(found.all.size() == 1);
  CHECK(found.all[0].name == "World Health Organization");
  CHECK(found.all[0].mentions.size() == 2);
  CHECK(found.of_names == std::vector<std::vector<EntityId>>{{0}, {0}});
}

TEST_CASE("discourse: an entity is called by its fullest name, as first given") {
  struct Row {
    std::vector<std::string> lines;
    std::string name;
  };
  for (const Row& row : {
           Row{{"P[Curie] worked/VERB .", "P[Marie Curie] died/VERB ."}, "Marie Curie"},
           Row{{"P[Dr. Marie Curie] worked/VERB .", "P[Marie Curie] died/VERB ."}, "Marie Curie"},
           Row{{"P[Dr. Marie Curie] worked/VERB .", "P[Curie] died/VERB ."}, "Dr. Marie Curie"},
           Row{{"P[Queen Victoria] ruled/VERB .", "P[Queen Victoria] died/VERB ."},
               "Queen Victoria"},
           Row{{"P[David Bowie] ( born/VBN P[David Robert Jones] ) sang/VERB ."}, "David Bowie"},
           Row{{"O[Siemens AG] grew/VERB .", "O[Siemens] shrank/VERB ."}, "Siemens"},
           Row{{"O[IBM] grew/VERB .", "O[International Business Machines] ( IBM ) grew/VERB ."},
               "International Business Machines"},
           Row{{"the O[United Nations] met/VERB ."}, "United Nations"},
       }) {
    CAPTURE(row.name);
    CHECK(entities(Miniature(row.lines)).all.front().name == row.name);
  }
}

TEST_CASE("discourse: one kind a name in an article, by the vote of all occurrences") {
  const Miniature article({"P[Nairobi] grew/VERB .", "L[Nairobi] is a city .",
                           "they met/VERB in L[Nairobi] .", "L[Nairobi] voted/VERB ."});
  const Entity entity = entity_named(entities(article), "Nairobi");
  CHECK(entity.kind == NameKind::Place);
  CHECK(entity.kind_chance > 0.9F);
  CHECK(entity.mentions.size() == 4);
  CHECK(entity.noun == "city");
}

TEST_CASE("discourse: what stands in and around a name outweighs an unsure kind") {
  struct Row {
    std::string line;
    std::string name;
    NameKind kind;
    std::string noun;
  };
  for (const Row& row : {
           Row{"X[Oduya] , a Kenyan/ADJ physicist , won/VERB .", "Oduya", NameKind::Person,
               "physicist"},
           Row{"X[Oduya] is a Kenyan/ADJ physicist .", "Oduya", NameKind::Person, "physicist"},
           Row{"the physicist X[Oduya] won/VERB .", "Oduya", NameKind::Person, "physicist"},
           Row{"X[Oduya] , president of the club , won/VERB .", "Oduya", NameKind::Person,
               "president"},
           Row{"X[Oduya] , a physicist and/CCONJ writer , won/VERB .", "Oduya", NameKind::Person,
               "physicist"},
           Row{"X[Zentrix] , a software company , grew/VERB .", "Zentrix", NameKind::Organisation,
               "company"},
           Row{"X[Zentrix Inc.] grew/VERB .", "Zentrix Inc.", NameKind::Organisation, ""},
           Row{"X[Zentrix] was one/NUM of the largest/ADJ companies/NNS .", "Zentrix",
               NameKind::Organisation, "company"},
           Row{"the city of X[Belnor] grew/VERB .", "Belnor", NameKind::Place, "city"},
           Row{"X[Belnor River] rose/VERB .", "Belnor River", NameKind::Place, "river"},
           Row{"X[University of Belnor] grew/VERB .", "University of Belnor",
               NameKind::Organisation, "university"},
           Row{"X[Battle of Belnor] ended/VERB .", "Battle of Belnor", NameKind::Event, "battle"},
           Row{"the novel X[Belnor] sold/VERB .", "Belnor", NameKind::Work, "novel"},
           Row{"X[Dr. Belnor] left/VERB .", "Dr. Belnor", NameKind::Person, ""},
           Row{"X[France] left/VERB .", "France", NameKind::Place, ""},
           Row{"X[Belnor] left/VERB .", "Belnor", NameKind::Other, ""},
       }) {
    CAPTURE(row.line);
    const Entity entity = entity_named(entities(Miniature({row.line}, 0.3F)), row.name);
    CHECK(entity.kind == row.kind);
    CHECK(entity.noun == row.noun);
  }
}

TEST_CASE("discourse: nouns near a name that are not said of it do not count") {
  for (const char* line : {
           "X[Belnor] , a dog and/CCONJ a physicist came/VERB .",
           "X[Belnor] is not a city .",
           "X[Belnor] , the river , the sea and/CCONJ the city",
           "X[Belnor] is a kind/NOUN of city .",
           "X[Belnor] is the top of a mountain .",
           "X[Belnor] met/VERB a physicist .",
       }) {
    CAPTURE(line);
    CHECK(entity_named(entities(Miniature({line}, 0.3F)), "Belnor").kind != NameKind::Person);
  }
  CHECK(entity_named(entities(Miniature({"X[Belnor] is not a city ."}, 0.3F)), "Belnor")
            .noun.empty());
}

TEST_CASE("discourse: he or she, by title, noun and given name") {
  struct Row {
    std::vector<std::string> lines;
    std::string name;
    Gender gender;
  };
  for (const Row& row : {
           Row{{"P[Marie Curie] won/VERB ."}, "Marie Curie", Gender::She},
           Row{{"P[Pierre Curie] won/VERB ."}, "Pierre Curie", Gender::He},
           Row{{"P[Mr Oduya] won/VERB ."}, "Mr Oduya", Gender::He},
           Row{{"P[Oduya] , an actress , won/VERB ."}, "Oduya", Gender::She},
           Row{{"P[Oduya] was a salesman ."}, "Oduya", Gender::He},
           Row{{"P[Oduya] was a German/NOUN ."}, "Oduya", Gender::Unknown},
           Row{{"P[Oduya] won/VERB ."}, "Oduya", Gender::Unknown},
           Row{{"P[Mr Oduya] won/VERB .", "P[Oduya] , an actress , won/VERB ."},
               "Oduya",
               Gender::She},
       }) {
    CAPTURE(row.lines.front());
    CHECK(entity_named(entities(Miniature(row.lines)), row.name).gender == row.gender);
  }
}

TEST_CASE("discourse: the verb tells whether a name is plural") {
  CHECK(entity_named(entities(Miniature({"the O[Beatles] were a band ."})), "Beatles").plural);
  CHECK(!entity_named(entities(Miniature({"the O[Beatles] was a band ."})), "Beatles").plural);
  CHECK(!entity_named(entities(Miniature({"O[Siemens] sells/VBZ ."})), "Siemens").plural);
}

TEST_CASE("discourse: names whose words are not there are left out") {
  language::AnalysedSentence sentence;
  sentence.span = {0, 5};
  sentence.tokens.resize(2);
  sentence.tokens[0].span = {0, 5};
  sentence.tokens[0].head = 77;
  sentence.tokens[1].span = {9, 4};
  sentence.names = {{0, 1, NameKind::Person, 1},
                    {1, 9, NameKind::Person, 1},
                    {3, 2, NameKind::Person, 1},
                    {1, 2, NameKind::Person, 1}};
  const std::vector<language::AnalysedSentence> sentences{sentence};
  const std::vector<Passage> passages{{"Curie", sentences}};
  Nouns nouns = test::shipped_nouns();
  const Entities found = find_entities(AnalysedArticle(passages), "", nouns);
  REQUIRE(found.all.size() == 1);
  CHECK(found.of_names == std::vector<std::vector<EntityId>>{{0, kNoEntity, kNoEntity, kNoEntity}});
}

TEST_CASE("discourse: an article without names has no entities") {
  CHECK(count({}) == 0);
  CHECK(count({"the cat sat/VERB ."}) == 0);
}

TEST_CASE("discourse: ten thousand names, and one name fifty thousand times, are read") {
  std::vector<std::string> people;
  people.reserve(10'000);
  for (int i = 0; i < 10'000; ++i)
    people.push_back("P[Bo" + std::to_string(i) + " Smith] met/VERB P[Smith] .");
  CHECK(count(people) == 10'001);
  const std::vector<std::string> same(50'000, "P[Ada Smith] was a physicist .");
  const Entities found = entities(Miniature(same));
  REQUIRE(found.all.size() == 1);
  CHECK(found.all[0].mentions.size() == 50'000);
}
