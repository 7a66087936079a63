// The planner's desk: who is reached in time, and what changes would do, before and after.

import { get, onChange, terms } from "./api.js";
import { fill, h, number, painted, remember, remembered, style, t } from "./base.js";
import { compare } from "./plan-access.js";
import { adders, build } from "./plan-adders.js";
import { Answers } from "./plan-answers.js";
import { showCommune } from "./plan-commune.js";
import { PlanControls } from "./plan-controls.js";
import { figures, tables } from "./plan-figures.js";
import { files } from "./plan-files.js";
import { lists } from "./plan-lists.js";
import { PlanMaps } from "./plan-maps.js";
import { Touched } from "./plan-picked.js";
import { sourceLines } from "./plan-sources.js";
import { firstNeed, MOMENTS, Plan, today } from "./plan-state.js";
import { Tried } from "./plan-tried.js";
import "./words-plan.js";

/** Shows the desk. */
export async function show(main, parameters, signal) {
  fill(main, h("h1", {}, t("planTitle")), h("p", { role: "status" }, t("loading")));
  const [network, names] = await Promise.all([
    get("/v1/network", {}, { signal }), terms(), style("plan.css"),
  ]);
  if (signal.aborted) return;
  const usual = {
    day: today(network.data.zone),
    need: remembered("planNeed") ?? firstNeed(names.needs),
  };
  const desk = new Desk(new Plan(parameters, usual), network.data, names, signal);
  fill(main, desk.element);
  // Entries often come together: one question answers to all of them.
  onChange(
    ({ kind }) => !kind.startsWith("case."), () => desk.refresh(), { signal, together: 1_000 });
  await desk.refresh();
}

class Desk {
  constructor(plan, network, { needs, vehicles }, signal) {
    this.plan = plan;
    this.network = network;
    this.needs = needs;
    this.vehicles = vehicles;
    this.signal = signal;
    this.answers = new Answers(plan, null);
    this.asking = new AbortController();
    signal.addEventListener("abort", () => this.asking.abort(), { once: true });
    for (const one of needs) {
      plan.changes.names.set(one.code, one.name);
      for (const { code, name } of one.capabilities) plan.changes.names.set(code, name);
    }
    this.controls = new PlanControls(this);
    this.status = h("p", { class: "plan-status", role: "status" });
    this.results = h("div", {});
    this.details = h("div", {});
    this.touched = new Touched(this);
    this.commune = h("div", {});
    this.maps = new PlanMaps(signal, (event) => this.touched.pick(event));
    this.maps.first.catch((error) => this.fail(error));
    this.tried = new Tried(this);
    this.lists = lists(this, signal);
    this.files = files({
      asked: () => this.asked, load: (text, name) => this.load(text, name),
      pictures: () => this.pictures, address: () => this.plan.address,
    }, signal);
    this.element = h(
      "div", { class: "plan" },
      h("h1", {}, t("planTitle")), this.controls.element,
      h("div", { class: "plan-desk" },
        h("aside", { class: "no-print", "aria-labelledby": "plan-changes" },
          h("h2", { id: "plan-changes" }, t("planChanges")),
          adders(this, signal), this.tried.element),
        h("div", { class: "plan-main" },
          this.status, this.results, this.maps.element, this.touched.element, this.commune,
          this.details, this.lists.element, this.files.element)));
  }

  /** The minutes that are near enough: those chosen, else the network's own. */
  get limit() {
    const [known] = Object.values(this.answers.before);
    return this.plan.limit ?? Math.round(known?.need.threshold.minutes ?? 60);
  }

  /** The scenario document; null without changes. */
  get scenario() {
    const { id, zone } = this.network;
    return this.plan.changes.document({ network: id, day: this.plan.day, zone });
  }

  get asked() {
    const { plan, limit, scenario } = this;
    return { need: plan.need, at: plan.at(), threshold: limit, scenario };
  }

  /** Takes up another need, moment, day or group. */
  change(parts) {
    Object.assign(this.plan, parts);
    if (parts.need) remember("planNeed", parts.need);
    this.refresh();
  }

  /* Changes */

  /** Keeps the name of a record. */
  name(code, text) {
    this.plan.changes.names.set(code, text);
  }

  attempt(kind, ...parts) {
    if (kind === "build" && parts.length === 2) {
      return build(this, parts[0], this.plan.changes.names.get(parts[0]) ?? parts[0])
        .catch((error) => this.fail(error));
    }
    return this.attemptAll([[kind, ...parts]]);
  }

