// Any bytes as something packed or printed: zip (EPUB, DOCX, saved pages), gzip, MHTML, PDF. The
// format is told by the bytes, as it is for files.
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = recto::fuzz::bytes_of(data, size);
  const auto article = recto::reader::read_article(bytes, {}, recto::fuzz::short_furniture());
  recto::fuzz::check(
      article == recto::reader::read_article(bytes, {}, recto::fuzz::short_furniture()),
      "the same bytes give the same article");
  if (article) {
    recto::fuzz::check_head(*article);
    recto::fuzz::check(!article->blocks.empty(), "an article has text");
    for (const recto::Block& block : article->blocks)
      recto::fuzz::check_block(block);
  }
  return 0;
}
