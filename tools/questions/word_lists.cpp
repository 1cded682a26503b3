#include "tools/questions/word_lists.h"

#include <array>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/language/word_sections.h"

namespace recto::questions {
namespace {

constexpr std::size_t kLongestPhrase = 5;

std::vector<std::string_view> parts_of(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(between);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text = text.substr(end + 1);
  }
}

bool is_entry(std::string_view line) {
  return !line.empty() && line.front() != '#';
}

struct Section {
  std::string_view name;
  Phrases WordLists::*phrases;
};

constexpr std::array<Section, 12> kSections{{{"context", &WordLists::context},
                                             {"harmless", &WordLists::harmless},
                                             {"opinion", &WordLists::opinion},
                                             {"hedge", &WordLists::hedge},
                                             {"claim", &WordLists::claims},
                                             {"connective", &WordLists::connectives},
                                             {"unique", &WordLists::unique},
                                             {"person", &WordLists::persons},
                                             {"title", &WordLists::titles},
                                             {"organisation", &WordLists::organisations},
                                             {"given", &WordLists::given_names},
                                             {"unit", &WordLists::units}}};

Phrases* section_named(WordLists& lists, std::string_view name) {
  for (const Section& section : kSections)
    if (section.name == name) return &(lists.*section.phrases);
  return nullptr;
}

void read_sections(std::string_view text, WordLists& lists) {
  language::for_each_section_line(text, [&](std::string_view heading, std::string_view line) {
    Phrases* const section = section_named(lists, heading);
    if (section == nullptr) return;
    for (const std::string_view phrase : parts_of(line, ','))
      if (!phrase.empty()) section->insert(fold_case(phrase));
  });
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

/// Regular past: love → loved, study → studied, play → played, work → worked.
std::string regular_past(const std::string& base) {
  if (base.back() == 'e') return base + "d";
  if (base.back() == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2]))
    return base.substr(0, base.size() - 1) + "ied";
  return base + "ed";
}

void read_verbs(std::string_view text, WordLists& lists) {
  for (const std::string_view line : parts_of(text, '\n')) {
    if (!is_entry(line)) continue;
    const auto forms = parts_of(line, ' ');
    Verb verb{fold_case(forms[0]), {}, {}};
    verb.past = forms.size() == 3 ? fold_case(forms[1]) : regular_past(verb.base);
    verb.participle = forms.size() == 3 ? fold_case(forms[2]) : verb.past;
    lists.verb_bases.insert(verb.base);
    lists.verbs_by_past.emplace(verb.past, verb);
    lists.verbs_by_participle.emplace(verb.participle, verb);
  }
}

}  // namespace

WordLists parse_word_lists(std::string_view question_words, std::string_view verbs) {
  WordLists lists;
  read_sections(question_words, lists);
  read_verbs(verbs, lists);
  return lists;
}

std::size_t match(const Phrases& phrases, const Words& words, std::size_t at) {
  std::string text;
  std::size_t longest = 0;
  for (std::size_t length = 1; length <= kLongestPhrase && at + length <= words.size(); ++length) {
    if (length > 1) text += ' ';
    text += words[at + length - 1].folded;
    if (phrases.contains(text)) longest = length;
  }
  return longest;
}

bool has(const Phrases& phrases, std::string_view folded) {
  return phrases.find(folded) != phrases.end();
}

}  // namespace recto::questions
