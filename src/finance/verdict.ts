/** Orbit against ground in one sentence, and the launch price at which they meet. */
import { formatNumber, formatQuarter } from "../units/index.ts";
import type { Levelised, Verdict } from "./finance-record.ts";

/** What a launch costs the orbit option, and what turns a yearly saving into a launch price. */
export interface LaunchTerms {
  readonly now_usd_per_kg: number;
  /** Launch price per kilogram that costs one dollar per delivered kilowatt-year: delivered kW x annuity factor / mass. */
  readonly usd_per_kg_for_one: number;
}

/** `launch`: null where the cheapest orbit option has no mass to launch; `options`: every option, cheapest first. */
export const verdictOf = (ground: Levelised | null, orbit: Levelised | null, { launch, options }: { readonly launch: LaunchTerms | null; readonly options: readonly Levelised[] }): Verdict => {
  if (ground === null || orbit === null) return { text: oneSided(options), ratio: null, breakEvenLaunch_usd_per_kg: null };
  const ratio = orbit.usd_per_kW_yr / ground.usd_per_kW_yr;
  const breakEven = launch === null ? null : breakEvenLaunch({ ground_usd_per_kW_yr: ground.usd_per_kW_yr, orbit_usd_per_kW_yr: orbit.usd_per_kW_yr, launch_usd_per_kW_yr: launchItem(orbit), usd_per_kg_for_one: launch.usd_per_kg_for_one });
  return { text: `${comparison(ratio)} (${dollars(orbit)} beside ${dollars(ground)}; ${meeting(breakEven, launch)})`, ratio, breakEvenLaunch_usd_per_kg: breakEven };
};

const comparison = (ratio: number): string =>
  ratio >= 1 ? `Orbit costs ${formatNumber(ratio)} times what ground costs` : `Ground costs ${formatNumber(1 / ratio)} times what orbit costs`;

const dollars = (levelised: Levelised): string => `${levelised.option} ${formatNumber(levelised.usd_per_kW_yr)} $/kW-yr at prices of ${formatQuarter(levelised.priceQuarter)}`;

const oneSided = (options: readonly Levelised[]): string => {
  const [only, ...others] = options;
  if (only === undefined) return "Neither tier can be built: see the reasons";
  return `Only ${only.tier} can be built here: ${dollars(only)}, ${formatNumber(only.usd_per_GPU_h)} $/GPU-h; ${others.length === 0 ? "there is nothing to compare it with" : others.map((one) => beside(one, only)).join(", ")}`;
};

const beside = (one: Levelised, least: Levelised): string => `${one.option} ${formatNumber(one.usd_per_kW_yr / least.usd_per_kW_yr)} times that at prices of ${formatQuarter(one.priceQuarter)}`;

export interface LaunchMargin {
  readonly ground_usd_per_kW_yr: number;
  readonly orbit_usd_per_kW_yr: number;
  /** Of orbit's. */
  readonly launch_usd_per_kW_yr: number;
  readonly usd_per_kg_for_one: number;
}

/** The launch item is linear in the launch price; everything else stands. Null when orbit without any launch price is dearer than ground. */
export const breakEvenLaunch = ({ ground_usd_per_kW_yr, orbit_usd_per_kW_yr, launch_usd_per_kW_yr, usd_per_kg_for_one }: LaunchMargin): number | null => {
  const room = ground_usd_per_kW_yr - (orbit_usd_per_kW_yr - launch_usd_per_kW_yr);
  return room < 0 ? null : room * usd_per_kg_for_one;
};

const launchItem = ({ items }: Levelised): number => items.filter(({ item }) => item === "launch").reduce((sum, { usd_per_kW_yr }) => sum + usd_per_kW_yr, 0);

const meeting = (breakEven: number | null, launch: LaunchTerms | null): string => {
  if (launch === null) return "no launch price to vary";
  if (breakEven === null) return "no launch price makes them equal, not even zero";
  return `equal at a launch price of ${formatNumber(breakEven)} $/kg of platform, now ${formatNumber(launch.now_usd_per_kg)}`;
};
