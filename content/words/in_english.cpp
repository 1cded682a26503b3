#include "content/words/in_english.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "content/base/fold.h"
#include "content/words/number.h"

namespace recto {
namespace {

/// A language's words as "word=English|word=English", folded; articles stand for nothing.
struct Vocabulary {
  std::string_view language;
  std::string_view words;
};

constexpr std::array<Vocabulary, 6> kVocabularies = {{
    {"de",
     "januar=January|jänner=January|februar=February|märz=March|april=April|mai=May|juni=June|"
     "juli=July|august=August|september=September|oktober=October|november=November|"
     "dezember=December|null=zero|eins=one|ein=one|eine=one|zwei=two|drei=three|vier=four|"
     "fünf=five|sechs=six|sieben=seven|acht=eight|neun=nine|zehn=ten|elf=eleven|zwölf=twelve|"
     "dreizehn=thirteen|vierzehn=fourteen|fünfzehn=fifteen|sechzehn=sixteen|siebzehn=seventeen|"
     "achtzehn=eighteen|neunzehn=nineteen|zwanzig=twenty|dreissig=thirty|vierzig=forty|"
     "fünfzig=fifty|sechzig=sixty|siebzig=seventy|achtzig=eighty|neunzig=ninety|hundert=hundred|"
     "tausend=thousand|million=million|millionen=million|mio=million|milliarde=billion|"
     "milliarden=billion|mrd=billion|billion=trillion|billionen=trillion|halb=half|"
     "prozent=percent|meter=metres|metern=metres|kilometer=kilometres|kilometern=kilometres|"
     "zentimeter=centimetres|millimeter=millimetres|gramm=grams|kilogramm=kilograms|"
     "kilo=kilograms|tonne=tonnes|tonnen=tonnes|liter=litres|hektar=hectares|grad=degrees|"
     "stunde=hours|stunden=hours|minute=minutes|minuten=minutes|sekunde=seconds|"
     "sekunden=seconds|tag=days|tage=days|tagen=days|woche=weeks|wochen=weeks|monat=months|"
     "monate=months|jahr=years|jahre=years|jahren=years|quadratkilometer=square kilometres|"
     "quadratmeter=square metres|pfund=pounds|am=|im=|um=at|der=|den=|die=|etwa=about|"
     "ungefähr=about|rund=about|circa=about|fast=nearly|jahrhundert=century|uhr=o'clock"},
    {"fr",
     "janvier=January|février=February|mars=March|avril=April|mai=May|juin=June|juillet=July|"
     "août=August|septembre=September|octobre=October|novembre=November|décembre=December|"
     "1er=1|premier=first|zéro=zero|un=one|une=one|deux=two|trois=three|quatre=four|cinq=five|"
     "six=six|sept=seven|huit=eight|neuf=nine|dix=ten|onze=eleven|douze=twelve|treize=thirteen|"
     "quatorze=fourteen|quinze=fifteen|seize=sixteen|dix-sept=seventeen|dix-huit=eighteen|"
     "dix-neuf=nineteen|vingt=twenty|trente=thirty|quarante=forty|cinquante=fifty|"
     "soixante=sixty|cent=hundred|mille=thousand|million=million|millions=million|"
     "milliard=billion|milliards=billion|demi=half|moitié=half|tiers=third|quart=quarter|"
     "mètre=metres|mètres=metres|kilomètre=kilometres|kilomètres=kilometres|grammes=grams|"
     "kilogrammes=kilograms|kilos=kilograms|tonne=tonnes|tonnes=tonnes|litre=litres|"
     "litres=litres|hectares=hectares|degrés=degrees|heure=hours|heures=hours|minute=minutes|"
     "minutes=minutes|secondes=seconds|jour=days|jours=days|semaine=weeks|semaines=weeks|"
     "mois=months|an=years|ans=years|année=years|années=years|le=|la=|en=|de=|d'=|environ=about|"
     "presque=nearly|siècle=century|euros=euros"},
    {"es",
     "enero=January|febrero=February|marzo=March|abril=April|mayo=May|junio=June|julio=July|"
     "agosto=August|septiembre=September|setiembre=September|octubre=October|noviembre=November|"
     "diciembre=December|cero=zero|uno=one|un=one|una=one|dos=two|tres=three|cuatro=four|"
     "cinco=five|seis=six|siete=seven|ocho=eight|nueve=nine|diez=ten|once=eleven|doce=twelve|"
     "trece=thirteen|catorce=fourteen|quince=fifteen|dieciséis=sixteen|diecisiete=seventeen|"
     "dieciocho=eighteen|diecinueve=nineteen|veinte=twenty|treinta=thirty|cuarenta=forty|"
     "cincuenta=fifty|sesenta=sixty|setenta=seventy|ochenta=eighty|noventa=ninety|cien=hundred|"
     "mil=thousand|millón=million|millones=million|medio=half|mitad=half|metro=metres|"
     "metros=metres|kilómetro=kilometres|kilómetros=kilometres|gramos=grams|"
     "kilogramos=kilograms|kilos=kilograms|toneladas=tonnes|litros=litres|hectáreas=hectares|"
     "grados=degrees|hora=hours|horas=hours|minutos=minutes|segundos=seconds|día=days|días=days|"
     "semana=weeks|semanas=weeks|mes=months|meses=months|año=years|años=years|el=|la=|los=|en=|"
     "de=|del=|unos=about|aproximadamente=about|casi=nearly|euros=euros"},
    {"it",
     "gennaio=January|febbraio=February|marzo=March|aprile=April|maggio=May|giugno=June|"
     "luglio=July|agosto=August|settembre=September|ottobre=October|novembre=November|"
     "dicembre=December|zero=zero|uno=one|un=one|una=one|due=two|tre=three|quattro=four|"
     "cinque=five|sei=six|sette=seven|otto=eight|nove=nine|dieci=ten|undici=eleven|"
     "dodici=twelve|tredici=thirteen|quattordici=fourteen|quindici=fifteen|sedici=sixteen|"
     "diciassette=seventeen|diciotto=eighteen|diciannove=nineteen|venti=twenty|trenta=thirty|"
     "quaranta=forty|cinquanta=fifty|sessanta=sixty|settanta=seventy|ottanta=eighty|"
     "novanta=ninety|cento=hundred|mille=thousand|mila=thousand|milione=million|"
     "milioni=million|miliardo=billion|miliardi=billion|metà=half|mezzo=half|metri=metres|"
     "chilometri=kilometres|grammi=grams|chilogrammi=kilograms|chili=kilograms|"
     "tonnellate=tonnes|litri=litres|ettari=hectares|gradi=degrees|ora=hours|ore=hours|"
     "minuti=minutes|secondi=seconds|giorno=days|giorni=days|settimane=weeks|mese=months|"
     "mesi=months|anno=years|anni=years|il=|nel=|di=|del=|circa=about|quasi=nearly"},
    {"nl",
     "januari=January|februari=February|maart=March|april=April|mei=May|juni=June|juli=July|"
     "augustus=August|september=September|oktober=October|november=November|december=December|"
     "nul=zero|een=one|één=one|twee=two|drie=three|vier=four|vijf=five|zes=six|zeven=seven|"
     "acht=eight|negen=nine|tien=ten|elf=eleven|twaalf=twelve|dertien=thirteen|"
     "veertien=fourteen|vijftien=fifteen|zestien=sixteen|zeventien=seventeen|"
     "achttien=eighteen|negentien=nineteen|twintig=twenty|dertig=thirty|veertig=forty|"
     "vijftig=fifty|zestig=sixty|zeventig=seventy|tachtig=eighty|negentig=ninety|"
     "honderd=hundred|duizend=thousand|miljoen=million|miljard=billion|half=half|helft=half|"
     "procent=percent|meter=metres|kilometer=kilometres|gram=grams|kilogram=kilograms|"
     "kilo=kilograms|ton=tonnes|liter=litres|hectare=hectares|graden=degrees|uur=hours|"
     "minuten=minutes|seconden=seconds|dag=days|dagen=days|weken=weeks|maand=months|"
     "maanden=months|jaar=years|jaren=years|op=|in=|de=|het=|ongeveer=about|bijna=nearly"},
    {"pt",
     "janeiro=January|fevereiro=February|março=March|abril=April|maio=May|junho=June|"
     "julho=July|agosto=August|setembro=September|outubro=October|novembro=November|"
     "dezembro=December|zero=zero|um=one|uma=one|dois=two|duas=two|três=three|quatro=four|"
     "cinco=five|seis=six|sete=seven|oito=eight|nove=nine|dez=ten|onze=eleven|doze=twelve|"
     "treze=thirteen|catorze=fourteen|quinze=fifteen|dezesseis=sixteen|dezasseis=sixteen|"
     "dezessete=seventeen|dezassete=seventeen|dezoito=eighteen|dezenove=nineteen|"
     "dezanove=nineteen|vinte=twenty|trinta=thirty|quarenta=forty|cinquenta=fifty|"
     "sessenta=sixty|setenta=seventy|oitenta=eighty|noventa=ninety|cem=hundred|mil=thousand|"
     "milhão=million|milhões=million|metade=half|meio=half|metros=metres|"
     "quilômetros=kilometres|quilómetros=kilometres|gramas=grams|quilos=kilograms|"
     "toneladas=tonnes|litros=litres|hectares=hectares|graus=degrees|hora=hours|horas=hours|"
     "minutos=minutes|segundos=seconds|dia=days|dias=days|semanas=weeks|mês=months|"
     "meses=months|ano=years|anos=years|em=|o=|de=|do=|cerca=about|quase=nearly"},
}};

using Dictionary = std::unordered_map<std::string_view, std::string_view>;

Dictionary dictionary_of(std::string_view words) {
  Dictionary dictionary;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    const std::string_view pair = words.substr(0, end);
    const std::size_t equals = pair.find('=');
    dictionary.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return dictionary;
}

/// nullptr for a language without one.
const Dictionary* dictionary_for(std::string_view language) {
  static const auto kDictionaries = [] {
    std::array<Dictionary, kVocabularies.size()> all;
    for (std::size_t i = 0; i < all.size(); ++i)
      all.at(i) = dictionary_of(kVocabularies.at(i).words);
    return all;
  }();
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  for (std::size_t i = 0; i < kVocabularies.size(); ++i)
    if (kVocabularies.at(i).language == primary) return &kDictionaries.at(i);
  return nullptr;
}

/// "einundzwanzig" → "twenty-one".
std::string joined_german(const Dictionary& dictionary, std::string_view word) {
  const std::size_t und = word.find("und", 1);
  if (und == std::string_view::npos) return {};
  const auto unit = dictionary.find(word.substr(0, und));
  const auto tens = dictionary.find(word.substr(und + 3));
  if (unit == dictionary.end() || tens == dictionary.end()) return {};
  return std::string(tens->second) + "-" + std::string(unit->second);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t count_digits(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count]))
    ++count;
  return count;
}

