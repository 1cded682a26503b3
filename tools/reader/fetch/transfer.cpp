#include "tools/reader/fetch/transfer.h"

#include <algorithm>
#include <csignal>
#include <new>
#include <utility>

#include "tools/reader/fetch/response.h"

namespace recto::fetch {
namespace {

using std::chrono::milliseconds;

constexpr const char* kUserAgent = "Recto/" RECTO_VERSION " (offline reading, one page at a time)";
constexpr const char* kAccept =
    "Accept: text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, "
    "application/pdf;q=0.9, application/epub+zip;q=0.9, */*;q=0.5";
constexpr const char* kSaveIt = "save the page in your browser and import the file";
constexpr const char* kTryAgain =
    "try again later, or save the page in your browser and import the file";

/// What comes with a redirect is read, so that the connection can be used again, up to here.
constexpr std::size_t kMostUnwanted = 65'536;
constexpr milliseconds kTurn{50};  ///< how often time and watch are looked at

std::string seconds(std::chrono::steady_clock::duration time) {
  const auto tenths = std::chrono::duration_cast<milliseconds>(time).count() / 100;
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) +
         " seconds";
}

Error too_large(std::size_t limit) {
  return {Error::Kind::BadInput,
          "the page is larger than " + std::to_string(limit / 1'000'000) + " MB",
          {},
          "give the address of the article alone"};
}

/// Before the first handle, once in a process; libcurl's own lock makes it safe for threads.
void start_curl() {
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kStarted != CURLE_OK) throw std::bad_alloc();  // its only reason
}

CURL* new_handle() {
  start_curl();
  CURL* handle = curl_easy_init();
  if (handle == nullptr) throw std::bad_alloc();
  return handle;
}

/// While it lives, a TLS server that has gone gives this thread an error instead of SIGPIPE, which
/// ends programs: OpenSSL writes without MSG_NOSIGNAL. Nothing changes for other threads.
class PipeSignalHeld {
 public:
  PipeSignalHeld() {
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  PipeSignalHeld(const PipeSignalHeld&) = delete;
  PipeSignalHeld& operator=(const PipeSignalHeld&) = delete;
  ~PipeSignalHeld() {
    const timespec no_time{};
    if (::sigismember(&before_, SIGPIPE) == 0) ::sigtimedwait(&pipe_, nullptr, &no_time);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

/// The part of libcurl's message that says why a certificate is refused.
std::string certificate_fault(std::string_view message) {
  const std::size_t colon = message.find(": ");
  return std::string(colon == std::string_view::npos ? message : message.substr(colon + 2));
}

}  // namespace

Client::Client(const Options& options)
    : options_(options),
      deadline_(Clock::now() + options.total),
      easy_(new_handle()),
      multi_(curl_multi_init()) {
  const std::string language =
      "Accept-Language: " + (options.language.empty() ? "*" : options.language + ", *;q=0.5");
  headers_.reset(curl_slist_append(nullptr, kAccept));
  curl_slist_append(headers_.get(), language.c_str());
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(easy, CURLOPT_USERAGENT, kUserAgent);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can undo
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);  // fetch() goes on, and checks where
  curl_easy_setopt(easy, CURLOPT_COOKIEFILE, "");      // keeps cookies, in memory
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.authorities.empty())
    curl_easy_setopt(easy, CURLOPT_CAINFO, options.authorities.c_str());
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT,
                   1L);  // a cancelled look-up of a name is not waited for
  curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 128L * 1024L);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, explanation_.data());
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Client::take_bytes);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
}

Client::~Client() {
  const PipeSignalHeld held;  // open connections are closed with a last word
  easy_.reset();
  multi_.reset();
}

Result<Answer> Client::get(const std::string& address) {
  bytes_.clear();
  unwanted_ = 0;
  stopped_.reset();
  received_ = 0;
  explanation_.front() = '\0';
  moved_ = asked_ = Clock::now();
  const auto left = std::chrono::duration_cast<milliseconds>(deadline_ - moved_).count();
  curl_easy_setopt(easy_.get(), CURLOPT_URL, address.c_str());
  curl_easy_setopt(easy_.get(), CURLOPT_TIMEOUT_MS, std::max<long>(1, left));
  curl_easy_setopt(easy_.get(), CURLOPT_CONNECTTIMEOUT_MS, long{options_.connect.count()});
  const CURLcode code = perform();

  // What the server said of the page comes before how its bytes ended.
  const long answered = status();
  Answer answer;
  if (answered >= 300 && answered < 400 && !(answer.location = header("Location")).empty())
    return answer;
  if (answered >= 300) RECTO_TRY(check_status(answered, header("Retry-After")));
  if (stopped_) return tl::unexpected<Error>(*stopped_);
  if (code != CURLE_OK) return tl::unexpected<Error>(told(code));
  if (bytes_.empty())
    return fail(Error::Kind::BadInput, "the server sent an empty page", {}, kTryAgain);
  answer.content_type = header("Content-Type");
  answer.disposition = header("Content-Disposition");
  answer.bytes = std::move(bytes_);
  return answer;
}

