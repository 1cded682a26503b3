#include "tools/reader/faq_lines.h"

#include <algorithm>
#include <charconv>

#include "tools/reader/questions.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Longer ones are text that happens to end in a question.
constexpr std::size_t kMostQuestionWords = 60;

/// Longer lines are no names of chapters.
constexpr std::size_t kMostBareWords = 8;

}  // namespace

bool is_heading(const Piece& piece) {
  return piece.block.type == BlockType::Heading;
}

bool is_short(const Piece& piece) {
  return piece.block.text.size() < kMostQuestionWords * 20 &&
         words_of(piece.block.text).size() <= kMostQuestionWords;
}

bool asks(const Piece& piece) {
  return recto::reader::asks(piece.block.text) && is_short(piece);
}

bool asks_loosely(const Piece& piece) {
  return is_short(piece) && recto::reader::asks_loosely(piece.block.text);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::pair<std::string_view, std::optional<int>> split_number(std::string_view number) {
  const std::size_t last = number.find_last_of('.') + 1;
  return {number.substr(0, last), whole_number(number.substr(last))};
}

bool are_most(std::size_t some, std::size_t all, std::size_t tenths) {
  return all > 0 && some * 10 >= all * tenths;
}

std::optional<Label> label_of(const Piece& piece) {
  // "Q. How …" and "A. So …" look like items with letters.
  if (piece.number == "Q") return Label::Question;
  if (piece.number == "A") return Label::Answer;
  const auto label = find_label(piece.block.text);
  return label ? std::optional(label->label) : std::nullopt;
}

bool is_choice(const std::vector<Piece>& pieces, std::size_t at) {
  const Piece& piece = pieces[at];
  if (piece.block.type != BlockType::List || piece.number.empty() || is_number(piece.number) ||
      piece.number == "Q")
    return false;
  return piece.number != "A" || (at + 1 < pieces.size() && pieces[at + 1].number == "B");
}

bool is_one_of_several(const std::vector<Piece>& pieces, std::size_t at) {
  const auto is_neighbour = [&](std::size_t other) {
    return other < pieces.size() && pieces[other].block.type == BlockType::List &&
           pieces[other].list == pieces[at].list;
  };
  return pieces[at].block.type == BlockType::List && (is_neighbour(at - 1) || is_neighbour(at + 1));
}

bool is_bare_line(const Piece& piece) {
  return piece.block.type == BlockType::Paragraph && piece.single &&
         !ends_sentence(piece.block.text) && words_of(piece.block.text).size() <= kMostBareWords;
}

bool names_chapter(std::string_view line) {
  const auto words = words_of(line);
  const auto long_words = std::count_if(words.begin(), words.end(),
                                        [](std::string_view word) { return word.size() >= 4; });
  const bool counted = words.size() >= 2 && is_number(words[1]);
  return counted || is_all_caps(line) || (long_words >= 2 && is_title_case(line));
}

}  // namespace recto::reader
