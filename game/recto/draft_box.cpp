#include "game/recto/draft_box.h"

#include <algorithm>
#include <string_view>
#include <system_error>

#include "content/files/files.h"
#include "game/draft/draft_file.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".draft.json";
constexpr std::size_t kMostBytes = 256'000'000;

}  // namespace

fs::path DraftBox::file_of(const std::string& id) const {
  // Ids of decks of strangers may be anything; as a name they lead to no other folder.
  std::string name = id;
  std::ranges::replace_if(
      name, [](char letter) { return letter == '/' || letter == '\0' || letter == '.'; }, '-');
  return folder_ / (name + std::string(kEnding));
}

std::vector<std::string> DraftBox::ids() const {
  std::vector<std::string> ids;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder_, none)) {
    std::string name = entry.path().filename().string();
    if (!name.ends_with(kEnding)) continue;
    name.erase(name.size() - kEnding.size());
    ids.push_back(std::move(name));
  }
  std::ranges::sort(ids);
  return ids;
}

Result<draft::Draft> DraftBox::load(const std::string& id) const {
  const fs::path file = file_of(id);
  auto draft = draft::read_draft(RECTO_TRY(read_file(file, kMostBytes)));
  if (!draft) draft.error().where = file.string();
  return draft;
}

Result<void> DraftBox::store(const std::string& id, const draft::Draft& draft) const {
  if (folder_.empty()) return {};
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed)
    return fail(Error::Kind::Failed, "the folder of drafts cannot be made", folder_.string(),
                "check the permissions of its folder");
  return write_file(file_of(id), draft::write_draft(draft));
}

void DraftBox::remove(const std::string& id) const {
  std::error_code gone;
  if (!folder_.empty()) fs::remove(file_of(id), gone);
}

}  // namespace recto::app
