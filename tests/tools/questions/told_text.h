// Short articles up to their statements and cards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/tools/statements/read_article.h"
#include "tools/questions/candidate.h"
#include "tools/questions/questions.h"
#include "tools/questions/word_lists.h"

namespace recto::test {

/// The word lists that are shipped.
[[nodiscard]] const questions::WordLists& word_lists();

/// Every kind of card that is at least so good.
[[nodiscard]] inline questions::Wanted of_quality(double least) {
  questions::Wanted wanted;
  wanted.min_quality = least;
  return wanted;
}

/// An article with its statements. May be moved.
struct ToldText {
  explicit ToldText(ReadArticle read);
  ToldText(std::string title, std::string text)
      : ToldText(read_text(std::move(title), std::move(text))) {}

  [[nodiscard]] questions::Told told() const {
    return {article.reading, shipped_knowledge(), statements};
  }

  /// The statement with this text, and its piece of these words; fail the test when there is none.
  [[nodiscard]] const statements::Statement& statement(std::string_view text) const;
  [[nodiscard]] const statements::Piece& piece(const statements::Statement& from,
                                               std::string_view words) const;

  /// Its cards; also those that decks leave out as no better than others.
  [[nodiscard]] questions::Questions make(const questions::Wanted& wanted = of_quality(0.4)) const;

  ReadArticle article;
  std::vector<statements::Statement> statements;
};

using Rule = void (*)(const questions::Told&, questions::Candidates&);

/// The ranking's model that is shipped.
[[nodiscard]] const forest::Forest& ranking();

/// What a rule makes of a text without a doubt, before any check: "prompt -> answer", in a row.
[[nodiscard]] std::string made_by(Rule rule, const ToldText& text);

}  // namespace recto::test