/// "1.234,5" → "1234.5"; dates with points stay.
std::string with_english_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool behind_digit = at > 0 && is_digit(text[at - 1]);
    const std::size_t digits = behind_digit ? count_digits(text, at + 1) : 0;
    if (text[at] == '.' && digits == 3) continue;
    out += text[at] == ',' && digits > 0 ? '.' : text[at];
  }
  return out;
}

}  // namespace

std::string in_english(std::string_view text, std::string_view language) {
  const Dictionary* const dictionary = dictionary_for(language);
  if (dictionary == nullptr) return std::string(text);
  std::string rest = fold_spelling(text);
  if (has_decimal_comma(language)) rest = with_english_digits(rest);
  std::string out;
  for (std::string_view left = rest; !left.empty();) {
    const std::size_t end = std::min(left.find(' '), left.size());
    const std::string_view word = left.substr(0, end);
    left.remove_prefix(std::min(end + 1, left.size()));
    std::string folded = fold_case(word);
    while (folded.ends_with('.'))
      folded.pop_back();
    const auto found = dictionary->find(folded);
    std::string english = found != dictionary->end() ? std::string(found->second)
                                                     : joined_german(*dictionary, folded);
    const bool unknown = english.empty() && found == dictionary->end();
    // "8. Mai": the point says that it is an ordinal
    if (unknown)
      english = is_digit(word.front()) && folded.size() <= 2 ? folded : std::string(word);
    if (english.empty()) continue;
    out += (out.empty() ? "" : " ") + english;
  }
  return out;
}

}  // namespace recto
