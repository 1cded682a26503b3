// The distinct forms of an article's names, and which of them mean the same.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tools/discourse/article.h"
#include "tools/discourse/evidence.h"
#include "tools/discourse/name_form.h"

namespace recto::discourse {

using FormId = std::uint32_t;

/// A form of a name with what all its occurrences say.
struct NameEntry {
  NameForm form;     ///< as first given, of several the first without title and legal form
  KindVotes own;     ///< of the occurrences' own kinds, by their chance
  KindVotes around;  ///< of the words around them
  KindVotes inside;  ///< of the form itself
  std::map<std::string, int> nouns;  ///< what it is said to be, with how often
  int he = 0;
  int she = 0;
  int plural = 0;
  bool by_alias = false;  ///< stated as another name, abbreviation or name at birth
  std::vector<Place> mentions;
  std::vector<Place> descriptions;  ///< nouns that are said of it

  [[nodiscard]] std::pair<NameKind, language::Chance> verdict() const;
};

/// All votes of one or several forms together: own kinds count as at most three independent
/// occurrences, words around with at most ten bits.
[[nodiscard]] KindVotes together(const KindVotes& own, std::size_t occurrences,
                                 const KindVotes& around, const KindVotes& inside);

class NameTable {
 public:
  explicit NameTable(Nouns& nouns) : nouns_(nouns) {}

  /// Counts an occurrence: its form.
  FormId add(const AnalysedArticle& article, const Place& place, const language::Name& name);

  /// The form that a text has, without an occurrence.
  FormId add_form(std::string_view text);

  /// From here on both mean the same.
  void unite(FormId a, FormId b);

  /// The form that stands for all that mean the same: the first of them.
  [[nodiscard]] FormId root(FormId form) const;

  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  [[nodiscard]] const NameEntry& operator[](FormId form) const { return entries_[form]; }
  [[nodiscard]] NameEntry& entry(FormId form) { return entries_[form]; }
  [[nodiscard]] Nouns& nouns() const { return nouns_; }

 private:
  FormId find_or_add(NameForm form);

  Nouns& nouns_;
  std::vector<NameEntry> entries_;
  mutable std::vector<FormId> parents_;
  std::unordered_map<std::string, FormId> by_key_;
};

/// Unites what means the same, but for what the text states: equal countries, names without their
/// generic noun, acronyms, people's short names.
void link_names(NameTable& table, std::string_view title);

}  // namespace recto::discourse
