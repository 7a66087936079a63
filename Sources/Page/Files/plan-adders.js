// The forms by which changes are thought of: a bridge, an area, a capability, half days of staff, a
// new facility.

import { get } from "./api.js";
import { fill, h, number, t } from "./base.js";
import { ask } from "./plan-access.js";
import { SESSIONS } from "./plan-changes.js";
import { matches, picker } from "./plan-picker.js";

/** Up to this many crossings of one name can be closed at once. */
const MOST_AT_ONCE = 8;

const MOST_FOUND = 10;

/**
 * The forms.
 *
 * @param {Object} desk `plan` is what is looked at, `attempt(kind, ...parts)` takes up a change,
 *   `name(code, text)` tells the name of a record, `touched` draws a box on the map.
 * @param {AbortSignal} signal Ends everything.
 */
export function adders(desk, signal) {
  let crossings = null;
  async function findCrossings(text, own) {
    crossings ??= get("/v1/crossings", { at: desk.plan.at() }).then(({ data }) =>
      data.filter((one) => one.name && !one.standing && one.mode !== "air"));
    const all = await crossings;
    own.throwIfAborted();
    const names = [...new Set(all.map((one) => one.name))].filter((one) => matches(one, text));
    const options = names.slice(0, MOST_FOUND).map((name) => ({ name, value: [name] }));
    if (names.length > 1 && names.length <= MOST_AT_ONCE) {
      options.unshift({ name: t("planCloseAll", number(names.length)), value: names });
    }
    return options;
  }
  const find = (kind) => async (text, own) => {
    const { data } = await get("/v1/search", { text, kind, limit: MOST_FOUND }, { signal: own });
    return data.map((one) => ({ name: one.name, detail: one.in, value: one }));
  };
  const sessions = sessionButtons();
  const more = h(
    "details", {}, h("summary", {}, t("planMore")),
    h("div", { class: "stack" },
      picker({
        name: "flood", label: t("planFlood"), hint: t("planFloodHint"), find: find("place"), signal,
        choose: (place) => {
          desk.name(place.id, place.name);
          desk.attempt("flood", place.id);
        },
      }),
      h("button", { type: "button", onclick: () => desk.touched.drawBox() },
        "▭ ", t("planFloodBox")),
      picker({
        name: "give", label: t("planGive"), hint: t("planFacilityHint"),
        find: find("facility"), signal,
        choose: (facility) => {
          desk.name(facility.id, facility.name);
          desk.attempt("can", facility.id, desk.plan.need);
        },
      }),
      h("fieldset", { class: "plan-sessions" }, h("legend", {}, t("planSessions")),
        sessions.element),
      picker({
        name: "send", label: t("planSend"), hint: t("planFacilityHint"),
        find: find("facility"), signal,
        choose: (facility) => {
          desk.name(facility.id, facility.name);
          desk.attempt("sessions", facility.id, desk.plan.need, sessions.chosen.join());
        },
      }),
      picker({
        name: "build", label: t("planBuild"), hint: t("planBuildHint"), find: find("place"), signal,
        choose: (place) => build(desk, place.id, place.name),
      })));
  return h(
    "div", { class: "stack" },
    picker({
      name: "close", label: t("planClose"), hint: t("planCloseHint"), find: findCrossings, signal,
      choose: (names) => desk.attemptAll(names.map((name) => ["close", name])),
    }),
    more);
}

/** Thinks of a facility at the point of a commune. */
export async function build(desk, place, name) {
  const { records } = await ask(`/v1/records/${encodeURIComponent(place)}`, {}, null);
  const { lat, lon } = records.find((one) => one.record === "place") ?? {};
  if (lat === undefined) return;
  desk.name(place, name);
  desk.attempt("build", place, desk.plan.need, String(lat), String(lon));
}

/** A button for each half day of a week. */
function sessionButtons() {
  const chosen = new Set(["1m", "3m", "5m"]);
  const element = h("div", { class: "plan-week" });
  function draw() {
    fill(element, [1, 2, 3, 4, 5].map((day) => h(
      "div", {}, h("div", { class: "small", "aria-hidden": "true" }, t(`planDay-${day}`)),
      SESSIONS.filter((one) => one.days === String(day)).map(({ code }) => {
        const part = t(code.endsWith("m") ? "planMorning" : "planAfternoon");
        return h("button", {
          type: "button", class: "small", "aria-pressed": String(chosen.has(code)),
          "aria-label": `${t(`planDay-${day}`)} ${part}`,
          onclick: (event) => {
            if (!chosen.delete(code)) chosen.add(code);
            // One half day at least: without any there is no change.
            if (chosen.size === 0) chosen.add(code);
            event.currentTarget.setAttribute("aria-pressed", String(chosen.has(code)));
          },
        }, part);
      }))));
  }
  draw();
  return {
    element,
    get chosen() {
      return SESSIONS.map((one) => one.code).filter((code) => chosen.has(code));
    },
  };
}
