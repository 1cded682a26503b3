#include "tools/reader/faq.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Longer ones are text that happens to end in a question.
constexpr std::size_t kMostQuestionWords = 40;

/// Pieces [begin, end).
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Which pieces begin an entry, and which end the last answer without beginning one.
struct Plan {
  std::vector<std::size_t> questions;
  Range range;
};

bool names_a_faq(std::string_view heading) {
  static constexpr std::array<std::string_view, 14> kNames{"faq",
                                                           "f.a.q.",
                                                           "frequently asked questions",
                                                           "frequent questions",
                                                           "common questions",
                                                           "questions and answers",
                                                           "q&a",
                                                           "q & a",
                                                           "häufige fragen",
                                                           "häufig gestellte fragen",
                                                           "foire aux questions",
                                                           "questions fréquentes",
                                                           "preguntas frecuentes",
                                                           "常见问题"};
  const std::string folded = fold_case(heading);
  const auto words = words_of(folded);
  // No word of another meaning holds "faq": "FAQs", "perlfaq1".
  return words.size() <= 12 &&
         std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return folded.find(name) != std::string::npos; });
}

bool asks(const Piece& piece) {
  return ends_question(piece.block.text) && words_of(piece.block.text).size() <= kMostQuestionWords;
}

bool is_heading(const Piece& piece) {
  return piece.block.type == BlockType::Heading;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Label> label_of(const Piece& piece) {
  const auto label = find_label(piece.block.text);
  return label ? std::optional(label->label) : std::nullopt;
}

/// A question's text without its label and number.
std::string question_text(const Piece& piece) {
  std::string_view text = piece.block.text;
  if (const auto label = find_label(text); label && label->length < text.size())
    text.remove_prefix(label->length);
  if (const auto marker = find_marker(text); marker && !marker->number.empty())
    text.remove_prefix(marker->length);
  return std::string(text);
}

std::string_view without_answer_label(std::string_view text) {
  const auto label = find_label(text);
  if (label && label->label == Label::Answer) text.remove_prefix(label->length);
  return text;
}

/// Only lettered choices or nothing: a quiz, not an answer.
bool is_answer(const std::vector<Piece>& pieces, Range range) {
  return std::any_of(
      pieces.begin() + static_cast<std::ptrdiff_t>(range.begin),
      pieces.begin() + static_cast<std::ptrdiff_t>(range.end), [](const Piece& piece) {
        const bool choice = piece.block.type == BlockType::List && !piece.number.empty() &&
                            !whole_number(piece.number);
        return !choice && !is_heading(piece) && piece.block.type != BlockType::Caption &&
               !trimmed(without_answer_label(piece.block.text)).empty();
      });
}

/// Where the answer of the question at `at` ends: at the next question, at a heading that does not
/// stand below the question, at the end of the range.
std::size_t end_of_answer(const std::vector<Piece>& pieces, const Plan& plan, std::size_t index) {
  const std::size_t at = plan.questions[index];
  const std::size_t next =
      index + 1 < plan.questions.size() ? plan.questions[index + 1] : plan.range.end;
  const Piece& question = pieces[at];
  const int level = is_heading(question) ? question.block.level : 0;
  for (std::size_t i = at + 1; i < next; ++i)
    if (is_heading(pieces[i]) && (level == 0 || pieces[i].block.level <= level)) return i;
  return next;
}

Piece folded_entry(const std::vector<Piece>& pieces, Range range) {
  Piece entry;
  entry.block.type = BlockType::Faq;
  entry.block.question = question_text(pieces[range.begin]);
  for (std::size_t i = range.begin + 1; i < range.end; ++i) {
    if (pieces[i].block.type == BlockType::Caption) continue;
    const std::string_view text = without_answer_label(pieces[i].block.text);
    if (text.empty()) continue;
    entry.block.text.append(entry.block.text.empty() ? "" : "\n").append(text);
  }
  return entry;
}

/// How many of the plan's questions have an answer.
std::size_t count_answered(const std::vector<Piece>& pieces, const Plan& plan) {
  std::size_t answered = 0;
  for (std::size_t i = 0; i < plan.questions.size(); ++i)
    if (is_answer(pieces, {plan.questions[i] + 1, end_of_answer(pieces, plan, i)})) ++answered;
  return answered;
}

template <class Predicate>
Plan plan_of(const std::vector<Piece>& pieces, Range range, Predicate begins_entry) {
  Plan plan{{}, range};
  for (std::size_t i = range.begin; i < range.end; ++i)
    if (begins_entry(pieces[i])) plan.questions.push_back(i);
  return plan;
}

bool is_numbered_question(const Piece& piece) {
  const bool numbered =
      !piece.number.empty() || (is_heading(piece) && find_marker(piece.block.text));
  return numbered && asks(piece);
}

bool is_strong_question(const Piece& piece) {
  return piece.strong && asks(piece);
}

/// "4.5.1" → "4.5." and 1; no number for "b".
std::pair<std::string_view, std::optional<int>> split_number(std::string_view number) {
  const std::size_t last = number.find_last_of('.') + 1;
  return {number.substr(0, last), whole_number(number.substr(last))};
}

/// Numbered questions. When six in ten numbered lines ask, those that only continue the count are
/// entries too: "12. INSERT is really slow".
Plan plan_of_numbered(const std::vector<Piece>& pieces, Range range) {
  std::size_t numbered = 0;
  std::size_t questions = 0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (pieces[i].number.empty() || !split_number(pieces[i].number).second) continue;
    ++numbered;
    questions += asks(pieces[i]) ? 1U : 0U;
  }
  std::string_view last;
  return plan_of(pieces, range, [&, mostly = questions * 10 >= numbered * 6](const Piece& piece) {
    const auto [before, part] = split_number(piece.number);
    const auto [last_before, last_part] = split_number(last);
    const bool next =
        mostly && part && last_part && before == last_before && *part == *last_part + 1;
    const bool first = mostly && !before.empty() && part == 1 && before != last_before;
    const bool entry = is_numbered_question(piece) || next || first;
    if (entry && part) last = piece.number;
    return entry;
  });
}

