// A case: who is called, who takes the patient, and what is next; what others do is seen at once.

import { act } from "./acting.js";
import { freshKey, get, onChange, send, terms } from "./api.js";
import { say } from "./app.js";
import { callButton } from "./answer-target.js";
import { storedTime } from "./board-frame.js";
import { clock, day, fill, h, style, t } from "./base.js";
import { nextFacilities } from "./case-next.js";
import { caseSteps } from "./case-steps.js";
import { needs, wasSignedOut } from "./session.js";
import "./words-answer.js";
import "./words-case.js";

const MINUTE = 60_000;

/** Shows a case, or the list of those that go on. */
export async function show(main, parameters, signal) {
  if (!(await needs(parameters.get("id") ? "report" : "coordinate"))) {
    if (!signal.aborted && location.hash.startsWith("#/case")) {
      fill(main, h("h1", {}, t("caseList")), h("p", { role: "alert" }, t("caseForbidden")));
    }
    return;
  }
  await style("answer.css");
  const id = parameters.get("id");
  if (!id) {
    const list = await import("./case-list.js");
    return list.showList(main, signal);
  }
  const view = new CaseView(id, signal);
  let [isShown, hasChanged] = [false, false];
  // From the first moment: what changes while the case is loaded is not missed. The next target depends
  // on all that is known, and on where other patients were refused or taken.
  onChange(
    ({ kind, subject }) => subject === "case/" + id || !kind.startsWith("case.")
      || kind === "case.refused" || kind === "case.accepted",
    () => (isShown ? view.reload() : (hasChanged = true)), { signal, together: 300 });
  [view.terms] = await Promise.all([terms(), view.load()]);
  view.draw();
  fill(main, view.element);
  isShown = true;
  if (hasChanged) view.reload();
  // Minutes go by: whoever comes next, when, and whether it is still open then.
  const ticking = setInterval(() => { if (!document.hidden) view.reload(); }, MINUTE);
  signal.addEventListener("abort", () => clearInterval(ticking), { once: true });
}

class CaseView {
  constructor(id, signal) {
    Object.assign(this, { id, signal, refusing: null });
    this.element = h("article", { class: "case" });
    this.status = h("p", { class: "hidden-text", role: "status" });
  }

  async load() {
    const { data, stored } = await get("/v1/cases/" + this.id, {}, { signal: this.signal });
    Object.assign(this, { data, stored });
  }

  async reload() {
    try {
      await this.load();
      this.draw();
    } catch (error) {
      if (error.name !== "AbortError") wasSignedOut(error);
    }
  }

  /** Writes a step; who presses twice has written once. */
  async step(kind, facility, more = {}) {
    if (this.isWriting) return;
    this.isWriting = true;
    try {
      const path = `/v1/cases/${this.id}/steps`;
      const sentence = this.sentenceOf(kind, facility);
      const options = { undo: false, quiet: true };
      // Without network it waits on the device, and says so.
      if (await act(path, { kind, facility, ...more }, sentence, options)) this.refusing = null;
    } finally {
      this.isWriting = false;
    }
    await this.reload();
  }

  /** A step in words, for the list of what waits to be sent. */
  sentenceOf(kind, facility) {
    const { data } = this;
    const all = [...(data.called ?? []), ...(data.next ?? []), ...(data.ask ?? []), data.receiver];
    const name = all.find((one) => one?.id === facility)?.name ?? facility;
    const title = t("caseTitle", data.needName ?? data.need);
    return [title, t("caseStep-" + kind), name].filter(Boolean).join(" · ");
  }

  async undo(entry) {
    try {
      await send("POST", `/v1/entries/${entry}/undo`, {}, { key: freshKey() });
    } catch (error) {
      if (wasSignedOut(error)) return;
      say(error.message || t("offline"));
    }
    await this.reload();
  }

