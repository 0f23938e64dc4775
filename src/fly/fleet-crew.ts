/**
 * Who flies the parts of a fleet. A crew is a port: it takes one part for one block with its state, flies it somewhere, and hands back state
 * and rows. Which crew it was shows in no byte of the result, since the parts and the order of their sums are the fleet's own.
 * Arrays go with their task and come back with it.
 */
import { fleetKernel } from "../kernel/index.ts";
import type { FleetKernel, PowerRules } from "../kernel/index.ts";
import { fleetBlock } from "./fleet-block.ts";
import type { FleetBlock } from "./fleet-block.ts";
import { fleetParts, flyPart, partScratch } from "./fleet-part.ts";
import type { FleetRows, PartState } from "./fleet-part.ts";
import type { FleetPlane } from "./fleet-planes.ts";
import { BLOCK_ROWS } from "./span.ts";
import type { FlightSpan } from "./span.ts";

/** All that a flight's tasks share; plain data, to be copied to where they are flown. */
export interface FleetJob {
  readonly planes: readonly FleetPlane[];
  readonly rules: PowerRules;
  /** A lit satellite's array at 1 au. */
  readonly array_W: number;
  readonly span: FlightSpan;
}

/** One part (of `fleetParts`) over the block that begins with `firstStep`. `state` is advanced and `rows` are written in place. */
export interface FleetTask { readonly part: number; readonly firstStep: number; readonly state: PartState; readonly rows: FleetRows }

export interface FleetShift {
  /** How many tasks keep it busy. */
  readonly tasks: number;
  /** Hands the task back flown, in its own arrays or in moved ones; the caller reads them from the answer alone. What goes wrong rejects every task under way. */
  readonly fly: (task: FleetTask) => Promise<FleetTask>;
  /** Ends it, whatever is under way. */
  readonly close: () => Promise<void>;
}

export interface FleetCrew { readonly open: (job: FleetJob) => FleetShift }

/** Flies tasks of a job at once, with memory of its own. */
export function fleetPilot({ planes, rules, array_W, span }: FleetJob, kernel: FleetKernel): (task: FleetTask) => void {
  const parts = fleetParts(planes);
  const tools = { kernel, rules, scratch: partScratch(parts, Math.min(BLOCK_ROWS, span.steps)) };
  let known: { readonly firstStep: number; readonly block: FleetBlock } | undefined;
  return ({ part, firstStep, state, rows }) => {
    if (known?.firstStep !== firstStep) known = { firstStep, block: fleetBlock(array_W, span, firstStep) };
    flyPart(parts[part]!, state, known.block, tools, rows);
  };
}

/** Tasks between two turns of the event loop, so that an interrupt is heard within a second. */
const TASKS_PER_TURN = 16;

/** Flies in the calling thread, with the fastest kernel of this machine unless told. */
export const inPlaceCrew = (kernel: FleetKernel = fleetKernel): FleetCrew => ({
  open(job) {
    const pilot = fleetPilot(job, kernel);
    let flown = 0;
    return {
      tasks: 1,
      async fly(task) {
        pilot(task);
        if (++flown % TASKS_PER_TURN === 0) await new Promise<void>((resolve) => setTimeout(resolve, 0));
        return task;
      },
      close: () => Promise.resolve(),
    };
  },
});
