// What the page is built of. Text goes in as text, never as markup. Plain script of 2019, as phone.js.
"use strict";

var LETTERS = "ABCDEF";
var SHAPES = [
  "M12 3 22 21H2z", "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M3 3h18v18H3z",
  "M12 1 23 12 12 23 1 12z", "M12 2l3 7h7l-5.500 4.500 2 7.500-6.500-4.500-6.500 4.500 2-7.500L2 9h7z",
  "M7 2h10l5 10-5 10H7L2 12z"
];

function make(tag, className, text) {
  var element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function put(parent) {
  for (var i = 1; i < arguments.length; i += 1) if (arguments[i]) parent.appendChild(arguments[i]);
  return parent;
}

function button(text, className, act) {
  var made = make("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function field(id, text, value, key) {
  var label = make("label", "", text);
  label.htmlFor = id;
  var input = make("input");
  input.id = id;
  input.value = value;
  input.autocomplete = "off";
  input.setAttribute("autocapitalize", "off");
  input.spellcheck = false;
  input.setAttribute("data-key", key || id);
  return { label: label, input: input };
}

function badge(place) {
  var made = make("span", "badge");
  made.setAttribute("aria-hidden", "true");
  var space = "http://www.w3.org/2000/svg";
  var svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  path.setAttribute("d", SHAPES[place]);
  svg.appendChild(path);
  return put(made, svg, make("span", "", LETTERS[place]));
}
