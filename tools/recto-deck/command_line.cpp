#include "tools/recto-deck/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <fmt/chrono.h>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

constexpr const char* kVersion = "recto-deck " RECTO_VERSION;

struct Example {
  const char* verb;
  const char* line;
};
/// They work as printed, in this order, in a folder that holds article.txt: a test runs them.
constexpr std::array<Example, 12> kExamples = {{
    {"make", "recto-deck make article.txt -o article.deck.json"},
    {"make", "recto-deck make . -o decks/ --jobs 2"},
    {"make", "recto-deck make article.txt --merge article.deck.json -o article.deck.json"},
    {"make", "recto-deck read . --json --jobs 2 | recto-deck make --ndjson > decks.ndjson"},
    {"show", "recto-deck show article.deck.json"},
    {"show", "recto-deck make article.txt | recto-deck show -"},
    {"read", "recto-deck read article.txt --json"},
    {"check", "recto-deck check article.deck.json"},
    {"check", "recto-deck check decks/"},
    {"merge",
     "recto-deck make article.txt | recto-deck merge article.deck.json - -o new.deck.json"},
    {"export", "recto-deck export article.deck.json --to paper -o quiz.pdf"},
    {"export",
     "recto-deck export article.deck.json --to paper --page letter --max-cards 8 > 8.pdf"},
}};

/// The examples of a verb; "" for all.
std::string footer_for(std::string_view verb) {
  std::string text = "Examples:\n";
  for (const Example& example : kExamples)
    if (verb.empty() || verb == example.verb) text += std::string("  ") + example.line + "\n";
  return text + "\nExit codes: 0 done, 1 an input is at fault, 2 wrong usage, 130 interrupted.";
}

/// A tag like "en" or "de-AT": letters, digits and hyphens. Empty when it is one, else why not.
std::string check_language(const std::string& tag) {
  const bool fits = tag.size() >= 2 && tag.size() <= 35 && std::isalpha(tag[0]) != 0 &&
                    std::ranges::all_of(tag, [](unsigned char letter) {
                      return letter == '-' || (letter < 0x80 && std::isalnum(letter) != 0);
                    });
  return fits ? "" : "'" + tag + "' is no language; say en, de, pt-BR";
}

/// Also refuses "nan", which no range of CLI11 does.
std::string check_chance(const std::string& text) {
  double value = -1.0;
  const bool fits = CLI::detail::lexical_cast(text, value) && value >= 0.0 && value <= 1.0;
  return fits ? "" : "'" + text + "' is not a number from 0 to 1";
}

/// The verbs as CLI11 knows them, and what was said of each.
class CommandLine {
 public:
  CommandLine() {
    app_.name("recto-deck");
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer(footer_for(""));
    app_.set_version_flag("--version", kVersion);
    app_.add_flag("-q,--quiet", manner_.quiet, "Say nothing but errors");
    app_.add_flag("-v,--verbose", manner_.verbose, "Explain: what was left out, and why");
    app_.add_flag("--json", manner_.json, "Results and errors as one JSON object a line");
    add_make();
    add_read();
    add_deck_verbs();
    add_export();
  }

