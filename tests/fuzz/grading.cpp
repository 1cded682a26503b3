// Any bytes as what was typed, key, accepted answer, rival and prompt, parted by line feeds: a
// verdict with its rule; the key itself is right or says nothing; the difference holds both texts.
#include "game/study/grading.h"

#include "content/base/utf8.h"
#include "game/study/difference.h"
#include "tests/fuzz/assets.h"

namespace {

using namespace recto;

const Lexicon& dictionary() {
  static const std::string kBytes = fuzz::asset("language", "en.lexicon");
  static const Lexicon kLexicon = *Lexicon::open(kBytes);
  return kLexicon;
}

std::string_view next_part(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using study::Verdict;
  std::string_view text = fuzz::bytes_of(data, size);
  const std::string_view typed = next_part(text);
  Card card;
  card.answer = next_part(text);
  card.accept.emplace_back(next_part(text));
  const std::vector<std::string> rivals = {std::string(next_part(text))};
  card.prompt = text;
  study::Standards standards;
  standards.rivals = rivals;
  standards.lexicon = &dictionary();
  for (const char* language : {"en", "de"}) {
    standards.language = language;
    fuzz::check(!study::grade(typed, card, standards).rule.empty(), "a verdict has its rule");
    if (card.answer.size() > 400) continue;
    const Verdict own = study::grade(card.answer, card, standards).verdict;
    fuzz::check(own == Verdict::Right || own == Verdict::NotKnown, "the key is right");
  }
  if (!is_utf8(typed) || !is_utf8(card.answer)) return 0;
  std::string one;
  std::string other;
  for (const study::Difference& run : study::differences(typed, card.answer)) {
    one += run.typed;
    other += run.right;
  }
  fuzz::check(one == typed && other == card.answer, "the difference holds both texts");
  return 0;
}
