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

TEST_CASE("reader: page numbers and running heads go, and a sentence goes on over the page's end") {
  std::string text = "The Slow Railway\n\n";
  int page = 0;
  for (const std::string engine : {"Anna", "Berta", "Clara", "Dora"}) {
    text += "   It was opened in spring.  Nobody had asked for it.\n\n";
    for (int line = 0; line < 8; ++line)
      text +=
          "   " + engine + " came from the valley to the salt works\n   in an hour and more.\n\n";
    text += "   " + engine + " burned coal, which the boats had brought up the river\n\n\n" +
            ("Lind                      Memo                     [Page " + std::to_string(++page)) +
            "]\n\f\nMemo 12              The Slow Railway              May 2021\n\n\n" +
            "   from the sea behind " + engine + ".\n\n";
  }
  const std::string printed = outline(read(text + "It ended."));
  for (const char* gone : {"Page", "Memo", "May 2021"})
    CHECK(printed.find(gone) == std::string::npos);
  CHECK(printed.find("had brought up the river from the sea behind Berta.\n") != std::string::npos);
  // Three numbers in a text are no pages.
  CHECK(outline(read("Reeds\n\nThey grow in water.\n\n1\n\nOne.\n\n2\n\nTwo.\n\n3\n\nEnd of it."))
            .find("1") != std::string::npos);
}

TEST_CASE("reader: tables drawn with characters become tables") {
  struct Row {
    const char* text;
    const char* table;
  };
  for (const Row& row : {
           Row{"+-----+------+\n| a   | b    |\n+=====+======+\n| 1   | two  |\n|     | more |\n"
               "+-----+------+\n| 3   | four |\n+-----+------+",
               "a\tb / 1\ttwo more / 3\tfour"},
           Row{"| a | b |\n|---|:-:|\n| 1 | 2 |", "a\tb / 1\t2"},
           Row{" a  | b\n----+---\n 1  | 2\n 10 | 20", "a\tb / 1\t2 / 10\t20"},
           Row{"┌────┬────┐\n│ ä  │ b  │\n├────┼────┤\n│ 1  │ 2  │\n└────┴────┘", "ä\tb / 1\t2"},
           Row{"=====  =======\nGood   Weight\n=====  =======\nsalt   4,000 t\nslate\n=====  "
               "=======",
               "Good\tWeight / salt\t4,000 t / slate"},
           Row{"Name     Year\n-------  ----\nAnna     1884\nÄnne     1891",
               "Name\tYear / Anna\t1884 / Änne\t1891"},
           Row{"Name        Year   Weight\nAnna        1884   12 t\nOld Berta   1891   14 t\n"
               "                   (full)",
               "Name\tYear\tWeight / Anna\t1884\t12 t / Old Berta\t1891\t14 t (full)"},
           Row{"a\tb\n1\t2", "a\tb / 1\t2"},
       }) {
    CAPTURE(row.text);
    CHECK(outline(read("Reeds\n\nThey grow.\n\n" + std::string(row.text) + "\n\nThe end of it.")) ==
          "[paragraph] They grow.\n[table] " + std::string(row.table) +
              "\n[paragraph] The end of it.\n");
  }
  // Nothing is lost of what cannot be a row: a very long line, a corner that is no drawing.
  const std::string cell(2000, 'x');
  CHECK(outline(read("Reeds\n\nThey grow.\n\n| a | " + cell + " |\n| b | c |\n| d | e |\n"))
            .find(cell) != std::string::npos);
  CHECK(outline(read("Reeds\n\nThey grow.\n\n| └a | b |\n|----|---|\n| c | d |\n")).find("└a\tb") !=
        std::string::npos);
  // Two blanks behind a sentence and bars in one line are no table.
  CHECK(outline(read("Reeds\n\nThey grow.  They are cut in winter, when the ice\nbears.  Then they "
                     "are bound, and carried home by\nsledge.  It is hard work and badly paid.\n"))
            .find("table") == std::string::npos);
}

