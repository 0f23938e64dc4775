/**
 * Service of the classes by the pools.
 *
 *   demand  sum over pools of served(p,c,t) + short(c,t) = wanted(c,t)
 *   use     run(o,t) <= ready(o,t): able, or able of those that have what they use (manifest)
 *   sum     sum over classes of served(p,c,t) / useful(p,c) = sum over the pool's options of run(o,t)
 *   peak    for each deadline D: sum over classes with no longer deadline of ratio(c,D) x served(p,c,t) / useful(p,c) <= sum of ready(o,t)
 *
 * The peak rows are necessary for each deadline on its own; that batch work finds the valleys it needs hour by hour is what the replay shows.
 */
import type { Term } from "../model-builder.ts";
import { classIn, poolIn } from "../plan-case.ts";
import { one, type Context, type OptionColumns, type PoolColumns } from "./context.ts";

/** IT that runs, of one option. */
export const addRun = ({ m, q, c, price }: Context, o: number, { ready }: Pick<OptionColumns, "ready">): readonly number[] => {
  const option = c.options[o]!;
  const run = q.map((name, t) => m.column({ name: `run_${option.name}_${name}`, cost: price.running(option, t) }));
  q.forEach((name, t) => m.atMost(`use_${option.name}_${name}`, [[run[t]!, 1], [ready[t]!, -1]], 0));
  return run;
};

/** What a pool serves of each class; nothing where it has no option. */
export const addServed = ({ m, q, c, price }: Context, p: number): PoolColumns => {
  const { name: pool, link } = c.pools[p]!;
  const stands = c.options.some((option) => option.pool === p);
  return c.classes.map((demand, k) => q.map((name, t) =>
    (stands && poolIn(c, p, t).useful_frac[k] !== null ? m.column({ name: `served_${pool}_${demand.name}_${name}`, cost: link === null ? 0 : price.data(link.data, k, t) }) : null)));
};

/** Every class is served or short. */
export const addDemand = ({ m, q, c, price }: Context, k: number, pools: readonly PoolColumns[]): readonly number[] => {
  const { name: id, wanted_MW } = c.classes[k]!;
  const short = q.map((name, t) => m.column({ name: `short_${id}_${name}`, cost: price.short(k, t) }));
  q.forEach((name, t) => m.equal(`demand_${id}_${name}`, [...pools.flatMap((served) => one(served[k]![t]!)), [short[t]!, 1]], wanted_MW[t]!));
  return short;
};

/** A pool runs what it serves, at its mean and at its peaks. */
export const addUse = (x: Context, p: number, { options, served }: { readonly options: readonly OptionColumns[]; readonly served: PoolColumns }): void => {
  const { m, q, c } = x;
  const standing = options.filter((_, o) => c.options[o]!.pool === p);
  if (standing.length === 0) return;
  const { name: pool } = c.pools[p]!;
  const asked = (ratio: (k: number) => number | null, t: number): readonly Term[] => c.classes.flatMap((_, k) => {
    const times = ratio(k);
    return times === null ? [] : one(served[k]![t]!, times / poolIn(c, p, t).useful_frac[k]!);
  });
  q.forEach((name, t) => {
    m.equal(`sum_${pool}_${name}`, [...asked(() => 1, t), ...standing.map(({ run }): Term => [run[t]!, -1])], 0);
    for (const { deferral_h, ratio } of peakLevels(x, t)) m.atMost(`peak${deferral_h}h_${pool}_${name}`, [...asked((k) => ratio[k]!, t), ...standing.map(({ ready }): Term => [ready[t]!, -1])], 0);
  });
};

/** Deadlines at which peaks ask for more than the mean in a quarter, with the classes that count at each. */
const peakLevels = ({ c }: Context, t: number): readonly { readonly deferral_h: number; readonly ratio: readonly (number | null)[] }[] => {
  const smoothing = c.classes.map((_, k) => classIn(c, k, t).smoothing);
  const deadlines = [...new Set(smoothing.flatMap((all) => all.map((s) => s.deferral_h)))].toSorted((a, b) => a - b);
  return deadlines
    .map((deferral_h) => ({ deferral_h, ratio: smoothing.map((all) => all.find((s) => s.deferral_h === deferral_h)?.peakToMean ?? null) }))
    .filter(({ ratio }) => ratio.some((r) => r !== null && r > 1));
};
