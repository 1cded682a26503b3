// What a judge wrote into a sheet.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/id.h"
#include "content/base/result.h"
#include "tests/quality/key.h"

namespace recto::quality {

/// Ok, or the first criterion of the rubric that a card fails.
enum class Code { Ok, R1, R2, R3, R4, R5, R6, R7, R8 };
inline constexpr std::size_t kCodes = 9;

[[nodiscard]] std::string_view name_of(Code code);  ///< "ok", "R1", …

struct Verdict {
  Code code = Code::Ok;
  bool good = false;          ///< never where the code is not Ok
  std::vector<FactId> facts;  ///< key facts that the card tests
  std::string remark;

  bool operator==(const Verdict&) const = default;
};

/// The verdicts of a filled sheet: that on card n of `key` at n − 1.
///
/// A table with tabs between its columns, which its first line names: number, verdict, good, fact,
/// remark, in any order; the remark may be left off. Empty lines and lines with # at their
/// beginning are skipped, so the rows alone will do as well as the whole sheet; a head of another
/// sheet is refused. Every card of the key has one row.
///
/// Error: BadInput with "line 12" in `where`.
[[nodiscard]] Result<std::vector<Verdict>> read_verdicts(std::string_view text, const Key& key);

}  // namespace recto::quality
