/** Draws whole cases for the scheduler: pools of every kind, jobs of every kind, any policy, nodes that fail. */
import fc from "fast-check";
import { CONSERVATIVE, constantCurve, DEADLINE, EASY, FCFS, jobOf, journalEnd, journalHead, journalLines, PLANNED, prepareSupply, simulate, SJF, type Action, type Curve, type Job, type Outage, type Policy, type Pool, type State } from "../../src/schedule/index.ts";

const HOUR_S = 3600;
/** All curves are steady from a day on; three days later it is quiet. */
export const END_S = 96 * HOUR_S;
/** Twenty jobs need no more; what starts and stops for ever would. */
const LINES_MOST = 50_000;

const steps = (step_s: number, ...values: readonly number[]): fc.Arbitrary<Curve> =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: Math.floor((24 * HOUR_S) / step_s) }).map((value) => ({ t_s: value.map((_, i) => i * step_s), value }));
const steady = (...values: readonly number[]): fc.Arbitrary<Curve> => fc.constantFrom(...values).map(constantCurve);
const times = (most_s: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most_s });

const link = fc.oneof(fc.constant(null), fc.constant(null), steady(1e4, 1e5, 1e6), steps(900, 0, 0, 1e5, 1e6), steps(HOUR_S, 0, 1e6));
const battery = fc.record({ capacity_J: fc.constantFrom(0, 1e6, 4e6), charge_W: fc.constantFrom(0, 300, 1000), discharge_W: fc.constantFrom(300, 1000, 2000), roundTrip_frac: fc.constantFrom(1, 0.9, 0.5), full: fc.constantFrom(0, 0.37, 1) })
  .map(({ full, ...rest }) => ({ ...rest, initial_J: full * rest.capacity_J }));
const drawnPool = fc.record({
  orbit: fc.boolean(), joins: fc.boolean(), nodes: fc.integer({ min: 1, max: 4 }), acceleratorsPerNode: fc.constantFrom(1, 1, 2, 4), usable: fc.option(steps(HOUR_S, 0, 1, 2, 4)), home: fc.boolean(),
  power_W: fc.oneof(steady(1000, 4000), steps(1800, 0, 1000, 2000), steps(HOUR_S, 300, 1000, 4000)), heat_W: fc.oneof(steady(1e6), steady(1e6), steps(HOUR_S, 600, 1200, 5000)), cap_W: fc.oneof(fc.constant(null), fc.constant(null), steps(HOUR_S, 0, 900, 2500, 10_000)),
  battery: fc.oneof(fc.constant(null), battery), maintenance: fc.option(fc.record({ start_s: times(20 * HOUR_S), lasts_s: fc.integer({ min: 600, max: 7200 }), drain: fc.boolean() })),
  from_s: fc.constantFrom(0, 0, 7200), until_s: fc.constantFrom(null, null, 15 * HOUR_S), in_B_per_s: link, out_B_per_s: link, us: fc.boolean(), latency_ms: fc.constantFrom(5, 50),
  energy_usd_per_kWh: fc.oneof(steady(0, 0.05), steps(HOUR_S, -0.02, 0.03, 0.1, 9)), usd_per_B: fc.constantFrom(0, 1e-9),
});

type Of<T> = T extends fc.Arbitrary<infer U> ? U : never;

const poolsOf = (drawn: readonly Of<typeof drawnPool>[]): readonly Pool[] => {
  const pools: Pool[] = [];
  for (const [i, { orbit, joins, home, us, usable, usd_per_B, energy_usd_per_kWh, maintenance, ...rest }] of drawn.entries()) {
    const tier = orbit ? "orbit" : "ground";
    const before = pools.at(-1);
    pools.push({
      ...rest, id: `p${i}`, tier, domain: joins && before?.tier === tier ? before.domain : `d${i}`, place: home ? "home" : `p${i}`, jurisdictions: us ? ["US", "EU"] : [],
      accelerators: usable === null ? constantCurve(rest.acceleratorsPerNode) : { t_s: usable.t_s, value: Array.from(usable.value, (count) => Math.min(count, rest.acceleratorsPerNode)) },
      maintenance: maintenance === null ? [] : [{ start_s: maintenance.start_s, end_s: maintenance.start_s + maintenance.lasts_s, drain: maintenance.drain }],
      price: { accelerator_usd_per_h: constantCurve(1), energy_usd_per_kWh, carbon_g_per_kWh: constantCurve(400), in_usd_per_B: usd_per_B, out_usd_per_B: usd_per_B },
    });
  }
  return pools;
};

