import type { Finance } from "../finance/index.ts";
import type { Run } from "../run/index.ts";

export interface Headline {
  readonly feasible: boolean;
  readonly text: string;
  /** Reasons, when infeasible. */
  readonly why: readonly string[];
}

/** Whether what was asked for can be done, in one sentence. */
export const headline = (run: Run): Headline => {
  const { text, ...rest } = judged(run);
  return { ...rest, text: run.interrupted ? `${interruption(run)} ${run.sizing === null ? "" : text}`.trim() : text };
};

const interruption = ({ sizing, flight, service, plan }: Run): string => {
  const done = Object.entries({ size: sizing, fly: flight, serve: service, plan }).findLast(([, record]) => record !== null);
  return done === undefined ? "Interrupted before anything was computed." : `Interrupted after ${done[0]}: later stages are missing.`;
};

const judged = (run: Run): Headline => {
  const why = reasons(run);
  if (why !== null) return { feasible: false, text: `Infeasible: ${failing(run)}.`, why };
  return { feasible: true, text: feasibleText(run), why: [] };
};

const failing = (run: Run): string => {
  if (run.sizing?.status === "infeasible") return "the platform does not close";
  return nothingToBuild(run) ? "neither tier can be built, and work is wanted" : "no plan meets the limits";
};

const reasons = (run: Run): readonly string[] | null => {
  const { sizing, plan } = run;
  if (sizing?.status !== "infeasible" && plan?.status !== "infeasible") return nothingToBuild(run) ? whyNothing(run) : null;
  return [...new Set([...(sizing?.status === "infeasible" ? sizing.why : []), ...(plan?.status === "infeasible" ? plan.why : [])])];
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Work is wanted, and no option of the plan can deliver any of it. */
const nothingToBuild = ({ plan, finance }: Run): boolean =>
  plan?.status === "optimal" && sum(plan.classes.flatMap((c) => c.wanted_W)) > 0 && (plan.options.length === 0 || (finance !== null && finance.ground === null && finance.orbit === null));

/** What the plan left out with its reason, and what it has but what delivers nothing. */
const whyNothing = ({ plan }: Run): readonly string[] => [
  ...(plan?.options.some((o) => o.tier === "ground") === true ? [] : groundNotes(plan?.notes ?? [])),
  ...(plan?.options.map((o) => `${o.id} delivers nothing: ${o.limits}`) ?? []),
  ...leftOutNotes(plan?.notes ?? []),
];

/** Notes of the plan on sites that it left out. */
const groundNotes = (notes: readonly string[]): readonly string[] => {
  const named = notes.filter((note) => / cannot (be built|hold its data): /.test(note));
  return named.length === 0 ? ["the scenario has no ground site"] : named;
};

/** Notes of the plan on vehicles that no platform fits. */
const leftOutNotes = (notes: readonly string[]): readonly string[] => {
  const named = notes.filter((note) => note.includes(" carries no platform: "));
  return named.length === 0 ? ["nothing can carry a platform to orbit, or the scenario has none"] : named;
};

/** Whether the run has a plan whose build-out, money and scarcity mean something. */
export const planHolds = (run: Run): boolean => run.plan?.status === "optimal" && !nothingToBuild(run);

/** What could be built is not, though some of what is wanted may run on it and nothing stands in the way. */
export const nothingPays = (run: Run): boolean => {
  const { plan, service } = run;
  if (!planHolds(run) || plan === null || sum(plan.classes.flatMap((c) => c.wanted_W)) === 0) return false;
  const mayRun = service === null || service.classes.some((c) => plan.options.some((o) => c.tier[o.tier].eligible));
  return mayRun && plan.build.every((b) => sum(b.built) === 0) && plan.binding.every((text) => text === "");
};

/** Whether there is a build-out to show: not where the headline says that there is none. */
export const buildOutShows = (run: Run): boolean => planHolds(run) && !nothingPays(run);

/** Whether a tier has a cost; without any, cost tables and boundary are empty. */
export const hasCost = ({ ground, orbit }: Finance): boolean => ground !== null || orbit !== null;

const NOTHING_PAYS = "Serving costs more than the shortfall price: nothing is worth building.";

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const sentence = (text: string): string => stopped(text.charAt(0).toUpperCase() + text.slice(1));

const feasibleText = (run: Run): string => {
  const { sizing, finance } = run;
  if (finance) return `${sentence(finance.verdict.text)}${nothingPays(run) ? ` ${NOTHING_PAYS}` : ""}`;
  if (nothingPays(run)) return NOTHING_PAYS;
  if (!sizing?.platform) return "There is no platform in orbit in this scenario.";
  return `The platform closes. What binds: ${stopped(sizing.platform.binds)}`;
};

/** Notes of the run and its stages, each once, in the order they came up. */
export const allNotes = (run: Run): readonly string[] => [
  ...new Set([run.notes, ...[run.sizing, run.flight, run.service, run.plan, run.finance, run.finance?.funding, run.realOptions, run.footprint].map((stage) => stage?.notes ?? [])].flat()),
];
