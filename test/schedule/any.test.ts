/** What must hold of any case: found by arithmetic of its own from starts, ends and bytes sent; nothing of it is asked of the scheduler. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { explain, leftBy, replay, sentBy, snapshot, type Curve, type Pool, type State } from "../../src/schedule/index.ts";
import { fitNow } from "../../src/schedule/fit.ts";
import { dataBy } from "../../src/schedule/stage.ts";
import { anyCase, END_S, flownCase, type Case, type Flown, type Run } from "./any-case.ts";

const ROUNDING = 1e-6;

const at = ({ t_s, value }: Curve, t: number): number => {
  let i = 0;
  while (i + 1 < t_s.length && t_s[i + 1]! <= t) i++;
  return value[i]!;
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What one node bears in each stretch between changes; its store goes along. */
const nodeFaults = (pool: Pool, index: number, node: number, { runs, outages }: { readonly runs: readonly Run[]; readonly outages: Case["outages"] }): readonly string[] => {
  const own = runs.filter(({ held }) => held.some((part) => part.pool === index && part.nodes.includes(node)));
  const away = outages.filter((outage) => outage.pool === pool.id && outage.node === node);
  const curves = [pool.power_W, pool.heat_W, pool.accelerators].flatMap(({ t_s }) => Array.from(t_s));
  const changes = [...own.flatMap(({ from_s, to_s }) => [from_s, to_s]), ...away.flatMap(({ down_s, up_s }) => [down_s, up_s]), ...pool.maintenance.flatMap(({ start_s, end_s }) => [start_s, end_s]), ...curves, pool.from_s, pool.until_s ?? pool.from_s];
  const t = [...new Set(changes)].toSorted((a, b) => a - b);
  const faults: string[] = [];
  let charge_J = pool.battery?.initial_J ?? 0;
  for (let i = 0; i + 1 < t.length; i++) {
    const [from_s, to_s] = [t[i]!, t[i + 1]!];
    const middle_s = (from_s + to_s) / 2;
    const on = own.filter((run) => run.from_s <= middle_s && middle_s < run.to_s);
    const load_W = sum(on.map(({ power_W }) => power_W));
    const spare_W = at(pool.power_W, middle_s) - load_W;
    const bad = (what: string): void => void (to_s - from_s > ROUNDING && faults.push(`${what}: ${pool.id}/${node} from ${from_s} to ${to_s} s, ${on.map(({ job }) => job.id).join(" ")}`));
    if (pool.battery !== null && from_s >= pool.from_s) {
      charge_J = spare_W >= 0 ? Math.min(pool.battery.capacity_J, charge_J + Math.min(spare_W, pool.battery.charge_W) * (to_s - from_s) * pool.battery.roundTrip_frac) : charge_J + spare_W * (to_s - from_s);
      if (charge_J < -1 || -spare_W > pool.battery.discharge_W) bad("store");
    } else if (on.length > 0 && spare_W < -ROUNDING) bad("power");
    if (on.length === 0) continue;
    if (load_W > at(pool.heat_W, middle_s) + ROUNDING) bad("heat");
    if (sum(on.map(({ job }) => job.acceleratorsPerNode)) > at(pool.accelerators, middle_s)) bad("accelerators");
    if (middle_s < pool.from_s || middle_s > (pool.until_s ?? Infinity) || pool.maintenance.some(({ start_s, end_s }) => start_s < middle_s && middle_s < end_s) || away.some(({ down_s, up_s }) => down_s < middle_s && middle_s < up_s)) bad("away");
  }
  return faults;
};

