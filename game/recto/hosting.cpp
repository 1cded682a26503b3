#include "game/recto/hosting.h"

#include <random>
#include <system_error>
#include <utility>

#include "content/base/digest.h"
#include "content/base/utf8.h"
#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "game/classroom/host/addresses.h"
#include "game/classroom/host/tokens.h"
#include "game/classroom/rules/names.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using classroom::Journal;

constexpr std::size_t kMostWordBytes = 1 << 20;
constexpr const char* kLoopback = "127.0.0.1";

Result<void> set_aside(const fs::path& path) {
  fs::path old = path;
  for (int number = 1; fs::exists(old); ++number)
    old = path.string() + "." + std::to_string(number);
  std::error_code failed;
  if (old != path) fs::rename(path, old, failed);
  if (failed)
    return fail(Error::Kind::Failed, "cannot set the old journal aside (" + failed.message() + ")",
                path.string());
  return {};
}

Result<Journal::Kept> begin_or_resume(const HostPlan& plan) {
  if (plan.anew) RECTO_TRY(set_aside(plan.journal));
  if (fs::exists(plan.journal)) return Journal::resume(plan.journal);
  std::random_device random;
  classroom::JournalHead head{classroom::random_pin(), classroom::random_token(),
                              (std::uint64_t{random()} << 32U) | random(), plan.settings,
                              plan.deck};
  Journal journal = RECTO_TRY(Journal::begin(plan.journal, head));
  return Journal::Kept{std::move(journal), std::move(head), {}};
}

/// Words that no name may hold, by their skeletons: a line each, # for comments.
Result<std::vector<std::string>> unwelcome_words(const fs::path& assets) {
  const std::string text =
      RECTO_TRY(read_file(assets / "words" / "unwelcome-names.txt", kMostWordBytes));
  std::vector<std::string> words;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view word = trimmed(line);
    if (!word.empty() && word.front() != '#') words.push_back(classroom::name_skeleton(word));
  }
  return words;
}

/// Where the room stood, by its log.
classroom::Millis replay(classroom::Room& room, const std::vector<classroom::TimedEvent>& events) {
  for (const classroom::TimedEvent& event : events)
    room.apply(event.at, event.event);
  return events.empty() ? classroom::Millis{0} : events.back().at;
}

Result<classroom::Room> room_of(const classroom::JournalHead& head, const fs::path& assets,
                                const Lexicon* lexicon) {
  const Deck deck = RECTO_TRY(read_deck(head.deck));
  Random random(head.seed);
  classroom::Quiz quiz = classroom::make_quiz(deck, head.settings, random);
  if (quiz.questions.empty())
    return fail(Error::Kind::BadInput, "the deck has no card that can be asked in class", {},
                "add choices, true/false or short answers");
  return classroom::Room(std::move(quiz), head.settings, lexicon,
                         RECTO_TRY(unwelcome_words(assets)));
}

std::vector<std::string> addresses_to_listen_on(const HostPlan& plan) {
  if (!plan.bind.empty()) return plan.bind;
  std::vector<std::string> addresses = classroom::lan_addresses();
  addresses.emplace_back(kLoopback);
  return addresses;
}

Result<std::unique_ptr<classroom::Server>> open_server(const HostPlan& plan, const fs::path& assets,
                                                       const std::vector<std::string>& addresses,
                                                       std::size_t most_seats) {
  classroom::ServerOptions options{addresses, plan.port, assets / "phone", most_seats};
  auto server = classroom::Server::open(options);
  if (server || !plan.any_port) return server;
  options.port = 0;
  return classroom::Server::open(options);
}

WayIn way_into(const std::vector<std::string>& addresses, std::uint16_t port,
               const classroom::JournalHead& head) {
  WayIn way{{}, head.pin, head.secret, addresses.front() == kLoopback};
  for (const std::string& address : addresses) {
    const bool is_six = address.find(':') != std::string::npos;
    way.urls.push_back("http://" + (is_six ? "[" + address + "]" : address) + ":" +
                       std::to_string(port) + "/");
  }
  return way;
}

}  // namespace

std::string url_with_pin(const WayIn& way_in) {
  return way_in.urls.front() + "?pin=" + way_in.pin;
}

Hosting::~Hosting() = default;

std::string teachers_link(const std::string& url, const WayIn& way_in) {
  return url + "teach#" + way_in.secret;
}

Result<std::unique_ptr<Hosting>> Hosting::open(const HostPlan& plan, const fs::path& assets,
                                               const Lexicon* lexicon,
                                               std::function<void()> wall_changed) {
  // A deck that cannot be asked must leave no journal behind.
  if (plan.anew || !fs::exists(plan.journal))
    RECTO_TRY(room_of({{}, {}, 0, plan.settings, plan.deck}, assets, lexicon));
  auto kept = RECTO_TRY(begin_or_resume(plan));
  classroom::Room room = RECTO_TRY(room_of(kept.head, assets, lexicon));
  const classroom::Millis began = replay(room, kept.events);

  std::unique_ptr<Hosting> hosting(new Hosting(std::move(kept.journal)));
  const std::vector<std::string> addresses = addresses_to_listen_on(plan);
  hosting->server_ = RECTO_TRY(open_server(plan, assets, addresses, room.settings().most_seats));
  hosting->way_in_ = way_into(addresses, hosting->server_->port(), kept.head);
  hosting->key_ = short_digest("result of " + kept.head.secret);
  classroom::Surroundings around = hosting->server_->surroundings(began);
  around.wall_changed = std::move(wall_changed);
  hosting->hall_.emplace(std::move(room), &hosting->journal_,
                         classroom::Secrets{kept.head.pin, kept.head.secret}, std::move(around));
  hosting->resumed_ = !kept.events.empty();
  if (hosting->resumed_) hosting->hall_->command(classroom::event::Restart{});
  return hosting;
}

}  // namespace recto::app
