#include "tools/reader/html/people.h"

#include "tests/support/support.h"

namespace recto::reader {
namespace {

std::string joined(std::string_view text, Naming naming) {
  std::string names;
  for (const std::string& name : people_in(text, naming))
    names.append(names.empty() ? "" : " / ").append(name);
  return names;
}

struct Row {
  const char* text;
  const char* people;  ///< empty: nobody
};

}  // namespace

TEST_CASE("reader: metadata names people in many forms") {
  for (const Row& row : {
           Row{"Ada Lovelace", "Ada Lovelace"},
           Row{"Ada Lovelace and Mary Somerville", "Ada Lovelace / Mary Somerville"},
           Row{"Ada Lovelace, Mary Somerville & Jane Marcet",
               "Ada Lovelace / Mary Somerville / Jane Marcet"},
           Row{"Ada Lovelace; Mary Somerville", "Ada Lovelace / Mary Somerville"},
           Row{"Ada Lovelace und Mary Somerville", "Ada Lovelace / Mary Somerville"},
           Row{"Lovelace, Ada", "Ada Lovelace"},
           Row{"Lovelace, Ada K.", "Ada K. Lovelace"},
           Row{"Mary Somerville, MD, PhD", "Mary Somerville, MD, PhD"},
           Row{"By ADA LOVELACE", "Ada Lovelace"},
           Row{"JEAN-LUC O'BRIEN VAN DYK", "Jean-Luc O'Brien van Dyk"},
           Row{"Ada Lovelace, Head of Engines, The Harbour", "Ada Lovelace"},
           Row{"Ada Lovelace, Ada Lovelace", "Ada Lovelace"},
           Row{"ada_lovelace", "ada_lovelace"},
           Row{"admin", ""},
           Row{"Staff", ""},
           Row{"@ada", ""},
           Row{"https://example.org/ada", ""},
           Row{"ada@example.org", ""},
           Row{"<b>", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(joined(row.text, Naming::Stated) == row.people);
  }
}

TEST_CASE("reader: bylines name people between dates, roles and strokes") {
  for (const Row& row : {
           Row{"By Ada Lovelace | 3 May 2021", "Ada Lovelace"},
           Row{"May 3, 2021 Ada Lovelace", "Ada Lovelace"},
           Row{"Written by: | Ada Lovelace | Senior Writer", "Ada Lovelace"},
           Row{"Written by Ada Lovelace | Edited by Mary Somerville", "Ada Lovelace"},
           Row{"By Ada Lovelace Fact-checked by Mary Somerville", "Ada Lovelace"},
           Row{"Edited by | Mary Somerville | Ada Lovelace", "Ada Lovelace"},
           Row{"Ada Lovelace, CEO of The Harbour", "Ada Lovelace"},
           Row{"Von Ada Lovelace am 3. Mai 2021", "Ada Lovelace"},
           Row{"Par Ada Lovelace", "Ada Lovelace"},
           Row{"Reviewed by Mary Somerville", ""},
           Row{"Tested by Mary Somerville", ""},
           Row{"Share this article", ""},
           Row{"9:32 pm EST", ""},
           Row{"View Full Profile", ""},
       }) {
    CAPTURE(row.text);
    CHECK(joined(row.text, Naming::Byline) == row.people);
  }
}

TEST_CASE("reader: any other line names people only behind By, or with an office or degree") {
  for (const Row& row : {
           Row{"By Ada Lovelace and Mary Somerville", "Ada Lovelace / Mary Somerville"},
           Row{"Ada Lovelace | Senior Writer | July 2, 2025", "Ada Lovelace"},
           Row{"Mary Somerville, MD", "Mary Somerville, MD"},
           Row{"By plane", ""},
           Row{"By the River Thames the tide is late", ""},
           Row{"Ada Lovelace", ""},
           Row{"Ada Lovelace, CEO of The Harbour looks into the tides of the northern coast", ""},
           Row{"Home Improvement | Read more", ""},
       }) {
    CAPTURE(row.text);
    CHECK(joined(row.text, Naming::Free) == row.people);
  }
}

TEST_CASE("reader: lists of names end somewhere") {
  std::string crowd = "By Ann Roe";
  for (int i = 0; i < 10'000; ++i)
    crowd += ", Ann Roe";
  CHECK(people_in(crowd, Naming::Stated).empty());
}

}  // namespace recto::reader
