// Keeps the files of the page, so that it opens without network.

const VERSION = "{{version}}";
const FILES = [{{files}}];
const SHELL = "tuyen-shell-" + VERSION;

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
      .then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/page/") || pathname === "/") {
    event.respondWith(
      caches.match(pathname === "/" ? "/" : event.request)
        .then((kept) => pathname === "/"
          ? fetch(event.request).catch(() => kept)
          : kept ?? fetch(event.request)));
  }
});
