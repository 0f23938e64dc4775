/** Satellites for the commands, whatever they are flown from: a scenario, or a file of elements. */
import { readFileSync, statSync } from "node:fs";
import type { ElementProblem, ElementSet } from "../elements/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { DAY_S, formatUtc, HOUR_S, parseInstant } from "../units/index.ts";
import { UsageError } from "./failure.ts";
import type { FleetPlace } from "./scenario-trajectories.ts";
import type { Terminal } from "./terminal.ts";
import type { TrajectoryOptions } from "./trajectory-options.ts";

export interface NamedStation {
  readonly id: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly height_km: number;
  readonly elevationMin_deg: number;
}

export interface TrajectorySource {
  /** TEME, all at the epoch `start_s`; spans from 0 to the period's end, or to where a satellite is lost. */
  readonly trajectories: readonly Trajectory[];
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
  /** The scenario's; none for elements. */
  readonly stations: readonly NamedStation[];
  /** What was told on standard error, without `--quiet`: what was assumed, and which objects are left out and why. */
  readonly notes: readonly string[];
  /** Null for elements. */
  readonly scenario: Scenario | null;
  /** Of each trajectory in the scenario's fleet; null for elements, and for a platform alone. */
  readonly places: readonly FleetPlace[] | null;
}

/** Reads the satellites that a command line asks for and tells its notes; throws UsageError when it asks for what is not there, ScenarioError for a scenario with problems. */
export const readTrajectories = async (source: string, options: TrajectoryOptions, terminal: Terminal): Promise<TrajectorySource> => {
  // Commands whose words are places name it by an option.
  const text = await textOf(source, "scenario" in options ? "--scenario names" : "name", terminal);
  const found = holdsElements(text, source) ? await fromElements(text, { source, options }) : await fromScenario(text, { source, options }, terminal);
  if (options.quiet !== true) for (const note of found.notes) terminal.tell(`note: ${note}\n`);
  return found;
};

/** Throws UsageError where a command that flies a scenario is given elements. */
export const refuseElements = (source: string): void => {
  const stat = source === "-" ? undefined : statSync(source, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size > MOST_BYTES) return;
  if (holdsElements(readFileSync(source, "utf8"), "")) throw new UsageError(`"${source}" holds elements, not a scenario`, "--events lists their eclipses and links; dawndusk eclipses, passes and export read them too");
};

/** What fits in a text of JavaScript, with room. */
const MOST_BYTES = 400_000_000;

const textOf = async (source: string, naming: string, terminal: Terminal): Promise<string> => {
  if (source === "-") return terminal.readInput();
  const stat = statSync(source, { throwIfNoEntry: false });
  const hint = `${naming} a scenario, or a file of elements (TLE or CCSDS OMM)`;
  if (stat === undefined) throw new UsageError(`there is no file "${source}"`, hint);
  if (!stat.isFile()) throw new UsageError(`"${source}" is not a file`, hint);
  if (stat.size > MOST_BYTES) throw new UsageError(`"${source}" has ${stat.size} bytes, more than the ${MOST_BYTES} that are read`, "split it");
  return readFileSync(source, "utf8");
};

const ELEMENTS_NAME = /\.(tle|3le|2le|txt|csv|xml|omm)$/i;
const LINE_ONE = /^1 [ 0-9A-Z][ 0-9]{4}[A-Z ] .{40}/m;
const OMM_KEY = /"(MEAN_MOTION|CCSDS_OMM_VERS)"\s*:/;

/** By what a text holds; by its name where that does not tell. */
const holdsElements = (text: string, name: string): boolean => {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) return true;
  if (start.startsWith("[")) return true;
  if (start.startsWith("{")) return OMM_KEY.test(start);
  if (/^[^\n]*\bMEAN_MOTION\b/.test(start) || LINE_ONE.test(text)) return true;
  return ELEMENTS_NAME.test(name);
};

interface Asked {
  readonly source: string;
  readonly options: TrajectoryOptions;
}

const LONGEST_D = 3660;

