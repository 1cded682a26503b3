// Any bytes as Markdown: an article that holds what every article holds, or an error.
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = recto::fuzz::bytes_of(data, size);
  (void)recto::fuzz::read_checked(bytes, {.name = "x.md", .media = "text/markdown"}, 4);
  return 0;
}
