// Changes that are only thought of: each is one parameter of the address, and one or more records
// of a scenario document. What a loaded document holds beyond them is kept record by record, as it
// is.

import { number, t } from "./base.js";
import { documentOf, recordsOf } from "./plan-document.js";

/** The half days of a week in which staff may come: weekday and hours. */
export const SESSIONS = [1, 2, 3, 4, 5].flatMap((day) => [
  { code: day + "m", days: String(day), opens: "07:30", closes: "11:30" },
  { code: day + "a", days: String(day), opens: "13:30", closes: "17:00" },
]);

const HYPOTHETICAL = "giả định / hypothetical";

/** A statement that a facility can do something. */
function capability(facility, code, performer, windows) {
  return [
    "capability",
    { facility, code, value: "yes", performer, confidence: "medium", note: HYPOTHETICAL },
    windows.map((window) => ["window", window]),
  ];
}

/**
 * The kinds of changes, by their parameters: what is said of one, and the records that say it.
 * `part` has the parts of the value; `names` are the names that were found for them.
 */
const kinds = {
  close: {
    label: (part) => t("planClosed", part[0]),
    records: (part, id) =>
      [["closure", { id, name: `${part[0]} (${HYPOTHETICAL})`, crossing: part[0] }]],
  },
  flood: {
    label: (part, names) => t("planFlooded", names.get(part[0]) ?? part[0]),
    records: (part, id) =>
      [["closure", {
        id, name: `Ngập ${part[0]} (${HYPOTHETICAL})`, place: part[0], mode: "road",
      }]],
  },
  box: {
    label: (part) =>
      t("planFloodedBox", ...part[0].split(",").map((one) => number(Number(one), 3))),
    records: (part, id) => {
      const [south, west, north, east] = part[0].split(",");
      const name = `Ngập (${HYPOTHETICAL})`;
      return [["closure", { id, name, south, west, north, east, mode: "road" }]];
    },
  },
  can: {
    label: (part, names) =>
      t("planGiven", names.get(part[0]) ?? part[0], names.get(part[1]) ?? part[1]),
    records: (part) =>
      [capability(part[0], part[1], "own-staff", [{ opens: "00:00", closes: "24:00" }])],
  },
  sessions: {
    label: (part, names) => t(
      "planSent", names.get(part[0]) ?? part[0], names.get(part[1]) ?? part[1],
      number(part[2].split(",").length)),
    records: (part) => {
      const chosen = part[2].split(",");
      const windows = SESSIONS.filter((one) => chosen.includes(one.code))
        .map(({ days, opens, closes }) => ({ days, opens, closes }));
      return [capability(part[0], part[1], "rotation", windows)];
    },
  },
  build: {
    label: (part, names) =>
      t("planBuilt", names.get(part[0]) ?? part[0], names.get(part[1]) ?? part[1]),
    records: (part) => {
      const [place, code, lat, lon] = part;
      const facility = "plan-" + place.replace(/[^\w.-]/g, "-");
      const attributes = {
        id: facility, name: `(${HYPOTHETICAL}) ${place}`, kind: "other", lat, lon,
        precision: "rule", pointSource: HYPOTHETICAL,
      };
      return [
        ["facility", attributes, [["placement", { place, basis: HYPOTHETICAL }]]],
        capability(facility, code, "own-staff", [{ opens: "00:00", closes: "24:00" }]),
      ];
    },
  },
  record: {
    label: (part) => {
      const [tag, attributes] = JSON.parse(part[0]);
      const { name, facility, code, id, key } = attributes;
      return [tag, name ?? [facility, code].filter(Boolean).join(" ") ?? id, key].filter(Boolean)
        .join(" ");
    },
    records: (part) => [JSON.parse(part[0])],
  },
};

/** Between the parts of a value; none of its parts has it. */
const BETWEEN = "~";

export class Changes {
  /** Reads the changes of an address; what cannot be understood is left out. */
  constructor(parameters = new URLSearchParams()) {
    this.all = [];
    /** The names of facilities, places and capabilities, by code. */
    this.names = new Map();
    for (const [kind, value] of parameters) {
      if (kind in kinds) this.add(kind, value);
    }
  }

  /** Writes the changes into an address. */
  write(parameters) {
    for (const { kind, value } of this.all) parameters.append(kind, value);
  }

  get isEmpty() {
    return this.all.length === 0;
  }

  /** The codes whose names are not known yet, with the kind of each. */
  get nameless() {
    const wanted = [];
    for (const { kind, parts } of this.all) {
      if (kind === "can" || kind === "sessions") wanted.push(["facility", parts[0]]);
      if (kind === "flood" || kind === "build") wanted.push(["place", parts[0]]);
    }
    return wanted.filter(([, code]) => !this.names.has(code));
  }

  /**
   * Adds a change, unless it is there already.
   *
   * @param {string} kind The kind: close, flood, box, can, sessions, build, record.
   * @param {...string} parts The parts of its value.
   */
  add(kind, ...parts) {
    const value = parts.join(BETWEEN);
    const split = kind === "record" ? [value] : value.split(BETWEEN);
    try {
      kinds[kind].records(split, "x");
      kinds[kind].label(split, this.names);
    } catch {
      return;
    }
    if (this.all.some((one) => one.kind === kind && one.value === value)) return;
    this.all.push({ kind, value, parts: split });
  }

  /** Takes a change back. */
  remove(change) {
    this.all = this.all.filter((one) => one !== change);
  }

  /** A change in words. */
  label({ kind, parts }) {
    return kinds[kind].label(parts, this.names);
  }

  /** All of them in one sentence. */
  get title() {
    return this.all.map((one) => this.label(one)).join("; ");
  }

  /**
   * The scenario document of the changes.
   *
   * @param {{network: string, day: string, zone: string}} head What documents name.
   * @returns {?string} The document; null where nothing changes.
   */
  document(head) {
    if (this.isEmpty) return null;
    const records = this.all.flatMap(({ kind, parts }, index) =>
      kinds[kind].records(parts, `plan-${index + 1}`));
    return documentOf(records, { ...head, title: this.title });
  }

  /**
   * Takes up the changes of a scenario document.
   *
   * @param {string} text The document.
   * @returns {number} How many records it has.
   * @throws {Error} Where it is no scenario document.
   */
  load(text) {
    const records = recordsOf(text);
    for (const record of records) {
      const [tag, attributes] = record;
      const names = Object.keys(attributes).filter((one) => !DESCRIBING.includes(one)).sort();
      const shape = tag === "closure" ? names.join() : "";
      if (shape === "crossing") this.add("close", attributes.crossing);
      else if (shape === "mode,place" && attributes.mode === "road") {
        this.add("flood", attributes.place);
      } else if (shape === "east,mode,north,south,west" && attributes.mode === "road") {
        const { south, west, north, east } = attributes;
        this.add("box", [south, west, north, east].join());
      } else this.add("record", JSON.stringify(record));
    }
    return records.length;
  }
}

/** The attributes of a closure that do not change the closed links. */
const DESCRIBING = ["id", "name", "nameEn", "note", "source", "confidence", "asserted", "basis"];
