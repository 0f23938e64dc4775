/** What must hold of a site's dated outages: what they take is there. */
import { idsOf, unknownId } from "./check-market.ts";
import { listOf, type Check } from "./check-rule.ts";
import { idList } from "./id-list.ts";

/** Beside generators, by their ids. */
const HELD = ["grid", "backup"] as const;

export const siteOutages = ({ scenario, complain }: Check): void => {
  listOf(scenario.ground?.sites).forEach(({ plant }, i) => {
    if (!plant) return;
    const known = [...HELD, ...idsOf(listOf(plant.generators))];
    listOf(plant.outages).forEach(({ holds }, j) => {
      if (holds === undefined) return;
      const path = ["ground", "sites", i, "plant", "outages", j, "holds"];
      const named = idList(holds);
      if (named.length === 0) complain(path, { found: "nothing", expected: "what is out", hint: "for example holds: grid, gas" });
      for (const id of named) if (!known.includes(id)) complain(path, unknownId(id, known, "grid, backup or an id of plant.generators"));
      if (named.includes("grid") && plant.gridConnected === "no") complain(path, { found: "grid, at a site without one", expected: "what the site has", hint: "gridConnected is no here" });
    });
  });
};
