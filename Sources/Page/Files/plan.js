// The planner's desk: who is reached in time, what a change would do, before and after side by side.

import { get, terms } from "./api.js";
import { day, duration, fill, h, number, remember, remembered, t } from "./base.js";
import { access, ask, compare } from "./plan-access.js";
import { adders, build } from "./plan-adders.js";
import { showCommune } from "./plan-commune.js";
import { changed, figures, momentName, provinces } from "./plan-figures.js";
import { files } from "./plan-files.js";
import { showGaps, showLoss } from "./plan-lists.js";
import { PlanMaps } from "./plan-maps.js";
import { showPicked } from "./plan-picked.js";
import { showSiting } from "./plan-siting.js";
import { LEAST, MOMENTS, MOST, Plan } from "./plan-state.js";
import "./words-plan.js";

/** Shows the desk. */
export async function show(main, parameters, signal) {
  fill(main, h("h1", {}, t("planTitle")), h("p", { role: "status" }, t("loading")));
  const [network, names] = await Promise.all([
    get("/v1/network", {}, { signal }), terms(), styles(),
  ]);
  if (signal.aborted) return;
  const usual = {
    day: today(network.data.zone),
    need: remembered("planNeed") ?? firstNeed(names.needs),
  };
  const desk = new Desk(new Plan(parameters, usual), network.data, names, signal);
  fill(main, desk.element);
  await desk.refresh();
}

/** The day in the zone of the network. */
function today(zone) {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? ["", "+", "0", "0"];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(Date.now() + shift).toISOString().slice(0, 10);
}

function firstNeed(needs) {
  return (needs.find((one) => one.code === "stroke") ?? needs.find((one) => one.timeCritical)
    ?? needs[0]).code;
}

/** The styles of the desk, once. */
function styles() {
  const href = new URL("plan.css", import.meta.url).href;
  if (document.querySelector(`link[href="${href}"]`)) return null;
  return new Promise((done) => document.head.append(
    h("link", { rel: "stylesheet", href, onload: done, onerror: done })));
}

class Desk {
  constructor(plan, network, { needs, vehicles }, signal) {
    this.plan = plan;
    this.network = network;
    this.needs = needs;
    this.vehicles = vehicles;
    this.signal = signal;
    this.answers = { before: {}, after: {}, isChanged: false };
    this.asking = new AbortController();
    signal.addEventListener("abort", () => this.asking.abort(), { once: true });
    for (const one of needs) {
      plan.changes.names.set(one.code, one.name);
      for (const { code, name } of one.capabilities) plan.changes.names.set(code, name);
    }
    this.status = h("p", { class: "plan-status", role: "status" });
    this.results = h("section", { "aria-live": "off", "aria-label": t("planResult") });
    this.details = h("div", {});
    this.picked = h("section", { class: "card no-print", "aria-live": "polite", hidden: true });
    this.commune = h("section", { "aria-live": "off" });
    this.maps = new PlanMaps(signal, (event) => this.pick(event));
    this.maps.first.catch((error) => this.fail(error));
    this.list = h("ul", { class: "plan-changes plain" });
    this.files = files({
      asked: () => this.asked, load: (text, name) => this.load(text, name),
      pictures: () => this.pictures, address: () => this.plan.address,
    }, signal);
    this.element = h(
      "div", { class: "plan" },
      h("h1", {}, t("planTitle")), this.controls(),
      h("div", { class: "plan-desk" },
        h("aside", { class: "no-print", "aria-labelledby": "plan-changes" },
          h("h2", { id: "plan-changes" }, t("planChanges")),
          adders(this, signal), this.list),
        h("div", { class: "plan-main" },
          this.status, this.results, this.maps.element, this.picked, this.commune,
          this.details, this.lists(), this.files.element)));
  }

