#include "game/recto/browser_flow.h"

#include <algorithm>

#include "content/base/utf8.h"
#include "game/recto/folder.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using screens::BrowserAction;
using screens::BrowserRow;
using screens::FolderPlace;
using Kind = BrowserAction::Kind;

constexpr std::size_t kMostRecent = 5;

}  // namespace

BrowserFlow::BrowserFlow(ui::FileWish wish, const fs::path& home,
                         const std::vector<fs::path>& recent) {
  for (const fs::path& folder : recent)
    recent_.push_back({valid_utf8(folder.filename().string()), folder, true});
  state_.places = recent_;
  const fs::path first = wish.folder.empty() ? home : wish.folder;
  state_.wish = std::move(wish);
  state_.folder.path = first;
  go(first);
}

const screens::BrowserView& BrowserFlow::view(Instant now) {
  now_ = now;
  if (std::exchange(is_stale_, false)) view_ = screens::look(state_, now);
  return view_;
}

void BrowserFlow::go(fs::path path) {
  state_.reads = true;
  state_.shows_places = false;
  came_from_.clear();
  wanted_ = std::move(path);
}

void BrowserFlow::go_up() {
  const fs::path& here = state_.folder.path;
  if (!here.has_relative_path()) return;
  const std::string name = here.filename().string();
  go(here.parent_path());
  came_from_ = name;
}

void BrowserFlow::arrived(std::vector<FolderPlace> usual) {
  is_stale_ = true;
  state_.places = std::move(usual);
  for (const FolderPlace& place : recent_)
    if (std::ranges::find(state_.places, place.path, &FolderPlace::path) == state_.places.end())
      state_.places.push_back(place);
}

void BrowserFlow::arrived(screens::FolderContent content) {
  is_stale_ = true;
  if (wanted_) return;  // the person is somewhere else by now
  state_.reads = false;
  if (content.is_file) {
    result_ = ui::ChosenFiles{content.path};
    return;
  }
  state_.folder = std::move(content);
  state_.query.clear();
  state_.ticked.clear();
  const std::vector<std::string> rows = names();
  const auto before = std::ranges::find(rows, came_from_);
  ++state_.reveal;
  state_.chosen = before == rows.end() ? 0 : static_cast<std::size_t>(before - rows.begin());
}

fs::path BrowserFlow::path_of(const std::string& name) const {
  return state_.folder.path / name;
}

const std::string& BrowserFlow::name_of(std::size_t row) const {
  return view_.rows[row].file;
}

/// Those of the rows, as they are now.
std::vector<std::string> BrowserFlow::names() const {
  std::vector<std::string> names;
  for (const BrowserRow& row : screens::look(state_, {}).rows)
    names.push_back(row.file);
  return names;
}

void BrowserFlow::tick(std::size_t row) {
  if (!state_.wish.several || row >= view_.rows.size()) return;
  state_.chosen = row;
  const std::string& name = name_of(row);
  if (state_.ticked.erase(name) == 0) state_.ticked.insert(name);
}

void BrowserFlow::open(std::size_t row, Folders folders) {
  if (row >= view_.rows.size()) return;
  const fs::path path = path_of(name_of(row));
  if (view_.rows[row].is_folder && (folders == Folders::Enter || !state_.wish.several))
    go(path);
  else
    result_ = ui::ChosenFiles{path};
}

void BrowserFlow::accept(Folders folders) {
  if (state_.ticked.empty()) {
    if (view_.chosen) open(*view_.chosen, folders);
    return;
  }
  ui::ChosenFiles files;
  for (const std::string& name : state_.ticked)
    files.push_back(path_of(name));
  result_ = std::move(files);
}

void BrowserFlow::apply(const BrowserAction& action) {
  if (action.kind == Kind::None) return;
  (void)view(now_);  // actions are about its rows
  const bool is_of_rows = action.kind == Kind::Open || action.kind == Kind::Tick ||
                          action.kind == Kind::Submit || action.kind == Kind::Accept;
  if (state_.reads && is_of_rows) return;  // what is shown is about to go
  const auto keeping_chosen = [&](bool& what) {
    const std::string name = view_.chosen ? name_of(*view_.chosen) : std::string();
    what = !what;
    const std::vector<std::string> rows = names();
    const auto found = std::ranges::find(rows, name);
    state_.chosen = found == rows.end() ? 0 : static_cast<std::size_t>(found - rows.begin());
  };
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Step: {
      const auto last = std::ssize(view_.rows) - 1;
      const auto at = static_cast<std::ptrdiff_t>(view_.chosen.value_or(0)) + action.steps;
      state_.chosen = static_cast<std::size_t>(
          std::clamp<std::ptrdiff_t>(at, 0, std::max<std::ptrdiff_t>(last, 0)));
      break;
    }
    case Kind::Open: open(action.row, Folders::Enter); break;
    case Kind::Choose: state_.chosen = action.row; break;
    case Kind::Tick: tick(action.row); break;
    case Kind::Go: go(action.path); break;
    case Kind::Up: go_up(); break;
    case Kind::Query:
      state_.query = action.text;
      state_.chosen = 0;
      break;
    case Kind::Submit:
      if (state_.query.starts_with('/') || state_.query.starts_with('~'))
        go(path_typed(trimmed(state_.query), state_.folder.path));
      else
        accept(Folders::Enter);
      break;
    case Kind::Accept: accept(Folders::Take); break;
    case Kind::Hidden: keeping_chosen(state_.shows_hidden); break;
    case Kind::All: keeping_chosen(state_.shows_all); break;
    case Kind::Places: state_.shows_places = !state_.shows_places; break;
    case Kind::Cancel: result_ = ui::ChosenFiles(); break;
  }
  if (action.kind != Kind::Tick && action.kind != Kind::Choose) ++state_.reveal;
  is_stale_ = true;
}

void remember_folder(std::vector<fs::path>& recent, const fs::path& folder) {
  std::erase(recent, folder);
  recent.insert(recent.begin(), folder);
  if (recent.size() > kMostRecent) recent.resize(kMostRecent);
}

}  // namespace recto::app
