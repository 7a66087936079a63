// The first screen: where the patient is, what is needed. Both can be said in either order; whoever
// has said the second is asking, and the answer comes without another touch.

import { terms } from "./api.js";
import { go } from "./app.js";
import { fill, h, remember, remembered, t } from "./base.js";

/** The five needs that most calls are about; what else the network has is under "others". */
const COMMON = ["stroke", "cardiology", "trauma", "obstetrics", "paediatrics"];

/** The parameters whose fields are in the fold of details. */
const DETAILS = ["at", "onset", "vehicle", "weather", "severity", "age"];

/** How many places are remembered. */
const RECENT = 4;

/** Shows the answer where the address names a place and a need, else asks for what is missing. */
export async function show(main, parameters, signal) {
  if (parameters.get("from") && parameters.get("need")) {
    const answer = await import("./answer.js");
    if (!signal.aborted) await answer.show(main, parameters, signal);
    return;
  }
  const asked = Object.fromEntries(parameters);
  const form = new AskForm(asked, signal);
  fill(main, form.element);
  await form.complete();
}

/** Remembers a place for the next question. */
export function rememberPlace(id, name) {
  const kept = (remembered("places") ?? []).filter((place) => place.id !== id);
  remember("places", [{ id, name }, ...kept].slice(0, RECENT));
}

class AskForm {
  constructor(asked, signal) {
    this.asked = asked;
    this.signal = signal;
    this.status = h("p", { class: "soft", role: "status" });
    this.needs = h("div", { class: "needs" });
    this.steps = h("div", { class: "stack", role: "group", "aria-label": t("askSteps") });
    this.more = h("details", { class: "more" }, h("summary", {}, t("askMore")));
    this.more.addEventListener("toggle", () => this.openMore(), { once: true });
    this.known = this.nameOf(asked.from);
    this.input = h("input", {
      id: "place", type: "search", value: this.known, autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", enterkeyhint: "go", placeholder: t("askExample"),
    });
    this.place = h(
      "div", { class: "place" }, h("label", { for: "place" }, t("askPlace")), this.input);
    this.element = h(
      "div", { class: "ask" }, h("h1", {}, t("askTitle")),
      this.place,
      h("div", { class: "row ways" },
        h("button", { type: "button", onclick: () => this.locate() }, "◎ ", t("askHere")),
        h("button", { type: "button", onclick: () => this.pickOnMap() }, "▦ ", t("askMap"))),
      this.recent(), this.status,
      h("h2", { id: "need-title" }, t("askNeed")), this.needs, this.steps, this.more,
      this.last());
    this.drawNeeds([]);
    // Parameters of the address are visible at once, above all an hour of another night.
    this.more.open = DETAILS.some((name) => asked[name]);
  }

  /** Fetches the parts that the first sight does without: the search of places, further needs. */
  async complete() {
    this.field = this.loadField().catch(() => null);
    await this.loadTerms();
  }

  async loadField() {
    // The first screen is drawn before anything else is fetched.
    await new Promise((resolve) => setTimeout(resolve));
    const { PlaceField } = await import("./place-field.js");
    return new PlaceField(this.place, this.input, this.known, {
      signal: this.signal, choose: (id, name) => this.choosePlace(id, name),
      change: () => delete this.asked.from,
    });
  }

  nameOf(id) {
    return (remembered("places") ?? []).find((place) => place.id === id)?.name ?? id ?? "";
  }

  recent() {
    const places = remembered("places") ?? [];
    if (!places.length) return null;
    return h(
      "div", { class: "row", role: "group", "aria-label": t("askRecent") },
      places.map(({ id, name }) =>
        h("button", { type: "button", class: "chip", onclick: () => this.choosePlace(id, name) },
          name)));
  }

  /** The last question, one touch away. */
  last() {
    const question = remembered("question");
    if (!question) return null;
    return h(
      "p", { class: "last" },
      h("a", { class: "button wide", href: "#/ask?" + question.address },
        t("askLast", question.place, question.need)));
  }

  async loadTerms() {
    try {
      const { needs } = await terms();
      await import("./ask-steps.js");
      this.drawNeeds(needs);
    } catch (error) {
      if (error.status === 401) {
        // Only those are answered here who are signed in.
        const { wasSignedOut } = await import("./session.js");
        wasSignedOut(error);
      }
      // Without the list the five needs can still be asked about.
    }
  }

  drawNeeds(specialties) {
    this.specialties = specialties;
    const has = (code) => !specialties.length || specialties.some((one) => one.code === code);
    const others = specialties.filter((one) => !COMMON.includes(one.code));
    fill(
      this.needs,
      COMMON.filter(has).map((code) => this.needButton(code, t("need-" + code), "need-" + code)),
      others.length > 0 && this.needButton("others", t("needOthers"), "need-others"));
    if (this.open) this.openNeed(this.open);
    else if (this.asked.need) this.openNeed(this.asked.need.split(".")[0]);
  }

  needButton(code, name, kind) {
    return h(
      "button", {
        type: "button", class: "big " + kind, data: { code }, "aria-expanded": "false",
        onclick: () => this.openNeed(code, true),
      }, name);
  }

  /** Shows the steps of a need. */
  async openNeed(code, isTouched = false) {
    this.open = code;
    for (const button of this.needs.children) {
      button.setAttribute("aria-expanded", String(button.dataset.code === code));
    }
    const { stepsOf } = await import("./ask-steps.js");
    if (this.open !== code) return;
    const shown = code === "others"
      ? this.specialties.filter((one) => !COMMON.includes(one.code))
      : this.specialties.filter((one) => one.code === code);
    const groups = shown.length ? shown : [{ code, name: t("need-" + code), capabilities: [] }];
    const choose = (need) => this.chooseNeed(need);
    fill(this.steps, groups.map((specialty) => stepsOf(specialty, this.asked.need, choose)));
    if (isTouched) this.steps.scrollIntoView({ block: "nearest" });
  }

  async chooseNeed(code) {
    this.asked.need = code;
    if (this.open) this.openNeed(this.open);
    const field = await this.field;
    field?.settle();
    if (!this.asked.from) {
      this.status.textContent = t("askPlaceMissing");
      this.input.focus();
    }
    this.askWhenComplete();
  }

  choosePlace(id, name) {
    this.asked.from = id;
    this.known = name;
    this.input.value = name;
    this.field.then((field) => field?.settled());
    rememberPlace(id, name);
    this.status.textContent = this.asked.need ? "" : t("askNeedMissing", name);
    this.askWhenComplete();
  }

  askWhenComplete() {
    if (!this.asked.from || !this.asked.need || this.signal.aborted) return;
    go("ask", { ...this.asked, ...this.details?.values() });
  }

  async openMore() {
    const { AskDetails } = await import("./ask-details.js");
    this.details = new AskDetails(this.asked, await terms().catch(() => null));
    this.more.append(this.details.element);
  }

  async locate() {
    const { position } = await import("./position.js");
    const here = await position((sentence) => { this.status.textContent = sentence; });
    if (here && !this.signal.aborted) this.choosePlace(here.id, here.name);
  }

  async pickOnMap() {
    try {
      const { pickPlace } = await import("./map-pick.js");
      const picked = await pickPlace(this.signal);
      if (picked) this.choosePlace(picked.id, picked.name);
    } catch {
      // Without network there is no map unless the device has kept it.
      this.status.textContent = t("offline");
    }
  }
}
