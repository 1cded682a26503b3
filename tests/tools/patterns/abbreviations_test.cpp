#include "tools/patterns/abbreviations.h"

#include <string>

#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

std::string found_in(const test::HandTagged& tagged) {
  std::string all;
  const Sentence sentence = tagged.sentence();
  for (const Abbreviation& one : find_abbreviations(sentence)) {
    all += all.empty() ? "" : "; ";
    all += std::string(sentence.text(one.brief)) + " = " + std::string(sentence.text(one.full));
  }
  return all;
}

TEST_CASE("patterns: abbreviations are the initials of the words beside them") {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : {
           Row{"The World Health Organization (WHO) met.", "WHO = World Health Organization"},
           Row{"The WHO (World Health Organization) met.", "WHO = World Health Organization"},
           Row{"The GDP (gross domestic product) rose.", "GDP = gross domestic product"},
           Row{"The base excision repair (BER) works.", "BER = base excision repair"},
           Row{"The Campaign for Nuclear Disarmament (CND) grew.",
               "CND = Campaign for Nuclear Disarmament"},
           Row{"The Department of Defense (DoD) said so.", "DoD = Department of Defense"},
           Row{"The United States of America (USA) is large.", "USA = United States of America"},
           Row{"The American Association for the Advancement of Science (AAAS) met.",
               "AAAS = American Association for the Advancement of Science"},
           Row{"Canadian Pharmacists Association (CPhA)",
               "CPhA = Canadian Pharmacists Association"},
           Row{"The Liberal Forum (LiF) lost.", "LiF = Liberal Forum"},
           Row{"The People's National Party (PNP) won.", "PNP = People's National Party"},
           Row{"Italy is Popular (IP) won.", ""},
           Row{"Act Now to Stop War and End Racism (A.N.S.W.E.R.)",
               "A.N.S.W.E.R. = Act Now to Stop War and End Racism"},
           Row{"The Popular Front for the Liberation of Palestine - General Command (PFLP-GC)",
               "PFLP-GC = Popular Front for the Liberation of Palestine - General Command"},
           Row{"Non-governmental organisations (NGOs) help.",
               "NGOs = Non-governmental organisations"},
           Row{"The light-emitting diode (LED) glows.", "LED = light-emitting diode"},
           Row{"The Christian Democratic Union of Germany (CDU) won.",
               "CDU = Christian Democratic Union of Germany"},
           Row{"The Turkish Radio and Television Corporation (TRT) sent it.",
               "TRT = Turkish Radio and Television Corporation"},
           Row{"The National Rugby League (NRL, founded in 1998) met.",
               "NRL = National Rugby League"},
           Row{"The World Trade Organization (or WTO) met.", "WTO = World Trade Organization"},
           Row{"The European Space Agency (ESA) and the National Science Foundation (NSF) met.",
               "ESA = European Space Agency; NSF = National Science Foundation"},
           Row{"The Ministry of Trade, Industry and Energy (MOTIE) spoke.",
               "MOTIE = Ministry of Trade, Industry and Energy"},
           Row{"The World Health Organization's (WHO) report", "WHO = World Health Organization"},
           Row{"The Centers of Excellence (CoEs) met.", "CoEs = Centers of Excellence"},
           // Not initials, or not in their order.
           Row{"The Communist Party of Greece (KKE) lost.", ""},
           Row{"The Italian Democratic Socialists (SDI) lost.", ""},
           Row{"The World Health Organization (UN) met.", ""},
           Row{"The World Health Organization (WH) met.", ""},
           Row{"It was a second language (L2).", ""},
           Row{"He lives in Geneva (CH).", ""},
           Row{"It came from the Winter (who) side.", ""},
           Row{"He moved to New York (see below).", ""},
           Row{"The House, Office (HO) was shut.", ""},
           Row{"The third quartile (Q3) is nine.", ""},
           Row{"(WHO)", ""},
           Row{"()", ""},
           Row{"World Health Organization (WHO", ""},
           Row{"World Health Organization )WHO(", ""},
       }) {
    CAPTURE(row.text);
    CHECK(found_in(test::hand_tagged(row.text)) == row.expected);
  }
}

TEST_CASE("patterns: rows of brackets end") {
  for (const char* piece : {"(", ")", "(A", "A (AA) ", "a (AAAAAAAAAA) ", "() "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 10000; ++i)
      text += piece;
    const auto tagged = test::hand_tagged(text);
    CHECK(find_abbreviations(tagged.sentence()).empty());
  }
}

}  // namespace
}  // namespace recto::patterns
