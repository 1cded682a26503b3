#include "game/study/grading_cases.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/base/utf8.h"

namespace recto::study {
namespace {

constexpr std::string_view kHeader =
    "id\trule\tlang\tprompt\tkey\taccept\trivals\tsettings\ttyped\tverdict";
constexpr std::size_t kColumns = 10;

/// The parts between separators; of a list, none for an empty text.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    parts.emplace_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> list_of(const std::string& text, char separator) {
  return text.empty() ? std::vector<std::string>() : parts_of(text, separator);
}

std::optional<Verdict> verdict_named(std::string_view name) {
  for (const Verdict verdict :
       {Verdict::Right, Verdict::Slip, Verdict::Almost, Verdict::Wrong, Verdict::NotKnown})
    if (name_of(verdict) == name) return verdict;
  return std::nullopt;
}

bool apply_setting(std::string_view setting, Grading& grading) {
  if (setting == "case=exact")
    grading.exact_case = true;
  else if (setting == "accents=exact")
    grading.exact_accents = true;
  else if (setting == "spelling=exact")
    grading.exact_spelling = true;
  else
    return false;
  return true;
}

Result<GradingCase> read_case(std::string_view line, std::size_t number) {
  const std::string where = "line " + std::to_string(number);
  const std::vector<std::string> columns = parts_of(line, '\t');
  if (columns.size() != kColumns)
    return fail(Error::Kind::BadInput,
                "the line has " + std::to_string(columns.size()) + " columns, not 10", where,
                "part the columns by one tab each");
  GradingCase one;
  one.id = columns[0];
  one.rule = columns[1];
  one.language = columns[2];
  one.card.prompt = columns[3];
  one.card.answer = columns[4];
  one.card.accept = list_of(columns[5], '|');
  one.rivals = list_of(columns[6], '|');
  for (const std::string& setting : list_of(columns[7], ','))
    if (!apply_setting(setting, one.card.grading))
      return fail(Error::Kind::BadInput, "there is no setting \"" + setting + "\"", where,
                  "write case=exact, accents=exact or spelling=exact");
  one.typed = columns[8];
  const auto verdict = verdict_named(columns[9]);
  if (!verdict)
    return fail(Error::Kind::BadInput, "there is no verdict \"" + columns[9] + "\"", where,
                "write right, slip, almost, wrong or empty");
  one.verdict = *verdict;
  return one;
}

}  // namespace

Result<std::vector<GradingCase>> read_grading_cases(std::string_view text) {
  std::vector<GradingCase> cases;
  std::size_t number = 0;
  for (std::string_view line : lines_of(text)) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number == 1 && line != kHeader)
      return fail(Error::Kind::BadInput, "this is no table of grading cases", "line 1",
                  "begin with the header \"id rule lang prompt key accept rivals settings typed "
                  "verdict\", a tab between the names");
    if (number == 1 || line.empty()) continue;
    cases.push_back(RECTO_TRY(read_case(line, number)));
  }
  if (number == 0)
    return fail(Error::Kind::BadInput, "the table is empty", {}, "begin with the header line");
  return cases;
}

Graded grade(const GradingCase& one, const Lexicon* lexicon) {
  Standards standards;
  standards.rivals = one.rivals;
  standards.language = one.language;
  standards.lexicon = lexicon;
  return grade(one.typed, one.card, standards);
}

}  // namespace recto::study
