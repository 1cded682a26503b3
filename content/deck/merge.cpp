#include "content/deck/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "content/base/edit_distance.h"
#include "content/base/fold.h"

namespace recto {
namespace {

/// Wordings this alike are the same card, given the same answer. Of two sentences that state
/// different facts with the same answer, the likeness is mostly below 0.5.
constexpr double kAlike = 0.6;
/// More cards than this with one answer are told apart by their exact wording only.
constexpr std::size_t kLargestBucket = 64;
/// Steps of edit distance that one merge may cost, about two seconds; then only exact wording
/// pairs. A thousand cards, all of them reworded, take a tenth of it.
constexpr std::size_t kMostSteps = 1'000'000'000;
/// Words of evidence shorter than this may stand anywhere; they stay in the passage they were in.
constexpr std::size_t kTellingWords = 24;
/// Bytes that one merge may search for evidence that moved.
constexpr std::size_t kMostSearched = 2'000'000'000;

bool is_by_hand(const Card& card) {
  return card.edited || card.made_by.empty();
}

/// A deck with its passages at hand by id.
class Index {
 public:
  explicit Index(const Deck& deck) {
    for (const Passage& passage : deck.passages)
      by_id_.emplace(passage.id, &passage);
  }
  /// nullptr when there is none of that id.
  [[nodiscard]] const Passage* passage(const PassageId& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }
  /// What `evidence` points at; empty when it points at nothing.
  [[nodiscard]] std::string_view words(const Evidence& evidence) const {
    const Passage* its = passage(evidence.passage);
    if (its == nullptr || evidence.begin > evidence.end || evidence.end > its->text.size())
      return {};
    return std::string_view(its->text).substr(evidence.begin, evidence.end - evidence.begin);
  }

 private:
  std::unordered_map<PassageId, const Passage*> by_id_;
};

/// A card as the pairing sees it: everything folded once.
struct Look {
  std::size_t index = 0;
  CardKind kind{};
  std::string prompt;
  std::string answer;
  std::string sentence;
};

Look look_at(const Deck& deck, const Index& passages, std::size_t index) {
  const Card& card = deck.cards[index];
  std::string answer = card.answer;
  for (const std::string& one : card.answers)
    answer += "\n" + one;
  return {index, card.kind, fold_case(card.prompt), fold_case(answer),
          card.evidence ? fold_case(passages.words(*card.evidence)) : std::string()};
}

/// How alike two cards are. Counts its steps: a hostile pair of decks must not cost hours.
class Scale {
 public:
  /// 1 for the same wording, 0 for what is no pair.
  double pair_score(const Look& old, const Look& fresh) {
    if (old.kind != fresh.kind) return 0.0;
    if (old.prompt == fresh.prompt) return old.answer == fresh.answer ? 1.0 : 0.9;
    if (old.answer != fresh.answer) return 0.0;
    if (!old.sentence.empty() && old.sentence == fresh.sentence) return 0.95;
    const double best = std::max(
        alike(old.prompt, fresh.prompt),
        old.sentence.empty() || fresh.sentence.empty() ? 0.0 : alike(old.sentence, fresh.sentence));
    return best >= kAlike ? 0.9 * best : 0.0;
  }

 private:
  /// 0 when the lengths alone rule it out, or the steps are used up.
  double alike(std::string_view a, std::string_view b) {
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t shorter = std::min(a.size(), b.size());
    // A code point has 1 to 4 bytes, so only a fourfold difference of bytes rules for certain.
    if (static_cast<double>(4 * shorter) < kAlike * static_cast<double>(longer)) return 0.0;
    if (shorter > (kMostSteps - steps_) / std::max<std::size_t>(longer, 1)) return 0.0;
    steps_ += shorter * longer;
    return likeness(a, b);
  }

  std::size_t steps_ = 0;
};

/// For each card of the fresh deck the index of the old card that it goes on, or kNone.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
using Pairs = std::vector<std::size_t>;

class Pairing {
 public:
  Pairing(const Deck& old, const Index& old_passages, const Deck& fresh,
          const Index& fresh_passages)
      : old_(old),
        old_passages_(old_passages),
        fresh_(fresh),
        fresh_passages_(fresh_passages),
        of_fresh_(fresh.cards.size(), kNone) {
    pair_by_id();
    pair_by_likeness();
  }
  [[nodiscard]] const Pairs& pairs() const { return of_fresh_; }

