// The signs and names of a map at one place and scale: what matters most first, and nothing over another.

import { h, t } from "./base.js";
import { placed, Room } from "./map-labels.js";
import { sign } from "./map-signs.js";

/** From which zoom on the facilities of a group are drawn, where no view has chosen them. */
const FROM = { emergency: 9.8, clinic: 11.5, station: 12 };

/** The same for hospitals by their tier: 1 is the highest. */
const FROM_TIER = { 1: 5, 2: 7.6, 3: 9.4 };

/** Half the side of a sign, and of one that has only room for a dot. */
const [HALF, SMALL] = [11, 4];

/**
 * The facilities that a map shows, each with its point of the plane as `at`.
 *
 * @param {Object} ground The ground.
 * @param {?Object[]} given Those that a view names; null for all of the network.
 */
export function shownFacilities(ground, given) {
  if (!given) return ground.facilities;
  return given.map((one) => {
    const known = one.id ? ground.facilitiesById.get(one.id) : null;
    if (known) return { ...known, ...one };
    return one.lat === undefined ? null : { ...one, at: ground.project(one.lat, one.lon) };
  }).filter(Boolean);
}

/**
 * Draws signs and names in place of those of before.
 *
 * @param {Element} group Holds them; `group.seen` names the facilities that are drawn.
 * @param {Object} scene What `MapView` knows: ground, shown, layers, sheet, facilities, hasOwn, zoom,
 *   streetNames, project, at.
 */
export function drawMarks(group, scene) {
  const { sheet } = scene;
  const room = new Room();
  const inSheet = ([x, y]) => x > -20 && y > -20 && x < sheet.wide + 20 && y < sheet.high + 20;
  const signs = [];
  const labels = [];
  const seen = new Set();
  const { left, top, wide, high } = sheet;
  const sight = [left, top, wide - left, high - top];
  const first = [];
  const put = (at, one, { label, isForced = false, weight = 400, size = 12 }) => {
    const [x, y] = scene.at(at);
    if (!inSheet([x, y])) return false;
    const box = [x - HALF, y - HALF, x + HALF, y + HALF];
    const isSmall = !room.take(box) && !isForced;
    if (isSmall && one.isOptional && !room.isFree([x - SMALL, y - SMALL, x + SMALL, y + SMALL])) {
      return false;
    }
    if (isForced) room.block(box);
    if (isSmall) room.block([x - SMALL, y - SMALL, x + SMALL, y + SMALL]);
    signs.push(sign({ ...one, isSmall }, x, y));
    if (!label) return true;
    const text = { x, y, text: label, size, weight, gap: HALF + 3, class: "of-sign" };
    // The names of what one asked for come before all other signs and names.
    if (isForced) first.push(...placed([text], room, sight, 1));
    else if (!isSmall) labels.push(text);
    return true;
  };
  for (const point of scene.shown.points) {
    put(scene.project(point.lat, point.lon), { title: point.label ?? "", ...point }, {
      label: point.label, isForced: true, weight: 700, size: 13,
    });
  }
  putClosures(scene, put);
  // Far away the names of provinces tell where one is; signs make room for them.
  const provinces = [];
  if (scene.zoom < 9.8) addPlaces(scene, provinces, "province", scene.zoom < 8 ? 13 : 15, 700);
  if (scene.layers.labels) first.push(...placed(provinces, room, sight, 40));
  putFacilities(scene, put, seen);
  putCrossings(scene, put);
  if (scene.zoom >= 10.2 && scene.layers.communes) addPlaces(scene, labels, "commune", 12, 400);
  if (scene.zoom >= 8.5 && scene.layers.ways) addRoads(scene, labels, inSheet);
  for (const { at, text } of scene.streetNames) {
    const [x, y] = scene.at(at);
    labels.push({ x, y, text, size: 11, weight: 400, class: "of-street" });
  }
  const texts = scene.layers.labels
    ? placed(labels.filter(({ x, y }) => inSheet([x, y])), room, sight, 140) : [];
  group.replaceChildren(
    // The first, which matter most, lie above.
    ...signs.reverse(),
    ...[...first, ...texts].map((label) => h(
      "svg:text",
      {
        class: "name " + (label.class ?? ""), "font-size": label.size ?? 12,
        "font-weight": label.weight ?? 400,
      },
      label.lines.map(({ text, left: x, baseline: y }) =>
        h("svg:tspan", { x: x.toFixed(1), y: y.toFixed(1) }, text)))));
  group.seen = seen;
}

