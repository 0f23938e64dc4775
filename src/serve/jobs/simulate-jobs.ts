/**
 * Some days of demand as jobs, run by the scheduler on what both tiers give. See docs/theory/serve.md.
 *
 *   1. jobs of every class (class-jobs), nodes (nodes), pools (pools) and times away (outages), all drawn from `uncertainty.seed`
 *   2. schedule: by cost, what waits is booked on slots ahead, what must start first before the rest, with the prices that are known by then; otherwise interactive
 *      before training before batch, with word and grace, EASY backfill, and the tiers in the order of `serve.placement`
 *   3. work computed on a tier = what a run added to what a checkpoint or the end holds; of a job still on its nodes, what it has done. Delivered
 *      is of it what is down (class-summary)
 *   4. wanted = computed + deferred + shed for each class, energy of pools = energy of jobs, stores, bytes and money likewise, all to 1e-9
 *
 * Limits: docs/theory/serve.md.
 */
import type { FleetSupply, SiteSupply } from "../../fly/index.ts";
import { prepareSupply, simulate, type Job, type Outage, type Policy, type Pool, type ScheduleEvent, type State, type Step, type Supply } from "../../schedule/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Sizing } from "../../size/index.ts";
import { DAY_S, formatUtc, HOUR_S } from "../../units/index.ts";
import type { Service } from "../service.ts";
import type { Simulated } from "../simulated.ts";
import { backlogNotes } from "./backlog.ts";
import { cappedOf, classJobs, rateOver, slack_s, type ClassJobs } from "./class-jobs.ts";
import { classSummaries, type SummaryAsked } from "./class-summary.ts";
import { givenUpNotes } from "./given-up.ts";
import { nodesOf } from "./nodes.ts";
import { greedyNotes } from "./greedy-notes.ts";
import { jobsPolicy } from "./jobs-policy.ts";
import { drawnOutages } from "./outages.ts";
import { linkNotes, placeLinks, type JobsNetwork } from "./place-links.ts";
import { poolSummaries, residuals } from "./pool-summary.ts";
import { jobPools, maintenanceNotes, platformsLinked } from "./pools.ts";
import { creditNotes, sloCredits } from "./slo-credits.ts";
import { splitTrainings } from "./split-training.ts";
import { tally } from "./tally.ts";
import { waitLog } from "./waits.ts";

/** Jobs from elsewhere, in place of the classes' own. */
export interface GivenJobs {
  readonly jobs: readonly Job[];
  readonly run_s: readonly number[];
  /** What a reader of them should know. */
  readonly notes?: readonly string[];
}

export interface JobsInput {
  readonly service: Service;
  readonly sizing: Sizing;
  /** What flies over the days; null without platforms. */
  readonly fleet: FleetSupply | null;
  /** Rain, what closes stations and takes platforms away, and what is routed. */
  readonly network: JobsNetwork;
  readonly sites: readonly SiteSupply[];
  readonly given: GivenJobs | null;
  /** Sees supply and policy before the first event, and each event with what came of it: the lines of a journal. */
  readonly journal: JobsJournal | null;
}

export interface JobsJournal {
  readonly head: (supply: Supply, policy: Policy) => void;
  readonly event: (event: ScheduleEvent, step: Step) => void;
  readonly end: (step: Step["state"]) => void;
}

type ServeFields = NonNullable<Scenario["serve"]>;

/** Quarter that is simulated, as a number and as a place in the horizon. Throws where it is not of the horizon. */
export const simulatedQuarter = ({ quarters }: Pick<Service, "quarters">, serve: ServeFields): { readonly quarter: number; readonly at: number } => {
  const quarter = serve.quarter_quarter ?? quarters.at(-1)!;
  const at = quarters.indexOf(quarter);
  if (at < 0) throw new Error("serve.quarter is no quarter of the horizon");
  return { quarter, at };
};

