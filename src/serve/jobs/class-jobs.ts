/**
 * The work of a class as jobs over some days.
 *
 *   1. interactive: each slice asks for the nodes of its mean watts, less or more than whole ones carried to the next slice; it is due at its
 *      end, so that waiting costs, and shed where it cannot begin within its patience (or the class's deferral)
 *   2. batch: a Poisson process by the hour of rate watts x shape/(nodes x node watts x mean length), lengths log-normal; due after its deferral and its length
 *   3. training: as many gangs as its mean watts make, from the start to the end; with a length of their own, one after another. What is left, less
 *      than a gang, is a gang for its share of the time: each of its jobs has a pause behind it, and no gang is cut
 *
 * A gang is the class's chips; where chips work apart, servers are bundled until a class has about `serve.jobsMost` jobs, no bundle larger than the
 * largest domain of any tier that takes it, and in orbit none larger than half a place, which it fills without a rest. Bytes to and from users are sent when a job is done.
 */
import { HOUR_S, MINUTE_S } from "../../units/index.ts";
import { randomDoubles, streamOf } from "../../kernel/index.ts";
import { jobOf, type Checkpoint, type Job, type Pool, type Tier } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { hourlyRate } from "../hourly.ts";
import type { DemandClass } from "../demand-watts.ts";
import type { ClassService } from "../service.ts";
import { arrivalTimes, drawLength } from "./draws.ts";
import type { Nodes } from "./nodes.ts";

type ServeFields = NonNullable<Scenario["serve"]>;

/** Jobs of one class with what they really take, and what a reader should know of them. */
export interface ClassJobs {
  readonly jobs: readonly Job[];
  readonly run_s: readonly number[];
  readonly notes: readonly string[];
}

export interface JobsAsked {
  readonly serve: ServeFields;
  readonly nodes: Nodes;
  readonly pools: readonly Pool[];
  /** Whether platforms of a place are linked. */
  readonly linked: boolean;
  readonly quarterAt: number;
  readonly seed: number;
}

/** What stands of the class itself, else of all classes. */
interface Shape {
  readonly length_h: number | null;
  readonly spread: number;
  readonly checkpointEvery_h: number;
  readonly checkpointSize_B: number;
  readonly input_B: number;
  readonly output_B: number | null;
  readonly chips: number | null;
  readonly tenant: string;
  readonly priority: number;
  readonly jurisdiction: string | null;
}

/** Interactive first, then training, then batch, as in the replayed week. */
const PRIORITY = { interactive: 2, training: 1, batch: 0 } as const;

const written = (text: string | undefined): string | null => (text === undefined || text === "" ? null : text);

const shapeOf = ({ jobs, classes }: ServeFields, demand: DemandClass): Shape => {
  const own = classes.find((one) => one.class === demand.id);
  return {
    length_h: own?.length_h ?? (demand.kind === "training" ? null : jobs.length_h),
    spread: own?.spread ?? jobs.spread,
    checkpointEvery_h: own?.checkpointEvery_h ?? jobs.checkpointEvery_h,
    checkpointSize_B: own?.checkpointSize_B ?? jobs.checkpointSize_B,
    input_B: own?.input_B ?? jobs.input_B,
    output_B: own?.output_B ?? null,
    chips: own?.chips ?? demand.synchronousChips,
    tenant: written(own?.tenant) ?? demand.id,
    priority: own?.priority ?? PRIORITY[demand.kind],
    jurisdiction: written(own?.jurisdiction),
  };
};


/** All that the makers of jobs share. */
interface Making {
  readonly demand: DemandClass;
  readonly c: ClassService;
  readonly shape: Shape;
  readonly asked: JobsAsked;
  readonly gang: Gang;
  /** Mean IT watts wanted. */
  readonly mean_W: number;
  readonly span_s: number;
}

