#include "tools/reader/html/select.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace recto::reader {
namespace {

/// Fewer words are hardly an article.
constexpr std::size_t kFewWords = 60;

/// A repeated text of so many words is a copy; shorter ones may be said twice.
constexpr std::size_t kCopyWords = 8;

std::size_t words_above(const std::vector<HtmlBlock>& blocks, const std::vector<float>& chances,
                        float threshold) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (chances[i] > threshold) words += blocks[i].words;
  return words;
}

float threshold_for(const std::vector<HtmlBlock>& blocks, const std::vector<float>& chances) {
  constexpr std::array kThresholds{0.5F, 0.3F, 0.15F, 0.07F};
  for (const float threshold : kThresholds)
    if (words_above(blocks, chances, threshold) >= kFewWords) return threshold;
  return kThresholds.front();
}

/// The cells of a table of data stay or go together.
std::vector<float> with_whole_tables(const std::vector<HtmlBlock>& blocks,
                                     std::vector<float> chances) {
  for (std::size_t begin = 0; begin < blocks.size();) {
    std::size_t end = begin + 1;
    while (end < blocks.size() && blocks[end].table == blocks[begin].table)
      ++end;
    if (blocks[begin].table > 0) {
      double sum = 0.0;
      double words = 0.0;
      for (std::size_t i = begin; i < end; ++i) {
        const auto weight = static_cast<double>(blocks[i].words + 1);
        sum += weight * static_cast<double>(chances[i]);
        words += weight;
      }
      std::fill(chances.begin() + static_cast<std::ptrdiff_t>(begin),
                chances.begin() + static_cast<std::ptrdiff_t>(end),
                static_cast<float>(sum / words));
    }
    begin = end;
  }
  return chances;
}

}  // namespace

std::vector<float> chances_of(const Features& features, const forest::Forest& forest) {
  std::vector<float> chances;
  const std::size_t columns = features.names.size();
  for (std::size_t at = 0; columns > 0 && at < features.values.size(); at += columns)
    chances.push_back(forest.chance(&features.values[at]));
  return chances;
}

std::vector<float> judged(const PageFeatures& features, const BlockModel& model) {
  const std::vector<float> first = chances_of(features.own(), model.first);
  return chances_of(features.in_context(first), model.second);
}

std::vector<std::size_t> article_blocks(const std::vector<HtmlBlock>& blocks,
                                        const std::vector<float>& chances) {
  const std::vector<float> joint = with_whole_tables(blocks, chances);
  const float threshold = threshold_for(blocks, joint);
  std::vector<std::size_t> kept;
  std::unordered_set<std::string_view> seen;
  std::vector<std::size_t> captions;  // since the last block that was kept
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string& text = blocks[i].piece.block.text;
    if (blocks[i].piece.block.type == BlockType::Caption && !blocks[i].hidden) {
      if (!kept.empty()) captions.push_back(i);
      continue;
    }
    if (joint[i] <= threshold || blocks[i].timed) continue;
    if (blocks[i].words >= kCopyWords && !seen.insert(text).second) continue;
    kept.insert(kept.end(), captions.begin(), captions.end());
    captions.clear();
    kept.push_back(i);
  }
  return kept;
}

}  // namespace recto::reader
