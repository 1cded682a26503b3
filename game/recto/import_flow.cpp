#include "game/recto/import_flow.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "game/screens/import/import_words.h"

namespace recto::app {
namespace {

using screens::Page;
using Outcome = PreviewFlow::Outcome;

/// A draft is written this long after its first change.
constexpr std::chrono::seconds kWriteAfter{2};

/// Of all stages, 0 to 1: fetching takes longest where there is something to fetch.
float share_of(const ImportProgress& progress) {
  switch (progress.stage) {
    case screens::ImportStage::Waiting: return 0;
    case screens::ImportStage::Fetching: return 0.05F + progress.share * 0.55F;
    case screens::ImportStage::Reading: return 0.6F;
    case screens::ImportStage::Writing: return 0.8F;
  }
  return 0;
}

}  // namespace

void ImportFlow::add(std::vector<ImportInput> inputs) {
  const bool alone = inputs.size() == 1 && !is_busy();
  for (ImportInput& input : inputs) {
    lines_.push_back({{++last_id_, std::move(input)}, {}, alone});
    jobs_.push_back(lines_.back().job);
  }
}

std::vector<ImportJob> ImportFlow::take_jobs() {
  return std::exchange(jobs_, {});
}

std::vector<std::uint64_t> ImportFlow::take_cancelled() {
  return std::exchange(cancelled_, {});
}

void ImportFlow::progressed(std::uint64_t id, const ImportProgress& progress) {
  const auto line = std::ranges::find(lines_, id, [](const Line& one) { return one.job.id; });
  if (line != lines_.end()) line->progress = progress;
}

bool ImportFlow::is_busy() const {
  return std::ranges::any_of(lines_, [](const Line& line) { return !line.failed; });
}

ImportFlow::Arrived ImportFlow::arrived(const ImportDone& done) {
  const auto line =
      std::ranges::find(lines_, done.job.id, [](const Line& one) { return one.job.id; });
  if (line == lines_.end()) return {};  // it was cancelled meanwhile
  if (!done.made) {
    line->failed = done.made.error();
    return {};
  }
  Arrived arrived;
  arrived.was_alone = line->alone;
  lines_.erase(line);
  if (const Deck* const deck = std::get_if<Deck>(&*done.made)) {
    arrived.deck = *deck;
    return arrived;
  }
  const Waiting& waiting = take_in(std::get<draft::Proposal>(*done.made));
  arrived.draft = screens::title_in_words(waiting.draft.head().title);
  return arrived;
}

void ImportFlow::load_drafts() {
  if (std::exchange(loaded_, true)) return;
  for (const std::string& id : box_.ids()) {
    auto draft = box_.load(id);
    if (!draft) {
      common_->messages.fail_with(draft.error(), "A draft cannot be read.");
      continue;
    }
    auto waiting = std::make_unique<Waiting>(Waiting{id, std::move(*draft)});
    waiting->seen = seen(waiting->draft);
    drafts_.push_back(std::move(waiting));
  }
}

std::optional<SeenBefore> ImportFlow::seen(const draft::Draft& draft) {
  auto seen = find_seen(common_->store, draft.to_deck());
  if (seen) return std::move(*seen);
  common_->messages.fail_with(seen.error(), "Whether the article was seen before is not known.");
  return std::nullopt;
}

std::string ImportFlow::seen_in_words(const Waiting& waiting) const {
  if (!waiting.seen) return {};
  const study::DayRule& rule = common_->rules.day;
  return screens::since_in_words(since_of(*waiting.seen, waiting.draft.to_deck(), rule),
                                 common_->clock() + rule.utc_offset);
}

/// The draft of a proposal, first among those that wait. One of the same bytes that is waiting
/// stays as the person left it.
ImportFlow::Waiting& ImportFlow::take_in(draft::Proposal proposal) {
  load_drafts();
  const std::string name = proposal.deck.id.text;
  std::string id = name;
  for (int number = 2; Waiting* const other = find(id); ++number) {
    if (other->draft.head().source.sha256 == proposal.deck.source.sha256) {
      const auto place = std::ranges::find(drafts_, other, &std::unique_ptr<Waiting>::get);
      std::rotate(drafts_.begin(), place, place + 1);
      return *drafts_.front();
    }
    id = name + "-" + std::to_string(number);
  }
  auto waiting = std::make_unique<Waiting>(Waiting{id, draft::Draft(std::move(proposal))});
  waiting->seen = seen(waiting->draft);
  if (waiting->seen) waiting->draft.take_over(waiting->seen->deck);
  drafts_.insert(drafts_.begin(), std::move(waiting));
  write(*drafts_.front());
  return *drafts_.front();
}

ImportFlow::Waiting* ImportFlow::find(const std::string& id) {
  const auto found = std::ranges::find(
      drafts_, id, [](const std::unique_ptr<Waiting>& waiting) { return waiting->id; });
  return found == drafts_.end() ? nullptr : found->get();
}

const screens::ImportView& ImportFlow::import() {
  load_drafts();
  view_.lines.clear();
  for (const Line& line : lines_) {
    if (line.failed)
      view_.lines.push_back({line.job.id, line.job.input.name,
                             screens::failure_in_words(*line.failed), std::nullopt, true});
    else
      view_.lines.push_back({line.job.id, line.job.input.name,
                             screens::stage_in_words(line.progress.stage, line.progress.share),
                             line.progress.stage == screens::ImportStage::Waiting
                                 ? std::nullopt
                                 : std::optional(share_of(line.progress))});
  }
  view_.drafts.clear();
  for (const auto& waiting : drafts_)
    view_.drafts.push_back({waiting->id, screens::title_in_words(waiting->draft.head().title),
                            screens::figures_in_words(waiting->draft.figures()),
                            waiting->seen ? "Imported before" : ""});
  view_.thrown_away = thrown_away_ ? screens::title_in_words(thrown_away_->draft.head().title) : "";
  return view_;
}

const screens::PreviewView& ImportFlow::preview() {
  return preview_->view();
}

void ImportFlow::open_newest() {
  load_drafts();
  if (!drafts_.empty()) open(*drafts_.front());
}

void ImportFlow::open(Waiting& waiting) {
  close();
  open_ = &waiting;
  preview_ = std::make_unique<PreviewFlow>(waiting.draft, seen_in_words(waiting), ++previews_);
}

void ImportFlow::close() {
  write_now();
  preview_.reset();
  open_ = nullptr;
}

void ImportFlow::write(Waiting& waiting) {
  if (const auto written = box_.store(waiting.id, waiting.draft); !written)
    common_->messages.fail_with(written.error(), "The draft is not kept on the disk yet.");
  waiting.written = waiting.draft.revision();
}

void ImportFlow::write_now() {
  write_at_.reset();
  if (open_ != nullptr && open_->written != open_->draft.revision()) write(*open_);
}

void ImportFlow::tick() {
  if (write_at_ && *write_at_ <= common_->clock()) write_now();
}

std::optional<Instant> ImportFlow::wakes_at() const {
  return write_at_;
}

ImportFlow::Next ImportFlow::apply(const screens::ImportAction& action) {
  using Kind = screens::ImportAction::Kind;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Add: add(inputs_of_typed(action.text)); break;
    case Kind::Paste: return {.paste = true};
    case Kind::Choose: return {.choose_files = true};
    case Kind::Retry: retry(action.line); break;
    case Kind::Cancel:
      std::erase_if(lines_, [&](const Line& line) { return line.job.id == action.line; });
      std::erase_if(jobs_, [&](const ImportJob& job) { return job.id == action.line; });
      cancelled_.push_back(action.line);
      break;
    case Kind::Open:
      if (Waiting* const waiting = find(action.text)) {
        open(*waiting);
        return {.page = Page::Preview};
      }
      break;
    case Kind::ThrowAway: throw_away(action.text); break;
    case Kind::BringBack:
      if (!thrown_away_) break;
      drafts_.insert(drafts_.begin(), std::move(thrown_away_));
      write(*drafts_.front());
      break;
  }
  return {};
}

