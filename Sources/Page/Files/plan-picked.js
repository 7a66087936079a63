// The thing that was touched on a map, and the changes that can be tried with it.

import { fill, h, t } from "./base.js";

export class Touched {
  /** The corner of a box that is being drawn: "wanted", or a point; null while none is drawn. */
  #corner = null;

  /**
   * @param {Object} desk `attempt(kind, ...parts)` takes up a change, `openCommune(place)` shows
   *   the reasons of a commune, `name(code, text)` tells the name of a record.
   */
  constructor(desk) {
    this.desk = desk;
    this.element = h("section", { class: "card no-print", "aria-live": "polite", hidden: true });
  }

  /** Begins to draw a box: its corners are the next two touches. */
  drawBox() {
    this.#corner = "wanted";
    this.#show(t("planFloodFirst"));
  }

  /** Takes a touch of the map. */
  pick(event) {
    if (this.#corner) return this.#pickCorner(event);
    const { desk } = this;
    const { place, facility, link } = event;
    if (place) desk.name(place.id, place.name);
    const button = (text, call) => h("button", { type: "button", onclick: call }, text);
    this.#show(
      h("p", {}, t("planPicked"), ": ",
        [link?.crossing, facility?.name, place?.name].filter(Boolean).join(" · ")),
      h("div", { class: "row" },
        link?.crossing && button(
          t("planCloseThis", link.crossing), () => desk.attempt("close", link.crossing)),
        facility?.id && button(t("planGiveThis", facility.name), () => {
          desk.name(facility.id, facility.name);
          desk.attempt("can", facility.id, desk.plan.need);
        }),
        place && [
          button(t("planReasons"), () => desk.openCommune(place.id)),
          button(t("planFloodThis", place.name), () => desk.attempt("flood", place.id)),
          button(
            t("planBuildThis", place.name),
            () => desk.attempt("build", place.id, desk.plan.need)),
        ]));
    this.element.hidden = !place && !facility && !link?.crossing;
    // A commune that is touched alone is asked about at once.
    if (place && !facility && !link?.crossing) desk.openCommune(place.id);
  }

  #pickCorner({ lat, lon }) {
    if (this.#corner === "wanted") {
      this.#corner = { lat, lon };
      return this.#show(t("planFloodSecond"));
    }
    const { lat: a, lon: b } = this.#corner;
    this.#corner = null;
    this.element.hidden = true;
    const round = (value) => value.toFixed(4);
    return this.desk.attempt("box", [
      round(Math.min(a, lat)), round(Math.min(b, lon)), round(Math.max(a, lat)),
      round(Math.max(b, lon)),
    ].join());
  }

  #show(...children) {
    this.element.hidden = false;
    fill(this.element, children);
    this.element.scrollIntoView({ block: "nearest" });
  }
}
