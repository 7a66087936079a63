// The patients on their way: need, triage and arrival for those who may know them, how many for
// everybody.

import { clock, h, t } from "./base.js";
import { hospitalAddress } from "./board-facilities.js";
import { capabilityName, nameOf } from "./status.js";

/**
 * The patients on their way, as a list.
 *
 * @param {Object} board The answer of GET /v1/board: `inbound` has the patients that the reader may
 *   know, `onTheWay` the number of all by facility.
 * @param {Object} terms The terms of the network.
 * @param {{names?: boolean}} [options] `names` for a list of several facilities.
 */
export function comingList({ inbound, onTheWay = [] }, terms, { names = false } = {}) {
  const withheld = onTheWay
    .map((coming) => {
      const told = inbound.filter((patient) => patient.facility === coming.facility).length;
      return { ...coming, patients: coming.patients - told };
    })
    .filter(({ patients }) => patients > 0);
  if (!inbound.length && !withheld.length) return h("p", { class: "soft" }, t("inboundNone"));
  return [
    h("ul", { class: "plain stack" },
      inbound.map((patient) => patientItem(patient, terms, names)),
      withheld.map((some) => countItem(some, names))),
    withheld.length > 0 && h("p", { class: "small soft" }, t("inboundWithheld")),
  ];
}

/** A patient: need, triage, arrival; never a name. */
function patientItem(patient, terms, names) {
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
    names && destination(h("a", {}, patient.facilityName ?? patient.facility), patient.facility));
}

/** The number of patients who are withheld from the reader. */
function countItem({ facility, facilityName, patients }, names) {
  return h(
    "li", { class: "card", "data-withheld": patients },
    h("p", {}, h("strong", {},
      t(patients === 1 ? "inboundOne" : "inboundCount", patients))),
    names && destination(h("a", {}, facilityName ?? facility), facility));
}

function destination(link, facility) {
  link.setAttribute("href", hospitalAddress(facility));
  return h("p", { class: "small" }, "→ ", link);
}