const drawnJob = fc.record({
  gap_s: fc.oneof(fc.constant(0), times(3000)), digits: fc.constantFrom(0, 0, 0.37), nodes: fc.constantFrom(1, 1, 2, 4), accelerators: fc.constantFrom(1, 1, 2), power_W: fc.constantFrom(0, 100, 500, 900, 1000),
  estimate_s: fc.oneof(fc.constant(0), times(600), times(6000), times(20_000)), over: fc.constantFrom(0.3, 1, 1, 1.7), input_B: fc.constantFrom(0, 0, 1e5, 3e6, 1e8, 1e9), inputPlace: fc.constantFrom(null, "home", "p0", "far"), output_B: fc.constantFrom(0, 1e6, 1e9),
  begin_s: fc.option(times(8000), { freq: 1 }), checkpoint: fc.option(fc.record({ interval_s: fc.constantFrom(60, 300, 900), write_s: fc.constantFrom(0, 30, 100), bytes: fc.constantFrom(0, 1e6) })), restart_s: fc.constantFrom(0, 45),
  due: fc.constantFrom(null, 1, 3), late_usd_per_h: fc.constantFrom(0, 0.1, 100), expires: fc.constantFrom(null, null, 300, 5000, 50_000), tiers: fc.constantFrom("both", "both", "ground", "orbit"), us: fc.constantFrom(false, false, true), near: fc.constantFrom(false, false, true),
  priority: fc.integer({ min: 0, max: 3 }), preemptible: fc.boolean(), after: fc.constantFrom(false, false, true), capped: fc.boolean(), tenant: fc.constantFrom("a/x", "a/y", "b"),
});

const jobsOf = (drawn: readonly Of<typeof drawnJob>[]): readonly Job[] => {
  let t = 0;
  return drawn.map((d, i) => {
    t += d.gap_s + d.digits;
    const core = { id: `j${i}`, submit_s: t, nodes: d.nodes, acceleratorsPerNode: d.accelerators, power_W: d.power_W, estimate_s: d.estimate_s * (1 + d.digits) };
    const { input_B, inputPlace, output_B, checkpoint, restart_s, late_usd_per_h, priority, preemptible, tenant } = d;
    return jobOf(core, {
      input_B, inputPlace, output_B, checkpoint, restart_s, late_usd_per_h, priority, preemptible, tenant,
      begin_s: d.begin_s === null ? null : t + d.begin_s, due_s: d.due === null ? null : t + d.due * d.estimate_s, expires_s: d.expires === null ? null : t + d.expires, tiers: d.tiers === "both" ? ["ground", "orbit"] : [d.tiers as "ground" | "orbit"],
      jurisdiction: d.us ? "US" : null, latencyMax_ms: d.near ? 20 : null, after: d.after && i > 0 ? [`j${i - 1}`] : [], capped: d.capped ? { power_W: 0.6 * d.power_W, speed_frac: 0.8 } : null,
    });
  });
};

const placements = fc.constantFrom<Policy["placement"]>({ kind: "listed" }, { kind: "tier", first: "orbit", spill: true }, { kind: "tier", first: "ground", spill: true }, { kind: "tier", first: "orbit", spill: false }, { kind: "threshold", groundMost_usd_per_MWh: 50 }, { kind: "cost", carbon_usd_per_t: 100, wait_usd_per_h: 0.1, lookahead_s: 6 * HOUR_S });
const rules = fc.constantFrom<Policy>(FCFS, SJF, EASY, CONSERVATIVE, DEADLINE, { ...EASY, order: { kind: "priority", ageing_per_h: 0.1 }, preemption: { least: 1, grace_s: 120 } }, { ...EASY, order: { kind: "priority", ageing_per_h: 0 }, preemption: { least: 1, grace_s: 0 } }, { ...EASY, order: { kind: "fairShare", shares: { a: 3, b: 1 }, halfLife_s: HOUR_S }, requeueMost: { "supply ends": 3 } });
const greedy = fc.record({ rule: rules, placement: placements }).map(({ rule, placement }): Policy => ({ ...rule, placement }));
const planned = fc.record({ slot_s: fc.constantFrom(900, 300, HOUR_S), horizon_s: fc.constantFrom(48 * HOUR_S, 6 * HOUR_S), again_s: fc.constantFrom(HOUR_S, 900), published_s: fc.constantFrom(43_200, null), room_frac: fc.constantFrom(0, 0.7), grace_s: fc.constantFrom(0, 60, null), order: fc.constantFrom<Policy["order"]>(PLANNED.order, { kind: "deadline" }, { kind: "fcfs" }), depth: fc.constantFrom(2, 200) })
  .map(({ grace_s, order, depth, ...slots }): Policy => ({ ...PLANNED, order, depth, preemption: grace_s === null ? null : { least: 1, grace_s }, placement: { kind: "planned", carbon_usd_per_t: 0, wait_usd_per_h: 0.1, ...slots } }));

