#include "tools/reader/html/block_model.h"

namespace recto::reader {

Result<BlockModel> read_block_model(std::string_view text) {
  BlockModel model;
  model.first = RECTO_TRY(forest::read_forest(text));
  model.second = RECTO_TRY(forest::read_forest(text));
  return model;
}

std::string written(const BlockModel& model) {
  return written(model.first) + written(model.second);
}

}  // namespace recto::reader
