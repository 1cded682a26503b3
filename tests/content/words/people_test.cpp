#include "content/words/people.h"

#include "tests/support/support.h"

using namespace recto;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

TEST_CASE("G11 words: the pieces of a person's name") {
  struct Row {
    std::string text;
    std::string_view titles, given, particles, family, suffixes;
  };
  for (const Row& row :
       {Row{"Marie Curie", "", "Marie", "", "Curie", ""},
        Row{"Curie, Marie", "", "Marie", "", "Curie", ""},
        Row{"Einstein", "", "", "", "Einstein", ""},
        Row{"Johann Sebastian Bach", "", "Johann Sebastian", "", "Bach", ""},
        Row{"J. S. Bach", "", "J. S.", "", "Bach", ""},
        Row{"J.S. Bach", "", "J. S.", "", "Bach", ""},
        Row{"J.R.R. Tolkien", "", "J. R. R.", "", "Tolkien", ""},
        Row{"Bach, J. S.", "", "J. S.", "", "Bach", ""},
        Row{"Dr Martin Luther King Jr.", "Dr", "Martin Luther", "", "King", "Jr."},
        Row{"Martin Luther King, Jr.", "", "Martin Luther", "", "King", "Jr."},
        Row{"King, Martin Luther, Jr.", "", "Martin Luther", "", "King", "Jr."},
        Row{"Sir Isaac Newton", "Sir", "Isaac", "", "Newton", ""},
        Row{"Prof. Dr. Robert Koch", "Prof. Dr.", "Robert", "", "Koch", ""},
        Row{"Ludwig van Beethoven", "", "Ludwig", "van", "Beethoven", ""},
        Row{"van Gogh", "", "", "van", "Gogh", ""},
        Row{"Vincent van Gogh", "", "Vincent", "van", "Gogh", ""},
        Row{"Johann Wolfgang von Goethe", "", "Johann Wolfgang", "von", "Goethe", ""},
        Row{"Ludwig Mies van der Rohe", "", "Ludwig Mies", "van der", "Rohe", ""},
        Row{"Simone de Beauvoir", "", "Simone", "de", "Beauvoir", ""},
        Row{"Leonardo da Vinci", "", "Leonardo", "da", "Vinci", ""},
        Row{"Charles de Gaulle", "", "Charles", "de", "Gaulle", ""},
        Row{"García Márquez, Gabriel", "", "Gabriel", "", "García Márquez", ""},
        Row{"Elizabeth II", "", "", "", "Elizabeth", "II"},
        Row{"Queen Elizabeth II", "Queen", "", "", "Elizabeth", "II"},
        Row{"King Charles I", "King", "", "", "Charles", "I"},
        Row{"Pope John Paul II", "Pope", "John", "", "Paul", "II"},
        Row{"John D. Rockefeller III", "", "John D.", "", "Rockefeller", "III"},
        Row{"Jane Smith, PhD", "", "Jane", "", "Smith", "PhD"},
        Row{"Jean-Paul Sartre", "", "Jean-Paul", "", "Sartre", ""},
        Row{"Mary Wollstonecraft Shelley", "", "Mary Wollstonecraft", "", "Shelley", ""},
        Row{"President Lincoln", "President", "", "", "Lincoln", ""},
        Row{"Prof", "", "", "", "Prof", ""},
        Row{"J.", "", "J.", "", "", ""},
        Row{"", "", "", "", "", ""},
        Row{",", "", "", "", "", ""}}) {
    CAPTURE(row.text);
    const PersonName name = read_person(row.text);
    CHECK(joined(name.titles) == row.titles);
    CHECK(joined(name.given) == row.given);
    CHECK(joined(name.particles) == row.particles);
    CHECK(name.family == row.family);
    CHECK(joined(name.suffixes) == row.suffixes);
  }
}

