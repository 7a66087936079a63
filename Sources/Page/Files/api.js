// Asking the service, telling it things, and hearing what changes.

import { remember, remembered, state, update } from "./base.js";

/** A refusal of the service: a problem document (RFC 9457), or the network's silence. */
export class Problem extends Error {
  /** @param {Object} document The problem document. @param {number} status 0 without network. */
  constructor(document, status) {
    super(document.detail ?? document.title ?? "");
    this.document = document;
    this.status = status;
  }

  /** The field that is wrong. */
  get field() {
    return this.document.field;
  }

  /** The values that are allowed: [{value, name}]. */
  get choices() {
    return this.document.choices ?? [];
  }
}

/** The query of an address: lists give a name several times, null and "" are left out. */
export function query(parameters) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (![null, undefined, "", false].includes(one)) search.append(name, one);
    }
  }
  const text = search.toString();
  return text ? "?" + text : "";
}

/**
 * Asks a question.
 *
 * @param {string} path As "/v1/route".
 * @param {Object} parameters The parameters; the language is added.
 * @param {{signal?: AbortSignal}} [options] `signal` takes the question back.
 * @returns {Promise<{data: Object, stored: ?string, remark: ?string}>} The answer; `stored` is the
 *   instant of an answer that the device had kept, while there is no network; `remark` is a
 *   sentence beside the answer.
 */
export async function get(path, parameters = {}, { signal } = {}) {
  const response = await reached(
    fetch(path + query({ ...parameters, lang: state.lang }), {
      headers: { Accept: "application/json" }, signal,
    }));
  const remark = response.headers.get("Tuyen-Remark");
  return {
    data: await taken(response), stored: response.headers.get("X-Tuyen-Stored"),
    remark: remark && decodeURIComponent(remark),
  };
}

/**
 * Asks a question with a table or document as its body.
 *
 * @param {string} path As "/v1/patients".
 * @param {Object} parameters The parameters; the language is added.
 * @param {string} text The document.
 * @param {string} type Its media type, as "text/csv".
 * @param {{signal?: AbortSignal}} [options] `signal` takes the question back.
 * @returns {Promise<{data: Object}>} The answer.
 */
export async function post(path, parameters, text, type, { signal } = {}) {
  const response = await reached(
    fetch(path + query({ ...parameters, lang: state.lang }), {
      method: "POST", body: text, signal,
      headers: { Accept: "application/json", "Content-Type": type },
    }));
  return { data: await taken(response) };
}

const asking = new Map();

/**
 * The terms that questions and entries use (needs, vehicles, reasons of a refusal …) in the
 * language of the page: asked for once, kept on the device for when there is no network.
 */
export function terms() {
  const { lang } = state;
  if (!asking.has(lang)) {
    asking.set(lang, get("/v1/terms").then(
      ({ data }) => {
        remember("terms." + lang, data);
        return data;
      },
      (error) => {
        asking.delete(lang);
        const kept = remembered("terms." + lang);
        if (kept) return kept;
        throw error;
      }));
  }
  return asking.get(lang);
}

/**
 * Tells the service something.
 *
 * @param {string} method POST or DELETE.
 * @param {string} path As "/v1/cases".
 * @param {Object} [body] The fields.
 * @param {{key?: string, signal?: AbortSignal}} [options] `key` makes it safe to send again.
 * @returns {Promise<Object>} The answer.
 */
export async function send(method, path, body, { key, signal } = {}) {
  const headers = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  const response = await reached(
    fetch(path + query({ lang: state.lang }), {
      method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body),
    }));
  return taken(response);
}

/** A key of a sender: random, so that nobody else has it. */
export function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function reached(fetching) {
  try {
    return await fetching;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ code: "offline" }, 0);
  }
}

async function taken(response) {
  const isJSON = /json/.test(response.headers.get("Content-Type") ?? "");
  const data = response.status === 204 ? null : isJSON ? await response.json() : null;
  if (!response.ok) throw new Problem(data ?? {}, response.status);
  const key = response.headers.get("Tuyen-State");
  if (key && key !== state.key) update({ key });
  return data;
}

/* The event stream -------------------------------------------------------- */

/** Seconds of silence after which nobody may take the board for the present. */
export const SILENCE = 10;

const listeners = new Set();
let source = null;
let heard = Date.now();

/**
 * Calls back after changes: once for several that come together, and also when the service says
 * that entries were missed.
 *
 * @param {function({id, kind, subject}): boolean} concerns Whether an entry matters.
 * @param {function} call Asks anew.
 * @param {{signal?: AbortSignal, together?: number}} [options] `signal` ends it; `together` is the
 *   number of milliseconds in which several entries are one change.
 */
export function onChange(concerns, call, { signal, together = 0 } = {}) {
  let timer = null;
  const hear = (entry) => {
    if (entry && !concerns(entry)) return;
    if (!together) return call();
    clearTimeout(timer);
    timer = setTimeout(call, together);
  };
  listeners.add(hear);
  signal?.addEventListener("abort", () => {
    listeners.delete(hear);
    clearTimeout(timer);
  }, { once: true });
}

/** Opens the event stream, and opens it again whenever it ends. */
export function listen() {
  const isAnew = source !== null;
  source?.close();
  source = new EventSource("/v1/changes");
  const mark = () => {
    heard = Date.now();
    if (!state.stream.isLive) update({ stream: { isLive: true, since: heard } });
  };
  const tell = (entry) => {
    for (const hear of [...listeners]) hear(entry);
  };
  source.onopen = mark;
  // A stream of its own does not go on behind the entries that the closed one has told.
  if (isAnew) source.addEventListener("open", () => tell(null), { once: true });
  source.addEventListener("pulse", mark);
  source.addEventListener("entry", (event) => {
    mark();
    tell({ id: event.lastEventId, ...JSON.parse(event.data) });
  });
  source.addEventListener("reload", () => {
    mark();
    tell(null);
  });
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5_000);
  };
}

setInterval(() => {
  if (state.stream.isLive && Date.now() - heard > SILENCE * 1_000) {
    update({ stream: { isLive: false, since: heard } });
  }
}, 1_000);
