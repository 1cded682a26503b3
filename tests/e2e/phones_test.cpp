// Three phones, as real browsers, play a whole quiz that `recto host` hosts.
#include <algorithm>
#include <array>
#include <map>
#include <thread>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/e2e/browser.h"
#include "tests/e2e/cable.h"
#include "tests/e2e/host.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using test::Cable;
using test::deck_path;
using test::Host;
using test::Json;
using test::Phone;
using test::PhoneLook;
using test::pictures;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 1'000'000;

/// A pupil: a browser at the end of a cable of their own.
struct Pupil {
  Pupil(test::Driver& driver, Host& host, std::string title, std::string called,
        const PhoneLook& look, bool blocks_sockets = false)
      : name(std::move(title)),
        nickname(std::move(called)),
        german(look.language.starts_with("de")),
        cable(host.port, blocks_sockets),
        phone(driver, look) {
    phone.open(cable.url() + "?pin=" + host.pin);
  }

  [[nodiscard]] const char* say(const char* english, const char* deutsch) const {
    return german ? deutsch : english;
  }
  void join() {
    phone.wait_for(say("Join the quiz", "Beim Quiz mitmachen"));
    phone.type("#name", nickname);
    look_at("join");
    phone.tap_on("[data-key=go]");
    phone.wait_for(say("You’re in", "Du bist dabei"));
    phone.wait_for(nickname);
  }
  /// Keeps a picture, and fails for what is wrong with the page.
  void look_at(const std::string& moment) {
    phone.picture(pictures() / (moment + "-" + name + ".png"));
    CAPTURE(name);
    CAPTURE(moment);
    CHECK(phone.faults() == "");
  }
  void choose(int place) {
    const std::string key = "[data-key=option" + std::to_string(place) + "]";
    phone.tap_on(key);
  }
  /// The place of the option that has this text.
  int place_of(const std::string& text) {
    return phone
        .run(
            "var all = document.querySelectorAll('.option, .row');"
            "for (var i = 0; i < all.length; i += 1)"
            "  if (all[i].textContent.indexOf(" +
            Json(text).dump() + ") >= 0) return i; return -1;")
        .get<int>();
  }
  void wait_until_sent() { phone.wait_for(say("Sent", "Gesendet")); }

  std::string name, nickname;
  std::string typed;  ///< their answer to a typed question
  bool german;
  Cable cable;
  Phone phone;
};

/// The class of this test, and what it knows of the quiz.
struct Lesson {
  explicit Lesson(test::Driver& driver)
      : host(folder.path()),
        deck(test::value(read_deck(test::value(read_file(deck_path(), kMostBytes))))),
        ann(driver, host, "390x844", "Ann", {390, 844}),
        ben(driver, host, "360x640-dark-german", "Björn",
            {.width = 360, .height = 640, .dark = true, .language = "de-DE"}),
        cem(driver, host, "360x640-text-200", "Cem",
            {.width = 360, .height = 640, .text_percent = 200}, true),
        all{&ann, &ben, &cem} {}

  /// The card that all phones show the prompt of.
  const Card& await_prompt() {
    for (int i = 0; i < 1000; ++i) {
      const std::string text = ann.phone.text();
      for (const Card& card : deck.cards)
        if (!asked[card.id.text] && text.find(card.prompt) != std::string::npos) {
          asked[card.id.text] = true;
          for (Pupil* pupil : all)
            pupil->phone.wait_for(card.prompt);
          return card;
        }
      std::this_thread::sleep_for(20ms);
    }
    FAIL("no prompt appears: ", ann.phone.text());
    return deck.cards.front();
  }

  test::TemporaryFolder folder;
  Host host;
  Deck deck;
  Pupil ann, ben, cem;
  std::array<Pupil*, 3> all;
  std::map<std::string, bool> asked;
  bool network_was_lost = false;
};

/// What no byte may hold before a card's reveal.
std::vector<std::string> traces_of(const Deck& deck, const Card& card,
                                   const std::map<std::string, bool>& asked) {
  std::vector<std::string> traces = {"\"key\"",    "\"reveal\"", "\"verdict\"",
                                     "\"points\"", "\"misses\"", "\"counts\""};
  traces.push_back(card.id.text);
  if (!card.explanation.empty()) traces.push_back(card.explanation);
  if (card.evidence) traces.emplace_back(evidence_text(deck, *card.evidence));
  if (card.kind == CardKind::Short) traces.push_back(card.answer);
  traces.insert(traces.end(), card.accept.begin(), card.accept.end());
  for (const Card& other : deck.cards)  // the questions to come
    if (!asked.contains(other.id.text) || !asked.at(other.id.text)) traces.push_back(other.prompt);
  return traces;
}

