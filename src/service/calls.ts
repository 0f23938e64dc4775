/**
 * The calls that an app makes, and who answers them: the same in a browser's worker, in a thread and behind the local process. What is asked,
 * told on the way and answered is plain data.
 */
import type { RunPorts, StageName } from "../run/index.ts";
import type { Solve } from "../plan/index.ts";
import { ofCase, type Asked } from "./asked.ts";
import type { Case } from "./case.ts";
import { happeningsOf, type Happenings, type HappeningsAsked } from "./happenings.ts";
import { jobDaysOf, type JobDays } from "./job-days.ts";
import { bookCase, type CaseBook } from "./book-case.ts";
import { compareCases, comparedModels, type CaseComparison, type Compared, type ComparedModel } from "./compare-cases.ts";
import { ladderCase, type CaseLadder } from "./ladder-case.ts";
import { frontierCase, type CaseFrontier, type FrontierAsk } from "./frontier-case.ts";
import { keptEvaluators } from "./kept-evaluators.ts";
import { keptRuns } from "./kept-runs.ts";
import { inspectCase, type Inspection } from "./inspect.ts";
import { language, type Language } from "./language.ts";
import { provisionalAnswers, type EvaluateAsk, type PrepareAsk, type Prepared, type Provisional } from "./provisional.ts";
import { computeHere, riskCase, type CaseRisk, type ComputeShards, type RiskAsk, type RiskTold } from "./risk-case.ts";
import { runCase, type CaseAnswer } from "./run-case.ts";
import { skyOf, type Sky } from "./sky.ts";
import { traceOf, type Trace, type TraceAsked } from "./trace.ts";

/** How far a run is: a stage that begins, or days of a fleet's flight. */
export type Running = { readonly stage: StageName } | { readonly days: number; readonly of: number };

/** By name: what is asked, what is told on the way, what is answered. */
export interface Calls {
  readonly book: { readonly asks: Case; readonly tells: Running; readonly answers: CaseBook };
  readonly compare: { readonly asks: readonly Compared[]; readonly tells: Running; readonly answers: CaseComparison };
  readonly frontier: { readonly asks: FrontierAsk; readonly tells: { readonly flights: number }; readonly answers: CaseFrontier };
  /** A text while it is written. */
  readonly inspect: { readonly asks: Case; readonly tells: never; readonly answers: Inspection };
  readonly ladder: { readonly asks: Case; readonly tells: { readonly flights: number }; readonly answers: CaseLadder };
  readonly language: { readonly asks: null; readonly tells: never; readonly answers: Language };
  /** Makes ready for `evaluate`; what was ready before is gone. */
  readonly prepare: { readonly asks: PrepareAsk; readonly tells: { readonly flights: number }; readonly answers: Prepared };
  /** The case that was prepared last at other values of its sliders; null where another was. */
  readonly evaluate: { readonly asks: EvaluateAsk; readonly tells: never; readonly answers: Provisional | null };
  readonly models: { readonly asks: null; readonly tells: never; readonly answers: readonly ComparedModel[] };
  readonly risk: { readonly asks: RiskAsk; readonly tells: RiskTold; readonly answers: CaseRisk };
  readonly run: { readonly asks: Case; readonly tells: Running; readonly answers: CaseAnswer };
  /** What flies and what stands on the ground, to be drawn at any time. */
  readonly sky: { readonly asks: Case; readonly tells: never; readonly answers: Asked<Sky> };
  /** Eclipses and passes of some satellites. */
  readonly happenings: { readonly asks: { readonly case: Case } & HappeningsAsked; readonly tells: never; readonly answers: Asked<Happenings> };
  /** Flown series of a window. */
  readonly trace: { readonly asks: { readonly case: Case } & TraceAsked; readonly tells: never; readonly answers: Asked<Trace> };
  /** The days of jobs; null where the scenario asks for none. */
  readonly jobDays: { readonly asks: Case; readonly tells: { readonly stage: StageName }; readonly answers: Asked<JobDays | null> };
}

export type CallName = keyof Calls;

/** What a machine gives to whoever answers. */
export interface CallPorts {
  readonly solve: Solve;
  /** Who computes a campaign's shards; whoever answers, unless told. */
  readonly compute?: ComputeShards;
}

export interface Calling<K extends CallName> {
  readonly tell: (told: Calls[K]["tells"]) => void;
  readonly signal: AbortSignal;
}

export type Answering = { readonly [K in CallName]: (asked: Calls[K]["asks"], calling: Calling<K>) => Promise<Calls[K]["answers"]> };

/** Answers calls with what a machine gives. Runs and evaluators of the same case are kept. */
export const answering = ({ solve, compute = computeHere }: CallPorts): Answering => {
  const runKept = keptRuns();
  const evaluatorKept = keptEvaluators();
  const provisional = provisionalAnswers();
  const ports = ({ tell, signal }: { readonly tell: (told: Running) => void; readonly signal: AbortSignal }): RunPorts => ({ solve, signal, onStage: (stage) => tell({ stage }), onFlown: tell });
  return {
    book: (asked, calling) => bookCase(asked, ports(calling), runKept),
    compare: (asked, calling) => compareCases(asked, ports(calling), runKept),
    frontier: (asked, { tell, signal }) => frontierCase(asked, { solve, signal, onFlight: (flights) => tell({ flights }) }, evaluatorKept),
    inspect: (asked) => inspectCase(asked),
    ladder: (asked, { tell, signal }) => ladderCase(asked, { solve, signal, onFlight: (flights) => tell({ flights }) }),
    language: () => Promise.resolve(language()),
    prepare: (asked, { tell, signal }) => provisional.prepare(asked, { solve, signal, onFlight: (flights) => tell({ flights }) }),
    evaluate: (asked) => Promise.resolve(provisional.evaluate(asked)),
    models: () => Promise.resolve(comparedModels()),
    risk: (asked, { tell, signal }) => riskCase(asked, { solve, signal, tell, compute }, evaluatorKept),
    run: (asked, calling) => runCase(asked, ports(calling), runKept),
    sky: (asked) => ofCase(asked, skyOf),
    happenings: ({ case: given, ...asked }) => ofCase(given, (scenario) => happeningsOf(scenario, asked)),
    trace: ({ case: given, ...asked }, { signal }) => ofCase(given, (scenario) => traceOf(scenario, asked, signal)),
    jobDays: (asked, { tell, signal }) => ofCase(asked, (scenario) => jobDaysOf(scenario, { solve, signal, onStage: (stage) => tell({ stage }) })),
  };
};
