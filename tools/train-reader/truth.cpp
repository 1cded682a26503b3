#include "tools/train-reader/truth.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unicode/uchar.h>
#include <unordered_map>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"

namespace recto::train {
namespace {

using Bag = std::unordered_map<std::string, std::size_t>;

Score score_of(const Bag& found, const Bag& truth) {
  std::size_t all_found = 0;
  std::size_t all_true = 0;
  std::size_t both = 0;
  for (const auto& [key, count] : found) {
    all_found += count;
    if (const auto same = truth.find(key); same != truth.end())
      both += std::min(count, same->second);
  }
  for (const auto& [key, count] : truth)
    all_true += count;
  Score score;
  score.empty = all_found == 0;
  score.precision =
      all_found == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(all_found);
  score.recall = all_true == 0 ? 1.0 : static_cast<double>(both) / static_cast<double>(all_true);
  return score;
}

Bag shingles_of(std::string_view text) {
  constexpr std::size_t kWindow = 4;
  const std::vector<std::string> tokens = tokens_of(text);
  Bag bag;
  if (tokens.empty()) return bag;
  const std::size_t windows = tokens.size() > kWindow ? tokens.size() - kWindow + 1 : 1;
  for (std::size_t begin = 0; begin < windows; ++begin) {
    std::string window;
    for (std::size_t at = begin; at < std::min(begin + kWindow, tokens.size()); ++at)
      window.append(tokens[at]).append(" ");
    ++bag[window];
  }
  return bag;
}

Bag words_of(std::string_view text) {
  Bag bag;
  for (const std::string& token : tokens_of(fold_case(text)))
    ++bag[token];
  return bag;
}

/// Numbers for tokens, the same for the same token.
class Numbers {
 public:
  std::vector<std::uint32_t> of(std::string_view text) {
    std::vector<std::uint32_t> numbers;
    for (std::string& token : tokens_of(fold_case(text)))
      numbers.push_back(
          known_.try_emplace(std::move(token), static_cast<std::uint32_t>(known_.size()))
              .first->second);
    return numbers;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> known_;
};

enum Step : std::uint8_t { SkipPage, SkipTruth, Match };

/// Which tokens of the page the best path through `steps` [page + 1 × truth + 1] matches.
std::vector<bool> traced(const std::vector<Step>& steps, std::size_t page, std::size_t truth) {
  const std::size_t width = truth + 1;
  std::vector<bool> matched(page);
  for (std::size_t i = page, j = truth; i > 0 && j > 0;) {
    const Step step = steps[i * width + j];
    if (step == Match) matched[i - 1] = true;
    i -= step == SkipTruth ? 0U : 1U;
    j -= step == SkipPage ? 0U : 1U;
  }
  return matched;
}

/// Which of `page` are matched in the best common subsequence with `truth`: a match counts 1, one
/// that continues a match 1.5.
std::vector<bool> aligned(const std::vector<std::uint32_t>& page,
                          const std::vector<std::uint32_t>& truth) {
  const std::size_t width = truth.size() + 1;
  std::vector<Step> steps((page.size() + 1) * width, SkipPage);
  std::vector<float> above(width, 0.0F);
  std::vector<float> here(width, 0.0F);
  for (std::size_t i = 1; i <= page.size(); ++i) {
    for (std::size_t j = 1; j < width; ++j) {
      Step step = here[j - 1] > above[j] ? SkipTruth : SkipPage;
      float best = std::max(above[j], here[j - 1]);
      if (page[i - 1] == truth[j - 1]) {
        const bool goes_on = i > 1 && j > 1 && steps[(i - 1) * width + j - 1] == Match;
        const float matched = above[j - 1] + (goes_on ? 1.5F : 1.0F);
        if (matched >= best) {
          best = matched;
          step = Match;
        }
      }
      here[j] = best;
      steps[i * width + j] = step;
    }
    std::swap(above, here);
  }
  return traced(steps, page.size(), truth.size());
}

}  // namespace

std::vector<std::string> tokens_of(std::string_view text) {
  std::vector<std::string> tokens;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool word = c == U'_' || u_isalnum(static_cast<UChar32>(c)) != 0;
    if (word && !inside) tokens.emplace_back();
    if (word) tokens.back().append(text.substr(begin, at - begin));
    inside = word;
  }
  return tokens;
}

std::vector<double> shares_in(const std::vector<std::string_view>& blocks, std::string_view truth) {
  Numbers numbers;
  std::vector<std::uint32_t> page;
  std::vector<std::size_t> begins;
  for (const std::string_view block : blocks) {
    begins.push_back(page.size());
    const auto more = numbers.of(block);
    page.insert(page.end(), more.begin(), more.end());
  }
  begins.push_back(page.size());
  const std::vector<bool> matched = aligned(page, numbers.of(truth));
  std::vector<double> shares;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const auto begin = matched.begin() + static_cast<std::ptrdiff_t>(begins[i]);
    const auto end = matched.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]);
    shares.push_back(begin == end ? 0.0
                                  : static_cast<double>(std::count(begin, end, true)) /
                                        static_cast<double>(end - begin));
  }
  return shares;
}

Score shingle_score(std::string_view found, std::string_view truth) {
  return score_of(shingles_of(found), shingles_of(truth));
}

Score word_score(std::string_view found, std::string_view truth) {
  return score_of(words_of(found), words_of(truth));
}

}  // namespace recto::train
