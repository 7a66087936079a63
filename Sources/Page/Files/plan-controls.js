// The controls above the desk: need, moment, minutes, people, day.

import { duration, fill, h, t } from "./base.js";
import { LEAST, MOMENTS, MOST } from "./plan-state.js";

export class PlanControls {
  #frame = null;

  /**
   * @param {Object} desk `plan` is what is looked at, `needs` the specialties; `change(parts)` asks
   *   anew, `draw()` draws what is known.
   */
  constructor(desk) {
    this.desk = desk;
    const { plan } = desk;
    const need = h(
      "select", { id: "plan-need", onchange: () => desk.change({ need: need.value, limit: null }) },
      desk.needs.map((one) => h("optgroup", { label: one.name },
        [{ code: one.code, name: t("planWhole", one.name) }, ...one.capabilities].map(
          ({ code, name }) =>
            h("option", { value: code, selected: code === plan.need }, name)))));
    this.when = h("div", { class: "row", role: "group", "aria-label": t("planWhen") },
      Object.keys(MOMENTS).map((moment) => h(
        "button", { type: "button", data: { moment }, onclick: () => desk.change({ moment }) },
        t({ usual: "planUsual", slow: "planSlow", night: "planNight" }[moment]))));
    this.ages = h("select", {
      id: "plan-ages", onchange: () => desk.change({ ages: this.ages.value }),
    });
    const date = h("input", {
      id: "plan-day", type: "date", value: plan.day, min: "2025-07-01",
      onchange: () => date.value && desk.change({ day: date.value }),
    });
    this.slider = h("input", {
      id: "plan-limit", type: "range", min: LEAST, max: MOST, step: 5, value: desk.limit,
      oninput: () => this.#slide(Number(this.slider.value)),
    });
    this.sliderText = h("output", { for: "plan-limit" });
    this.standard = h("button", {
      type: "button", class: "quiet small", hidden: true,
      onclick: () => {
        plan.limit = null;
        desk.draw();
        this.slider.focus();
      },
    });
    const field = (input, key) =>
      h("div", { class: "plan-field" }, h("label", { for: input.id }, t(key)), input);
    this.element = h(
      "div", { class: "plan-controls no-print" },
      field(need, "planNeed"), h("div", { class: "plan-field plan-when" }, this.when),
      h("div", { class: "plan-field plan-slider" },
        h("div", { class: "plan-limit" },
          h("label", { for: "plan-limit" }, t("planLimit"), " ", this.sliderText),
          this.standard),
        this.slider),
      field(this.ages, "planPeople"), field(date, "planDay"));
    this.#mark();
  }

  /** One drawing for each frame, however fast the hand is. */
  #slide(limit) {
    this.desk.plan.limit = limit;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.desk.draw();
    });
  }

  #mark() {
    for (const button of this.when.children) {
      button.setAttribute(
        "aria-pressed", String(button.dataset.moment === this.desk.plan.moment));
    }
  }

  /** Draws what an answer says of the minutes and the people. */
  draw({ need, communes }, limit) {
    const { plan } = this.desk;
    this.#mark();
    this.slider.value = limit;
    this.slider.setAttribute("aria-valuetext", duration(limit));
    this.sliderText.textContent = duration(limit);
    const own = Math.round(need.threshold.minutes);
    this.standard.hidden = plan.limit === null || plan.limit === own;
    this.standard.textContent = t("planStandard", duration(own));
    this.standard.title = need.thresholdOrigin;
    const groups = [["all", t("planEverybody")]];
    if (communes.peopleOfGroup) groups.push(["group", t("planAges", need.group)]);
    fill(this.ages, groups.map(([value, text]) =>
      h("option", { value, selected: value === plan.ages }, text)));
    this.ages.title = need.groupSource ?? "";
  }
}
