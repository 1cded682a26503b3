// C20: what else is right to type.
#include <algorithm>
#include <array>

#include "content/base/fold.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

struct Currency {
  std::string_view symbol;
  std::string_view word;
  std::string_view code;
};
constexpr std::array<Currency, 4> kCurrencies{{{"$", "dollars", "US$"},
                                               {"€", "euros", "EUR "},
                                               {"£", "pounds", "GBP "},
                                               {"¥", "yen", "JPY "}}};

struct Scale {
  std::string_view word;
  std::string_view brief;
};
constexpr std::array<Scale, 3> kScales{
    {{" million", "m"}, {" billion", "bn"}, {" trillion", "tn"}}};

/// $11.2 billion → 11.2 billion dollars, US$11.2 billion, $11.2bn.
std::vector<std::string> money_forms(const Value& value) {
  std::vector<std::string> forms;
  for (const Currency& currency : kCurrencies) {
    if (value.before != currency.symbol) continue;
    const std::string amount = value.number + value.after;
    forms.push_back(amount + " " + std::string(currency.word));
    forms.push_back(std::string(currency.code) + amount);
    for (const Scale& scale : kScales)
      if (value.after == scale.word)
        forms.push_back(value.before + value.number + std::string(scale.brief));
  }
  return forms;
}

std::vector<std::string> percent_forms(const Value& value) {
  return {value.number + "%", value.number + " percent", value.number + " per cent"};
}

/// "8 February 1700" ↔ "February 8, 1700".
std::vector<std::string> date_forms(const Value& value) {
  if (!value.has_day) return {};
  std::string day;
  std::string month;
  std::string year;
  for (const Word& word : words_of(value.text)) {
    const std::string text = value.text.substr(word.span.begin, word.span.end - word.span.begin);
    if (word.kind == Word::Kind::Plain) month = text;
    if (word.kind == Word::Kind::Number) (text.size() > 2 ? year : day) = text;
  }
  return {joined({day, month, year}, " "), month + " " + day + ", " + year};
}

std::vector<std::string> value_forms(const Value& value) {
  switch (value.kind) {
    case ValueKind::Money: return money_forms(value);
    case ValueKind::Percent: return percent_forms(value);
    case ValueKind::Date: return date_forms(value);
    case ValueKind::Count:
    case ValueKind::Quantity:
      return value.grouped || value.hedge > 0 ? std::vector<std::string>{value.number + value.after}
                                              : std::vector<std::string>{};
    case ValueKind::Year:
    case ValueKind::Other: break;
  }
  return {};
}

/// "the World Bank" ↔ "World Bank"; "World Health Organization (WHO)" in the sentence → WHO.
std::vector<std::string> name_forms(const std::string& answer, const std::string& sentence) {
  std::vector<std::string> forms;
  if (answer.starts_with("the ") || answer.starts_with("The ")) forms.push_back(answer.substr(4));
  const std::size_t at = sentence.find(answer + " (");
  if (at == std::string::npos) return forms;
  const std::size_t begin = at + answer.size() + 2;
  const std::size_t end = sentence.find(')', begin);
  if (end == std::string::npos) return forms;
  const std::string brief = sentence.substr(begin, end - begin);
  const bool letters = std::ranges::all_of(brief, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (letters && brief.size() >= 2) forms.push_back(brief);
  return forms;
}

}  // namespace

void add_accepted(Candidate& candidate, const Statements& statements) {
  Card& card = candidate.card;
  const bool typed = card.kind == CardKind::Short || card.kind == CardKind::Cloze;
  if (!candidate.statement || !typed || card.made_by == "rules/short.stands-for" ||
      card.made_by == "rules/short.definition")
    return;
  std::vector<std::string> forms =
      candidate.value ? value_forms(*candidate.value)
                      : name_forms(card.answer, statements.all[*candidate.statement].raw);
  for (std::string& form : forms) {
    const auto same = [&](const std::string& other) { return fold_case(other) == fold_case(form); };
    if (same(card.answer) || std::ranges::any_of(card.accept, same)) continue;
    card.accept.push_back(std::move(form));
  }
}

}  // namespace recto::questions
