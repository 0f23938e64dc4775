/** What only a whole description tells: names that must exist or stand once, bounds in order, and numbers that do not go together. */
import { nearest, type Complaint, type Path } from "../scenario/index.ts";
import { valueOf, type Fact } from "./fact.ts";
import type { Description } from "./shape.ts";

export interface WholeProblem extends Complaint {
  readonly at: Path;
}

type Tier = Description["tiers"][number];

/** All that only the whole says against a description, or against plain values that are no description yet: what of them has its shape is looked at. */
export const wholeProblems = (plain: unknown): readonly WholeProblem[] => {
  const [tiers, workloads] = [listOf(plain, "tiers"), listOf(plain, "workloads")];
  const tierIds = tiers.map(idOf);
  const known = tierIds.filter((id) => id !== undefined);
  const sources = isRecord(plain) ? (plain["sources"] ?? {}) : {};
  return [
    ...twice(tierIds, ["tiers"]),
    ...twice(workloads.map(idOf), ["workloads"]),
    ...tiers.flatMap((tier, i) => twice(listOf(tier, "links").map(idOf), ["tiers", i, "links"])),
    // A tier whose id cannot be read may be the one that is meant.
    ...(known.length < tierIds.length || known.length === 0 ? [] : workloads.flatMap((workload, i) => listOf(workload, "tiers").flatMap((id, j) => unknown(id, known, { at: ["workloads", i, "tiers", j], what: "a tier" })))),
    ...factsOf(plain).flatMap(({ at, fact }) => [
      ...(isRecord(sources) ? unknown(fact.source, Object.keys(sources), { at: [...at, "source"], what: "a key of sources" }) : []),
      ...disordered(fact, at),
    ]),
  ];
};

const isRecord = (node: unknown): node is Readonly<Record<string, unknown>> => typeof node === "object" && node !== null && !Array.isArray(node);

const listOf = (node: unknown, key: string): readonly unknown[] => {
  const list = isRecord(node) ? node[key] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
};

const idOf = (node: unknown): string | undefined => (isRecord(node) && typeof node["id"] === "string" ? node["id"] : undefined);

const twice = (ids: readonly (string | undefined)[], path: Path): readonly WholeProblem[] =>
  ids.flatMap((id, i) => (id === undefined || ids.indexOf(id) === i ? [] : [{ at: [...path, i, "id"], found: `${id} again`, expected: "an id of its own", hint: "" }]));

const unknown = (name: unknown, known: readonly string[], { at, what }: { readonly at: Path; readonly what: string }): readonly WholeProblem[] => {
  if (typeof name !== "string" || known.includes(name)) return [];
  const near = nearest(name, known);
  return [{ at, found: name, expected: `${what}: ${known.length === 0 ? "there are none" : known.slice(0, 14).join(", ")}`, hint: near === undefined ? "" : `did you mean "${near}"?` }];
};

const disordered = ({ value, low, high }: Fact, at: Path): readonly WholeProblem[] => [
  ...(typeof low === "number" && low > value ? [{ at: [...at, "low"], found: `${low}`, expected: `at most the value, ${value}`, hint: "" }] : []),
  ...(typeof high === "number" && high < value ? [{ at: [...at, "high"], found: `${high}`, expected: `at least the value, ${value}`, hint: "" }] : []),
];

const isFact = (node: object): node is Fact => "value" in node && typeof node.value === "number";

/** Every number that is written with more than its value, with its way. */
export const factsOf = (node: unknown, at: Path = []): readonly { readonly at: Path; readonly fact: Fact }[] => {
  if (typeof node !== "object" || node === null) return [];
  if (isFact(node)) return [{ at, fact: node }];
  return Object.entries(node).flatMap(([key, value]) => factsOf(value, [...at, Array.isArray(node) ? Number(key) : key]));
};

/** Numbers that may stand so and do not go together: told, never refused. */
export const oddities = ({ tiers }: Description): readonly string[] => tiers.flatMap(oddTier);

const oddTier = (tier: Tier): readonly string[] => {
  if (tier.kind === "ground") return [];
  const { id, platform, orbit } = tier;
  const above = (a: number | Fact | undefined, b: number | Fact | undefined): boolean => a !== undefined && b !== undefined && valueOf(a) > valueOf(b);
  return [
    ...(above(platform.itMean_kW ?? platform.it_kW, platform.array_kW) ? [`${id}: the array gives less than the computers draw`] : []),
    ...(above(platform.itMean_kW, platform.it_kW) ? [`${id}: the mean power of the computers is above their nameplate`] : []),
    ...(above(platform.shielding_kg, platform.mass_kg) ? [`${id}: the shielding weighs more than the platform`] : []),
    ...(orbit.centre === "sun" && orbit.altitude_km !== undefined ? [`${id}: an altitude about the Sun; sunDistance_au says how far it is`] : []),
    ...(orbit.centre === "earth" && orbit.altitude_km === undefined ? [`${id}: no altitude`] : []),
    ...(tier.launch !== undefined && above(platform.mass_kg, tier.launch.payload_kg) ? [`${id}: one platform weighs more than the launch carries`] : []),
  ];
};
