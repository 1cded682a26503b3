#include "tools/reader/faq_plans.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/faq_findings.h"
#include "tools/reader/faq_lines.h"
#include "tools/reader/faq_refusals.h"
#include "tools/reader/headings.h"
#include "tools/reader/markers.h"
#include "tools/reader/questions.h"

namespace recto::reader {
namespace {

/// Where nothing names a FAQ: so many bold lines or headings must ask.
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kFewestHeadings = 4;

/// Reads the plans off the pieces of one article.
class Planner {
 public:
  Planner(const std::vector<Piece>& pieces, Promise title)
      : pieces_(pieces),
        named_(title == Promise::Faq),
        is_test_(title == Promise::Test),
        finder_(pieces) {}

  std::vector<Plan> plans() {
    add(plan_of(finder_.labels()));
    for (const auto& [range, promise] : sections())
      add_section(range, promise == Promise::Faq);
    const Range all{0, pieces_.size()};
    add_unnamed(plan_of(finder_.disclosures(all, named_)), 2, 2);
    for (const Finding& numbers : finder_.counted_questions())
      if (const Plan plan = plan_of(numbers);
          plan.entries.size() >= 2 && count_answered(plan) == plan.entries.size())
        add(plan, 2);
    add(plan_of(finder_.strong_lines(all, false)), kFewestLines);
    add_unnamed(plan_of(finder_.headings(all, false)), kFewestHeadings, kFewestLines);
    return std::move(plans_);
  }

 private:
  struct Section {
    Range range;
    Promise promise = Promise::None;
  };

  [[nodiscard]] std::size_t count_answered(const Plan& plan) const {
    return static_cast<std::size_t>(
        std::count_if(plan.entries.begin(), plan.entries.end(),
                      [&](const Entry& entry) { return is_answered(pieces_, entry); }));
  }

  [[nodiscard]] std::string_view text(std::size_t at) const { return pieces_[at].block.text; }

  // --- from findings to plans

  /// An answer runs to the next question, to the end of its disclosure, to a stop, or to a heading
  /// that does not stand below the question.
  [[nodiscard]] Plan plan_of(const Finding& found) const {
    Plan plan;
    plan.named = named_;
    for (std::size_t i = 0; i < found.questions.size(); ++i) {
      const std::size_t at = found.questions[i];
      const bool last = i + 1 == found.questions.size();
      Entry entry{at, answer_of(at, last ? found.range.end : found.questions[i + 1]), 0};
      if (question_text(pieces_, entry).empty()) continue;
      entry.end =
          end_of_answer(entry, last ? found.range.end : found.questions[i + 1], last, found.stops);
      if (last) entry.end = end_before_closing(entry);
      plan.entries.push_back(entry);
    }
    drop_contents(plan);
    return plan;
  }

  /// "Question:" may have several paragraphs before its "Answer:".
  [[nodiscard]] std::size_t answer_of(std::size_t question, std::size_t next) const {
    if (label_of(pieces_[question]) != Label::Question) return question + 1;
    for (std::size_t at = question + 1; at < next && !pieces_[at].marked; ++at)
      if (label_of(pieces_[at]) == Label::Answer) return at;
    return question + 1;
  }

  [[nodiscard]] std::size_t end_of_answer(const Entry& entry, std::size_t next, bool last,
                                          const Indices& stops) const {
    const Piece& question = pieces_[entry.begin];
    const std::size_t closed = finder_.end_of_disclosure(question, next);
    const auto stop = std::lower_bound(stops.begin(), stops.end(), entry.answer);
    const std::size_t end = stop == stops.end() ? closed : std::min(closed, *stop);
    for (std::size_t at = entry.answer; at < end; ++at) {
      if (pieces_[at].block.type == BlockType::Faq) return at;
      if (closed == next && is_heading(pieces_[at]) && ends_answer(entry, at, last, next))
        return at;
    }
    return end;
  }

