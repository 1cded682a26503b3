#include "tools/reader/html/metadata.h"

#include "tests/support/support.h"

namespace recto::reader {
namespace {

struct Page {
  Dom dom;
  Metadata metadata;
};

Page read(const std::string& html, const std::string& url = "https://www.harbour.example/tides") {
  Origin origin;
  origin.url = url;
  Page page{test::value(Dom::parse(html)), {}};
  page.metadata = read_metadata(page.dom, read_structured(page.dom), origin);
  return page;
}

std::string title(const std::string& html) {
  return read(html).metadata.title;
}

std::string published(const std::string& html) {
  return read(html).metadata.published;
}

std::string authors(const std::string& html) {
  std::string joined;
  for (const std::string& name : read(html).metadata.authors)
    joined.append(joined.empty() ? "" : " / ").append(name);
  return joined;
}

std::string json(const std::string& members) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," + members + "}</script>";
}

const std::string kHeadline = "<h1>Why the tides are late</h1>";
const std::string kText =
    "<p>The moon pulls at the water, and the water follows in its own time.</p>";

}  // namespace

TEST_CASE("reader: a page's title is its headline, without the name of the site") {
  CHECK(title("<title>Why the tides are late | The Harbour</title>") == "Why the tides are late");
  CHECK(title("<meta property=og:site_name content='Coast News'>"
              "<title>Coast News - Why the tides are late</title>") == "Why the tides are late");
  CHECK(title("<title>Sea-level rise: a primer</title>") == "Sea-level rise: a primer");
  CHECK(title("<title>Tides &amp; “moons” – a primer</title>") == "Tides & “moons” – a primer");
  CHECK(title("<title>Why tides are late</title>" + kHeadline) == "Why the tides are late");
  CHECK(title("<meta property=og:title content='Why the tides are late'>"
              "<h1>The Harbour</h1><h1>Why the tides are late</h1>") == "Why the tides are late");
  CHECK(title("<meta property=og:title content='It&amp;#8217;s late'>") == "It’s late");
  CHECK(title(json(R"("headline":"Why the tides are late")") + "<h1>News</h1>") ==
        "Why the tides are late");
  CHECK(title("<title>Why the tides are late</title><h1>WHY THE TIDES ARE LATE</h1>") ==
        "Why the tides are late");
  CHECK(title("<title>Why the tides are late</title>"
              "<h1><a>Why the tides are late</a> <span>87</span></h1>") ==
        "Why the tides are late");
  CHECK(title("<body><svg><title>Menu</title></svg>") == "");
  CHECK(title("<title>The &lt;picture&gt; element</title>") == "The <picture> element");
}

TEST_CASE("reader: the node of the headline is known") {
  const Page page = read("<title>Why the tides are late</title>" + kHeadline + kText);
  REQUIRE(page.metadata.headline.has_value());
  CHECK(page.dom[*page.metadata.headline].tag == GUMBO_TAG_H1);
  const Page legend = read(
      "<title>Why the tides are late</title><fieldset>"
      "<legend>Why the tides are late</legend>3 May 2021</fieldset>" +
      kText);
  REQUIRE(legend.metadata.headline.has_value());
  CHECK(legend.dom[*legend.metadata.headline].tag == GUMBO_TAG_LEGEND);
  CHECK(legend.metadata.published == "2021-05-03");
  CHECK_FALSE(read(kText).metadata.headline.has_value());
}

