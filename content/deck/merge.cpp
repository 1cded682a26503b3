#include "content/deck/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
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

bool is_by_hand(const Card& card) {
  return card.edited || card.made_by.empty();
}

/// A card as the pairing sees it: everything folded once.
struct Look {
  std::size_t index = 0;
  CardKind kind{};
  std::string prompt;
  std::string answer;
  std::string sentence;
};

Look look_at(const Deck& deck, std::size_t index) {
  const Card& card = deck.cards[index];
  std::string answer = card.answer;
  for (const std::string& one : card.answers)
    answer += "\n" + one;
  return {index, card.kind, fold_case(card.prompt), fold_case(answer),
          card.evidence ? fold_case(evidence_text(deck, *card.evidence)) : std::string()};
}

/// 1 for the same wording, 0 for what is no pair.
double pair_score(const Look& old, const Look& fresh) {
  if (old.kind != fresh.kind) return 0.0;
  if (old.prompt == fresh.prompt) return old.answer == fresh.answer ? 1.0 : 0.9;
  if (old.answer != fresh.answer) return 0.0;
  if (!old.sentence.empty() && old.sentence == fresh.sentence) return 0.95;
  const double best =
      std::max(likeness(old.prompt, fresh.prompt), old.sentence.empty() || fresh.sentence.empty()
                                                       ? 0.0
                                                       : likeness(old.sentence, fresh.sentence));
  return best >= kAlike ? 0.9 * best : 0.0;
}

/// For each card of the fresh deck the index of the old card that it goes on, or kNone.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
using Pairs = std::vector<std::size_t>;

class Pairing {
 public:
  Pairing(const Deck& old, const Deck& fresh)
      : old_(old), fresh_(fresh), of_fresh_(fresh.cards.size(), kNone) {
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
      const Look look = look_at(old_, i);
      by_prompt[{look.kind, look.prompt}].push_back(look);
      by_answer[{look.kind, look.answer}].push_back(look);
    }
    std::vector<Score> scores;
    for (std::size_t i = 0; i < fresh_.cards.size(); ++i) {
      if (of_fresh_[i] != kNone) continue;
      const Look look = look_at(fresh_, i);
      add_scores(look, by_prompt[{look.kind, look.prompt}], scores);
      add_scores(look, by_answer[{look.kind, look.answer}], scores);
    }
    std::ranges::sort(scores);
    for (const auto& [score, fresh, old] : scores)
      if (of_fresh_[fresh] == kNone && !taken_.contains(old)) pair(fresh, old);
  }

  static void add_scores(const Look& fresh, const std::vector<Look>& bucket,
                         std::vector<Score>& scores) {
    for (const Look& old : bucket) {
      if (bucket.size() > kLargestBucket && old.prompt != fresh.prompt) continue;
      const double score = pair_score(old, fresh);
      if (score > 0.0) scores.emplace_back(-score, fresh.index, old.index);
    }
  }

  const Deck& old_;
  const Deck& fresh_;
  Pairs of_fresh_;
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
  Merger(const Deck& old, const Deck& fresh) : old_(old), fresh_(fresh) {
    Deck& deck = merge_.deck;
    deck = fresh;
    deck.id = old.id;
    deck.grading = old.grading;
    deck.cards.clear();
    deck.dropped = old.dropped;
    for (const CardId& id : fresh.dropped)
      if (std::ranges::find(deck.dropped, id) == deck.dropped.end()) deck.dropped.push_back(id);
    deck.extras.insert(old.extras.begin(), old.extras.end());
    for (const Passage& passage : deck.passages)
      passage_ids_.insert(passage.id);
  }

  Merge merge() && {
    const Pairs pairs = Pairing(old_, fresh_).pairs();
    map_facts(pairs);
    std::vector<MergedCard> dropped;
    for (std::size_t i = 0; i < fresh_.cards.size(); ++i) {
      if (pairs[i] != kNone)
        take_pair(old_.cards[pairs[i]], fresh_.cards[i]);
      else if (is_dropped(fresh_.cards[i].id))
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
  [[nodiscard]] bool is_dropped(const CardId& id) const {
    return std::ranges::find(old_.dropped, id) != old_.dropped.end();
  }

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
    const Passage* old = find_passage(old_, evidence.passage);
    if (old == nullptr) return;
    const Passage* same = find_passage(merge_.deck, evidence.passage);
    if (same != nullptr && same->text == old->text) return;
    const std::string words(evidence_text(old_, evidence));
    for (const Passage& passage : fresh_.passages) {
      const std::size_t at = passage.text == old->text ? evidence.begin : passage.text.find(words);
      if (at == std::string::npos) continue;
      evidence = {passage.id, at, at + words.size(), evidence.extras};
      return;
    }
    evidence.passage = keep_passage(*old);
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
