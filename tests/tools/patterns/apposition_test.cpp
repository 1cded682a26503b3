#include "tools/patterns/apposition.h"

#include <string>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

using language::NameKind;
using test::hand_tagged;
using test::HandTagged;

/// "NAME = DESCRIPTION [HEAD]; …", a letter for the form before it.
std::string found_in(const HandTagged& tagged) {
  const Sentence sentence = tagged.sentence();
  std::string all;
  for (const Apposition& one : find_appositions(sentence, test::shipped_lexicon())) {
    all += all.empty() ? "" : "; ";
    all += one.form == AppositionForm::Behind   ? "behind "
           : one.form == AppositionForm::Before ? "before "
                                                : "close ";
    all += std::string(sentence.text(one.name)) + " = " +
           std::string(sentence.text(one.description)) + " [" +
           std::string(sentence.word(one.head)) + "]";
  }
  return all;
}

struct Row {
  std::string marked;
  std::string expected;
};

TEST_CASE("patterns: a description behind a name, between marks") {
  for (const Row& row : {
           Row{"Euler, the Swiss mathematician, died.",
               "behind Euler = the Swiss mathematician [mathematician]"},
           Row{"Leonhard Euler, a Swiss mathematician, was born in Basel.",
               "behind Leonhard Euler = a Swiss mathematician [mathematician]"},
           Row{"Euler, a mathematician and physicist, lived in Berlin.",
               "behind Euler = a mathematician and physicist [mathematician]"},
           Row{"He met Goethe, the poet.", "behind Goethe = the poet [poet]"},
           Row{"He met Goethe, a poet of his time; they talked.",
               "behind Goethe = a poet of his time [poet]"},
           Row{"Ada Lovelace (1815-1852), an English/JJ mathematician, wrote notes.",
               "behind Ada Lovelace = an English mathematician [mathematician]"},
           Row{"Hopper, 85, a retired/VBN admiral, spoke/VBD.",
               "behind Hopper = a retired admiral [admiral]"},
           Row{"Ada Lovelace (a mathematician) wrote notes.",
               "behind Ada Lovelace = a mathematician [mathematician]"},
           Row{"Euler – the greatest/JJS mathematician of his century – was blind/JJ.",
               "behind Euler = the greatest mathematician of his century [mathematician]"},
           Row{"Curie, the first/JJ woman to win/VB the prize, taught/VBD there.",
               "behind Curie = the first woman to win the prize [woman]"},
           Row{"Curie, a chemist who won two prizes, taught/VBD there.",
               "behind Curie = a chemist who won two prizes [chemist]"},
           Row{"Siwu, a language/NN/appos:Siwu spoken/VBN in Ghana, has tones.",
               "behind Siwu = a language spoken in Ghana [language]"},
           Row{"Krishnagatha, a poem of great/JJ beauty, is old/JJ.",
               "behind Krishnagatha = a poem of great beauty [poem]"},
           Row{"He married Ada, his cousin.", "behind Ada = his cousin [cousin]"},
           Row{"Ada, Lord Byron's daughter, wrote notes.",
               "behind Ada = Lord Byron's daughter [daughter]"},
           Row{"Zermatt, a village in Valais, lies/VBZ high/RB.",
               "behind Zermatt = a village in Valais [village]"},
           Row{"He lives/VBZ in Zermatt, a village/NN/appos:Zermatt of Valais.",
               "behind Zermatt = a village of Valais [village]"},
           Row{"Ada Byron, author/NN of the notes, died.",
               "behind Ada Byron = author of the notes [author]"},
           Row{"Ada Byron, former minister of finance, spoke/VBD.",
               "behind Ada Byron = former minister of finance [minister]"},
           Row{"Ada Byron, President/NN of the club, spoke/VBD.",
               "behind Ada Byron = President of the club [President]"},
           Row{"Knifeworld, a rock band (from London), played/VBD.",
               "behind Knifeworld = a rock band [band]"},
           Row{"The prize went to Ada Byron, a well/RB-known/VBN host/NN.",
               "behind Ada Byron = a well-known host [host]"},
       }) {
    CAPTURE(row.marked);
    const HandTagged tagged = hand_tagged(row.marked);
    CHECK(found_in(tagged) == row.expected);
  }
}

TEST_CASE("patterns: a name behind its description, between marks") {
  for (const Row& row : {
           Row{"His wife, Marie Curie, was a chemist.", "before Marie Curie = His wife [wife]"},
           Row{"The club's president, Ada Byron, spoke/VBD.",
               "before Ada Byron = The club's president [president]"},
           Row{"The founder of the firm, Ada Byron, left.",
               "before Ada Byron = The founder of the firm [founder]"},
           Row{"He married his cousin, Emma Wedgwood.",
               "before Emma Wedgwood = his cousin [cousin]"},
           Row{"The secretary of the club (a small/JJ one), Ada Byron, spoke/VBD.", ""},
           Row{"The capital of Ticino, Bellinzona/NNP/appos:capital, has three castles.", ""},
           Row{"The capital of the canton, Bellinzona/NNP/appos:capital, has three castles.",
               "before Bellinzona = The capital of the canton [capital]"},
           Row{"Their first album, Blue Hours/NNP/appos:album, sold/VBD well/RB.",
               "before Blue Hours = Their first album [album]"},
           Row{"The patron of Ada's husband, William King, came.",
               "before William King = Ada's husband [husband]"},
       }) {
    CAPTURE(row.marked);
    const HandTagged tagged = hand_tagged(row.marked);
    CHECK(found_in(tagged) == row.expected);
  }
}

