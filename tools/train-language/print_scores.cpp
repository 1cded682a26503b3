#include "tools/train-language/print_scores.h"

#include <array>
#include <fmt/format.h>
#include <ostream>

#include "tools/train-language/evaluate.h"
#include "tools/train-language/evaluate_discourse.h"
#include "tools/train-language/evaluate_patterns.h"
#include "tools/train-language/evaluate_references.h"
#include "tools/train-language/raw_text.h"

namespace recto::train {
namespace {

constexpr std::array<float, 6> kChances = {0, 0.5F, 0.8F, 0.9F, 0.95F, 0.99F};

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// How many of the findings have each chance or more, and how many of those are right.
void print_kept(std::ostream& out, const std::string& name, const std::vector<Finding>& findings) {
  out << fmt::format("{:<20}", name);
  for (const float chance : kChances) {
    const Kept kept = kept_from(findings, chance);
    out << fmt::format("  {:5.1f} {:5.1f}", percent(kept.kept, findings.size()),
                       percent(kept.right, kept.kept));
  }
  out << "\n";
}

void print_kept_head(std::ostream& out, const std::string& title) {
  out << "\n" << fmt::format("{:<20}", title);
  for (const float chance : kChances)
    out << fmt::format("      >= {:4.2f}", chance);
  out << "\n";
}

void print_relations(std::ostream& out, const TreeCorpus& trees, const Scores& scores) {
  out << "\n"
      << trees.name << ": precision and recall of relations by their chance\n"
      << "                           all        >= 0.8       >= 0.95\n";
  for (const char* name :
       {"root", "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "nummod",
        "conj", "cop", "aux:pass", "acl:relcl", "advcl", "appos"}) {
    const auto found = scores.relations.find(name);
    if (found == scores.relations.end()) continue;
    const Scores::Relation& relation = found->second;
    out << fmt::format("{:<20}", name);
    for (const float chance : {0.0F, 0.8F, 0.95F}) {
      const Kept kept = kept_from(relation.found, chance);
      out << fmt::format("  {:5.1f} {:5.1f}", percent(kept.right, kept.kept),
                         percent(kept.right, relation.gold));
    }
    out << "\n";
  }
}

void print_features(std::ostream& out, const Corpora& corpora, const std::vector<Scores>& all) {
  out << "\nfeatures, F1       ";
  for (const TreeCorpus& trees : corpora.trees)
    out << fmt::format(" {:>11}", trees.name);
  out << "\n";
  for (const auto& [feature, ignored] : all.front().features) {
    out << fmt::format("{:<20}", feature);
    for (const Scores& scores : all) {
      const auto found = scores.features.find(feature);
      out << (found == scores.features.end() ? fmt::format(" {:>11}", "-")
                                             : fmt::format(" {:11.2f}", 100 * found->second.f1()));
    }
    out << "\n";
  }
}

void print_appositions(std::ostream& out, const Corpora& corpora,
                       const language::Analyser& analyser, const Lexicon& lexicon) {
  out << "\nappositions          right  or joined otherwise  recall  found  marked\n";
  for (const TreeCorpus& trees : corpora.trees) {
    const PatternScores scores = evaluate_appositions(trees.sentences, analyser, lexicon);
    out << fmt::format("{:<20} {:5.1f}  {:5.1f}  {:5.1f}  {}  {}\n", trees.name,
                       percent(scores.right, scores.found), percent(scores.joined, scores.found),
                       percent(scores.marked_found, scores.marked), scores.found, scores.marked);
  }
}

void print_kept_references(std::ostream& out, const std::string& what,
                           const std::vector<ReferenceScores::Kept>& all, std::size_t possible) {
  for (const ReferenceScores::Kept& kept : all)
    if (kept.kept > 0)
      out << fmt::format(
          "  {}, chance >= {:4.2f}: {} ({} in their sentence), right {:.1f}{}\n", what, kept.chance,
          kept.kept, kept.in_sentence, percent(kept.right, kept.kept),
          possible == 0 ? std::string()
                        : fmt::format(", recall {:.1f}", percent(kept.right, possible)));
}

/// Names and references over whole documents.
void print_discourse(std::ostream& out, const Corpora& corpora, const language::Analyser& analyser,
                     discourse::Nouns& nouns) {
  for (const TreeCorpus& trees : corpora.trees) {
    if (!trees.name.starts_with("GUM")) continue;
    std::vector<AnalysedDocument> all;
    EntityScores names;
    for (const auto& document : documents(trees.sentences)) {
      all.push_back(analyse_document(document, analyser));
      names.add(evaluate_entities(all.back(), nouns));
    }
    const ReferenceScores references = evaluate_references(all, nouns);
    out << fmt::format(
        "\n{}: {} names in documents\n  linked to the first {:.1f} %, right {:.1f}; kinds sure "
        "{:.1f} %, right {:.1f}\n  he and she: {}, a name before for {}\n",
        trees.name, names.names, percent(names.links, names.possible),
        percent(names.right, names.links), percent(names.kinds_sure, names.kinds),
        percent(names.kinds_right, names.kinds_sure), references.pronouns, references.named);
    print_kept_references(out, "he, she", references.kept, references.named);
    print_kept_references(out, "the …", references.descriptions, 0);
  }
}

void print_cuts(std::ostream& out, const Corpora& corpora,
                const language::Abbreviations& abbreviations) {
  out << "\nraw text             sentences F1 (without ends of paragraphs)  words F1\n";
  for (const TreeCorpus& trees : corpora.trees) {
    const auto score = [&](Joints joints) {
      return score_cuts(raw_text(trees.sentences, joints), abbreviations);
    };
    const CutScores cuts = score(Joints::Paragraphs);
    out << fmt::format("{:<20}  {:6.2f} ({:6.2f})  {:6.2f}\n", trees.name,
                       100 * cuts.sentences.f1(), 100 * score(Joints::Blanks).sentences.f1(),
                       100 * cuts.words.f1());
  }
}

}  // namespace

language::NameWeights only(language::NameSource source) {
  language::NameWeights weights{};
  weights.at(static_cast<std::size_t>(source)) = 1;
  return weights;
}

std::string short_scores(const Corpora& corpora, const language::Analyser& analyser) {
  std::vector<std::string> told;
  for (const TreeCorpus& trees : corpora.trees) {
    const Scores scores = evaluate(trees.sentences, analyser);
    told.push_back(fmt::format("{} UPOS {:.2f} LAS {:.2f}", trees.name,
                               percent(scores.upos, scores.words),
                               percent(scores.arcs, scores.words)));
  }
  for (const NameCorpus& names : corpora.names)
    told.push_back(
        fmt::format("{} F1 {:.2f}", names.name,
                    100 * evaluate_names(names.sentences, analyser, only(names.source)).f1()));
  return fmt::format("{}", fmt::join(told, ", "));
}

void print_scores(std::ostream& out, const Corpora& corpora, const language::Analyser& analyser,
                  const Lexicon& lexicon, const WordLists& lists) {
  std::vector<Scores> all;
  out << "tags and trees          UPOS    XPOS   lemma     UAS     LAS   words\n";
  for (const TreeCorpus& trees : corpora.trees) {
    all.push_back(evaluate(trees.sentences, analyser));
    const Scores& scores = all.back();
    out << fmt::format("{:<20}", trees.name);
    for (const std::size_t right :
         {scores.upos, scores.xpos, scores.lemmas, scores.heads, scores.arcs})
      out << fmt::format("  {:6.2f}", percent(right, scores.words));
    out << fmt::format("{:8}\n", scores.words);
  }
  out << "\nnames: people, organisations, places. The corpus's own idea of a name; as analysed\n"
      << "                    precision  recall      F1    F1  names\n";
  std::vector<NameScores> all_names;
  for (const NameCorpus& names : corpora.names) {
    const NameScores own = evaluate_names(names.sentences, analyser, only(names.source));
    all_names.push_back(evaluate_names(names.sentences, analyser, language::Analyser::kAllSources));
    const NameScores& mixed = all_names.back();
    out << fmt::format("{:<20}     {:6.2f}  {:6.2f}  {:6.2f} {:6.2f}  {}\n", names.name,
                       100 * own.precision(), 100 * own.recall(), 100 * own.f1(), 100 * mixed.f1(),
                       own.gold);
  }
  print_kept_head(out, "tags kept, right");
  for (std::size_t i = 0; i < all.size(); ++i)
    print_kept(out, corpora.trees[i].name, all[i].tag_findings);
  print_kept_head(out, "arcs kept, right");
  for (std::size_t i = 0; i < all.size(); ++i)
    print_kept(out, corpora.trees[i].name, all[i].arc_findings);
  print_kept_head(out, "names kept, right");
  for (std::size_t i = 0; i < all_names.size(); ++i)
    print_kept(out, corpora.names[i].name, all_names[i].found);
  for (std::size_t i = 0; i < all.size(); ++i)
    print_relations(out, corpora.trees[i], all[i]);
  print_features(out, corpora, all);
  print_appositions(out, corpora, analyser, lexicon);
  discourse::Nouns nouns(lists.names, lexicon);
  print_discourse(out, corpora, analyser, nouns);
  print_cuts(out, corpora, lists.abbreviations);
}

}  // namespace recto::train
