// Looking through a draft (F9–F13): what each key does to it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "game/draft/draft.h"
#include "game/screens/import/preview_view.h"

namespace recto::app {

class PreviewFlow {
 public:
  /// `seen`: when the article was imported before, in words; empty: never. `draft` outlives this.
  /// `number`: of another preview another one.
  PreviewFlow(draft::Draft& draft, std::string seen, std::uint64_t number);

  /// Made anew only when something has changed.
  [[nodiscard]] const screens::PreviewView& view();

  /// What is not the draft's business is given back: it saves, or leaves.
  enum class Outcome { Stay, Leave, Save, SaveAndStudy, SaveAsNew };
  Outcome apply(const screens::PreviewAction& action);
  /// Shows why something was not done.
  void say(std::string text);

 private:
  /// What the fields that are open will do.
  struct Editing {
    enum class What { Words, Accepted, OwnCard };
    What what = What::Words;
    std::size_t entry = 0;  ///< not of an own card
    Card card;
  };

  void choose(std::optional<std::size_t> entry);
  void choose_place(std::size_t passage, std::size_t at);
  void turn(std::size_t entry);
  void fold_left_out();
  void open_fields(Editing editing, std::string title);
  void close_fields(const screens::EditAction& action);
  [[nodiscard]] Result<std::size_t> save_fields(const std::vector<std::string>& texts);
  void open_words(const std::optional<draft::WordChoice>& chosen);
  void move_words(const screens::PreviewAction& action);
  void set_words(std::optional<draft::WordChoice> words);
  void change_options();
  void make(const screens::PreviewAction& action);
  void set_filter(std::string filter, bool open);
  void keep_chosen_in_sight();

  draft::Draft* draft_;
  screens::PreviewState state_;
  screens::PreviewView view_;
  bool is_stale_ = true;
  std::optional<Editing> editing_;
  std::map<std::size_t, std::vector<std::string>> typed_;  ///< what was not saved, by entry
};

}  // namespace recto::app
