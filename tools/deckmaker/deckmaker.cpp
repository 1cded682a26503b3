#include "tools/deckmaker/deckmaker.h"

#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "content/base/digest.h"
#include "content/files/files.h"
#include "tools/deckmaker/passages.h"

namespace recto::deckmaker {
namespace {

constexpr std::size_t kMostListBytes = 4 << 20;

std::size_t text_bytes(const Article& article) {
  return std::accumulate(article.blocks.begin(), article.blocks.end(), std::size_t{0},
                         [](std::size_t sum, const Block& block) {
                           return sum + block.question.size() + block.text.size();
                         });
}

statements::Reading read_statements(const Article& article, const Passages& passages,
                                    const statements::Knowledge& knowledge) {
  std::vector<bool> skipped;
  std::vector<bool> of_faq;
  for (const std::size_t block : passages.blocks) {
    const BlockType type = article.blocks[block].type;
    skipped.push_back(type == BlockType::Table || type == BlockType::Code ||
                      type == BlockType::Quote);
    of_faq.push_back(type == BlockType::Faq);
  }
  return statements::read({passages.passages, skipped, of_faq, article.title}, knowledge);
}

}  // namespace

Result<Resources> load_resources(const std::filesystem::path& assets) {
  const auto list = [&](const char* name) {
    return read_file(assets / "words" / name, kMostListBytes);
  };
  Resources resources;
  const std::filesystem::path model = assets / "reader" / "blocks.model";
  const std::string patterns = RECTO_TRY(list("furniture.txt"));
  auto furniture = reader::read_furniture(patterns, RECTO_TRY(read_file(model, kMostListBytes)));
  if (!furniture) {
    furniture.error().where = model.string();
    return tl::unexpected(std::move(furniture).error());
  }
  resources.furniture = std::move(*furniture);
  resources.abbreviations = language::parse_abbreviations(RECTO_TRY(list("abbreviations.txt")));
  resources.word_lists = questions::parse_word_lists(RECTO_TRY(list("question-words.txt")));
  const std::filesystem::path ranking = assets / "questions" / "ranking.model";
  const std::string trees = RECTO_TRY(read_file(ranking, kMostListBytes));
  std::string_view rest = trees;
  auto forest = forest::read_forest(rest);
  if (!forest) {
    forest.error().where = ranking.string();
    return tl::unexpected(std::move(forest).error());
  }
  resources.ranking = std::move(*forest);
  resources.english = RECTO_TRY(English::load(assets));
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
  Source source;
  source.retrieved = origin.retrieved;
  source.sha256 = sha256_hex(bytes);
  return make_deck_of(RECTO_TRY(read_article(bytes, origin, options, resources)), std::move(source),
                      options, resources);
}

Result<MadeDeck> make_deck_of(Article article, Source source, const Options& options,
                              const Resources& resources) {
  if (text_bytes(article) > kMostText)
    return fail(Error::Kind::BadInput, "the article is longer than 600,000 words", {},
                "split it and give the parts, chapter by chapter");
  if (!options.language.empty()) article.language = options.language;
  source.title = article.title;
  source.url = article.url;
  source.authors = article.authors;
  source.published = article.published;
  MadeDeck made;
  Passages passages = passages_of(article);
  std::optional<statements::Reading> reading;
  std::optional<statements::Knowledge> knowledge;
  std::vector<std::string> names;
  if (article.language.empty() || article.language.starts_with("en")) {
    const English& english = *resources.english;
    knowledge.emplace(statements::Knowledge{english.lexicon(), english.analyser(),
                                            english.name_words(), resources.abbreviations,
                                            english.name_types()});
    reading = read_statements(article, passages, *knowledge);
    names = names_of(reading->entities);
  }
  add_capitalised_names(passages.passages, article.language, resources.abbreviations, names);
  questions::Questions questions = questions::make_questions(
      {article, passages.passages, passages.blocks, resources.abbreviations, resources.word_lists,
       resources.ranking, reading ? &*reading : nullptr, knowledge ? &*knowledge : nullptr},
      options.wanted);
  made.rejected = std::move(questions.rejected);
  made.spare_options = std::move(questions.spare_options);
  made.deck.id = make_deck_id(article);
  made.deck.title = article.title;
  made.deck.language = article.language;
  made.deck.source = std::move(source);
  made.deck.names = std::move(names);
  made.deck.passages = std::move(passages.passages);
  made.deck.cards = std::move(questions.cards);
  tag_chapters(article, passages.blocks, made.deck);
  made.article = std::move(article);
  return made;
}

}  // namespace recto::deckmaker
