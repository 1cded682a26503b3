#include "game/recto/workshop.h"

#include <algorithm>
#include <chrono>
#include <fmt/chrono.h>
#include <utility>

#include "content/base/digest.h"
#include "content/base/utf8.h"
#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/reader/fetch/fetch.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using Kind = ImportInput::Kind;
using Stage = screens::ImportStage;

/// For two more looks at the wrong options of a choice.
constexpr std::size_t kSpareOptions = 6;

/// An article's bytes with all that is known of where they came from.
struct Loaded {
  std::string bytes;
  reader::Origin origin;
};

std::string place_of(const ImportInput& input) {
  return input.kind == Kind::File ? input.file.string() : input.address;
}

/// The same error, with the input as the place.
Error about(const ImportInput& input, Error error) {
  const std::string place = place_of(input);
  if (error.where == place) return error;
  if (!error.where.empty()) error.what += " (at " + error.where + ")";
  error.where = place;
  return error;
}

Error cancelled() {
  return {Error::Kind::Failed, "it was cancelled", {}, {}};
}

Result<Loaded> fetch_page(const ImportInput& input, Instant now, const ImportWatch& watch) {
  fetch::Options options;
  options.limit = deckmaker::kLargestInput;
  options.watch = [&](const fetch::Progress& progress) {
    const float share = progress.expected == 0 ? 0
                                               : static_cast<float>(progress.received) /
                                                     static_cast<float>(progress.expected);
    return watch({Stage::Fetching, std::min(1.0F, share)});
  };
  auto fetched = RECTO_TRY(fetch::fetch(input.address, options));
  fetched.origin.retrieved =
      fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(now));
  return Loaded{std::move(fetched.bytes), std::move(fetched.origin)};
}

Result<Loaded> load(const ImportInput& input, Instant now, const ImportWatch& watch) {
  switch (input.kind) {
    case Kind::Address: return fetch_page(input, now, watch);
    case Kind::File:
      return Loaded{RECTO_TRY(read_file(input.file, deckmaker::kLargestInput)),
                    {.name = input.file.filename().string()}};
    case Kind::Text: break;
  }
  return Loaded{input.text,
                {.name = input.name + ".txt", .media = "text/plain", .charset = "utf-8"}};
}

}  // namespace

struct Workshop::Tools {
  deckmaker::Resources resources;

  [[nodiscard]] Result<Article> read(const Loaded& loaded) const {
    return deckmaker::read_article(loaded.bytes, loaded.origin, {}, resources);
  }
  /// What a browser copies beside the text tells headings and lists; but a piece of a page may
  /// look like none of an article.
  [[nodiscard]] Result<Article> read_pasted(const ImportInput& input, Loaded& loaded) const;
};

Result<Article> Workshop::Tools::read_pasted(const ImportInput& input, Loaded& loaded) const {
  if (input.html.empty()) return read(loaded);
  Loaded page{input.html, {.name = input.name + ".html", .media = "text/html"}};
  if (is_utf8(input.html)) page.origin.charset = "utf-8";  // else the bytes tell it
  Result<Article> article = read(page);
  const bool whole = article && 2 * text_of(*article).size() >= input.text.size();
  if (!whole && !input.text.empty()) return read(loaded);
  loaded = std::move(page);
  return article;
}

Workshop::Workshop(fs::path assets) : assets_(std::move(assets)) {}
Workshop::Workshop(Workshop&&) noexcept = default;
Workshop& Workshop::operator=(Workshop&&) noexcept = default;
Workshop::~Workshop() = default;

Result<Made> Workshop::make(const ImportInput& input, Instant now, const ImportWatch& watch) {
  const auto work = [&]() -> Result<Made> {
    if (input.kind == Kind::File && input.file.extension() == ".json") {
      const std::string bytes = RECTO_TRY(read_file(input.file, DeckLimits{}.bytes));
      return Made(RECTO_TRY(read_deck(bytes)));
    }
    const Stage first = input.kind == Kind::Address ? Stage::Fetching : Stage::Reading;
    if (!watch({first, 0})) return tl::unexpected<Error>(cancelled());
    Loaded loaded = RECTO_TRY(load(input, now, watch));
    if (!watch({Stage::Reading, 0})) return tl::unexpected<Error>(cancelled());
    if (!tools_)
      tools_ = std::make_unique<Tools>(Tools{RECTO_TRY(deckmaker::load_resources(assets_))});
    Article article = RECTO_TRY(input.kind == Kind::Text ? tools_->read_pasted(input, loaded)
                                                         : tools_->read(loaded));
    if (!watch({Stage::Writing, 0})) return tl::unexpected<Error>(cancelled());
    Source source;
    source.retrieved = loaded.origin.retrieved;
    source.sha256 = sha256_hex(loaded.bytes);
    deckmaker::Options options;
    options.wanted.min_quality = draft::kLeastThreshold;
    options.wanted.balances = false;  // the draft does, at each threshold
    options.wanted.spare_options = kSpareOptions;
    auto made = RECTO_TRY(
        deckmaker::make_deck_of(std::move(article), std::move(source), options, tools_->resources));
    draft::Proposal proposal{std::move(made.deck), {}, std::move(made.spare_options)};
    for (questions::Rejected& rejected : made.rejected)
      proposal.turned_down.push_back({std::move(rejected.card), std::move(rejected.reason)});
    return Made(std::move(proposal));
  };
  Result<Made> made = work();
  if (!made) return tl::unexpected<Error>(about(input, made.error()));
  return made;
}

}  // namespace recto::app
