#include "tools/deckmaker/english.h"

#include <set>
#include <utility>

#include "content/base/fold.h"
#include "content/files/files.h"
#include "tools/discourse/entities.h"

namespace recto::deckmaker {
namespace {

constexpr std::size_t kMostModelBytes = 64 << 20;
constexpr std::size_t kMostListBytes = 4 << 20;

/// The error with the file's path, where it has no place of its own.
auto in_file(const std::filesystem::path& path) {
  return [&path](Error error) {
    if (error.where.empty()) error.where = path.string();
    return error;
  };
}

}  // namespace

Result<std::shared_ptr<const English>> English::load(const std::filesystem::path& assets) {
  const std::filesystem::path lexicon_path = assets / "language" / "en.lexicon";
  const std::filesystem::path model_path = assets / "language" / "en.model";
  MappedFile lexicon_file = RECTO_TRY(MappedFile::open(lexicon_path, kMostModelBytes));
  MappedFile model_file = RECTO_TRY(MappedFile::open(model_path, kMostModelBytes));
  const Lexicon lexicon =
      RECTO_TRY(Lexicon::open(lexicon_file.bytes()).map_error(in_file(lexicon_path)));
  language::Analyser analyser = RECTO_TRY(
      language::Analyser::open(model_file.bytes(), lexicon).map_error(in_file(model_path)));
  const std::string names = RECTO_TRY(read_file(assets / "words" / "names.txt", kMostListBytes));
  return std::shared_ptr<const English>(new English(std::move(lexicon_file), std::move(model_file),
                                                    lexicon, std::move(analyser),
                                                    discourse::parse_name_words(names)));
}

std::vector<std::string> names_of(const discourse::Entities& entities) {
  std::vector<std::string> names;
  std::set<std::string> known;
  for (const discourse::Entity& entity : entities.all)
    for (const std::string& form : entity.forms)
      if (known.insert(fold_case(form)).second) names.push_back(form);
  return names;
}

}  // namespace recto::deckmaker
