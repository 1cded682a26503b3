// Tables of forms, both ways.
#include "content/words/inflection.h"

#include <algorithm>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"

using namespace recto;
using test::shipped_lexicon;

namespace {

struct VerbRow {
  std::string base, third, past, participle, gerund;
};

const VerbRow kVerbs[] = {
    {"announce", "announces", "announced", "announced", "announcing"},
    {"stop", "stops", "stopped", "stopped", "stopping"},
    {"plan", "plans", "planned", "planned", "planning"},
    {"refer", "refers", "referred", "referred", "referring"},
    {"offer", "offers", "offered", "offered", "offering"},
    {"visit", "visits", "visited", "visited", "visiting"},
    {"travel", "travels", "travelled", "travelled", "travelling"},
    {"cancel", "cancels", "cancelled", "cancelled", "cancelling"},
    {"control", "controls", "controlled", "controlled", "controlling"},
    {"compel", "compels", "compelled", "compelled", "compelling"},
    {"reveal", "reveals", "revealed", "revealed", "revealing"},
    {"kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping"},
    {"develop", "develops", "developed", "developed", "developing"},
    {"occur", "occurs", "occurred", "occurred", "occurring"},
    {"begin", "begins", "began", "begun", "beginning"},
    {"carry", "carries", "carried", "carried", "carrying"},
    {"play", "plays", "played", "played", "playing"},
    {"die", "dies", "died", "died", "dying"},
    {"lie", "lies", "lay", "lain", "lying"},
    {"lay", "lays", "laid", "laid", "laying"},
    {"pass", "passes", "passed", "passed", "passing"},
    {"reach", "reaches", "reached", "reached", "reaching"},
    {"fix", "fixes", "fixed", "fixed", "fixing"},
    {"buzz", "buzzes", "buzzed", "buzzed", "buzzing"},
    {"agree", "agrees", "agreed", "agreed", "agreeing"},
    {"dye", "dyes", "dyed", "dyed", "dyeing"},
    {"see", "sees", "saw", "seen", "seeing"},
    {"saw", "saws", "sawed", "sawn", "sawing"},
    {"go", "goes", "went", "gone", "going"},
    {"undergo", "undergoes", "underwent", "undergone", "undergoing"},
    {"do", "does", "did", "done", "doing"},
    {"have", "has", "had", "had", "having"},
    {"be", "is", "was", "been", "being"},
    {"make", "makes", "made", "made", "making"},
    {"take", "takes", "took", "taken", "taking"},
    {"input", "inputs", "input", "input", "inputting"},
    {"benefit", "benefits", "benefited", "benefited", "benefiting"},
    {"combat", "combats", "combated", "combated", "combating"},
    {"crossbreed", "crossbreeds", "crossbred", "crossbred", "crossbreeding"},
    {"co-found", "co-founds", "co-founded", "co-founded", "co-founding"},
    {"upvote", "upvotes", "upvoted", "upvoted", "upvoting"},
    {"x-ray", "x-rays", "x-rayed", "x-rayed", "x-raying"},
    {"overtake", "overtakes", "overtook", "overtaken", "overtaking"},
    {"undertake", "undertakes", "undertook", "undertaken", "undertaking"},
    {"write", "writes", "wrote", "written", "writing"},
    {"rewrite", "rewrites", "rewrote", "rewritten", "rewriting"},
    {"understand", "understands", "understood", "understood", "understanding"},
    {"misunderstand", "misunderstands", "misunderstood", "misunderstood", "misunderstanding"},
    {"withstand", "withstands", "withstood", "withstood", "withstanding"},
    {"forgive", "forgives", "forgave", "forgiven", "forgiving"},
    {"behave", "behaves", "behaved", "behaved", "behaving"},
    {"become", "becomes", "became", "become", "becoming"},
    {"welcome", "welcomes", "welcomed", "welcomed", "welcoming"},
    {"find", "finds", "found", "found", "finding"},
    {"found", "founds", "founded", "founded", "founding"},
    {"lead", "leads", "led", "led", "leading"},
    {"leave", "leaves", "left", "left", "leaving"},
    {"lose", "loses", "lost", "lost", "losing"},
    {"choose", "chooses", "chose", "chosen", "choosing"},
    {"build", "builds", "built", "built", "building"},
    {"rebuild", "rebuilds", "rebuilt", "rebuilt", "rebuilding"},
    {"fly", "flies", "flew", "flown", "flying"},
    {"flow", "flows", "flowed", "flowed", "flowing"},
    {"fall", "falls", "fell", "fallen", "falling"},
    {"fell", "fells", "felled", "felled", "felling"},
    {"rise", "rises", "rose", "risen", "rising"},
    {"raise", "raises", "raised", "raised", "raising"},
    {"arise", "arises", "arose", "arisen", "arising"},
    {"win", "wins", "won", "won", "winning"},
    {"wind", "winds", "wound", "wound", "winding"},
    {"wound", "wounds", "wounded", "wounded", "wounding"},
    {"run", "runs", "ran", "run", "running"},
    {"come", "comes", "came", "come", "coming"},
    {"give", "gives", "gave", "given", "giving"},
    {"grow", "grows", "grew", "grown", "growing"},
    {"know", "knows", "knew", "known", "knowing"},
    {"draw", "draws", "drew", "drawn", "drawing"},
    {"drive", "drives", "drove", "driven", "driving"},
    {"eat", "eats", "ate", "eaten", "eating"},
    {"speak", "speaks", "spoke", "spoken", "speaking"},
    {"steal", "steals", "stole", "stolen", "stealing"},
    {"swim", "swims", "swam", "swum", "swimming"},
    {"sink", "sinks", "sank", "sunk", "sinking"},
    {"think", "thinks", "thought", "thought", "thinking"},
    {"bring", "brings", "brought", "brought", "bringing"},
    {"buy", "buys", "bought", "bought", "buying"},
    {"catch", "catches", "caught", "caught", "catching"},
    {"teach", "teaches", "taught", "taught", "teaching"},
    {"seek", "seeks", "sought", "sought", "seeking"},
    {"sell", "sells", "sold", "sold", "selling"},
    {"tell", "tells", "told", "told", "telling"},
    {"hold", "holds", "held", "held", "holding"},
    {"keep", "keeps", "kept", "kept", "keeping"},
    {"meet", "meets", "met", "met", "meeting"},
    {"send", "sends", "sent", "sent", "sending"},
    {"spend", "spends", "spent", "spent", "spending"},
    {"cut", "cuts", "cut", "cut", "cutting"},
    {"put", "puts", "put", "put", "putting"},
    {"set", "sets", "set", "set", "setting"},
    {"hit", "hits", "hit", "hit", "hitting"},
    {"cost", "costs", "cost", "cost", "costing"},
    {"spread", "spreads", "spread", "spread", "spreading"},
    {"read", "reads", "read", "read", "reading"},
    {"quit", "quits", "quit", "quit", "quitting"},
    {"panic", "panics", "panicked", "panicked", "panicking"},
    {"mimic", "mimics", "mimicked", "mimicked", "mimicking"},
    {"focus", "focuses", "focused", "focused", "focusing"},
    {"free", "frees", "freed", "freed", "freeing"},
    {"tie", "ties", "tied", "tied", "tying"},
    {"argue", "argues", "argued", "argued", "arguing"},
    {"use", "uses", "used", "used", "using"},
    {"bear", "bears", "bore", "borne", "bearing"},
    {"wear", "wears", "wore", "worn", "wearing"},
    {"tear", "tears", "tore", "torn", "tearing"},
    {"swear", "swears", "swore", "sworn", "swearing"},
    {"strike", "strikes", "struck", "struck", "striking"},
    {"stick", "sticks", "stuck", "stuck", "sticking"},
    {"shoot", "shoots", "shot", "shot", "shooting"},
    {"shine", "shines", "shone", "shone", "shining"},
    {"show", "shows", "showed", "shown", "showing"},
    {"shut", "shuts", "shut", "shut", "shutting"},
    {"sing", "sings", "sang", "sung", "singing"},
    {"sit", "sits", "sat", "sat", "sitting"},
    {"sleep", "sleeps", "slept", "slept", "sleeping"},
    {"veto", "vetoes", "vetoed", "vetoed", "vetoing"},
    {"echo", "echoes", "echoed", "echoed", "echoing"},
    {"quiz", "quizzes", "quizzed", "quizzed", "quizzing"},
    {"map", "maps", "mapped", "mapped", "mapping"},
    {"format", "formats", "formatted", "formatted", "formatting"},
    {"edit", "edits", "edited", "edited", "editing"},
    {"open", "opens", "opened", "opened", "opening"},
    {"happen", "happens", "happened", "happened", "happening"},
    {"admit", "admits", "admitted", "admitted", "admitting"},
    {"limit", "limits", "limited", "limited", "limiting"},
    {"equip", "equips", "equipped", "equipped", "equipping"},
    {"worship", "worships", "worshipped", "worshipped", "worshipping"},
    {"rebel", "rebels", "rebelled", "rebelled", "rebelling"},
    {"hang", "hangs", "hung", "hung", "hanging"},
    {"overfly", "overflies", "overflew", "overflown", "overflying"}};

struct PairRow {
  std::string singular, plural;
};

const PairRow kNouns[] = {{"city", "cities"},
                          {"day", "days"},
                          {"glacier", "glaciers"},
                          {"church", "churches"},
                          {"stomach", "stomachs"},
                          {"monarch", "monarchs"},
                          {"box", "boxes"},
                          {"bus", "buses"},
                          {"class", "classes"},
                          {"quiz", "quizzes"},
                          {"potato", "potatoes"},
                          {"hero", "heroes"},
                          {"piano", "pianos"},
                          {"photo", "photos"},
                          {"volcano", "volcanoes"},
                          {"video", "videos"},
                          {"mouse", "mice"},
                          {"man", "men"},
                          {"woman", "women"},
                          {"policeman", "policemen"},
                          {"human", "humans"},
                          {"German", "Germans"},
                          {"Roman", "Romans"},
                          {"Norman", "Normans"},
                          {"Frenchman", "Frenchmen"},
                          {"child", "children"},
                          {"grandchild", "grandchildren"},
                          {"people", "people"},
                          {"schoolchild", "schoolchildren"},
                          {"clothes", "clothes"},
                          {"1990s", "1990s"},
                          {"politics", "politics"},
                          {"foot", "feet"},
                          {"tooth", "teeth"},
                          {"goose", "geese"},
                          {"ox", "oxen"},
                          {"sheep", "sheep"},
                          {"deer", "deer"},
                          {"fish", "fish"},
                          {"series", "series"},
                          {"species", "species"},
                          {"aircraft", "aircraft"},
                          {"spacecraft", "spacecraft"},
                          {"knife", "knives"},
                          {"wife", "wives"},
                          {"life", "lives"},
                          {"housewife", "housewives"},
                          {"leaf", "leaves"},
                          {"wolf", "wolves"},
                          {"thief", "thieves"},
                          {"half", "halves"},
                          {"roof", "roofs"},
                          {"chief", "chiefs"},
                          {"belief", "beliefs"},
                          {"cliff", "cliffs"},
                          {"safe", "safes"},
                          {"analysis", "analyses"},
                          {"crisis", "crises"},
                          {"hypothesis", "hypotheses"},
                          {"basis", "bases"},
                          {"phenomenon", "phenomena"},
                          {"criterion", "criteria"},
                          {"bacterium", "bacteria"},
                          {"nucleus", "nuclei"},
                          {"radius", "radii"},
                          {"fungus", "fungi"},
                          {"virus", "viruses"},
                          {"campus", "campuses"},
                          {"larva", "larvae"},
                          {"alga", "algae"},
                          {"matrix", "matrices"},
                          {"index", "indexes"},
                          {"museum", "museums"},
                          {"stadium", "stadiums"},
                          {"medium", "media"},
                          {"mother-in-law", "mothers-in-law"},
                          {"prisoner of war", "prisoners of war"},
                          {"passer-by", "passers-by"},
                          {"runner-up", "runners-up"},
                          {"prime minister", "prime ministers"},
                          {"power station", "power stations"},
                          {"head of state", "heads of state"},
                          {"Nobel prize", "Nobel prizes"},
                          {"Chinese", "Chinese"},
                          {"Japanese", "Japanese"},
                          {"dynasty", "dynasties"},
                          {"monkey", "monkeys"},
                          {"gas", "gases"},
                          {"lens", "lenses"},
                          {"tax", "taxes"},
                          {"waltz", "waltzes"},
                          {"dish", "dishes"},
                          {"eyelash", "eyelashes"},
                          {"die", "dice"},
                          {"means", "means"},
                          {"offspring", "offspring"},
                          {"headquarters", "headquarters"},
                          {"supernova", "supernovae"},
                          {"vertebra", "vertebrae"},
                          {"genus", "genera"},
                          {"stratum", "strata"},
                          {"tomato", "tomatoes"},
                          {"echo", "echoes"},
                          {"zoo", "zoos"},
                          {"radio", "radios"},
                          {"studio", "studios"},
                          {"shelf", "shelves"},
                          {"scarf", "scarves"}};

struct DegreeRow {
  std::string positive, comparative, superlative;
};

const DegreeRow kDegrees[] = {{"big", "bigger", "biggest"},
                              {"tall", "taller", "tallest"},
                              {"large", "larger", "largest"},
                              {"happy", "happier", "happiest"},
                              {"early", "earlier", "earliest"},
                              {"friendly", "friendlier", "friendliest"},
                              {"narrow", "narrower", "narrowest"},
                              {"simple", "simpler", "simplest"},
                              {"thin", "thinner", "thinnest"},
                              {"hot", "hotter", "hottest"},
                              {"wet", "wetter", "wettest"},
                              {"new", "newer", "newest"},
                              {"grey", "greyer", "greyest"},
                              {"good", "better", "best"},
                              {"bad", "worse", "worst"},
                              {"far", "further", "furthest"},
                              {"little", "less", "least"},
                              {"many", "more", "most"},
                              {"free", "freer", "freest"},
                              {"old", "older", "oldest"},
                              {"high", "higher", "highest"},
                              {"long", "longer", "longest"},
                              {"deep", "deeper", "deepest"},
                              {"wide", "wider", "widest"},
                              {"heavy", "heavier", "heaviest"},
                              {"dry", "drier", "driest"},
                              {"clever", "cleverer", "cleverest"},
                              {"famous", "more famous", "most famous"},
                              {"important", "more important", "most important"},
                              {"tired", "more tired", "most tired"},
                              {"modern", "more modern", "most modern"},
                              {"quickly", "more quickly", "most quickly"},
                              {"fast", "faster", "fastest"},
                              {"soon", "sooner", "soonest"}};

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

}  // namespace

