#include "tools/reader/html/structured.h"

#include <algorithm>

#include "tests/support/support.h"
#include "tools/reader/html/json_values.h"

namespace recto::reader {
namespace {

Dom dom_of(std::string_view html) {
  return test::value(Dom::parse(html));
}

std::string script(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

const Thing* thing_of_type(const StructuredData& data, std::string_view type) {
  const auto found = std::find_if(data.things.begin(), data.things.end(),
                                  [&](const Thing& thing) { return thing.is(type); });
  return found == data.things.end() ? nullptr : &*found;
}

/// The texts of a property of the first thing of a type, joined by "|".
std::string texts(std::string_view html, std::string_view type, std::string_view property) {
  const Dom dom = dom_of(html);
  const StructuredData data = read_structured(dom);
  const Thing* thing = thing_of_type(data, type);
  if (thing == nullptr) return "no such thing";
  std::string joined;
  for (const Value* value : thing->all(property))
    joined.append(joined.empty() ? "" : "|").append(data.text_of(*value, dom));
  return joined;
}

}  // namespace

TEST_CASE("reader: JSON-LD tells names through texts, lists, objects, graphs and references") {
  struct Row {
    const char* json;
    const char* authors;
  };
  for (const Row& row : {
           Row{R"({"@type":"Article","author":"Ada Lovelace"})", "Ada Lovelace"},
           Row{R"({"@type":["Thing","Article"],"author":["Ada","Mary"]})", "Ada|Mary"},
           Row{R"([{"@type":"WebSite"},{"@type":"http://schema.org/Article",
                   "author":{"@type":"Person","name":"Ada"}}])",
               "Ada"},
           Row{R"({"@graph":[{"@type":"Person","@id":"#ada","name":"Ada"},
                  {"@type":"Article","author":[{"@id":"#ada"},{"@id":"#nobody"}]}]})",
               "Ada|"},
           Row{R"({"@type":"Article","schema:author":{"@value":"Ada","@language":"en"}})", "Ada"},
           Row{R"({"@type":"Article","author":{"@type":"Person","name":{"@value":"Ada"}}})", ""},
       }) {
    CAPTURE(row.json);
    CHECK(texts(script(row.json), "Article", "author") == row.authors);
  }
}

TEST_CASE("reader: JSON-LD that people broke is put right") {
  struct Row {
    const char* json;
    const char* headline;
  };
  for (const Row& row : {
           Row{"<!-- {\"@type\":\"Article\",\"headline\":\"Tides\"} -->", "Tides"},
           Row{"//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Tides\"}\n//]]>", "Tides"},
           Row{"/* <![CDATA[ */ {\"@type\":\"Article\",\"headline\":\"Tides\"} /* ]]> */", "Tides"},
           Row{"{\"@type\":\"Article\",\"headline\":\"Tides\nand\tmoons\"};", "Tides and moons"},
           Row{R"({"@type":"Article","headline":"Tides",})", "Tides"},
           Row{R"({"@type":"Article",, /* a "note" */ "headline":"Tides"})", "Tides"},
           Row{R"({"@type":"Article","headline":"It\'s the tide"})", "It's the tide"},
           Row{R"({"@type":"Article","headline":"Why "spring" tides rise"})",
               "Why \"spring\" tides rise"},
           Row{"{\"@type\":\"Article\",\"headline\":\"Tides\"\n \"author\":\"Ada\"}", "Tides"},
           Row{R"({"@type":"Article","headline":"Tides \ud83c"})", "Tides"},
           Row{R"({"@type":"Article","headline":"Tides \u00zz"})", "Tides 00zz"},
           Row{R"({"@type":"Article","headline":"Tides","articleBody":"cut o)", "Tides"},
           Row{R"({"@type":"Article","headline":"Moons &#8217; &quot;tides&quot;"})",
               "Moons ’ \"tides\""},
           Row{R"({"@type":"Article","headline":"<b>Tides</b>"})", "Tides"},
           Row{R"({"@type":"WebPage"}{"@type":"Article","headline":"Tides"})", "Tides"},
           Row{R"({"@type":"Article","headline":"C:\\tides \/ \u00e9"})", "C:\\tides / é"},
       }) {
    CAPTURE(row.json);
    CHECK(texts(script(row.json), "Article", "headline") == row.headline);
  }
}

TEST_CASE("reader: a broken script does not spoil the others, other scripts are no data") {
  const std::string good = script(R"({"@type":"Article","headline":"Tides"})");
  CHECK(texts(script("{\"@type\":}") + good, "Article", "headline") == "Tides");
  CHECK(texts(script("nonsense ]]}}") + good, "Article", "headline") == "Tides");
  CHECK(texts("<script type='application/json'>{\"@type\":\"Article\"}</script>", "Article",
              "headline") == "no such thing");
}

TEST_CASE("reader: microdata and RDFa are things, too") {
  CHECK(texts("<div itemscope itemtype='https://schema.org/Article'>"
              "<h1 itemprop=headline>The <i>tides</i></h1>"
              "<span itemprop=author itemscope itemtype='http://schema.org/Person'>"
              "<a itemprop='url name' href='/ada'>Ada</a></span></div>",
              "Article", "author") == "Ada");
  CHECK(texts("<div itemscope itemtype='https://schema.org/Article'>"
              "<h1 itemprop=headline>The <i>tides</i></h1></div>",
              "Article", "headline") == "The tides");
  CHECK(texts("<div itemscope itemtype='https://schema.org/Article'>"
              "<time itemprop=datePublished datetime=2020-02-03>Monday</time>"
              "<meta itemprop=datePublished content=2020-02-04></div>",
              "Article", "datePublished") == "2020-02-03|2020-02-04");
  CHECK(texts("<div vocab='https://schema.org/' typeof=schema:Article>"
              "<h1 property=schema:headline>Tides</h1></div>",
              "Article", "headline") == "Tides");

  const Dom loose = dom_of("<h1 itemprop=headline>Tides</h1><meta property='og:title' content=x>");
  const StructuredData data = read_structured(loose);
  CHECK(data.things.empty());
  REQUIRE(data.page.find("headline") != nullptr);
  CHECK(data.text_of(*data.page.find("headline"), loose) == "Tides");
  CHECK(data.page.properties.size() == 1);
}

TEST_CASE("reader: the nesting of structured data does not matter") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i)
    deep += R"({"a":[)";
  const Dom dom = dom_of(script(deep) + script(R"({"@type":"Article"})"));
  const StructuredData data = read_structured(dom);
  CHECK(data.things.size() == 100'001);
  CHECK(thing_of_type(data, "Article") != nullptr);
}

TEST_CASE("reader: valid JSON keeps its meaning") {
  for (const char* json : {R"({"a":"b, \"c\": d","e":[1,2.5e3,null,true,{}],"f":"\ud83c\udf0a"})",
                           R"(["//no comment","/*nor this*/"])"}) {
    CAPTURE(json);
    CHECK(json_values(json) == std::vector<std::string>{json});
  }
  CHECK(json_values("").empty());
  CHECK(json_values("window.x = 1;").empty());
}

}  // namespace recto::reader
