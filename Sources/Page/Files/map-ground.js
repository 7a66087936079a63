// The ground of all maps, decoded once from the service's answers: communes, ways, facilities.

import { get, onChange } from "./api.js";
import { state } from "./base.js";
import { decodedArcs, decodedPoints } from "./map-decoding.js";
import { extentOf, holds, mercator, middle, UNITS } from "./map-plane.js";

const grounds = new Map();

/**
 * The ground in the language of the page: asked for once, again after a failure.
 *
 * @returns {Promise<Ground>} The ground.
 */
export function ground() {
  const lang = state.lang;
  if (!grounds.has(lang)) {
    const asked = Promise.all(
      ["areas", "ways", "facilities"].map((part) => get("/v1/map/" + part)))
      .then(([areas, ways, facilities]) => new Ground(areas.data, ways.data, facilities.data));
    asked.catch(() => grounds.delete(lang));
    grounds.set(lang, asked);
  }
  return grounds.get(lang);
}

// A correction may have moved something: the next map asks again.
onChange(({ kind }) => kind.startsWith("correction."), () => grounds.clear());

/** The ground of a network on a plane: Mercator's, with the middle of the network as its origin. */
export class Ground {
  constructor(areas, ways, facilities) {
    this.digest = areas.digest;
    this.scheme = areas.scheme;
    this.attribution = areas.attribution ?? "";
    this.streets = ways.streets;
    const arcs = decodedArcs(areas);
    const nodes = decodedPoints(ways.nodes, ways.steps);
    this.box = boxOf([...nodes, ...arcs.flat()]);
    const [south, west, north, east] = this.box;
    this.origin = { lon: (west + east) / 2, y: mercator((south + north) / 2) };
    this.arcs = arcs.map((arc) => arc.map(([lat, lon]) => this.project(lat, lon)));
    this.places = this.#readPlaces(areas);
    this.placesById = new Map(this.places.map((place) => [place.id, place]));
    this.borders = this.#readBorders();
    this.links = ways.links.map((link) => this.#readLink(link, nodes, ways.steps));
    this.linksById = new Map(this.links.map((link) => [link.id, link]));
    this.home = this.#readHome();
    this.facilities = facilities.facilities.map((facility) => ({
      ...facility, lat: facility.point[0], lon: facility.point[1],
      at: this.project(facility.point[0], facility.point[1]),
    }));
    this.facilitiesById = new Map(this.facilities.map((facility) => [facility.id, facility]));
    this.withoutPoint = facilities.withoutPoint;
  }

  /** A point of the plane: [x, y], y southward. */
  project(lat, lon) {
    return [(lon - this.origin.lon) * UNITS, (this.origin.y - mercator(lat)) * UNITS];
  }

  /** The latitude and longitude of a point of the plane. */
  unproject(x, y) {
    const northing = (this.origin.y - y / UNITS) * Math.PI / 180;
    return {
      lat: (Math.atan(Math.exp(northing)) * 2 - Math.PI / 2) * 180 / Math.PI,
      lon: x / UNITS + this.origin.lon,
    };
  }

  /** The commune in whose outline a point of the plane lies; of a network without outlines the nearest. */
  placeAt(x, y) {
    let nearest = null;
    let best = Infinity;
    for (const place of this.places) {
      if (place.level !== "commune") continue;
      if (!place.rings.length) {
        const distance = Math.hypot(place.at[0] - x, place.at[1] - y);
        if (distance < best) [nearest, best] = [place, distance];
        continue;
      }
      const [left, top, right, bottom] = place.extent;
      if (x < left || x > right || y < top || y > bottom) continue;
      if (place.rings.some((ring) => holds(ring, x, y))) return place;
    }
    // Nearer than about five kilometres.
    return best < 500 ? nearest : null;
  }

  #readPlaces(areas) {
    const [scale] = areas.transform.scale;
    const read = (level) => ({ id, properties, arcs, coordinates }) => {
      const at = coordinates ?? properties.at;
      const rings = (arcs ?? []).map(([ring]) => this.#ring(ring));
      const extent = rings.length ? extentOf(rings.flat()) : null;
      const [left, top, right, bottom] = extent ?? [];
      return {
        id, level, ...properties, arcs: arcs ?? [], rings, extent,
        at: at
          ? this.project(at[1] * scale, at[0] * scale)
          : [(left + right) / 2, (top + bottom) / 2],
      };
    };
    return [
      ...areas.objects.communes.geometries.map(read("commune")),
      ...areas.objects.provinces.geometries.map(read("province")),
    ];
  }

  /** The box in which nearly all communes lie: far islands would make everything else small. */
  #readHome() {
    const points = this.places.filter((place) => place.level === "commune")
      .map((place) => this.unproject(...place.at));
    if (points.length < 20) return this.box;
    const ends = (name) => {
      const sorted = points.map((point) => point[name]).sort((a, b) => a - b);
      const spare = Math.floor(sorted.length / 50);
      const room = (sorted[sorted.length - 1 - spare] - sorted[spare]) * 0.06;
      return [sorted[spare] - room, sorted[sorted.length - 1 - spare] + room];
    };
    const [[south, north], [west, east]] = [ends("lat"), ends("lon")];
    return [south, west, north, east];
  }

  /** The points of a ring of arcs; ~n is arc n backwards. */
  #ring(numbers) {
    const points = [];
    for (const number of numbers) {
      const arc = number < 0 ? this.arcs[~number].toReversed() : this.arcs[number];
      for (let i = points.length ? 1 : 0; i < arc.length; i += 1) points.push(arc[i]);
    }
    return points;
  }

  /** Arcs by what they part: the coast has one owner, a border of provinces owners of two. */
  #readBorders() {
    const owners = this.arcs.map(() => []);
    for (const place of this.places) {
      for (const number of place.arcs.flat(2)) {
        owners[number < 0 ? ~number : number].push(place.province ?? place.id);
      }
    }
    const borders = { coast: [], province: [], commune: [] };
    this.arcs.forEach((arc, number) => {
      const [first, second] = owners[number];
      const kind = second === undefined ? "coast" : first === second ? "commune" : "province";
      borders[kind].push(arc);
    });
    return borders;
  }

  #readLink(link, nodes, steps) {
    const [start, end] = link.ends.map((number) => nodes[number]);
    const line = [start, ...decodedPoints(link.bends ?? [], steps), end]
      .map(([lat, lon]) => this.project(lat, lon));
    return { ...link, line, extent: extentOf(line), at: middle(line) };
  }
}

function boxOf(points) {
  const [south, west, north, east] = extentOf(points);
  return Number.isFinite(south) ? [south, west, north, east] : [-60, -180, 70, 180];
}
