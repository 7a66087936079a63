// The answer: who, in how many minutes, open or not, and why not the nearer ones; without a map
// first.

import { freshKey, get, onChange, Problem, query, terms } from "./api.js";
import { rememberPlace } from "./ask.js";
import { say } from "./app.js";
import { clock, day, duration, fill, h, remember, style, t } from "./base.js";
import { problemView } from "./answer-problem.js";
import { pathwayOf } from "./answer-strategy.js";
import { callButton, firstTarget, nextTarget } from "./answer-target.js";
import { wasSignedOut } from "./session.js";
import "./words-answer.js";
import "./words-parts.js";

/** Kinds of entries after which an answer about now may be another one. */
const MOVING = /^(status\.|closure|weather|case\.|undo|correction\.(confirmed|undone))/;

/** Candidates to ask first that are shown before the rest is folded. */
const CANDIDATES = 4;

/** Shows the answer to the question that the address holds. */
export async function show(main, parameters, signal) {
  fill(main, h("h1", {}, t("title")), h("p", { role: "status" }, t("loading")));
  const asked = questionOf(parameters);
  const [names] = await Promise.all([terms().catch(() => null), style("answer.css")]);
  let found;
  try {
    found = await get("/v1/route", { ...asked, card: "true" }, { signal });
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 0) throw error;
    // Where only those are answered who are signed in, they are led there and back.
    if (wasSignedOut(error)) return;
    fill(main, problemView(error, asked));
    return;
  }
  const view = new AnswerView(asked, names, signal);
  view.draw(found);
  fill(main, view.element);
  if (asked.at) return;
  // A report often comes with others: one question answers to all of them.
  onChange(({ kind }) => MOVING.test(kind), () => view.refresh(), { signal, together: 500 });
}

/** The question of an address: lists for the parameters that may be repeated. */
function questionOf(parameters) {
  const asked = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name).filter(Boolean);
    if (values.length) asked[name] = name === "avoid" ? values : values[0];
  }
  return asked;
}

class AnswerView {
  constructor(asked, names, signal) {
    Object.assign(this, { asked, names, signal });
    this.element = h("article", { class: "answer" });
  }

  /** Asks again, and says what has changed. */
  async refresh() {
    try {
      const { signal } = this;
      const found = await get("/v1/route", { ...this.asked, card: "true" }, { signal });
      const before = this.data.targets[0]?.facility.id;
      const first = found.data.targets[0]?.facility;
      this.draw(found);
      say(first && first.id !== before ? t("answerChanged", first.name) : t("answerRefreshed"));
    } catch {
      // The stream says in the frame that nothing is heard; the answer stays with its time.
    }
  }

  draw({ data, stored, remark }) {
    this.data = data;
    const { query: understood, targets } = data;
    this.need = this.nameOfNeed(this.asked.need) ?? this.nameOfNeed(understood.need)
      ?? understood.need;
    rememberPlace(this.asked.from, understood.origin.name);
    remember("question", {
      address: query({ ...this.asked, at: null, onset: null }).slice(1), need: this.need,
      place: understood.origin.name,
    });
    const [first, ...next] = targets;
    fill(
      this.element, this.heading(understood),
      stored && h("p", { role: "alert" }, t("stored", `${clock(stored)} ${day(stored)}`)),
      first ? firstTarget(first, understood, this.caseButton()) : this.nothing(remark),
      next.length > 0 && [
        h("h2", {}, t("answerOthers")), next.map((target) => nextTarget(target, understood)),
      ],
      this.askFirst(data.ask ?? []), this.actions(), this.folds(),
      this.basis(understood));
  }

  nameOfNeed(code) {
    for (const specialty of this.names?.needs ?? []) {
      if (specialty.code === code) return specialty.name;
      const found = specialty.capabilities.find((one) => one.code === code);
      if (found) return found.name;
    }
    return null;
  }

  heading({ origin, at, vehicle, weather, notMeant }) {
    const when = t(this.asked.at ? "answerAt" : "answerNow", clock(at), day(at));
    const named = this.names?.vehicles.find(({ code }) => code === vehicle)?.name ?? vehicle;
    return [
      h("h1", {}, this.need),
      h("p", { class: "asked" },
        h("strong", {}, t("answerFrom", origin.name)), ` · ${when} · ${named}`,
        weather && ` · ${t("answerWeather", weather.name)}`),
      this.asked.at && h("p", { class: "no-print" },
        h("a", { class: "button", href: "#/ask" + query({ ...this.asked, at: null }) },
          t("answerAskNow"))),
      origin.outsideData && h("p", { role: "alert" }, t("answerOutside")),
      notMeant?.length > 0 && h("p", { class: "soft" },
        t("answerNotMeant", notMeant.map((code) => this.nameOfNeed(code) ?? code).join(", "))),
    ];
  }

