#include "game/study/list_grading.h"

#include <algorithm>

#include "content/base/fold.h"

namespace recto::study {
namespace {

constexpr std::size_t kMostItems = 24;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_separator(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';' || c == '/' || c == '\\' || c == '|') return true;
  const bool in_number =
      at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
  return c == ',' && !in_number;
}

/// Words behind the last separator, those of "and" parting items too.
void add_items(std::string_view part, const AnswerWords& words, std::vector<std::string>& items) {
  std::string item;
  const auto end_item = [&] {
    if (!item.empty()) items.push_back(std::move(item));
    item.clear();
  };
  for (const std::string& word : split_words(part)) {
    if (has(words.ands, fold_case(word)))
      end_item();
    else
      item += (item.empty() ? "" : " ") + word;
  }
  end_item();
}

/// "red green blue": without separators, the words are the items where each of the key's is one.
bool are_single_words(const std::vector<std::string>& items) {
  return std::ranges::none_of(
      items, [](const std::string& item) { return item.find(' ') != std::string::npos; });
}

/// "European Coal and Steel Community": capitals throughout and no separator but "and".
bool may_be_name(std::string_view plain, const AnswerWords& words) {
  for (std::size_t at = 0; at < plain.size(); ++at)
    if (is_separator(plain, at)) return false;
  return std::ranges::all_of(split_words(plain), [&](const std::string& word) {
    return is_small_word(words, fold_case(word)) || word.front() < 'a';
  });
}

}  // namespace

std::vector<std::string> list_items(std::string_view plain, const AnswerWords& words) {
  std::vector<std::string> items;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= plain.size(); ++at) {
    if (at < plain.size() && !is_separator(plain, at)) continue;
    add_items(plain.substr(begin, at - begin), words, items);
    begin = at + 1;
  }
  return items;
}

std::optional<Graded> grade_list(const Question& question, const AnswerText& typed,
                                 const AnswerText& key, const GradeItem& grade_item) {
  const std::vector<std::string> wanted = list_items(key.plain, *question.words);
  if (wanted.size() < 2 || wanted.size() > kMostItems) return std::nullopt;
  std::vector<std::string> given = list_items(typed.plain, *question.words);
  if (given.size() == 1 && are_single_words(wanted)) given = split_words(typed.plain);
  if (given.empty() || given.size() > kMostItems) return std::nullopt;

  Verdict worst = Verdict::Right;
  std::size_t missing = 0;
  std::vector<bool> used(given.size(), false);
  for (const std::string& item : wanted) {
    std::optional<std::size_t> best;
    Verdict best_verdict = Verdict::Wrong;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (used[i]) continue;
      const Verdict verdict = grade_item(given[i], item).verdict;
      if (verdict >= best_verdict) continue;
      best = i;
      best_verdict = verdict;
    }
    if (!best) {
      ++missing;
      continue;
    }
    used[*best] = true;
    worst = std::max(worst, best_verdict);
  }
  const auto extra = static_cast<std::size_t>(std::ranges::count(used, false));
  if (missing == wanted.size()) return std::nullopt;
  if (missing + extra > 1) {
    if (may_be_name(key.plain, *question.words)) return std::nullopt;
    return Graded{Verdict::Wrong, "G12"};
  }
  if (missing + extra == 1) worst = Verdict::Almost;
  return Graded{worst, "G12"};
}

}  // namespace recto::study
