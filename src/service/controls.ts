/** The decisive numbers of a scenario as sliders: which it has, over what range, and what is real along the way. */
import { namedField, type Assumption, type NumberRow, type Scenario } from "../scenario/index.ts";
import { catalogueTicks, defaultTicks, orbitTicks, type Tick, type TickSource } from "./ticks.ts";

export interface Control {
  readonly path: string;
  readonly group: string;
  readonly label: string;
  readonly meaning: string;
  /** Of the field, as one writes it ("1" for plain numbers and shares). */
  readonly unit: string;
  readonly form: "plain" | "share" | "share a year";
  /** As it stands now, in the field's unit. */
  readonly value: number;
  readonly origin: Assumption["origin"];
  readonly source: string;
  /** What is shown is the value over `per`, in `unit`: a launch's price as dollars a kilogram. */
  readonly shown: { readonly unit: string; readonly per: number };
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
  /** Where the range spans more than thirtyfold. */
  readonly log: boolean;
  readonly ticks: readonly Tick[];
}

interface Wanted {
  readonly group: string;
  readonly path: string;
  readonly label: string;
  readonly ticks?: TickSource | "orbits";
}

const wanted = (group: string, path: string, label: string, ticks?: Wanted["ticks"]): Wanted => ({ group, path, label, ...(ticks !== undefined && { ticks }) });

const WANTED: readonly Wanted[] = [
  wanted("Launch", "launch.vehicles[].price", "Launch price", { kind: "vehicles", figure: "price", per: "payload" }),
  wanted("Launch", "launch.vehicles[].pricePerKg", "Launch price", { kind: "vehicles", figure: "price", per: "payload" }),
  wanted("Launch", "launch.vehicles[].cadence", "Launches a year", { kind: "vehicles", figure: "cadence" }),
  wanted("Orbit", "orbit.altitude", "Altitude", "orbits"),
  wanted("Orbit", "orbit.life", "Platform life"),
  wanted("Orbit", "orbit.unitLearning", "Learning per doubling"),
  wanted("Platform", "orbit.platform.arrayAreal", "Array mass", { kind: "arrays", figure: "arealMass" }),
  wanted("Platform", "orbit.platform.cellEfficiency", "Cell efficiency", { kind: "arrays", figure: "efficiency" }),
  wanted("Platform", "orbit.platform.arrayPrice", "Array price", { kind: "arrays", figure: "price" }),
  wanted("Platform", "orbit.platform.radiatorAreal", "Radiator mass", { kind: "radiators", figure: "arealMass" }),
  wanted("Platform", "orbit.platform.radiatorTemperature", "Radiator temperature"),
  wanted("Servers in orbit", "orbit.platform.serverMass", "Server mass", { kind: "servers", figure: "mass" }),
  wanted("Servers in orbit", "orbit.platform.serverPrice", "Server price", { kind: "servers", figure: "price" }),
  wanted("Ground", "ground.sites[].powerPrice", "Power price", { kind: "sites", figure: "powerPrice" }),
  wanted("Ground", "ground.sites[].facilityCost", "Facility cost", { kind: "sites", figure: "facilityCost" }),
  wanted("Ground", "ground.sites[].pue", "Facility overhead (PUE)", { kind: "sites", figure: "pue" }),
  wanted("Ground", "ground.sites[].serverPrice", "Server price", { kind: "servers", figure: "price" }),
  wanted("Money", "finance.discount", "Discount rate"),
];

/** As many as a pane and a table of flights can hold; scenarios with dozens of sites have more fields than that. */
const MOST_OF_A_FIELD = 3;

/** The sliders of a scenario: of the fields above, those that are one number now. */
export const controlsOf = (scenario: Scenario): readonly Control[] => WANTED.flatMap((one) => {
  const [head, tail] = one.path.split("[]");
  const found = scenario.assumptions.filter(({ path, form }) => form === "constant" && (tail === undefined ? path === head : isItemField(path, { head: head!, tail })));
  return found.slice(0, MOST_OF_A_FIELD).flatMap((assumption) => controlOf(scenario, one, assumption));
});

const isItemField = (path: string, { head, tail }: { readonly head: string; readonly tail: string }): boolean => {
  const middle = path.slice(head.length, path.length - tail.length);
  return path.startsWith(head) && path.endsWith(tail) && /^\.[^.]+$/.test(middle);
};

const controlOf = (scenario: Scenario, { group, label, ticks }: Wanted, { path, value, unit, origin, source }: Assumption): readonly Control[] => {
  const named = namedField(path);
  if (!named.ok || named.row.kind !== "number") return [];
  const { row } = named;
  const per = perOf(scenario, path, row);
  if (per === null) return [];
  const real = ticksOf(row, ticks, per.unit === "$/kg" ? per.per : 1);
  const range = rangeOf(row, { value, real: real.map((one) => one.value) });
  if (range === null) return [];
  const item = path.split(".").at(-2)!;
  return [{
    path, group, unit, value, origin, source,
    label: path.startsWith("launch.vehicles.") || path.startsWith("ground.sites.") ? `${label}, ${item}` : label,
    meaning: row.doc, form: formOf(row),
    shown: per, ...range, whole: row.whole, ticks: real,
  }];
};

/** A price of a launch is shown by the kilogram; null where the field has no say (the vehicle is paid by the kilogram). */
const perOf = (scenario: Scenario, path: string, row: NumberRow): Control["shown"] | null => {
  const id = /^launch\.vehicles\.([^.]+)\.price$/.exec(path)?.[1];
  if (id === undefined) return shownIn(row);
  const vehicle = scenario.launch.vehicles.find((one) => one.id === id)!;
  return vehicle.pricePerKg_usd_per_kg !== null || vehicle.pricing !== "list" ? null : { unit: "$/kg", per: vehicle.payload_kg };
};

const shownIn = (row: NumberRow): Control["shown"] => {
  switch (formOf(row)) {
    case "share": return { unit: "%", per: 0.01 };
    case "share a year": return { unit: "%/yr", per: 0.01 };
    case "plain": return { unit: row.unit === "1" ? "" : row.unit === "1/yr" ? "/yr" : row.unit, per: 1 };
  }
};

const formOf = (row: NumberRow): Control["form"] => (row.unit === "frac" ? "share" : row.unit === "1/yr" && row.max <= 100 ? "share a year" : "plain");

const ticksOf = (row: NumberRow, of: Wanted["ticks"], own: number): readonly Tick[] => {
  const real = of === "orbits" ? orbitTicks(row) : of === undefined ? [] : catalogueTicks(row, of, own);
  return [...real, ...defaultTicks(row)].toSorted((a, b) => a.value - b.value);
};

/** From below the least to above the most of what is real, and as far as what is written: a slider does not grow under the hand. */
const rangeOf = (row: NumberRow, { value, real }: { readonly value: number; readonly real: readonly number[] }): Pick<Control, "low" | "high" | "log"> | null => {
  const known = real.length === 0 ? [value] : real;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const [below, above] = [least > 0 ? least / 1.5 : row.min, most > 0 ? most * 1.5 : Math.min(row.max, 0.5)];
  const [low, high] = [Math.max(row.min, Math.min(below, value)), Math.min(row.max, Math.max(above, value))];
  if (!(high > low)) return null;
  return { low, high, log: low > 0 && high / low > 30 };
};