/// Headings of the level where most questions stand. When most of that level asks, all of it are
/// entries: "INSERT is really slow" between questions is one too.
Plan plan_of_headings(const std::vector<Piece>& pieces, Range range) {
  std::map<int, std::pair<std::size_t, std::size_t>> levels;  // level → questions, all
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (!is_heading(pieces[i])) continue;
    auto& [questions, all] = levels[pieces[i].block.level];
    questions += asks(pieces[i]) ? 1U : 0U;
    ++all;
  }
  const auto best = std::max_element(
      levels.begin(), levels.end(),
      [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
  if (best == levels.end() || best->second.first == 0) return {{}, range};
  const bool all_of_them = best->second.first * 10 >= best->second.second * 6;
  return plan_of(pieces, range, [&](const Piece& piece) {
    return is_heading(piece) && piece.block.level == best->first &&
           (asks(piece) || (all_of_them && piece.marked));
  });
}

/// Lines that ask: on one line of their own, or with their answer indented below them.
Plan plan_of_lines(const std::vector<Piece>& pieces, Range range) {
  Plan plan{{}, range};
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const bool indented = i + 1 < range.end && pieces[i + 1].indent > pieces[i].indent;
    const bool line = pieces[i].block.type == BlockType::Paragraph || is_heading(pieces[i]);
    if (line && (pieces[i].single || indented) && asks(pieces[i])) plan.questions.push_back(i);
  }
  return plan;
}

/// The entries of a FAQ section: the kind of line that asks most.
Plan plan_of_section(const std::vector<Piece>& pieces, Range range) {
  std::array<Plan, 4> plans{plan_of_numbered(pieces, range), plan_of_headings(pieces, range),
                            plan_of(pieces, range, is_strong_question),
                            plan_of_lines(pieces, range)};
  return *std::max_element(plans.begin(), plans.end(), [&](const Plan& a, const Plan& b) {
    return count_answered(pieces, a) < count_answered(pieces, b);
  });
}

/// From a heading that names a FAQ to the next heading that is not below it and does not ask.
/// Headings that only look so may stand inside answers.
std::vector<Range> faq_sections(const std::vector<Piece>& pieces, std::string_view title) {
  if (names_a_faq(title)) return {{0, pieces.size()}};
  std::vector<Range> sections;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!(is_heading(pieces[i]) || pieces[i].strong) || !names_a_faq(pieces[i].block.text))
      continue;
    std::size_t end = i + 1;
    while (end < pieces.size() &&
           !(is_heading(pieces[end]) && pieces[end].marked &&
             pieces[end].block.level <= pieces[i].block.level && !asks(pieces[end])))
      ++end;
    sections.push_back({i + 1, end});
    i = end - 1;
  }
  return sections;
}

/// "Q: …" pairs of the whole article.
Plan plan_of_labels(const std::vector<Piece>& pieces) {
  Plan plan = plan_of(pieces, {0, pieces.size()}, [](const Piece& piece) {
    return label_of(piece) == Label::Question && !trimmed(question_text(piece)).empty();
  });
  const bool answers = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return label_of(piece) == Label::Answer;
  });
  const bool several = plan.questions.size() >= 2;
  return answers || several ? plan : Plan{{}, plan.range};
}

