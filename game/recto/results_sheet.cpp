#include "game/recto/results_sheet.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <xlsxwriter.h>

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using classroom::QuizResult;

constexpr double kNameWidth = 22, kTextWidth = 32, kNumberWidth = 9;
constexpr std::size_t kLongestTitle = 60;
constexpr std::size_t kLongestCell = 32'000;  // the format's limit is 32,767 characters

/// Cells from left to right, row by row.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const char* name)
      : sheet_(workbook_add_worksheet(book, name)), bold_(workbook_add_format(book)) {
    format_set_bold(bold_);
    worksheet_freeze_panes(sheet_, 1, 0);
  }

  void title(const std::string& text, double width) {
    worksheet_set_column(sheet_, column_, column_, width, nullptr);
    worksheet_write_string(sheet_, row_, column_++, text.substr(0, kLongestCell).c_str(), bold_);
  }
  void text(const std::string& text) {
    if (!text.empty())
      worksheet_write_string(sheet_, row_, column_, text.substr(0, kLongestCell).c_str(), nullptr);
    ++column_;
  }
  void number(double value) { worksheet_write_number(sheet_, row_, column_++, value, nullptr); }
  void skip() { ++column_; }
  void next_row() {
    ++row_;
    column_ = 0;
  }

 private:
  lxw_worksheet* sheet_;
  lxw_format* bold_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

void write_players(const QuizResult& result, lxw_workbook* book) {
  Sheet sheet(book, "Players");
  const bool teams =
      std::ranges::any_of(result.players, [](const auto& player) { return !player.team.empty(); });
  sheet.title("Place", kNumberWidth);
  sheet.title("Name", kNameWidth);
  if (teams) sheet.title("Team", kNameWidth);
  sheet.title("Points", kNumberWidth);
  for (const classroom::AskedResult& asked : result.questions) {
    sheet.title(asked.prompt, kTextWidth);
    sheet.title("Points", kNumberWidth);
  }
  for (const classroom::PlayerResult& player : result.players) {
    sheet.next_row();
    sheet.number(player.place);
    sheet.text(player.name);
    if (teams) sheet.text(player.team);
    sheet.number(player.points);
    for (const classroom::PlayerAnswer& answer : player.answers) {
      sheet.text(answer.text);
      sheet.number(answer.points);
    }
  }
}

void write_questions(const QuizResult& result, lxw_workbook* book) {
  Sheet sheet(book, "Questions");
  sheet.title("Question", 2 * kTextWidth);
  sheet.title("Answer", kTextWidth);
  sheet.title("Answered", kNumberWidth);
  sheet.title("Right", kNumberWidth);
  sheet.title("Right, %", kNumberWidth);
  sheet.title("Half within, s", kNumberWidth + 4);
  sheet.title("Source sentence", 2 * kTextWidth);
  for (const classroom::AskedResult& asked : result.questions) {
    const bool scored = !asked.answer.empty();
    sheet.next_row();
    sheet.text(asked.prompt);
    sheet.text(asked.answer);
    sheet.number(asked.tally.answered);
    if (scored) {
      sheet.number(asked.tally.right);
      sheet.number(100 * classroom::share_right(asked));
    } else {
      sheet.skip();
      sheet.skip();
    }
    sheet.number(static_cast<double>(asked.tally.median_time.count()) / 1000);
    sheet.text(asked.evidence);
  }
}

/// Letters of a title that may stand in any file's name, blanks folded, not cut in a character.
std::string file_stem(const std::string& title) {
  constexpr std::string_view kRefused = "/\\:*?\"<>|. ";
  std::string stem;
  for (const char c : title) {
    const bool plain =
        static_cast<unsigned char>(c) >= 0x20 && kRefused.find(c) == std::string_view::npos;
    const bool starts_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (stem.size() >= kLongestTitle && starts_character) break;
    if (plain)
      stem += c;
    else if (!stem.empty() && stem.back() != ' ')
      stem += ' ';
  }
  if (!stem.empty() && stem.back() == ' ') stem.pop_back();
  return stem.empty() ? "Quiz" : stem;
}

}  // namespace

Result<void> write_results_sheet(const QuizResult& result, const fs::path& path) {
  const fs::path draft = path.string() + "." + std::to_string(::getpid()) + ".part";
  const auto refused = [&](const std::string& why) {
    std::error_code ignored;
    fs::remove(draft, ignored);
    return fail(Error::Kind::Failed, "cannot write the spreadsheet (" + why + ")", path.string());
  };
  lxw_workbook* const book = workbook_new(draft.c_str());
  if (book == nullptr) return refused("no memory");
  write_players(result, book);
  write_questions(result, book);
  const lxw_error error = workbook_close(book);  // writes and frees
  if (error != LXW_NO_ERROR) return refused(lxw_strerror(error));
  std::error_code failed;
  fs::rename(draft, path, failed);
  if (failed) return refused(failed.message());
  return {};
}

fs::path free_path(const fs::path& folder, const std::string& title, const std::string& extension) {
  const std::string stem = file_stem(title);
  fs::path path = folder / (stem + extension);
  for (int number = 2; fs::exists(path); ++number)
    path = folder / fmt::format("{} {}{}", stem, number, extension);
  return path;
}

Result<fs::path> export_results(const QuizResult& result, const fs::path& folder) {
  const fs::path path = free_path(folder, result.title + " results", ".xlsx");
  RECTO_TRY(write_results_sheet(result, path));
  return path;
}

fs::path downloads_folder() {
  const char* const home = std::getenv("HOME");
  if (home == nullptr) return fs::current_path();
  const fs::path downloads = fs::path(home) / "Downloads";
  std::error_code ignored;
  return fs::is_directory(downloads, ignored) ? downloads : fs::path(home);
}

}  // namespace recto::app
