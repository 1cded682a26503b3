#include "tools/discourse/descriptions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tools/discourse/name_form.h"

namespace recto::discourse {
namespace {

using language::Token;

constexpr SentenceId kReach = 5;
// On the train and dev files of GUM 9 of 9 were right where the noun had meant nothing else before,
// 10 of 12 where it had; with one right and two wrong more each, for so few prove little.
constexpr language::Chance kNothingElse = 0.83F;
constexpr language::Chance kSomethingElse = 0.73F;

/// Who has a noun, and what else it is used for.
struct Use {
  EntityId entity = kNoEntity;
  bool several = false;      ///< said of two entities
  std::vector<Place> other;  ///< where it is said of something unnamed, in order
};

class Finder {
 public:
  Finder(const AnalysedArticle& article, const Entities& entities, Nouns& nouns)
      : article_(article), entities_(entities), nouns_(nouns) {}

  std::vector<Reference> find() {
    for (EntityId id = 0; id < entities_.all.size(); ++id)
      read_entity(id);
    std::ranges::sort(described_, before);
    std::vector<Place> phrases;
    for (SentenceId id = 0; id < article_.size(); ++id)
      read_sentence(id, phrases);
    std::vector<Reference> found;
    for (const Place& phrase : phrases)
      if (const auto reference = reference_of(phrase)) found.push_back(*reference);
    return found;
  }

 private:
  void say(const std::string& noun, EntityId id) {
    const auto [found, fresh] = uses_.try_emplace(noun, Use{id, false, {}});
    found->second.several = found->second.several || found->second.entity != id;
  }

  void read_entity(EntityId id) {
    const Entity& entity = entities_.all[id];
    for (const Place& place : entity.descriptions) {
      say(nouns_.singular(article_.folded(place.sentence, place.begin)), id);
      described_.push_back(place);
    }
    for (const std::string& form : entity.forms) {
      const std::vector<std::string> words = read_name(form, false, nouns_.words()).words;
      if (words.size() < 2) continue;
      const auto of = std::ranges::find(words, "of");
      if (of != words.begin()) say(*std::prev(of), id);
      if (nouns_.words().features.contains(words.front()))
        say(words.front(), id);  // "Lake Titicaca"
    }
  }

  /// Collects bare phrases; every other use of a noun is a use for something else.
  void read_sentence(SentenceId id, std::vector<Place>& phrases) {
    const std::vector<Token>& tokens = article_.tokens(id);
    const std::vector<language::Name>& names = article_.analysis(id).names;
    std::size_t name = 0;
    for (WordId word = 0; word < tokens.size(); ++word) {
      while (name < names.size() && names[name].end <= word)
        ++name;
      const bool in_name = name < names.size() && names[name].begin <= word;
      if (in_name || tokens[word].tag.upos != "NOUN") continue;
      if (is_described(id, word)) continue;
      const bool the = word > 0 && article_.folded(id, word - 1) == "the";
      if (the && tokens[word].tag.xpos == "NN" && ends_phrase(id, word))
        phrases.push_back({id, word - 1, word + 1});
      else
        uses_[nouns_.singular(article_.folded(id, word))].other.push_back({id, word, word + 1});
    }
  }

  [[nodiscard]] bool is_described(SentenceId id, WordId word) const {
    const Place place{id, word, word + 1};
    const auto found = std::ranges::lower_bound(described_, place, before);
    return found != described_.end() && *found == place;
  }

  /// Nothing behind the noun says which one: neither words nor the tree.
  [[nodiscard]] bool ends_phrase(SentenceId id, WordId noun) const {
    constexpr std::array<std::string_view, 12> kMore{"of",      "for",   "with",  "from",
                                                     "between", "that",  "which", "who",
                                                     "whose",   "where", "-",     "to"};
    constexpr WordId kNear = 8;
    const std::vector<Token>& tokens = article_.tokens(id);
    const std::string& next = article_.folded(id, noun + 1);
    if (std::ranges::find(kMore, next) != kMore.end()) return false;
    if (noun + 1 < tokens.size()) {
      const std::string_view tag = tokens[noun + 1].tag.upos;
      if (tag == "NOUN" || tag == "PROPN" || tag == "NUM") return false;
    }
    const auto end = static_cast<WordId>(std::min<std::size_t>(tokens.size(), noun + kNear));
    for (WordId word = noun + 1; word < end; ++word) {
      const std::string_view relation = tokens[word].relation;
      if (tokens[word].head == noun && (relation.starts_with("nmod") || relation == "appos" ||
                                        relation.starts_with("acl") || relation == "conj"))
        return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<Reference> reference_of(const Place& phrase) const {
    const std::string& noun = nouns_.singular(article_.folded(phrase.sentence, phrase.end - 1));
    const auto use = uses_.find(noun);
    if (use == uses_.end() || use->second.several || use->second.entity == kNoEntity)
      return std::nullopt;
    const Entity& entity = entities_.all[use->second.entity];
    if (nouns_.kind(noun) != entity.kind) return std::nullopt;  // "the world": the Second World War
    const std::vector<Place>& mentions = entity.mentions;
    if (mentions.size() < 2) return std::nullopt;  // in passing: "the Baltic Sea"
    const auto next = std::ranges::lower_bound(mentions, phrase, before);
    if (next == mentions.begin()) return std::nullopt;
    const Place& last = *std::prev(next);
    if (last.sentence + kReach < phrase.sentence) return std::nullopt;
    const std::vector<Place>& other = use->second.other;
    const auto behind = std::ranges::lower_bound(other, phrase, before);
    if (behind == other.begin()) return Reference{phrase, use->second.entity, last, kNothingElse};
    if (before(last, *std::prev(behind))) return std::nullopt;
    return Reference{phrase, use->second.entity, last, kSomethingElse};
  }

  const AnalysedArticle& article_;
  const Entities& entities_;
  Nouns& nouns_;
  std::unordered_map<std::string, Use> uses_;
  std::vector<Place> described_;
};

}  // namespace

std::vector<Reference> find_descriptions(const AnalysedArticle& article, const Entities& entities,
                                         Nouns& nouns) {
  return Finder(article, entities, nouns).find();
}

}  // namespace recto::discourse
