// A field in which a name is typed, with a list of what may be meant: a combobox, for touch and
// keyboard.

import { fill, h, t } from "./base.js";

/** A text without marks and capitals, as people type it. */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Whether every word of what is typed begins a word of a text. */
export function matches(text, typed) {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u);
  return folded(typed).split(/\s+/).filter(Boolean)
    .every((word) => words.some((one) => one.startsWith(word)));
}

/**
 * Makes a field.
 *
 * @param {Object} options `name` is its own on the page, `label` its label, `hint` what it shows
 *   while it is empty, `find(text, signal)` gives [{name, detail, value}], `choose(value)` takes
 *   what is chosen, `signal` ends everything.
 * @returns {HTMLElement} The field with its label and list.
 */
export function picker({ name, label, hint, find, choose, signal }) {
  const id = `plan-pick-${name}`;
  const list = h("ul", { id: id + "-list", role: "listbox", "aria-label": label, hidden: true });
  const told = h("span", { class: "hidden-text", role: "status" });
  const input = h("input", {
    id, type: "search", role: "combobox", autocomplete: "off", placeholder: hint,
    "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list",
  });
  let found = [];
  let current = -1;
  let asking = null;
  let timer = 0;

  function draw() {
    const isOpen = found.length > 0;
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    fill(list, found.map(({ name: text, detail }, index) =>
      h("li", {
        id: `${id}-${index}`, role: "option", "aria-selected": String(index === current),
        onclick: () => take(index), onpointerdown: (event) => event.preventDefault(),
      }, text, detail && h("span", { class: "soft small" }, " ", detail))));
    if (current >= 0) {
      input.setAttribute("aria-activedescendant", `${id}-${current}`);
      list.children[current].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    found = [];
    current = -1;
    draw();
  }

  function take(index) {
    const { value } = found[index];
    input.value = "";
    close();
    choose(value);
  }

  async function look() {
    asking?.abort();
    asking = new AbortController();
    const { signal: own } = asking;
    const text = input.value.trim();
    if (!text) return close();
    try {
      const answer = await find(text, own);
      if (own.aborted) return;
      found = answer;
      current = -1;
      told.textContent = found.length ? t("planFound", found.length) : t("planNothing");
      draw();
    } catch (error) {
      if (error.name !== "AbortError") told.textContent = error.message;
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!found.length) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      current = (current + step + found.length + (current < 0 && step < 0 ? 1 : 0)) % found.length;
      draw();
    } else if (event.key === "Enter" && found.length) {
      event.preventDefault();
      take(Math.max(current, 0));
    } else if (event.key === "Escape" && found.length) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", () => close());
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    asking?.abort();
  }, { once: true });
  return h("div", { class: "plan-picker" }, h("label", { for: id }, label), input, list, told);
}
