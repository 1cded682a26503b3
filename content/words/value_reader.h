// Reading one value at a place, whatever its kind.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/words/value.h"

namespace recto {

/// What an amount was read from, for those who judge whether it is a value at all.
struct ReadValue {
  Value value;
  std::optional<Numeral> numeral;  ///< for Count and Ordinal
  std::size_t core = 0;            ///< the token behind the hedge
  std::size_t next = 0;            ///< the token behind the value
};

/// The longest value that begins at token `at`, hedge included. In articles it may still be
/// something else: see find_values.
[[nodiscard]] std::optional<ReadValue> read_value(const std::vector<Token>& tokens, std::size_t at,
                                                  std::string_view language, Reading reading);

/// Whether read_value can find anything in an article at token `at`: a quick look, which most words
/// do not pass.
[[nodiscard]] bool may_begin_value(const std::vector<Token>& tokens, std::size_t at);

/// The parts of read_value.
[[nodiscard]] std::optional<ReadValue> read_amount(const std::vector<Token>& tokens, std::size_t at,
                                                   std::string_view language, Reading reading);
[[nodiscard]] std::optional<ReadValue> read_period(const std::vector<Token>& tokens, std::size_t at,
                                                   std::string_view language, Reading reading);

/// The unit, currency or "percent" in words or signs at the cursor, as Value::unit has it; empty
/// for none.
[[nodiscard]] std::string read_unit_name(const Cursor& cursor);

/// Moves over what stands before a value: "about", "more than"; None when nothing does.
Hedge take_hedge(Cursor& cursor, Reading reading);
/// Moves over what stands behind it: "or more", "or so".
Hedge take_hedge_behind(Cursor& cursor);

/// The separator of a range: "-", "to"; "and" where `between`. Moves over it.
bool take_range_separator(Cursor& cursor, bool between);

}  // namespace recto
