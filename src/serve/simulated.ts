/** What some days of demand as jobs came to: part of what `serve` passes on. Energies are of IT, work is counted in the same. */
import type { ServiceTier } from "./service-tier.ts";

export type ByTier = Readonly<Record<ServiceTier, number>>;

export interface Simulated {
  readonly start_utc: string;
  readonly days: number;
  /** Quarter whose demand and sites were taken. */
  readonly quarter: number;
  readonly seed: number;
  readonly placement: string;
  /** Whose jobs ran: those that the classes of demand stand for, or those of a file. */
  readonly jobsOf: "classes" | "file";
  /** IT power of one node, the smallest server of both tiers. */
  readonly node_W: number;
  readonly classes: readonly SimulatedClass[];
  readonly pools: readonly SimulatedPool[];
  /** What the ground's stations and the relay had for the platforms, whatever of it was used; null without platforms. */
  readonly links: SimulatedLinks | null;
  /** Of the classes that give credits; none for jobs of a file. */
  readonly credits: readonly SloCredit[];
  /** What kept jobs waiting, the most first. */
  readonly waits: readonly Wait[];
  readonly outages: readonly { readonly cause: string; readonly tier: ServiceTier; readonly count: number; readonly node_h: number }[];
  /** One synchronous run over both tiers, for each class that trains a model. */
  readonly splits: readonly SplitTraining[];
  readonly events: number;
  readonly transitions: number;
  /** Differences over what was summed: energy of pools against jobs, stores, bytes that links sent of single jobs against what left their queues, money of jobs against its parts. */
  readonly residual: { readonly energy_frac: number; readonly store_frac: number; readonly bytes_frac: number; readonly money_frac: number };
  readonly notes: readonly string[];
}

/** Of the days and the one after them, in which what ends late still finds its passes. */
export interface SimulatedLinks {
  readonly days: number;
  /** Reached by some place, of all time; closed by weather or failure, of the time reached, null where it never is; and what it could carry each way. */
  readonly stations: readonly { readonly id: string; readonly reached_frac: number; readonly closed_frac: number | null; readonly room_B: number }[];
  readonly relay_B: number;
}

/** What a class gives back of its fee for what was not on time. */
export type SloCredit = {
  readonly class: string;
  /** What its fee is counted by: the class's price, its shortfallPrice where it has none, or nothing, where finance.computePrice is none. */
  readonly priceOf: "price" | "shortfallPrice" | "none";
  readonly price_usd_per_kWh: number;
  /** Of the days. */
  readonly fee_usd: number;
} & (SloMeasured | SloUnmeasured);

/** Jobs whose time was up, the share on time among them with its 95 % interval, and the credit at each. */
interface SloMeasured {
  readonly judged: number;
  readonly slo_frac: number;
  readonly low_frac: number;
  readonly high_frac: number;
  readonly credit_frac: number;
  readonly atLow_frac: number;
  readonly atHigh_frac: number;
  readonly credit_usd: number;
}

/** No job's time was up. */
type SloUnmeasured = { readonly judged: 0 } & { readonly [K in Exclude<keyof SloMeasured, "judged">]: null };

