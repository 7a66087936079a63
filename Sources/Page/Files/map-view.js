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
import { distanceToLine, extentOf, ground, pathOf } from "./map-ground.js";
import { drawMarks } from "./map-marks.js";
import { MapStreets } from "./map-streets.js";
import { picture } from "./map-picture.js";
import { words } from "./words-map.js";

addWords(words);

/** How much more than the stage is drawn on each side, so that a hand does not reach an edge at once. */
const SPARE = 0.25;

/** How many times as long as a drawing takes one waits for the next while a finger is down. */
const PATIENCE = 5;

/** Ways by class, the widest last. */
const CLASSES = [
  "local", "district", "provincial", "national", "expressway", "waterway", "air", "ferry",
];

/** A map. */
export class MapView {
  #listeners = { pick: new Set(), move: new Set() };
  #shown = {
    facilities: null, ways: [], areas: [], points: [], closures: [], chosen: {},
  };
  #layers = { stations: true, communes: true, ways: true, streets: true, labels: true };
  #painted = new Map();
  #drawn = null;
  #drawnAt = 0;
  #cost = 0;
  #ground = null;
  #streets = null;
  #paths = new Map();

  /**
   * @param {Element} element Holds the map; its size is that of the map.
   * @param {{label: string, signal: AbortSignal}} options `label` names the map for assistive technology.
   */
  constructor(element, { label, signal } = {}) {
    this.element = element;
    this.signal = signal;
    this.world = h("svg:g", { class: "world" });
    this.marks = h("svg:g", { class: "marks" });
    this.svg = h(
      "svg:svg", { class: "map-sheet", role: "img", "aria-label": label },
      hatching(), this.world, this.marks);
    this.said = h("p", { class: "hidden-text", "aria-live": "polite" });
    this.stage = h(
      "div",
      {
        class: "map-stage", tabindex: "0", role: "application", "aria-label": label,
        "aria-roledescription": t("mapRole"), "aria-description": t("mapKeys"),
      },
      this.svg, h("div", { class: "map-cross", "aria-hidden": "true" }));
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
      moving: (view) => this.#shift(view),
      settled: (view) => this.#settle(view),
      picked: (x, y, byKeyboard) => this.#pick(x, y, byKeyboard),
      cost: () => this.#cost,
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
    this.#drawGround();
    this.#streets = new MapStreets(made, this.world.querySelector(".streets"), () => this.#mark());
    this.camera.bounds = extentOf([
      this.#project(made.box[0], made.box[1]), this.#project(made.box[2], made.box[3])]);
    this.#drawShown();
    this.fitAll();
  }

  /** Shows things upon the ground; parts that are not given stay as they are. */
  show(parts) {
    Object.assign(this.#shown, parts);
    if (!this.#ground) return;
    this.#drawShown();
    this.#mark();
  }

  /** Paints communes: `paint(place)` gives {class, title}, or null for the colour of land. */
  paint(paint) {
    if (!this.#ground) throw new Error("load first");
    for (const [place, path] of this.#paths) {
      const { class: name = "", title = "" } = paint?.(place) ?? {};
      const key = name + "\n" + title;
      if (this.#painted.get(path) === key) continue;
      this.#painted.set(path, key);
      path.setAttribute("class", "land " + name);
      path.firstChild.textContent = title ? `${place.name}: ${title}` : place.name;
    }
  }

  /** Shows or hides layers. */
  layers(changes) {
    Object.assign(this.#layers, changes);
    for (const [name, isShown] of Object.entries(this.#layers)) {
      this.svg.classList.toggle("no-" + name, !isShown);
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

  /** Moves so that a point is seen, though so many pixels at the foot of the map are covered. */
  reveal(lat, lon, covered = 0) {
    const [x, y] = this.#project(lat, lon);
    const { view } = this.camera;
    const { clientWidth: width, clientHeight: height } = this.stage;
    const [px, py] = [
      (x - view.x) * view.scale + width / 2, (y - view.y) * view.scale + height / 2];
    const room = height - covered;
    if (px > 30 && px < width - 30 && py > 30 && py < room - 30) return;
    this.camera.look({ x, y: y + covered / 2 / view.scale });
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

  /** Those of the view where it names some, else all of the network. */
  #facilities() {
    const given = this.#shown.facilities;
    if (!given) return this.#ground.facilities;
    return given.map((one) => {
      const known = one.id ? this.#ground.facilitiesById.get(one.id) : null;
      if (known) return { ...known, ...one };
      return one.lat === undefined ? null : { ...one, at: this.#project(one.lat, one.lon) };
    }).filter(Boolean);
  }

  #drawGround() {
    const { places, borders, links } = this.#ground;
    const lines = (kind) => h(
      "svg:path", { class: "border " + kind, d: borders[kind].map((arc) => pathOf(arc)).join("") });
    const land = places.filter((place) => place.rings.length).map((place) => {
      const path = h(
        "svg:path",
        { class: "land", d: place.rings.map((ring) => pathOf(ring, true)).join("") },
        h("svg:title", {}, place.name));
      this.#paths.set(place, path);
      return path;
    });
    const ways = CLASSES.flatMap((name) => [false, true].map((unused) => {
      const d = links.filter((link) => link.class === name && Boolean(link.unused) === unused)
        .map((link) => pathOf(link.line)).join("");
      return d && h("svg:path", { class: `way ${name}${unused ? " unused" : ""}`, d });
    }));
    this.areas = h("svg:g", { class: "areas" });
    this.ways = h("svg:g", { class: "ways-shown" });
    this.world.replaceChildren(
      h("svg:g", { class: "lands" }, land), lines("commune"), this.areas, lines("province"),
      lines("coast"), h("svg:g", { class: "streets" }), h("svg:g", { class: "ways" }, ways),
      this.ways);
  }

  #drawShown() {
    const { areas, ways, closures } = this.#shown;
    const ring = (points) =>
      pathOf(points.map(([lat, lon]) => this.#project(lat, lon)), true);
    this.areas.replaceChildren(...areas.map(({ polygons, step, title }) => h(
      "svg:path",
      {
        class: `area ${Number.isInteger(step) ? "step-" + step : step}`,
        d: polygons.flat().map(ring).join(""), "fill-rule": "evenodd",
      },
      h("svg:title", {}, title))));
    const line = (points, kind, title) => [
      h("svg:path", { class: `shown-under ${kind}`, d: pathOf(points) }),
      h("svg:path", { class: `shown ${kind}`, d: pathOf(points) }, h("svg:title", {}, title)),
    ];
    this.ways.replaceChildren(
      // The best way lies above the others.
      ...[...ways].reverse().flatMap(({ line: points, kind = "other", title = "" }) =>
        line(points.map(([lat, lon]) => this.#project(lat, lon)), kind, title)),
      ...closures.flatMap(({ link, title }) => {
        const known = link && this.#ground.linksById.get(link);
        return known ? line(known.line, "closed", title) : [];
      }));
  }

  /** Moves what is drawn by a finger: nothing is drawn anew. */
  #shift(view) {
    const drawn = this.#drawn;
    if (!drawn) return;
    const factor = view.scale / drawn.scale;
    const [dx, dy] = [(drawn.x - view.x) * view.scale, (drawn.y - view.y) * view.scale];
    const { clientWidth: width, clientHeight: height } = this.stage;
    const isBeyond = Math.abs(dx) > width * SPARE || Math.abs(dy) > height * SPARE
      || factor > 4 || factor < 0.6;
    // Hands are worth more than edges: a slow device draws them seldom.
    const hasTime = performance.now() - this.#drawnAt > Math.max(300, PATIENCE * this.#cost);
    if (isBeyond && hasTime) return this.#draw(view);
    this.svg.style.transform = `translate(${dx}px, ${dy}px) scale(${factor})`;
  }

  /** Draws for the view, and tells of it. */
  #settle(view) {
    if (!this.#ground || !this.stage.clientWidth) return;
    this.#draw(view);
    this.#streets.show(view, this.stage, this.#layers.streets);
    const place = this.#ground.placeAt(view.x, view.y);
    if (document.activeElement === this.stage) this.said.textContent = place?.name ?? t("mapSea");
    for (const call of this.#listeners.move) call({ box: this.box, zoom: this.zoom });
  }

  #draw(view) {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const [left, top] = [Math.round(width * SPARE), Math.round(height * SPARE)];
    const [wide, high] = [width + 2 * left, height + 2 * top];
    if (this.svg.getAttribute("width") !== String(wide)
      || this.svg.getAttribute("height") !== String(high)) {
      this.svg.setAttribute("width", wide);
      this.svg.setAttribute("height", high);
      this.svg.style.left = `${-left}px`;
      this.svg.style.top = `${-top}px`;
    }
    this.#drawn = view;
    const began = performance.now();
    this.#drawnAt = began;
    // It is on the screen when the frame after the next begins.
    requestAnimationFrame(() => requestAnimationFrame((now) => { this.#cost = now - began; }));
    this.sheet = { wide, high, left, top };
    this.svg.style.transform = "";
    // Hatching keeps its size, as lines do.
    this.svg.querySelector("pattern").setAttribute("patternTransform", `scale(${1 / view.scale})`);
    this.svg.dataset.zoom = String(Math.floor(zoomOf(view.scale)));
    this.world.setAttribute(
      "transform",
      `translate(${wide / 2} ${high / 2}) scale(${view.scale}) translate(${-view.x} ${-view.y})`);
    this.#mark();
  }

  /** Draws the signs and names, which keep their size. */
  #mark() {
    if (!this.#drawn || !this.sheet) return;
    const { x, y, scale } = this.#drawn;
    drawMarks(this.marks, {
      ground: this.#ground, shown: this.#shown, layers: this.#layers, sheet: this.sheet,
      facilities: this.#facilities(), hasOwn: Boolean(this.#shown.facilities),
      zoom: zoomOf(scale), streetNames: this.#streets?.names() ?? [],
      project: (lat, lon) => this.#project(lat, lon),
      at: ([px, py]) => [
        (px - x) * scale + this.sheet.wide / 2, (py - y) * scale + this.sheet.high / 2],
    });
  }

  #pick(px, py, byKeyboard = false) {
    if (!this.#ground) return;
    const { x, y, scale } = this.camera.view;
    const [wx, wy] = [
      x + (px - this.stage.clientWidth / 2) / scale,
      y + (py - this.stage.clientHeight / 2) / scale];
    const { lat, lon } = this.#ground.unproject(wx, wy);
    const nearest = (list, distance, most) => {
      let found = null;
      let best = most / scale;
      for (const one of list) {
        const metres = distance(one);
        if (metres < best) [found, best] = [one, metres];
      }
      return found;
    };
    const toPoint = ({ at }) => Math.hypot(at[0] - wx, at[1] - wy);
    const seen = this.#facilities().filter((one) => this.marks.seen?.has(one.id ?? one.name));
    const facility = nearest(seen, toPoint, 24);
    const near = this.#ground.links.filter(({ extent: [left, top, right, bottom] }) => {
      const reach = 26 / scale;
      return wx > left - reach && wx < right + reach && wy > top - reach && wy < bottom + reach;
    });
    const toLine = ({ line }) => distanceToLine(line, wx, wy);
    const link = nearest(near.filter((one) => one.crossing), toLine, 26)
      ?? nearest(near, toLine, 14);
    const place = this.#ground.placeAt(wx, wy);
    const event = { lat, lon, place, facility, link, byKeyboard };
    for (const call of this.#listeners.pick) call(event);
  }
}

function hatching() {
  const pattern = (id, d) => h(
    "svg:pattern",
    {
      id, width: 8, height: 8, patternUnits: "userSpaceOnUse",
    },
    h("svg:rect", { class: "hatch-ground", width: 8, height: 8 }),
    h("svg:path", { class: "hatch-line", d }));
  return h("svg:defs", {}, pattern("map-hatch", "M-2 2 2-2M-2 10 10-2M6 10 10 6"));
}
