// The changes that are tried, each with a button that takes it back.

import { get } from "./api.js";
import { fill, h, t } from "./base.js";

export class Tried {
  /** @param {Object} desk `plan` is what is looked at, `refresh()` asks anew, `signal` ends it. */
  constructor(desk) {
    this.desk = desk;
    this.element = h("ul", {
      class: "plan-changes plain", tabindex: "-1", "aria-label": t("planChanges"),
    });
  }

  /** Draws the changes; names that are not known are asked for. */
  draw() {
    this.#fill();
    this.#findNames();
  }

  #fill() {
    const { changes } = this.desk.plan;
    fill(
      this.element,
      changes.all.map((one) => h(
        "li", {}, changes.label(one),
        h("button", {
          type: "button", class: "quiet", "aria-label": t("planRemove", changes.label(one)),
          onclick: () => this.#take((all) => all.filter((other) => other !== one)),
        }, "✕"))),
      changes.isEmpty && h("li", { class: "soft" }, t("planNoChanges")),
      changes.all.length > 1 && h("li", {}, h(
        "button", { type: "button", onclick: () => this.#take(() => []) },
        t("planRemoveAll"))));
  }

  #take(rest) {
    const { plan } = this.desk;
    plan.changes.all = rest(plan.changes.all);
    this.desk.refresh();
    // The button that was pressed is gone.
    this.element.focus();
  }

  async #findNames() {
    const { plan, signal } = this.desk;
    const wanted = plan.changes.nameless;
    if (!wanted.length) return;
    await Promise.all(wanted.map(async ([kind, code]) => {
      const path = kind === "facility" ? "/v1/facilities/" : "/v1/records/";
      try {
        const { data } = await get(path + encodeURIComponent(code), {}, { signal });
        plan.changes.names.set(code, data.records[0]?.name ?? code);
      } catch {
        // A record that is not there keeps its code; the service says what is wrong with it.
        plan.changes.names.set(code, code);
      }
    }));
    if (!signal.aborted) this.#fill();
  }
}
