// Touching the map to say where the patient is: a dialog, which gives back a place.

import { style, fill, h, t } from "./base.js";
import "./words-ask.js";

/**
 * Asks for a place on the map.
 *
 * @param {AbortSignal} signal Closes the dialog.
 * @returns {Promise<?{id: string, name: string}>} A facility or a point; null where nothing was
 *   chosen.
 */
export async function pickPlace(signal) {
  const [{ MapView }] = await Promise.all([import("./map-view.js"), style("answer.css")]);
  const ending = new AbortController();
  signal.addEventListener("abort", () => ending.abort(), { once: true });
  const box = h("div", { class: "pick-map" });
  const chosen = h("p", { role: "status" }, t("pickHint"));
  const take = h("button", { type: "button", class: "primary", disabled: true }, t("pickTake"));
  const cancel = h("button", { type: "button" }, t("pickCancel"));
  const dialog = h(
    "dialog", { class: "pick", "aria-label": t("askMap") }, box, chosen,
    h("div", { class: "row" }, take, cancel));
  document.body.append(dialog);
  dialog.showModal();
  const map = new MapView(box, { label: t("askMap"), signal: ending.signal });
  let picked = null;
  map.on("pick", ({ lat, lon, place, facility }) => {
    const point = `${lat.toFixed(5)},${lon.toFixed(5)}`;
    picked = facility?.id
      ? { id: facility.id, name: facility.name }
      : { id: point, name: t("pickPoint", place?.name ?? point) };
    map.show({ points: [{ lat, lon, kind: "origin", title: picked.name, label: picked.name }] });
    fill(chosen, picked.name);
    take.disabled = false;
  });
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      ending.abort();
      dialog.remove();
      resolve(dialog.returnValue === "take" ? picked : null);
    }, { once: true });
    take.addEventListener("click", () => dialog.close("take"));
    cancel.addEventListener("click", () => dialog.close(""));
    ending.signal.addEventListener("abort", () => dialog.close(""), { once: true });
    map.load().catch((error) => {
      if (error.name === "AbortError") return;
      fill(chosen, error.status === 0 ? t("offline") : error.message);
    });
  });
}
