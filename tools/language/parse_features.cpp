#include <algorithm>

#include "tools/language/parser.h"

namespace recto::language {
namespace {

/// What a template may ask of a word; all 1 for one that is not there.
struct Seen {
  std::uint64_t word = 1;
  std::uint64_t tag = 1;
  std::uint64_t both = 1;
  std::uint64_t lexicon = 1;
  std::uint64_t relation = 1;
};

class Features {
 public:
  Features(std::span<const ParseWord> words, const ParseState& state,
           std::vector<std::uint64_t>& out)
      : words_(words), state_(state), out_(out) {}

  void add_all() {
    s0_id_ = state_.stack(0);
    n0_id_ = state_.buffer(0);
    s0_ = see(s0_id_);
    s1_ = see(state_.stack(1));
    s2_ = see(state_.stack(2));
    n0_ = see(n0_id_);
    n1_ = see(state_.buffer(1));
    n2_ = see(state_.buffer(2));
    n3_ = see(state_.buffer(3));
    head_id_ = head_of(s0_id_);
    head_ = see(head_id_);
    grand_ = see(head_of(head_id_));
    add_words();
    add_pairs();
    add_surroundings();
    add_children();
    add_attachment();
  }

 private:
  [[nodiscard]] Seen see(WordId id) const {
    Seen seen;
    if (id == kNoWord) return seen;
    if (id == state_.root()) return {2, 2, 2, 2, 2};
    const ParseWord& word = words_[id];
    seen.word = word.lower;
    seen.tag = word.tag + 16U;
    seen.both = mixed(word.lower, seen.tag);
    seen.lexicon = word.lexicon + 16U;
    seen.relation = state_.relation(id) + 16U;
    return seen;
  }

  [[nodiscard]] WordId head_of(WordId id) const {
    return id == kNoWord || id == state_.root() ? kNoWord : state_.head(id);
  }

  void add(std::uint64_t value) { out_.push_back(mixed(++kind_, value)); }
  void add(std::uint64_t a, std::uint64_t b) { add(mixed(a, b)); }
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c) { add(mixed(mixed(a, b), c)); }
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
    add(mixed(mixed(a, b), mixed(c, d)));
  }

  void add_words() {
    add(0);
    for (const Seen* seen : {&s0_, &n0_, &n1_, &n2_, &s1_}) {
      add(seen->word);
      add(seen->tag);
      add(seen->both);
    }
    add(n3_.tag);
    add(s2_.tag);
    add(s2_.word);
  }

  void add_pairs() {
    add(s0_.both, n0_.both);
    add(s0_.both, n0_.word);
    add(s0_.word, n0_.both);
    add(s0_.both, n0_.tag);
    add(s0_.tag, n0_.both);
    add(s0_.word, n0_.word);
    add(s0_.tag, n0_.tag);
    add(n0_.tag, n1_.tag);
    add(n0_.word, n1_.tag);
    add(n0_.tag, n1_.word);
    add(n0_.word, n1_.word);
    add(s1_.tag, s0_.tag);
    add(s1_.word, s0_.word);
    add(s1_.tag, n0_.tag);
    add(s1_.word, n0_.word);
    add(n0_.tag, n1_.tag, n2_.tag);
    add(s0_.tag, n0_.tag, n1_.tag);
    add(s0_.word, n0_.tag, n1_.tag);
    add(s0_.tag, n0_.word, n1_.tag);
    add(s0_.tag, n0_.tag, n1_.tag, n2_.tag);
    add(s1_.tag, s0_.tag, n0_.tag);
    add(s1_.tag, s0_.word, n0_.tag);
    add(s2_.tag, s1_.tag, s0_.tag);
    add(s2_.tag, s1_.tag, s0_.tag, n0_.tag);
    add(n1_.tag, n2_.tag, n3_.tag);
  }

