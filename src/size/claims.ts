/**
 * A published design held against itself: every relation among the claims that are stated, whether it closes within their rounding, and which
 * claim breaks it. Relations in claims-relations.ts, the search in claims-mend.ts.
 *
 * Bounds of a claim are those written with it; else half a unit of its last digit, of which two are taken as meant (3,000 is 2,950 to 3,050);
 * a temperature half a kelvin; a count and an altitude are exact. Nothing of our own sizing reads a claim, and a claim reads nothing of it.
 */
import type { Assumption, Scenario } from "../scenario/index.ts";
import { NATURE, relationsAmong, type ClaimFields, type ClaimKey, type ClaimValues, type Relation } from "./claims-relations.ts";
import { changed, doesClose, MOST_CHANGES, fewestChanges, needOf, toleranceOf, type Bounds, type Change, type Stated } from "./claims-mend.ts";
import type { Claim, ClaimChange, ClaimNeed, ClaimRelation, ClaimsSizing } from "./claims-record.ts";

/** What the claims of a scenario say of each other; null where it has none. */
export const claimsSizing = (scenario: Scenario): ClaimsSizing | null => {
  const fields = scenario.orbit?.claims ?? null;
  if (fields === null) return null;
  const before = known.get(fields);
  if (before !== undefined) return before;
  const judged = judgedClaims(scenario, fields);
  known.set(fields, judged);
  return judged;
};

/** A loop over platforms meets the same claims each time, and following a fall takes milliseconds. */
const known = new WeakMap<ClaimFields, ClaimsSizing>();

const judgedClaims = (scenario: Scenario, fields: ClaimFields): ClaimsSizing => {
  const claims = claimsOf(fields, scenario.assumptions);
  const stated = statedOf(fields, claims);
  const among = relationsAmong(fields);
  const relations = among.map((relation) => relationRow(relation, { among, stated, claims }));
  const used = new Set(among.flatMap(({ keys }) => keys));
  return {
    closes: relations.every(({ closes }) => closes),
    relations,
    mends: relations.every(({ closes }) => closes) ? [] : fewestChanges(among, stated).map((set) => set.map((change) => changeRow(change, claims))),
    unchecked: [...claims].flatMap(([key, { path }]) => (used.has(key) ? [] : [path])),
  };
};

/** What does not close; nothing where there are no claims. */
export const claimNotes = (claims: ClaimsSizing | null): readonly string[] => {
  if (claims === null) return [];
  if (claims.relations.length === 0) return [`Published claims are held against nothing: ${claims.unchecked.length === 0 ? "none is stated" : `no relation has all of its terms among ${claims.unchecked.join(", ")}`}.`];
  return claims.closes ? [] : openNotes(claims);
};

const openNotes = ({ relations, mends }: ClaimsSizing): readonly string[] => [
  ...relations.filter((relation) => !relation.closes).map(({ words, kind, left, right, unit }) => `Published claims do not close: ${words}; ${shown(left, unit)} ${kind === "equal" ? "against" : "against at most"} ${shown(right, unit)}.`),
  mends.length === 0
    ? `No ${MOST_CHANGES} claims changed would make all published claims close.`
    : `What breaks the published claims, by the fewest changes that close all: ${mends.slice(0, MENDS_NOTED).map((set) => set.map(({ path, value, unit }) => `${path} would have to be ${shown(value, unit)}`).join(" and ")).join("; or ")}${mends.length > MENDS_NOTED ? `; or ${mends.length - MENDS_NOTED} other sets` : ""}.`,
];

const MENDS_NOTED = 4;
const shown = (value: number, unit: string): string => `${Number(value.toPrecision(4))}${unit === "1" ? "" : ` ${unit}`}`;

type Claims = ReadonlyMap<ClaimKey, Claim>;

const claimsOf = (fields: ClaimFields, assumptions: readonly Assumption[]): Claims => {
  const origins = new Map(assumptions.map((assumption) => [assumption.path, assumption]));
  return new Map(Object.entries(fields).flatMap(([key, value]): readonly (readonly [ClaimKey, Claim])[] => (typeof value === "number" ? [[key as ClaimKey, claimOf(key, value, origins)]] : [])));
};

const claimOf = (key: string, value: number, origins: ReadonlyMap<string, Assumption>): Claim => {
  const path = `orbit.claims.${key.split("_")[0]!}`;
  const origin = origins.get(path);
  if (origin === undefined) throw new Error(`${path} has no origin among the assumptions`);
  const { unit, source, low, high } = origin;
  const bounds = low === null && high === null ? roundingOf(value, unit) : { low: low ?? value, high: high ?? value };
  return { path, value, unit, ...bounds, source };
};

/** Bounds of a number as far as its digits say: see the head of this file. */
const roundingOf = (value: number, unit: string): Bounds => {
  if (unit === "1" || unit === "km") return { low: value, high: value };
  if (unit === "K") return { low: value - 0.5, high: value + 0.5 };
  const [digits, exponent] = Number(value.toPrecision(12)).toExponential().split("e");
  const half = 0.5 * 10 ** (Number(exponent) - Math.max(1, digits!.length - 2));
  return { low: value - half, high: value + half };
};

const statedOf = (fields: ClaimFields, claims: Claims): Stated => {
  const written = Object.fromEntries([...claims].map(([key, { value }]) => [key, value]));
  return {
    values: { ...NATURE, ...written } as unknown as ClaimValues,
    bounds: new Map([...claims].filter(([, { low, high }]) => low < high)),
    whole: new Set((["servers", "platformsPerLaunch", "platforms", "launches"] as const).filter((key) => fields[key] !== null)),
  };
};

interface Whole {
  readonly among: readonly Relation[];
  readonly stated: Stated;
  readonly claims: Claims;
}

const relationRow = (relation: Relation, whole: Whole): ClaimRelation => {
  const { stated, claims } = whole;
  const left = relation.left(stated.values);
  const right = relation.right(stated.values);
  const closes = doesClose(relation, stated);
  return {
    id: relation.id, words: relation.words, kind: relation.kind,
    terms: relation.keys.map((key) => claims.get(key)!),
    left, right, unit: relation.unit,
    gap_frac: left / right - 1,
    tolerance_frac: Math.expm1(toleranceOf(relation, stated)),
    closes,
    needs: closes ? [] : relation.keys.flatMap((key) => needRow(relation, key, whole)),
  };
};

const needRow = (relation: Relation, key: ClaimKey, { among, stated, claims }: Whole): readonly ClaimNeed[] => {
  const value = needOf(relation, key, stated);
  if (value === null) return [];
  const then = changed(stated, [key, value]);
  const breaks = among.filter((other) => doesClose(other, stated) && !doesClose(other, then)).map(({ id }) => id);
  return [{ ...changeRow([key, value], claims), breaks }];
};

const changeRow = ([key, value]: Change, claims: Claims): ClaimChange => {
  const { path, unit } = claims.get(key)!;
  return { path, value, unit };
};
