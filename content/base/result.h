// Failure as a value: Error, Result<T>, fail() and RECTO_TRY.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace recto {

/// What went wrong, in words for a person. It becomes one sentence at the one place that tells it:
/// `recto-deck: <where>: <what>; <advice>`.
struct Error {
  enum class Kind {
    NotFound,     ///< there is nothing under that name
    BadInput,     ///< it is there, and it is not what it should be
    Unsupported,  ///< right as it is, but not for this version or build
    Failed,       ///< disk, network, system
  };
  Kind kind = Kind::Failed;
  std::string what;    ///< one sentence without a full stop: "the deck has two cards with id c7"
  std::string where;   ///< file, URL or JSON pointer that it is about; empty when there is none
  std::string advice;  ///< what to do next: "save the page and drop the file here"; may be empty

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// The failing side of a Result: `return fail(Error::Kind::BadInput, "…", "/cards/7/id");`
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, std::string what,
                                                std::string where = {}, std::string advice = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(where), std::move(advice)});
}

/// "where: what; advice", leaving out what is empty.
[[nodiscard]] inline std::string message(const Error& error) {
  std::string text = error.where.empty() ? error.what : error.where + ": " + error.what;
  if (!error.advice.empty()) text += "; " + error.advice;
  return text;
}

namespace detail {
template <class T>
T take(tl::expected<T, Error>&& result) {
  return std::move(*result);
}
inline void take(tl::expected<void, Error>&& /*result*/) {}
}  // namespace detail

}  // namespace recto

/// The value of a Result, or return its error from here. A GNU statement expression (gcc, clang).
#define RECTO_TRY(expression)                                                     \
  (__extension__({                                                                \
    auto recto_try_result = (expression);                                         \
    if (!recto_try_result)                                                        \
      return tl::unexpected<::recto::Error>(std::move(recto_try_result).error()); \
    ::recto::detail::take(std::move(recto_try_result));                           \
  }))
