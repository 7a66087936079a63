// Starting a case from an answer: a need and a place, never a name or a number.

import { freshKey } from "./api.js";
import { go, say } from "./app.js";
import { tell } from "./queue.js";
import { needs, wasSignedOut } from "./session.js";
import { t } from "./base.js";
import "./words-case.js";

/**
 * Opens a case with what the answer understood, and shows it; leads to the sign-in where nobody is
 * signed in.
 *
 * @param {Object} understood The `query` of an answer.
 * @param {Object} asked The question.
 * @param {string} key The sender's key: the same answer opens one case, however often it is
 *   pressed.
 */
export async function startCase(understood, asked, key = freshKey()) {
  if (!(await needs("coordinate"))) {
    // A signed-in reader without the permission stays here; all others are at the sign-in now.
    if (location.hash.startsWith("#/ask")) say(t("caseForbidden"));
    return;
  }
  const { origin, need, severity, vehicle } = understood;
  const body = {
    need, place: origin.id ?? `${origin.lat},${origin.lon}`, severity, vehicle,
    onset: asked.onset, bed: asked.bed, age: asked.age ? Number(asked.age) : undefined,
  };
  try {
    const sentence = t("caseTitle", `${need}, ${origin.name}`);
    const entry = await tell("/v1/cases", body, sentence, { key });
    if (!entry) return say(t("caseKept", sentence));
    go("case/" + entry.subject.replace(/^case\//, ""));
  } catch (error) {
    if (!wasSignedOut(error)) say(error.message || t("offline"));
  }
}
