// Lists for planners: the gaps with what would change them, and what the loss of a facility or a
// bridge does.

import { ask } from "./plan-access.js";
import { SESSIONS } from "./plan-changes.js";
import { showSiting } from "./plan-siting.js";
import { duration, fill, h, number, t } from "./base.js";

/** How many gaps and losses are listed. */
const MOST = 20;

/** The kinds of losses that the desk can try as a closure. */
const CROSSINGS = ["bridge", "ferry"];

/** People from the least to the most, where unknown hospitals make a difference. */
function between(least, most) {
  return least === undefined || least === most
    ? number(most) : `${number(least)}–${number(most)}`;
}

/**
 * The lists, each in a fold that asks when it is opened.
 *
 * @param {Object} desk `asked` is what is asked, `attempt(kind, ...parts)` takes up a change,
 *   `load(text, name)` a document, `results` is what shows the effect.
 * @param {AbortSignal} signal Ends everything.
 * @returns {{element: HTMLElement, refresh: function}} `refresh()` asks again for open lists.
 */
export function lists(desk, signal) {
  const attempt = (kind, ...parts) => {
    desk.attempt(kind, ...parts);
    desk.results.scrollIntoView({ block: "start" });
  };
  const fold = (key, show) => {
    const body = h("div", {});
    let running = null;
    const run = async () => {
      running?.abort();
      running = new AbortController();
      const own = AbortSignal.any([signal, running.signal]);
      try {
        await show(body, own);
      } catch (error) {
        if (error.name !== "AbortError") fill(body, h("p", { role: "alert" }, error.message));
      }
    };
    const element = h(
      "details", { class: "plan-list", ontoggle: () => element.open && run() },
      h("summary", {}, h("h3", {}, t(key))), body);
    return { element, run };
  };
  const asked = [
    fold("planGaps", (body, own) => showGaps(body, desk.asked, attempt, own)),
    fold("planLoss", (body, own) => showLoss(body, desk.asked, attempt, own)),
  ];
  const siting = fold("planSite", (body) => {
    // Asked only when its button is pressed; what it found stays.
    if (!body.firstChild) {
      showSiting(body, () => desk.asked, (text) => desk.load(text, ""), signal);
    }
  });
  return {
    element: h(
      "section", { class: "no-print" }, h("h2", {}, t("planLists")),
      [...asked, siting].map((one) => one.element)),
    refresh: () => asked.filter((one) => one.element.open).forEach((one) => one.run()),
  };
}

/**
 * Shows the gaps.
 *
 * @param {HTMLElement} element Where.
 * @param {Object} asked need, at, threshold and scenario.
 * @param {function} attempt Takes up a change: (kind, ...parts).
 * @param {AbortSignal} signal Ends it.
 */
async function showGaps(element, asked, attempt, signal) {
  fill(element, h("p", { role: "status" }, t("planAsking")));
  const answer = await ask(
    "/v1/gaps", { need: asked.need, at: asked.at, threshold: asked.threshold, limit: MOST },
    asked.scenario, signal);
  if (signal.aborted) return;
  fill(
    element,
    h("p", {}, t(
      "planGapsAll", number(answer.communes), number(answer.people), number(answer.gaps.length))),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planGaps") },
      h("table", { class: "plan-wide plan-gaps" },
        h("thead", {}, h(
          "tr", {}, h("th", { scope: "col" }, t("planPlace")),
          h("th", { scope: "col" }, t("planGap")), h("th", { scope: "col" }, t("planBetter")))),
        h("tbody", {}, answer.gaps.map((gap) => h(
          "tr", {},
          h("th", { scope: "row" }, gap.place.name,
            h("div", { class: "small soft number" }, t("planPeopleCount", number(gap.people)))),
          h("td", {}, gap.cause.text, gap.nearest && h(
            "div", { class: "small soft" },
            `${gap.nearest.facility.name}, ${duration(gap.nearest.minutes)}`)),
          h("td", {}, h("ul", { class: "plain" }, gap.changes.map((change) =>
            remedy(change, gap, asked.need, attempt))))))))));
}

/** A change that the service has verified, with a button that tries it where the desk can. */
function remedy(change, gap, need, attempt) {
  const kinds = {
    ask: ["can", change.facility, need], upgrade: ["can", change.facility, need],
    open_service: ["can", change.facility, need],
    rotate: ["sessions", change.facility, need, SESSIONS.map((one) => one.code).join()],
    build: ["build", `${gap.place.scheme}:${gap.place.code}`, need],
  };
  const tried = kinds[change.code];
  return h(
    "li", {},
    h("span", {}, change.text, " ", h(
      "span", { class: "soft number small" }, t("planGained", number(change.peopleGained)))),
    tried && h(
      "button", {
        type: "button", class: "small", "aria-label": t("planTryThis", change.text),
        onclick: () => attempt(...tried),
      }, t("planTry")));
}

/**
 * Shows what losses do, the worst first.
 *
 * @param {HTMLElement} element Where.
 * @param {Object} asked need, at, threshold and scenario.
 * @param {function} attempt Takes up a change: (kind, ...parts).
 * @param {AbortSignal} signal Ends it.
 */
async function showLoss(element, asked, attempt, signal) {
  fill(element, h("p", { role: "status" }, t("planAsking")));
  const answer = await ask(
    "/v1/loss", {
      need: asked.need, at: asked.at, threshold: asked.threshold, top: MOST,
      of: ["facilities", "crossings", "rotations"],
    }, asked.scenario, signal);
  if (signal.aborted) return;
  const losses = answer.needs.flatMap((need) => need.losses)
    .sort((a, b) => b.people.losing - a.people.losing || b.people.slower - a.people.slower);
  fill(
    element,
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planLoss") },
      h("table", { class: "plan-wide" },
        h("thead", {}, h(
          "tr", {}, h("th", { scope: "col" }, t("planLossKind")),
          h("th", { scope: "col" }, t("planLossPeople")),
          h("th", { scope: "col" }, t("planLossSlower")),
          h("th", { scope: "col" }, h("span", { class: "hidden-text" }, t("planTry"))))),
        h("tbody", {}, losses.map((loss) => h(
          "tr", {},
          h("th", { scope: "row" }, loss.name,
            h("div", { class: "small soft" }, t(`planLoss-${loss.kind}`))),
          h("td", { class: "number" }, between(loss.losingAtLeast, loss.people.losing)),
          h("td", { class: "number" }, number(loss.people.slower)),
          h("td", {}, CROSSINGS.includes(loss.kind) && h(
            "button", {
              type: "button", class: "small", "aria-label": t("planCloseThis", loss.name),
              onclick: () => attempt("close", loss.name),
            }, t("planTry")))))))));
}
