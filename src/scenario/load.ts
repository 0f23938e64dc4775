/**
 * A scenario file to a resolved scenario, or all its problems at once: read and extend, lay `--set` over it, hold it against the
 * schema, resolve every field, check what must hold between fields.
 */
import { parseQuarter } from "../units/index.ts";
import { builtinCatalogue, type Catalogue } from "./catalogue.ts";
import { checkBetween } from "./check.ts";
import { spreadRules } from "./check-options.ts";
import { correlationRules } from "./check-uncertainty.ts";
import { strangersOfGates, unreadGate, unsharedBetween, type Party } from "./check-rivals.ts";
import type { PartlyScenario } from "./check-rule.ts";
import type { Dollars } from "./dollars.ts";
import type { Amount } from "./field.ts";
import { isMap, memberOf } from "./constant.ts";
import { readExtended } from "./extend.ts";
import { withFlownYears } from "./flown-year.ts";
import { withUsers } from "./with-users.ts";
import { folderOf, pathInside, type Files } from "./files.ts";
import { withFutures } from "./futures.ts";
import type { Loaded } from "./loaded.ts";
import { override } from "./override.ts";
import { byPlace, ScenarioError, shown, type Complaint, type Problem } from "./problem.ts";
import type { Reach } from "./reach.ts";
import { complainAt, entryAssumptions, resolveSection, type Resolving } from "./resolve.ts";
import type { Scenario } from "./scenario.ts";
import type { Horizon } from "./schedule.ts";
import { schemaProblems } from "./schema-problems.ts";
import { table } from "./table/index.ts";
import { idOf, pathText, placeAt, treeAt, type MapTree } from "./tree.ts";
import { completed } from "./complete.ts";

export interface LoadOptions {
  /** Path of the scenario, as `files` reads it. What it names must lie in its folder. */
  readonly path: string;
  readonly files: Files;
  /** "orbit.altitude=550 km" and the like, in order. */
  readonly set?: readonly string[];
  /** Another catalogue than the one that comes with the package. */
  readonly catalogue?: Catalogue;
}

export type { Loaded };

/** How many problems are told at once. */
const MOST_PROBLEMS = 200;

/** Loads a scenario, or tells all that is wrong with it, in order of place. Never throws on account of what the files hold. */
export const loadScenario = (options: LoadOptions): Loaded => scenarioReader(options)([]);

/** Reads the files once and answers a function from more settings to the scenario: for many points of one scenario. */
export const scenarioReader = (options: LoadOptions): ((more: readonly string[]) => Loaded) => {
  const root = folderOf(options.path);
  const { read, tree, texts } = readerAt(options, root);
  return (more) => {
    const loaded = read(more);
    const whole = loaded.ok && tree ? withRivals(loaded.scenario, { ...options, root, tree, texts, set: [...(options.set ?? []), ...more] }) : loaded;
    return whole.ok && tree ? withFutures(whole.scenario, { tree, read: (set) => read([...more, ...set]) }) : whole;
  };
};

/** The same without the scenarios of other actors. */
const readerAt = ({ path, files, set = [], catalogue = builtinCatalogue }: LoadOptions, root: string, ofActor = false): { readonly read: (more: readonly string[]) => Loaded; readonly tree: MapTree | undefined; readonly texts: readonly string[] } => {
  const read = readExtended(path, { files, root });
  const reach: Reach = { files, root, scenario: path, texts: new Map(), sheets: new Map(), columns: new Map() };
  const resolve = (more: readonly string[]): Loaded => {
    if (!read.tree) return refused(read.problems, read.files);
    const set_ = override(ofActor ? without(read.tree, MARKET_SECTIONS) : read.tree, [...set, ...more]);
    const problems: Problem[] = [...read.problems, ...set_.problems];
    const tree = completed(set_.tree);
    const { plain, present, missing } = schemaProblems(tree);
    problems.push(...present);
    // What a file that could not be read may hold is not missing.
    if (!read.whole) return refused(problems, read.files);
    problems.push(...missing);
    const scenario = resolved({ tree, plain, problems }, { catalogue, reach });
    return problems.length > 0 ? refused(problems, read.files) : { ok: true, scenario };
  };
  return { read: resolve, tree: read.tree, texts: read.files };
};

/** Sections that are read in the scenario with the market alone. */
const MARKET_SECTIONS: readonly string[] = ["actors", "market", "gates"];

