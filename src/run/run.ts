/**
 * `run`: the stages in order, from one scenario to one record. The only module that knows them all.
 *
 * A stage reads records and returns one, so any of them replays from the JSON of its input. Solver and series sink are handed in;
 * progress is told before each stage; an aborted run keeps the stages that were finished. Nothing is cached between runs yet.
 */
import type { Deals } from "../deals/index.ts";
import type { Funding } from "../capital/index.ts";
import { finance, workedCosts, type Finance, type RealOptions } from "../finance/index.ts";
import { fly, type FleetCrew, type Flight, type OnFlown, type SeriesSink, type SiteSink } from "../fly/index.ts";
import { footprintOf, type FootprintRecord } from "../footprint/index.ts";
import { hasMarket, milestonesOf, openMarket, withAccess, type GateOutcome } from "../market/index.ts";
import { plan, planUncertain, replan, type Plan, type Replan, type Solve, type UncertainPlan } from "../plan/index.ts";
import type { Assumption, RandomField, Scenario } from "../scenario/index.ts";
import { boughtNotes, type Service } from "../serve/index.ts";
import { size, type Sizing } from "../size/index.ts";
import { fleetNotes } from "./fleet-notes.ts";
import { designedBeside, futuresOf, planned, type Designed } from "./futures.ts";
import { contentHash } from "./hash.ts";
import { imagePrices, type ImagePrices } from "./images.ts";
import { optionsOf } from "./options/index.ts";
import { DAWNDUSK_VERSION, MODEL_VERSION } from "./version.ts";
import { servedModels, servingPrices, type ServingRecord } from "./served-models.ts";
import { servedWhole } from "./served.ts";
import { tokenRates } from "./token-rates.ts";
import { userReach, type UserReach } from "./user-reach.ts";
import { withActor } from "./with-actor.ts";
import { planWithinCapital } from "./with-capital.ts";
import { controlOdds, dealsIn, settledTerms, type ControlOdds } from "./with-deals.ts";
import { delaysOf } from "./delays.ts";
import { serveJobs, type JobsPorts } from "./simulated.ts";
import { waysOf, type DealWay } from "./ways.ts";
import { financeOnMarket, gateQuarters, planUnderMilestones, settledMarket, type SettledMarket, type Judgement } from "./with-market.ts";

export const STAGES = ["size", "fly", "serve", "plan", "finance"] as const;
export type StageName = (typeof STAGES)[number];

export interface RunPorts extends JobsPorts {
  readonly solve: Solve;
  /** Takes the flown series, minute by minute. */
  readonly sink?: SeriesSink;
  /** Takes each ground site's series by the hour, by its name. */
  readonly siteSink?: SiteSink;
  /** Takes the fleet's series, where the scenario has a fleet. */
  readonly fleetSink?: SeriesSink;
  /** Who flies the fleet; in the calling thread unless told. */
  readonly crew?: FleetCrew;
  readonly onStage?: (stage: StageName) => void;
  /** Told how far the fleet has flown. */
  readonly onFlown?: OnFlown;
  readonly signal?: AbortSignal;
  /** Asks for the plan of a customer, partner, buyer and builder beside it. */
  readonly ways?: true;
  /** What happened, so that the plan is made again from then on: the scenario with it. */
  readonly happened?: { readonly asOf_quarter: number; readonly events: readonly string[]; readonly scenario: Scenario };
}

