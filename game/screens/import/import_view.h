// The page where articles come in, as values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace recto::screens {

/// One input on its way, or what became of it.
struct ImportLine {
  std::uint64_t id = 0;
  std::string name;            ///< "reeds.html", "example.org/reeds"
  std::string said;            ///< "Fetching, 40 %"; what went wrong and what to do
  std::optional<float> share;  ///< how far it is, 0 to 1; absent while it waits
  bool failed = false;
};

/// A draft that waits for being looked through.
struct DraftRow {
  std::string id;
  std::string title;
  std::string detail;  ///< "18 of 31 cards, 12 of 14 paragraphs covered"
  std::string seen;    ///< F8: when it was imported before; empty: never
};

struct ImportView {
  std::vector<ImportLine> lines;
  std::vector<DraftRow> drafts;
  std::string thrown_away;  ///< the title of the draft that can be brought back; empty: none
};

struct ImportAction {
  enum class Kind {
    None,
    Add,        ///< what was typed: a link, a path, or text
    Paste,      ///< what is on the clipboard
    Choose,     ///< lets a person choose files
    Retry,      ///< a line that failed
    Cancel,     ///< an input on its way, or a line that failed
    Open,       ///< a draft
    ThrowAway,  ///< a draft
    BringBack,  ///< the one that was thrown away last
  };
  Kind kind = Kind::None;
  std::string text{};  ///< typed; or the draft's id
  std::uint64_t line = 0;
};

}  // namespace recto::screens
