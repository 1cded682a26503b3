#include "tools/reader/markdown/markdown.h"

#include "tests/tools/reader/pages.h"

namespace recto::reader {

TEST_CASE("reader: Markdown loses its markup and keeps its text") {
  CHECK(
      outline(read("# Reeds\n\nThey *grow* in [lakes](x \"t\") &amp; `marsh`;<br>always. "
                   "<span>Tall</span> ![no](x.png)\n\n***\n\n- one\n- two\n  wraps\n    1. deep\n\n"
                   "| a | b |\n|---|---|\n| 1 | **2** |\n\n    code  kept\n\n> Said.\n",
                   "x.md")) ==
      "[paragraph] They grow in lakes & marsh; always. Tall\n[list] one / two wraps\n[list] deep\n"
      "[table] a\tb / 1\t2\n[code] code  kept\n[quote] Said.\n");
}

TEST_CASE("reader: front matter states title, authors, date, language and address") {
  const Article article = read(
      "---\ntitle: 'Reeds: a Study'\nauthor: Moss Press  # comment\ndate: 2021-05-03\n"
      "language: de-AT\ncanonical_url: https://example.org/r\ntags: [a, b]\nsite: Marsh\n---\n\n"
      "# Reeds: a Study\n\nText here.\n",
      "x.md");
  CHECK(article.title == "Reeds: a Study");
  CHECK(article.authors == std::vector<std::string>{"Moss Press"});
  CHECK(article.published == "2021-05-03");
  CHECK(article.language == "de-AT");
  CHECK(article.url == "https://example.org/r");
  CHECK(article.site == "Marsh");
  CHECK(outline(article) == "[paragraph] Text here.\n");
}

TEST_CASE("F7 reader: rows of links are menus, a sentence with links is text") {
  CHECK(
      outline(read("# Reeds\n\n[Home](/) / [Water](/w) / [Reeds](/r)\n\nThey grow. See [lakes](x) "
                   "and [ponds](y).\n\n[More](/) · [Contact](/c)\n",
                   "x.md")) == "[paragraph] They grow. See lakes and ponds.\n");
}

TEST_CASE("reader: Markdown is known by its markup where the name is silent") {
  CHECK(is_markdown("# A\n\nText with [a link](x).\n\n## B\n\n**Bold** text."));
  CHECK(is_markdown("---\ntitle: A\n---\nText"));
  CHECK_FALSE(is_markdown("A title\n\nAn ordinary text with a #hashtag and 2 * 3 ** 4."));
  CHECK_FALSE(is_markdown("---\nA line between rules\n---\nText"));
}

}  // namespace recto::reader
