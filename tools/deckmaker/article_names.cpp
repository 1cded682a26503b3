#include "tools/deckmaker/article_names.h"

#include <optional>
#include <set>
#include <utility>

#include "content/base/fold.h"
#include "content/files/files.h"
#include "tools/discourse/article.h"
#include "tools/discourse/entities.h"
#include "tools/discourse/nouns.h"
#include "tools/language/english.h"

namespace recto::deckmaker {
namespace {

constexpr std::size_t kMostModelBytes = 64 << 20;
constexpr std::size_t kMostListBytes = 4 << 20;

/// A kind counts as certain from here on.
constexpr language::Chance kCertain = 0.9F;

std::optional<questions::NameKind> known_kind(const discourse::Entity& entity) {
  if (entity.kind_chance < kCertain) return std::nullopt;
  if (entity.kind == language::NameKind::Person) return questions::NameKind::Person;
  if (entity.kind == language::NameKind::Organisation) return questions::NameKind::Organisation;
  return std::nullopt;
}

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

ArticleNames article_names(const std::vector<Passage>& passages, std::string_view title,
                           const English& english, const language::Abbreviations& abbreviations) {
  std::vector<std::string_view> texts;
  for (const Passage& passage : passages)
    if (language::is_english(passage.text)) texts.emplace_back(passage.text);
  const auto sentences = english.analyser().analyse(texts, abbreviations);
  std::vector<discourse::Passage> analysed;
  for (std::size_t i = 0; i < texts.size(); ++i)
    analysed.push_back({texts[i], sentences[i]});
  discourse::Nouns nouns(english.name_words(), english.lexicon());
  const discourse::Entities entities =
      discourse::find_entities(discourse::AnalysedArticle(analysed), title, nouns);
  ArticleNames names;
  std::set<std::string> known;
  for (const discourse::Entity& entity : entities.all)
    for (const std::string& form : entity.forms) {
      if (known.insert(fold_case(form)).second) names.all.push_back(form);
      if (const auto kind = known_kind(entity))
        names.kinds.emplace(questions::name_key(form), *kind);
    }
  return names;
}

}  // namespace recto::deckmaker
