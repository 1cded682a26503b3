#include "tools/reader/faq_findings.h"

#include <algorithm>
#include <iterator>

#include "tools/reader/questions.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// What is no question stands among questions there only when it is a sentence.
constexpr std::size_t kFewestSentenceWords = 5;

bool may_be_entry(const Piece& piece, bool named) {
  if (!is_short(piece) || last_letter(piece.block.text) == U':') return false;
  return named || ends_sentence(piece.block.text) ||
         words_of(piece.block.text).size() >= kFewestSentenceWords;
}

bool is_numbered_question(const Piece& piece) {
  const bool numbered =
      is_number(piece.number) || (is_heading(piece) && find_marker(piece.block.text));
  return numbered && asks(piece);
}

}  // namespace

template <class Predicate>
Indices QuestionFinder::find(Range range, Predicate is_candidate) const {
  Indices found;
  for (std::size_t i = range.begin; i < range.end; ++i)
    if (is_candidate(pieces_[i])) found.push_back(i);
  return found;
}

/// Of lines of one kind those that ask. When most of them do, those between two that ask are
/// entries, too: "INSERT is really slow". Where nothing names a FAQ, they must be sentences.
Indices QuestionFinder::choose(const Indices& lines, bool named) const {
  const auto is_question = [&](std::size_t line) {
    return named ? asks_loosely(pieces_[line]) : asks(pieces_[line]);
  };
  const auto first = std::find_if(lines.begin(), lines.end(), is_question);
  if (first == lines.end()) return {};
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_question).base();
  const auto asking = static_cast<std::size_t>(std::count_if(first, last, is_question));
  const bool mostly = are_most(asking, static_cast<std::size_t>(last - first), 6);
  Indices chosen;
  std::copy_if(first, last, std::back_inserter(chosen), [&](std::size_t line) {
    return is_question(line) || (mostly && may_be_entry(pieces_[line], named));
  });
  return chosen;
}

Finding QuestionFinder::labels() const {
  const Range all{0, pieces_.size()};
  Finding found{
      find(all, [&](const Piece& piece) { return label_of(piece) == Label::Question; }), {}, all};
  const auto answers = static_cast<std::size_t>(
      std::count_if(pieces_.begin(), pieces_.end(),
                    [](const Piece& piece) { return label_of(piece) == Label::Answer; }));
  const bool sure =
      std::any_of(found.questions.begin(), found.questions.end(), [&](std::size_t question) {
        const auto label = find_label(pieces_[question].block.text);
        return pieces_[question].number == "Q" || (label && !label->letter);
      });
  if (!sure && !are_most(answers, found.questions.size(), 5)) found.questions.clear();
  return found;
}

Finding QuestionFinder::disclosures(Range range, bool named) const {
  Finding found{{}, {}, range};
  Indices openers;
  std::size_t asking = 0;
  for (const std::size_t opener : disclosures_.openers()) {
    if (opener < range.begin || opener >= range.end) continue;
    const Entry entry{opener, opener + 1, disclosures_.end_of(pieces_[opener], range.end)};
    if (!is_answered(pieces_, entry)) continue;
    openers.push_back(opener);
    asking += asks(pieces_[opener]) ? 1U : 0U;
  }
  const bool all =
      are_most(asking, openers.size(), 6) || (named && are_most(asking, openers.size(), 3));
  std::copy_if(openers.begin(), openers.end(), std::back_inserter(found.questions),
               [&](std::size_t opener) { return all || asks(pieces_[opener]); });
  return found;
}

Finding QuestionFinder::numbered(Range range) const {
  const Indices lines = find(range, [](const Piece& piece) {
    return is_number(piece.number) || is_numbered_question(piece);
  });
  std::size_t asking = 0;
  std::size_t alone = 0;
  for (const std::size_t line : lines) {
    asking += asks(pieces_[line]) ? 1U : 0U;
    alone += asks(pieces_[line]) || !is_one_of_several(pieces_, line) ? 1U : 0U;
  }
  const bool mostly = are_most(asking, alone, 6);
  Finding found{{}, {}, range};
  std::string_view last;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Piece& piece = pieces_[lines[i]];
    const bool chapter = i + 1 < lines.size() && is_number(piece.number) &&
                         pieces_[lines[i + 1]].number.starts_with(piece.number + '.');
    if (chapter && !asks(piece)) {
      found.stops.push_back(lines[i]);
      continue;
    }
    if (!asks(piece) && !(mostly && continues(lines[i], last))) continue;
    // "12.1" behind "11.9": the line above names chapter 12.
    const std::size_t above = lines[i] - (lines[i] > range.begin ? 1 : 0);
    if (split_number(piece.number).first != split_number(last).first &&
        is_bare_line(pieces_[above]))
      found.stops.push_back(above);
    found.questions.push_back(lines[i]);
    if (is_number(piece.number)) last = piece.number;
  }
  return found;
}

