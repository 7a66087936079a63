// The figures: who is reached in time, usually, when everything goes slowly, and at night; before
// and after.

import { compare } from "./plan-access.js";
import { MOMENTS } from "./plan-state.js";
import { duration, h, number, t } from "./base.js";

/** A share from what is sure to what may be: "71,2–98,7 %". */
export function share(sums) {
  const [least, most] = [sums.served, sums.served + sums.unknown]
    .map((people) => (sums.all > 0 ? number((100 * people) / sums.all, 1) : "—"));
  return least === most ? `${least} %` : `${least}–${most} %`;
}

/** People from what is sure to what may be. */
export function people(sums) {
  const [least, most] = [sums.served, sums.served + sums.unknown].map((one) => number(one));
  return least === most ? least : `${least}–${most}`;
}

/** The difference in a sentence: who loses it, who gains it, who goes farther. */
export function difference({ losing, gaining, slower, faster, mayLose, mayGain }) {
  // From one end to the other: what is sure, and what it would be if all that is unknown were able.
  const range = (...ends) => {
    const [least, most] = [Math.min(...ends), Math.max(...ends)].map((one) => number(one));
    return least === most ? least : `${least}–${most}`;
  };
  const parts = [
    losing + mayLose > 0 && h(
      "strong", { class: "bad" }, "▼ ", t("planLosing", range(losing, mayLose))),
    gaining + mayGain > 0 && h(
      "strong", { class: "good" }, "▲ ", t("planGaining", range(gaining, mayGain))),
    slower > 0 && h("span", { class: "soft" }, t("planSlower", number(slower))),
    faster > 0 && h("span", { class: "soft" }, t("planFaster", number(faster))),
  ].filter(Boolean);
  if (!losing && !gaining && !mayLose && !mayGain) parts.unshift(h("span", {}, t("planSame")));
  return parts.map((part) => h("div", {}, part));
}

/** The moment in words, with its hour. */
export function momentName(moment) {
  const key = { usual: "planUsualLong", slow: "planSlowLong", night: "planNightLong" }[moment];
  return t(key, MOMENTS[moment].hour);
}

/**
 * The table of figures.
 *
 * @param {Object} desk The answers by hour ("10:00", "02:00"), before and after; null while they
 *   are asked for.
 * @param {Plan} plan What is looked at.
 * @param {number} limit The minutes.
 */
export function figures({ before, after, isChanged }, plan, limit) {
  const cell = (answer, pace) => {
    if (!answer) return h("td", { class: "soft" }, t("planAsking"));
    const sums = answer.within(limit, pace, plan.ages);
    return h("td", { class: "number" },
      h("strong", {}, share(sums)),
      h("div", { class: "small soft" }, t("planPeopleCount", people(sums))));
  };
  const rows = Object.entries(MOMENTS).map(([moment, { hour, pace }]) => {
    const [was, is] = [before[hour], after[hour]];
    return h(
      "tr", { "aria-current": moment === plan.moment ? "true" : null },
      h("th", { scope: "row" }, momentName(moment)),
      cell(was, pace),
      isChanged && cell(is, pace),
      isChanged && h(
        "td", { class: "number", data: { moment } },
        was && is ? difference(compare(was, is, limit, pace, plan.ages)) : t("planAsking")));
  });
  return h(
    "table", { class: "plan-figures" },
    h("caption", {}, t("planServedIn", duration(limit))),
    h("thead", {}, h(
      "tr", {}, h("th", { scope: "col" }, t("planWhen")),
      h("th", { scope: "col" }, t("planBefore")),
      isChanged && h("th", { scope: "col" }, t("planAfter")),
      isChanged && h("th", { scope: "col" }, t("planChange")))),
    h("tbody", {}, rows));
}

/** The tables below the maps: the communes that change most, and the provinces. */
export function tables(desk, before, after, difference) {
  return [
    after && difference.rows.length > 0 && [
      h("h2", {}, t("planWorst")),
      changed(before, difference, (index) => desk.openCommune(before.communes.place[index])),
    ],
    h("h2", {}, t("planProvinces")), provinces(before, after, desk.plan, desk.limit),
  ];
}

/** The table by province, before and after, at the moment that is shown. */
function provinces(was, is, plan, limit) {
  const units = new Map();
  was.communes.unit.forEach((unit, index) => {
    const name = unit ?? was.communes.name[index];
    if (!units.has(name)) units.set(name, []);
    units.get(name).push(index);
  });
  const rows = Array.from(units, ([name, members]) => {
    const inside = new Set(members);
    const places = new Set(members.map((index) => was.communes.place[index]));
    const old = was.within(limit, plan.pace, plan.ages, (index) => inside.has(index));
    const now = is?.within(
      limit, plan.pace, plan.ages, (index) => places.has(is.communes.place[index]));
    return { name, old, now };
  }).sort((a, b) => b.old.all - a.old.all);
  return h(
    "div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planProvinces") },
    h("table", {},
      h("thead", {}, h(
        "tr", {}, h("th", { scope: "col" }, t("planProvince")),
        h("th", { scope: "col" }, t("planPeopleTitle")),
        h("th", { scope: "col" }, t("planBefore")),
        is && h("th", { scope: "col" }, t("planAfter")))),
      h("tbody", {}, rows.map(({ name, old, now }) => h(
        "tr", {}, h("th", { scope: "row" }, name),
        h("td", { class: "number" }, number(old.all)),
        h("td", { class: "number" }, share(old)),
        now && h("td", { class: "number" }, share(now)))))));
}

/** The communes that change most. */
function changed(was, difference, pick) {
  const end = (one) => one
    ? [one.facility.name, h("div", { class: "small soft number" }, duration(one.minutes))]
    : t("planNone");
  return h(
    "div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planWorst") },
    h("table", {},
      h("thead", {}, h(
        "tr", {}, h("th", { scope: "col" }, t("planPlace")),
        h("th", { scope: "col" }, t("planPeopleTitle")),
        h("th", { scope: "col" }, t("planBefore")), h("th", { scope: "col" }, t("planAfter")))),
      h("tbody", {}, difference.rows.slice(0, 12).map((row) => h(
        "tr", {},
        h("td", {}, h(
          "button", { type: "button", class: "plan-name", onclick: () => pick(row.index) },
          was.communes.name[row.index]),
          h("div", { class: "small soft" }, was.communes.unit[row.index] ?? "")),
        h("td", { class: "number" }, number(row.people)),
        h("td", {}, end(row.was)), h("td", {}, end(row.is)))))));
}
