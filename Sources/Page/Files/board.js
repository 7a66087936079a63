// The board: what is known now, live; who may set it does so in two touches.

import "./words-board.js";

import { get, onEntry } from "./api.js";
import { caseLists } from "./board-cases.js";
import { closures } from "./board-crossings.js";
import { facilityList } from "./board-facilities.js";
import { waitingList } from "./board-queue.js";
import { weather } from "./board-weather.js";
import { add, clock, fill, h, remember, remembered, state, t, watch } from "./base.js";
import { knownTerms, storedTime, stylesOfBoard } from "./board-frame.js";
import { may } from "./acting.js";
import { hear } from "./present.js";
import { whoAmI } from "./session.js";
import { stateName } from "./status.js";

/** Milliseconds in which several entries are one change. */
const TOGETHER = 120;

/** Shows the board. */
export async function show(main, parameters, signal) {
  const [known] = await Promise.all([knownTerms(), stylesOfBoard(), whoAmI()]);
  const filter = {
    need: parameters.get("need") ?? remembered("boardNeed") ?? "", text: "", status: "",
  };
  const facilities = facilityList(known);
  const parts = [closures(), weather(known), caseLists(known)];
  const told = h("p", { class: "small soft" });
  const signIn = h("a", { class: "button", href: "#/account?then=board" }, t("boardSignIn"));
  let board = null;
  let cases = null;
  let asking = new AbortController();

  const draw = () => {
    if (!board) return;
    signIn.hidden = may("report") || Boolean(state.asker);
    facilities.show(board, filter);
    for (const part of parts) part.show(board, cases);
  };

  async function load() {
    asking.abort();
    asking = new AbortController();
    const options = { signal: AbortSignal.any([signal, asking.signal]) };
    try {
      const [answer, open] = await Promise.all([
        get("/v1/board", { need: filter.need }, options),
        may("coordinate") ? get("/v1/cases", {}, options).catch(withoutNetwork) : null,
      ]);
      if (answer.stored === null) hear(answer.data.at);
      board = answer.data;
      cases = open?.data.cases ?? null;
      told.textContent = answer.stored
        ? t("stored", storedTime(answer.stored)) : t("boardAt", clock(board.at));
      main.classList.toggle("stored", Boolean(answer.stored));
      draw();
    } catch (error) {
      if (error.name === "AbortError") return;
      // A need that was remembered may have left the vocabulary since.
      if (error.field === "need" && filter.need) {
        filter.need = "";
        remember("boardNeed", null);
        return load();
      }
      if (!board) throw error;
      // The stream says that nothing is heard; what is seen has its time.
    }
  }

  const controls = h(
    "div", { class: "board-filter" },
    needChoice(known, filter.need, (need) => {
      filter.need = need;
      remember("boardNeed", need || null);
      load();
    }),
    h("div", {}, h("label", { for: "board-text" }, t("boardFilter")), h("input", {
      id: "board-text", type: "search", autocomplete: "off", oninput: (event) => {
        filter.text = event.target.value;
        draw();
      },
    })),
    h("div", {}, h("label", { for: "board-state" }, t("boardState")), h("select", {
      id: "board-state", onchange: (event) => {
        filter.status = event.target.value;
        draw();
      },
    }, h("option", { value: "" }, t("boardAll")),
    ["closed", "advisory", "normal", "unknown"].map((name) =>
      h("option", { value: name }, stateName(name))))));

  await load();
  if (signal.aborted) return;
  fill(
    main,
    h("div", { class: "board-head" },
      h("div", {}, h("h1", {}, t("boardTitle")), told), signIn),
    waitingList(signal));
  add(main, h(
    "div", { class: "board" },
    h("section", { "aria-labelledby": "facilities" },
      h("h2", { id: "facilities" }, t("boardFacilities")), controls, facilities.element),
    h("div", {}, parts.map((part) => part.element), correctionsLink())));

  let timer = null;
  onEntry(() => {
    clearTimeout(timer);
    timer = setTimeout(load, TOGETHER);
  }, signal);
  // Back from silence: entries may have been missed.
  watch(["stream"], () => state.stream.isLive && load(), signal);
  watch(["asker"], load, signal);
  // Ages grow, reports end, closures begin: without any entry.
  const tick = setInterval(load, 60_000);
  signal.addEventListener("abort", () => {
    clearInterval(tick);
    clearTimeout(timer);
    asking.abort();
    main.classList.remove("stored");
  }, { once: true });
}

/** The board is worth seeing without its cases, where the device has not kept them. */
function withoutNetwork(error) {
  if (error.status !== 0) throw error;
  return null;
}

function needChoice(known, need, choose) {
  return h("div", {}, h("label", { for: "board-need" }, t("boardNeed")), h(
    "select", { id: "board-need", onchange: (event) => choose(event.target.value) },
    h("option", { value: "" }, t("boardReported")),
    known.needs.map((specialty) => h(
      "optgroup", { label: specialty.name },
      specialty.capabilities.map((capability) => h(
        "option", { value: capability.code, selected: capability.code === need },
        capability.name))))));
}

function correctionsLink() {
  return h("p", { class: "no-print" }, h(
    "a", { class: "button", href: "#/corrections" }, t("corrections")));
}
