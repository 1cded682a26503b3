#include "tools/reader/fetch/address.h"

#include "tests/support/support.h"

namespace recto::fetch {

TEST_CASE("fetch: an address is brought into the form that the network takes") {
  struct Row {
    const char* typed;
    const char* address;
  };
  for (const Row& row : {
           Row{"https://example.org/reeds", "https://example.org/reeds"},
           Row{"  https://example.org/reeds \n", "https://example.org/reeds"},
           Row{"HTTPS://Example.org", "https://Example.org/"},
           Row{"https://example.org/a#section-2", "https://example.org/a"},
           Row{"https://example.org/reed beds?q=a b", "https://example.org/reed%20beds?q=a+b"},
           Row{"https://example.org/r\xC3\xB6hricht", "https://example.org/r%c3%b6hricht"},
           Row{"https://example.org/r%C3%B6hricht", "https://example.org/r%C3%B6hricht"},
           Row{"https://b\xC3\xBC"
               "cher.example/x",
               "https://xn--bcher-kva.example/x"},
           Row{"https://stra\xC3\x9F"
               "e.example/",
               "https://xn--strae-oqa.example/"},
           Row{"http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"},
           Row{"http://[::1]:8080/x", "http://[::1]:8080/x"},
           Row{"https://example.org/a\nb", "https://example.org/ab"},
       }) {
    CAPTURE(row.typed);
    CHECK(test::value(read_address(row.typed)) == row.address);
  }
}

TEST_CASE("fetch: what is no web address is refused with what to do") {
  struct Row {
    const char* typed;
    Error::Kind kind;
    const char* advice;
  };
  for (const Row& row : {
           Row{"example.org/reeds", Error::Kind::BadInput,
               "did you mean https://example.org/reeds?"},
           Row{"www.example.org", Error::Kind::BadInput, "did you mean https://www.example.org?"},
           Row{"reeds", Error::Kind::BadInput, "https://"},
           Row{"", Error::Kind::BadInput, "https://"},
           Row{"mailto:someone", Error::Kind::BadInput, "https://"},
           Row{"file:///etc/passwd", Error::Kind::Unsupported, "without file://"},
           Row{"ftp://example.org/x", Error::Kind::Unsupported, "import the file"},
           Row{"gopher://example.org/", Error::Kind::Unsupported, "import the file"},
           Row{"https://", Error::Kind::BadInput, "copy it"},
           Row{"https://exa mple.org/", Error::Kind::BadInput, "copy it"},
           Row{"https://example.org:99999/", Error::Kind::BadInput, "copy it"},
           Row{"https://\xFF\xFE/", Error::Kind::BadInput, "copy it"},
           Row{"https://\xE2\x80\xA8.example/", Error::Kind::BadInput, "copy it"},
       }) {
    CAPTURE(row.typed);
    const auto address = read_address(row.typed);
    REQUIRE_FALSE(address);
    CHECK(address.error().kind == row.kind);
    CHECK(address.error().advice.find(row.advice) != std::string::npos);
    CHECK(address.error().where.empty());
  }
  CHECK_FALSE(read_address("https://example.org/" + std::string(100'000, 'a')));
}

TEST_CASE("fetch: what looks like an address without its scheme is told from file names") {
  for (const char* typed : {"example.org", "www.example.co.uk/x",
                            "b\xC3\xBC"
                            "cher.example/x",
                            "example.org:8080/x", "example.org?x=1"})
    CHECK(suggested_address(typed) == "https://" + std::string(typed));
  for (const char* typed : {"reeds", "./notes.txt/x", "../a.b", "notes/2024.txt", ".hidden", "a.b",
                            "1.5/x", "no such file.txt", "", "/", "."})
    CHECK(suggested_address(typed).empty());
}

TEST_CASE("fetch: a redirect leads on from its page, to http and https only") {
  const std::string base = "https://example.org/a/b?c#d";
  struct Row {
    const char* target;
    const char* address;
  };
  for (const Row& row : {
           Row{"/x", "https://example.org/x"},
           Row{"x y", "https://example.org/a/x%20y"},
           Row{"../x#y", "https://example.org/x"},
           Row{"?q", "https://example.org/a/b?q"},
           Row{"//other.example/x", "https://other.example/x"},
           Row{"http://b\xC3\xBC"
               "cher.example",
               "http://xn--bcher-kva.example/"},
       }) {
    CAPTURE(row.target);
    CHECK(test::value(resolve_address(base, row.target)) == row.address);
  }
  for (const char* target : {"file:///etc/passwd", "ftp://example.org/x", "javascript:alert(1)",
                             "data:text/html,x", "", " ", "https://"}) {
    CAPTURE(target);
    CHECK_FALSE(resolve_address(base, target));
  }
}

TEST_CASE("fetch: a deck never learns the password in an address") {
  CHECK(public_address("https://someone:secret@example.org/x?y") == "https://example.org/x?y");
  CHECK(public_address("http://example.org:8080/") == "http://example.org:8080/");
}

TEST_CASE("fetch: the last part of the path is the name") {
  CHECK(name_in_address("https://example.org/a/reed%20beds.html?x=1") == "reed beds.html");
  CHECK(name_in_address("https://example.org/") == "");
  CHECK(name_in_address("https://example.org/%FF") == "\xEF\xBF\xBD");
}

}  // namespace recto::fetch
