// Results of a quiz as a spreadsheet.
#pragma once

#include <filesystem>

#include "content/base/result.h"
#include "game/classroom/rules/results.h"

namespace recto::app {

/// Writes XLSX beside `path` and renames: a sheet "Players", a line each with the answer in words
/// and its points per question, and a sheet "Questions" with how the class did. Every text is
/// written as text, never as a formula. Error: Failed when the system refuses.
[[nodiscard]] Result<void> write_results_sheet(const classroom::QuizResult& result,
                                               const std::filesystem::path& path);

/// Writes the result into `folder` under a name of its own, "TITLE results.xlsx", with a number
/// where there is one already; gives the file. Error: Failed.
[[nodiscard]] Result<std::filesystem::path> export_results(const classroom::QuizResult& result,
                                                           const std::filesystem::path& folder);

/// A path in `folder` where nothing is yet: the title's letters that any file system takes, the
/// extension, between them a number from 2 where one is needed.
[[nodiscard]] std::filesystem::path free_path(const std::filesystem::path& folder,
                                              const std::string& title,
                                              const std::string& extension);

/// Where a person looks for files: ~/Downloads, or home where there is none.
[[nodiscard]] std::filesystem::path downloads_folder();

}  // namespace recto::app
