#include "tests/quality/sheet.h"

#include <algorithm>

#include "content/base/digest.h"
#include "content/base/random.h"

namespace recto::quality {
namespace {

constexpr const char* kInstructions =
    R"(# Judge each card alone, against its article: would I leave it in a deck that I hand to a class
# without touching it? Below each card stands its row: number, verdict, good, fact, remark, with a
# tab between them. Fill in the row and change nothing else. Lines with # are for reading.
#
# verdict  ok, or the first criterion that fails:
#   R1  grammatical: a correct sentence a native writer could have written; no fragments, leftover
#       markup or list numbers
#   R2  self-contained: understandable a month later without the article; no pronoun, "the company",
#       "on Tuesday" without its referent
#   R3  one answer: asks one thing, a knowledgeable reader would give essentially this answer, and the
#       wording says what kind of answer is wanted
#   R4  correct: right by the article and complete enough; a claim is asked as its owner's claim; false
#       statements are false by the article, not merely unstated
#   R5  not given away: neither the question, the other options nor their lengths hand out the answer
#   R6  worth knowing: a key fact, definition, cause, result or meaningful number
#   R7  options: exactly one is right, the others are wrong by the article, of the same type and form,
#       plausible, no duplicates, no synonyms of the answer
#   R8  natural: a question someone would ask; a cloze of at most about 30 words with one meaningful
#       gap; no trivially negated statements
# good     yes when a usable card also tests a key fact of importance 2 or 3 in the wording a teacher
#          would choose; else no
# fact     the id of the key fact that the card tests, several with commas; - for none
# remark   why; with R4 what the article says instead
#
# Articles to consult:
)";

/// A card to be shown, and where it comes from.
struct Drawn {
  std::size_t deck = 0;
  std::size_t position = 0;
};

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = static_cast<unsigned char>(c) <= ' ';
    if (!is_space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts)
    all += (all.empty() ? "" : "; ") + on_one_line(text);
  return all;
}

std::string answer_of(const Card& card) {
  return card.answers.empty() ? on_one_line(card.answer) : joined(card.answers);
}

std::vector<Drawn> drawn_cards(const std::vector<Entry>& entries, const SheetOptions& options,
                               Random& random) {
  std::vector<Drawn> all;
  for (std::size_t deck = 0; deck < entries.size(); ++deck) {
    std::vector<Drawn> own;
    for (std::size_t i = 0; i < entries[deck].deck.cards.size(); ++i)
      own.push_back({deck, i});
    random.shuffle(own);
    if (options.cap) own.resize(std::min(own.size(), *options.cap));
    all.insert(all.end(), own.begin(), own.end());
  }
  random.shuffle(all);
  if (options.cards) all.resize(std::min(all.size(), *options.cards));
  return all;
}

/// Decks of one article share its number, so that it does not tell them apart.
std::vector<std::size_t> article_numbers(const std::vector<Entry>& entries) {
  std::vector<std::size_t> numbers;
  std::size_t next = 1;
  for (const Entry& entry : entries) {
    std::size_t number = next;
    for (std::size_t i = 0; i < numbers.size(); ++i)
      if (!entry.article.empty() && entries[i].article == entry.article) number = numbers[i];
    if (number == next) ++next;
    numbers.push_back(number);
  }
  return numbers;
}

std::string article_lines(const std::vector<Entry>& entries,
                          const std::vector<std::size_t>& numbers) {
  std::string lines;
  std::size_t next = 1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (numbers[i] != next) continue;
    const Entry& entry = entries[i];
    lines +=
        "#   A" + std::to_string(next++) + "  " + on_one_line(entry.deck.title) + ": " +
        (entry.article.empty() ? "no article given" : entry.article) + "; " +
        (entry.facts_file.empty() ? "no key facts, write -" : "key facts " + entry.facts_file) +
        "\n";
  }
  return lines;
}

std::string letter(std::size_t index) {
  return index < 26 ? std::string(1, static_cast<char>('a' + index)) : std::to_string(index + 1);
}

