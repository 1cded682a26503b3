#include "content/words/irregular.h"

#include <algorithm>
#include <iterator>

namespace recto {
namespace {

struct Pair {
  std::string_view base;
  std::string_view other;
};

// All tables are sorted by their first column.

constexpr IrregularVerb kVerbs[] = {{"arise", "arose", "arisen"},
                                    {"awake", "awoke", "awoken"},
                                    {"babysit", "babysat", "babysat"},
                                    {"be", "was", "been"},
                                    {"bear", "bore", "borne"},
                                    {"beat", "beat", "beaten"},
                                    {"become", "became", "become"},
                                    {"befall", "befell", "befallen"},
                                    {"begin", "began", "begun"},
                                    {"behold", "beheld", "beheld"},
                                    {"bend", "bent", "bent"},
                                    {"beset", "beset", "beset"},
                                    {"bet", "bet", "bet"},
                                    {"bid", "bid", "bid"},
                                    {"bind", "bound", "bound"},
                                    {"bite", "bit", "bitten"},
                                    {"bleed", "bled", "bled"},
                                    {"blow", "blew", "blown"},
                                    {"break", "broke", "broken"},
                                    {"breed", "bred", "bred"},
                                    {"bring", "brought", "brought"},
                                    {"broadcast", "broadcast", "broadcast"},
                                    {"build", "built", "built"},
                                    {"burst", "burst", "burst"},
                                    {"buy", "bought", "bought"},
                                    {"can", "could", "could"},
                                    {"cast", "cast", "cast"},
                                    {"catch", "caught", "caught"},
                                    {"choose", "chose", "chosen"},
                                    {"cling", "clung", "clung"},
                                    {"come", "came", "come"},
                                    {"cost", "cost", "cost"},
                                    {"creep", "crept", "crept"},
                                    {"cut", "cut", "cut"},
                                    {"deal", "dealt", "dealt"},
                                    {"dig", "dug", "dug"},
                                    {"do", "did", "done"},
                                    {"draw", "drew", "drawn"},
                                    {"drink", "drank", "drunk"},
                                    {"drive", "drove", "driven"},
                                    {"dwell", "dwelt", "dwelt"},
                                    {"eat", "ate", "eaten"},
                                    {"fall", "fell", "fallen"},
                                    {"feed", "fed", "fed"},
                                    {"feel", "felt", "felt"},
                                    {"fight", "fought", "fought"},
                                    {"find", "found", "found"},
                                    {"flee", "fled", "fled"},
                                    {"fling", "flung", "flung"},
                                    {"fly", "flew", "flown"},
                                    {"forbid", "forbade", "forbidden"},
                                    {"forecast", "forecast", "forecast"},
                                    {"forget", "forgot", "forgotten"},
                                    {"forgive", "forgave", "forgiven"},
                                    {"forsake", "forsook", "forsaken"},
                                    {"freeze", "froze", "frozen"},
                                    {"get", "got", "got"},
                                    {"give", "gave", "given"},
                                    {"go", "went", "gone"},
                                    {"grind", "ground", "ground"},
                                    {"grow", "grew", "grown"},
                                    {"hang", "hung", "hung"},
                                    {"have", "had", "had"},
                                    {"hear", "heard", "heard"},
                                    {"hew", "hewed", "hewn"},
                                    {"hide", "hid", "hidden"},
                                    {"hit", "hit", "hit"},
                                    {"hold", "held", "held"},
                                    {"hurt", "hurt", "hurt"},
                                    {"keep", "kept", "kept"},
                                    {"kneel", "knelt", "knelt"},
                                    {"knit", "knit", "knit"},
                                    {"know", "knew", "known"},
                                    {"lay", "laid", "laid"},
                                    {"lead", "led", "led"},
                                    {"leave", "left", "left"},
                                    {"lend", "lent", "lent"},
                                    {"let", "let", "let"},
                                    {"lie", "lay", "lain"},
                                    {"light", "lit", "lit"},
                                    {"lose", "lost", "lost"},
                                    {"make", "made", "made"},
                                    {"may", "might", "might"},
                                    {"mean", "meant", "meant"},
                                    {"meet", "met", "met"},
                                    {"mow", "mowed", "mown"},
                                    {"must", "must", "must"},
                                    {"partake", "partook", "partaken"},
                                    {"pay", "paid", "paid"},
                                    {"prove", "proved", "proven"},
                                    {"put", "put", "put"},
                                    {"quit", "quit", "quit"},
                                    {"read", "read", "read"},
                                    {"rend", "rent", "rent"},
                                    {"rid", "rid", "rid"},
                                    {"ride", "rode", "ridden"},
                                    {"ring", "rang", "rung"},
                                    {"rise", "rose", "risen"},
                                    {"run", "ran", "run"},
                                    {"saw", "sawed", "sawn"},
                                    {"say", "said", "said"},
                                    {"see", "saw", "seen"},
                                    {"seek", "sought", "sought"},
                                    {"sell", "sold", "sold"},
                                    {"send", "sent", "sent"},
                                    {"set", "set", "set"},
                                    {"sew", "sewed", "sewn"},
                                    {"shake", "shook", "shaken"},
                                    {"shall", "should", "should"},
                                    {"shear", "sheared", "shorn"},
                                    {"shed", "shed", "shed"},
                                    {"shine", "shone", "shone"},
                                    {"shoot", "shot", "shot"},
                                    {"show", "showed", "shown"},
                                    {"shrink", "shrank", "shrunk"},
                                    {"shut", "shut", "shut"},
                                    {"sing", "sang", "sung"},
                                    {"sink", "sank", "sunk"},
                                    {"sit", "sat", "sat"},
                                    {"slay", "slew", "slain"},
                                    {"sleep", "slept", "slept"},
                                    {"slide", "slid", "slid"},
                                    {"sling", "slung", "slung"},
                                    {"slink", "slunk", "slunk"},
                                    {"slit", "slit", "slit"},
                                    {"smite", "smote", "smitten"},
                                    {"sow", "sowed", "sown"},
                                    {"speak", "spoke", "spoken"},
                                    {"speed", "sped", "sped"},
                                    {"spend", "spent", "spent"},
                                    {"spin", "spun", "spun"},
                                    {"spit", "spat", "spat"},
                                    {"split", "split", "split"},
                                    {"spread", "spread", "spread"},
                                    {"spring", "sprang", "sprung"},
                                    {"stand", "stood", "stood"},
                                    {"steal", "stole", "stolen"},
                                    {"stick", "stuck", "stuck"},
                                    {"sting", "stung", "stung"},
                                    {"stink", "stank", "stunk"},
                                    {"stride", "strode", "stridden"},
                                    {"strike", "struck", "struck"},
                                    {"string", "strung", "strung"},
                                    {"strive", "strove", "striven"},
                                    {"sublet", "sublet", "sublet"},
                                    {"swear", "swore", "sworn"},
                                    {"sweep", "swept", "swept"},
                                    {"swell", "swelled", "swollen"},
                                    {"swim", "swam", "swum"},
                                    {"swing", "swung", "swung"},
                                    {"take", "took", "taken"},
                                    {"teach", "taught", "taught"},
                                    {"tear", "tore", "torn"},
                                    {"tell", "told", "told"},
                                    {"think", "thought", "thought"},
                                    {"throw", "threw", "thrown"},
                                    {"thrust", "thrust", "thrust"},
                                    {"tread", "trod", "trodden"},
                                    {"typeset", "typeset", "typeset"},
                                    {"understand", "understood", "understood"},
                                    {"undertake", "undertook", "undertaken"},
                                    {"upset", "upset", "upset"},
                                    {"wake", "woke", "woken"},
                                    {"wear", "wore", "worn"},
                                    {"weave", "wove", "woven"},
                                    {"weep", "wept", "wept"},
                                    {"will", "would", "would"},
                                    {"win", "won", "won"},
                                    {"wind", "wound", "wound"},
                                    {"wring", "wrung", "wrung"},
                                    {"write", "wrote", "written"}};

constexpr Pair kPlurals[] = {{"addendum", "addenda"},
                             {"aircraft", "aircraft"},
                             {"alga", "algae"},
                             {"alumna", "alumnae"},
                             {"alumnus", "alumni"},
                             {"analysis", "analyses"},
                             {"antithesis", "antitheses"},
                             {"arrears", "arrears"},
                             {"axis", "axes"},
                             {"bacillus", "bacilli"},
                             {"bacterium", "bacteria"},
                             {"barracks", "barracks"},
                             {"basis", "bases"},
                             {"belongings", "belongings"},
                             {"binoculars", "binoculars"},
                             {"bison", "bison"},
                             {"calf", "calves"},
                             {"cattle", "cattle"},
                             {"child", "children"},
                             {"clothes", "clothes"},
                             {"cod", "cod"},
                             {"corps", "corps"},
                             {"crisis", "crises"},
                             {"criterion", "criteria"},
                             {"crossroads", "crossroads"},
                             {"curriculum", "curricula"},
                             {"datum", "data"},
                             {"deer", "deer"},
                             {"diagnosis", "diagnoses"},
                             {"die", "dice"},
                             {"dregs", "dregs"},
                             {"earnings", "earnings"},
                             {"elf", "elves"},
                             {"ellipsis", "ellipses"},
                             {"emphasis", "emphases"},
                             {"erratum", "errata"},
                             {"faeces", "faeces"},
                             {"fish", "fish"},
                             {"focus", "foci"},
                             {"foot", "feet"},
                             {"fungus", "fungi"},
                             {"gallows", "gallows"},
                             {"genesis", "geneses"},
                             {"genitals", "genitals"},
                             {"genus", "genera"},
                             {"goods", "goods"},
                             {"goose", "geese"},
                             {"grandchild", "grandchildren"},
                             {"half", "halves"},
                             {"headquarters", "headquarters"},
                             {"hoof", "hooves"},
                             {"hovercraft", "hovercraft"},
                             {"hypothesis", "hypotheses"},
                             {"jeans", "jeans"},
                             {"knife", "knives"},
                             {"larva", "larvae"},
                             {"leaf", "leaves"},
                             {"life", "lives"},
                             {"loaf", "loaves"},
                             {"locus", "loci"},
                             {"louse", "lice"},
                             {"man", "men"},
                             {"matrix", "matrices"},
                             {"means", "means"},
                             {"medium", "media"},
                             {"millennium", "millennia"},
                             {"moose", "moose"},
                             {"mouse", "mice"},
                             {"nebula", "nebulae"},
                             {"nucleus", "nuclei"},
                             {"oasis", "oases"},
                             {"odds", "odds"},
                             {"offspring", "offspring"},
                             {"outskirts", "outskirts"},
                             {"ovum", "ova"},
                             {"ox", "oxen"},
                             {"pajamas", "pajamas"},
                             {"pants", "pants"},
                             {"parenthesis", "parentheses"},
                             {"passer-by", "passers-by"},
                             {"passerby", "passersby"},
                             {"people", "people"},
                             {"person", "people"},
                             {"personnel", "personnel"},
                             {"phenomenon", "phenomena"},
                             {"pliers", "pliers"},
                             {"police", "police"},
                             {"postman", "postmen"},
                             {"premises", "premises"},
                             {"proceeds", "proceeds"},
                             {"pyjamas", "pyjamas"},
                             {"quiz", "quizzes"},
                             {"radius", "radii"},
                             {"regalia", "regalia"},
                             {"regards", "regards"},
                             {"remains", "remains"},
                             {"runner-up", "runners-up"},
                             {"salmon", "salmon"},
                             {"scarf", "scarves"},
                             {"scissors", "scissors"},
                             {"self", "selves"},
                             {"series", "series"},
                             {"sheaf", "sheaves"},
                             {"sheep", "sheep"},
                             {"shelf", "shelves"},
                             {"shorts", "shorts"},
                             {"shrimp", "shrimp"},
                             {"spacecraft", "spacecraft"},
                             {"species", "species"},
                             {"squid", "squid"},
                             {"stimulus", "stimuli"},
                             {"stratum", "strata"},
                             {"supernova", "supernovae"},
                             {"supplies", "supplies"},
                             {"surroundings", "surroundings"},
                             {"swine", "swine"},
                             {"synopsis", "synopses"},
                             {"synthesis", "syntheses"},
                             {"thanks", "thanks"},
                             {"thesis", "theses"},
                             {"thief", "thieves"},
                             {"tights", "tights"},
                             {"tongs", "tongs"},
                             {"tooth", "teeth"},
                             {"troops", "troops"},
                             {"trousers", "trousers"},
                             {"trout", "trout"},
                             {"tweezers", "tweezers"},
                             {"vertebra", "vertebrae"},
                             {"vertex", "vertices"},
                             {"vortex", "vortices"},
                             {"wharf", "wharves"},
                             {"whereabouts", "whereabouts"},
                             {"wife", "wives"},
                             {"winnings", "winnings"},
                             {"wolf", "wolves"},
                             {"woman", "women"}};

constexpr IrregularDegree kDegrees[] = {
    {"bad", "worse", "worst"},          {"badly", "worse", "worst"}, {"far", "further", "furthest"},
    {"further", "further", "furthest"}, {"good", "better", "best"},  {"ill", "worse", "worst"},
    {"least", "less", "least"},         {"less", "less", "least"},   {"little", "less", "least"},
    {"many", "more", "most"},           {"more", "more", "most"},    {"most", "more", "most"},
    {"much", "more", "most"},           {"well", "better", "best"}};

constexpr Pair kAuxiliaries[] = {
    {"'d", "would"},    {"'ll", "will"},  {"'m", "be"},       {"'re", "be"},
    {"'s", "be"},       {"'ve", "have"},  {"am", "be"},       {"are", "be"},
    {"been", "be"},     {"being", "be"},  {"ca", "can"},      {"can", "can"},
    {"could", "could"}, {"did", "do"},    {"does", "do"},     {"doing", "do"},
    {"done", "do"},     {"gon", "go"},    {"had", "have"},    {"has", "have"},
    {"having", "have"}, {"is", "be"},     {"may", "may"},     {"might", "might"},
    {"must", "must"},   {"sha", "shall"}, {"shall", "shall"}, {"should", "should"},
    {"wan", "want"},    {"was", "be"},    {"were", "be"},     {"wo", "will"},
    {"would", "would"}};

constexpr std::string_view kKeepMan[] = {"brahman",    "caiman",   "cayman", "desman",  "dragoman",
                                         "german",     "hanuman",  "hetman", "human",   "mussulman",
                                         "norman",     "ottoman",  "roman",  "shaman",  "subhuman",
                                         "superhuman", "talisman", "toman",  "turkoman"};

constexpr std::string_view kEsAfterO[] = {"antihero", "buffalo", "cargo",     "do",     "domino",
                                          "echo",     "embargo", "forego",    "forgo",  "go",
                                          "hero",     "mango",   "mosquito",  "outdo",  "overdo",
                                          "potato",   "redo",    "superhero", "tomato", "tornado",
                                          "torpedo",  "undergo", "undo",      "veto",   "volcano"};

constexpr std::string_view kHardCh[] = {"czech",     "epoch",     "eunuch",  "hierarch",
                                        "loch",      "matriarch", "monarch", "oligarch",
                                        "patriarch", "stomach",   "tech"};

constexpr std::string_view kDoubleL[] = {
    "annul", "cabal",  "compel", "control", "dispel", "distil", "enrol", "excel", "expel",
    "extol", "fulfil", "impel",  "instil",  "patrol", "propel", "rebel", "repel"};

template <class Row, std::size_t Size>
constexpr bool sorted(const Row (&rows)[Size]) {
  return std::is_sorted(std::begin(rows), std::end(rows),
                        [](const Row& a, const Row& b) { return a.base < b.base; });
}

static_assert(sorted(kVerbs) && sorted(kPlurals) && sorted(kDegrees) && sorted(kAuxiliaries));
static_assert(std::is_sorted(std::begin(kKeepMan), std::end(kKeepMan)) &&
              std::is_sorted(std::begin(kEsAfterO), std::end(kEsAfterO)) &&
              std::is_sorted(std::begin(kHardCh), std::end(kHardCh)) &&
              std::is_sorted(std::begin(kDoubleL), std::end(kDoubleL)));

template <class Row, std::size_t Size>
const Row* find_row(const Row (&rows)[Size], std::string_view base) {
  const Row* found =
      std::lower_bound(std::begin(rows), std::end(rows), base,
                       [](const Row& row, std::string_view wanted) { return row.base < wanted; });
  return found != std::end(rows) && found->base == base ? found : nullptr;
}

template <std::size_t Size>
bool among(const std::string_view (&words)[Size], std::string_view word) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

}  // namespace

const IrregularVerb* find_irregular_verb(std::string_view base) {
  return find_row(kVerbs, base);
}

std::string_view irregular_plural(std::string_view singular) {
  const Pair* found = find_row(kPlurals, singular);
  return found == nullptr ? std::string_view{} : found->other;
}

std::string_view irregular_singular(std::string_view plural) {
  const Pair* found = std::find_if(std::begin(kPlurals), std::end(kPlurals),
                                   [&](const Pair& pair) { return pair.other == plural; });
  return found == std::end(kPlurals) ? std::string_view{} : found->base;
}

bool keeps_man(std::string_view word) {
  return among(kKeepMan, word);
}

const IrregularDegree* find_irregular_degree(std::string_view base) {
  return find_row(kDegrees, base);
}

std::string_view auxiliary_lemma(std::string_view form) {
  const Pair* found = find_row(kAuxiliaries, form);
  return found == nullptr ? std::string_view{} : found->other;
}

bool takes_es_after_o(std::string_view word) {
  return among(kEsAfterO, word);
}

bool ends_in_hard_ch(std::string_view word) {
  return among(kHardCh, word);
}

bool doubles_l_everywhere(std::string_view word) {
  return among(kDoubleL, word);
}

}  // namespace recto
