// The facts about a facility with source, date and how sure they are; beside each the way to correct it.

import { callLink, day, fill, h, number, t } from "./base.js";
import { correctionForm } from "./correction-form.js";
import { may } from "./acting.js";
import { capabilityName } from "./status.js";

const confidences = { high: "factHigh", medium: "factMedium", low: "factLow" };
const phoneKinds = {
  emergency: "phoneKindEmergency", stroke: "phoneKindStroke", switchboard: "phoneKindSwitchboard",
  other: "phoneKindOther",
};

/** The kind of a telephone line in words. */
export const phoneKind = (kind) => phoneKinds[kind] ? t(phoneKinds[kind]) : kind ?? "";

/** A date of any precision in the order of the language: "2026", "06/2026", "25/11/2026". */
function shownDate(text) {
  if (text.length === 4) return text;
  return text.length === 7 ? `${text.slice(5)}/${text.slice(0, 4)}` : day(text);
}

function hours(windows) {
  if (!windows?.length) return t("factNoHours");
  return windows.map((window) => {
    if (window.sessionsPerWeek) return t("factSessions", number(Number(window.sessionsPerWeek)));
    const isWhole = window.opens === "00:00" && window.closes === "24:00";
    if (isWhole && !window.days) return t("factAllHours");
    const days = window.days ? weekdays(window.days) + " " : "";
    return days + (window.opens ? `${window.opens}–${window.closes}` : "");
  }).join("; ");
}

function weekdays(digits) {
  const names = [...digits].map((digit) => {
    const date = new Date(Date.UTC(2024, 0, Number(digit)));
    const { lang } = document.documentElement;
    return date.toLocaleDateString(lang, { weekday: "short", timeZone: "UTC" });
  });
  return names.length > 2 && /^(1234567|123456|12345)/.test(digits)
    ? `${names[0]}–${names.at(-1)}` : names.join(", ");
}

/**
 * The sheet of facts.
 *
 * @param {Object} dossier The answer of the service.
 * @param {Object} terms The terms of the network.
 * @param {AbortSignal} signal Ends what the forms ask.
 */
export function factSheet(dossier, terms, signal) {
  const record = dossier.records[0];
  const statements = dossier.statements ?? [];
  const place = h("div", {});

  function correct(subject, button) {
    const close = () => {
      fill(place);
      button.focus();
    };
    fill(place, correctionForm(dossier, terms, subject, close, signal));
    place.querySelector("input, select").focus();
  }

  const correction = (label, subject) => may("report", record.id) ? h("button", {
    type: "button", class: "no-print", "aria-label": label,
    onclick: (event) => correct(subject, event.currentTarget),
  }, t("correct")) : null;

  const rows = [
    ["factName", record.name], ["factEnglish", record.nameEn],
    ["factOther", (record.names ?? []).map((item) => item.value).join("; ")],
    ["factAddress", record.address],
    ["factPhones", (record.contact ?? []).length ? h(
      "ul", { class: "plain" }, record.contact.map((contact) => h(
        "li", {}, callLink(contact.value), " ", h(
          "span", { class: "small soft" }, phoneKind(contact.kind))))) : null,
    correction(t("correctPhone"), { kind: "phone" })],
    ["factBeds", (record.beds ?? []).map((beds) =>
      [beds.value, beds.note].filter(Boolean).join(" – ")).join("; ")],
    ["factSource", h("details", { class: "small" },
      h("summary", {}, t("factConfidence", t(confidences[record.confidence] ?? "factMedium"))),
      h("p", { class: "soft" }, record.source ?? ""))],
  ].filter(([, value, action]) => value || action);

  return h(
    "section", { "aria-labelledby": "facts" },
    h("h2", { id: "facts" }, t("facts")), h("p", { class: "small soft" }, t("factsIntro")),
    h("table", { class: "facts" }, h("tbody", {}, rows.map(([key, value, action]) => h(
      "tr", {}, h("th", { scope: "row" }, t(key)),
      h("td", {}, value, action ? [" ", action] : null))))),
    h("h3", {}, t("factSkills")),
    h("ul", { class: "plain stack" }, statements.map((item) => {
      const name = capabilityName(terms, item.code);
      return h(
        "li", { class: "card skill", "data-code": item.code },
        h("div", { class: "skill-head" },
          h("div", {},
            h("p", {}, h("strong", {}, name), ": ", h(
              "span", { class: item.value === "yes" ? "state-normal" : "state-closed" },
              item.value === "yes" ? "● " + t("factYes") : "■ " + t("factNo"))),
            h("p", { class: "small" }, [
              t("factHours", hours(item.window)),
              t("factConfidence", t(confidences[item.confidence] ?? "factMedium")),
              item.from ? t("factFrom", shownDate(item.from)) : null,
              item.to ? t("factTo", shownDate(item.to)) : null,
              item.firstEvidence ? t("factSeen", shownDate(item.firstEvidence)) : null,
            ].filter(Boolean).join(" · "))),
          correction(t("correctSkill", name), { kind: "capability", code: item.code })),
        item.source ? h("details", { class: "small" },
          h("summary", { "aria-label": `${t("factSource")}: ${name}` }, t("factSource")),
          h("p", { class: "soft" }, item.source,
            item.quote ? ` “${item.quote}”` : null, item.note ? ` (${item.note})` : null)) : null);
    })),
    may("report", record.id) ? h("button", {
      type: "button", class: "no-print",
      onclick: (event) => correct({ kind: "capability", code: null }, event.currentTarget),
    }, t("correctAdd")) : null,
    place);
}
