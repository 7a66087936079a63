// Streets where the network has them: squares of lines that the service cuts, fetched where one looks.

import { get } from "./api.js";
import { h } from "./base.js";
import { zoomOf } from "./map-camera.js";
import { pathOf, UNITS } from "./map-plane.js";

/** The closest squares that the service cuts. */
const CLOSEST = 14;

/** The squares that are kept, those of the last few views. */
const MOST = 120;

/** The streets of a map. */
export class MapStreets {
  #tiles = new Map();
  #wanted = new Set();

  /**
   * @param {Ground} ground The plane, and whether there are streets.
   * @param {Element} group Holds them.
   * @param {function} changed Is told when squares have come.
   */
  constructor(ground, group, changed) {
    this.ground = ground;
    this.group = group;
    this.changed = changed;
  }

  /** Shows the squares of a view. */
  show(view, stage, isShown) {
    if (!this.ground.streets) return;
    const zoom = Math.max(5, Math.min(CLOSEST, Math.floor(zoomOf(view.scale) + 0.5)));
    this.#wanted = new Set(isShown ? this.#addresses(view, stage, zoom) : []);
    this.#putAway();
    for (const address of this.#wanted) if (!this.#tiles.has(address)) this.#fetch(address);
    for (const address of this.#tiles.keys()) {
      if (this.#tiles.size <= MOST) break;
      if (this.#wanted.has(address)) continue;
      this.#tiles.get(address).element?.remove();
      this.#tiles.delete(address);
    }
  }

  /** Hides squares of other views, but not before those of this one have come: nothing flickers. */
  #putAway() {
    const isWhole = [...this.#wanted].every((address) => this.#tiles.get(address)?.element);
    for (const [address, { element }] of this.#tiles) {
      if (this.#wanted.has(address)) element?.classList.remove("away");
      else if (isWhole) element?.classList.add("away");
    }
  }

  /** Names of streets, each once, where its longest line lies: [{at, text}]. */
  names() {
    const longest = new Map();
    for (const address of this.#wanted) {
      for (const name of this.#tiles.get(address)?.names ?? []) {
        if ((longest.get(name.text)?.length ?? 0) < name.length) longest.set(name.text, name);
      }
    }
    return [...longest.values()].sort((a, b) => b.length - a.length);
  }

  *#addresses({ x, y, scale }, { clientWidth, clientHeight }, zoom) {
    const [width, height] = [clientWidth * 0.6 / scale, clientHeight * 0.6 / scale];
    const count = 2 ** zoom;
    const column = (px) => Math.floor((px / UNITS + this.ground.origin.lon + 180) / 360 * count);
    const row = (py) => Math.floor((180 - this.ground.origin.y + py / UNITS) / 360 * count);
    for (let i = column(x - width); i <= column(x + width); i += 1) {
      for (let j = row(y - height); j <= row(y + height); j += 1) {
        if (i >= 0 && j >= 0 && i < count && j < count) yield `${zoom}/${i}/${j}`;
      }
    }
  }

  async #fetch(address) {
    const tile = { element: null, names: [] };
    this.#tiles.set(address, tile);
    try {
      const { data } = await get("/v1/tiles/" + address);
      if (this.#tiles.get(address) !== tile) return;
      this.#draw(tile, data, address.split("/").map(Number));
      if (!this.#wanted.has(address)) tile.element.classList.add("away");
      this.group.append(tile.element);
      this.#putAway();
      if (tile.names.length) this.changed();
    } catch {
      // Without network the map stays without streets; they are asked for at the next view.
      this.#tiles.delete(address);
    }
  }

  #draw(tile, { classes, extent }, [zoom, column, row]) {
    const step = 360 / 2 ** zoom / extent * UNITS;
    const left = (column * 360 / 2 ** zoom - 180 - this.ground.origin.lon) * UNITS;
    const top = (this.ground.origin.y - 180 + row * 360 / 2 ** zoom) * UNITS;
    tile.element = h("svg:g", { "data-tile": `${zoom}/${column}/${row}` });
    for (const { class: name, paths, names } of classes) {
      let d = "";
      paths.forEach((numbers, i) => {
        const points = [];
        let [x, y] = [0, 0];
        for (let k = 0; k < numbers.length; k += 2) {
          x += numbers[k];
          y += numbers[k + 1];
          points.push([left + x * step, top + y * step]);
        }
        d += pathOf(points);
        if (names?.[i] && zoom >= CLOSEST) {
          const length = points.slice(1).reduce(
            (sum, [a, b], k) => sum + Math.hypot(a - points[k][0], b - points[k][1]), 0);
          tile.names.push({ text: names[i], at: points[points.length >> 1], length });
        }
      });
      tile.element.append(h("svg:path", { class: "street " + name, d }));
    }
  }
}
