#include "tools/reader/faq.h"

#include "tests/tools/reader/pages.h"

namespace recto::reader {
namespace {

/// "question = answer" a line, line feeds inside as " / ".
std::string faq(std::string_view bytes, std::string_view name = "x.txt") {
  std::string text;
  for (FaqEntry& entry : faq_of(read(bytes, name))) {
    for (std::size_t at = 0; (at = entry.answer.find('\n', at)) != std::string::npos; at += 3)
      entry.answer.replace(at, 1, " / ");
    text += entry.question + " = " + entry.answer + "\n";
  }
  return text;
}

constexpr const char* kIntro = "Reeds\n\nReeds grow in water and on the banks of lakes.\n\n";

}  // namespace

TEST_CASE("C16 reader: numbered questions keep their whole answers") {
  CHECK(
      faq(std::string(kIntro) +
          "1. Do reeds flower?\n\nYes, in August.\n\nThe flowers are brown:\n\n- small\n- many\n\n"
          "2. Do they smell?\n\nNo.\n\nThe Harvest\n\nReeds are cut in winter.") ==
      "Do reeds flower? = Yes, in August. / The flowers are brown: / small / many\n"
      "Do they smell? = No.\n");
}

TEST_CASE("C16 reader: labels, bold lines, headings and plain lines of a FAQ section") {
  CHECK(faq(std::string(kIntro) + "Q: Do reeds flower?\nA: Yes.\n\nQ: When?\nA: In August.") ==
        "Do reeds flower? = Yes.\nWhen? = In August.\n");
  CHECK(faq("# Reeds\n\nThey grow.\n\n## FAQ\n\n### Do reeds flower?\n\nYes.\n\n#### Colour\n\n"
            "Brown.\n\n### Do they smell?\n\nNo.\n\n## Use\n\nRoofs.",
            "x.md") == "Do reeds flower? = Yes. / Colour / Brown.\nDo they smell? = No.\n");
  CHECK(
      faq("# Reeds\n\n**Do reeds flower?** Yes.\n\n**Do they smell?**\nNo.\n\n**Are they tall?**\n"
          "\nUp to 4 m.",
          "x.md") ==
      "Do reeds flower? = Yes.\nDo they smell? = No.\nAre they tall? = Up to 4 m.\n");
  CHECK(faq("Reeds: Frequently Asked Questions\n\nDo reeds flower?\n\nYes.\n\nDo they "
            "smell?\n\nNo.") == "Do reeds flower? = Yes.\nDo they smell? = No.\n");
}

TEST_CASE("C16 reader: labels of many languages, tables, items and disclosures") {
  struct Row {
    std::string bytes;
    const char* name;
  };
  // Everyone of them asks twice and answers with two lines, then with one.
  for (const Row& row : {
           Row{"Reeds\n\nF: Do reeds flower?\nA: Yes.\n\nIn May.\n\nF: Are they\nA: No.", "x.txt"},
           Row{"Reeds\n\nP: Do reeds flower?\nR: Yes.\n\nIn May.\n\nP: Are they\nR: No.", "x.txt"},
           Row{"Reeds\n\nВ: Do reeds flower?\nО: Yes.\n\nIn May.\n\nВ: Are they\nО: No.", "x.txt"},
           Row{"Reeds\n\nQ1. Do reeds flower?\nA1. Yes.\n\nIn May.\n\nQ2. Are they\nA2. No.",
               "x.txt"},
           Row{"Reeds\n\nQ. Do reeds flower?\n\nA. Yes.\n\nIn May.\n\nQ. Are they\n\nA. No.",
               "x.txt"},
           Row{"Reeds\n\n问：Do reeds flower?\n答：Yes.\n\nIn May.\n\n问：Are they\n答：No.",
               "x.txt"},
           Row{"Reeds\n\nQuestion:\n\nDo reeds flower?\n\nAnswer:\n\nYes.\n\nIn "
               "May.\n\nQuestion:\n\nAre "
               "they\n\nAnswer:\n\nNo.",
               "x.txt"},
           Row{"# FAQ\n\n- **Do reeds flower?**\n\n  Yes.\n\n  In May.\n\n- **Are they**\n\n  "
               "No.\n\n"
               "- **Do they?**\n\n  No.",
               "x.md"},
           Row{"# FAQ\n\n<details><summary>Do reeds flower?</summary>\n\nYes.\n\nIn May.\n\n"
               "</details>\n\n<details><summary>Are they</summary>\n\nNo.\n\n</details>\n\nBye.",
               "x.md"},
           Row{"FAQ\n\n1. Do reeds flower?\n\n   Yes.\n\n   In May.\n\n2. Are they\n\n   No.\n\n"
               "3. Is it wet?\n\n   Yes.",
               "x.txt"},
           Row{"FAQ\n\nDo reeds flower?\n\n    Yes.\n\n    In May.\n\nAre they\n\n    No.\n\n"
               "Is it wet?\n\n    Yes.",
               "x.txt"},
       }) {
    CAPTURE(row.bytes);
    CHECK(faq(row.bytes, row.name)
              .starts_with("Do reeds flower? = Yes. / In May.\nAre they = No.\n"));
  }
  CHECK(faq("# Reeds\n\nThey grow.\n\n| Question | Answer |\n|---|---|\n| Size? | 4 m |\n"
            "| The smell | none |",
            "x.md") == "Size? = 4 m\nThe smell = none\n");
  CHECK(faq("# Reeds\n\nThey grow.\n\n| No. | Matter | Reply |\n|---|---|---|\n"
            "| 1 | Do they flower? | Yes, in the month of May. |\n"
            "| 2 | Do they smell? | No, they have no smell at all. |",
            "x.md") ==
        "Do they flower? = Yes, in the month of May.\n"
        "Do they smell? = No, they have no smell at all.\n");
}

TEST_CASE("C16 reader: an answer keeps its numbers, and ends where the FAQ does") {
  CHECK(faq("Reeds FAQ\n\n1. How do I cut reeds?\n\n   In steps:\n\n   1. wait for frost\n"
            "   2. cut\n   3. bind\n\n2. Who buys them?\n\n   Thatchers.") ==
        "How do I cut reeds? = In steps: / 1. wait for frost / 2. cut / 3. bind\n"
        "Who buys them? = Thatchers.\n");
  CHECK(faq("Reeds\n\nThey grow.\n\nFAQ\n\n1. Do reeds flower?\n\nYes.\n\n2. Do they smell?\n\nNo."
            "\n\nStill have questions? Write to the keeper of the lake.") ==
        "Do reeds flower? = Yes.\nDo they smell? = No.\n");
  CHECK(faq("Reeds FAQ\n\n1. The Plant\n  1.1 Do reeds flower?\n  1.2 Do they smell?\n\n"
            "2. The Harvest\n  2.1 Who cuts them?\n\n1. The Plant\n\n1.1 Do reeds flower?\n\n"
            "  Yes.\n\n1.2 Do they smell?\n\n  No.\n\n2. The Harvest\n\n2.1 Who cuts them?\n\n"
            "  Farmers.") ==
        "Do reeds flower? = Yes.\nDo they smell? = No.\nWho cuts them? = Farmers.\n");
}

TEST_CASE("C16 reader: headings that a reader asks are a FAQ without its name") {
  const std::string begin = "# Reed\n\nA tool that cuts reeds.\n\n## Install\n\nUnpack it.\n\n";
  CHECK(faq(begin + "## How can I cut more than one?\n\nUse a loop.\n\n"
                    "## Why does my knife get blunt?\n\nSand.\n\n### Sand\n\nIt is hard.\n\n"
                    "## Can I use it on bulrush?\n\nYes.\n\n## Licence\n\nFree.",
            "x.md") ==
        "How can I cut more than one? = Use a loop.\n"
        "Why does my knife get blunt? = Sand. / Sand / It is hard.\n"
        "Can I use it on bulrush? = Yes.\n");
  CHECK(faq(begin + "## Using an older knife?\n\nSee the notes.", "x.md").empty());
}

TEST_CASE("C16 reader: what asks and is no FAQ") {
  // NOLINTBEGIN(bugprone-suspicious-missing-comma): documents of several lines
  const std::string intro = "They grow in water and on the banks of lakes.\n\n";
  for (const std::string& text : std::vector<std::string>{
           // interviews: in bold, as headings, with labels, with the names of the speakers
           "# Ann\n\n**How did you start?**\n\nI was ten.\n\n**What do you cut?**\n\nI cut "
           "reeds.\n\n"
           "**Will you stop?**\n\nMy knee decides.",
           "# Ann\n\n## How did you start with reeds?\n\nI was ten.\n\n## What do you cut in "
           "May?\n\n"
           "I rest.\n\n## Will you stop one day?\n\nMy knee decides.\n\n## Who taught you to "
           "bind?\n\n"
           "My aunt did.",
           "# Ann\n\nQ: How did you start?\n\nA: I was ten.\n\nQ: Will you stop?\n\nA: I may.",
           "# Ann\n\n**Lake Paper: How did it start?**\n\n**Ann:** In a boat.\n\n"
           "**Lake Paper: And then?**\n\n**Ann:** It grew.\n\n**Lake Paper: Why?**\n\n**Ann:** "
           "Luck.",
           // rhetoric
           "# Reeds\n\n## What’s next?\n\nMore.\n\n## Why now?\n\nSpring.\n\n## So who "
           "wins?\n\nAll.\n\n"
           "## But is it safe for the people of the lake?\n\nYes.",
           "# Reeds\n\n## Cutting\n\nIt is cold.\n\n### Who benefits from it?\n\nAll.\n\n## "
           "Binding\n\n"
           "It is slow.\n\n### Who benefits from it?\n\nAll.\n\n## Roofs\n\nThey last.\n\n"
           "### Who benefits from it?\n\nAll.\n\n## Mats\n\nSoft.\n\n### Who benefits from "
           "it?\n\nAll.",
           // quizzes, exercises, exams
           "# Reeds\n\n" + intro +
               "1. Which is a reed?\n\n   a) oak\n   b) phragmites\n\n   Answer: b\n\n"
               "2. Which is a tree?\n\n   a) oak\n   b) phragmites\n\n   Answer: a",
           "# Reed quiz\n\n" + intro +
               "**What is a reed?**\n\nA grass.\n\n**Does it float?**\n\nNo.\n\n"
               "**Is it tall?**\n\nYes.",
           "# Reeds\n\n" + intro +
               "## Exercises\n\n1. What is a reed?\n\n   Look at chapter 1.\n\n"
               "2. Why does it grow in water?\n\n   Look at chapter 2.",
           "# Reeds\n\n" + intro +
               "1. What is a reed?\n\n   Give reasons. (5 marks)\n\n"
               "2. Why does it grow in water?\n\n   Use a drawing. (5 marks)",
           // surveys and forms
           "# Reeds\n\n" + intro +
               "1. How often do you cut?\n\n____________\n\n2. What with?\n\n"
               "____________",
           "# Reeds\n\n" + intro +
               "**How often do you cut?**\n\n( ) daily ( ) never\n\n**What with?**\n\n"
               "( ) knife ( ) scythe\n\n**Where do you cut?**\n\n( ) lake ( ) sea",
           "## What happened to the reed?\n\nDescribe what you saw.\n\n## What should have "
           "happened?\n\n"
           "Describe it.\n\n## How can we see it, too?\n\nDescribe every step.\n\n"
           "## Which knife do you use?\n\ne.g. a long one",
           "| Question | Yes | No |\n|---|---|---|\n| Do you cut? | 54 % | 46 % |\n| Do you bind? "
           "| 1 "
           "% | "
           "99 % |\n\n" +
               intro,
           // talk, poems, contents, comments
           "# Reeds\n\n" + intro +
               "CHAIR: Who speaks?\n\nANN: I do.\n\nCHAIR: What of?\n\nANN: Reeds.",
           "# Song\n\nWho calls across the water?\n\nThe wind, the wind alone.\n\n"
           "Who waits upon the landing?\n\nA heron on a stone.",
           "# Reeds\n\n- [What is a reed?](a)\n- [Does it flower?](b)\n\n" + intro,
           "# Reeds\n\nThey grow in water. " + intro +
               "## Comments\n\nWhen do they flower?\n\nIn May.\n\n"
               "## Leave a reply\n\nWhat do you think?",
       }) {
    // NOLINTEND(bugprone-suspicious-missing-comma)
    CAPTURE(text);
    CHECK(faq(text, "x.md").empty());
  }
}

TEST_CASE("C16 reader: what a page's markup states is folded at its place, or else at the end") {
  std::vector<Piece> pieces(6);
  const char* texts[] = {"Reeds grow.", "Do reeds flower",         "Yes, “brown”.",
                         "In May.",     "They are cut in winter.", "Do they float?"};
  for (std::size_t i = 0; i < pieces.size(); ++i)
    pieces[i].block.text = texts[i];
  const auto folded = fold_faq(pieces, {.title = "Reeds",
                                        .stated = {{"Do reeds flower?", "Yes, \"brown\".\nIn May."},
                                                   {"Do they float?", "Yes."},
                                                   {"Do they smell?", "No."},
                                                   {"Do they smell?", "Never."}}});
  std::string text;
  for (const Piece& piece : folded)
    text += piece.block.question + "|" + piece.block.text + "\n";
  CHECK(text ==
        "|Reeds grow.\nDo reeds flower|Yes, “brown”.\nIn May.\n|They are cut in winter.\n"
        "|Do they float?\nDo they float?|Yes.\nDo they smell?|No.\n");
}

TEST_CASE("C16 reader: rhetorical headings, quizzes, contents and interviews are no FAQ") {
  CHECK(faq(std::string(kIntro) +
            "What’s Next?\n\nMore reeds.\n\nWhy Now?\n\nBecause of spring.\n\n"
            "What’s the Plan?\n\nTo wait.")
            .empty());
  CHECK(faq(std::string(kIntro) + "1. Which is a reed?\n\nA. Oak\n\nB. Phragmites\n\n"
                                  "2. Which is a tree?\n\nA. Oak\n\nB. Phragmites")
            .empty());
  CHECK(faq(std::string(kIntro) + "1. What is a reed?\n2. Do reeds flower?\n3. Do they smell?\n\n"
                                  "All of this is told below in this text.")
            .empty());
  CHECK(faq(test::data("pages/interview.md"), "interview.md").empty());
}

}  // namespace recto::reader
