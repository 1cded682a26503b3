#include "game/progress/log_row.h"

#include <algorithm>

namespace recto::progress {
namespace {

constexpr std::chrono::milliseconds kLongest = std::chrono::minutes(10);

}  // namespace

std::int64_t ticks_of(std::chrono::milliseconds took) {
  return std::clamp(took, std::chrono::milliseconds(0), kLongest) / kTick;
}

std::int64_t pack_answer(const LogRow& row) {
  const auto rating = static_cast<std::int64_t>(row.rating) - 1;
  const auto phase = static_cast<std::int64_t>(row.phase);
  return rating + (row.taken_back ? 4 : 0) + phase * 8 + ticks_of(row.took) * 32;
}

Result<void> unpack_answer(std::int64_t packed, LogRow& row) {
  if (packed < 0 || packed / 32 > kLongest / kTick)
    return fail(Error::Kind::BadInput, "the log has an answer that this version cannot read");
  row.rating = static_cast<memory::Rating>(packed % 4 + 1);
  row.taken_back = packed / 4 % 2 != 0;
  row.phase = static_cast<memory::Phase>(packed / 8 % 4);
  row.took = packed / 32 * kTick;
  return {};
}

Result<std::vector<LogRow>> counted(const std::vector<LogRow>& log) {
  std::vector<LogRow> rows;
  for (const LogRow& row : log) {
    if (!row.taken_back) {
      rows.push_back(row);
      continue;
    }
    if (rows.empty() || rows.back().rating != row.rating || rows.back().decision != row.decision)
      return fail(Error::Kind::BadInput, "the log takes back an answer that was not given");
    rows.pop_back();
  }
  return rows;
}

}  // namespace recto::progress
