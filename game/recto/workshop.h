// An input → a proposal for its deck: here alone the game knows the tools.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/draft/draft.h"
#include "game/recto/import_input.h"
#include "game/screens/import/import_words.h"

namespace recto::app {

/// What is being done with an input.
struct ImportProgress {
  screens::ImportStage stage = screens::ImportStage::Waiting;
  float share = 0;  ///< of the stage, 0 to 1; 0 where that is not known

  bool operator==(const ImportProgress&) const = default;
};

/// What came of an input: an article's proposal, or a deck as it is.
using Made = std::variant<draft::Proposal, Deck>;

/// Told from time to time; false ends the work.
using ImportWatch = std::function<bool(const ImportProgress&)>;

/// Makes decks. The word lists and models are loaded when the first article asks for them. For one
/// thread.
class Workshop {
 public:
  /// `assets`: the folder with the word lists.
  explicit Workshop(std::filesystem::path assets);
  Workshop(Workshop&&) noexcept;
  Workshop& operator=(Workshop&&) noexcept;
  ~Workshop();

  /// Reads a deck file (any *.json), or fetches and reads an article and writes its cards. Errors:
  /// as the readers', `where` is the path or the address; each says what to do. `now`: when a page
  /// is fetched.
  [[nodiscard]] Result<Made> make(const ImportInput& input, Instant now, const ImportWatch& watch);

 private:
  struct Tools;
  std::filesystem::path assets_;
  std::unique_ptr<Tools> tools_;
};

}  // namespace recto::app
