#include "tools/discourse/evidence.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "content/words/countries.h"
#include "tools/discourse/odds.h"

namespace recto::discourse {
namespace {

using language::kNoWord;
using language::Token;

// Quarters of a bit, set by hand: how much likelier a kind becomes. What only one kind has
// (Inc., Dr) weighs most, what WordNet happens to know of a name least.
constexpr std::int64_t kSure = 24;
constexpr std::int64_t kStrong = 20;
constexpr std::int64_t kGood = 16;
constexpr std::int64_t kWeak = 3;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

constexpr std::array<std::string_view, 4> kBe{"is", "was", "are", "were"};

std::optional<NameKind> listed(const NameWords& lists, const std::string& noun) {
  if (lists.organisation.contains(noun)) return NameKind::Organisation;
  if (lists.place.contains(noun)) return NameKind::Place;
  if (lists.event.contains(noun)) return NameKind::Event;
  return lists.work.contains(noun) ? std::optional(NameKind::Work) : std::nullopt;
}

/// "Harvard University", "University of Utah", "River Thames", "Royal Academy of Arts".
std::optional<NameKind> kind_by_trigger(const std::vector<std::string>& words,
                                        const NameWords& lists) {
  const auto of = std::ranges::find_if(
      words, [](const std::string& word) { return word == "of" || word == "for"; });
  if (words.size() < 2 || of == words.begin()) return std::nullopt;
  if (const auto kind = listed(lists, *std::prev(of))) return kind;
  constexpr std::array<std::string_view, 3> kBeforeNames{"cape", "fort", "port"};
  const bool leads =
      lists.features.contains(words.front()) || is_one_of(kBeforeNames, words.front());
  return leads ? std::optional(NameKind::Place) : std::nullopt;
}

class Reader {
 public:
  Reader(const AnalysedArticle& article, const Place& place, Nouns& nouns)
      : article_(article),
        tokens_(article.tokens(place.sentence)),
        place_(place),
        nouns_(nouns),
        head_(head_of(article, place)) {}

  Evidence read() {
    if (tokens_[head_].tag.xpos == "NNPS") found_.plural += 1;
    read_before();
    read_behind();
    read_clause();
    return std::move(found_);
  }

 private:
  [[nodiscard]] const std::string& folded(WordId word) const {
    return article_.folded(place_.sentence, word);
  }
  [[nodiscard]] bool is(WordId word, std::string_view text) const { return folded(word) == text; }
  [[nodiscard]] std::string_view upos(WordId word) const {
    return word < tokens_.size() ? tokens_[word].tag.upos : std::string_view();
  }

  void vote(NameKind kind, std::int64_t quarters) { found_.kinds.add(kind, quarters); }

  /// "the mathematician X", "the city of X", "in X".
  void read_before() {
    if (place_.begin == 0) return;
    const WordId last = place_.begin - 1;
    if (upos(last) == "NOUN" && tokens_[last].tag.xpos == "NN") {
      read_class_before(last, kGood);
    } else if (is(last, "of") && last > 0 && upos(last - 1) == "NOUN") {
      const auto kind = nouns_.kind(folded(last - 1));
      if (kind == NameKind::Place) read_class_before(last - 1, kGood);
    } else if (is(last, "in") || is(last, "near")) {
      vote(NameKind::Place, kWeak);
    }
  }

  void read_class_before(WordId noun, std::int64_t quarters) {
    const auto kind = nouns_.kind(folded(noun));
    if (!kind) return;
    vote(*kind, quarters);
    take_noun(noun, *kind);
  }

  /// The noun that says what the name is; its gender with it.
  void take_noun(WordId noun, NameKind kind) {
    if (!found_.noun) {
      found_.noun = nouns_.singular(folded(noun));
      found_.noun_at = noun;
    }
    if (kind == NameKind::Person && found_.gender == Gender::Unknown)
      found_.gender = nouns_.gender(nouns_.singular(folded(noun)));
  }

  /// "X, a Swiss mathematician", "X, president of …", "X (company)", "X is a …".
  void read_behind() {
    const WordId next = place_.end;
    if (is(next, ",")) {
      read_apposition(next + 1);
    } else if (is_one_of(kBe, folded(next)) && (upos(next + 1) == "DET" || is(next + 1, "one"))) {
      const WordId noun = noun_of_group(next + 1);
      if (noun != kNoWord) read_predicate(noun);
    }
  }

  void read_apposition(WordId first) {
    const bool indefinite = is(first, "a") || is(first, "an");
    const WordId noun = noun_of_group(first);
    if (noun == kNoWord) return;
    const auto kind = nouns_.kind(nouns_.singular(folded(noun)));
    const bool determined = indefinite || is(first, "the");
    if (!kind || (!determined && kind != NameKind::Person)) return;
    const bool joined = is(noun + 1, "and") || is(noun + 1, "or");
    const std::string_view after = upos(noun + 2);
    if (joined && (after == "DET" || after == "PRON" || after == "PROPN")) return;  // a list
    if (tokens_[noun].tag.xpos != "NN") return;
    vote(*kind, determined ? kStrong : kGood);
    take_noun(noun, *kind);
  }