/// "What first attracted you to ants?": asked of a person.
bool asks_somebody(const Piece& piece) {
  const auto words = words_of(piece.block.text);
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    const std::string folded = fold_case(word);
    return folded.starts_with("you") && !folded.starts_with("young") &&
           !folded.starts_with("youth");
  });
}

/// Bold lines that ask, anywhere: three or more with answers, unless they are an interview's.
Plan plan_of_bold(const std::vector<Piece>& pieces) {
  Plan plan = plan_of(pieces, {0, pieces.size()}, is_strong_question);
  const auto personal =
      std::count_if(plan.questions.begin(), plan.questions.end(),
                    [&](std::size_t question) { return asks_somebody(pieces[question]); });
  const bool interview = static_cast<std::size_t>(personal) * 2 >= plan.questions.size();
  if (interview || count_answered(pieces, plan) < 3) plan.questions.clear();
  return plan;
}

/// Questions numbered 1, 2, 3 … anywhere, each with an answer.
std::vector<Plan> plans_of_numbers(const std::vector<Piece>& pieces) {
  std::vector<Plan> plans;
  int last = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!is_numbered_question(pieces[i])) continue;
    const auto marker = find_marker(pieces[i].block.text);
    const auto number =
        whole_number(pieces[i].number.empty() && marker ? marker->number : pieces[i].number);
    if (!number) continue;
    if (*number == 1 || plans.empty() || *number != last + 1) {
      if (!plans.empty()) plans.back().range.end = i;
      plans.push_back({{}, {i, pieces.size()}});
    }
    plans.back().questions.push_back(i);
    last = *number;
  }
  std::erase_if(plans, [&](const Plan& plan) {
    return plan.questions.size() < 2 || count_answered(pieces, plan) < plan.questions.size();
  });
  return plans;
}

class Folder {
 public:
  explicit Folder(std::vector<Piece> pieces)
      : pieces_(std::move(pieces)), ends_(pieces_.size()), taken_(pieces_.size()) {}

  /// Marks the entries of `plan`, but for those that touch an entry marked before.
  void mark(const Plan& plan) {
    std::map<std::string, std::size_t> last;  // by question: its last place in the plan
    for (const std::size_t question : plan.questions)
      last[fold_case(question_text(pieces_[question]))] = question;
    for (std::size_t i = 0; i < plan.questions.size(); ++i) {
      const Range entry{plan.questions[i], end_of_answer(pieces_, plan, i)};
      if (!is_answer(pieces_, {entry.begin + 1, entry.end})) continue;
      const bool comes_again = last[fold_case(question_text(pieces_[entry.begin]))] != entry.begin;
      if (comes_again && is_contents({entry.begin + 1, entry.end})) continue;
      const auto begin = taken_.begin() + static_cast<std::ptrdiff_t>(entry.begin);
      const auto end = taken_.begin() + static_cast<std::ptrdiff_t>(entry.end);
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      ends_[entry.begin] = entry.end;
    }
  }

  std::vector<Piece> fold() {
    std::vector<Piece> folded;
    for (std::size_t i = 0; i < pieces_.size();) {
      if (ends_[i] == 0) {
        folded.push_back(std::move(pieces_[i++]));
        continue;
      }
      folded.push_back(folded_entry(pieces_, {i, ends_[i]}));
      i = ends_[i];
    }
    return folded;
  }

  [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  /// Lines of a table of contents below the last question of one of its chapters.
  [[nodiscard]] bool is_contents(Range range) const {
    return std::all_of(pieces_.begin() + static_cast<std::ptrdiff_t>(range.begin),
                       pieces_.begin() + static_cast<std::ptrdiff_t>(range.end),
                       [](const Piece& piece) { return piece.block.type == BlockType::List; });
  }

  std::vector<Piece> pieces_;
  std::vector<std::size_t> ends_;  ///< of the entry that begins at a piece; 0 for none
  std::vector<bool> taken_;        ///< pieces that belong to an entry
};

}  // namespace

std::vector<Piece> fold_faq(std::vector<Piece> pieces, std::string_view title) {
  Folder folder(std::move(pieces));
  const std::vector<Piece>& read = folder.pieces();
  folder.mark(plan_of_labels(read));
  for (const Range section : faq_sections(read, title))
    folder.mark(plan_of_section(read, section));
  for (const Plan& plan : plans_of_numbers(read))
    folder.mark(plan);
  folder.mark(plan_of_bold(read));
  return folder.fold();
}

}  // namespace recto::reader
