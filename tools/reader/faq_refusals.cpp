#include "tools/reader/faq_refusals.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "content/base/fold.h"
#include "tools/reader/faq_lines.h"
#include "tools/reader/markers.h"
#include "tools/reader/questions.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

std::vector<Piece>::const_iterator place(const std::vector<Piece>& pieces, std::size_t at) {
  return pieces.begin() + static_cast<std::ptrdiff_t>(at);
}

/// Whether the lines right above, or the last heading above, announce a test.
bool is_named_test(const std::vector<Piece>& pieces, std::size_t first) {
  std::size_t lines = 0;
  for (std::size_t at = first; at-- > 0; ++lines) {
    if (lines < 3 || is_heading(pieces[at])) {
      if (promise_of(pieces[at].block.text) == Promise::Test) return true;
      if (is_heading(pieces[at])) return false;
    }
  }
  return false;
}

/// "Petra Lang" of "Petra Lang: I grew up …".
std::string_view speaker_of(std::string_view text) {
  const std::size_t colon = text.substr(0, 40).find(": ");
  if (colon == std::string_view::npos || find_label(text)) return {};
  const std::string_view name = text.substr(0, colon);
  const auto words = words_of(name);
  const bool names = words.size() <= 3 && std::all_of(words.begin(), words.end(), begins_upper);
  return names ? name : std::string_view{};
}

}  // namespace

bool is_test(const std::vector<Piece>& pieces, const Plan& plan) {
  std::size_t tests = 0;
  for (const Entry& entry : plan.entries) {
    std::size_t choices = 0;
    for (std::size_t at = entry.answer; at < entry.end; ++at)
      choices += is_choice(pieces, at) ? 1U : 0U;
    const bool input =
        std::any_of(place(pieces, entry.answer), place(pieces, entry.end), [](const Piece& piece) {
          return asks_for_input(piece.block.text) || offers_choices(piece.block.text);
        });
    tests += choices >= 2 || input ? 1U : 0U;
  }
  return are_most(tests, plan.entries.size(), 3) ||
         is_named_test(pieces, plan.entries.front().begin);
}

bool is_interview(const std::vector<Piece>& pieces, const Plan& plan) {
  std::size_t personal = 0;
  std::size_t told = 0;
  std::map<std::string_view, std::size_t> speakers;
  for (const Entry& entry : plan.entries) {
    personal += asks_somebody(question_text(pieces, entry)) ? 1U : 0U;
    const bool tells =
        std::any_of(place(pieces, entry.answer), place(pieces, entry.end), [](const Piece& piece) {
          return piece.block.type != BlockType::Code && tells_of_oneself(piece.block.text);
        });
    told += tells ? 1U : 0U;
    if (entry.answer < entry.end) ++speakers[speaker_of(pieces[entry.answer].block.text)];
  }
  const std::size_t all = plan.entries.size();
  speakers.erase(std::string_view());
  const bool spoken = std::any_of(speakers.begin(), speakers.end(), [&](const auto& speaker) {
    return speaker.second >= 2 && are_most(speaker.second, all, 4);
  });
  return spoken || (are_most(personal, all, 3) && are_most(told, all, 4)) ||
         (are_most(personal, all, 8) && are_most(told, all, 2));
}

bool is_rhetoric(const std::vector<Piece>& pieces, const Plan& plan) {
  std::set<std::string> different;
  std::size_t rhetorical = 0;
  for (const Entry& entry : plan.entries) {
    const Piece& question = pieces[entry.begin];
    different.insert(fold_case(question.block.text));
    rhetorical += question.disclosure == 0 && is_rhetorical(question.block.text) ? 1U : 0U;
  }
  const std::size_t all = plan.entries.size();
  return !are_most(different.size(), all, 8) || are_most(rhetorical, all, 3);
}

bool is_of_readers(const std::vector<Piece>& pieces, const Plan& plan) {
  const auto readers =
      std::count_if(plan.entries.begin(), plan.entries.end(), [&](const Entry& entry) {
        return asks_for_oneself(pieces[entry.begin].block.text) ||
               (entry.answer < entry.end && says_yes_or_no(pieces[entry.answer].block.text));
      });
  return static_cast<std::size_t>(readers) * 4 >= plan.entries.size();
}

}  // namespace recto::reader
