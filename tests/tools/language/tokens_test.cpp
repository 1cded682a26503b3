#include "tools/language/tokens.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/language/shipped.h"

namespace recto::language {
namespace {

/// The tokens with a blank between them.
std::string cut(std::string_view sentence) {
  std::string joined;
  for (const Span span : tokens(sentence, shipped()))
    joined.append(joined.empty() ? "" : " ")
        .append(sentence.substr(span.begin, span.end - span.begin));
  return joined;
}

using Rows = std::vector<std::pair<std::string_view, std::string_view>>;

void check_rows(const Rows& rows) {
  for (const auto& [sentence, expected] : rows)
    CHECK(cut(sentence) == expected);
}

}  // namespace

TEST_CASE("language: marks stand alone, runs of one mark together") {
  check_rows({
      {"The sea rose.", "The sea rose ."},
      {"\"Why?\" she asked.", "\" Why ? \" she asked ."},
      {"“It rose,” he said.", "“ It rose , ” he said ."},
      {"the tide (twice a day)", "the tide ( twice a day )"},
      {"No!!! Really?!", "No !!! Really ?!"},
      {"He paused ... and left.", "He paused ... and left ."},
      {"one--two", "one -- two"},
      {"one—two", "one — two"},
      {"rock;sand", "rock ; sand"},
      {"[12]", "[ 12 ]"},
      {"", ""},
      {"   ", ""},
  });
}

TEST_CASE("language: clitics are words of their own") {
  check_rows({
      {"I don't know", "I do n't know"},
      {"It’s late", "It ’s late"},
      {"the captain's log", "the captain 's log"},
      {"the sailors' log", "the sailors ' log"},
      {"we've seen", "we 've seen"},
      {"They'll come", "They 'll come"},
      {"I'd go, I'm sure", "I 'd go , I 'm sure"},
      {"you're CAN'T", "you 're CA N'T"},
      {"I cannot go", "I can not go"},
      {"O'Brien", "O'Brien"},
      {"dont", "do nt"},
      {"rock 'n' roll", "rock 'n' roll"},
  });
}

TEST_CASE("language: hyphens part words, but not prefixes from theirs") {
  check_rows({
      {"a well-known search-engine", "a well - known search - engine"},
      {"a 15-year term", "a 15 - year term"},
      {"the co-founder's e-mail", "the co-founder 's e-mail"},
      {"non-commercial use in mid-July", "non-commercial use in mid-July"},
      {"from 1914-18", "from 1914 - 18"},
      {"call 555-0123-99", "call 555-0123-99"},
      {"mother-in-law", "mother - in - law"},
  });
}

TEST_CASE("language: numbers keep their separators, not their signs and units") {
  check_rows({
      {"1,000.5 litres", "1,000.5 litres"},
      {"at 12:30", "at 12:30"},
      {"the 1990s", "the 1990s"},
      {"the 21st day", "the 21st day"},
      {"$5 or €3.50", "$ 5 or € 3.50"},
      {"50% of it", "50 % of it"},
      {"5kg and 10km", "5 kg and 10 km"},
      {"at 10am", "at 10 am"},
      {"[18,19,20]", "[ 18 , 19 , 20 ]"},
      {"9/11", "9/11"},
      {"-5 degrees", "- 5 degrees"},
      {"24°C", "24 ° C"},
  });
}

TEST_CASE("language: abbreviations and initials keep their stops") {
  check_rows({
      {"Dr. Roe met Mr. Poe.", "Dr. Roe met Mr. Poe ."},
      {"J. S. Bach", "J. S. Bach"},
      {"in the U.S. and elsewhere", "in the U.S. and elsewhere"},
      {"pens, ink, etc. are sold", "pens , ink , etc. are sold"},
      {"e.g. reeds", "e.g. reeds"},
      {"on Sept. 3", "on Sept. 3"},
      {"No. 5 is gone", "No. 5 is gone"},
      {"He said no.", "He said no ."},
      {"vitamin C and plan I.", "vitamin C and plan I ."},
  });
}

TEST_CASE("language: addresses, names of files and signs that are words are whole") {
  check_rows({
      {"see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."},
      {"write to editor@example.org!", "write to editor@example.org !"},
      {"open report.pdf", "open report.pdf"},
      {"C++ and C#", "C++ and C#"},
      {"Notepad++ got an A++", "Notepad++ got an A ++"},
      {"--== end ==--", "--== end ==--"},
      {"AT&T", "AT&T"},
      {"#tides are up :)", "#tides are up :)"},
      {"and/or", "and / or"},
  });
}

TEST_CASE(
    "language: contractions that lost their apostrophe are cut where they cannot be one word") {
  check_rows({
      {"its not a mill", "it s not a mill"},
      {"its mill and its all-time high", "its mill and its all - time high"},
      {"its in-house mill", "its in - house mill"},
      {"your going home", "you r going home"},
      {"your mill", "your mill"},
      {"lets go, it lets you go", "let s go , it lets you go"},
      {"alot of youll and shouldve", "a lot of you ll and should ve"},
  });
}

TEST_CASE("language: words that lost a blank are cut") {
  check_rows({
      {"Dr.Roe of S.Korea", "Dr. Roe of S. Korea"},
      {"an M.Sc. of U.S.Steel", "an M.Sc. of U.S. Steel"},
      {"see vol.14 of it", "see vol. 14 of it"},
      {"one idea.23 Others", "one idea . 23 Others"},
      {"version.2 of v2.5", "version . 2 of v2.5"},
      {"in 20minutes or 61persons", "in 20 minutes or 61 persons"},
      {"a 3G phone of 4chan", "a 3G phone of 4chan"},
      {"$2.8b and 5b", "$ 2.8 b and 5b"},
      {"1km² or 5m", "1 km ² or 5 m"},
      {"\"Roe\"<roe@example.org>", "\" Roe \" < roe@example.org >"},
  });
}

TEST_CASE("language: decades, decimals without a nought, heights, sums and telephone numbers") {
  check_rows({
      {"the 1990's and 2003's end", "the 1990's and 2003 's end"},
      {"he hit .265", "he hit .265"},
      {"he is 5'11 tall", "he is 5 ' 11 tall"},
      {"(6.8+7.2)/2", "( 6.8 + 7.2 ) / 2"},
      {"call 555-0199", "call 555-0199"},
      {"some 500-1000 people", "some 500 - 1000 people"},
      {"pay $$$ now", "pay $$$ now"},
  });
}

TEST_CASE("language: names with a mark and abbreviations before the end") {
  check_rows({
      {"Yahoo! bought it!", "Yahoo! bought it !"},
      {"It was Acme Inc..", "It was Acme Inc. ."},
      {"Then ...", "Then ..."},
      {"at https://example.org/a/.", "at https://example.org/a/ ."},
      {"NOTES-3.DOC and Example.Com", "NOTES-3.DOC and Example.Com"},
      {"example.org/a/b-c is up", "example.org/a/b-c is up"},
  });
}

TEST_CASE("language: chunks without blanks may be long") {
  for (const std::string_view part : {"a.", "1-", "')", "a-", "'s", "x).", "1.", "!?", "/", "\"",
                                      "<", "S.Ko", "5'", "a.2", "..", "1+"}) {
    CAPTURE(part);
    std::string text;
    for (int i = 0; i < 100'000; ++i)
      text += part;
    CHECK(tokens(text, shipped()).size() >= 1);
  }
}

TEST_CASE("language: tokens cover every byte but white space, in any script") {
  for (const std::string_view text : {"Łódź — “naïve”", "東京は雨。", "a\tb\nc", "🙂🙂 ok",
                                      "....", "'", "’’", "a'''b", "٣٫٥"}) {
    CAPTURE(text);
    std::string dense;
    std::string covered;
    std::size_t end = 0;
    for (const char c : text)
      if (c != ' ' && c != '\t' && c != '\n') dense += c;
    for (const Span span : tokens(text, shipped())) {
      CHECK(span.begin >= end);
      CHECK(span.begin < span.end);
      end = span.end;
      covered.append(text.substr(span.begin, span.end - span.begin));
    }
    CHECK(covered == dense);
  }
}

}  // namespace recto::language
