#include "tools/train-language/train_references.h"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

#include "content/files/files.h"
#include "tests/support/support.h"
#include "tools/train-language/evaluate_references.h"

using namespace recto;
using namespace recto::train;

namespace {

discourse::Nouns shipped_nouns() {
  static const std::string kBytes =
      test::value(read_file(test::project_folder() / "assets/language/en.lexicon", 16 << 20));
  static const Lexicon kLexicon = test::value(Lexicon::open(kBytes));
  static const discourse::NameWords kWords;
  return {kWords, kLexicon};
}

struct Tagged {
  std::string_view word;
  std::string_view upos;
  std::string_view relation;
};

/// "Ada met Bob. She left.", where "she" is Ada (1), Bob is 2; all words hang on the second.
AnalysedDocument document(std::string_view subject, std::string_view object) {
  AnalysedDocument made;
  made.texts.emplace_back();
  made.sentences.emplace_back();
  const std::vector<std::vector<Tagged>> sentences{
      {{subject, "PROPN", "nsubj"}, {"met", "VERB", "root"}, {object, "PROPN", "obj"}},
      {{"She", "PRON", "nsubj"}, {"left", "VERB", "root"}}};
  for (const auto& words : sentences) {
    language::AnalysedSentence sentence;
    sentence.span.begin = made.texts[0].size();
    for (const Tagged& tagged : words) {
      language::Token token;
      token.span.begin = made.texts[0].size() - sentence.span.begin;
      made.texts[0] += std::string(tagged.word) + " ";
      token.span.end = token.span.begin + tagged.word.size();
      token.tag = {tagged.upos, tagged.upos};
      token.relation = tagged.relation;
      token.head = tagged.relation == "root" ? static_cast<language::WordId>(words.size()) : 1;
      sentence.tokens.push_back(token);
    }
    sentence.span.end = made.texts[0].size();
    made.sentences[0].push_back(sentence);
  }
  made.sentences[0][0].names = {{0, 1, language::NameKind::Person, 0.9F},
                                {2, 3, language::NameKind::Person, 0.9F}};
  made.mentions = {
      {0, 0, 1, "1", "person", {0}}, {0, 2, 3, "2", "person", {2}}, {1, 0, 1, "1", "person", {0}}};
  return made;
}

std::vector<AnalysedDocument> documents() {
  std::vector<AnalysedDocument> all;
  for (int i = 0; i < 10; ++i)
    all.push_back(document("Oduya", "Kamara"));
  return all;
}

std::int16_t weight(const LearnedReferences& learned, discourse::Feature feature) {
  return learned.weights.at(static_cast<std::size_t>(feature));
}

}  // namespace

TEST_CASE("train-language: what the antecedents have in common gets weight") {
  discourse::Nouns nouns = shipped_nouns();
  const std::vector<AnalysedDocument> all = documents();
  const LearnedReferences learned = train_references(all, nouns, [](std::string_view) {});
  CHECK(weight(learned, discourse::Feature::SubjectPrevious) > 0);
  CHECK(weight(learned, discourse::Feature::ObjectPrevious) < 0);
  CHECK(weight(learned, discourse::Feature::OwnerSame) == 0);
  double right = 0;
  for (const discourse::ReferenceStep& step : learned.steps) {
    CHECK(step.right >= right);
    right = step.right;
  }
  CHECK(right > 0.8);
}

TEST_CASE("train-language: the same documents give the same weights, as source") {
  discourse::Nouns nouns = shipped_nouns();
  const std::vector<AnalysedDocument> all = documents();
  const auto source = [&] {
    return source_of(train_references(all, nouns, [](std::string_view) {}));
  };
  const std::string once = source();
  CHECK(once == source());
  CHECK(once.find("// SubjectPrevious\n") != std::string::npos);
  CHECK(once.find("reference_steps()") != std::string::npos);
}

TEST_CASE("train-language: nothing to learn from gives no weight") {
  discourse::Nouns nouns = shipped_nouns();
  const LearnedReferences learned = train_references({}, nouns, [](std::string_view) {});
  CHECK(learned.weights == discourse::ReferenceWeights{});
}

TEST_CASE("train-language: references are right when people's chain has the name") {
  discourse::Nouns nouns = shipped_nouns();
  std::vector<AnalysedDocument> all = documents();
  const ReferenceScores right = evaluate_references(all, nouns);
  CHECK(right.pronouns == 10);
  CHECK(right.named == 10);
  REQUIRE(right.kept.front().kept == 10);
  CHECK(right.kept.front().right == 10);
  for (AnalysedDocument& one : all)
    one.mentions.back().entity = "2";
  CHECK(evaluate_references(all, nouns).kept.front().right == 0);
  for (AnalysedDocument& one : all)
    one.mentions.pop_back();
  CHECK(evaluate_references(all, nouns).kept.front().kept == 0);
}
