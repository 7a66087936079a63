// An end in one touch: a row of usual times, and a field for any other.

import { addWords, clock, day, h, t } from "./base.js";
import { later, next, present, written } from "./present.js";

addWords({
  untilHours: ["{0} giờ", "{0} h"],
  untilClock: ["đến {0}", "until {0}"],
  untilOther: ["Đến giờ khác", "Until another time"],
  untilSend: ["Ghi", "Write"],
});

/** An end in words: its hour, with the day where it is not today. */
export function shownEnd(instant) {
  const today = written(present()).slice(0, 10);
  return instant.slice(0, 10) === today ? clock(instant) : `${clock(instant)} ${day(instant)}`;
}

/**
 * The choice of an end.
 *
 * @param {string} label What ends, for those who listen.
 * @param {function(string)} choose Is called with the instant.
 * @param {{hours?: number[], clocks?: string[]}} [times] The times of one touch.
 */
export function untilChoice(label, choose, { hours = [1, 2, 4, 8], clocks = ["07:00"] } = {}) {
  const other = h("input", {
    type: "datetime-local", "aria-label": t("untilOther"), class: "until-other",
    min: written(present()).slice(0, 16), value: later(360).slice(0, 16),
  });
  return h(
    "div", { class: "until", role: "group", "aria-label": label },
    h("p", { class: "small soft" }, label),
    h(
      "div", { class: "row chips" },
      hours.map((count) => h(
        "button", { type: "button", onclick: () => choose(later(count * 60)) },
        t("untilHours", count))),
      clocks.map((time) => h(
        "button", { type: "button", onclick: () => choose(next(time)) }, t("untilClock", time)))),
    h(
      "form", {
        class: "row", onsubmit: (event) => {
          event.preventDefault();
          if (other.value) choose(other.value + ":00" + written(present()).slice(-6));
        },
      },
      other, h("button", { type: "submit" }, t("untilSend"))));
}
