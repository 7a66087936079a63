// Where the device is.

import { t } from "./base.js";
import "./words-ask.js";

/**
 * The position of the device as a place.
 *
 * @param {function(string)} tell Told what is going on, in words.
 * @returns {Promise<?{id: string, name: string}>} The point; null where the device does not tell it.
 */
export function position(tell) {
  return new Promise((resolve) => {
    const nothing = () => {
      tell(t("positionNone"));
      resolve(null);
    };
    if (!("geolocation" in navigator)) return nothing();
    tell(t("positionFinding"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const id = `${coords.latitude.toFixed(5)},${coords.longitude.toFixed(5)}`;
        resolve({ id, name: t("positionHere", id, Math.round(coords.accuracy)) });
      },
      nothing, { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 });
  });
}
