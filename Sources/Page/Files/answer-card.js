// The second-best card: what remains when a bridge or ferry on the way to the first target fails.

import { callButton } from "./answer-target.js";
import { clock, duration, h, t } from "./base.js";

/** The part of an answer. */
export function part({ data }) {
  const fallbacks = data.fallbacks ?? [];
  if (!fallbacks.length) return h("p", {}, t("cardNone"));
  return fallbacks.map(({ crossing, facility, minutes, extraMinutes, arrival, way }) => h(
    "section", { class: "card" },
    h("h3", {}, t("cardFails", crossing)),
    facility
      ? [
        h("p", {}, h("strong", {}, facility.name), " · ", duration(minutes), " ",
          h("span", { class: "soft" }, t("cardExtra", duration(extraMinutes ?? 0))), " · ",
          t("answerArrival", clock(arrival))),
        way?.length > 0 && h("p", { class: "soft" }, t("cardWay", way.join(" → "))),
        callButton(facility.name, facility.phone, { class: "button call" }),
      ]
      : h("p", { class: "caution" }, "⚠ ", t("cardNothing"))));
}
