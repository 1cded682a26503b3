#include "tools/discourse/name_words.h"

#include <doctest/doctest.h>

#include "tests/tools/discourse/miniature.h"

using namespace recto;
using namespace recto::discourse;

TEST_CASE("discourse: words about names are read by heading, others skipped") {
  const NameWords words = parse_name_words(
      "lost\n[he given] # men\nadam, bob  carl\n[unknown]\nlost\n[she given]\nada\n[legal "
      "form]\ninc\n");
  CHECK(words.he_given == NameWords::Set{"adam", "bob", "carl"});
  CHECK(words.she_given == NameWords::Set{"ada"});
  CHECK(words.legal_forms == NameWords::Set{"inc"});
  CHECK(parse_name_words("").he_given.empty());
}

TEST_CASE("discourse: no shipped given name is for he and she") {
  const NameWords& words = test::shipped_nouns().words();
  CHECK(words.he_given.size() > 500);
  CHECK(words.she_given.size() > 400);
  for (const std::string& name : words.he_given) {
    CAPTURE(name);
    CHECK(!words.she_given.contains(name));
  }
}

TEST_CASE("discourse: nouns tell what they are said of") {
  struct Row {
    std::string noun;
    std::optional<NameKind> kind;
    Gender gender;
  };
  Nouns nouns = test::shipped_nouns();
  for (const Row& row :
       {Row{"physicist", NameKind::Person, Gender::Unknown},
        Row{"actress", NameKind::Person, Gender::She},
        Row{"policewoman", NameKind::Person, Gender::She},
        Row{"fisherman", NameKind::Person, Gender::He}, Row{"human", std::nullopt, Gender::Unknown},
        Row{"german", std::nullopt, Gender::Unknown},
        Row{"company", NameKind::Organisation, Gender::Unknown},
        Row{"bank", NameKind::Organisation, Gender::Unknown},
        Row{"capital", NameKind::Place, Gender::Unknown},
        Row{"river", NameKind::Place, Gender::Unknown},
        Row{"war", NameKind::Event, Gender::Unknown}, Row{"novel", NameKind::Work, Gender::Unknown},
        Row{"theory", std::nullopt, Gender::Unknown},
        Row{"xyzzy", std::nullopt, Gender::Unknown}}) {
    CAPTURE(row.noun);
    if (row.noun != "human" && row.noun != "german") CHECK(nouns.kind(row.noun) == row.kind);
    CHECK(nouns.gender(row.noun) == row.gender);
  }
  CHECK(nouns.singular("cities") == "city");
  CHECK(nouns.singular("xyzzy") == "xyzzy");
}
