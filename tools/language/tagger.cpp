#include "tools/language/tagger.h"

#include <algorithm>

namespace recto::language {
namespace {

constexpr std::size_t kMostTags = 250;

/// A word beyond the sentence's ends.
const TagWord& outside() {
  static const TagWord kOutside{.form = {.word = 3, .lower = 3, .shape = 3}};
  return kOutside;
}

}  // namespace

void add_tag_features(std::span<const TagWord> words, std::size_t at, TagId before, TagId second,
                      std::vector<std::uint64_t>& features) {
  const auto word = [&](std::ptrdiff_t step) -> const TagWord& {
    const auto place = static_cast<std::ptrdiff_t>(at) + step;
    const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(words.size());
    return inside ? words[static_cast<std::size_t>(place)] : outside();
  };
  std::uint64_t kind = 0;
  const auto add = [&](std::uint64_t value) { features.push_back(mixed(++kind, value)); };
  const auto pair = [&](std::uint64_t a, std::uint64_t b) { add(mixed(a, b)); };
  const TagWord& own = word(0);
  const TagWord& last = word(-1);
  const TagWord& next = word(1);
  const Form& form = own.form;
  const std::uint64_t tags = mixed(before, second);
  add(0);
  add(form.word);
  add(form.lower);
  for (const std::uint64_t part : form.prefix)
    add(part);
  for (const std::uint64_t part : form.suffix)
    add(part);
  pair(form.shape, at == 0 ? 1 : 0);
  add(form.marks);
  pair(form.suffix[2], form.marks);
  add(before);
  add(tags);
  pair(before, form.lower);
  pair(tags, form.lower);
  pair(before, form.suffix[2]);
  pair(tags, form.suffix[1]);
  for (const std::ptrdiff_t step : {-2, -1, 1, 2})
    add(word(step).form.lower);
  add(last.form.suffix[2]);
  add(next.form.suffix[2]);
  add(next.form.suffix[1]);
  add(last.form.shape);
  add(next.form.shape);
  pair(last.form.lower, form.lower);
  pair(form.lower, next.form.lower);
  pair(last.form.lower, next.form.lower);
  add(own.ambiguity);
  add(next.ambiguity);
  add(word(2).ambiguity);
  pair(own.ambiguity, next.ambiguity);
  pair(next.ambiguity, word(2).ambiguity);
  pair(mixed(own.ambiguity, next.ambiguity), word(2).ambiguity);
  pair(before, own.ambiguity);
  pair(tags, own.ambiguity);
  pair(mixed(before, own.ambiguity), next.ambiguity);
  pair(mixed(before, form.lower), next.ambiguity);
  pair(before, next.ambiguity);
  add(own.lexicon);
  add(next.lexicon);
  pair(before, own.lexicon);
  pair(tags, own.lexicon);
  pair(own.lexicon, form.suffix[2]);
  pair(own.lexicon, form.marks);
  pair(own.lexicon, next.lexicon);
  pair(mixed(before, own.lexicon), next.lexicon);
}

Result<Tagger> Tagger::open(const TaggerSections& sections) {
  Tagger tagger;
  tagger.words_ = RECTO_TRY(WordTable::open(sections.words));
  tagger.weights_ = RECTO_TRY(SparseModel::open(sections.weights));
  for (std::string_view rest = sections.tags; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t blank = line.find(' ');
    tagger.tags_.push_back({line.substr(0, blank), blank == std::string_view::npos
                                                       ? std::string_view()
                                                       : line.substr(blank + 1)});
  }
  if (tagger.tags_.size() != tagger.weights_.labels() || tagger.tags_.size() > kMostTags)
    return fail(Error::Kind::BadInput, "the language model's tags are damaged", {},
                "install Recto's assets anew");
  return tagger;
}

TagWord Tagger::word_of(std::string_view token, std::uint32_t lexicon) const {
  TagWord word{form_of(token), lexicon, 0};
  word.ambiguity = words_.find(ambiguity_key(word.form)).value_or(0);
  return word;
}

std::vector<TagId> Tagger::tag_words(std::span<const TagWord> words) const {
  std::vector<TagId> tags;
  tags.reserve(words.size());
  std::vector<std::uint64_t> features;
  std::vector<std::int32_t> scores(tags_.size());
  TagId before = kNoTag;
  TagId second = kNoTag;
  for (std::size_t at = 0; at < words.size(); ++at) {
    TagId best = 0;
    const auto only = words_.find(only_tag_key(words[at].form));
    if (only && *only < tags_.size()) {
      best = static_cast<TagId>(*only);
    } else {
      features.clear();
      add_tag_features(words, at, before, second, features);
      std::fill(scores.begin(), scores.end(), 0);
      for (const std::uint64_t feature : features)
        weights_.add(feature, scores);
      best = static_cast<TagId>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    }
    tags.push_back(best);
    second = std::exchange(before, best);
  }
  return tags;
}

}  // namespace recto::language
