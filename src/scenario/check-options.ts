/** What must hold of options: drivers move what exists, correlations can hold together, and each decision has what it decides on. */
import { formatQuarter } from "../units/index.ts";
import { unwrittenTerms } from "./check-access.ts";
import { idsOf, unknownId } from "./check-market.ts";
import { listOf, type Check, type Partly, type PartlyScenario } from "./check-rule.ts";
import { drivenAt } from "./driven.ts";
import { knownLater } from "./known-later.ts";
import { namedField } from "./named-field.ts";
import { shown } from "./problem.ts";
import type { ScenarioFields } from "./table/index.ts";
import type { Path } from "./tree.ts";

type Options = Partly<NonNullable<ScenarioFields["options"]>>;
type Driver = NonNullable<NonNullable<Options["drivers"]>[number]>;
type Decision = NonNullable<NonNullable<Options["decisions"]>[number]>;

/** Plans that are solved at most for one decision. */
const MOST_PLANS = 4000;

/** The rules of `options`. */
export const optionRules = (check: Check): void => {
  const { options } = check.scenario;
  if (options === null || options === undefined) return;
  const [drivers, decisions] = [listOf(options.drivers), listOf(options.decisions)];
  if (drivers.length === 0) check.complain(["options"], { found: "no driver", expected: "at least one item in options.drivers", hint: "add drivers: [{ id: launch-price, field: launch.vehicles.starship.price, volatility: 25 % }]" });
  if (decisions.length === 0) check.complain(["options"], { found: "no decision", expected: "at least one item in options.decisions", hint: "add decisions: [{ id: orbit, kind: wait, last: 2032-Q1 }]" });
  twice(check, { ids: idsOf(drivers), path: ["options", "drivers"] });
  twice(check, { ids: idsOf(decisions), path: ["options", "decisions"] });
  drivers.forEach((driver, i) => driverRules(check, driver, ["options", "drivers", i]));
  correlationRules(check, options);
  decisions.forEach((decision, i) => {
    decisionRules(check, decision, ["options", "decisions", i]);
    dateRules(check, { options, decision, path: ["options", "decisions", i] });
  });
};

const twice = ({ complain }: Check, { ids, path }: { readonly ids: readonly string[]; readonly path: Path }): void => {
  const at = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (at >= 0) complain([...path, at, "id"], { found: `${shown(ids[at]!)} twice`, expected: "a name of its own for each", hint: "rename one" });
};

const driverRules = ({ scenario, complain }: Check, driver: Driver, path: Path): void => {
  const { field, process } = driver;
  if (field !== undefined) {
    const named = namedField(field);
    if (!named.ok) complain([...path, "field"], named.complaint);
    else if (named.row.kind !== "number") complain([...path, "field"], { found: `${shown(field)}, which is no number`, expected: "a field that holds a number", hint: "such as launch.vehicles.starship.price" });
    else if (!knownLater(field)) complain([...path, "field"], { found: `${shown(field)}, by which a platform or site is sized or flown`, expected: "a field that is read after the design", hint: "such as a price, a cadence or a demand" });
    else if (drivenAt(scenario, field) === undefined) complain([...path, "field"], { found: `${shown(field)}, which this scenario does not have`, expected: "a number that is written or has a default", hint: "items of a list are addressed by their id" });
  }
  const needs = process === "event" ? { rate: driver.rate_per_yr } : process === "reverting" ? { reversion: driver.reversion_per_yr } : {};
  for (const [name, value] of Object.entries(needs)) if (value === null) complain([...path, "process"], { found: `${process} without ${name}`, expected: `\`${name}\` beside it`, hint: `add ${name}: 0.5 1/yr` });
  if (process === "event" && driver.before !== undefined && driver.before === driver.after) complain([...path, "before"], { found: "the same factor before and after", expected: "an event that changes something", hint: "write before: 0, after: 1" });
};

