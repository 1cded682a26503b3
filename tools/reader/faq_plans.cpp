#include "tools/reader/faq_plans.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/headings.h"
#include "tools/reader/markers.h"
#include "tools/reader/questions.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Longer ones are text that happens to end in a question.
constexpr std::size_t kMostQuestionWords = 60;

/// Where nothing names a FAQ: so many bold lines or headings must ask.
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kFewestHeadings = 4;

/// What is no question stands among questions there only when it is a sentence.
constexpr std::size_t kFewestSentenceWords = 5;

/// Longer lines are no names of chapters.
constexpr std::size_t kMostBareWords = 8;

using Indices = std::vector<std::size_t>;

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

/// "4.5.1" → "4.5." and 1; no number for "b".
std::pair<std::string_view, std::optional<int>> split_number(std::string_view number) {
  const std::size_t last = number.find_last_of('.') + 1;
  return {number.substr(0, last), whole_number(number.substr(last))};
}

/// At least `tenths` in ten.
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

/// "b) Phragmites". A lone "A." stands before an answer.
bool is_choice(const std::vector<Piece>& pieces, std::size_t at) {
  const Piece& piece = pieces[at];
  if (piece.block.type != BlockType::List || piece.number.empty() || is_number(piece.number) ||
      piece.number == "Q")
    return false;
  return piece.number != "A" || (at + 1 < pieces.size() && pieces[at + 1].number == "B");
}

/// A few words without a stop: "SECTION 4 - HELP".
bool is_bare_line(const Piece& piece) {
  return piece.block.type == BlockType::Paragraph && piece.single &&
         !ends_sentence(piece.block.text) && words_of(piece.block.text).size() <= kMostBareWords;
}

/// "Chapter 2. Getting Debian", "SECTION 4 - HELP", "Usage Problems".
bool names_chapter(std::string_view line) {
  const auto words = words_of(line);
  const auto long_words = std::count_if(words.begin(), words.end(),
                                        [](std::string_view word) { return word.size() >= 4; });
  const bool counted = words.size() >= 2 && is_number(words[1]);
  return counted || is_all_caps(line) || (long_words >= 2 && is_title_case(line));
}

/// What one kind of plan finds, before it is known where answers end.
struct Finding {
  Indices questions;
  Indices stops;  ///< pieces that end an answer without beginning an entry
  Range range;
};

/// Knows where each disclosure ends.
class Disclosures {
 public:
  explicit Disclosures(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].disclosure == 0) continue;
      auto [found, fresh] = ranges_.emplace(pieces[i].disclosure, Range{i, i + 1});
      found->second.end = i + 1;
      if (fresh) openers_.push_back(i);
    }
  }

  [[nodiscard]] const Indices& openers() const { return openers_; }

  [[nodiscard]] std::size_t end_of(const Piece& piece, std::size_t otherwise) const {
    const auto found = ranges_.find(piece.disclosure);
    return found == ranges_.end() ? otherwise : std::min(otherwise, found->second.end);
  }

 private:
  std::map<int, Range> ranges_;
  Indices openers_;
};

/// Reads the plans off the pieces of one article.
class Planner {
 public:
  Planner(const std::vector<Piece>& pieces, Promise title)
      : pieces_(pieces),
        named_(title == Promise::Faq),
        is_test_(title == Promise::Test),
        disclosures_(pieces) {}

  std::vector<Plan> plans() {
    add(plan_of(labels()));
    for (const auto& [range, promise] : sections())
      add_section(range, promise == Promise::Faq);
    const Range all{0, pieces_.size()};
    add_unnamed(plan_of(disclosures(all, named_)), 2, 2);
    for (const Finding& numbers : counted_questions())
      if (const Plan plan = plan_of(numbers);
          plan.entries.size() >= 2 && count_answered(plan) == plan.entries.size())
        add(plan, 2);
    add(plan_of(strong_lines(all, false)), kFewestLines);
    add_unnamed(plan_of(headings(all, false)), kFewestHeadings, kFewestLines);
    return std::move(plans_);
  }

 private:
  struct Section {
    Range range;
    Promise promise = Promise::None;
  };

  [[nodiscard]] std::size_t count_answered(const Plan& plan) const {
    return count(plan, [&](const Entry& entry) { return is_answered(pieces_, entry); });
  }

  template <class Predicate>
  [[nodiscard]] static std::size_t count(const Plan& plan, Predicate holds) {
    return static_cast<std::size_t>(std::count_if(plan.entries.begin(), plan.entries.end(), holds));
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
    const std::size_t closed = disclosures_.end_of(question, next);
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
    if (!plan.named && (is_test(plan) || is_interview(plan))) return;
    plans_.push_back(std::move(plan));
  }

