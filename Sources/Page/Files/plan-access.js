// The minutes of every commune, as the service tells them in columns; what the page does with them
// is counting.

import { get, onChange, post, Problem, query } from "./api.js";
import { state } from "./base.js";

/** The classes of access, from the best; the words of them are in words-plan.js. */
export const CLASSES = ["served", "unknown", "lacking", "beyond"];

export class Access {
  /** @param {Object} data The answer of /v1/access. */
  constructor(data) {
    Object.assign(this, { query: data.query, need: data.need, facilities: data.facilities });
    this.communes = data.communes;
    this.paces = { typical: data.typical, slow: data.slow };
    this.count = data.communes.place.length;
    this.numbers = new Map(data.communes.place.map((place, index) => [place, index]));
  }

  /** The people of each commune: all of them, or those of the group. */
  people(ages) {
    return (ages === "group" && this.communes.peopleOfGroup) || this.communes.people;
  }

  /** The class of a commune within some minutes. */
  classOf(index, limit, pace) {
    const columns = this.paces[pace];
    const isWithin = (minutes) => minutes !== null && minutes <= limit;
    if (isWithin(columns.minutes[index])) return "served";
    if (isWithin(columns.unknownMinutes[index])) return "unknown";
    return isWithin(columns.hospitalMinutes[index]) ? "lacking" : "beyond";
  }

  /**
   * The people of each class within some minutes.
   *
   * @param {number} limit The minutes.
   * @param {string} pace "typical" or "slow".
   * @param {string} ages "all" or "group".
   * @param {function} [counts] Whether a commune counts, by its number; all do without it.
   * @returns {{all, served, unknown, lacking, beyond}} People.
   */
  within(limit, pace, ages, counts = () => true) {
    const people = this.people(ages);
    const sums = { all: 0, served: 0, unknown: 0, lacking: 0, beyond: 0 };
    for (let index = 0; index < this.count; index += 1) {
      if (!counts(index)) continue;
      sums.all += people[index];
      sums[this.classOf(index, limit, pace)] += people[index];
    }
    return sums;
  }

  /** The least minutes that a commune may be away: to what is able, or may be. */
  leastMinutes(index, pace) {
    const { minutes, unknownMinutes } = this.paces[pace];
    return Math.min(minutes[index] ?? Infinity, unknownMinutes[index] ?? Infinity);
  }

  /** The nearest able facility of a commune, and the minutes to it; null where there is none. */
  nearest(index, pace) {
    const { minutes, facility } = this.paces[pace];
    if (minutes[index] === null) return null;
    return { minutes: minutes[index], facility: this.facilities[facility[index]] };
  }
}

/**
 * Compares two answers commune by commune: who comes within the limit, and who falls out of it.
 *
 * @returns {Object} People: `losing`, `gaining`, `slower`, `faster` as far as it is sure;
 *   `mayLose`, `mayGain` if every hospital of unknown capability were able; `rows` are the communes
 *   that change, those that change most first.
 */
export function compare(before, after, limit, pace, ages) {
  const people = before.people(ages);
  const result = {
    losing: 0, gaining: 0, slower: 0, faster: 0, mayLose: 0, mayGain: 0, rows: [],
  };
  for (let index = 0; index < before.count; index += 1) {
    const other = after.numbers.get(before.communes.place[index]);
    if (other === undefined) continue;
    const [mayHave, may] = [before.leastMinutes(index, pace), after.leastMinutes(other, pace)];
    if (mayHave <= limit && may > limit) result.mayLose += people[index];
    if (mayHave > limit && may <= limit) result.mayGain += people[index];
    const [was, is] = [before.nearest(index, pace), after.nearest(other, pace)];
    const [old, now] = [was?.minutes ?? Infinity, is?.minutes ?? Infinity];
    if (old === now && was?.facility.id === is?.facility.id) continue;
    if (old <= limit && now > limit) result.losing += people[index];
    if (old > limit && now <= limit) result.gaining += people[index];
    if (now > old) result.slower += people[index];
    if (now < old) result.faster += people[index];
    result.rows.push({ index, was, is, people: people[index], minutes: now - old });
  }
  const weight = ({ minutes, people: count }) => (Number.isFinite(minutes) ? minutes : 1e6) * count;
  result.rows.sort((a, b) => Math.abs(weight(b)) - Math.abs(weight(a)));
  return result;
}

/**
 * Asks a question, of the network as it is or as a scenario makes it.
 *
 * @param {string} path The question, as "/v1/access".
 * @param {Object} parameters Its parameters.
 * @param {?string} scenario A scenario document; null for the network as it is.
 * @param {AbortSignal} [signal] Takes the question back.
 * @returns {Promise<Object>} The answer.
 */
export async function ask(path, parameters, scenario, signal) {
  const { data } = scenario
    ? await post(path, parameters, scenario, "application/xml", { signal })
    : await get(path, parameters, { signal });
  return data;
}

/** The response to a question in any form, for a file; the parameters are those of `ask`. */
export async function fetched(path, parameters, scenario, type, signal) {
  const headers = { Accept: type };
  if (scenario) headers["Content-Type"] = "application/xml";
  let response;
  try {
    response = await fetch(path + query({ ...parameters, lang: state.lang }), {
      method: scenario ? "POST" : "GET", headers, signal, body: scenario ?? undefined,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ code: "offline" }, 0);
  }
  if (!response.ok) {
    const isJSON = /json/.test(response.headers.get("Content-Type") ?? "");
    throw new Problem(isJSON ? await response.json() : {}, response.status);
  }
  return response;
}

let kept = new Map();
const MOST_KEPT = 16;

// Closures or reports have changed: kept answers no longer hold.
onChange(({ kind }) => !kind.startsWith("case."), () => { kept = new Map(); });

/**
 * The minutes of every commune; the same question is asked once.
 *
 * @param {{need: string, at: string}} asked The need and the instant.
 * @param {?string} scenario A scenario document; null for the network as it is.
 * @param {AbortSignal} [signal] Takes the question back.
 * @returns {Promise<Access>} The answer.
 */
export async function access(asked, scenario, signal) {
  const key = JSON.stringify([asked, scenario, state.lang]);
  // An answer that comes after a change belongs to the time before it.
  const answers = kept;
  const known = answers.get(key);
  if (known) return known;
  const answer = new Access(await ask("/v1/access", asked, scenario, signal));
  answers.set(key, answer);
  if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value);
  return answer;
}