/** wanted = computed on both tiers + deferred + shed, to 1e-9; computed = delivered + waiting + what is under way at the end. */
export interface SimulatedClass {
  readonly id: string;
  readonly kind: "interactive" | "batch" | "training";
  readonly jobs: number;
  /** Of those whose time ended within the days: their result there by then; not, and not given up; all of them. Of all jobs: given up; neither done nor given up at the end. */
  readonly onTime: number;
  readonly late: number;
  readonly judged: number;
  readonly shedJobs: number;
  readonly unfinished: number;
  /** On time over judged; null where none was, or no time is promised. */
  readonly slo_frac: number | null;
  /** Done, and their output not down by the end. */
  readonly undelivered: number;
  /** Work of the jobs as they were drawn; the demand's own mean over the days, which many draws have. */
  readonly wanted_Wh: number;
  readonly expected_Wh: number;
  /** Work done and kept, wherever its output is. */
  readonly computed_Wh: ByTier;
  /** Of it, that whose output was down by the end of the days: of jobs that were done; of jobs without output, all. */
  readonly delivered_Wh: ByTier;
  /** Of it, that of jobs that were done and whose output was not down. */
  readonly waiting_Wh: ByTier;
  /** Not computed at the end of the days; and what was due by then and is not there: what is left of it to compute, and what waits to come down. */
  readonly deferred_Wh: number;
  readonly overdue_Wh: number;
  /** Of jobs that were given up. */
  readonly shed_Wh: number;
  /** Energy that the class took: work kept, work lost, checkpoints and restarts. */
  readonly run_Wh: ByTier;
  /** Work kept over time at work, of which the steps that wait for links are taken off; null where nothing ran. */
  readonly useful_frac: Readonly<Record<ServiceTier, number | null>>;
  /** Share of work kept that computes; the rest waits for links between platforms. */
  readonly computing_frac: ByTier;
  readonly meanWait_s: number;
  readonly p95Wait_s: number;
  /** Sent by links by the end of the days; handed to them and not sent; of that, what they never send. */
  readonly moved_B: ByTier;
  readonly queued_B: ByTier;
  readonly never_B: ByTier;
  readonly cost: Readonly<Record<ServiceTier, TierCost>>;
  /** Of work computed, less what waits to come down; where steps wait for links, of their computing. */
  readonly accelerator_h: ByTier;
  /** Cost over these; null where there are none. */
  readonly usd_per_accelerator_h: Readonly<Record<ServiceTier, number | null>>;
  /** Cost over a million tokens, prompt and generated; null where the class is not stated in tokens or nothing ran. */
  readonly usd_per_Mtoken: Readonly<Record<ServiceTier, number | null>>;
  /** Times that jobs were stopped and waited again, by cause. */
  readonly requeues: Readonly<Record<string, number>>;
  /** What lateness cost by the class's shortfall price: an hour late as an hour unserved; up to the end of the days, or, of what is due later, what it will be at least. */
  readonly late_usd: number;
  /** What was shed and what was overdue at the end, at the class's shortfall price; null for jobs of a file. */
  readonly shed_usd: number | null;
  readonly overdue_usd: number | null;
}

export interface TierCost {
  readonly energy_usd: number;
  readonly data_usd: number;
  readonly rent_usd: number;
  readonly carbon_kg: number;
}

export interface SimulatedPool {
  readonly id: string;
  readonly tier: ServiceTier;
  readonly nodes: number;
  /** Node-hours at work over all of the days. */
  readonly used_frac: number;
  /** Node-hours in which supply met the need of a node over all of the days. */
  readonly supplied_frac: number;
  readonly energy_Wh: number;
  readonly discharged_Wh: number;
  /** Sent by its link by the end of the days, and still waiting for it, both ways. */
  readonly into_B: number;
  readonly out_B: number;
  readonly queued_B: number;
  /** What its link could send in the days, both ways; null where nothing limits it. */
  readonly room_B: number | null;
}

/** All of the ground's servers and all platforms on one training run, a step of it. */
export interface SplitTraining {
  readonly class: string;
  readonly model: string;
  readonly ground_PFLOP_per_s: number;
  readonly orbit_PFLOP_per_s: number;
  /** Gradients that each tier sends the other, and the mean rate between them, each way. */
  readonly payload_GB: number;
  readonly link_Gbps: number;
  /** On the ground alone; computing on both, exchange between them, and the step of both: null without a link. */
  readonly alone_s: number;
  readonly compute_s: number;
  readonly exchange_s: number | null;
  readonly step_s: number | null;
  /** Speed of both over that of the ground alone, and the most that it could be. */
  readonly gain: number;
  readonly most: number;
  /** Link at which both are as fast as the ground alone; null where none is. */
  readonly breakEven_Gbps: number | null;
  /** Least steps between exchanges at which both are as fast; null without a link. */
  readonly localSteps: number | null;
}

export interface Wait {
  readonly class: string;
  readonly reason: string;
  /** Hours that jobs waited for it, found by looking every quarter of an hour. */
  readonly job_h: number;
  readonly share_frac: number;
}
