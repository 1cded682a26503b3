#include "tools/reader/html/dom.h"

#include <string>

#include "tests/support/support.h"
#include "tools/reader/html/prepare.h"

namespace recto::reader {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

std::string text_of(std::string_view html) {
  const Dom dom = test::value(Dom::parse(html));
  return dom.text_of(0);
}

}  // namespace

TEST_CASE("html: the tree is HTML5's, in the order of reading") {
  const Dom dom = test::value(Dom::parse("<p>One<p id=two>Tw<b>o</b><!-- no --> &amp; a half"));
  CHECK(dom.text_of(0) == "OneTwo & a half");
  NodeId second = 0;
  for (NodeId node = 0; node < dom.size(); ++node)
    if (dom.attribute(node, "id") == "two") second = node;
  REQUIRE(second != 0);
  CHECK(dom[second].tag == GUMBO_TAG_P);
  CHECK(dom.text_of(second) == "Two & a half");
  CHECK(dom[dom[second].parent].tag == GUMBO_TAG_BODY);
  CHECK(dom[second].end == dom.size());
  CHECK(dom.holds(0, second));
  CHECK_FALSE(dom.holds(second, 0));
}

TEST_CASE("html: scripts, styles, comments and inline pictures do not reach the parser") {
  const std::string data = "data:image/png;base64," + repeated("A", 400);
  struct Row {
    std::string html, prepared;
  };
  for (const Row& row : {
           Row{"a<script>if (a < b) {}</script>b", "a<script></script>b"},
           Row{"a<STYLE>p > a {}</STYLE >b", "a<STYLE></STYLE >b"},
           Row{"a<!-- <p> -->b", "ab"},
           Row{"a<!-->b", "ab"},
           Row{"a<!-- x --!>b", "ab"},
           Row{"a<!-- never closed <p>b", "a"},
           Row{R"(<img src=")" + data + R"(" alt="x">)", R"(<img src="" alt="x">)"},
           Row{R"(<img src="data:,short">)", R"(<img src="data:,short">)"},
           Row{R"(<script type="application/ld+json">{"a":1}</script>)",
               R"(<script type="application/ld+json">{"a":1}</script>)"},
           Row{"<title><b></title>", "<title><b></title>"},
           Row{"<a title='>'>x</a>", "<a title='>'>x</a>"},
           Row{"1 < 2 </ 3", "1 < 2 </ 3"},
           Row{"<script>never closed", "<script>"},
           // Rules for scripts with comments inside are the parser's.
           Row{"<script><!-- x </script>y", "<script><!-- x </script>y"},
       }) {
    CAPTURE(row.html);
    CHECK(prepared(row.html) == row.prepared);
  }
}

TEST_CASE("html: parts that React sends late stand where they belong") {
  CHECK(text_of("<p>a<template id='B:0'></template><p>d<div hidden id='S:0'>b<template "
                "id='P:1f'></template></div><div hidden id='S:1f'>c</div>") == "abcd");
  CHECK(text_of("a<div hidden id='S:7'>b</div>") == "ab");
  CHECK(text_of("<template id='B:1'></template>a<div id='S:1'>b<template "
                "id='P:1'></template></div>c") == "bac");
}

TEST_CASE("html: nesting 100,000 deep is read, flattened, without recursion") {
  for (const char* tag : {"div", "b", "span", "ul", "blockquote", "table", "font color=red", "a"}) {
    CAPTURE(tag);
    const std::string open = "<" + std::string(tag) + ">";
    const std::string close = "</" + std::string(tag).substr(0, std::string(tag).find(' ')) + ">";
    const std::string deep =
        repeated(open, 100'000) + "bottom" + repeated(close, 100'000) + "<p>end";
    CHECK(text_of(deep).find("bottom") != std::string::npos);
    CHECK(text_of(deep).find("end") != std::string::npos);
  }
}

TEST_CASE("html: a page that would grow out of all proportion is refused in words") {
  // Each paragraph opens all of the unclosed fonts again: 500 · 100,000 elements.
  std::string html = "<p>";
  for (int i = 0; i < 500; ++i)
    html += "<font size=" + std::to_string(i) + ">";
  html += repeated("<p>x", 100'000);
  const auto dom = Dom::parse(html);
  REQUIRE_FALSE(dom.has_value());
  CHECK(dom.error().kind == Error::Kind::BadInput);
  CHECK(dom.error().what.find("entangled") != std::string::npos);
}

TEST_CASE("html: any bytes give a tree") {
  test::for_seeds(300, [](Random& random) {
    static constexpr std::string_view kParts[] = {
        "<div>",     "</div>",     "<p ",       "class='", "'",          "\"",
        ">",         "<",          "<!--",      "-->",     "&amp;",      "&#0;",
        "x ",        "<script>",   "</script>", "<table>", "<td>",       "<svg>",
        "\xC3\xA4",  "<template>", "<a href=",  "</",      "<select>",   "<option>",
        "<![CDATA[", "]]>",        "<math>",    "<title>", "<plaintext>"};
    std::string html;
    for (std::uint64_t i = random.below(60); i > 0; --i)
      html += kParts[random.below(std::size(kParts))];
    CAPTURE(html);
    const Dom dom = test::value(Dom::parse(html));
    for (NodeId node = 0; node < dom.size(); ++node) {
      CHECK(dom[node].end > node);
      CHECK(dom[node].end <= dom[dom[node].parent].end);
    }
  });
}

}  // namespace recto::reader
