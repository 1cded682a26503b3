#include "tools/discourse/anaphora.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "tools/discourse/referents.h"

namespace recto::discourse {
namespace {

using language::Token;

constexpr SentenceId kReach = 5;
constexpr std::size_t kMostCandidates = 24;

class Walker {
 public:
  Walker(const AnalysedArticle& article, const Entities& entities, Nouns& nouns,
         const std::function<Choice(const Pronoun&)>& decide)
      : article_(article), entities_(entities), nouns_(nouns), decide_(decide) {
    for (const Entity& entity : entities.all)
      for (const Place& place : entity.descriptions)
        described_.push_back(place);
    std::ranges::sort(described_, before);
  }

  void walk() {
    for (SentenceId id = 0; id < article_.size(); ++id) {
      const bool opening = id == 0 || article_.passage(id) != article_.passage(id - 1);
      if (opening) quoted_ = false;
      opening_ = opening;
      walk_sentence(id);
    }
  }

 private:
  void walk_sentence(SentenceId id) {
    sentence_ = id;
    tokens_ = &article_.tokens(id);
    forget();
    const std::vector<language::Name>& names = article_.analysis(id).names;
    std::size_t name = 0;
    for (WordId word = 0; word < tokens_->size();) {
      while (name < names.size() &&
             (names[name].begin < word || names[name].end <= names[name].begin ||
              names[name].end > tokens_->size()))
        ++name;
      if (name < names.size() && names[name].begin == word) {
        mention_name(entities_.of_names[id][name], {id, word, names[name].end});
        word = names[name].end;
        continue;
      }
      read_word(word);
      ++word;
    }
  }

  void read_word(WordId word) {
    const std::string& folded = article_.folded(sentence_, word);
    if (folded == "\"" || folded == "“" || folded == "”" || folded == "``" || folded == "''")
      quoted_ = folded == "“" || folded == "``" || (folded == "\"" && !quoted_);
    const Gender pronoun = gender_of_pronoun(folded);
    if (pronoun != Gender::Unknown && !is_in_title(word) && !is_either(word))
      resolve(pronoun, word);
    else if ((*tokens_)[word].tag.upos == "NOUN")
      mention_noun(word);
  }

  /// "Write Love on Her Arms".
  [[nodiscard]] bool is_in_title(WordId word) const {
    const std::string_view text = article_.word(sentence_, word);
    const bool capital = text.front() >= 'A' && text.front() <= 'Z';
    return capital && word > 0 && (*tokens_)[word - 1].tag.upos != "PUNCT";
  }

  [[nodiscard]] bool is_pronoun(WordId word) const {
    return gender_of_pronoun(article_.folded(sentence_, word)) != Gender::Unknown;
  }

  /// "he or she", "his/her": anybody.
  [[nodiscard]] bool is_either(WordId word) const {
    const auto joins = [&](WordId at) {
      const std::string& folded = article_.folded(sentence_, at);
      return folded == "or" || folded == "/";
    };
    if (joins(word + 1) && is_pronoun(word + 2)) return true;
    return word > 1 && joins(word - 1) && is_pronoun(word - 2);
  }

  /// What was last mentioned too long ago is none any more; names may come back.
  void forget() {
    std::erase_if(active_, [&](std::size_t referent) {
      return referents_[referent].sentence + kReach < sentence_;
    });
    if (active_.size() > 2 * kMostCandidates) keep_latest();
  }

  void keep_latest() {
    std::ranges::sort(active_, std::greater<>(),
                      [&](std::size_t r) { return referents_[r].order; });
    active_.resize(kMostCandidates);
    std::ranges::sort(active_);
  }

  [[nodiscard]] Role role_of(WordId head) const {
    std::string_view relation = (*tokens_)[head].relation;
    WordId above = (*tokens_)[head].head;
    if (relation == "conj" && above < tokens_->size()) relation = (*tokens_)[above].relation;
    if (relation.starts_with("nsubj")) return Role::Subject;
    if (relation == "obj" || relation == "iobj") return Role::Object;
    if (relation.starts_with("obl")) return Role::Oblique;
    return relation == "nmod:poss" ? Role::Owner : Role::Other;
  }

  void touch(Referent& referent, WordId head, Gender pronoun) {
    referent.sentence = sentence_;
    referent.passage = article_.passage(sentence_);
    referent.head = head;
    referent.role = role_of(head);
    referent.pronoun = pronoun;
    referent.certainty = 1;
    referent.quoted = quoted_;
    referent.joined = is_joined(head);
    referent.first = head < 3;
    referent.order = ++order_;
    ++referent.count;
  }