TEST_CASE("words: forms of verbs") {
  for (const VerbRow& row : kVerbs) {
    CAPTURE(row.base);
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Base) == row.base);
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Third) == row.third);
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Past) == row.past);
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Participle) == row.participle);
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Gerund) == row.gerund);
  }
}

TEST_CASE("words: lemmas of verbs' forms, as do-support needs them") {
  for (const VerbRow& row : kVerbs) {
    CAPTURE(row.base);
    using enum PartOfSpeech;
    CHECK(lemma_of(shipped_lexicon(), row.third, Verb, Slot::Third) == row.base);
    CHECK(lemma_of(shipped_lexicon(), row.past, Verb, Slot::Past) == row.base);
    CHECK(lemma_of(shipped_lexicon(), row.participle, Verb, Slot::Participle) == row.base);
    CHECK(lemma_of(shipped_lexicon(), row.gerund, Verb, Slot::Gerund) == row.base);
  }
}

TEST_CASE("words: plurals and back") {
  for (const PairRow& row : kNouns) {
    CAPTURE(row.singular);
    CHECK(inflect(shipped_lexicon(), row.singular, Slot::Plural) == row.plural);
    CHECK(lemma_of(shipped_lexicon(), row.plural, PartOfSpeech::Noun, Slot::Plural) ==
          lowered(row.singular));
  }
}

