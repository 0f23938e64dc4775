/**
 * Data between a pool and its users, GB/s.
 *
 *   link     sum over classes of data(c) x served(p,c,t) <= sum over options of link(o) x service(o,t)
 *   shared   the same sum <= rate of what all share + sum of own(o) x service(o,t), own: the part of a unit's link that shares nothing
 */
import type { Term } from "../model-builder.ts";
import { classIn, poolIn } from "../plan-case.ts";
import { one, type Context, type OptionColumns, type PoolColumns } from "./context.ts";

const MEGA = 1e6;
const GIGA = 1e9;

/** Adds the link of a pool that has one. */
export const addLink = ({ m, q, c }: Context, p: number, { options, served }: { readonly options: readonly Pick<OptionColumns, "inService">[]; readonly served: PoolColumns }): void => {
  const { name: pool, link } = c.pools[p]!;
  if (link === null) return;
  q.forEach((name, t) => {
    const moved = c.classes.flatMap((_, i) => one(served[i]![t]!, (classIn(c, i, t).data_B_per_J * MEGA) / GIGA)).filter(([, GBps]) => GBps > 0);
    if (moved.length === 0) return;
    const carried = (rate: "link_B_per_s" | "ownLink_B_per_s"): readonly Term[] => c.options.flatMap((option, o) => (option.pool === p ? [[options[o]!.inService[t]!, -option[rate] / GIGA] as const] : []));
    m.atMost(`link_${pool}_${name}`, [...moved, ...carried("link_B_per_s")], 0);
    m.atMost(`shared_${pool}_${name}`, [...moved, ...carried("ownLink_B_per_s")], poolIn(c, p, t).shared_B_per_s! / GIGA);
  });
};
