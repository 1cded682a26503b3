#include "tools/language/english.h"

#include <string>
#include <string_view>

#include "tests/support/support.h"

namespace recto::language {

TEST_CASE("language: English is taken for English, in any dress") {
  for (const std::string_view text : {
           "The bridge opened in 1931 and closed again two years later.",
           "THE BRIDGE OPENED IN 1931 AND CLOSED AGAIN TWO YEARS LATER.",
           "Bridge Opens After Ten Years Of Building Work In The Old Harbour",
           "the bridge opened in 1931 and it was the longest one of its time",
           "The town (Polish: Łódź) lies in the middle of the country.",
           "He called it a “mélange” of styles, as naïve as any café song.",
           "It rained 🙂 all day long 🌧🌧 and nobody went out.",
           "The word Κόσμος means order, and the word логос is a loan.",
           "Name | Year | Length\nOld bridge | 1931 | 1,450 m\nNew bridge | 1999 | 900 m",
       }) {
    CAPTURE(text);
    CHECK(is_english(text));
  }
}

TEST_CASE("language: other languages are not") {
  for (const std::string_view text : {
           "Die Brücke wurde im Jahr 1931 eröffnet und zwei Jahre später wieder geschlossen.",
           "Le pont a été ouvert en 1931 et fermé deux ans plus tard.",
           "El puente se abrió en 1931 y se cerró dos años después.",
           "Il ponte fu aperto nel 1931 e chiuso di nuovo due anni dopo.",
           "De brug werd in 1931 geopend en twee jaar later weer gesloten.",
           "A ponte foi aberta em 1931 e fechada outra vez dois anos depois.",
           "Most został otwarty w 1931 roku i zamknięty dwa lata później.",
           "Bron öppnades år 1931 och stängdes igen två år senare.",
           "Most byl otevřen v roce 1931 a o dva roky později opět uzavřen.",
           "Köprü 1931 yılında açıldı ve iki yıl sonra tekrar kapatıldı.",
           "Silta avattiin vuonna 1931 ja suljettiin kaksi vuotta myöhemmin.",
           "Мост был открыт в 1931 году и закрыт через два года.",
           "Η γέφυρα άνοιξε το 1931 και έκλεισε δύο χρόνια αργότερα.",
           "这座桥于1931年开通，两年后关闭。",
           "この橋は1931年に開通し、二年後に閉鎖された。",
           "افتتح الجسر عام 1931 وأغلق بعد عامين.",
           "今天",
       }) {
    CAPTURE(text);
    CHECK_FALSE(is_english(text));
  }
}

TEST_CASE("language: what is too short to tell, and no words at all, passes") {
  for (const std::string_view text : {"", " \n", "Ja.", "Oui", "1931", "!?", "🙂🙂", "A. Roe",
                                      "\u0301\u0301", "x² + y² = z²"}) {
    CAPTURE(text);
    CHECK(is_english(text));
  }
  CHECK(is_english(std::string(1'000'000, 'x') + " Das ist ein Haus"));
}

}  // namespace recto::language