TEST_CASE("reader: a table of contents goes, by its dots or by the headings that come back") {
  const std::string body =
      "1. Where\n\nIn lakes, and on the banks of rivers.\n\n2. When\n\nIn May it is green.\n\n"
      "3. Why\n\nNobody knows why.\n";
  for (const char* contents :
       {"Contents\n\n1. Where .......... 1\n2. When . . . . . . 12\n3. Why ............ iv\n\n",
        "CONTENTS\n--------\n\n1. Where\n2. When\n3. Why\n\n"}) {
    CAPTURE(contents);
    CHECK(outline(read("Reeds\n\nThey grow.\n\n" + std::string(contents) + body)) ==
          outline(read("Reeds\n\nThey grow.\n\n" + body)));
  }
}

TEST_CASE("reader: mails and books tell who wrote them, and lose their frame") {
  const Article mail = read(
      "From: \"Moss Press\" <moss@example.org>\nTo: all@example.org\nSubject: Re: Reeds\n"
      "Date: Mon, 3 May 2021 10:00:00 +0200\n\nDear all,\n\nreeds grow in water.\n\n> Do they?\n"
      "> I think so.\n\nYours\n-- \nMoss Press\nIlm\n");
  CHECK(mail.title == "Reeds");
  CHECK(mail.authors == std::vector<std::string>{"Moss Press"});
  CHECK(mail.published == "2021-05-03");
  CHECK(outline(mail) ==
        "[paragraph] Dear all,\n[paragraph] reeds grow in water.\n[quote] Do they? I think so.\n");
  const Article book = read(
      "The Project Gutenberg eBook of Reeds\n\nThis is for anyone.\n\nTitle: Reeds\n\nAuthor: Moss "
      "Press\n\n*** START OF THE PROJECT GUTENBERG EBOOK REEDS ***\n\nProduced by others\n\n\n"
      "CHAPTER I.\n\nIt was _very_ cold, and snake_case was *not* 2 * 3 * 4.\n\n[Illustration: "
      "Ice]\n\n"
      "[Illustration]\n\nCHAPTER II.\n\nIt thawed.\n\n"
      "*** END OF THE PROJECT GUTENBERG EBOOK REEDS ***\n\nLicense.\n");
  CHECK(book.title == "Reeds");
  CHECK(book.authors == std::vector<std::string>{"Moss Press"});
  CHECK(outline(book) ==
        "[heading 2] CHAPTER I\n[paragraph] It was very cold, and snake_case was not 2 * 3 * 4.\n"
        "[caption] Ice\n[heading 2] CHAPTER II\n[paragraph] It thawed.\n");
  // A first paragraph with a colon is text.
  CHECK(
      outline(read("Reeds\n\nNote: they grow.\nAlways: in water and on the banks.")).find("grow") !=
      std::string::npos);
}

TEST_CASE("reader: deeper lines are quotes, code or what a term means") {
  const std::string body =
      "Reeds grow in water and on the banks of lakes, where\nthe ground is wet for most of the "
      "year.\n\n";
  CHECK(outline(read(
            "Reeds\n\n" + body + body +
            "    The marsh gives, the marsh takes, and nobody has\n    ever asked it why.\n\n" +
            body + "    $ cut --reeds\n    done=1\n\n" + body +
            "marsh\n    Wet ground that is no lake.\n\n" + body)) == [&] {
    const std::string paragraph =
        "[paragraph] Reeds grow in water and on the banks of lakes, where the ground is wet "
        "for most of the year.\n";
    return paragraph + paragraph +
           "[quote] The marsh gives, the marsh takes, and nobody has ever asked it why.\n" +
           paragraph + "[code]     $ cut --reeds /     done=1\n" + paragraph +
           "[paragraph] marsh\n[paragraph] Wet ground that is no lake.\n" + paragraph;
  }());
}

TEST_CASE("reader: bullets of many kinds make lists") {
  for (const char* bullet : {"-", "*", "•", "—", "●", "■", "►", "✓", "o "}) {
    CAPTURE(bullet);
    const std::string item = std::string(bullet) + " ";
    CHECK(outline(
              read("Reeds\n\nThey grow.\n\n" + item + "cut\n" + item + "bind\n\nThe end of it.")) ==
          "[paragraph] They grow.\n[list] cut / bind\n[paragraph] The end of it.\n");
  }
}

}  // namespace recto::reader
