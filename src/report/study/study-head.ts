/** What a study found, in a sentence, with what its reader must know. */
import type { FieldValue, Pareto, StudyField, StudyPoint, Sweep } from "../../study/index.ts";
import { formatFigure } from "../format.ts";
import { fieldCell } from "./study-table.ts";

export interface StudyOrigin {
  readonly dawndusk: string;
  readonly modelVersion: string;
  /** Name of the scenario. */
  readonly scenario: string;
}

export interface StudyHead {
  readonly title: string;
  readonly text: string;
  /** Reasons, where no design is possible. */
  readonly why: readonly string[];
  readonly notes: readonly string[];
}

const counted = (count: number, noun: string): string => `${formatFigure(count)} ${noun}${count === 1 ? "" : "s"}`;

const reasons = (points: readonly StudyPoint[]): readonly string[] => (points.some(({ status }) => status === "feasible") ? [] : [...new Set(points.flatMap(({ why }) => why))].slice(0, 8));

export const sweepHead = ({ fields, points, interrupted }: Sweep): StudyHead => {
  const possible = points.filter(({ status }) => status === "feasible").length;
  const unheld = points.filter(({ status }) => status === "unheld").length;
  const over = fields.map(({ path, values }) => `${path} at ${counted(values.length, "value")}`).join(" by ");
  return {
    title: "Sweep",
    text: `${over}: ${possible === points.length ? `${counted(points.length, "design")}, all possible` : `${formatFigure(possible)} of ${counted(points.length, "design")} possible${unheld === 0 ? "" : `, ${formatFigure(unheld)} not held against every limit`}`}.`,
    why: reasons(points),
    notes: interrupted ? ["Interrupted: later designs are missing."] : [],
  };
};

const valueText = (field: StudyField, value: FieldValue): string => {
  const cell = fieldCell(field, value);
  return typeof cell === "number" ? formatFigure(cell) : String(cell);
};

const fieldText = (field: Pareto["fields"][number]): string => {
  const unit = field.unit === "frac" ? " %" : field.unit === "" || field.unit === "quarter" || field.unit === "date" ? "" : ` ${field.unit}`;
  return `${field.path} ${valueText(field, field.low)} to ${valueText(field, field.high)}${unit}`;
};

export const paretoHead = ({ fields, objectives, front, feasible, unheld, designs, generations, population, seed, interrupted }: Pareto): StudyHead => {
  const aims = objectives.map(({ key, towards }) => `${towards === "low" ? "least" : "most"} ${key}`).join(", ");
  return {
    title: "Pareto front",
    text: feasible === 0 ? `None of ${counted(designs, "design")} is possible${unheld === 0 ? "." : ` for sure: the ${counted(front.length, "design")} that no other of ${formatFigure(unheld)} beats which could not be held against every limit.`}` : `${counted(front.length, "design")} that no other of ${formatFigure(designs)} beats: ${aims}.`,
    why: reasons(front),
    notes: [
      `Over ${fields.map(fieldText).join("; ")}.`,
      `NSGA-II, ${counted(generations, "generation")} of ${formatFigure(population)}, seed ${seed}; ${formatFigure(feasible)} of the ${counted(designs, "design")} measured are possible${unheld === 0 ? "" : `, ${formatFigure(unheld)} could not be held against every limit and rank below them`}. A search finds a front near the true one: another seed or more generations tell how near.`,
      ...(interrupted ? ["Interrupted: later generations are missing."] : []),
    ],
  };
};
