#include "tools/reader/html/walls.h"

#include "tests/support/support.h"

namespace recto::reader {
namespace {

std::string wall_of(std::string_view html) {
  const auto wall = find_wall(test::value(Dom::parse(html)));
  if (wall) CHECK_FALSE(wall->advice.empty());
  return wall ? wall->what : "none";
}

}  // namespace

TEST_CASE("F6 reader: a page without an article tells what stands before it") {
  struct Row {
    const char* html;
    const char* what;
  };
  for (const Row& row : {
           Row{"<title>Reeds</title><div id=root></div><script src=a.js></script>", "JavaScript"},
           Row{"<body><div>Loading…</div><script type=module src=a.js></script>", "JavaScript"},
           Row{"<body><noscript>Bitte JavaScript einschalten.</noscript><nav>"
               "Home News Sport Culture "
               "Travel Food Garden Weather Puzzles Games Radio Video Shop Help Contact Imprint "
               "Privacy Terms Jobs Press About</nav>",
               "JavaScript"},
           Row{"<form><input name=user><INPUT TYPE=Password><button>Log in</button></form>"
               "<script src=a.js></script>",
               "log in"},
           Row{"<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
               "\"isAccessibleForFree\": false}</script><p>Subscribe to read on.",
               "subscribers"},
           Row{"<div itemscope itemtype='https://schema.org/Article'><meta "
               "itemprop=isAccessibleForFree content=False></div>",
               "subscribers"},
           Row{"<frameset cols='20%,80%'><frame src=a.html><frame src=b.html></frameset>",
               "frames"},
       }) {
    CAPTURE(std::string(row.html));
    CHECK(wall_of(row.html).find(row.what) != std::string::npos);
  }
}

TEST_CASE("F6 reader: a page that is just short or empty has no wall") {
  for (const char* html :
       {"", "<p>Nothing yet.", "<script type='application/ld+json'>{}</script><p>Nothing yet.",
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
        "\"isAccessibleForFree\": true}</script><p>Nothing yet.",
        "<noscript><img src=count.gif></noscript><p>The reading room of the library stays closed "
        "on Monday and Tuesday of next week, because its floor is being sanded and oiled again. "
        "We ask for patience.<script src=a.js></script>",
        "<input type=search><p>No article was found."}) {
    CAPTURE(std::string(html));
    CHECK(wall_of(html) == "none");
  }
}

}  // namespace recto::reader
