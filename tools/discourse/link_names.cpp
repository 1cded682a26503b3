// Which forms of names mean the same, beyond what the text states.
#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "content/base/fold.h"
#include "content/words/countries.h"
#include "content/words/people.h"
#include "tools/discourse/name_table.h"

namespace recto::discourse {
namespace {

constexpr language::Chance kClearly = 0.8F;

/// Forms under a key, in order; no more than can be told apart.
using Buckets = std::unordered_map<std::string, std::vector<FormId>>;

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i)
    text.append(text.empty() ? "" : " ").append(words[i]);
  return text;
}

/// "Catherine of Aragon" is a Catherine.
std::string_view without_place(std::string_view text) {
  const std::size_t of = text.find(" of ");
  return of == 0 ? text : text.substr(0, of);
}

std::size_t end_of_person(const std::vector<std::string>& words) {
  const auto of = std::find(words.begin() + 1, words.end(), "of");
  return static_cast<std::size_t>(of - words.begin());
}

class Linker {
 public:
  Linker(NameTable& table, std::string_view title)
      : table_(table), lists_(table.nouns().words()), title_(read_name(title, false, lists_)) {}

  void link() {
    link_countries();
    vote_for_firms();
    link_without_generic();
    link_acronyms();
    link_people();
  }

 private:
  [[nodiscard]] bool is_clearly(FormId form, NameKind kind) const {
    const auto [verdict, chance] = table_[form].verdict();
    return verdict == kind && chance >= kClearly;
  }

  [[nodiscard]] FormId size() const { return static_cast<FormId>(table_.size()); }

  /// "the U.S.", "United States".
  void link_countries() {
    std::unordered_map<std::string, FormId> by_code;
    for (FormId form = 0; form < size(); ++form) {
      if (table_[form].verdict().first != NameKind::Place) continue;
      const auto country = find_country(table_.nouns().lexicon(), table_[form].form.key());
      if (!country) continue;
      const auto [found, fresh] = by_code.try_emplace(std::string(country->code), form);
      if (!fresh) table_.unite(form, found->second);
    }
  }

  /// "Alibaba Group", "Harvard University", "Lake Titicaca" and the bare name.
  void link_without_generic() {
    std::unordered_map<std::string, FormId> by_key;
    for (FormId form = 0; form < size(); ++form)
      by_key.try_emplace(table_[form].form.key(), form);
    for (FormId form = 0; form < size(); ++form) {
      for (const auto& [bare, kind] : bare_names(form)) {
        const auto found = by_key.find(bare);
        if (found != by_key.end() && may_be_bare(found->second, kind))
          table_.unite(form, found->second);
      }
    }
  }

  [[nodiscard]] std::vector<std::pair<std::string, NameKind>> bare_names(FormId form) const {
    const NameForm& name = table_[form].form;
    const std::vector<std::string>& words = name.words;
    std::vector<std::pair<std::string, NameKind>> bare;
    if (words.size() < 2) return bare;
    std::size_t last = words.size();
    while (last > 1 && (lists_.generic.contains(words[last - 1]) ||
                        (name.legal_form && lists_.generic_legal.contains(words[last - 1])))) {
      --last;
      bare.emplace_back(joined(words, 0, last), NameKind::Organisation);
    }
    if (words.back() == "university")
      bare.emplace_back(joined(words, 0, words.size() - 1), NameKind::Organisation);
    if (lists_.features.contains(words.back()))
      bare.emplace_back(joined(words, 0, words.size() - 1), NameKind::Place);
    if (lists_.features.contains(words.front()) && words[1] != "of")
      bare.emplace_back(joined(words, 1, words.size()), NameKind::Place);
    return bare;
  }

  /// The bare name must not be known as something else: Oxford is a city, Mississippi a state.
  [[nodiscard]] bool may_be_bare(FormId form, NameKind kind) {
    const auto [verdict, chance] = table_[form].verdict();
    if (verdict != kind && verdict != NameKind::Other && chance >= kClearly) return false;
    const std::string key = table_[form].form.key();
    if (find_country(table_.nouns().lexicon(), key)) return false;
    std::size_t senses = 0;
    for (const Sense& sense : table_.nouns().lexicon().senses(key, PartOfSpeech::Noun))
      senses += sense.casing == Casing::Lower ? 0U : 1U;
    return kind == NameKind::Place ? senses <= 1 : senses == 0;
  }

