/**
 * `pareto`: over ranges of several fields, the designs that no other beats in every objective, by NSGA-II (nsga2.ts).
 *
 * Ranges are searched evenly or by logarithm; whole numbers, quarters, stepped ranges and lists of numbers by bins in their order; words
 * without one. A design that breaks limits ranks by how many reasons stand against it, below every one that breaks none; one that could not be
 * held against a limit (a dose that is not known) below every one that was, and among its like by the objectives. A design is measured once, however
 * often it comes up.
 */
import { ScenarioError } from "../scenario/index.ts";
import { valueAt, valuesOf } from "./axis.ts";
import { columnsOf, measuresOf, pointOf, type Point, type StudyPorts } from "./evaluate.ts";
import type { Judged } from "./fronts.ts";
import { nsga2 } from "./nsga2.ts";
import { problemAt, settingOf, type Span } from "./span.ts";
import type { FieldValue, Measure, StudyField, StudyPoint } from "./study-record.ts";

export interface Objective {
  /** Key of a measure. */
  readonly key: string;
  /** Null: the better end of the measure. */
  readonly towards: "low" | "high" | null;
}

export interface Pareto {
  readonly fields: readonly (StudyField & { readonly low: FieldValue; readonly high: FieldValue })[];
  readonly objectives: readonly { readonly key: string; readonly towards: "low" | "high" }[];
  readonly seed: number;
  readonly population: number;
  /** How many were bred; fewer than asked for where it was interrupted. */
  readonly generations: number;
  /** Different designs measured, how many of them break no limit, and how many more none that they were held against. */
  readonly designs: number;
  readonly feasible: number;
  readonly unheld: number;
  readonly measures: readonly Measure[];
  /** By the first objective, the best first. Where no design is feasible: the front of those not held against every limit, else those with the fewest reasons against them. */
  readonly front: readonly StudyPoint[];
  readonly interrupted: boolean;
}

export interface ParetoPorts extends StudyPorts {
  readonly seed: number;
  readonly population: number;
  readonly generations: number;
  readonly onGeneration?: (done: number, of: number) => void;
}

/** The front of the spans. Throws a ScenarioError on an objective that is not measured or has no better end of its own. */
export const pareto = async (spans: readonly Span[], objectives: readonly Objective[], ports: ParetoPorts): Promise<Pareto> => {
  const { seed, population, generations, signal, onGeneration } = ports;
  const known = new Map<string, Point>();
  let aims: Pareto["objectives"] | undefined;
  const pointAt = async (genome: readonly number[]): Promise<Point> => {
    const values = spans.map((span, i) => decoded(span, genome[i]!));
    const settings = spans.map((span, i) => settingOf(span, values[i]!));
    const key = settings.join(" ");
    const point = known.get(key) ?? (await measured(ports, { values, settings }));
    known.set(key, point);
    return point;
  };
  const judge = async (genome: readonly number[]): Promise<Judged> => {
    const point = await pointAt(genome);
    if (point.status !== "invalid") aims ??= aimsOf(objectives, point);
    return judgedBy(aims ?? [], point);
  };
  const bred = await nsga2({ genes: spans.map((span) => (isOrdered(span) ? "real" : "choice")), judge, population, generations, seed, ...(signal && { signal }), onGeneration: (done) => onGeneration?.(done, generations) });
  const front = [...new Set(await Promise.all(bred.members.slice(0, bred.first).map(({ genome }) => pointAt(genome))))];
  const all = [...known.values()];
  const measures = measuresOf(all);
  return {
    fields: spans.map((span) => ({ path: span.path, unit: span.unit, low: endsOf(span)[0], high: endsOf(span)[1] })),
    objectives: aims ?? [],
    seed, population,
    generations: bred.generations,
    designs: all.length,
    feasible: all.filter(({ status }) => status === "feasible").length,
    unheld: all.filter(({ status }) => status === "unheld").length,
    measures,
    front: sortedBy(aims?.[0], front).map((point) => ({ values: point.values, status: point.status, why: point.why, measures: columnsOf(point, measures) })),
    interrupted: bred.generations < generations,
  };
};

const measured = async (ports: StudyPorts, design: { readonly values: readonly FieldValue[]; readonly settings: readonly string[] }): Promise<Point> => {
  // A turn of the event loop, so that an interrupt is heard between designs.
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  return pointOf(ports, design);
};

const isOrdered = (span: Span): boolean => span.form === "range" || span.values.every((value) => typeof value === "number");

/** The value that a gene stands for. */
const decoded = (span: Span, gene: number): FieldValue => {
  if (span.form === "range" && !span.whole && span.steps === undefined) return valueAt(span, gene);
  const values = span.form === "range" && span.steps === undefined ? undefined : valuesOf(span);
  if (values !== undefined) return values[bin(gene, values.length)]!;
  const { low, high } = span as Extract<Span, { form: "range" }>;
  return Math.min(low, high) + bin(gene, Math.abs(high - low) + 1);
};

/** Which of `count` equal bins; a gene of 1 lies in the last. */
const bin = (gene: number, count: number): number => Math.min(count - 1, Math.floor(gene * count));

const endsOf = (span: Span): readonly [FieldValue, FieldValue] => (span.form === "range" ? [span.low, span.high] : [span.values[0]!, span.values.at(-1)!]);

const aimsOf = (objectives: readonly Objective[], { measured: found }: Point): Pareto["objectives"] => {
  const keys = found.map(({ key }) => key);
  return objectives.map(({ key, towards }) => {
    const measure = found.find((m) => m.key === key);
    const failed = (complaint: { readonly found: string; readonly expected: string; readonly hint: string }): ScenarioError => new ScenarioError([problemAt(`--pareto ${objectives.map((o) => o.key).join(",")}`, "", complaint)]);
    if (!measure) throw failed({ found: `no measure "${key}"`, expected: `one of ${keys.join(", ")}`, hint: "measures of cost are there with --cost" });
    const aim = towards ?? measure.better;
    if (aim === null) throw failed({ found: `"${key}" without a direction`, expected: `min:${key} or max:${key}`, hint: `${measure.name} is not better at either end for everyone` });
    return { key, towards: aim };
  });
};

/** More than the reasons that can stand against a design that is a scenario. */
const INVALID = 1000;
/** Of a limit that a design was not held against: worse than none broken, better than one. */
const UNHELD = 0.5;

const judgedBy = (aims: Pareto["objectives"], point: Point): Judged => {
  if (point.status === "invalid") return { objectives: [], violation: INVALID };
  if (point.status === "infeasible") return { objectives: [], violation: Math.max(1, point.why.length) };
  const values = aims.map(({ key, towards }) => {
    const value = point.measured.find((m) => m.key === key)?.value ?? null;
    return value === null ? null : towards === "low" ? value : -value;
  });
  // A design without one of the objectives (a ratio without a ground tier) cannot be compared.
  return values.every((value) => value !== null) ? { objectives: values, violation: point.status === "unheld" ? UNHELD : 0 } : { objectives: [], violation: 1 };
};

const sortedBy = (aim: Pareto["objectives"][number] | undefined, front: readonly Point[]): readonly Point[] => {
  if (aim === undefined) return front;
  const value = ({ measured: found }: Point): number => (found.find((m) => m.key === aim.key)?.value ?? 0) * (aim.towards === "low" ? 1 : -1);
  return front.toSorted((a, b) => value(a) - value(b));
};
