// The line to the host: a WebSocket, or plain requests where that is blocked. Comes back by itself,
// as long as nobody says that it is over. Plain script of 2019, as phone.js.
"use strict";

// What the phone remembers.
function keep(name, value) {
  try { localStorage.setItem(name, value); } catch (e) { /* private window: kept while it is open */ }
}
function kept(name) {
  try { return localStorage.getItem(name); } catch (e) { return null; }
}

// The phone's secret, by which it has its seat.
function phoneToken() {
  var token = kept("recto-token");
  if (/^[0-9a-f]{32}$/.test(token || "")) return token;
  var bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  token = Array.prototype.map.call(bytes, function (byte) {
    return (byte < 16 ? "0" : "") + byte.toString(16);
  }).join("");
  keep("recto-token", token);
  return token;
}

// `page` is told: greeting() gives the first message of a new line; take(message) what the host says;
// offline(is) whether there is a line; ended(reason) that the host sends this phone away;
// isOver() whether silence is no news: the quiz has ended.
function openLine(page) {
  var VERSION = 1;
  var BEAT = 5000, BEAT_ANSWER = 4000, SLOWEST_RETRY = 5000, RETRY_WHEN_OVER = 60000;

  var line = null;          // {send, close}
  var tries = 0, retry = 0, stopped = false, usePolls = false, heardAt = 0;

  function post(message) {
    message.v = VERSION;
    if (line) line.send(JSON.stringify(message));
  }

  function socketLine() {
    var socket = new WebSocket("ws://" + location.host + "/socket");
    var opened = false, over = false;
    function end(reason) {
      if (over) return;
      over = true;
      if (!opened) usePolls = !usePolls;  // the other way the next time
      lost(own, reason);
    }
    var own = {
      send: function (text) { if (socket.readyState === 1) socket.send(text); },
      close: function () { over = true; socket.close(); }
    };
    socket.onopen = function () { opened = true; connected(own); };
    socket.onmessage = function (event) { if (!over) read(event.data); };
    socket.onclose = function (event) { end(event.reason); };
    socket.onerror = function () { end(""); };
    setTimeout(function () { if (!opened) { socket.close(); end(""); } }, 4000);
    return own;
  }

  function ask(method, url, body, done, failed) {
    var request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = 30000;
    if (body !== null) request.setRequestHeader("Content-Type", "application/json");
    request.onload = function () {
      var answer = null;
      try { answer = JSON.parse(request.responseText); } catch (e) { /* no answer of ours */ }
      if (request.status === 200 && answer) done(answer); else failed();
    };
    request.onerror = request.ontimeout = failed;
    request.send(body);
    return request;
  }

  function pollLine() {
    var url = null, over = false, waiting = null, last = 0;
    function end(reason) {
      if (over) return;
      over = true;
      if (!url) usePolls = !usePolls;
      lost(own, reason || "");
    }
    function listen() {
      waiting = ask("GET", url + "?after=" + last, null, function (answer) {
        if (over) return;
        var reason = "";
        answer.messages.forEach(function (message) {
          if (message.type === "closed") reason = message.reason; else hear(message);
        });
        last = answer.last;
        if (answer.open) listen(); else end(reason);
      }, function () { end(); });
    }
    var own = {
      send: function (text) {
        if (url) ask("POST", url, text, function () {}, function () { end(); });
      },
      close: function () { over = true; if (waiting) waiting.abort(); }
    };
    ask("POST", "/line", "{}", function (answer) {
      if (over) return;
      url = "/line/" + answer.line;
      connected(own);
      listen();
    }, function () { end(); });
    return own;
  }

  function connect() {
    clearTimeout(retry);
    if (line) line.close();
    line = usePolls ? pollLine() : socketLine();
  }

  function connected(own) {
    if (own !== line) return;
    tries = 0;
    heardAt = Date.now();
    post(page.greeting());
  }

  function lost(own, reason) {
    if (own !== line) return;
    line = null;
    if (reason === "removed" || reason === "elsewhere") {
      stopped = true;
      return page.ended(reason);
    }
    page.offline(!page.isOver());
    tries += 1;
    var most = page.isOver() ? RETRY_WHEN_OVER : SLOWEST_RETRY;
    var wait = Math.min(most, 250 * Math.pow(2, tries)) * (0.5 + Math.random() / 2);
    retry = setTimeout(connect, wait);
  }

  // A line may be dead without anyone telling: asks, and takes silence for an end.
  setInterval(function () {
    if (!line || stopped || document.hidden) return;
    if (Date.now() - heardAt > BEAT + BEAT_ANSWER) return connect();
    post({ type: "here" });
  }, BEAT);

  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && !stopped) connect();  // it may have slept: the present state, at once
  });
  window.addEventListener("online", function () { if (!stopped) connect(); });

  function read(text) {
    var message = null;
    try { message = JSON.parse(text); } catch (e) { return; }
    hear(message);
  }

  function hear(message) {
    heardAt = Date.now();
    page.offline(false);
    if (message.v !== undefined && message.v !== VERSION) return location.reload();
    page.take(message);
  }

  return {
    post: post,
    connect: connect,
    isOpen: function () { return line !== null; },
    isStopped: function () { return stopped; },
    stop: function () { stopped = true; },
    goOn: function () { stopped = false; connect(); }
  };
}
