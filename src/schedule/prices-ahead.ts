/**
 * Prices of the slots ahead as they are expected, as sums: what a kilowatt and what an accelerator cost to the begin of each slot.
 *
 *   1. C_d(i) = sum of (energy price + carbon price x intensity) a kilowatt, A_d(i) of the accelerators' price, over the slots before i
 *   2. prices are known for 36 h from each publication at `published_s` of the clock's day (noon: the day that is on and the next); beyond, the
 *      last known day again
 */
import { DAY_S, HOUR_S } from "../units/index.ts";
import { integral, type Indexed } from "./curve.ts";
import type { PlannedPlacement } from "./policy.ts";
import type { State } from "./state.ts";
import type { Ready } from "./supply.ts";

const G_PER_T = 1e6;

/** Sums over slots differ by less where prices do not. */
export const ROUNDING_USD = 1e-9;

/** Of one domain, told so far; grown when later slots are asked for. */
export interface DomainPrices {
  readonly ready: Ready;
  /** Of an hour, where they never change; null where they do. */
  readonly steady: { readonly kW_usd: number; readonly accelerator_usd: number } | null;
  kW_usd: Float64Array;
  accelerator_usd: Float64Array;
  /** Slots that the sums have. */
  told: number;
  /** The least of an hour in any of them; Infinity before the first is told. */
  least_usd: { readonly kW: number; readonly accelerator: number };
}

export interface PricesAhead {
  readonly placement: PlannedPlacement;
  /** Number of the slot that sums begin with, counted from the clock's 0. */
  readonly first: number;
  readonly known_s: number;
  readonly domains: readonly DomainPrices[];
  /** Room for the slots of two looks ahead, taken in turns: no decision has more at once. */
  readonly room: readonly [Float64Array, Float64Array];
  turn: 0 | 1;
}

/** Day-ahead prices are published half a day before the day that they are for: until its end they are known. */
const KNOWN_FOR_S = 1.5 * DAY_S;

/** Until when prices are known at a time; days begin half a day after each publication, wherever the clock's own begin. */
export const knownUntil = (now: number, published_s: number | null): number =>
  published_s === null ? Infinity : Math.floor((now - published_s) / DAY_S) * DAY_S + published_s + KNOWN_FOR_S;

/** Integral over a slot as it is expected: of the last known day at the same hour, where it is not known. */
const expectedOver = (curve: Indexed, from_s: number, to_s: number, known_s: number): number => {
  const back_s = from_s < known_s ? 0 : DAY_S * (Math.floor((from_s - known_s) / DAY_S) + 1);
  return integral(curve, from_s - back_s, to_s - back_s);
};

const steadyOf = ({ energy_usd_per_kWh, carbon_g_per_kWh, accelerator_usd_per_h }: Ready, carbon_usd_per_g: number): DomainPrices["steady"] =>
  [energy_usd_per_kWh, carbon_g_per_kWh, accelerator_usd_per_h].some(({ v }) => v.length > 1) ? null : { kW_usd: energy_usd_per_kWh.v[0]! + carbon_usd_per_g * carbon_g_per_kWh.v[0]!, accelerator_usd: accelerator_usd_per_h.v[0]! };

export const slotsOf = ({ horizon_s, slot_s }: PlannedPlacement): number => Math.ceil(horizon_s / slot_s);

const AHEAD = new WeakMap<State, PricesAhead>();

/** Prices from the slot that is on, as far as they are known now; they hold until more is published. */
export const pricesAhead = (state: State, placement: PlannedPlacement): PricesAhead => {
  const known_s = knownUntil(state.now_s, placement.published_s);
  const held = AHEAD.get(state);
  if (held !== undefined && held.known_s === known_s) return held;
  const domains = state.supply.domains.map(({ pools }): DomainPrices => {
    const { ready } = state.pools[pools[0]!]!;
    return { ready, steady: steadyOf(ready, placement.carbon_usd_per_t / G_PER_T), kW_usd: new Float64Array(1), accelerator_usd: new Float64Array(1), told: 0, least_usd: { kW: Infinity, accelerator: Infinity } };
  });
  const size = domains.length * slotsOf(placement);
  const made: PricesAhead = { placement, first: Math.floor(state.now_s / placement.slot_s), known_s, domains, room: [new Float64Array(size), new Float64Array(size)], turn: 0 };
  AHEAD.set(state, made);
  return made;
};

const longer = (sums: Float64Array, length: number): Float64Array => {
  const grown = new Float64Array(length);
  grown.set(sums);
  return grown;
};

/** The sums of a domain, told for so many slots at least. */
export const sumsTo = ({ placement: { slot_s, carbon_usd_per_t }, first, known_s, domains }: PricesAhead, domain: number, slots: number): DomainPrices => {
  const prices = domains[domain]!;
  if (prices.told >= slots) return prices;
  const { ready: { energy_usd_per_kWh, carbon_g_per_kWh, accelerator_usd_per_h } } = prices;
  const day = DAY_S / slot_s;
  if (prices.kW_usd.length <= slots) {
    const length = Math.max(slots + day, 2 * prices.told) + 1;
    prices.kW_usd = longer(prices.kW_usd, length);
    prices.accelerator_usd = longer(prices.accelerator_usd, length);
  }
  const { kW_usd, accelerator_usd } = prices;
  const end = kW_usd.length - 1;
  let { kW, accelerator } = prices.least_usd;
  for (let i = prices.told; i < end; i++) {
    const a = (first + i) * slot_s;
    // A day that is expected is as the one before.
    if (i >= day && a - DAY_S >= known_s) {
      kW_usd[i + 1] = kW_usd[i]! + (kW_usd[i + 1 - day]! - kW_usd[i - day]!);
      accelerator_usd[i + 1] = accelerator_usd[i]! + (accelerator_usd[i + 1 - day]! - accelerator_usd[i - day]!);
      continue;
    }
    const b = a + slot_s;
    const energy = expectedOver(energy_usd_per_kWh, a, b, known_s) + (carbon_usd_per_t / G_PER_T) * expectedOver(carbon_g_per_kWh, a, b, known_s);
    const use = expectedOver(accelerator_usd_per_h, a, b, known_s);
    kW_usd[i + 1] = kW_usd[i]! + energy / HOUR_S;
    accelerator_usd[i + 1] = accelerator_usd[i]! + use / HOUR_S;
    kW = Math.min(kW, energy / slot_s);
    accelerator = Math.min(accelerator, use / slot_s);
  }
  prices.told = end;
  prices.least_usd = { kW, accelerator };
  return prices;
};
