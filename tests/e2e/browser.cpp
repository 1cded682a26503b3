#include "tests/e2e/browser.h"

#include <curl/curl.h>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>
#include <unistd.h>
#include <utility>

#include "content/base/utf8.h"
#include "tests/support/support.h"

namespace recto::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr const char* kDriver = "/usr/bin/chromedriver";
constexpr const char* kChromium = "/usr/bin/chromium";
constexpr long kLongestCommand = 90;  // seconds; a browser's start on a busy machine is the longest
constexpr int kUsualText = 16;        // px
constexpr auto kBlink = 20ms;

std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count, void* text) {
  static_cast<std::string*>(text)->append(bytes, size * count);
  return size * count;
}

std::string request(const std::string& method, const std::string& url, const std::string& body) {
  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  const std::unique_ptr<curl_slist, void (*)(curl_slist*)> head(
      curl_slist_append(nullptr, "Content-Type: application/json"), curl_slist_free_all);
  std::string answer;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, head.get());
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, kLongestCommand);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &take_bytes);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  if (method == "POST") curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  const CURLcode code = curl_easy_perform(curl.get());
  if (code != CURLE_OK) FAIL("chromedriver: ", method, " ", url, ": ", curl_easy_strerror(code));
  return answer;
}

std::string bytes_of_base64(const std::string& text) {
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6U) | static_cast<unsigned>(digit);
    if ((count += 6) < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return bytes;
}

template <class Look>
bool comes_true(Look look) {
  for (const auto end = Clock::now() + kPatience; Clock::now() < end;
       std::this_thread::sleep_for(kBlink))
    if (look()) return true;
  return false;
}

}  // namespace

Driver* Driver::shared() {
  static const TemporaryFolder folder;
  static std::optional<Driver> driver;
  for (const char* program : {kChromium, kDriver})
    if (::access(program, X_OK) != 0) {
      std::cerr << "e2e: SKIPPED: " << program
                << " is not installed, so nothing was tested in a browser\n";
      return nullptr;
    }
  if (!driver) driver.emplace(folder.path());
  return &*driver;
}

Driver::Driver(const fs::path& folder) : server_(kDriver, {"--port=0"}, folder / "driver") {
  constexpr std::string_view kTelling = "started successfully on port ";
  const bool started = comes_true([&] {
    const std::string said = server_.output();
    const std::size_t at = said.find(kTelling);
    const std::size_t end = at == std::string::npos ? at : said.find('.', at);
    if (end == std::string::npos) return false;
    url_ = "http://127.0.0.1:" + said.substr(at + kTelling.size(), end - at - kTelling.size());
    return true;
  });
  if (!started) FAIL("chromedriver does not start: ", server_.output());
}

Json Driver::ask(const std::string& method, const std::string& path, const Json& body) {
  const std::string answer = request(method, url_ + path, body.dump());
  const Json json = Json::parse(answer, nullptr, false);
  if (json.is_discarded() || !json.contains("value")) FAIL("chromedriver: ", path, ": ", answer);
  const Json& value = json["value"];
  if (value.is_object() && value.contains("error"))
    FAIL("chromedriver: ", path, ": ", value["error"].get<std::string>(), ": ",
         value["message"].get<std::string>().substr(0, 300));
  return value;
}

Phone::Phone(Driver& driver, const PhoneLook& look) : driver_(driver), look_(look) {
  const Json options = {
      {"binary", kChromium},
      {"args",
       // Through a pipe: a bare system may not know what "localhost" is.
       {"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--remote-debugging-pipe", "--no-first-run", "--hide-scrollbars", "--no-proxy-server",
        "--lang=" + look.language, "--accept-lang=" + look.language}},
      {"prefs",
       {{"intl.accept_languages", look.language},
        {"webkit.webprefs.default_font_size", kUsualText * look.text_percent / 100}}}};
  const Json session = driver_.ask(
      "POST", "/session",
      {{"capabilities",
        {{"alwaysMatch", {{"browserName", "chrome"}, {"goog:chromeOptions", options}}}}}});
  session_ = "/session/" + session.at("sessionId").get<std::string>();
  show_size();
  devtools("Emulation.setEmulatedMedia",
           {{"features",
             {{{"name", "prefers-color-scheme"}, {"value", look.dark ? "dark" : "light"}}}}});
}

Phone::~Phone() {
  try {
    ask("DELETE", "");
  } catch (...) {  // doctest's failure of a test that ends anyway
  }
}

Json Phone::ask(const std::string& method, const std::string& path, const Json& body) {
  return driver_.ask(method, session_ + path, body);
}

void Phone::devtools(const std::string& command, const Json& parameters) {
  ask("POST", "/goog/cdp/execute", {{"cmd", command}, {"params", parameters}});
}

void Phone::open(const std::string& url) {
  ask("POST", "/url", {{"url", url}});
}

void Phone::reload() {
  ask("POST", "/refresh");
}

void Phone::run_first(const std::string& script) {
  devtools("Page.addScriptToEvaluateOnNewDocument", {{"source", script}});
}

void Phone::download_to(const fs::path& folder) {
  devtools("Browser.setDownloadBehavior",
           {{"behavior", "allow"}, {"downloadPath", folder.string()}});
}

