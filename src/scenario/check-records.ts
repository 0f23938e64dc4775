/** What must hold of flight records. */
import { find } from "../catalog/index.ts";
import { listOf, type Check } from "./check-rule.ts";

/** A record has flights to count: its own, or the catalogue's. */
export const flightRecords = ({ scenario, complain }: Check): void => {
  listOf(scenario.launch?.vehicles).forEach(({ vehicle, record }, v) => {
    if (!record || vehicle === undefined) return;
    const figures = find("vehicles", vehicle)?.figures;
    const missing = figures === undefined ? [] : (["successes", "failures"] as const).filter((name) => record[name] === null && figures[name] === undefined);
    if (missing.length > 0) complain(["launch", "vehicles", v, "record"], { found: `a record without ${missing.join(" and ")}, and the catalogue has none of ${vehicle}`, expected: "flights to count", hint: "for a vehicle that has not flown write record: { successes: 0, failures: 0 }, or leave record out for its reliability" });
  });
};
