/** What is counted of a fleet over the flight: by piece while it is flown, then by plane and for the whole. */
import { POWER_COLUMNS } from "../kernel/index.ts";
import type { FleetBlock } from "./fleet-block.ts";

/** Sums over the satellites of a piece, plane or fleet, over the flight. Times are satellite-steps. */
export interface FleetTally {
  readonly satellites: number;
  lit: number;
  generated_J: number;
  /** IT's share of the draw, at the array bus. */
  load_J: number;
  curtailed_J: number;
  shortfall_J: number;
  loss_J: number;
  /** Taken out of the stores. */
  withdrawn_J: number;
  throttled: number;
  idle: number;
  hot: number;
  short: number;
  chargeChange_J: number;
  lowest_J: number;
  hottest_K: number;
  coldest_K: number;
}

export const fleetTally = (satellites: number): FleetTally => ({
  satellites, lit: 0, generated_J: 0, load_J: 0, curtailed_J: 0, shortfall_J: 0, loss_J: 0, withdrawn_J: 0, throttled: 0, idle: 0, hot: 0, short: 0,
  chargeChange_J: 0, lowest_J: Infinity, hottest_K: 0, coldest_K: Infinity,
});

const at = (name: (typeof POWER_COLUMNS)[number]): number => POWER_COLUMNS.indexOf(name);
const COLUMN = {
  load: at("load_W"), curtailed: at("curtailed_J"), shortfall: at("shortfall_J"), loss: at("loss_J"), lowest: at("lowest_J"), hottest: at("hottest_K"), coldest: at("coldest_K"),
  withdrawn: at("withdrawn_J"), throttled: at("throttled"), idle: at("idle"), hot: at("hot"), short: at("short"),
};

/** A block of a piece: dark satellites and a row of POWER_COLUMNS a step. */
export function addToTally(tally: FleetTally, { step_s, rows, source_W }: FleetBlock, dark: Uint32Array, power: Float64Array): void {
  for (let i = 0, row = 0; i < rows; i++, row += POWER_COLUMNS.length) {
    const lit = tally.satellites - dark[i]!;
    tally.lit += lit;
    tally.generated_J += lit * source_W[i]! * step_s;
    tally.load_J += power[row + COLUMN.load]! * step_s;
    tally.curtailed_J += power[row + COLUMN.curtailed]!;
    tally.shortfall_J += power[row + COLUMN.shortfall]!;
    tally.loss_J += power[row + COLUMN.loss]!;
    tally.withdrawn_J += power[row + COLUMN.withdrawn]!;
    tally.throttled += power[row + COLUMN.throttled]!;
    tally.idle += power[row + COLUMN.idle]!;
    tally.hot += power[row + COLUMN.hot]!;
    tally.short += power[row + COLUMN.short]!;
    tally.lowest_J = Math.min(tally.lowest_J, power[row + COLUMN.lowest]!);
    tally.hottest_K = Math.max(tally.hottest_K, power[row + COLUMN.hottest]!);
    tally.coldest_K = Math.min(tally.coldest_K, power[row + COLUMN.coldest]!);
  }
}

const SUMS = [
  "lit", "generated_J", "load_J", "curtailed_J", "shortfall_J", "loss_J", "withdrawn_J", "throttled", "idle", "hot", "short", "chargeChange_J",
] as const;

/** Tally of the whole, its parts added in order. */
export function sumTally(tallies: readonly FleetTally[]): FleetTally {
  const sum = fleetTally(tallies.reduce((count, { satellites }) => count + satellites, 0));
  for (const tally of tallies) {
    for (const name of SUMS) sum[name] += tally[name];
    sum.lowest_J = Math.min(sum.lowest_J, tally.lowest_J);
    sum.hottest_K = Math.max(sum.hottest_K, tally.hottest_K);
    sum.coldest_K = Math.min(sum.coldest_K, tally.coldest_K);
  }
  return sum;
}
