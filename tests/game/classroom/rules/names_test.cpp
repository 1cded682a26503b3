#include "game/classroom/rules/names.h"

#include <vector>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;

TEST_CASE("L13 names: what cannot be seen is taken away") {
  struct Row {
    const char *given, *clean;
  };
  for (const Row& row : {
           Row{"  Anna \t Lena ", "Anna Lena"},
           Row{"A\u0308nne", "\u00C4nne"},                   // NFC
           Row{"Bob\u202Egnp.exe", "Bobgnp.exe"},            // right-to-left override
           Row{"\u2066Ada\u2069", "Ada"},                    // isolates
           Row{"An\u200Bna\u00AD\uFEFF", "Anna"},            // zero width, soft hyphen, BOM
           Row{"\u115F\u3164Hangul\u3164", "Hangul"},        // fillers
           Row{"Z\u0300\u0301\u0302\u0303al", "Z\u0300al"},  // zalgo
           Row{"\u0301\u0301", ""},
           Row{"line\nbreak\x07", "line break"},
           Row{"\xFF\xFE bytes", "bytes"},
           Row{"<b>Eve</b>", "<b>Eve</b>"},  // shown as plain text, so it may stay
           Row{"", ""},
       }) {
    CAPTURE(row.given);
    CHECK(clean_name(row.given) == row.clean);
  }
}

TEST_CASE("L13 names: length is what a person counts") {
  CHECK(visible_length("Zo\u00EB") == 3);
  CHECK(visible_length("Z\u0300al") == 3);
  CHECK(visible_length("\U0001F1E9\U0001F1EA") == 1);  // a flag of two code points
  CHECK(visible_length("") == 0);
}

TEST_CASE("L13 names: those that look alike have one skeleton") {
  struct Row {
    const char *one, *other;
    bool alike;
  };
  for (const Row& row : {
           Row{"Anna", "ANNA", true},
           Row{"Anna", "\u0410nna", true},      // Cyrillic A
           Row{"paypal", "p\u0430ypal", true},  // Cyrillic a
           Row{"Zoe", "Zo\u00EB", true},
           Row{"Bill", "BiII", true},  // capital i for l
           Row{"Anna", "Hanna", false},
           Row{"Tim", "Tom", false},
       }) {
    CAPTURE(row.other);
    CHECK((name_skeleton(row.one) == name_skeleton(row.other)) == row.alike);
  }
}

TEST_CASE("L13 names: unwelcome words are found in disguise, honest names are not") {
  const std::vector<std::string> words = {name_skeleton("damn"), name_skeleton("bugger"),
                                          name_skeleton("ass")};
  CHECK(is_unwelcome("Damn", words));
  CHECK(is_unwelcome("D\u0430mn it", words));
  CHECK(is_unwelcome("xXbuggerXx", words));
  CHECK_FALSE(is_unwelcome("Cassandra", words));
  CHECK_FALSE(is_unwelcome("Damnonia", words));
}

TEST_CASE("L14 names: a flood shares its stem") {
  CHECK(name_stem("Bot 1") == name_stem("bot-77"));
  CHECK(name_stem("Kahoot17") == name_stem("kahoxyz"));
  CHECK(name_stem("Anna") != name_stem("Berta"));
}

TEST_CASE("3.1 names: a class list as it is written or pasted") {
  CHECK(names_of_list("Anna\n\n  Bert \r\nanna\nCem\t7b\n12;Dilek;x\n---\n").size() == 4);
  CHECK(names_of_list("1\tAnna Lena\n2\tBert\n") == std::vector<std::string>{"Anna Lena", "Bert"});
  CHECK(names_of_list("").empty());
}
