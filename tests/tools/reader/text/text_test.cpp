#include "tools/reader/text/text.h"

#include "tests/tools/reader/pages.h"

namespace recto::reader {

TEST_CASE("reader: lines wrapped by hand are joined, paragraphs on one line stay apart") {
  CHECK(
      outline(read("Reeds\n\nReeds grow in water and on the banks of lakes, where\n"
                   "the ground is wet for most of the year. They reach four\nmetres.\n\n"
                   "In winter they are cut and bound for roofs, which last for\n"
                   "thirty years.\n")) ==
      "[paragraph] Reeds grow in water and on the banks of lakes, where the ground is wet for most "
      "of the year. They reach four metres.\n"
      "[paragraph] In winter they are cut and bound for roofs, which last for thirty years.\n");
  CHECK(outline(
            read("Reeds\nReeds grow in water and on the banks of lakes.\nThey reach 4 metres.")) ==
        "[paragraph] Reeds grow in water and on the banks of lakes.\n"
        "[paragraph] They reach 4 metres.\n");
}

TEST_CASE("reader: headings are told by rules, signs, capitals, title case and questions") {
  CHECK(outline(read(
            "Reeds\n=====\n\nThey grow.\n\nWhere\n-----\n\nIn lakes.\n\nWhen\n----\n\nIn May.")) ==
        "[paragraph] They grow.\n[heading 2] Where\n[paragraph] In lakes.\n[heading 2] When\n"
        "[paragraph] In May.\n");
  CHECK(outline(read(
            "Reeds\n\nThey grow.\n\nTHE HARVEST\n\nIt is cold.\n\nRoofs and Mats\n\nThey last."
            "\n\nWhat’s next?\n\nRest.\n\n1.2 The Marsh\n\nIt is wet.\n\nStep 3\n\nBind it.")) ==
        "[paragraph] They grow.\n[heading 2] THE HARVEST\n[paragraph] It is cold.\n"
        "[heading 2] Roofs and Mats\n[paragraph] They last.\n[heading 2] What’s next?\n"
        "[paragraph] Rest.\n[heading 3] The Marsh\n[paragraph] It is wet.\n[heading 2] Step 3\n"
        "[paragraph] Bind it.\n");
}

TEST_CASE("reader: lists with and without bullets, quotes, code and captions") {
  CHECK(outline(
            read("Reeds\n\nYou need:\n\nString\n\nA knife\n\nOne reed\n\nThen go on as follows.\n\n"
                 "* cut\n* bind\n\n1) wait\n2) look\n\n> So it\n> is.\n\n```\nx = 1\n```\n\n"
                 "Figure 2. A bundle of reeds in the snow.\n\nEnd of it all.")) ==
        "[paragraph] You need:\n[list] String / A knife / One reed\n"
        "[paragraph] Then go on as follows.\n[list] cut / bind\n[list] wait / look\n"
        "[quote] So it is.\n[code] x = 1\n[caption] Figure 2. A bundle of reeds in the snow.\n"
        "[paragraph] End of it all.\n");
}

}  // namespace recto::reader
