// What phones and host say to each other: JSON texts ↔ values. The README draws every message.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "content/base/result.h"
#include "game/classroom/rules/event.h"
#include "game/classroom/rules/phone_view.h"

namespace recto::classroom {

/// A phone that speaks another version is told to load the page again.
inline constexpr int kProtocolVersion = 1;

/// What a phone or a teacher's remote may say at most, in bytes.
inline constexpr std::size_t kLongestMessage = 4096;

namespace said {

/// Wants a seat, or the one it has. `pin` is needed for a new one only.
struct Join {
  std::string token, pin, name;
};
/// Wants the seat that has this name: it lost the phone it joined with.
struct Claim {
  std::string token, pin, name;
};
struct Ready {
  int question = 0;
};
struct Answer {
  int question = 0, round = 0;
  Response response;
};
/// Is anybody there?
struct Here {};
/// After the end: its misses as a deck file (L5).
struct TakeHome {};
/// Shows the host's secret: this line is the teacher's from now on.
struct Teach {
  std::string secret;
};
/// Of a teacher's line.
struct Command {
  Event event;
};

}  // namespace said

using Said = std::variant<said::Join, said::Claim, said::Ready, said::Answer, said::Here,
                          said::TakeHome, said::Teach, said::Command>;

/// Error: BadInput; its `what` is a stable word: "version", "too_long", "malformed". Tokens are 32
/// lower-case hexadecimal digits. Members that are not known are passed over.
[[nodiscard]] Result<Said> read_said(std::string_view text);

/// The state of the room for one phone is one JSON object in two pieces, so that what all phones
/// see is written once: own_part(…) + shared_part(…).
[[nodiscard]] std::string own_part(const OwnView& view);
[[nodiscard]] std::string shared_part(const SharedView& view);

[[nodiscard]] std::string here_message();
[[nodiscard]] std::string taken_message(int question, int round);
/// `deck`: the text of a deck file.
[[nodiscard]] std::string deck_message(std::string_view deck);
/// `reason` is a word of name_of(Reason), or one of the host's.
[[nodiscard]] std::string refused_message(std::string_view reason,
                                          std::string_view suggestion = {});
/// To a phone that has no seat yet: how it comes to a name. Of a class list no name is told.
[[nodiscard]] std::string no_seat_message(Naming naming);
/// An answer that was refused, so that the phone knows which.
[[nodiscard]] std::string refused_answer(std::string_view reason, int question, int round);

}  // namespace recto::classroom
