// The ground that every module stands on: elements, the one state, words in both languages,
// figures.

import { words } from "./words.js";

/* Elements ---------------------------------------------------------------- */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an element; text becomes text, never markup.
 *
 * @param {string} tag The tag; "svg:path" for an element of SVG.
 * @param {Object} properties Attributes; functions under "onclick" and the like; false and null are
 *   left out.
 * @param {...*} children Elements, texts, numbers, or lists of them; null and false are left out.
 */
export function h(tag, properties = {}, ...children) {
  const isDrawn = tag.startsWith("svg:");
  const element = isDrawn
    ? document.createElementNS(SVG, tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value" && !isDrawn) element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

/** Adds children to an element. */
export function add(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/** Puts children in place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  return add(element, children);
}

/* State ------------------------------------------------------------------- */

const watchers = new Set();

/** The one state that modules share; changed by `update` alone. */
export const state = {
  /** "vi" or "en". */
  lang: remembered("lang") ?? "vi",
  /** The one who is signed in, as GET /v1/session tells; null for nobody. */
  asker: null,
  /** Whether the event stream is heard, and since when (milliseconds) not. */
  stream: { isLive: false, since: Date.now() },
  /** The entries of the device that wait to be sent. */
  pending: 0,
  /** The key of the state that the last answer rests on: digest and entry. */
  key: null,
};

/** Changes the state, and tells those who watch one of the parts. */
export function update(parts) {
  Object.assign(state, parts);
  if (parts.lang) {
    remember("lang", parts.lang);
    document.documentElement.lang = parts.lang;
  }
  for (const watcher of [...watchers]) {
    if (watcher.names.some((name) => name in parts)) watcher.call(state);
  }
}

/**
 * Calls back when one of the named parts changes, until the signal is aborted.
 *
 * @param {string[]} names Parts of the state.
 * @param {function} call What to do.
 * @param {AbortSignal} [signal] Ends it.
 */
export function watch(names, call, signal) {
  const watcher = { names, call };
  watchers.add(watcher);
  signal?.addEventListener("abort", () => watchers.delete(watcher), { once: true });
}

/** A value that the device has kept; null where it keeps nothing. */
export function remembered(name) {
  try {
    return JSON.parse(localStorage.getItem("tuyen." + name));
  } catch {
    return null;
  }
}

/** Keeps a value on the device, where it may. */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem("tuyen." + name);
    else localStorage.setItem("tuyen." + name, JSON.stringify(value));
  } catch {
    // A device that keeps nothing forgets it.
  }
}

/* Words and figures ------------------------------------------------------- */

/** A sentence in the language of the page; {0}, {1} … are replaced by the values. */
export function t(key, ...values) {
  const pair = words[key];
  if (!pair) throw new Error(`no words for ${key}`);
  return pair[state.lang === "en" ? 1 : 0].replace(/\{(\d)\}/g, (_, i) => String(values[i] ?? ""));
}

/** Adds the words of a part of the page: {key: [Vietnamese, English]}. */
export function addWords(more) {
  Object.assign(words, more);
}

const formats = new Map();

/** A number as the language writes it. */
export function number(value, digits = 0) {
  const key = state.lang + digits;
  // Making a format costs a hundred times as much as using it.
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat(state.lang === "en" ? "en-GB" : "vi-VN", {
      minimumFractionDigits: digits, maximumFractionDigits: digits,
    }));
  }
  return formats.get(key).format(value);
}

/** A duration in whole minutes, in hours from ninety minutes on. */
export function duration(minutes) {
  const whole = Math.round(minutes);
  if (whole < 90) return t("minutes", number(whole));
  const rest = String(whole % 60).padStart(2, "0");
  return t("hours", number(Math.floor(whole / 60)), rest);
}

/** From a shorter to a longer duration, the unit said once where it is the same. */
export function durations(low, high) {
  const [shorter, longer] = [Math.round(low), Math.round(high)];
  if (longer < 90) return `${number(shorter)}–${t("minutes", number(longer))}`;
  return `${duration(shorter)} – ${duration(longer)}`;
}

/** The hour of an instant, as it is written in the network's own zone. */
export function clock(instant) {
  return instant.slice(11, 16);
}

/** The day of an instant, in the order of the language. */
export function day(instant) {
  const [year, month, date] = instant.slice(0, 10).split("-");
  return `${date}/${month}/${year}`;
}

/** The age of an instant: "5 phút", "3 giờ 05", "2 ngày". */
export function age(instant, now = Date.now()) {
  const minutes = Math.max(0, (now - Date.parse(instant)) / 60_000);
  if (minutes >= 2 * 1440) return t("days", number(Math.floor(minutes / 1440)));
  return duration(minutes);
}

/** A telephone number as a link that calls it; null where there is none. */
export function callLink(phone, properties = {}, ...children) {
  if (!phone) return null;
  const digits = phone.replace(/[^\d+]/g, "");
  return h("a", { href: "tel:" + digits, ...properties }, children.length ? children : phone);
}

/* Styles of a part --------------------------------------------------------- */

const styles = new Map();

/** Fetches the styles of a part of the page, once; they hold when the promise does. */
export function style(name) {
  if (!styles.has(name)) {
    styles.set(name, new Promise((resolve) => {
      document.head.append(
        h("link", {
          rel: "stylesheet", href: new URL(name, import.meta.url).href,
          // Without its styles a part is plainer, but all there.
          onload: resolve, onerror: resolve,
        }));
    }));
  }
  return styles.get(name);
}

/** Resolves when the browser has painted what was drawn; soon where nobody looks, and it paints nothing. */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 250);
  });
}