  draw() {
    const { data } = this;
    const need = data.needName ?? data.need;
    // Where the focus was, it is again: others may change the case while somebody moves along it.
    const focused = document.activeElement?.dataset.action;
    fill(
      this.element, h("h1", { tabindex: "-1" }, t("caseTitle", need)),
      h("p", { class: "asked" },
        h("strong", {}, t("caseFrom", data.placeName ?? data.place, clock(data.opened))),
        data.onset && [" · ", t("caseOnset", clock(data.onset))],
        " · ", day(data.opened)),
      this.stored && h("p", { role: "alert" }, t("stored", storedTime(this.stored))),
      this.status, h("p", { class: "standing live" }, h("strong", {}, data.standingText)),
      this.receiver(), (data.called ?? []).map((one) => this.waiting(one)),
      data.next && nextFacilities(data, (facility) => this.step("called", facility)),
      this.ending(), caseSteps(data, (entry) => this.undo(entry)));
    const first = data.next?.[0]?.name ?? data.receiver?.name ?? "";
    this.status.textContent = t("caseNow", data.standingText, first);
    if (focused) this.element.querySelector(`[data-action="${CSS.escape(focused)}"]`)?.focus();
  }

  button(action, label, properties, press) {
    return h(
      "button", { type: "button", data: { action }, onclick: press, ...properties }, label);
  }

  /** The facility that takes the patient. */
  receiver() {
    const { receiver, allowed, standing, steps } = this.data;
    if (!receiver) return null;
    const arrival = [...steps].reverse().find((step) => step.arrival)?.arrival;
    const [kind, label] = standing === "left"
      ? ["arrived", t("caseArrived")] : ["left", t("caseLeft")];
    return h(
      "section", { class: "card first", "aria-label": receiver.name },
      h("h2", {}, receiver.name), arrival && h("p", {}, t("caseArrival", clock(arrival))),
      this.phone(receiver, "button wide"),
      h("div", { class: "row answers" },
        allowed.includes(kind) && this.button(
          kind, label, { class: "primary big" }, () => this.step(kind, receiver.id)),
        this.refuse(receiver)),
      this.reasons(receiver));
  }

  /** A facility that was called and has not answered. */
  waiting(called) {
    return h(
      "section", { class: "card first", "aria-label": called.name },
      h("h2", {}, t("caseWaiting", called.name)), this.phone(called, "button wide"),
      h("div", { class: "row answers" },
        this.button("accepted-" + called.id, "✓ " + t("caseAccepted"), { class: "primary big" },
          () => this.step("accepted", called.id)),
        this.refuse(called)),
      this.reasons(called));
  }

  phone({ name, phone }, kind) {
    return callButton(name, phone, { class: kind + " call" });
  }

  refuse({ id }) {
    const isOpen = this.refusing === id;
    return this.button("refused-" + id, "✗ " + t("caseRefused"), {
      class: "big danger", "aria-expanded": String(isOpen),
    }, () => {
      this.refusing = isOpen ? null : id;
      this.draw();
    });
  }

  /** The reasons of a refusal: the second touch. */
  reasons({ id, name }) {
    if (this.refusing !== id) return null;
    return h(
      "div", { class: "stack reasons", role: "group", "aria-label": t("caseRefusedBy", name) },
      h("p", {}, t("caseRefusedBy", name)),
      this.terms.refusalReasons.map(({ code, name: reason }) =>
        this.button("reason-" + code, reason, { class: "wide step" },
          () => this.step("refused", id, { reason: code }))));
  }

  ending() {
    const { allowed } = this.data;
    if (allowed.includes("reopened")) {
      return this.button("reopened", t("caseReopen"), {}, () => this.step("reopened"));
    }
    if (!allowed.includes("ended")) return null;
    // Asked twice: what ends by a slip of a finger is forgotten.
    return h("p", { class: "row" }, this.button(
      "ended", t(this.isEnding ? "caseEndSure" : "caseEnd"),
      { class: this.isEnding ? "danger" : null },
      () => {
        if (this.isEnding) {
          this.isEnding = false;
          this.step("ended");
        } else {
          this.isEnding = true;
          this.draw();
        }
      }));
  }
}
