#include "tools/language/sentences.h"

#include <string>
#include <string_view>
#include <vector>

#include "content/base/utf8.h"
#include "tests/support/support.h"
#include "tests/tools/language/shipped.h"

namespace recto::language {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view language = "en") {
  std::vector<std::string> parts;
  for (const Span span : sentences(text, language, shipped()))
    parts.emplace_back(text.substr(span.begin, span.end - span.begin));
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts)
    text.append(text.empty() ? "" : between).append(part);
  return text;
}

/// `|` in a row of the tables stands where one sentence ends and the next begins.
void check_rows(std::string_view language, const std::vector<std::string_view>& rows) {
  for (const std::string_view row : rows) {
    std::string text;
    std::string expected;
    for (const char c : row) {
      if (c != '|') text += c;
      const bool between = (c == ' ' || c == '\n') && expected.ends_with('|');
      if (!between) expected += c;
    }
    CAPTURE(text);
    CHECK(joined(split(text, language), "|") == expected);
  }
}

bool is_white_space(std::string_view text) {
  return code_points(text).find_first_not_of(U" \n\t\u00A0\u2028") == std::u32string::npos;
}

}  // namespace

TEST_CASE("language: a stop ends a sentence, unless it belongs to a word or a number") {
  check_rows(
      "en",
      {
          "The bridge opened in 1931.| It is 1,450.5 metres long.",
          "Dr. Lind met Mr. and Mrs. Ross at St. Anne's.| They spoke of Prof. Gray.",
          "J. K. Rowling wrote it.| George W. Bush read it.",
          "He served in the U.S. Army.| She lives in the U.S.| The rest moved to the U.K. in May.",
          "The firm was Acme Inc. until 1990.| Then it was sold to Brook Ltd.| It kept the name.",
          "Acme Holding Ltd.’s cloud division grew.| Rivals did not.",
          "See No. 5 and Fig. 3.| The answer was no. 5 people left.",
          "It was 1999.| 3 people came at 9 a.m. and left at 5 p.m. on foot.",
          "Use a shell, e.g. bash, i.e. a program.| It costs approx. 5 dollars.",
          "1. Why is the sky blue?| Because of scattering.",
          "Visit example.org today.| Version 3.5.1 is out.",
          "In Vitamin C.| The acid is weak.",
      });
}

TEST_CASE("language: quotes, brackets and footnote marks stay with the sentence they close") {
  check_rows(
      "en", {
                "“We will stay.”| The mayor left.",
                "\"Is it over?\" she asked.| Nobody knew.",
                "He called it “a miracle.”| Others did not.",
                "The tower (built in 1889. It was painted red.) still stands.| It leans.",
                "(It was raining.)| They went home.",
                "He said \"Stop it.\"| Then he left.",
                "It closed in 1805.[6]| An unknown bought it.[7][8]| It burned. [9]| Nobody cared.",
                "Wait ... there is more.| And more…| Then it ended.",
                "What?!| No.",
            });
}

TEST_CASE("language: a sentence may begin with a number, a sum, an address or a name like eBay") {
  check_rows("en", {
                       "Prices rose.| $5 was the limit.| €3 was not.",
                       "It costs c. $5 or approx. €4 a day.",
                       "It is called a marketplace.| eBay sold it.| iPhones came later.",
                       "Read the report.| https://example.org/report has it.",
                       "It opened in 1999.| 12 people came.",
                       "He paused ... and left.| Nobody saw it.",
                   });
}

TEST_CASE("language: what stands in brackets behind a stop is a sentence or part of one") {
  check_rows("en", {
                       "She sang in the film Help! (1965) and in Who? (Three Friends, 1970) later.",
                       "The mill burned.| (photo: A. Roe)|\nIt was rebuilt.",
                       "The mill burned.| (It was rebuilt.)| It burned again.",
                       "He won (2012).| Then he lost.",
                   });
}

TEST_CASE("language: numbers of footnotes that lost their brackets stay with their sentence") {
  check_rows("en",
             {
                 "They have rights. 4| Even so, few vote. 12| In towns, many do.",
                 "They have an idea.23| Others had none.| Version 2.3 Beta came.",
                 "It is true.[12][citation needed]| It is old.[a]| It is new.[note 3]| Or not.",
                 "It was true.| [He] left.",
                 "It was 1999.| 3 people came.| 12 more stayed.",
             });
}