 private:
  using Key = std::pair<CardKind, std::string>;
  using Score = std::tuple<double, std::size_t, std::size_t>;  ///< −score, fresh, old: best first

  void pair(std::size_t fresh, std::size_t old) {
    of_fresh_[fresh] = old;
    taken_.insert(old);
  }

  void pair_by_id() {
    std::map<CardId, std::size_t> by_id;
    for (std::size_t i = 0; i < old_.cards.size(); ++i)
      by_id.emplace(old_.cards[i].id, i);
    for (std::size_t i = 0; i < fresh_.cards.size(); ++i)
      if (const auto found = by_id.find(fresh_.cards[i].id); found != by_id.end())
        pair(i, found->second);
  }

  void pair_by_likeness() {
    std::map<Key, std::vector<Look>> by_prompt;
    std::map<Key, std::vector<Look>> by_answer;
    for (std::size_t i = 0; i < old_.cards.size(); ++i) {
      if (taken_.contains(i)) continue;
      const Look look = look_at(old_, old_passages_, i);
      by_prompt[{look.kind, look.prompt}].push_back(look);
      by_answer[{look.kind, look.answer}].push_back(look);
    }
    std::vector<Score> scores;
    for (std::size_t i = 0; i < fresh_.cards.size(); ++i) {
      if (of_fresh_[i] != kNone) continue;
      const Look look = look_at(fresh_, fresh_passages_, i);
      add_scores(look, by_prompt[{look.kind, look.prompt}], scores);
      add_scores(look, by_answer[{look.kind, look.answer}], scores);
    }
    std::ranges::sort(scores);
    for (const auto& [score, fresh, old] : scores)
      if (of_fresh_[fresh] == kNone && !taken_.contains(old)) pair(fresh, old);
  }

  void add_scores(const Look& fresh, const std::vector<Look>& bucket, std::vector<Score>& scores) {
    for (const Look& old : bucket) {
      if (bucket.size() > kLargestBucket && old.prompt != fresh.prompt) continue;
      const double score = scale_.pair_score(old, fresh);
      if (score > 0.0) scores.emplace_back(-score, fresh.index, old.index);
    }
  }

  const Deck& old_;
  const Index& old_passages_;
  const Deck& fresh_;
  const Index& fresh_passages_;
  Pairs of_fresh_;
  Scale scale_;
  std::set<std::size_t> taken_;
};

/// Whether a learner sees the same card. Where it stands in the article does not matter.
bool reads_alike(const Card& a, const Card& b) {
  return a.kind == b.kind && a.prompt == b.prompt && a.answer == b.answer &&
         a.answers == b.answers && a.accept == b.accept && a.distractors == b.distractors &&
         a.hint == b.hint && a.explanation == b.explanation;
}

class Merger {
 public:
  Merger(const Deck& old, const Deck& fresh)
      : old_(old),
        fresh_(fresh),
        old_passages_(old),
        fresh_passages_(fresh),
        dropped_(old.dropped.begin(), old.dropped.end()) {
    Deck& deck = merge_.deck;
    deck = fresh;
    deck.id = old.id;
    deck.grading = old.grading;
    deck.cards.clear();
    deck.dropped = old.dropped;
    std::set<CardId> told = dropped_;
    for (const CardId& id : fresh.dropped)
      if (told.insert(id).second) deck.dropped.push_back(id);
    deck.extras.insert(old.extras.begin(), old.extras.end());
    for (const Passage& passage : deck.passages)
      passage_ids_.insert(passage.id);
    for (const Passage& passage : fresh.passages)
      by_text_.emplace(passage.text, &passage);
  }

  Merge merge() && {
    const Pairs pairs = Pairing(old_, old_passages_, fresh_, fresh_passages_).pairs();
    map_facts(pairs);
    std::vector<MergedCard> dropped;
    for (std::size_t i = 0; i < fresh_.cards.size(); ++i) {
      if (pairs[i] != kNone)
        take_pair(old_.cards[pairs[i]], fresh_.cards[i]);
      else if (dropped_.contains(fresh_.cards[i].id))
        dropped.push_back({fresh_.cards[i].id, Fate::Dropped});
      else
        take_new(fresh_.cards[i]);
    }
    const std::set<std::size_t> paired(pairs.begin(), pairs.end());
    for (std::size_t i = 0; i < old_.cards.size(); ++i)
      if (!paired.contains(i)) take_old(old_.cards[i]);
    merge_.cards.insert(merge_.cards.end(), dropped.begin(), dropped.end());
    merge_.cards.insert(merge_.cards.end(), gone_.begin(), gone_.end());
    return std::move(merge_);
  }

