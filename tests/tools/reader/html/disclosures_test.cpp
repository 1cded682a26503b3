#include "tools/reader/html/disclosures.h"

#include "tests/tools/reader/pages.h"

namespace recto::reader {
namespace {

/// "question = answer" a line, line feeds inside as " / ", of a page with `body` in its middle.
std::string faq(const std::string& body, const std::string& head = {}) {
  const std::string page =
      "<!DOCTYPE html><title>Reeds</title>" + head +
      "<nav><a href='/'>Home</a></nav><main><h1>Reeds</h1><p>Reeds grow in "
      "water and on the banks of lakes, where the ground is wet for most "
      "of the year. They reach four metres and are cut in winter, when the ice "
      "carries the people who cut them and bind them into bundles.</p>" +
      body + "</main><footer>The Lake Paper</footer>";
  std::string text;
  for (FaqEntry& entry : faq_of(read(page, "reeds.html"))) {
    for (std::size_t at = 0; (at = entry.answer.find('\n', at)) != std::string::npos; at += 3)
      entry.answer.replace(at, 1, " / ");
    text += entry.question + " = " + entry.answer + "\n";
  }
  return text;
}

constexpr std::string_view kExpected =
    "Do reeds flower? = Yes. / In May.\nAre they = No.\nDo they smell? = No.\n";

}  // namespace

TEST_CASE("C16 reader: disclosures of every make are questions with their whole answers") {
  for (const std::string& body : std::vector<std::string>{
           "<details><summary>Do reeds flower?</summary><p>Yes.</p><p>In May.</p></details>"
           "<details><summary>Are they</summary>No.</details>"
           "<details><summary>Do they smell?</summary>No.</details><p>Bye.</p>",
           "<dl><dt>Do reeds flower?</dt><dd>Yes.</dd><dd>In May.</dd><dt>Are they</dt><dd>No.</dd>"
           "<dt>Do they smell?</dt><dd>No.</dd></dl><p>Bye.</p>",
           "<h3><button aria-expanded=false aria-controls=a>Do reeds flower?</button></h3>"
           "<div id=a hidden><p>Yes.</p><p>In May.</p></div>"
           "<h3><button aria-expanded=false aria-controls=b>Are they</button></h3>"
           "<div id=b hidden>No.</div>"
           "<h3><button aria-expanded=false aria-controls=c>Do they smell?</button></h3>"
           "<div id=c hidden>No.</div><p>Bye.</p>",
           "<div class=x><div class=q>Do reeds flower?</div><div class=a><p>Yes.</p><p>In May.</p>"
           "</div><div class=q>Are they</div><div class=a>No.</div><div class=q>Do they "
           "smell?</div>"
           "<div class=a>No.</div></div><p>Bye.</p>",
           "<div class=x><div class=row><p>Do reeds flower?</p><p>Yes.</p><p>In May.</p></div>"
           "<div class=row><p>Are they</p><p>No.</p></div>"
           "<div class=row><p>Do they smell?</p><p>No.</p></div></div><p>Bye.</p>",
           "<table><tr class=q><td>1.<td><p>Do reeds flower?<tr class=a><td><td><p>Yes.<p>In May."
           "<tr class=q><td>2.<td><p>Are they<tr class=a><td><td><p>No."
           "<tr class=q><td>3.<td><p>Do they smell?<tr class=a><td><td><p>No.</table><p>Bye.</p>",
       }) {
    CAPTURE(body);
    CHECK(faq(body) == kExpected);
  }
}

TEST_CASE("C16 reader: disclosures that do not ask, tabs and quizzes are no FAQ") {
  for (const std::string& body : std::vector<std::string>{
           "<dl><dt>Fender</dt><dd>A cushion.</dd><dt>Tide</dt><dd>A rise and fall.</dd></dl>",
           "<details><summary>Size</summary>4 m</details><details><summary>Care</summary>None"
           "</details>",
           "<h2>Reed quiz</h2><details><summary>Is it a grass?</summary>Yes.</details>"
           "<details><summary>Does it float?</summary>No.</details>",
       }) {
    CAPTURE(body);
    CHECK(faq(body).empty());
  }
}

TEST_CASE("C16 reader: schema.org states questions, whether or not the page shows them") {
  const std::string json =
      R"(<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[)"
      R"({"@type":"Question","name":"Do reeds flower?","acceptedAnswer":{"@type":"Answer",)"
      R"("text":"<p>Yes.</p><ul><li>brown</li><li>tall</li></ul>"}},)"
      R"({"@type":"Question","name":"Do they smell?","acceptedAnswer":)"
      R"({"@type":"Answer","text":"No."}}]}</script>)";
  CHECK(faq("", json) == "Do reeds flower? = Yes. / brown / tall\nDo they smell? = No.\n");
  CHECK(faq("<div itemscope itemtype='https://schema.org/Question'><p itemprop=name>Why?</p>"
            "<div itemprop=suggestedAnswer itemscope itemtype='https://schema.org/Answer'>"
            "<div itemprop=text><p>Light.</p><p>Water.</p></div></div></div>") ==
        "Why? = Light. / Water.\n");
  CHECK(faq("", R"(<script type="application/ld+json">{"@type":"Quiz","hasPart":{"@type":)"
                R"("Question","name":"Why?","acceptedAnswer":{"@type":"Answer","text":"So."}}})"
                "</script>")
            .empty());
}

}  // namespace recto::reader
