#include "game/recto/import_input.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <system_error>

#include "content/base/file_uri.h"
#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/deckmaker/article_files.h"
#include "tools/reader/fetch/address.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using Kind = ImportInput::Kind;

constexpr const char* kDeckEnding = ".deck.json";
constexpr std::size_t kLongestName = 48;  ///< bytes of a text's first words

bool is_wanted(const fs::path& file) {
  return deckmaker::has_article_name(file) ||
         fold_case(file.filename().string()).ends_with(kDeckEnding);
}

ImportInput input_of_file(const fs::path& file) {
  return {Kind::File, file.filename().string(), file};
}

ImportInput input_of_address(std::string_view address) {
  const std::size_t begin = address.find("://") + 3;
  std::string name(address.substr(begin));
  if (name.ends_with('/')) name.pop_back();
  return {Kind::Address, std::move(name), {}, std::string(address)};
}

bool is_link(std::string_view text) {
  const bool web = text.starts_with("http://") || text.starts_with("https://");
  return web && text.find_first_of(" \t\n") == std::string_view::npos;
}

fs::path with_home(std::string_view path) {
  const char* const home = std::getenv("HOME");
  if (home != nullptr && (path == "~" || path.starts_with("~/")))
    return fs::path(home) / fs::path(path.substr(std::min<std::size_t>(path.size(), 2)));
  return {path};
}

std::string first_words(std::string_view text) {
  const std::string_view line = trimmed(text.substr(0, text.find('\n')));
  std::string name(prefix_utf8(line, kLongestName));
  if (name.size() < line.size()) name = name.substr(0, name.rfind(' ')) + "…";
  return name.empty() ? "Pasted text" : name;
}

}  // namespace

std::vector<ImportInput> inputs_of_files(const std::vector<fs::path>& files) {
  std::vector<ImportInput> inputs;
  for (const fs::path& file : files) {
    std::error_code ignored;
    const auto inside = fs::is_directory(file, ignored) ? deckmaker::files_in(file, is_wanted)
                                                        : std::vector<fs::path>();
    for (const fs::path& one : inside)
      inputs.push_back(input_of_file(one));
    if (inside.empty()) inputs.push_back(input_of_file(file));
  }
  return inputs;
}

std::vector<ImportInput> inputs_of_uris(std::string_view uris) {
  std::vector<ImportInput> inputs;
  for (const std::string_view line : lines_of(uris)) {
    const std::string_view uri = trimmed(line);
    if (is_link(uri)) inputs.push_back(input_of_address(uri));
    if (const auto path = path_of_uri(uri))
      for (ImportInput& input : inputs_of_files({*path}))
        inputs.push_back(std::move(input));
  }
  return inputs;
}

std::vector<ImportInput> inputs_of_text(std::string_view text, std::string_view html) {
  std::vector<std::string_view> lines = lines_of(text);
  std::erase_if(lines, [](std::string_view line) { return trimmed(line).empty(); });
  const auto leads_away = [](std::string_view line) {
    return is_link(trimmed(line)) || path_of_uri(trimmed(line)).has_value();
  };
  if (!lines.empty() && std::ranges::all_of(lines, leads_away)) return inputs_of_uris(text);
  if (lines.empty() && trimmed(html).empty()) return {};
  return {{Kind::Text, first_words(trimmed(text)), {}, {}, std::string(text), std::string(html)}};
}

std::vector<ImportInput> inputs_of_typed(std::string_view typed) {
  typed = trimmed(typed);
  if (typed.empty()) return {};
  if (is_link(typed) || path_of_uri(typed)) return inputs_of_uris(typed);
  const fs::path path = with_home(typed);
  std::error_code ignored;
  if (fs::exists(path, ignored)) return inputs_of_files({path});
  const std::string address = fetch::suggested_address(typed);
  return {address.empty() ? input_of_file(path) : input_of_address(address)};
}

ui::FileWish import_wish() {
  ui::FileWish wish;
  wish.title = "Open articles and decks";
  wish.accept = "Open";
  wish.several = true;
  wish.kind = "Articles and decks";
  wish.endings = deckmaker::article_endings();
  wish.endings.emplace_back(kDeckEnding);
  return wish;
}

}  // namespace recto::app
