// Which files of a folder are articles.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace recto::deckmaker {

/// Whether a file's name is one that people give to articles: .html, .pdf, .epub, .docx, .txt, .md
/// …, also packed (.html.gz).
[[nodiscard]] bool has_article_name(const std::filesystem::path& file);

/// The endings of such names, small: ".html", ".html.gz".
[[nodiscard]] std::vector<std::string> article_endings();

/// The files in `folder` and its subfolders that `is_wanted`, by name; hidden ones are left out,
/// and what browsers save beside a page ("Reeds_files" beside "Reeds.html").
[[nodiscard]] std::vector<std::filesystem::path> files_in(
    const std::filesystem::path& folder, bool (*is_wanted)(const std::filesystem::path&));

}  // namespace recto::deckmaker