/// The same input once more; the line stays where it is.
void ImportFlow::retry(std::uint64_t id) {
  const auto line = std::ranges::find(lines_, id, [](const Line& one) { return one.job.id; });
  if (line == lines_.end() || !line->failed) return;
  line->alone = !is_busy();
  line->failed.reset();
  line->progress = {};
  jobs_.push_back(line->job);
}

void ImportFlow::throw_away(const std::string& id) {
  const auto found = std::ranges::find(
      drafts_, id, [](const std::unique_ptr<Waiting>& waiting) { return waiting->id; });
  if (found == drafts_.end()) return;
  if (found->get() == open_) close();
  thrown_away_ = std::move(*found);
  drafts_.erase(found);
  box_.remove(id);
}

ImportFlow::Next ImportFlow::apply(const screens::PreviewAction& action) {
  if (!preview_) return {};
  const Outcome outcome = preview_->apply(action);
  if (open_->written != open_->draft.revision() && !write_at_)
    write_at_ = common_->clock() + kWriteAfter;
  if (outcome == Outcome::Stay) return {};
  if (outcome != Outcome::Leave) return save(outcome);
  close();
  return {.page = Page::Import};
}

/// The deck goes into the database, its draft out of the box.
ImportFlow::Next ImportFlow::save(Outcome outcome) {
  Deck deck = open_->draft.to_deck();
  if (deck.cards.empty()) {
    preview_->say("Keep a card first: a deck needs one at least.");
    return {};
  }
  const bool as_new = outcome == Outcome::SaveAsNew || !open_->seen;
  const auto taken = common_->store.kin_of(deck);
  const bool is_taken =
      taken && std::ranges::find(*taken, deck.id, &progress::Kin::id) != taken->end();
  if (!as_new)
    deck.id = open_->seen->deck.id;
  else if (is_taken)  // another article of this name, or this one for a second time
    deck.id.text += "-" + std::to_string(common_->clock().time_since_epoch().count());
  const auto added = common_->store.add(deck, common_->clock());
  if (!added) {
    common_->messages.fail_with(added.error(), "The deck is not saved; its draft is kept.");
    return {};
  }
  const auto place = std::ranges::find(drafts_, open_, &std::unique_ptr<Waiting>::get);
  preview_.reset();
  open_ = nullptr;
  write_at_.reset();
  saved_ = std::move(*place);
  drafts_.erase(place);
  saved_deck_ = deck.id;
  box_.remove(saved_->id);
  return {.page = Page::Decks,
          .saved = std::move(deck),
          .added = *added,
          .study = outcome == Outcome::SaveAndStudy};
}

void ImportFlow::bring_back(const DeckId& deck) {
  if (!saved_ || saved_deck_ != deck) return;
  drafts_.insert(drafts_.begin(), std::move(saved_));
  write(*drafts_.front());
}

}  // namespace recto::app
