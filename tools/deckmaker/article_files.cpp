#include "tools/deckmaker/article_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include "content/base/fold.h"

namespace recto::deckmaker {
namespace {

namespace fs = std::filesystem;

/// What people keep articles in. Any of them may be packed: .html.gz.
constexpr std::array kArticleEndings = {".txt", ".text",  ".md",  ".markdown", ".html",
                                        ".htm", ".xhtml", ".pdf", ".epub",     ".docx",
                                        ".mht", ".mhtml", ".zip"};

/// "Reeds_files" beside "Reeds.html": the pictures, frames and advertisements of a saved page.
bool belongs_to_page(const fs::path& folder) {
  std::string page = folder.string();
  if (!page.ends_with("_files")) return false;
  page.erase(page.size() - std::string_view("_files").size());
  std::error_code ignored;
  return fs::exists(page + ".html", ignored) || fs::exists(page + ".htm", ignored);
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

}  // namespace

bool has_article_name(const fs::path& file) {
  std::string name = fold_case(file.filename().string());
  if (name.ends_with(".gz")) name.erase(name.size() - 3);
  return std::ranges::any_of(kArticleEndings,
                             [&](const char* ending) { return name.ends_with(ending); });
}

std::vector<std::string> article_endings() {
  std::vector<std::string> endings;
  for (const char* const ending : kArticleEndings) {
    endings.emplace_back(ending);
    endings.push_back(std::string(ending) + ".gz");
  }
  return endings;
}

std::vector<fs::path> files_in(const fs::path& folder, bool (*is_wanted)(const fs::path&)) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unreadable;
    if (is_hidden(at->path()) || belongs_to_page(at->path()))
      at.disable_recursion_pending();
    else if (at->is_regular_file(unreadable) && is_wanted(at->path()))
      files.push_back(at->path());
  }
  std::ranges::sort(files, {}, [](const fs::path& file) { return file.string(); });
  return files;
}

}  // namespace recto::deckmaker