  /** The buttons for the answer and its question. */
  actions() {
    const without = (name) => "#/ask" + query({ ...this.asked, [name]: null });
    return h(
      "div", { class: "row actions no-print" },
      h("a", { class: "button", href: without("from") }, t("answerChangePlace")),
      h("a", { class: "button", href: without("need") }, t("answerChangeNeed")),
      this.shareButton(),
      h("button", { type: "button", onclick: () => print() }, t("answerPrint")));
  }

  nothing(remark) {
    return h(
      "section", { class: "card first" }, h("h2", {}, t("answerNone")),
      h("p", {}, remark || t("answerNoneHint")));
  }

  askFirst(candidates) {
    if (!candidates.length) return null;
    const rows = candidates.map(({ facility, minutes, nearerBy }) => h(
      "div", { class: "card next" },
      h("h3", {}, facility.name),
      h("div", {},
        h("p", {}, h("strong", { class: "number minutes" }, duration(minutes))),
        typeof nearerBy === "number" &&
          h("p", { class: "soft small" }, t("answerAskWhy", duration(nearerBy)))),
      callButton(facility.name, facility.phone, { class: "button call" }) ??
        h("span", { class: "soft small" }, t("answerNoPhone"))));
    return h(
      "section", { class: "ask-first" }, h("h2", {}, "? ", t("answerAskFirst")),
      rows.slice(0, CANDIDATES),
      rows.length > CANDIDATES && h(
        "details", { class: "more" },
        h("summary", {}, t("answerAskMore", rows.length - CANDIDATES)), rows.slice(CANDIDATES)));
  }

  /** The folds below the answer: the content of each is fetched when it is opened. */
  folds() {
    const given = { asked: this.asked, data: this.data, names: this.names, signal: this.signal };
    const { query: understood, targets } = this.data;
    const parts = [
      ["answerWhy", () => import("./answer-why.js")],
      pathwayOf(understood.need, this.names) &&
        ["strategyTitle", () => import("./answer-strategy.js")],
      targets.length > 0 && ["cardTitle", () => import("./answer-card.js")],
      targets.length > 0 && ["answerWays", () => import("./answer-ways.js")],
      targets.length > 0 && ["answerMap", () => import("./answer-map.js")],
      ["patientsTitle", () => import("./answer-patients.js")],
    ].filter(Boolean);
    return h(
      "div", { class: "folds no-print" },
      parts.map(([key, load]) => {
        const body = h("div", { class: "fold" });
        const fold = h("details", {}, h("summary", {}, t(key)), body);
        fold.addEventListener("toggle", async () => {
          fill(body, h("p", { role: "status" }, t("loading")));
          try {
            const { part } = await load();
            fill(body, await part(given));
          } catch (error) {
            if (error.name !== "AbortError") {
              const sentence = error.status === 0 ? t("offline") : error.message;
              fill(body, h("p", { role: "alert" }, sentence));
            }
          }
        }, { once: true });
        return fold;
      }));
  }

  caseButton() {
    const key = freshKey();
    return h("button", {
      type: "button", class: "big no-print", onclick: async () => {
        const { startCase } = await import("./case-start.js");
        await startCase(this.data.query, this.asked, key);
      },
    }, t("answerCase"));
  }

  shareButton() {
    return h("button", { type: "button", onclick: () => this.share() }, t("answerShare"));
  }

  /** The link of exactly this answer: with its instant. */
  async share() {
    const { at } = this.data.query;
    const url = location.origin + "/#/ask" + query({ ...this.asked, at });
    const first = this.data.targets[0];
    const text = first
      ? `${this.need}: ${first.facility.name}, ${duration(first.minutes)}` : this.need;
    try {
      if (navigator.share) return await navigator.share({ title: t("title"), text, url });
      await navigator.clipboard.writeText(url);
      say(t("answerCopied"));
    } catch (error) {
      // A closed share sheet is a decision, not an error; where nothing may be copied the link
      // is shown.
      if (error.name !== "AbortError") say(url);
    }
  }

  basis({ network, at }) {
    return h(
      "footer", { class: "soft small basis" },
      this.data.targets.map(({ facility, capability }) =>
        h("p", {}, t("answerSource", facility.name, capability.sourceName ?? t("nothing")))),
      h("p", {}, t("answerBasis", network.id, network.digest, clock(at), day(at))),
      h("p", { class: "print-only" }, location.origin + "/#/ask" + query({ ...this.asked, at })));
  }
}