  [[nodiscard]] bool is_joined(WordId head) const {
    if ((*tokens_)[head].relation == "conj") return true;
    constexpr WordId kNear = 6;
    const auto end = static_cast<WordId>(std::min<std::size_t>(tokens_->size(), head + kNear));
    for (WordId word = head + 1; word < end; ++word)
      if ((*tokens_)[word].head == head && (*tokens_)[word].relation == "conj") return true;
    return false;
  }

  std::size_t activate(std::size_t referent) {
    if (std::ranges::find(active_, referent) == active_.end()) {
      if (active_.size() >= 4 * kMostCandidates) keep_latest();
      active_.push_back(referent);
    }
    return referent;
  }

  void mention_name(EntityId id, const Place& place) {
    if (id == kNoEntity) return;
    const auto [found, fresh] = by_entity_.try_emplace(id, referents_.size());
    if (fresh) referents_.push_back(named(id));
    Referent& referent = referents_[activate(found->second)];
    referent.place = place;
    touch(referent, head_of(article_, place), Gender::Unknown);
  }

  [[nodiscard]] Referent named(EntityId id) const {
    constexpr language::Chance kSure = 0.8F;
    const Entity& entity = entities_.all[id];
    Referent referent;
    referent.entity = id;
    referent.gender = entity.gender;
    const bool sure = entity.kind_chance >= kSure;
    const bool unknown = entity.kind == NameKind::Other;
    referent.person = !entity.plural && (entity.kind == NameKind::Person || !sure);
    referent.what = sure ? Feature::NameSure : Feature::NameUnsure;
    if (unknown) referent.what = Feature::NameOther;
    return referent;
  }

  /// A noun that heads a phrase of its own and is not said of something else.
  void mention_noun(WordId word) {
    const Token& token = (*tokens_)[word];
    const bool part = token.relation == "compound" || token.relation == "appos" ||
                      token.relation.starts_with("flat") || token.relation == "obl:unmarked" ||
                      token.relation == "fixed" || token.relation.starts_with("nmod:unm");
    if (part || is_described(word) || is_predicate(word)) return;
    const std::string& noun = nouns_.singular(article_.folded(sentence_, word));
    const Feature what = determined(word);
    std::size_t index = what == Feature::NounDefinite ? same_noun(noun) : referents_.size();
    if (index == referents_.size()) {
      Referent referent;
      referent.noun = noun;
      referent.person = nouns_.may_be_person(noun) && token.tag.xpos != "NNS";
      referent.gender = nouns_.gender(noun);
      referents_.push_back(std::move(referent));
    }
    Referent& referent = referents_[activate(index)];
    referent.what = nouns_.kind(noun) == NameKind::Person ? what : Feature::NounMaybe;
    referent.place = {sentence_, word, word + 1};
    touch(referent, word, Gender::Unknown);
  }

  [[nodiscard]] bool is_described(WordId word) const {
    const Place place{sentence_, word, word + 1};
    const auto found = std::ranges::lower_bound(described_, place, before);
    return found != described_.end() && *found == place;
  }

  /// "was a physicist": said of the subject.
  [[nodiscard]] bool is_predicate(WordId word) const {
    constexpr WordId kNear = 10;
    for (WordId at = word > kNear ? word - kNear : 0; at < word; ++at)
      if ((*tokens_)[at].head == word && (*tokens_)[at].relation == "cop") return true;
    return false;
  }

  /// By what stands before the noun.
  [[nodiscard]] Feature determined(WordId word) const {
    constexpr WordId kNear = 8;
    for (WordId at = word > kNear ? word - kNear : 0; at < word; ++at) {
      if ((*tokens_)[at].head != word) continue;
      const std::string& folded = article_.folded(sentence_, at);
      if ((*tokens_)[at].relation == "nmod:poss") return Feature::NounOwned;
      if (folded == "the" || folded == "this" || folded == "that" || folded == "these" ||
          folded == "those")
        return Feature::NounDefinite;
      if (folded == "a" || folded == "an") return Feature::NounIndefinite;
    }
    return Feature::NounBare;
  }

  /// The latest referent of that noun, or as many as there are.
  [[nodiscard]] std::size_t same_noun(const std::string& noun) const {
    const auto found = std::find_if(active_.rbegin(), active_.rend(), [&](std::size_t referent) {
      return referents_[referent].noun == noun && referents_[referent].entity == kNoEntity;
    });
    return found == active_.rend() ? referents_.size() : *found;
  }

  [[nodiscard]] static bool fits(const Referent& referent, Gender pronoun) {
    return referent.person && (referent.gender == Gender::Unknown || referent.gender == pronoun);
  }

