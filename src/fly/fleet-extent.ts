/** What a scenario's fleet amounts to, told before any of it is made: a slip of the finger asks for weeks of flying. */
import type { Scenario } from "../scenario/index.ts";
import type { ScenarioShell } from "./scenario-planes.ts";
import { flightSpan } from "./span.ts";

export interface FleetExtent {
  readonly satellites: number;
  readonly steps: number;
}

/** The period in which the fleet is flown: simulate.fleetDays, or as long as the platform. */
export const fleetPeriod = ({ start_utc_s, step_s, days, fleetDays }: Scenario["simulate"]) => ({ start_utc_s, step_s, days: fleetDays === null ? days : fleetDays });

/** Satellites and steps of the scenario's fleet; null without one. */
export function fleetExtent({ orbit, simulate }: Pick<Scenario, "orbit" | "simulate">): FleetExtent | null {
  if (!orbit?.fleet) return null;
  const { shells, cap } = orbit.fleet;
  const satellites = shells.reduce((sum, shell) => sum + shell.satellitesPerPlane * planesOf(shell), 0);
  return {
    satellites: cap === null ? satellites : Math.min(cap, satellites),
    steps: flightSpan({ ...simulate, ...fleetPeriod(simulate) }).steps,
  };
}

/** A Walker shell without its planes is refused when it is flown. */
function planesOf({ pattern, shells, planes, localTimes }: ScenarioShell): number {
  if (pattern === "geostationary") return 1;
  return shells * (pattern === "sun-synchronous" ? localTimes.length : (planes ?? 0));
}
