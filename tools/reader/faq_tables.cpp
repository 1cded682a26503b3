#include "tools/reader/faq_tables.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "content/base/utf8.h"
#include "tools/reader/markers.h"
#include "tools/reader/questions.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using Row = std::vector<std::string_view>;

/// Shorter cells beside questions are a survey's figures or a quiz's keys.
constexpr std::size_t kFewestAnswerWords = 4;

std::vector<Row> rows_of(std::string_view table) {
  std::vector<Row> rows;
  for (std::string_view line : lines_of(table)) {
    Row& row = rows.emplace_back();
    for (;;) {
      const std::size_t end = std::min(line.find('\t'), line.size());
      row.push_back(trimmed(line.substr(0, end)));
      if (end == line.size()) break;
      line.remove_prefix(end + 1);
    }
  }
  return rows;
}

std::string_view cell(const Row& row, std::size_t column) {
  return column < row.size() ? row[column] : std::string_view();
}

/// Whether a cell of the header is "Question", "Answers" …
bool is_named(std::string_view cell, Label label) {
  if (cell.size() < 2 || cell.size() > 30) return false;  // "A" may head a choice
  const std::string_view singular = cell.ends_with('s') ? cell.substr(0, cell.size() - 1) : cell;
  const auto is_label = [&](std::string_view name) {
    const std::string line = std::string(name) + ":";
    const auto found = find_label(line);
    return found && found->label == label && found->length == line.size();
  };
  return is_label(cell) || is_label(singular);
}

struct Columns {
  std::size_t question = 0;
  std::size_t answer = 1;
  bool header = false;  ///< the first row names them
};

std::optional<Columns> named_columns(const Row& header) {
  for (std::size_t question = 0; question < header.size(); ++question)
    if (is_named(header[question], Label::Question))
      for (std::size_t answer = question + 1; answer < header.size(); ++answer)
        if (is_named(header[answer], Label::Answer)) return Columns{question, answer, true};
  return std::nullopt;
}

std::optional<Columns> asking_columns(const std::vector<Row>& rows) {
  for (std::size_t question = 0; question + 1 < rows.front().size(); ++question) {
    std::size_t asking = 0;
    std::size_t told = 0;
    for (const Row& row : rows) {
      asking += asks(cell(row, question)) ? 1U : 0U;
      told += words_of(cell(row, question + 1)).size() >= kFewestAnswerWords ? 1U : 0U;
    }
    if (asking >= 2 && asking * 10 >= rows.size() * 6 && told * 10 >= rows.size() * 6)
      return Columns{question, question + 1, !asks(cell(rows.front(), question))};
  }
  return std::nullopt;
}

void fold_table(Piece table, std::vector<Piece>& folded) {
  const std::vector<Row> rows = rows_of(table.block.text);
  std::optional<Columns> columns;
  if (rows.size() >= 2) columns = named_columns(rows.front());
  if (rows.size() >= 2 && !columns) columns = asking_columns(rows);
  if (!columns) {
    folded.push_back(std::move(table));
    return;
  }
  for (std::size_t i = columns->header ? 1 : 0; i < rows.size(); ++i) {
    Piece entry;
    entry.block.type = BlockType::Faq;
    entry.block.question = cell(rows[i], columns->question);
    entry.block.text = cell(rows[i], columns->answer);
    if (!entry.block.question.empty() && !entry.block.text.empty())
      folded.push_back(std::move(entry));
  }
}

}  // namespace

std::vector<Piece> fold_tables(std::vector<Piece> pieces) {
  std::vector<Piece> folded;
  folded.reserve(pieces.size());
  for (Piece& piece : pieces) {
    if (piece.block.type == BlockType::Table)
      fold_table(std::move(piece), folded);
    else
      folded.push_back(std::move(piece));
  }
  return folded;
}

}  // namespace recto::reader
