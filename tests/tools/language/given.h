// Analysed sentences, written in a line.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language/analysed.h"

namespace recto::language {

/// Words apart by "|", each "form UPOS XPOS head relation"; heads count from 1, 0 is the root.
struct Given {
  explicit Given(std::string_view rows) {
    std::istringstream lines{std::string(rows)};
    struct Row {
      std::string form, upos, xpos, relation;
      std::size_t head = 0;
    };
    std::vector<Row> read;
    for (std::string line; std::getline(lines, line, '|');) {
      std::istringstream fields(line);
      Row row;
      fields >> row.form >> row.upos >> row.xpos >> row.head >> row.relation;
      read.push_back(std::move(row));
    }
    names_.reserve(3 * read.size());  // the tokens keep views
    for (const Row& row : read) {
      const std::size_t begin = sentence.size();
      sentence += row.form + " ";
      Token token;
      token.span = {begin, begin + row.form.size()};
      token.tag = {keep(row.upos), keep(row.xpos)};
      token.head = static_cast<WordId>(row.head == 0 ? read.size() : row.head - 1);
      token.relation = keep(row.relation);
      tokens.push_back(std::move(token));
    }
  }
  Given(const Given&) = delete;
  Given& operator=(const Given&) = delete;

  std::string sentence;
  std::vector<Token> tokens;

 private:
  std::string_view keep(const std::string& name) { return names_.emplace_back(name); }

  std::vector<std::string> names_;
};

}  // namespace recto::language
