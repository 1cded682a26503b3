#include "tools/reader/reader.h"

#include <filesystem>
#include <string>

#include "content/base/utf8.h"
#include "tests/tools/reader/pages.h"

namespace recto::reader {
TEST_CASE("F7 reader: of a scraped page the article stays, and nothing else") {
  for (const char* name : {"scraped_blog.txt", "wrapped_report.txt", "notes.md", "interview.md"}) {
    CAPTURE(name);
    const Article article = read(test::data(std::filesystem::path("pages") / name), name);
    test::check_golden(std::string("tests/data/pages/") + name + ".article", printed(article));
  }
}

TEST_CASE("F7 reader: of a web page of any kind the article stays, and nothing else") {
  for (const char* name :
       {"broken_markup.html", "div_soup.html", "docs_code.html", "german_1252.html",
        "japanese.html", "liveblog.html", "newspaper_cards.html", "paywall_stub.html",
        "several_posts.html", "wiki_infobox.html", "wordpress_post.html"}) {
    CAPTURE(name);
    const Article article = read(test::data(std::filesystem::path("pages") / name), name);
    test::check_golden(std::string("tests/data/pages/") + name + ".article", printed(article));
  }
}

TEST_CASE("F7 reader: the seed article keeps its headings and whole FAQ, and no furniture") {
  const auto path = test::project_folder() / "../shared/articles/alibaba-cloud.txt";
  if (!std::filesystem::exists(path)) {
    MESSAGE("SKIPPED: ../shared/articles/alibaba-cloud.txt is not there");
    return;
  }
  const Article article = read(test::value(read_file(path, 1 << 20)), "alibaba-cloud.txt");
  CHECK(article.title == "Alibaba Cloud Seeks $3 Billion Funding from State Firms");
  CHECK(article.authors == std::vector<std::string>{"web3oclock"});
  CHECK(article.language == "en");
  std::size_t headings = 0;
  std::size_t paragraphs = 0;
  for (const Block& block : article.blocks) {
    headings += block.type == BlockType::Heading ? 1U : 0U;
    paragraphs += block.type == BlockType::Paragraph ? 1U : 0U;
  }
  CHECK(headings == 8);
  CHECK(paragraphs == 10);
  const std::vector<FaqEntry> faq = faq_of(article);
  REQUIRE(faq.size() == 2);
  CHECK(faq[0].question == "Why is Alibaba Cloud seeking funding from state-owned enterprises?");
  CHECK(faq[0].answer.ends_with("potentially exceeding $55 billion."));
  CHECK(faq[1].answer.starts_with("Alibaba Cloud, often referred to as Aliyun, is a major"));
  CHECK(faq[1].answer.ends_with("the cloud computing landscape globally."));
  const std::string text = text_of(article);
  for (const char* furniture : {"Reserved", "web3oclock", "Reply", "email", "Enjoy", "About ©"})
    CHECK(text.find(furniture) == std::string::npos);
}

TEST_CASE("F6 reader: input without an article has a sentence that says so") {
  struct Row {
    std::string bytes;
    const char* what;
  };
  for (const Row& row :
       {Row{"", "there is nothing in it"}, Row{" \n\t\n", "there is no article text in it"},
        Row{"# Only a title\n", "there is no article text in it"},
        Row{std::string("a\0b\0\0\1\2c", 8), "this is binary data, not text"},
        Row{"<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav>",
            "there is no article text in it"}}) {
    const auto article = read_article(row.bytes, {.name = "x.txt"}, shipped_furniture());
    REQUIRE_FALSE(article.has_value());
    CHECK(article.error().what == row.what);
    CHECK(article.error().where.empty());
  }
}

TEST_CASE("reader: a title comes from the first line, else from the name") {
  CHECK(read("The Reed\n\nIt grows in water and on its banks.").title == "The Reed");
  CHECK(
      read("It grows in water and on its banks, all over Europe.", "dir/common_reed-1.txt").title ==
      "common reed 1");
  CHECK(read("# Reeds\n\nThey grow in water.", "x.md").title == "Reeds");
  CHECK(read("They grow in water.", "https://example.org/a/reed-beds?utm=1").title == "reed beds");
  CHECK(read("One.\n\nTwo.", "").title == "Untitled");
  CHECK(read("瓦の色\n\n瓦は灰色です。\n\n粘土を焼きます。").title == "瓦の色");
  CHECK(read("瓦は灰色です。\n\n粘土を焼きます。", "kawara.txt").title == "kawara");
}

TEST_CASE("reader: menus above the title are not the title, and go") {
  const Article article = read(
      "THE REED POST    Menu | Search\n\nHome > Water\n\nThe Reed\n\nIt grows in water.\n\nIt is "
      "cut in winter.");
  CHECK(article.title == "The Reed");
  CHECK(outline(article) == "[paragraph] It grows in water.\n[paragraph] It is cut in winter.\n");
  // Alone it may be one.
  CHECK(read("Reeds | Rushes\n\nThey grow in water.").title == "Reeds | Rushes");
}

TEST_CASE("reader: date and authors stand above the text, or below one sentence of summary") {
  struct Row {
    const char* credits;
    const char* published;
    const char* author;
  };
  for (const Row& row :
       {Row{"27 October 2023", "2023-10-27", ""},
        Row{"Published on 3 May 2021 by The Reed Team", "2021-05-03", "The Reed Team"},
        Row{"By Reed Team | May 3, 2021 | 5 min read", "2021-05-03", "Reed Team"},
        Row{"By Reed Team", "", "Reed Team"}})
    for (const char* summary : {"", "It grows in water, and in winter it is cut for roofs.\n\n"}) {
      CAPTURE(row.credits);
      CAPTURE(summary);
      const Article article =
          read(std::string("The Reed\n\n") + summary + row.credits +
               "\n\nIt has grown here since the ice went, and birds nest in it. "
               "Nobody planted it.");
      CHECK(article.published == row.published);
      CHECK((article.authors.empty() ? "" : article.authors.front()) == row.author);
      CHECK(text_of(article).find(row.credits) == std::string::npos);
    }
  // Further below a date is text.
  CHECK(read("The Reed\n\nIt grows in water, and in winter it is cut for roofs.\n\nIt has grown "
             "here since the ice went, and birds nest in it.\n\n3 May 2021\n\nThe first leaves.")
            .published.empty());
}

TEST_CASE("reader: the language is guessed where the bytes do not say it") {
  CHECK(read("Das Schilf wächst am Ufer vieler Seen und wird im Winter geschnitten. Daraus werden "
             "Dächer gedeckt.")
            .language == "de");
  CHECK(read("---\ntitle: T\nlang: fr\n---\nThis is plainly English text about reed.", "x.md")
            .language == "fr");
}

TEST_CASE("reader: any bytes give an article with words in valid UTF-8, or an error") {
  static constexpr std::string_view kParts[] = {"\n",
                                                "\n\n",
                                                "# ",
                                                "- ",
                                                "1. ",
                                                "> ",
                                                "```\n",
                                                "Q: ",
                                                "A: ",
                                                "?",
                                                "FAQ\n\n",
                                                "===",
                                                "|a|b|\n|-|-|\n",
                                                "**",
                                                "[",
                                                "](x)",
                                                "\t",
                                                "    ",
                                                "word ",
                                                "Reed grew. ",
                                                "\xC3\xA4",
                                                "\xFF",
                                                "&#0;",
                                                "<b>",
                                                "---\n",
                                                "[1]",
                                                "Leave a Reply\n"};
  test::for_seeds(400, [](Random& random) {
    std::string bytes;
    for (std::uint64_t left = random.below(80); left > 0; --left)
      bytes += kParts[random.below(std::size(kParts))];
    CAPTURE(bytes);
    for (const char* name : {"x.txt", "x.md"}) {
      const auto article = read_article(bytes, {.name = name}, shipped_furniture());
      if (!article) {
        CHECK_FALSE(article.error().what.empty());
        continue;
      }
      CHECK_FALSE(article->title.empty());
      CHECK(is_utf8(text_of(*article)));
      for (const Block& block : article->blocks) {
        CHECK_FALSE(block.text.empty());
        CHECK((block.type == BlockType::Faq) == !block.question.empty());
      }
    }
  });
}

}  // namespace recto::reader
