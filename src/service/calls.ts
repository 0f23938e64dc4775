/**
 * The calls that an app makes, and who answers them: the same in a browser's worker, in a thread and behind the local process. What is asked,
 * told on the way and answered is plain data.
 */
import type { StageName } from "../run/index.ts";
import type { Solve } from "../plan/index.ts";
import type { Case } from "./case.ts";
import { runCase, type CaseAnswer } from "./run-case.ts";

/** By name: what is asked, what is told on the way, what is answered. */
export interface Calls {
  readonly run: { readonly asks: Case; readonly tells: { readonly stage: StageName } | { readonly days: number; readonly of: number }; readonly answers: CaseAnswer };
}

export type CallName = keyof Calls;

/** What a machine gives to whoever answers. */
export interface CallPorts {
  readonly solve: Solve;
}

export interface Calling<K extends CallName> {
  readonly tell: (told: Calls[K]["tells"]) => void;
  readonly signal: AbortSignal;
}

export type Answering = { readonly [K in CallName]: (asked: Calls[K]["asks"], calling: Calling<K>) => Promise<Calls[K]["answers"]> };

/** Answers calls with what a machine gives. */
export const answering = ({ solve }: CallPorts): Answering => ({
  run: (asked, { tell, signal }) =>
    runCase(asked, { solve, signal, onStage: (stage) => tell({ stage }), onFlown: tell }),
});
