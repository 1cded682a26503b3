#include "tools/language/morphology.h"

#include <string>
#include <string_view>
#include <vector>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/language/given.h"
#include "tools/language/lemmas.h"

namespace recto::language {
namespace {

std::vector<Morphology> read(std::string_view rows) {
  static const Lemmas kLemmas(test::shipped_lexicon());
  Given given(rows);
  kLemmas.add_lemmas(given.sentence, given.tokens);
  return morphology_of(given.sentence, given.tokens);
}

/// "The mill was built and sold."
constexpr std::string_view kBuilt =
    "The DET DT 2 det|mill NOUN NN 4 nsubj:pass|was AUX VBD 4 aux:pass|built VERB VBN 0 root|"
    "and CCONJ CC 6 cc|sold VERB VBN 4 conj";

}  // namespace

TEST_CASE("language: participles are passive with be, without an auxiliary, and in company") {
  const auto built = read(kBuilt);
  CHECK(built[3].passive);
  CHECK(built[3].verb == VerbForm::Participle);
  CHECK(built[3].tense == Tense::Past);
  CHECK(built[5].passive);
  CHECK_FALSE(built[2].passive);
  CHECK(read("mills NOUN NNS 0 root|built VERB VBN 1 acl|then ADV RB 2 advmod")[1].passive);
  const auto risen = read(
      "It PRON PRP 3 nsubj|has AUX VBZ 3 aux|risen VERB VBN 0 root|and CCONJ CC 5 cc|"
      "fallen VERB VBN 3 conj");
  CHECK_FALSE(risen[2].passive);
  CHECK_FALSE(risen[4].passive);
}

TEST_CASE("language: finite verbs agree with their subject") {
  const auto was = read(kBuilt)[2];
  CHECK(was.verb == VerbForm::Finite);
  CHECK(was.mood == Mood::Indicative);
  CHECK(was.tense == Tense::Past);
  CHECK(was.number == Number::Singular);
  CHECK(was.person == 3);
  const auto mills = read("Mills NOUN NNS 2 nsubj|stood VERB VBD 0 root");
  CHECK(mills[1].number == Number::Plural);
  const auto relative = read(
      "mills NOUN NNS 0 root|that PRON WDT 3 nsubj|stood VERB VBD 1 acl:relcl|there ADV RB 3 "
      "advmod");
  CHECK(relative[2].number == Number::Plural);
  CHECK(relative[1].pronoun == PronounType::Relative);
  const auto both =
      read("Ann PROPN NNP 4 nsubj|and CCONJ CC 3 cc|Bob PROPN NNP 1 conj|left VERB VBD 0 root");
  CHECK(both[3].number == Number::Plural);
  const auto i = read("I PRON PRP 2 nsubj|know VERB VBP 0 root");
  CHECK(i[1].person == 1);
  CHECK(i[1].number == Number::Singular);
  CHECK(read("He PRON PRP 2 nsubj|knows VERB VBZ 0 root")[1].person == 3);
}

TEST_CASE("language: a bare verb is an imperative unless something governs it") {
  const auto go = read("Go VERB VB 0 root|home ADV RB 1 advmod");
  CHECK(go[0].mood == Mood::Imperative);
  CHECK(go[0].verb == VerbForm::Finite);
  const auto can = read("He PRON PRP 3 nsubj|can AUX MD 3 aux|go VERB VB 0 root");
  CHECK(can[1].verb == VerbForm::Finite);
  CHECK(can[2].verb == VerbForm::Infinitive);
  const auto to = read(
      "He PRON PRP 2 nsubj|wants VERB VBZ 0 root|to PART TO 4 mark|go VERB VB 2 "
      "xcomp|and CCONJ CC 6 cc|stay VERB VB 4 conj");
  CHECK(to[3].verb == VerbForm::Infinitive);
  CHECK(to[5].verb == VerbForm::Infinitive);
  const auto be = read("Be AUX VB 2 cop|quiet ADJ JJ 0 root");
  CHECK(be[0].mood == Mood::Imperative);
}

TEST_CASE("language: -ing is a participle with be and beside a clause, else a gerund") {
  const auto running = read("He PRON PRP 3 nsubj|is AUX VBZ 3 aux|running VERB VBG 0 root");
  CHECK(running[2].verb == VerbForm::Participle);
  CHECK(running[2].tense == Tense::Present);
  const auto liked = read("He PRON PRP 2 nsubj|liked VERB VBD 0 root|running VERB VBG 2 xcomp");
  CHECK(liked[2].verb == VerbForm::Gerund);
  CHECK(liked[2].tense == Tense::None);
}

TEST_CASE("language: pronouns and determiners have person, number, gender and kind") {
  struct Row {
    std::string_view word;
    Morphology expected;
  };
  for (const Row& row : {
           Row{"he PRON PRP 0 root",
               {.number = Number::Singular,
               .person = 3,
               .gender = Gender::Masculine,
               .pronoun = PronounType::Personal}},
           Row{"Their PRON PRP$ 0 root",
               {.number = Number::Plural,
               .person = 3,
               .pronoun = PronounType::Personal,
               .possessive = true}},
           Row{"the DET DT 0 root",
               {.definite = Definiteness::Definite, .pronoun = PronounType::Article}},
           Row{"an DET DT 0 root",
               {.definite = Definiteness::Indefinite, .pronoun = PronounType::Article}},
           Row{"These DET DT 0 root",
               {.number = Number::Plural, .pronoun = PronounType::Demonstrative}},
           Row{"that DET DT 0 root",
               {.number = Number::Singular, .pronoun = PronounType::Demonstrative}},
           Row{"that ADV RB 0 root", {}},
           Row{"never ADV RB 0 root", {.pronoun = PronounType::Negative}},
           Row{"every DET DT 0 root", {.pronoun = PronounType::Total}},
           Row{"nobody PRON NN 0 root",
               {.number = Number::Singular, .pronoun = PronounType::Negative}},
           Row{"who PRON WP 0 root", {.pronoun = PronounType::Interrogative}},
           Row{"ships NOUN NNS 0 root", {.number = Number::Plural}},
           Row{"larger ADJ JJR 0 root", {.degree = Degree::Comparative}},
           Row{"largest ADJ JJS 0 root", {.degree = Degree::Superlative}},
           Row{"large ADJ JJ 0 root", {.degree = Degree::Positive}},
           Row{"Red ADJ NNP 0 root", {.degree = Degree::Positive}},
           Row{". PUNCT . 0 root", {}},
       }) {
    CAPTURE(row.word);
    CHECK(read(row.word)[0] == row.expected);
  }
}

TEST_CASE("language: any tree is read, rings and heads outside, too") {
  CHECK(read("").empty());
  const auto ring = read("go VERB VB 2 conj|come VERB VB 1 conj|had AUX VBD 9 aux");
  CHECK(ring.size() == 3);
  CHECK(read("who PRON WP 2 nsubj|which PRON WP 1 nsubj").size() == 2);
}

}  // namespace recto::language
