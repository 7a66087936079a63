// Directly, or by a nearer first stop: the card with the clocks, where the network has such a
// pathway.

import { get } from "./api.js";
import { clock, day, duration, durations, h, number, t } from "./base.js";
import { callButton, confidenceMark, mark } from "./answer-target.js";

/** The pathway of a need; undefined where there is none. */
export function pathwayOf(need, names) {
  return (names?.needs ?? []).flatMap((specialty) => specialty.pathways)
    .find(({ first, definitive }) => first === need || definitive === need);
}

/** The part of an answer. */
export async function part({ asked, data, names, signal }) {
  const { definitive } = pathwayOf(data.query.need, names);
  const { data: found } = await get("/v1/route", {
    from: asked.from, need: definitive, at: data.query.at, vehicle: asked.vehicle,
    weather: asked.weather, avoid: asked.avoid, severity: asked.severity, onset: asked.onset,
    minConfidence: asked.minConfidence, strategy: "compare",
  }, { signal });
  const { pathway, recommendation, options, losses, otherRules } = found;
  const best = options.find((option) => option.number === recommendation?.option);
  return [
    h("p", { class: "soft" }, pathway.name),
    !asked.onset && h("p", { class: "soft" }, "? ", t("strategyNoOnset")),
    recommendation && advice(recommendation, best, true),
    options.map((option) => way(option, option === best, found.query.at)),
    (losses ?? []).map((loss) => h(
      "p", { class: "caution" }, "⚠ ",
      t("strategyLoss", nameOfClock(options, loss.clock), loss.keptBy))),
    otherRules?.length > 0 && h(
      "details", { class: "more" }, h("summary", {}, t("strategyRules")),
      otherRules.map((rule) =>
        advice(rule, options.find((option) => option.number === rule.option), false))),
  ];
}

function nameOfClock(options, id) {
  return options.flatMap((option) => option.clocks).find((one) => one.id === id)?.name ?? id;
}

function advice(rule, option, isFirst) {
  const decision = t("strategyDecision-" + rule.decision, option?.number ?? "");
  return h(
    "div", { class: isFirst ? "card first" : "card" },
    h(isFirst ? "h3" : "h4", {}, decision),
    h("p", {}, rule.because),
    rule.flip && h("p", { class: "soft" }, "→ ", t("strategyFlip", rule.flip)),
    h("p", { class: "soft small" }, rule.ruleName, " · ", rule.sourceName, " · ",
      confidenceMark(rule.confidence)));
}

/** One way: its stops, when treatment is, and its clocks. */
function way(option, isBest, departure) {
  const { first, definitive, leavingAt, firstTreatment, definitiveTreatment, isBestCase } = option;
  const title = option.way === "direct" ? t("strategyDirect") : t("strategyVia");
  return h(
    "section", { class: "card option" },
    h("h3", {}, `${option.number}. ${title}`, isBest && ` ★ ${t("strategyBest")}`),
    first && stop(first, "1", departure),
    first && leavingAt && h(
      "p", { class: "soft" }, t("strategyLeaves", moment(leavingAt, departure))),
    stop(definitive, first ? "2" : null, departure),
    h("p", {},
      firstTreatment && [t("strategyFirst", range(firstTreatment)), ". "],
      definitiveTreatment && [t("strategyDefinitive", range(definitiveTreatment)), "."]),
    isBestCase && h("p", { class: "caution" }, t("strategyBestCase")),
    h("ul", { class: "clocks" }, option.clocks.map((one) => clockLine(one, departure))));
}

function stop({ facility, arrival, minutes }, order, departure) {
  return h(
    "p", { class: "row" },
    h("span", {}, order && order + ". ", h("strong", {}, facility.name), " · ",
      t("answerArrival", moment(arrival, departure)), " · ", duration(minutes)),
    callButton(facility.name, facility.phone, { class: "button call" }));
}

function range({ low, usual, high }) {
  return low === high
    ? duration(usual) : `${duration(usual)} (${durations(low, high)})`;
}

function moment(instant, departure) {
  return instant.slice(0, 10) === departure.slice(0, 10)
    ? clock(instant) : `${clock(instant)} ${day(instant)}`;
}

/** A clock: a shape and a word for where it stands, then how much is left or missed. */
function clockLine(one, departure) {
  const kinds = {
    kept: ["✓", "good"], tight: ["≈", "warn"], extended: ["≈", "warn"], missed: ["✗", "bad"],
    open: ["…", "unknown"], unknown: ["?", "unknown"],
  };
  const [shape, kind] = kinds[one.standing] ?? kinds.unknown;
  return h(
    "li", {},
    mark(kind, shape, t("strategyStanding-" + one.standing)),
    " ", h("strong", {}, one.name), " (", duration(one.limit),
    one.extendedLimit && t("strategyExtended", duration(one.extendedLimit)), ")",
    typeof one.margin === "number" && [
      " · ",
      t(one.margin >= 0 ? "strategyLeft" : "strategyMissed", duration(Math.abs(one.margin)))],
    typeof one.chance === "number" && one.standing !== "kept" && [
      " · ", t("strategyChance", number(one.chance * 100))],
    one.latestOnset && [" · ", t("strategyLatest", moment(one.latestOnset, departure))]);
}