  /** The minutes that are near enough: those chosen, else the network's own. */
  get limit() {
    return this.plan.limit ?? Math.round(this.answers.before["10:00"]?.need.threshold.minutes ?? 60);
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

  /* Controls */

  controls() {
    const { plan } = this;
    const need = h(
      "select", { id: "plan-need", onchange: () => this.change({ need: need.value, limit: null }) },
      this.needs.map((one) => h("optgroup", { label: one.name },
        [{ code: one.code, name: t("planWhole", one.name) }, ...one.capabilities].map(
          ({ code, name }) =>
            h("option", { value: code, selected: code === plan.need }, name)))));
    const when = h("div", { class: "row", role: "group", "aria-label": t("planWhen") },
      Object.keys(MOMENTS).map((moment) => h(
        "button", {
          type: "button", data: { moment },
          onclick: () => this.change({ moment }),
        }, t({ usual: "planUsual", slow: "planSlow", night: "planNight" }[moment]))));
    const ages = h("select", {
      id: "plan-ages", onchange: () => this.change({ ages: ages.value }),
    });
    const date = h("input", {
      id: "plan-day", type: "date", value: plan.day, min: "2025-07-01",
      onchange: () => date.value && this.change({ day: date.value }),
    });
    this.slider = h("input", {
      id: "plan-limit", type: "range", min: LEAST, max: MOST, step: 5, value: this.limit,
      oninput: () => this.slide(Number(this.slider.value)),
    });
    this.sliderText = h("output", { for: "plan-limit" });
    this.standard = h("button", {
      type: "button", class: "quiet small", hidden: true,
      onclick: () => {
        this.plan.limit = null;
        this.draw();
      },
    });
    this.when = when;
    this.ages = ages;
    const field = (input, key, ...more) =>
      h("div", { class: "plan-field" }, h("label", { for: input.id }, t(key)), input, more);
    return h(
      "div", { class: "plan-controls no-print" },
      field(need, "planNeed"), h("div", { class: "plan-field plan-when" }, when),
      h("div", { class: "plan-field plan-slider" },
        h("div", { class: "plan-limit" },
          h("label", { for: "plan-limit" }, t("planLimit"), " ", this.sliderText),
          this.standard),
        this.slider),
      field(ages, "planPeople"), field(date, "planDay"));
  }

  /** Takes up another need, moment, day or group. */
  change(parts) {
    Object.assign(this.plan, parts);
    if (parts.need) remember("planNeed", parts.need);
    this.refresh();
  }

  slide(limit) {
    this.plan.limit = limit;
    // One drawing for each frame, however fast the hand is.
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
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

  drawChanges() {
    const { changes } = this.plan;
    fill(
      this.list,
      changes.all.map((one) => h(
        "li", {}, changes.label(one),
        h("button", {
          type: "button", class: "quiet", "aria-label": t("planRemove", changes.label(one)),
          onclick: () => {
            changes.remove(one);
            this.refresh();
          },
        }, "✕"))),
      changes.isEmpty && h("li", { class: "soft" }, t("planNoChanges")),
      changes.all.length > 1 && h("li", {}, h(
        "button", {
          type: "button", onclick: () => {
            changes.all = [];
            this.refresh();
          },
        }, t("planRemoveAll"))));
  }

  async findNames() {
    const wanted = this.plan.changes.nameless;
    if (!wanted.length) return;
    await Promise.all(wanted.map(async ([kind, code]) => {
      const path = kind === "facility" ? "/v1/facilities/" : "/v1/records/";
      try {
        const { data } = await get(path + encodeURIComponent(code), {}, { signal: this.signal });
        this.name(code, data.records[0]?.name ?? code);
      } catch {
        // A record that is not there keeps its code; the service says what is wrong with it.
        this.name(code, code);
      }
    }));
    if (!this.signal.aborted) this.drawChanges();
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
    this.answers = {
      before: {}, after: {}, isChanged: scenario !== null,
      // What was there stays until what is asked for comes.
      old: this.answers.before[shown] ? this.answers : this.answers.old,
    };
    plan.keep();
    this.drawChanges();
    this.files.draw(scenario !== null);
    this.findNames();
    this.say(t("planAsking"));
    const fetchHour = async (hour) => {
      const asked = { need: plan.need, at: `${plan.day}T${hour}` };
      const [before, after] = await Promise.all([
        access(asked, null, signal), scenario ? access(asked, scenario, signal) : null,
      ]);
      signal.throwIfAborted();
      this.answers.before[hour] = before;
      if (after) this.answers.after[hour] = after;
      this.draw();
    };
    try {
      await fetchHour(shown);
      this.element.dataset.milliseconds = Math.round(performance.now() - began);
      this.say("");
      await fetchHour(other);
      this.element.dataset.ready = plan.address;
      if (scenario) await this.findRemarks(scenario, signal);
      else this.remarks = null;
      this.refreshOpen();
    } catch (error) {
      this.fail(error);
    }
  }

  /** What of the changes is not in force at the moment, or not at all hours. */
  async findRemarks(scenario, signal) {
    const { plan } = this;
    const text = (await ask(
      "/v1/whatif", { need: plan.need, at: plan.at(), threshold: this.limit, top: 1 },
      scenario, signal)).scenarios[0]?.remarks ?? [];
    signal.throwIfAborted();
    this.remarks = text.map((one) => one.text).filter(Boolean);
    this.draw();
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

  /** Draws what is known: nothing is asked. */
  draw() {
    const { plan } = this;
    const { hour, pace } = MOMENTS[plan.moment];
    const before = this.answers.before[hour];
    if (!before) return;
    const { limit } = this;
    const after = this.answers.after[hour] ?? null;
    plan.keep();
    this.drawControls(before, limit);
    const difference = after && compare(before, after, limit, pace, plan.ages);
    fill(
      this.results,
      h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("planResult") },
        figures(this.answers, plan, limit)),
      h("p", { class: "small soft" }, t("planRange")),
      this.remarks?.length > 0 && h("p", {}, t("planRemarks"), ": ", this.remarks.join(" ")));
    this.maps.show({
      before, after, limit, pace, ages: plan.ages, difference, changes: plan.changes.all,
      chosen: this.chosen ?? null, sources: this.sources(before, after, limit),
    }).catch((error) => this.fail(error));
    fill(
      this.details,
      after && difference.rows.length > 0 && [
        h("h2", {}, t("planWorst")),
        changed(before, difference, (index) => this.openCommune(before.communes.place[index])),
      ],
      h("h2", {}, t("planProvinces")), provinces(before, after, plan, limit));
  }

  drawControls(before, limit) {
    const { plan } = this;
    this.slider.value = limit;
    this.slider.setAttribute("aria-valuetext", duration(limit));
    this.sliderText.textContent = duration(limit);
    this.standard.hidden = plan.limit === null;
    const own = Math.round(before.need.threshold.minutes);
    this.standard.textContent = t("planStandard", duration(own));
    this.standard.title = before.need.thresholdOrigin;
    for (const button of this.when.children) {
      button.setAttribute("aria-pressed", String(button.dataset.moment === plan.moment));
    }
    const groups = [["all", t("planEverybody")]];
    if (before.communes.peopleOfGroup) groups.push(["group", t("planAges", before.need.group)]);
    fill(this.ages, groups.map(([value, text]) =>
      h("option", { value, selected: value === plan.ages }, text)));
    this.ages.title = before.need.groupSource ?? "";
  }

  /** What stands below the maps and in every picture: date, digest, sources. */
  sources(before, after, limit) {
    const { plan } = this;
    const line = (answer, more) => {
      const { query, need } = answer;
      return [
        t(
          "planSource", need.name, `${momentName(plan.moment)}, ${day(query.at)}`,
          `${t("planServedIn", duration(limit))}, ${this.vehicle(query.vehicle)}`,
          query.network.id, query.network.digest, more, query.people),
        t("planSources", [query.peopleSource, query.attribution].filter(Boolean).join("; ")),
      ];
    };
    return [
      line(before, ""),
      after ? line(after, t("planSourceChanged", plan.changes.title)) : [],
    ];
  }

  vehicle(code) {
    return this.vehicles.find((one) => one.code === code)?.name ?? code;
  }

  get pictures() {
    const { plan } = this;
    const { hour } = MOMENTS[plan.moment];
    const [before, after] = [this.answers.before[hour], this.answers.after[hour] ?? null];
    const titles = [t("planBefore"), `${t("planAfter")}: ${plan.changes.title}`];
    return this.maps.pictures(titles, this.sources(before, after, this.limit));
  }

  /* What is touched */

  drawBox() {
    this.corner = "first";
    this.showPicked([t("planFloodFirst")]);
  }

  pick(event) {
    if (this.corner) return this.pickCorner(event);
    const place = event.place && `${event.place.id}`;
    if (event.place) this.name(place, event.place.name);
    showPicked(this.picked, event, {
      attempt: (kind, ...parts) => this.attempt(kind, ...parts),
      open: () => this.openCommune(place), need: this.plan.need,
      name: (code, text) => this.name(code, text),
    });
    if (event.place && !event.link?.crossing && !event.facility) this.openCommune(place);
  }

  pickCorner({ lat, lon }) {
    if (this.corner === "first") {
      this.corner = { lat, lon };
      return this.showPicked([t("planFloodSecond")]);
    }
    const { lat: a, lon: b } = this.corner;
    this.corner = null;
    this.picked.hidden = true;
    const round = (value) => value.toFixed(4);
    return this.attempt("box", [
      round(Math.min(a, lat)), round(Math.min(b, lon)), round(Math.max(a, lat)),
      round(Math.max(b, lon)),
    ].join());
  }

  showPicked(children) {
    this.picked.hidden = false;
    fill(this.picked, children);
    this.picked.scrollIntoView({ block: "nearest" });
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

  /* Lists */

  lists() {
    const attempt = (kind, ...parts) => {
      this.attempt(kind, ...parts);
      this.results.scrollIntoView({ block: "start" });
    };
    const part = (key, show) => {
      const body = h("div", {});
      let running = null;
      const run = async () => {
        running?.abort();
        running = new AbortController();
        this.signal.addEventListener("abort", () => running.abort(), { once: true });
        try {
          await show(body, running.signal);
        } catch (error) {
          if (error.name !== "AbortError") fill(body, h("p", { role: "alert" }, error.message));
        }
      };
      const element = h("details", {
        class: "plan-list", ontoggle: () => element.open && run(),
      }, h("summary", {}, h("h3", {}, t(key))), body);
      element.refresh = run;
      return element;
    };
    this.open = [
      part("planGaps", (body, signal) => showGaps(body, this.asked, attempt, signal)),
      part("planLoss", (body, signal) => showLoss(body, this.asked, attempt, signal)),
    ];
    const siting = part("planSite", (body, signal) => {
      if (!body.firstChild) {
        showSiting(body, () => this.asked, (text) => this.load(text, ""), signal);
      }
    });
    return h("section", { class: "no-print" }, h("h2", {}, t("planLists")), this.open, siting);
  }

  /** Lists that are open follow what is asked. */
  refreshOpen() {
    for (const one of this.open) if (one.open) one.refresh();
  }
}
