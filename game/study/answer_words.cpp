#include "game/study/answer_words.h"

#include <algorithm>
#include <array>

namespace recto::study {
namespace {

const AnswerWords kEnglish = {
    {"the",      "a",       "an",       "in",      "in the year", "the year", "on",
     "at",       "to",      "from",     "by",      "of",          "for",      "with",
     "into",     "it is",   "it's",     "it was",  "it were",     "that is",  "that's",
     "that was", "this is", "they are", "they're", "they were",   "there is", "there was",
     "he was",   "he is",   "she was",  "she is"},
    {"i think",
     "i think that",
     "i believe",
     "i guess",
     "i suppose",
     "i'd say",
     "i would say",
     "maybe",
     "perhaps",
     "possibly",
     "probably",
     "definitely",
     "certainly",
     "surely",
     "of course",
     "obviously",
     "clearly",
     "i'm sure",
     "i am sure",
     "the answer is",
     "my answer is",
     "answer",
     "is called",
     "was called",
     "called",
     "named",
     "it is called",
     "it's called",
     "it was called",
     "must be",
     "it must be",
     "should be",
     "would be",
     "it might be",
     "might be",
     "could be",
     "well",
     "um",
     "uh",
     "hmm",
     "please",
     "right",
     "or something",
     "i am guessing",
     "i'm guessing",
     "if i remember correctly",
     "iirc",
     "yes",
     "is",
     "was",
     "were",
     "are",
     "so"},
    {"not",     "no",     "never",  "neither", "nor",          "without",     "except",
     "isn't",   "wasn't", "aren't", "weren't", "isnt",         "wasnt",       "don't",
     "doesn't", "didn't", "cannot", "can't",   "anything but", "nothing but", "non"},
    {"and", "&", "+", "plus"},
    {"or", "either", "versus", "vs"},
    {"who", "whom", "whose"}};

const AnswerWords kGerman = {
    {"der",     "die",     "das",      "den",    "dem",     "des",     "ein",
     "eine",    "einen",   "einem",    "einer",  "eines",   "im",      "in",
     "am",      "an",      "auf",      "aus",    "bei",     "beim",    "vom",
     "von",     "zu",      "zum",      "zur",    "nach",    "mit",     "durch",
     "für",     "im jahr", "im jahre", "ins",    "es ist",  "es war",  "das ist",
     "das war", "es sind", "es waren", "er war", "sie war", "das sind"},
    {"ich glaube", "ich denke", "ich meine", "vielleicht", "wahrscheinlich",  "vermutlich",
     "wohl",       "bestimmt",  "sicher",    "natürlich",  "die antwort ist", "die antwort lautet",
     "ist",        "war",       "heißt",     "heisst",     "glaube ich",      "denke ich",
     "ja",         "also"},
    {"nicht", "kein", "keine", "keiner", "keinen", "nie", "niemals", "ohne", "außer", "ausser",
     "weder", "noch"},
    {"und", "&", "+", "sowie"},
    {"oder", "entweder"},
    {"wer", "wen", "wem", "wessen"}};

const AnswerWords kFrench = {
    {"le",    "la",      "les",     "l'",        "un",     "une",      "des",
     "du",    "de",      "d'",      "au",        "aux",    "à",        "en",
     "dans",  "sur",     "chez",    "par",       "pour",   "avec",     "en l'an",
     "c'est", "c'était", "ce sont", "c'étaient", "il est", "elle est", "il était"},
    {"je crois", "je crois que", "je pense", "je pense que", "peut-être", "peut être",
     "probablement", "sûrement", "sans doute", "bien sûr", "la réponse est", "est", "était",
     "s'appelle", "oui"},
    {"pas", "ne", "non", "jamais", "ni", "sans", "sauf", "aucun", "aucune"},
    {"et", "&", "+", "ainsi que"},
    {"ou", "soit"},
    {"qui"}};

const AnswerWords kSpanish = {
    {"el", "la",  "los", "las", "lo",   "un",   "una",    "unos", "unas",
     "en", "de",  "del", "al",  "a",    "por",  "con",    "para", "en el año",
     "es", "era", "fue", "son", "eran", "está", "estaba", "están"},
    {"creo", "creo que", "pienso que", "quizás", "quizá", "tal vez", "probablemente", "seguramente",
     "claro", "la respuesta es", "se llama", "sí"},
    {"no", "nunca", "ni", "sin", "excepto", "ningún", "ninguna", "jamás"},
    {"y", "e", "&", "+"},
    {"o", "u"},
    {"quién", "quiénes"}};

const AnswerWords kItalian = {
    {"il",    "lo",    "la",   "i",     "gli",   "le",    "l'",    "un",    "uno",   "una",
     "un'",   "di",    "del",  "dello", "della", "dell'", "dei",   "degli", "delle", "a",
     "al",    "allo",  "alla", "all'",  "ai",    "agli",  "alle",  "da",    "dal",   "dallo",
     "dalla", "dall'", "in",   "nel",   "nello", "nella", "nell'", "su",    "sul",   "sulla",
     "sull'", "con",   "per",  "è",     "era",   "fu",    "sono",  "erano", "d'"},
    {"credo", "credo che sia", "penso", "forse", "probabilmente", "certo", "la risposta è",
     "si chiama", "sì"},
    {"non", "mai", "né", "senza", "tranne", "nessun", "nessuna"},
    {"e", "ed", "&", "+"},
    {"o", "oppure"},
    {"chi"}};

const AnswerWords kDutch = {
    {"de",     "het",     "een",    "'t",      "in",       "op",        "aan",     "van",
     "bij",    "te",      "tot",    "met",     "naar",     "uit",       "voor",    "door",
     "het is", "het was", "dat is", "dat was", "het zijn", "het waren", "hij was", "zij was"},
    {"ik denk", "ik denk dat het", "ik geloof", "misschien", "waarschijnlijk", "vermoedelijk",
     "zeker", "natuurlijk", "het antwoord is", "is", "was", "heet", "denk ik", "ja"},
    {"niet", "geen", "nooit", "zonder", "behalve", "noch"},
    {"en", "&", "+"},
    {"of"},
    {"wie", "wiens"}};

const AnswerWords kPortuguese = {
    {"o",    "a",    "os",  "as",  "um",   "uma", "uns", "umas", "em",  "no",   "na",   "nos",
     "nas",  "de",   "do",  "da",  "dos",  "das", "ao",  "à",    "aos", "às",   "por",  "pelo",
     "pela", "para", "com", "num", "numa", "é",   "era", "foi",  "são", "eram", "está", "estava"},
    {"acho", "acho que", "creio que", "talvez", "provavelmente", "certamente", "claro",
     "a resposta é", "chama-se", "sim"},
    {"não", "nunca", "nem", "sem", "exceto", "nenhum", "nenhuma"},
    {"e", "&", "+"},
    {"ou"},
    {"quem"}};

/// First letters of a BCP 47 tag.
constexpr std::array<std::pair<std::string_view, const AnswerWords*>, 6> kLanguages = {
    {{"de", &kGerman},
     {"fr", &kFrench},
     {"es", &kSpanish},
     {"it", &kItalian},
     {"nl", &kDutch},
     {"pt", &kPortuguese}}};

constexpr auto kNotKnown = std::to_array<std::string_view>({"-",
                                                            "idk",
                                                            "dk",
                                                            "dunno",
                                                            "i dunno",
                                                            "no idea",
                                                            "i have no idea",
                                                            "no clue",
                                                            "i have no clue",
                                                            "not sure",
                                                            "i'm not sure",
                                                            "i am not sure",
                                                            "don't know",
                                                            "dont know",
                                                            "do not know",
                                                            "i don't know",
                                                            "i dont know",
                                                            "i do not know",
                                                            "don't remember",
                                                            "i don't remember",
                                                            "can't remember",
                                                            "i can't remember",
                                                            "i forgot",
                                                            "forgot",
                                                            "pass",
                                                            "skip",
                                                            "weiss nicht",
                                                            "weiss es nicht",
                                                            "ich weiss nicht",
                                                            "ich weiss es nicht",
                                                            "weiss ich nicht",
                                                            "keine ahnung",
                                                            "ka",
                                                            "k.a",
                                                            "je ne sais pas",
                                                            "je sais pas",
                                                            "j'sais pas",
                                                            "ne sais pas",
                                                            "sais pas",
                                                            "aucune idee",
                                                            "no se",
                                                            "no lo se",
                                                            "ni idea",
                                                            "non so",
                                                            "non lo so",
                                                            "boh",
                                                            "non ne ho idea",
                                                            "nao sei",
                                                            "nao faco ideia",
                                                            "sei la",
                                                            "weet niet",
                                                            "weet ik niet",
                                                            "ik weet het niet",
                                                            "ik weet niet",
                                                            "geen idee"});

}  // namespace

const AnswerWords& answer_words_of(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  const auto* const found = std::ranges::find(
      kLanguages, primary, &std::pair<std::string_view, const AnswerWords*>::first);
  return found == kLanguages.end() ? kEnglish : *found->second;
}

std::span<const std::string_view> not_known_phrases() {
  return kNotKnown;
}

bool has(const std::vector<std::string_view>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_small_word(const AnswerWords& words, std::string_view word) {
  return has(words.leads, word) || has(words.ands, word);
}

}  // namespace recto::study
