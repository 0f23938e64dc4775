/**
 * `sweep`: one scenario at every value of a field, or at every pair of two and so on, and what is measured of it there.
 *
 * An impossible design stays in the table with its reasons, and so does one whose settings contradict each other.
 */
import { ScenarioError } from "../scenario/index.ts";
import { valuesOf } from "./axis.ts";
import { columnsOf, measuresOf, pointOf, type Point, type StudyPorts } from "./evaluate.ts";
import { problemAt, settingOf, type Span } from "./span.ts";
import type { FieldValue, Measure, StudyField, StudyPoint } from "./study-record.ts";

export interface SweptField extends StudyField {
  readonly scale: "linear" | "log" | "list";
  readonly values: readonly FieldValue[];
}

export interface Sweep {
  readonly fields: readonly SweptField[];
  readonly measures: readonly Measure[];
  /** The first field changes slowest. */
  readonly points: readonly StudyPoint[];
  /** Whether it was stopped before the last point. */
  readonly interrupted: boolean;
}

export interface SweepPorts extends StudyPorts {
  readonly pointsMax: number;
  readonly onPoint?: (done: number, of: number) => void;
}

/** Evaluates the grid of the spans. Throws a ScenarioError where it has too many points or none of them is a scenario. */
export const sweep = async (spans: readonly Span[], ports: SweepPorts): Promise<Sweep> => {
  const fields = spans.map(sweptField);
  const designs = gridOf(spans, fields, ports.pointsMax);
  const points: Point[] = [];
  for (const design of designs) {
    // A turn of the event loop, so that an interrupt is heard between points.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (ports.signal?.aborted === true) break;
    points.push(await pointOf(ports, design));
    ports.onPoint?.(points.length, designs.length);
  }
  refuseNothing(points, designs, ports);
  const measures = measuresOf(points);
  return { fields, measures, points: points.map((point) => ({ values: point.values, status: point.status, why: point.why, measures: columnsOf(point, measures) })), interrupted: points.length < designs.length };
};

const sweptField = (span: Span): SweptField => ({ path: span.path, unit: span.unit, scale: span.form === "list" ? "list" : span.log ? "log" : "linear", values: valuesOf(span) });

interface Design {
  readonly values: readonly FieldValue[];
  readonly settings: readonly string[];
}

const gridOf = (spans: readonly Span[], fields: readonly SweptField[], pointsMax: number): readonly Design[] => {
  const counts = fields.map(({ values }) => values.length);
  const points = counts.reduce((product, count) => product * count, 1);
  if (points > pointsMax) {
    const last = spans.at(-1)!;
    throw new ScenarioError([problemAt(last.from, last.path, { found: `${points} points (${counts.join(" x ")})`, expected: `at most ${pointsMax}`, hint: "take fewer steps, or fewer fields" })]);
  }
  return spans.reduce<readonly Design[]>(
    (grid, span, i) => grid.flatMap((design) => fields[i]!.values.map((value) => ({ values: [...design.values, value], settings: [...design.settings, settingOf(span, value)] }))),
    [{ values: [], settings: [] }],
  );
};

/** Where no point is a scenario, what is wrong with the first is an error of the user's. */
const refuseNothing = (points: readonly Point[], designs: readonly Design[], { read }: StudyPorts): void => {
  if (points.length === 0 || points.some(({ status }) => status !== "invalid")) return;
  const first = read(designs[0]!.settings);
  if (!first.ok) throw new ScenarioError(first.problems);
};