  /// The noun at the end of the noun group that begins at a word; of "one of the largest cities"
  /// the last. None where a preposition, verb or name ends the group.
  [[nodiscard]] WordId noun_of_group(WordId first) {
    constexpr WordId kLongest = 12;
    WordId at = first;
    if (is(at, "one") && is(at + 1, "of")) at += 2;
    WordId last = kNoWord;
    const auto end = std::min<std::size_t>(tokens_.size(), std::size_t{at} + kLongest);
    for (; at < end; ++at) {
      const std::string_view tag = upos(at);
      const bool inside = tag == "ADJ" || tag == "NOUN" || tag == "NUM" || tag == "DET" ||
                          tag == "ADV" || tag == "PROPN" || is(at, "-") || is(at, "'s") ||
                          tokens_[at].tag.xpos == "VBN" || tokens_[at].tag.xpos == "VBG";
      if (!inside) break;
      last = at;
    }
    if (last == kNoWord || upos(last) != "NOUN" || is_vague(last)) return kNoWord;
    return last;
  }

  /// "a kind of", "a member of", "the top of": the next noun is the one, or none.
  [[nodiscard]] bool is_vague(WordId noun) {
    constexpr std::array<std::string_view, 12> kVague{"kind", "type",   "sort",  "form",
                                                      "part", "member", "group", "series",
                                                      "set",  "number", "name",  "lot"};
    if (!is(noun + 1, "of")) return false;
    const std::string& singular = nouns_.singular(folded(noun));
    const bool person = nouns_.kind(singular) == NameKind::Person;
    return is_one_of(kVague, folded(noun)) || (!person && !listed(nouns_.words(), singular));
  }

  void read_predicate(WordId noun) {
    const std::string& singular = nouns_.singular(folded(noun));
    const auto kind = nouns_.kind(singular);
    if (!kind) return;
    vote(*kind, kStrong);
    take_noun(noun, *kind);
  }

  /// The name as a subject: of a copula with a noun, of verbs that only people do, of "were".
  void read_clause() {
    const Token& head = tokens_[head_];
    if (!head.relation.starts_with("nsubj") || head.head >= tokens_.size()) return;
    const WordId verb = head.head;
    bool copula = false;
    bool negated = false;
    constexpr WordId kReach = 30;
    const WordId begin = verb > kReach ? verb - kReach : 0;
    const auto end = static_cast<WordId>(std::min<std::size_t>(tokens_.size(), verb + kReach));
    for (WordId word = begin; word < end; ++word) {
      if (tokens_[word].head != verb) continue;
      negated = negated || is(word, "not") || is(word, "n't") || is(word, "never");
      const bool cop = tokens_[word].relation == "cop";
      copula = copula || cop;
      if (cop || tokens_[word].relation.starts_with("aux")) count_number(word);
    }
    count_number(verb);
    constexpr std::array<std::string_view, 8> kOfPeople{
        "born", "married", "died", "graduated", "published", "studied", "argued", "wrote"};
    if (is_one_of(kOfPeople, folded(verb)))
      vote(NameKind::Person, is(verb, "born") ? kStrong : kWeak);
    const bool counted = verb > place_.end && upos(verb) == "NOUN" && !is_vague(verb);
    if (copula && !negated && counted && !found_.noun) read_predicate(verb);
  }

  void count_number(WordId verb) {
    if (is(verb, "were") || is(verb, "are")) found_.plural += 2;
    const bool singular = is(verb, "was") || is(verb, "is") || tokens_[verb].tag.xpos == "VBZ";
    if (singular) found_.plural -= 2;
  }

  const AnalysedArticle& article_;
  const std::vector<Token>& tokens_;
  const Place& place_;
  Nouns& nouns_;
  WordId head_;
  Evidence found_;
};

}  // namespace

std::pair<NameKind, language::Chance> KindVotes::verdict() const {
  auto best = static_cast<std::size_t>(NameKind::Other);
  for (std::size_t kind = 0; kind < kNameKinds; ++kind)
    if (votes.at(kind) > std::max<std::int64_t>(votes.at(best), 0)) best = kind;
  double all = 0;
  for (const std::int64_t vote : votes)
    all += odds_of((vote - votes.at(best)) * kBit / 4);
  return {static_cast<NameKind>(best), static_cast<language::Chance>(1.0 / all)};
}

KindVotes votes_of_form(const NameForm& form, Nouns& nouns) {
  KindVotes found;
  const NameWords& lists = nouns.words();
  const std::vector<std::string>& words = form.words;
  if (form.legal_form) found.add(NameKind::Organisation, kSure);
  if (form.title) found.add(NameKind::Person, kStrong);
  if (const auto kind = kind_by_trigger(words, lists)) {
    found.add(*kind, kStrong);
    return found;
  }
  const bool given =
      lists.he_given.contains(words.front()) || lists.she_given.contains(words.front());
  if (given) found.add(NameKind::Person, words.size() > 1 ? kGood : kWeak);
  const std::string key = form.key();
  if (find_country(nouns.lexicon(), key))
    found.add(NameKind::Place, kStrong);
  else if (const auto kind = nouns.known_name(key))
    found.add(*kind, kGood);
  return found;
}

Evidence evidence_of(const AnalysedArticle& article, const Place& place, Nouns& nouns) {
  return Reader(article, place, nouns).read();
}

}  // namespace recto::discourse
