#include "tools/questions/traits.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

const std::string kText =
    "Basel is a city on the Rhine. In 1895, Ada Lemmon moved to Basel. Ada Lemmon discovered zinc "
    "in "
    "Basel in 1902. The Basel Institute was built by Peter Olm. Basel has four bridges.";

Candidates candidates_of(const Told& told) {
  Candidates all;
  add_definitions(told, all);
  add_when_and_where(told, all);
  add_how_many(told, all);
  add_who_and_what(told, all);
  add_clozes(told, all);
  return all;
}

float value_of(const Traits& traits, const std::string& name) {
  const auto found = std::ranges::find(traits.names, name);
  if (found == traits.names.end()) FAIL("no trait ", name);
  return traits.values.at(static_cast<std::size_t>(found - traits.names.begin()));
}

}  // namespace

TEST_CASE("traits: every candidate has the same ones, each name once, all of them numbers") {
  const test::ToldText text("Basel", kText);
  const Told told = text.told();
  const Candidates all = candidates_of(told);
  REQUIRE(all.size() > 8);
  const std::vector<std::string> names = traits_of(all.front(), told).names;
  CHECK(std::set<std::string>(names.begin(), names.end()).size() == names.size());
  for (const Candidate& candidate : all) {
    const Traits traits = traits_of(candidate, told);
    CHECK(traits.names == names);
    CHECK(traits.values.size() == names.size());
    CHECK(std::ranges::all_of(traits.values, [](float value) { return std::isfinite(value); }));
  }
}

TEST_CASE("traits: the shipped model was learned from these") {
  const test::ToldText text("Basel", kText);
  const Told told = text.told();
  CHECK(traits_of(candidates_of(told).front(), told).names == test::ranking().features);
}

TEST_CASE("traits: they tell what is asked, of whom, and what is doubted") {
  const test::ToldText text("Basel", kText);
  const Told told = text.told();
  const Candidates all = candidates_of(told);
  const auto found = std::ranges::find_if(all, [](const Candidate& one) {
    return one.card.prompt == "Who discovered zinc in Basel in 1902?";
  });
  REQUIRE(found != all.end());
  const Traits traits = traits_of(*found, told);
  CHECK(value_of(traits, "rule_subject") == 1);
  CHECK(value_of(traits, "asks_who") == 1);
  CHECK(value_of(traits, "name_person") == 1);
  CHECK(value_of(traits, "dates_beside") == 1);
  CHECK(value_of(traits, "past") == 1);
  CHECK(value_of(traits, "cloze") == 0);
  Candidate doubted = *found;
  note(doubted.doubts, Doubt::ByMany, true);
  CHECK(value_of(traits_of(doubted, told), "doubt_by_many") == 1);
}

}  // namespace recto::questions
