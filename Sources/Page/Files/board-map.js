// The map of the board: what is closed, and a bridge, ferry or road to close by touching it.

import { fill, h, t } from "./base.js";

/**
 * Shows the map.
 *
 * @param {HTMLElement} place Where.
 * @param {Object[]} closures What is closed now.
 * @param {function(Object, string)} choose Is called with the target of a closure, and its name.
 * @param {AbortSignal} signal Ends it.
 */
export async function closureMap(place, closures, choose, signal) {
  const stage = h("div", { class: "board-map" });
  fill(place, h("p", { class: "small soft" }, t("crossingMapHint")), stage);
  const { MapView } = await import("./map-view.js");
  if (signal.aborted) return;
  const map = new MapView(stage, { label: t("crossingMapLabel"), signal });
  await map.load();
  if (signal.aborted) return;
  map.show({
    closures: closures.flatMap((closure) =>
      closure.links.map((link) => ({ link, title: closure.crossing ?? link }))),
  });
  map.on("pick", ({ link }) => {
    if (!link) return;
    if (link.crossing) choose({ crossing: link.crossing }, link.crossing);
    else choose({ link: link.id }, link.name ?? link.ref ?? t("crossingRoad"));
  });
}
