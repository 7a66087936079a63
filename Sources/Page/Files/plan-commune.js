// A commune: the nearest facilities that can, with the time to each, and why the nearer ones
// cannot; as it is and after the changes.

import { ask } from "./plan-access.js";
import { callLink, duration, fill, h, number, t } from "./base.js";

const MOST_REASONS = 6;

/**
 * Shows a commune.
 *
 * @param {HTMLElement} element Where.
 * @param {{place: string, name: string}} commune Which.
 * @param {{need: string, at: string, scenario: ?string}} asked What is asked, and the scenario if
 *   there is one.
 * @param {AbortSignal} signal Ends it.
 */
export async function showCommune(element, commune, asked, signal) {
  const heading = h("h2", { tabindex: "-1" }, t("planCommune", commune.name));
  const body = h("div", {}, h("p", { role: "status" }, t("planAsking")));
  fill(element, heading, body);
  heading.focus();
  const parameters = {
    from: commune.place, need: asked.need, at: asked.at, k: 6, explain: true,
  };
  const [before, after] = await Promise.all([
    ask("/v1/route", parameters, null, signal),
    asked.scenario ? ask("/v1/route", parameters, asked.scenario, signal) : null,
  ]);
  if (signal.aborted) return;
  fill(
    body,
    h("div", { class: "plan-pair" },
      side(before, after ? t("planBefore") : null),
      after && side(after, t("planAfter"))));
}

function side(answer, title) {
  const nearest = answer.targets[0]?.minutes ?? Infinity;
  const nearer = answer.rejected.filter((one) => (one.minutes ?? Infinity) < nearest);
  return h(
    "div", {},
    title && h("h3", {}, title),
    h(title ? "h4" : "h3", {}, t("planTargets")),
    answer.targets.length
      ? h("ol", { class: "plan-targets" }, answer.targets.map(target))
      : h("p", {}, t("planNone")),
    nearer.length > 0 && [
      h(title ? "h4" : "h3", {}, t("planNotTargets")),
      h("ul", {}, nearer.slice(0, MOST_REASONS).map(rejected)),
      nearer.length > MOST_REASONS && h(
        "details", {}, h("summary", {}, t("planAllReasons", number(nearer.length))),
        h("ul", {}, nearer.slice(MOST_REASONS).map(rejected))),
    ]);
}

function target(one) {
  const { facility } = one;
  return h(
    "li", {}, h("strong", {}, facility.name), " ",
    h("span", { class: "number" }, t(
      "planBetween", number(one.minutes), number(one.minutesLow), number(one.minutesHigh))),
    h("div", { class: "small soft" },
      [one.opening, ...(one.cautions ?? [])].filter(Boolean).join(" · "), " ",
      callLink(facility.phone)));
}

function rejected(one) {
  return h(
    "li", {}, one.facility.name, " ",
    h("span", { class: "number soft" },
      one.minutes === undefined || one.minutes === null ? "" : duration(one.minutes)),
    h("div", { class: "small" }, one.reasons.map((reason) => reason.text).join("; ")));
}