export interface Run {
  readonly dawndusk: string;
  readonly modelVersion: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly scenario: { readonly name: string; readonly note: string; readonly assumptions: readonly Assumption[]; readonly random: readonly RandomField[] };
  /** Whether an interrupt kept stages that were asked for from being done. */
  readonly interrupted: boolean;
  /** Null for a stage that was not asked for or not reached. */
  readonly sizing: Sizing | null;
  readonly flight: Flight | null;
  readonly service: Service | null;
  readonly plan: Plan | null;
  /** First decisions for the futures of plan.uncertain; null without them. */
  readonly uncertain: UncertainPlan | null;
  /** The plan after what happened; null where nothing did. */
  readonly replan: Replan | null;
  readonly finance: Finance | null;
  /** Language models on the scenario's servers, and with `finance` what their tokens cost; null where no class names one, and before `serve`. */
  readonly serving: ServingRecord | null;
  /** Users by region and the network between them and both tiers, with `serve`; null where no class has any and nothing is routed. */
  readonly reach: UserReach | null;
  /** What an image made in orbit costs both ways, with `finance`; null where none are. */
  readonly imagePrices: ImagePrices | null;
  /** What can be decided later and what that is worth, with `finance`; null without options. */
  readonly realOptions: RealOptions | null;
  /** Carbon, water and sky, with `finance`. */
  readonly footprint: FootprintRecord | null;
  /** Who got what of shared capacity, and the gates; null for a scenario without market and gates. */
  readonly market: SettledMarket | null;
  /** Who owns the launcher, and what control of it costs; null without deals. */
  readonly deals: Deals | null;
  /** How sure control is, under draws of the gates; null where no gate has to do with the deals. */
  readonly controlOdds: ControlOdds | null;
  /** Customer, partner, buyer and builder on the same plan; null where nobody asked. */
  readonly ways: readonly DealWay[] | null;
  /** The other actors that have a scenario, each with what the market left it; none before `plan`. */
  readonly actors: readonly ActorRun[];
  readonly notes: readonly string[];
}

/** The stages of another actor. */
export interface ActorRun extends Stages {
  readonly actor: string;
  readonly name: string;
}

/** Runs the stages up to `last` (all of them unless told). An aborted run returns what was finished, with a note. */
export const run = (scenario: Scenario, ports: RunPorts): Promise<Run> => runUntil(scenario, "finance", ports);

export const runUntil = async (asked: Scenario, last: StageName, ports: RunPorts): Promise<Run> => {
  const scenario = settledTerms(asked);
  const head = {
    dawndusk: DAWNDUSK_VERSION,
    modelVersion: MODEL_VERSION,
    scenarioHash: await contentHash(asked),
    seed: scenario.uncertainty.seed,
    scenario: { name: scenario.name, note: scenario.note, assumptions: scenario.assumptions, random: scenario.random },
  };
  const market = hasMarket(scenario) ? openMarket(scenario) : null;
  const deals = dealsIn(scenario);
  const own = market === null ? scenario : withAccess(scenario, market.views[0]!);
  const { milestones, told, ...done } = await runStages({ asked, gates: milestonesOf(scenario.gates, { actor: market?.self ?? "", isSelf: true }), outcomes: market?.gates ?? [], scenario: own, last, ports });
  const stages = scenario.market === null ? done : withActor(done, scenario.market.self);
  const rivals = stages.plan === null || market === null ? [] : await runActors(scenario, { market, last, ports });
  const actors = rivals.map(({ run: one }) => one);
  const plans = Object.fromEntries([{ actor: market?.self ?? "", plan: stages.plan }, ...actors].flatMap((one) => (one.plan === null ? [] : [[one.actor, one.plan]])));
  const interrupted = ports.signal?.aborted === true && stages[RESULT[last]] === null;
  const settled = market === null ? null : settledMarket(scenario, market, { plans, milestones: [...milestones, ...rivals.flatMap((one) => one.milestones)] });
  return {
    ...head, interrupted, ...stages,
    finance: financeOnMarket(own, stages, { market: settled, actor: market?.self ?? "" }),
    market: settled,
    deals,
    controlOdds: stages.finance === null ? null : controlOdds(scenario),
    ways: await compared(asked, stages, ports),
    actors: rivals.map(({ run: one, scenario: under }) => ({ ...one, finance: financeOnMarket(under, one, { market: settled, actor: one.actor }) })),
    notes: [...scenario.notes, ...(market === null ? [] : market.notes), ...(deals === null ? [] : deals.notes), ...told, ...rivals.flatMap((one) => one.told), ...(interrupted ? ["Interrupted: later stages are missing."] : [])],
  };
};

/** Null where nobody asked, where a stage is missing, and after an interrupt. */
const compared = async (asked: Scenario, { sizing, flight: flown, service, finance: counted }: Stages, { ways, solve, signal }: RunPorts): Promise<readonly DealWay[] | null> =>
  (ways !== true || sizing === null || flown === null || service === null || counted === null ? null : unlessAborted(signal, () => waysOf(asked, { sizing, flight: flown, service }, solve)));

