#include "tools/recto-deck/inputs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <glob.h>
#include <system_error>

#include "content/files/files.h"

namespace recto::deck_tool {
namespace {

namespace fs = std::filesystem;

bool is_article(const fs::path& path) {
  constexpr std::array<std::string_view, 4> kExtensions = {".txt", ".text", ".md", ".markdown"};
  return std::ranges::find(kExtensions, path.extension().string()) != kExtensions.end();
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

std::vector<std::string> articles_in(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    std::error_code unreadable;
    if (is_hidden(at->path()))
      at.disable_recursion_pending();
    else if (at->is_regular_file(unreadable) && is_article(at->path()))
      files.push_back(at->path().string());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> files;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0)
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return files;
}

Input unusable(const std::string& name, Error::Kind kind, const char* what, const char* advice) {
  return {name, fail(kind, what, {}, advice)};
}

void add_word(const std::string& word, std::vector<Input>& inputs) {
  std::error_code ignored;
  if (word == "-") {
    inputs.push_back({kStandardInput, {}});
  } else if (word.starts_with("http://") || word.starts_with("https://")) {
    inputs.push_back(unusable(word, Error::Kind::Unsupported,
                              "this version does not fetch pages from the network",
                              "save the text of the page as a file and name that"));
  } else if (fs::is_directory(word, ignored)) {
    const std::vector<std::string> files = articles_in(word);
    for (const std::string& file : files)
      inputs.push_back({file, {}});
    if (files.empty())
      inputs.push_back(unusable(word, Error::Kind::NotFound,
                                "there is no article (.txt, .md) in this folder",
                                "name another folder or a file"));
  } else if (!fs::exists(word, ignored) && word.find_first_of("*?[") != std::string::npos) {
    const std::vector<std::string> files = matches_of(word);
    for (const std::string& file : files)
      add_word(file, inputs);
    if (files.empty())
      inputs.push_back(
          unusable(word, Error::Kind::NotFound, "no file matches", "check the pattern"));
  } else {
    inputs.push_back({word, {}});
  }
}

}  // namespace

std::vector<Input> inputs_of(const std::vector<std::string>& words) {
  std::vector<Input> inputs;
  for (const std::string& word : words)
    add_word(word, inputs);
  return inputs;
}

Result<std::string> read_input(const std::string& name, std::size_t limit) {
  return name == kStandardInput ? read_standard_input(limit) : read_file(name, limit);
}

}  // namespace recto::deck_tool
