// Proposed corrections: editors see the difference and confirm or reject it; what was confirmed can be undone.

import "./words-board.js";
import "./words-hospital.js";

import { get, onChange } from "./api.js";
import { act, may } from "./acting.js";
import { clock, day, fill, h, t, watch } from "./base.js";
import { hospitalAddress } from "./board-facilities.js";
import { stylesOfBoard } from "./board-frame.js";
import { named } from "./facility-name.js";
import { whoAmI } from "./session.js";
import { written } from "./present.js";

/** Shows all corrections. */
export async function show(main, parameters, signal) {
  await Promise.all([stylesOfBoard(), whoAmI()]);
  const list = await correctionList(signal, { heading: null });
  if (signal.aborted) return;
  fill(main, h("h1", { tabindex: "-1" }, t("correctionsTitle")), list);
}

/**
 * The corrections, of one facility or all.
 *
 * @param {AbortSignal} signal Ends what it asks and hears.
 * @param {{facility: ?string, heading: ?string}} [options] `heading` null where the page has its own.
 */
export async function correctionList(signal, { facility = null, heading = "corrections" } = {}) {
  const list = h("ul", { class: "plain stack" });
  const items = new Map();

  async function load() {
    const { data } = await get("/v1/corrections", {}, { signal });
    const wanted = data.corrections.filter((file) => !facility || file.facility === facility);
    for (const file of wanted) {
      if (!items.has(file.entry)) items.set(file.entry, correctionItem(signal));
      items.get(file.entry).show(file);
    }
    fill(list, wanted.length ? wanted.map((file) => items.get(file.entry).element)
      : h("li", { class: "soft" }, t("correctionsNone")));
  }

  const quietly = () => load().catch(() => {});
  await load().catch((error) => {
    if (error.name === "AbortError") throw error;
    fill(list, h("li", { class: "soft" }, error.status === 0 ? t("offline") : error.message));
  });
  onChange((entry) => entry.kind.startsWith("correction."), quietly, { signal });
  watch(["asker"], quietly, signal);
  return h(
    "section", heading ? { "aria-labelledby": "corrections" } : {},
    heading ? h("h2", { id: "corrections" }, t(heading)) : null, list);
}

function correctionItem(signal) {
  const head = h("div", {});
  const body = h("div", {});
  const actions = h("div", { class: "row no-print" });
  const element = h("li", { class: "card stack correction-item" }, head, body, actions);
  let file = null;

  async function decide(decision, word) {
    await act(`/v1/corrections/${file.entry}/decision`, { decision },
      `${word}: ${file.note}`, { undo: false });
  }

  async function open() {
    const { data } = await get(`/v1/corrections/${file.entry}`, {}, { signal });
    fill(body,
      data.difference ? differenceList(data.difference) : null,
      h("details", {}, h("summary", {}, t("correctionDocument")),
        h("pre", { class: "difference" }, data.delta)));
  }

  function show(next) {
    file = next;
    element.dataset.entry = file.entry;
    element.dataset.standing = file.standing;
    const proposed = written(Date.parse(file.proposed));
    fill(head,
      h("p", {}, h("strong", {}, file.note), " · ", file.standingText),
      h("p", { class: "small soft" }, file.author.replace(/^\w+\//, ""), ", ",
        clock(proposed), " ", day(proposed), file.facility ? " · " : null,
        file.facility
          ? named(h("a", { href: hospitalAddress(file.facility) }), file.facility) : null));
    const button = (key, decision, properties = {}) => h("button", {
      type: "button", "aria-label": `${t(key)}: ${file.note}`,
      onclick: () => decide(decision, t(key)), ...properties,
    }, t(key));
    fill(actions,
      h("button", {
        type: "button", "aria-label": `${t("correctionShow")}: ${file.note}`, onclick: open,
      }, t("correctionShow")),
      may("edit") && file.standing === "proposed"
        ? [
          button("correctionConfirm", "confirmed", { class: "primary" }),
          button("correctionReject", "rejected", { class: "danger" }),
        ] : null,
      may("edit") && file.standing === "confirmed" ? button("correctionUndo", "undone") : null);
  }

  return { element, show };
}

/** The difference that a correction makes, as the service tells it: field by field, now and then. */
function differenceList(difference) {
  const rows = difference.records.flatMap((record) =>
    (record.changes ?? []).map((change) => [record, change]));
  const whole = difference.records.filter((record) => !record.changes?.length);
  if (!difference.records.length) return h("p", {}, t("correctionSame"));
  return h(
    "div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("correctionShow") },
    rows.length ? h("table", { class: "compare" },
      h("thead", {}, h("tr", {}, ["correctionField", "correctionNow", "correctionThen"].map((key) =>
        h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, rows.map(([record, change]) => h("tr", {},
        h("th", { scope: "row" }, record.key, " ", change.field),
        h("td", {}, change.old ?? "—"), h("td", {}, change.new ?? "—"))))) : null,
    h("ul", { class: "plain" }, whole.map((record) =>
      h("li", {}, record.status, ": ", record.kind, " ", record.key))));
}