/** Runs the days. Throws where the scenario asks for none, and where jobs, bytes, joules or dollars do not add up. */
export const simulateJobs = (scenario: Scenario, input: JobsInput): Simulated => {
  const { serve } = scenario;
  if (serve === null) throw new Error("serve: the scenario asks for no jobs");
  const { service, sizing, given, journal } = input;
  const { quarter, at } = simulatedQuarter(service, serve);
  const nodes = nodesOf(scenario, sizing, { quarter, at });
  const links = input.fleet === null || input.fleet.places.length === 0 ? null : placeLinks(scenario, { nodes, service, fleet: input.fleet, altitude_km: sizing.platform?.orbit.altitude_km ?? null, network: input.network });
  const pools = jobPools(scenario, serve, { ...input, nodes, links_B_per_s: links?.places_B_per_s ?? [], routed: input.network.over !== null });
  const span_s = serve.days * DAY_S;
  const linked = platformsLinked(scenario);
  const made = given === null ? service.classes.map((c, i) => classJobs(scenario.demand.classes[i]!, c, { serve, nodes, pools, linked, quarterAt: at, seed: scenario.uncertainty.seed })) : [onNodes(given, { node_W: nodes.node_W, span_s, serve })];
  const workload = { jobs: made.flatMap(({ jobs }) => jobs), run_s: made.flatMap(({ run_s }) => run_s) };
  const outages = drawnOutages(scenario, pools, { nodes, platform: sizing.platform, sites: input.sites, span_s, away_s: input.network.away_s });
  const supply = prepareSupply(pools);
  const policy = jobsPolicy(serve);
  const run_s = new Map(workload.jobs.map(({ id }, i): [string, number] => [id, workload.run_s[i]!]));
  const [books, log] = [tally(run_s), waitLog()];
  journal?.head(supply, policy);
  const watch = (event: ScheduleEvent, step: Step): void => {
    books.see(event, step);
    if (event.kind === "decide") log.look(step);
    journal?.event(event, step);
  };
  const simulation = { workload, supply, outages, end_s: span_s };
  const state = simulate({ ...simulation, policy, watch });
  journal?.end(state);
  const asked = given === null ? service.classes.map((c, i) => ({ ...c, computing_frac: c.training === null ? 1 : c.training.computing_frac, expected_Wh: c.demand_W[at]! * serve.days * 24, slack_s: slack_s(scenario.demand.classes[i]!, serve) })) : givenClasses(workload, nodes.node_W);
  const classes = classSummaries({ state, books, run_s, span_s, nodes, classes: asked });
  const rate = (id: string, from_s: number, length_s: number): number => (given === null ? rateOver(scenario.demand.classes.find((one) => one.id === id)!, serve.start_utc_s + from_s, length_s) : 1);
  const promised = asked.filter(({ slack_s: slack }) => slack !== null);
  const credits = given === null ? sloCredits(scenario, classes, quarter) : [];
  return {
    start_utc: formatUtc(serve.start_utc_s), days: serve.days, quarter, seed: scenario.uncertainty.seed, placement: serve.placement, jobsOf: given === null ? "classes" : "file", node_W: nodes.node_W,
    classes, pools: poolSummaries(state, { span_s, node_W: nodes.node_W, books }), links: links?.told ?? null, credits, waits: log.waits(), splits: splitTrainings(scenario, { sizing, nodes, link_B_per_s: service.orbitLink_B_per_s }), outages: awaySums(pools, outages, span_s),
    ...books.counts, residual: residuals(state, books, span_s), notes: [...made.flatMap(({ notes }) => notes), ...linkNotes(links, { routed: input.network.over !== null, staged: workload.jobs.some(({ input_B, tiers }) => input_B > 0 && tiers.includes("orbit")) }), ...depthNotes(state), ...greedyNotes(serve, { state, simulation }), ...givenUpNotes({ entries: state.entries, byId: state.byId, classes: books.classes }), ...creditNotes(credits, serve.placement), ...backlogNotes(promised.map(({ id }) => id), { entries: state.entries, run_s: ({ job }) => run_s.get(job.id)!, span_s, node_W: nodes.node_W, rate }), ...maintenanceNotes(scenario, pools)],
  };
};

const depthNotes = ({ unseenMost, policy }: Pick<State, "unseenMost" | "policy">): readonly string[] =>
  unseenMost === 0 ? [] : [`At the worst moment ${unseenMost} jobs that waited without a booking were not looked at: a decision looks at ${policy.depth} (serve.policy.depth). What may expire within the hour is looked at in any case where placement is cheapest; a larger depth shows whether others lost by it.`];

/** Jobs of a file: each of their processors is a node, times are from the first instant; what comes after the days is left out. */
const onNodes = ({ jobs, run_s, notes = [] }: GivenJobs, { node_W, span_s, serve }: { readonly node_W: number; readonly span_s: number; readonly serve: ServeFields }): ClassJobs => {
  const within = jobs.flatMap((job, i) => (job.submit_s < span_s ? [i] : []));
  const left = jobs.length - within.length;
  return {
    jobs: within.map((i) => ({ ...jobs[i]!, nodes: jobs[i]!.nodes * jobs[i]!.acceleratorsPerNode, acceleratorsPerNode: 1, power_W: node_W, capped: cappedOf(serve, node_W) })),
    run_s: within.map((i) => run_s[i]!),
    notes: [`Jobs are those of a file, a processor a node; what the demand's classes ask for is not simulated.${left === 0 ? "" : ` ${left} of its jobs come after the days and are left out.`}`, ...notes.map((note) => `serve.workload: ${note}.`)],
  };
};

const givenClasses = ({ jobs, run_s }: GivenJobs, node_W: number): SummaryAsked["classes"] =>
  [...new Set(jobs.map((job) => job.class))].map((id) => ({
    id, kind: "batch", energy_J_per_token: null, shortfallPrice_usd_per_kWh: null, computing_frac: 1, slack_s: 0,
    expected_Wh: jobs.reduce((sum, job, i) => (job.class === id ? sum + (job.nodes * run_s[i]! * node_W) / HOUR_S : sum), 0),
  }));

const awaySums = (pools: readonly Pool[], outages: readonly Outage[], span_s: number): Simulated["outages"] => {
  const tierOf = new Map(pools.map(({ id, tier }) => [id, tier]));
  const sums = new Map<string, { readonly cause: string; readonly tier: "ground" | "orbit"; count: number; node_h: number }>();
  for (const { pool, cause, down_s, up_s } of outages) {
    const tier = tierOf.get(pool)!;
    const known = sums.get(`${tier}|${cause}`) ?? { cause, tier, count: 0, node_h: 0 };
    known.count++;
    known.node_h += (Math.min(up_s, span_s) - down_s) / HOUR_S;
    sums.set(`${tier}|${cause}`, known);
  }
  return [...sums.values()];
};
