// The phone's side of a hosted quiz: shows the state that the host sends, and sends what is tapped
// until the host has confirmed it. Decides nothing. Plain script of 2019: no modules, no newer
// operators; nothing that browsers keep for secure pages.
"use strict";
(function () {
  var RESEND = 2000;

  var language = (navigator.language || "en").slice(0, 2).toLowerCase();
  if (!WORDS[language]) language = "en";
  var words = WORDS[language];
  document.documentElement.lang = language;

  var page = document.getElementById("page"), status = document.getElementById("status");
  var banner = document.getElementById("line"), bar = document.getElementById("bar");
  var rest = document.getElementById("rest");

  var state = null;      // the last state of the host
  var pending = null;    // {question, round, answer}: sent, not confirmed
  var confirmed = null;  // the same, confirmed
  var draft = null;      // {key, chosen | order | text}: not sent yet
  var joining = null;    // what was typed into the form
  var naming = "free";   // or "list", "given"
  var held = -1;         // the item of an order that a finger drags
  var endsAt = 0, lasts = 0;
  var shown = "";        // which screen stands there, so that a fresh one gets the focus

  function say(name, first, second) {
    return String(words[name]).replace("{0}", first).replace("{1}", second);
  }

  function why(reason) {
    return words.refused[reason] || words.refused.other.replace("{0}", reason);
  }

  var token = phoneToken();
  var host = null;  // the line to it (line.js)

  function offline(is) {
    banner.hidden = !is;
    banner.textContent = is ? words.offline : "";
  }

  function sendPending() {
    if (pending)
      host.post({ type: "answer", question: pending.question, round: pending.round,
             answer: pending.answer });
  }
  setInterval(sendPending, RESEND);

  // What the host says.

  function isFor(answer, message) {
    return answer && answer.question === message.question && answer.round === message.round;
  }

  function take(message) {
    if (message.type === "state") takeState(message);
    else if (message.type === "taken") {
      if (!isFor(pending, message)) return;
      confirmed = pending;
      pending = null;
      draw();
    } else if (message.type === "deck") saveDeck(message.deck);
    else if (message.type === "refused") takeRefusal(message);
  }

  function takeState(message) {
    state = message;
    joining = null;
    var left = message.you.left !== undefined ? message.you.left : message.left;
    lasts = 0;
    if (left !== undefined) {
      endsAt = Date.now() + left;
      lasts = left;
    }
    var asked = message.question;
    if (pending && !(asked && pending.question === asked.number && pending.round === asked.round &&
                     (message.stage === "answering" || message.stage === "own_speed")))
      pending = null;
    if (asked && message.you.given !== undefined &&
        !(confirmed && confirmed.question === asked.number && confirmed.round === asked.round))
      confirmed = { question: asked.number, round: asked.round, answer: message.you.given };
    if (asked && message.stage === "reading") host.post({ type: "ready", question: asked.number });
    sendPending();
    draw();
  }

  function takeRefusal(message) {
    if (message.question !== undefined) {
      if (!isFor(pending, message) || message.reason === "disk" || message.reason === "too_fast")
        return;  // those are sent again
      pending = null;
      draw();
      status.textContent = why(message.reason);
      return;
    }
    if (message.reason === "seated" || message.reason === "too_fast" && state) return;
    if (message.reason === "removed") { host.stop(); return drawStopped("removed"); }
    if (message.reason === "unknown_seat" && !joining) {
      state = null;
      naming = message.names || "free";
      return drawJoin("", "");
    }
    if (message.reason === "claimed") return drawMessage("claimed", words.claimed, "");
    if (!state) {
      joining = null;
      drawJoin(why(message.reason), message.suggestion || "", message.reason === "name_taken");
    }
  }

  function isOver() {
    return state !== null && (state.stage === "podium" || state.stage === "finished");
  }

  // The misses as a deck file, to take home.
  function saveDeck(text) {
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = say("misses_file", state.title).replace(/[\\/:*?"<>|\s]+/g, " ") + ".deck.json";
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    status.textContent = words.taken_home;
  }

  // Drawing, of what elements.js makes.

  function inDeck(element) {  // the deck's language, for screen readers
    if (state && state.language) element.lang = state.language;
    return element;
  }

  // A fresh screen gets the focus on its heading; one that only changed keeps it where it was.
  function screen(name, heading, parts, headingIsOurs) {
    var focused = document.activeElement && document.activeElement.getAttribute("data-key");
    var fresh = name !== shown;
    shown = name;
    page.textContent = "";
    var head = make("h1", "", heading);
    head.tabIndex = -1;
    if (!headingIsOurs) inDeck(head);
    put(page, head);
    parts.forEach(function (part) { put(page, part); });
    if (fresh) {
      status.textContent = "";
      window.scrollTo(0, 0);
      head.focus();
    } else if (focused) {
      var again = page.querySelector("[data-key='" + focused + "']");
      if (again) again.focus();
    }
  }

  function drawMessage(name, heading, hint) {
    screen(name, heading, [make("p", "soft", hint)], true);
  }

  function drawJoin(error, suggestion, taken) {
    var known = /[?&]pin=([0-9]{6})/.exec(location.search);
    var form = make("form");
    form.noValidate = true;
    var pin = field("pin", words.pin, kept("recto-pin") || (known ? known[1] : ""));
    if (known) pin.input.value = known[1];
    pin.input.inputMode = "numeric";
    pin.input.maxLength = 6;
    var isGiven = naming === "given";
    var name = field("name", words.name, isGiven ? "" : suggestion || kept("recto-name") || "");
    name.input.maxLength = 60;
    name.input.setAttribute("autocapitalize", "words");
    var go = make("button", "main", words.join);
    go.type = "submit";
    go.setAttribute("data-key", "go");
    var trouble = make("p", "error", error);
    trouble.id = "trouble";
    trouble.setAttribute("role", "alert");
    name.input.setAttribute("aria-describedby", "trouble");
    function values(type) {
      if (!isGiven) keep("recto-name", name.input.value);
      keep("recto-pin", pin.input.value);
      return { type: type, token: token, pin: pin.input.value, name: name.input.value };
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      joining = values("join");
      go.disabled = true;
      go.textContent = words.joining;
      if (host.isOpen()) host.post(joining); else host.connect();
    });
    put(form, pin.label, pin.input, known ? null : make("p", "soft", words.pin_hint));
    if (isGiven) put(form, make("p", "soft", words.given_hint));
    else put(form, name.label, name.input,
             naming === "list" ? make("p", "soft", words.list_hint) : null);
    put(form, error ? trouble : null, go);
    if (taken)
      put(form, button(words.lost_phone, "", function () {
        name.input.value = kept("recto-name") || name.input.value;
        joining = values("claim");
        host.post(joining);
      }));
    screen("join" + error, words.join_title, [form], true);
    bar.hidden = true;
    if (error && !isGiven) name.input.focus();
  }

  function drawStopped(reason) {
    offline(false);
    bar.hidden = true;
    if (reason === "removed") return drawMessage("removed", words.refused.removed, "");
    screen("elsewhere", words.elsewhere, [button(words.here, "main", function () {
      host.goOn();
    })], true);
  }

  function answerNow(answer) {
    pending = { question: state.question.number, round: state.question.round, answer: answer };
    confirmed = null;
    sendPending();
    draw();
  }

  function current(answer) {
    var asked = state.question;
    return answer && asked && answer.question === asked.number && answer.round === asked.round
      ? answer.answer : undefined;
  }

  // What was chosen last, confirmed or not.
  function answered() {
    var answer = current(pending);
    return answer === undefined ? current(confirmed) : answer;
  }

  function optionText(place) {
    var asked = state.question;
    if (asked.kind === "truefalse") return place === 0 ? words.true : words.false;
    return asked.texts ? asked.texts[place] : "";
  }

  function optionName(place) {
    return optionText(place) || say("option", LETTERS[place]);
  }

  function has(answer, place) {
    return answer === place || Array.isArray(answer) && answer.indexOf(place) >= 0;
  }

  function options(chosen, act, key) {
    var asked = state.question;
    var list = make("div", asked.texts || asked.kind === "truefalse" ? "options" : "wall");
    for (var i = 0; i < asked.options; i += 1) (function (place) {
      var made = button(undefined, "option c" + place, function () { act(place); });
      made.setAttribute("data-key", "option" + place);
      var isChosen = has(chosen, place);
      if (isChosen) made.className += " chosen";
      made.setAttribute("aria-pressed", isChosen ? "true" : "false");
      made.setAttribute("aria-label", LETTERS[place] + ". " + optionName(place));
      put(made, badge(place));
      if (optionText(place)) {
        var text = make("span", "text", optionText(place));
        put(made, asked.kind === "truefalse" ? text : inDeck(text));
      }
      var mark = isChosen ? "●" : "";
      if (key) {
        made.disabled = true;
        if (has(key, place)) { made.className += " right"; mark = "✓"; }
        else if (isChosen) { made.className += " missed"; mark = "✗"; }
      }
      if (mark) put(made, make("span", "mark", mark));
      put(list, made);
    })(i);
    return list;
  }

  function drafted(fresh) {
    var key = state.question.number + "/" + state.question.round;
    if (!draft || draft.key !== key) draft = fresh(), draft.key = key;
    return draft;
  }

  function sendButton(text, act, disabled) {
    var made = button(text, "main", act);
    made.disabled = disabled;
    made.setAttribute("data-key", "send");
    return made;
  }

  function severalParts() {
    var now = drafted(function () { return { chosen: [].concat(answered() || []) }; });
    return [make("p", "soft", words.several_hint), options(now.chosen, function (place) {
      var at = now.chosen.indexOf(place);
      if (at < 0) now.chosen.push(place); else now.chosen.splice(at, 1);
      now.chosen.sort(function (a, b) { return a - b; });
      draw();
    }), sendButton(words.send, function () { answerNow(now.chosen.slice()); }, !now.chosen.length)];
  }

  function orderParts() {
    var count = state.question.options;
    var now = drafted(function () {
      var order = answered();
      if (!Array.isArray(order)) for (order = []; order.length < count;) order.push(order.length);
      return { order: order.slice() };
    });
    function move(at, to) {
      var held = now.order[at];
      now.order[at] = now.order[to];
      now.order[to] = held;
      draw();
    }
    // The rows are drawn anew while one is dragged, so the finger is followed on the page.
    function drag(event, place) {
      event.preventDefault();
      held = place;
      function follow(moved) {
        var rows = page.querySelectorAll(".row"), to = 0;
        for (var i = 0; i < rows.length; i += 1) {
          var box = rows[i].getBoundingClientRect();
          if (now.order[i] !== place && moved.clientY > box.top + box.height / 2) to += 1;
        }
        var at = now.order.indexOf(place);
        if (to === at) return;
        now.order.splice(to, 0, now.order.splice(at, 1)[0]);
        draw();
      }
      function drop() {
        held = -1;
        ["pointermove", "pointerup", "pointercancel"].forEach(function (name) {
          document.removeEventListener(name, name === "pointermove" ? follow : drop);
        });
        draw();
      }
      document.addEventListener("pointermove", follow);
      document.addEventListener("pointerup", drop);
      document.addEventListener("pointercancel", drop);
      draw();
    }
    var list = make("div");
    now.order.forEach(function (place, at) {
      var row = make("div", "row c" + place + (held === place ? " held" : ""));
      var grip = make("span", "grip", "☰");
      grip.setAttribute("aria-hidden", "true");  // the arrows are for those who do not see it
      grip.addEventListener("pointerdown", function (event) { drag(event, place); });
      var up = button("▲", "", function () { move(at, at - 1); });
      var down = button("▼", "", function () { move(at, at + 1); });
      up.disabled = at === 0;
      down.disabled = at === count - 1;
      up.setAttribute("aria-label", say("up", optionName(place)));
      down.setAttribute("aria-label", say("down", optionName(place)));
      up.setAttribute("data-key", "up" + place);
      down.setAttribute("data-key", "down" + place);
      put(list, put(row, grip, inDeck(make("span", "text", at + 1 + ". " + optionName(place))),
                    put(make("span", "moves"), up, down)));
    });
    return [make("p", "soft", words.order_hint), list,
            sendButton(words.send, function () { answerNow(now.order.slice()); }, false)];
  }

  function textParts() {
    var now = drafted(function () { return { text: answered() || "" }; });
    var made = field("answer", words.your_answer, now.text);
    made.input.maxLength = 200;
    made.input.enterKeyHint = "send";
    var send = sendButton(words.send, function () { answerNow(now.text); }, !now.text.trim());
    made.input.addEventListener("input", function () {
      now.text = made.input.value;
      send.disabled = !now.text.trim();
    });
    made.input.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && now.text.trim()) answerNow(now.text);
    });
    return [made.label, made.input, send,
            state.stage === "own_speed" ? button(words.skip, "", function () { answerNow(""); }) : null];
  }

  function answerParts() {
    var kind = state.question.kind;
    if (kind === "text" || kind === "number") return textParts();
    if (kind === "several") return severalParts();
    if (kind === "order") return orderParts();
    var isFinal = !state.may_change && answered() !== undefined;
    var made = options(answered(), function (place) { if (!isFinal) answerNow(place); });
    if (isFinal) Array.prototype.forEach.call(made.children, function (one) { one.disabled = true; });
    return [made];
  }

  function responseInWords(answer) {
    if (typeof answer === "string") return answer;
    return [].concat(answer).map(optionName).join(state.question.kind === "order" ? " → " : "; ");
  }

  function ownAnswer() {
    var answer = state.you.given !== undefined ? state.you.given : answered();
    return make("p", "soft", answer === undefined || answer === "" ? words.no_answer
                                                    : say("you_answered", responseInWords(answer)));
  }

  function standingParts() {
    var you = state.you;
    if (you.score === undefined) return [];
    return [make("p", "", say("points", you.score) + " · " + say("place", you.place))];
  }

  function verdictParts() {
    var you = state.you, isGood = you.verdict === "right" || you.verdict === "slip";
    var word = isGood || you.verdict === "almost" ? words[you.verdict] : words.wrong;
    if (!you.answered) word = words.no_answer;
    var parts = [make("p", "verdict " + (isGood ? "good" : "bad"), (isGood ? "✓ " : "✗ ") + word)];
    if (you.points) put(parts[0], make("span", "", " " + say("plus_points", you.points)));
    return parts;
  }

  function sourceBox(answer, evidence, yours) {
    var box = make("div", "box");
    if (yours) put(box, make("p", "soft", say("you_wrote", yours)));
    put(box, make("p", "soft", words.right_answer), inDeck(make("p", "", answer)));
    if (evidence) put(box, inDeck(make("p", "soft", "“" + evidence + "”")));
    return box;
  }

  function revealParts() {
    var asked = state.question, reveal = state.reveal;
    if (asked.kind === "slide") return [];
    if (asked.kind === "poll") return [options(state.you.given, function () {}, []),
                                       make("p", "", words.thanks)];
    var parts = verdictParts().concat(standingParts());
    var tapped = asked.kind === "choice" || asked.kind === "truefalse" || asked.kind === "several";
    if (tapped) parts.push(options(state.you.given, function () {}, reveal.key));
    else parts.push(ownAnswer());
    var answer = asked.kind === "truefalse" ? optionName(reveal.key[0]) : reveal.answer;
    parts.push(sourceBox(answer, reveal.evidence || reveal.explanation));
    return parts;
  }

  function endParts() {
    var parts = standingParts();
    if (state.podium) {
      var list = make("ol", "podium");
      state.podium.forEach(function (one) {
        put(list, put(make("li"), make("b", "", one.place + "."), make("span", "", one.name)));
      });
      parts.push(make("h2", "", words.podium), list);
    }
    parts.push(make("h2", "", words.misses));
    if (!state.you.misses) return parts.concat(make("p", "", words.no_misses));
    var take = button(words.take_home, "main", function () { host.post({ type: "take_home" }); });
    take.setAttribute("data-key", "take");
    parts.push(take, make("p", "soft", words.take_home_hint));
    return parts.concat(state.you.misses.map(function (miss) {
      var isTruth = miss.kind === "truefalse";
      var box = sourceBox(isTruth ? words[miss.answer] : miss.answer, miss.evidence,
                          isTruth && miss.yours ? words[miss.yours] : miss.yours);
      box.insertBefore(inDeck(make("p", "", miss.prompt)), box.firstChild);
      box.firstChild.style.fontWeight = "600";
      return box;
    }));
  }

  function drawHead() {
    var you = state.you, asked = state.question;
    document.getElementById("who").textContent =
      you.name + (you.team ? " · " + say("team", you.team) : "");
    document.getElementById("where").textContent =
      asked ? say("question_of", asked.number + 1, asked.of) : state.title;
  }

  function drawStatus() {
    if (current(pending) !== undefined) status.textContent = words.sending;
    else if (current(confirmed) !== undefined)
      status.textContent = state.may_change ? words.sent_change : words.sent;
  }

  function draw() {
    if (!state || host.isStopped()) return;
    var you = state.you, asked = state.question, stage = state.stage;
    drawHead();
    bar.hidden = true;
    var name = stage + (asked ? asked.number + "/" + asked.round : "");
    if (you.status === "removed") return drawStopped("removed");
    if (you.status === "waiting") return drawMessage("waiting", words.waiting, words.waiting_hint);
    if (state.paused) return drawMessage("paused", words.paused, words.paused_hint);
    if (stage === "lobby")
      return screen("lobby", words.you_are_in,
                    [make("p", "huge", you.name), make("p", "soft", words.lobby_hint)], true);
    if (stage === "reading")
      return screen(name, asked.prompt, [make("p", "soft", words.get_ready)]);
    if (stage === "answering" || stage === "own_speed" && asked) {
      screen(name, asked.prompt, answerParts());
      showTime();
      return drawStatus();
    }
    if (stage === "own_speed") return drawMessage("done", words.done, words.done_hint);
    if (stage === "closed")
      return screen(name, words.time_up, [make("p", "soft", words.closed_hint), ownAnswer()], true);
    if (stage === "reveal") return screen(name, asked.prompt, revealParts());
    if (stage === "scoreboard")
      return screen(name, say("points", you.score), [make("p", "huge", say("place", you.place))], true);
    screen("over", words.over, endParts(), true);
  }

  // The time that is left: a bar for the eye, a sentence at ten seconds for the ear.
  var told = "";
  function showTime() {
    var runs = state && !host.isStopped() && !state.paused && lasts > 0 &&
               (state.stage === "answering" || state.stage === "own_speed");
    bar.hidden = !runs;
    if (!runs) return;
    var left = Math.max(0, endsAt - Date.now());
    rest.style.width = (100 * left / Math.max(lasts, 1)).toFixed(1) + "%";
    var key = shown;
    if (left > 0 && left <= 10000 && told !== key && answered() === undefined) {
      told = key;
      status.textContent = say("seconds_left", Math.ceil(left / 1000));
    }
    if (left === 0 && state.stage === "answering" && current(pending) === undefined)
      status.textContent = words.time_up;
  }
  setInterval(showTime, 250);

  page.textContent = "";
  host = openLine({
    greeting: function () { return joining || { type: "join", token: token }; },
    take: take,
    offline: offline,
    ended: drawStopped,
    isOver: isOver
  });
  host.connect();
})();