TEST_CASE("language: who uses no capitals begins sentences with small letters") {
  check_rows("en",
             {
                 "hi, i am ann.| i build mills, e.g. small ones.| come and see! :)|\nA mill. by me",
                 "approx. five mills stood there.| It is old.",
                 "the mill ... is old. nobody knows.",
                 "The mill is old. nobody knows. it may fall.",
             });
}

TEST_CASE("language: a caption's number is a title of its own") {
  check_rows("en", {
                       "Figure 1.5| The mill was built of stone.|\nTable 3| Ships by year",
                       "See Figure 1.5 The mill is old.",
                       "Figure 3 shows the mill.",
                   });
}

TEST_CASE("language: times, weekdays, list numbers and names with marks go on") {
  check_rows("en",
             {
                 "It opens at 3 p.m. Monday and at 9 a.m. EST on Wed. Sept. 20.",
                 "It closed at 5 p.m.| The guests left.",
                 "Do this: 1. Wash it.| Then dry it.",
                 "They drove the Model Y.| Together they left.| He wrote an op-ed.| Bridges fell.",
                 "The firm Yahoo! Inc. was sold.| It left Yahoo!| The rest stayed.",
                 "He laughed. \"|\nThen he left.",
                 "The town (est. 1850, pop. 5,000) has a mill.| Call ext. 12 for it.",
             });
}

TEST_CASE("language: German, French, Spanish and Chinese have their own stops") {
  check_rows(
      "de",
      {
          "Am 3. Oktober 1990 trat z. B. Sachsen bei.| Das war ein Mittwoch.",
          "Die Brücke ist ca. 5,4 km lang, d. h. kurz.| Sie wurde 1999 gebaut.| Heute ist sie zu.",
          "Er wohnt in der Nr. 7.| Frau Dr. Weiß wohnt daneben.",
      });
  check_rows("fr", {"M. Dupont est né en 1850 av. J.-C. environ.| Il vit à Lyon.| Où est-il ?"});
  check_rows("es", {"El Sr. Ruiz vive en EE.UU. desde 1999.| ¿Dónde está?| Nadie lo sabe."});
  CHECK(split("今天下雨。明天晴。", "zh") == std::vector<std::string>{"今天下雨。", "明天晴。"});
}

TEST_CASE("language: a line feed ends a sentence, white space at the ends belongs to none") {
  CHECK(split("  No stop here\nNext line. \n\n Last  ") ==
        std::vector<std::string>{"No stop here", "Next line.", "Last"});
  CHECK(split("").empty());
  CHECK(split(" \n\t ").empty());
  CHECK(split("One.", "no-such-language-at-all").size() == 1);
}

TEST_CASE("language: sentences are in order, whole code points, and cover all but white space") {
  static constexpr std::u32string_view kAlphabet =
      U"aB1 .. .!?…。\n\"“”()[]'’-,é日😀\u00A0\u2028\u0301DrU.S.No";
  test::for_seeds(500, [](Random& random) {
    std::u32string points;
    for (std::uint64_t left = random.below(60); left > 0; --left)
      points += kAlphabet[random.below(kAlphabet.size())];
    const std::string text = to_utf8(points);
    CAPTURE(text);
    std::size_t covered = 0;
    for (const Span span : sentences(text, "en", shipped())) {
      REQUIRE(span.begin < span.end);
      REQUIRE(span.begin >= covered);
      REQUIRE(span.end <= text.size());
      CHECK(is_boundary(text, span.begin));
      CHECK(is_boundary(text, span.end));
      CHECK(is_white_space(text.substr(covered, span.begin - covered)));
      covered = span.end;
    }
    CHECK(is_white_space(text.substr(covered)));
  });
}

TEST_CASE("language: the word list is read by headings, comments and unknown headings skipped") {
  const Abbreviations known = parse_abbreviations(
      "Lost.\n[inside]\nDr. e.g. # Mr.\n\n[anywhere]\r\nInc.\r\n[colours]\nred\n[openers]\nThe");
  CHECK(known.inside == WordSet{"Dr", "e.g"});
  CHECK(known.anywhere == WordSet{"Inc"});
  CHECK(known.before_number.empty());
  CHECK(known.openers == WordSet{"The"});
  CHECK(shipped().inside.size() > 100);
  CHECK(shipped().anywhere.size() > 100);
}

}  // namespace recto::language
