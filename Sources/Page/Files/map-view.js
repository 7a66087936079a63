// A map of the network: communes, coast, ways and facilities in SVG, and what a view shows upon them.
//
//   const map = new MapView(element, { label: t("mapLabel"), signal });
//   await map.load();                                  // the ground; throws what api.js throws
//   map.show({                                         // each part replaces the same part of before
//     facilities: [{ id, state, word, rank }],         // a facility of the network by id, or
//                                                      // { lat, lon, name, kind, state, word }
//     ways: [{ line: [[lat, lon], …], kind, title }],  // kind: best, other, closed, old
//     areas: [{ polygons: [[[[lat, lon], …], …], …], step, title }],  // step 0 … 3, flood
//     points: [{ lat, lon, kind, state, title, label }],  // kind: origin, closure, hospital …
//     closures: [{ link, title }] or [{ lat, lon, title }],  // links of the network by id
//     chosen: { facility, place, link },               // what is ringed
//   });
//   map.paint((place) => ({ class: "step-2", title: "…" }));  // communes; null takes the paint off
//   map.fit([south, west, north, east]);               // or map.fitTo("gso-2025:32128"), map.lookAt(lat, lon, zoom)
//   const stop = map.on("pick", ({ lat, lon, place, facility, link, byKeyboard }) => …);
//   map.on("move", ({ box, zoom }) => …);              // when it rests
//   map.layers({ stations: true, communes: true, ways: true, streets: true, labels: true });
//   map.facilitiesInView();                            // the list for those who do not see the map
//   map.picture(title, lines);                         // what is seen, as the text of an SVG file
//
// `state` is good, warn, bad or unknown; `word` says the same. Everything ends with the signal.

import { addWords, h, style, t } from "./base.js";
import { Camera, scaleOf, zoomOf, ZOOMS } from "./map-camera.js";
import { ground } from "./map-ground.js";
import { hitAt } from "./map-hit.js";
import { drawMarks, shownFacilities } from "./map-marks.js";
import { picture } from "./map-picture.js";
import { extentOf } from "./map-plane.js";
import { MapSheet } from "./map-sheet.js";
import { MapStreets } from "./map-streets.js";
import { words } from "./words-map.js";

addWords(words);

