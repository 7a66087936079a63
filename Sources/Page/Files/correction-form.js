// Proposes a correction: the record as the service has it, changed by hand, as a delta document.

import { act } from "./acting.js";
import { h, t } from "./base.js";
import { phoneKind } from "./hospital-facts.js";
import { present, written } from "./present.js";
import { capabilityName } from "./status.js";

const NAMESPACE = "urn:tuyen:exchange:1";

/**
 * The form of a correction.
 *
 * @param {Object} dossier What is known of the facility.
 * @param {Object} terms The terms of the network.
 * @param {{kind: string, code: ?string}} subject "phone", or "capability" with its code; null for a further one.
 * @param {function} close Closes the form.
 * @param {AbortSignal} signal Ends what it asks.
 */
export function correctionForm(dossier, terms, subject, close, signal) {
  const record = dossier.records[0];
  const problem = h("p", { role: "alert" });
  const source = h("input", { id: "correct-source", maxlength: "400", required: true });
  const note = h("textarea", { id: "correct-note", rows: "2", maxlength: "400" });
  const part = subject.kind === "phone"
    ? phonePart(record) : skillPart(dossier, terms, subject.code);

  async function propose(event) {
    event.preventDefault();
    problem.textContent = "";
    if (!source.value.trim()) {
      problem.textContent = t("correctMissing");
      return source.focus();
    }
    try {
      const given = await documentOf(record.id, signal);
      const changed = part.change(given);
      if (!changed) {
        problem.textContent = t("correctUnchanged");
        return;
      }
      part.credit(changed, source.value.trim());
      const delta = deltaOf(given, changed, t("correctTitle", record.name));
      const isDone = await act("/v1/corrections", {
        facility: record.id, note: note.value.trim() || part.sentence(), delta,
      }, t("correctDone", record.name), { undo: false });
      if (isDone) close();
    } catch (error) {
      if (error.name === "AbortError") return;
      problem.textContent = error.status === 0 ? t("offline") : error.message;
    }
  }

  return h(
    "form", { class: "card stack correction", onsubmit: propose },
    h("h3", {}, part.title), part.fields,
    h("div", {}, h("label", { for: "correct-source" }, t("correctSource")), source),
    h("div", {}, h("label", { for: "correct-note" }, t("correctNote")), note), problem,
    h("div", { class: "row" },
      h("button", { type: "submit", class: "primary" }, t("correctSend")),
      h("button", { type: "button", onclick: close }, t("close"))));
}

/** The facility and the statements about it as the service writes them. */
async function documentOf(id, signal) {
  const response = await fetch(`/v1/facilities/${encodeURIComponent(id)}?format=xml`, { signal });
  if (!response.ok) throw new Error(t("failed", response.status));
  const given = new DOMParser().parseFromString(await response.text(), "application/xml");
  if (given.querySelector("parsererror")) throw new Error(t("failed", "XML"));
  return given;
}

/** The document with the changed record alone. */
function deltaOf(given, changed, title) {
  const root = given.documentElement;
  for (const child of [...root.childNodes]) if (child !== changed) child.remove();
  root.setAttribute("kind", "delta");
  root.setAttribute("asOf", written(present()));
  root.setAttribute("title", title);
  return new XMLSerializer().serializeToString(given);
}

function phonePart(record) {
  const contacts = record.contact?.length ? record.contact : [{ kind: "switchboard", value: "" }];
  const fields = contacts.map((contact, index) => h("input", {
    id: "correct-phone-" + index, type: "tel", value: contact.value, maxlength: "40",
  }));
  return {
    title: t("correctPhone"),
    sentence: () => t("correctPhone"),
    fields: contacts.map((contact, index) => h("div", {}, h(
      "label", { for: "correct-phone-" + index }, t("correctNumber", phoneKind(contact.kind))),
    fields[index])),
    // The rest of the record rests on what it rested on.
    credit(facility, who) {
      const former = facility.getAttribute("source");
      facility.setAttribute("source", former ? `${former}; ${who}` : who);
    },
    change(given) {
      const facility = given.getElementsByTagNameNS(NAMESPACE, "facility")[0];
      const elements = [...facility.getElementsByTagNameNS(NAMESPACE, "contact")];
      let isChanged = false;
      contacts.forEach((contact, index) => {
        const value = fields[index].value.trim();
        if (value === contact.value) return;
        isChanged = true;
        let element = elements[index];
        if (!value) return element?.remove();
        if (!element) {
          element = given.createElementNS(NAMESPACE, "contact");
          element.setAttribute("kind", contact.kind);
          place(facility, element, ["name", "identifier", "placement"]);
        }
        element.setAttribute("value", value);
      });
      return isChanged ? facility : null;
    },
  };
}

