#include "tools/reader/fetch/response.h"

#include "tests/support/support.h"

namespace recto::fetch {

TEST_CASE("fetch: media type and charset are read from the header") {
  struct Row {
    const char* header;
    ContentType type;
  };
  for (const Row& row : {
           Row{"text/html; charset=utf-8", {"text/html", "utf-8"}},
           Row{"Text/HTML;Charset=\"ISO-8859-1\"", {"text/html", "iso-8859-1"}},
           Row{"text/html; level=1; charset=windows-1251 ", {"text/html", "windows-1251"}},
           Row{"application/pdf", {"application/pdf", ""}},
           Row{"text/html;", {"text/html", ""}},
           Row{"text/html; charset", {"text/html", ""}},
           Row{"text/html; charset=", {"text/html", ""}},
           Row{"text/html; charset=\"utf-8", {"text/html", "utf-8"}},
           Row{"", {"", ""}},
           Row{";", {"", ""}},
       }) {
    CAPTURE(row.header);
    CHECK(parse_content_type(row.header) == row.type);
  }
  CHECK(parse_content_type(std::string(100'000, 'x')).media.size() <= 127);
}

TEST_CASE("fetch: the file name is taken from Content-Disposition, without its folders") {
  struct Row {
    const char* header;
    const char* name;
  };
  for (const Row& row : {
           Row{"attachment; filename=reeds.pdf", "reeds.pdf"},
           Row{"attachment; filename=\"reed beds.pdf\"", "reed beds.pdf"},
           Row{"attachment; filename=\"a;\\\"b\\\".pdf\"; size=3", "a;\"b\".pdf"},
           Row{"attachment; filename=\"x.pdf\"; filename*=UTF-8''r%C3%B6hricht.pdf",
               "r\xC3\xB6hricht.pdf"},
           Row{"inline; filename*=utf-8'de'a%20b.pdf", "a b.pdf"},
           Row{"attachment; filename=\"../../etc/passwd\"", "passwd"},
           Row{"attachment; filename=\"C:\\\\notes\\\\reeds.txt\"", "reeds.txt"},
           Row{"attachment; filename*=UTF-8''..%2F..%2Fx.txt", "x.txt"},
           Row{"inline", ""},
           Row{"attachment; filename=", ""},
           Row{"", ""},
           Row{"attachment; filename*=nonsense", ""},
           Row{"attachment; filename*=UTF-8''%zz%4", "%zz%4"},
       }) {
    CAPTURE(row.header);
    CHECK(parse_file_name(row.header) == row.name);
  }
}

TEST_CASE("F5 fetch: every status but success has its sentence and advice") {
  CHECK(check_status(200, ""));
  CHECK(check_status(206, ""));
  struct Row {
    long status;
    const char* what;
    const char* advice;
  };
  for (const Row& row : {
           Row{304, "the server answered 304", "save the page"},
           Row{400, "the server answered 400", "save the page"},
           Row{401, "it asks to log in", "log in with your browser"},
           Row{402, "it asks to pay", "save it there"},
           Row{403, "the server answered 403", "save the page in your browser and import the file"},
           Row{404, "there is no such page", "check the address"},
           Row{407, "it asks to log in", "proxy"},
           Row{410, "there is no such page", "check the address"},
           Row{418, "the server answered 418", "save the page"},
           Row{429, "too many requests", "try again in 60 seconds"},
           Row{451, "the law", "save the page"},
           Row{500, "trouble of its own", "try again in 60 seconds"},
           Row{503, "trouble of its own", "try again in 60 seconds"},
           Row{999, "trouble of its own", "try again in 60 seconds"},
       }) {
    CAPTURE(row.status);
    const auto checked = check_status(row.status, "60");
    REQUIRE_FALSE(checked);
    CHECK(checked.error().what.find(row.what) != std::string::npos);
    CHECK(checked.error().what.find(std::to_string(row.status)) != std::string::npos);
    CHECK(checked.error().advice.find(row.advice) != std::string::npos);
  }
  const auto advice = [](std::string_view retry_after) {
    return check_status(429, retry_after).error().advice;
  };
  CHECK(advice("600").starts_with("try again in 10 minutes, or"));
  for (const char* odd : {"", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "0", "99999999999999", "5x"})
    CHECK(advice(odd).starts_with("try again later, or"));
}

TEST_CASE("F6 fetch: images, videos, data and feeds are told by their media type") {
  for (const char* media : {"text/html", "application/xhtml+xml", "text/plain", "text/markdown",
                            "application/pdf", "application/octet-stream", "application/zip",
                            "application/epub+zip", "multipart/related", "text/xml", "", "x"})
    CHECK(check_media(media));
  for (const char* media :
       {"image/png", "image/svg+xml", "video/mp4", "audio/mpeg", "font/woff2", "text/css",
        "application/json", "application/rss+xml", "application/atom+xml"}) {
    CAPTURE(media);
    const auto checked = check_media(media);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().what.find("not an article") != std::string::npos);
    CHECK_FALSE(checked.error().advice.empty());
  }
}

TEST_CASE("fetch: a page that only sends on is told from an article that reloads itself") {
  const auto target = [](std::string_view html) { return find_refresh(html).value_or("none"); };
  for (const char* html : {
           "<meta http-equiv=\"refresh\" content=\"0; url=/next?a=1&amp;b=2\">",
           "<META HTTP-EQUIV='Refresh' CONTENT='0;URL=/next?a=1&amp;b=2'>",
           "<head><meta charset=utf-8><meta content=\"1;url='/next?a=1&b=2'\" "
           "http-equiv=refresh></head>",
           "<noscript><meta http-equiv=refresh content=\"0.5 ; url = /next?a=1&b=2 \"></noscript>",
           "<meta http-equiv=\"refresh\" content=\"0,/next?a=1&b=2\">",
       }) {
    CAPTURE(html);
    CHECK(target(html) == "/next?a=1&b=2");
  }
  for (const std::string& html :
       {std::string("<meta http-equiv=\"refresh\" content=\"300; url=/\">"),
        std::string("<meta http-equiv=\"refresh\" content=\"5\">"),
        std::string("<!-- <meta http-equiv=refresh content=\"0; url=/x\"> -->"),
        std::string("<meta name=refresh content=\"0; url=/x\">"),
        std::string("<meta data-http-equiv=refresh content=\"0; url=/x\">"),
        std::string("<meta http-equiv=refresh content=\"0; url=\">"),
        std::string("<meta http-equiv=refresh content="), std::string("<meta http-equiv=refresh"),
        std::string("<meta"), std::string("<!-- "), std::string(),
        "<meta http-equiv=refresh content=\"0; url=/x\">" + std::string(10'000, 'a')}) {
    CAPTURE(html.substr(0, 60));
    CHECK(target(html) == "none");
  }
}

}  // namespace recto::fetch
