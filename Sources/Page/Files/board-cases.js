// Open cases, and the patients on their way to each hospital.

import { age, clock, fill, h, state, t } from "./base.js";
import { hospitalAddress } from "./board-facilities.js";
import { present } from "./present.js";
import { capabilityName, nameOf } from "./status.js";

/** A patient on the way: need, triage, arrival; never who. */
export function inboundItem(patient, terms, { names = false } = {}) {
  const triage = patient.triage ? nameOf(terms.triage, patient.triage) : null;
  return h(
    "li", { class: "card" },
    h("p", {}, h("strong", {}, patient.needName ?? capabilityName(terms, patient.need)),
      triage ? ` · ${triage}` : null),
    h("p", {}, [
      patient.arrival ? t("inboundArrival", clock(patient.arrival)) : null,
      t(patient.hasLeft ? "inboundLeft" : "inboundAccepted"),
      patient.bed ? nameOf(terms.beds, patient.bed) : null,
    ].filter(Boolean).join(" · ")),
    names ? h("p", { class: "small" }, "→ ", h(
      "a", { href: hospitalAddress(patient.facility) }, patient.facilityName ?? patient.facility))
      : null);
}

/**
 * Cases and patients.
 *
 * @param {Object} terms The terms of the network.
 * @returns {{element: HTMLElement, show: function(Object, ?Object[])}} `show(board, cases)`; cases are null for
 *   those who may not see them.
 */
export function caseLists(terms) {
  const coming = h("div", { class: "live" });
  const open = h("div", { class: "live" });
  const element = h(
    "div", {},
    h("section", { "aria-labelledby": "cases" }, h("h2", { id: "cases" }, t("cases")), open),
    h("section", { "aria-labelledby": "inbound" },
      h("h2", { id: "inbound" }, t("inbound")), coming));

  function show(board, cases) {
    fill(coming, board.inbound.length
      ? h("ul", { class: "plain stack" },
        board.inbound.map((patient) => inboundItem(patient, terms, { names: true })))
      : h("p", { class: "soft" }, t("inboundNone")));
    if (!cases) return fill(open, h("p", { class: "soft" }, t("casesHidden")));
    fill(open, cases.length
      ? h("ul", { class: "plain stack" }, cases.map((file) => h(
        "li", { class: "card" },
        h("p", {}, h("a", { href: "#/case/" + encodeURIComponent(file.id) },
          file.needName ?? capabilityName(terms, file.need))),
        h("p", { class: "small" }, [
          file.standingText, file.placeName, t("caseOpened", age(file.opened, present())),
        ].filter(Boolean).join(" · ")))))
      : h("p", { class: "soft" }, t("casesNone")));
  }

  return { element, show };
}
