#include "tools/questions/name_class.h"

#include <string>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"

namespace recto::questions {
namespace {

using test::ToldText;

std::string class_of_name(const std::string& sentence) {
  const ToldText text("Classes", sentence);
  const auto* mention = text.article.reading.sentences.at(0).mention_at(
      text.article.reading.sentences.at(0).words.is(0, "the") ? 1 : 0);
  REQUIRE(mention != nullptr);
  REQUIRE(mention->entity != discourse::kNoEntity);
  return class_of(text.told(), mention->entity);
}

}  // namespace

TEST_CASE("C5 name class: the class of a noun and of a name is narrow, or none") {
  const Lexicon& lexicon = test::shipped_knowledge().lexicon;
  CHECK(class_of_noun(lexicon, "tuberculosis") == "disease");
  CHECK(class_of_noun(lexicon, "iron") == "metal");
  CHECK(class_of_noun(lexicon, "bridge").empty());
  CHECK(class_of_noun(lexicon, "zzyzx").empty());
  CHECK(class_of_name("Switzerland joined Basel.") == "country");
  CHECK(class_of_name("The Danube crosses Vienna.") == "river");
  CHECK(class_of_name("The University of Basel is in Basel.") == "university");
  CHECK(class_of_name("Peter Olm lived in Basel.").empty());
}

}  // namespace recto::questions
