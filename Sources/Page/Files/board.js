// The board: what is known now, live; who may set it does so in two touches.

import "./words-board.js";

import { get } from "./api.js";
import { caseLists } from "./board-cases.js";
import { closures } from "./board-crossings.js";
import { facilityList } from "./board-facilities.js";
import { BoardFeed } from "./board-feed.js";
import { waitingList } from "./board-queue.js";
import { weather } from "./board-weather.js";
import { add, fill, h, remember, remembered, state, t } from "./base.js";
import { knownTerms, stylesOfBoard } from "./board-frame.js";
import { may } from "./acting.js";
import { whoAmI } from "./session.js";
import { stateName } from "./status.js";

/** Shows the board. */
export async function show(main, parameters, signal) {
  const [known] = await Promise.all([knownTerms(), stylesOfBoard(), whoAmI()]);
  const filter = {
    need: parameters.get("need") ?? remembered("boardNeed") ?? "", text: "", status: "",
  };
  const facilities = facilityList(known);
  const parts = [misfits(), closures(), weather(known), caseLists(known)];
  const signIn = h("a", { class: "button", href: "#/account?then=board" }, t("boardSignIn"));
  let board = null;
  let cases = null;

  const draw = () => {
    if (!board) return;
    signIn.hidden = may("report") || Boolean(state.asker);
    facilities.show(board, filter);
    for (const part of parts) part.show(board, cases);
  };

  async function ask(options) {
    try {
      const [answer, open] = await Promise.all([
        get("/v1/board", { need: filter.need }, options),
        may("coordinate") ? get("/v1/cases", {}, options).catch(withoutNetwork) : null,
      ]);
      cases = open?.data.cases ?? null;
      return answer;
    } catch (error) {
      // A need that was remembered may have left the vocabulary since.
      if (error.field !== "need" || !filter.need) throw error;
      filter.need = "";
      remember("boardNeed", null);
      return ask(options);
    }
  }

  const feed = new BoardFeed(main, signal, {
    ask, show: (answer) => {
      board = answer;
      draw();
    },
  });

  const controls = h(
    "div", { class: "board-filter" },
    needChoice(known, filter.need, (need) => {
      filter.need = need;
      remember("boardNeed", need || null);
      feed.load();
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

  await feed.load();
  if (signal.aborted) return;
  fill(
    main,
    h("div", { class: "board-head" },
      h("div", {}, h("h1", {}, t("boardTitle")), feed.time), signIn),
    waitingList(signal));
  add(main, h(
    "div", { class: "board" },
    h("section", { "aria-labelledby": "facilities" },
      h("h2", { id: "facilities" }, t("boardFacilities")), controls, facilities.element),
    h("div", {}, parts.map((part) => part.element), correctionsLink())));
  feed.follow();
}

/** Entries about a network that is no longer this one: they count for nothing until somebody looks. */
function misfits() {
  const element = h("div", { class: "board-misfits" });
  return {
    element, show: (board) => fill(
      element, (board.misfits ?? []).map(({ text }) => h("p", { role: "alert" }, text))),
  };
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
