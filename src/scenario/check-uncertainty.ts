/** What must hold of uncertainty.correlations: numbers that there are, parameters that a copula has, and no two that contradict each other. */
import { listOf, type Check, type Partly } from "./check-rule.ts";
import { COPULA_RANGES, FREEDOM_RANGE } from "./copulas.ts";
import { idList } from "./id-list.ts";
import { nearest } from "./nearest.ts";
import { shown, type Complaint } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";

type Correlation = NonNullable<Partly<ScenarioFields["uncertainty"]["correlations"]>>[number];

interface Named {
  readonly correlation: Correlation;
  readonly fields: readonly string[];
}

/** The rules of correlations, when every field is resolved: `numbers` are the paths of all of them. */
export const correlationRules = ({ scenario: { uncertainty }, complain }: Pick<Check, "scenario" | "complain">, numbers: readonly string[]): void => {
  const known = new Set(numbers);
  const named = listOf(uncertainty?.correlations).map((correlation): Named => ({ correlation, fields: idList(correlation.fields ?? "") }));
  named.forEach(({ correlation, fields }, i) => {
    const at = ["uncertainty", "correlations", i];
    const fault = fieldsFault(fields, { known, numbers });
    if (fault !== null) complain([...at, "fields"], fault);
    const wrong = parameterFault(correlation, fields.length);
    if (wrong !== null) complain([...at, wrong.key], wrong.complaint);
  });
  const clash = clashOf(named);
  if (clash !== null) complain(["uncertainty", "correlations", clash.at, "fields"], clash.complaint);
  else if (contradict(named)) complain(["uncertainty", "correlations"], { found: "correlations that cannot hold together", expected: "numbers of which each combination can still vary", hint: "what moves with two that move apart cannot move with both: bring parameters nearer to 0" });
};

const fieldsFault = (fields: readonly string[], { known, numbers }: { readonly known: ReadonlySet<string>; readonly numbers: readonly string[] }): Complaint | null => {
  if (fields.length < 2) return { found: fields.length === 0 ? "no field" : `one field, ${shown(fields[0]!)}`, expected: "paths of two numbers or more, separated by commas", hint: "for example fields: launch.vehicles.starship.price, launch.vehicles.starship.launchesPerYear" };
  const twice = fields.find((path, i) => fields.indexOf(path) !== i);
  if (twice !== undefined) return { found: `${shown(twice)} twice`, expected: "each path once", hint: "remove one" };
  const unknown = fields.find((path) => !known.has(path));
  if (unknown === undefined) return null;
  const near = nearest(unknown, numbers);
  return { found: `${shown(unknown)}, which is no number of this scenario`, expected: "a number that is written or has a default", hint: near ? `did you mean "${near}"?` : "items of a list are addressed by their id; `dawndusk explain` lists fields" };
};

interface Fault {
  readonly key: "parameter" | "freedom";
  readonly complaint: Complaint;
}

const parameterFault = ({ copula, parameter, freedom }: Correlation, fields: number): Fault | null => {
  if (copula === undefined || parameter === undefined || freedom === undefined) return null;
  const { low, high } = COPULA_RANGES[copula];
  const meaning = copula === "gaussian" || copula === "t" ? "the correlation rho of each two" : "theta of the copula";
  if (!(parameter >= low && parameter <= high)) return { key: "parameter", complaint: { found: String(parameter), expected: `${low} to ${high} for ${copula}`, hint: `it is ${meaning}` } };
  if (copula === "frank" && (parameter === 0 || (fields > 2 && parameter < 0))) return { key: "parameter", complaint: { found: String(parameter), expected: fields > 2 ? "a number above 0 for three fields or more" : "a number other than 0", hint: parameter === 0 ? "what does not move together needs no correlation" : "three cannot each move against the others: pair them" } };
  if (copula === "t" && freedom === null) return { key: "freedom", complaint: { found: "a t copula without degrees of freedom", expected: `\`freedom\` beside it, ${FREEDOM_RANGE.low} to ${FREEDOM_RANGE.high}`, hint: "add freedom: 4" } };
  if (copula !== "t" && freedom !== null) return { key: "freedom", complaint: { found: `degrees of freedom of a ${copula} copula`, expected: "them with copula: t alone", hint: "remove freedom, or write copula: t" } };
  return null;
};

const elliptical = ({ copula }: Correlation): boolean => copula === "gaussian" || copula === "t";

/** Two that share a field make one matrix, or none; the same fields are not correlated twice. */
const clashOf = (named: readonly Named[]): { readonly at: number; readonly complaint: Complaint } | null => {
  for (const [at, { correlation, fields }] of named.entries()) {
    for (const other of named.slice(0, at)) {
      const shared = fields.find((path) => other.fields.includes(path));
      const joins = elliptical(correlation) && elliptical(other.correlation) && correlation.copula === other.correlation.copula && correlation.freedom === other.correlation.freedom;
      if (joins && fields.length > 1 && fields.length === other.fields.length && fields.every((path) => other.fields.includes(path))) return { at, complaint: { found: `${fields.map((path) => shown(path)).join(" and ")} twice`, expected: "one item for the same fields", hint: "remove one; an item of two fields may stand behind one of more, and holds for them" } };
      if (shared !== undefined && !joins) return { at, complaint: { found: `${shown(shared)} under two copulas`, expected: "a field under one copula, or under several of gaussian, or of t with the same freedom", hint: "put all that move together into one item" } };
    }
  }
  return null;
};

/** Whether the correlations leave some sum of the fields no variance or less; the last that is written of two fields holds. */
const contradict = (named: readonly Named[]): boolean => {
  const linear = named.filter(({ correlation }) => elliptical(correlation) && correlation.parameter !== undefined);
  const fields = [...new Set(linear.flatMap((one) => one.fields))];
  const rho = (a: string, b: string): number => (a === b ? 1 : (linear.findLast((one) => one.fields.includes(a) && one.fields.includes(b))?.correlation.parameter ?? 0));
  const rows: number[][] = [];
  for (const [i, a] of fields.entries()) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : rows[j]!;
      let rest = rho(a, fields[j]!);
      for (let k = 0; k < j; k++) rest -= row[k]! * other[k]!;
      if (j === i && rest <= 1e-12) return true;
      row.push(j === i ? Math.sqrt(rest) : rest / other[j]!);
    }
    rows.push(row);
  }
  return false;
};
