/**
 * What the scenario's synchronous jobs keep of their chips' work in orbit, and which input decides.
 *
 *   1. interruptions a chip and year from the dose a year and a beam test                        (physics/upsets, eq. 2)
 *   2. time between interruptions, best interval between checkpoints, useful share               (physics/checkpointing, eq. 1-3)
 *   3. decides: the input whose range moves the useful share most; ranges as the scenario's figures state them, half to double where they
 *      state none, and for the dose (AP-8's factor of two)
 *
 * 3 is computed when it is read: it takes twenty times as long as the job, and a loop over platforms does not ask.
 */
import { interruptions_per_chip_yr, synchronousOutput, type Checkpointing, type Interruptions } from "../physics/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Orbit } from "./load.ts";
import type { SynchronousSizing } from "./radiation-record.ts";
import { whenRead } from "./when-read.ts";

/** Interruptions as the scenario's beam test gives them at a dose. */
export const interruptionsAt = ({ platform, radiation: r }: Orbit, dose_rad_per_yr: number): Interruptions => ({
  dose_rad_per_yr,
  memory_rad: r.memoryDose_cGy,
  memoryFatal_frac: r.memoryFatal_frac,
  functional_rad: r.functionalDose_cGy,
  hostProcessor_rad: r.hostProcessorDose_cGy,
  hostMemory_rad: r.hostMemoryDose_cGy,
  chipsPerHost: platform.chipsPerHost,
  ground_per_yr: r.interruptions_per_yr,
});

type DemandClass = Scenario["demand"]["classes"][number];

/** One job a class that is synchronous. */
export const synchronousJobs = (scenario: Scenario, orbit: Orbit, dose_rad_per_yr: number): readonly SynchronousSizing[] =>
  scenario.demand.classes.flatMap((c) => (c.synchronousChips === null ? [] : [synchronousJob(scenario, orbit, { demand: c, chips: c.synchronousChips, dose_rad_per_yr })]));

interface Asked {
  readonly demand: DemandClass;
  readonly chips: number;
  readonly dose_rad_per_yr: number;
}

const synchronousJob = (scenario: Scenario, orbit: Orbit, asked: Asked): SynchronousSizing => {
  const { demand: { id, checkpoint_s, restart_s }, chips, dose_rad_per_yr } = asked;
  const { mtbf_s, interval_s, useful_frac } = synchronousOutput({ chips, checkpoint_s, restart_s, interruptions_per_chip_yr: interruptions_per_chip_yr(interruptionsAt(orbit, dose_rad_per_yr)) });
  return whenRead({ id, chips, checkpoint_s, restart_s, mtbf_s, interval_s, useful_frac }, { decides: () => decidesOf(scenario, orbit, asked) });
};

const decidesOf = (scenario: Scenario, orbit: Orbit, { demand, chips, dose_rad_per_yr }: Asked): SynchronousSizing["decides"] => {
  const at = interruptionsAt(orbit, dose_rad_per_yr);
  const { checkpoint_s, restart_s } = demand;
  const useful_frac = (change: Partial<Interruptions & Checkpointing>): number =>
    synchronousOutput({ chips, checkpoint_s: change.checkpoint_s ?? checkpoint_s, restart_s: change.restart_s ?? restart_s, interruptions_per_chip_yr: interruptions_per_chip_yr({ ...at, ...change }) }).useful_frac;
  return widest([
    { input: "dose", range: [dose_rad_per_yr / 2, dose_rad_per_yr * 2], useful_frac: (dose) => useful_frac({ dose_rad_per_yr: dose }) },
    { input: "checkpoint", range: rangeOf(scenario, checkpoint_s, `demand.classes.${demand.id}.checkpoint`), useful_frac: (time_s) => useful_frac({ checkpoint_s: time_s }) },
    { input: "restart", range: rangeOf(scenario, restart_s, `demand.classes.${demand.id}.restart`), useful_frac: (time_s) => useful_frac({ restart_s: time_s }) },
    { input: "memoryFatal", range: rangeOf(scenario, at.memoryFatal_frac, "orbit.radiation.memoryFatal"), useful_frac: (share) => useful_frac({ memoryFatal_frac: Math.min(1, share) }) },
    ...DOSES.map(([input, field]): Swung => ({ input, range: rangeOf(scenario, at[field], `orbit.radiation.${input}`), useful_frac: (rad) => useful_frac({ [field]: rad }) })),
    { input: "chipsPerHost", range: rangeOf(scenario, at.chipsPerHost, "orbit.platform.chipsPerHost"), useful_frac: (chipsPerHost) => useful_frac({ chipsPerHost }) },
    { input: "interruptions", range: rangeOf(scenario, at.ground_per_yr, "orbit.radiation.interruptions"), useful_frac: (ground_per_yr) => useful_frac({ ground_per_yr }) },
  ]);
};

/** Doses of an event, by the field that says them. */
const DOSES = [["memoryDose", "memory_rad"], ["functionalDose", "functional_rad"], ["hostProcessorDose", "hostProcessor_rad"], ["hostMemoryDose", "hostMemory_rad"]] as const;

interface Swung {
  readonly input: string;
  readonly range: readonly [number, number];
  readonly useful_frac: (value: number) => number;
}

/** The input with the widest swing, without the elasticities of physics/swing, for speed. */
const widest = (inputs: readonly Swung[]): SynchronousSizing["decides"] =>
  inputs
    .map(({ input, range: [low, high], useful_frac }) => ({ input, low_frac: useful_frac(low), high_frac: useful_frac(high) }))
    .reduce((one, other) => (Math.abs(other.high_frac - other.low_frac) > Math.abs(one.high_frac - one.low_frac) ? other : one));

/** As the figure states them; where it states neither, half and double. */
const rangeOf = ({ assumptions }: Scenario, value: number, path: string): readonly [number, number] => {
  const stated = assumptions.find((one) => one.path === path);
  const low = stated?.low ?? null;
  const high = stated?.high ?? null;
  return low === null && high === null ? [value / 2, 2 * value] : [low ?? value, high ?? value];
};
