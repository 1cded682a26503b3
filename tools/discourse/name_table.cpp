#include "tools/discourse/name_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recto::discourse {
namespace {

/// log2(p / ((1 - p) / 5)) in quarters of a bit: a kind of chance p against each of the five
/// others.
std::int64_t quarters_of(language::Chance chance) {
  constexpr std::array<std::pair<language::Chance, std::int64_t>, 11> kSteps{{{0.99F, 36},
                                                                              {0.95F, 26},
                                                                              {0.9F, 22},
                                                                              {0.8F, 17},
                                                                              {0.7F, 14},
                                                                              {0.6F, 12},
                                                                              {0.5F, 9},
                                                                              {0.4F, 7},
                                                                              {0.3F, 4},
                                                                              {0.2F, 1},
                                                                              {0.0F, 0}}};
  for (const auto& [least, quarters] : kSteps)
    if (chance >= least) return quarters;
  return 0;
}

void add(const Evidence& evidence, NameEntry& entry) {
  for (std::size_t kind = 0; kind < kNameKinds; ++kind)
    entry.around.votes.at(kind) += evidence.kinds.votes.at(kind);
  constexpr std::size_t kMostNouns = 64;
  if (evidence.noun && (entry.nouns.size() < kMostNouns || entry.nouns.contains(*evidence.noun)))
    ++entry.nouns[*evidence.noun];
  entry.he += evidence.gender == Gender::He ? 1 : 0;
  entry.she += evidence.gender == Gender::She ? 1 : 0;
  entry.plural += evidence.plural;
}

/// How much a form's text has besides the name: the fewer the better to quote.
int additions(const NameForm& form) {
  return (form.legal_form ? 1 : 0) + (form.title && form.words.size() > 1 ? 1 : 0);
}

}  // namespace

KindVotes together(const KindVotes& own, std::size_t occurrences, const KindVotes& around,
                   const KindVotes& inside) {
  constexpr std::size_t kIndependent = 3;
  constexpr std::int64_t kMostAround = 40;
  KindVotes all;
  const auto count = static_cast<std::int64_t>(std::max<std::size_t>(occurrences, 1));
  const auto counted = static_cast<std::int64_t>(std::min(occurrences, kIndependent));
  for (std::size_t kind = 0; kind < kNameKinds; ++kind)
    all.votes.at(kind) = own.votes.at(kind) * counted / count +
                         std::min(around.votes.at(kind), kMostAround) + inside.votes.at(kind);
  return all;
}

std::pair<NameKind, language::Chance> NameEntry::verdict() const {
  return together(own, mentions.size(), around, inside).verdict();
}

FormId NameTable::find_or_add(NameForm form) {
  const auto [found, fresh] = by_key_.try_emplace(form.key(), static_cast<FormId>(entries_.size()));
  if (fresh) {
    NameEntry entry;
    entry.inside = votes_of_form(form, nouns_);
    entry.form = std::move(form);
    entries_.push_back(std::move(entry));
    parents_.push_back(found->second);
  } else if (additions(form) < additions(entries_[found->second].form)) {
    entries_[found->second].form = std::move(form);
  }
  return found->second;
}

FormId NameTable::add(const AnalysedArticle& article, const Place& place,
                      const language::Name& name) {
  constexpr language::Chance kLikely = 0.5F;
  const bool person = name.kind == NameKind::Person && name.chance >= kLikely;
  const FormId id = find_or_add(read_name(article.text(place), person, nouns_.words()));
  NameEntry& entry = entries_[id];
  entry.own.add(name.kind, quarters_of(name.chance));
  const Evidence evidence = evidence_of(article, place, nouns_);
  discourse::add(evidence, entry);
  if (evidence.noun)
    entry.descriptions.push_back({place.sentence, evidence.noun_at, evidence.noun_at + 1});
  entry.mentions.push_back(place);
  return id;
}

FormId NameTable::add_form(std::string_view text) {
  return find_or_add(read_name(text, false, nouns_.words()));
}

void NameTable::unite(FormId a, FormId b) {
  const FormId first = std::min(root(a), root(b));
  parents_[root(a)] = first;
  parents_[root(b)] = first;
}

FormId NameTable::root(FormId form) const {
  while (parents_[form] != form) {
    parents_[form] = parents_[parents_[form]];
    form = parents_[form];
  }
  return form;
}

}  // namespace recto::discourse
