/**
 * Stock of an option: what was bought, stands, arrived, and can run.
 *
 *   held(t)    = held(t-1) + sum over ways of bought(t) - the same a life ago
 *   service(t) = service(t-1) + sum over ways of arrives x bought(t) - the same a life ago
 *   able(t)    = able(t-1) + run(0) x arrive(t) + sum over years y of (run(y) - run(y-1)) x arrive(t - 4y) - run(last) x arrive(t - life)
 *
 * A platform lost at launch is held, for it was bought and counts for a target, but not in service. Units age and retire by recursion, which
 * says what a sum over all cohorts says in a fraction of the entries. Where everything arrives, held and service are one column.
 */
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import type { Term } from "../model-builder.ts";
import type { OptionCase } from "../plan-case.ts";
import { one, type Context, type OptionColumns, type VehicleColumns } from "./context.ts";

/** Adds an option's stock; what vehicles bring needs their launches. */
export const addStock = (x: Context, option: OptionCase, vehicles: readonly VehicleColumns[]): Omit<OptionColumns, "run" | "ready" | "idle"> => {
  const { m, q, price } = x;
  const bought = option.ways.map((way) => q.map((name, t) =>
    (way.launch !== null && vehicles[way.launch.vehicle]!.launch[t] === null ? null : m.column({ name: `bought_${way.name}_${name}`, cost: price.bought(option, way, t) }))));
  const sure = option.ways.every((way) => way.arrives_frac === 1);
  const upkeep = (t: number): number => price.standing(option, t);
  const all = (t: number): readonly Term[] => bought.flatMap((columns) => one(columns[t]!));
  const arriving = (t: number): readonly Term[] => bought.flatMap((columns, w) => one(columns[t]!, option.ways[w]!.arrives_frac));
  const held = addRecursion(x, { name: `held_${option.name}`, cost: sure ? upkeep : () => 0, added: all, life: option.life });
  const inService = sure ? held : addRecursion(x, { name: `service_${option.name}`, cost: upkeep, added: arriving, life: option.life });
  const arrive = option.ways.length === 1 ? arriving : addArrivals(x, option, arriving);
  return { bought, held, inService, ...addAble(x, option, arrive) };
};

interface Recursion {
  readonly name: string;
  readonly cost: (t: number) => number;
  readonly added: (t: number) => readonly Term[];
  readonly life: number;
}

const addRecursion = ({ m, q }: Context, { name, cost, added, life }: Recursion): readonly number[] => {
  const columns = q.map((quarter, t) => m.column({ name: `${name}_${quarter}`, cost: cost(t) }));
  q.forEach((quarter, t) => m.equal(`stock_${name}_${quarter}`, [[columns[t]!, 1], ...before(columns, t), ...negative(added(t)), ...(t >= life ? added(t - life) : [])], 0));
  return columns;
};

const before = (columns: readonly number[], t: number): readonly Term[] => (t > 0 ? [[columns[t - 1]!, -1]] : []);

const times = (terms: readonly Term[], factor: number): readonly Term[] => terms.map(([column, coefficient]): Term => [column, coefficient * factor]);

const negative = (terms: readonly Term[]): readonly Term[] => times(terms, -1);

/** One column for what arrives by all ways, where there are several. */
const addArrivals = ({ m, q }: Context, { name }: OptionCase, arriving: (t: number) => readonly Term[]): ((t: number) => readonly Term[]) => {
  const columns = q.map((quarter) => m.column({ name: `arrive_${name}_${quarter}` }));
  q.forEach((quarter, t) => m.equal(`arrivals_${name}_${quarter}`, [[columns[t]!, 1], ...negative(arriving(t))], 0));
  return (t) => [[columns[t]!, 1]];
};

const addAble = ({ m, q }: Context, { name, run_MW, life }: OptionCase, arrive: (t: number) => readonly Term[]): Pick<OptionColumns, "able" | "ableRow"> => {
  const able = q.map((quarter) => m.column({ name: `able_${name}_${quarter}` }));
  const ableRow = q.map((quarter, t) => {
    const aged = run_MW.flatMap((MW, year) => {
      const born = t - year * QUARTERS_PER_YEAR;
      return born < 0 ? [] : times(arrive(born), (year === 0 ? 0 : run_MW[year - 1]!) - MW);
    });
    const retired = t >= life ? times(arrive(t - life), run_MW[Math.ceil(life / QUARTERS_PER_YEAR) - 1]!) : [];
    return m.equal(`capacity_${name}_${quarter}`, [[able[t]!, 1], ...before(able, t), ...aged, ...retired], 0);
  });
  return { able, ableRow };
};