/** Jobs of a class; none where it wants nothing. */
export const classJobs = (demand: DemandClass, c: ClassService, asked: JobsAsked): ClassJobs => {
  const shape = shapeOf(asked.serve, demand);
  const span_s = asked.serve.days * 24 * HOUR_S;
  const mean_W = c.demand_W[asked.quarterAt]!;
  if (mean_W === 0) return { jobs: [], run_s: [], notes: [] };
  const gang = gangOf(demand, c, { shape, asked, mean_W, span_s });
  const making: Making = { demand, c, shape, asked, gang, mean_W, span_s };
  const made = MAKERS[demand.kind](making);
  return { jobs: made.map(({ job }) => job), run_s: made.map(({ run_s }) => run_s), notes: gang.notes };
};

interface Gang {
  readonly nodes: number;
  readonly tiers: readonly Tier[];
  /** Time that a job takes over that of its work: steps in orbit wait for the exchange of gradients. */
  readonly slower: number;
  readonly notes: readonly string[];
}

const TIERS: readonly Tier[] = ["ground", "orbit"];

/** Nodes of the largest domain of a tier. */
const largest = (pools: readonly Pool[], tier: Tier): number => {
  const nodes = new Map<string, number>();
  for (const pool of pools) if (pool.tier === tier) nodes.set(pool.domain, (nodes.get(pool.domain) ?? 0) + pool.nodes);
  return Math.max(0, ...nodes.values());
};

/** The largest bundle, no larger than wanted, of which half a place is full without a rest: servers work apart, and none is to be idle for our bundling. */
const fitting = (wanted: number, half: number): number => {
  let nodes = Math.min(wanted, half);
  while (half % nodes !== 0) nodes--;
  return nodes;
};

/** Nodes of one job, and where it may run. */
const gangOf = ({ id, kind }: DemandClass, { tier, training }: ClassService, { shape, asked, mean_W, span_s }: Pick<Making, "shape" | "asked" | "mean_W" | "span_s">): Gang => {
  const { nodes, serve } = asked;
  const pools = asked.pools.filter(({ jurisdictions }) => shape.jurisdiction === null || jurisdictions.includes(shape.jurisdiction));
  const may = TIERS.filter((t) => tier[t].eligible && largest(pools, t) > 0);
  if (shape.chips === null) {
    const length_h = kind === "interactive" ? serve.slice_h : (shape.length_h ?? span_s / HOUR_S);
    const jobs = kind === "training" ? mean_W / nodes.node_W : (mean_W * span_s) / (nodes.node_W * length_h * HOUR_S);
    const most = Math.min(...may.map((t) => largest(pools, t)));
    const wanted = may.length === 0 ? 1 : Math.max(1, Math.min(most, Math.ceil(jobs / serve.jobsMost)));
    return { nodes: may.includes("orbit") ? fitting(wanted, Math.max(1, Math.floor(largest(pools, "orbit") / 2))) : wanted, tiers: may, slower: 1, notes: [] };
  }
  const perNode = TIERS.map((t) => nodes.accelerators[t]).filter((n) => n > 0);
  const count = Math.ceil(shape.chips / Math.min(...perNode) - 1e-9);
  const fits = may.filter((t) => count <= largest(pools, t) && (t === "ground" || count <= nodes.platformNodes || asked.linked));
  const share = training === null ? 1 : training.computing_frac;
  // Steps over links take longer in orbit, and a job takes as long wherever it runs: it stays where its steps are whole.
  const kept = share < 1 && fits.includes("ground") ? fits.filter((t) => t === "ground") : fits;
  const left = may.filter((t) => !kept.includes(t)).map((t) => `${id}: a job of ${shape.chips} accelerators takes ${count} nodes at once and does not run ${t === "ground" ? "on the ground" : "in orbit"}${fits.includes(t) ? ", where its steps would wait for links" : `, where ${largest(pools, t)} stand together${t === "orbit" && !asked.linked ? " and platforms are not linked" : ""}`}.`);
  return { nodes: count, tiers: kept, slower: kept.length === 1 && kept[0] === "orbit" && share < 1 ? 1 / share : 1, notes: left };
};

