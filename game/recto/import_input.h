// What a person gives the app to make decks of (F4): files, links, text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "game/ui/file_wish.h"

namespace recto::app {

struct ImportInput {
  enum class Kind { File, Address, Text };
  Kind kind = Kind::File;
  std::string name;              ///< as the person knows it: file name, address, first words
  std::filesystem::path file{};  ///< of File
  std::string address{};         ///< of Address, with its scheme
  std::string text{};            ///< of Text; may be empty where there is `html`
  std::string html{};            ///< the same as a browser copies it; empty where it gave none
  bool from_command_line = false;

  bool operator==(const ImportInput&) const = default;
};

/// Files as they are, of folders the articles and decks in them; a folder without any stands for
/// itself, so that its error is told.
[[nodiscard]] std::vector<ImportInput> inputs_of_files(
    const std::vector<std::filesystem::path>& files);

/// What was dropped or copied as a list of URIs (RFC 2483): files and links, all else is left out.
[[nodiscard]] std::vector<ImportInput> inputs_of_uris(std::string_view uris);

/// What was pasted: links, a line each, or text. None where there is nothing but blanks.
[[nodiscard]] std::vector<ImportInput> inputs_of_text(std::string_view text,
                                                      std::string_view html = {});

/// What was typed into the field: a link, with or without its scheme, or a path ("~" is the home
/// folder).
[[nodiscard]] std::vector<ImportInput> inputs_of_typed(std::string_view typed);

/// What a person is asked for who wants to open files: articles and decks.
[[nodiscard]] ui::FileWish import_wish();

}  // namespace recto::app
