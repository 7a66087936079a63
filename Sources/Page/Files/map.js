// The map: search, layers, a sheet for what is picked, the surroundings within minutes.

import { callLink, fill, h, remember, remembered, style, t } from "./base.js";
import { go } from "./app.js";
import { MapView } from "./map-view.js";
import { legendSign } from "./map-signs.js";
import { facilityList } from "./map-list.js";
import { searchField } from "./map-search.js";
import { reachPanel } from "./map-reach.js";

/** The layers that can be switched, and whether each is shown at first. */
const LAYERS = { ways: true, communes: true, stations: true, streets: true, labels: true };

/** Shows the map. */
export async function show(main, parameters, signal) {
  const layers = { ...LAYERS, ...remembered("map.layers") };
  const ground = h("div", { class: "map-page-ground" });
  const sheet = h("section", { class: "map-page-sheet", "aria-live": "polite", hidden: true });
  const tools = h("div", { class: "map-page-tools no-print" });
  const waiting = h("p", { class: "pad", role: "status" }, t("loading"));
  fill(
    main, h("h1", { class: "hidden-text", tabindex: "-1" }, t("tabMap")),
    h("div", { class: "map-page" }, ground, tools, sheet), waiting);
  // The map measures the room that the styles give it.
  await style("map.css");
  const map = new MapView(ground, { label: t("mapLabel"), signal });
  await map.load();
  if (signal.aborted) return;
  waiting.remove();
  map.layers(layers);
  const page = { map, tools, sheet, signal, parameters };
  tools.append(
    searchField((found) => lookAtFound(page, found), signal),
    h(
      "div", { class: "map-page-panels" }, layerMenu(map, layers),
      facilityList(map, (facility) => lookAtFound(page, facility))));
  map.on("pick", (picked) => showPicked(page, picked));
  await begin(page);
}

/** The target of the address: a facility, or a point with its surroundings. */
async function begin(page) {
  const { map, parameters } = page;
  const id = parameters.get("id") ?? parameters.get("facility");
  const from = parameters.get("from");
  const facility = id && map.ground.facilitiesById.get(id);
  if (facility) {
    map.lookAt(facility.lat, facility.lon, 12);
    showPicked(page, { facility, lat: facility.lat, lon: facility.lon });
  } else if (from && /^-?[\d.]+,-?[\d.]+$/.test(from)) {
    const [lat, lon] = from.split(",").map(Number);
    map.lookAt(lat, lon, 11);
    showPicked(page, { lat, lon, place: map.ground.placeAt(...map.ground.project(lat, lon)) });
  }
}

function lookAtFound(page, found) {
  const { map } = page;
  const facility = map.ground.facilitiesById.get(found.id);
  const place = map.ground.placesById.get(found.id);
  if (facility) {
    map.lookAt(facility.lat, facility.lon, Math.max(12, map.zoom));
    showPicked(page, { facility, lat: facility.lat, lon: facility.lon });
  } else if (place) {
    map.fitTo(place.id);
    const { lat, lon } = map.ground.unproject(...place.at);
    showPicked(page, { place, lat, lon });
  } else if (found.lat !== undefined) {
    map.lookAt(found.lat, found.lon, 12);
    showPicked(page, {
      lat: found.lat, lon: found.lon, name: found.name,
      place: map.ground.placeAt(...map.ground.project(found.lat, found.lon)),
    });
  }
}

function layerMenu(map, layers) {
  const box = (name) => h(
    "label", { class: "map-page-layer" },
    h("input", {
      type: "checkbox", checked: layers[name],
      onchange: (event) => {
        layers[name] = event.target.checked;
        remember("map.layers", layers);
        map.layers(layers);
      },
    }),
    t("mapLayer." + name));
  const legend = [
    ["hospital", "mapHospital"], ["clinic", "mapClinic"], ["emergency", "mapEmergency"],
    ["station", "mapStation"], ["bridge", "mapBridge"], ["ferry", "mapFerry"],
  ];
  const has = { ...layers, streets: map.ground.streets > 0 };
  return h(
    "details", { class: "map-page-layers", name: "map-panels" },
    h("summary", {}, t("mapLayers")),
    h(
      "fieldset", {}, h("legend", { class: "hidden-text" }, t("mapLayers")),
      Object.keys(LAYERS).filter((name) => name !== "streets" || has.streets).map(box)),
    h(
      "ul", { class: "map-page-legend" },
      legend.map(([kind, key]) => h("li", {}, legendSign(kind), t(key)))),
    map.ground.withoutPoint
      ? h("p", { class: "small soft" }, t("mapWithoutPoint", map.ground.withoutPoint)) : null);
}

/** The sheet of what was picked: a facility, a bridge or ferry, or a place with its surroundings. */
function showPicked(page, { facility, link, place, lat, lon, name, byKeyboard }) {
  const { map, tools, sheet } = page;
  const crossing = !facility && link?.crossing ? link : null;
  const point = `${lat.toFixed(5)},${lon.toFixed(5)}`;
  const title = facility?.name ?? crossing?.crossing ?? name ?? place?.name ?? t("mapPoint");
  map.show({
    chosen: { facility: facility?.id },
    points: facility ? [] : [{ lat, lon, kind: "origin", label: title }],
  });
  const province = place?.province && map.ground.placesById.get(place.province)?.name;
  const heading = h("h2", { tabindex: "-1" }, title);
  const close = h(
    "button", { type: "button", class: "quiet", onclick: () => closeSheet(page) }, t("close"));
  sheet.hidden = false;
  fill(
    sheet, h("div", { class: "map-page-head" }, heading, close),
    facility ? facilityLines(facility) : null,
    crossing ? h("p", {}, t(crossing.class === "ferry" ? "mapFerry" : "mapBridge")) : null,
    !facility && province ? h("p", { class: "soft" }, [place.name, province].join(", ")) : null,
    h(
      "div", { class: "row" },
      facility?.phone
        ? callLink(
          facility.phone, { class: "button primary big" }, t("mapCall", facility.phone)) : null,
      h(
        "button",
        {
          type: "button", class: facility ? "" : "primary",
          onclick: () => go("ask", { from: point }),
        },
        t("mapAsk"))),
    reachPanel(page, facility?.id ?? point));
  // On a phone the tools lie over the head of the map, and the sheet over its foot.
  const isNarrow = sheet.clientWidth > map.stage.clientWidth * 0.8;
  map.reveal(lat, lon, isNarrow
    ? { above: tools.offsetTop + tools.offsetHeight, below: sheet.clientHeight } : {});
  if (byKeyboard) heading.focus();
}

function facilityLines(facility) {
  return [
    h("p", {}, [facility.kindName, facility.tier ? t("mapTier", facility.tier) : null]
      .filter(Boolean).join(" · ")),
    facility.address ? h("p", { class: "soft" }, facility.address) : null,
    facility.phone ? null : h("p", { class: "soft" }, t("mapNoPhone")),
    facility.approximate ? h("p", { class: "small soft" }, t("mapApproximate")) : null,
  ];
}

function closeSheet({ map, sheet }) {
  sheet.hidden = true;
  fill(sheet);
  map.show({ chosen: {}, points: [], areas: [] });
  map.stage.focus();
}
