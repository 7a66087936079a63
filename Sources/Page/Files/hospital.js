// A hospital's own board: who comes to it, what it reports, and what is known of it.

import "./words-board.js";
import "./words-hospital.js";

import { get } from "./api.js";
import { may } from "./acting.js";
import { add, callLink, fill, h, state, t, watch } from "./base.js";
import { comingList } from "./board-coming.js";
import { BoardFeed } from "./board-feed.js";
import { waitingList } from "./board-queue.js";
import { correctionList } from "./corrections.js";
import { factSheet } from "./hospital-facts.js";
import { reportForm } from "./hospital-report.js";
import { whoAmI } from "./session.js";
import { bedList, offList, stateMark, told } from "./status.js";
import { knownTerms, stylesOfBoard } from "./board-frame.js";

/** Shows the board of the facility whose id the address names. */
export async function show(main, parameters, signal) {
  const id = parameters.get("id") ?? "";
  try {
    await showHospital(main, id, signal);
  } catch (error) {
    if (error.status !== 0) throw error;
    const { showFacility } = await import("./offline-answer.js");
    if (!signal.aborted && !(await showFacility(main, id))) throw error;
  }
}

async function showHospital(main, id, signal) {
  const [known, sheet] = await Promise.all([
    knownTerms(), get(`/v1/facilities/${encodeURIComponent(id)}`, {}, { signal }), stylesOfBoard(),
    whoAmI(),
  ]);
  const record = sheet.data.records[0];
  const name = state.lang === "en" ? record.nameEn ?? record.name : record.name;
  const phones = [...new Set((record.contact ?? []).map((contact) => contact.value))];
  const coming = h("div", { class: "live" });
  const now = h("div", { class: "live" });
  const formPlace = h("div", {});
  const signInAddress = `#/account?then=hospital/${encodeURIComponent(record.id)}`;

  const feed = new BoardFeed(main, signal, {
    ask: (options) => get("/v1/board", { facility: record.id }, options),
    show: (board) => {
      const live = board.facilities.find((item) => item.id === record.id)?.live;
      fill(now, live
        ? [
          h("p", {}, stateMark(live), " ", told(live.traffic)), bedList(live, known),
          offList(live, known),
        ]
        : h("p", { class: "state-unknown" }, "? ", t("hospitalSilent")));
      fill(coming, comingList(board, known));
    },
  });

  function drawForm() {
    fill(formPlace, may("report", record.id)
      ? reportForm({ ...record, name }, sheet.data.statements ?? [], known)
      : state.asker ? null
        : h("p", {}, h("a", { class: "button", href: signInAddress }, t("hospitalSignIn"))));
  }

  const [corrections] = await Promise.all([
    correctionList(signal, { facility: record.id }), feed.load(),
  ]);
  if (signal.aborted) return;
  drawForm();
  fill(
    main,
    h("div", { class: "board-head" },
      h("div", {}, h("h1", { tabindex: "-1" }, name), feed.time),
      h("div", { class: "row" }, phones.slice(0, 2).map((number) =>
        callLink(number, {
          class: "button primary", "aria-label": t("boardCall", number),
        }, "☎ ", number)))),
    waitingList(signal));
  add(main, h(
    "div", { class: "board" },
    h("div", {},
      h("section", { "aria-labelledby": "coming" },
        h("h2", { id: "coming" }, t("hospitalComing")), coming),
      h("section", { "aria-labelledby": "now" }, h("h2", { id: "now" }, t("hospitalNow")), now),
      formPlace),
    h("div", {},
      factSheet(sheet.data, known, signal), corrections)));

  feed.follow();
  watch(["asker"], drawForm, signal);
}
