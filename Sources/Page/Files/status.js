// A facility's own report, by shape and word; an expired or missing report reads as unknown.

import { age, h, number, t } from "./base.js";
import { present } from "./present.js";
import { shownEnd } from "./until.js";

const shapes = { normal: "●", advisory: "▲", closed: "■", unknown: "?" };
const keys = {
  normal: "stateNormal", advisory: "stateAdvisory", closed: "stateClosed", unknown: "stateUnknown",
};

/** The state of a facility: "normal", "advisory", "closed" or "unknown". */
export function stateOf(live) {
  const traffic = live?.traffic;
  return traffic && !traffic.expired && traffic.value in shapes ? traffic.value : "unknown";
}

/** The state in words: for choices. */
export const stateName = (name) => `${shapes[name]} ${t(keys[name])}`;

/** A mark of a state: its shape, its word, its colour. */
export function stateMark(live) {
  const name = stateOf(live);
  const traffic = live?.traffic;
  const isHard = traffic?.hard && name !== "unknown" && name !== "normal";
  return h(
    "span", { class: `state state-${name}` },
    h("span", { "aria-hidden": "true" }, shapes[name] + " "),
    t(traffic?.expired ? "stateExpired" : keys[name]),
    isHard ? h("span", { class: "small" }, ` (${t("stateHard")})`) : null);
}

/** How old a report is, and its end. */
export function told(report) {
  if (!report) return null;
  const parts = [
    report.reported ? t("boardAgo", age(report.reported, present())) : null,
    report.expires
      ? t(report.expired ? "boardEnded" : "boardUntil", shownEnd(report.expires)) : null,
  ];
  return h("span", { class: "small soft" }, parts.filter(Boolean).join(" · "));
}

/** Free beds by type, each with its age; none where nothing is reported. */
export function bedList(live, terms) {
  const beds = Object.entries(live?.beds ?? {});
  if (!beds.length) return null;
  return h(
    "ul", { class: "plain beds", "aria-label": t("boardBeds") },
    beds.map(([type, report]) => h(
      "li", {},
      h("span", {}, nameOf(terms.beds, type) + ": "),
      report.expired
        ? h("span", { class: "state-unknown" }, "? ", t("stateUnknown"))
        : h("strong", { class: "number" }, number(report.value)),
      " ", told(report))));
}

/** Services that are out of use. */
export function offList(live, terms) {
  const off = (live?.off ?? []).filter((report) => !report.expired);
  if (!off.length) return null;
  return h(
    "ul", { class: "plain" },
    off.map((report) => h(
      "li", {},
      h("span", { class: "state-closed" }, "✕ ",
        t("boardOff", capabilityName(terms, report.capability))),
      " ", told(report))));
}

/** The name of a code of a list; the code where it has none. */
export function nameOf(list, code) {
  return list?.find((item) => item.code === code)?.name ?? code;
}

/** The name of a capability or a specialty. */
export function capabilityName(terms, code) {
  for (const specialty of terms.needs ?? []) {
    if (specialty.code === code) return specialty.name;
    const capability = specialty.capabilities.find((item) => item.code === code);
    if (capability) return capability.name;
  }
  return code;
}