export const anyCase = fc.record({
  pools: fc.array(drawnPool, { minLength: 1, maxLength: 5 }), jobs: fc.array(drawnJob, { minLength: 1, maxLength: 20 }), policy: fc.oneof(greedy, planned), capping: fc.boolean(), overrun: fc.constantFrom("run", "run", "fail" as const),
  outages: fc.array(fc.record({ pool: fc.nat(4), node: fc.nat(3), down_s: times(24 * HOUR_S), lasts_s: fc.integer({ min: 60, max: 20_000 }) }), { maxLength: 3 }),
}).map(({ pools: drawn, jobs: some, policy, capping, overrun, outages: away }) => {
  const pools = poolsOf(drawn);
  const jobs = jobsOf(some);
  const known = new Set<string>();
  const outages = away.flatMap(({ pool, node, down_s, lasts_s }): Outage[] => {
    const at = pools[pool];
    if (at === undefined || node >= at.nodes || known.has(`${pool}/${node}`)) return [];
    known.add(`${pool}/${node}`);
    return [{ pool: at.id, node, down_s, up_s: down_s + lasts_s, cause: "upset" }];
  });
  return { pools, jobs, run_s: jobs.map(({ estimate_s }, i) => estimate_s * some[i]!.over), policy: { ...policy, capping, overrun } as Policy, outages };
});

export type Case = Of<typeof anyCase>;

/** One run of a job on its nodes. */
export interface Run {
  readonly job: Job;
  readonly held: Extract<Action, { readonly kind: "start" }>["held"];
  readonly power_W: number;
  readonly from_s: number;
  readonly to_s: number;
}

export interface Flown {
  readonly state: State;
  readonly runs: readonly Run[];
  readonly sent: readonly (Extract<Action, { readonly kind: "stage" | "deliver" }> & { readonly t_s: number })[];
  readonly journal: string;
}

/** The case to its end; `ask` sees each state on the way. */
export const flownCase = async ({ pools, jobs, run_s, policy, outages }: Case, ask: (state: State) => void): Promise<Flown> => {
  const supply = prepareSupply(pools);
  const open = new Map<string, Omit<Run, "to_s">>();
  const runs: Run[] = [];
  const sent: Flown["sent"][number][] = [];
  const lines = [journalHead(supply, policy)];
  const close = (id: string, to_s: number): void => {
    const run = open.get(id);
    if (run !== undefined) runs.push({ ...run, to_s });
    open.delete(id);
  };
  const state = simulate({ workload: { jobs, run_s }, supply, policy, outages, end_s: END_S, watch: (event, step) => {
    if (lines.push(journalLines(event, step)) > LINES_MOST) throw new Error(`no end of it at ${event.t_s} s`);
    const starts = step.actions.filter((action) => action.kind === "start");
    for (const action of step.actions) if (action.kind === "stage" || action.kind === "deliver") sent.push({ ...action, t_s: event.t_s });
    for (const { job: id, to, t_s } of step.records) {
      if (to === "running") {
        const { job } = step.state.byId.get(id)!;
        const [{ held, speed }] = starts.splice(starts.findIndex((start) => start.job === id), 1) as [(typeof starts)[number]];
        open.set(id, { job, held, power_W: speed < 1 ? job.capped!.power_W : job.power_W, from_s: t_s });
      } else if (to === "done" || to === "requeued" || to === "failed") close(id, t_s);
    }
    ask(step.state);
  } });
  for (const id of open.keys()) close(id, state.now_s);
  return { state, runs, sent, journal: [...lines, await journalEnd(state)].join("") };
};
