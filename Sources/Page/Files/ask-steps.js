// The steps of a need: the specialty as a whole first, then what is asked for in an emergency.

import { h, t } from "./base.js";
import "./words-ask.js";

/**
 * The buttons of a specialty.
 *
 * @param {Object} specialty One of the needs that GET /v1/terms tells.
 * @param {?string} chosen The code that is chosen.
 * @param {function(string)} choose Called with the code that is touched.
 */
export function stepsOf(specialty, chosen, choose) {
  const step = ({ code, name }) => h(
    "button", {
      type: "button", class: "wide step", "aria-pressed": String(code === chosen),
      onclick: () => choose(code),
    }, name);
  const { code, name, capabilities } = specialty;
  const entry = capabilities.find((one) => one.code === specialty.entry);
  const rest = capabilities.filter((one) => !one.measured);
  return [
    step({ code, name: entry ? t("askAny", name, entry.name) : name }),
    capabilities.filter((one) => one.measured && one !== entry).map(step),
    rest.length > 0 && h(
      "details", { class: "more" }, h("summary", {}, t("askRest", name)),
      h("div", { class: "stack" }, rest.map(step))),
  ];
}
