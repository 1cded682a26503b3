#include "tools/reader/url.h"

#include "tests/support/support.h"

namespace recto::reader {

TEST_CASE("reader: addresses are resolved as RFC 3986 has it, web addresses only") {
  struct Row {
    const char* reference;
    const char* url;
  };
  // The base and most rows are those of RFC 3986, section 5.4.
  for (const Row& row : {
           Row{"g", "http://a/b/c/g"},
           Row{"./g", "http://a/b/c/g"},
           Row{"g/", "http://a/b/c/g/"},
           Row{"/g", "http://a/g"},
           Row{"//g", "http://g/"},
           Row{"?y", "http://a/b/c/d;p?y"},
           Row{"g?y", "http://a/b/c/g?y"},
           Row{"#s", "http://a/b/c/d;p?q"},
           Row{"g?y#s", "http://a/b/c/g?y"},
           Row{";x", "http://a/b/c/;x"},
           Row{".", "http://a/b/c/"},
           Row{"..", "http://a/b/"},
           Row{"../g", "http://a/b/g"},
           Row{"../../../g", "http://a/g"},
           Row{"/./g", "http://a/g"},
           Row{"./g/.", "http://a/b/c/g/"},
           Row{"g/./h", "http://a/b/c/g/h"},
           Row{"HTTPS://Example.org", "https://Example.org/"},
           Row{"javascript:alert(1)", ""},
           Row{"mailto:ada@example.org", ""},
           Row{"file:///etc/passwd", ""},
           Row{"http:///x", ""},
           Row{"a b", ""},
           Row{"a\xFF", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.reference);
    CHECK(resolve_url("http://a/b/c/d;p?q", row.reference) == row.url);
  }
  CHECK(resolve_url("", "/tides").empty());
  CHECK(resolve_url("", "https://example.org/tides") == "https://example.org/tides");
  CHECK(resolve_url("http://a/", std::string(3'000, 'x')).empty());
}

TEST_CASE("reader: a host is told without www, user and port") {
  CHECK(host_of("https://www.Example.org:8080/x") == "example.org");
  CHECK(host_of("https://ada@blog.example.org") == "blog.example.org");
  CHECK(host_of("/tides").empty());
}

}  // namespace recto::reader