TEST_CASE("patterns: a name right behind its description") {
  for (const Row& row : {
           Row{"The Swiss mathematician Leonhard Euler died.",
               "close Leonhard Euler = The Swiss mathematician [mathematician]"},
           Row{"Swiss mathematician Leonhard Euler died.",
               "close Leonhard Euler = Swiss mathematician [mathematician]"},
           Row{"His brother Nicolas was a painter.", "close Nicolas = His brother [brother]"},
           Row{"He saw the 1969 film Easy Rider/NNP twice/RB.",
               "close Easy Rider = the 1969 film [film]"},
           Row{"The word \"Mathematics\" is Greek.", "close Mathematics = The word [word]"},
           Row{"It was written/VBN by the historian and writer Ada Byron.",
               "close Ada Byron = the historian and writer [historian]"},
           Row{"Ada's husband William King came.", "close William King = Ada's husband [husband]"},
           Row{"The Bank of Canada governor Ada Byron spoke/VBD.",
               "close Ada Byron = The Bank of Canada governor [governor]"},
           Row{"He met far/RB-right/JJ extremist Ada Byron.",
               "close Ada Byron = far-right extremist [extremist]"},
           Row{"The band Knifeworld played/VBD.", "close Knifeworld = The band [band]"},
           Row{"The singer Ada's voice was low/JJ.", "close Ada = The singer [singer]"},
           Row{"The city Basel/NNP/appos:city grew.", "close Basel = The city [city]"},
       }) {
    CAPTURE(row.marked);
    const HandTagged tagged = hand_tagged(row.marked);
    CHECK(found_in(tagged) == row.expected);
  }
}

TEST_CASE("patterns: what only looks like an apposition") {
  for (const char* marked : {
           "Euler, the mathematician died.",                       // a clause
           "Paris, Texas, is small.",                              // an address
           "He came on Monday, the first day of the week.",        // a date
           "He came in May, the month of roses.",                  // a date
           "Euler, the poets, came.",                              // another number
           "Euler, a Tuesday, came.",                              // no noun of its own
           "Basel, the summer of the year, came.",                 // no such thing
           "Euler, poets and singers came.",                       // a list
           "Euler, the poet/NN/conj:Euler and the painter came.",  // a list, says the tree
           "Goethe, the painter, and Schiller came.",              // perhaps a list
           "He met Goethe, the painter or a friend came.",         // a clause
           "Ada Byron, guitar, played.",                           // no person
           "Ada Byron, the way, played.",                          // says nothing
           "The poets Goethe and Schiller met.",                   // two
           "A painter Ada Byron came.",                            // no one says so
           "The state Senate/NNP met.",                            // one name
           "The party Chairman/NNP spoke/VBD.",                    // one name
           "The Social Credit/NN Party/NNP won.",                  // one name
           "The teacher Euler method/NN failed.",                  // more follows
           "They named their robot \"Ada\".",                      // it was not one before
           "He spoke/VBD under his command Gordon came.",          // two clauses
           "The recipient of the prize, the Byron Foundation, closed.",
           "The tower in Pisa/NNP, Italy/NNP/appos:tower, leans/VBZ.",  // an address
           "",
           ",",
           "Ada,",
           "the",
           "Ada Byron",
       }) {
    CAPTURE(marked);
    const HandTagged tagged = hand_tagged(marked);
    CHECK(found_in(tagged) == "");
  }
}

TEST_CASE("patterns: what analysis calls a name decides") {
  const HandTagged person = hand_tagged("Jordan, a city, grew.", {{"Jordan", NameKind::Person}});
  CHECK(found_in(person) == "");
  const HandTagged place = hand_tagged("Jordan, a city, grew.", {{"Jordan", NameKind::Place}});
  CHECK(found_in(place) == "behind Jordan = a city [city]");
  const HandTagged work =
      hand_tagged("He saw the film A Little/JJ Wind.", {{"A Little Wind", NameKind::Work}});
  CHECK(found_in(work) == "close A Little Wind = the film [film]");
}

TEST_CASE("patterns: long rows of marks and names end") {
  for (const char* piece : {"Ada, ", "Ada, the poet, ", "Ada ( ", "the poet Ada ", "the poet and ",
                            "- ", "the ", "'s ", "Ada of ", "Ada – "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 5000; ++i)
      text += piece;
    const HandTagged tagged = hand_tagged(text);
    const auto found = find_appositions(tagged.sentence(), test::shipped_lexicon());
    for (const Apposition& one : found)
      CHECK(one.name.end <= tagged.sentence().size());
  }
}

}  // namespace
}  // namespace recto::patterns
