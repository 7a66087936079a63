// The steps of a case, in order; the last one can be taken back.

import { clock, h, t } from "./base.js";

/**
 * The steps.
 *
 * @param {Object} data The case, as the service tells it.
 * @param {function(number)} undo Takes the entry of a step back.
 */
export function caseSteps({ steps, opened }, undo) {
  const last = steps.at(-1);
  return h(
    "section", {}, h("h2", {}, t("caseSteps")),
    h("ol", { class: "steps" },
      h("li", {}, h("span", { class: "number" }, clock(opened)), " ", t("caseOpened")),
      steps.map((step) => h(
        "li", {}, h("span", { class: "number" }, clock(step.at)), " ",
        step.facilityName && h("strong", {}, step.facilityName, " "), step.kindText,
        step.reasonText && [": ", step.reasonText],
        step.until && [" · ", t("caseUntil", clock(step.until))]))),
    last && h("button", {
      type: "button", data: { action: "undo" }, onclick: () => undo(last.entry),
    }, "↶ " + t("caseUndo")));
}
