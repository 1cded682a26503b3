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