const capFaults = ({ id, cap_W }: Pool, index: number, runs: readonly Run[]): readonly string[] => {
  if (cap_W === null) return [];
  const own = runs.map((run) => ({ ...run, all_W: sum(run.held.map((part) => (part.pool === index ? part.nodes.length * run.power_W : 0))) }));
  const t = [...new Set([...Array.from(cap_W.t_s), ...own.flatMap(({ from_s, to_s }) => [from_s, to_s])])].toSorted((a, b) => a - b);
  return t.flatMap((from_s, i) => {
    const middle_s = (from_s + (t[i + 1] ?? from_s)) / 2;
    const used_W = sum(own.map((run) => (run.from_s <= middle_s && middle_s < run.to_s ? run.all_W : 0)));
    return (t[i + 1] ?? from_s) - from_s > ROUNDING && used_W > at(cap_W, middle_s) + ROUNDING ? [`cap: ${id} at ${middle_s} s, ${used_W} W`] : [];
  });
};

/** Where and when jobs run, and with what data. */
const runFaults = ({ pools }: Case, { runs, sent, state }: Flown): readonly string[] =>
  runs.flatMap(({ job, held, from_s }) => {
    const places = held.map(({ pool }) => pools[pool]!);
    const faults: string[] = [];
    const must = (holds: boolean, what: string): void => void (holds || faults.push(`${what}: ${job.id} from ${from_s} s`));
    must(new Set(places.map(({ domain }) => domain)).size === 1 && sum(held.map(({ nodes }) => nodes.length)) === job.nodes, "gang");
    must(places.every((pool) => job.tiers.includes(pool.tier) && (job.jurisdiction === null || pool.jurisdictions.includes(job.jurisdiction)) && (job.latencyMax_ms === null || pool.latency_ms <= job.latencyMax_ms)), "place");
    must(from_s >= (job.begin_s ?? job.submit_s) && from_s >= job.submit_s, "begin");
    must(job.after.every((id) => (state.byId.get(id)!.end_s ?? Infinity) <= from_s && state.byId.get(id)!.state === "done"), "after");
    const lies = pools.some(({ domain, place }) => domain === places[0]!.domain && place === job.inputPlace);
    const brought = sent.find((one) => one.kind === "stage" && one.job === job.id);
    if (job.input_B > 0 && job.inputPlace !== null && !lies) must(brought !== undefined && brought.ready_s <= from_s + ROUNDING && pools.find(({ id }) => id === brought.pool)!.domain === places[0]!.domain, "data");
    return faults;
  });

/** When a link that is free from `from_s` on is through with some bytes. */
const throughAt = ({ t_s, value }: Curve, until_s: number, from_s: number, bytes: number): number => {
  const t = [from_s, ...Array.from(t_s).filter((step_s) => step_s > from_s && step_s < until_s), until_s];
  let left_B = bytes;
  for (let i = 0; i + 1 < t.length; i++) {
    const rate = t[i]! < until_s ? at({ t_s, value }, t[i]!) : 0;
    if (rate > 0 && rate * (t[i + 1]! - t[i]!) >= left_B) return t[i]! + left_B / rate;
    left_B -= rate === 0 ? 0 : rate * (t[i + 1]! - t[i]!);
  }
  return Infinity;
};

const linkFaults = ({ pools }: Case, { sent, state }: Flown): readonly string[] => {
  const free = new Map<string, number>();
  const faults: string[] = [];
  for (const { kind, pool: id, bytes, t_s, ready_s, job } of sent) {
    const pool = pools.find((one) => one.id === id)!;
    const link = kind === "stage" ? pool.in_B_per_s : pool.out_B_per_s;
    const through_s = link === null ? t_s : throughAt(link, pool.until_s ?? Infinity, Math.max(t_s, free.get(kind + id) ?? 0), bytes);
    // What never gets through keeps nobody from it.
    if (link !== null && through_s < Infinity) free.set(kind + id, through_s);
    if (!(through_s === ready_s || Math.abs(through_s - ready_s) < 1e-3)) faults.push(`link: ${job} over ${id} at ${ready_s} s, by hand ${through_s}`);
    if (kind === "stage" && ready_s === Infinity) faults.push(`sent in vain: ${job}`);
  }
  for (const pool of state.pools) {
    for (const way of ["into", "out"] as const) {
      const all = state.entries.map(({ input, output }) => (way === "into" ? input : output)).filter((one) => one !== null && one.pool === pool.index);
      const born_B = sum(all.map((one) => one!.bytes));
      for (const t_s of [state.now_s, Infinity]) {
        const off_B = Math.max(Math.abs(born_B - pool[way].born_B), Math.abs(born_B - leftBy(pool, way, t_s) - sum(all.map((one) => sentBy(pool, way, one!, t_s)))));
        if (off_B > ROUNDING * (1 + born_B)) faults.push(`bytes: ${pool.ready.pool.id} ${way}, ${off_B} B`);
      }
    }
  }
  return faults;
};