TEST_CASE("words: degrees") {
  for (const DegreeRow& row : kDegrees) {
    CAPTURE(row.positive);
    CHECK(inflect(shipped_lexicon(), row.positive, Slot::Comparative) == row.comparative);
    CHECK(inflect(shipped_lexicon(), row.positive, Slot::Superlative) == row.superlative);
  }
}

TEST_CASE("words: degrees and back") {
  struct Row {
    std::string form;
    PartOfSpeech part;
    Slot slot;
    std::string_view lemma;
  };
  using enum PartOfSpeech;
  for (const Row& row : {Row{"bigger", Adjective, Slot::Comparative, "big"},
                         Row{"largest", Adjective, Slot::Superlative, "large"},
                         Row{"happier", Adjective, Slot::Comparative, "happy"},
                         Row{"best", Adjective, Slot::Superlative, "good"},
                         Row{"worse", Adjective, Slot::Comparative, "bad"},
                         Row{"best", Adverb, Slot::Superlative, "well"},
                         Row{"tallest", Adjective, Slot::Superlative, "tall"},
                         Row{"freer", Adjective, Slot::Comparative, "free"},
                         Row{"driest", Adjective, Slot::Superlative, "dry"},
                         Row{"faster", Adverb, Slot::Comparative, "fast"},
                         Row{"later", Adverb, Slot::Comparative, "late"}}) {
    CAPTURE(row.form);
    CHECK(lemma_of(shipped_lexicon(), row.form, row.part, row.slot) == row.lemma);
  }
}

