// Keeps what the page needs without network: its files, and the last answers with their time.

const VERSION = "{{version}}";
const FILES = [{{files}}];
const SHELL = "tuyen-shell-" + VERSION;
const ANSWERS = "tuyen-answers";

// The last answers that are kept, and the most bytes of one: a phone has little room.
const MOST_ANSWERS = 80;
const LONGEST_ANSWER = 2_000_000;
// Milliseconds after which an answer is forgotten: it tells a place and a need, and is of no use any more.
const LIFETIME = 48 * 3_600_000;
// Milliseconds after which a kept answer is better than none, should there be one.
const PATIENCE = 8_000;

// Answers that a coordinator needs again; never accounts, sessions, keys, the journal, or a planner's answers.
const KEPT = [
  /^\/v1\/(route|strategy|escalate|board|crossings|places|terms|network|search|cases|session)$/,
  /^\/v1\/(facilities|records|cases|corrections)\/[^/]+$/,
  /^\/v1\/corrections$/,
  // The ground of maps; streets are too many.
  /^\/v1\/map\/(areas|ways|facilities)$/,
];

addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(SHELL)
      .then((cache) => cache.addAll(["/", ...FILES.map((name) => `/page/${VERSION}/${name}`)]))
      .then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(
        names.filter((name) => name.startsWith("tuyen-shell-") && name !== SHELL)
          .map((name) => caches.delete(name))))
      .then(() => caches.open(ANSWERS)).then(forgetOld)
      .then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (pathname === "/") event.respondWith(frame(event.request));
  else if (pathname.startsWith("/page/")) event.respondWith(file(event.request, pathname));
  else if (KEPT.some((path) => path.test(pathname))) event.respondWith(answer(event));
});

/** The frame as the service has it now; without network, or when that takes long, as it was. */
async function frame(request) {
  const kept = await (await caches.open(SHELL)).match("/");
  return kept ? soon(fetch(request), () => kept) : fetch(request);
}

/** A file of the page; without network one of another version than asked for is better than none. */
async function file(request, pathname) {
  const cache = await caches.open(SHELL);
  const own = await cache.match(request);
  if (own) return own;
  return fetch(request).catch(async (error) => {
    const same = await cache.match(`/page/${VERSION}/${pathname.split("/").at(-1)}`);
    if (same) return same;
    throw error;
  });
}

/** An answer as it is now, which is kept; without network the last one, which says since when. */
async function answer(event) {
  const { request } = event;
  const cache = await caches.open(ANSWERS);
  const kept = await cache.match(request, { ignoreVary: true });
  const fetching = fetch(request);
  event.waitUntil(
    fetching.then((response) => keep(cache, request, response.clone())).catch(() => {}));
  return kept ? soon(fetching, () => kept.clone()) : fetching;
}

/** A response that comes soon; else, or from a proxy that cannot reach the service, the other. */
async function soon(fetching, otherwise) {
  let timer;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE); });
  try {
    const response = await Promise.race([fetching, late]);
    const hasCome = response && response.status !== 502 && response.status !== 504;
    return hasCome ? response : otherwise();
  } catch (error) {
    // The page has taken the question back.
    if (error.name === "AbortError") throw error;
    return otherwise();
  } finally {
    clearTimeout(timer);
  }
}

async function keep(cache, request, response) {
  // A refused reader must not get the answer that another reader was given.
  if (response.status === 401 || response.status === 403) {
    await cache.delete(request, { ignoreVary: true });
    return;
  }
  if (response.status !== 200) return;
  const body = await response.arrayBuffer();
  if (body.byteLength > LONGEST_ANSWER) return;
  const headers = new Headers(response.headers);
  headers.set("X-Tuyen-Stored", new Date().toISOString());
  // The body is not compressed any more, and there is one answer for each address.
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  // The oldest go first: the order of the keys is that of writing.
  await cache.put(request, new Response(body, { status: 200, headers }));
  await forgetOld(cache);
}

/** Forgets the oldest of too many answers, and those that are too old. */
async function forgetOld(cache) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -MOST_ANSWERS).map((key) => cache.delete(key)));
  for (const key of keys.slice(-MOST_ANSWERS)) {
    const stored = (await cache.match(key, { ignoreVary: true }))?.headers.get("X-Tuyen-Stored");
    // Those behind it were written later.
    if (stored && Date.now() - Date.parse(stored) < LIFETIME) return;
    await cache.delete(key, { ignoreVary: true });
  }
}
