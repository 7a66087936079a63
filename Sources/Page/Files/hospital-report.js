// A hospital reports its status: traffic, free beds, services out of use, with an end.

import { act } from "./acting.js";
import { h, t } from "./base.js";
import { capabilityName, stateName } from "./status.js";
import { shownEnd, untilChoice } from "./until.js";

/** The types of beds that come first: more confuse. */
const USUAL = ["icu", "emergency", "picu", "nicu", "medical-surgical"];

/**
 * The form of a report.
 *
 * @param {Object} record The record of the facility.
 * @param {Object[]} statements What is said of its capabilities.
 * @param {Object} terms The terms of the network.
 */
export function reportForm(record, statements, terms) {
  const problem = h("p", { role: "alert" });
  const traffic = ["", "normal", "advisory", "closed"].map((value) => h(
    "label", { class: "choice" },
    h("input", { type: "radio", name: "traffic", value, checked: value === "" }),
    value ? stateName(value) : t("reportUnsaid")));
  const beds = terms.beds.map((type) => {
    const id = "beds-" + type.code;
    return {
      code: type.code, input: h("input", {
        id, inputmode: "numeric", autocomplete: "off", maxlength: "4", class: "short",
      }), label: h("label", { for: id }, type.name),
    };
  });
  const pair = ({ label, input }) => h("div", { class: "bed" }, label, input);
  const positive = statements.filter((item) => item.value === "yes");
  const able = [...new Set(positive.map((item) => item.code))];
  const said = h("input", { type: "checkbox", id: "off-said" });
  const off = able.map((code) => ({ code, input: h("input", {
    type: "checkbox", id: "off-" + code, onchange: () => { said.checked = true; },
  }) }));

  async function send(expires) {
    const body = { facility: record.id, expires };
    const chosen = form.querySelector("input[name=traffic]:checked").value;
    if (chosen) body.traffic = chosen;
    const counted = beds.filter(({ input }) => input.value.trim() !== "");
    const wrong = counted.find(({ input }) => !/^\d{1,4}$/.test(input.value.trim()));
    for (const { input } of beds) input.removeAttribute("aria-invalid");
    if (wrong) {
      problem.textContent = t("reportBadBeds");
      wrong.input.setAttribute("aria-invalid", "true");
      return wrong.input.focus();
    }
    if (counted.length) {
      body.beds = Object.fromEntries(
        counted.map(({ code, input }) => [code, Number(input.value.trim())]));
    }
    if (said.checked) {
      body.off = off.filter(({ input }) => input.checked).map(({ code }) => ({ capability: code }));
    }
    if (!body.traffic && !body.beds && !body.off) {
      problem.textContent = t("reportNothing");
      return;
    }
    problem.textContent = "";
    const sentence = t("reportDone", record.name, shownEnd(expires));
    if (await act("/v1/status", body, sentence, { dated: true })) form.reset();
  }

  const form = h(
    "form", { class: "card stack report", onsubmit: (event) => event.preventDefault() },
    h("fieldset", {}, h("legend", {}, t("reportTraffic")), h("div", { class: "row" }, traffic)),
    h("fieldset", {}, h("legend", {}, t("reportBeds")),
      h("div", { class: "bed-list" }, beds.filter(({ code }) => USUAL.includes(code)).map(pair)),
      h("details", {}, h("summary", {}, t("reportMoreBeds")),
        h("div", { class: "bed-list" },
          beds.filter(({ code }) => !USUAL.includes(code)).map(pair)))),
    off.length ? h(
      "fieldset", {}, h("legend", {}, t("reportOff")),
      h("label", { class: "choice" }, said, t("reportOffSaid")),
      h("div", { class: "off-list" }, off.map(({ code, input }) => h(
        "label", { class: "choice" }, input, capabilityName(terms, code))))) : null,
    problem);
  form.append(untilChoice(t("reportUntil"), send, { hours: [2, 4, 8, 12], clocks: ["07:00"] }));
  return h(
    "section", { "aria-labelledby": "report", class: "no-print" },
    h("h2", { id: "report" }, t("hospitalReport")), form);
}
