// Entries made without network: kept on the device, and sent once, in order, when it is back.

import { freshKey, Problem, send } from "./api.js";
import { state, update, watch } from "./base.js";
import { present, written } from "./present.js";

const STORE = "entries";

/** The longest that an entry may be on its way, in milliseconds; then it is kept and sent again. */
const LONGEST = 8_000;

/** Opens the device's store; its entries are kept until they are sent or somebody drops them. */
function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("tuyen", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function doing(mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/**
 * The entries that were not taken yet, the oldest first.
 *
 * @returns {Promise<Object[]>} {key, account, method, path, body, sentence, made, problem}: `problem` is the
 *   document with which the service refused an entry; without it the entry waits for the network.
 */
export async function waiting() {
  try {
    const entries = await doing("readonly", (store) => store.getAll());
    return entries.sort((one, other) => one.made - other.made || one.order - other.order);
  } catch {
    // A device that keeps nothing has nothing that waits.
    return [];
  }
}

async function count() {
  update({ pending: (await waiting()).length });
}

const put = (entry) => doing("readwrite", (store) => store.put(entry));
const remove = (key) => doing("readwrite", (store) => store.delete(key));
const keep = (entry) => put(entry).then(count);

/** Drops an entry that somebody no longer wants to send. */
export const drop = (key) => remove(key).then(count);

let order = 0;

/**
 * Tells the service something; without network it is kept and sent once when the network is back.
 *
 * @param {string} path As "/v1/diversions".
 * @param {Object} body The fields.
 * @param {string} sentence What it says, for the list of what waits.
 * @param {{key?: string, dated?: boolean}} [options] `key`: that of the sender, for what may be pressed twice;
 *   `dated`: the entry has a field `reported`, which tells when it was true, however late it arrives.
 * @returns {Promise<?Object>} The answer; null where it waits.
 */
export async function tell(path, body, sentence, { key = freshKey(), dated = false } = {}) {
  const isAway = !navigator.onLine || !state.stream.isLive;
  const entry = {
    key, account: state.asker?.author ?? null, method: "POST", path, sentence,
    body: dated && isAway ? { ...body, reported: written(present()) } : body,
    made: Date.now(), order: order++,
  };
  // Earlier entries go first.
  const mayGo =
    !isAway || (navigator.onLine && !(await waiting()).some((other) => !other.problem));
  // Kept before it is sent: a page that is closed meanwhile, or a telephone that dies, loses nothing. The
  // key makes it one entry, however often it is sent.
  const kept = put(entry);
  if (mayGo) {
    // A device that keeps nothing can send all the same.
    await kept.catch(() => {});
    try {
      const answer = await send(
        "POST", path, entry.body, { key, signal: AbortSignal.timeout(LONGEST) });
      await remove(key).catch(() => {});
      return answer;
    } catch (error) {
      const isLate = error.name === "TimeoutError";
      if (!isLate && !(error instanceof Problem && isPassing(error))) {
        await remove(key).catch(() => {});
        throw error;
      }
    }
  }
  await kept;
  await count();
  return null;
}

/** Whether a refusal says nothing of the entry: no network, too busy, a proxy without its service. */
function isPassing(problem) {
  // 499: it took too long to be written, and was not.
  return problem.status === 0 || problem.status === 429 || problem.status === 499
    || problem.status >= 502;
}

/** Sends what waits, in order; what is refused stays, with the reason. */
export async function flush() {
  const work = async () => {
    for (const entry of await waiting()) {
      if (entry.problem || (entry.account && entry.account !== state.asker?.author)) continue;
      try {
        await send(
          entry.method, entry.path, entry.body,
          { key: entry.key, signal: AbortSignal.timeout(LONGEST) });
        await drop(entry.key);
      } catch (error) {
        // Nobody is signed in any more: it waits for who has entered it.
        if (!(error instanceof Problem) || isPassing(error) || error.status === 401) return;
        await keep({ ...entry, problem: error.document });
      }
    }
  };
  // One page of the browser at a time: the key makes twice harmless, the lock makes it needless.
  if (navigator.locks) await navigator.locks.request("tuyen-queue", work);
  else await work();
}

/** Sends a refused entry again, as a new one. */
export async function again(entry) {
  await drop(entry.key);
  const { problem, ...rest } = entry;
  await keep({ ...rest, key: freshKey() });
  await flush();
}

/** Sends what waits whenever the network may be back. */
export function begin() {
  const sendIfHeard = () => {
    if (state.pending && state.stream.isLive) flush();
  };
  // The stream may be heard before the entries of the visit before are counted.
  count().then(sendIfHeard);
  addEventListener("online", flush);
  watch(["stream", "asker"], sendIfHeard);
  setInterval(() => {
    if (state.pending && navigator.onLine) flush();
  }, 15_000);
}
