#include "tools/statements/writing.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"

namespace recto::statements {
namespace {

using test::read_text;
using test::ReadArticle;

/// A writer for the last sentence of an article, which may be written whole.
struct Pen {
  Pen(std::string title, std::string text)
      : article(read_text(std::move(title), std::move(text))),
        sentence(article.reading.sentences.back()),
        none(sentence.words.size(), false),
        writer(article.reading, sentence, none) {}

  [[nodiscard]] Words all() const { return {0, sentence.words.size() - 1}; }  // without the stop

  std::string write_all() {
    writer.add(all());
    return writer.sentence(".");
  }

  ReadArticle article;
  const ReadSentence& sentence;
  std::vector<bool> none;
  Writer writer;
};

const std::string kBiography = "Ada Lemmon was a British chemist. ";

}  // namespace

TEST_CASE("C2 writing: a person is told with the full name, once") {
  for (const std::string text :
       {"Lemmon moved to Basel in 1895.", "Ada moved to Basel in 1895.",
        "She moved to Basel in 1895.", "Ada Lemmon moved to Basel in 1895."})
    CHECK(Pen("Ada Lemmon", kBiography + text).write_all() == "Ada Lemmon moved to Basel in 1895.");
  CHECK(Pen("Ada Lemmon", kBiography + "In Leeds, Lemmon sold what Lemmon had.").write_all() ==
        "In Leeds, Ada Lemmon sold what Lemmon had.");
}

TEST_CASE("C2 writing: a pronoun stays where the text has its name already") {
  CHECK(Pen("Ada Lemmon", kBiography + "In 1902 Ada sold her house.").write_all() ==
        "In 1902 Ada Lemmon sold her house.");
  CHECK(Pen("Ada Lemmon", kBiography + "Her house was in Basel.").write_all() ==
        "Ada Lemmon's house was in Basel.");
  Pen pen("Ada Lemmon", kBiography + "She moved to Basel.");
  pen.writer.know(*pen.article.reading.topic);
  CHECK(pen.write_all() == "She moved to Basel.");
}

TEST_CASE("C2 writing: the company, it and they are told by name") {
  const std::string company = "Zorvex is a software company in Leeds. ";
  CHECK(Pen("Zorvex", company + "The company employs 340 people.").write_all() ==
        "Zorvex employs 340 people.");
  CHECK(Pen("Zorvex", company + "Its offices are in Leeds.").write_all() ==
        "Zorvex's offices are in Leeds.");
  CHECK(Pen("Olmec", "The Olmec lived in southern Mexico. They built stone heads.").write_all() ==
        "The Olmec built stone heads.");
  CHECK(Pen("Sleep", "Babies need a lot of sleep. They sleep for 16 hours a day.").write_all() ==
        "Babies sleep for 16 hours a day.");
}

TEST_CASE("C11 writing: the first word's capital stays with names alone") {
  struct Row {
    std::string text;
    std::string inside;
  };
  for (const Row& row :
       {Row{"The bridge of Basel was sold.", "the bridge of Basel was sold"},
        Row{"Soldiers carried salt to Rome.", "soldiers carried salt to Rome"},
        Row{"A bridge in Basel was sold.", "a bridge in Basel was sold"},
        Row{"Swiss soldiers sold salt.", "Swiss soldiers sold salt"},
        Row{"Basel sold salt.", "Basel sold salt"}, Row{"NASA sold salt.", "NASA sold salt"}}) {
    CAPTURE(row.text);
    Pen pen("Writing", row.text);
    pen.writer.add(pen.all());
    CHECK(pen.writer.text() == row.inside);
    CHECK(pen.writer.sentence(".") == row.text);
  }
}

TEST_CASE("C11 writing: a name that the article has with a capital elsewhere keeps it") {
  Pen pen("Writing", "The old firm sells Flutter to banks. Flutter draws windows.");
  pen.writer.add(pen.all());
  CHECK(pen.writer.text() == "Flutter draws windows");
}

TEST_CASE("writing: changes stand in place of their words, asides are left out") {
  Pen pen("Basel", "The bridge (a tall one) was sold in 1931.");
  pen.none = std::vector<bool>(pen.sentence.words.size(), false);
  for (WordId at = 2; at < 7; ++at)
    pen.none[at] = true;  // the writer looks at it
  pen.writer.change({{9, 11}, "____"});
  CHECK(pen.write_all() == "The bridge was sold ____.");
}

TEST_CASE("writing: blanks and marks stand as in the sentence") {
  CHECK(Pen("Basel", "Basel's bridge, 45% of U.S.-made steel, cost $11.2 billion.").write_all() ==
        "Basel's bridge, 45% of U.S.-made steel, cost $11.2 billion.");
  Pen pen("Basel", "Basel sold salt.");
  pen.writer.add("According to Bern");
  pen.writer.add(",");
  pen.writer.add("");
  pen.writer.add(Words{0, 1});
  CHECK(pen.writer.text() == "According to Bern, Basel");
  CHECK(pen.writer.sentence("?") == "According to Bern, Basel?");
}

TEST_CASE("writing: an abbreviation at the end brings its own stop") {
  Pen pen("Basel", "Ada Lemmon moved to the U.S.");
  pen.writer.add(Words{0, pen.sentence.words.size()});
  CHECK(pen.writer.sentence(".") == "Ada Lemmon moved to the U.S.");
}

TEST_CASE("writing: a name inside another noun and a title keep their short form") {
  const Pen pen("Ada Lemmon", kBiography + "The Lemmon house is in Basel.");
  const Mention* mention = pen.sentence.mention_at(1);
  REQUIRE(mention != nullptr);
  CHECK(full_name(pen.article.reading, pen.sentence, *mention).find("Ada") == std::string::npos);
}

TEST_CASE("C11 writing: what leaving out has torn is known") {
  for (const char* torn : {"Basel and, with success.", "Basel grew,.", "Basel - the city grew.",
                           "Basel has power—.", "Basel (German: Basel ) grew."})
    CHECK(is_torn(torn));
  for (const char* whole : {"Basel grew, and Bern did.", "Basel - a city - grew.", "Basel grew."})
    CHECK_FALSE(is_torn(whole));
}

}  // namespace recto::statements
