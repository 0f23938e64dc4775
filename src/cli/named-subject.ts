/** What `reconcile` and `compare` take: a published model by name, or a scenario's run by its path. */
import { answersOf, NameError, subjectOf, type Subject } from "../published/index.ts";
import type { Run } from "../run/index.ts";
import { UsageError } from "./failure.ts";
import { runQuietly } from "./run-quietly.ts";
import type { Terminal } from "./terminal.ts";

export interface Named {
  readonly subject: Subject;
  /** Null for a published model. */
  readonly run: Run | null;
}

/** "site.yaml:orbit.altitude=700km,finance.horizon=10yr": the file, and what is put in place of its values. */
const settingsOf = (name: string): { readonly file: string; readonly own: readonly string[] } => {
  const found = /^(-|.*\.(?:ya?ml|json)):(.+)$/.exec(name);
  return found === null ? { file: name, own: [] } : { file: found[1]!, own: found[2]!.split(",").map((setting) => setting.trim()) };
};

/** Whether a name is a scenario's. */
export const isFile = (name: string): boolean => settingsOf(name).file === "-" || /[/\\]|\.(ya?ml|json)$/.test(settingsOf(name).file);

type Tier = "orbit" | "ground";

/** Why a run or a model has no cost of a tier that another one has: of a run in the plan's own words. */
export const missingTiers = (named: readonly Named[]): readonly string[] =>
  named.flatMap(({ subject, run }) =>
    (["orbit", "ground"] as const).flatMap((tier) => {
      const asked = run !== null || named.some((other) => answersOf(other.subject.forms).includes(tier));
      if (!asked || answersOf(subject.forms).includes(tier)) return [];
      return [`${subject.id} has no levelised cost ${tier === "orbit" ? "in orbit" : "on the ground"}: ${run === null ? modelLacks(subject, tier) : runLacks(run)}`];
    }),
  );

const runLacks = ({ plan }: Run): string => (plan === null || plan.why.length === 0 ? "it asks for nothing there" : plan.why.join("; "));

const modelLacks = ({ forms }: Subject, tier: Tier): string => {
  if (forms[tier] === undefined) return "the model has no such tier";
  return forms.capitalAlone === true ? "the model counts capital alone and nothing by the year" : "the model weighs and states no price";
};

/** Errors about names as errors of the command line. */
export const asUsage = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof NameError ? new UsageError(error.message, error.hint) : error;
  }
};

/** Null when its run was interrupted. Throws UsageError for a name that is none, and for a run without levelised cost. */
export const namedSubject = async (name: string, { set, quiet }: { readonly set: readonly string[]; readonly quiet?: true }, terminal: Terminal): Promise<Named | null> => {
  if (!isFile(name)) return { subject: asUsage(() => subjectOf(name)), run: null };
  const { file, own } = settingsOf(name);
  const finished = await runQuietly({ source: file, set: [...set, ...own] }, { quiet: quiet === true }, terminal);
  if (finished.run.interrupted) return null;
  const { runSubject } = await import("../run/index.ts");
  const { finance } = finished.run;
  if (finance === null || (finance.orbit === null && finance.ground === null)) throw new UsageError(`${name} has no levelised cost`, finished.run.plan === null || finished.run.plan.why.length === 0 ? "dawndusk run says why" : finished.run.plan.why.join("; "));
  return { subject: runSubject(name, finished), run: finished.run };
};

/** Throws UsageError where scenarios are asked for in a way that cannot be. */
export const guardNames = (names: readonly string[], set: readonly string[]): void => {
  if (set.length > 0 && !names.some(isFile)) throw new UsageError("--set, and no scenario is named", "inputs of a model stand behind a colon: mccalip:years=10");
  if (names.filter((name) => isFile(name) && settingsOf(name).file === "-").length > 1) throw new UsageError("standard input is named twice", "name a file");
};
