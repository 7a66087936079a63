// Styles, terms and times that the board and a hospital's own board share.

import { terms } from "./api.js";
import { state, style } from "./base.js";

/** The styles of the board. */
export const stylesOfBoard = () => style("board.css");

/** The time of an answer that the device has kept. */
export function storedTime(instant) {
  return new Date(instant).toLocaleString(state.lang === "en" ? "en-GB" : "vi-VN", {
    hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric",
  });
}

/** The terms of the network; without network, on a device that has none, empty lists. */
export async function knownTerms() {
  try {
    return await terms();
  } catch (error) {
    if (error.status !== 0) throw error;
    return { needs: [], weathers: [], triage: [], beds: [] };
  }
}
