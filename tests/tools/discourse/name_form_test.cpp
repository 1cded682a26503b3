#include "tools/discourse/name_form.h"

#include <doctest/doctest.h>

#include "tests/tools/discourse/miniature.h"

using namespace recto;
using namespace recto::discourse;

namespace {

NameForm read(std::string_view text, bool person = false) {
  return read_name(text, person, test::shipped_nouns().words());
}

}  // namespace

TEST_CASE("discourse: a name is compared without titles, legal form, accents and case") {
  struct Row {
    std::string_view text;
    bool person;
    std::string_view key;
  };
  for (const Row& row : {Row{"Marie Curie", true, "marie curie"},
                         Row{"Marie Curie's", true, "marie curie"},
                         Row{"the Alps", false, "alps"},
                         Row{"The Times", false, "times"},
                         Row{"Dr. Marie Curie", true, "marie curie"},
                         Row{"Prof. Dr. Marie Curie", false, "marie curie"},
                         Row{"Mrs Curie", true, "curie (she)"},
                         Row{"Mr. Curie", false, "curie (he)"},
                         Row{"Mr. Pierre Curie", true, "pierre curie"},
                         Row{"General Grant", true, "grant"},
                         Row{"General Motors", false, "general motors"},
                         Row{"Queen Victoria", true, "victoria (she)"},
                         Row{"Queen Victoria", false, "queen victoria"},
                         Row{"Prince of Wales", true, "prince of wales"},
                         Row{"Saint Jerome", true, "saint jerome"},
                         Row{"St. Louis", false, "st louis"},
                         Row{"Alibaba Cloud Computing Co., Ltd.", false, "alibaba cloud computing"},
                         Row{"Siemens AG", false, "siemens"},
                         Row{"Inc.", false, "inc"},
                         Row{"U.S.", false, "us"},
                         Row{"São Tomé", false, "sao tome"},
                         Row{"STRASSE", false, "strasse"},
                         Row{"Straße", false, "strasse"},
                         Row{"Johnson & Johnson", false, "johnson johnson"},
                         Row{"James'", true, "james"},
                         Row{"The", false, "the"},
                         Row{"", false, ""}}) {
    CAPTURE(row.text);
    CHECK(read(row.text, row.person).key() == row.key);
  }
}

TEST_CASE("discourse: a name's text goes without article and possessive") {
  CHECK(read("the United Nations'").text == "United Nations");
  CHECK(read("The Beatles").text == "Beatles");
  CHECK(read("Marie Curie's").text == "Marie Curie");
  CHECK(read("Marie Curie\u2019s").text == "Marie Curie");
}

TEST_CASE("discourse: titles tell the pronoun") {
  CHECK(read("Mrs Curie").gender == Gender::She);
  CHECK(read("Sir Isaac Newton").gender == Gender::He);
  CHECK(read("Dr Curie").gender == Gender::Unknown);
  CHECK(read("Dr Curie").title);
  CHECK(!read("Curie").title);
}

TEST_CASE("discourse: a name has initials") {
  struct Row {
    std::string_view name;
    std::string_view initials;
  };
  for (const Row& row :
       {Row{"World Health Organization", "who"},
        Row{"University of California, Los Angeles", "ucla"},
        Row{"Non-Governmental Organization", "ngo"}, Row{"Siemens AG", "s"}, Row{"eBay", ""},
        Row{"École Polytechnique", "ep"}, Row{"the United Nations", "un"}}) {
    CAPTURE(row.name);
    CHECK(read(row.name).initials == row.initials);
  }
}

TEST_CASE("discourse: what could be an acronym") {
  for (const char* yes : {"WHO", "UN", "U.S.", "NGOs", "BoE", "G20 AB", "MI6", "AT&T"}) {
    CAPTURE(yes);
    CHECK(looks_like_acronym(yes) == (std::string_view(yes) != "G20 AB"));
  }
  for (const char* no : {"", "A", "Who", "eBay", "Curie", "ABCDEFGHI", "12", "Ünesco"}) {
    CAPTURE(no);
    CHECK(!looks_like_acronym(no));
  }
}

TEST_CASE("discourse: names of any length and bytes are read") {
  CHECK(read(std::string(100'000, 'a')).words.size() == 1);
  std::string many;
  for (int i = 0; i < 10'000; ++i)
    many += "Word ";
  CHECK(read(many).words.size() == 16);
  for (const char* odd : {"'", "' '", "\"", ",,,", "the the", "\xff\xfe", "  ", ". . ."}) {
    CAPTURE(odd);
    CHECK(read(odd).words.size() >= 1);
  }
}
