#include "game/recto/classroom_flow.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <system_error>
#include <utility>

#include "content/deck/deck_file.h"
#include "game/classroom/host/qr_code.h"
#include "game/classroom/rules/event_log.h"
#include "game/classroom/rules/names.h"

namespace recto::app {
namespace {

namespace event = classroom::event;
namespace fs = std::filesystem;
using classroom::Stage;
using screens::AfterAction;
using screens::SetupAction;
using screens::WallAction;

constexpr const char* kSettingsKey = "classroom.settings";
constexpr classroom::Millis kMoreTime{10'000};
/// The bar of the countdown moves in steps too small to be seen.
constexpr std::chrono::milliseconds kCountdownStep{100};

/// A class that is here has joined by then.
constexpr std::chrono::seconds kLongAlone{60};
constexpr const char* kNoNetwork =
    "This computer is in no network that phones could reach. Join a Wi-Fi network or make a "
    "hotspot, then open the room again.";
constexpr const char* kNobodyCame =
    "Nobody came in yet. Are the phones in the same network as this computer? Guest networks keep "
    "their devices apart, and a firewall must let this port in. A phone's hotspot works: this "
    "computer joins it too.";

/// "http://192.168.1.20:8765/" as people type it.
std::string typed_address(std::string url) {
  constexpr std::string_view kScheme = "http://";
  if (url.starts_with(kScheme)) url.erase(0, kScheme.size());
  if (url.ends_with('/')) url.pop_back();
  return url;
}

std::string in_two_groups(const std::string& pin) {
  return pin.substr(0, pin.size() / 2) + " " + pin.substr(pin.size() / 2);
}

/// The event of a step that needs no more than its name.
std::optional<classroom::Event> step_of(WallAction::Kind kind, const screens::WallView& wall) {
  switch (kind) {
    case WallAction::Kind::Next: return event::Next{};
    case WallAction::Kind::Pause:
      if (wall.paused) return event::Resume{};
      return event::Pause{};
    case WallAction::Kind::MoreTime: return event::AddTime{kMoreTime};
    case WallAction::Kind::Reopen: return event::Reopen{};
    case WallAction::Kind::Skip: return event::Skip{};
    case WallAction::Kind::End: return event::End{};
    case WallAction::Kind::Lock: return event::Lock{!wall.locked};
    default: return {};
  }
}

std::string day_in_words(Instant at) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
  constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  return std::to_string(unsigned{day.day()}) + " " + kMonths.at(unsigned{day.month()} - 1) + " " +
         std::to_string(int{day.year()});
}

std::string refused_name(const classroom::Refusal& refusal) {
  using classroom::Reason;
  switch (refusal.reason) {
    case Reason::NameEmpty: return "A name needs a letter.";
    case Reason::NameTooLong: return "At most 20 characters.";
    case Reason::NameTaken:
      return "Somebody has that name, or one that looks like it" +
             (refusal.suggestion.empty() ? "." : ". “" + refusal.suggestion + "” is free.");
    case Reason::NameUnwelcome: return "The list of unwelcome words has that one.";
    default: return "That name cannot be given now.";
  }
}

}  // namespace

// Before.

void ClassroomFlow::enter() {
  if (room_) return;
  auto decks = common_->store.decks(common_->clock(), common_->rules.day);
  auto past = common_->store.quizzes();
  if (!decks || !past) {
    common_->messages.fail_with(decks ? past.error() : decks.error(), "The decks cannot be shown.");
    return;
  }
  decks_ = std::move(*decks);
  past_ = std::move(*past);
  const auto head = classroom::Journal::look(journal());
  cut_off_.clear();
  if (head) {
    const auto deck = read_deck(head->deck);
    if (deck) cut_off_ = screens::title_in_words(deck->title);
  }
  const auto kept = common_->store.setting(kSettingsKey);
  if (kept && *kept)
    if (const auto settings = classroom::read_settings(**kept)) settings_ = *settings;
}

void ClassroomFlow::choose(const DeckId& id) {
  auto deck = common_->store.deck(id);
  if (!deck) return common_->messages.fail_with(deck.error(), "The deck cannot be hosted.");
  deck_ = std::move(*deck);
  tick_cards(classroom::best_cards(*deck_, settings_.questions));
}

void ClassroomFlow::tick_cards(std::vector<std::size_t> places) {
  ticked_ = {places.begin(), places.end()};
}

void ClassroomFlow::apply(const SetupAction& action) {
  problem_.clear();
  switch (action.kind) {
    case SetupAction::Kind::None: break;
    case SetupAction::Kind::ChooseDeck: choose(action.deck); break;
    case SetupAction::Kind::OtherDeck:
      deck_.reset();
      enter();
      break;
    case SetupAction::Kind::Tick:
      if (ticked_.erase(action.place) == 0) ticked_.insert(action.place);
      break;
    case SetupAction::Kind::TickBest:
      tick_cards(classroom::best_cards(*deck_, settings_.questions));
      break;
    case SetupAction::Kind::TickAll: tick_cards(classroom::askable_cards(*deck_)); break;
    case SetupAction::Kind::TickNone: ticked_.clear(); break;
    case SetupAction::Kind::Choose: choose_option(action.place, action.choice); break;
    case SetupAction::Kind::EditList: writes_list_ = true; break;
    case SetupAction::Kind::KeepList: writes_list_ = false; break;
    case SetupAction::Kind::SaveList: save_list(action.text); break;
    case SetupAction::Kind::Host: host(ticked_cards()); break;
    case SetupAction::Kind::Print: print(ticked_cards()); break;
    case SetupAction::Kind::Resume: {
      HostPlan plan;
      plan.journal = journal();
      open_room(std::move(plan));
      break;
    }
    case SetupAction::Kind::Discard: {
      std::error_code ignored;
      fs::remove(journal(), ignored);
      cut_off_.clear();
      break;
    }
    case SetupAction::Kind::OpenPast: open_past(action.past); break;
  }
}

void ClassroomFlow::remember_settings() {
  if (const auto kept = common_->store.remember(kSettingsKey, classroom::write_settings(settings_));
      !kept)
    common_->messages.fail_with(kept.error(), "The options will not be remembered.");
}

void ClassroomFlow::choose_option(std::size_t option, std::size_t choice) {
  settings_ = screens::with_choice(settings_, option, choice);
  remember_settings();
}

void ClassroomFlow::save_list(const std::string& text) {
  writes_list_ = false;
  settings_.class_list = classroom::names_of_list(text);
  remember_settings();
}

Deck ClassroomFlow::ticked_cards() const {
  Deck chosen = *deck_;
  chosen.cards.clear();
  for (const std::size_t place : ticked_)
    chosen.cards.push_back(deck_->cards[place]);
  return chosen;
}

void ClassroomFlow::host(const Deck& deck) {
  HostPlan plan;
  plan.deck = write_deck(deck);
  plan.settings = settings_;
  plan.settings.all_cards = true;
  plan.journal = journal();
  plan.anew = true;
  open_room(std::move(plan));
}

Result<void> ClassroomFlow::prepare_folder() const {
  std::error_code failed;
  fs::create_directories(tools_.folder, failed);
  if (failed)
    return fail(Error::Kind::Failed, "cannot make the folder (" + failed.message() + ")",
                tools_.folder.string());
  return {};
}

void ClassroomFlow::open_room(HostPlan plan) {
  plan.any_port = true;
  const auto ready = prepare_folder();
  auto room = ready ? tools_.open(plan) : tl::unexpected<Error>(ready.error());
  if (!room) {
    problem_ = message(room.error());
    return;
  }
  room_ = std::move(*room);
  network_ = 0;
  panel_.reset();
  teacher_.reset();
  result_.reset();
  past_id_.reset();
  kept_.clear();
  cut_off_.clear();
  wall_ = {};
  opened_at_ = common_->clock();
  show_door();
  tick();
}

screens::SetupView ClassroomFlow::setup() const {
  screens::SetupView view =
      deck_ ? screens::look(*deck_, ticked_, settings_) : screens::look(decks_);
  view.resume = cut_off_;
  view.problem = problem_;
  if (deck_ && writes_list_) {
    view.list.emplace();
    for (const std::string& name : settings_.class_list)
      *view.list += name + "\n";
  }
  if (deck_) return view;
  for (const progress::KeptQuiz& quiz : past_)
    view.past.push_back({quiz.id, screens::title_in_words(quiz.title),
                         day_in_words(quiz.at) + ", " +
                             screens::counted(quiz.players, "player", "players") + ", " +
                             screens::counted(quiz.questions, "question", "questions")});
  return view;
}

// While it goes on.

void ClassroomFlow::show_door() {
  const WayIn& way = room_->way_in();
  door_ = {};
  if (way.is_local) door_.help = kNoNetwork;
  // This machine's own address is none that a phone could use.
  door_.networks = way.urls.size() > 1 ? way.urls.size() - 1 : 1;
  const std::string& url = way.urls[network_ % door_.networks];
  door_.address = typed_address(url);
  door_.pin = in_two_groups(way.pin);
  if (auto code = classroom::qr_modules(url + "?pin=" + way.pin))
    door_.code = {code->side, std::move(code->dark)};
}

void ClassroomFlow::tick() {
  if (!room_) return;
  auto news = room_->take_news();
  if (!news) return;
  wall_ = std::move(news->wall);
  wall_at_ = common_->clock();
  if (panel_ && panel_->asked) {
    const auto open = std::ranges::find(wall_.names, panel_->seat, &screens::WallName::seat);
    if (news->refusal) {
      panel_->problem = refused_name(*news->refusal);
      panel_->asked.reset();
    } else if (open != wall_.names.end()) {
      panel_.reset();
    }
  }
  if (news->result && news->result != result_) {
    result_ = std::move(news->result);
    keep_result();
  }
}

void ClassroomFlow::keep_result() {
  const progress::KeptQuiz quiz{0,
                                room_->key(),
                                common_->clock(),
                                result_->title,
                                result_->players.size(),
                                result_->questions.size()};
  const auto kept = common_->store.keep_quiz(quiz, classroom::write_result(*result_));
  kept_ = kept ? "Kept on this machine until you delete it (recto results)."
               : "Not kept: " + message(kept.error());
}

bool ClassroomFlow::is_alone() const {
  return room_ && wall_.stage == Stage::Lobby && wall_.names.empty();
}

std::optional<Instant> ClassroomFlow::wakes_at() const {
  if (is_alone()) return opened_at_ + kLongAlone;
  if (!room_ || !wall_.left || wall_.paused) return {};
  return common_->clock() + kCountdownStep;
}

screens::WallScreen ClassroomFlow::wall() const {
  screens::WallScreen screen{wall_};
  screen.wall.door = door_;
  if (is_alone() && common_->clock() >= opened_at_ + kLongAlone && door_.help.empty())
    screen.wall.door.help = kNobodyCame;
  if (screen.wall.left && !wall_.paused) {
    const auto passed = std::max(std::chrono::milliseconds(0), common_->clock() - wall_at_);
    screen.wall.left = std::max(classroom::Millis{0}, *wall_.left - passed);
  }
  screen.teacher = teacher_;
  if (counts_hands_ && wall_.can_count) {
    screen.hands.emplace();
    screen.hands->counts = wall_.hands;
    for (std::size_t i = 0; i < wall_.options.size(); ++i)
      screen.hands->options.emplace_back(1, static_cast<char>('A' + static_cast<int>(i)));
  }
  if (!panel_) return screen;
  const auto open = std::ranges::find(wall_.names, panel_->seat, &screens::WallName::seat);
  if (open != wall_.names.end())
    screen.panel = screens::NamePanel{*open, panel_->renaming, panel_->problem};
  return screen;
}

std::string ClassroomFlow::teachers_link() const {
  const WayIn& way = room_->way_in();
  return app::teachers_link(way.urls[network_ % door_.networks], way);
}

void ClassroomFlow::copy_teachers_link() {
  common_->copied = teachers_link();
  teacher_.reset();
  common_->tell("Copied. Open it in a browser that the class does not see.");
}

void ClassroomFlow::show_teachers_code() {
  if (auto code = classroom::qr_modules(teachers_link()))
    teacher_ = screens::TeacherPanel{{code->side, std::move(code->dark)}};
}

void ClassroomFlow::hear_panel(const WallAction& action) {
  const classroom::SeatId seat{panel_->seat};
  switch (action.kind) {
    case WallAction::Kind::StartRename: panel_->renaming = true; return;
    case WallAction::Kind::Rename:
      panel_->asked = action.text;
      panel_->problem.clear();
      return room_->say(event::Rename{seat, action.text});
    case WallAction::Kind::Remove: room_->say(event::Remove{seat}); break;
    case WallAction::Kind::Readmit: room_->say(event::Readmit{seat}); break;
    case WallAction::Kind::Approve: room_->say(event::Approve{seat}); break;
    case WallAction::Kind::Confirm: room_->say(event::ConfirmClaim{seat}); break;
    case WallAction::Kind::CloseName: break;
    default: return;
  }
  panel_.reset();
}

void ClassroomFlow::apply(const WallAction& action) {
  if (!room_ || action.kind == WallAction::Kind::None) return;
  if (auto step = step_of(action.kind, wall_)) return room_->say(std::move(*step));
  switch (action.kind) {
    case WallAction::Kind::OpenName: panel_ = Panel{action.seat, false, {}, {}}; break;
    case WallAction::Kind::Grant: room_->say(event::Grant{wall_.question, action.text}); break;
    case WallAction::Kind::OtherNetwork:
      ++network_;
      show_door();
      break;
    case WallAction::Kind::CountHands: counts_hands_ = true; break;
    case WallAction::Kind::CloseHands: counts_hands_ = false; break;
    case WallAction::Kind::SaveHands:
      counts_hands_ = false;
      room_->say(event::Hands{wall_.question, action.counts});
      break;
    case WallAction::Kind::OpenTeacher: teacher_.emplace(); break;
    case WallAction::Kind::CloseTeacher: teacher_.reset(); break;
    case WallAction::Kind::CopyTeachLink: copy_teachers_link(); break;
    case WallAction::Kind::ShowTeachCode: show_teachers_code(); break;
    case WallAction::Kind::Leave: close_room(); break;
    default:
      if (panel_) hear_panel(action);
  }
}

void ClassroomFlow::close_room() {
  room_.reset();
  panel_.reset();
  teacher_.reset();
  counts_hands_ = false;
  result_.reset();
  std::error_code ignored;
  fs::remove(journal(), ignored);
  enter();
}

// Afterwards.

void ClassroomFlow::open_past(std::int64_t id) {
  const auto body = common_->store.quiz_body(id);
  auto result = body ? classroom::read_result(*body) : tl::unexpected<Error>(body.error());
  if (!result) return common_->messages.fail_with(result.error(), "The result cannot be shown.");
  result_ = std::move(*result);
  past_id_ = id;
  asks_delete_ = false;
  kept_.clear();
}

void ClassroomFlow::apply(const AfterAction& action) {
  switch (action.kind) {
    case AfterAction::Kind::None: break;
    case AfterAction::Kind::MakeDeck: make_deck(); break;
    case AfterAction::Kind::PlayMissed: play_missed(); break;
    case AfterAction::Kind::Export: export_result(); break;
    case AfterAction::Kind::Print: print_result(); break;
    case AfterAction::Kind::AskDelete: asks_delete_ = past_id_.has_value(); break;
    case AfterAction::Kind::Keep: asks_delete_ = false; break;
    case AfterAction::Kind::Delete: delete_result(); break;
    case AfterAction::Kind::Leave:
      if (room_) return close_room();
      result_.reset();
      past_id_.reset();
      enter();
  }
}

void ClassroomFlow::make_deck() {
  const Deck deck = classroom::deck_of(*result_, classroom::missed_by_class(*result_));
  if (deck.cards.empty()) return;
  const auto added = common_->store.add(deck, common_->clock());
  if (!added) return common_->messages.fail_with(added.error(), "The deck was not made.");
  common_->tell("Made " + quoted(deck) + " with " +
                screens::counted(deck.cards.size(), "card", "cards") + ".");
}

void ClassroomFlow::play_missed() {
  Deck deck = classroom::deck_of(*result_, classroom::missed_by_class(*result_));
  if (deck.cards.empty()) return;
  if (room_) close_room();
  result_.reset();
  past_id_.reset();
  deck_ = std::move(deck);
  tick_cards(classroom::askable_cards(*deck_));
}

void ClassroomFlow::export_result() {
  const auto file = tools_.export_result(*result_);
  if (!file) return common_->messages.fail_with(file.error(), "Nothing was written.");
  common_->tell("Wrote " + file->string());
}

void ClassroomFlow::print(const Deck& deck) {
  const auto file = tools_.print(deck);
  if (!file) return common_->messages.fail_with(file.error(), "Nothing was written.");
  common_->tell("Wrote " + file->string());
}

/// What the class missed, or everything when it missed nothing.
void ClassroomFlow::print_result() {
  const Deck missed = classroom::deck_of(*result_, classroom::missed_by_class(*result_));
  print(missed.cards.empty() ? result_->deck : missed);
}

void ClassroomFlow::delete_result() {
  if (!past_id_ || !asks_delete_) return;
  asks_delete_ = false;
  if (const auto gone = common_->store.forget_quiz(*past_id_); !gone)
    return common_->messages.fail_with(gone.error(), "The result is still there.");
  common_->tell("Deleted the result of “" + screens::title_in_words(result_->title) + "”.");
  result_.reset();
  past_id_.reset();
  enter();
}

ClassroomFlow::View ClassroomFlow::view() const {
  const bool over = room_ && wall_.stage == Stage::Finished;
  if (result_ && (past_id_ || over)) {
    screens::AfterView after = screens::look_after(*result_);
    after.is_live = room_ != nullptr;
    after.kept = kept_;
    after.can_delete = past_id_.has_value();
    after.asks_delete = asks_delete_;
    return after;
  }
  if (room_) return wall();
  return setup();
}

}  // namespace recto::app
