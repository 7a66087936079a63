// The lines below the maps and in every picture: moment, limit, vehicle, digest, sources.

import { day, duration, t } from "./base.js";
import { momentName } from "./plan-figures.js";

/**
 * The lines of the network as it is, and of that after the changes; the second are empty without
 * changes.
 *
 * @param {{before: Access, after: ?Access, limit: number, plan: Plan, vehicles: Object[]}} shown The
 *   answers that are shown, and the names of vehicles.
 * @returns {string[][]} Two lists of lines.
 */
export function sourceLines({ before, after, limit, plan, vehicles }) {
  const lines = ({ query, need }, more) => {
    const vehicle = vehicles.find(({ code }) => code === query.vehicle)?.name ?? query.vehicle;
    return [
      t(
        "planSource", need.name, `${momentName(plan.moment)}, ${day(query.at)}`,
        `${t("planServedIn", duration(limit))}, ${vehicle}`,
        query.network.id, query.network.digest, more, query.people),
      t("planSources", [query.peopleSource, query.attribution].filter(Boolean).join("; ")),
    ];
  };
  return [
    lines(before, ""),
    after ? lines(after, t("planSourceChanged", plan.changes.title)) : [],
  ];
}
