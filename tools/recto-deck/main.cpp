// recto-deck: the workshop's door for people. Words in, a verb and its exit code out.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {

std::atomic<bool> interrupted = false;

namespace {

constexpr const char* kVersion = "recto-deck " RECTO_VERSION;
constexpr const char* kExamples = R"(Examples:
  recto-deck make article.txt -o article.deck.json
  recto-deck show article.deck.json
  recto-deck make article.txt | recto-deck show -
  recto-deck make . -o decks/ --jobs 2
  recto-deck read article.txt --json
  recto-deck check article.deck.json
  recto-deck merge article.deck.json decks/article.deck.json -o merged.deck.json

Exit codes: 0 done, 1 an input is at fault, 2 wrong usage, 130 interrupted.)";

/// One verb: how it is declared, and what it does with what was said.
class CommandLine {
 public:
  CommandLine() {
    app_.name("recto-deck");
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer(kExamples);
    app_.set_version_flag("--version", kVersion);
    app_.add_flag("-q,--quiet", manner_.quiet, "Say nothing but errors");
    app_.add_flag("-v,--verbose", manner_.verbose, "Explain: what was left out, and why");
    app_.add_flag("--json", manner_.json, "Results and errors as one JSON object a line");
    add_make();
    add_read();
    add_deck_verbs();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
      return app_.exit(asked);
    } catch (const CLI::ParseError& error) {
      std::cerr << "recto-deck: " << error.what() << "; recto-deck --help tells how\n";
      return kWrongUsage;
    }
    Report report(manner_);
    if (make_->parsed()) return make(make_order_, report);
    if (text_ && manner_.json) {
      std::cerr << "recto-deck: --text goes not with --json; choose one\n";
      return kWrongUsage;
    }
    if (read_->parsed()) return read(read_order_, report);
    if (show_->parsed()) return show(deck_, report);
    if (check_->parsed()) return check(decks_, report);
    return merge(merge_order_, report);
  }

 private:
  void add_make() {
    make_ = app_.add_subcommand("make", "Make the decks of articles");
    make_
        ->add_option("INPUT", make_order_.words,
                     "Text or Markdown: a file, folder or glob; - for standard input")
        ->required();
    make_->add_option("-o,--output", make_order_.output,
                      "The deck file, or a folder for several (default: standard output)");
    make_
        ->add_option_function<std::vector<std::string>>(
            "--kinds", [this](const std::vector<std::string>& names) { take_kinds(names); },
            "Only these kinds: faq,short,cloze,choice,truefalse")
        ->delimiter(',');
    make_->add_option("--max-cards", make_order_.max_cards, "At most so many, the best ones");
    make_
        ->add_option("--min-quality", make_order_.min_quality, "Only cards of this quality, 0 to 1")
        ->check(CLI::Range(0.0, 1.0));
    make_->add_option("--language", make_order_.language,
                      "Language of the articles, as in: en, de");
    make_->add_option("--jobs", make_order_.jobs, "Articles at the same time")
        ->check(CLI::Range(1, 256));
    make_->add_option("--merge", make_order_.merge,
                      "An older deck of the article: keep its ids, edits and dropped cards");
    make_->add_flag("--dry-run", make_order_.dry_run, "Only say what would be written");
  }

  void add_read() {
    read_ = app_.add_subcommand("read", "Print the cleaned article alone");
    read_->add_option("INPUT", read_order_.words, "As for make")->required();
    read_->add_flag("--text", text_, "As plain text (the default)");
    read_->add_option("--language", read_order_.language, "Language of the articles");
  }

  void add_deck_verbs() {
    show_ = app_.add_subcommand("show", "Print a deck for reading");
    show_->add_option("DECK", deck_, "A deck file; - for standard input")->required();
    check_ = app_.add_subcommand("check", "Tell every fault of decks, with its JSON pointer");
    check_->add_option("DECK", decks_, "Deck files")->required();
    merge_ = app_.add_subcommand("merge", "Take a newer deck over into an older one");
    merge_->add_option("OLD", merge_order_.old_deck, "Its ids, edits and dropped cards stay")
        ->required();
    merge_->add_option("NEW", merge_order_.new_deck, "The deck of the article as it is now")
        ->required();
    merge_->add_option("-o,--output", merge_order_.output, "Default: standard output");
    merge_->add_flag("--dry-run", merge_order_.dry_run, "Only say what would happen");
  }

  void take_kinds(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const std::optional<CardKind> kind = card_kind_named(name);
      if (!kind) throw CLI::ValidationError("--kinds", "there is no kind '" + name + "'");
      make_order_.kinds.insert(*kind);
    }
  }

  CLI::App app_{"Turns articles into question decks."};
  Manner manner_;
  MakeOrder make_order_;
  ReadOrder read_order_;
  MergeOrder merge_order_;
  bool text_ = false;
  std::string deck_;
  std::vector<std::string> decks_;
  CLI::App* make_ = nullptr;
  CLI::App* read_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* merge_ = nullptr;
};

}  // namespace
}  // namespace recto::deck_tool

int main(int argc, char** argv) {
  std::signal(SIGINT, [](int /*signal*/) { recto::deck_tool::interrupted = true; });
  std::signal(SIGPIPE, SIG_IGN);  // a reader that is gone is an error of the write
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that must not grow
  return recto::deck_tool::CommandLine().run(argc, argv);
}
