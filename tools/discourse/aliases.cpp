#include "tools/discourse/aliases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "tools/discourse/name_form.h"

namespace recto::discourse {
namespace {

constexpr WordId kLongestBracket = 24;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

bool is_quote(std::string_view word) {
  constexpr std::array<std::string_view, 7> kQuotes{"\"", "“", "”", "'", "‘", "''", "``"};
  return is_one_of(kQuotes, word);
}

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  return is_one_of(kMonths, word);
}

/// What announces another name.
struct Marker {
  WordId end = 0;  ///< the first word behind it
  StatedAlias::Sort sort = StatedAlias::Sort::Other;
  bool sure = true;       ///< a participle says it; else the name must end the phrase
  bool reversed = false;  ///< "short for": the full name follows
};

class Reader {
 public:
  Reader(const AnalysedArticle& article, SentenceId sentence, const NameWords& words)
      : article_(article), sentence_(sentence), words_(words), tokens_(article.tokens(sentence)) {}

  std::vector<StatedAlias> read() {
    for (const language::Name& name : article_.analysis(sentence_).names) {
      if (name.begin >= name.end || name.end > tokens_.size()) continue;
      const Place place{sentence_, name.begin, name.end};
      if (is(name.end, "(") || is(name.end, "["))
        read_bracket(place);
      else
        read_behind(place);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const std::string& folded(WordId word) const {
    return article_.folded(sentence_, word);
  }
  [[nodiscard]] bool is(WordId word, std::string_view text) const { return folded(word) == text; }

  /// The bracket's contents tell, or are, the other name.
  void read_bracket(const Place& name) {
    const WordId begin = name.end + 1;
    WordId end = begin;
    while (end < tokens_.size() && end < begin + kLongestBracket && !is(end, ")") && !is(end, "]"))
      ++end;
    if (end == begin || end >= tokens_.size() || !(is(end, ")") || is(end, "]"))) return;
    if (const auto marker = marker_at(begin)) {
      add(name, *marker, end);
      return;
    }
    const Place inner = without_quotes({sentence_, begin, end});
    if (read_acronym(name, inner) || inner.begin == begin) return;
    if (const auto quoted = name_at(inner.begin, inner.end); quoted && quoted->end == inner.end)
      found_.push_back({name, *quoted, StatedAlias::Sort::Other});
  }

  /// "World Health Organization (WHO)", "WHO (World Health Organization)".
  bool read_acronym(const Place& name, const Place& inner) {
    const std::string_view inside = article_.text(inner);
    const std::string_view outside = article_.text(name);
    const Place first{sentence_, inner.begin, std::min(inner.end, end_of_phrase(inner.begin))};
    const bool fits =
        looks_like_acronym(inside) && is_acronym_of(inside, read_name(outside, false, words_));
    const bool turned = !fits && looks_like_acronym(outside) &&
                        is_acronym_of(outside, read_name(article_.text(first), false, words_));
    if (fits) found_.push_back({name, inner, StatedAlias::Sort::Acronym});
    if (turned) found_.push_back({first, name, StatedAlias::Sort::Acronym});
    return fits || turned;
  }

  /// "X, also known as Y", "X is known as Y", "X was born Y", "X stands for Y".
  void read_behind(const Place& name) {
    if (is(name.end, "stands") && is(name.end + 1, "for")) {
      const Place rest{sentence_, name.end + 2, end_of_phrase(name.end + 2)};
      if (rest.begin < rest.end) read_acronym(name, rest);
      return;
    }
    constexpr std::array<std::string_view, 4> kBe{"is", "was", "are", "were"};
    const bool copula = is_one_of(kBe, folded(name.end));
    if (copula ? !is_subject(name) : hangs_on_noun(name)) return;
    const WordId begin = copula || is(name.end, ",") ? name.end + 1 : name.end;
    if (const auto marker = marker_at(begin))
      add(name, *marker, static_cast<WordId>(tokens_.size()));
  }

  [[nodiscard]] bool is_subject(const Place& name) const {
    return tokens_[head_of(article_, name)].relation.starts_with("nsubj");
  }

  /// "the mayor of X, also known as": the mayor is.
  [[nodiscard]] bool hangs_on_noun(const Place& name) const {
    const WordId before = name.begin > 0 && is(name.begin - 1, "the") ? name.begin - 1 : name.begin;
    return before > 1 && tokens_[before - 1].tag.upos == "ADP" &&
           tokens_[before - 2].tag.upos == "NOUN";
  }

  [[nodiscard]] WordId end_of_phrase(WordId at) const {
    const auto end = std::min<std::size_t>(tokens_.size(), std::size_t{at} + kLongestBracket);
    while (at < end && !is(at, ",") && !is(at, ".") && !is(at, ";") && !is(at, "("))
      ++at;
    return at;
  }

  void add(const Place& name, const Marker& marker, WordId limit) {
    const auto other = name_at(marker.end, limit);
    if (!other) return;
    const bool ends = other->end >= limit || tokens_[other->end].tag.upos == "PUNCT";
    if (!marker.sure && !ends) return;
    if (marker.sort == StatedAlias::Sort::Born && !is_name_at_birth(*other)) return;
    if (marker.reversed)
      found_.push_back({*other, name, marker.sort});
    else
      found_.push_back({name, *other, marker.sort});
  }

  /// Not "born July 19, 1982", "born Paris 1820"; a surname alone ("née Buckley") is others' too.
  [[nodiscard]] bool is_name_at_birth(const Place& name) const {
    const bool dated = name.end < tokens_.size() && tokens_[name.end].tag.upos == "NUM";
    return !dated && !is_month(folded(name.begin)) && name.end > name.begin + 1;
  }

  [[nodiscard]] std::optional<Marker> marker_at(WordId at) const {
    constexpr std::array<std::string_view, 14> kAdverbs{
        "also",  "formerly",  "previously", "commonly", "better",     "originally", "sometimes",
        "often", "popularly", "later",      "locally",  "officially", "informally", "then"};
    constexpr std::array<std::string_view, 4> kAlone{"formerly", "previously", "originally",
                                                     "also"};
    if (is(at, "born") || is(at, "née") || is(at, "nee"))
      return Marker{at + 1, StatedAlias::Sort::Born, true, false};
    if (is(at, "short") && is(at + 1, "for"))
      return Marker{at + 2, StatedAlias::Sort::Acronym, true, true};
    WordId next = at;
    while (next < at + 3 && is_one_of(kAdverbs, folded(next)))
      ++next;
    if (const WordId end = behind_participle(next); end > next)
      return Marker{end, StatedAlias::Sort::Other, true, false};
    if (next > at && is_one_of(kAlone, folded(at)))
      return Marker{next, StatedAlias::Sort::Other, false, false};
    return std::nullopt;
  }

  [[nodiscard]] WordId behind_participle(WordId at) const {
    constexpr std::array<std::string_view, 6> kCalled{"called",    "named",       "dubbed",
                                                      "nicknamed", "abbreviated", "renamed"};
    if ((is(at, "known") || is(at, "abbreviated") || is(at, "rebranded")) && is(at + 1, "as"))
      return at + 2;
    if (is(at, "known") && is(at + 1, "simply") && is(at + 2, "as")) return at + 3;
    if (is(at, "referred") && is(at + 1, "to") && is(at + 2, "as")) return at + 3;
    return is_one_of(kCalled, folded(at)) ? at + 1 : at;
  }

  [[nodiscard]] Place without_quotes(Place place) const {
    while (place.begin + 1 < place.end && (is_quote(folded(place.begin)) || is(place.begin, "the")))
      ++place.begin;
    while (place.end > place.begin + 1 && is_quote(folded(place.end - 1)))
      --place.end;
    return place;
  }

  /// The name that begins at a word, "the" and quotes before it aside: one of the sentence's, or a
  /// run of proper nouns.
  [[nodiscard]] std::optional<Place> name_at(WordId at, WordId limit) const {
    while (at < limit && (is_quote(folded(at)) || is(at, "the")))
      ++at;
    const std::vector<language::Name>& names = article_.analysis(sentence_).names;
    const auto found = std::ranges::lower_bound(names, at, {}, &language::Name::begin);
    if (found != names.end() && found->begin == at && found->end > at && found->end <= limit)
      return Place{sentence_, at, found->end};
    WordId end = at;
    while (end < limit && tokens_[end].tag.upos == "PROPN")
      ++end;
    if (end == at) return std::nullopt;
    return Place{sentence_, at, end};
  }

  const AnalysedArticle& article_;
  SentenceId sentence_;
  const NameWords& words_;
  const std::vector<language::Token>& tokens_;
  std::vector<StatedAlias> found_;
};

}  // namespace

std::vector<StatedAlias> stated_aliases(const AnalysedArticle& article, SentenceId sentence,
                                        const NameWords& words) {
  return Reader(article, sentence, words).read();
}

}  // namespace recto::discourse
