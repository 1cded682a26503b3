// Any bytes as an article's text and as an answer: values lie in the text in order, on code points
// where the text is UTF-8, are written in words, and are the same as themselves.
#include "content/base/utf8.h"
#include "content/words/likeness.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace recto;
  const std::string_view text = fuzz::bytes_of(data, size);
  const bool valid = is_utf8(text);
  for (const char* language : {"en", "de"}) {
    std::size_t last = 0;
    for (const Found& found : find_values(text, language)) {
      fuzz::check(found.begin >= last && found.begin < found.end && found.end <= text.size(),
                  "values lie in the text, in order, and do not overlap");
      fuzz::check(!valid || (is_boundary(text, found.begin) && is_boundary(text, found.end)),
                  "values begin and end between code points");
      fuzz::check(!write_value(found.value).empty(), "a value can be written");
      last = found.end;
    }
    if (const auto value = parse_value(text, language))
      fuzz::check(likeness(*value, *value) == Likeness::Same, "a value is the same as itself");
  }
  fuzz::check(with_digits(text).size() <= 30 * text.size() + 30, "numbers as digits stay short");
  (void)asked_unit(text);
  return 0;
}
