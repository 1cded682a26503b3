#include "tools/reader/xml/xml.h"

#include "tests/support/support.h"

namespace recto::reader {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

}  // namespace

TEST_CASE("F6 reader: entities of a DTD stay what they are: a billion laughs are none") {
  std::string dtd = "<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = "&lol" + std::to_string(i - 1) + ";";
    dtd += "<!ENTITY lol" + std::to_string(i) + " \"" + repeated(inner, 10) + "\">";
  }
  dtd += "<!ENTITY file SYSTEM \"file:///etc/hostname\">]>";
  Xml xml;
  test::value(parse_xml(dtd + "<a>&lol9;|&file;|&amp;&#233;</a>", "a.xml", xml));
  CHECK(text_below(xml.document) == "&lol9;|&file;|&é");
}

TEST_CASE("F6 reader: XML nested 100,000 deep is walked without recursion") {
  Xml xml;
  const int depth = 100'000;
  test::value(
      parse_xml(repeated("<a>", depth) + "reed" + repeated("</a>", depth), "deep.xml", xml));
  CHECK(text_below(xml.document) == "reed");
}

TEST_CASE("F6 reader: XML that is cut off or has too many tags is refused") {
  Xml cut;
  CHECK_FALSE(parse_xml("<a><b>reed</b>", "a.xml", cut).has_value());
  Xml large;
  const auto error = parse_xml(std::string(kMostXmlTags + 1, '<'), "a.xml", large);
  REQUIRE_FALSE(error.has_value());
  CHECK(error.error().what == "\"a.xml\" inside is too large for an article");
}

TEST_CASE("reader: blanks that are all of an element's text are kept") {
  Xml xml;
  test::value(parse_xml("<p>\n <t>a</t>\n <t> </t>\n <t>b</t>\n</p>", "p.xml", xml));
  CHECK(text_below(xml.document) == "a b");
}

}  // namespace recto::reader
