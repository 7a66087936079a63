// Where a map looks: the middle, the scale; moved by touch, mouse, wheel and keys.

import { UNITS } from "./map-plane.js";

/** Pixels of the plane's unit at a zoom of the web's tiles, 256 pixels wide. */
export function scaleOf(zoom) {
  return 256 * 2 ** zoom / 360 / UNITS;
}

/** The zoom of a scale. */
export function zoomOf(scale) {
  return Math.log2(scale * 360 * UNITS / 256);
}

/** The least and the greatest zoom. */
export const ZOOMS = { least: 5, greatest: 18 };

/**
 * Moves a view of the plane, {x, y, scale}, and tells of it.
 *
 * While a finger is down, `moving(view)` is called once a frame; `settled(view)` when it rests;
 * `picked(x, y)` for a touch that moved nothing, in pixels of the element.
 */
export class Camera {
  #pointers = new Map();
  #start = null;
  #frame = 0;
  #rest = 0;

  /**
   * @param {Element} stage What is touched.
   * @param {{moving: function, settled: function, picked: function}} calls Who is told.
   * @param {AbortSignal} [signal] Ends it.
   */
  constructor(stage, calls, signal) {
    this.stage = stage;
    this.calls = calls;
    this.view = { x: 0, y: 0, scale: scaleOf(8) };
    this.bounds = null;
    const on = (name, call, more = {}) =>
      stage.addEventListener(name, call, { signal, ...more });
    on("pointerdown", (event) => this.#down(event));
    on("pointermove", (event) => this.#move(event));
    on("pointerup", (event) => this.#up(event));
    on("pointercancel", (event) => this.#up(event, true));
    on("wheel", (event) => this.#wheel(event), { passive: false });
    on("keydown", (event) => this.#key(event));
    on("dblclick", (event) => {
      event.preventDefault();
      this.zoomBy(1, ...this.#offset(event));
    });
    signal?.addEventListener("abort", () => {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#rest);
    }, { once: true });
  }

  /** Looks elsewhere at once. */
  look(view) {
    this.view = this.#bounded({ ...this.view, ...view });
    this.#settleNow();
  }

  /** Comes nearer by powers of two, about a point of the element, the middle if none is given. */
  zoomBy(steps, x = this.stage.clientWidth / 2, y = this.stage.clientHeight / 2) {
    this.#change(this.#about(this.view, 2 ** steps, x, y));
  }

  /** Moves by pixels. */
  panBy(dx, dy) {
    const { x, y, scale } = this.view;
    this.#change({ x: x + dx / scale, y: y + dy / scale, scale });
  }

  #about({ x, y, scale }, factor, px, py) {
    const least = scaleOf(ZOOMS.least);
    const next = Math.min(scaleOf(ZOOMS.greatest), Math.max(least, scale * factor));
    const [dx, dy] = [px - this.stage.clientWidth / 2, py - this.stage.clientHeight / 2];
    return { x: x + dx / scale - dx / next, y: y + dy / scale - dy / next, scale: next };
  }

  #bounded(view) {
    if (!this.bounds) return view;
    const [left, top, right, bottom] = this.bounds;
    return {
      ...view, x: Math.min(right, Math.max(left, view.x)),
      y: Math.min(bottom, Math.max(top, view.y)),
    };
  }

  #change(view) {
    this.view = this.#bounded(view);
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.calls.moving(this.view);
    });
    clearTimeout(this.#rest);
    // A slow device takes longer than that for a frame: it must not draw in the middle of a zoom.
    const patience = Math.max(140, 2 * (this.calls.cost?.() ?? 0));
    if (!this.#pointers.size) this.#rest = setTimeout(() => this.#settleNow(), patience);
  }

  #settleNow() {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.calls.settled(this.view);
  }

  #offset(event) {
    const box = this.stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  #down(event) {
    if (event.button !== 0) return;
    this.stage.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, this.#offset(event));
    this.#grip({ hasMoved: this.#pointers.size > 1 });
  }

  /** Remembers where the fingers are and what the view is, so that a gesture is one step from there. */
  #grip({ hasMoved }) {
    this.#start = {
      view: this.view, hasMoved: hasMoved || (this.#start?.hasMoved ?? false), ...this.#fingers(),
    };
  }

  #fingers() {
    const points = [...this.#pointers.values()];
    const x = points.reduce((sum, point) => sum + point[0], 0) / points.length;
    const y = points.reduce((sum, point) => sum + point[1], 0) / points.length;
    const spread = points.length < 2
      ? 0 : Math.hypot(points[0][0] - points[1][0], points[0][1] - points[1][1]);
    return { x, y, spread };
  }

  #move(event) {
    if (!this.#pointers.has(event.pointerId)) return;
    this.#pointers.set(event.pointerId, this.#offset(event));
    const start = this.#start;
    const { x, y, spread } = this.#fingers();
    if (!start.hasMoved && Math.hypot(x - start.x, y - start.y) < 8) return;
    start.hasMoved = true;
    const zoomed = spread && start.spread
      ? this.#about(start.view, spread / start.spread, start.x, start.y) : start.view;
    this.#change({
      ...zoomed, x: zoomed.x - (x - start.x) / zoomed.scale,
      y: zoomed.y - (y - start.y) / zoomed.scale,
    });
  }

  #up(event, isTakenAway = false) {
    if (!this.#pointers.delete(event.pointerId)) return;
    if (this.#pointers.size) return this.#grip({ hasMoved: true });
    const { hasMoved } = this.#start;
    this.#start = null;
    if (hasMoved) this.#settleNow();
    else if (!isTakenAway) this.calls.picked(...this.#offset(event));
  }

  #wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 20 : 1;
    this.zoomBy(
      Math.max(-1, Math.min(1, -event.deltaY * lines / 300)), ...this.#offset(event));
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 200 : 80;
    const moves = {
      ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step],
    };
    if (moves[event.key]) this.panBy(...moves[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoomBy(1);
    else if (event.key === "-" || event.key === "_") this.zoomBy(-1);
    else if (event.key === "Enter" || event.key === " ") {
      this.calls.picked(this.stage.clientWidth / 2, this.stage.clientHeight / 2, true);
    } else return;
    event.preventDefault();
  }
}
