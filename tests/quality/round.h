// A small round to judge, and a judge who fills its sheet.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/quality/key.h"
#include "tests/quality/sheet.h"

namespace recto::test {

/// Two decks: `a` with a card of every kind that Recto makes, `b` with three short cards.
/// Everything that a judge must not see has SECRET in it, the quality is 0.8731.
[[nodiscard]] std::vector<quality::Entry> sample_entries();

/// The sheet with the row of every card written by `row_of`: what stands behind the number, "ok",
/// "yes", "f01" and a remark with tabs between them.
[[nodiscard]] std::string filled(const quality::Round& round,
                                 const std::function<std::string(const quality::KeyCard&)>& row_of);

}  // namespace recto::test
