// Choosing files where the desktop has no chooser of its own, as values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/instant.h"
#include "game/ui/file_wish.h"

namespace recto::screens {

/// One thing in a folder.
struct FolderEntry {
  std::string name;
  bool is_folder = false;
  std::uint64_t bytes = 0;  ///< of a file
  Instant changed{};        ///< by the learner's clock

  bool operator==(const FolderEntry&) const = default;
};

/// What is at a path: a folder with all that is in it, a file, or nothing that can be read.
struct FolderContent {
  std::filesystem::path path;
  bool is_file = false;
  std::vector<FolderEntry> entries;  ///< as the disk gives them
  std::string problem;               ///< why nothing is shown, in a sentence; empty: nothing wrong

  bool operator==(const FolderContent&) const = default;
};

/// A folder that is one press away.
struct FolderPlace {
  std::string name;  ///< "Downloads"
  std::filesystem::path path;
  bool is_recent = false;

  bool operator==(const FolderPlace&) const = default;
};

/// What a person is doing in the browser.
struct BrowserState {
  ui::FileWish wish;
  FolderContent folder;
  bool reads = true;  ///< another folder is on its way
  std::vector<FolderPlace> places;
  std::string query;
  bool shows_hidden = false;
  bool shows_all = false;  ///< other files than those that are wished for
  std::size_t chosen = 0;  ///< row
  std::set<std::string> ticked;
  bool shows_places = false;  ///< where there is no room for both
  std::uint64_t reveal = 0;   ///< another number: the chosen row is to be seen
};

struct BrowserRow {
  std::string file;  ///< its name as the disk has it
  std::string name;  ///< the same, as it can be shown
  bool is_folder = false;
  bool ticked = false;
  std::string size, changed;  ///< "12 kB", "3 May"; empty for folders
};

struct BrowserCrumb {
  std::string name;
  std::filesystem::path path;
};

struct BrowserView {
  std::string title, accept;
  std::string kind;  ///< of the files that are wished for: "Articles"
  std::vector<BrowserCrumb> crumbs;
  std::vector<FolderPlace> places;
  std::optional<std::size_t> place;  ///< the one that is shown
  std::vector<BrowserRow> rows;
  std::optional<std::size_t> chosen;
  std::uint64_t folder = 0;  ///< of another folder another number
  std::uint64_t reveal = 0;  ///< another number: the chosen row is to be seen
  std::string query;
  std::string said;    ///< in place of rows: what is wrong, or that nothing is here
  std::string advice;  ///< what to do then
  std::string more;    ///< "12 other files are not shown"; empty: all are
  bool several = false;
  bool reads = false, shows_hidden = false, shows_all = false, can_filter = false;
  bool can_accept = false, can_go_up = false;
  bool shows_places = false;
};

/// `now` by the learner's clock.
[[nodiscard]] BrowserView look(const BrowserState& state, Instant now);

struct BrowserAction {
  enum class Kind {
    None,
    Step,    ///< `steps` rows down or up
    Open,    ///< the row `row`: goes into a folder, takes a file
    Choose,  ///< the row `row`
    Tick,    ///< the row `row`
    Go,      ///< to the folder `path`
    Up,
    Query,   ///< `text` was typed
    Submit,  ///< Enter: the path that was typed, what is ticked, or the row that is chosen
    Accept,  ///< what is ticked, or the row that is chosen, also where that is a folder
    Hidden,
    All,
    Places,  ///< shows places in place of the folder, or the folder again
    Cancel,
  };
  Kind kind = Kind::None;
  std::size_t row = 0;
  int steps = 0;
  std::filesystem::path path{};
  std::string text{};
};

/// Whether a file of that name is wished for.
[[nodiscard]] bool fits(const ui::FileWish& wish, std::string_view name);

/// Folders first, then by name, as a person counts: "page 2" before "page 10", case and accents
/// aside.
[[nodiscard]] bool comes_before(const FolderEntry& a, const FolderEntry& b);

/// "0 bytes", "12 kB", "1.4 MB".
[[nodiscard]] std::string size_in_words(std::uint64_t bytes);

}  // namespace recto::screens
