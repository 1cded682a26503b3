#include "content/words/word_class.h"

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"

using namespace recto;
using test::shipped_lexicon;

TEST_CASE("words: the class of a form") {
  struct Row {
    std::string form;
    std::string_view name;
  };
  for (const Row& row :
       {Row{"teacher", "N:person"}, Row{"teachers", "Ns:person"}, Row{"bridges", "Ns:artifactVz"},
        Row{"announced", "VdVnA"}, Row{"ate", "Vd"}, Row{"eaten", "Vn"}, Row{"mice", "Ns:animal"},
        Row{"march", "N:actV"}, Row{"March", "N:timeV"}, Row{"Paris", "N:location"},
        Row{"bigger", "AArRr"}, Row{"quickly", "R"}, Row{"xyzzy", "-"}, Row{"series", "NNs:group"},
        Row{"", "-"}}) {
    CAPTURE(row.form);
    CHECK(word_class(shipped_lexicon(), row.form).name() == row.name);
  }
}

TEST_CASE("words: a class is one number") {
  const WordClass person = word_class(shipped_lexicon(), "teacher");
  CHECK(person.code() == word_class(shipped_lexicon(), "singer").code());
  CHECK(person.code() != word_class(shipped_lexicon(), "teachers").code());
  CHECK(person.code() != word_class(shipped_lexicon(), "whisky").code());
  CHECK(person.code() < (1U << 20U));
  CHECK(word_class(shipped_lexicon(), "xyzzy").code() == 0);
}
