// A map as a file of its own: SVG with the colours on the screen, a title, lines below, the source.

import { h } from "./base.js";

/** The style properties that a file keeps of the page. */
const PROPERTIES = [
  "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
  "opacity", "paint-order", "font-family", "font-size", "font-weight", "vector-effect", "display",
];

/**
 * The picture of a map.
 *
 * @param {MapView} map The map.
 * @param {string} title What it shows.
 * @param {string[]} lines What stands below: date, digest, source.
 * @returns {string} The text of an SVG file.
 */
export function picture(map, title, lines) {
  const { clientWidth: width, clientHeight: height } = map.stage;
  const copy = map.sheet.element.cloneNode(true);
  freeze(map.sheet.element, copy);
  const { left, top } = map.sheet.size;
  const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper");
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink");
  const water = getComputedStyle(map.stage).backgroundColor;
  copy.setAttribute("x", -left);
  copy.setAttribute("y", -top);
  copy.removeAttribute("style");
  const all = [title, ...lines, map.ground.attribution].filter(Boolean)
    .flatMap((line) => broken(line, Math.floor(width / 7)));
  const below = 10 + all.length * 18;
  const root = h(
    "svg:svg",
    {
      xmlns: "http://www.w3.org/2000/svg", width, height: height + below,
      viewBox: `0 0 ${width} ${height + below}`, "font-family": "sans-serif",
    },
    h("svg:title", {}, title),
    h("svg:rect", { width, height: height + below, fill: paper }),
    h(
      "svg:svg", { width, height, viewBox: `0 0 ${width} ${height}` },
      h("svg:rect", { width, height, fill: water }), copy),
    all.map((line, i) => h(
      "svg:text",
      {
        x: 6, y: height + 20 + i * 18, fill: ink, "font-size": i ? 12 : 14,
        "font-weight": i ? 400 : 700,
      },
      line)));
  return new XMLSerializer().serializeToString(root);
}

/** Writes the styles that an element has into its copy. */
function freeze(from, to) {
  const style = getComputedStyle(from);
  if (style.display === "none") {
    to.replaceChildren();
    to.setAttribute("display", "none");
    return;
  }
  for (const name of PROPERTIES) {
    const value = style.getPropertyValue(name);
    if (value && value !== "none" && value !== "auto") to.setAttribute(name, value);
    else if (name === "fill" || name === "stroke") to.setAttribute(name, value || "none");
  }
  [...from.children].forEach((child, i) => freeze(child, to.children[i]));
}

function broken(line, most) {
  const rows = [""];
  for (const word of line.split(" ")) {
    if (rows.at(-1).length + word.length > most) rows.push("");
    rows[rows.length - 1] = `${rows.at(-1)} ${word}`.trim();
  }
  return rows;
}
