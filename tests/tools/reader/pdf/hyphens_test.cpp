#include "tools/reader/pdf/hyphens.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

namespace recto::reader::pdf {
namespace {

/// A column with a line for each text, a word each.
std::vector<Column> columns_of(const std::vector<std::string>& texts) {
  Column column;
  float top = 0;
  for (const std::string& text : texts) {
    Line line;
    float left = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const auto width = static_cast<float>(end - begin) * 5;
      line.words.push_back({text.substr(begin, end - begin),
                            {left, top, left + width, top + 10},
                            10,
                            {},
                            end < text.size()});
      left += width + 3;
      begin = end + 1;
    }
    line.box = {0, top, left, top + 10};
    line.size = 10;
    column.lines.push_back(line);
    top += 12;
  }
  return {column};
}

std::string joined(const std::vector<std::string>& document, const std::string& line,
                   const std::string& next) {
  std::string text = line;
  std::vector<std::string> lines = document;
  lines.insert(lines.end(), {line, next});
  append_line(text, next, Hyphens(columns_of(lines)));
  return text;
}

}  // namespace

TEST_CASE("reader: a hyphen at the end of a PDF's line stays where the document writes it") {
  CHECK(joined({}, "of infor-", "mation here") == "of information here");
  CHECK(joined({}, "a well-", "known place") == "a well-known place");
  CHECK(joined({"a sea-side town"}, "the sea-", "side walk") == "the sea-side walk");
  CHECK(joined({"a seaside town"}, "the sea-", "side walk") == "the seaside walk");
  CHECK(joined({"wellbeing is all"}, "our well-", "being, too") == "our wellbeing, too");
}

TEST_CASE("reader: before a capital or digit a hyphen stays, before \"and\" a blank follows it") {
  CHECK(joined({}, "Baden-", "Baden") == "Baden-Baden");
  CHECK(joined({}, "in the mid-", "1990s") == "in the mid-1990s");
  CHECK(joined({}, "pre-", "and post-war") == "pre- and post-war");
  CHECK(joined({}, "state-of-the-", "art tools") == "state-of-the-art tools");
  CHECK(joined({}, "fourteen or four-", "teen") == "fourteen or fourteen");
}

TEST_CASE("reader: dashes, addresses and languages without blanks go on without one") {
  CHECK(joined({}, "the years 1990–", "1995") == "the years 1990–1995");
  CHECK(joined({}, "see https://example.org/", "lamps") == "see https://example.org/lamps");
  CHECK(joined({}, "灯塔的光", "很亮") == "灯塔的光很亮");
  CHECK(joined({}, "soft hy\xC2\xAD", "phen") == "soft hyphen");
  CHECK(joined({}, "two words", "apart") == "two words apart");
}

}  // namespace recto::reader::pdf
