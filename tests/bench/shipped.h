// What benchmarks start from: the shipped assets, or an end in words.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <type_traits>
#include <utility>

#include "content/base/result.h"
#include "content/files/assets.h"

namespace recto::bench {

/// The value, or the error to standard error and an end with 1.
template <class T>
T value(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", message(result.error()).c_str());
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// The folder of the assets.
inline const std::filesystem::path& assets() {
  static const std::filesystem::path folder = value(find_assets());
  return folder;
}

}  // namespace recto::bench
