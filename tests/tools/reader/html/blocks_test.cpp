#include "tools/reader/html/blocks.h"

#include <string>

#include "tests/support/support.h"
#include "tools/reader/html/names.h"

namespace recto::reader {
namespace {

/// "paragraph: One | list 2: Two": what a test reads at a glance.
std::string printed(std::string_view html) {
  const Dom dom = test::value(Dom::parse(html));
  std::string all;
  for (const HtmlBlock& block : blocks_of(dom)) {
    if (!all.empty()) all += " | ";
    all += name_of(block.piece.block.type);
    if (block.piece.block.level > 0) all += " " + std::to_string(block.piece.block.level);
    if (!block.piece.number.empty()) all += " " + block.piece.number;
    if (block.piece.strong) all += " strong";
    if (block.hidden) all += " hidden";
    all += ": " + block.piece.block.text;
  }
  return all;
}

}  // namespace

TEST_CASE("html: blocks are what a browser sets apart") {
  struct Row {
    const char* html;
    const char* blocks;
  };
  for (const Row& row : {
           Row{"<p>One <b>two</b>\n three<p>Four", "paragraph: One two three | paragraph: Four"},
           Row{"<span>T</span>he sea", "paragraph: The sea"},
           Row{"<a href=x>Home</a><a href=y>About</a>", "paragraph: Home About"},
           Row{"a<div>b</div>c", "paragraph: a | paragraph: b | paragraph: c"},
           Row{"one<br>two<br><br>three", "paragraph: one two | paragraph: three"},
           Row{"<h2><div>Head</div></h2>", "heading 2: Head"},
           Row{"<h2>Head<p>text", "heading 2: Head | paragraph: text"},
           Row{"<h2>Head<a href='#head'>¶</a></h2>", "heading 2: Head"},
           Row{"<h2>Head</h2>text", "heading 2: Head | paragraph: text"},
           Row{"<ol start=4><li>a<li>b<p>more</p></ol>", "list 4: a | list 5: b | paragraph: more"},
           Row{"<ul><li><p>a</p><p>b</p></ul>", "list: a | paragraph: b"},
           Row{"<ul><li>a<ul><li>b</ul>c</ul>", "list: a | list: b | paragraph: c"},
           Row{"<blockquote><p>said</blockquote>", "quote: said"},
           Row{"<pre>a\n  b</pre>", "code: a\n  b"},
           Row{"<figure><img><figcaption>A reed</figcaption></figure>", "caption: A reed"},
           Row{"<div class='thumbcaption'>A reed</div>", "caption: A reed"},
           Row{"<p><b>Bold</b></p>", "paragraph strong: Bold"},
           Row{"<p><b>Why?</b> Because.</p>", "paragraph strong: Why? | paragraph: Because."},
           Row{"Q: Why?<br>A: Because.", "paragraph: Q: Why? | paragraph: A: Because."},
           Row{"<table><tr><th>a<th>b<tr><td>1<td>2</table>",
               "table: a | table: b | table: 1 | table: 2"},
           Row{"<table><tr><td>all<p>of it</table>", "paragraph: all | paragraph: of it"},
           Row{"a<script>x</script><style>y</style><noscript>z</noscript><svg><text>v</text></svg>",
               "paragraph: a"},
           Row{"x<sup><a href='#n1'>1</a></sup> y<sup>2</sup>", "paragraph: x y2"},
           Row{"<ruby>漢<rt>kan</rt></ruby>", "paragraph: 漢"},
           Row{"<p>a <span class='sr-only'>opens a window</span>b", "paragraph: a b"},
           Row{"<p hidden>a<p style='display: none'>b<p>c",
               "paragraph hidden: a | paragraph hidden: b | paragraph: c"},
           Row{"<button>Share</button><h3><button aria-expanded=false>Why?</button></h3>",
               "heading 3: Why?"},
       }) {
    CAPTURE(row.html);
    CHECK(printed(row.html) == row.blocks);
  }
}

TEST_CASE("html: a block counts its words and what of it is linked") {
  const Dom dom = test::value(Dom::parse("<p>One two <a href=x>three four</a></p><p>漢字漢字漢字"));
  const auto blocks = blocks_of(dom);
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].words == 4);
  CHECK(blocks[0].letters == 15);
  CHECK(blocks[0].linked == 9);
  CHECK(blocks[0].link_density() == doctest::Approx(0.6));
  CHECK(blocks[1].words == 3);
}

TEST_CASE("html: class names are compared as whole words") {
  struct Row {
    const char* classes;
    Names names;
  };
  for (const Row& row : {
           Row{"header", bit(Name::Header)},
           Row{"articleBody", bit(Name::Post) | bit(Name::Body)},
           Row{"entry-content clearfix", bit(Name::Post) | bit(Name::Body)},
           Row{"side-by-side", bit(Name::Sidebar)},
           Row{"shadow padded", 0},
           Row{"has-sidebar no-comments", 0},
           Row{"comments-area", bit(Name::Comment)},
           Row{"relatedPosts", bit(Name::Related) | bit(Name::Post)},
           Row{"", 0},
       }) {
    CAPTURE(row.classes);
    CHECK(names_in(row.classes) == row.names);
  }
  CHECK(hides("color: red; DISPLAY : none"));
  CHECK_FALSE(hides("display: block"));
  CHECK(is_for_screen_readers("x visually-hidden"));
  CHECK_FALSE(is_for_screen_readers("visually"));
}

}  // namespace recto::reader