function skillPart(dossier, terms, code) {
  const statement = (dossier.statements ?? []).find((item) => item.code === code);
  const known = new Set((dossier.statements ?? []).map((item) => item.code));
  const which = h("select", { id: "correct-which" }, terms.needs.map((specialty) => h(
    "optgroup", { label: specialty.name },
    specialty.capabilities.filter((item) => !known.has(item.code)).map((item) => h(
      "option", { value: item.code }, item.name)))));
  const value = h("select", { id: "correct-value" }, ["yes", "no"].map((one) => h(
    "option", { value: one, selected: one === statement?.value },
    t(one === "yes" ? "factYes" : "factNo"))));
  const own = h("div", { class: "row", hidden: true });
  const opens = h("input", { type: "time", id: "correct-opens", value: "07:00" });
  const closes = h("input", { type: "time", id: "correct-closes", value: "17:00" });
  own.append(
    h("div", {}, h("label", { for: "correct-opens" }, t("correctOpens")), opens),
    h("div", {}, h("label", { for: "correct-closes" }, t("correctCloses")), closes));
  const choices = { keep: "Keep", unknown: "Unknown", all: "All", day: "Day", own: "Own" };
  if (!code) delete choices.keep;
  const hours = h("select", {
    id: "correct-hours", onchange: () => { own.hidden = hours.value !== "own"; },
  }, Object.entries(choices).map(([one, key]) => h(
    "option", { value: one }, t("correctHours" + key))));
  const title = code ? t("correctSkill", capabilityName(terms, code)) : t("correctAdd");

  function windows(given) {
    const made = (fields) => {
      const window = given.createElementNS(NAMESPACE, "window");
      for (const [name, text] of Object.entries(fields)) window.setAttribute(name, text);
      return [window];
    };
    switch (hours.value) {
      case "all": return made({ opens: "00:00", closes: "24:00" });
      case "day": return made({ days: "12345", opens: "07:00", closes: "17:00" });
      case "own": return made({ opens: opens.value, closes: closes.value });
      default: return [];
    }
  }

  return {
    title,
    sentence: () => title,
    fields: [
      code ? null : h("div", {}, h("label", { for: "correct-which" }, t("correctWhich")), which),
      h("div", {}, h("label", { for: "correct-value" }, t("correctValue")), value),
      h("div", {}, h("label", { for: "correct-hours" }, t("correctHours")), hours), own,
    ],
    // Medium until an editor decides how far the new source is to be believed.
    credit(statement, who) {
      statement.setAttribute("source", who);
      statement.setAttribute("confidence", "medium");
    },
    change(given) {
      const all = [...given.getElementsByTagNameNS(NAMESPACE, "capability")];
      let element = all.find((item) => item.getAttribute("code") === code);
      if (!element) {
        element = given.createElementNS(NAMESPACE, "capability");
        element.setAttribute("facility", dossier.records[0].id);
        element.setAttribute("code", which.value);
        element.setAttribute("firstEvidence", written(present()).slice(0, 10));
        given.documentElement.append(element);
      } else if (value.value === element.getAttribute("value") && hours.value === "keep") {
        return null;
      } else {
        // The words and remarks of the former source say nothing of the new statement.
        for (const name of ["quote", "note", "asserted"]) element.removeAttribute(name);
      }
      element.setAttribute("value", value.value);
      if (hours.value !== "keep") {
        for (const old of [...element.getElementsByTagNameNS(NAMESPACE, "window")]) old.remove();
        for (const window of windows(given)) place(element, window, []);
      }
      return element;
    },
  };
}

/** Puts a child behind the last one of some names, else first: the order of children is fixed. */
function place(parent, child, names) {
  const before = [...parent.children].filter((item) => names.includes(item.localName)).at(-1);
  if (before) before.after(child);
  else parent.prepend(child);
}
