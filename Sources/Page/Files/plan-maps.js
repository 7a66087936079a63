// Two maps side by side: as it is, and after the changes. They look at the same place, are painted
// by the same classes, and what is touched on either of them is touched.

import { fill, h, number, t } from "./base.js";
import { MapView } from "./map-view.js";

/**
 * The classes of the maps, their colours, and a sign of each for those who do not tell colours
 * apart.
 */
const LEGEND = [
  ["near", "step-0", "●"], ["served", "step-1", "○"], ["unknown", "unknown", "▨"],
  ["lacking", "step-3", "△"], ["beyond", "step-4", "✕"],
];

/** The box of the communes without far islands in the south and west: all else would be small. */
function mainland(ground) {
  const points = ground.places.filter((place) => place.level === "commune")
    .map((place) => ground.unproject(...place.at));
  const ends = (name) => {
    const sorted = points.map((point) => point[name]).sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length / 50)], sorted.at(-1)];
  };
  const [[south, north], [west, east]] = [ends("lat"), ends("lon")];
  return [south - 0.1, west - 0.1, north + 0.1, east + 0.1];
}

export class PlanMaps {
  /**
   * @param {AbortSignal} signal Ends everything.
   * @param {function} pick Is told what was touched.
   */
  constructor(signal, pick) {
    this.signal = signal;
    this.pick = pick;
    this.sides = ["Before", "After"].map((name) => {
      const stage = h("div", { class: "plan-map" });
      const title = h("h3", {}, t(`planMap${name}`));
      const source = h("figcaption", { class: "small soft plan-source" });
      const element = h("figure", { data: { side: name.toLowerCase() } }, title, stage, source);
      return { name, element, title, stage, source, map: null };
    });
    this.sides[1].element.hidden = true;
    this.legend = h("ul", { class: "plan-legend plain" });
    this.element = h(
      "div", {}, h("div", { class: "plan-pair" }, this.sides.map((side) => side.element)),
      this.legend);
    this.isMoved = false;
    for (const kind of ["pointerdown", "wheel", "keydown"]) {
      this.element.addEventListener(
        kind, () => (this.isMoved = true), { passive: true, signal });
    }
    this.first = this.#load(this.sides[0]);
  }

  /**
   * Draws the second map before its answer is there.
   *
   * @param {boolean} isAsked Whether the answer is on the way: then the maps stand side by side already.
   */
  prepare(isAsked) {
    this.first.then(() => this.#load(this.sides[1]))
      .then(() => isAsked && this.isWaiting && this.#arrange(true)).catch(() => {});
    this.isWaiting = isAsked;
  }

  /** Puts the maps as they were, where no answer came. */
  giveUp() {
    if (!this.isWaiting) return;
    this.isWaiting = false;
    if (this.sides[1].map?.ground && !this.sides[1].access) this.#arrange(false);
  }

  /** One map, or two side by side. */
  #arrange(isChanged) {
    const [before, after] = this.sides;
    before.title.textContent = isChanged ? t("planBefore") : t("planMapBefore");
    after.title.textContent = t("planAfter");
    if (after.element.hidden !== isChanged) return;
    after.element.hidden = !isChanged;
    // The maps get another width: whoever has not looked closer sees everything again.
    if (!this.isMoved) before.map.fit(mainland(before.map.ground));
    this.#follow(before);
  }

  /** Loads a map, once. */
  #load(side) {
    side.loading ??= this.#make(side);
    return side.loading;
  }

  async #make(side) {
    side.map = new MapView(side.stage, {
      label: t(`planMap${side.name}`), signal: this.signal,
    });
    await side.map.load();
    if (this.signal.aborted) return;
    side.map.fit(mainland(side.map.ground));
    side.map.layers({ stations: false });
    side.map.on("pick", (event) => this.pick(event));
    side.map.on("move", () => this.#follow(side));
  }

