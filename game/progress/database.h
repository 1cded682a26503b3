// What stands behind a Store, shared by the files that implement it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "game/progress/checkpoints.h"
#include "game/progress/connection.h"
#include "game/progress/deck_list.h"
#include "game/progress/store.h"

namespace recto::progress {

struct Store::Database {
  Database(const std::filesystem::path& file, Access access)
      : connection(file, access), checkpoints(file) {}

  [[nodiscard]] const std::filesystem::path& file() const { return connection.file(); }

  Connection connection;
  Checkpoints checkpoints;
  DeckList deck_list;
};

/// The row of a deck that is in the list. Error: NotFound.
[[nodiscard]] Result<std::int64_t> deck_row(Connection& connection, const DeckId& id);

}  // namespace recto::progress
