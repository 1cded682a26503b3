#include "tools/recto-deck/inputs.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <glob.h>
#include <string_view>
#include <system_error>
#include <utility>

#include "content/base/fold.h"
#include "content/files/files.h"
#include "tools/deckmaker/article_files.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/reader/fetch/address.h"
#include "tools/reader/fetch/fetch.h"

namespace recto::deck_tool {
namespace {

namespace fs = std::filesystem;

bool is_wanted_deck(const fs::path& path) {
  return fold_case(path.filename().string()).ends_with(".deck.json");
}

std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> files;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0)
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return files;
}

/// "https://…", "ftp://…": letters before "://".
bool is_url(const std::string& word) {
  const std::size_t end = word.find("://");
  return end != std::string::npos && end > 0 &&
         std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end),
                     [](unsigned char letter) { return std::isalpha(letter) != 0; });
}

Input unusable(const std::string& name, Error::Kind kind, const char* what, const char* advice) {
  return {name, Input::Kind::File, fail(kind, what, {}, advice)};
}

void add_folder(const std::string& folder, Wanted wanted, std::vector<Input>& inputs) {
  const std::vector<fs::path> files = deckmaker::files_in(
      folder, wanted == Wanted::Decks ? is_wanted_deck : deckmaker::has_article_name);
  for (const fs::path& file : files)
    inputs.push_back({file.string()});
  if (files.empty())
    inputs.push_back(unusable(folder, Error::Kind::NotFound,
                              wanted == Wanted::Decks
                                  ? "there is no deck (.deck.json) in this folder"
                                  : "there is no article (.html, .pdf, .epub, .docx, .txt, .md) "
                                    "in this folder",
                              "name another folder or a file"));
}

void add_path(const std::string& path, Wanted wanted, std::vector<Input>& inputs) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    add_folder(path, wanted, inputs);
  else
    inputs.push_back({path});
}

void add_word(const std::string& word, Wanted wanted, std::vector<Input>& inputs) {
  if (word == "-") return inputs.push_back(input_of(word));
  std::error_code ignored;
  if (fs::exists(word, ignored)) return add_path(word, wanted, inputs);
  if (is_url(word)) {
    if (wanted == Wanted::Articles) return inputs.push_back({word, Input::Kind::Page});
    return inputs.push_back(unusable(word, Error::Kind::Unsupported,
                                     "decks are not fetched from the network",
                                     "save the deck as a file and name that"));
  }
  if (word.find_first_of("*?[") == std::string::npos) return inputs.push_back({word});
  const std::vector<std::string> files = matches_of(word);
  for (const std::string& file : files)
    add_path(file, wanted, inputs);
  if (files.empty())
    inputs.push_back(unusable(word, Error::Kind::NotFound, "no file matches", "check the pattern"));
}

}  // namespace

std::vector<Input> inputs_of(const std::vector<std::string>& words, Wanted wanted) {
  std::vector<Input> inputs;
  for (const std::string& word : words)
    add_word(word, wanted, inputs);
  return inputs;
}

Input input_of(const std::string& word) {
  return word == "-" ? Input{kStandardInput, Input::Kind::StandardInput} : Input{word};
}

Result<std::string> read_input(const Input& input, std::size_t limit) {
  RECTO_TRY(Result<void>(input.usable));
  if (input.kind == Input::Kind::StandardInput) return read_standard_input(limit);
  auto bytes = read_file(input.name, limit);
  // "example.org/reeds" is more likely an address than a file that is not there.
  const bool may_be_page = input.name.find('/') != std::string::npos;
  if (may_be_page && !bytes && bytes.error().kind == Error::Kind::NotFound)
    if (const std::string address = fetch::suggested_address(input.name); !address.empty())
      bytes.error().advice = "check the name, or did you mean " + address + "?";
  return bytes;
}

Result<Loaded> load_article(const Input& input, const Fetching& fetching) {
  if (input.kind == Input::Kind::Page) {
    auto fetched = RECTO_TRY(fetch::fetch(
        input.name, {.language = fetching.language, .limit = deckmaker::kLargestInput}));
    fetched.origin.retrieved = fetching.retrieved;
    return Loaded{std::move(fetched.bytes), std::move(fetched.origin)};
  }
  Loaded loaded{RECTO_TRY(read_input(input, deckmaker::kLargestInput)), {}};
  if (input.kind == Input::Kind::File)
    loaded.origin.name = fs::path(input.name).filename().string();
  return loaded;
}

}  // namespace recto::deck_tool
