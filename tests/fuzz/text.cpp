// Any bytes as plain text: the article adds nothing and keeps the order. Every character that is
// not white space comes from the text, in its order but for tables, whose cells may go on below.
#include "tests/fuzz/checks.h"
#include "tools/reader/markdown/markdown.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace recto;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const auto article = fuzz::read_checked(bytes, {.name = "x.txt", .media = "text/plain"}, 3);
  const auto text = reader::decode(bytes);
  if (!article || reader::is_markdown(*text)) return 0;
  std::string printed;
  for (const Block& block : article->blocks)
    printed.append(block.question).append(block.text);
  const bool tables = printed.find('\t') != std::string::npos;
  std::string part = fuzz::without_blanks(printed);
  std::string whole = fuzz::without_blanks(*text);
  if (tables) {
    std::sort(part.begin(), part.end());
    std::sort(whole.begin(), whole.end());
  }
  fuzz::check(fuzz::is_subsequence(part, whole),
              "an article's text is in the text that it was read from");
  return 0;
}
