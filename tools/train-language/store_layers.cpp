#include "tools/train-language/store_layers.h"

#include <algorithm>
#include <cmath>

#include "tools/language/dense.h"
#include "tools/language/slots.h"

namespace recto::train {
namespace {

using language::append_number;
using language::Dense;
using language::Embedding;

constexpr float kMostByte = 127;

std::int8_t byte_of(float number, float scale) {
  return static_cast<std::int8_t>(std::lround(std::clamp(number / scale, -kMostByte, kMostByte)));
}

}  // namespace

std::string dense_bytes(const Matrix& weight, const Matrix& bias) {
  const auto outputs = static_cast<std::size_t>(weight.rows());
  const auto given = static_cast<std::size_t>(weight.cols());
  const std::size_t inputs = given + given % 2;
  const std::size_t width = (outputs + Dense::kGroup - 1) / Dense::kGroup * Dense::kGroup;
  std::string bytes;
  append_number(bytes, static_cast<std::uint32_t>(inputs));
  append_number(bytes, static_cast<std::uint32_t>(outputs));
  bytes.resize(Dense::kHeader);
  std::vector<float> scales(width, 0);
  for (std::size_t o = 0; o < outputs; ++o)
    scales[o] =
        std::max(weight.row(static_cast<Eigen::Index>(o)).cwiseAbs().maxCoeff(), 1e-9F) / kMostByte;
  for (const float scale : scales)
    append_number(bytes, scale / language::kFixedOne);
  for (std::size_t o = 0; o < width; ++o)
    append_number(bytes, o < outputs ? bias(0, static_cast<Eigen::Index>(o)) : 0.0F);
  for (std::size_t group = 0; group < width; group += Dense::kGroup)
    for (std::size_t input = 0; input < inputs; input += 2)
      for (std::size_t o = group; o < group + Dense::kGroup; ++o)
        for (std::size_t i = input; i < input + 2; ++i)
          append_number(bytes, o < outputs && i < given
                                   ? byte_of(weight(static_cast<Eigen::Index>(o),
                                                    static_cast<Eigen::Index>(i)),
                                             scales[o])
                                   : std::int8_t{0});
  return bytes;
}

std::string embedding_bytes(const Matrix& table) {
  const float most = table.cwiseAbs().maxCoeff();
  const float scale = std::clamp(std::ceil(most * language::kFixedOne / kMostByte), 1.0F, 256.0F);
  std::string bytes;
  append_number(bytes, static_cast<std::uint32_t>(table.rows()));
  append_number(bytes, static_cast<std::uint32_t>(table.cols()));
  append_number(bytes, static_cast<std::uint32_t>(scale));
  bytes.resize(Embedding::kHeader);
  for (Eigen::Index i = 0; i < table.size(); ++i)
    append_number(bytes, byte_of(table.data()[i], scale / language::kFixedOne));
  return bytes;
}

}  // namespace recto::train
