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

}  // namespace recto::reader