void Phone::drag(const std::string& from, const std::string& to) {
  const auto at = [&](const std::string& selector) {
    return run(
        "var box = document.querySelector(" + Json(selector).dump() +
        ").getBoundingClientRect();"
        "return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)]");
  };
  const Json start = at(from), end = at(to);
  const auto move = [](const Json& place, int time) {
    return Json{{"type", "pointerMove"}, {"duration", time}, {"x", place[0]}, {"y", place[1]}};
  };
  ask("POST", "/actions",
      {{"actions",
        {{{"type", "pointer"},
          {"id", "finger"},
          {"parameters", {{"pointerType", "touch"}}},
          {"actions",
           {move(start, 0),
            {{"type", "pointerDown"}, {"button", 0}},
            move(end, 200),
            {{"type", "pointerUp"}, {"button", 0}}}}}}}});
}

void Phone::turn() {
  std::swap(look_.width, look_.height);
  show_size();
}

void Phone::show_size() {
  devtools("Emulation.setDeviceMetricsOverride", {{"width", look_.width},
                                                  {"height", look_.height},
                                                  {"deviceScaleFactor", 1},
                                                  {"mobile", true}});
}

Json Phone::run(const std::string& script) {
  return ask("POST", "/execute/sync", {{"script", script}, {"args", Json::array()}});
}

std::string Phone::text() {
  return run("return document.body ? document.body.innerText : ''").get<std::string>();
}

void Phone::wait_for(const std::string& words) {
  if (!comes_true([&] { return text().find(words) != std::string::npos; }))
    FAIL("waited in vain for “", words, "”; the page:\n", text());
}

void Phone::wait_while(const std::string& words) {
  if (!comes_true([&] { return text().find(words) == std::string::npos; }))
    FAIL("“", words, "” does not go away; the page:\n", text());
}

void Phone::tap(const std::string& words) {
  const std::string script =
      "var all = document.querySelectorAll('button'), words = " + Json(words).dump() +
      ";"
      "for (var i = 0; i < all.length; i += 1) {"
      "  var name = all[i].getAttribute('aria-label') || all[i].textContent;"
      "  if (!all[i].disabled && name.indexOf(words) >= 0) { all[i].click(); return true; }"
      "} return false;";
  if (!comes_true([&] { return run(script).get<bool>(); }))
    FAIL("there is no button “", words, "”; the page:\n", text());
}

/// In one go: between finding and clicking the page may draw itself anew.
void Phone::tap_on(const std::string& selector) {
  const std::string script = "var found = document.querySelector(" + Json(selector).dump() +
                             "); if (!found || found.disabled) return false;"
                             "found.click(); return true;";
  if (!comes_true([&] { return run(script).get<bool>(); }))
    FAIL("there is no “", selector, "” to tap; the page:\n", text());
}

/// Key by key, wherever the focus then is: the page may draw itself anew meanwhile, and keeps it.
void Phone::type(const std::string& selector, const std::string& text) {
  const std::string script = "var field = document.querySelector(" + Json(selector).dump() +
                             "); if (!field) return false; field.focus(); field.select();"
                             "return document.activeElement === field;";
  if (!comes_true([&] { return run(script).get<bool>(); }))
    FAIL("there is no field “", selector, "”; the page:\n", this->text());
  Json keys = Json::array();
  keys.push_back({{"type", "keyDown"}, {"value", "\uE003"}});  // Backspace: what is selected goes
  keys.push_back({{"type", "keyUp"}, {"value", "\uE003"}});
  for (const char32_t c : code_points(text))
    for (const char* what : {"keyDown", "keyUp"})
      keys.push_back({{"type", what}, {"value", to_utf8(std::u32string(1, c))}});
  ask("POST", "/actions",
      {{"actions", {{{"type", "key"}, {"id", "keyboard"}, {"actions", keys}}}}});
}

void Phone::key(const std::string& key) {
  ask("POST", "/actions",
      {{"actions",
        {{{"type", "key"},
          {"id", "keyboard"},
          {"actions",
           {{{"type", "keyDown"}, {"value", key}}, {{"type", "keyUp"}, {"value", key}}}}}}}});
}

void Phone::picture(const fs::path& file) {
  const int height = run("return Math.ceil(document.documentElement.scrollHeight)").get<int>();
  const Json shot = ask("POST", "/goog/cdp/execute",
                        {{"cmd", "Page.captureScreenshot"},
                         {"params",
                          {{"captureBeyondViewport", true},
                           {"clip",
                            {{"x", 0},
                             {"y", 0},
                             {"width", look_.width},
                             {"height", std::max(height, look_.height)},
                             {"scale", 1}}}}}});
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes_of_base64(shot.at("data").get<std::string>());
}

std::string Phone::faults() {
  return run(R"JS(
    var faults = [], width = document.documentElement.clientWidth;
    function name(e) { return e.tagName + ' “' + (e.textContent || e.id).slice(0, 40) + '”'; }
    if (document.documentElement.scrollWidth > width) faults.push('the page is wider than the phone');
    Array.prototype.forEach.call(document.querySelectorAll('body *'), function (e) {
      var box = e.getBoundingClientRect(), style = getComputedStyle(e);
      if (!box.width || style.visibility === 'hidden') return;
      if (box.right > width + 1 || box.left < -1) faults.push(name(e) + ' stands out at the side');
      if (e.scrollWidth > e.clientWidth + 1 && style.overflowX === 'hidden' && e.clientWidth > 0)
        faults.push(name(e) + ' is cut off');
      var target = e.tagName === 'BUTTON' || e.tagName === 'INPUT' && e.type !== 'range';
      if (target && (box.height < 44 || box.width < 44)) faults.push(name(e) + ' is small');
    });
    performance.getEntriesByType('resource').forEach(function (one) {
      if (one.name.indexOf(location.origin + '/') !== 0) faults.push('asked elsewhere: ' + one.name);
    });
    return faults.join('\n');
  )JS")
      .get<std::string>();
}

}  // namespace recto::test