CURLcode Client::perform() {
  const PipeSignalHeld held;
  CURLcode code = CURLE_OK;
  curl_multi_add_handle(multi_.get(), easy_.get());
  for (int running = 1; running > 0 && !stopped_;) {
    curl_multi_perform(multi_.get(), &running);
    int waiting = 0;
    if (const CURLMsg* message = curl_multi_info_read(multi_.get(), &waiting); message != nullptr)
      code = message->data.result;
    if (running == 0) break;
    if (!stopped_) stopped_ = reason_to_stop(Clock::now());
    if (!stopped_)
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(kTurn.count()), nullptr);
  }
  curl_multi_remove_handle(multi_.get(), easy_.get());
  return code;
}

std::optional<Error> Client::reason_to_stop(Clock::time_point now) {
  const Progress progress = this->progress();
  if (progress.received > received_ || !is_reached()) {
    received_ = progress.received;
    moved_ = now;
  }
  if (now - moved_ > options_.stall) return told_of_time(options_.stall);
  if (!options_.watch || now - asked_ < kTurn) return {};
  asked_ = now;
  if (options_.watch(progress)) return {};
  return Error{Error::Kind::Failed, "fetching was cancelled", {}, "fetch it again when you like"};
}

std::size_t Client::take_bytes(char* bytes, std::size_t size, std::size_t count, void* client) {
  return static_cast<Client*>(client)->take({bytes, size * count}) ? size * count : 0;
}

/// False ends the transfer.
bool Client::take(std::string_view bytes) {
  if (status() >= 400) return false;
  if (status() >= 300) {
    unwanted_ += bytes.size();
    return unwanted_ <= kMostUnwanted;
  }
  if (bytes_.empty())
    if (const auto wanted = check_media(parse_content_type(header("Content-Type")).media); !wanted)
      stopped_ = wanted.error();
  // The announced length counts as well: nobody waits for what is refused in the end.
  if (std::max(bytes_.size() + bytes.size(), progress().expected) > options_.limit)
    stopped_ = too_large(options_.limit);
  if (stopped_) return false;
  bytes_.append(bytes);
  return true;
}

Error Client::told(CURLcode code) const {
  const std::string explanation = explanation_.data();
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {Error::Kind::NotFound,
              code == CURLE_COULDNT_RESOLVE_HOST ? "there is no server of that name"
                                                 : "the proxy's name is not known",
              {},
              "check the address and that you are online"};
    case CURLE_COULDNT_CONNECT:
      return {Error::Kind::Failed,
              "the server does not accept connections",
              {},
              "check the address and that you are online, or try again later"};
    case CURLE_OPERATION_TIMEDOUT:
      return told_of_time(is_reached() ? options_.total : options_.connect);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
      return {Error::Kind::Failed,
              "the server cannot prove that it is the one you named (" +
                  certificate_fault(explanation) + ")",
              {},
              "if you trust it, save the page in your browser and import the file"};
    case CURLE_SSL_CONNECT_ERROR:
      return {Error::Kind::Failed,
              "no secure connection to the server is possible",
              {},
              "check the address, or save the page in your browser and import the file"};
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return {Error::Kind::Failed, "the server broke off before the page was whole", {}, kTryAgain};
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:  // not ours, so from what undoes the compression
      return {Error::Kind::Failed,
              "the server sent the page compressed in a way that cannot be undone",
              {},
              kSaveIt};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return {Error::Kind::Failed,
              "what answers there is no web server",
              {},
              "check the address and its port"};
    default:
      return {Error::Kind::Failed,
              "the page could not be fetched (" +
                  (explanation.empty() ? curl_easy_strerror(code) : explanation) + ")",
              {},
              kTryAgain};
  }
}

Error Client::told_of_time(Clock::duration waited) const {
  return {Error::Kind::Failed,
          is_reached() ? "the server sent no whole page within " + seconds(waited)
                       : "the server could not be reached within " + seconds(waited),
          {},
          kTryAgain};
}

std::string Client::header(const char* name) const {
  curl_header* found = nullptr;
  return curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK
             ? found->value
             : "";
}

long Client::status() const {
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/// Whether the request could be sent: name looked up, connected, TLS agreed upon.
bool Client::is_reached() const {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_PRETRANSFER_TIME_T, &microseconds);
  return microseconds > 0;
}

Progress Client::progress() const {
  curl_off_t received = 0;
  curl_off_t expected = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_SIZE_DOWNLOAD_T, &received);
  curl_easy_getinfo(easy_.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &expected);
  return {static_cast<std::size_t>(std::max<curl_off_t>(0, received)),
          static_cast<std::size_t>(std::max<curl_off_t>(0, expected))};
}

}  // namespace recto::fetch