  /// Where nothing names a FAQ, headings and disclosures that ask make one only when they are
  /// questions of a reader and not their writer's rhetoric: different ones, long enough, and enough
  /// of them. `sure` are enough when readers speak of themselves or answers say yes or no.
  void add_unnamed(Plan plan, std::size_t fewest, std::size_t sure) {
    std::set<std::string> different;
    for (const Entry& entry : plan.entries)
      different.insert(fold_case(text(entry.begin)));
    const std::size_t rhetorical = count(plan, [&](const Entry& entry) {
      return pieces_[entry.begin].disclosure == 0 && is_rhetorical(text(entry.begin));
    });
    const std::size_t readers = count(plan, [&](const Entry& entry) {
      return asks_for_oneself(text(entry.begin)) ||
             (entry.answer < entry.end && says_yes_or_no(text(entry.answer)));
    });
    const std::size_t all = plan.entries.size();
    if (!plan.named && (!are_most(different.size(), all, 8) || are_most(rhetorical, all, 3)))
      return;
    add(std::move(plan), readers * 4 >= all ? sure : fewest);
  }

  /// A quiz, exercises, a survey, a form: choices or room below the questions, or so named.
  [[nodiscard]] bool is_test(const Plan& plan) const {
    std::size_t tests = 0;
    for (const Entry& entry : plan.entries) {
      std::size_t choices = 0;
      for (std::size_t at = entry.answer; at < entry.end; ++at)
        choices += is_choice(pieces_, at) ? 1U : 0U;
      const bool input = std::any_of(at(entry.answer), at(entry.end), [](const Piece& piece) {
        return asks_for_input(piece.block.text) || offers_choices(piece.block.text);
      });
      tests += choices >= 2 || input ? 1U : 0U;
    }
    return is_test_ || are_most(tests, plan.entries.size(), 3) ||
           is_named_test(plan.entries.front().begin);
  }

  /// Whether the lines right above, or the last heading above, announce a test.
  [[nodiscard]] bool is_named_test(std::size_t first) const {
    std::size_t lines = 0;
    for (std::size_t at = first; at-- > 0; ++lines) {
      if (lines < 3 || is_heading(pieces_[at])) {
        if (promise_of(text(at)) == Promise::Test) return true;
        if (is_heading(pieces_[at])) return false;
      }
    }
    return false;
  }

  /// Asked of a person who tells of themselves, or whose name stands before the answers.
  [[nodiscard]] bool is_interview(const Plan& plan) const {
    std::size_t personal = 0;
    std::size_t told = 0;
    std::map<std::string_view, std::size_t> speakers;
    for (const Entry& entry : plan.entries) {
      personal += asks_somebody(question_text(pieces_, entry)) ? 1U : 0U;
      const bool tells = std::any_of(at(entry.answer), at(entry.end), [](const Piece& piece) {
        return piece.block.type != BlockType::Code && tells_of_oneself(piece.block.text);
      });
      told += tells ? 1U : 0U;
      if (entry.answer < entry.end) ++speakers[speaker_of(text(entry.answer))];
    }
    const std::size_t all = plan.entries.size();
    speakers.erase(std::string_view());
    const bool spoken = std::any_of(speakers.begin(), speakers.end(), [&](const auto& speaker) {
      return speaker.second >= 2 && are_most(speaker.second, all, 4);
    });
    return spoken || (are_most(personal, all, 3) && are_most(told, all, 4)) ||
           (are_most(personal, all, 8) && are_most(told, all, 2));
  }

  /// "Petra Lang" of "Petra Lang: I grew up …".
  static std::string_view speaker_of(std::string_view text) {
    const std::size_t colon = text.substr(0, 40).find(": ");
    if (colon == std::string_view::npos || find_label(text)) return {};
    const std::string_view name = text.substr(0, colon);
    const auto words = words_of(name);
    const bool names = words.size() <= 3 && std::all_of(words.begin(), words.end(), begins_upper);
    return names ? name : std::string_view{};
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
    std::array<Plan, 6> plans{plan_of(disclosures(range, is_faq)),
                              plan_of(numbered(range)),
                              plan_of(headings(range, true)),
                              plan_of(strong_lines(range, true)),
                              plan_of(items(range)),
                              plan_of(lines(range))};
    std::array<std::size_t, 6> answered{};
    std::transform(plans.begin(), plans.end(), answered.begin(),
                   [&](const Plan& plan) { return count_answered(plan); });
    if (getenv("FAQDBG"))
      for (int k = 0; k < 6; ++k)
        fprintf(stderr, "plan %d: %zu entries %zu answered\n", k,
                plans[static_cast<std::size_t>(k)].entries.size(),
                answered[static_cast<std::size_t>(k)]);
    const auto best = std::max_element(answered.begin(), answered.end()) - answered.begin();
    Plan& plan = plans[static_cast<std::size_t>(best)];
    plan.named = is_faq;
    add(std::move(plan));
  }

  // --- kinds of lines that ask

  template <class Predicate>
  [[nodiscard]] Indices find(Range range, Predicate is_candidate) const {
    Indices found;
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (is_candidate(pieces_[i])) found.push_back(i);
    return found;
  }

