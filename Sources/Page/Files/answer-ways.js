// The ways of an answer as text: leg by leg, with bridges, ferries and what is waited for.

import { duration, h, number, t } from "./base.js";

/** The part of an answer. */
export function part({ data }) {
  return data.targets.map((target) =>
    h("section", { class: "way" },
      h("h3", {}, t("answerWayTo", target.facility.name)),
      target.legs.length
        ? h("ol", {}, target.legs.map(leg))
        : h("p", {}, t("answerStraight"))));
}

function leg({ mode, name, crossing, km, minutes, ...waiting }) {
  const { waitedForOpening, queued, hoursUnknown, hoursInWords } = waiting;
  const what = crossing ?? name ?? t("answerMode_" + mode);
  const isRoad = mode === "road";
  return h(
    "li", { class: crossing ? "crossing" : null },
    crossing ? h("strong", {}, what) : what,
    !isRoad && (crossing || name) && ` (${t("answerMode_" + mode)})`, " · ",
    km > 0 && [h("span", { class: "number" }, t("answerKm", number(km, km < 10 ? 1 : 0))), " · "],
    h("span", { class: "number" }, duration(minutes)),
    waitedForOpening > 0 && [" · ", t("answerWaited", duration(waitedForOpening))],
    queued > 0 && [" · ", t("answerQueued", duration(queued))],
    hoursUnknown && [" · ", h("span", { class: "mark unknown" }, "? ", t("answerClosedHours"))],
    hoursInWords && [" · ", hoursInWords]);
}