  /// "NATO" where one name of several words has these initials.
  void link_acronyms() {
    constexpr std::size_t kShortest = 3;
    constexpr std::size_t kMost = 4;
    Buckets by_initials;
    for (FormId form = 0; form < size(); ++form) {
      const NameForm& name = table_[form].form;
      if (name.words.size() < 2 || name.initials.size() < kShortest) continue;
      std::vector<FormId>& bucket = by_initials[name.initials];
      if (bucket.size() < kMost) bucket.push_back(form);
    }
    for (FormId form = 0; form < size(); ++form) {
      const NameForm& name = table_[form].form;
      const std::string& word = name.words.front();
      if (name.words.size() != 1 || word.size() < kShortest || !looks_like_acronym(name.text))
        continue;
      const auto found = by_initials.find(word);
      if (found == by_initials.end()) continue;
      const std::set<FormId> roots = roots_of(found->second);
      const bool person = is_clearly(*roots.begin(), NameKind::Person);
      if (roots.size() == 1 && !person && !is_stated(form)) unite_alias(form, *roots.begin());
    }
  }

  /// An acronym that the text explains means nothing else.
  [[nodiscard]] bool is_stated(FormId form) const { return table_[form].by_alias; }

  void unite_alias(FormId alias, FormId form) {
    table_.entry(alias).by_alias = true;
    table_.unite(alias, form);
  }

  [[nodiscard]] std::set<FormId> roots_of(const std::vector<FormId>& forms) const {
    std::set<FormId> roots;
    for (const FormId form : forms)
      roots.insert(table_.root(form));
    return roots;
  }

  struct Person {
    FormId form = 0;
    PersonName name;
    Gender gender = Gender::Unknown;
  };

  /// Longest first, so that each shorter form meets all that it could be short for.
  void link_people() {
    for (const Person& person : people()) {
      std::set<std::string> keys;
      keys.insert(family_key(person));
      if (person.name.given.empty()) keys.insert(table_[person.form].form.words.front());
      std::vector<std::size_t> fitting;
      bool crowded = false;
      for (const std::string& key : keys)
        crowded = find_fitting(person, key, fitting) || crowded;
      if (const auto one = crowded ? std::nullopt : the_one(fitting))
        table_.unite(person.form, bearers_[*one].form);
      add_bearer(person);
    }
  }

  [[nodiscard]] std::vector<Person> people() const {
    std::vector<Person> all;
    for (FormId form = 0; form < size(); ++form) {
      const auto [kind, chance] = table_[form].verdict();
      const NameForm& name = table_[form].form;
      const bool short_name = name.words.size() == 1 && chance < kClearly;
      if (kind != NameKind::Person && kind != NameKind::Other && !short_name) continue;
      if (kind == NameKind::Other && name.words.size() > 1) continue;
      all.push_back({form, read_person(without_place(name.text)), gender_of(form)});
    }
    std::ranges::stable_sort(all, std::greater<>(), [&](const Person& person) {
      const NameForm& name = table_[person.form].form;
      return std::pair(name.words.size(), name.gender == Gender::Unknown);
    });
    return all;
  }

  /// "Alibaba Cloud" beside Alibaba Group is no person either.
  void vote_for_firms() {
    constexpr std::int64_t kSure = 24;  // quarters of a bit, as a legal form has
    std::set<std::string> firms;
    for (FormId form = 0; form < size(); ++form) {
      const NameForm& name = table_[form].form;
      if (name.words.size() > 1 && (name.legal_form || lists_.generic.contains(name.words.back())))
        firms.insert(name.words.front());
    }
    for (FormId form = 0; form < size(); ++form) {
      const NameForm& name = table_[form].form;
      if (name.words.size() > 1 && firms.contains(name.words.front()))
        table_.entry(form).inside.add(NameKind::Organisation, kSure);
    }
  }

