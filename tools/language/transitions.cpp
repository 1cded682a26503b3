#include "tools/language/transitions.h"

#include <algorithm>

namespace recto::language {

ParseState::ParseState(std::size_t words)
    : words_(words),
      heads_(words + 1, kNoWord),
      relations_(words + 1, kNoRelation),
      children_(words + 1) {}

bool ParseState::allows(Move move) const {
  const WordId top = stack(0);
  switch (move) {
    case Move::Shift: return !is_read();
    case Move::Reduce: return top != kNoWord && heads_[top] != kNoWord;
    case Move::Left: return top != kNoWord && heads_[top] == kNoWord && !is_read();
    case Move::Right: return top != kNoWord && !is_read();
  }
  return false;
}

void ParseState::shift() {
  stack_.push_back(static_cast<WordId>(next_++));
}

void ParseState::reduce() {
  stack_.pop_back();
}

void ParseState::left_arc(RelationId relation) {
  attach(stack_.back(), static_cast<WordId>(next_), relation);
  stack_.pop_back();
}

void ParseState::right_arc(RelationId relation) {
  attach(static_cast<WordId>(next_), stack_.back(), relation);
  shift();
}

void ParseState::attach(WordId word, WordId head, RelationId relation) {
  heads_[word] = head;
  relations_[word] = relation;
  Children& children = children_[head];
  const std::uint64_t bit = 1ULL << (relation & 63U);
  if (word < head) {
    // Left dependents come from the inside out, right ones too.
    children.left = {word, children.left[0]};
    children.lefts = static_cast<std::uint8_t>(std::min(255, children.lefts + 1));
    children.left_set |= bit;
  } else {
    children.right = {word, children.right[0]};
    children.rights = static_cast<std::uint8_t>(std::min(255, children.rights + 1));
    children.right_set |= bit;
  }
}

void ParseState::finish(RelationId further) {
  WordId first = kNoWord;
  for (WordId word = 0; word < words_; ++word) {
    if (heads_[word] != kNoWord) continue;
    attach(word, first == kNoWord ? root() : first, first == kNoWord ? kRootRelation : further);
    if (first == kNoWord) first = word;
  }
}

}  // namespace recto::language
