/** What each pool gave, and whether the sums of pools are those of jobs. */
import { integral, windowsOf, type Held, type PoolState, type State } from "../../schedule/index.ts";
import { HOUR_S } from "../../units/index.ts";
import type { Simulated, SimulatedPool } from "../simulated.ts";
import type { Tally } from "./tally.ts";

export interface PoolsSeen {
  readonly span_s: number;
  readonly node_W: number;
  readonly books: Tally;
}

/** Use counts runs that are over and those still on. */
export const poolSummaries = ({ pools }: State, { span_s, node_W, books }: PoolsSeen): readonly SimulatedPool[] => {
  const open = new Map<string, number>();
  for (const pool of pools) open.set(pool.ready.pool.id, pool.running.reduce((sum, { held, start_s, power_W }) => sum + nodesIn(held, pool.index) * power_W * (span_s - start_s), 0));
  if (books.open.size !== new Set(pools.flatMap(({ running }) => running)).size) throw new Error("serve: the books hold other runs than the pools");
  return pools.map((pool) => {
    const { ready: { pool: { id, tier, nodes } }, energy, into_B, out_B } = pool;
    const load_J = energy.load_J + open.get(id)!;
    return {
      id, tier, nodes, used_frac: load_J / (nodes * node_W * span_s), supplied_frac: suppliedFrac(pool, { span_s, node_W }),
      energy_Wh: load_J / HOUR_S, discharged_Wh: energy.discharged_J / HOUR_S, into_B, out_B,
    };
  });
};

const nodesIn = (held: readonly Held[], pool: number): number => held.reduce((sum, part) => (part.pool === pool ? sum + part.nodes.length : sum), 0);

/** Share of node-hours in which a node has its need: by its own curves, and under the cap. */
const suppliedFrac = ({ ready }: PoolState, { span_s, node_W }: Pick<PoolsSeen, "span_s" | "node_W">): number => {
  const { start, end } = windowsOf(ready, node_W, 1);
  const lit_s = start.reduce((sum, from, i) => sum + Math.max(0, Math.min(end[i]!, span_s) - Math.max(0, from)), 0);
  if (ready.cap === null) return lit_s / span_s;
  return Math.min(lit_s / span_s, integral(ready.cap, 0, span_s) / (span_s * ready.pool.nodes * node_W));
};

/** Sums that differ by more are wrong. */
const CLOSE = 1e-9;

const apart = (what: string, one: number, other: number): number => {
  const frac = one === other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), 1);
  if (!(frac <= CLOSE)) throw new Error(`serve: ${what} do not add up: ${one} and ${other}`);
  return frac;
};

/** Throws where the sums of pools and jobs part by more than 1e-9. */
export const residuals = ({ entries, pools }: State, books: Tally): Simulated["residual"] => {
  const over = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);
  const classes = [...books.classes.values()].flatMap(({ ground, orbit }) => [ground, orbit]);
  const stored = pools.filter(({ ready }) => ready.pool.battery !== null);
  const now_J = over(stored, ({ charge_J }) => charge_J.reduce((a, b) => a + b, 0));
  const first_J = over(stored, ({ ready: { pool } }) => pool.nodes * pool.battery!.initial_J);
  return {
    energy_frac: apart("joules of pools and jobs", over(pools, ({ energy }) => energy.load_J), over(entries, ({ energy_J }) => energy_J)),
    store_frac: apart("joules of stores", first_J + over(stored, ({ energy }) => energy.charged_J - energy.lost_J), now_J + over(stored, ({ energy }) => energy.discharged_J)),
    bytes_frac: apart("bytes of links and classes", over(pools, ({ into_B, out_B }) => into_B + out_B), over(classes, ({ moved_B }) => moved_B)),
    money_frac: apart("dollars of jobs and of their parts", over(entries, ({ price_usd }) => price_usd), over(classes, ({ energy_usd, rent_usd, data_usd }) => energy_usd + rent_usd + data_usd)),
  };
};
