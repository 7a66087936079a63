// The signs of a map: a shape for each kind, a mark for each state, beside colour and word.

import { h } from "./base.js";

/** Outlines around (0, 0), about twenty pixels wide. */
const shapes = {
  hospital: "M-9-9h18v18h-18z",
  clinic: "M0-10 10 0 0 10-10 0z",
  station: "M-5-5h10v10h-10z",
  emergency: "M0-10 9 8H-9z",
  origin: "M0-11a11 11 0 1 0 .01 0z",
  closure: "M-4-10h8l6 6v8l-6 6h-8l-6-6v-8z",
  bridge: "M-8-5c3 4 13 4 16 0M-8 5c3-4 13-4 16 0",
  ferry: "M-8 0h16l-3 6h-10zM-1 0v-8l6 6",
  dot: "M0-3.5a3.5 3.5 0 1 0 .01 0z",
};

/** The figure within the outline of each kind. */
const inner = {
  hospital: "M0-5v10M-5 0h10",
  clinic: "M0-4v8M-4 0h8",
  emergency: "M0-3v5M0 4.5v1",
  station: "M0-2.5v5M-2.5 0h5",
  origin: "M0-4a4 4 0 1 0 .01 0z",
  closure: "M-4-4 4 4M4-4-4 4",
};

/** The mark at the corner of a sign for each state, so that it is told without colour, too. */
const states = {
  good: "M-3 0-1 2.5 3.5-3",
  warn: "M0-4v4.5M0 3v1",
  bad: "M-3-3 3 3M3-3-3 3",
  unknown: "M-2-2c0-3 4.5-3 4.5 0 0 2-2.2 2-2.2 3.4M.3 3.6v.8",
};

/**
 * A sign.
 *
 * @param {{kind: string, state: ?string, title: string, isSmall: boolean}} sign `kind` a key of the shapes;
 *   `state` good, warn, bad or unknown; `title` what assistive technology and a pointer are told.
 */
export function sign({ kind, state, title, isSmall = false, isChosen = false }, x, y) {
  const name = isSmall ? "dot" : kind;
  return h(
    "svg:g",
    {
      class: ["sign", kind, state, isSmall && "small", isChosen && "chosen"]
        .filter(Boolean).join(" "),
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    },
    title ? h("svg:title", {}, title) : null,
    isChosen && h("svg:circle", { class: "ring", r: 17 }),
    h("svg:path", { class: "outline", d: shapes[name] ?? shapes.dot }),
    !isSmall && inner[kind] && h("svg:path", { class: "inner", d: inner[kind] }),
    !isSmall && states[state] && h(
      "svg:g", { class: "state", transform: "translate(10 -10)" },
      h("svg:circle", { r: 6.5 }), h("svg:path", { d: states[state] })));
}

/** A sign as it stands in a legend or a list. */
export function legendSign(kind, state) {
  return h(
    "svg:svg", { class: "map-legend-sign", viewBox: "-14 -18 34 34", "aria-hidden": "true" },
    sign({ kind, state, title: "" }, 0, 0));
}
