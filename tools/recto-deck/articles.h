// Articles for make and read, whether they come as inputs or as lines of --ndjson.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/base/result.h"
#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/lines.h"

namespace recto::deck_tool {

/// Something that an article is read from.
using Item = std::variant<Input, Line>;

/// The path, the address, or "line 7".
[[nodiscard]] std::string name_of(const Item& item);

/// Items, one after the other.
class Items {
 public:
  explicit Items(std::vector<Input> inputs) : inputs_(std::move(inputs)) {}
  /// Lines of standard input.
  Items() : lines_(deckmaker::kLargestInput) {}

  [[nodiscard]] std::optional<Item> next();
  [[nodiscard]] std::size_t count() const { return inputs_.size(); }  ///< 0 of lines

 private:
  std::vector<Input> inputs_;
  std::size_t at_ = 0;
  std::optional<Lines> lines_;
};

/// The inputs that the words stand for; with --ndjson the lines of standard input.
[[nodiscard]] Items items_of(const std::vector<std::string>& words, bool ndjson);

/// Why the words name no articles: there are none, or more than "-" with --ndjson. Empty when they
/// do.
[[nodiscard]] std::string wrong_source(const std::vector<std::string>& words, bool ndjson);

/// An article with its source as far as the article does not tell it: when retrieved, and digest.
struct Sourced {
  Article article;
  Source source;
};

/// What came of an item.
struct Reading {
  std::string name;  ///< as name_of(), or what a line calls itself
  Result<Sourced> sourced;
};

/// Loads, or fetches, and reads. For threads.
[[nodiscard]] Reading read_item(const Item& item, const deckmaker::Options& options,
                                const deckmaker::Resources& resources,
                                const std::string& retrieved);

}  // namespace recto::deck_tool