  /** Lets the other map look where one looks. */
  #follow(side) {
    const other = this.sides.find((one) => one !== side);
    if (this.isFollowing || !other.map?.ground || other.element.hidden) return;
    this.isFollowing = true;
    const [south, west, north, east] = side.map.box;
    other.map.lookAt((south + north) / 2, (west + east) / 2, side.map.zoom);
    this.isFollowing = false;
  }

  /**
   * Shows answers.
   *
   * @param {Object} shown `before` and `after` (null without changes) are answers, `limit`, `pace`,
   *   `ages`, `difference` their comparison, `changes` what is thought of, `chosen` a place,
   *   `sources` the lines below.
   */
  async show(shown) {
    await this.first;
    if (this.signal.aborted) return;
    const [before, after] = this.sides;
    const isChanged = shown.after !== null;
    if (isChanged) await this.#load(after);
    if (this.signal.aborted) return;
    this.isWaiting = false;
    this.#arrange(isChanged);
    before.source.textContent = shown.sources[0].join(" ");
    after.source.textContent = shown.sources[1].join(" ");
    this.#paint(before, shown.before, shown, new Map());
    if (isChanged) {
      const marks = new Map();
      for (const row of shown.difference.rows) {
        const [old, now] = [row.was?.minutes ?? Infinity, row.is?.minutes ?? Infinity];
        const place = shown.before.communes.place[row.index];
        if (old <= shown.limit && now > shown.limit) marks.set(place, "lost");
        if (old > shown.limit && now <= shown.limit) marks.set(place, "gained");
      }
      this.#paint(after, shown.after, shown, marks);
    }
    this.#drawLegend(shown, isChanged);
  }

  /** The closures and floods of the changes, as the map draws them. */
  #changes(map, { changes }) {
    const { ground } = map;
    const values = (kind) => changes.filter((one) => one.kind === kind).map((one) => one.value);
    const crossings = new Set(values("close"));
    const outline = (ring) => ring.map(([x, y]) => {
      const { lat, lon } = ground.unproject(x, y);
      return [lat, lon];
    });
    const boxes = values("box").map((text) => {
      const [south, west, north, east] = text.split(",").map(Number);
      return [[south, west], [north, west], [north, east], [south, east]];
    });
    const rings = values("flood")
      .flatMap((place) => (ground.placesById.get(place)?.rings ?? []).map(outline));
    return {
      closures: ground.links.filter((link) => crossings.has(link.crossing))
        .map((link) => ({ link: link.id, title: t("planClosed", link.crossing) })),
      areas: [...boxes, ...rings].map((ring) =>
        ({ polygons: [[ring]], step: "flood", title: t("planFloodShort") })),
    };
  }

  #paint(side, access, shown, marks) {
    const { limit, pace, chosen } = shown;
    const { map } = side;
    map.paint((place) => {
      const index = access.numbers.get(place.id);
      if (index === undefined) return null;
      const kind = access.classOf(index, limit, pace);
      const minutes = access.paces[pace].minutes[index];
      const shade = kind === "served" && minutes <= limit / 2 ? "near" : kind;
      const [, paint] = LEGEND.find(([name]) => name === shade);
      const mark = marks.get(place.id);
      const words = [
        t(`planClass-${shade}`), minutes !== null && t("minutes", number(minutes)),
        mark && t(`planClass-${mark}`),
      ];
      return {
        class: [paint, mark, place.id === chosen && "chosen"].filter(Boolean).join(" "),
        title: words.filter(Boolean).join(", "),
      };
    });
    // Signs and closures are those of the answer, whatever the minutes.
    if (side.access === access) return;
    side.access = access;
    map.show({
      facilities: access.facilities.filter((one) => one.ability === "able")
        .map(({ id, lat, lon, name }) => ({ id, lat, lon, name, state: "good" })),
      ...(access === shown.after ? this.#changes(map, shown) : {}),
    });
  }

  #drawLegend({ before, after, limit, pace, ages }, isChanged) {
    const counts = (access) => {
      if (!access) return null;
      const people = access.people(ages);
      const sums = access.within(limit, pace, ages);
      let near = 0;
      access.paces[pace].minutes.forEach((minutes, index) => {
        if (minutes !== null && minutes <= limit / 2) near += people[index];
      });
      return { ...sums, near, served: sums.served - near };
    };
    const [was, is] = [counts(before), counts(after)];
    fill(
      this.legend,
      LEGEND.map(([name, paint, sign]) => h(
        "li", {}, h("span", { class: `plan-swatch ${paint}`, "aria-hidden": "true" }, sign),
        t(`planClass-${name}`), " ",
        h("span", { class: "number soft" },
          [was, is].filter(Boolean).map((one) => number(one[name])).join(" → ")))),
      isChanged && ["lost", "gained"].map((name) => h(
        "li", {}, h("span", { class: `plan-swatch ${name}`, "aria-hidden": "true" }),
        t(`planClass-${name}`))));
  }

  /** The pictures of the maps, as files: [name, text of SVG]. */
  pictures(titles, sources) {
    return this.sides.filter((side) => side.map && !side.element.hidden)
      .map((side, index) => {
        const lines = [...sources[index], ...this.words];
        return [side.name.toLowerCase(), side.map.picture(titles[index], lines)];
      });
  }

  /** The legend in words, for pictures. */
  get words() {
    return [Array.from(this.legend.children, (item) => item.textContent).join(" · ")];
  }
}
