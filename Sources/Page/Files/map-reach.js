// The surroundings of a place: what is reached within minutes.

import { get } from "./api.js";
import { fill, h, number, t } from "./base.js";

/** Minutes that can be asked for at once. */
const MINUTES = [30, 60, 90];

/**
 * A button that asks for the surroundings, and the answer: areas on the map, and how many people.
 *
 * @param {Object} page The map and its signal.
 * @param {string} from Where one starts: an id or a point.
 */
export function reachPanel({ map, signal }, from) {
  const result = h("div", { role: "status" });
  const ask = async () => {
    fill(result, h("p", {}, t("loading")));
    try {
      const { data } = await get(
        "/v1/isochrone", { from, isochrone: MINUTES.join(","), format: "geojson" }, { signal });
      map.show({ areas: areasOf(data) });
      const box = boxOf(data);
      if (box) map.fit(box);
      fill(result, table(data));
    } catch (error) {
      if (error.name === "AbortError") return;
      fill(result, h("p", { role: "alert" }, error.status === 0 ? t("offline") : error.message));
    }
  };
  return h(
    "div", { class: "map-page-reach" },
    h("button", { type: "button", onclick: ask }, t("mapReach", MINUTES.join(", "))), result);
}

/** The areas of an isochrone, the widest first, so that the nearest lies above. */
export function areasOf(collection) {
  return collection.features
    .map((feature, step) => ({
      step, title: t("minutes", number(feature.properties.minutes)),
      polygons: feature.geometry.coordinates.map((polygon) =>
        polygon.map((ring) => ring.map(([lon, lat]) => [lat, lon]))),
    }))
    .reverse();
}

function boxOf({ features }) {
  const points = features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  if (!points.length) return null;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)];
}

function table({ features }) {
  return h(
    "table", {},
    h(
      "thead", {},
      h(
        "tr", {}, h("th", { scope: "col" }, t("mapWithin")),
        h("th", { scope: "col" }, t("mapPlaces")), h("th", { scope: "col" }, t("mapPeople")))),
    h(
      "tbody", {},
      features.map(({ properties }, step) => h(
        "tr", {},
        h(
          "th", { scope: "row" },
          h("span", { class: `map-page-step step-${step}`, "aria-hidden": "true" }),
          t("minutes", number(properties.minutes))),
        h("td", { class: "number" }, number(properties.places)),
        h(
          "td", { class: "number" },
          properties.people === undefined ? t("mapUnknown") : number(properties.people))))));
}