function putClosures(scene, put) {
  for (const { link, lat, lon, title } of scene.shown.closures) {
    const known = link && scene.ground.linksById.get(link);
    const at = known?.at ?? (lat === undefined ? null : scene.project(lat, lon));
    if (!at) continue;
    put(at, { kind: "closure", title }, { isForced: true, label: scene.zoom > 9 ? title : null });
  }
}

function putFacilities(scene, put, seen) {
  const { chosen = {} } = scene.shown;
  const order = scene.facilities
    .filter((one) => scene.hasOwn || isDrawn(one, scene))
    .map((one) => ({ one, weight: weightOf(one, chosen) }))
    .sort((a, b) => b.weight - a.weight);
  for (const { one } of order) {
    const isChosen = chosen.facility !== undefined && chosen.facility === one.id;
    const words = [one.name, one.kindName, one.word].filter(Boolean).join("; ");
    const isMain = one.rank !== undefined && one.rank <= 3;
    const isPut = put(
      one.at,
      {
        kind: one.group ?? one.kind ?? "hospital", state: one.state, title: words, isChosen,
        isOptional: !scene.hasOwn,
      },
      {
        isForced: isChosen || isMain, weight: isChosen || isMain ? 700 : 400,
        label: isChosen || isMain || scene.zoom >= (one.group === "station" ? 13 : 11)
          ? [one.name, one.word].filter(Boolean).join(" · ") : null,
      });
    if (isPut) seen.add(one.id ?? one.name);
  }
}

function isDrawn({ id, group, tier, isLastLine }, { zoom, layers, shown }) {
  if (shown.chosen?.facility === id) return true;
  if (group === "station") return layers.stations && zoom >= FROM.station;
  if (group === "hospital") return zoom >= (isLastLine ? 5 : FROM_TIER[tier] ?? 10);
  return zoom >= (FROM[group] ?? FROM.clinic);
}

/** Targets in their order, then what is chosen, then the highest tiers. */
function weightOf({ id, rank, tier, isLastLine, group, state }, chosen) {
  if (rank !== undefined) return 1_000 - rank;
  if (chosen.facility !== undefined && chosen.facility === id) return 1_000;
  const states = { bad: 30, warn: 25, good: 20, unknown: 5 };
  return (states[state] ?? 0) + (4 - (tier ?? 4)) * 3 + (isLastLine ? 4 : 0)
    + (group === "hospital" ? 2 : 0);
}

function putCrossings({ ground, layers, zoom, shown }, put) {
  if (!layers.ways || zoom < 9.6) return;
  const closed = new Set(shown.closures.map(({ link }) => link));
  const named = new Set();
  for (const link of ground.links) {
    if (!link.crossing || link.unused || closed.has(link.id)) continue;
    // A bridge of two lanes, each a link of its own, has one sign.
    if (named.has(link.crossing)) continue;
    named.add(link.crossing);
    const kind = link.class === "ferry" || link.class === "waterway" ? "ferry" : "bridge";
    put(
      link.at,
      { kind, title: `${link.crossing} (${t(kind === "ferry" ? "mapFerry" : "mapBridge")})`,
        isOptional: true },
      { label: zoom >= 11 ? link.crossing : null });
  }
}

function addPlaces({ ground, at }, labels, level, size, weight) {
  for (const place of ground.places) {
    if (place.level !== level) continue;
    const [x, y] = at(place.at);
    labels.push({ x, y, text: place.name, size, weight, class: "of-" + level });
  }
}

/** The numbers of main roads, a few of each. */
function addRoads({ ground, at, zoom }, labels, inSheet) {
  const main = zoom < 11 ? ["national", "expressway"] : ["national", "expressway", "provincial"];
  const last = new Map();
  for (const link of ground.links) {
    if (!link.ref || !main.includes(link.class)) continue;
    // Far away there is room for numbers only.
    if (zoom < 11 && link.ref.length > 8) continue;
    const [x, y] = at(link.at);
    if (!inSheet([x, y])) continue;
    const others = last.get(link.ref) ?? [];
    if (others.some(([a, b]) => Math.hypot(a - x, b - y) < 260)) continue;
    last.set(link.ref, [...others, [x, y]]);
    labels.push({ x, y, text: link.ref, size: 11, weight: 600, class: "of-road" });
  }
}