/** Joules by jobs' runs and by pools. */
const jouleFaults = (_: Case, { runs, state }: Flown): readonly string[] => {
  const ended = state.entries.filter(({ held }) => held.length === 0);
  const off = ended.filter(({ job, energy_J }) => {
    const own_J = sum(runs.filter((run) => run.job.id === job.id).map(({ power_W, from_s, to_s }) => power_W * job.nodes * (to_s - from_s)));
    return Math.abs(own_J - energy_J) > ROUNDING * (1 + own_J);
  });
  const [used_J, drawn_J] = [sum(state.entries.map(({ energy_J }) => energy_J)), sum(state.pools.map(({ energy }) => energy.load_J))];
  return [...off.map(({ job }) => `joules: ${job.id}`), ...(Math.abs(used_J - drawn_J) > ROUNDING * (1 + used_J) ? [`joules: ${used_J} of jobs, ${drawn_J} of pools`] : [])];
};

/** Three days after the last change nothing waits that could start, and nothing is forgotten. */
const waitFaults = ({ policy, pools }: Case, state: State): readonly string[] => {
  const faults: string[] = [];
  for (const entry of state.entries) {
    const { job, state: how, domains, hold_s, waitsFor, home, ready_s } = entry;
    const onWay = how === "admitted" && home >= 0 && ready_s > state.now_s;
    const waits = how === "admitted" || how === "staged" || how === "requeued";
    if (!waits || onWay) continue;
    if (waitsFor > 0 || !state.queue.includes(entry)) faults.push(`forgotten: ${job.id}`);
    if (policy.backfill === "none" || policy.depth < 20 || hold_s > state.now_s || (policy.placement.kind === "tier" && !policy.placement.spill)) continue;
    // What fills slowly may just be full.
    const open = domains.filter((d) => state.supply.domains[d]!.pools.every((i) => pools[i]!.battery === null) && dataBy(state, entry, d) <= state.now_s && fitNow(state, entry, d, END_S) !== undefined);
    if (open.length > 0) faults.push(`waits: ${job.id}`);
  }
  return faults;
};

const faultsOf = (one: Case, flown: Flown): readonly string[] => [
  ...one.pools.flatMap((pool, i) => [...Array.from({ length: pool.nodes }, (_, node) => nodeFaults(pool, i, node, { runs: flown.runs, outages: one.outages })).flat(), ...capFaults(pool, i, flown.runs)]),
  ...runFaults(one, flown), ...linkFaults(one, flown), ...jouleFaults(one, flown), ...waitFaults(one, flown.state),
];

test("any case: no node, link or store gives what it has not, nothing is lost, what can start does; it replays byte for byte, whoever asked", async () => {
  await fc.assert(fc.asyncProperty(anyCase, async (one) => {
    let events = 0;
    const asked = await flownCase(one, (state) => void (events++ % 37 === 0 && state.entries.forEach(({ job }) => explain(state, job.id))));
    const flown = await flownCase(one, () => {});
    expect(asked.journal).toBe(flown.journal);
    const again = await replay(flown.journal);
    expect([again.hash, snapshot(again.state)]).toEqual([again.expectedHash, snapshot(flown.state)]);
    expect(faultsOf(one, flown)).toEqual([]);
  }), { numRuns: 150 });
});
