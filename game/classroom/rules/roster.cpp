#include "game/classroom/rules/roster.h"

#include <algorithm>
#include <utility>

#include "content/base/utf8.h"
#include "game/classroom/rules/names.h"

namespace recto::classroom {
namespace {

constexpr Millis kFloodWindow{5000};
constexpr std::ptrdiff_t kFloodSize = 20;

tl::unexpected<Refusal> refuse(Reason reason) {
  return tl::unexpected<Refusal>(Refusal{reason});
}

/// The name as the list has it; empty when it is not on it.
std::string as_on_list(const std::string& name, std::span<const std::string> list) {
  const std::string skeleton = name_skeleton(name);
  for (const std::string& one : list)
    if (std::string clean = clean_name(one); name_skeleton(clean) == skeleton) return clean;
  return {};
}

}  // namespace

std::optional<SeatId> Roster::seat_of(std::string_view token) const {
  const auto found = by_token_.find(token);
  if (found == by_token_.end()) return {};
  return found->second;
}

std::optional<SeatId> Roster::seat_named(std::string_view skeleton) const {
  const auto found = by_skeleton_.find(skeleton);
  if (found == by_skeleton_.end()) return {};
  return found->second;
}

std::string Roster::free_name_like(const std::string& name) const {
  for (int number = 2;; ++number) {
    const std::string ending = " " + std::to_string(number);
    std::string base = name;
    while (visible_length(base) + ending.size() > kLongestName)
      base = std::string(prefix_utf8(base, base.size() - 1));
    std::string free = std::string(trimmed(base)) + ending;
    if (!by_skeleton_.contains(name_skeleton(free))) return free;
  }
}

/// The teacher may have given one of them by renaming.
std::string Roster::free_given_name() const {
  for (std::size_t number = seats_.size();; ++number) {
    std::string name = given_name(number);
    if (!by_skeleton_.contains(name_skeleton(name))) return name;
  }
}

std::optional<Refusal> Roster::refusal_of(const std::string& name,
                                          std::optional<SeatId> own) const {
  if (name.empty()) return Refusal{Reason::NameEmpty};
  if (visible_length(name) > kLongestName) return Refusal{Reason::NameTooLong};
  if (is_unwelcome(name, unwelcome_)) return Refusal{Reason::NameUnwelcome};
  const std::optional<SeatId> holder = seat_named(name_skeleton(name));
  if (holder && holder != own) return Refusal{Reason::NameTaken, free_name_like(name)};
  return {};
}

int Roster::smallest_team(std::size_t teams) const {
  if (teams == 0) return -1;
  std::vector<int> members(teams);
  for (const Seat& seat : seats_)
    if (seat.status != Seat::Status::Removed) ++members[static_cast<std::size_t>(seat.team)];
  return static_cast<int>(std::ranges::min_element(members) - members.begin());
}

void Roster::watch_for_flood(Millis now, const std::string& name) {
  while (!arrivals_.empty() && now - arrivals_.front().at > kFloodWindow)
    arrivals_.pop_front();
  std::string stem = name_stem(name);
  const auto similar = std::ranges::count(arrivals_, stem, &Arrival::stem) + 1;
  arrivals_.push_back({now, std::move(stem)});
  if (similar < kFloodSize || flooded_) return;
  locked_ = flooded_ = true;
}

Roster::Outcome Roster::join(Millis now, const event::Join& join, const Settings& settings,
                             std::size_t questions) {
  if (const auto seat = seat_of(join.token)) {
    if ((*this)[*seat].status == Seat::Status::Removed) return refuse(Reason::Removed);
    return *seat;
  }
  if (locked_) return refuse(Reason::Locked);
  const auto taken = std::ranges::count_if(
      seats_, [](const Seat& seat) { return seat.status != Seat::Status::Removed; });
  if (static_cast<std::size_t>(taken) >= settings.most_seats) return refuse(Reason::Full);
  std::string name = clean_name(join.name);
  if (settings.naming == Naming::Given) name = free_given_name();
  if (auto refusal = refusal_of(name, {})) return tl::unexpected<Refusal>(std::move(*refusal));
  if (settings.naming == Naming::ClassList) {
    name = as_on_list(name, settings.class_list);
    if (name.empty()) return refuse(Reason::NotOnList);
  }

  Seat seat;
  seat.token = join.token;
  seat.name = name;
  seat.skeleton = name_skeleton(name);
  seat.status = settings.approve_first ? Seat::Status::Waiting : Seat::Status::In;
  seat.team = smallest_team(settings.teams.size());
  seat.given.resize(questions);
  const SeatId id{seats_.size()};
  by_token_[seat.token] = id;
  by_skeleton_[seat.skeleton] = id;
  if (settings.naming == Naming::Free) watch_for_flood(now, seat.name);  // others have no choice
  seats_.push_back(std::move(seat));
  return id;
}

Roster::Outcome Roster::claim(const event::Claim& claim) {
  const auto id = seat_named(name_skeleton(clean_name(claim.name)));
  if (!id || seat_of(claim.token)) return refuse(Reason::UnknownSeat);
  Seat& seat = (*this)[*id];
  if (seat.status == Seat::Status::Removed) return refuse(Reason::Removed);
  if (seat.connected) return refuse(Reason::NameTaken);
  seat.claimed_by = claim.token;
  return *id;
}

Roster::Outcome Roster::confirm_claim(SeatId id) {
  Seat& seat = (*this)[id];
  if (seat.claimed_by.empty() || seat_of(seat.claimed_by)) return refuse(Reason::NotNow);
  by_token_.erase(seat.token);
  seat.token = std::exchange(seat.claimed_by, {});
  by_token_[seat.token] = id;
  return id;
}

Roster::Outcome Roster::rename(SeatId id, std::string_view name) {
  const std::string clean = clean_name(name);
  if (auto refusal = refusal_of(clean, id)) return tl::unexpected<Refusal>(std::move(*refusal));
  Seat& seat = (*this)[id];
  by_skeleton_.erase(seat.skeleton);
  seat.name = clean;
  seat.skeleton = name_skeleton(clean);
  by_skeleton_[seat.skeleton] = id;
  return id;
}

void Roster::lock(bool locked) {
  locked_ = locked;
}

}  // namespace recto::classroom
