#include "tests/tools/statements/read_article.h"

#include <utility>

#include "content/files/files.h"
#include "content/files/mapped_file.h"
#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/language/shipped.h"

namespace recto::test {
namespace {

constexpr std::size_t kMostBytes = 64 << 20;

const language::Analyser& shipped_analyser() {
  static const MappedFile kFile =
      value(MappedFile::open(project_folder() / "assets/language/en.model", kMostBytes));
  static const language::Analyser kAnalyser =
      value(language::Analyser::open(kFile.bytes(), shipped_lexicon()));
  return kAnalyser;
}

const discourse::NameWords& shipped_name_words() {
  static const discourse::NameWords kWords = discourse::parse_name_words(
      value(read_file(project_folder() / "assets/words/names.txt", kMostBytes)));
  return kWords;
}

}  // namespace

const statements::Knowledge& shipped_knowledge() {
  static const patterns::NameTypes kTypes(shipped_lexicon());
  static const statements::Knowledge kKnowledge{shipped_lexicon(), shipped_analyser(),
                                                shipped_name_words(), language::shipped(), kTypes};
  return kKnowledge;
}

Block paragraph(std::string text) {
  Block block;
  block.text = std::move(text);
  return block;
}

Block faq(std::string question, std::string answer) {
  Block block;
  block.type = BlockType::Faq;
  block.question = std::move(question);
  block.text = std::move(answer);
  return block;
}

ReadArticle::ReadArticle(std::string title, std::vector<Block> blocks) {
  article.title = std::move(title);
  article.language = "en";
  article.blocks = std::move(blocks);
  std::vector<bool> of_faq;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    of_faq.push_back(block.type == BlockType::Faq);
    passages.push_back({{"p" + std::to_string(i + 1)},
                        "",
                        of_faq.back() ? block.question + "\n" + block.text : block.text,
                        {}});
    passage_blocks.push_back(i);
  }
  const std::vector<bool> skipped(passages.size(), false);
  reading = statements::read({passages, skipped, of_faq, article.title}, shipped_knowledge());
}

ReadArticle read_text(std::string title, std::string text) {
  return {std::move(title), {paragraph(std::move(text))}};
}

std::string stand_ins_of(const statements::Reading& reading, std::size_t sentence) {
  const statements::ReadSentence& read = reading.sentences.at(sentence);
  std::vector<std::string> all;
  for (const statements::StandIn& one : read.stand_ins)
    all.push_back(std::string(read.words.text(one.words)) + " = " +
                  (one.text.empty() ? reading.entities.all.at(one.entity).name : one.text));
  return in_a_row(all);
}

std::string in_a_row(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts)
    all += (all.empty() ? "" : " | ") + text;
  return all;
}

std::string told(const ReadArticle& article) {
  std::vector<std::string> texts;
  for (statements::Statement& one :
       statements::find_statements(article.reading, shipped_knowledge()))
    if (!one.fault && one.weaknesses.none()) texts.push_back(std::move(one.text));
  return in_a_row(texts);
}

std::string faults(const ReadArticle& article) {
  std::vector<std::string> texts;
  for (statements::Statement& one :
       statements::find_statements(article.reading, shipped_knowledge()))
    if (one.fault || one.weaknesses.any())
      texts.push_back(one.fault ? std::move(*one.fault) : std::move(one.doubt));
  return in_a_row(texts);
}

}  // namespace recto::test