  /// A heading of the question's level or above it. One that only looks so may be a line of the
  /// answer ("Then run"), unless it names a chapter or nothing of the FAQ follows.
  [[nodiscard]] bool ends_answer(const Entry& entry, std::size_t at, bool last,
                                 std::size_t next) const {
    const Piece& question = pieces_[entry.begin];
    const Piece& heading = pieces_[at];
    if (is_heading(question) && heading.block.level > question.block.level) return false;
    if (heading.marked || heading.strong) return true;
    if (at == entry.answer || heading.indent > question.indent) return false;
    return last || at + 1 == next || names_chapter(heading.block.text);
  }

  [[nodiscard]] std::size_t end_before_closing(const Entry& entry) const {
    if (pieces_[entry.begin].disclosure != 0) return entry.end;
    for (std::size_t at = entry.answer + 1; at < entry.end; ++at)
      if (is_short(pieces_[at]) && closes_faq(text(at))) return at;
    return entry.end;
  }

  /// A table of contents asks all questions once before they are answered.
  void drop_contents(Plan& plan) const {
    std::map<std::string, std::size_t> last;  // by question: its last place in the plan
    std::vector<std::string> questions;
    for (const Entry& entry : plan.entries) {
      questions.push_back(fold_case(question_text(pieces_, entry)));
      last[questions.back()] = entry.begin;
    }
    std::vector<Entry> kept;
    const Entry* contents = nullptr;  // the line of contents right above
    for (std::size_t i = 0; i < plan.entries.size(); ++i) {
      const Entry& entry = plan.entries[i];
      const bool comes_again = last[questions[i]] != entry.begin;
      const bool below_contents = contents != nullptr && contents->end == entry.begin;
      if (comes_again && (below_contents || has_only_items(entry))) {
        contents = &entry;
      } else {
        contents = nullptr;
        kept.push_back(entry);
      }
    }
    plan.entries = std::move(kept);
  }

  [[nodiscard]] bool has_only_items(const Entry& entry) const {
    return std::all_of(at(entry.answer), at(entry.end), [](const Piece& piece) {
      return piece.block.type == BlockType::List || is_heading(piece) || is_bare_line(piece);
    });
  }

  [[nodiscard]] std::vector<Piece>::const_iterator at(std::size_t index) const {
    return pieces_.begin() + static_cast<std::ptrdiff_t>(index);
  }

  // --- what is no FAQ though it asks

  void add(Plan plan, std::size_t fewest = 2) {
    const std::size_t answered = count_answered(plan);
    if (answered == 0 || (!plan.named && answered < fewest)) return;
    if (!plan.named && (is_test_ || is_test(pieces_, plan) || is_interview(pieces_, plan))) return;
    plans_.push_back(std::move(plan));
  }

  /// Where nothing names a FAQ, headings and disclosures that ask make one only when they are
  /// questions of a reader and not their writer's rhetoric, and enough of them: `sure` are enough
  /// when readers speak of themselves or answers say yes or no.
  void add_unnamed(Plan plan, std::size_t fewest, std::size_t sure) {
    if (!plan.named && is_rhetoric(pieces_, plan)) return;
    const bool readers = is_of_readers(pieces_, plan);
    add(std::move(plan), readers ? sure : fewest);
  }

  // --- sections

  /// From a heading that names questions to the next heading that is not below it and does not ask.
  /// Headings that only look so may stand inside answers.
  [[nodiscard]] std::vector<Section> sections() const {
    if (named_) return {{{0, pieces_.size()}, Promise::Faq}};
    std::vector<Section> sections;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!(is_heading(pieces_[i]) || pieces_[i].strong || is_bare_line(pieces_[i]))) continue;
      const Promise promise = promise_of(text(i));
      if (promise != Promise::Faq && promise != Promise::Questions) continue;
      const int level = is_heading(pieces_[i]) ? pieces_[i].block.level : 6;
      const std::size_t end = end_of_section(i + 1, level);
      sections.push_back({{i + 1, end}, promise});
      i = end - 1;
    }
    return sections;
  }