void search_bytes(Lesson& lesson, const Card& card) {
  for (Pupil* pupil : lesson.all) {
    std::string bytes = pupil->cable.take_bytes();
    CAPTURE(pupil->name);
    // Their own answer is sent back to them, and to nobody else.
    if (!pupil->typed.empty())
      for (std::size_t at = 0; (at = bytes.find(pupil->typed)) != std::string::npos;)
        bytes.erase(at, pupil->typed.size());
    for (const Pupil* other : lesson.all)
      if (!other->typed.empty()) CHECK(bytes.find(other->typed) == std::string::npos);
    CHECK(bytes.find(card.prompt) != std::string::npos);  // the search can find something
    for (const std::string& trace : traces_of(lesson.deck, card, lesson.asked)) {
      CAPTURE(trace);
      CHECK(bytes.find(trace) == std::string::npos);
    }
  }
}

/// Ben's network goes in the middle of a question, and comes back.
void lose_network(Lesson& lesson, Pupil& ben, int place) {
  lesson.network_was_lost = true;
  ben.cable.cut();
  ben.choose(place);
  ben.phone.wait_for("Wird gesendet …");
  ben.phone.wait_for("Keine Verbindung. Neuer Versuch …");
  ben.look_at("offline");
  ben.cable.mend();
  ben.phone.wait_while("Keine Verbindung");
  ben.phone.wait_for("Gesendet");
  CHECK(ben.phone.text().find("Björn") != std::string::npos);
}

void answer_choice(Lesson& lesson, const Card& card) {
  const bool truth = card.kind == CardKind::TrueFalse;
  const int right = truth ? 0 : lesson.ann.place_of(card.answer);
  REQUIRE(right >= 0);
  if (!lesson.network_was_lost)
    lose_network(lesson, lesson.ben, right == 0 ? 1 : 0);
  else
    lesson.ben.choose(right == 0 ? 1 : 0);
  // By keyboard: the heading has the focus, the options follow.
  for (int i = 0; i <= right; ++i)
    lesson.ann.phone.key("\uE004");
  lesson.ann.phone.key("\uE007");
  lesson.ann.wait_until_sent();
  lesson.ann.phone.reload();  // the same seat, the same answer
  lesson.ann.phone.wait_for(card.prompt);
  lesson.ann.wait_until_sent();
  CHECK(lesson.ann.phone.run("return document.querySelector('[aria-pressed=true]')"
                             ".getAttribute('data-key')") == "option" + std::to_string(right));
  lesson.ann.look_at("sent-" + card.id.text);
  lesson.cem.choose(right);
}

void answer_several(Lesson& lesson, const Card& card) {
  lesson.ben.choose(lesson.ben.place_of(card.answers[0]));
  lesson.ben.phone.tap_on("[data-key=send]");
  lesson.ben.wait_until_sent();
  for (Pupil* pupil : {&lesson.ann, &lesson.cem}) {
    for (const std::string& answer : card.answers)
      pupil->choose(pupil->place_of(answer));
    pupil->look_at("chosen-" + card.id.text);
    pupil->phone.tap_on("[data-key=send]");
  }
}

/// As a person does it: the first item to the top, then the second one below it, …
void put_in_order(Pupil& pupil, const Card& card) {
  for (std::size_t i = 0; i < card.answers.size(); ++i)
    while (pupil.place_of(card.answers[i]) > static_cast<int>(i))
      pupil.phone.run("document.querySelectorAll('.row')[" +
                      std::to_string(pupil.place_of(card.answers[i])) +
                      "].querySelector('[data-key^=up]').click();");
}

void answer_order(Lesson& lesson, const Card& card) {
  put_in_order(lesson.ben, card);
  lesson.ben.phone.drag(".row:first-child .grip", ".row:nth-child(3) .grip");  // wrong now
  CHECK(lesson.ben.place_of(card.answers[0]) == 2);
  lesson.ben.look_at("dragged");
  lesson.ben.phone.tap_on("[data-key=send]");
  lesson.ben.wait_until_sent();
  for (Pupil* pupil : {&lesson.ann, &lesson.cem}) {
    put_in_order(*pupil, card);
    pupil->look_at("ordered-" + card.id.text);
    pupil->phone.tap_on("[data-key=send]");
  }
}

void answer_typed(Lesson& lesson, const Card& card) {
  const bool number = card.id.text == "c-number";
  const auto type = [&](Pupil& pupil, const char* text) {
    pupil.typed = text;
    pupil.phone.type("#answer", text);
    pupil.look_at("typed-" + card.id.text);
    pupil.phone.tap_on("[data-key=send]");
  };
  type(lesson.ben, number ? "4300" : "<b>nobody</b>");
  lesson.ben.wait_until_sent();
  type(lesson.cem, number ? "2851 metres" : "Stamford Rafles");
  type(lesson.ann, number ? "2851 m" : "Sir Stamford Raffles");
}

