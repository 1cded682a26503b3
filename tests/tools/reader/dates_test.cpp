#include "tools/reader/dates.h"

#include "tests/support/support.h"

namespace recto::reader {

TEST_CASE("reader: dates become ISO 8601, sentences and half dates do not") {
  struct Row {
    const char* text;
    const char* iso;  ///< empty: no date
  };
  for (const Row& row : {
           Row{"Thursday, February 23, 2006", "2006-02-23"},
           Row{"3 May 2021", "2021-05-03"},
           Row{"Published on May 3rd, 2021 at 10:30 am", "2021-05-03"},
           Row{"3. März 2021", "2021-03-03"},
           Row{"le 1er août 1999", "1999-08-01"},
           Row{"9 de diciembre de 2010", "2010-12-09"},
           Row{"Nov 19, 2019", "2019-11-19"},
           Row{"2021-05-03", "2021-05-03"},
           Row{"2021-05-03T10:00:00Z", "2021-05-03T10:00:00Z"},
           Row{"03.05.2021", "2021-05-03"},
           Row{"12/25/2020", "2020-12-25"},
           Row{"19 octobre 2020", "2020-10-19"},
           Row{"5 ottobre 2020, 10:30", "2020-10-05"},
           Row{"12 de outubro de 2020", "2020-10-12"},
           Row{"7 października 2020", "2020-10-07"},
           Row{"7 октября 2020", "2020-10-07"},
           Row{"mar, 3 mayo 2022", "2022-05-03"},
           Row{"2021年5月3日", "2021-05-03"},
           Row{"2021-05-03T10:00:00.123+0200", "2021-05-03T10:00:00+02:00"},
           Row{"yesterday", ""},
           Row{"3 days ago", ""},
           Row{"5/3/21", ""},
           Row{"31 February 2020", ""},
           Row{"May 2021", ""},
           Row{"In May 2021 the bridge of 3 spans was built", ""},
           Row{"1.2.3", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(iso_date(row.text).value_or("") == row.iso);
  }
}

TEST_CASE("reader: the order of day and month is told by what is around a date") {
  CHECK(iso_date("03/05/2021") == "2021-05-03");
  CHECK(iso_date("03/05/2021", DateOrder::MonthFirst) == "2021-03-05");
  CHECK(iso_date("25/12/2021", DateOrder::MonthFirst) == "2021-12-25");
  CHECK(iso_date("03-05-2021", DateOrder::MonthFirst) == "2021-05-03");
}

TEST_CASE("reader: a line's first date that is no change is found") {
  struct Row {
    const char* line;
    const char* iso;  ///< empty: no date
  };
  for (const Row& row : {
           Row{"Posted by ada on Friday December 19, 2025 @08:00PM from the shore", "2025-12-19"},
           Row{"Updated May 9, 2022, published May 3, 2021", "2021-05-03"},
           Row{"Published 3 May 2021. Updated 9 May 2022", "2021-05-03"},
           Row{"Last updated: May 3, 2021", ""},
           Row{"Version 1.2.3 of May", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.line);
    CHECK(find_date(row.line).value_or("") == row.iso);
  }
}

TEST_CASE("reader: dates that programs wrote are understood") {
  struct Row {
    const char* text;
    const char* iso;  ///< empty: no date
  };
  for (const Row& row : {
           Row{"20210503", "2021-05-03"},
           Row{"1620036000", "2021-05-03"},
           Row{"1620036000000", "2021-05-03"},
           Row{"2021-05-03 10:00:00 -0600", "2021-05-03"},
           Row{"Mon, 03 May 2021 10:00:00 GMT", "2021-05-03"},
           Row{"Mon May 03 2021 10:00:00 GMT+0000 (Coordinated Universal Time)", "2021-05-03"},
           Row{"2021-5-3", "2021-05-03"},
           Row{"99999999", ""},
           Row{"{{date}}", ""},
       }) {
    CAPTURE(row.text);
    CHECK(machine_date(row.text).value_or("") == row.iso);
  }
}

}  // namespace recto::reader
