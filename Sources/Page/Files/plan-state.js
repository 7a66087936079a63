// The state of the planner's desk, kept in the address: the link shows everybody the same.

import { Changes } from "./plan-changes.js";

/** The moments that are compared: the hour of departure, and the pace of travel. */
export const MOMENTS = {
  usual: { hour: "10:00", pace: "typical" },
  slow: { hour: "10:00", pace: "slow" },
  night: { hour: "02:00", pace: "typical" },
};

/** The ends of the slider, in minutes. */
export const LEAST = 15;
export const MOST = 180;

export class Plan {
  /**
   * Reads an address.
   *
   * @param {URLSearchParams} parameters The parameters of the address.
   * @param {{need: string, day: string}} usual What counts where the address says nothing.
   */
  constructor(parameters, usual) {
    const minutes = Number(parameters.get("limit"));
    this.need = parameters.get("need") || usual.need;
    /** Minutes that are near enough; null for what the network has as its standard. */
    this.limit = minutes >= LEAST && minutes <= MOST ? Math.round(minutes) : null;
    this.moment = parameters.get("when") in MOMENTS ? parameters.get("when") : "usual";
    /** "all" people, or the "group" of ages that the need concerns most. */
    this.ages = parameters.get("ages") === "group" ? "group" : "all";
    const day = parameters.get("day") ?? "";
    this.day = /^20\d\d-\d\d-\d\d$/.test(day) ? day : usual.day;
    this.usualDay = usual.day;
    this.changes = new Changes(parameters);
  }

  /** The pace and the instant of the moment that is shown. */
  get pace() {
    return MOMENTS[this.moment].pace;
  }

  /** The instant of departure of a moment. */
  at(moment = this.moment) {
    return `${this.day}T${MOMENTS[moment].hour}`;
  }

  /** The address of what is shown. */
  get address() {
    const parameters = new URLSearchParams({ need: this.need });
    if (this.limit) parameters.set("limit", this.limit);
    if (this.moment !== "usual") parameters.set("when", this.moment);
    if (this.ages !== "all") parameters.set("ages", this.ages);
    if (this.day !== this.usualDay) parameters.set("day", this.day);
    this.changes.write(parameters);
    return "#/plan?" + parameters;
  }

  /** Puts what is shown into the address, without a step of the history for every touch. */
  keep() {
    history.replaceState(null, "", this.address);
  }
}

/** The day in the zone of a network, as "+07:00". */
export function today(zone) {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? ["", "+", "0", "0"];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(Date.now() + shift).toISOString().slice(0, 10);
}

/** The need that is shown to whoever has chosen none. */
export function firstNeed(needs) {
  return (needs.find((one) => one.code === "stroke") ?? needs.find((one) => one.timeCritical)
    ?? needs[0]).code;
}
