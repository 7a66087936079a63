// Files to keep and hand on: the scenario as a document, tables in the service's forms,
// pictures, print.

import { fetched } from "./plan-access.js";
import { fill, h, t } from "./base.js";

const TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  geojson: "application/geo+json",
};

/**
 * The buttons.
 *
 * @param {Object} desk `asked()` gives need, at, threshold and scenario; `load(text, name)` takes
 *   up a document; `pictures()` gives [name, SVG]; `address()` gives the link.
 * @param {AbortSignal} signal Ends everything.
 * @returns {{element: HTMLElement, draw: function}} `draw(isChanged)` draws anew.
 */
export function files(desk, signal) {
  const status = h("p", { role: "status" });
  const element = h("section", { class: "no-print", "aria-labelledby": "plan-files" });
  const guarded = (work) => async () => {
    status.textContent = "";
    try {
      await work();
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = t("failed", error.message);
    }
  };
  const table = (form, isChanged) => guarded(async () => {
    const { need, at, threshold, scenario } = desk.asked();
    const parameters = { need, at, threshold, by: "commune", format: form };
    const response = await fetched(
      "/v1/coverage", parameters, isChanged ? scenario : null, TYPES[form], signal);
    const name = `tuyen-${need}-${at.slice(0, 10)}${isChanged ? "-after" : ""}`;
    offer(await response.blob(), `${name}.${form}`);
  });
  const save = guarded(async () => {
    offer(new Blob([desk.asked().scenario], { type: "application/xml" }), "tuyen-scenario.xml");
  });
  const pictures = guarded(async () => {
    for (const [name, text] of desk.pictures()) {
      offer(new Blob([text], { type: "image/svg+xml" }), `tuyen-${name}.svg`);
    }
  });
  const copy = guarded(async () => {
    const address = new URL(desk.address(), location.href).href;
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      await navigator.share({ url: address });
    } else {
      await navigator.clipboard.writeText(address);
      status.textContent = t("planCopied");
    }
  });
  const chosen = h("input", {
    type: "file", accept: ".xml,application/xml,text/xml", id: "plan-open", hidden: true,
    onchange: guarded(async () => {
      const [file] = chosen.files;
      if (!file) return;
      status.textContent = desk.load(await file.text(), file.name);
      chosen.value = "";
    }),
  });
  const button = (key, call, ...children) =>
    h("button", { type: "button", onclick: call }, t(key), children);
  const forms = (key, isChanged) => h(
    "div", { class: "row", role: "group", "aria-label": t(key) }, h("span", {}, t(key)),
    Object.keys(TYPES).map((form) => h(
      "button", { type: "button", onclick: table(form, isChanged) },
      { csv: "CSV", xlsx: "Excel", geojson: "GeoJSON" }[form])));
  function draw(isChanged) {
    fill(
      element, h("h2", { id: "plan-files" }, t("planFiles")),
      h("div", { class: "stack" },
        h("div", { class: "row" },
          isChanged && button("planSave", save),
          button("planOpen", () => chosen.click()), chosen,
          button("planLink", copy), button("planPicture", pictures),
          button("planPrint", () => print())),
        forms("planTable", false), isChanged && forms("planTableAfter", true)),
      status);
  }
  draw(false);
  return { element, draw };
}

/** Gives a file to whoever looks. */
function offer(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
