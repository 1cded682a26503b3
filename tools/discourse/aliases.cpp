#include "tools/discourse/aliases.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "tools/patterns/abbreviations.h"
#include "tools/patterns/aliases.h"

namespace recto::discourse {
namespace {

using patterns::Sentence;
using patterns::Words;

bool is_month(const Sentence& sentence, WordId word) {
  return sentence.is_one_of(word, {"january", "february", "march", "april", "may", "june", "july",
                                   "august", "september", "october", "november", "december"});
}

/// Words that state a name, between a name and the other one.
struct Statement {
  WordId end = 0;  ///< behind them
  bool born = false;
};

/// What the recognisers beside the tree leave to the whole article: names in quotes, at birth, and
/// those that a sentence of their own states.
class Finder {
 public:
  Finder(const Sentence& sentence, SentenceId id) : sentence_(sentence), id_(id) {}

  std::vector<StatedAlias> find() {
    for (const language::Name& name : sentence_.analysed().names) {
      if (name.begin >= name.end || name.end > sentence_.size()) continue;
      const auto statement = statement_behind({name.begin, name.end});
      const auto other = statement ? name_at(statement->end) : std::nullopt;
      if (other && (!statement->born || is_name_at_birth(*other)))
        found_.push_back({{id_, name.begin, name.end}, {id_, other->begin, other->end}});
    }
    return std::move(found_);
  }

 private:
  /// "(born", "(“", "was born", "is also known as".
  [[nodiscard]] std::optional<Statement> statement_behind(Words name) const {
    WordId at = name.end;
    if (sentence_.is(at, "(")) {
      if (sentence_.is(at + 1, "born")) return Statement{at + 2, true};
      const bool quoted = is_quote(at + 1) || (sentence_.is(at + 1, "the") && is_quote(at + 2));
      return quoted ? std::optional(Statement{at + 1, false}) : std::nullopt;
    }
    if (!sentence_.is_one_of(at, {"is", "was", "are", "were"}) || !is_subject(name))
      return std::nullopt;
    if (sentence_.is(at + 1, "born")) return Statement{at + 2, true};
    ++at;
    while (sentence_.is_one_of(at, {"also", "formerly", "previously", "originally", "commonly",
                                    "often", "sometimes", "better", "then", "now", "later"}))
      ++at;
    if (sentence_.is_one_of(at, {"called", "named", "renamed", "nicknamed", "dubbed"}))
      return Statement{at + 1, false};
    const bool known = sentence_.is(at, "known") && sentence_.is(at + 1, "as");
    return known ? std::optional(Statement{at + 2, false}) : std::nullopt;
  }

  [[nodiscard]] bool is_quote(WordId at) const {
    return sentence_.is_one_of(at, {"\"", "“", "”", "``", "''"});
  }

  /// Of a verb or noun behind it, not "the mayor of X is …".
  [[nodiscard]] bool is_subject(Words name) const {
    for (WordId word = name.begin; word < name.end; ++word)
      if (sentence_.relation(word) == "nsubj" && !(name.holds(sentence_.head(word)))) return true;
    return false;
  }

  /// Not "born July 19, 1982", "born Paris 1820"; a surname alone ("Buckley") is others' too.
  [[nodiscard]] bool is_name_at_birth(Words name) const {
    return sentence_.upos(name.end) != "NUM" && !is_month(sentence_, name.begin) &&
           name.end > name.begin + 1;
  }

  /// The name that begins at a word, "the" and quotes before it aside: one of the analysis', or a
  /// run of proper nouns.
  [[nodiscard]] std::optional<Words> name_at(WordId at) const {
    while (is_quote(at) || sentence_.is(at, "the"))
      ++at;
    const std::vector<language::Name>& names = sentence_.analysed().names;
    const auto found = std::ranges::lower_bound(names, at, {}, &language::Name::begin);
    if (found != names.end() && found->begin == at && found->end > at &&
        found->end <= sentence_.size())
      return Words{at, found->end};
    WordId end = at;
    while (sentence_.upos(end) == "PROPN")
      ++end;
    return end > at ? std::optional(Words{at, end}) : std::nullopt;
  }

  const Sentence& sentence_;
  SentenceId id_;
  std::vector<StatedAlias> found_;
};

}  // namespace

std::vector<StatedAlias> stated_aliases(const AnalysedArticle& article, SentenceId id,
                                        const Lexicon& lexicon) {
  std::vector<StatedAlias> found;
  const std::string_view text = article.text(id);
  if (!std::ranges::all_of(article.tokens(id), [&](const language::Token& token) {
        return token.span.begin <= token.span.end && token.span.end <= text.size();
      }))
    return found;  // recognisers walk over real words only
  const Sentence sentence(text, article.analysis(id));
  const auto add = [&](Words full, Words other) {
    if (!full.empty() && !other.empty())
      found.push_back({{id, full.begin, full.end}, {id, other.begin, other.end}});
  };
  for (const patterns::Abbreviation& one : find_abbreviations(sentence))
    add(one.full, one.brief);
  for (const patterns::Alias& one : find_aliases(sentence, lexicon)) {
    const bool maiden = one.other.begin > 0 &&
                        sentence.is_one_of(one.other.begin - 1, {"née", "né", "nee"}) &&
                        one.other.end == one.other.begin + 1;
    if (!maiden) add(one.name, one.other);
  }
  const std::vector<StatedAlias> more = Finder(sentence, id).find();
  found.insert(found.end(), more.begin(), more.end());
  return found;
}

}  // namespace recto::discourse
