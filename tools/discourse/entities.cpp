#include "tools/discourse/entities.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "tools/discourse/aliases.h"
#include "tools/discourse/name_table.h"

namespace recto::discourse {
namespace {

constexpr FormId kNoForm = static_cast<FormId>(-1);

/// The form of each sentence's names.
std::vector<std::vector<FormId>> read_names(const AnalysedArticle& article, NameTable& table) {
  std::vector<std::vector<FormId>> forms(article.size());
  for (SentenceId id = 0; id < article.size(); ++id) {
    const language::AnalysedSentence& sentence = article.analysis(id);
    for (const language::Name& name : sentence.names) {
      const bool there = name.begin < name.end && name.end <= sentence.tokens.size();
      const Place place{id, name.begin, name.end};
      const bool readable = there && !article.text(place).empty();
      forms[id].push_back(readable ? table.add(article, place, name) : kNoForm);
    }
  }
  return forms;
}

void read_aliases(const AnalysedArticle& article, NameTable& table) {
  for (SentenceId id = 0; id < article.size(); ++id) {
    if (article.analysis(id).names.empty()) continue;
    for (const StatedAlias& alias : stated_aliases(article, id, table.nouns().lexicon())) {
      const FormId full = table.add_form(article.text(alias.full));
      const FormId other = table.add_form(article.text(alias.other));
      if (full == other) continue;
      table.entry(other).by_alias = true;
      table.unite(full, other);
    }
  }
}

/// Forms that mean the same, as one entity.
class Maker {
 public:
  Maker(const NameTable& table, std::vector<FormId> forms)
      : table_(table), forms_(std::move(forms)) {}

  Entity make() {
    std::ranges::stable_sort(forms_, [&](FormId a, FormId b) { return fuller(a, b); });
    Entity entity;
    for (const FormId form : forms_)
      entity.forms.push_back(table_[form].form.text);
    entity.name = entity.forms.front();
    std::tie(entity.kind, entity.kind_chance) = verdict();
    entity.noun = noun_of(entity.kind);
    entity.gender = entity.kind == NameKind::Person ? gender() : Gender::Unknown;
    int plural = 0;
    for (const FormId form : forms_) {
      plural += table_[form].plural;
      entity.mentions.insert(entity.mentions.end(), table_[form].mentions.begin(),
                             table_[form].mentions.end());
      entity.descriptions.insert(entity.descriptions.end(), table_[form].descriptions.begin(),
                                 table_[form].descriptions.end());
    }
    entity.plural = plural > 0;
    std::ranges::sort(entity.mentions, before);
    std::ranges::sort(entity.descriptions, before);
    return entity;
  }

 private:
  /// Whether `a` is the better name for all.
  [[nodiscard]] bool fuller(FormId a, FormId b) const {
    const auto rank = [&](FormId form) {
      const NameEntry& entry = table_[form];
      return std::pair(!entry.by_alias && !entry.mentions.empty(), entry.form.words.size());
    };
    return rank(a) > rank(b);
  }

  [[nodiscard]] std::pair<NameKind, language::Chance> verdict() const {
    KindVotes own;
    KindVotes around;
    KindVotes inside;
    std::size_t occurrences = 0;
    for (const FormId form : forms_) {
      const NameEntry& entry = table_[form];
      occurrences += entry.mentions.size();
      for (std::size_t kind = 0; kind < kNameKinds; ++kind) {
        own.votes.at(kind) += entry.own.votes.at(kind);
        around.votes.at(kind) += entry.around.votes.at(kind);
        inside.votes.at(kind) = std::max(inside.votes.at(kind), entry.inside.votes.at(kind));
      }
    }
    return together(own, occurrences, around, inside).verdict();
  }

  /// What it is most often said to be; else the noun in its name.
  [[nodiscard]] std::string noun_of(NameKind kind) const {
    std::map<std::string, int> nouns;
    for (const FormId form : forms_)
      for (const auto& [noun, count] : table_[form].nouns)
        if (table_.nouns().kind(noun) == kind) nouns[noun] += count;
    const auto best =
        std::ranges::max_element(nouns, {}, [](const auto& entry) { return entry.second; });
    if (best != nouns.end()) return best->first;
    for (const FormId form : forms_) {
      const std::vector<std::string>& words = table_[form].form.words;
      if (words.size() < 2 || kind == NameKind::Person || kind == NameKind::Other) continue;
      const std::string& noun =
          words[1] == "of" || words[1] == "for" ? words.front() : words.back();
      if (table_.nouns().kind(noun) == kind) return noun;
      if (table_.nouns().kind(words.front()) == kind) return words.front();
    }
    return {};
  }

  [[nodiscard]] Gender gender() const {
    int he = 0;
    int she = 0;
    for (const FormId form : forms_) {
      he += table_[form].he;
      she += table_[form].she;
      if (table_[form].form.gender == Gender::He) ++he;
      if (table_[form].form.gender == Gender::She) ++she;
    }
    if (he > 0 && she == 0) return Gender::He;
    if (she > 0 && he == 0) return Gender::She;
    const NameWords& lists = table_.nouns().words();
    for (const FormId form : forms_) {
      const std::string& first = table_[form].form.words.front();
      if (lists.he_given.contains(first)) return Gender::He;
      if (lists.she_given.contains(first)) return Gender::She;
    }
    return Gender::Unknown;
  }

  const NameTable& table_;
  std::vector<FormId> forms_;
};

}  // namespace

Entities find_entities(const AnalysedArticle& article, std::string_view title, Nouns& nouns) {
  NameTable table(nouns);
  const std::vector<std::vector<FormId>> forms = read_names(article, table);
  read_aliases(article, table);
  link_names(table, title);

  std::vector<std::vector<FormId>> members(table.size());
  for (FormId form = 0; form < table.size(); ++form)
    members[table.root(form)].push_back(form);
  Entities entities;
  std::vector<EntityId> ids(table.size(), kNoEntity);
  for (FormId root = 0; root < table.size(); ++root) {
    if (members[root].empty()) continue;
    Entity entity = Maker(table, members[root]).make();
    if (entity.mentions.empty()) continue;
    for (const FormId form : members[root])
      ids[form] = static_cast<EntityId>(entities.all.size());
    entities.all.push_back(std::move(entity));
  }
  for (const std::vector<FormId>& sentence : forms) {
    std::vector<EntityId>& found = entities.of_names.emplace_back();
    for (const FormId form : sentence)
      found.push_back(form == kNoForm ? kNoEntity : ids[form]);
  }
  return entities;
}

}  // namespace recto::discourse
