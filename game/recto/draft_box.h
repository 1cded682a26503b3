// Drafts that wait (F14), a file each in the profile's folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "game/draft/draft.h"

namespace recto::app {

class DraftBox {
 public:
  /// Without a folder nothing is kept.
  explicit DraftBox(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}

  /// The ids of the drafts that wait, by name.
  [[nodiscard]] std::vector<std::string> ids() const;
  /// Errors: as read_file and read_draft; `where` is the path.
  [[nodiscard]] Result<draft::Draft> load(const std::string& id) const;
  /// Makes the folder where there is none. Error: Failed.
  [[nodiscard]] Result<void> store(const std::string& id, const draft::Draft& draft) const;
  void remove(const std::string& id) const;

 private:
  [[nodiscard]] std::filesystem::path file_of(const std::string& id) const;

  std::filesystem::path folder_;
};

}  // namespace recto::app
