// Data that the device keeps for hours without network: the handbook, the queue; forgetting them.

import { get, terms } from "./api.js";
import { remember, state, watch } from "./base.js";
import { fits, folded } from "./fold.js";
import { begin, waiting } from "./queue.js";
import { whoAmI } from "./session.js";

/** Milliseconds between the questions whether the handbook is made. */
const PATIENCE = 3_000;
/** Hours after which it is asked for again: unchanged it costs no more than the question. */
const FRESH = 6;

/** The cache of the handbook, and its only key. */
const [CACHE, KEY] = ["tuyen-handbook", "/v1/handbook"];

let made = null;

/** Begins to keep: called once, when the first screen is there. */
export function start() {
  begin();
  // Without a worker the page does all but open without network.
  navigator.serviceWorker?.register("/sw.js").catch(() => {});
  // The session outlives the time without network: waiting entries are sent in its name.
  watch(["stream"], () => {
    if (state.stream.isLive && state.pending && !state.asker) whoAmI(true);
  });
  const keeping = () => { keep().catch(() => {}); };
  // The first screen comes first.
  if ("requestIdleCallback" in window) requestIdleCallback(keeping, { timeout: 10_000 });
  else setTimeout(keeping, 4_000);
}

async function keep() {
  if (!("caches" in window)) return;
  await controlled();
  // Questions of a first visit that came before the worker are asked once more, so that it keeps them.
  const paths = ["/v1/board"];
  if (state.asker) paths.push("/v1/session");
  if (state.asker?.permissions.includes("coordinate")) paths.push("/v1/cases");
  await Promise.allSettled([terms(), refresh(), ...paths.map((path) => get(path))]);
}

/** Waits until the worker answers for this page. */
async function controlled() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || serviceWorker.controller) return;
  await new Promise((resolve) => {
    serviceWorker.addEventListener("controllerchange", resolve, { once: true });
  });
}

/** Fetches the handbook, as soon as the service has made it. */
async function refresh() {
  const cache = await caches.open(CACHE);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const stored = (await cache.match(KEY))?.headers.get("X-Tuyen-Stored");
    if (stored && Date.now() - Date.parse(stored) < FRESH * 3_600_000) return;
    const response = await fetch("/v1/handbook");
    if (response.status === 200) {
      const headers = {
        "Content-Type": "application/json", "X-Tuyen-Stored": new Date().toISOString(),
      };
      await cache.put(KEY, new Response(await response.arrayBuffer(), { headers }));
      made = null;
      return;
    }
    if (response.status !== 202) return;
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  }
}

/**
 * The handbook that the device keeps.
 *
 * @returns {Promise<?Object>} The table, with `stored`, the instant since when it is kept; null where there is none.
 */
export async function handbook() {
  if (made) return made;
  const response = await keptTable();
  if (!response) return null;
  const table = await response.json();
  table.stored = response.headers.get("X-Tuyen-Stored");
  made = table;
  return made;
}

async function keptTable() {
  try {
    return await (await caches.open(CACHE)).match(KEY);
  } catch {
    // A device that keeps nothing has no table.
    return undefined;
  }
}

/**
 * The communes that a text may mean: by name, former name, or with the province behind it. One whose own name it
 * is, is meant alone, unless `all` are wanted.
 *
 * @param {Object} table The handbook.
 * @param {string} text As people type it; or an id, as "gso-2025:32128".
 * @param {{most: number, all: boolean}} [options] How many at most.
 * @returns {Object[]} Communes, those whose own name is meant first.
 */
export function communesNamed(table, text, { most = 12, all = false } = {}) {
  const byId = table.communes.find((commune) => commune.id === text.trim());
  if (byId) return [byId];
  const wanted = folded(text);
  if (!wanted) return [];
  const kinds = /^(xa|phuong|thi tran|dac khu|huyen|quan|tx|tp|thanh pho|thi xa) /;
  const rank = (commune) => {
    const own = folded(commune.name).replace(kinds, "");
    if (own === wanted.replace(kinds, "")) return 0;
    if (fits(`${commune.name} ${commune.in ?? ""}`, text)) return 1;
    return (commune.former ?? []).some((name) => fits(name, text)) ? 2 : 3;
  };
  const found = table.communes.map((commune) => [rank(commune), commune])
    .filter(([order]) => order < 3);
  const own = found.filter(([order]) => order === 0);
  return (own.length === 1 && !all ? own : found)
    .sort(([one, first], [other, second]) =>
      one - other || first.name.localeCompare(second.name, "vi"))
    .slice(0, most).map(([, commune]) => commune);
}

/** The communes that a text may mean, as the search of the service tells places; none without a handbook. */
export async function placesKept(text) {
  const table = await handbook();
  return table ? communesNamed(table, text, { most: 8, all: true }) : [];
}

/** The commune whose point is nearest to a point. */
export function communeNear(table, lat, lon) {
  const scale = Math.cos(lat * Math.PI / 180);
  const distance = (commune) => Math.hypot(commune.lat - lat, (commune.lon - lon) * scale);
  return table.communes.filter((commune) => commune.lat !== undefined)
    .reduce((best, commune) => !best || distance(commune) < distance(best) ? commune : best, null);
}

/**
 * The kept answer for a commune and a need.
 *
 * @param {Object} table The handbook.
 * @param {Object} commune One of its communes.
 * @param {string} need The code of a need, or of a specialty.
 * @param {boolean} atNight By night, else by day.
 * @returns {?{need: Object, at: string, targets: Object[]}} {facility, minutes, hoursUnknown, unsure, askFirst}; null
 *   where the handbook does not answer this need.
 */
export function bestOf(table, commune, need, atNight) {
  const index = table.needs.findIndex(({ code }) => code === need);
  const chosen = index >= 0
    ? index : table.needs.findIndex(({ code }) => code.startsWith(need + "."));
  if (chosen < 0) return null;
  const half = atNight ? 1 : 0;
  const numbers = commune.best[chosen * table.at.length + half] ?? [];
  const targets = [];
  for (let place = 0; place + 2 < numbers.length; place += 3) {
    const marks = numbers[place + 2];
    targets.push({
      facility: table.facilities[numbers[place]], minutes: numbers[place + 1],
      hoursUnknown: Boolean(marks & 1), unsure: Boolean(marks & 2), askFirst: Boolean(marks & 4),
    });
  }
  return { need: table.needs[chosen], at: table.at[half], targets };
}

/** Facilities of the directory by name. */
export function facilitiesNamed(table, text, most = 20) {
  const wanted = table.facilities.filter((facility) =>
    fits(`${facility.name} ${facility.nameEn ?? ""} ${facility.in ?? ""}`, text));
  return wanted.slice(0, most);
}

/**
 * Forgets the answers that somebody was given; called when they sign out.
 *
 * @returns {Promise<number>} How many entries still wait to be sent: they stay, for who has entered them.
 */
export async function forget() {
  made = null;
  for (const name of ["question", "places", "boardNeed"]) remember(name, null);
  await caches.delete("tuyen-answers").catch(() => false);
  return (await waiting()).length;
}
