// Lemmas and features of words whose tags and trees are given.
#include "tools/language/lemmas.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/language/given.h"
#include "tools/language/morphology.h"

namespace recto::language {
namespace {

struct Row {
  std::string_view form;
  Tag tag;
  std::string_view lemma;
};

void check_rows(const Lemmas& lemmas, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.form);
    CAPTURE(row.tag.xpos);
    CHECK(lemmas.lemma_of(row.form, row.tag) == row.lemma);
  }
}

const Lemmas& shipped_rules() {
  static const Lemmas kLemmas(test::shipped_lexicon());
  return kLemmas;
}

}  // namespace

TEST_CASE("language: nouns become singular, verbs infinitive, degrees positive") {
  check_rows(shipped_rules(), {
                                  {"ships", {"NOUN", "NNS"}, "ship"},
                                  {"Mice", {"NOUN", "NNS"}, "mouse"},
                                  {"ship", {"NOUN", "NN"}, "ship"},
                                  {"announced", {"VERB", "VBD"}, "announce"},
                                  {"went", {"VERB", "VBD"}, "go"},
                                  {"written", {"VERB", "VBN"}, "write"},
                                  {"Running", {"VERB", "VBG"}, "run"},
                                  {"carries", {"VERB", "VBZ"}, "carry"},
                                  {"carry", {"VERB", "VBP"}, "carry"},
                                  {"larger", {"ADJ", "JJR"}, "large"},
                                  {"best", {"ADJ", "JJS"}, "good"},
                                  {"best", {"ADV", "RBS"}, "well"},
                                  {"later", {"ADV", "RBR"}, "late"},
                                  {"quickly", {"ADV", "RB"}, "quickly"},
                              });
}

TEST_CASE("language: auxiliaries, pronouns, articles and particles have their own lemmas") {
  check_rows(shipped_rules(),
             {
                 {"was", {"AUX", "VBD"}, "be"},    {"'re", {"AUX", "VBP"}, "be"},
                 {"’ve", {"AUX", "VBP"}, "have"},  {"'d", {"AUX", "VBD"}, "have"},
                 {"'d", {"AUX", "MD"}, "would"},   {"wo", {"AUX", "MD"}, "will"},
                 {"Ca", {"AUX", "MD"}, "can"},     {"could", {"AUX", "MD"}, "could"},
                 {"n't", {"PART", "RB"}, "not"},   {"n’t", {"PART", "RB"}, "not"},
                 {"na", {"PART", "TO"}, "to"},     {"Them", {"PRON", "PRP"}, "they"},
                 {"me", {"PRON", "PRP"}, "I"},     {"i", {"PRON", "PRP"}, "I"},
                 {"his", {"PRON", "PRP$"}, "his"}, {"An", {"DET", "DT"}, "a"},
                 {"those", {"DET", "DT"}, "that"}, {"’s", {"PART", "POS"}, "'s"},
                 {"’", {"PART", "POS"}, "'s"},
             });
}

TEST_CASE("language: capitals stay where they belong to the word") {
  check_rows(shipped_rules(), {
                                  {"Curie", {"PROPN", "NNP"}, "Curie"},
                                  {"States", {"PROPN", "NNPS"}, "State"},
                                  {"United", {"VERB", "NNP"}, "Unite"},
                                  {"American", {"ADJ", "JJ"}, "American"},
                                  {"Old", {"ADJ", "JJ"}, "old"},
                                  {"DNA", {"NOUN", "NN"}, "DNA"},
                                  {"SHIPS", {"NOUN", "NNS"}, "ship"},
                                  {"iPods", {"NOUN", "NNS"}, "iPod"},
                                  {"The", {"DET", "DT"}, "the"},
                                  {"THE", {"DET", "DT"}, "the"},
                              });
}

TEST_CASE("language: numbers lose their separators, marks their shape, decades stay") {
  check_rows(shipped_rules(), {
                                  {"200,000", {"NUM", "CD"}, "200000"},
                                  {"1.5", {"NUM", "CD"}, "1.5"},
                                  {"1990s", {"NOUN", "NNS"}, "1990s"},
                                  {"60's", {"NOUN", "NNS"}, "60's"},
                                  {"“", {"PUNCT", "``"}, "\""},
                                  {"–", {"PUNCT", ":"}, "-"},
                                  {"!", {"PUNCT", "."}, "!"},
                                  {"Łódź", {"NOUN", "NN"}, "łódź"},
                                  {"", {"NOUN", "NN"}, ""},
                                  {"", {"", ""}, ""},
                                  {"🙂", {"SYM", "NFP"}, "🙂"},
                              });
}

TEST_CASE("language: exceptions go before the rules; without a lexicon forms stay as they are") {
  const Lemmas taught(test::shipped_lexicon(), "goods NNS\tgoods\nsept. NNP\tSeptember\n");
  check_rows(taught, {{"Goods", {"NOUN", "NNS"}, "goods"},
                      {"Sept.", {"PROPN", "NNP"}, "September"},
                      {"ships", {"NOUN", "NNS"}, "ship"}});
  CHECK(taught.regular_lemma_of("goods", {"NOUN", "NNS"}) == "good");
  check_rows(Lemmas(), {{"Ships", {"NOUN", "NNS"}, "ships"}, {"them", {"PRON", "PRP"}, "they"}});
  const std::string endless(100'000, 's');
  CHECK(shipped_rules().lemma_of(endless, {"NOUN", "NNS"}) == endless);
}

TEST_CASE("language: 's is have before a participle in the active") {
  const auto lemma_of_s = [](std::string_view rows) {
    Given given(rows);
    shipped_rules().add_lemmas(given.sentence, given.tokens);
    return given.tokens[1].lemma;
  };
  CHECK(lemma_of_s("It PRON PRP 3 nsubj|'s AUX VBZ 3 aux|risen VERB VBN 0 root") == "have");
  CHECK(lemma_of_s("It PRON PRP 3 nsubj:pass|'s AUX VBZ 3 aux:pass|sold VERB VBN 0 root") == "be");
  CHECK(lemma_of_s("It PRON PRP 3 nsubj|'s AUX VBZ 3 aux|rising VERB VBG 0 root") == "be");
  CHECK(lemma_of_s("It PRON PRP 3 nsubj|is AUX VBZ 3 aux|risen VERB VBN 0 root") == "be");
}

}  // namespace recto::language
