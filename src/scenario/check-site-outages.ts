/** What must hold of a site's generators and dated outages: names of their own, and what an outage takes is there. */
import { idsOf, unknownId } from "./check-market.ts";
import { listOf, type Check } from "./check-rule.ts";
import { idList } from "./id-list.ts";
import { shown } from "./problem.ts";

/** Beside generators, by their ids. */
const HELD = ["grid", "backup", "solar", "store"] as const;
/** Names that the ledger's lines of a site have for other things. */
const TAKEN: readonly string[] = [...HELD, "water", "replacement"];

export const siteOutages = ({ scenario, complain }: Check): void => {
  listOf(scenario.ground?.sites).forEach(({ plant }, i) => {
    if (!plant) return;
    const base = ["ground", "sites", i, "plant"];
    listOf(plant.generators).forEach(({ id }, j) => {
      if (id !== undefined && TAKEN.includes(id)) complain([...base, "generators", j, "id"], { found: shown(id), expected: `a name of its own: ${TAKEN.join(", ")} are taken`, hint: "for example gas" });
    });
    const missing: Partial<Record<string, string>> = {
      ...(plant.gridConnected === "no" ? { grid: "gridConnected is no here" } : {}),
      ...(plant.solar ? {} : { solar: "no plant.solar is written here" }),
      ...(plant.storage ? {} : { store: "no plant.storage is written here" }),
    };
    const known = [...HELD.filter((id) => missing[id] === undefined), ...idsOf(listOf(plant.generators))];
    listOf(plant.outages).forEach(({ holds }, j) => {
      if (holds === undefined) return;
      const path = [...base, "outages", j, "holds"];
      const named = idList(holds);
      if (named.length === 0) complain(path, { found: "nothing", expected: "what is out", hint: "for example holds: grid, gas" });
      for (const id of named) {
        const lacks = missing[id];
        if (lacks !== undefined) complain(path, { found: `${id}, at a site without one`, expected: "what the site has", hint: lacks });
        else if (!known.includes(id)) complain(path, unknownId(id, known, "grid, backup, solar, store or an id of plant.generators"));
      }
    });
  });
};