TEST_CASE("reader: authors are told by JSON-LD, meta, microdata, links, classes and lines") {
  for (const std::string& html : {
           json(R"("author":{"@type":"Person","name":"Ada Lovelace"})"),
           json(R"("author":[{"name":["Ada Lovelace"]}])"),
           std::string("<meta name=author content='By Ada Lovelace'>"),
           std::string("<meta name=dc.creator content='Lovelace, Ada'>"),
           std::string("<meta name=twitter:label1 content='Written by'>"
                       "<meta name=twitter:data1 content='Ada Lovelace'>"),
           "<div itemscope itemtype='https://schema.org/Article'>" + kHeadline +
               "<b itemprop=author itemscope><i itemprop=name>Ada Lovelace</i></b></div>",
           kHeadline + "<a rel=author href=/ada>Ada Lovelace</a>" + kText,
           kHeadline + "<div class=byline><span>May 3, 2021</span><span>Ada Lovelace</span></div>",
           kHeadline + "<p>By Ada Lovelace</p>" + kText,
           kHeadline + "<div><img alt='Photo of Ada Lovelace'><b>Ada Lovelace</b></div>" + kText,
           kHeadline + "<i class=icon-user></i> <b>Ada Lovelace</b>" + kText,
           kHeadline + kText + "<h3>Written by Ada Lovelace</h3>" + kText,
           kHeadline + "<div class=author><i>Ada Lovelace</i> <i>Marketing Coordinator and Writer"
                       "</i></div>",
       }) {
    CAPTURE(html);
    CHECK(authors(html) == "Ada Lovelace");
  }
}

TEST_CASE("reader: no author is better than a wrong one") {
  for (const std::string& html : {
           std::string("<meta name=author content=admin>"),
           std::string("<meta name=article:author content='https://example.org/ada'>"),
           std::string("<meta name=twitter:creator content='@ada'>"),
           kHeadline + "<div class=comments><b class=author>Ada Lovelace</b></div>",
           kHeadline + "<div class=byline>Reviewed by Ada Lovelace</div>",
           kHeadline + "<p>Photo: Ada Lovelace</p>",
           kHeadline + "<p>By the river</p>",
           json(R"("author":"<script>alert(1)</script>")"),
       }) {
    CAPTURE(html);
    CHECK(authors(html) == "");
  }
}

TEST_CASE("reader: an organisation is an author only when nobody else is") {
  const std::string stated = json(R"("author":{"@type":"Organization","name":"Coast Watch"})");
  CHECK(authors(stated) == "Coast Watch");
  CHECK(authors(stated + kHeadline + "<p class=byline>By Ada Lovelace</p>") == "Ada Lovelace");
}

TEST_CASE("reader: a byline right below the headline knows better than metadata") {
  const std::string stated = "<meta name=author content='Jane Marcet'>";
  CHECK(authors(stated + kHeadline + "<p class=byline>By Ada Lovelace</p>") == "Ada Lovelace");
  CHECK(authors(stated + kHeadline + "<p class=byline>By Harbour Staff</p>") == "Jane Marcet");
  CHECK(authors(stated + kHeadline + "<p class=byline>By Jane Marcet and Ada Lovelace</p>") ==
        "Jane Marcet / Ada Lovelace");
}

TEST_CASE("reader: the date of publication is told in many places") {
  for (const std::string& html : {
           json(R"("datePublished":"2021-05-03","dateModified":"2022-01-01")"),
           std::string("<meta property=article:published_time content=2021-05-03>"),
           std::string("<meta name=dc.date.issued content=20210503>"),
           "<div itemscope itemtype='https://schema.org/Article'>" + kHeadline +
               "<time itemprop=datePublished datetime=2021-05-03>Monday</time></div>",
           kHeadline + "<time datetime=2021-05-03>3 days ago</time>",
           kHeadline + "<span>May 3, 2021</span>" + kText,
           kHeadline + "<div class=meta>Posted on May 3, 2021 in Tides</div>" + kText,
           kHeadline + "<p>May 3, 2021 · 3 min read</p>" + kText,
           kHeadline + "<p>Updated May 9, 2022</p><p>Published May 3, 2021</p>" + kText,
           kHeadline + kText + "<p>This article was originally published on 3 May 2021.</p>",
       }) {
    CAPTURE(html);
    CHECK(published(html) == "2021-05-03");
  }
  CHECK(read(kHeadline, "https://harbour.example/2021/05/03/tides").metadata.published ==
        "2021-05-03");
  CHECK(published("<html lang=en-US>" + kHeadline + "<time>05/03/2021</time>") == "2021-05-03");
  CHECK(published("<html lang=en-GB>" + kHeadline + "<time>03/05/2021</time>") == "2021-05-03");
}

