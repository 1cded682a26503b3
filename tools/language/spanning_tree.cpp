#include "tools/language/spanning_tree.h"

#include <algorithm>
#include <limits>

namespace recto::language {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// A graph of nodes 0 (the root), 1, 2, … and what became of it when a cycle was made one node.
struct Level {
  explicit Level(std::size_t size)
      : nodes(size), score(size * size, kNever), heads(size, 0), enter(size, 0), leave(size, 0) {}

  double& arc(std::size_t node, std::size_t head) { return score[node * nodes + head]; }

  std::size_t nodes;
  std::vector<double> score;  ///< [node][head]
  std::vector<std::size_t> heads;
  std::vector<std::size_t> cycle;
  std::vector<std::size_t> others;  ///< the nodes outside the cycle; their places below
  std::vector<std::size_t> enter;   ///< by node outside: which of the cycle would hang on it
  std::vector<std::size_t> leave;   ///< by node outside: on which of the cycle it would hang
};

void choose_heads(Level& level) {
  for (std::size_t node = 1; node < level.nodes; ++node) {
    std::size_t best = 0;
    for (std::size_t head = 0; head < level.nodes; ++head)
      if (head != node && level.arc(node, head) > level.arc(node, best)) best = head;
    level.heads[node] = best;
  }
}

/// Nodes that lead to each other; empty for a tree.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen_from(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen_from[node] == 0) {
      seen_from[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen_from[node] != start) continue;
    std::vector<std::size_t> cycle;
    do {
      cycle.push_back(node);
      node = heads[node];
    } while (node != cycle.front());
    return cycle;
  }
  return {};
}

/// The graph in which the cycle is the last node.
Level contracted(Level& level) {
  std::vector<bool> inside(level.nodes, false);
  for (const std::size_t node : level.cycle)
    inside[node] = true;
  for (std::size_t node = 0; node < level.nodes; ++node)
    if (!inside[node]) level.others.push_back(node);
  Level below(level.others.size() + 1);
  const std::size_t ring = level.others.size();
  for (std::size_t i = 0; i < level.others.size(); ++i) {
    const std::size_t other = level.others[i];
    for (std::size_t j = 0; j < level.others.size(); ++j)
      below.arc(i, j) = level.arc(other, level.others[j]);
    for (const std::size_t node : level.cycle) {
      // Hanging from outside, the node would lose its arc in the cycle.
      const double in = level.arc(node, other) - level.arc(node, level.heads[node]);
      if (in > below.arc(ring, i)) {
        below.arc(ring, i) = in;
        level.enter[other] = node;
      }
      const double out = level.score[other * level.nodes + node];
      if (out > below.arc(i, ring)) {
        below.arc(i, ring) = out;
        level.leave[other] = node;
      }
    }
  }
  return below;
}

/// Takes over the heads of the contracted graph.
void expand(Level& level, const Level& below) {
  const std::size_t ring = level.others.size();
  for (std::size_t i = 1; i < level.others.size(); ++i) {
    const std::size_t other = level.others[i];
    const std::size_t head = below.heads[i];
    level.heads[other] = head == ring ? level.leave[other] : level.others[head];
  }
  const std::size_t outside = level.others[below.heads[ring]];
  level.heads[level.enter[outside]] = outside;
}

/// The best tree when every arc from the root costs so much more.
std::vector<WordId> arborescence(std::span<const float> scores, std::size_t words, double cost) {
  std::vector<Level> levels(1, Level(words + 1));
  for (std::size_t word = 0; word < words; ++word) {
    const float* row = scores.data() + word * (words + 1);
    levels.front().arc(word + 1, 0) = row[words] - cost;
    for (std::size_t head = 0; head < words; ++head)
      if (head != word) levels.front().arc(word + 1, head + 1) = row[head];
  }
  for (;;) {
    choose_heads(levels.back());
    levels.back().cycle = find_cycle(levels.back().heads);
    if (levels.back().cycle.empty()) break;
    Level below = contracted(levels.back());
    levels.push_back(std::move(below));
  }
  for (std::size_t i = levels.size() - 1; i-- > 0;)
    expand(levels[i], levels[i + 1]);
  std::vector<WordId> heads(words);
  for (std::size_t word = 0; word < words; ++word) {
    const std::size_t head = levels.front().heads[word + 1];
    heads[word] = static_cast<WordId>(head == 0 ? words : head - 1);
  }
  return heads;
}

/// Each word's best head, where that makes a tree with one root, as it mostly does; else none.
std::vector<WordId> greedy_tree(std::span<const float> scores, std::size_t words) {
  std::vector<std::size_t> nodes(words + 1, 0);  // as in Level
  std::vector<WordId> heads(words);
  for (std::size_t word = 0; word < words; ++word) {
    const float* row = scores.data() + word * (words + 1);
    std::size_t best = words;
    for (std::size_t head = 0; head < words; ++head)
      if (head != word && row[head] > row[best]) best = head;
    heads[word] = static_cast<WordId>(best);
    nodes[word + 1] = best == words ? 0 : best + 1;
  }
  const bool one_root = std::count(nodes.begin() + 1, nodes.end(), std::size_t{0}) == 1;
  return one_root && find_cycle(nodes).empty() ? heads : std::vector<WordId>();
}

}  // namespace

std::vector<WordId> best_tree(std::span<const float> scores, std::size_t words) {
  if (words == 0) return {};
  std::vector<WordId> heads = greedy_tree(scores, words);
  if (!heads.empty()) return heads;
  heads = arborescence(scores, words, 0);
  if (std::count(heads.begin(), heads.end(), static_cast<WordId>(words)) == 1) return heads;
  // Arcs from the root cost more than all others can gain: the best tree has one of them.
  const auto [least, most] = std::minmax_element(scores.begin(), scores.end());
  return arborescence(scores, words,
                      (static_cast<double>(*most) - *least + 1) * static_cast<double>(words));
}

}  // namespace recto::language
