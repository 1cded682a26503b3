// Any bytes as what a person types to find cards: a tree of bounded size and depth, or a mistake
// that is pointed at and told what to do about.
#include <algorithm>

#include "game/progress/query_language.h"
#include "tests/fuzz/checks.h"

namespace {

using recto::progress::Expression;

int depth_of(const Expression& expression) {
  int deepest = 0;
  for (const Expression& part : expression.parts)
    deepest = std::max(deepest, depth_of(part));
  return deepest + 1;
}

std::size_t size_of(const Expression& expression) {
  std::size_t size = 1;
  for (const Expression& part : expression.parts)
    size += size_of(part);
  return size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace recto;
  const std::string_view text = fuzz::bytes_of(data, size);
  const Result<Expression> query = progress::parse_query(text);
  if (!query) {
    fuzz::check(query.error().kind == Error::Kind::BadInput, "a mistake is the typist's");
    fuzz::check(!query.error().what.empty() && !query.error().advice.empty(),
                "a mistake says what and what to do");
    return 0;
  }
  fuzz::check(text.size() <= progress::kLongestQuery, "long queries are refused");
  // Each parenthesis gives a Not, an Any, an All and what is in it.
  fuzz::check(depth_of(*query) <= 4 * progress::kDeepestQuery + 4, "a query is not too deep");
  fuzz::check(size_of(*query) <= 4 * text.size() + 1, "a query is no larger than its text");
  fuzz::check(*query == progress::parse_query(text), "the same text is the same query");
  return 0;
}
