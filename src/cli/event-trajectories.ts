/** Satellites in which events are looked for. */
import { sightAccelerated } from "../kernel/index.ts";
import type { Terminal } from "./terminal.ts";
import { readTrajectories, type TrajectorySource } from "./trajectories.ts";
import type { TrajectoryOptions } from "./trajectory-options.ts";

/** Of a machine, not of the satellites: all else that is written is the same. */
const PLAIN_NOTE = "WebAssembly SIMD is missing here: events are looked for in plain TypeScript, with the same results";

/** `readTrajectories`, with a note where the scans are not accelerated. */
export const readForEvents = async (source: string, options: TrajectoryOptions, terminal: Terminal): Promise<TrajectorySource> => {
  const found = await readTrajectories(source, options, terminal);
  if (sightAccelerated) return found;
  if (options.quiet !== true) terminal.tell(`note: ${PLAIN_NOTE}\n`);
  return { ...found, notes: [...found.notes, PLAIN_NOTE] };
};