  /// At a heading that is not below the section's own and neither asks nor stands among some that
  /// do.
  [[nodiscard]] std::size_t end_of_section(std::size_t begin, int level) const {
    bool asked = false;
    std::size_t end = 0;  // the last heading outside that does not ask, until the next one does
    for (std::size_t at = begin; at < pieces_.size(); ++at) {
      const Piece& piece = pieces_[at];
      if (!is_heading(piece) || !piece.marked || piece.block.level > level) continue;
      const bool question = asks(piece);
      if (!question && (!asked || end != 0)) return end != 0 ? end : at;
      asked = asked || question;
      end = question ? 0 : at;
    }
    return end != 0 ? end : pieces_.size();
  }

  /// The entries of a FAQ section: the kind of line that asks most.
  void add_section(Range range, bool is_faq) {
    std::array<Plan, 6> plans{plan_of(finder_.disclosures(range, is_faq)),
                              plan_of(finder_.numbered(range)),
                              plan_of(finder_.headings(range, true)),
                              plan_of(finder_.strong_lines(range, true)),
                              plan_of(finder_.items(range)),
                              plan_of(finder_.lines(range))};
    std::array<std::size_t, 6> answered{};
    std::transform(plans.begin(), plans.end(), answered.begin(),
                   [&](const Plan& plan) { return count_answered(plan); });
    const auto best = std::max_element(answered.begin(), answered.end()) - answered.begin();
    Plan& plan = plans[static_cast<std::size_t>(best)];
    plan.named = is_faq;
    add(std::move(plan));
  }

  const std::vector<Piece>& pieces_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  bool named_;                        ///< the title or the file's name promises a FAQ
  bool is_test_;                      ///< or a quiz
  QuestionFinder finder_;
  std::vector<Plan> plans_;
};

/// "FAQ", "docs/xz_faq.txt", "perlfaq1.html", but not "faqtory.txt".
bool names_faq_file(std::string_view name) {
  const std::string file = fold_case(name.substr(name.find_last_of("/\\") + 1));
  std::size_t end = file.rfind("faq");
  if (end == std::string::npos) return false;
  end += file.substr(end + 3).starts_with('s') ? 4 : 3;
  return end >= file.size() || file[end] < 'a' || file[end] > 'z';
}

}  // namespace

std::string question_text(const std::vector<Piece>& pieces, const Entry& entry) {
  std::string question;
  for (std::size_t at = entry.begin; at < entry.answer; ++at) {
    std::string_view text = pieces[at].block.text;
    if (at == entry.begin) {
      if (const auto label = find_label(text)) text.remove_prefix(label->length);
      if (const auto marker = find_marker(text); marker && !marker->number.empty())
        text.remove_prefix(marker->length);
    }
    if (!text.empty()) question.append(question.empty() ? "" : " ").append(text);
  }
  return question;
}

bool is_answered(const std::vector<Piece>& pieces, const Entry& entry) {
  for (std::size_t at = entry.answer; at < entry.end; ++at) {
    const Piece& piece = pieces[at];
    const auto label = find_label(piece.block.text);
    const bool bare_label =
        label && trimmed(std::string_view(piece.block.text).substr(label->length)).empty();
    const bool heading = is_heading(piece) && piece.marked;
    const bool caption = piece.block.type == BlockType::Caption && is_caption(piece);
    if (!heading && !bare_label && !caption && !is_choice(pieces, at)) return true;
  }
  return false;
}

std::vector<Plan> faq_plans(const std::vector<Piece>& pieces, std::string_view title,
                            std::string_view name) {
  const Promise promise = names_faq_file(name) ? Promise::Faq : promise_of(title);
  return Planner(pieces, promise).plans();
}

}  // namespace recto::reader
