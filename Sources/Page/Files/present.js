// The present as the service tells it: a device's own clock may be wrong.

let ahead = 0;
let zone = "+07:00";

/** Takes the instant of an answer (its field `at`) for the present. */
export function hear(instant) {
  const minute = Date.parse(instant);
  if (Number.isNaN(minute)) return;
  zone = instant.slice(-6);
  // Answers name whole minutes: a difference below one says nothing of the clock.
  const difference = minute - Date.now();
  ahead = Math.abs(difference) < 60_000 ? 0 : difference;
}

/** The present in milliseconds. */
export function present() {
  return Date.now() + ahead;
}

/** An instant as the network's own zone writes it: "2026-11-25T02:00:00+07:00". */
export function written(milliseconds) {
  const sign = zone.startsWith("-") ? -1 : 1;
  const [hours, minutes] = zone.slice(1).split(":").map(Number);
  const shifted = new Date(milliseconds + sign * (hours * 60 + minutes) * 60_000);
  return shifted.toISOString().slice(0, 19) + zone;
}

/** The instant some minutes from now, on the full minute. */
export function later(minutes) {
  return written(Math.ceil((present() + minutes * 60_000) / 60_000) * 60_000);
}

/** The next time that the clocks of the network read some time: "07:00". */
export function next(clock) {
  const now = written(present());
  const today = `${now.slice(0, 10)}T${clock}:00${zone}`;
  return Date.parse(today) > present() ? today : written(Date.parse(today) + 86_400_000);
}
