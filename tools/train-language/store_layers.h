// Learned numbers → the bytes of tools/language/dense.h, in eight bits.
#pragma once

#include <string>

#include "tools/train-language/layers.h"

namespace recto::train {

/// A language::Dense; the numbers kept are the averages. Inputs are made even.
[[nodiscard]] std::string dense_bytes(const Matrix& weight, const Matrix& bias);

/// A language::Embedding.
[[nodiscard]] std::string embedding_bytes(const Matrix& table);

}  // namespace recto::train
