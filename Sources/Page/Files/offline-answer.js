// Answers of the device itself without network: the handbook's best three, and the directory.

import "./words-offline.js";

import { query } from "./api.js";
import { go } from "./app.js";
import { callLink, clock, duration, fill, h, state, t } from "./base.js";
import { storedTime, stylesOfBoard } from "./board-frame.js";
import { bestOf, communeNear, communesNamed, facilitiesNamed, handbook } from "./offline.js";

const POINT = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/;

/**
 * Shows what the handbook answers; a view of its own, too.
 *
 * @param {HTMLElement} main Where.
 * @param {URLSearchParams} parameters The question: from, need.
 * @returns {Promise<boolean>} Whether something is shown.
 */
export async function show(main, parameters) {
  const [table] = await Promise.all([handbook(), stylesOfBoard()]);
  if (!table) {
    fill(main, h("h1", {}, t("offlineTitle")), h("p", { role: "alert" }, t("offlineNone")));
    return true;
  }
  const from = parameters.get("from") ?? "";
  const need = parameters.get("need") ?? "";
  const found = placesOf(table, from);
  fill(
    main, h("h1", {}, t("offlineTitle")),
    h("p", { class: "offline-note", role: "status" }, t("offlineStored", storedTime(table.stored))),
    found.length === 1 && need ? answer(table, found[0], need, from) : null,
    question(table, found, from, need), directory(table));
  return true;
}

/**
 * Shows what the handbook knows of a facility: who it is, where, and whom to call.
 *
 * @returns {Promise<boolean>} Whether the handbook has it.
 */
export async function showFacility(main, id) {
  const [table] = await Promise.all([handbook(), stylesOfBoard()]);
  const facility = table?.facilities.find((one) => one.id === id);
  if (!facility) return false;
  fill(
    main, h("h1", {}, nameOf(facility)), h("p", { class: "soft" }, facility.in ?? ""),
    h("p", { class: "offline-note", role: "status" }, t("offlineStored", storedTime(table.stored))),
    callButton(facility));
  return true;
}

/** The communes that a question means. */
function placesOf(table, from) {
  const point = POINT.exec(from);
  if (!point) return from ? communesNamed(table, from) : [];
  const near = communeNear(table, Number(point[1]), Number(point[2]));
  return near ? [near] : [];
}

const placeName = (commune) => commune.in ? `${commune.name}, ${commune.in}` : commune.name;
const needName = (need) => state.lang === "en" ? need.nameEn ?? need.name : need.name;

function answer(table, commune, need, from) {
  const halves = [bestOf(table, commune, need, false), bestOf(table, commune, need, true)];
  if (!halves[0]) return h("p", { role: "alert" }, t("offlineNeedMissing"));
  // The half whose hour is nearer to now comes first.
  const hour = new Date().getHours();
  const distance = (half) => {
    const apart = Math.abs(Number(clock(half.at).slice(0, 2)) - hour);
    return Math.min(apart, 24 - apart);
  };
  const order = distance(halves[0]) <= distance(halves[1]) ? [0, 1] : [1, 0];
  const where = POINT.test(from) ? t("offlineNear", from) : null;
  return h(
    "section", { "aria-labelledby": "offline-best", class: "stack" },
    h("h2", { id: "offline-best" }, t("offlineBest", placeName(commune), needName(halves[0].need)),
      where ? h("span", { class: "small soft" }, ` (${where})`) : null),
    order.map((index) => half(halves[index], index === 0 ? "offlineDay" : "offlineNight")));
}

function half({ at, need, targets }, key) {
  return h(
    "div", {}, h("h3", {}, t(key, clock(at))),
    targets.length
      ? h("ol", { class: "plain stack" }, targets.map((target) => h(
        "li", { class: "card offline-target" },
        h("div", {},
          h("p", {}, h("strong", {}, nameOf(target.facility)), " · ",
            h("span", { class: "number" }, duration(target.minutes))),
          h("p", { class: "small state-unknown" }, [
            target.hoursUnknown ? "? " + t("offlineHours") : null,
            target.unsure ? t("offlineUnsure") : null,
            target.askFirst ? t("offlineAskFirst") : null,
          ].filter(Boolean).join(" · "))),
        callButton(target.facility, need.code))))
      : h("p", { class: "soft" }, t("offlineNobody")));
}

const nameOf = (facility) =>
  state.lang === "en" ? facility.nameEn ?? facility.name : facility.name;

/** The number to call; one of somebody else says whose it is. */
function callButton(facility, need = "") {
  const own = need.startsWith("stroke") ? facility.stroke ?? facility.phone : facility.phone;
  const number = own ?? facility.instead;
  if (!number) return h("p", { class: "small soft" }, t("offlineNoPhone"));
  return h(
    "div", {},
    callLink(number, {
      class: "button primary", "aria-label": t("offlineCall", `${nameOf(facility)} ${number}`),
    }, "☎ ", number),
    own ? null : h("p", { class: "small soft" }, facility.insteadOf
      ? t("offlineInstead", facility.insteadOf) : t("offlineEmergency")));
}

/** The question, for who has not asked it whole yet. */
function question(table, found, from, need) {
  const field = h("input", {
    id: "offline-place", type: "search", autocomplete: "off", value: POINT.test(from) ? "" : from,
    "aria-describedby": "offline-place-hint",
  });
  const list = h("div", { role: "status", class: "stack" });

  function offer(communes, text) {
    fill(list, text.trim() && !communes.length ? h("p", {}, t("offlineNoPlace")) : null,
      communes.length ? h("p", { class: "small soft" }, t("offlineWhich")) : null,
      communes.map((commune) => h("button", {
        type: "button", class: "wide", onclick: () => go("ask", { from: commune.id, need }),
      }, placeName(commune))));
  }

  field.addEventListener("input", () => 
    offer(communesNamed(table, field.value, { all: true }), field.value));
  if (found.length > 1 || (from && !found.length)) offer(found, from);
  const place = found.length === 1 ? found[0].id : from;
  return h(
    "section", { class: "stack no-print" },
    h("div", {}, h("label", { for: "offline-place" }, t("offlinePlace")), field,
      h("p", { id: "offline-place-hint", class: "small soft" }, t("offlinePlaceHint"))),
    list, h("h2", {}, t("offlineNeed")),
    h("div", { class: "stack" }, table.needs.map((item) => h("a", {
      class: "button wide", href: "#/ask" + query({ from: place, need: item.code }),
      "aria-current": item.code === need ? "true" : null,
    }, needName(item)))));
}

/** All facilities with their numbers, by name. */
function directory(table) {
  const list = h("ul", { class: "plain stack" });
  const none = h("p", { role: "status" });
  const field = h("input", {
    id: "offline-directory", type: "search", autocomplete: "off", oninput: () => {
      const isAsked = field.value.trim().length > 1;
      const found = isAsked ? facilitiesNamed(table, field.value) : [];
      none.textContent = isAsked && !found.length ? t("offlineNobodyNamed") : "";
      fill(list, found.map((facility) => h(
        "li", { class: "card offline-target" },
        h("div", {}, h("strong", {}, nameOf(facility)), " ",
          h("p", { class: "small soft" }, facility.in ?? "")),
        callButton(facility))));
    },
  });
  return h(
    "section", { "aria-labelledby": "directory" },
    h("h2", { id: "directory" }, t("offlineDirectory")),
    h("label", { for: "offline-directory" }, t("offlineDirectoryHint")), field, none, list);
}
