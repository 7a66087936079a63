// The facilities of the board: status with age and end, beds, and a diversion in two touches.

import { get } from "./api.js";
import { act, may } from "./acting.js";
import { callLink, fill, h, state, t } from "./base.js";
import { fits } from "./fold.js";
import { bedList, offList, stateMark, stateOf, told } from "./status.js";
import { shownEnd, untilChoice } from "./until.js";

/** The address of a hospital's own board. */
export const hospitalAddress = (id) => "#/hospital/" + encodeURIComponent(id);

const confidences = { high: "boardSure", medium: "boardUnsure", low: "boardDoubtful" };

/**
 * The list of facilities, which keeps what is open while its figures change.
 *
 * @param {Object} terms The terms of the network.
 * @returns {{element: HTMLElement, show: function}} `show(board, filter)` draws an answer.
 */
export function facilityList(terms) {
  const rows = new Map();
  const list = h("ul", { class: "plain facilities" });
  const count = h("p", { class: "small soft", role: "status" });
  const elsewhere = h("div", {});
  const element = h("div", {}, count, list, elsewhere);
  let asking = 0;
  let lookedFor = "";

  async function lookElsewhere(text, shown) {
    if (text === lookedFor) return;
    lookedFor = text;
    const mine = ++asking;
    if (text.trim().length < 2) return fill(elsewhere);
    const found = await get("/v1/search", { text, kind: "facility", limit: 8 })
      .then(({ data }) => data, () => []);
    if (mine !== asking) return;
    const others = found.filter((item) => !shown.has(item.id));
    fill(elsewhere, others.length ? [
      h("h3", {}, t("boardElsewhere")),
      h("ul", { class: "plain" }, others.map((item) => h(
        "li", { class: "other" }, h("a", { href: hospitalAddress(item.id) }, item.name),
        h("span", { class: "small soft" }, " ", item.in ?? "")))),
    ] : []);
  }

  function show(board, { text, status }) {
    const wanted = board.facilities.filter((facility) =>
      (!text || fits(`${facility.name} ${facility.in ?? ""}`, text))
      && (!status || stateOf(facility.live) === status));
    const order = { closed: 0, advisory: 1, normal: 2, unknown: 3 };
    wanted.sort((one, other) =>
      order[stateOf(one.live)] - order[stateOf(other.live)]
      || one.name.localeCompare(other.name, "vi"));
    const ids = new Set(wanted.map((facility) => facility.id));
    for (const [id, row] of rows) {
      if (!ids.has(id)) {
        row.element.remove();
        rows.delete(id);
      }
    }
    let before = null;
    for (const facility of wanted) {
      let row = rows.get(facility.id);
      if (!row) rows.set(facility.id, row = facilityRow(terms));
      row.show(facility);
      const place = before ? before.nextElementSibling : list.firstElementChild;
      // Only what is out of place is moved: what has the focus keeps it.
      if (place !== row.element) list.insertBefore(row.element, place);
      before = row.element;
    }
    const nobody = board.facilities.length ? "boardNobody" : "boardNoReports";
    count.textContent = wanted.length ? t("boardCount", wanted.length) : t(nobody);
    lookElsewhere(text, ids);
  }

  return { element, show };
}

/** One facility. */
function facilityRow(terms) {
  const head = h("div", { class: "facility-head" });
  const facts = h("div", { class: "live" });
  const actions = h("div", { class: "row no-print" });
  const panel = h("div", {});
  const element = h("li", { class: "card facility" }, head, facts, actions, panel);
  let drawn = "";
  let open = null;
  let facility = null;

  function toggle(kind) {
    open = open === kind ? null : kind;
    const name = facility.name;
    fill(panel, open && untilChoice(
      t(kind === "divert" ? "divertFor" : "takeFor", name),
      async (until) => {
        const traffic = kind === "divert" ? "closed" : "normal";
        const sentence = t(kind === "divert" ? "divertDone" : "takeDone", name, shownEnd(until));
        const isDone = await act(
          "/v1/diversions", { facility: facility.id, traffic, until }, sentence, { dated: true });
        if (isDone) toggle(null);
      },
      kind === "divert" ? {} : { hours: [2, 4, 8, 12], clocks: [] }));
    drawActions();
    if (open) panel.querySelector("button").focus();
    else actions.querySelector("button")?.focus();
  }

  function drawActions() {
    const isClosed = ["closed", "advisory"].includes(stateOf(facility.live));
    const kinds = isClosed ? ["take", "divert"] : ["divert"];
    fill(actions, may("report", facility.id) ? kinds.map((kind) => h(
      "button", {
        type: "button", class: kind === "divert" ? "danger" : null,
        "aria-expanded": String(open === kind),
        "aria-label": `${t(kind)} ${facility.name}`, onclick: () => toggle(kind),
      }, t(kind))) : null);
  }

  function show(next) {
    facility = next;
    const able = facility.able;
    fill(
      facts, h("p", {}, stateMark(facility.live), " ", told(facility.live?.traffic)),
      bedList(facility.live, terms), offList(facility.live, terms),
      facility.inbound
        ? h("p", { class: "coming" }, "→ ",
          t(facility.inbound === 1 ? "boardInboundOne" : "boardInbound", facility.inbound))
        : null);
    const text = JSON.stringify([facility, state.asker]);
    if (text === drawn) return;
    drawn = text;
    element.dataset.facility = facility.id;
    element.dataset.state = stateOf(facility.live);
    fill(
      head,
      h("div", {},
        h("h3", {}, h("a", { href: hospitalAddress(facility.id) }, facility.name)),
        h("p", { class: "small soft" }, [
          facility.in, able ? t(confidences[able.confidence] ?? "boardDoubtful") : null,
        ].filter(Boolean).join(" · "))),
      callLink(
        facility.phone, {
          class: "button", "aria-label": t("boardCall", `${facility.name} ${facility.phone}`),
        }, "☎ ", facility.phone));
    const hadFocus = actions.contains(document.activeElement);
    drawActions();
    if (hadFocus) actions.querySelector("button")?.focus();
  }

  return { element, show };
}
