// A target of an answer: the first one large, those behind it small.

import { callLink, clock, day, duration, durations, h, number, t } from "./base.js";

/** A mark: its shape stands beside the word, for those to whom colours say nothing. */
export function mark(kind, shape, words) {
  return h("span", { class: "mark " + kind }, h("span", { "aria-hidden": "true" }, shape, " "), words);
}

/** How sure a statement is: a shape and a word beside the colour. */
export function confidenceMark(confidence) {
  const marks = {
    high: ["●", "good", "answerSure"], medium: ["◐", "warn", "answerFairlySure"],
  };
  const [shape, kind, key] = marks[confidence] ?? ["○", "bad", "answerUnsure"];
  return mark(kind, shape, t(key));
}

/**
 * Whether the service is there on arrival, with what is known of it; unknown never looks like open.
 */
export function openingMark({ opening, probability }) {
  const isKnown = typeof probability === "number";
  const [shape, kind] = !isKnown
    ? ["?", "unknown"] : probability >= 0.999 ? ["✓", "good"] : ["≈", "warn"];
  const said = !isKnown ? t("answerHoursUnknown")
    : kind === "good" ? t("answerOpen") : t("answerChance", number(probability * 100));
  // The words of the service say more than ours; where they say the same they stand alone.
  const words = opening && opening.toLowerCase() !== said.toLowerCase() ? opening : said;
  return mark(kind, shape, words);
}

/** The facility's own report, with its age. */
export function reportMark({ status }) {
  if (!status) return h("span", { class: "mark soft" }, t("answerNoReport"));
  if (status.weight === "expired") return h("span", { class: "mark unknown" }, t("answerExpired"));
  const said = typeof status.ageMinutes === "number"
    ? t("answerReported", duration(status.ageMinutes)) : clock(status.reported);
  return h(
    "span", { class: "mark live " + (status.weight === "fresh" ? "good" : "warn") }, said,
    status.expires && [" · ", t("answerReportedUntil", clock(status.expires))]);
}

/** The minutes with their range. */
function minutes({ minutes: usual, minutesLow, minutesHigh }) {
  return [
    h("strong", { class: "number minutes" }, duration(usual)),
    typeof minutesLow === "number" && h(
      "span", { class: "soft number" }, " (", durations(minutesLow, minutesHigh), ")"),
  ];
}

function arrival(target, asked) {
  const isSameDay = target.arrival.slice(0, 10) === asked.at.slice(0, 10);
  return isSameDay
    ? t("answerArrival", clock(target.arrival))
    : t("answerArrivalDay", clock(target.arrival), day(target.arrival));
}

/** The button that calls, with the number on it; null where there is no number. */
export function callButton(name, phone, properties) {
  return callLink(
    phone, { "aria-label": t("answerCallName", name, phone), ...properties },
    h("span", {}, "☎ ", t("answerCallWord")), h("span", { class: "number" }, phone));
}

/**
 * The first target, large.
 *
 * @param {Object} target The target.
 * @param {Object} asked The `query` of the answer.
 * @param {?Element} action What can be done with it, beside calling.
 */
export function firstTarget(target, asked, action) {
  const { facility } = target;
  return h(
    "section", { class: "card first", "aria-label": facility.name },
    h("h2", {}, facility.name),
    h("p", { class: "figures" }, minutes(target), " · ",
      h("strong", {}, arrival(target, asked)), " · ", t("answerKm", number(target.km))),
    h("p", { class: "marks" }, openingMark(target), reportMark(target),
      confidenceMark(target.capability.confidence)),
    (target.cautions ?? []).map((caution) => h("p", { class: "caution" }, "⚠ ", caution)),
    h("div", { class: "row act" },
      callButton(facility.name, facility.phone, { class: "button primary big call" }) ??
        h("span", { class: "caution" }, t("answerNoPhone")),
      action));
}

/** One of those behind it. */
export function nextTarget(target, asked) {
  const { facility } = target;
  return h(
    "section", { class: "card next", "aria-label": facility.name },
    h("h3", {}, facility.name),
    h("div", {},
      h("p", {}, minutes(target), " · ", arrival(target, asked)),
      h("p", { class: "marks small" }, openingMark(target), reportMark(target),
        confidenceMark(target.capability.confidence))),
    callButton(facility.name, facility.phone, { class: "button call" }) ??
      h("span", { class: "soft small" }, t("answerNoPhone")));
}