TEST_CASE("G10 words: American forms differ where Britain doubles an l") {
  struct Row {
    std::string base;
    std::string_view american, british;
  };
  for (const Row& row :
       {Row{"travel", "traveled", "travelled"}, Row{"cancel", "canceled", "cancelled"},
        Row{"model", "modeled", "modelled"}, Row{"label", "labeled", "labelled"},
        Row{"control", "controlled", "controlled"}, Row{"compel", "compelled", "compelled"},
        Row{"rebel", "rebelled", "rebelled"}, Row{"stop", "stopped", "stopped"}}) {
    CAPTURE(row.base);
    using enum PartOfSpeech;
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Past, Spelling::American) == row.american);
    CHECK(inflect(shipped_lexicon(), row.base, Slot::Past, Spelling::British) == row.british);
    CHECK(lemma_of(shipped_lexicon(), row.american, Verb, Slot::Past) == row.base);
    CHECK(lemma_of(shipped_lexicon(), row.british, Verb, Slot::Past) == row.base);
  }
}

TEST_CASE("words: auxiliaries and contractions") {
  struct Row {
    std::string form;
    std::string_view lemma;
  };
  for (const Row& row :
       {Row{"am", "be"}, Row{"are", "be"}, Row{"is", "be"}, Row{"was", "be"}, Row{"Were", "be"},
        Row{"been", "be"}, Row{"'s", "be"}, Row{"'re", "be"}, Row{"'m", "be"}, Row{"'ve", "have"},
        Row{"has", "have"}, Row{"had", "have"}, Row{"did", "do"}, Row{"does", "do"},
        Row{"'ll", "will"}, Row{"wo", "will"}, Row{"ca", "can"}, Row{"could", "could"},
        Row{"must", "must"}}) {
    CAPTURE(row.form);
    CHECK(lemma_of(shipped_lexicon(), row.form, PartOfSpeech::Verb) == std::string(row.lemma));
    CHECK(lemma_of(shipped_lexicon(), row.form, PartOfSpeech::Verb, Slot::Past) == row.lemma);
  }
  CHECK(inflect(shipped_lexicon(), "must", Slot::Third) == "must");
  CHECK(inflect(shipped_lexicon(), "can", Slot::Past) == "could");
  CHECK(inflect(shipped_lexicon(), "can", Slot::Participle) == "canned");
}