 private:
  /// New variants of a fact that was there before share its memory.
  void map_facts(const Pairs& pairs) {
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (pairs[i] != kNone && !fresh_.cards[i].fact.empty())
        old_fact_.emplace(fresh_.cards[i].fact, old_.cards[pairs[i]].fact);
  }

  void take_pair(const Card& old, const Card& fresh) {
    if (is_by_hand(old)) return keep(old);
    Card card = fresh;
    card.id = old.id;
    card.fact = old.fact;
    add(card, reads_alike(old, fresh) ? Fate::Same : Fate::Changed);
  }

  void take_new(const Card& fresh) {
    Card card = fresh;
    if (const auto found = old_fact_.find(card.fact); found != old_fact_.end())
      card.fact = found->second;
    add(card, Fate::New);
  }

  void take_old(const Card& old) {
    if (is_by_hand(old))
      keep(old);
    else
      gone_.push_back({old.id, Fate::Gone});
  }

  void keep(const Card& old) {
    Card card = old;
    if (card.evidence) carry_evidence(*card.evidence);
    add(card, Fate::Kept);
  }

  void add(const Card& card, Fate fate) {
    merge_.deck.cards.push_back(card);
    merge_.cards.push_back({card.id, fate});
  }

  /// Points the evidence of an old card into the merged deck: into the same passage, into one that
  /// has the same words, else into the old passage, which is kept.
  void carry_evidence(Evidence& evidence) {
    const Passage* old = old_passages_.passage(evidence.passage);
    if (old == nullptr) return;
    const Passage* same = fresh_passages_.passage(evidence.passage);
    if (same != nullptr && same->text == old->text) return;
    if (const auto found = by_text_.find(old->text); found != by_text_.end()) {
      evidence.passage = found->second->id;
      return;
    }
    if (same != nullptr && point_into(evidence, *same)) return;
    if (old_passages_.words(evidence).size() >= kTellingWords)
      for (const Passage& passage : fresh_.passages)
        if (point_into(evidence, passage)) return;
    evidence.passage = keep_passage(*old);
  }

  /// Where the words of `evidence` stand in `passage`; false when they do not, or stand there
  /// twice.
  bool point_into(Evidence& evidence, const Passage& passage) {
    const std::string_view words = old_passages_.words(evidence);
    if (words.empty() || searched_ > kMostSearched) return false;
    searched_ += passage.text.size();
    const std::size_t at = passage.text.find(words);
    if (at == std::string::npos) return false;
    if (passage.text.find(words, at + 1) != std::string::npos) return false;
    evidence = {passage.id, at, at + words.size(), evidence.extras};
    return true;
  }

  /// Appends a passage of the old deck, once; under another id when the fresh deck took its own.
  PassageId keep_passage(const Passage& old) {
    if (const auto found = kept_.find(old.id); found != kept_.end()) return found->second;
    Passage passage = old;
    for (int number = 1; !passage_ids_.insert(passage.id).second; ++number)
      passage.id.text = old.id.text + "-old" + (number == 1 ? "" : std::to_string(number));
    merge_.deck.passages.push_back(passage);
    return kept_[old.id] = passage.id;
  }

  const Deck& old_;
  const Deck& fresh_;
  Index old_passages_;
  Index fresh_passages_;
  std::set<CardId> dropped_;
  std::unordered_map<std::string_view, const Passage*> by_text_;  ///< of the fresh deck
  std::size_t searched_ = 0;                                      ///< bytes, see kMostSearched
  Merge merge_;
  std::vector<MergedCard> gone_;
  std::map<FactId, FactId> old_fact_;
  std::set<PassageId> passage_ids_;
  std::map<PassageId, PassageId> kept_;
};

}  // namespace

Merge merge(const Deck& old, const Deck& fresh) {
  return Merger(old, fresh).merge();
}

std::size_t count(const Merge& merge, Fate fate) {
  return static_cast<std::size_t>(std::ranges::count(merge.cards, fate, &MergedCard::fate));
}

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::Same: return "same";
    case Fate::Changed: return "changed";
    case Fate::New: return "new";
    case Fate::Gone: return "gone";
    case Fate::Kept: return "kept";
    case Fate::Dropped: return "dropped";
  }
  return "same";
}

}  // namespace recto
