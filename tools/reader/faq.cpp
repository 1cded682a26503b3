#include "tools/reader/faq.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "content/base/utf8.h"
#include "tools/reader/faq_plans.h"
#include "tools/reader/faq_tables.h"
#include "tools/reader/headings.h"
#include "tools/reader/markers.h"

namespace recto::reader {
namespace {

/// A piece as a line of an answer: items keep the number that is written before them.
std::string answer_line(const Piece& piece) {
  std::string_view text = piece.block.text;
  if (const auto label = find_label(text); label && label->label == Label::Answer)
    text.remove_prefix(label->length);
  const bool numbered = piece.block.type == BlockType::List && !piece.number.empty() &&
                        !piece.counted && piece.number != "A";
  return (numbered ? piece.number + ". " : std::string()).append(text);
}

Piece folded_entry(const std::vector<Piece>& pieces, const Entry& entry) {
  Piece folded;
  folded.block.type = BlockType::Faq;
  folded.block.question = question_text(pieces, entry);
  for (std::size_t i = entry.answer; i < entry.end; ++i) {
    if (pieces[i].block.type == BlockType::Caption && is_caption(pieces[i])) continue;
    const std::string line = answer_line(pieces[i]);
    if (trimmed(line).empty()) continue;
    folded.block.text.append(folded.block.text.empty() ? "" : "\n").append(line);
  }
  return folded;
}

/// Takes entries of plans, first come, first served, and folds them.
class Folder {
 public:
  explicit Folder(std::vector<Piece> pieces)
      : pieces_(std::move(pieces)), entries_(pieces_.size()), taken_(pieces_.size()) {}

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

  void take(const Plan& plan) {
    for (const Entry& entry : plan.entries) {
      if (!is_answered(pieces_, entry)) continue;
      const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(entry.begin);
      const auto end = taken_.begin() + static_cast<std::ptrdiff_t>(entry.end);
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      entries_[entry.begin] = entry;
    }
  }

  std::vector<Piece> fold() {
    std::vector<Piece> folded;
    for (std::size_t i = 0; i < pieces_.size();) {
      if (entries_[i].end == 0) {
        folded.push_back(std::move(pieces_[i++]));
        continue;
      }
      folded.push_back(folded_entry(pieces_, entries_[i]));
      i = entries_[i].end;
    }
    return folded;
  }

 private:
  std::vector<Piece> pieces_;
  std::vector<Entry> entries_;  ///< the one that begins at a piece; end 0 for none
  std::vector<bool> taken_;     ///< pieces that belong to an entry
};

}  // namespace

std::vector<Piece> fold_faq(std::vector<Piece> pieces, const FaqHints& hints) {
  Folder folder(fold_tables(std::move(pieces)));
  for (const Plan& plan : faq_plans(folder.pieces(), hints.title, hints.name))
    folder.take(plan);
  return folder.fold();
}

}  // namespace recto::reader