/// The options as a learner sees them, and below which of them are right.
std::string options_text(const Card& card, Random& random) {
  std::vector<std::string> right = card.answers;
  if (card.kind == CardKind::Choice) right = {card.answer};
  std::vector<std::string> options = right;
  options.insert(options.end(), card.distractors.begin(), card.distractors.end());
  random.shuffle(options);
  std::string text;
  for (std::size_t i = 0; i < options.size(); ++i)
    text += "#   " + letter(i) + ") " + on_one_line(options[i]) + "\n";
  std::string key;
  for (const std::string& answer : right) {
    const auto place =
        static_cast<std::size_t>(std::ranges::find(options, answer) - options.begin());
    key += (key.empty() ? "" : ", ") + letter(place);
  }
  return text + "# key: " + (key.empty() ? "none" : key) + "\n";
}

std::string card_text(const Card& card, Random& random) {
  const auto line = [](const char* label, const std::string& text) {
    return text.empty() ? std::string() : std::string("# ") + label + text + "\n";
  };
  std::string text;
  switch (card.kind) {
    case CardKind::Faq:
    case CardKind::Short:
    case CardKind::Cloze:
      text = line("", on_one_line(card.prompt)) + line("answer: ", answer_of(card)) +
             line("also taken as right: ", joined(card.accept));
      break;
    case CardKind::TrueFalse:
      text = line("statement: ", on_one_line(card.prompt)) + line("verdict: ", answer_of(card));
      break;
    case CardKind::Choice:
    case CardKind::Several:
    case CardKind::Order:
    case CardKind::Poll:
      text = line("", on_one_line(card.prompt)) + options_text(card, random);
      break;
  }
  return text + line("hint: ", on_one_line(card.hint)) +
         line("explanation: ", on_one_line(card.explanation));
}

/// Where the evidence begins in the article, as the deck's passages have it: [0, 1).
std::optional<double> place_of(const Deck& deck, const Card& card) {
  if (!card.evidence) return {};
  std::size_t all = 0;
  std::optional<std::size_t> begin;
  for (const Passage& passage : deck.passages) {
    if (passage.id == card.evidence->passage && card.evidence->begin < passage.text.size())
      begin = all + card.evidence->begin;
    all += passage.text.size();
  }
  if (!begin) return {};
  return static_cast<double>(*begin) / static_cast<double>(all);
}

KeyCard key_card(const Entry& entry, const Drawn& drawn) {
  const Card& card = entry.deck.cards[drawn.position];
  return {drawn.deck,
          drawn.position,
          card.id,
          card.kind,
          card.made_by,
          card.quality,
          place_of(entry.deck, card),
          on_one_line(card.prompt),
          answer_of(card)};
}

}  // namespace

Round make_round(const std::vector<Entry>& entries, const SheetOptions& options) {
  Random random(options.seed);
  const std::vector<std::size_t> articles = article_numbers(entries);
  Round round;
  round.key.seed = options.seed;
  for (const Entry& entry : entries)
    round.key.decks.push_back({entry.file, entry.deck.cards.size(), entry.words, entry.facts});
  std::string cards;
  for (const Drawn& drawn : drawn_cards(entries, options, random)) {
    const Entry& entry = entries[drawn.deck];
    const Card& card = entry.deck.cards[drawn.position];
    round.key.cards.push_back(key_card(entry, drawn));
    const std::string number = std::to_string(round.key.cards.size());
    cards += "\n# card " + number + ", " + std::string(name_of(card.kind)) + ", A" +
             std::to_string(articles[drawn.deck]) + ": " + on_one_line(entry.deck.title) + "\n" +
             card_text(card, random) + number + "\t\t\t\t\n";
  }
  round.key.sheet = short_digest(cards);
  round.sheet = "# Judging sheet " + round.key.sheet + "\n#\n" + kInstructions +
                article_lines(entries, articles) + "\nnumber\tverdict\tgood\tfact\tremark\n" +
                cards;
  return round;
}

}  // namespace recto::quality
