#include "tools/patterns/aliases.h"

#include <string>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

std::string found_in(const test::HandTagged& tagged) {
  std::string all;
  const Sentence sentence = tagged.sentence();
  for (const Alias& one : find_aliases(sentence, test::shipped_lexicon())) {
    all += all.empty() ? "" : "; ";
    all += std::string(sentence.text(one.name)) + (one.former ? " was " : " = ") +
           std::string(sentence.text(one.other));
  }
  return all;
}

TEST_CASE("patterns: other names of the same thing") {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : {
           Row{"Alibaba Cloud, also known as Aliyun, sells.", "Alibaba Cloud = Aliyun"},
           Row{"Alibaba Cloud (also known as Aliyun) sells.", "Alibaba Cloud = Aliyun"},
           Row{"Alibaba Cloud (also called \"Aliyun\") sells.", "Alibaba Cloud = Aliyun"},
           Row{"Aliyun (Alibaba Cloud) sells.", "Aliyun = Alibaba Cloud"},
           Row{"Joshua Norton, better known as Emperor Norton, died.",
               "Joshua Norton = Emperor Norton"},
           Row{"Joshua Norton, nicknamed the Emperor Norton, died.",
               "Joshua Norton = Emperor Norton"},
           Row{"Istanbul (formerly Constantinople) grew.", "Istanbul was Constantinople"},
           Row{"Istanbul, formerly known as Constantinople, grew.", "Istanbul was Constantinople"},
           Row{"Istanbul (previously called Constantinople) grew.", "Istanbul was Constantinople"},
           Row{"Ada Lemmon (née Brown; 1800–1860) wrote.", "Ada Lemmon was Brown"},
           Row{"Pozsony (known in German as Pressburg) lies there.", "Pozsony = Pressburg"},
           Row{"Zürich (Latin: Turicum) is old.", "Zürich = Turicum"},
           Row{"Athens (Greek: Αθήνα, Athína) is old.", "Athens = Αθήνα"},
           Row{"Athens (Αθήνα) is old.", "Athens = Αθήνα"},
           Row{"Trist (German translation: \"Traurig\") sold.", "Trist = Traurig"},
           Row{"Panaji (Panjim) lies there.", "Panaji = Panjim"},
           Row{"National Party of Indonesia (Partai Nasional Indonesia)",
               "National Party of Indonesia = Partai Nasional Indonesia"},
           Row{R"("Norton", also known as "the Emperor", died.)", "Norton = the Emperor"},
           // Names in brackets that are something else.
           Row{"Joachim Kroll (Laszlo) plays.", ""},
           Row{"Cambridge (Massachusetts) is small.", ""},
           Row{"Kim Tarr (Knifeworld) sings.", ""},
           Row{"Tower Records (London) closed.", ""},
           Row{"Daniel Tarr (German pronunciation: [taʁ]) wrote.", ""},
           Row{"Tarr (Note: Ada was there) wrote.", ""},
           Row{"Istanbul (now a museum) grew.", ""},
           Row{"A plain near Antioch, known as Syrian Thebaid, lies/VBZ dry.", ""},
           Row{"Tarr, known as the best singer, sang.", ""},
           Row{"Tarr, known for Ada, sang.", ""},
           Row{"Tarr (formerly) sang.", ""},
           Row{"Tarr, also known as", ""},
           Row{"Tarr (also known", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(found_in(test::hand_tagged(row.text)) == row.expected);
  }
}

TEST_CASE("patterns: a person's name in brackets is no other name") {
  CHECK(found_in(test::hand_tagged("Jo Tarr (Jo Lemmon) sings.",
                                   {{"Jo Tarr", language::NameKind::Person}})) == "");
}

TEST_CASE("patterns: rows of other names end") {
  for (const char* piece :
       {"Tarr (also known as ", "Tarr, also known as ", "also ", "Tarr (German: "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 5000; ++i)
      text += piece;
    const auto tagged = test::hand_tagged(text);
    for (const Alias& one : find_aliases(tagged.sentence(), test::shipped_lexicon()))
      CHECK(one.other.end <= tagged.sentence().size());
  }
}

}  // namespace
}  // namespace recto::patterns
