/** What each pool gave, and whether the sums of pools are those of jobs. */
import { integral, leftBy, sentBy, windowsOf, type Held, type PoolState, type State } from "../../schedule/index.ts";
import { HOUR_S } from "../../units/index.ts";
import type { Simulated, SimulatedPool } from "../simulated.ts";
import { bookData, classOf, type ClassTally, type Tally } from "./tally.ts";

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
    const { ready: { pool: { id, tier, nodes } }, energy, into, out } = pool;
    const waits = { into: leftBy(pool, "into", span_s), out: leftBy(pool, "out", span_s) };
    const load_J = energy.load_J + open.get(id)!;
    return {
      id, tier, nodes, used_frac: load_J / (nodes * node_W * span_s), supplied_frac: suppliedFrac(pool, { span_s, node_W }),
      energy_Wh: load_J / HOUR_S, discharged_Wh: energy.discharged_J / HOUR_S,
      into_B: into.born_B - waits.into, out_B: out.born_B - waits.out, queued_B: waits.into + waits.out, room_B: roomOf(pool, span_s),
    };
  });
};

/** Integral of both ways of a link over the days; null where either is without limit. */
const roomOf = ({ ready: { into, out } }: PoolState, span_s: number): number | null => (into === null || out === null ? null : integral(into, 0, span_s) + integral(out, 0, span_s));

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

const apart = (what: string, one: number, other: number, least = 1): number => {
  const frac = one === other ? 0 : Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other), least);
  if (!(frac <= CLOSE)) throw new Error(`serve: ${what} do not add up: ${one} and ${other}`);
  return frac;
};

/** Of what a link could send so much is lost to rounding: a small part of a long integral has its digits. */
const ROOM_ROUNDING = 1e-3;

/**
 * Bytes of each pool and way, found twice: sent of each job by its turn on the link, and what was handed over less what the queue has left. No more
 * than the link could send in the days. Throws where they part.
 */
const bytesResidual = ({ entries, pools }: State, span_s: number): number =>
  pools.reduce((most, pool) => (["into", "out"] as const).reduce((worst, way) => {
    const link = pool.ready[way];
    const room_B = link === null ? 0 : integral(link, 0, span_s);
    const sums = entries.reduce((total, entry) => {
      const transfer = way === "into" ? entry.input : entry.output;
      if (transfer === null || transfer.pool !== pool.index) return total;
      return { sent: total.sent + sentBy(pool, way, transfer, span_s), all: total.all + transfer.bytes };
    }, { sent: 0, all: 0 });
    const where = `of ${pool.ready.pool.id}, ${way}`;
    const least_B = Math.max(1, room_B * ROOM_ROUNDING);
    if (link !== null && !(sums.sent <= room_B * (1 + CLOSE))) throw new Error(`serve: bytes ${where}: ${sums.sent} sent, and the link could send ${room_B}`);
    apart(`bytes handed over ${where}`, sums.all, pool[way].born_B, least_B);
    return Math.max(worst, apart(`bytes sent ${where}`, sums.sent, pool[way].born_B - leftBy(pool, way, span_s), least_B));
  }, most), 0);

/** Throws where the sums of pools and jobs part by more than 1e-9. */
export const residuals = (state: State, books: Tally, span_s: number): Simulated["residual"] => {
  const { entries, pools } = state;
  const over = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);
  const classes = [...books.classes.values()].flatMap(({ ground, orbit }) => [ground, orbit]);
  const data = new Map<string, ClassTally>();
  for (const entry of entries) bookData(classOf(data, entry.job.class), pools, entry, span_s);
  const data_usd = over([...data.values()], ({ ground, orbit }) => ground.data_usd + orbit.data_usd);
  const stored = pools.filter(({ ready }) => ready.pool.battery !== null);
  const now_J = over(stored, ({ charge_J }) => charge_J.reduce((a, b) => a + b, 0));
  const first_J = over(stored, ({ ready: { pool } }) => pool.nodes * pool.battery!.initial_J);
  const sent_usd = over(pools, (pool) => (pool.into.born_B - leftBy(pool, "into", span_s)) * pool.ready.pool.price.in_usd_per_B + (pool.out.born_B - leftBy(pool, "out", span_s)) * pool.ready.pool.price.out_usd_per_B);
  return {
    energy_frac: apart("joules of pools and jobs", over(pools, ({ energy }) => energy.load_J), over(entries, ({ energy_J }) => energy_J)),
    store_frac: apart("joules of stores", first_J + over(stored, ({ energy }) => energy.charged_J - energy.lost_J), now_J + over(stored, ({ energy }) => energy.discharged_J)),
    bytes_frac: bytesResidual(state, span_s),
    money_frac: Math.max(
      apart("dollars of jobs and of their parts", over(entries, ({ price_usd }) => price_usd), over(classes, ({ energy_usd, rent_usd }) => energy_usd + rent_usd)),
      apart("dollars of data by job and by link", data_usd, sent_usd),
    ),
  };
};
