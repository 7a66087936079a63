// The sheet of a map: an SVG somewhat larger than the stage, moved as a whole under a finger and
// drawn anew when the map rests.

import { h } from "./base.js";
import { zoomOf } from "./map-camera.js";
import { MapWorld } from "./map-world.js";

/** The share of the stage that is drawn beyond each side: a hand does not reach an edge at once. */
const SPARE = 0.25;

/** How many times as long as a drawing takes one waits for the next while a finger is down. */
const PATIENCE = 5;

/** The sheet of one map. */
export class MapSheet {
  #drawnAt = 0;
  /** The scale of the last view under a finger: another one is a zoom. */
  #scale = 0;

  /**
   * @param {Element} stage The part of it that is seen.
   * @param {string} label Its name for assistive technology.
   * @param {function} mark Is called when signs and names are to be drawn anew.
   */
  constructor(stage, label, mark) {
    Object.assign(this, { stage, mark });
    this.world = new MapWorld();
    this.marks = h("svg:g", { class: "marks" });
    this.element = h(
      "svg:svg", { class: "map-sheet", role: "img", "aria-label": label },
      hatching(), this.world.element, this.marks);
    /** The view for which it is drawn; null before the first. */
    this.drawn = null;
    /** Its size, and how far it begins outside the stage, in pixels. */
    this.size = null;
    /** The milliseconds that the last drawing took until it was on the screen. */
    this.cost = 0;
  }

  /** A point of the plane in pixels of the sheet. */
  at([x, y]) {
    const { drawn, size } = this;
    return [
      (x - drawn.x) * drawn.scale + size.wide / 2, (y - drawn.y) * drawn.scale + size.high / 2];
  }

  /** Moves what is drawn by a finger: nothing is drawn anew. */
  shift(view) {
    const { drawn } = this;
    if (!drawn) return;
    const factor = view.scale / drawn.scale;
    const [dx, dy] = [(drawn.x - view.x) * view.scale, (drawn.y - view.y) * view.scale];
    const { clientWidth: width, clientHeight: height } = this.stage;
    const isZoomed = factor > 4 || factor < 0.6;
    const isBeyond = Math.abs(dx) > width * SPARE || Math.abs(dy) > height * SPARE;
    // Hands are worth more than edges: it is drawn seldom under them, and never in a zoom.
    const isZooming = view.scale !== this.#scale;
    this.#scale = view.scale;
    const hasTime = performance.now() - this.#drawnAt > Math.max(300, PATIENCE * this.cost);
    if ((isBeyond || isZoomed) && hasTime && !isZooming) return this.draw(view);
    this.element.style.transform = `translate(${dx}px, ${dy}px) scale(${factor})`;
  }

  /** Draws for a view. */
  draw(view) {
    this.#fit();
    this.drawn = view;
    const began = performance.now();
    this.#drawnAt = began;
    // It is on the screen when the frame after the next begins.
    requestAnimationFrame(() => requestAnimationFrame((now) => { this.cost = now - began; }));
    const { element, size } = this;
    element.style.transform = "";
    // Hatching keeps its size, as lines do.
    element.querySelector("pattern").setAttribute("patternTransform", `scale(${1 / view.scale})`);
    element.dataset.zoom = String(Math.floor(zoomOf(view.scale)));
    this.world.element.setAttribute(
      "transform",
      `translate(${size.wide / 2} ${size.high / 2}) scale(${view.scale})`
        + ` translate(${-view.x} ${-view.y})`);
    this.mark();
  }

  /** Takes the size of the stage. */
  #fit() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const [left, top] = [Math.round(width * SPARE), Math.round(height * SPARE)];
    const [wide, high] = [width + 2 * left, height + 2 * top];
    if (this.size?.wide === wide && this.size?.high === high) return;
    this.size = { wide, high, left, top };
    this.element.setAttribute("width", wide);
    this.element.setAttribute("height", high);
    this.element.style.left = `${-left}px`;
    this.element.style.top = `${-top}px`;
  }
}

function hatching() {
  return h(
    "svg:defs", {},
    h("svg:pattern", { id: "map-hatch", width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      h("svg:rect", { class: "hatch-ground", width: 8, height: 8 }),
      h("svg:path", { class: "hatch-line", d: "M-2 2 2-2M-2 10 10-2M6 10 10 6" })));
}