interface Made {
  readonly job: Job;
  readonly run_s: number;
}

interface Wanted {
  readonly id: string;
  readonly submit_s: number;
  readonly nodes: number;
  /** Work of it. */
  readonly run_s: number;
}

/** What a server that serves users loses when it stops: the requests of so long. */
const IN_FLIGHT_S = MINUTE_S;

/** Servers that work apart lose what one of them loses when one stops: a bundle of n has checkpoints n times as often, each taking an nth of the time. */
const checkpointOf = ({ demand, shape }: Making, apart: number): Checkpoint =>
  demand.kind === "interactive" ? { interval_s: IN_FLIGHT_S, write_s: 0, bytes: 0 } : { interval_s: (shape.checkpointEvery_h * HOUR_S) / apart, write_s: demand.checkpoint_s / apart, bytes: shape.checkpointSize_B };

/** What a job may start at instead of full power, where the policy lets it. */
export const cappedOf = ({ policy }: Pick<ServeFields, "policy">, node_W: number): Job["capped"] => (policy.capping === "yes" ? { power_W: policy.cappedPower_frac * node_W, speed_frac: policy.cappedSpeed_frac } : null);

const made = (making: Making, { id, submit_s, nodes, run_s: work_s }: Wanted, more: Partial<Job>): Made => {
  const { demand, c, shape, asked, gang } = making;
  const run_s = work_s * gang.slower;
  const apart = shape.chips === null ? nodes : 1;
  const energy_J = nodes * asked.nodes.node_W * run_s;
  const job = jobOf({ id, submit_s, nodes, acceleratorsPerNode: 1, power_W: asked.nodes.node_W, estimate_s: run_s * (demand.kind === "batch" ? asked.serve.jobs.estimate : 1) }, {
    tenant: shape.tenant, class: demand.id, tiers: gang.tiers, priority: shape.priority, jurisdiction: shape.jurisdiction, capped: cappedOf(asked.serve, asked.nodes.node_W), preemptible: demand.kind !== "interactive",
    checkpoint: checkpointOf(making, apart), restart_s: demand.kind === "interactive" ? 0 : demand.restart_s / apart,
    input_B: shape.input_B, inputPlace: shape.input_B > 0 ? "ground" : null, output_B: shape.output_B ?? c.data_B_per_J * energy_J,
    // An hour late costs what an hour of the work unserved costs.
    late_usd_per_h: (c.shortfallPrice_usd_per_kWh * nodes * asked.nodes.node_W) / 1000,
    ...more,
  });
  return { job, run_s };
};

/** How late a slice may begin. */
const patience_s = ({ deferralMax_h }: DemandClass, { patience_min }: ServeFields): number => Math.max(deferralMax_h * HOUR_S, patience_min * MINUTE_S);

/** How long after its time a job of a class is still on time; null for training, which is promised by no time: its time says what waiting costs. */
export const slack_s = (demand: DemandClass, serve: ServeFields): number | null => ({ interactive: patience_s(demand, serve), batch: 0, training: null })[demand.kind];

/** Equation 1. */
const interactiveJobs = (making: Making): readonly Made[] => {
  const { demand, asked: { serve, nodes }, gang, mean_W, span_s } = making;
  const slice_s = serve.slice_h * HOUR_S;
  const wait_s = patience_s(demand, serve);
  const jobs: Made[] = [];
  let owed = 0;
  for (let t = 0, i = 0; t < span_s; t += slice_s, i++) {
    const run_s = Math.min(slice_s, span_s - t);
    owed += (mean_W * rateOver(demand, serve.start_utc_s + t, run_s)) / nodes.node_W;
    let left = Math.floor(owed + 0.5);
    owed -= left;
    for (let k = 0; left > 0; k++) {
      const count = Math.min(gang.nodes, left);
      left -= count;
      jobs.push(made(making, { id: `${demand.id}-${i}-${k}`, submit_s: t, nodes: count, run_s }, { expires_s: t + wait_s, due_s: t + run_s }));
    }
  }
  return jobs;
};

