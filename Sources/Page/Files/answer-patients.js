// Several patients at one place: rows of need and urgency, and who goes where within the places
// that there are.

import { post } from "./api.js";
import { callButton } from "./answer-target.js";
import { clock, duration, fill, h, t } from "./base.js";

/** The part of an answer. */
export function part({ asked, data, names, signal }) {
  const rows = h("div", { class: "stack" });
  const result = h("div", { role: "status" });
  const capacity = h("input", {
    id: "patients-capacity", type: "number", min: "0", max: "99", inputmode: "numeric",
  });
  const add = (need) => {
    if (rows.children.length < 40) rows.append(patientRow(rows, names, need));
  };
  add(data.query.need);
  return h(
    "form", {
      class: "stack patients", onsubmit: async (event) => {
        event.preventDefault();
        const table = "id,need,severity,count\n" + [...rows.children].map((row, index) => {
          const [need, severity, count] = row.querySelectorAll("select, input");
          return [index + 1, need.value, severity.value, Number(count.value) || 1].join(",");
        }).join("\n") + "\n";
        try {
          const { data: found } = await post("/v1/patients", {
            from: asked.from, at: data.query.at, vehicle: asked.vehicle, weather: asked.weather,
            avoid: asked.avoid, capacity: capacity.value,
          }, table, "text/csv", { signal });
          fill(result, placed(found, names));
        } catch (error) {
          if (error.name === "AbortError") return;
          const sentence = error.status === 0 ? t("offline") : error.message;
          fill(result, h("p", { role: "alert" }, sentence));
        }
      },
    },
    h("p", { class: "soft" }, t("patientsHint")), rows,
    h("button", { type: "button", onclick: () => add(data.query.need) }, "+ ", t("patientsAdd")),
    h("div", {}, h("label", { for: "patients-capacity" }, t("patientsCapacity")), capacity),
    h("button", { class: "primary" }, t("patientsFind")), result);
}

function patientRow(rows, names, chosen) {
  const needs = (names?.needs ?? []).map((specialty) => h(
    "optgroup", { label: specialty.name },
    specialty.capabilities.filter((one) => one.measured || one.code === chosen).map((one) =>
      h("option", { value: one.code, selected: one.code === chosen }, one.name))));
  const row = h(
    "div", { class: "row patient" },
    h("select", { "aria-label": t("patientsNeed") }, needs),
    h("select", { "aria-label": t("patientsUrgency") },
      (names?.triage ?? []).map(({ code, name }) =>
        h("option", { value: code }, `${code} · ${name}`))),
    h("input", {
      type: "number", min: "1", max: "99", value: "1", inputmode: "numeric",
      "aria-label": t("patientsCount"),
    }),
    h("button", {
      type: "button", class: "quiet", "aria-label": t("patientsRemove"),
      onclick: () => { if (rows.children.length > 1) row.remove(); },
    }, "✗"));
  return row;
}

/** The plan: a row for each patient, in the order of leaving. */
function placed({ summary, patients, facilities }, names) {
  const ordered = [...patients].sort((one, other) => one.leaves - other.leaves);
  const classes = Object.fromEntries((names?.triage ?? []).map(({ code, name }) => [code, name]));
  const needs = Object.fromEntries((names?.needs ?? []).flatMap((specialty) =>
    specialty.capabilities.map(({ code, name }) => [code, name])));
  const assumed = facilities.some(({ basis }) => basis?.code === "assumed");
  return [
    h("p", {}, h("strong", {}, t("patientsPlaced", summary.placed, summary.patients))),
    assumed && h("p", { class: "caution" }, "? ", t("patientsAssumed")),
    h("ol", {}, ordered.map(({ id, need, severity, target, ask, passedOver }) => h(
      "li", { class: "card" },
      h("strong", {}, `${id} · ${classes[severity] ?? severity} · ${needs[need] ?? need}`),
      target
        ? h("p", { class: "row" },
          h("span", {}, target.facility.name, " · ", duration(target.minutes), " · ",
            t("answerArrival", clock(target.arrival))),
          callButton(target.facility.name, target.facility.phone, { class: "button call" }))
        : [
          h("p", { class: "caution" }, t("patientsUnplaced")),
          [...new Set((passedOver ?? []).map(({ text }) => text))].slice(0, 3)
            .map((text) => h("p", { class: "soft" }, text)),
          (ask ?? []).slice(0, 3).map(({ facility, minutes }) => h("p", {},
            t("answerAskFirst"), ": ", facility.name, " · ", duration(minutes), " ",
            callButton(facility.name, facility.phone, { class: "button call" }))),
        ]))),
  ];
}
