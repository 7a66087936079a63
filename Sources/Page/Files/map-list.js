// The facilities that the map shows, as a list: for those who do not see the map, and for those who use keys.

import { fill, h, t } from "./base.js";

/** How many are listed; whoever wants fewer comes nearer. */
const MOST = 60;

/**
 * A list that is made when it is opened, and follows the map while it is open.
 *
 * @param {MapView} map The map.
 * @param {function} choose Is told which facility was chosen.
 */
export function facilityList(map, choose) {
  const list = h("ul", { class: "map-page-list" });
  const more = h("p", { class: "small soft" });
  const draw = () => {
    const all = map.facilitiesInView();
    fill(list, all.slice(0, MOST).map((facility) => h(
      "li", {},
      h(
        "button",
        {
          type: "button", class: "quiet",
          onclick: () => {
            // On a phone it covers the map.
            if (innerWidth < 600) panel.open = false;
            choose(facility);
          },
        },
        h("span", {}, facility.name), " ",
        h("span", { class: "small soft" }, facility.kindName)))));
    more.textContent = all.length > MOST ? t("mapListMore", all.length - MOST)
      : all.length ? "" : t("mapListNone");
  };
  const panel = h(
    "details",
    { class: "map-page-layers", name: "map-panels", ontoggle: ({ target }) => target.open && draw() },
    h("summary", {}, t("mapList")), list, more);
  map.on("move", () => panel.open && draw());
  return panel;
}
