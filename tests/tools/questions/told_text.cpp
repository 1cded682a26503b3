#include "tests/tools/questions/told_text.h"

#include <algorithm>

#include "content/files/files.h"
#include "tests/support/support.h"
#include "tools/statements/whole.h"

namespace recto::test {

const questions::WordLists& word_lists() {
  static const questions::WordLists kLists = questions::parse_word_lists(
      value(read_file(project_folder() / "assets/words/question-words.txt", 1 << 20)));
  return kLists;
}

const forest::Forest& ranking() {
  static const forest::Forest kForest = [] {
    const std::string text =
        value(read_file(project_folder() / "assets/questions/ranking.model", 1 << 22));
    std::string_view rest = text;
    return value(forest::read_forest(rest));
  }();
  return kForest;
}

ToldText::ToldText(ReadArticle read)
    : article(std::move(read)),
      statements(statements::find_statements(article.reading, shipped_knowledge())) {
  statements::add_whole_sentences(article.reading, shipped_knowledge(), statements);
}

const statements::Statement& ToldText::statement(std::string_view text) const {
  const auto found = std::ranges::find(statements, text, &statements::Statement::text);
  if (found == statements.end()) FAIL("no statement '", text, "' but ", test::told(article));
  return *found;
}

const statements::Piece& ToldText::piece(const statements::Statement& from,
                                         std::string_view words) const {
  const auto& sentence = article.reading.sentences.at(from.sentence);
  const auto found = std::ranges::find_if(from.clause.pieces, [&](const statements::Piece& one) {
    return one.put.empty() && sentence.words.text(one.words) == words;
  });
  if (found == from.clause.pieces.end()) FAIL("no piece '", words, "' in ", from.text);
  return *found;
}

questions::Questions ToldText::make(const questions::Wanted& wanted) const {
  const statements::Knowledge& knowledge = shipped_knowledge();
  return questions::make_questions(
      {article.article, article.passages, article.passage_blocks, knowledge.abbreviations,
       word_lists(), ranking(), &article.reading, &knowledge},
      wanted);
}

std::string made_by(Rule rule, const ToldText& text) {
  questions::Candidates candidates;
  const questions::Told told = text.told();
  rule(told, candidates);
  std::vector<std::string> all;
  for (const questions::Candidate& one : candidates)
    if (one.doubts.none() && (!one.statement || told.statements[*one.statement].weaknesses.none()))
      all.push_back(one.card.prompt + " -> " + one.card.answer);
  return in_a_row(all);
}

}  // namespace recto::test