  void resolve(Gender pronoun, WordId word) {
    const std::vector<std::size_t> fitting = fitting_for(pronoun, word);
    std::vector<const Referent*> referents(fitting.size());
    std::ranges::transform(fitting, referents.begin(),
                           [&](std::size_t referent) { return &referents_[referent]; });
    Pronoun open{{sentence_, word, word + 1}, pronoun, {}};
    const Asked asked{pronoun, role_of(word), sentence_, article_.passage(sentence_), quoted_};
    for (std::size_t rank = 0; rank < fitting.size(); ++rank) {
      const Referent& referent = *referents[rank];
      open.candidates.push_back({referent.entity, referent.place,
                                 features_of(referents, rank, asked), referent.certainty});
    }
    open.candidates.push_back({kNoEntity, {}, none(pronoun, word, referents), 1});
    const Choice choice = decide_(open);
    constexpr double kLikely = 0.5;
    const bool likely = choice.candidate < fitting.size() && choice.chance >= kLikely;
    const std::size_t index = likely ? fitting[choice.candidate] : unresolved(pronoun, word);
    Referent& referent = referents_[index];
    touch(referent, word, pronoun);
    referent.certainty = likely ? choice.chance : 1;
    referent.he += pronoun == Gender::He ? 1 : 0;
    referent.she += pronoun == Gender::She ? 1 : 0;
  }

  /// The latest first.
  [[nodiscard]] std::vector<std::size_t> fitting_for(Gender pronoun, WordId word) const {
    std::vector<std::size_t> fitting;
    for (const std::size_t referent : active_)
      if (fits(referents_[referent], pronoun) && (!quoted_ || referents_[referent].quoted) &&
          !is_bound(referents_[referent], word))
        fitting.push_back(referent);
    std::ranges::sort(fitting, std::greater<>(),
                      [&](std::size_t r) { return referents_[r].order; });
    if (fitting.size() > kMostCandidates) fitting.resize(kMostCandidates);
    return fitting;
  }

  /// "He saw him" are two people.
  [[nodiscard]] bool is_bound(const Referent& referent, WordId word) const {
    const Token& token = (*tokens_)[word];
    return referent.sentence == sentence_ && role_of(word) != Role::Owner &&
           token.head == (*tokens_)[referent.head].head && token.head < tokens_->size();
  }

  /// Somebody of whom no more is known.
  std::size_t unresolved(Gender pronoun, WordId word) {
    Referent referent;
    referent.gender = pronoun;
    referent.person = true;
    referent.what = Feature::Unresolved;
    referent.place = {sentence_, word, word + 1};
    referents_.push_back(std::move(referent));
    return activate(referents_.size() - 1);
  }

  [[nodiscard]] Features none(Gender pronoun, WordId word,
                              const std::vector<const Referent*>& fitting) const {
    Features features;
    const auto set = [&](Feature f, bool holds) {
      features.set(static_cast<std::size_t>(f), holds);
    };
    set(Feature::None, true);
    set(Feature::NoneInQuote, quoted_);
    set(Feature::NoneName, fitting_name_follows(pronoun, word));
    set(Feature::NoneNear, std::ranges::none_of(fitting, [&](const Referent* referent) {
          return referent->sentence + 1 >= sentence_;
        }));
    set(Feature::NoneOpening, opening_);
    return features;
  }

  [[nodiscard]] bool fitting_name_follows(Gender pronoun, WordId word) const {
    const std::vector<language::Name>& names = article_.analysis(sentence_).names;
    const auto next = std::ranges::upper_bound(names, word, {}, &language::Name::begin);
    if (next == names.end()) return false;
    const auto index = static_cast<std::size_t>(next - names.begin());
    const EntityId id = entities_.of_names[sentence_][index];
    return id != kNoEntity && fits(named(id), pronoun);
  }

  const AnalysedArticle& article_;
  const Entities& entities_;
  Nouns& nouns_;
  const std::function<Choice(const Pronoun&)>& decide_;
  std::vector<Place> described_;
  std::vector<Referent> referents_;
  std::vector<std::size_t> active_;  ///< of `referents_`, mentioned in the last sentences
  std::unordered_map<EntityId, std::size_t> by_entity_;
  SentenceId sentence_ = 0;
  const std::vector<Token>* tokens_ = nullptr;
  bool quoted_ = false;
  bool opening_ = false;
  std::size_t order_ = 0;
};

}  // namespace

// "It" and "they" are not resolved: measured on GUM, names are too seldom what they mean, and of
// what looks safest a third is wrong.
Gender gender_of_pronoun(std::string_view folded) {
  if (folded == "he" || folded == "him" || folded == "his") return Gender::He;
  const bool she = folded == "she" || folded == "her" || folded == "hers";
  return she ? Gender::She : Gender::Unknown;
}

void walk_pronouns(const AnalysedArticle& article, const Entities& entities, Nouns& nouns,
                   const std::function<Choice(const Pronoun&)>& decide) {
  Walker(article, entities, nouns, decide).walk();
}

}  // namespace recto::discourse
