#include "tools/questions/candidate.h"

#include <utility>

#include "content/deck/card_id.h"

namespace recto::questions {

Card make_card(CardKind kind, const Statement& statement, std::string_view rule, std::string prompt,
               std::string answer) {
  Card card;
  card.kind = kind;
  card.fact = make_fact_id(answer, statement.raw);
  card.prompt = std::move(prompt);
  card.answer = std::move(answer);
  card.made_by = "rules/" + std::string(name_of(kind)) + "." + std::string(rule);
  card.evidence = Evidence{{}, statement.span.begin, statement.span.end};
  return card;
}

}  // namespace recto::questions
