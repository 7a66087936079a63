// A field that finds places and facilities as they are typed, with or without marks.

import { get } from "./api.js";
import { fill, h, t } from "./base.js";

/** Letters from which on the service is asked. */
const LEAST = 2;

/**
 * A search field with its list: arrows move in it, Enter takes, Escape closes.
 *
 * @param {function} found Is told what was chosen: an item of the service's list.
 * @param {AbortSignal} signal Ends it.
 */
export function searchField(found, signal) {
  const list = h("ul", { role: "listbox", id: "map-found", "aria-label": t("mapSearch"), hidden: true });
  const said = h("p", { class: "hidden-text", role: "status" });
  const input = h("input", {
    type: "search", role: "combobox", autocomplete: "off", placeholder: t("mapSearch"),
    "aria-label": t("mapSearch"), "aria-controls": "map-found", "aria-expanded": "false",
    "aria-autocomplete": "list",
  });
  let items = [];
  let at = -1;
  let asking = null;
  let timer = 0;
  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (item) => {
    input.value = item.name;
    close();
    found(item);
  };
  const draw = () => {
    fill(list, items.map((item, i) => h(
      "li",
      {
        role: "option", id: "map-found-" + i, "aria-selected": String(i === at),
        onpointerdown: (event) => {
          event.preventDefault();
          take(item);
        },
      },
      h("span", {}, item.name), h("span", { class: "small soft" }, item.detail))));
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", "map-found-" + at);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const { data } = await get(
        "/v1/search", { text: input.value.trim(), limit: 8 }, { signal: asking.signal });
      items = data.map(itemOf);
      at = items.length ? 0 : -1;
      draw();
      said.textContent = items.length ? t("mapFound", items.length) : t("mapNotFound");
    } catch (error) {
      if (error.name === "AbortError") return;
      items = [];
      draw();
      said.textContent = error.status === 0 ? t("offline") : error.message;
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    if (input.value.trim().length < LEAST) {
      items = [];
      return close();
    }
    timer = setTimeout(ask, 120);
  }, { signal });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!items.length) return;
      at = (at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
      draw();
    } else if (event.key === "Enter" && items[at]) take(items[at]);
    else return;
    event.preventDefault();
  }, { signal });
  input.addEventListener("blur", close, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return h("div", { class: "map-page-search", role: "search" }, input, list, said);
}

/** An item of the service's list as it is shown. */
function itemOf(record) {
  return { ...record, detail: record.in ?? "" };
}
