// Sentences of an article → statements that stand alone, or the reason why one does not.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/language/sentences.h"
#include "tools/questions/names.h"
#include "tools/questions/values.h"
#include "tools/questions/word_lists.h"
#include "tools/questions/words.h"

namespace recto::questions {

/// A sentence, made to stand alone as far as that is certain: without footnote marks, brackets and
/// a connective at its head; short names made full; "He" at its head replaced by the person meant.
struct Statement {
  std::size_t passage = 0;  ///< index in the deck's passages
  language::Span span;      ///< of the sentence in the passage's text
  std::string raw;          ///< as the article has it
  std::string text;         ///< as cards may quote it
  Words words;              ///< of `text`
  std::vector<Value> values;
  std::vector<Name> names;
  double place = 0.0;     ///< where in the article, 0 to 1
  bool resolved = false;  ///< a pronoun was replaced
  bool claim = false;     ///< its only fault is that it tells a claim or plan in words it keeps
  std::optional<std::string> fault;  ///< why it makes no card; "it says 'this' (C2)"
};

/// What is needed to read an article.
struct Sources {
  const Article& article;
  const std::vector<Passage>& passages;
  const std::vector<std::size_t>& passage_blocks;
  const language::Abbreviations& abbreviations;
  const WordLists& lists;
  const KnownKinds& known_kinds;
};

struct Statements {
  NameBook book;
  std::vector<Statement> all;  ///< in the order of reading
};

/// Every sentence of the paragraphs, quotations left out; FAQ entries and headings are none.
[[nodiscard]] Statements read_statements(const Sources& sources);

/// Why a text in the wording of `words` does not stand alone (C2, C12): the first word that points
/// outside, judges or hedges; nothing when it does.
/// `Claims::Kept` lets "estimated" and the like pass, for texts that keep the whole sentence.
enum class Claims { Refused, Kept };
[[nodiscard]] std::optional<std::string> open_reference(const Words& words,
                                                        const std::vector<Name>& names,
                                                        const WordLists& lists,
                                                        Claims claims = Claims::Refused);

}  // namespace recto::questions