TEST_CASE("G11 words: how one name fits another") {
  struct Row {
    std::string shorter, full;
    NameFit wanted;
  };
  using enum NameFit;
  for (const Row& row : {Row{"Johann Sebastian Bach", "Johann Sebastian Bach", Full},
                         Row{"J. S. Bach", "Johann Sebastian Bach", Full},
                         Row{"J.S. Bach", "Johann Sebastian Bach", Full},
                         Row{"JS Bach", "J. S. Bach", Full},
                         Row{"JS Bach", "Johann Sebastian Bach", Full},
                         Row{"JO SMITH", "Jo Smith", Full},
                         Row{"Prime Minister Churchill", "Winston Churchill", Surname},
                         Row{"E. Hemingway", "Ernest Hemingway", Full},
                         Row{"Ernest E. Miller", "Ernest Miller", Full},
                         Row{"J. Bach", "Johann Sebastian Bach", Full},
                         Row{"Johann Bach", "Johann Sebastian Bach", Full},
                         Row{"Sebastian Bach", "Johann Sebastian Bach", Full},
                         Row{"S. Bach", "Johann Sebastian Bach", None},
                         Row{"C. P. E. Bach", "Johann Sebastian Bach", None},
                         Row{"Bach", "Johann Sebastian Bach", Surname},
                         Row{"Johann", "Johann Sebastian Bach", Given},
                         Row{"Handel", "Johann Sebastian Bach", None},
                         Row{"Einstein", "Albert Einstein", Surname},
                         Row{"einstein", "Albert Einstein", Surname},
                         Row{"Albert", "Albert Einstein", Given},
                         Row{"Albert Einstein", "Einstein", Surname},
                         Row{"Marie Curie", "Marie Curie", Full},
                         Row{"Curie, Marie", "Marie Curie", Full},
                         Row{"Madame Curie", "Marie Curie", Surname},
                         Row{"Pierre Curie", "Marie Curie", None},
                         Row{"M. Curie", "Marie Curie", Full},
                         Row{"P. Curie", "Marie Curie", None},
                         Row{"Marie Sklodowska Curie", "Marie Skłodowska Curie", Full},
                         Row{"Sir Isaac Newton", "Isaac Newton", Full},
                         Row{"Newton", "Sir Isaac Newton", Surname},
                         Row{"Beethoven", "Ludwig van Beethoven", Surname},
                         Row{"van Beethoven", "Ludwig van Beethoven", Surname},
                         Row{"Ludwig Beethoven", "Ludwig van Beethoven", Full},
                         Row{"Martin Luther King", "Martin Luther King Jr.", Full},
                         Row{"Martin Luther King Sr.", "Martin Luther King Jr.", None},
                         Row{"Dr. King", "Martin Luther King Jr.", Surname},
                         Row{"Elizabeth II", "Queen Elizabeth II", Full},
                         Row{"Elizabeth I", "Elizabeth II", None},
                         Row{"Elizabeth", "Elizabeth II", Surname},
                         Row{"Henry VII", "Henry VIII", None},
                         Row{"Jean Paul Sartre", "Jean-Paul Sartre", Full},
                         Row{"J.-P. Sartre", "Jean-Paul Sartre", Full},
                         Row{"Garcia Marquez, Gabriel", "García Márquez, Gabriel", Full},
                         Row{"John F. Kennedy", "John Fitzgerald Kennedy", Full},
                         Row{"Robert Kennedy", "John F. Kennedy", None},
                         Row{"", "Marie Curie", None},
                         Row{"Marie Curie", "", None},
                         Row{"Mr", "Marie Curie", None}}) {
    CAPTURE(row.shorter);
    CAPTURE(row.full);
    CHECK(static_cast<int>(fit(row.shorter, row.full)) == static_cast<int>(row.wanted));
  }
}

TEST_CASE("words: any name fits itself") {
  for (const std::string& name :
       {std::string("Ada Lovelace"), std::string("J. R. R. Tolkien"), std::string("Voltaire"),
        std::string("Charles de Gaulle"), std::string("Louis XIV"), std::string("Ø. Ødegaard")}) {
    CAPTURE(name);
    CHECK(fit(name, name) == NameFit::Full);
    CHECK(read_person(read_person(name).full()) == read_person(name));
  }
}

TEST_CASE("words: titles, particles, suffixes, initials") {
  for (const char* title : {"Dr", "Dr.", "prof.", "Sir", "President", "Mme"})
    CHECK(is_title(title));
  for (const char* particle : {"von", "de", "van", "bin", "Della"})
    CHECK(is_name_particle(particle));
  for (const char* suffix : {"Jr.", "jr", "III", "Ph.D.", "VIII"})
    CHECK(is_name_suffix(suffix));
  for (const char* initial : {"J.", "J", "J.R.R.", "Ø.", "J.-P."})
    CHECK(is_initial(initial));
  for (const char* word : {"Jo", "j.", "", ".", "JR", "3."})
    CHECK(!is_initial(word));
  CHECK(!is_title("Marie"));
  CHECK(!is_name_suffix("Curie"));
  CHECK(pronoun_of_title("Mrs.") == "she");
  CHECK(pronoun_of_title("Sir") == "he");
  CHECK(pronoun_of_title("Dr").empty());
}
