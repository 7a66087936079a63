// Bridges, ferries, roads and areas that are reported closed; a ferry is stopped in three touches.

import { get } from "./api.js";
import { act, may, undo } from "./acting.js";
import { fill, h, t } from "./base.js";
import { foldedForm } from "./board-form.js";
import { closureMap } from "./board-map.js";
import { shownEnd, untilChoice } from "./until.js";

/** The closed crossing, road or area in words. */
function named(closure) {
  if (closure.crossing) return closure.crossing;
  if (closure.placeName ?? closure.place) {
    return t("crossingPlace", closure.placeName ?? closure.place);
  }
  if (closure.box) return t("crossingBox");
  return closure.link ?? t("crossingLinks", closure.links.length);
}

/**
 * The closures.
 *
 * @returns {{element: HTMLElement, show: function(Object)}} `show(board)` draws an answer.
 */
export function closures() {
  const list = h("div", { class: "live" });
  const { button, place } = foldedForm(
    t("crossingClose"), (done, signal) => closureForm(() => closed, done, signal));
  const element = h(
    "section", { "aria-labelledby": "crossings" },
    h("h2", { id: "crossings" }, t("crossings")), list, button, place);

  let closed = [];

  function show(board) {
    closed = board.closures;
    button.hidden = !may("coordinate");
    const { closures: all } = board;
    fill(list, all.length ? h("ul", { class: "plain" }, all.map((closure) => h(
      "li", { class: "card closed", "data-entry": closure.entry },
      h("p", {}, h("span", { class: "state-closed", "aria-hidden": "true" }, "✕ "),
        h("strong", {}, named(closure))),
      h("p", { class: "small soft" }, [
        closure.until ? t("boardUntil", shownEnd(closure.until)) : null,
        closure.links.length > 1 ? t("crossingLinks", closure.links.length) : null,
        closure.note,
      ].filter(Boolean).join(" · ")),
      may("coordinate") ? h("button", {
        type: "button", class: "no-print", "aria-label": `${t("crossingOpen")}: ${named(closure)}`,
        onclick: () => undo(closure.entry),
      }, t("crossingOpen")) : null)))
      : h("p", { class: "soft" }, t("crossingsNone")));
  }

  return { element, show };
}

/** The form that closes a crossing: its name or a touch on the map, then until when. */
function closureForm(closed, done, signal) {
  const found = h("div", { role: "status" });
  const map = h("div", {});
  const field = h("input", {
    id: "crossing-name", type: "search", autocomplete: "off", oninput: () => look(field.value),
  });
  let asking = 0;

  async function look(text) {
    const mine = ++asking;
    if (text.trim().length < 2) return fill(found);
    const crossings = await get("/v1/crossings", { text, limit: 12 })
      .then(({ data }) => data, () => []);
    if (mine !== asking) return;
    const names = [...new Set(crossings.map((crossing) => crossing.name))];
    fill(found, names.length
      ? h("ul", { class: "plain stack" }, names.map((name) => h(
        "li", {}, h("button", {
          type: "button", class: "wide", onclick: () => choose({ crossing: name }, name),
        }, name))))
      : h("p", {}, t("crossingNone")));
  }

  function choose(target, name) {
    // A search that is still under way is ignored from now on.
    asking += 1;
    fill(found, untilChoice(t("crossingFor", name), async (until) => {
      const sentence = t("crossingDone", name, shownEnd(until));
      if (await act("/v1/closures", { ...target, until }, sentence)) done();
    }, { hours: [1, 2, 6, 12], clocks: ["05:00"] }));
    found.querySelector("button").focus();
  }

  async function openMap(event) {
    event.currentTarget.hidden = true;
    try {
      await closureMap(map, closed(), choose, signal);
    } catch (error) {
      if (error.name !== "AbortError") fill(map, h("p", { role: "alert" }, t("offline")));
    }
  }

  return h(
    "div", { class: "card stack" }, h("label", { for: "crossing-name" }, t("crossingFind")), field,
    found, h("button", { type: "button", onclick: openMap }, t("crossingMap")), map);
}
