// Text that no editor has seen: what every step promises holds for it, too.
#include <string>
#include <string_view>
#include <vector>

#include "content/base/utf8.h"
#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/language/shipped.h"
#include "tools/language/lemmas.h"
#include "tools/language/morphology.h"
#include "tools/language/sentences.h"
#include "tools/language/tokens.h"

namespace recto::language {
namespace {

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i)
    text += part;
  return text;
}

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> sentences_found;
  for (const Span span : sentences(text, "en", shipped())) {
    const std::string_view sentence = text.substr(span.begin, span.end - span.begin);
    std::string words;
    for (const Span word : tokens(sentence, shipped()))
      words.append(words.empty() ? "" : " ")
          .append(sentence.substr(word.begin, word.end - word.begin));
    sentences_found.push_back(std::move(words));
  }
  return sentences_found;
}

using Sentences = std::vector<std::string>;

/// Tags and heads as a tagger that is always wrong might give them.
std::vector<Token> wrongly_analysed(std::string_view sentence, Random& random) {
  static constexpr std::string_view kXpos[] = {
      "NN",   "NNS", "NNP", "NNPS", "VB",  "VBD", "VBZ", "VBG", "VBN", "VBP", "MD", "PRP",
      "PRP$", "DT",  "RB",  "JJR",  "JJS", "CD",  "WP",  "WDT", ".",   "POS", ""};
  static constexpr std::string_view kRelations[] = {"nsubj", "aux",  "aux:pass",  "cop",   "conj",
                                                    "root",  "mark", "acl:relcl", "xcomp", ""};
  std::vector<Token> found;
  for (const Span span : tokens(sentence, shipped())) {
    Token token;
    token.span = span;
    token.tag = {"VERB", kXpos[random.below(std::size(kXpos))]};
    token.relation = kRelations[random.below(std::size(kRelations))];
    found.push_back(token);
  }
  for (Token& token : found)
    token.head = static_cast<WordId>(random.below(found.size() + 1));
  return found;
}

}  // namespace

TEST_CASE("language: text without punctuation, in capitals and in small letters stays whole") {
  CHECK(cut("the old bridge opened in may it is still in use") ==
        Sentences{"the old bridge opened in may it is still in use"});
  CHECK(cut("THE OLD BRIDGE OPENED. IT'S STILL IN USE, DR. ROE SAYS.") ==
        Sentences{"THE OLD BRIDGE OPENED .", "IT 'S STILL IN USE , DR. ROE SAYS ."});
  CHECK(cut("Old Bridge Opens After Ten Years") == Sentences{"Old Bridge Opens After Ten Years"});
  CHECK(cut("Why The Bridge Fell: A Report\nBy A. Roe") ==
        Sentences{"Why The Bridge Fell : A Report", "By A. Roe"});
}

TEST_CASE("language: rows of a table are sentences of their own, cells are parted") {
  CHECK(cut("Name | Year\nOld | 1931\n") == Sentences{"Name | Year", "Old | 1931"});
  CHECK(cut("Name\tYear\nOld\t1,450.5") == Sentences{"Name Year", "Old 1,450.5"});
}

TEST_CASE("language: emoji, combining marks and mixed scripts are never cut apart") {
  CHECK(cut("Great news 🎉🎉!").size() == 1);
  CHECK(cut("Family 👨‍👩‍👧 day.") == Sentences{"Family 👨‍👩‍👧 day ."});
  CHECK(cut("cafe\u0301s open") == Sentences{"cafe\u0301s open"});
  CHECK(cut("The Tokyo 東京 line") == Sentences{"The Tokyo 東京 line"});
}

TEST_CASE("language: long and monotonous text is cut, too") {
  const std::string long_one = repeated("word ", 5'000);
  REQUIRE(cut(long_one).size() == 1);
  CHECK(tokens(long_one, shipped()).size() == 5'000);
  for (const std::string_view part :
       {"A. ", "( A. ", "a!", "[1]", "1. ", "e\u0301", "🙂", "\"", "x.4 T ", "Mr. ", "(a b) ",
        "Figure 1 A\n", "http://", "...", "\u200B", "\uFEFF"}) {
    CAPTURE(part);
    CHECK_FALSE(cut(repeated(part, 20'000)).empty());
  }
}

TEST_CASE("language: lemmas and features of any words, tags and trees") {
  static constexpr std::u32string_view kAlphabet =
      U"aAsSeEdDiInNgG .,'’-!?1290()[]é日🙂\u0301\u00A0\n$%@/";
  const Lemmas lemmas(test::shipped_lexicon(), "goods NNS\tgoods\n");
  test::for_seeds(300, [&](Random& random) {
    std::u32string points;
    for (std::uint64_t left = random.below(80); left > 0; --left)
      points += kAlphabet[random.below(kAlphabet.size())];
    const std::string text = to_utf8(points);
    CAPTURE(text);
    std::vector<Token> found = wrongly_analysed(text, random);
    lemmas.add_lemmas(text, found);
    for (const Token& token : found) {
      CHECK_FALSE(token.lemma.empty());
      CHECK(is_utf8(token.lemma));
    }
    CHECK(morphology_of(text, found).size() == found.size());
  });
}

}  // namespace recto::language
