// Telling the service something from a view: says what was done, offers to undo it, leads to the sign-in.

import { Problem, send } from "./api.js";
import { say } from "./app.js";
import { addWords, h, state, t } from "./base.js";
import { tell } from "./queue.js";
import { wasSignedOut } from "./session.js";

addWords({
  actDone: ["Đã ghi: {0}", "Written: {0}"],
  actWaits: ["Chờ gửi khi có mạng: {0}", "Waits for the network: {0}"],
  actUndo: ["Hoàn tác", "Undo"],
  actUndone: ["Đã hoàn tác.", "Undone."],
});

/** Whether the one who is signed in may do something, about a facility where one is named. */
export function may(permission, facility = null) {
  const asker = state.asker;
  if (!asker || asker.onlySetsPassword || !asker.permissions.includes(permission)) return false;
  return permission !== "report" || asker.permissions.includes("coordinate")
    || asker.permissions.includes("edit") || asker.facilities.includes(facility);
}

/**
 * Tells the service something, and everybody what came of it.
 *
 * @param {string} path As "/v1/diversions".
 * @param {Object} body The fields.
 * @param {string} sentence What it says.
 * @param {{dated?: boolean, undo?: boolean, quiet?: boolean}} [options] See `tell`; `undo` false where nothing is
 *   undone, `quiet` where the view itself shows what was written.
 * @returns {Promise<boolean>} Whether it was written or waits.
 */
export async function act(path, body, sentence, { dated = false, undo = true, quiet = false } = {}) {
  try {
    const entry = await tell(path, body, sentence, { dated });
    if (entry === null) {
      say(t("actWaits", sentence));
    } else if (quiet) {
      say(null);
    } else if (undo && entry.entry) {
      say(t("actDone", sentence), undoButton(entry.entry));
    } else {
      say(t("actDone", sentence));
    }
    return true;
  } catch (error) {
    refuse(error);
    return false;
  }
}

/** A button that takes an entry back. */
export function undoButton(entry, properties = {}) {
  return h("button", { type: "button", onclick: () => undo(entry), ...properties }, t("actUndo"));
}

/** Takes an entry back. */
export async function undo(entry) {
  try {
    await send("POST", `/v1/entries/${entry}/undo`, {});
    say(t("actUndone"));
    return true;
  } catch (error) {
    refuse(error);
    return false;
  }
}

/** Tells why the service refused something; who is not signed in any more is led there, and back. */
export function refuse(error) {
  if (!(error instanceof Problem)) throw error;
  if (wasSignedOut(error)) return;
  say(error.status === 0 ? t("offline") : t("failed", error.message));
}