TEST_CASE("reader: a change that is shown dates a page only where nothing else does") {
  for (const std::string& change : {
           std::string("<p>Updated: May 3, 2021</p>"),
           std::string("<div><b>Last updated</b> <time datetime=2021-05-03>May 3</time></div>"),
           std::string("<div><b>Modified</b><i></i><time datetime=2021-05-03>May 3</time></div>"),
           std::string("<time class=updated datetime=2021-05-03>May 3</time>"),
       }) {
    CAPTURE(change);
    CHECK(published(kHeadline + change + kText) == "2021-05-03");
    CHECK(published(kHeadline + change + "<p>April 1, 2020</p>" + kText) == "2020-04-01");
    CHECK(published(R"(<meta name="date" content="2020-04-01">)" + kHeadline + change) ==
          "2020-04-01");
  }
}

TEST_CASE("reader: dates of comments and of other articles are no publication") {
  for (const std::string& html : {
           json(R"("dateModified":"2021-05-03")"),
           kHeadline + "<div class=comments><time datetime=2021-05-03>May 3</time></div>",
           kHeadline + kText + "<p>The bridge opened on May 3, 1921.</p>",
       }) {
    CAPTURE(html);
    CHECK(published(html) == "");
  }
}

TEST_CASE("reader: language, site and address of a page") {
  CHECK(read("<html lang=en_US>").metadata.language == "en-US");
  CHECK(read("<html lang=''><meta property=og:locale content=pt_BR>").metadata.language == "pt-BR");
  CHECK(read("<meta http-equiv=content-language content='de, en'>").metadata.language == "de");
  CHECK(read("<html lang=utf-8>").metadata.language == "");
  CHECK(read("<html lang='{{lang}}'>").metadata.language == "");

  CHECK(read("<meta property=og:site_name content='The Harbour | News of the coast'>")
            .metadata.site == "The Harbour");
  CHECK(read(json(R"("publisher":{"name":"Coast News"})")).metadata.site == "Coast News");
  CHECK(read("").metadata.site == "harbour.example");

  CHECK(read("<link rel=canonical href=/a/../tides?p=1#top>").metadata.url ==
        "https://www.harbour.example/tides?p=1");
  CHECK(read("<link rel=canonical href='javascript:x'>").metadata.url ==
        "https://www.harbour.example/tides");
  CHECK(read("<link rel=canonical href='https://www.harbour.example/'>").metadata.url ==
        "https://www.harbour.example/tides");
  CHECK(read("<meta property=og:url content='https://harbour.example/t'>", "").metadata.url ==
        "https://harbour.example/t");
}

TEST_CASE("reader: bylines and date lines near the headline are known") {
  const Page page =
      read(kHeadline + "<p class=byline>By Ada Lovelace</p><p>May 3, 2021</p>" + kText);
  REQUIRE(page.metadata.bylines.size() == 2);
  CHECK(page.dom.text_of(page.metadata.bylines[0]) == "By Ada Lovelace");
  CHECK(page.dom.text_of(page.metadata.bylines[1]) == "May 3, 2021");
}

TEST_CASE("reader: hostile metadata is cut to size") {
  const std::string long_text(100'000, 'x');
  CHECK(title("<title>" + long_text + "</title>").size() <= 300);
  CHECK(authors("<meta name=author content='" + long_text + "'>") == "");
  CHECK(read("<meta property=og:site_name content='" + long_text + "'>").metadata.site.size() <=
        300);
  CHECK(title("<title>Tides&#x202e;&#x200b; rise</title>") == "Tides rise");
  CHECK(title("<title></title><script>Tides</script>") == "");

  std::string crowd;
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b)
      crowd += (crowd.empty() ? "" : ",") + std::string("\"Ann R") + a + b + "\"";
  CHECK(read(json("\"author\":[" + crowd + "]")).metadata.authors.size() == 50);
}

}  // namespace recto::reader
