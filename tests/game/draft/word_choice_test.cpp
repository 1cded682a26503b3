#include "game/draft/word_choice.h"

#include <string>

#include "content/base/utf8.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::draft;

namespace {

constexpr ChoiceWay kBothWays[] = {ChoiceWay::Back, ChoiceWay::On};

std::string text_of(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Span& word : words_in(text))
    words.push_back(text_of(text, word));
  return words;
}

/// A walk through passages, a key at a time.
struct Walk {
  std::vector<std::string_view> passages;
  WordChoice choice;

  std::string move(ChoiceStep step, ChoiceWay way) { return take(step, way, ChoiceMode::Move); }
  std::string extend(ChoiceStep step, ChoiceWay way) { return take(step, way, ChoiceMode::Extend); }
  std::string take(ChoiceStep step, ChoiceWay way, ChoiceMode mode) {
    choice = moved(choice, passages, step, way, mode);
    return text_of(passages[choice.passage], choice.span());
  }
};

}  // namespace

TEST_CASE("F12 words: what stands inside of a word belongs to it") {
  CHECK(words_of("In 1,815 the well-known U.S. harbour (it’s deep) froze.") ==
        std::vector<std::string>{"In", "1,815", "the", "well-known", "U.S", "harbour", "it’s",
                                 "deep", "froze"});
  CHECK(words_of("Café — “Öl”: 漢字の x") ==
        std::vector<std::string>{"Café", "Öl", "漢", "字", "の", "x"});
  CHECK(words_of(" … , ").empty());
  CHECK(words_of("").empty());
}

TEST_CASE("F12 words: arrows go from word to word, and into the next passage") {
  Walk walk{{"One two.", "–", "Three four."}, {0, 0, 3}};
  using Step = ChoiceStep;
  CHECK(walk.move(Step::Word, ChoiceWay::On) == "two");
  CHECK(walk.move(Step::Word, ChoiceWay::On) == "Three");
  CHECK(walk.choice.passage == 2);
  CHECK(walk.move(Step::Word, ChoiceWay::On) == "four");
  CHECK(walk.move(Step::Word, ChoiceWay::On) == "four");  // the end of the article
  CHECK(walk.move(Step::Word, ChoiceWay::Back) == "Three");
  CHECK(walk.move(Step::Word, ChoiceWay::Back) == "two");
  CHECK(walk.move(Step::Word, ChoiceWay::Back) == "One");
  CHECK(walk.move(Step::Word, ChoiceWay::Back) == "One");
}

TEST_CASE("F12 words: with Shift they choose more, and less again") {
  Walk walk{{"One two three, four."}, {0, 4, 7}};
  using Step = ChoiceStep;
  CHECK(walk.extend(Step::Word, ChoiceWay::On) == "two three");
  CHECK(walk.extend(Step::Letter, ChoiceWay::On) == "two three,");
  CHECK(walk.extend(Step::Letter, ChoiceWay::Back) == "two three");
  CHECK(walk.extend(Step::Word, ChoiceWay::Back) == "two ");
  CHECK(walk.extend(Step::Word, ChoiceWay::Back).empty());
  CHECK(walk.extend(Step::Word, ChoiceWay::Back) == "One ");
  CHECK(walk.extend(Step::Word, ChoiceWay::Back) == "One ");
  CHECK(walk.move(Step::Word, ChoiceWay::On) == "two");
}

TEST_CASE("F12 words: by sentences and by passages") {
  Walk walk{{"First one. Second one here. Third.", "Other."}, {0, 0, 5}};
  using Step = ChoiceStep;
  CHECK(walk.move(Step::Sentence, ChoiceWay::On) == "Second");
  CHECK(walk.extend(Step::Sentence, ChoiceWay::On) == "Second one here.");
  CHECK(walk.move(Step::Sentence, ChoiceWay::On) == "Third");
  CHECK(walk.move(Step::Sentence, ChoiceWay::On) == "Other");
  CHECK(walk.move(Step::Passage, ChoiceWay::Back) == "First");
  CHECK(walk.extend(Step::Passage, ChoiceWay::On) == "First one. Second one here. Third.");
  CHECK(walk.move(Step::Passage, ChoiceWay::On) == "Other");
  CHECK(walk.move(Step::Sentence, ChoiceWay::Back) == "Third");
}

TEST_CASE("F12 words: any keys on any text stay inside it, on whole characters") {
  test::for_seeds(300, [](Random& random) {
    std::vector<std::string> texts;
    for (std::uint64_t i = random.below(4) + 1; i > 0; --i) {
      std::u32string text;
      for (std::uint64_t length = random.below(30); length > 0; --length)
        text += U"ab1 .,’é漢😀\n-"[random.below(12)];
      texts.push_back(to_utf8(text));
    }
    Walk walk{{texts.begin(), texts.end()}, {}};
    for (int keys = 0; keys < 40; ++keys) {
      const std::size_t before = walk.choice.passage;
      const auto mode = random.below(2) == 0 ? ChoiceMode::Move : ChoiceMode::Extend;
      walk.take(static_cast<ChoiceStep>(random.below(4)), kBothWays[random.below(2)], mode);
      const std::string_view text = walk.passages[walk.choice.passage];
      if (mode == ChoiceMode::Extend) CHECK(walk.choice.passage == before);
      for (const std::size_t at : {walk.choice.anchor, walk.choice.cursor}) {
        CHECK(at <= text.size());
        CHECK(is_boundary(text, at));
      }
    }
  });
}
