/**
 * Power that accelerators and servers draw, from measured distributions of a cluster at work instead of nameplates.
 *
 *   1. utilisation u and power P are read at the same rank: idle = ranks with u = 0, busy = the others
 *   2. idle and busy part = mean power over those ranks / limit; low and high = 10th and 90th percentile of the busy ranks
 *   3. power = limit x (idle + (busy - idle) x part of the time in which a step runs)
 *
 * Source: Hu and others 2024 (Characterization of Large Language Model Development in the Datacenter, NSDI; AcmeTrace, CC-BY-4.0), GPUs of
 * the Kalos cluster (A100-SXM 80 GB, 400 W) and servers with eight of them.
 * Assumptions: (1) takes it that who is busier draws more; the trace does not pair them. A busy GPU there mostly trains; decoding is bound by
 * memory and may draw less, reading prompts more: take low and high as the range. Limits of other chips scale.
 * The servers' column carries no name; that it is the one of GPU servers is read off its range (0 to 6.6 kW, the other 0.5 to 1 kW).
 */

/** Values and cumulative per cent, both ascending. */
export interface MeasuredCdf {
  readonly value: readonly number[];
  readonly cumulative_pct: readonly number[];
}

/** Parts of the limit. */
export interface PowerParts {
  readonly idle_frac: number;
  readonly busy_frac: number;
  readonly busyLow_frac: number;
  readonly busyHigh_frac: number;
}

/** Power parts of a chip: its limit 400 W. Recomputed from the trace in test/inference/drawn-power.test.ts. */
export const CHIP_POWER: PowerParts = { idle_frac: 0.164, busy_frac: 0.639, busyLow_frac: 0.236, busyHigh_frac: 1.023 };
/** Power parts of a server with eight: its nameplate 6.5 kW (NVIDIA DGX A100 user guide: 6.5 kW at most). */
export const SERVER_POWER: PowerParts = { idle_frac: 0.247, busy_frac: 0.555, busyLow_frac: 0.33, busyHigh_frac: 0.766 };

/** Equations 1 and 2. */
export const powerParts = ({ utilisation, power, limit_W }: { readonly utilisation: MeasuredCdf; readonly power: MeasuredCdf; readonly limit_W: number }): PowerParts => {
  const lastIdle = utilisation.value.findLastIndex((value) => value === 0);
  const idle_pct = lastIdle < 0 ? 0 : utilisation.cumulative_pct[lastIdle]!;
  const busyRank = (part: number): number => quantile(power, idle_pct + part * (100 - idle_pct)) / limit_W;
  return {
    idle_frac: meanBetween(power, 0, idle_pct) / limit_W,
    busy_frac: meanBetween(power, idle_pct, 100) / limit_W,
    busyLow_frac: busyRank(0.1),
    busyHigh_frac: busyRank(0.9),
  };
};

const quantile = ({ value, cumulative_pct }: MeasuredCdf, pct: number): number => {
  const above = cumulative_pct.findIndex((at) => at >= pct);
  if (above < 0) return value.at(-1)!;
  if (above === 0) return value[0]!;
  const [from, to] = [cumulative_pct[above - 1]!, cumulative_pct[above]!];
  return value[above - 1]! + ((pct - from) / (to - from)) * (value[above]! - value[above - 1]!);
};

const RANKS = 2000;

/** Mean of the value over ranks, by midpoints. */
const meanBetween = (cdf: MeasuredCdf, from_pct: number, to_pct: number): number => {
  let sum = 0;
  for (let i = 0; i < RANKS; i++) sum += quantile(cdf, from_pct + ((i + 0.5) / RANKS) * (to_pct - from_pct));
  return sum / RANKS;
};

/** Equation 3. */
export const drawnPower_W = (parts: PowerParts, { limit_W, busy_frac }: { readonly limit_W: number; readonly busy_frac: number }): number => {
  if (!(busy_frac >= 0 && busy_frac <= 1)) throw new Error(`busy_frac is ${busy_frac}, expected 0 to 1`);
  return limit_W * (parts.idle_frac + (parts.busy_frac - parts.idle_frac) * busy_frac);
};

/** Tokens for a joule of what is drawn, not of the nameplate. */
export const tokensPerJoule = (parts: PowerParts, { limit_W, busy_frac, tokens_per_s }: { readonly limit_W: number; readonly busy_frac: number; readonly tokens_per_s: number }): number =>
  tokens_per_s / drawnPower_W(parts, { limit_W, busy_frac });