const duration_s = ({ days, hours }: TrajectoryOptions, usual_d: number): number => {
  const [name, text, unit_s] = hours === undefined ? (["--days", days ?? String(usual_d), DAY_S] as const) : (["--hours", hours, HOUR_S] as const);
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value > 0 && value * unit_s <= LONGEST_D * DAY_S)) throw new UsageError(`${name} is "${text}"`, `a number above 0, up to ${(LONGEST_D * DAY_S) / unit_s}`);
  return value * unit_s;
};

interface Usual {
  readonly start_s: number;
  readonly days: number;
}

const periodOf = (options: TrajectoryOptions, usual: Usual): { readonly start_s: number; readonly end_s: number } => {
  const start = options.start === undefined ? usual.start_s : parseInstant(options.start)?.t_s;
  if (start === undefined) throw new UsageError(`--start is "${options.start}"`, "a date or a date and time in UTC: 2027-01-01, 2027-01-01T12:00:00Z");
  return { start_s: start, end_s: start + duration_s(options, usual.days) };
};

/** A whole catalogue of elements fits. */
const MOST_SATELLITES = 100_000;

/** Those that are asked for: by number, designator or whole name, else by a part of the name; all where none is. Throws UsageError for one that is not there. */
const chosen = <T>(items: readonly T[], wanted: readonly string[], { ids, name }: { readonly ids: (item: T) => readonly string[]; readonly name: (item: T) => string }): readonly T[] => {
  if (wanted.length === 0) return items;
  const kept = new Set(wanted.flatMap((text) => {
    const word = text.trim().toLowerCase();
    if (word === "") throw new UsageError("--satellite is empty", "a number, a designator, a name or a part of names; left out, all");
    const whole = items.filter((item) => ids(item).some((id) => id.toLowerCase() === word));
    const found = whole.length > 0 ? whole : items.filter((item) => name(item).toLowerCase().includes(word));
    if (found.length === 0) throw new UsageError(`--satellite ${text}: there is no such satellite among ${items.length}`, `the first are called ${items.slice(0, 3).map(name).join(", ")}`);
    return found;
  }));
  return items.filter((item) => kept.has(item));
};

const MOST_TOLD = 20;
/** Some, and how many more there are. */
const some = (texts: readonly string[], most: number): readonly string[] => (texts.length <= most ? texts : [...texts.slice(0, most), `and ${texts.length - most} more`]);

const problemText = ({ place, object, message, used }: ElementProblem): string => `${object}${placeText(place, message)}: ${message}${used ? "" : "; left out"}`;

/** A message that names its line needs no other. */
const placeText = ({ line, record }: ElementProblem["place"], message: string): string => (/^lines? \d/.test(message) ? "" : line === null ? `, object ${record}` : `, line ${line}`);

/** One line for all that are old, where several are. */
const problemTexts = (problems: readonly ElementProblem[]): readonly string[] => {
  const ages_d = problems.flatMap(({ age_d }) => (age_d === undefined ? [] : [age_d]));
  if (ages_d.length < 2) return problems.map(problemText);
  const range = [...new Set([ages_d.reduce((a, b) => Math.min(a, b)), ages_d.reduce((a, b) => Math.max(a, b))].map((days) => days.toFixed(0)))].join(" to ");
  return [`${ages_d.length} satellites are flown ${range} days from their epochs; SGP4 is good for days`, ...problems.filter(({ age_d }) => age_d === undefined).map(problemText)];
};

const fromElements = async (text: string, { source, options }: Asked): Promise<TrajectorySource> => {
  if (options.set.length > 0) throw new UsageError(`--set ${options.set[0]}: "${source}" holds elements, which have no fields to set`, "");
  const [elements, { atEpoch }, { sgp4Accelerated }] = await Promise.all([import("../elements/index.ts"), import("../ephemeris/index.ts"), import("../kernel/index.ts")]);
  const read = elementsOf(() => elements.readElements(text), source);
  const sets = read.sets.length === 0 ? [] : chosen(read.sets, options.satellite, { ids: idsOf, name: elements.objectName }).slice(0, options.satellites);
  const latest_s = sets.reduce((latest, { epoch_s }) => Math.max(latest, epoch_s), -Infinity);
  const problems = read.problems.map(problemText);
  if (sets.length === 0) throw nothingLeft(source, problems);
  // To the whole second, so that times of rows are short.
  const period = periodOf(options, { start_s: Math.ceil(latest_s), days: 1 });
  const { fleet, problems: lost } = elements.elementFleet(sets, period);
  problems.push(...problemTexts(lost));
  if (fleet.sets.length === 0) throw nothingLeft(source, problems);
  const from = options.start === undefined ? [`from ${formatUtc(period.start_s)}, the latest epoch among the elements; --start names another`] : [];
  const trajectories = fleet.sets.map((_, i) => atEpoch(elements.elementTrajectory(fleet, i), period.start_s));
  const plain = sgp4Accelerated || fleet.deep.every((deep) => deep !== null) ? [] : [PLAIN_NOTE];
  return { trajectories, ...period, stations: [], notes: [...from, ...plain, ...some(problems, MOST_TOLD)], scenario: null, places: null };
};

