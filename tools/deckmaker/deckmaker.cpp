#include "tools/deckmaker/deckmaker.h"

#include <cstddef>
#include <string>
#include <utility>

#include "content/base/digest.h"
#include "content/files/files.h"
#include "tools/deckmaker/passages.h"

namespace recto::deckmaker {
namespace {

constexpr std::size_t kMostListBytes = 4 << 20;

Source source_of(const Article& article, std::string_view bytes) {
  Source source;
  source.title = article.title;
  source.url = article.url;
  source.authors = article.authors;
  source.published = article.published;
  source.sha256 = sha256_hex(bytes);
  return source;
}

}  // namespace

Result<Resources> load_resources(const std::filesystem::path& assets) {
  const auto list = [&](const char* name) {
    return read_file(assets / "words" / name, kMostListBytes);
  };
  Resources resources;
  const std::filesystem::path model = assets / "reader" / "blocks.model";
  auto furniture = reader::read_furniture(RECTO_TRY(list("furniture.txt")),
                                          RECTO_TRY(read_file(model, kMostListBytes)));
  if (!furniture) {
    furniture.error().where = model.string();
    return tl::unexpected(std::move(furniture).error());
  }
  resources.furniture = std::move(*furniture);
  resources.abbreviations = language::parse_abbreviations(RECTO_TRY(list("abbreviations.txt")));
  const std::string question_words = RECTO_TRY(list("question-words.txt"));
  const std::string verbs = RECTO_TRY(list("verbs.txt"));
  resources.word_lists = questions::parse_word_lists(question_words, verbs);
  return resources;
}

Result<Article> read_article(std::string_view bytes, const reader::Origin& origin,
                             const Options& options, const Resources& resources) {
  Article article = RECTO_TRY(reader::read_article(bytes, origin, resources.furniture));
  if (!options.language.empty()) article.language = options.language;
  return article;
}

Result<MadeDeck> make_deck(std::string_view bytes, const reader::Origin& origin,
                           const Options& options, const Resources& resources) {
  MadeDeck made;
  made.article = RECTO_TRY(read_article(bytes, origin, options, resources));
  Passages passages = passages_of(made.article);
  questions::Questions questions =
      questions::make_questions(made.article, passages.passages, passages.blocks, options.wanted,
                                resources.abbreviations, resources.word_lists);
  made.rejected = std::move(questions.rejected);
  made.deck.id = make_deck_id(made.article);
  made.deck.title = made.article.title;
  made.deck.language = made.article.language;
  made.deck.source = source_of(made.article, bytes);
  made.deck.names = names_of(passages.passages, made.article.language, resources.abbreviations);
  made.deck.passages = std::move(passages.passages);
  made.deck.cards = std::move(questions.cards);
  return made;
}

}  // namespace recto::deckmaker