TEST_CASE("words: second forms, and words that nobody listed are regular") {
  struct Row {
    std::string form;
    PartOfSpeech part;
    Slot slot;
    std::string_view lemma;
  };
  using enum PartOfSpeech;
  for (const Row& row : {Row{"googled", Verb, Slot::Past, "google"},
                         Row{"vlogging", Verb, Slot::Gerund, "vlog"},
                         Row{"lied", Verb, Slot::Past, "lie"},
                         Row{"benefiting", Verb, Slot::Gerund, "benefit"},
                         Row{"focussed", Verb, Slot::Past, "focus"},
                         Row{"benefitted", Verb, Slot::Past, "benefit"},
                         Row{"persons", Noun, Slot::Plural, "person"},
                         Row{"mediums", Noun, Slot::Plural, "medium"},
                         Row{"superheroes", Noun, Slot::Plural, "superhero"},
                         Row{"arrears", Noun, Slot::Plural, "arrears"},
                         Row{"ate", Verb, Slot::Participle, "eat"},
                         Row{"shown", Verb, Slot::Past, "show"},
                         Row{"outlined", Verb, Slot::Past, "outline"},
                         Row{"streamlined", Verb, Slot::Past, "streamline"},
                         Row{"upvoted", Verb, Slot::Past, "upvote"},
                         Row{"crowdfunded", Verb, Slot::Past, "crowdfund"},
                         Row{"decarbonated", Verb, Slot::Past, "decarbonate"},
                         Row{"further", Adjective, Slot::Comparative, "further"},
                         Row{"tweeted", Verb, Slot::Past, "tweet"},
                         Row{"blogged", Verb, Slot::Past, "blog"},
                         Row{"blogging", Verb, Slot::Gerund, "blog"},
                         Row{"rebranded", Verb, Slot::Participle, "rebrand"},
                         Row{"podcasts", Noun, Slot::Plural, "podcast"},
                         Row{"startups", Noun, Slot::Plural, "startup"},
                         Row{"unicorpses", Noun, Slot::Plural, "unicorpse"},
                         Row{"hyperboxes", Noun, Slot::Plural, "hyperbox"},
                         Row{"podcast hosts", Noun, Slot::Plural, "podcast host"}}) {
    CAPTURE(row.form);
    CHECK(lemma_of(shipped_lexicon(), row.form, row.part, row.slot) == row.lemma);
  }
  CHECK(inflect(shipped_lexicon(), "person", Slot::Plural) == "people");
  CHECK(inflect(shipped_lexicon(), "axis", Slot::Plural) == "axes");
  CHECK(inflect(shipped_lexicon(), "whereabouts", Slot::Plural) == "whereabouts");
  CHECK(inflect(shipped_lexicon(), "superhero", Slot::Plural) == "superheroes");
  CHECK(inflect(shipped_lexicon(), "vlog", Slot::Gerund) == "vlogging");
  CHECK(inflect(shipped_lexicon(), "McDonald", Slot::Plural) == "McDonalds");
  CHECK(inflect(shipped_lexicon(), "look up", Slot::Past) == "looked up");
  CHECK(inflect(shipped_lexicon(), "Mouse", Slot::Plural) == "Mice");
  CHECK(inflect(shipped_lexicon(), "", Slot::Plural).empty());
}

