// C20: what else is right to type.
#include <algorithm>
#include <array>

#include "content/base/fold.h"
#include "content/words/number.h"
#include "content/words/people.h"
#include "content/words/value.h"
#include "tools/questions/rules.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

struct Scale {
  std::string_view word;
  std::string_view brief;
};
constexpr std::array<Scale, 3> kScales{
    {{" million", "m"}, {" billion", "bn"}, {" trillion", "tn"}}};

/// "$11.2 billion" → "11.2 billion US dollars", "$11.2bn"
std::vector<std::string> money_forms(const Value& value, const std::string& answer) {
  std::vector<std::string> forms{write_value(value)};
  for (const Scale& scale : kScales) {
    const std::size_t at = answer.find(scale.word);
    if (at == std::string::npos || at == 0 || answer[0] != '$') continue;
    forms.push_back(answer.substr(0, at) + std::string(scale.brief));
    forms.push_back(answer.substr(1) + " dollars");
  }
  return forms;
}

std::vector<std::string> value_forms(const SentenceValue& value, const std::string& answer) {
  std::vector<std::string> forms;
  switch (value.measure) {
    case patterns::Measure::Money: return money_forms(value.value, answer);
    case patterns::Measure::Percent: {
      const std::string number = write_number(value.value.amount.number, NumberStyle::Digits);
      return {number + "%", number + " percent", number + " per cent"};
    }
    case patterns::Measure::Date:
      if (value.value.date.precision == Date::Precision::Day)
        return {write_date(value.value.date, DateStyle::British),
                write_date(value.value.date, DateStyle::American)};
      return forms;
    case patterns::Measure::Count:
      forms = {write_number(value.value.amount.number, NumberStyle::Digits)};
      if (is_whole(value.value.amount.number) && to_double(value.value.amount.number) <= 20)
        forms.push_back(write_number(value.value.amount.number, NumberStyle::Words));
      return forms;
    case patterns::Measure::Quantity: {
      Value plain = value.value;
      plain.hedge = Hedge::None;
      return {write_value(plain)};
    }
    default: return forms;
  }
}

/// The other forms of a name, and a person's surname; nothing that the prompt says already.
std::vector<std::string> name_forms(const Told& told, EntityId id) {
  const discourse::Entity& entity = told.reading.entities.all[id];
  std::vector<std::string> forms = entity.forms;
  forms.push_back(entity.name);
  if (entity.kind == language::NameKind::Person) {
    const PersonName name = read_person(entity.name);
    if (!name.given.empty()) forms.push_back(name.surname());
  }
  return forms;
}

}  // namespace

void add_accepted(const Told& told, Candidate& candidate) {
  Card& card = candidate.card;
  const bool typed = card.kind == CardKind::Short || card.kind == CardKind::Cloze;
  if (!typed || candidate.self_rated) return;
  std::vector<std::string> forms;
  if (candidate.value != nullptr) forms = value_forms(*candidate.value, card.answer);
  if (candidate.entity) forms = name_forms(told, *candidate.entity);
  for (const std::string_view article : {"the ", "The ", "a ", "an "})
    if (card.answer.starts_with(article)) forms.push_back(card.answer.substr(article.size()));
  std::vector<std::string> accepted;
  forms.insert(forms.begin(), card.accept.begin(), card.accept.end());
  for (std::string& form : forms) {
    const auto same = [&](const std::string& other) { return fold_case(other) == fold_case(form); };
    const bool known = form.empty() || same(card.answer) || std::ranges::any_of(accepted, same);
    // A form that the prompt holds would be no answer.
    const bool told_already = holds_words(words_of(card.prompt), words_of(form));
    if (!known && !told_already) accepted.push_back(std::move(form));
  }
  card.accept = std::move(accepted);
}

}  // namespace recto::questions
