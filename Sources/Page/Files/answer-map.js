// The map of an answer: the ways along the true course of the links, the targets, and where the
// patient is.

import { get } from "./api.js";
import { duration, fill, h, t } from "./base.js";

/** The part of an answer. */
export async function part({ asked, data, signal }) {
  const [{ MapView }, { data: drawn }] = await Promise.all([
    import("./map-view.js"),
    get("/v1/route", { ...asked, at: data.query.at, format: "geojson" }, { signal }),
  ]);
  const box = h("div", { class: "answer-map" });
  const map = new MapView(box, { label: t("answerMapLabel"), signal });
  // Its size is known only when it is on the page: the fold puts it there first.
  queueMicrotask(async () => {
    try {
      await map.load();
    } catch (error) {
      if (error.name !== "AbortError") fill(box, h("p", { role: "alert" }, t("offline")));
      return;
    }
    // The answer may have been left while the ground was on its way.
    if (signal?.aborted) return;
    map.show(shownOf(drawn.features, data));
    map.fit(extent(drawn.features));
  });
  return box;
}

function shownOf(features, { query, targets }) {
  const { origin } = query;
  return {
    ways: features.filter(({ geometry }) => geometry.type === "LineString").map((feature) => ({
      line: feature.geometry.coordinates.map(([lon, lat]) => [lat, lon]),
      kind: feature.properties.rank === 1 ? "best" : "other",
      title: targets.find(({ rank }) => rank === feature.properties.rank)?.facility.name,
    })).reverse(),
    points: [
      { lat: origin.lat, lon: origin.lon, kind: "origin", title: origin.name, label: origin.name },
      ...targets.map(({ facility, minutes, rank, probability }) => ({
        lat: facility.lat, lon: facility.lon, kind: "hospital",
        state: probability === undefined ? "unknown" : "good",
        title: facility.name, label: `${rank}. ${facility.name} · ${duration(minutes)}`,
      })),
    ],
  };
}

function extent(features) {
  const points = features.flatMap(({ geometry }) =>
    geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates);
  const longitudes = points.map(([lon]) => lon);
  const latitudes = points.map(([, lat]) => lat);
  return [
    Math.min(...latitudes), Math.min(...longitudes),
    Math.max(...latitudes), Math.max(...longitudes),
  ];
}
