// Open cases, and the patients on their way to each hospital.

import { age, fill, h, t } from "./base.js";
import { comingList } from "./board-coming.js";
import { present } from "./present.js";
import { capabilityName } from "./status.js";

/**
 * Cases and patients.
 *
 * @param {Object} terms The terms of the network.
 * @returns {{element: HTMLElement, show: function(Object, ?Object[])}} `show(board, cases)`; cases
 *   are null for those who may not see them.
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
    fill(coming, comingList(board, terms, { names: true }));
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
