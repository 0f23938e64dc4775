/** A plan of four quarters in round numbers: a site, a rocket that flies and one that does not. */
import type { Plan } from "../../src/plan/index.ts";
import { fixture } from "./fixture.ts";

const START = 2028 * 4;
const base = fixture.plan!;
const [site] = base.options.filter(({ tier }) => tier === "ground");
const [ship] = base.options.filter(({ tier }) => tier === "orbit");
const launches = [1, 2, 0, 4];
const none = [0, 0, 0, 0];
const built = { lost: none, refresh: none, renewed: none };

export const planned: Plan = {
  ...base,
  quarters: launches.map((_, t) => START + t),
  options: [{ ...site!, id: "ground/abilene", perLaunch: null, unitMass_kg: null }, { ...ship!, id: "orbit/starship", perLaunch: 10, unitMass_kg: 10_000 }, { ...ship!, id: "orbit/nova", launchedOn: "nova", perLaunch: 1, unitMass_kg: 10_000 }],
  build: [
    { ...built, option: "ground/abilene", built: [5, 0, 0, 0], launches: none, inService: [5, 5, 5, 5] },
    { ...built, option: "orbit/starship", built: launches.map((n) => 10 * n), launches, inService: [10, 30, 30, 70] },
    { ...built, option: "orbit/nova", built: none, launches: none, inService: none },
  ],
  manifest: launches.flatMap((n, t) => (n === 0 ? [] : [{ quarter: START + t, vehicle: "starship", launches: n, hold_kg: 1e5 * n, hold_m3: 1e3 * n, aboard: [{ what: "orbit/starship", kind: "platforms", units: 10 * n, mass_kg: 1e5 * n, volume_m3: 500 * n } as const] }])),
  ledger: launches.map((n, t) => ({ id: `launch-${t}`, actor: "own", tier: "orbit", subsystem: "starship/launch on starship", boundary: "launch", period: `2028-Q${t + 1}`, quantity: 90e6 * n, unit: "$", source: "test" })),
};
