/**
 * One node's store under a constant load beside a step curve of light.
 *
 *   1. light above the load charges: dE/dt = min(light - load, charge_W) eta, up to capacity; the rest is not taken
 *   2. light below the load discharges: dE/dt = -(load - light), possible while load - light <= discharge_W and E > 0
 *
 * The whole loss of the round trip is taken when charging, so that E is what can be had. Exact for step curves: each step is one line.
 */
import { integral, lastAtOrBelow, windowsAtLeast, windowsFrom, type Indexed, type Windows } from "./curve.ts";

/** A node's store. Charged by what its light leaves over, asked for what its light lacks. */
export interface Battery {
  readonly capacity_J: number;
  readonly charge_W: number;
  readonly discharge_W: number;
  /** Of what is put in, what comes out, 0..1. */
  readonly roundTrip_frac: number;
  /** At the pool's `from_s`. */
  readonly initial_J: number;
}

export interface StoreTrip {
  /** Time reached: the end asked for, or when the load could no more be carried. */
  readonly t_s: number;
  readonly charge_J: number;
  /** Of what the light gave: to the load and into the store. */
  readonly direct_J: number;
  readonly charged_J: number;
  readonly discharged_J: number;
  /** Put in and never to come out. */
  readonly lost_J: number;
}

export interface StoreTask {
  readonly power: Indexed;
  readonly battery: Battery;
  readonly charge_J: number;
  readonly load_W: number;
  readonly from_s: number;
  readonly to_s: number;
}

/** What a lit stretch offers a store, where its light is above the load throughout and either all of its spare or always the full rate is taken: one line for all its steps. */
const stretchOffer = ({ power, battery: { charge_W }, load_W, t, to_s }: Pick<StoreTask, "power" | "battery" | "load_W" | "to_s"> & { readonly t: number }, i: number): { readonly J: number; readonly end_s: number; readonly last: number } | undefined => {
  const s = power.stretchOf[i]!;
  const after = power.stretchEnd[s]!;
  const least_W = power.stretchLeast[s]! - load_W;
  if (after - i < 2 || least_W < 0 || after === power.t.length) return undefined;
  const takesAll = power.stretchMost[s]! - load_W <= charge_W;
  if (!takesAll && least_W < charge_W) return undefined;
  const stretch_s = power.t[after]!;
  const end_s = Math.min(to_s, stretch_s);
  const J = takesAll ? integral(power, t, end_s) - load_W * (end_s - t) : charge_W * (end_s - t);
  return { J, end_s, last: after - 1 };
};

/** Carries the load from `from_s` to `to_s`, or until it cannot. An end at infinity is allowed where the curve's last step decides. */
export const carry = ({ power, battery, charge_J, load_W, from_s, to_s }: StoreTask): StoreTrip => {
  // A full store without load takes nothing more.
  if (load_W === 0 && charge_J === battery.capacity_J && to_s > from_s) return { t_s: to_s, charge_J, direct_J: 0, charged_J: 0, discharged_J: 0, lost_J: 0 };
  let t = from_s;
  let charge = charge_J;
  let direct = 0;
  let charged = 0;
  let discharged = 0;
  for (let i = Math.max(0, lastAtOrBelow(power.t, from_s)); t < to_s; i++) {
    const offered = stretchOffer({ power, battery, load_W, t, to_s }, i);
    if (offered !== undefined) {
      const taken_J = battery.roundTrip_frac === 0 ? 0 : Math.min(offered.J, (battery.capacity_J - charge) / battery.roundTrip_frac);
      charged += taken_J;
      charge = Math.min(battery.capacity_J, charge + taken_J * battery.roundTrip_frac);
      direct += load_W === 0 ? 0 : load_W * (offered.end_s - t);
      t = offered.end_s;
      i = offered.last;
      continue;
    }
    const end = Math.min(to_s, power.t[i + 1] ?? Infinity);
    const spare_W = power.v[i]! - load_W;
    if (spare_W >= 0) {
      const room_J = battery.roundTrip_frac === 0 ? 0 : (battery.capacity_J - charge) / battery.roundTrip_frac;
      const offered_W = Math.min(spare_W, battery.charge_W);
      const taken_J = offered_W === 0 ? 0 : Math.min(offered_W * (end - t), room_J);
      charged += taken_J;
      charge = Math.min(battery.capacity_J, charge + taken_J * battery.roundTrip_frac);
      direct += load_W === 0 ? 0 : load_W * (end - t);
      t = end;
      continue;
    }
    if (-spare_W > battery.discharge_W) break;
    const empty_s = t + charge / -spare_W;
    const to = Math.min(end, empty_s);
    discharged += -spare_W * (to - t);
    charge = empty_s <= end ? 0 : charge + spare_W * (to - t);
    direct += power.v[i]! * (to - t);
    t = to;
    if (to < end) break;
  }
  return { t_s: t, charge_J: charge, direct_J: direct, charged_J: charged, discharged_J: discharged, lost_J: charged * (1 - battery.roundTrip_frac) };
};

/** Each time from light alone sufficing on, with a full store, until the load can no more be carried. */
export const carriedFromFull = (power: Indexed, battery: Battery, load_W: number): Windows => {
  const lit = windowsAtLeast(power, load_W);
  const start: number[] = [];
  const end: number[] = [];
  for (let i = 0; i < lit.start.length; i++) {
    if (end.length > 0 && lit.start[i]! < end.at(-1)!) continue;
    const from_s = Math.max(lit.start[i]!, power.t[0]!);
    start.push(lit.start[i]!);
    end.push(carry({ power, battery, charge_J: battery.capacity_J, load_W, from_s, to_s: Infinity }).t_s);
  }
  return windowsFrom(start, end);
};