  /// Of lines of one kind those that ask. When most of them do, those between two that ask are
  /// entries, too: "INSERT is really slow". Where nothing names a FAQ, they must be sentences.
  [[nodiscard]] Indices choose(const Indices& lines, bool named) const {
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

  static bool may_be_entry(const Piece& piece, bool named) {
    if (!is_short(piece) || last_letter(piece.block.text) == U':') return false;
    return named || ends_sentence(piece.block.text) ||
           words_of(piece.block.text).size() >= kFewestSentenceWords;
  }

  /// "Q: …" of the whole article. Letters that stand for a question in some languages only ("F:",
  /// "P:") count when answers have labels, too.
  [[nodiscard]] Finding labels() const {
    const Range all{0, pieces_.size()};
    Finding found{
        find(all, [&](const Piece& piece) { return label_of(piece) == Label::Question; }), {}, all};
    const auto answers = static_cast<std::size_t>(
        std::count_if(pieces_.begin(), pieces_.end(),
                      [](const Piece& piece) { return label_of(piece) == Label::Answer; }));
    const bool sure =
        std::any_of(found.questions.begin(), found.questions.end(), [&](std::size_t question) {
          const auto label = find_label(text(question));
          return pieces_[question].number == "Q" || (label && !label->letter);
        });
    if (!sure && !are_most(answers, found.questions.size(), 5)) found.questions.clear();
    return found;
  }

  [[nodiscard]] Finding disclosures(Range range, bool named) const {
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

  static bool is_numbered_question(const Piece& piece) {
    const bool numbered =
        is_number(piece.number) || (is_heading(piece) && find_marker(piece.block.text));
    return numbered && asks(piece);
  }

  /// Numbered questions. When most numbered lines ask, those that only continue the count are
  /// entries too: "12. INSERT is really slow". A number above theirs ("4. Usage" before "4.1") is a
  /// chapter's and ends an answer.
  [[nodiscard]] Finding numbered(Range range) const {
    const Indices lines = find(range, [](const Piece& piece) {
      return is_number(piece.number) || is_numbered_question(piece);
    });
    std::size_t asking = 0;
    std::size_t alone = 0;
    for (const std::size_t line : lines) {
      asking += asks(pieces_[line]) ? 1U : 0U;
      alone += asks(pieces_[line]) || !is_one_of_several(line) ? 1U : 0U;
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
  [[nodiscard]] bool continues(std::size_t at, std::string_view last) const {
    const Piece& piece = pieces_[at];
    const auto [before, part] = split_number(piece.number);
    const auto [last_before, last_part] = split_number(last);
    const bool next = part && last_part && before == last_before && *part == *last_part + 1;
    const bool first = !before.empty() && part == 1 && before != last_before;
    return next ? !before.empty() || !is_one_of_several(at) : first;
  }

  /// An item right above or below others of its list.
  [[nodiscard]] bool is_one_of_several(std::size_t at) const {
    const auto is_neighbour = [&](std::size_t other) {
      return other < pieces_.size() && pieces_[other].block.type == BlockType::List &&
             pieces_[other].list == pieces_[at].list;
    };
    return pieces_[at].block.type == BlockType::List &&
           (is_neighbour(at - 1) || is_neighbour(at + 1));
  }

  /// Headings of the level where most questions stand, and those of other levels that ask and
  /// neither stand in an answer nor above other questions.
  [[nodiscard]] Finding headings(Range range, bool named) const {
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
      const bool alone =
          i + 1 == all.size() || pieces_[all[i + 1]].block.level <= piece.block.level;
      const bool other_level = piece.block.level > level || (piece.block.level < level && alone);
      if (!std::binary_search(chosen.begin(), chosen.end(), all[i]) &&
          !(named && other_level && asks(piece)))
        continue;
      found.questions.push_back(all[i]);
      open = piece.block.level;
    }
    return found;
  }

  [[nodiscard]] Finding strong_lines(Range range, bool named) const {
    const Indices lines = find(range, [](const Piece& piece) {
      return piece.strong && (is_heading(piece) || piece.block.type == BlockType::Paragraph);
    });
    return {choose(lines, named), {}, range};
  }

  /// Items without numbers, with their answers below them.
  [[nodiscard]] Finding items(Range range) const {
    Indices lines;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Piece& piece = pieces_[i];
      if (piece.block.type == BlockType::List && piece.number.empty() &&
          (asks(piece) || (piece.strong && !is_one_of_several(i))))
        lines.push_back(i);
    }
    return {choose(lines, true), {}, range};
  }

  /// Lines that ask: on one line of their own, or with their answer indented below them.
  [[nodiscard]] Finding lines(Range range) const {
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

  /// Questions numbered 1, 2, 3 … anywhere.
  [[nodiscard]] std::vector<Finding> counted_questions() const {
    std::vector<Finding> runs;
    int last = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!is_numbered_question(pieces_[i])) continue;
      const auto marker = find_marker(text(i));
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

  const std::vector<Piece>& pieces_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  bool named_;                        ///< the title or the file's name promises a FAQ
  bool is_test_;                      ///< or a quiz
  Disclosures disclosures_;
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