  attemptAll(all) {
    for (const [kind, ...parts] of all) this.plan.changes.add(kind, ...parts);
    return this.refresh();
  }

  load(text, name) {
    try {
      const count = this.plan.changes.load(text);
      this.refresh();
      return t("planOpened", number(count), name);
    } catch (error) {
      return t("planNotOpened", name, error.message);
    }
  }

  /* Answers */

  /** Asks for what is shown: the moment that is looked at first. */
  async refresh() {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const began = performance.now();
    const { plan, scenario } = this;
    const shown = MOMENTS[plan.moment].hour;
    const other = shown === "10:00" ? "02:00" : "10:00";
    // The drawing of before stays until the answers come.
    const answers = (this.answers = new Answers(plan, scenario));
    plan.keep();
    this.tried.draw();
    this.files.draw(scenario !== null);
    this.say(t("planAsking"));
    if (scenario) this.maps.prepare(true);
    try {
      await answers.askHour(shown, signal);
      // The answer is seen when both maps are painted.
      await this.draw();
      this.element.dataset.milliseconds = Math.round(performance.now() - began);
      this.say("");
      await answers.askHour(other, signal);
      await this.draw();
      this.element.dataset.ready = plan.address;
      if (scenario) {
        await answers.askRemarks(this.limit, signal);
        this.draw();
      }
      this.lists.refresh();
      // The next change needs the second map at once.
      this.maps.prepare(false);
    } catch (error) {
      if (!signal.aborted) this.maps.giveUp();
      this.fail(error);
    }
  }

  fail(error) {
    if (error.name === "AbortError" || this.signal.aborted) return;
    const documents = (error.document?.errors ?? []).map((one) => one.message ?? one).slice(0, 3);
    fill(this.status, h("span", { role: "alert" },
      error.status === 0 ? t("offline") : [error.message, ...documents].join(" ")));
  }

  say(text) {
    fill(this.status, text);
  }

  /** Draws what is known; gives a promise of the painted maps, null where they stay as they are. */
  draw() {
    const { plan } = this;
    const { hour, pace } = MOMENTS[plan.moment];
    const before = this.answers.before[hour];
    if (!before) return null;
    const { limit } = this;
    const after = this.answers.after[hour] ?? null;
    plan.keep();
    this.controls.draw(before, limit);
    const difference = after && compare(before, after, limit, pace, plan.ages);
    fill(
      this.results,
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planResult") },
        figures(this.answers, plan, limit)),
      h("p", { class: "small soft" }, t("planRange")),
      this.answers.remarks.length > 0
        && h("p", {}, t("planRemarks"), ": ", this.answers.remarks.join(" ")));
    // The other hour and remarks change the figures alone.
    const seen = [
      before, after, limit, plan.moment, plan.ages, this.chosen, plan.changes.title,
    ];
    if (this.seen && seen.every((part, index) => part === this.seen[index])) return null;
    this.seen = seen;
    const maps = this.maps.show({
      before, after, limit, pace, ages: plan.ages, difference, changes: plan.changes.all,
      chosen: this.chosen ?? null, sources: this.sources(before, after, limit),
    }).then(painted).catch((error) => this.fail(error));
    maps.then(() => setTimeout(() => {
      if (this.seen === seen) fill(this.details, tables(this, before, after, difference));
    }));
    return maps;
  }

  /** The lines below the maps and in every picture: date, digest, sources. */
  sources(before, after, limit) {
    return sourceLines({ before, after, limit, plan: this.plan, vehicles: this.vehicles });
  }

  get pictures() {
    const { plan } = this;
    const { hour } = MOMENTS[plan.moment];
    const [before, after] = [this.answers.before[hour], this.answers.after[hour] ?? null];
    const titles = [t("planBefore"), `${t("planAfter")}: ${plan.changes.title}`];
    return this.maps.pictures(titles, this.sources(before, after, this.limit));
  }

  /** Shows the reasons of a commune. */
  async openCommune(place) {
    this.chosen = place;
    this.communeAsking?.abort();
    this.communeAsking = new AbortController();
    const { signal } = this.communeAsking;
    this.signal.addEventListener("abort", () => this.communeAsking.abort(), { once: true });
    const before = this.answers.before[MOMENTS[this.plan.moment].hour];
    const index = before?.numbers.get(place);
    const name = index === undefined
      ? this.plan.changes.names.get(place) ?? place : before.communes.name[index];
    this.draw();
    try {
      await showCommune(this.commune, { place, name }, this.asked, signal);
    } catch (error) {
      this.fail(error);
    }
  }
}
