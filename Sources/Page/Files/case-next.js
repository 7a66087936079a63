// The facilities that a case may go to: minutes, marks, and the call, which is noted by one touch.

import { callButton, confidenceMark, openingMark, reportMark } from "./answer-target.js";
import { clock, duration, durations, h, number, t } from "./base.js";

/**
 * The facilities to call next, the nearest first, as the service finds them now.
 *
 * @param {Object} data The case, as the service tells it.
 * @param {function(string)} called Notes that a facility is called.
 */
export function nextFacilities({ next, ask, standing }, called) {
  const [first, ...others] = next;
  const isFirst = standing === "asked";
  return h(
    "section", {}, h("h2", {}, t("caseNext")),
    first ? target(first, isFirst, called) : h("p", {}, t("caseNextNone")),
    others.length > 0 && [
      h("h3", {}, t("caseOthers")), others.map((one) => target(one, false, called))],
    ask?.length > 0 && [
      h("h3", {}, "? ", t("caseAsk")),
      ask.map(({ id, name, minutes, facility }) => h(
        "div", { class: "card next" }, h("h3", {}, name), h("div", {}, duration(minutes)),
        call({ id, name, phone: facility.phone }, "button", called))),
    ]);
}

function target(found, isFirst, called) {
  const { id, name, minutes, minutesLow, minutesHigh, arrival, km } = found;
  const { facility, capability } = found;
  const kind = isFirst ? "button primary big wide" : "button";
  return h(
    "div", { class: isFirst ? "card first" : "card next" }, h("h3", {}, name),
    h("div", {},
      h("p", {}, h("strong", { class: "minutes number" }, duration(minutes)), " ",
        h("span", { class: "soft" }, "(", durations(minutesLow, minutesHigh), ")"),
        " · ", t("answerArrival", clock(arrival)), " · ", t("answerKm", number(km))),
      h("p", { class: "marks" }, openingMark(found), reportMark(found),
        confidenceMark(capability.confidence))),
    call({ id, name, phone: facility.phone }, kind, called));
}

/** Calling is noted by the same touch that calls. */
function call({ id, name, phone }, kind, called) {
  const note = () => called(id);
  if (!phone) {
    return h("button", {
      type: "button", class: kind, data: { action: "call-" + id },
      "aria-label": t("caseCallNoPhone", name), onclick: note,
    }, t("caseCalled"));
  }
  return callButton(name, phone, {
    class: kind + " call", data: { action: "call-" + id }, onclick: note,
  });
}
