// The field for a place, on the first screen.

import { get } from "./api.js";
import { fill, h, t } from "./base.js";

/**
 * Makes an input a field for places, with a list of those that fit as one types (the listbox pattern
 * of ARIA).
 */
export class PlaceField {
  /**
   * @param {Element} place Holds the input, and gets the list.
   * @param {HTMLInputElement} input The field.
   * @param {string} known The name of the chosen place: another text was typed, and is looked for.
   * @param {{signal: AbortSignal, choose: function, change: function}} calls `choose(id, name)` for
   *   a place that was chosen, `change()` when something else is typed.
   */
  constructor(place, input, known, { signal, choose, change }) {
    Object.assign(this, { input, choose, change, found: [], active: -1 });
    this.list = h("ul", {
      id: "place-list", role: "listbox", "aria-label": t("askPlace"), hidden: true,
    });
    this.count = h("span", { class: "hidden-text", role: "status" });
    place.append(this.list, this.count);
    const attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-controls": "place-list",
      "aria-expanded": "false",
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.typed(), { signal });
    input.addEventListener("keydown", (event) => this.pressed(event), { signal });
    input.addEventListener("focus", () => input.select(), { signal });
    signal.addEventListener("abort", () => this.search?.abort(), { once: true });
    this.isSettled = input.value === known;
    if (!this.isSettled) this.typed();
  }

  /** Takes the text of the field for a place that was chosen. */
  settled() {
    this.isSettled = true;
    this.search?.abort();
    this.draw([]);
  }

  /** Takes the typed text for the place where none was chosen: the service knows it or asks back. */
  settle() {
    const text = this.input.value.trim();
    if (this.isSettled || !text) return;
    if (this.found.length) this.take(Math.max(0, this.active));
    else this.choose(text, text);
  }

  typed() {
    this.isSettled = false;
    this.change();
    this.search?.abort();
    const text = this.input.value.trim();
    if (text.length < 2) return this.draw([]);
    const search = (this.search = new AbortController());
    // A pause of a fast typist is shorter: not every letter is asked about.
    setTimeout(async () => {
      if (search.signal.aborted) return;
      try {
        const { data } = await get("/v1/search", { text, limit: 8 }, { signal: search.signal });
        if (!search.signal.aborted) this.draw(data.filter(({ kind }) => kind !== "record"), text);
      } catch (error) {
        if (error.name === "AbortError") return;
        // Without network the device knows the communes.
        const { placesKept } = await import("./offline.js");
        const places = error.status === 0 ? await placesKept(text) : [];
        if (!search.signal.aborted) this.draw(places, text);
      }
    }, 120);
  }

  draw(found, text = null) {
    this.found = found;
    this.active = -1;
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.count.textContent = text === null ? "" : t("askFound", found.length);
    fill(
      this.list,
      found.map((place, index) =>
        h("li", {
          role: "option", id: "place-" + index, "aria-selected": "false",
          // Before the field loses the focus, and the list with it.
          onpointerdown: (event) => event.preventDefault(), onclick: () => this.take(index),
        },
        h("strong", {}, place.name), place.in && h("span", { class: "soft" }, " · ", place.in))));
  }

  take(index) {
    const { id, name, in: within } = this.found[index];
    this.choose(id, within ? `${name}, ${within}` : name);
  }

  pressed(event) {
    const { key } = event;
    if (key === "Escape") return this.draw([]);
    if (key === "Enter") {
      event.preventDefault();
      return this.active >= 0 ? this.take(this.active) : this.settle();
    }
    if (!this.found.length || (key !== "ArrowDown" && key !== "ArrowUp")) return;
    event.preventDefault();
    const count = this.found.length;
    const from = this.active < 0 && key === "ArrowUp" ? 0 : this.active;
    this.active = (from + (key === "ArrowDown" ? 1 : -1) + count) % count;
    [...this.list.children].forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === this.active)));
    this.input.setAttribute("aria-activedescendant", "place-" + this.active);
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
  }
}
