// The frame: sections, language, account, the state of the stream; shows the view that the address
// names.

import { listen, query } from "./api.js";
import { fill, h, state, t, update, watch } from "./base.js";

/** The views by the first part of the address; each exports show(main, parameters, signal). */
const views = {
  ask: () => import("./ask.js"),
  board: () => import("./board.js"),
  hospital: () => import("./hospital.js"),
  corrections: () => import("./corrections.js"),
  handbook: () => import("./offline-answer.js"),
  case: () => import("./case.js"),
  map: () => import("./map.js"),
  plan: () => import("./plan.js"),
  account: () => import("./account.js"),
};

const main = document.getElementById("main");
let leaving = new AbortController();
let hasShown = false;

/** The view and the parameters that an address names: "#/ask?from=…&need=…", "#/case/ID". */
export function place(hash = location.hash) {
  const [path, search] = hash.replace(/^#\/?/, "").split("?");
  const [name, ...parts] = path.split("/").map(decodeURIComponent);
  const parameters = new URLSearchParams(search ?? "");
  if (parts.length) parameters.set("id", parts.join("/"));
  return { name: name in views ? name : "ask", parameters };
}

/** Goes to an address of the page; shows it anew where it is the present one. */
export function go(name, parameters = {}) {
  const hash = "#/" + name + query(parameters);
  if (location.hash === hash) show();
  else location.hash = hash;
}

/** Says a sentence to everybody, those who listen to the page too; null says nothing any more. */
export function say(sentence, ...actions) {
  const notice = document.getElementById("notice");
  notice.hidden = sentence === null;
  if (sentence === null) return fill(notice);
  fill(
    notice, h("p", {}, sentence), actions,
    h("button", { type: "button", class: "quiet", onclick: () => say(null) }, t("close")));
}

async function show() {
  leaving.abort();
  leaving = new AbortController();
  const signal = leaving.signal;
  const { name, parameters } = place();
  drawTabs(name);
  say(null);
  try {
    const view = await views[name]();
    if (signal.aborted) return;
    fill(main);
    main.dataset.view = name;
    await view.show(main, parameters, signal);
    if (signal.aborted) return;
    // A screen reader announces the new heading; the first screen leaves the focus alone.
    if (hasShown) focusHeading();
    hasShown = true;
  } catch (error) {
    if (signal.aborted || error.name === "AbortError") return;
    if (error.status === 0 && name === "ask" && await offlineAnswer(parameters, signal)) return;
    fill(
      main, h("h1", {}, t("title")),
      h("p", { role: "alert" }, error.status === 0 ? t("offline") : t("failed", error.message)),
      h("button", { type: "button", onclick: show }, t("again")));
  }
}

/** Without network the device's handbook answers; gives whether it does. */
async function offlineAnswer(parameters, signal) {
  const { show } = await import("./offline-answer.js");
  return signal.aborted || await show(main, parameters, signal);
}

function focusHeading() {
  if (main.contains(document.activeElement) && document.activeElement !== main) return;
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function drawTabs(current) {
  const tabs = [["ask", "tabAsk"], ["board", "tabBoard"], ["map", "tabMap"], ["plan", "tabPlan"]];
  fill(
    document.getElementById("tabs"),
    tabs.map(([name, key]) =>
      h("a", { href: "#/" + name, "aria-current": name === current ? "page" : null }, t(key))));
}

function drawFrame() {
  document.documentElement.lang = state.lang;
  document.getElementById("skip").textContent = t("skip");
  document.getElementById("tabs").setAttribute("aria-label", t("sections"));
  const language = document.getElementById("language");
  language.textContent = t("otherLanguage");
  language.lang = state.lang === "vi" ? "en" : "vi";
  document.getElementById("account").textContent = state.asker?.account ?? t("signIn");
  drawStream();
}

function drawStream() {
  const { isLive, since } = state.stream;
  // Both languages write it so; a format of Intl would cost a phone a tenth of the first second.
  const time = new Date(since).toTimeString().slice(0, 8);
  const stream = document.getElementById("stream");
  fill(
    stream, isLive ? t("streamLive") : t("streamSilent", time),
    isLive ? null : [" · ", h("a", { href: "#/handbook" }, t("handbook"))],
    state.pending ? [" · ", h("a", { href: "#/board" }, t("pending", state.pending))] : null);
  document.body.classList.toggle("silent", !isLive);
}

document.getElementById("language").addEventListener("click", () => {
  update({ lang: state.lang === "vi" ? "en" : "vi" });
  drawFrame();
  show();
});
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", show);
watch(["stream", "pending"], drawStream);
watch(["asker"], drawFrame);

drawFrame();
listen();
// When the first screen is there: who is signed in, and what is kept for the hours without network.
show()
  .then(() => import("./session.js")).then(({ whoAmI }) => whoAmI())
  .then(() => import("./offline.js")).then(({ start }) => start());
