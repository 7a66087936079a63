// The weather of the region, until a time.

import { act, may, undo } from "./acting.js";
import { fill, h, t } from "./base.js";
import { foldedForm } from "./board-form.js";
import { nameOf } from "./status.js";
import { shownEnd, untilChoice } from "./until.js";

/**
 * The weather.
 *
 * @param {Object} terms The terms of the network.
 * @returns {{element: HTMLElement, show: function(Object)}} `show(board)` draws an answer.
 */
export function weather(terms) {
  const now = h("div", { class: "live" });
  const { button, place } = foldedForm(t("weatherSet"), choices);
  const element = h(
    "section", { "aria-labelledby": "weather" },
    h("h2", { id: "weather" }, t("weather")), now, button, place);

  function choices(done) {
    const panel = h("div", { class: "card stack" });
    fill(panel, terms.weathers.map((kind) => h("button", {
      type: "button", class: "wide", onclick: () => {
        fill(panel, untilChoice(t("weatherFor", kind.name), async (until) => {
          const sentence = t("weatherDone", kind.name, shownEnd(until));
          if (await act("/v1/weather", { weather: kind.code, until }, sentence)) done();
        }, { hours: [3, 6, 12, 24], clocks: ["07:00"] }));
        panel.querySelector("button").focus();
      },
    }, kind.name)));
    return panel;
  }

  function show(board) {
    button.hidden = !may("coordinate");
    const report = board.weather;
    fill(now, report
      ? [
        h("p", {}, h("span", { "aria-hidden": "true" }, "☁ "),
          h("strong", {}, nameOf(terms.weathers, report.weather)), " ",
          h("span", { class: "small soft" }, [
            t("boardUntil", shownEnd(report.until)), report.note,
          ].filter(Boolean).join(" · "))),
        may("coordinate") ? h("button", {
          type: "button", class: "no-print", onclick: () => undo(report.entry),
        }, t("weatherEnd")) : null,
      ]
      : h("p", { class: "soft" }, t("weatherUsual")));
  }

  return { element, show };
}
