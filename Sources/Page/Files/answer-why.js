// Why not the nearer ones: facilities grouped by reason, and what would change it, as buttons that
// ask again.

import { go } from "./app.js";
import { duration, h, t } from "./base.js";

/** Facilities that are named before the rest of a group is folded. */
const NAMED = 6;

/** Reasons that are told before the rest is folded. */
const GROUPS = 8;

/** The part of an answer. */
export function part({ asked, data }) {
  const rejected = data.rejected ?? [];
  if (!rejected.length) return h("p", {}, t("answerWhyNone"));
  const groups = grouped(rejected).map((group) => groupView(group, asked));
  return [
    groups.slice(0, GROUPS),
    groups.length > GROUPS && h(
      "details", { class: "more" },
      h("summary", {}, t("answerWhyMore", groups.length - GROUPS)), groups.slice(GROUPS)),
  ];
}

function groupView(group, asked) {
  return h(
    "section", { class: "why" },
    h("h3", {}, group.text),
    group.flip && h("p", { class: "soft" }, "→ ", group.flip),
    list(group.facilities.slice(0, NAMED)),
    group.facilities.length > NAMED && h(
      "details", { class: "more" },
      h("summary", {}, t("answerWhyCount", "+" + (group.facilities.length - NAMED))),
      list(group.facilities.slice(NAMED))),
    group.remedies.map((remedy) => remedyButton(remedy, asked, group.flip)));
}

/** Groups of one reason, the one with the nearest facility first. */
function grouped(rejected) {
  const groups = new Map();
  for (const { facility, minutes, reasons } of rejected) {
    const text = reasons.map((reason) => reason.text).join("; ");
    const flips = reasons.map((reason) => reason.flip).filter(Boolean);
    const key = text + "\n" + flips.join("\n");
    if (!groups.has(key)) {
      groups.set(key, {
        text, flip: flips.join("; "), facilities: [],
        remedies: reasons.flatMap((reason) => reason.remedies ?? [])
          .filter(({ value }) => value !== undefined && value !== null),
      });
    }
    groups.get(key).facilities.push({ name: facility.name, minutes });
  }
  return [...groups.values()];
}

function list(facilities) {
  return h("ul", {}, facilities.map(({ name, minutes }) =>
    h("li", {}, name, " · ",
      h("span", { class: "number" },
        minutes === null || minutes === undefined ? t("answerUnreached") : duration(minutes)))));
}

/** A remedy is a field of the question with another value: the same question with it. */
function remedyButton({ field, value }, asked, flip) {
  const label = t("answerRemedy", flip || `${field} = ${value}`);
  return h("button", {
    type: "button", class: "step wide", onclick: () => go("ask", { ...asked, [field]: value }),
  }, label);
}