/** An actor's stages with the milestones of its fleet. */
interface RivalRun extends Pick<Done, "milestones" | "told"> {
  readonly run: ActorRun;
  /** As it was planned under the market. */
  readonly scenario: Scenario;
}

/** The other actors' scenarios under the same market, one after another, up to the same stage. */
const runActors = async (scenario: Scenario, { market, last, ports: { solve, crew, signal } }: { readonly market: Pick<SettledMarket, "views" | "self" | "gates">; readonly last: StageName; readonly ports: RunPorts }): Promise<readonly RivalRun[]> => {
  const runs: RivalRun[] = [];
  for (const view of market.views) {
    const own = scenario.rivals[view.actor];
    if (view.actor === market.self || own === undefined) continue;
    const under = forOneFuture(withAccess(own, view));
    const { sizing, flight: flown, service, plan: planned, finance: counted, footprint, milestones, told } = withActor(await runStages({ asked: under, gates: milestonesOf(scenario.gates, { actor: view.actor, isSelf: false }), outcomes: market.gates, scenario: under, last, ports: { solve, ...(crew && { crew }), ...(signal && { signal }) } }), view.actor);
    const { name, id } = scenario.actors.find((actor) => actor.id === view.actor)!;
    runs.push({ run: { actor: id, name: name === "" ? id : name, sizing, flight: flown, service, plan: planned, finance: counted, footprint }, scenario: under, milestones, told: told.map((note) => `${id}: ${note}`) });
  }
  return runs;
};

/** Only the scenario's own plan is for several futures, beside alternatives and beside later ones. */
export const forOneFuture = (scenario: Scenario): Scenario => ({ ...scenario, options: null, plan: { ...scenario.plan, uncertain: null, alternatives: 0 }, finance: { ...scenario.finance, delay: null } });

type Stages = Pick<Run, "sizing" | "flight" | "service" | "plan" | "finance" | "footprint">;
type More = Pick<Run, "uncertain" | "replan">;
type Later = Pick<Run, "realOptions" | "serving" | "reach" | "imagePrices">;

const RESULT = { size: "sizing", fly: "flight", serve: "service", plan: "plan", finance: "finance" } as const satisfies Readonly<Record<StageName, keyof Stages>>;

/** Null when an interrupt ended it. */
const unlessAborted = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted === true && error === signal.reason) return null;
    throw error;
  }
};

const flight = (scenario: Scenario, sizing: Sizing, { sink, fleetSink, siteSink, crew, signal, onFlown }: RunPorts): Promise<Flight | null> =>
  unlessAborted(signal, () => fly(scenario, sizing, { ...(sink && { sink }), ...(fleetSink && { fleetSink }), ...(siteSink && { siteSink }), ...(crew && { crew }), ...(signal && { signal }), ...(onFlown && { onFlown }) }));

interface Staged {
  /** As it was given, before its vehicles were settled. */
  readonly asked: Scenario;
  /** Milestones of its fleet, and the scenario as the market leaves it. */
  readonly gates: Scenario["gates"];
  /** How the market's gates turned out. */
  readonly outcomes: readonly GateOutcome[];
  readonly scenario: Scenario;
  readonly last: StageName;
  readonly ports: RunPorts;
}

type Done = Stages & More & Later & { readonly milestones: readonly GateOutcome[]; readonly told: readonly string[] };

