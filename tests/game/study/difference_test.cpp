#include "game/study/difference.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;

namespace {

using Kind = Difference::Kind;

std::string all(const std::vector<Difference>& runs, std::string Difference::*side) {
  std::string text;
  for (const Difference& run : runs)
    text += run.*side;
  return text;
}

}  // namespace

TEST_CASE("F21 study: the difference is shown letter by letter") {
  CHECK(differences("Paris", "Paris") == std::vector<Difference>{{Kind::Same, "Paris", "Paris"}});
  CHECK(differences("Missisippi", "Mississippi") ==
        std::vector<Difference>{{Kind::Same, "Missis", "Missis"},
                                {Kind::Missing, "", "s"},
                                {Kind::Same, "ippi", "ippi"}});
  CHECK(differences("Sao", "São") == std::vector<Difference>{{Kind::Same, "S", "S"},
                                                             {Kind::Changed, "a", "ã"},
                                                             {Kind::Same, "o", "o"}});
  CHECK(differences("haert", "heart") == std::vector<Difference>{{Kind::Same, "h", "h"},
                                                                 {Kind::Changed, "ae", "ea"},
                                                                 {Kind::Same, "rt", "rt"}});
  CHECK(differences("oxen", "ox") ==
        std::vector<Difference>{{Kind::Same, "ox", "ox"}, {Kind::Extra, "en", ""}});
  CHECK(differences("", "").empty());
  CHECK(differences("", "a") == std::vector<Difference>{{Kind::Missing, "", "a"}});
}

TEST_CASE("study: the runs of a difference give both texts back") {
  test::for_seeds(200, [](Random& random) {
    const auto text = [&] {
      std::string letters;
      for (std::uint64_t left = random.below(12); left > 0; --left)
        letters +=
            random.below(4) == 0 ? "é" : std::string(1, static_cast<char>('a' + random.below(3)));
      return letters;
    };
    const std::string typed = text();
    const std::string right = text();
    const auto runs = differences(typed, right);
    CHECK(all(runs, &Difference::typed) == typed);
    CHECK(all(runs, &Difference::right) == right);
  });
  const std::string longest(5000, 'a');
  CHECK(differences(longest, longest + "b").size() == 1);
}