  /// Distance, numbers and sets of dependents.
  void add_surroundings() {
    const bool both = s0_id_ != kNoWord;
    const std::uint64_t distance = both ? std::min<std::uint64_t>(n0_id_ - s0_id_, 10) : 0;
    const std::uint64_t far = distance > 6 ? 6 + (distance > 9 ? 1U : 0U) : distance;
    add(s0_.word, far);
    add(s0_.tag, far);
    add(n0_.word, far);
    add(n0_.tag, far);
    add(s0_.word, n0_.word, far);
    add(s0_.tag, n0_.tag, far);
    const auto& s = children(s0_id_);
    const auto& n = children(n0_id_);
    add(s0_.word, s.rights);
    add(s0_.tag, s.rights);
    add(s0_.word, s.lefts);
    add(s0_.tag, s.lefts);
    add(n0_.word, n.lefts);
    add(n0_.tag, n.lefts);
    add(s0_.word, s.right_set);
    add(s0_.tag, s.right_set);
    add(s0_.word, s.left_set);
    add(s0_.tag, s.left_set);
    add(n0_.word, n.left_set);
    add(n0_.tag, n.left_set);
    add(s.right_set, s0_.relation, n0_.tag);
    add(s.right_set, s0_.tag, n0_.word);
  }

  [[nodiscard]] const ParseState::Children& children(WordId id) const {
    static const ParseState::Children kNone;
    return id == kNoWord ? kNone : state_.children(id);
  }

  void add_one(const Seen& seen) {
    add(seen.word);
    add(seen.tag);
    add(seen.relation);
  }

  void add_children() {
    const auto& s = children(s0_id_);
    const auto& n = children(n0_id_);
    const Seen left = see(s.left[0]);
    const Seen left2 = see(s.left[1]);
    const Seen right = see(s.right[0]);
    const Seen right2 = see(s.right[1]);
    const Seen below = see(n.left[0]);
    const Seen below2 = see(n.left[1]);
    for (const Seen* seen : {&left, &left2, &right, &right2, &below, &below2})
      add_one(*seen);
    add(head_.word);
    add(head_.tag);
    add(s0_.relation);
    add(grand_.word);
    add(grand_.tag);
    add(head_.relation);
    add(s0_.tag, left.tag, n0_.tag);
    add(s0_.tag, right.tag, n0_.tag);
    add(s0_.tag, n0_.tag, below.tag);
    add(s0_.tag, left.tag, left2.tag);
    add(s0_.tag, right.tag, right2.tag);
    add(n0_.tag, below.tag, below2.tag);
    add(s0_.tag, head_.tag, grand_.tag);
    add(s0_.word, right.word, n0_.word);
    add(s0_.tag, right.relation, n0_.tag);
    add(s0_.tag, n0_.tag, below.word);
    add(s0_.word, n0_.word, below.word);
    add(s0_.tag, n0_.word, below.word);
    add(s0_.word, n0_.tag, below.word);
  }

  void add_attachment() {
    const std::uint64_t headed = head_id_ == kNoWord ? 0 : 1;
    add(headed, s0_.tag, n0_.tag);
    add(headed, s0_.word);
    add(headed, n0_.word);
    add(s0_.relation, n0_.tag);
    add(s0_.relation, n0_.word);
    add(s0_.relation, s0_.tag, n0_.tag);
    add(head_.tag, s0_.tag, n0_.tag);
    add(head_.word, s0_.word);
    add(head_.word, n0_.word);
    add(head_.word, s0_.tag, n0_.tag);
    add(head_.tag, s0_.word, n0_.tag);
    add(head_.tag, s0_.tag, n0_.word);
    add(head_.word, s0_.word, n0_.word);
    add(head_.tag, s0_.word, n0_.word);
    add(head_.word, s0_.tag, n0_.word);
    const auto& n = children(n0_id_);
    const Seen below = see(n.left[0]);
    const std::uint64_t distance =
        s0_id_ == kNoWord ? 0 : std::min<std::uint64_t>(n0_id_ - s0_id_, 6);
    add(s0_.lexicon, n0_.lexicon);
    add(s0_.lexicon, n0_.lexicon, distance);
    add(head_.lexicon, s0_.lexicon, n0_.lexicon);
    add(s0_.lexicon, below.word, n0_.lexicon);
    add(s0_.lexicon, n0_.word);
    add(s0_.word, n0_.lexicon);
    add(s0_.lexicon, n0_.tag);
  }

  std::span<const ParseWord> words_;
  const ParseState& state_;
  std::vector<std::uint64_t>& out_;
  std::uint64_t kind_ = 1000;
  WordId s0_id_ = kNoWord;
  WordId n0_id_ = kNoWord;
  WordId head_id_ = kNoWord;
  Seen s0_, s1_, s2_, n0_, n1_, n2_, n3_, head_, grand_;
};

}  // namespace

void add_parse_features(std::span<const ParseWord> words, const ParseState& state,
                        std::vector<std::uint64_t>& features) {
  Features(words, state, features).add_all();
}

}  // namespace recto::language
