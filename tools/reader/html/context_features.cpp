#include "tools/reader/html/context_features.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace recto::reader {
namespace {

/// Adds to the features what a first judgement of all blocks tells of each.
class Context {
 public:
  Context(const PageMeasures& page, const std::vector<float>& chances)
      : page_(page), chances_(chances) {
    sums_.assign(1, 0.0);
    for (std::size_t i = 0; i < chances.size(); ++i)
      sums_.push_back(sums_.back() + chance_mass(i));
    for (std::size_t i = 0; i < chances.size(); ++i) {
      auto& [mass, all] = looks_[page.look[page.blocks[i].element]];
      mass += chance_mass(i);
      all += weight(i);
    }
    best_ = chances.empty() ? 0.0F : *std::max_element(chances.begin(), chances.end());
  }

  Features with(const Features& own) {
    Features both;
    const std::size_t columns = own.names.size();
    for (std::size_t i = 0; i < chances_.size(); ++i) {
      naming_ = i == 0;
      if (naming_) both.names = own.names;
      const auto row = own.values.begin() + static_cast<std::ptrdiff_t>(i * columns);
      both.values.insert(both.values.end(), row, row + static_cast<std::ptrdiff_t>(columns));
      add_all(both, i);
      if (naming_) both.values.reserve(both.names.size() * chances_.size());
    }
    return both;
  }

 private:
  [[nodiscard]] double weight(std::size_t i) const {
    return static_cast<double>(page_.blocks[i].words) + 1.0;
  }
  [[nodiscard]] double chance_mass(std::size_t i) const {
    return weight(i) * static_cast<double>(chances_[i]);
  }

  void add(Features& features, std::string_view name, double value) const {
    if (naming_) features.names.emplace_back(name);
    features.values.push_back(static_cast<float>(value));
  }
  /// A feature of a group: its name is only put together where names are written.
  template <class Whole>
  void add(Features& features, std::string_view group, Whole which, double value) const {
    if (naming_) features.names.push_back(std::string(group).append(std::to_string(which)));
    features.values.push_back(static_cast<float>(value));
  }

  [[nodiscard]] double mean_in(NodeId node) const {
    const Span span = page_.spans[node];
    const double all = page_.words[span.end] - page_.words[span.begin] +
                       static_cast<double>(span.end - span.begin);
    return all > 0.0 ? (sums_[span.end] - sums_[span.begin]) / all : 0.0;
  }

  void add_all(Features& features, std::size_t i) const {
    const NodeId element = page_.blocks[i].element;
    const NodeId parent = page_.dom[element].parent;
    const NodeId above = page_.dom[parent].parent;
    for (int step = -4; step <= 4; ++step) {
      const auto at = static_cast<std::ptrdiff_t>(i) + step;
      const bool there = at >= 0 && at < static_cast<std::ptrdiff_t>(chances_.size());
      add(features, "chance", step,
          there ? static_cast<double>(chances_[static_cast<std::size_t>(at)]) : -0.1);
    }
    for (const std::size_t reach : {std::size_t{8}, std::size_t{20}}) {
      add(features, "chance_before", reach, window(i >= reach ? i - reach : 0, i));
      add(features, "chance_after", reach, window(i + 1, std::min(i + 1 + reach, chances_.size())));
    }
    add(features, "chance_parent", mean_in(parent));
    add(features, "chance_above", mean_in(above));
    add(features, "chance_above2", mean_in(page_.dom[above].parent));
    const auto& [mass, all] = looks_.at(page_.look[element]);
    add(features, "chance_look", mass / all);
    add(features, "chance_container", mean_in(page_.container));
    add(features, "chance_best", static_cast<double>(best_));
    const double total = std::max(sums_.back(), 1.0);
    add(features, "mass_before", sums_[i] / total);
    add(features, "mass_after", (sums_.back() - sums_[i + 1]) / total);
    add(features, "mass", std::log2(total));
    add(features, "mass_parent",
        (sums_[page_.spans[parent].end] - sums_[page_.spans[parent].begin]) / total);
    add(features, "mass_above",
        (sums_[page_.spans[above].end] - sums_[page_.spans[above].begin]) / total);
    add(features, "mass_look", mass / total);
  }

  [[nodiscard]] double window(std::size_t begin, std::size_t end) const {
    if (begin >= end) return 0.0;
    const double all = page_.words[end] - page_.words[begin] + static_cast<double>(end - begin);
    return (sums_[end] - sums_[begin]) / all;
  }

  const PageMeasures& page_;
  const std::vector<float>& chances_;
  std::vector<double> sums_;
  std::unordered_map<std::uint64_t, std::pair<double, double>> looks_;
  float best_ = 0.0F;
  bool naming_ = false;
};

}  // namespace

Features with_context(const PageMeasures& page, const Features& own,
                      const std::vector<float>& chances) {
  return Context(page, chances).with(own);
}

}  // namespace recto::reader
