// The ground of a map in SVG, in units of the plane: land, borders, coast, ways; and the areas and
// ways that a view shows upon it.

import { h } from "./base.js";
import { pathOf } from "./map-plane.js";

/** Ways by class, the widest last. */
const CLASSES = [
  "local", "district", "provincial", "national", "expressway", "waterway", "air", "ferry",
];

/** The drawn ground of one map. */
export class MapWorld {
  #lands = new Map();
  #painted = new Map();
  #areas = h("svg:g", { class: "areas" });
  #ways = h("svg:g", { class: "ways-shown" });

  constructor() {
    this.element = h("svg:g", { class: "world" });
    this.streets = h("svg:g", { class: "streets" });
  }

  /** Draws the ground: once. */
  draw(ground) {
    this.ground = ground;
    const { lands, borders, ways } = textsOf(ground);
    const border = (kind) => h("svg:path", { class: "border " + kind, d: borders[kind] });
    for (const [place, d] of lands) {
      this.#lands.set(place, h("svg:path", { class: "land", d }, h("svg:title", {}, place.name)));
    }
    this.element.replaceChildren(
      h("svg:g", { class: "lands" }, [...this.#lands.values()]), border("commune"), this.#areas,
      border("province"), border("coast"), this.streets,
      h("svg:g", { class: "ways" }, ways.map((way) => h("svg:path", way))), this.#ways);
  }

  /** Paints communes: `paint(place)` gives {class, title}, or null for the colour of land. */
  paint(paint) {
    for (const [place, path] of this.#lands) {
      const { class: name = "", title = "" } = paint?.(place) ?? {};
      const key = name + "\n" + title;
      if (this.#painted.get(path) === key) continue;
      this.#painted.set(path, key);
      path.setAttribute("class", "land " + name);
      path.firstChild.textContent = title ? `${place.name}: ${title}` : place.name;
    }
  }

  /** Draws areas, ways and closures in place of those of before. */
  show({ areas, ways, closures }) {
    const project = ([lat, lon]) => this.ground.project(lat, lon);
    this.#areas.replaceChildren(...areas.map(({ polygons, step, title }) => h(
      "svg:path",
      {
        class: `area ${Number.isInteger(step) ? "step-" + step : step}`,
        d: polygons.flat().map((ring) => pathOf(ring.map(project), true)).join(""),
        "fill-rule": "evenodd",
      },
      h("svg:title", {}, title))));
    const line = (points, kind, title) => [
      h("svg:path", { class: `shown-under ${kind}`, d: pathOf(points) }),
      h("svg:path", { class: `shown ${kind}`, d: pathOf(points) }, h("svg:title", {}, title)),
    ];
    this.#ways.replaceChildren(
      // The best way lies above the others.
      ...[...ways].reverse().flatMap(({ line: points, kind = "other", title = "" }) =>
        line(points.map(project), kind, title)),
      ...closures.flatMap(({ link, title }) => {
        const known = link && this.ground.linksById.get(link);
        return known ? line(known.line, "closed", title) : [];
      }));
  }
}

const texts = new WeakMap();

/** The paths of a ground as texts of SVG, written once for all maps. */
function textsOf(ground) {
  if (!texts.has(ground)) {
    const { places, borders, links } = ground;
    texts.set(ground, {
      lands: places.filter((place) => place.rings.length)
        .map((place) => [place, place.rings.map((ring) => pathOf(ring, true)).join("")]),
      borders: Object.fromEntries(Object.entries(borders).map(
        ([kind, arcs]) => [kind, arcs.map((arc) => pathOf(arc)).join("")])),
      ways: CLASSES.flatMap((name) => [false, true].map((unused) => ({
        class: `way ${name}${unused ? " unused" : ""}`,
        d: links.filter((link) => link.class === name && Boolean(link.unused) === unused)
          .map((link) => pathOf(link.line)).join(""),
      }))).filter(({ d }) => d),
    });
  }
  return texts.get(ground);
}
