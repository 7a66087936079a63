// The things of a map that a touch means: the nearest facility, bridge, ferry or road, the commune.

import { distanceToLine } from "./map-plane.js";

/** Pixels within which a touch means a facility, a bridge or ferry, or another way. */
const REACH = { facility: 24, crossing: 26, way: 14 };

/**
 * The things at a point of the plane.
 *
 * @param {Ground} ground The ground.
 * @param {Object[]} facilities Those that are drawn.
 * @param {{x: number, y: number, scale: number}} touch The point, and the pixels of a unit.
 * @returns {{lat, lon, place, facility, link}} Each null where there is none.
 */
export function hitAt(ground, facilities, { x, y, scale }) {
  const nearest = (list, distance, pixels) => {
    let found = null;
    let best = pixels / scale;
    for (const one of list) {
      const units = distance(one);
      if (units < best) [found, best] = [one, units];
    }
    return found;
  };
  const reach = REACH.crossing / scale;
  const near = ground.links.filter(({ extent: [left, top, right, bottom] }) =>
    x > left - reach && x < right + reach && y > top - reach && y < bottom + reach);
  const toLine = ({ line }) => distanceToLine(line, x, y);
  return {
    ...ground.unproject(x, y), place: ground.placeAt(x, y),
    facility: nearest(
      facilities, ({ at }) => Math.hypot(at[0] - x, at[1] - y), REACH.facility),
    link: nearest(near.filter((one) => one.crossing), toLine, REACH.crossing)
      ?? nearest(near, toLine, REACH.way),
  };
}
