#include "game/screens/browser/browser_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "game/screens/import/import_words.h"
#include "game/screens/palette/palette_view.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

bool is_hidden(const FolderEntry& entry) {
  return entry.name.starts_with('.') || entry.name.ends_with('~');
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// A run of digits at `at`, without its leading zeros.
std::string_view number_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end]))
    ++end;
  while (at + 1 < end && text[at] == '0')
    ++at;
  return text.substr(at, end - at);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at]))
    ++at;
  return at;
}

/// Negative, 0 or positive, as `a` comes before, with or after `b`.
int compare_names(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view one = number_at(a, i), other = number_at(b, j);
      if (one.size() != other.size()) return one.size() < other.size() ? -1 : 1;
      if (const int order = one.compare(other); order != 0) return order;
      i = skip_digits(a, i);
      j = skip_digits(b, j);
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
    } else {
      ++i;
      ++j;
    }
  }
  return static_cast<int>(a.size() - i) - static_cast<int>(b.size() - j);
}

std::vector<BrowserCrumb> crumbs_of(const std::filesystem::path& folder) {
  std::vector<BrowserCrumb> crumbs;
  std::filesystem::path path;
  for (const std::filesystem::path& part : folder) {
    path /= part;
    if (part.empty()) continue;
    crumbs.push_back({path == path.root_path() ? "Computer" : valid_utf8(part.string()), path});
  }
  return crumbs;
}

/// Rows that are to be seen, and how many files are not for being of another kind.
struct Sifted {
  std::vector<const FolderEntry*> entries;
  std::size_t others = 0;
  std::size_t hidden = 0;
};

Sifted sifted(const BrowserState& state) {
  Sifted sifted;
  for (const FolderEntry& entry : state.folder.entries) {
    if (!state.shows_hidden && is_hidden(entry)) {
      ++sifted.hidden;
      continue;
    }
    if (!entry.is_folder && !state.shows_all && !fits(state.wish, entry.name)) {
      ++sifted.others;
      continue;
    }
    const bool is_path = state.query.starts_with('/') || state.query.starts_with('~');
    if (is_path || has_words(state.query, entry.name)) sifted.entries.push_back(&entry);
  }
  std::ranges::sort(sifted.entries, [](const FolderEntry* a, const FolderEntry* b) {
    return comes_before(*a, *b);
  });
  return sifted;
}

BrowserRow row_of(const FolderEntry& entry, const BrowserState& state, Instant now) {
  BrowserRow row{
      entry.name, valid_utf8(entry.name), entry.is_folder, state.ticked.contains(entry.name), {},
      {}};
  if (entry.is_folder) return row;
  row.size = size_in_words(entry.bytes);
  row.changed = date_in_words(entry.changed, now);
  return row;
}

void say_what_is_missing(BrowserView& view, const BrowserState& state, const Sifted& found) {
  if (state.reads) {
    view.said = "Reading …";
  } else if (!state.folder.problem.empty()) {
    view.said = state.folder.problem;
    view.advice = "Choose another folder, or go up with Backspace.";
  } else if (!state.query.empty() && !state.folder.entries.empty()) {
    view.said = "Nothing here is called that.";
    view.advice = "Fewer letters find more; a path that begins with / or ~ leads anywhere.";
  } else if (found.others > 0) {
    view.said = "None of the files here is what is looked for.";
    view.advice = counted(found.others, "other file is here.", "other files are here.") +
                  " Ctrl+T shows them.";
  } else {
    view.said = found.hidden > 0 ? "Only hidden files are here." : "This folder is empty.";
    view.advice = found.hidden > 0 ? "Ctrl+H shows them." : "Go up with Backspace.";
  }
}

std::string accept_in_words(const BrowserState& state) {
  const std::size_t count = state.ticked.size();
  return count > 1 ? state.wish.accept + " " + std::to_string(count) : state.wish.accept;
}

}  // namespace

bool fits(const ui::FileWish& wish, std::string_view name) {
  const std::string folded = fold_case(std::string(name));
  return wish.endings.empty() || std::ranges::any_of(wish.endings, [&](const std::string& ending) {
           return folded.ends_with(ending);
         });
}

bool comes_before(const FolderEntry& a, const FolderEntry& b) {
  if (a.is_folder != b.is_folder) return a.is_folder;
  const int order =
      compare_names(without_accents(fold_case(a.name)), without_accents(fold_case(b.name)));
  return order != 0 ? order < 0 : a.name < b.name;
}

std::string size_in_words(std::uint64_t bytes) {
  static constexpr std::array<const char*, 4> kUnits = {"kB", "MB", "GB", "TB"};
  if (bytes < 1000) return counted(static_cast<std::size_t>(bytes), "byte", "bytes");
  double amount = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  for (; amount >= 999.5 && unit + 1 < kUnits.size(); ++unit)
    amount /= 1000;
  // One place behind the point where the number would be short without it.
  const long tenths = std::lround(amount * 10);
  if (amount < 9.95 && tenths % 10 != 0)
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " " + kUnits.at(unit);
  return std::to_string(std::lround(amount)) + " " + kUnits.at(unit);
}

BrowserView look(const BrowserState& state, Instant now) {
  BrowserView view;
  view.title = state.wish.title;
  view.accept = accept_in_words(state);
  view.kind = state.wish.kind;
  view.crumbs = crumbs_of(state.folder.path);
  view.can_go_up = view.crumbs.size() > 1;
  view.places = state.places;
  for (std::size_t i = 0; i < state.places.size() && !view.place; ++i)
    if (state.places[i].path == state.folder.path) view.place = i;
  view.folder = std::hash<std::string>()(state.folder.path.string());
  view.query = state.query;
  view.several = state.wish.several;
  view.reads = state.reads;
  view.shows_hidden = state.shows_hidden;
  view.shows_all = state.shows_all;
  view.can_filter = !state.wish.endings.empty();
  view.shows_places = state.shows_places;
  const Sifted found = sifted(state);
  view.reveal = state.reveal;
  for (const FolderEntry* const entry : found.entries)
    view.rows.push_back(row_of(*entry, state, now));
  if (view.rows.empty()) {
    say_what_is_missing(view, state, found);
  } else {
    view.chosen = std::min(state.chosen, view.rows.size() - 1);
    if (found.others > 0)
      view.more = counted(found.others, "other file is not shown", "other files are not shown");
  }
  view.can_accept = !state.ticked.empty() || view.chosen.has_value();
  return view;
}

}  // namespace recto::screens
