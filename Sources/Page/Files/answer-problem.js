// A question that the service could not answer: what it asks back, as buttons; else its reason.

import { go } from "./app.js";
import { h, t } from "./base.js";
import { query } from "./api.js";

/**
 * The view of a refusal.
 *
 * @param {Problem} problem The refusal.
 * @param {Object} asked The question; a choice takes the place of the field that is wrong.
 */
export function problemView(problem, asked) {
  const { field, choices, document } = problem;
  const kept = { ...asked };
  delete kept[field];
  const [sentence] = (document.detail ?? document.title ?? "").split("\n");
  const title = !choices.length
    ? document.title : t(field === "from" ? "answerChoices" : "answerChoicesNeed", document.value);
  return [
    h("h1", {}, title), !choices.length && h("p", { role: "alert" }, sentence),
    h("div", { class: "stack" },
      choices.map(({ value, name }) =>
        h("button", {
          type: "button", class: "wide step",
          onclick: () => go("ask", { ...asked, [field]: value }),
        }, name ?? value))),
    h("p", {}, h("a", { class: "button", href: "#/ask" + query(kept) },
      field === "need" ? t("answerChangeNeed") : t("answerChangePlace"))),
  ];
}
