#include "tools/questions/guard.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

using test::ToldText;

const ToldText& text() {
  static const ToldText kText("Basel", "Ada Lemmon discovered zinc in Basel.");
  return kText;
}

/// Why a question made of the text's statement reads otherwise.
std::string misreading(const std::string& prompt) {
  Candidates all;
  add_who_and_what(text().told(), all);
  REQUIRE(!all.empty());
  all.resize(1);
  all[0].card.prompt = prompt;
  const std::vector<std::string> found = misreadings(text().told(), all);
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace

TEST_CASE("C11 guard: a question reads as its statement, or it is told why not") {
  CHECK(misreading("Who discovered zinc in Basel?").empty());
  CHECK(misreading("Who moved to Basel in 1895?") ==
        "its question reads as one about 'moved' (C11)");
  CHECK(misreading("Who discovered zinc. Who moved to Basel?") ==
        "its question reads as several sentences (C11)");
  CHECK(misreading("Did Ada Lemmon discover zinc?") == "its question has no verb (C11)");
}

TEST_CASE("guard: what is no question of a statement is left alone") {
  Candidates all;
  add_clozes(text().told(), all);
  Candidate faq;
  faq.card.kind = CardKind::Faq;
  faq.card.prompt = "Moved?";
  all.push_back(faq);
  for (const std::string& found : misreadings(text().told(), all))
    CHECK(found.empty());
  CHECK(misreadings(text().told(), {}).empty());
}

}  // namespace recto::questions
