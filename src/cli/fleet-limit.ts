/** How large a fleet a command flies, and what it tells of a large one beforehand. */
import { fleetExtent, type FleetExtent } from "../fly/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { UsageError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

/** Some two hours of one core. */
const SATELLITE_STEPS_MAX = 1e12;
/** Some eight seconds of one core. */
const TOLD_FROM = 1e9;
/** Eight nanoseconds each, as bench/tasks/fleet.bench.ts measures the filed million. */
const SATELLITE_STEPS_PER_S = 1.25e8;

const HINT = "fewer satellites (orbit.fleet.cap), a shorter simulate.fleetDays or a longer simulate.step are flown sooner";

/** Throws UsageError for a fleet that outlasts all patience, and tells how long a large one takes. */
export const guardFleet = (scenario: Scenario, { quiet }: { readonly quiet: boolean }, terminal: Terminal): void => {
  const extent = fleetExtent(scenario);
  if (extent === null) return;
  const { satellites, steps } = extent;
  const work = satellites * steps;
  if (work > SATELLITE_STEPS_MAX) throw new UsageError(`${count(work)} satellite-steps (${workText(extent)}), where ${count(SATELLITE_STEPS_MAX)} are flown at most`, HINT);
  if (work >= TOLD_FROM && !quiet) terminal.tell(`note: the fleet takes about ${durationText(work / SATELLITE_STEPS_PER_S)} of one core: ${workText(extent)}\n`);
};

const count = (value: number): string => value.toLocaleString("en-US");
const workText = ({ satellites, steps }: FleetExtent): string => `${count(satellites)} satellites over ${count(steps)} steps`;
const durationText = (s: number): string => (s < 90 ? `${Math.ceil(s)} s` : `${Math.ceil(s / 60)} min`);