void answer(Lesson& lesson, const Card& card) {
  switch (card.kind) {
    case CardKind::Choice:
    case CardKind::TrueFalse: return answer_choice(lesson, card);
    case CardKind::Several: return answer_several(lesson, card);
    case CardKind::Order: return answer_order(lesson, card);
    case CardKind::Poll:
      for (Pupil* pupil : lesson.all)
        pupil->choose(2);
      return;
    default: return answer_typed(lesson, card);
  }
}

void see_reveal(Lesson& lesson, const Card& card) {
  const bool poll = card.kind == CardKind::Poll;
  const char* const good = card.id.text == "c-text" ? "Right, with a slip" : "✓ Right";
  lesson.ann.phone.wait_for(poll ? "Thank you" : "✓ Right");
  lesson.cem.phone.wait_for(poll ? "Thank you" : good);
  lesson.ben.phone.wait_for(poll ? "Danke" : "✗ Falsch");
  if (!poll && card.evidence) {
    const std::string sentence(evidence_text(lesson.deck, *card.evidence));
    for (Pupil* pupil : lesson.all)
      CHECK(pupil->phone.text().find(sentence) != std::string::npos);
  }
  for (Pupil* pupil : lesson.all)
    pupil->look_at("reveal-" + card.id.text);
}

void play_question(Lesson& lesson) {
  for (Pupil* pupil : lesson.all)
    (void)pupil->cable.take_bytes(), pupil->typed.clear();
  lesson.host.say("next");
  const Card& card = lesson.await_prompt();
  CAPTURE(card.id.text);
  if (card.id.text == "c-slide") {
    for (Pupil* pupil : lesson.all)
      pupil->look_at("slide");
    return;
  }
  for (Pupil* pupil : lesson.all) {
    pupil->phone.wait_while(pupil->say("Read the question", "Lies die Frage"));
    pupil->look_at("asked-" + card.id.text);
  }
  lesson.ann.phone.turn();
  lesson.ann.look_at("landscape-" + card.id.text);
  lesson.ann.phone.turn();
  answer(lesson, card);
  for (Pupil* pupil : lesson.all)
    pupil->phone.wait_for(pupil->say("Time is up", "Die Zeit ist um"));
  search_bytes(lesson, card);
  lesson.host.say("next");
  see_reveal(lesson, card);
  if (card.kind == CardKind::Poll) return;
  lesson.host.say("next");
  lesson.ben.phone.wait_for("Platz 3");
  for (Pupil* pupil : lesson.all)
    pupil->look_at("scoreboard");
}

/// The one deck file in a folder, once it is whole.
Deck downloaded(const fs::path& folder) {
  for (int i = 0; i < 1000; ++i) {
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().string().ends_with(".deck.json"))
        if (auto deck = read_deck(test::value(read_file(entry.path(), kMostBytes)))) return *deck;
    std::this_thread::sleep_for(10ms);
  }
  FAIL("nothing was downloaded");
  return {};
}

void take_home(Lesson& lesson, Pupil& pupil, std::size_t missed) {
  const fs::path folder = lesson.folder.path() / pupil.name;
  fs::create_directories(folder);
  pupil.phone.download_to(folder);
  pupil.phone.tap_on("[data-key=take]");
  const Deck deck = downloaded(folder);
  CHECK(deck.cards.size() == missed);
  CHECK(pupil.phone.run("return document.querySelectorAll('.box').length") == missed);
}

}  // namespace

TEST_CASE("L1 L2 L3 L4 L5 L10 L16 e2e: three phones play a whole quiz, one loses its network") {
  test::Driver* driver = test::Driver::shared();
  if (driver == nullptr) return;
  Lesson lesson(*driver);
  for (Pupil* pupil : lesson.all)
    pupil->join();
  for (Pupil* pupil : lesson.all)
    pupil->look_at("lobby");
  for (Pupil* pupil : lesson.all)
    for (const std::string bytes = pupil->cable.take_bytes();
         const Card& card : lesson.deck.cards) {
      CHECK(bytes.find(card.prompt) == std::string::npos);
      CHECK(bytes.find(card.id.text) == std::string::npos);
    }
  for (std::size_t i = 0; i < lesson.deck.cards.size(); ++i)
    play_question(lesson);
  CHECK(lesson.network_was_lost);
  lesson.host.say("next");  // the podium
  for (Pupil* pupil : lesson.all) {
    pupil->phone.wait_for(pupil->say("The quiz is over", "Das Quiz ist zu Ende"));
    pupil->look_at("podium");
  }
  CHECK(lesson.ann.phone.text().find("You missed nothing.") != std::string::npos);
  take_home(lesson, lesson.ben, 6);
  CHECK(lesson.cem.phone.run("return performance.getEntriesByType('resource').some("
                             "function (one) { return one.name.indexOf('/line/') > 0; })") == true);
  CHECK(lesson.host.quit() == 0);
  const std::string results =
      test::value(read_file(lesson.folder.path() / "results.csv", kMostBytes));
  CHECK(results.find("Ann") != std::string::npos);
  CHECK(results.find("6000") != std::string::npos);
}