  int run(int argc, char** argv, Instant now) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
      return app_.exit(asked);
    } catch (const CLI::ParseError& error) {
      const bool has_verb = !app_.get_subcommands().empty();
      print_error((has_verb
                       ? error.what()
                       : std::string("say what to do: make, read, show, check, merge or export")) +
                  "; recto-deck --help tells how");
      return kWrongUsage;
    }
    make_order_.now = read_order_.now =
        fmt::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(now));
    manner_.json = manner_.json || make_order_.ndjson || read_order_.ndjson;  // errors as lines
    Report report(manner_);
    if (make_->parsed()) return make(make_order_, report);
    if (read_->parsed()) return read(read_order_, report);
    if (show_->parsed()) return show(deck_, report);
    if (check_->parsed()) return check(decks_, report);
    if (export_->parsed()) return export_deck(export_order_, report);
    return merge(merge_order_, report);
  }

 private:
  CLI::App* add_verb(const char* name, const char* what) {
    CLI::App* verb = app_.add_subcommand(name, what);
    verb->footer(footer_for(name));
    return verb;
  }

  void add_make() {
    make_ = add_verb("make", "Make the decks of articles");
    make_
        ->add_option("INPUT", make_order_.words,
                     "An article, as page, document, text or Markdown: a file, folder, glob or "
                     "address; - for standard input")
        ->type_name("");
    make_
        ->add_option("-o,--output", make_order_.output,
                     "The deck file, or a folder for several (default: standard output)")
        ->type_name("FILE|DIR");
    make_
        ->add_option_function<std::string>(
            "--kinds", [this](const std::string& names) { take_kinds(names); },
            "Only these: faq,short,cloze,choice,truefalse")
        ->type_name("KIND,...");
    make_->add_option("--max-cards", make_order_.max_cards, "At most so many, the best ones")
        ->check(CLI::PositiveNumber.description(""))
        ->type_name("N");
    make_
        ->add_option(
            "--min-quality", make_order_.min_quality,
            "Only cards this good, 0 to 1: the chance that a teacher keeps one (default: 0.7)")
        ->check(check_chance)
        ->type_name("X");
    make_
        ->add_option("--language", make_order_.language,
                     "Language of the articles: en, de (default: found out)")
        ->check(check_language)
        ->type_name("TAG");
    add_stream_options(*make_, make_order_.jobs, make_order_.ndjson);
    make_
        ->add_option("--merge", make_order_.merge,
                     "An older deck of the article: keep its ids, edits and dropped cards")
        ->type_name("OLD");
    make_
        ->add_option_function<std::string>(
            "--split", [this](const std::string&) { make_order_.split = true; },
            "A deck for each of a book's chapters, instead of chapters as tags")
        ->check(CLI::IsMember({"chapters"}).description(""))
        ->type_name("chapters");
    make_->add_flag("--dry-run", make_order_.dry_run, "Only say what would be written");
  }

  void add_read() {
    read_ = add_verb("read", "Print the cleaned article alone");
    read_->add_option("INPUT", read_order_.words, "As for make")->type_name("");
    read_->add_flag("--text", read_order_.text, "As plain text (the default)");
    read_->add_option("--language", read_order_.language, "Language of the articles")
        ->check(check_language)
        ->type_name("TAG");
    add_stream_options(*read_, read_order_.jobs, read_order_.ndjson);
  }

  static void add_stream_options(CLI::App& verb, std::size_t& jobs, bool& ndjson) {
    verb.add_option("--jobs", jobs, "Articles at the same time, 1 to 256")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N");
    verb.add_flag("--ndjson", ndjson,
                  "An article a line on standard input, as read --json writes them (or with "
                  "\"html\" or \"text\"); a result a line, in their order");
  }

  void add_deck_verbs() {
    show_ = add_verb("show", "Print a deck for reading");
    show_->add_option("DECK", deck_, "A deck file; - for standard input")
        ->required()
        ->type_name("");
    check_ = add_verb("check", "Tell every fault of decks, with its JSON pointer");
    check_->add_option("DECK", decks_, "Deck files, folders or globs; - for standard input")
        ->required()
        ->type_name("");
    merge_ = add_verb("merge", "Take a newer deck over into an older one");
    merge_->add_option("OLD", merge_order_.old_deck, "Its ids, edits and dropped cards stay")
        ->required()
        ->type_name("");
    merge_->add_option("NEW", merge_order_.new_deck, "The deck of the article as it is now")
        ->required()
        ->type_name("");
    merge_->add_option("-o,--output", merge_order_.output, "Default: standard output")
        ->type_name("FILE");
    merge_->add_flag("--dry-run", merge_order_.dry_run, "Only say what would happen");
  }

  void add_export() {
    export_ = add_verb("export", "Write a deck in another shape");
    export_->add_option("DECK", export_order_.deck, "A deck file; - for standard input")
        ->required()
        ->type_name("");
    export_
        ->add_option("--to", export_order_.format,
                     "paper: a quiz to hand out, with answer sheet and key, as PDF")
        ->required()
        ->check(CLI::IsMember({"paper"}).description(""))
        ->type_name("FORMAT");
    export_->add_option("-o,--output", export_order_.output, "Default: standard output")
        ->type_name("FILE");
    export_->add_option("--page", export_order_.page, "a4 (the default) or letter")
        ->check(CLI::IsMember({"a4", "letter"}).description(""))
        ->type_name("SIZE");
    export_->add_option("--max-cards", export_order_.max_cards, "The best ones (default: 20)")
        ->check(CLI::PositiveNumber.description(""))
        ->type_name("N");
    export_->add_flag("--hold-up", export_order_.hold_up,
                      "Also pages with A, B, C, D, to be held up as answers");
    export_->add_flag("--dry-run", export_order_.dry_run, "Only say what would be written");
  }

  /// "faq,short". What a person writes by hand (several, order, poll) is not made.
  void take_kinds(const std::string& names) {
    std::istringstream list(names);
    for (std::string name; std::getline(list, name, ',');) {
      const std::optional<CardKind> kind = card_kind_named(name);
      if (!kind || *kind > CardKind::TrueFalse)
        throw CLI::ValidationError("--kinds", "no card of kind '" + name +
                                                  "' can be made; there are faq, short, cloze, "
                                                  "choice, truefalse");
      make_order_.kinds.insert(*kind);
    }
    if (make_order_.kinds.empty()) throw CLI::ValidationError("--kinds", "no kind is named");
  }

  CLI::App app_{"Turns articles into question decks."};
  Manner manner_;
  MakeOrder make_order_;
  ReadOrder read_order_;
  MergeOrder merge_order_;
  ExportOrder export_order_;
  std::string deck_;
  std::vector<std::string> decks_;
  CLI::App* make_ = nullptr;
  CLI::App* read_ = nullptr;
  CLI::App* show_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* merge_ = nullptr;
  CLI::App* export_ = nullptr;
};

}  // namespace

int run(int argc, char** argv, Instant now) {
  return CommandLine().run(argc, argv, now);
}

}  // namespace recto::deck_tool
