/**
 * What the scenario's synchronous jobs keep of their chips' work in orbit, and which input decides.
 *
 *   1. interruptions a chip and year from the dose a year and a beam test                        (physics/upsets, eq. 2)
 *   2. time between interruptions, best interval between checkpoints, useful share               (physics/checkpointing, eq. 1-3)
 *   3. decides: the input whose range moves the useful share most; ranges as the scenario's figures state them, half to double where they
 *      state none, and for the dose (AP-8's factor of two)                                       (physics/swing)
 */
import { interruptions_per_chip_yr, swings, synchronousOutput, type Interruptions, type Spread } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Orbit } from "./load.ts";
import type { SynchronousSizing } from "./sizing.ts";

/** Interruptions as the scenario's beam test gives them at a dose. */
export const interruptionsAt = ({ radiation: r }: Orbit, dose_rad_per_yr: number): Interruptions => ({
  dose_rad_per_yr,
  memory_rad: r.memoryDose_cGy,
  memoryFatal_frac: r.memoryFatal_frac,
  functional_rad: r.functionalDose_cGy,
  hostProcessor_rad: r.hostProcessorDose_cGy,
  hostMemory_rad: r.hostMemoryDose_cGy,
  chipsPerHost: r.chipsPerHost,
  ground_per_yr: r.interruptions_per_yr,
});

type DemandClass = Scenario["demand"]["classes"][number];

/** One job a class that is synchronous. */
export const synchronousJobs = (scenario: Scenario, orbit: Orbit, dose_rad_per_yr: number): readonly SynchronousSizing[] =>
  scenario.demand.classes.flatMap((c) => (c.synchronousChips === null ? [] : [synchronousJob(scenario, orbit, { demand: c, chips: c.synchronousChips, dose_rad_per_yr })]));

const synchronousJob = (scenario: Scenario, orbit: Orbit, { demand, chips, dose_rad_per_yr }: { readonly demand: DemandClass; readonly chips: number; readonly dose_rad_per_yr: number }): SynchronousSizing => {
  const at = interruptionsAt(orbit, dose_rad_per_yr);
  const { checkpoint_s, restart_s } = demand;
  const job = synchronousOutput({ chips, checkpoint_s, restart_s, interruptions_per_chip_yr: interruptions_per_chip_yr(at) });
  const spread = (value: number, path: string): Spread => spreadOf(scenario, value, path);
  const [decides] = swings(
    {
      dose: { value: dose_rad_per_yr, low: dose_rad_per_yr / 2, high: dose_rad_per_yr * 2 },
      checkpoint: spread(checkpoint_s, `demand.classes.${demand.id}.checkpoint`),
      restart: spread(restart_s, `demand.classes.${demand.id}.restart`),
      memoryFatal: capped(spread(at.memoryFatal_frac, "orbit.radiation.memoryFatal")),
      chipsPerHost: spread(at.chipsPerHost, "orbit.radiation.chipsPerHost"),
      interruptions: spread(at.ground_per_yr, "orbit.radiation.interruptions"),
    },
    (inputs) => {
      const rate = interruptions_per_chip_yr({ ...at, dose_rad_per_yr: inputs.dose, memoryFatal_frac: inputs.memoryFatal, chipsPerHost: inputs.chipsPerHost, ground_per_yr: inputs.interruptions });
      return synchronousOutput({ chips, checkpoint_s: inputs.checkpoint, restart_s: inputs.restart, interruptions_per_chip_yr: rate }).useful_frac;
    },
  );
  return { id: demand.id, chips, checkpoint_s, restart_s, mtbf_s: job.mtbf_s, interval_s: job.interval_s, useful_frac: job.useful_frac, decides: { input: decides!.input, low_frac: decides!.low, high_frac: decides!.high } };
};

/** As the figure states them; where it states neither, half and double. */
const spreadOf = ({ assumptions }: Scenario, value: number, path: string): Spread => {
  const stated = assumptions.find((one) => one.path === path);
  const low = stated?.low ?? null;
  const high = stated?.high ?? null;
  return low === null && high === null ? { value, low: value / 2, high: 2 * value } : { value, low: low ?? value, high: high ?? value };
};

/** A share is at most all. */
const capped = ({ value, low, high }: Spread): Spread => ({ value, low, high: Math.min(1, high) });
