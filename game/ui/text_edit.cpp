#include "game/ui/text_edit.h"

#include <algorithm>

#include "content/base/utf8.h"
#include "game/ui/breaks.h"

namespace recto::ui {
namespace {

constexpr std::size_t kPastLimit = 200;

std::string without_controls(std::string_view text, TextEdit::Lines lines) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    const bool stays = c == U'\n' && lines == TextEdit::Lines::Many;
    append_utf8(line, control && !stays ? U' ' : c);
  }
  return line;
}

bool is_blank(std::string_view piece) {
  return piece.find_first_not_of(" \t") == std::string_view::npos;
}

/// The last of the sorted `places` that is below `at`; 0 when there is none.
std::size_t last_below(const std::vector<std::size_t>& places, std::size_t at) {
  const auto found = std::lower_bound(places.begin(), places.end(), at);
  return found == places.begin() ? 0 : *(found - 1);
}

std::size_t first_above(const std::vector<std::size_t>& places, std::size_t at) {
  const auto found = std::upper_bound(places.begin(), places.end(), at);
  return found == places.end() ? places.back() : *found;
}

}  // namespace

TextEdit::TextEdit(std::string_view text, Lines lines)
    : lines_(lines), text_(without_controls(text, lines)) {
  cursor_ = anchor_ = text_.size();
}

std::pair<std::size_t, std::size_t> TextEdit::selection() const {
  return std::minmax(cursor_, anchor_);
}

std::string_view TextEdit::selected() const {
  const auto [begin, end] = selection();
  return std::string_view(text_).substr(begin, end - begin);
}

void TextEdit::remember() {
  if (past_.size() == kPastLimit) past_.erase(past_.begin());
  past_.push_back({text_, cursor_});
}

void TextEdit::erase(std::size_t begin, std::size_t end) {
  text_.erase(begin, end - begin);
  cursor_ = anchor_ = begin;
}

void TextEdit::insert(std::string_view text) {
  if (text.empty()) return;
  remember();
  const auto [begin, end] = selection();
  erase(begin, end);
  const std::string line = without_controls(text, lines_);
  text_.insert(cursor_, line);
  cursor_ = anchor_ = cursor_ + line.size();
}

void TextEdit::erase_back(Step step) {
  auto [begin, end] = selection();
  if (begin == end) begin = before(end, step);
  if (begin == end) return;
  remember();
  erase(begin, end);
}

void TextEdit::erase_ahead(Step step) {
  auto [begin, end] = selection();
  if (begin == end) end = after(begin, step);
  if (begin == end) return;
  remember();
  erase(begin, end);
}

void TextEdit::move_left(Step step, Select select) {
  const auto [begin, end] = selection();
  const bool collapses = begin != end && select == Select::No && step == Step::Character;
  cursor_ = collapses ? begin : before(cursor_, step);
  if (select == Select::No) anchor_ = cursor_;
}

void TextEdit::move_right(Step step, Select select) {
  const auto [begin, end] = selection();
  const bool collapses = begin != end && select == Select::No && step == Step::Character;
  cursor_ = collapses ? end : after(cursor_, step);
  if (select == Select::No) anchor_ = cursor_;
}

void TextEdit::move_to(std::size_t at, Select select) {
  cursor_ =
      at >= text_.size() ? text_.size() : last_below(breaks_of(text_, Breaks::Character), at + 1);
  if (select == Select::No) anchor_ = cursor_;
}

void TextEdit::select_all() {
  anchor_ = 0;
  cursor_ = text_.size();
}

void TextEdit::select_word(std::size_t at) {
  const auto words = breaks_of(text_, Breaks::Word);
  anchor_ = last_below(words, at + 1);
  cursor_ = first_above(words, anchor_);
}

bool TextEdit::undo() {
  if (past_.empty()) return false;
  text_ = std::move(past_.back().text);
  cursor_ = anchor_ = past_.back().cursor;
  past_.pop_back();
  return true;
}

std::size_t TextEdit::before(std::size_t at, Step step) const {
  if (step == Step::All) return 0;
  if (step == Step::Character) return last_below(breaks_of(text_, Breaks::Character), at);
  const auto words = breaks_of(text_, Breaks::Word);
  std::size_t begin = last_below(words, at);
  while (begin > 0 && is_blank(std::string_view(text_).substr(begin, at - begin)))
    begin = last_below(words, begin);
  return begin;
}

std::size_t TextEdit::after(std::size_t at, Step step) const {
  if (step == Step::All) return text_.size();
  if (step == Step::Character) return first_above(breaks_of(text_, Breaks::Character), at);
  const auto words = breaks_of(text_, Breaks::Word);
  std::size_t end = first_above(words, at);
  while (end < text_.size() && is_blank(std::string_view(text_).substr(at, end - at)))
    end = first_above(words, end);
  return end;
}

}  // namespace recto::ui