const correlationRules = ({ complain }: Check, { drivers, correlations }: Options): void => {
  const moving = idsOf(listOf(drivers).filter(({ process }) => process !== "event"));
  const value = new Map<string, number>();
  listOf(correlations).forEach(({ one, other, value: r }, i) => {
    for (const [name, id] of [["one", one], ["other", other]] as const) if (id !== undefined && !moving.includes(id)) complain(["options", "correlations", i, name], unknownId(id, moving, "a driver that is no event"));
    if (one !== undefined && one === other) complain(["options", "correlations", i, "other"], { found: `${shown(one)} with itself`, expected: "another driver", hint: "remove it" });
    if (one === undefined || other === undefined || r === undefined) return;
    const pair = [one, other].toSorted().join(" ");
    if (value.has(pair)) complain(["options", "correlations", i], { found: `${one} and ${other} twice`, expected: "one correlation for each two", hint: "remove one" });
    value.set(pair, r);
  });
  if (moving.length < 3) return;
  const r = (a: number, b: number): number => value.get([moving[a]!, moving[b]!].toSorted().join(" ")) ?? 0;
  const [x, y, z] = [r(0, 1), r(0, 2), r(1, 2)];
  const left = 1 + 2 * x * y * z - x * x - y * y - z * z;
  if (left <= 1e-9) complain(["options", "correlations"], { found: `correlations of ${x}, ${y} and ${z}`, expected: "three that can hold together", hint: "what moves with two that move apart cannot move with both" });
};

const decisionRules = ({ scenario, complain }: Check, { kind, vehicle, pilot }: Decision, path: Path): void => {
  const { orbit } = scenario;
  if (kind !== "own" && kind !== undefined && orbit === null) complain([...path, "kind"], { found: `${kind} without an orbit`, expected: "an orbit section to decide on", hint: "add orbit" });
  if (kind === "stage" && pilot === null) complain([...path, "kind"], { found: "stage without a pilot", expected: "`pilot` beside it", hint: "add pilot: 2" });
  if (kind === "abandon" && orbit && orbit.target === null) complain([...path, "kind"], { found: "abandon without a target", expected: "orbit.target, which binds until it is dropped", hint: "what is not promised needs no giving up: the plan builds what pays" });
  if (kind !== "own" || vehicle === undefined) return;
  const known = idsOf(scenario.launch?.vehicles);
  const found = listOf(scenario.launch?.vehicles).find(({ id }) => id === vehicle);
  if (found === undefined) return complain([...path, "vehicle"], unknownId(vehicle, known, "an id of launch.vehicles"));
  const missing = unwrittenTerms(scenario, found, "owner");
  if (missing.length > 0) complain([...path, "vehicle"], { found: `${shown(vehicle)} without ${missing.join(", ")}`, expected: "a vehicle with the terms of its owner", hint: `write them under launch.vehicles.${vehicle}.access` });
  return undefined;
};

const dateRules = ({ scenario, complain }: Check, { options, decision, path }: { readonly options: Options; readonly decision: Decision; readonly path: Path }): void => {
  const { start_quarter: start, years_yr: years } = scenario.horizon ?? {};
  const { last_quarter: last, every_yr: every } = decision;
  if (start === undefined || years === undefined || last === undefined || every === undefined || decision.first_quarter === undefined) return;
  const first = decision.first_quarter ?? start;
  const end = start + Math.round(years * 4);
  if (first < start || first >= end) return complain([...path, "first"], { found: formatQuarter(first), expected: `a quarter of the horizon (${formatQuarter(start)} to ${formatQuarter(end - 1)})`, hint: "nothing is planned outside it" });
  if (last < first || last >= end) return complain([...path, "last"], { found: formatQuarter(last), expected: `from ${formatQuarter(first)} to ${formatQuarter(end - 1)}`, hint: "after `first` and within the horizon" });
  if (decision.kind === "stage" && last < first + Math.max(1, Math.round(every * 4))) return complain([...path, "last"], { found: `${formatQuarter(last)}, no date after the first`, expected: "a second stage after the pilot", hint: "move last, or shorten every" });
  const dates = Math.floor((last - first) / Math.max(1, Math.round(every * 4))) + 1;
  const states = listOf(options.drivers).reduce((all, { process }) => all * (process === "event" ? 2 : (options.points ?? 1)), 1);
  if (2 * dates * states > MOST_PLANS) complain([...path, "every"], { found: `${dates} dates with ${states} states of the drivers`, expected: `no more than ${MOST_PLANS} plans to solve`, hint: "fewer dates, points or drivers" });
  return undefined;
};

/** A driver without a volatility has a distribution to take it from: known when every field is resolved. */
export const spreadRules = ({ options }: PartlyScenario, { random, complain }: { readonly random: readonly { readonly path: string }[]; readonly complain: Check["complain"] }): void => {
  listOf(options?.drivers).forEach(({ process, volatility_frac: volatility, field }, i) => {
    if (process === "event" || volatility !== null || field === undefined || random.some(({ path }) => path === field)) return;
    complain(["options", "drivers", i, "volatility"], { found: `no volatility, and no distribution of ${shown(field)}`, expected: "one of the two", hint: "add volatility: 25 %, or write the field as {distribution: lognormal, median: ..., sigma: ...}" });
  });
};
