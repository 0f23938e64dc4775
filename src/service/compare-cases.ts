/** Cases and published models side by side, and the way from the first to each of the others, term by term. */
import { ANSWER_WORDS, compareSubjects, models, NameError, reconcile, sharedAnswers, subjectOf, type Answer as Answers, type Subject } from "../published/index.ts";
import { compareTables, reconcileChart, type Table, type WaterfallChart } from "../report/index.ts";
import { runSubject, type Run, type RunPorts } from "../run/index.ts";
import type { Problem } from "../scenario/index.ts";
import type { Case } from "./case.ts";
import type { RunKept } from "./kept-runs.ts";

/** One of those compared: a case under a name of its own, or a published model as `reconcile` names it ("mccalip", "mccalip:years=10"). */
export type Compared = { readonly kind: "case"; readonly id: string; readonly case: Case } | { readonly kind: "model"; readonly id: string };

export interface ComparedModel {
  readonly id: string;
  readonly title: string;
}

export type CaseComparison =
  | { readonly ok: true; readonly subjects: readonly { readonly id: string; readonly title: string; readonly boundary: string }[]; readonly tables: readonly Table[]; readonly walks: readonly WaterfallChart[] }
  | { readonly ok: false; readonly id: string; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly id: string; readonly why: string };

/** Published models that can be compared. */
export const comparedModels = (): readonly ComparedModel[] => models.map(({ card }) => ({ id: card.id, title: card.title }));

/** Runs what has to be run, one after another. */
export const compareCases = async (asked: readonly Compared[], ports: RunPorts, runKept: RunKept): Promise<CaseComparison> => {
  const subjects: Subject[] = [];
  const runs: (Run | null)[] = [];
  for (const one of asked) {
    const found = await subjectFor(one, ports, runKept);
    if (!found.ok) return { ...found, id: one.id };
    subjects.push(found.subject);
    runs.push(found.run);
  }
  const [first, ...others] = subjects;
  if (first === undefined || others.length === 0) return { ok: false, id: "", why: "two or more are compared" };
  return {
    ok: true,
    subjects: subjects.map(({ id, title, boundary }) => ({ id, title, boundary })),
    tables: compareTables(compareSubjects(subjects), runs),
    walks: others.flatMap((other) => sharedAnswers(first, other).map((of) => walk([first, other], of))),
  };
};

const walk = ([first, other]: readonly [Subject, Subject], of: Answers): WaterfallChart => {
  const chart = reconcileChart(reconcile(first, other, { of }));
  return { ...chart, id: `walk-${other.id}-${of}`, title: `${first.title} to ${other.title}: ${ANSWER_WORDS[of].what}` };
};

type Found = { readonly ok: true; readonly subject: Subject; readonly run: Run | null } | { readonly ok: false; readonly problems: readonly Problem[] } | { readonly ok: false; readonly why: string };

const subjectFor = async (one: Compared, ports: RunPorts, runKept: RunKept): Promise<Found> => {
  if (one.kind === "model") return named(one.id);
  const done = await runKept(one.case, ports);
  if (!done.ok) return done;
  const { finance, plan } = done.run;
  if (finance === null || (finance.orbit === null && finance.ground === null)) return { ok: false, why: `it has no levelised cost: ${plan?.why.join("; ") ?? "it was not planned"}` };
  return { ok: true, subject: runSubject(one.id, done), run: done.run };
};

const named = (id: string): Found => {
  try {
    return { ok: true, subject: subjectOf(id), run: null };
  } catch (error) {
    if (error instanceof NameError) return { ok: false, why: `${error.message}; ${error.hint}` };
    throw error;
  }
};