TEST_CASE("words: the most usual lemma of a form whose slot nobody knows") {
  struct Row {
    std::string form;
    PartOfSpeech part;
    std::string_view lemma;  ///< empty: none
  };
  using enum PartOfSpeech;
  for (const Row& row :
       {Row{"found", Verb, "find"}, Row{"left", Verb, "leave"}, Row{"saw", Verb, "see"},
        Row{"announced", Verb, "announce"}, Row{"running", Verb, "run"},
        Row{"glaciers", Noun, "glacier"}, Row{"news", Noun, "news"},
        Row{"physics", Noun, "physics"}, Row{"species", Noun, "species"},
        Row{"glasses", Noun, "glass"}, Row{"men", Noun, "man"}, Row{"bigger", Adjective, "big"},
        Row{"better", Adverb, "well"}, Row{"glaciers", Verb, ""}, Row{"quickly", Noun, ""},
        Row{"xyzzy", Noun, ""}}) {
    CAPTURE(row.form);
    CHECK(lemma_of(shipped_lexicon(), row.form, row.part).value_or("") == row.lemma);
  }
}

TEST_CASE("words: all readings of a form") {
  using enum PartOfSpeech;
  CHECK(readings(shipped_lexicon(), "mice") ==
        std::vector<WordReading>{{"mouse", Noun, Slot::Plural}});
  const auto found = readings(shipped_lexicon(), "Left");
  const auto has = [&](const WordReading& one) {
    return std::find(found.begin(), found.end(), one) != found.end();
  };
  CHECK(has({"left", Noun, Slot::Base}));
  CHECK(has({"left", Adjective, Slot::Base}));
  CHECK(has({"leave", Verb, Slot::Past}));
  CHECK(has({"leave", Verb, Slot::Participle}));
  CHECK(readings(shipped_lexicon(), "xyzzy").empty());
  CHECK(readings(shipped_lexicon(), std::string(10'000, 's')).empty());
  CHECK(readings(shipped_lexicon(), "").empty());
}

TEST_CASE("words: the article before a word goes by its sound") {
  for (const std::string_view word : {"amount", "organisation", "hour", "heir", "Island", "8"})
    CHECK_MESSAGE(indefinite_article(word) == "an", word);
  for (const std::string_view word : {"city", "university", "European", "one-way", "user", "", "9"})
    CHECK_MESSAGE(indefinite_article(word) == "a", word);
}

TEST_CASE("words: any form of any verb leads back to a lemma that gives it") {
  const Lexicon& lexicon = shipped_lexicon();
  std::size_t verbs = 0;
  for (std::uint32_t i = 0; i < lexicon.word_count(); i += 11) {
    const std::string verb = lexicon.word(WordId{i});
    if (verb.find(' ') != std::string::npos || !lexicon.knows(verb, PartOfSpeech::Verb)) continue;
    ++verbs;
    for (const Slot slot : {Slot::Third, Slot::Past, Slot::Participle, Slot::Gerund}) {
      const std::string form = inflect(lexicon, verb, slot);
      const std::string lemma = lemma_of(lexicon, form, PartOfSpeech::Verb, slot);
      CAPTURE(verb);
      CHECK(inflect(lexicon, lemma, slot) == form);
    }
  }
  CHECK(verbs > 500);
}
