/**
 * CPU time of one `size` in a loop over platforms of one orbit, its environment handed in, with everything on: wear and dose by the orbit's
 * particles, upsets, two synchronous jobs, youth and wear of chips, spares, data on drives, terminals, a cluster, both ways through the shadow
 * closed, the lightest panel, water in the loop (a heater in the cold case), published claims; ledger and whether it closes. Notes, the
 * constraint in words and what decides a job are made when read, and this reads none.
 *
 * No platform comes twice: some twenty-five fields move in each. The claims stand still, as what is published does. `first_ns` is the mean of the
 * first round: compilation, and falls that are followed for the first time; `evaluation_ns` the median of the next.
 * Needs a build. Run: npx tsx bench/tasks/size.bench.ts
 */
import type { Scenario } from "../../src/scenario/index.ts";
import { RACK } from "../../test/support/scenario.ts";

/** As built: a loader of TypeScript names every closure as it is made, which takes a third more. */
const built = async <T>(room: string): Promise<T> => (await import(new URL(`../../dist/${room}/index.js`, import.meta.url).href)) as T;
const { load } = await built<typeof import("../../src/scenario/index.ts")>("scenario");
const { orbitEnvironment, size } = await built<typeof import("../../src/size/index.ts")>("size");

const EVALUATIONS = 20_000;
const BATCH = 20;
const ROUNDS = 6;
const JOBS = "{ id: big, kind: training, power: 100 kW, synchronousChips: 16384 }, { id: small, kind: training, power: 10 kW, synchronousChips: 256, checkpoint: 5 s, restart: 30 s }";
const TEXT = RACK.replace("deferralMax: 12 h }", `deferralMax: 12 h }, ${JOBS}`).replace("  factoryRate:", "  data: { stored: 1 PB, written: 20 TB/day, read: 200 TB/day, failures: backblaze-boot }\n  factoryRate:");
const scenario = load({ path: "rack.yaml", files: { read: () => TEXT }, set: [
  "orbit.formation.radius=1 km", "orbit.formation.spacing=200 m", "orbit.disposal.way=lowered", "orbit.platform.eclipse=auto",
  "orbit.platform.radiatorTemperatureBy=lightest", "orbit.platform.coolant=glycol-water",
  "orbit.platform.terminal=tesat-scot80", "orbit.platform.terminals=4", "orbit.platform.storage=solidigm-d5-p5336-122",
  "orbit.radiation.spares=4", "orbit.radiation.early.counting=2 %", "orbit.radiation.wear.shape=4", "orbit.radiation.wear.scale=20 yr", "orbit.radiation.solarConfidence=90 %",
  "orbit.claims.itPeak=150 kW", "orbit.claims.specificPower=70 kW/t", "orbit.claims.mass=3000 kg", "orbit.claims.altitude=550 km", "orbit.claims.areaToMass=0.1333 m2/kg", "orbit.claims.decay=1.2 yr",
] });

let state = 20_261_122;
/** Numerical Recipes' generator: the same platforms in every run. */
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const about = (value: number): number => value * (0.7 + 0.6 * random());
/** Not above: shares of one. */
const below = (value: number): number => value * (0.7 + 0.3 * random());

type Orbit = NonNullable<Scenario["orbit"]>;

const platformOf = ({ platform }: Orbit): Orbit["platform"] => ({
  ...platform,
  servers: 1 + Math.floor(4 * random()),
  serverMass_kg: about(platform.serverMass_kg),
  powerMargin_frac: about(platform.powerMargin_frac),
  massMargin_frac: about(platform.massMargin_frac),
  conversion_frac: below(platform.conversion_frac),
  arrayAreal_kg_per_m2: about(platform.arrayAreal_kg_per_m2),
  cellEfficiency_frac: below(platform.cellEfficiency_frac),
  arrayCover_kg_per_m2: below(platform.arrayCover_kg_per_m2),
  radiatorAreal_kg_per_m2: about(platform.radiatorAreal_kg_per_m2),
  radiatorTemperature_K: 290 + 20 * random(),
  leakage_frac: about(platform.leakage_frac),
  specificEnergy_Wh_per_kg: about(platform.specificEnergy_Wh_per_kg),
  batteryTestEnd_frac: below(platform.batteryTestEnd_frac),
  shielding_kg_per_kW: 2 + 4 * random(),
  failureRate_per_yr: about(platform.failureRate_per_yr),
  serverPrice_usd: about(platform.serverPrice_usd),
});

const varied = (): Scenario => {
  const orbit = scenario.orbit!;
  const { drag, data, radiation } = orbit;
  return {
    ...scenario,
    demand: { classes: scenario.demand.classes.map((one) => ({ ...one, checkpoint_s: about(one.checkpoint_s), restart_s: about(one.restart_s) })) },
    orbit: {
      ...orbit,
      drag: { ...drag, coefficient: 2 + 0.8 * random() },
      data: { ...data!, stored_B: about(data!.stored_B), written_B_per_day: about(data!.written_B_per_day), failureRate_per_yr: about(data!.failureRate_per_yr) },
      radiation: { ...radiation, memoryDose_cGy: about(radiation.memoryDose_cGy), wear: { ...radiation.wear!, scale_yr: about(radiation.wear!.scale_yr) } },
      platform: platformOf(orbit),
    },
  };
};

const started = process.cpuUsage();
const environment = orbitEnvironment(scenario, { falls: "interpolated" });
const laid = process.cpuUsage(started);

let sink = 0;
let closed = 0;
/** Microseconds of CPU for a few platforms: a study, too, lets go of them one after another. */
const batch_us = (): number => {
  const platforms = Array.from({ length: BATCH }, varied);
  const before = process.cpuUsage();
  for (const one of platforms) {
    const { ledger, status, platform } = size(one, environment);
    sink += ledger.length + (platform === null ? 0 : platform.mass.wet_kg);
    if (status === "feasible") closed++;
  }
  const used = process.cpuUsage(before);
  return used.user + used.system;
};

const round_ns = (): number => {
  let used_us = 0;
  for (let i = 0; i < EVALUATIONS; i += BATCH) used_us += batch_us();
  return (1000 * used_us) / EVALUATIONS;
};

const [first, ...next] = Array.from({ length: ROUNDS }, round_ns);
console.log(JSON.stringify({
  task: "size", node: process.version, evaluations: EVALUATIONS, environment_ms: (laid.user + laid.system) / 1000,
  first_ns: first, evaluation_ns: next.toSorted((a, b) => a - b)[Math.floor(next.length / 2)], consumed: sink > 0 && closed > 0,
}));
