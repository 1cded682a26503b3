#include "game/recto/dictionary.h"

#include "content/files/assets.h"

namespace recto::app {

Result<Dictionary> Dictionary::load() {
  constexpr std::size_t kMostBytes = 64 << 20;
  const std::filesystem::path path = RECTO_TRY(find_assets()) / "language" / "en.lexicon";
  MappedFile file = RECTO_TRY(MappedFile::open(path, kMostBytes));
  const Lexicon lexicon = RECTO_TRY(Lexicon::open(file.bytes()).map_error([&](Error error) {
    error.where = path.string();
    return error;
  }));
  return Dictionary(std::move(file), lexicon);
}

}  // namespace recto::app
