// One request after the other, with what stays between them: connections and cookies.
#pragma once

#include <array>
#include <chrono>
#include <curl/curl.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "tools/reader/fetch/fetch.h"

namespace recto::fetch {

/// What came back: a page, or where to go on.
struct Answer {
  std::string bytes;  ///< empty when it sends on
  std::string content_type;
  std::string disposition;  ///< the header Content-Disposition
  std::string location;     ///< as written; empty when it does not send on
};

class Client {
 public:
  explicit Client(const Options& options);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// The answer to a GET. Errors as for fetch(), when neither page nor way on came.
  [[nodiscard]] Result<Answer> get(const std::string& address);

 private:
  using Clock = std::chrono::steady_clock;
  struct CloseEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  struct CloseMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
  };
  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  static std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* client);
  bool take(std::string_view bytes);
  [[nodiscard]] CURLcode perform();
  [[nodiscard]] std::optional<Error> reason_to_stop(Clock::time_point now);
  [[nodiscard]] Error told(CURLcode code) const;
  [[nodiscard]] Error told_of_time(Clock::duration waited) const;
  [[nodiscard]] std::string header(const char* name) const;
  [[nodiscard]] long status() const;
  [[nodiscard]] bool is_reached() const;
  [[nodiscard]] Progress progress() const;

  Options options_;
  Clock::time_point deadline_;
  std::unique_ptr<curl_slist, FreeList> headers_;
  std::unique_ptr<CURL, CloseEasy> easy_;
  std::unique_ptr<CURLM, CloseMulti> multi_;         ///< behind easy_: closed first
  std::array<char, CURL_ERROR_SIZE> explanation_{};  ///< libcurl writes here

  // Of the transfer that runs:
  std::string bytes_;
  std::size_t unwanted_ = 0;      ///< bytes of a page that comes with a redirect
  std::optional<Error> stopped_;  ///< why we ended it
  std::size_t received_ = 0;      ///< at moved_
  Clock::time_point moved_;       ///< when bytes last came
  Clock::time_point asked_;       ///< when the watch was last asked
};

}  // namespace recto::fetch