/** A map. */
export class MapView {
  #listeners = { pick: new Set(), move: new Set() };
  #shown = {
    facilities: null, ways: [], areas: [], points: [], closures: [], chosen: {},
  };
  #layers = { stations: true, communes: true, ways: true, streets: true, labels: true };
  #ground = null;
  #streets = null;

  /**
   * @param {Element} element Holds the map; its size is that of the map.
   * @param {{label: string, signal: AbortSignal}} options `label` names the map for assistive technology.
   */
  constructor(element, { label, signal } = {}) {
    this.element = element;
    this.signal = signal;
    this.said = h("p", { class: "hidden-text", "aria-live": "polite" });
    this.stage = h(
      "div",
      {
        class: "map-stage", tabindex: "0", role: "application", "aria-label": label,
        "aria-roledescription": t("mapRole"), "aria-description": t("mapKeys"),
      },
      h("div", { class: "map-cross", "aria-hidden": "true" }));
    this.sheet = new MapSheet(this.stage, label, () => this.#mark());
    this.stage.prepend(this.sheet.element);
    const button = (key, sign, call) =>
      h("button", { type: "button", "aria-label": t(key), title: t(key), onclick: call }, sign);
    this.buttons = h(
      "div", { class: "map-buttons no-print" },
      button("mapNearer", "+", () => this.camera.zoomBy(1)),
      button("mapFarther", "−", () => this.camera.zoomBy(-1)),
      button("mapWhole", "⤢", () => this.fitAll()));
    this.credit = h("p", { class: "map-credit small soft" });
    element.classList.add("map-view");
    element.append(this.stage, this.buttons, this.credit, this.said);
    this.camera = new Camera(this.stage, {
      moving: (view) => this.sheet.shift(view),
      settled: (view) => this.#settle(view),
      picked: (x, y, byKeyboard) => this.#pick(x, y, byKeyboard),
      cost: () => this.sheet.cost,
    }, signal);
    const observer = new ResizeObserver(() => this.#ground && this.#settle(this.camera.view));
    observer.observe(this.stage);
    signal?.addEventListener("abort", () => observer.disconnect(), { once: true });
  }

  /** Fetches the ground and draws it. */
  async load() {
    const [made] = await Promise.all([ground(), style("map-view.css")]);
    if (this.signal?.aborted) return;
    this.#ground = made;
    this.ground = made;
    this.credit.textContent = made.attribution;
    const { world } = this.sheet;
    world.draw(made);
    this.#streets = new MapStreets(made, world.streets, () => this.#mark());
    this.camera.bounds = extentOf([
      this.#project(made.box[0], made.box[1]), this.#project(made.box[2], made.box[3])]);
    world.show(this.#shown);
    this.fitAll();
  }

  /** Shows things upon the ground; parts that are not given stay as they are. */
  show(parts) {
    Object.assign(this.#shown, parts);
    if (!this.#ground) return;
    this.sheet.world.show(this.#shown);
    this.#mark();
  }

  /** Paints communes: `paint(place)` gives {class, title}, or null for the colour of land. */
  paint(paint) {
    if (!this.#ground) throw new Error("load first");
    this.sheet.world.paint(paint);
  }

  /** Shows or hides layers. */
  layers(changes) {
    Object.assign(this.#layers, changes);
    for (const [name, isShown] of Object.entries(this.#layers)) {
      this.sheet.element.classList.toggle("no-" + name, !isShown);
    }
    this.#mark();
  }

  /** Calls back at "pick" or "move"; gives what ends it. */
  on(name, call) {
    this.#listeners[name].add(call);
    return () => this.#listeners[name].delete(call);
  }

  /** Looks at a box [south, west, north, east], with some room around it. */
  fit([south, west, north, east], { closest = 14 } = {}) {
    const [left, top, right, bottom] = extentOf([
      this.#project(south, west), this.#project(north, east)]);
    const { clientWidth: width, clientHeight: height } = this.stage;
    const scale = Math.min(
      (width || 300) * 0.9 / Math.max(1, right - left),
      (height || 300) * 0.9 / Math.max(1, bottom - top), scaleOf(closest));
    this.camera.look({
      x: (left + right) / 2, y: (top + bottom) / 2,
      scale: Math.max(scaleOf(ZOOMS.least), scale),
    });
  }

  /** Looks at the network, but for far islands. */
  fitAll() {
    this.fit(this.#ground.home);
  }

  /** Looks at a place, by the id of its record. */
  fitTo(id) {
    const place = this.#ground.placesById.get(id);
    if (!place) return;
    const [left, top, right, bottom] = place.extent ?? [
      place.at[0] - 400, place.at[1] - 400, place.at[0] + 400, place.at[1] + 400];
    const [a, b] = [this.#ground.unproject(left, bottom), this.#ground.unproject(right, top)];
    this.fit([a.lat, a.lon, b.lat, b.lon]);
  }

  /** Looks at a point from a zoom. */
  lookAt(lat, lon, zoom = 12) {
    const [x, y] = this.#project(lat, lon);
    this.camera.look({ x, y, scale: scaleOf(zoom) });
  }

  /** Moves so that a point is seen between what covers the head and the foot of the map, in pixels. */
  reveal(lat, lon, { above = 0, below = 0 } = {}) {
    const [x, y] = this.#project(lat, lon);
    const { view } = this.camera;
    const { clientWidth: width, clientHeight: height } = this.stage;
    const [px, py] = [
      (x - view.x) * view.scale + width / 2, (y - view.y) * view.scale + height / 2];
    if (px > 30 && px < width - 30 && py > above + 30 && py < height - below - 30) return;
    this.camera.look({ x, y: y + (below - above) / 2 / view.scale });
  }

  /** The zoom, as tiles of the web count it. */
  get zoom() {
    return zoomOf(this.camera.view.scale);
  }

  /** The box that is seen: [south, west, north, east]. */
  get box() {
    const { x, y, scale } = this.camera.view;
    const [width, height] = [
      this.stage.clientWidth / 2 / scale, this.stage.clientHeight / 2 / scale];
    const a = this.#ground.unproject(x - width, y + height);
    const b = this.#ground.unproject(x + width, y - height);
    return [a.lat, a.lon, b.lat, b.lon];
  }

  /** The facilities that are seen, nearest to the middle first. */
  facilitiesInView() {
    const [south, west, north, east] = this.box;
    const { x, y } = this.camera.view;
    return this.#facilities()
      .filter(({ lat, lon }) => lat >= south && lat <= north && lon >= west && lon <= east)
      .sort((a, b) => Math.hypot(a.at[0] - x, a.at[1] - y) - Math.hypot(b.at[0] - x, b.at[1] - y));
  }

  /** The visible map as the text of an SVG file that needs no other file. */
  picture(title, lines = []) {
    return picture(this, title, lines);
  }

  #project(lat, lon) {
    return this.#ground.project(lat, lon);
  }

  #facilities() {
    return shownFacilities(this.#ground, this.#shown.facilities);
  }

  /** Draws for the view, and tells of it. */
  #settle(view) {
    if (!this.#ground || !this.stage.clientWidth) return;
    this.sheet.draw(view);
    this.#streets.show(view, this.stage, this.#layers.streets);
    const place = this.#ground.placeAt(view.x, view.y);
    if (document.activeElement === this.stage) this.said.textContent = place?.name ?? t("mapSea");
    for (const call of this.#listeners.move) call({ box: this.box, zoom: this.zoom });
  }

  /** Draws the signs and names, which keep their size. */
  #mark() {
    const { sheet } = this;
    if (!sheet.drawn) return;
    drawMarks(sheet.marks, {
      ground: this.#ground, shown: this.#shown, layers: this.#layers, sheet: sheet.size,
      facilities: this.#facilities(), hasOwn: Boolean(this.#shown.facilities),
      zoom: zoomOf(sheet.drawn.scale), streetNames: this.#streets?.names() ?? [],
      project: (lat, lon) => this.#project(lat, lon), at: (point) => sheet.at(point),
    });
  }

  #pick(px, py, byKeyboard = false) {
    if (!this.#ground) return;
    const { x, y, scale } = this.camera.view;
    const touch = {
      x: x + (px - this.stage.clientWidth / 2) / scale,
      y: y + (py - this.stage.clientHeight / 2) / scale, scale,
    };
    const { seen } = this.sheet.marks;
    const drawn = this.#facilities().filter((one) => seen?.has(one.id ?? one.name));
    const event = { ...hitAt(this.#ground, drawn, touch), byKeyboard };
    for (const call of this.#listeners.pick) call(event);
  }
}
