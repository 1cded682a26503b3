#include "tools/language/word_inputs.h"

#include <string>
#include <vector>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tools/language/forms.h"

namespace recto::language {
namespace {

constexpr std::size_t kWord = 0;
constexpr std::size_t kSuffix4 = 5;
constexpr std::size_t kShape = 6;
constexpr std::size_t kClass = 7;
constexpr std::size_t kList = 8;

/// Knows "river" and figures of four digits.
const KnownWords& known() {
  static const std::string kVocabulary =
      word_table_bytes({{form_of("river").folded, 1}, {form_of("1815").folded, 2}});
  static const std::string kClasses = word_table_bytes({{form_of("River").exact, 77}});
  static const KnownWords kKnown{test::value(WordTable::open(kVocabulary)),
                                 test::value(WordTable::open(kClasses))};
  return kKnown;
}

std::vector<WordInput> inputs(const std::vector<std::string_view>& words) {
  return word_inputs(words, known(), test::shipped_lexicon());
}

}  // namespace

TEST_CASE("word inputs: the vocabulary knows words whatever their case and digits") {
  const auto found = inputs({"the", "River", "RIVER", "river", "1789", "189"});
  CHECK(found[0][kWord] == 0);
  CHECK(found[1][kWord] == 1);
  CHECK(found[2][kWord] == 1);
  CHECK(found[3][kWord] == 1);
  CHECK(found[4][kWord] == 2);
  CHECK(found[5][kWord] == 0);
  CHECK(found[1][kShape] != found[2][kShape]);
}

TEST_CASE("word inputs: a spelling's class is taken from the table, of others from the lexicon") {
  const auto found = inputs({"a", "River", "river", "towers"});
  CHECK(found[1][kClass] == 77);
  CHECK(found[2][kClass] == class_row("river", test::shipped_lexicon()));
  CHECK(found[3][kClass] == class_row("towers", test::shipped_lexicon()));
}

TEST_CASE("word inputs: shape depends on where a word stands and how the sentence is written") {
  const auto plain = inputs({"Tides", "came", "and", "Tides", "went", "back"});
  CHECK(plain[0][kShape] != plain[3][kShape]);
  const auto headline = inputs({"New", "Tides", "Came", "And", "Tides", "Went"});
  CHECK(headline[4][kShape] != plain[3][kShape]);
}

TEST_CASE("word inputs: names of several words are known from lists, each word in its place") {
  const auto found = inputs({"He", "left", "New", "York", "for", "New", "Zealand", "."});
  CHECK(found[2][kList] != 0);
  CHECK(found[3][kList] == found[2][kList] + 1);
  CHECK(found[5][kList] != 0);
  CHECK(found[6][kList] == found[5][kList] + 1);
  CHECK(found[5][kList] != found[2][kList]);
  CHECK(found[4][kList] == 0);
  CHECK(inputs({"new", "york"})[0][kList] == 0);
}

TEST_CASE("word inputs: every row is one of its table, whatever the word") {
  const std::string long_word(5'000, 'x');
  const auto found =
      inputs({"", "🙂", "e\u0301t\u00e9", "\xff\xfe", long_word, "U.S.", "Łódź", "ab"});
  REQUIRE(found.size() == 8);
  for (const WordInput& word : found)
    for (std::size_t table = 1; table < kInputTables.size(); ++table)
      CHECK(word.at(table) < kInputTables.at(table).rows);
  CHECK(found[7][kSuffix4] == found[0][kSuffix4]);  // both too short
}

}  // namespace recto::language
