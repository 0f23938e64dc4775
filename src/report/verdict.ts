import type { Run } from "../run/index.ts";

export interface Headline {
  readonly feasible: boolean;
  readonly text: string;
  /** Reasons, when infeasible. */
  readonly why: readonly string[];
}

/** Whether what was asked for can be done, in one sentence. */
export const headline = (run: Run): Headline => {
  const why = reasons(run);
  if (why !== null) return { feasible: false, text: `Infeasible: ${run.sizing?.status === "infeasible" ? "the platform does not close" : "no plan meets the limits"}.`, why };
  return { feasible: true, text: feasibleText(run), why: [] };
};

const reasons = ({ sizing, plan }: Run): readonly string[] | null => {
  if (sizing?.status !== "infeasible" && plan?.status !== "infeasible") return null;
  return [...new Set([...(sizing?.status === "infeasible" ? sizing.why : []), ...(plan?.status === "infeasible" ? plan.why : [])])];
};

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const sentence = (text: string): string => stopped(text.charAt(0).toUpperCase() + text.slice(1));

const feasibleText = ({ sizing, finance }: Run): string => {
  if (finance) return sentence(finance.verdict.text);
  if (!sizing?.platform) return "There is no platform in orbit in this scenario.";
  return `The platform closes. What binds: ${stopped(sizing.platform.binds)}`;
};

/** Notes of the run and its stages, each once, in the order they came up. */
export const allNotes = (run: Run): readonly string[] => [
  ...new Set([run.notes, ...[run.sizing, run.flight, run.service, run.plan, run.finance].map((stage) => stage?.notes ?? [])].flat()),
];
