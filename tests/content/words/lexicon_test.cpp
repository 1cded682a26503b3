#include "content/words/lexicon.h"

#include <algorithm>
#include <set>

#include "content/words/lexicon_writer.h"
#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"

using namespace recto;
using test::shipped_lexicon;

namespace {

/// march 0: noun, act; March 1: noun, time, an instance of month 2; hot 3, cold 4: adjectives.
LexiconContent small() {
  LexiconContent content;
  content.synsets = {{Category::Act, false, {"march", "marching"}, {}, {}},
                     {Category::Time, true, {"march"}, {2}, {2}},
                     {Category::Time, false, {"month"}, {}, {}},
                     {Category::AdjectiveAll, false, {"hot"}, {}, {}},
                     {Category::AdjectiveAll, false, {"cold"}, {}, {}}};
  content.words["march"] = {{0, "march", 7, {}}, {1, "March", 300, {}}};
  content.words["marching"] = {{0, "marching", 0, {}}};
  content.words["month"] = {{2, "month", 1, {}}};
  content.words["hot"] = {{3, "hot", 0, {{"cold", 4}}}};
  content.words["cold"] = {{4, "cold", 0, {{"hot", 3}}}};
  content.sections["about"] = "{}";
  content.sections["verb.exceptions"] = "went\tgo\n";
  return content;
}

std::vector<std::string> first_names(const std::vector<SynsetId>& synsets) {
  std::vector<std::string> names;
  for (const SynsetId id : synsets)
    names.push_back(shipped_lexicon().names(id).front());
  return names;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

Sense sense(std::string_view form, PartOfSpeech part, std::size_t place = 0) {
  const auto all = shipped_lexicon().senses(form, part);
  REQUIRE(place < all.size());
  return all[place];
}

}  // namespace

TEST_CASE("words: a lexicon of a few words is written and read back") {
  const std::string bytes = test::value(write_lexicon(small()));
  const Lexicon lexicon = test::value(Lexicon::open(bytes));
  CHECK(lexicon.check());
  CHECK(lexicon.word_count() == 5);
  CHECK(lexicon.synset_count() == 5);
  CHECK(!lexicon.find("hotter"));
  CHECK(!lexicon.find(""));
  CHECK(!lexicon.find("zebra"));
  CHECK(!lexicon.find("aardvark"));
  const auto senses = lexicon.senses("March");
  REQUIRE(senses.size() == 2);
  CHECK(lexicon.spelling(senses[0]) == "march");
  CHECK(lexicon.spelling(senses[1]) == "March");
  CHECK(senses[1].count == 300);
  const Synset month = lexicon.synset(senses[1].synset);
  CHECK(month.instance);
  CHECK(month.category == Category::Time);
  REQUIRE(month.hypernyms.size() == 1);
  CHECK(lexicon.names(month.hypernyms[0]) == std::vector<std::string>{"month"});
  CHECK(lexicon.synset(month.hypernyms[0]).hyponyms == std::vector{senses[1].synset});
  CHECK(lexicon.synset(month.hypernyms[0]).parts == std::vector{senses[1].synset});
  CHECK(lexicon.names(senses[0].synset) == std::vector<std::string>{"march", "marching"});
  const auto cold = lexicon.antonyms(lexicon.senses("hot").front());
  REQUIRE(cold.size() == 1);
  CHECK(lexicon.word(cold[0].word) == "cold");
  CHECK(lexicon.exceptions(PartOfSpeech::Verb).find("went") == "go");
  CHECK(lexicon.exceptions(PartOfSpeech::Noun).find("went").empty());
}

TEST_CASE("words: a lexicon whose words and synsets contradict each other is not written") {
  LexiconContent stranger = small();
  stranger.synsets[0].words.emplace_back("parade");
  CHECK_FALSE(write_lexicon(stranger).has_value());
  LexiconContent spelling = small();
  spelling.words["hot"][0].spelling = "Cold";
  CHECK_FALSE(write_lexicon(spelling).has_value());
  LexiconContent outside = small();
  outside.synsets[1].hypernyms = {9};
  CHECK_FALSE(write_lexicon(outside).has_value());
  LexiconContent silent = small();
  silent.words["month"].clear();
  CHECK_FALSE(write_lexicon(silent).has_value());
}

TEST_CASE("words: what is written of random words is read back") {
  test::for_seeds(100, [](Random& random) {
    LexiconContent content;
    const std::size_t synsets = 1 + random.below(60);
    for (std::size_t i = 0; i < synsets; ++i) {
      SynsetContent synset{
          static_cast<Category>(random.below(kCategories)), random.below(4) == 0, {}, {}, {}};
      for (std::size_t words = 1 + random.below(3); words > 0; --words) {
        std::string word(1 + random.below(40), 'a');
        for (char& c : word)
          c = "abcdefgh -"[random.below(10)];
        if (std::find(synset.words.begin(), synset.words.end(), word) != synset.words.end())
          continue;
        synset.words.push_back(word);
        std::string spelling = word;
        for (char& c : spelling)
          if (c >= 'a' && random.below(3) == 0) c = static_cast<char>(c - 'a' + 'A');
        content.words[word].push_back(
            {i, spelling, static_cast<std::uint32_t>(random.below(1000)), {}});
      }
      for (std::size_t above = random.below(3); above > 0 && i > 0; --above)
        if (const std::size_t other = random.below(i);
            std::find(synset.hypernyms.begin(), synset.hypernyms.end(), other) ==
            synset.hypernyms.end())
          synset.hypernyms.push_back(other);
      content.synsets.push_back(synset);
    }
    const std::string bytes = test::value(write_lexicon(content));
    CHECK(bytes == test::value(write_lexicon(content)));
    const Lexicon lexicon = test::value(Lexicon::open(bytes));
    for (const auto& [word, senses] : content.words) {
      CAPTURE(word);
      const auto found = lexicon.senses(word);
      REQUIRE(found.size() == senses.size());
      for (std::size_t i = 0; i < senses.size(); ++i) {
        CHECK(lexicon.spelling(found[i]) == senses[i].spelling);
        CHECK(found[i].count == senses[i].count);
        const Synset synset = lexicon.synset(found[i].synset);
        const SynsetContent& wanted = content.synsets[senses[i].synset];
        CHECK(synset.category == wanted.category);
        CHECK(synset.instance == wanted.instance);
        REQUIRE(synset.words.size() == wanted.words.size());
        for (std::size_t j = 0; j < wanted.words.size(); ++j)
          CHECK(lexicon.word(synset.words[j]) == wanted.words[j]);
        CHECK(synset.hypernyms.size() == wanted.hypernyms.size());
      }
    }
  });
}

TEST_CASE("words: the shipped lexicon is whole and says where it comes from") {
  const Lexicon& lexicon = shipped_lexicon();
  CHECK(lexicon.check());
  CHECK(lexicon.word_count() == 147'306);
  CHECK(lexicon.synset_count() == 117'659);
  for (const char* name : {"WordNet", "iso-codes", "CLDR", "Princeton", "LGPL"})
    CHECK(lexicon.about().find(name) != std::string_view::npos);
}

TEST_CASE("words: every word is found again, every sense's synset knows its word") {
  const Lexicon& lexicon = shipped_lexicon();
  std::size_t wrong = 0;
  std::string before;
  for (std::uint32_t i = 0; i < lexicon.word_count(); i += 7) {
    const WordId id{i};
    const std::string word = lexicon.word(id);
    wrong += word > before && lexicon.find(word) == id ? 0 : 1;
    before = word;
    for (const Sense& one : lexicon.senses(id)) {
      const Synset synset = lexicon.synset(one.synset);
      wrong += std::find(synset.words.begin(), synset.words.end(), id) == synset.words.end();
      wrong += part_of_speech(synset.category) != one.part;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("words: the most usual sense of a word") {
  struct Row {
    std::string word;
    PartOfSpeech part;
    std::string_view category;
  };
  using enum PartOfSpeech;
  for (const Row& row :
       {Row{"teacher", Noun, "person"}, Row{"table", Noun, "group"},
        Row{"bridge", Noun, "artifact"}, Row{"oxygen", Noun, "substance"},
        Row{"oak", Noun, "plant"}, Row{"whale", Noun, "person"}, Row{"century", Noun, "time"},
        Row{"happiness", Noun, "state"}, Row{"company", Noun, "group"},
        Row{"river", Noun, "object"}, Row{"city", Noun, "location"}, Row{"run", Verb, "motion"},
        Row{"say", Verb, "communication"}, Row{"build", Verb, "creation"},
        Row{"rain", Verb, "weather"}, Row{"red", Adjective, "all"},
        Row{"atomic", Adjective, "pert"}, Row{"quickly", Adverb, "all"},
        Row{"new york", Noun, "location"}}) {
    CAPTURE(row.word);
    const auto senses = shipped_lexicon().senses(row.word, row.part);
    REQUIRE(!senses.empty());
    CHECK(name_of(shipped_lexicon().synset(senses[0].synset).category) == row.category);
  }
}

TEST_CASE("words: senses that are met more often come first") {
  const auto senses = shipped_lexicon().senses("run", PartOfSpeech::Verb);
  REQUIRE(senses.size() == 41);
  CHECK(senses[0].count > 50);
  CHECK(senses[0].count >= senses[1].count);
}

TEST_CASE("words: what something is, by hypernyms and as an instance") {
  const Lexicon& lexicon = shipped_lexicon();
  const Synset paris = lexicon.synset(sense("Paris", PartOfSpeech::Noun).synset);
  CHECK(paris.instance);
  CHECK(contains(first_names(paris.hypernyms), "national capital"));
  CHECK(contains(first_names(paris.wholes), "France"));
  const Synset curie = lexicon.synset(sense("Marie Curie", PartOfSpeech::Noun).synset);
  CHECK(curie.category == Category::Person);
  CHECK(curie.instance);
  CHECK(contains(first_names(curie.hypernyms), "chemist"));
  const SynsetId location = sense("location", PartOfSpeech::Noun).synset;
  const SynsetId person = sense("person", PartOfSpeech::Noun).synset;
  CHECK(lexicon.is_a(sense("Paris", PartOfSpeech::Noun).synset, location));
  CHECK(!lexicon.is_a(sense("Paris", PartOfSpeech::Noun).synset, person));
  CHECK(lexicon.is_a(sense("Marie Curie", PartOfSpeech::Noun).synset, person));
  CHECK(lexicon.is_a(person, person));
}

TEST_CASE("words: hypernyms come nearest first, as far up as asked") {
  const Lexicon& lexicon = shipped_lexicon();
  const SynsetId paris = sense("Paris", PartOfSpeech::Noun).synset;
  CHECK(lexicon.ancestors(paris, 0).empty());
  const auto near = lexicon.ancestors(paris, 1);
  CHECK(near == lexicon.synset(paris).hypernyms);
  const auto all = lexicon.ancestors(paris, 100);
  REQUIRE(all.size() > near.size());
  CHECK(std::equal(near.begin(), near.end(), all.begin()));
  for (const SynsetId one : all)
    CHECK(lexicon.is_a(paris, one));
  CHECK(std::set<SynsetId>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("words: co-hyponyms are of the same kind, instances with instances") {
  const Lexicon& lexicon = shipped_lexicon();
  const SynsetId oxygen = sense("oxygen", PartOfSpeech::Noun).synset;
  const auto elements = first_names(lexicon.sisters(oxygen));
  for (const char* name : {"hydrogen", "nitrogen", "carbon"})
    CHECK(contains(elements, name));
  CHECK(!contains(elements, "oxygen"));
  const auto chemists =
      first_names(lexicon.sisters(sense("Marie Curie", PartOfSpeech::Noun).synset));
  CHECK(contains(chemists, "Nobel"));
  CHECK(!contains(chemists, "biochemist"));
}

TEST_CASE("words: opposites") {
  struct Row {
    std::string word;
    PartOfSpeech part;
    std::string_view opposite;
  };
  using enum PartOfSpeech;
  for (const Row& row :
       {Row{"rise", Verb, "fall"}, Row{"north", Adjective, "south"}, Row{"hot", Adjective, "cold"},
        Row{"large", Adjective, "small"}, Row{"victory", Noun, "defeat"},
        Row{"increase", Verb, "decrease"}, Row{"quickly", Adverb, "slowly"}}) {
    CAPTURE(row.word);
    bool found = false;
    for (const Sense& one : shipped_lexicon().senses(row.word, row.part))
      for (const Sense& other : shipped_lexicon().antonyms(one))
        found = found || shipped_lexicon().word(other.word) == row.opposite;
    CHECK(found);
  }
}

TEST_CASE("words: words of one meaning, written as in it") {
  struct Row {
    std::string word;
    std::string_view names;
  };
  for (const Row& row : {Row{"car", "car, auto, automobile, machine, motorcar"},
                         Row{"battle of hastings", "Hastings, battle of Hastings"},
                         Row{"NATO", "North Atlantic Treaty Organization, NATO"},
                         Row{"world war ii", "World War II, World War 2, Second World War"}}) {
    CAPTURE(row.word);
    std::string names;
    for (const std::string& name :
         shipped_lexicon().names(sense(row.word, PartOfSpeech::Noun).synset))
      names += (names.empty() ? "" : ", ") + name;
    CHECK(names == row.names);
  }
}

TEST_CASE("words: a lexicon with any byte changed is refused or read without harm") {
  const std::string bytes = test::value(write_lexicon(small()));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    const auto lexicon = Lexicon::open(changed);
    if (!lexicon) continue;
    std::size_t senses = 0;
    for (std::uint32_t i = 0; i < 8; ++i) {
      senses += lexicon->senses(WordId{i}).size() + lexicon->synset(SynsetId{i}).words.size();
      senses += lexicon->sisters(SynsetId{i}).size() + lexicon->names(SynsetId{i}).size();
    }
    CHECK(senses < 1000);
    CHECK(!lexicon->find("no such word"));
  }
}
