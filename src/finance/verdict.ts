/** Orbit against ground in one sentence, and the launch price at which they meet. */
import { formatNumber } from "../units/index.ts";
import type { Levelised, Verdict } from "./finance-record.ts";

/** `launch_usd_per_kg`: what the orbit option pays now, per kilogram of platform. */
export const verdictOf = (ground: Levelised | null, orbit: Levelised | null, launch_usd_per_kg: number | null): Verdict => {
  if (ground === null || orbit === null) return { text: oneSided(ground, orbit), ratio: null, breakEvenLaunch_usd_per_kg: null };
  const ratio = orbit.usd_per_kW_yr / ground.usd_per_kW_yr;
  const breakEven = launch_usd_per_kg === null ? null : breakEvenLaunch(ground, orbit, launch_usd_per_kg);
  return { text: `${comparison(ratio)} (${orbit.option} ${dollars(orbit)} beside ${ground.option} ${dollars(ground)}; ${meeting(breakEven, launch_usd_per_kg)})`, ratio, breakEvenLaunch_usd_per_kg: breakEven };
};

const comparison = (ratio: number): string =>
  ratio >= 1 ? `Orbit costs ${formatNumber(ratio)} times what ground costs` : `Ground costs ${formatNumber(1 / ratio)} times what orbit costs`;

const dollars = (levelised: Levelised): string => `${formatNumber(levelised.usd_per_kW_yr)} $/kW-yr`;

const oneSided = (ground: Levelised | null, orbit: Levelised | null): string => {
  const only = ground ?? orbit;
  if (only === null) return "Neither tier can be built: see the reasons";
  return `Only ${only.tier} can be built here: ${only.option} at ${dollars(only)}, ${formatNumber(only.usd_per_GPU_h)} $/GPU-h; there is nothing to compare it with`;
};

/** The launch item is linear in the launch price; everything else stands. Null when even a free launch leaves orbit dearer. */
const breakEvenLaunch = (ground: Levelised, orbit: Levelised, launch_usd_per_kg: number): number | null => {
  const launch = orbit.items.find(({ item }) => item === "launch")?.usd_per_kW_yr ?? 0;
  if (launch === 0) return null;
  const room = ground.usd_per_kW_yr - (orbit.usd_per_kW_yr - launch);
  return room < 0 ? null : (launch_usd_per_kg * room) / launch;
};

const meeting = (breakEven: number | null, now: number | null): string => {
  if (now === null) return "no launch price to vary";
  return breakEven === null ? "no launch price makes them equal, not even zero" : `equal at ${formatNumber(breakEven)} $/kg to the working orbit instead of ${formatNumber(now)}`;
};
