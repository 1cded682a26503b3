#include "tools/forest/forest.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace recto::forest {
namespace {

constexpr std::string_view kBegin = "trees ";
constexpr std::size_t kMostNodes = 4096;  ///< of one tree

tl::unexpected<Error> broken() {
  return fail(Error::Kind::BadInput, "this is no model of decision trees, or a damaged one", {},
              "install Recto again");
}

void write_number(std::string& text, float value) {
  std::array<char, 32> digits{};
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  text.append(digits.data(), end);
}

std::string_view cut_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::string_view cut_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// `12<=0.5` or `=0.25`.
std::optional<TreeNode> node_of(std::string_view word, std::size_t features) {
  TreeNode node;
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto value = number_of<float>(word.substr(equals + 1));
  if (!value || !std::isfinite(*value)) return std::nullopt;
  node.value = *value;
  if (equals == 0) return node;
  const auto feature = number_of<std::int32_t>(word.substr(0, equals - 1));
  if (!feature || *feature < 0 || static_cast<std::size_t>(*feature) >= features)
    return std::nullopt;
  node.feature = *feature;
  return node;
}

/// Joins nodes in preorder to a tree; false when questions lack answers.
bool join(std::vector<TreeNode>& tree) {
  std::vector<std::uint32_t> open;  // questions that lack their right side
  for (std::uint32_t at = 0; at < tree.size(); ++at) {
    if (at > 0 && tree[at - 1].feature >= 0) {
      tree[at - 1].left = at;
    } else if (at > 0) {
      if (open.empty()) return false;
      tree[open.back()].right = at;
      open.pop_back();
    }
    if (tree[at].feature >= 0) open.push_back(at);
  }
  return open.empty() && !tree.empty() && tree.back().feature < 0;
}

}  // namespace

float answer_of(const std::vector<TreeNode>& tree, const float* row) {
  std::uint32_t at = 0;
  while (tree[at].feature >= 0)
    at = row[tree[at].feature] <= tree[at].value ? tree[at].left : tree[at].right;
  return tree[at].value;
}

float Forest::chance(const float* row) const {
  float odds = bias;
  for (const std::vector<TreeNode>& tree : trees)
    odds += answer_of(tree, row);
  return 1.0F / (1.0F + std::exp(-odds));
}

std::string written(const Forest& forest) {
  std::string text(kBegin);
  write_number(text, forest.bias);
  for (const std::string& name : forest.features)
    text.append(" ").append(name);
  text += '\n';
  for (const std::vector<TreeNode>& tree : forest.trees) {
    // Preorder, with a stack of nodes that are still to be written.
    std::vector<std::uint32_t> next{0};
    bool first = true;
    while (!next.empty()) {
      const TreeNode& node = tree[next.back()];
      next.pop_back();
      if (!std::exchange(first, false)) text += ' ';
      if (node.feature >= 0) {
        text.append(std::to_string(node.feature)).append("<");
        next.push_back(node.right);
        next.push_back(node.left);
      }
      text += '=';
      write_number(text, node.value);
    }
    text += '\n';
  }
  return text + "\n";
}

Result<Forest> read_forest(std::string_view& text) {
  std::string_view head = cut_line(text);
  if (!head.starts_with(kBegin)) return broken();
  head.remove_prefix(kBegin.size());
  Forest forest;
  const auto bias = number_of<float>(cut_word(head));
  if (!bias) return broken();
  forest.bias = *bias;
  while (!head.empty())
    forest.features.emplace_back(cut_word(head));
  for (std::string_view line = cut_line(text); !line.empty(); line = cut_line(text)) {
    std::vector<TreeNode>& tree = forest.trees.emplace_back();
    while (!line.empty() && tree.size() < kMostNodes) {
      const auto node = node_of(cut_word(line), forest.features.size());
      if (!node) return broken();
      tree.push_back(*node);
    }
    if (!join(tree)) return broken();
  }
  return forest;
}

}  // namespace recto::forest
