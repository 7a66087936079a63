// The answers that the planner's desk shows: by hour, as it is and after the changes.

import { access, ask } from "./plan-access.js";

/** The answers to one state of the desk. */
export class Answers {
  /** The answers by hour ("10:00", "02:00"), as far as they have come. */
  before = {};
  after = {};
  /** The changes that are not in force at the moment, or not at all hours, in words. */
  remarks = [];

  /**
   * @param {Plan} plan The need, the day and the moment.
   * @param {?string} scenario The scenario document; null without changes.
   */
  constructor(plan, scenario) {
    Object.assign(this, { plan, scenario, isChanged: scenario !== null });
  }

  /** Asks for an hour of the day, before and after at once. */
  async askHour(hour, signal) {
    const { plan, scenario } = this;
    const asked = { need: plan.need, at: `${plan.day}T${hour}` };
    const [before, after] = await Promise.all([
      access(asked, null, signal), scenario ? access(asked, scenario, signal) : null,
    ]);
    signal.throwIfAborted();
    this.before[hour] = before;
    if (after) this.after[hour] = after;
  }

  /** Asks for the remarks on the changes. */
  async askRemarks(limit, signal) {
    const { plan, scenario } = this;
    const { scenarios: [found] } = await ask(
      "/v1/whatif", { need: plan.need, at: plan.at(), threshold: limit, top: 1 }, scenario, signal);
    signal.throwIfAborted();
    this.remarks = (found?.remarks ?? []).map(({ text }) => text).filter(Boolean);
  }
}
