#include "tools/reader/faq.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unicode/uchar.h>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/faq_plans.h"
#include "tools/reader/faq_tables.h"
#include "tools/reader/headings.h"
#include "tools/reader/markers.h"

namespace recto::reader {
namespace {

/// A piece as a line of an answer: items keep the mark that is written before them.
std::string answer_line(const Piece& piece) {
  std::string_view text = piece.block.text;
  if (const auto label = find_label(text); label && label->label == Label::Answer)
    text.remove_prefix(label->length);
  const bool marked = !piece.mark.empty() && piece.number != "A";
  return (marked ? piece.mark + " " : std::string()).append(text);
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

/// A text's letters and digits, folded: the same for all ways to set it.
std::string key_of(std::string_view text) {
  std::string key;
  const std::string folded = fold_case(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (u_isalnum(static_cast<UChar32>(next_code_point(folded, at))) != 0)
      key.append(folded, begin, at - begin);
  }
  return key;
}

/// Where a stated answer stands below its question: pieces that say it and nothing else.
Entry stated_entry(const std::vector<Piece>& pieces, std::size_t question,
                   const std::string& answer) {
  Entry entry{question, question + 1, question + 1};
  std::size_t said = 0;
  while (entry.end < pieces.size() && said < answer.size()) {
    const std::string key = key_of(pieces[entry.end].block.text);
    const std::size_t found = answer.find(key, said);
    if (found == std::string::npos) break;
    said = found + key.size();
    ++entry.end;
  }
  const bool whole = said * 10 >= answer.size() * 9;
  if (!whole) entry.end = entry.answer;
  return entry;
}

/// What the markup states, where the text says it too.
Plan plan_of_stated(const std::vector<Piece>& pieces, const std::vector<FaqEntry>& stated) {
  std::unordered_map<std::string, const FaqEntry*> answers;
  for (const FaqEntry& entry : stated)
    answers.emplace(key_of(entry.question), &entry);
  Plan plan;
  for (std::size_t i = 0; !answers.empty() && i < pieces.size(); ++i) {
    const auto found = answers.find(key_of(question_text(pieces, {i, i + 1, i + 1})));
    if (found == answers.end()) continue;
    const Entry entry = stated_entry(pieces, i, key_of(found->second->answer));
    if (is_answered(pieces, entry)) plan.entries.push_back(entry);
  }
  return plan;
}

/// What the markup states and the text does not.
void append_unsaid(std::vector<Piece>& pieces, const std::vector<FaqEntry>& stated) {
  std::unordered_set<std::string> said;
  for (const Piece& piece : pieces)
    if (piece.block.type == BlockType::Faq) said.insert(key_of(piece.block.question));
  for (const FaqEntry& entry : stated) {
    if (!said.insert(key_of(entry.question)).second) continue;
    Piece piece;
    piece.block.type = BlockType::Faq;
    piece.block.question = entry.question;
    piece.block.text = entry.answer;
    pieces.push_back(std::move(piece));
  }
}

}  // namespace

std::vector<Piece> fold_faq(std::vector<Piece> pieces, const FaqHints& hints) {
  Folder folder(fold_tables(std::move(pieces)));
  folder.take(plan_of_stated(folder.pieces(), hints.stated));
  for (const Plan& plan : faq_plans(folder.pieces(), hints.title, hints.name))
    folder.take(plan);
  pieces = folder.fold();
  append_unsaid(pieces, hints.stated);
  return pieces;
}

}  // namespace recto::reader
