/**
 * CPU time of one `size` in a loop over platforms of one orbit, its environment handed in, with all that it gives: ledger, notes, reasons, a
 * cluster, terminals, drives. No platform comes twice. `first_ns` is the mean of the first round: compilation, and falls that are followed
 * for the first time; `evaluation_ns` the median of the next. Run: npx tsx bench/tasks/size.bench.ts
 */
import type { Scenario } from "../../src/scenario/index.ts";
import { orbitEnvironment, size } from "../../src/size/index.ts";
import { RACK, scenarioOf } from "../../test/support/scenario.ts";

const EVALUATIONS = 20_000;
const ROUNDS = 6;
const scenario = scenarioOf(
  RACK, "orbit.formation.radius=1 km", "orbit.formation.spacing=200 m", "orbit.disposal.way=lowered", "orbit.platform.eclipse=ride-through",
  "orbit.platform.terminal=tesat-scot80", "orbit.platform.terminals=4", "orbit.platform.storage=solidigm-d5-p5336-61", "orbit.platform.drives=8",
);

let state = 20_261_122;
/** Numerical Recipes' generator: the same platforms in every run. */
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const about = (value: number): number => value * (0.7 + 0.6 * random());

const varied = (): Scenario => {
  const orbit = scenario.orbit!;
  const { platform, drag } = orbit;
  return {
    ...scenario,
    orbit: {
      ...orbit,
      drag: { ...drag, coefficient: 2 + 0.8 * random() },
      platform: {
        ...platform,
        servers: 1 + Math.floor(4 * random()),
        serverMass_kg: about(platform.serverMass_kg),
        powerMargin_frac: about(platform.powerMargin_frac),
        arrayAreal_kg_per_m2: about(platform.arrayAreal_kg_per_m2),
        cellEfficiency_frac: about(platform.cellEfficiency_frac),
        radiatorAreal_kg_per_m2: about(platform.radiatorAreal_kg_per_m2),
        radiatorTemperature_K: 290 + 40 * random(),
        shielding_kg_per_kW: 4 * random(),
      },
    },
  };
};

const started = process.cpuUsage();
const environment = orbitEnvironment(scenario, { falls: "interpolated" });
const laid = process.cpuUsage(started);

let sink = 0;
const round_ns = (): number => {
  const platforms = Array.from({ length: EVALUATIONS }, varied);
  const before = process.cpuUsage();
  for (const one of platforms) sink += size(one, environment).ledger.length;
  const used = process.cpuUsage(before);
  return (1000 * (used.user + used.system)) / EVALUATIONS;
};

const [first, ...next] = Array.from({ length: ROUNDS }, round_ns);
console.log(JSON.stringify({
  task: "size", node: process.version, evaluations: EVALUATIONS, environment_ms: (laid.user + laid.system) / 1000,
  first_ns: first, evaluation_ns: next.toSorted((a, b) => a - b)[Math.floor(next.length / 2)], consumed: sink > 0,
}));