const runStages = async ({ asked, gates, outcomes, scenario, last, ports }: Staged): Promise<Done> => {
  const done: { -readonly [K in keyof Done]: Done[K] } = { sizing: null, flight: null, service: null, plan: null, uncertain: null, replan: null, finance: null, realOptions: null, serving: null, reach: null, imagePrices: null, footprint: null, milestones: [], told: [] };
  const goes = async (stage: StageName): Promise<boolean> => {
    if (STAGES.indexOf(stage) > STAGES.indexOf(last)) return false;
    // A turn of the event loop, so that an interrupt is heard between stages.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (ports.signal?.aborted === true) return false;
    ports.onStage?.(stage);
    return true;
  };
  if (!(await goes("size"))) return done;
  done.sizing = size(scenario);
  if (!(await goes("fly"))) return done;
  done.flight = await flight(scenario, done.sizing, ports);
  if (done.flight === null) return done;
  if (!(await goes("serve"))) return done;
  const served = servedModels(scenario);
  const { service, users } = await servedWhole(scenario, { sizing: done.sizing, flight: done.flight, models: served });
  done.service = await serveJobs(scenario, { sizing: done.sizing, service }, ports);
  done.serving = served.length === 0 ? null : { served, prices: [] };
  done.reach = userReach(scenario, done.service, users);
  if (!(await goes("plan"))) return done;
  const before = { sizing: done.sizing, flight: done.flight, service: done.service };
  const planOf = (within: Scenario): Promise<Judgement> => planUnderMilestones({ gates }, within, (under) => plan(under, before, { solve: ports.solve }));
  const fundingOf = (one: Judgement): Funding | null => finance(scenario, { plan: one.plan, sizing: before.sizing, market: [], gates: gateQuarters([...outcomes, ...one.outcomes]) }).funding;
  const judged = await unlessAborted(ports.signal, async () => planWithinCapital(scenario, await planOf(scenario), { planOf, fundingOf }));
  if (judged === null) return done;
  // The service and its classes are what the plan was made with; what the reader is told of them beside it is known only now.
  const apart = fleetNotes(scenario, { ...before, plan: judged.plan });
  const noted = <T extends { readonly notes: readonly string[] }>(stage: T, more: readonly string[] = []): T => (apart.length + more.length === 0 ? stage : { ...stage, notes: [...stage.notes, ...apart, ...more] });
  done.service = noted(before.service);
  done.plan = noted(judged.plan);
  done.milestones = judged.outcomes;
  const more = await unlessAborted(ports.signal, () => moreOf({ asked, scenario, ports }, { designed: before, plan: judged.plan }));
  done.told = [...judged.notes, ...(more?.notes ?? [])];
  if (more === null) return done;
  done.uncertain = more.uncertain;
  done.replan = more.replan;
  if (!(await goes("finance"))) return done;
  const counted = finance(scenario, { plan: done.plan, sizing: done.sizing, market: [], gates: gateQuarters([...outcomes, ...done.milestones]) });
  const delays = await unlessAborted(ports.signal, () => delaysOf(asked, { ...before, plan: judged.plan, finance: counted }, ports.solve));
  if (delays === null) return done;
  done.finance = { ...noted(counted, before.service.simulated === null ? [] : boughtNotes(before.service.simulated)), delays, worked: workedCosts(done.service, counted), tokenRates: tokenRates(scenario, counted.options) };
  const images = done.reach?.routed?.images ?? null;
  done.imagePrices = images && imagePrices(images, { finance: done.finance, itNameplate_W: done.sizing.platform?.itNameplate_W ?? null, dataPrice_usd_per_GB: scenario.network.dataPrice_usd_per_GB });
  done.serving = servingPrices(done.serving, { scenario, finance: done.finance, service: done.service });
  done.footprint = footprintOf(scenario, { sizing: done.sizing, flight: done.flight, service: done.service, plan: done.plan, finance: done.finance });
  done.realOptions = await unlessAborted(ports.signal, () => optionsOf(asked, { designed: before, plan: judged.plan }, { solve: ports.solve, ...(ports.signal && { signal: ports.signal }) }));
  if (done.realOptions === null && ports.signal?.aborted === true && asked.options !== null) done.told = [...done.told, "Interrupted: what can be decided later is missing."];
  return done;
};

/** The plan for several futures, and the plan after what happened, where the scenario or the caller asks for them. */
const moreOf = async ({ asked, scenario, ports: { solve, happened } }: Omit<Staged, "last" | "gates" | "outcomes">, { designed, plan: made }: { readonly designed: Designed; readonly plan: Plan }): Promise<More & { readonly notes: readonly string[] }> => {
  const { futures, notes } = await futuresOf(asked, designed);
  const uncertain = await planUncertain(scenario, { input: designed, plan: made, futures }, { solve });
  if (happened === undefined) return { uncertain, replan: null, notes };
  const after = await planned(happened.scenario, { scenario: asked, designed });
  const input = await designedBeside(scenario, designed, after.input);
  return { uncertain, replan: await replan(scenario, { input, plan: made, happened: { ...happened, ...after } }, { solve }), notes };
};
