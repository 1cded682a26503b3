#include "tools/language/dense.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "tools/language/dense_kernels.h"
#include "tools/language/slots.h"

namespace recto::language {
namespace {

/// Rows whose sums are kept at once.
constexpr std::size_t kRows = 64;

std::vector<float> floats_at(std::string_view bytes, std::size_t at, std::size_t count) {
  std::vector<float> numbers(count);
  std::memcpy(numbers.data(), bytes.data() + at, count * sizeof(float));
  return numbers;
}

std::size_t groups_of(std::size_t outputs) {
  return (outputs + Dense::kGroup - 1) / Dense::kGroup;
}

}  // namespace

void to_fixed(std::span<const float> numbers, Fixed* fixed) {
  dense_kernels().fixed(numbers.data(), numbers.size(), 1.0F, fixed);
}

void to_fixed_leaky(std::span<const float> numbers, Fixed* fixed) {
  dense_kernels().fixed(numbers.data(), numbers.size(), 0.1F, fixed);
}

void softmax(std::span<float> numbers) {
  if (numbers.empty()) return;
  dense_kernels().exponents(numbers.data(), numbers.size(),
                            *std::max_element(numbers.begin(), numbers.end()));
  float sum = 0;
  for (const float number : numbers)
    sum += number;
  for (float& number : numbers)
    number /= sum;
}

std::int32_t product(const Fixed* a, const Fixed* b, std::size_t size) {
  return dense_kernels().product(a, b, size);
}

Result<Dense> Dense::open(std::string_view bytes) {
  Dense dense;
  if (bytes.size() >= kHeader) {
    dense.inputs_ = number_at<std::uint32_t>(bytes, 0);
    dense.outputs_ = number_at<std::uint32_t>(bytes, 1);
  }
  const std::size_t width = groups_of(dense.outputs_) * kGroup;
  const bool sizes = dense.inputs_ > 0 && dense.inputs_ <= kMostInputs && dense.inputs_ % 2 == 0 &&
                     dense.outputs_ > 0 && dense.outputs_ <= kMostOutputs;
  if (!sizes || bytes.size() != kHeader + width * (2 * sizeof(float) + dense.inputs_))
    return damaged_model("a layer of the language model is damaged");
  dense.scale_ = floats_at(bytes, kHeader, width);
  dense.bias_ = floats_at(bytes, kHeader + width * sizeof(float), width);
  // Nor may what is computed ever be infinite or no number at all.
  const auto sane = [](float number) { return std::abs(number) < 1e6F; };
  if (!std::all_of(dense.scale_.begin(), dense.scale_.end(), sane) ||
      !std::all_of(dense.bias_.begin(), dense.bias_.end(), sane))
    return damaged_model("a layer of the language model is damaged");
  dense.weights_ =
      reinterpret_cast<const std::int8_t*>(bytes.data() + kHeader + width * 2 * sizeof(float));
  return dense;
}

void Dense::apply(const Fixed* x, std::size_t rows, float* y) const {
  for (std::size_t row = 0; row < rows; ++row)
    std::copy(bias_.begin(), bias_.end(), y + row * width());
  add(x, rows, y);
}

void Dense::add(const Fixed* x, std::size_t rows, float* y) const {
  const DenseKernels& kernels = dense_kernels();
  const std::size_t pairs = inputs_ / 2;
  std::int32_t sums[kRows * kGroup];
  for (std::size_t from = 0; from < rows; from += kRows) {
    const std::size_t some = std::min(kRows, rows - from);
    for (std::size_t group = 0; group < width(); group += kGroup) {
      kernels.group(weights_ + group * inputs_, x + from * inputs_, some, pairs, sums);
      for (std::size_t row = 0; row < some; ++row) {
        float* to = y + (from + row) * width() + group;
        kernels.finish(sums + row * kGroup, scale_.data() + group, to, to);
      }
    }
  }
}

Result<Embedding> Embedding::open(std::string_view bytes) {
  Embedding embedding;
  if (bytes.size() >= kHeader) {
    embedding.rows_ = number_at<std::uint32_t>(bytes, 0);
    embedding.width_ = number_at<std::uint32_t>(bytes, 1);
    embedding.scale_ = static_cast<std::int32_t>(number_at<std::uint32_t>(bytes, 2));
  }
  const bool sizes = embedding.rows_ > 0 && embedding.rows_ <= 1U << 20 && embedding.width_ > 0 &&
                     embedding.width_ <= 1024 && embedding.scale_ > 0 && embedding.scale_ <= 256;
  if (!sizes || bytes.size() != kHeader + embedding.rows_ * embedding.width_)
    return damaged_model("a table of the language model is damaged");
  embedding.numbers_ = bytes.data() + kHeader;
  return embedding;
}

void Embedding::copy(std::size_t row, Fixed* to) const {
  if (row >= rows_) {
    std::fill(to, to + width_, Fixed{0});
    return;
  }
  const char* from = numbers_ + row * width_;
  for (std::size_t i = 0; i < width_; ++i)
    to[i] = static_cast<Fixed>(static_cast<std::int8_t>(from[i]) * scale_);
}

Result<Lstm> Lstm::open(std::string_view input, std::string_view state) {
  Lstm lstm(RECTO_TRY(Dense::open(input)), RECTO_TRY(Dense::open(state)));
  if (lstm.input_.outputs() != 4 * lstm.size() || lstm.state_.outputs() != 4 * lstm.size() ||
      lstm.input_.width() != lstm.state_.width())
    return damaged_model("layers of the language model do not fit together");
  return lstm;
}

void Lstm::run(const Fixed* x, std::span<const std::size_t> steps, Fixed* h) const {
  if (steps.empty()) return;
  const DenseKernels& kernels = dense_kernels();
  std::vector<float> cells(steps.front() * size(), 0.0F);
  std::vector<float> gates(steps.front() * input_.width());
  const Fixed* before = nullptr;
  for (const std::size_t rows : steps) {
    input_.apply(x, rows, gates.data());
    if (before != nullptr) state_.add(before, rows, gates.data());
    for (std::size_t row = 0; row < rows; ++row)
      kernels.lstm(gates.data() + row * input_.width(), size(), cells.data() + row * size(),
                   h + row * size());
    before = h;
    x += rows * inputs();
    h += rows * size();
  }
}

}  // namespace recto::language
