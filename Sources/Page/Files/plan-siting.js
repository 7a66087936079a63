// Where to invest: the service's search for the best choice, which runs for seconds and can be
// cancelled.

import { ask, fetched } from "./plan-access.js";
import { fill, h, number, t } from "./base.js";

const SECONDS = 30;

/**
 * Shows the form, and what it finds.
 *
 * @param {HTMLElement} element Where.
 * @param {function} asked Gives need, at, threshold and scenario when the search starts.
 * @param {function} take Takes up a scenario document: (text).
 * @param {AbortSignal} signal Ends it.
 */
export function showSiting(element, asked, take, signal) {
  const choose = h(
    "select", { id: "plan-site-choose" },
    ["any", "upgrade", "build", "rotate"].map((one) =>
      h("option", { value: one }, t(`planSite-${one}`))));
  const budget = h("input", {
    id: "plan-site-budget", type: "number", min: 1, max: 20, value: 3, inputmode: "numeric",
  });
  const seconds = h("input", {
    id: "plan-site-seconds", type: "number", min: 1, max: 300, value: SECONDS,
    inputmode: "numeric",
  });
  const start = h("button", { type: "submit", class: "primary" }, t("planSiteStart"));
  const cancel = h("button", { type: "button", class: "danger", hidden: true }, t("planCancel"));
  const progress = h("progress", { hidden: true, "aria-label": t("planSite") });
  const status = h("p", { role: "status" });
  const result = h("div", {});
  const field = (input, key) =>
    h("div", {}, h("label", { for: input.id }, t(key)), input);

  async function run() {
    const running = new AbortController();
    signal.addEventListener("abort", () => running.abort(), { once: true });
    cancel.onclick = () => running.abort();
    const question = asked();
    const most = Number(seconds.value) || SECONDS;
    const began = performance.now();
    progress.max = most;
    const tick = () => {
      const passed = Math.floor((performance.now() - began) / 1_000);
      progress.value = Math.min(passed, most);
      // Said to those who listen every five seconds, not every one.
      if (passed % 5 === 0 || !status.textContent) {
        status.textContent = t(
          "planSiteRuns", number(passed), number(most));
      }
    };
    status.textContent = "";
    tick();
    const timer = setInterval(tick, 1_000);
    setRunning(true);
    fill(result);
    const parameters = {
      need: question.need, at: question.at, threshold: question.threshold,
      choose: choose.value, budget: budget.value, timeLimit: most,
    };
    try {
      const answer = await ask("/v1/site", parameters, question.scenario, running.signal);
      status.textContent = "";
      fill(result, found(answer, () => adopt(parameters, question.scenario, running.signal)));
    } catch (error) {
      status.textContent = error.name === "AbortError" ? t("planCancelled") : error.message;
    } finally {
      clearInterval(timer);
      setRunning(false);
    }
  }

  function setRunning(isRunning) {
    start.disabled = isRunning;
    cancel.hidden = !isRunning;
    progress.hidden = !isRunning;
    if (isRunning) cancel.focus();
    else if (!signal.aborted) start.focus();
  }

  async function adopt(parameters, scenario, own) {
    const response = await fetched(
      "/v1/site", { ...parameters, format: "xml" }, scenario, "application/xml", own);
    take(await response.text());
  }

  fill(
    element,
    h("form", {
      class: "row", onsubmit: (event) => {
        event.preventDefault();
        run();
      },
    }, field(choose, "planSiteWhat"), field(budget, "planSiteBudget"),
    field(seconds, "planSiteSeconds"), start, cancel),
    progress, status, result);
}

function found(answer, adopt) {
  const { objective } = answer;
  return [
    h("p", {}, h("strong", {}, t(
      "planSiteDone", number(answer.after.people), number(answer.before.people))), " ",
    objective.isProven
      ? t("planSiteProven")
      : t("planSiteBound", number(objective.bound ?? answer.after.people))),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planSite") },
      h("table", {},
        h("thead", {}, h(
          "tr", {}, h("th", { scope: "col" }, t("planSiteWhere")),
          h("th", { scope: "col" }, t("planSiteWhat")),
          h("th", { scope: "col" }, t("planSiteAdded")))),
        h("tbody", {}, answer.sites.map((site) => h(
          "tr", {}, h("th", { scope: "row" }, site.name),
          h("td", {}, t(`planSite-${site.action}`)),
          h("td", { class: "number" }, number(site.peopleAdded ?? 0))))))),
    answer.sites.length > 0 && h(
      "button", { type: "button", onclick: adopt }, t("planSiteUse")),
  ];
}
