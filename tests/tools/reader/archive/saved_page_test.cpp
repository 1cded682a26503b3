#include "tools/reader/archive/saved_page.h"

#include "tests/support/support.h"
#include "tests/tools/reader/zip_writer.h"

namespace recto::reader {

TEST_CASE("reader: of a zipped saved page the page itself is read") {
  struct Row {
    test::ZipFiles files;
    const char* name;
  };
  for (const Row& row :
       {Row{{{"page/style.css", "x"}, {"page/ad.html", "longer"}, {"page/index.html", "a"}},
            "index.html"},
        Row{{{"Reed.htm", "a"}, {"Reed_files/ad.html", "longer"}, {"a.png", "xxxxxxx"}},
            "Reed.htm"},
        Row{{{"__MACOSX/._Reed.html", "xx"}, {"Reed.html", "a"}}, "Reed.html"},
        Row{{{"menu.html", "a"}, {"text.html", "longer"}}, "text.html"},
        Row{{{"notes/reed.md", "a"}, {"notes/reed.png", "bb"}}, "reed.md"}}) {
    const std::string bytes = test::zip_of(row.files);
    const Zip zip = test::value(Zip::open(bytes));
    const Document document =
        test::value(open_saved_page(zip, {.name = "x.zip", .charset = "iso-8859-1"}));
    CHECK(document.origin.name == row.name);
    CHECK(document.origin.charset.empty());
  }
}

}  // namespace recto::reader
