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

TEST_CASE("reader: front matter may be YAML, TOML, JSON or Pandoc's title lines") {
  for (const char* matter :
       {"---\ntitle: >\n  Reeds: a\n  Study\nauthors:\n  - name: Moss Press\n    url: x\n  - Ilm "
        "House\n"
        "publish_date: 2021-05-03\n...\n",
        "+++\ntitle = \"Reeds: a Study\"\ndate = 2021-05-03\nauthors = [\n  'Moss Press',\n  "
        "'Ilm House',\n]\n[params]\ntoc = true\n+++\n",
        "{\n  \"title\": \"Reeds: a Study\",\n  \"author\": [\"Moss Press\", \"Ilm House\"],\n  "
        "\"pubDate\": \"2021-05-03\"\n}\n",
        "% Reeds: a Study\n% Moss Press; Ilm House\n% 3 May 2021\n"}) {
    CAPTURE(matter);
    const Article article = read(std::string(matter) + "\nText here.\n", "x.md");
    CHECK(article.title == "Reeds: a Study");
    CHECK(article.authors == std::vector<std::string>{"Moss Press", "Ilm House"});
    CHECK(article.published == "2021-05-03");
    CHECK(outline(article) == "[paragraph] Text here.\n");
  }
}

TEST_CASE("reader: what dialects add to Markdown leaves no traces") {
  struct Row {
    const char* markdown;
    const char* outline;
  };
  for (const Row& row : {
           Row{"Reed[^1] grows.[^long]\n\n[^1]: https://example.org\n[^long]: A note\n    goes "
               "on.\n\n"
               "    And on.\n\nThe end of it.",
               "[paragraph] Reed grows.\n[paragraph] The end of it.\n"},
           Row{"Reed^[a note [in] brackets] grows, [^x] and `[^1]` stay.",
               "[paragraph] Reed grows, [^x] and [^1] stay.\n"},
           Row{"{{< figure src=\"x\" >}}\n\nReed {{ page.x }} grows{: .big} {% if a %}wet{% endif "
               "%}.",
               "[paragraph] Reed grows wet.\n"},
           Row{"`{{ x }}` stays.\n\n```\n{{< x >}} :tada:\n```\n",
               "[paragraph] {{ x }} stays.\n[code] {{< x >}} :tada:\n"},
           Row{"Wow :tada: at 10:30:45 in std::vector, ==marked==, a == b.",
               "[paragraph] Wow at 10:30:45 in std::vector, marked, a == b.\n"},
           Row{"See [[Lake]], [[Marsh#Where|the marsh]]. ![[map.png]]\n\n#wet #green\n",
               "[paragraph] See Lake, the marsh.\n"},
           Row{"import A from './a';\nimport {\n  B\n} from \"b\";\n\nexport const x = {\n  y: "
               "1\n};\n\n"
               "import duties rose, it says.",
               "[paragraph] import duties rose, it says.\n"},
           Row{"## Where {#where .big}\n\n[TOC]\n\nIn lakes, for $a_1 * b_2$ or $$c$$ or $5 or $6.",
               "[heading 2] Where\n[paragraph] In lakes, for $a_1 * b_2$ or $$c$$ or $5 or $6.\n"},
           Row{"!!! note\n    Mind it.\n\n    - ice\n\n:::tip\nGo on.\n:::\n\n> [!WARNING]\n> "
               "Thin.\n\n"
               "> Said.\n",
               "[paragraph] Mind it.\n[list] ice\n[paragraph] Go on.\n[paragraph] Thin.\n[quote] "
               "Said.\n"},
           Row{"[![a](b.svg)](c) [![d](e.svg)](f)\n\n<!-- no\n\ntext -->\n\n- [x] Cut it\n- [ ] "
               "Bind it",
               "[list] Cut it / Bind it\n"},
           Row{"See www.example.org, <https://example.org/a> and [reed][r].\n\n[r]: /x 'Reed'",
               "[paragraph] See www.example.org, https://example.org/a and reed.\n"},
       }) {
    CAPTURE(row.markdown);
    CHECK(outline(read("# Reeds\n\nThey grow.\n\n" + std::string(row.markdown), "x.md")) ==
          "[paragraph] They grow.\n" + std::string(row.outline));
  }
}

TEST_CASE("reader: raw HTML in Markdown means what its tags say") {
  CHECK(outline(read(
            "<h1 align=\"center\">\n <img alt='a > b' src=x>Reeds</h1>\n\n<p>They&nbsp;grow &Zopf; "
            "&#x1F30A; &nosuch;.</p>\n\n<table><tr><th>a<th>b\n<tr><td>1<br>2</td><td>\n\n**3**\n\n"
            "</td></tr></table>\n\n<table><tr><td>Layout only.</td></tr></table>\n\n<pre>\nx  &lt; "
            "1\n"
            "  y</pre>\n\n<ol><li>one<li>two</ol>\n\n<script>\nno()\n</script>\n\n<blockquote>\n\n"
            "Said.\n\n</blockquote>\n\n<h3>Where</h3>\n\nIn lakes.",
            "x.md")) ==
        "[paragraph] They grow ℤ 🌊 &nosuch;.\n[table] a\tb / 1 2\t3\n[paragraph] Layout only.\n"
        "[code] x  < 1 /   y\n[list] one / two\n[quote] Said.\n[heading 3] Where\n"
        "[paragraph] In lakes.\n");
}

TEST_CASE("reader: disclosures, titled asides and definitions in Markdown stay together") {
  struct Row {
    const char* markdown;
    std::vector<std::string> together;
  };
  for (const Row& row : {
           Row{"<details><summary>Why <b>cut</b> it?</summary>\n\nIt grows.\n\n</details>",
               {"Why cut it?", "It grows."}},
           Row{"??? question \"Why cut it?\"\n    It grows.\n", {"Why cut it?", "It grows."}},
           Row{"::: details Why cut it?\nIt grows.\n:::\n", {"Why cut it?", "It grows."}},
           Row{":::note[Mind <it>]\nIt grows.\n:::\n", {"Mind <it>", "It grows."}},
           Row{"> [!faq]- Why cut it?\n> It grows.\n", {"Why cut it?", "It grows."}},
           Row{"Reed\n: A grass.\n: A part.\n", {"Reed", "A grass.", "A part."}},
           Row{"<dl><dt>Reed<dd>A grass.</dl>", {"Reed", "A grass."}},
       }) {
    CAPTURE(row.markdown);
    const Draft draft = read_markdown("Before.\n\n" + std::string(row.markdown) + "\n\nBehind.\n");
    std::vector<std::string> together;
    for (const Piece& piece : draft.pieces)
      if (piece.disclosure > 0) {
        CHECK(piece.disclosure == draft.pieces[1].disclosure);
        together.push_back(piece.block.text);
      }
    CHECK(together == row.together);
    CHECK(draft.pieces.front().block.text == "Before.");
    CHECK(draft.pieces.back().block.text == "Behind.");
  }
}

TEST_CASE("reader: Markdown is known by its markup where the name is silent") {
  CHECK(is_markdown("# A\n\nText with [a link](x).\n\n## B\n\n**Bold** text."));
  CHECK(is_markdown("---\ntitle: A\n---\nText"));
  CHECK_FALSE(is_markdown("A title\n\nAn ordinary text with a #hashtag and 2 * 3 ** 4."));
  CHECK_FALSE(is_markdown("---\nA line between rules\n---\nText"));
}

}  // namespace recto::reader
