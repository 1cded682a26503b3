// The teacher's own view: what comes next, the right answer and notes, and who is in. The secret
// stands behind the "#" of the link, which no browser sends anywhere. Plain script of 2019, as
// phone.js.
"use strict";
(function () {
  var language = (navigator.language || "en").slice(0, 2).toLowerCase();
  if (!WORDS[language]) language = "en";
  var words = WORDS[language].teach, common = WORDS[language];
  document.documentElement.lang = language;

  var page = document.getElementById("page"), status = document.getElementById("status");
  var banner = document.getElementById("line"), list = document.getElementById("seats");
  var secret = /^#([0-9a-f]{32})$/.exec(location.hash);
  secret = secret ? secret[1] : session("recto-secret");
  if (secret) {
    session("recto-secret", secret);
    // Whoever looks at the address bar, or at the history, learns nothing.
    history.replaceState(null, "", location.pathname);
  }

  var wall = null, seats = [], open = -1, endsAt = 0, host = null;

  // Kept as long as this tab is open: so that loading the page again is no end.
  function session(name, value) {
    try {
      if (value !== undefined) sessionStorage.setItem(name, value);
      return sessionStorage.getItem(name);
    } catch (e) { return value || null; }
  }

  function say(name, first, second) {
    return String(words[name]).replace("{0}", first).replace("{1}", second);
  }

  // A step that was said into a line that broke is said once more when the line is back, within ten
  // seconds, and only where the quiz still stands where it stood.
  var STILL_MEANT = 10000, said = null;
  function mark() {
    return [wall.stage, wall.question, wall.round, wall.paused, wall.locked].join();
  }

  function command(what, more) {
    var message = { type: "command", do: what };
    for (var name in more || {}) message[name] = more[name];
    said = what === "more" ? null : { message: message, mark: mark(), at: Date.now(), lost: false };
    host.post(message);
  }

  function sayAgain() {
    if (!said) return;
    if (said.mark !== mark() || Date.now() - said.at > STILL_MEANT) said = null;
    else if (said.lost) {
      said.lost = false;
      host.post(said.message);
    }
  }

  function act(text, className, what, more) {
    var made = button(text, className, function () { command(what, more); });
    made.setAttribute("data-key", what + JSON.stringify(more || ""));
    return made;
  }

  // The step that "next" takes, by the stage it is taken at.
  var STEPS = { lobby: "start", reading: "open", answering: "close", closed: "reveal",
                reveal: "go_on", scoreboard: "go_on", own_speed: "end_all", podium: "finish" };

  function answerText(asked) {
    if (asked.kind === "truefalse") return common[asked.options[asked.key[0]]];
    return asked.answer;
  }

  function askedParts(asked) {
    var parts = [put(make("h1"), make("span", "", asked.prompt))];
    var tally = wall.tally;
    asked.options.forEach(function (text, place) {
      var isRight = asked.kind !== "order" && asked.key.indexOf(place) >= 0;
      var row = make("div", "option c" + place + (isRight ? " right" : ""));
      put(row, badge(place),
          make("span", "text", asked.kind === "truefalse" ? common[text] : text));
      if (tally) put(row, make("span", "mark", String(tally.options[place])));
      else if (isRight) put(row, make("span", "mark", "✓"));
      parts.push(row);
    });
    var box = make("div", "box");
    if (asked.answer) put(box, make("p", "soft", common.right_answer), make("p", "", answerText(asked)));
    if (asked.accept.length) put(box, make("p", "soft", say("also", asked.accept.join("; "))));
    if (asked.notes) put(box, make("p", "", asked.notes));
    if (asked.evidence) put(box, make("p", "soft", "“" + asked.evidence + "”"));
    if (box.firstChild) parts.push(box);
    if (tally) tally.groups.forEach(function (group) {
      var isGood = group.verdict === "right" || group.verdict === "slip";
      var row = make("div", "row");
      put(row, make("span", "text", (isGood ? "✓ " : "") + group.text + " · " + group.count));
      if (!isGood && group.text)
        put(row, act(words.grant, "wide", "grant", { question: wall.question, text: group.text }));
      parts.push(row);
    });
    return parts;
  }

  function standingParts() {
    return wall.standings.map(function (one) {
      return put(make("div", "row"),
                 make("span", "text", one.place + ". " + one.name),
                 make("span", "text end", common.points.replace("{0}", one.points)));
    });
  }

  function steps() {
    var parts = make("div", "steps"), stage = wall.stage;
    function also(text, what, more) { put(parts, act(text, "", what, more)); }
    if (wall.paused) put(parts, act(words.resume, "main", "resume"));
    else if (STEPS[stage]) put(parts, act(words[STEPS[stage]], "main", "next"));
    if (!wall.paused && /^(reading|answering|own_speed)$/.test(stage)) also(words.pause, "pause");
    if (/^(answering|own_speed)$/.test(stage) && wall.left !== undefined)
      also(words.more, "more", { time: 10000 });
    if (stage === "closed") also(words.reopen, "reopen");
    if (!wall.paused && /^(reading|answering|closed)$/.test(stage)) also(words.skip, "skip");
    also(wall.locked ? words.unlock : words.lock, wall.locked ? "unlock" : "lock");
    return parts;
  }

  function draw() {
    if (!wall) return;
    var focused = document.activeElement && document.activeElement.getAttribute("data-key");
    var asked = wall.asked;
    document.getElementById("who").textContent =
      wall.question >= 0 ? common.question_of.replace("{0}", wall.question + 1).replace("{1}", wall.of)
                         : wall.title;
    page.textContent = "";
    var parts = asked ? askedParts(asked) : [make("h1", "", words[wall.stage] || wall.title)];
    if (wall.flood) put(page, make("p", "error", words.flood));
    put(page, steps());
    parts.concat(wall.standings ? standingParts() : []).forEach(function (part) { put(page, part); });
    drawPresent();
    showTime();
    focusAgain(focused);
  }

  // Those who wait for something first, then the others in the order of joining.
  function asks(seat) { return seat.status === "waiting" || seat.claimed; }

  function seatSign(seat) {
    if (seat.claimed) return words.claimed;
    if (seat.status !== "in") return words[seat.status];
    var sign = seat.team || "";
    if (!seat.connected) sign += (sign ? " · " : "") + words.away;
    if (seat.extra) sign += (sign ? " · " : "") + say("extra", seat.extra);
    return sign;
  }

  function seatActions(seat) {
    var made = make("div", "steps"), more = { seat: seat.seat };
    if (seat.status === "waiting") put(made, act(words.approve, "", "approve", more));
    if (seat.claimed) put(made, act(words.confirm, "", "confirm", more));
    if (seat.status === "removed") return put(made, act(words.readmit, "", "readmit", more));
    put(made, act(seat.extra ? words.no_extra : words.give_extra, "", "extra",
                  { seat: seat.seat, percent: seat.extra ? 0 : 50 }));
    put(made, act(words.remove, "", "remove", more));
    return made;
  }

  // The list is drawn when it changes, not with every answer; a school does not fit on a phone.
  var MOST_SEATS = 300, present = make("h2");
  function drawPresent() {
    list.hidden = !seats.length;
    present.textContent = say("present", wall.connected, seats.length);
  }

  function drawSeats() {
    if (!wall) return;
    var focused = document.activeElement && document.activeElement.getAttribute("data-key");
    list.textContent = "";
    put(list, present);
    drawPresent();
    seats.slice().sort(function (a, b) { return asks(b) - asks(a) || a.seat - b.seat; })
      .slice(0, MOST_SEATS).forEach(function (seat) {
        var name = button(seat.name, "seat" + (asks(seat) ? " asks" : ""), function () {
          open = open === seat.seat ? -1 : seat.seat;
          drawSeats();
        });
        put(name, make("span", "soft", seatSign(seat)));
        name.setAttribute("data-key", "seat" + seat.seat);
        name.setAttribute("aria-expanded", open === seat.seat ? "true" : "false");
        put(list, name, open === seat.seat ? seatActions(seat) : null);
      });
    if (seats.length > MOST_SEATS)
      put(list, make("p", "soft", say("more_seats", seats.length - MOST_SEATS)));
    focusAgain(focused);
  }

  function focusAgain(key) {
    if (!key) return;
    Array.prototype.some.call(document.querySelectorAll("[data-key]"), function (one) {
      if (one.getAttribute("data-key") !== key) return false;
      one.focus();
      return true;
    });
  }

  function showTime() {
    if (!wall) return;
    var text = wall.stage === "lobby" ? "" : say("answered", wall.answered, wall.connected);
    if (wall.left !== undefined) {
      var left = wall.paused ? wall.left : Math.max(0, endsAt - Date.now());
      text += " · " + say("seconds", Math.ceil(left / 1000));
    }
    document.getElementById("where").textContent = text;
  }
  setInterval(showTime, 250);

  function stopped(text) {
    host.stop();
    banner.hidden = true;
    page.textContent = "";
    list.hidden = true;
    put(page, make("h1", "", text), make("p", "soft", words.no_secret_hint));
  }

  function take(message) {
    if (message.type === "wall") {
      wall = message;
      endsAt = Date.now() + (message.left || 0);
      status.textContent = "";
      sayAgain();
      draw();
    } else if (message.type === "seats") {
      message.seats.forEach(function (seat) { seats[seat.seat] = seat; });
      drawSeats();
    } else if (message.type === "refused") {
      if (message.reason === "wrong_secret") return stopped(words.no_secret);
      if (message.reason === "wait") return stopped(words.wait);
      said = null;
      status.textContent = message.reason === "disk" ? common.refused.disk : words.not_now;
    }
  }

  // The keys of the wall and of a presenter; a button with the focus has Space and Enter to itself.
  document.addEventListener("keydown", function (event) {
    if (!wall || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    var onButton = document.activeElement && document.activeElement.tagName === "BUTTON";
    if (event.key === "PageDown" || event.key === "ArrowRight" || event.key === " " && !onButton) {
      event.preventDefault();
      command(wall.paused ? "resume" : "next");
    } else if (event.key === "p") command(wall.paused ? "resume" : "pause");
    else if (event.key === "n") command("skip");
    else if (event.key === "+") command("more", { time: 10000 });
    else if (event.key === "r") command("reopen");
    else if (event.key === "l") command(wall.locked ? "unlock" : "lock");
  });

  host = openLine({
    greeting: function () {
      seats = [];
      if (said) said.lost = true;
      return { type: "teach", secret: secret || "" };
    },
    take: take,
    offline: function (is) {
      banner.hidden = !is;
      banner.textContent = is ? common.offline : "";
    },
    ended: function () {},
    isOver: function () { return wall !== null && wall.stage === "finished"; }
  });
  if (secret) host.connect(); else stopped(words.no_secret);
})();
