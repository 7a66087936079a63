// The cases that go on, for coordinators.

import { get, onChange } from "./api.js";
import { storedTime } from "./board-frame.js";
import { clock, fill, h, t } from "./base.js";

/** Shows the list; a case is one touch away. */
export async function showList(main, signal) {
  const list = h("ul", { class: "people" });
  const note = h("div", {});
  const draw = async () => {
    const { data, stored } = await get("/v1/cases", {}, { signal });
    fill(note, stored && h("p", { role: "alert" }, t("stored", storedTime(stored))));
    fill(list, data.cases.map((one) =>
      h("li", {}, h("a", { class: "button wide step", href: "#/case/" + one.id },
        h("span", {}, h("strong", {}, one.needName ?? one.need), " · ", one.placeName ?? one.place,
          " · ", h("span", { class: "live" }, one.standingText), " · ", clock(one.opened))))),
    data.cases.length === 0 && h("li", {}, t("caseNone")));
  };
  await draw();
  fill(main, h("h1", {}, t("caseList")), note, list);
  onChange(({ kind }) => kind.startsWith("case."), () => draw().catch(() => {}), { signal });
}
