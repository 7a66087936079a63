// What was touched on a map, and what can be tried with it.

import { fill, h, t } from "./base.js";

/**
 * Shows what was touched.
 *
 * @param {HTMLElement} element Where.
 * @param {Object} event The event of the map: place, facility, link.
 * @param {Object} desk `attempt(kind, ...parts)`, `open()` shows the reasons of the commune, `name(code, text)`.
 */
export function showPicked(element, { place, facility, link }, desk) {
  const button = (text, call) => h("button", { type: "button", onclick: call }, text);
  const buttons = [
    link?.crossing && button(
      t("planCloseThis", link.crossing), () => desk.attempt("close", link.crossing)),
    facility?.id && button(t("planGiveThis", facility.name), () => {
      desk.name(facility.id, facility.name);
      desk.attempt("can", facility.id, desk.need);
    }),
    place && button(t("planReasons"), () => desk.open()),
    place && button(t("planFloodThis", place.name), () => desk.attempt("flood", place.id)),
    place && button(
      t("planBuildThis", place.name), () => desk.attempt("build", place.id, desk.need)),
  ].filter(Boolean);
  element.hidden = buttons.length === 0;
  fill(
    element,
    h("p", {}, t("planPicked"), ": ",
      [link?.crossing, facility?.name, place?.name].filter(Boolean).join(" · ")),
    h("div", { class: "row" }, buttons));
}
