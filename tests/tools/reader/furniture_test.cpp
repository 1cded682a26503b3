#include "tools/reader/furniture.h"

#include "tests/tools/reader/pages.h"

namespace recto::reader {

TEST_CASE("F7 reader: lines that pages print around articles are furniture") {
  for (const std::string_view line : {
           "© 2023 All Rights Reserved.",
           "About © 2022 All Rights Reserved..",
           "Leave a Reply",
           "Your email address will not be published. Required fields are marked *",
           "You May Also Enjoy These Articles",
           "ADVERTISEMENT",
           "Share this:",
           "Read more: Ten plants for wet corners",
           "4 min read",
           "Posted by admin",
           "We use cookies to give you the best experience. Accept?",
           "(Image credit: NASA)",
           "Editors’ Picks",
           "« Previous post",
           "Anzeige",
           "À lire aussi : le lin",
       }) {
    CAPTURE(line);
    CHECK(match_furniture(shipped_furniture(), line).has_value());
  }
}

TEST_CASE("F7 reader: sentences that begin like furniture are text") {
  for (const std::string_view line : {
           "Written by Ada Lovelace in 1843, the notes describe an engine.",
           "Published by a small press, the book sold 300 copies.",
           "Share prices fell by a third within two days.",
           "Copyright law protects the form of a work, not its idea.",
           "Related species live in the rivers of Borneo.",
           "Search engines rank pages by the links that lead to them.",
           "By plane",
           "Image processing begins with a grid of numbers.",
           "Photo by photo, the team drew a map of the floor.",
           "« Bonjour », dit-il.",
           "Comments on the draft were collected until May.",
           "Top speed was 40 km/h.",
           "Don’t miss the waterfalls in the jungle of Basse-Terre.",
       }) {
    CAPTURE(line);
    CHECK_FALSE(match_furniture(shipped_furniture(), line).has_value());
  }
}

TEST_CASE("F7 reader: what stands below the comment form goes with it, near the top it stays") {
  const std::string text = "Reeds\n\nReeds grow in water and on the banks of lakes.\n\n";
  CHECK(outline(read(text + "Leave a Reply\n\nA visitor writes a whole sentence here.")) ==
        "[paragraph] Reeds grow in water and on the banks of lakes.\n");
  CHECK(outline(read("Reeds\n\nLeave a Reply\n\nReeds grow in water and on the banks of lakes.")) ==
        "[paragraph] Reeds grow in water and on the banks of lakes.\n");
  CHECK(outline(read(text + "Related articles\n\nThe Pond\n\nThe Marsh\n\n" +
                     "Reeds are cut in winter when the ground is frozen.")) ==
        "[paragraph] Reeds grow in water and on the banks of lakes.\n"
        "[paragraph] Reeds are cut in winter when the ground is frozen.\n");
}

TEST_CASE("F7 reader: a reference list goes, the section behind it stays") {
  CHECK(
      outline(read("# Reeds\n\nReeds grow.\n\n## References\n\n1. Moss, A.: Reeds. 1999.\n\n## Use"
                   "\n\nRoofs are made of it.",
                   "x.md")) ==
      "[paragraph] Reeds grow.\n[heading 2] Use\n[paragraph] Roofs are made of it.\n");
}

TEST_CASE("reader: notes that are sentences stay, notes that are references go") {
  const std::string text = "# Soup\n\nLentils need no soaking.\n\n## Notes\n\n";
  CHECK(outline(read(text + "The soup keeps for three days.", "x.md")) ==
        "[paragraph] Lentils need no soaking.\n[heading 2] Notes\n"
        "[paragraph] The soup keeps for three days.\n");
  CHECK(outline(read(text + "- Moss, A.: Lentils. 1999, p. 3.", "x.md")) ==
        "[paragraph] Lentils need no soaking.\n");
}

TEST_CASE("F7 reader: footnote marks leave the text, other brackets stay") {
  const Furniture& furniture = shipped_furniture();
  CHECK(without_marks("It burned.[12][13] He left, [4] then died.[a]", furniture) ==
        "It burned. He left, then died.");
  CHECK(without_marks("It grew [citation needed] fast.", furniture) == "It grew fast.");
  CHECK(without_marks("He [sic] said a[1..3] (see [4]).", furniture) ==
        "He [sic] said a[1..3] (see [4]).");
}

TEST_CASE("reader: the furniture file holds patterns, extents and comments") {
  const Furniture furniture =
      parse_furniture("# a comment\n\nShare\n…reserved\nby * today | list\nnotes | section\n");
  REQUIRE(furniture.patterns.size() == 4);
  CHECK(match_furniture(furniture, "share"));
  CHECK_FALSE(match_furniture(furniture, "share it"));
  CHECK(match_furniture(furniture, "All Rights Reserved."));
  CHECK(match_furniture(furniture, "By us today") == FurniturePattern::Extent::List);
  CHECK_FALSE(match_furniture(furniture, "By all that is known today."));
  CHECK(match_furniture(furniture, "NOTES") == FurniturePattern::Extent::Section);
}

}  // namespace recto::reader