/// Whether a numbered line comes next behind `last`.
bool QuestionFinder::continues(std::size_t at, std::string_view last) const {
  const Piece& piece = pieces_[at];
  const auto [before, part] = split_number(piece.number);
  const auto [last_before, last_part] = split_number(last);
  const bool next = part && last_part && before == last_before && *part == *last_part + 1;
  const bool first = !before.empty() && part == 1 && before != last_before;
  return next ? !before.empty() || !is_one_of_several(pieces_, at) : first;
}

Finding QuestionFinder::headings(Range range, bool named) const {
  const Indices all = find(range, [&](const Piece& piece) {
    return is_heading(piece) && (named || (piece.marked && !find_label(piece.block.text)));
  });
  std::map<int, std::size_t> levels;  // level → questions
  for (const std::size_t heading : all)
    if (named ? asks_loosely(pieces_[heading]) : asks(pieces_[heading]))
      ++levels[pieces_[heading].block.level];
  Finding found{{}, {}, range};
  if (levels.empty()) return found;
  const int level =
      std::max_element(levels.begin(), levels.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      })->first;
  Indices lines;
  std::copy_if(all.begin(), all.end(), std::back_inserter(lines), [&](std::size_t heading) {
    return pieces_[heading].block.level == level &&
           (pieces_[heading].marked || asks(pieces_[heading]));
  });
  const Indices chosen = choose(lines, named);
  int open = 0;  // level of the entry that is being read
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Piece& piece = pieces_[all[i]];
    if (open != 0 && piece.block.level > open) continue;
    open = 0;
    const bool alone = i + 1 == all.size() || pieces_[all[i + 1]].block.level <= piece.block.level;
    const bool other_level = piece.block.level > level || (piece.block.level < level && alone);
    if (!std::binary_search(chosen.begin(), chosen.end(), all[i]) &&
        !(named && other_level && asks(piece)))
      continue;
    found.questions.push_back(all[i]);
    open = piece.block.level;
  }
  return found;
}

Finding QuestionFinder::strong_lines(Range range, bool named) const {
  const Indices lines = find(range, [](const Piece& piece) {
    return piece.strong && (is_heading(piece) || piece.block.type == BlockType::Paragraph);
  });
  return {choose(lines, named), {}, range};
}

Finding QuestionFinder::items(Range range) const {
  Indices lines;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Piece& piece = pieces_[i];
    if (piece.block.type == BlockType::List && piece.number.empty() &&
        (asks(piece) || (piece.strong && !is_one_of_several(pieces_, i))))
      lines.push_back(i);
  }
  return {choose(lines, true), {}, range};
}

Finding QuestionFinder::lines(Range range) const {
  Indices lines;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Piece& piece = pieces_[i];
    const bool indented = i + 1 < range.end && pieces_[i + 1].indent > piece.indent;
    const bool line = piece.block.type == BlockType::Paragraph || is_heading(piece);
    if (line &&
        (asks(piece) ? piece.single || indented : indented && !ends_sentence(piece.block.text)))
      lines.push_back(i);
  }
  return {choose(lines, true), {}, range};
}

std::vector<Finding> QuestionFinder::counted_questions() const {
  std::vector<Finding> runs;
  int last = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (!is_numbered_question(pieces_[i])) continue;
    const auto marker = find_marker(pieces_[i].block.text);
    const auto number =
        whole_number(pieces_[i].number.empty() && marker ? marker->number : pieces_[i].number);
    if (!number) continue;
    if (*number == 1 || runs.empty() || *number != last + 1) {
      if (!runs.empty()) runs.back().range.end = i;
      runs.push_back({{}, {}, {i, pieces_.size()}});
    }
    runs.back().questions.push_back(i);
    last = *number;
  }
  return runs;
}

}  // namespace recto::reader
