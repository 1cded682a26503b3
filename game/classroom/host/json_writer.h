// JSON text written straight into a string: what goes to every phone at every step. A tree of
// nlohmann's for each took most of a fan-out's time. Inside this folder only.
#pragma once

#include <algorithm>
#include <concepts>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace recto::classroom {

/// Whether the text stands in JSON as it is. Others are left to the library: escapes, and bytes
/// that are no UTF-8, which it replaces.
inline bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F &&
           c != '"' && c != '\\';
  });
}

inline void write_json(std::string& out, std::string_view text) {
  if (is_plain(text))
    out.append(1, '"').append(text).append(1, '"');
  else
    out += nlohmann::json(std::string(text))
               .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}
inline void write_json(std::string& out, const std::string& text) {
  write_json(out, std::string_view(text));
}
inline void write_json(std::string& out, const char* text) {
  write_json(out, std::string_view(text));
}
inline void write_json(std::string& out, std::same_as<bool> auto value) {
  out += value ? "true" : "false";
}
template <std::integral Number>
requires(!std::same_as<Number, bool>) inline void write_json(std::string& out, Number number) {
  out += std::to_string(number);
}
template <class Value>
void write_json(std::string& out, const std::vector<Value>& values) {
  out += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    write_json(out, values[i]);
  }
  out += ']';
}

/// An object from its first member to its last; it is closed with the end of its life.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;
  ~ObjectWriter() {
    if (!open_) out_ += '}';
  }

  template <class Value>
  ObjectWriter& member(std::string_view name, const Value& value) {
    write_json(begin(name), value);
    return *this;
  }
  /// Where the member's value is to be written.
  std::string& begin(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    out_.append(1, '"').append(name).append("\":");
    return out_;
  }
  /// Whoever has the text goes on with it.
  void leave_open() { open_ = true; }

 private:
  std::string& out_;
  bool open_ = false;
};

}  // namespace recto::classroom