const without = (tree: MapTree, keys: readonly string[]): MapTree => ({ ...tree, entries: new Map([...tree.entries].filter(([key]) => !keys.includes(key))) });

/** What `--set` of a scenario sets for the actors' scenarios too: all must be of one time. */
const ALIKE = /^(horizon|simulate)\./;

/** The scenario with those of its actors that name a file. */
const withRivals = (scenario: Scenario, { path, files, root, tree, texts, set, catalogue = builtinCatalogue }: LoadOptions & { readonly root: string; readonly tree: MapTree; readonly texts: readonly string[] }): Loaded => {
  const rivals: Record<string, Scenario> = {};
  const problems: Problem[] = [];
  const parties: Party[] = [{ id: scenario.market?.self ?? "this scenario", scenario }];
  for (const [i, { id, scenario: name }] of scenario.actors.entries()) {
    if (name === "") continue;
    const complain = (complaint: Complaint): void => void problems.push({ ...placeAt(tree, ["actors", i, "scenario"]), path: `actors.${id}.scenario`, ...complaint });
    const inside = pathInside(name, { from: path, root });
    if (!inside.ok || inside.path === path) {
      complain({ found: shown(name), expected: "a file of the scenario's folder, other than this one", hint: inside.ok ? "an actor's scenario may extend this one in a file of its own" : inside.why });
      continue;
    }
    if (files.read(inside.path) === undefined) {
      complain({ found: `${shown(name)}, which cannot be read`, expected: "the scenario of the actor", hint: `there is no file ${shown(inside.path)}` });
      continue;
    }
    const own = readerAt({ path: inside.path, files, set: (set ?? []).filter((setting) => ALIKE.test(setting)), catalogue }, root, true);
    const loaded = own.read([]);
    if (own.tree) problems.push(...gatesOfItsOwn(id, { tree: own.tree, texts }));
    if (!loaded.ok) problems.push(...loaded.problems);
    else if (JSON.stringify(loaded.scenario.horizon) !== JSON.stringify(scenario.horizon)) complain({ found: `${shown(name)} with a horizon of its own`, expected: "the horizon of this scenario", hint: "extend this file, or write the same horizon" });
    else {
      rivals[id] = loaded.scenario;
      const party: Party = { id, scenario: loaded.scenario };
      // Its scenario is the one with the market.
      if (id === scenario.market?.self) continue;
      for (const { gate, field, complaint } of strangersOfGates(scenario, party)) problems.push({ ...placeAt(tree, ["gates", gate, field]), path: `gates.${scenario.gates[gate]!.id}.${field}`, ...complaint });
      for (const other of parties) for (const complaint of unsharedBetween(scenario, [other, party])) complain(complaint);
      parties.push(party);
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: { ...scenario, rivals } };
};

/** Gates of an actor's file that stand in none of the files of the scenario with the market. */
const gatesOfItsOwn = (actor: string, { tree, texts }: { readonly tree: MapTree; readonly texts: readonly string[] }): readonly Problem[] => {
  const gates = treeAt(tree, ["gates"]);
  if (gates?.kind !== "list") return [];
  return gates.items.flatMap((item) => {
    const gate = idOf(item) ?? "without an id";
    return texts.includes(item.at.file) ? [] : [{ ...item.at, path: `gates.${gate}`, ...unreadGate(actor, gate) }];
  });
};

/** Loads a scenario. Throws a ScenarioError with all its problems. */
export const load = (options: LoadOptions): Scenario => {
  const loaded = loadScenario(options);
  if (!loaded.ok) throw new ScenarioError(loaded.problems);
  return loaded.scenario;
};

const refused = (problems: readonly Problem[], files: readonly string[]): Loaded => {
  const sorted = byPlace(unique(problems), files);
  const last = sorted[MOST_PROBLEMS - 1];
  if (!last || sorted.length === MOST_PROBLEMS) return { ok: false, problems: sorted };
  return { ok: false, problems: [...sorted.slice(0, MOST_PROBLEMS - 1), { ...last, hint: `${last.hint}; ${sorted.length - MOST_PROBLEMS} more problems follow` }] };
};

/** Two fields may name one faulty file. */
const unique = (problems: readonly Problem[]): readonly Problem[] => [...new Map(problems.map((p) => [JSON.stringify(p), p])).values()];

interface Draft {
  readonly tree: MapTree;
  readonly plain: Readonly<Record<string, unknown>>;
  readonly problems: Problem[];
}

const resolved = ({ tree, plain, problems }: Draft, { catalogue, reach }: Pick<Resolving, "catalogue" | "reach">): Scenario => {
  const uncertainty = memberOf(plain, "uncertainty");
  const given = {
    tree, catalogue, reach,
    central: isMap(uncertainty) && memberOf(uncertainty, "central") === "mean" ? "mean" : "median",
  } as const;
  const r: Resolving = { ...given, ...nothingYet(), problems, horizon: horizonOf({ ...given, ...nothingYet(), horizon: undefined, dollars: undefined }, plain), dollars: dollarsOf({ ...given, ...nothingYet(), horizon: undefined, dollars: undefined }, plain) };
  const fields = withFirstFlights(r, withUsers(r, withFlownYears(r, resolveSection(r, table, plain, [])) as PartlyScenario));
  checkBetween({
    scenario: fields,
    wrote: (at) => treeAt(tree, at) !== undefined,
    complain: (at, complaint) => complainAt(r, at, complaint),
    note: (text) => r.notes.push(text),
  });
  spreadRules(fields, { random: r.random, complain: (at, complaint) => complainAt(r, at, complaint) });
  correlationRules({ scenario: fields, complain: (at, complaint) => complainAt(r, at, complaint) }, r.assumptions.map(({ path }) => path));
  // Every field of the table was resolved by its row, or else there is a problem and the record is thrown away.
  return { ...fields, entries: r.entries, assumptions: [...r.assumptions, ...entryAssumptions(r)], random: r.random, rivals: {}, futures: {}, notes: r.notes } as unknown as Scenario;
};

const nothingYet = (): Pick<Resolving, "problems" | "assumptions" | "random" | "notes" | "entries" | "stoodFor"> => ({ problems: [], assumptions: [], random: [], notes: [], entries: {}, stoodFor: new Set() });

/** The planned quarters, read ahead of all else: schedules are held against them. */
const horizonOf = (r: Resolving, plain: Draft["plain"]): Horizon | undefined => {
  const raw = memberOf(plain, "horizon");
  const { start_quarter: first, years_yr: years } = resolveSection(r, table.horizon.of, isMap(raw) ? raw : {}, ["horizon"]) as NonNullable<PartlyScenario["horizon"]>;
  return first === undefined || years === undefined ? undefined : { first_quarter: first, last_quarter: first + Math.round(years * 4) - 1 };
};

/** What other money is worth, read ahead of all prices. */
const dollarsOf = (r: Resolving, plain: Draft["plain"]): Dollars | undefined => {
  const raw = memberOf(plain, "money");
  const { priceYear, inflation_per_yr, priceIndex, currencies } = resolveSection(r, table.money.of, isMap(raw) ? raw : {}, ["money"]) as NonNullable<PartlyScenario["money"]>;
  if (priceYear === undefined || inflation_per_yr === undefined || currencies === undefined) return undefined;
  const named = typeof priceIndex === "string" ? r.catalogue.find("priceIndices", priceIndex) : undefined;
  return { priceYear, inflation_per_yr, index: named ?? null, currencies: currencies.flatMap(({ id, usd_usd }) => (id === undefined || usd_usd === undefined ? [] : [{ id, usd: usd_usd as Amount }])) };
};

/** A vehicle whose `available` is left out flies from the quarter that its catalogue entry gives. */
const withFirstFlights = (r: Resolving, fields: PartlyScenario): PartlyScenario => {
  const vehicles = fields.launch?.vehicles?.map((vehicle, i) => {
    const path = ["launch", "vehicles", i];
    const said = vehicle.vehicle === undefined ? undefined : r.entries[`vehicles/${vehicle.vehicle}`]?.facts?.["firstFlight"];
    if (said === undefined || treeAt(r.tree, [...path, "available"])) return vehicle;
    const quarter = parseQuarter(said.slice(0, 7));
    const text = `${pathText(r.tree, path)}.available`;
    if (quarter === undefined || quarter > (fields.horizon?.start_quarter ?? 0)) r.notes.push(quarter === undefined ? `${text} is left out and the catalogue's first flight is "${said}": the vehicle counts as available from the start.` : `${text} is the catalogue's first flight, ${said}.`);
    return quarter === undefined ? vehicle : { ...vehicle, available_quarter: quarter };
  });
  return vehicles ? { ...fields, launch: { ...fields.launch, vehicles } } : fields;
};
