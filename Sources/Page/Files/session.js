// The session: known once for all views, which ask here before somebody acts.

import { get, Problem, send } from "./api.js";
import { go } from "./app.js";
import { state, update } from "./base.js";

let known = null;

/**
 * The session, as GET /v1/session tells, with `account`; null where nobody is signed in. Asked
 * for once, unless `again`.
 */
export function whoAmI(again = false) {
  if (!known || again) {
    known = get("/v1/session").then(
      ({ data }) => {
        const asker = { ...data, account: data.author.replace(/^account\//, "") };
        update({ asker });
        return asker;
      },
      (error) => {
        // Only the service itself says that nobody is signed in: without network, or where it is too
        // busy, whoever was signed in still is.
        if (error.status !== 401) known = null;
        else if (state.asker) update({ asker: null });
        return null;
      });
  }
  return known;
}

/**
 * Whether who is signed in may do something: "read", "report", "coordinate", "edit", "administer",
 * "audit".
 */
export function may(permission) {
  return state.asker?.permissions.includes(permission) ?? false;
}

/**
 * Leads to the sign-in, and back to this address, where nobody is signed in who may do something.
 *
 * @returns {Promise<boolean>} Whether the one who is signed in may.
 */
export async function needs(permission) {
  const asker = await whoAmI();
  if (asker?.permissions.includes(permission)) return true;
  if (!asker) go("account", { then: location.hash.slice(2) });
  return false;
}

/**
 * Ends the session of the page after a refusal with 401: the reader is led to the sign-in
 * and back.
 */
export function wasSignedOut(error) {
  if (!(error instanceof Problem) || error.status !== 401) return false;
  known = Promise.resolve(null);
  update({ asker: null });
  go("account", { then: location.hash.slice(2) });
  return true;
}

/** Signs somebody in; the answer tells whether the session may only set a password. */
export async function signIn(account, password) {
  const session = await send("POST", "/v1/session", { account, password });
  if (!session.onlySetsPassword) await whoAmI(true);
  return session;
}

/** Signs out; what the device has kept of answers goes with it. */
export async function signOut() {
  const { lang } = state;
  await send("DELETE", "/v1/session");
  // Kept answers belong to the account; entries that wait to be sent stay for the same person.
  const { forget } = await import("./offline.js");
  await forget();
  known = Promise.resolve(null);
  update({ asker: null, lang });
}
