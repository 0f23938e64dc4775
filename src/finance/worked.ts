/**
 * What an hour of work costs on each tier, all told, out of the days of jobs (serve): capital and upkeep as levelised, and what the days added.
 *
 *   1. capital and upkeep = (levelised cost - its energy)/(useful share x share of the work computed that does not wait to come down): every hour
 *      on costs, the hours of work that is down, or may still come, pay
 *   2. running = (energy of the hours + data + lateness)/that work; of a class with sloCredits what it gives back stands in place of lateness
 *   3. effective = (1) + (2); over what was on time = (3)/share on time
 *
 * Work is in accelerator-hours (where steps wait for links, of their computing); a million tokens are its joules. Lateness and the share on time are the class's, alike on both tiers.
 * Assumes: the tier's best option; servers that are never idle, as in the levelised cost; rent (serve.groundRent) is in neither, for capital stands
 * in its place; data is between orbit and ground alone. Work shed or not done is no cost of work kept: its dollars stand beside (serve).
 */
import type { ClassService, Service, ServiceTier, SimulatedClass } from "../serve/index.ts";
import { HOURS_PER_YEAR } from "../units/index.ts";
import type { Levelised } from "./levelised-record.ts";

/** One class on one tier where it ran; dollars an accelerator-hour of work that is down or may still come, unless said otherwise. */
export interface WorkedCost {
  readonly class: string;
  readonly tier: ServiceTier;
  /** Of an hour that could be sold, as levelised. */
  readonly levelised_usd_per_GPU_h: number;
  readonly useful_frac: number;
  readonly standing_usd_per_GPU_h: number;
  readonly energy_usd_per_GPU_h: number;
  readonly data_usd_per_GPU_h: number;
  readonly late_usd_per_GPU_h: number;
  /** What is given back of the fee; null for a class that promises no credits, of which lateness counts instead. */
  readonly credit_usd_per_GPU_h: number | null;
  readonly effective_usd_per_GPU_h: number;
  /** Null for a class that is promised by no time. */
  readonly slo_frac: number | null;
  /** Effective over the share on time; null without a promise, and where nothing was on time. */
  readonly onTime_usd_per_GPU_h: number | null;
  /** Null for a class that is not stated in tokens. */
  readonly effective_usd_per_Mtoken: number | null;
}

export interface WorkedFrom {
  readonly ground: Levelised | null;
  readonly orbit: Levelised | null;
}

const J_PER_KWH = 3.6e6;

const TIERS: readonly ServiceTier[] = ["ground", "orbit"];

/** Every class on every tier where it kept work and the tier has a cost; none without days of jobs of the classes. */
export const workedCosts = ({ classes, simulated }: Pick<Service, "classes" | "simulated">, levelised: WorkedFrom): readonly WorkedCost[] => {
  if (simulated === null || simulated.jobsOf === "file") return [];
  return simulated.classes.flatMap((seen) => TIERS.flatMap((tier) => {
    const option = levelised[tier];
    const service = classes.find(({ id }) => id === seen.id);
    const credit_usd = simulated.credits.find((one) => one.class === seen.id)?.credit_usd ?? null;
    return option === null || service === undefined || seen.accelerator_h[tier] === 0 ? [] : [workedCost(seen, { tier, option, service, credit_usd })];
  }));
};

const energyOf = ({ items }: Levelised): number => items.reduce((sum, { item, usd_per_kW_yr }) => (item === "energy" ? sum + usd_per_kW_yr : sum), 0);

interface On {
  readonly tier: ServiceTier;
  readonly option: Levelised;
  readonly service: ClassService;
  /** Of the class on both tiers. */
  readonly credit_usd: number | null;
}

const workedCost = (seen: SimulatedClass, { tier, option, service, credit_usd }: On): WorkedCost => {
  const { useful_frac } = service.tier[tier];
  const there_frac = 1 - seen.waiting_Wh[tier] / seen.computed_Wh[tier];
  const standing = ((1 - energyOf(option) / option.usd_per_kW_yr) * option.usd_per_GPU_h) / (useful_frac * there_frac);
  const per = (usd: number): number => usd / seen.accelerator_h[tier];
  const energy = per(seen.cost[tier].energy_usd);
  const data = per(seen.cost[tier].data_usd);
  const share = seen.computed_Wh[tier] / (seen.computed_Wh.ground + seen.computed_Wh.orbit);
  const late = per(seen.late_usd * share);
  const credit = credit_usd === null ? null : per(credit_usd * share);
  const missed = credit === null ? late : credit;
  const effective = standing + energy + data + missed;
  const { slo_frac } = seen;
  const kept_kWh = (seen.computed_Wh[tier] * there_frac * seen.computing_frac[tier]) / 1000;
  const standing_usd_per_kWh = (standing * option.usd_per_kW_yr) / option.usd_per_GPU_h / HOURS_PER_YEAR;
  const usd_per_Mtoken = (J_per_token: number): number => ((standing_usd_per_kWh + ((energy + data + missed) * seen.accelerator_h[tier]) / kept_kWh) * J_per_token * 1e6) / J_PER_KWH;
  return {
    class: seen.id, tier, levelised_usd_per_GPU_h: option.usd_per_GPU_h, useful_frac,
    standing_usd_per_GPU_h: standing, energy_usd_per_GPU_h: energy, data_usd_per_GPU_h: data, late_usd_per_GPU_h: late, credit_usd_per_GPU_h: credit, effective_usd_per_GPU_h: effective,
    slo_frac, onTime_usd_per_GPU_h: slo_frac === null || slo_frac === 0 ? null : effective / slo_frac,
    effective_usd_per_Mtoken: service.energy_J_per_token === null ? null : usd_per_Mtoken(service.energy_J_per_token),
  };
};
