// A document taken out of what it was packed in.
#pragma once

#include <string>

#include "tools/reader/reader.h"

namespace recto::reader {

struct Document {
  std::string bytes;
  Origin origin;
};

}  // namespace recto::reader
