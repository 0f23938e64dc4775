/**
 * Launches of a vehicle.
 *
 *   payload  sum over ways of bought(t) / units a launch <= launch(t)
 *   slots    launch(t) <= on offer; where launches are whole, no quarter, no four quarters and no time since the start hold more than the
 *            rate rounded up, or than has been launched in them (replan): a rate that falls does not undo a launch
 *
 *   beside   sum over four quarters of launch - givenUp <= room beside the launches that others would buy;  givenUp(t) <= those
 *
 *            and what was launched less what was given up has had its room, whatever is on offer after it
 *
 * Nothing is launched in a quarter in which none is on offer: there is no column.
 */
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import type { Term } from "../model-builder.ts";
import type { VehicleCase } from "../plan-case.ts";
import { flownOf, waysOf } from "../plan-case.ts";
import { one, type Context, type OptionColumns, type VehicleColumns } from "./context.ts";

// A hair below a whole number of launches is that number.
const ROUNDING = 1e-9;
export const roundUp = (launches: number): number => Math.ceil(launches - ROUNDING);

/** Adds a vehicle's launches. */
export const addLaunches = (x: Context, v: number): VehicleColumns => {
  const { m, q, c, price } = x;
  const vehicle = c.vehicles[v]!;
  const { name: id, slots, integer } = vehicle;
  const launch = q.map((name, t) => (slots[t]! > 0 ? m.column({ name: `launch_${id}_${name}`, cost: price.launch(v, t), integer, upper: integer ? roundUp(slots[t]!) : Infinity }) : null));
  const flown = flownOf(c, vehicle.id);
  if (integer) addWholeSlots(x, vehicle, launch);
  const givenUp = addOthers(x, v, launch);
  return { launch, givenUp, slotsRow: q.map((name, t) => (launch[t] === null || integer ? null : m.atMost(`slots_${id}_${name}`, [[launch[t]!, 1]], Math.max(slots[t]!, flown[t] ?? 0)))) };
};

/** An owner's launches beside those that it could sell: a quarter's room can be used within a year. */
const addOthers = ({ m, q, c, price }: Context, v: number, launch: readonly (number | null)[]): VehicleColumns["givenUp"] => {
  const { others, slots, name: id, id: vehicle } = c.vehicles[v]!;
  if (others === null) return q.map(() => null);
  const givenUp = q.map((name, t) => (launch[t] === null ? null : m.column({ name: `givenup_${id}_${name}`, cost: price.givenUp(others.givenUp, t), upper: others.launches[t]!, ...givenUpBefore(c, vehicle, t) })));
  const flown = flownOf(c, vehicle).map((launches, t) => launches - (c.past?.givenUp?.[vehicle]?.[t] ?? others.launches[t]!));
  q.forEach((name, t) => {
    const from = Math.max(0, t - QUARTERS_PER_YEAR + 1);
    const terms = [...launch.slice(from, t + 1).flatMap((column) => one(column)), ...givenUp.slice(from, t + 1).flatMap((column) => one(column, -1))];
    const room = total(slots.slice(from, t + 1).map((n, i) => Math.max(0, n - others.launches[from + i]!)));
    if (terms.length > 0) m.atMost(`beside_${id}_${name}`, terms, Math.max(room, total(flown.slice(from, t + 1))));
  });
  return givenUp;
};

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Bounds of the sales that were given up in a quarter that has been. */
const givenUpBefore = ({ past }: Context["c"], vehicle: string, t: number): { readonly lower: number; readonly upper: number } | Record<string, never> => {
  const sales = past?.happened === true && t < past.quarters ? past.givenUp?.[vehicle]?.[t] : undefined;
  return sales === undefined ? {} : { lower: sales, upper: sales };
};

/** Spans of quarters, first and last, and the whole launches that they may hold: the four up to each quarter, and all up to it; no fewer than have been. */
export const slotWindows = (slots: readonly number[], flown: readonly number[]): readonly { readonly rule: "yearslots" | "allslots"; readonly from: number; readonly to: number; readonly offered: number }[] => {
  if (slots.every(Number.isInteger)) return [];
  const offered = (from: number, to: number): number => Math.max(roundUp(total(slots.slice(from, to + 1))), total(flown.slice(from, to + 1)));
  return slots.flatMap((_, t) => {
    const from = Math.max(0, t - QUARTERS_PER_YEAR + 1);
    return [
      ...(t > 0 ? [{ rule: "yearslots", from, to: t, offered: offered(from, t) } as const] : []),
      ...(t >= QUARTERS_PER_YEAR ? [{ rule: "allslots", from: 0, to: t, offered: offered(0, t) } as const] : []),
    ];
  });
};

const addWholeSlots = ({ m, q, c }: Context, { name: id, id: vehicle, slots }: VehicleCase, launch: readonly (number | null)[]): void => {
  const within = (from: number, to: number): readonly Term[] => launch.slice(from, to + 1).flatMap((column) => one(column));
  for (const { rule, from, to, offered } of slotWindows(slots, flownOf(c, vehicle))) {
    const terms = within(from, to);
    const least = rule === "yearslots" ? 1 : within(Math.max(0, to - QUARTERS_PER_YEAR + 1), to).length;
    if (terms.length > least) m.atMost(`${rule}_${id}_${q[to]!}`, terms, offered);
  }
};

/** Adds what a launch holds, once options and vehicles have their columns. */
export const addPayload = ({ m, q, c }: Context, { options, vehicles }: { readonly options: readonly Pick<OptionColumns, "bought">[]; readonly vehicles: readonly VehicleColumns[] }): void => {
  vehicles.forEach(({ launch }, v) => q.forEach((name, t) => {
    if (launch[t] === null) return;
    const aboard = waysOf(c).flatMap(({ way, o, w }) => (way.launch?.vehicle === v ? one(options[o]!.bought[w]![t]!, 1 / way.launch.perLaunch) : []));
    if (aboard.length > 0) m.atMost(`payload_${c.vehicles[v]!.name}_${name}`, [...aboard, [launch[t]!, -1]], 0);
  }));
};