  /// By title, nouns around, or the given name.
  [[nodiscard]] Gender gender_of(FormId form) const {
    const NameEntry& entry = table_[form];
    if (entry.form.gender != Gender::Unknown) return entry.form.gender;
    if (entry.he != entry.she) return entry.he > entry.she ? Gender::He : Gender::She;
    const std::string& first = entry.form.words.front();
    if (entry.form.words.size() > 1 && lists_.he_given.contains(first)) return Gender::He;
    if (entry.form.words.size() > 1 && lists_.she_given.contains(first)) return Gender::She;
    return Gender::Unknown;
  }

  [[nodiscard]] std::string family_key(const Person& person) const {
    const std::vector<std::string>& words = table_[person.form].form.words;
    std::size_t last = end_of_person(words) - 1;
    while (last > 0 && is_name_suffix(words[last]))
      --last;
    return words[last];
  }

  /// He and she; "Catherine of Aragon" and "Catherine of Braganza".
  [[nodiscard]] bool clash(const Person& a, const Person& b) const {
    if (a.gender != Gender::Unknown && b.gender != Gender::Unknown && a.gender != b.gender)
      return true;
    if (is_other_heir(a.form) != is_other_heir(b.form)) return true;
    const std::vector<std::string>& first = table_[a.form].form.words;
    const std::vector<std::string>& second = table_[b.form].form.words;
    return end_of_person(first) < first.size() && end_of_person(second) < second.size() &&
           first != second;
  }

  /// "Crown Prince Wilhelm", where the title is of a Prince Wilhelm: his father, or son.
  [[nodiscard]] bool is_other_heir(FormId form) const {
    const NameForm& name = table_[form].form;
    const auto in_title = [&](const std::string& word) {
      return std::ranges::find(title_.words, word) != title_.words.end();
    };
    return fold_case(name.text).starts_with("crown ") && in_title(name.words.back()) &&
           !in_title("crown");
  }

  /// Adds the bearers under the key that the person's name fits. Whether there are too many.
  bool find_fitting(const Person& person, const std::string& key,
                    std::vector<std::size_t>& fitting) const {
    constexpr std::size_t kMost = 8;
    const auto found = bearers_by_key_.find(key);
    if (found == bearers_by_key_.end()) return false;
    if (found->second.size() > kMost) return true;
    for (const std::size_t bearer : found->second) {
      const Person& other = bearers_[bearer];
      if (!clash(person, other) && fit(person.name, other.name) != NameFit::None)
        fitting.push_back(bearer);
    }
    return false;
  }

  /// The only one that fits; of several the one that the title names.
  [[nodiscard]] std::optional<std::size_t> the_one(const std::vector<std::size_t>& fitting) const {
    std::optional<std::size_t> one;
    std::set<FormId> roots;
    for (const std::size_t bearer : fitting)
      roots.insert(table_.root(bearers_[bearer].form));
    if (roots.size() == 1) return fitting.front();
    for (const std::size_t bearer : fitting)
      if (table_[bearers_[bearer].form].form.words == title_.words) one = bearer;
    return one;
  }

  void add_bearer(const Person& person) {
    const std::size_t bearer = bearers_.size();
    bearers_.push_back(person);
    bearers_by_key_[family_key(person)].push_back(bearer);
    if (person.name.given.empty()) return;
    const std::string& first = table_[person.form].form.words.front();
    bearers_by_key_[first].push_back(bearer);
    // "Armand" of "Joseph-Armand Bombardier"
    if (const std::size_t hyphen = first.find('-'); hyphen != std::string::npos && hyphen > 0)
      bearers_by_key_[first.substr(hyphen + 1)].push_back(bearer);
  }

  NameTable& table_;
  const NameWords& lists_;
  NameForm title_;
  std::vector<Person> bearers_;
  std::unordered_map<std::string, std::vector<std::size_t>> bearers_by_key_;
};

}  // namespace

void link_names(NameTable& table, std::string_view title) {
  Linker(table, title).link();
}

}  // namespace recto::discourse
