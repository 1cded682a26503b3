// Text that is being typed: cursor, selection, what each key does. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recto::ui {

/// UTF-8 text with a cursor. Whole characters as a person sees them (grapheme clusters: é typed as
/// two code points, a flag, a family) are stepped over and erased at once. Line breaks and control
/// characters that are pasted become blanks where it is one line; with
/// many, line breaks stay.
class TextEdit {
 public:
  enum class Lines { One, Many };

  explicit TextEdit(std::string_view text = {}, Lines lines = Lines::One);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t cursor() const { return cursor_; }  ///< byte offset
  /// Selected bytes [first, second); equal when nothing is selected.
  [[nodiscard]] std::pair<std::size_t, std::size_t> selection() const;
  [[nodiscard]] std::string_view selected() const;

  enum class Step { Character, Word, All };
  enum class Select { No, Yes };

  void insert(std::string_view text);  ///< in place of the selection
  void erase_back(Step step = Step::Character);
  void erase_ahead(Step step = Step::Character);
  void move_left(Step step, Select select = Select::No);
  void move_right(Step step, Select select = Select::No);
  void move_to(std::size_t at, Select select = Select::No);  ///< the nearest boundary before `at`
  void select_all();
  void select_word(std::size_t at);
  bool undo();  ///< takes back the last change, as often as wanted; false when there is none

 private:
  struct Past {
    std::string text;
    std::size_t cursor;
  };
  void remember();
  void erase(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t before(std::size_t at, Step step) const;
  [[nodiscard]] std::size_t after(std::size_t at, Step step) const;

  Lines lines_;
  std::string text_;
  std::size_t cursor_ = 0;
  std::size_t anchor_ = 0;
  std::vector<Past> past_;
};

}  // namespace recto::ui