/** Mean of a shape over a time, by its clock hours: a slice that is no whole number of them has the parts that it covers. */
export const rateOver = ({ shape }: Pick<DemandClass, "shape">, from_s: number, length_s: number): number => {
  const to_s = from_s + length_s;
  let sum = 0;
  for (let hour_s = Math.floor(from_s / HOUR_S) * HOUR_S; hour_s < to_s; hour_s += HOUR_S) {
    sum += hourlyRate(shape, hour_s) * (Math.min(to_s, hour_s + HOUR_S) - Math.max(from_s, hour_s));
  }
  return sum / length_s;
};

/** Equation 2. */
const batchJobs = (making: Making): readonly Made[] => {
  const { demand, shape, asked, gang, mean_W, span_s } = making;
  const length_h = shape.length_h!;
  const job_J = gang.nodes * asked.nodes.node_W * length_h * HOUR_S;
  const mean = Array.from({ length: Math.ceil(span_s / HOUR_S) }, (_, h) => (mean_W * hourlyRate(demand.shape, asked.serve.start_utc_s + h * HOUR_S) * HOUR_S) / job_J);
  const draw = (what: string): (() => number) => randomDoubles({ seed: asked.seed, stream: streamOf(`serve/${demand.id}/${what}`), index: 0 });
  const length = draw("length");
  return arrivalTimes({ mean, step_s: HOUR_S }, draw("arrival"))
    .filter((t) => t < span_s)
    .map((submit_s, i) => {
      const run_s = drawLength({ mean: length_h, spread: shape.spread }, length) * HOUR_S;
      return made(making, { id: `${demand.id}-${i}`, submit_s, nodes: gang.nodes, run_s }, { due_s: submit_s + demand.deferralMax_h * HOUR_S + run_s });
    });
};

/** Nodes that train side by side, and the share of the time in which they do. */
interface Lane {
  readonly nodes: number;
  readonly on_frac: number;
}

/** Lanes of so many nodes in the mean: whole gangs all the time, and what is left for a share of it; servers that work apart are as few as hold it. */
export const lanesOf = (mean_nodes: number, { nodes, apart }: { readonly nodes: number; readonly apart: boolean }): readonly Lane[] => {
  const full = Math.floor(mean_nodes / nodes + WHOLE);
  const left = Math.max(0, mean_nodes - full * nodes);
  const whole = Array.from({ length: full }, (): Lane => ({ nodes, on_frac: 1 }));
  if (left <= nodes * WHOLE) return whole;
  const last = apart ? Math.ceil(left - WHOLE) : nodes;
  return [...whole, { nodes: last, on_frac: Math.min(1, left / last) }];
};

/** A part of a gang that is none. */
const WHOLE = 1e-9;

/** Equation 3. */
const trainingJobs = (making: Making): readonly Made[] => {
  const { demand, shape, asked, gang, mean_W, span_s } = making;
  const length_s = shape.length_h === null ? span_s : Math.min(span_s, shape.length_h * HOUR_S);
  return lanesOf(mean_W / asked.nodes.node_W, { nodes: gang.nodes, apart: shape.chips === null }).flatMap(({ nodes, on_frac }, lane) => {
    const jobs: Made[] = [];
    const period_s = Math.min(span_s, length_s / on_frac);
    for (let from_s = 0, i = 0; from_s < span_s - 1; from_s += period_s, i++) {
      const before = jobs.at(-1)?.job.id;
      const until_s = Math.min(span_s, from_s + period_s);
      jobs.push(made(making, { id: `${demand.id}-${lane}-${i}`, submit_s: from_s, nodes, run_s: (until_s - from_s) * on_frac }, { due_s: until_s, ...(before === undefined ? {} : { after: [before] }) }));
    }
    return jobs;
  });
};

const MAKERS = { interactive: interactiveJobs, batch: batchJobs, training: trainingJobs } as const;
