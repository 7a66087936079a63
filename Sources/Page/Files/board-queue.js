// Entries that wait to be sent or were refused by the service: shown until somebody decides.

import { clock, fill, h, t, watch } from "./base.js";
import { written } from "./present.js";
import { again, drop, waiting } from "./queue.js";

/** The section of what waits; hidden while nothing does. */
export function waitingList(signal) {
  const list = h("ul", { class: "plain stack" });
  const element = h(
    "section", { class: "waiting", "aria-labelledby": "waiting", hidden: true },
    h("h2", { id: "waiting" }, t("queueTitle")), list);

  async function draw() {
    const entries = await waiting();
    if (signal.aborted) return;
    element.hidden = !entries.length;
    fill(list, entries.map((entry) => {
      const reason = entry.problem && (entry.problem.detail ?? entry.problem.title ?? "");
      return h(
        "li", { class: "card", "data-state": entry.problem ? "refused" : "waiting" },
        h("p", {}, h("strong", {}, entry.sentence)),
        h("p", { class: "small" }, [
          t("queueMade", clock(written(entry.made))), entry.problem ? null : "↑ " + t("queueWaits"),
        ].filter(Boolean).join(" · ")),
        entry.problem ? h("p", { class: "state-closed" }, "✕ ", t("queueRefused", reason)) : null,
        h("div", { class: "row" },
          entry.problem ? h("button", { type: "button", onclick: () => again(entry).then(draw) },
            t("queueAgain")) : null,
          h("button", {
            type: "button", "aria-label": `${t("queueDrop")}: ${entry.sentence}`,
            onclick: () => drop(entry.key).then(draw),
          }, t("queueDrop"))));
    }));
  }

  watch(["pending"], draw, signal);
  draw();
  return element;
}
