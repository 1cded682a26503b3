#include "content/words/spelling.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recto {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Words that follow no rule, with what may stand behind them left out.
constexpr auto kWords = std::to_array<Pair>(
    {{"aeroplane", "airplane"},  {"aluminium", "aluminum"}, {"cheque", "check"},
     {"cheques", "checks"},      {"draught", "draft"},      {"gaol", "jail"},
     {"grey", "gray"},           {"greys", "grays"},        {"jewellery", "jewelry"},
     {"kerb", "curb"},           {"mould", "mold"},         {"moulds", "molds"},
     {"moustache", "mustache"},  {"omelette", "omelet"},    {"plough", "plow"},
     {"ploughs", "plows"},       {"programme", "program"},  {"programmes", "programs"},
     {"pyjamas", "pajamas"},     {"sceptic", "skeptic"},    {"sceptical", "skeptical"},
     {"smoulder", "smolder"},    {"sulphur", "sulfur"},     {"sulphuric", "sulfuric"},
     {"sulphate", "sulfate"},    {"sulphide", "sulfide"},   {"tyre", "tire"},
     {"tyres", "tires"},         {"whisky", "whiskey"},     {"artefact", "artifact"},
     {"artefacts", "artifacts"}, {"enrol", "enroll"},       {"fulfil", "fulfill"},
     {"skilful", "skillful"},    {"judgement", "judgment"}, {"defence", "defense"},
     {"defences", "defenses"},   {"offence", "offense"},    {"offences", "offenses"},
     {"licence", "license"},     {"licences", "licenses"},  {"pretence", "pretense"},
     {"sabre", "saber"},         {"calibre", "caliber"},    {"sombre", "somber"},
     {"spectre", "specter"},     {"meagre", "meager"},      {"lustre", "luster"}});

/// Endings, the longer before those that they end in. Of the doubled l only what stands behind the
/// consonants of "travelled" and its like, so that a mistyped word does not become a right one.
constexpr auto kEndings = std::to_array<Pair>({
    {"isations", "izations"}, {"isation", "ization"}, {"ising", "izing"},
    {"ised", "ized"},         {"iser", "izer"},       {"isers", "izers"},
    {"ises", "izes"},         {"ise", "ize"},         {"ysing", "yzing"},
    {"ysed", "yzed"},         {"yse", "yze"},         {"metres", "meters"},
    {"metre", "meter"},       {"litres", "liters"},   {"litre", "liter"},
    {"centres", "centers"},   {"centre", "center"},   {"theatres", "theaters"},
    {"theatre", "theater"},   {"fibres", "fibers"},   {"fibre", "fiber"},
    {"alogues", "alogs"},     {"alogue", "alog"},     {"velling", "veling"},
    {"velled", "veled"},      {"veller", "veler"},    {"vellers", "velers"},
    {"delling", "deling"},    {"delled", "deled"},    {"belled", "beled"},
    {"belling", "beling"},    {"celled", "celed"},    {"celling", "celing"},
});

/// Parts of words: stems in -our, which may have endings, then Greek and Latin vowels.
constexpr auto kParts = std::to_array<Pair>({{"colour", "color"},       {"honour", "honor"},
                                             {"labour", "labor"},       {"favour", "favor"},
                                             {"flavour", "flavor"},     {"harbour", "harbor"},
                                             {"neighbour", "neighbor"}, {"humour", "humor"},
                                             {"rumour", "rumor"},       {"vapour", "vapor"},
                                             {"behaviour", "behavior"}, {"armour", "armor"},
                                             {"endeavour", "endeavor"}, {"odour", "odor"},
                                             {"tumour", "tumor"},       {"vigour", "vigor"},
                                             {"rigour", "rigor"},       {"splendour", "splendor"},
                                             {"parlour", "parlor"},     {"candour", "candor"},
                                             {"fervour", "fervor"},     {"saviour", "savior"},
                                             {"haem", "hem"},           {"aemi", "emi"},
                                             {"paed", "ped"},           {"oestr", "estr"},
                                             {"foet", "fet"},           {"anaes", "anes"},
                                             {"archaeo", "archeo"},     {"mediaev", "mediev"},
                                             {"aesthet", "esthet"},     {"gynaec", "gynec"},
                                             {"rrhoea", "rrhea"},       {"oesoph", "esoph"},
                                             {"manoeuv", "maneuv"},     {"palaeo", "paleo"},
                                             {"homoeo", "homeo"},       {"faec", "fec"}});

constexpr std::size_t kShortest = 5;  ///< "four" is not "for"

}  // namespace

std::string american_spelling(std::string_view word) {
  if (const auto* const found = std::ranges::find(kWords, word, &Pair::first);
      found != kWords.end())
    return std::string(found->second);
  std::string american(word);
  if (word.size() < kShortest) return american;
  for (const auto& [british, ending] : kEndings) {
    if (!word.ends_with(british)) continue;
    american.replace(word.size() - british.size(), british.size(), ending);
    break;
  }
  for (const auto& [british, part] : kParts)
    if (const std::size_t at = american.find(british); at != std::string::npos)
      american.replace(at, british.size(), part);
  return american;
}

}  // namespace recto
