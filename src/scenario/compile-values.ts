/**
 * `withValues` for the same paths over and over: where each number goes is found once, and a scenario with other numbers shares all of the
 * record but what leads to them. Some microseconds a scenario, so that what a number does not touch stays the very same record.
 *
 * `assumptions` stay those of the scenario that was compiled. Rules between fields stand one by one, so that a loop runs those that read its numbers.
 */
import { rulesBetween } from "./check.ts";
import type { Check, PartlyScenario } from "./check-rule.ts";
import type { FieldRow, NumberRow, Section } from "./field.ts";
import type { Problem } from "./problem.ts";
import { resolvedKey, shaped, type Draft } from "./resolve.ts";
import type { Scenario } from "./scenario.ts";
import { table } from "./table/index.ts";
import { withValues } from "./with-values.ts";

export interface ValueSetter {
  /** Where each number stands in the resolved scenario: ["orbit", "platform", "arrayAreal_kg_per_m2"]. */
  readonly places: readonly (readonly (string | number)[])[];
  readonly rows: readonly NumberRow[];
  /** The scenario with one number a path, in the fields' units; null where one lies outside its field's range. */
  readonly set: (x: Float64Array) => Scenario | null;
  /** The same, written into one scenario again and again: what was set before is lost. */
  readonly scratch: () => (x: Float64Array) => Scenario | null;
  /** What is wrong between fields of a scenario that was set, rule by rule. */
  readonly rules: readonly ((scenario: Scenario) => readonly Problem[])[];
}

/** Finds the places of these paths. Throws a ScenarioError for a path that `withValues` refuses, and an Error for one that is named twice. */
export const compileValues = (scenario: Scenario, paths: readonly string[]): ValueSetter => {
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice !== undefined) throw new Error(`${twice} is named twice`);
  const found = paths.map((path) => placeOf(scenario, path));
  const root: Node = { children: [] };
  found.forEach(({ place, row }, index) => insert(root, place, { index, row }));
  const written = new Set([...paths, ...scenario.assumptions.filter(({ origin }) => origin === "set" || origin === "scenario").map(({ path }) => path)]);
  const isRight = (x: Float64Array): boolean => found.every(({ row }, i) => isWithin(row, x[i]!));
  const copy = (x: Float64Array): Draft => put(scenario as unknown as Draft, root, x);
  return {
    places: found.map(({ place }) => place),
    rows: found.map(({ row }) => row),
    set: (x) => (isRight(x) ? (copy(x) as unknown as Scenario) : null),
    scratch: () => {
      const own = copy(new Float64Array(paths.length));
      return (x) => {
        if (!isRight(x)) return null;
        write(own, root, x);
        return own as unknown as Scenario;
      };
    },
    rules: rulesBetween().map((rule) => (changed) => brokenBy(changed as unknown as Draft, { rule, written })),
  };
};

interface Leaf {
  readonly index: number;
  readonly row: NumberRow;
}

interface Node {
  readonly children: { readonly key: string | number; readonly leaf: Leaf | null; readonly node: Node }[];
}

const insert = (node: Node, [key, ...rest]: readonly (string | number)[], leaf: Leaf): void => {
  if (key === undefined) return;
  let child = node.children.find((one) => one.key === key);
  if (child === undefined) node.children.push((child = { key, leaf: rest.length === 0 ? leaf : null, node: { children: [] } }));
  insert(child.node, rest, leaf);
};

const put = (here: Draft, { children }: Node, x: Float64Array): Draft => {
  const copy = (Array.isArray(here) ? [...(here as readonly unknown[])] : { ...here }) as Record<string | number, unknown>;
  for (const { key, leaf, node } of children) copy[key] = leaf === null ? put(here[key] as Draft, node, x) : shaped(leaf.row, x[leaf.index]!);
  return copy;
};

/** Into records that `put` made. */
const write = (here: Draft, { children }: Node, x: Float64Array): void => {
  for (const { key, leaf, node } of children) {
    if (leaf === null) write(here[key] as Draft, node, x);
    else (here as Record<string | number, unknown>)[key] = shaped(leaf.row, x[leaf.index]!);
  }
};

const isWithin = (row: NumberRow, value: number): boolean => value >= row.min && value <= row.max && (!row.whole || Number.isInteger(value));

interface Place {
  readonly place: readonly (string | number)[];
  readonly row: NumberRow;
}

/** `withValues` says what is wrong with a path. */
const placeOf = (scenario: Scenario, path: string): Place => {
  const place: (string | number)[] = [];
  let section: Section = table;
  let here: unknown = scenario;
  const steps = path.split(".");
  for (let i = 0; i < steps.length; i++) {
    const row: FieldRow | undefined = Object.hasOwn(section, steps[i]!) ? section[steps[i]!] : undefined;
    if (row?.kind === "number" && i === steps.length - 1) return { place: [...place, resolvedKey(steps[i]!, row)], row };
    if (row === undefined || (row.kind !== "group" && row.kind !== "list") || steps[i] === "horizon") break;
    here = (here as Draft)[steps[i]!] ?? null;
    place.push(steps[i]!);
    section = row.of;
    if (row.kind === "list" && here !== null) {
      const index = (here as readonly Draft[]).findIndex((item) => item["id"] === steps[i + 1]);
      if (index < 0) break;
      place.push(index);
      here = (here as readonly unknown[])[index];
      i++;
    }
    if (here === null) break;
  }
  withValues(scenario, [{ path, value: Number.NaN }]);
  throw new Error(`${path} is no number of the scenario`);
};

const brokenBy = (scenario: Draft, { rule, written }: { readonly rule: (check: Check) => void; readonly written: ReadonlySet<string> }): readonly Problem[] => {
  const problems: Problem[] = [];
  const textOf = (path: readonly (string | number)[]): string => pathText(scenario, path);
  rule({
    scenario: scenario as PartlyScenario,
    wrote: (path) => written.has(textOf(path)),
    complain: (path, complaint) => void problems.push({ file: "", line: 1, column: 1, path: textOf(path), ...complaint }),
    note: () => undefined,
  });
  return problems;
};

/** A path with the ids of list items in place of their numbers. */
const pathText = (scenario: Draft, path: readonly (string | number)[]): string => {
  let here: unknown = scenario;
  return path.map((step) => {
    here = (here as Draft | undefined)?.[step];
    const id = typeof step === "number" ? (here as Draft | undefined)?.["id"] : undefined;
    return typeof id === "string" ? id : String(step);
  }).join(".");
};