/** Of a machine, not of the satellites: all else that is written is the same. */
const PLAIN_NOTE = "WebAssembly SIMD is missing here: SGP4 flew in plain TypeScript, with the same results";

const elementsOf = <T>(read: () => T, source: string): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) throw new UsageError(`"${source}" cannot be read as elements: ${error.message}`, "TLE, or CCSDS OMM in JSON, XML or CSV, is read");
    throw error;
  }
};

const nothingLeft = (source: string, problems: readonly string[]): UsageError =>
  new UsageError(problems.length === 0 ? `"${source}" holds no elements` : `no satellite of "${source}" can be flown`, some(problems, MOST_TOLD).join("\n    "));

const idsOf = ({ catalogNumber, designator, name }: ElementSet): readonly string[] => [String(catalogNumber), designator ?? "", name ?? ""].filter((id) => id !== "");

const fromScenario = async (text: string, { source, options }: Asked, terminal: Terminal): Promise<TrajectorySource> => {
  const [{ readScenario }, { leavesEarth }] = await Promise.all([import("./read-scenario.ts"), import("../scenario/index.ts")]);
  const scenario = await readScenario({ source, set: options.set }, { ...terminal, readInput: () => Promise.resolve(text) });
  if (scenario.orbit === null) throw new UsageError(`"${source}" has no orbit: there is no satellite to fly`, "write an orbit section, or name a file of elements");
  if (leavesEarth(scenario.orbit) && !scenario.orbit.fleet) throw new UsageError(`"${source}" flies about the Sun (orbit.type: ${scenario.orbit.type})`, "events and exports are of satellites of the Earth");
  const period = periodOf(options, { start_s: scenario.simulate.start_utc_s, days: options.flown === true ? scenario.simulate.days : 1 });
  const [{ scenarioSatellites }, { atEpoch, planeTrajectory }] = await Promise.all([import("./scenario-trajectories.ts"), import("../ephemeris/index.ts")]);
  const satellites = chosen(scenarioSatellites(scenario, scenario.orbit), options.satellite, { ids: ({ name }) => [name], name: ({ name }) => name }).slice(0, options.satellites);
  if (satellites.length > MOST_SATELLITES) throw new UsageError(`${satellites.length} satellites, more than the ${MOST_SATELLITES} that are followed one by one`, `--satellite "${satellites[0]!.name}" chooses one, a part of names several`);
  const epoch_s = scenario.simulate.start_utc_s;
  const span = { start_s: period.start_s - epoch_s, end_s: period.end_s - epoch_s };
  const trajectories = satellites.map(({ name, orbitOf }) => atEpoch(planeTrajectory({ name, objectId: null, ...orbitOf(), epoch_s, span }), period.start_s));
  const places = satellites.flatMap(({ place }) => place ?? []);
  return { trajectories, ...period, stations: await stationsOf(scenario), notes: scenario.orbit.formation === null ? [] : [CLUSTER_NOTE], scenario, places: places.length === 0 ? null : places };
};

/** What is not resolved. */
const CLUSTER_NOTE = "the cluster of orbit.formation is followed as one platform, at its centre";

const stationsOf = async (scenario: Scenario): Promise<readonly NamedStation[]> => {
  const { entryOf, entryValue } = await import("../scenario/index.ts");
  const { stations, elevationMin_deg } = scenario.network;
  return stations.map(({ id, station }) => {
    const entry = entryOf(scenario, { kind: "stations", id: station });
    // The catalogue gives no heights.
    return { id, latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude"), height_km: 0, elevationMin_deg };
  });
};
