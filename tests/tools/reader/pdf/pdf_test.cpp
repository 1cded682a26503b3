#include "tools/reader/pdf/pdf.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/tools/reader/pages.h"
#include "tests/tools/reader/pdf/make_pdf.h"

namespace recto::reader {
namespace {

using pdf::make_pdf;
using pdf::Print;
using pdf::Prints;

std::string document(std::string_view name) {
  return test::data(std::filesystem::path("pdf") / name);
}

/// Lines of running text from `top` downwards, 14 points apart.
void add_lines(Prints& page, double top, const std::vector<std::string>& lines, double left = 72) {
  for (const std::string& line : lines) {
    page.push_back({left, top, 11, line});
    top += 14;
  }
}

const std::vector<std::string> kLines{
    "The lamp of a lighthouse is not as bright as it looks from far away, because a",
    "lens throws nearly all of its light into a narrow beam. Two hundred years ago a",
    "single flame with four rings of wick was enough to be seen from twenty miles off.",
};

Prints text_page() {
  Prints page;
  add_lines(page, 120, kLines);
  return page;
}

Error error_of(std::string_view bytes) {
  const auto draft = read_pdf(bytes);
  REQUIRE_FALSE(draft.has_value());
  return draft.error();
}

bool holds(const Article& article, std::string_view text) {
  return text_of(article).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("F7 reader: of a PDF the article stays, in the order of reading, and nothing else") {
  for (const char* name : {"paper", "newsletter", "report", "page"}) {
    CAPTURE(name);
    const Article article = read(document(std::string(name) + ".pdf"), std::string(name) + ".pdf");
    test::check_golden(std::string("tests/data/pdf/") + name + ".article", printed(article));
  }
}

TEST_CASE(
    "F6 reader: a PDF without text, locked, damaged or without pages is refused, each with "
    "its own words") {
  const std::string paper = document("paper.pdf");
  const std::vector<Error> errors{error_of(document("scan.pdf")), error_of(document("locked.pdf")),
                                  error_of(std::string_view(paper).substr(0, paper.size() / 2)),
                                  error_of(make_pdf({}))};
  const std::vector<std::string> names{"pictures", "password", "damaged", "no pages"};
  for (std::size_t i = 0; i < errors.size(); ++i) {
    CAPTURE(errors[i].what);
    CHECK(errors[i].what.find(names[i]) != std::string::npos);
    CHECK_FALSE(errors[i].advice.empty());
  }
}

TEST_CASE("reader: a PDF is told by its first 1,024 bytes, and text about PDFs is no PDF") {
  const std::string bytes = make_pdf({text_page()});
  CHECK(is_pdf(bytes));
  CHECK(is_pdf("\xEF\xBB\xBF\r\n" + bytes));
  CHECK_FALSE(is_pdf(std::string(1'100, ' ') + bytes));
  CHECK_FALSE(is_pdf("A file that begins with %PDF-1.7 is a PDF."));
  CHECK(holds(read("\r\n\r\n" + bytes, "letter.pdf"), "narrow beam"));
}

TEST_CASE("reader: an empty page or a stamp does not make a text PDF a scan") {
  CHECK(holds(read(make_pdf({{}, text_page(), {}}), "a.pdf"), "narrow beam"));
  CHECK(error_of(make_pdf({{{72, 40, 9, "Scan 12"}}, {}})).kind == Error::Kind::Unsupported);
}

TEST_CASE("reader: running heads that alternate and count are no text, a repeated sentence is") {
  std::vector<Prints> pages;
  for (int i = 0; i < 6; ++i) {
    Prints page = text_page();
    page.push_back(
        {72, 40, 9, i % 2 == 0 ? "Lights of the coast" : "Chapter " + std::to_string(i)});
    page.push_back({300, 760, 9, "- " + std::to_string(i + 1) + " -"});
    add_lines(page, 400, {"Ships steer by it."});
    pages.push_back(page);
  }
  const Article article = read(make_pdf(pages), "lights.pdf");
  CHECK_FALSE(holds(article, "Lights of the coast"));
  CHECK_FALSE(holds(article, "Chapter"));
  CHECK_FALSE(holds(article, "- 3 -"));
  CHECK(holds(article, "Ships steer by it."));
}

TEST_CASE("reader: a paragraph that a page divides is one paragraph") {
  Prints first;
  Prints second;
  add_lines(first, 300, kLines);
  add_lines(
      first, 640,
      {"In fog the beam is of no use at all, and so the keepers rang a bell or fired a gun, once"});
  add_lines(second, 72, {"every four minutes, until the air was clear again."});
  add_lines(second, 300, kLines);
  CHECK(holds(read(make_pdf({first, second}), "fog.pdf"),
              "fired a gun, once every four minutes, until"));
}

TEST_CASE("reader: the large first letter of a PDF's paragraph belongs to its first word") {
  Prints page;
  page.push_back({72, 134, 36, "T"});
  add_lines(page, 120, {"he lamp of a lighthouse is not as bright as it looks from far away,"}, 96);
  add_lines(page, 134, {"because a lens throws nearly all of its light into a narrow beam."}, 96);
  add_lines(page, 148, {"Two hundred years ago a single flame with four rings of wick was enough"});
  const Article article = read(make_pdf({page}), "lamp.pdf");
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text.starts_with("The lamp of a lighthouse is"));
  CHECK(
      article.blocks[0].text.ends_with("narrow beam. Two hundred years ago a single flame with "
                                       "four rings of wick was enough"));
}

TEST_CASE("reader: a figure at the beginning of a PDF's line is no item's number") {
  Prints page;
  add_lines(page, 120,
            {"The lens of the first lighthouse had a focal length of more than nine tenths",
             "0.92 metres, to be exact, and a weight of"});
  const Article article = read(make_pdf({page}), "lamp.pdf");
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text.find(" 0.92 metres") != std::string::npos);
}

TEST_CASE("reader: titles of programs are none, and the largest type on the first page is one") {
  Prints page = text_page();
  const auto title_of = [&](const std::string& stated) {
    return read(make_pdf({page}, stated), "keeper.pdf").title;
  };
  CHECK(title_of("Keepers and Lamps") == "Keepers and Lamps");
  CHECK(title_of("Microsoft Word - final.doc") == "keeper");
  CHECK(title_of("untitled") == "keeper");
  page.push_back({72, 80, 22, "How Lighthouses Work", true});
  CHECK(title_of("draft7.indd") == "How Lighthouses Work");
}

TEST_CASE("reader: the same PDF gives the same article, from several threads at once too") {
  const std::vector<std::string> files{document("paper.pdf"), document("newsletter.pdf"),
                                       document("report.pdf"), document("scan.pdf")};
  const auto outcome = [](const std::string& bytes) {
    const auto article = read_article(bytes, {.name = "a.pdf"}, shipped_furniture());
    return article ? printed(*article) : message(article.error());
  };
  std::vector<std::string> expected;
  expected.reserve(files.size());
  for (const std::string& file : files)
    expected.push_back(outcome(file));
  std::atomic<int> different = 0;
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 8; ++t)
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < 2 * files.size(); ++i) {
        const std::size_t file = (i + t) % files.size();
        if (outcome(files[file]) != expected[file]) ++different;
      }
    });
  for (std::thread& thread : threads)
    thread.join();
  CHECK(different == 0);
}

TEST_CASE("F6 reader: a PDF with bytes changed or cut is read or refused, never worse") {
  const std::string whole = document("newsletter.pdf");
  test::for_seeds(60, [&](Random& random) {
    std::string bytes = whole;
    for (int i = 0; i < 40; ++i)
      bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
    if (random.below(3) == 0) bytes.resize(random.below(bytes.size()));
    const auto draft = read_pdf(bytes);
    CHECK((draft.has_value() || !draft.error().what.empty()));
  });
}

}  // namespace recto::reader
