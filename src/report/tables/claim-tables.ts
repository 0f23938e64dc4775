/** A design's published claims held against each other, and what would have to change. */
import type { ClaimRelation, ClaimsSizing } from "../../size/index.ts";
import { formatFigure, formatPercent, formatScaled } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

const PREFIX = "orbit.claims.";
const MENDS_SHOWN = 4;
const nameOf = (path: string): string => path.replace(PREFIX, "");
const amount = (value: number, unit: string): string => (unit === "1" ? formatFigure(value) : formatScaled(value, unit));

/** Every relation among the claims, those that do not close first. */
export const claimsTable = (claims: ClaimsSizing): Table => ({
  id: "claims",
  title: claims.closes ? "Published claims, held against each other" : "Published claims do not close",
  columns: [wordColumn("closes"), numberColumn("left", ""), numberColumn("right", ""), numberColumn("gap", ""), numberColumn("rounding", ""), wordColumn("relation")],
  rows: claims.relations.toSorted((a, b) => Number(a.closes) - Number(b.closes)).map(relationRow),
  note: `Gap: left over right, less one. Rounding: the largest gap that the digits of the claims, or the bounds written with them, explain.${claims.unchecked.length === 0 ? "" : ` Held against nothing: ${claims.unchecked.map(nameOf).join(", ")}.`}`,
});

const relationRow = ({ words, left, right, unit, gap_frac, tolerance_frac, closes }: ClaimRelation): readonly Cell[] => [
  closes ? "yes" : "NO", amount(left, unit), amount(right, unit), formatPercent(gap_frac), formatPercent(tolerance_frac), words,
];

/** What each claim of an open relation is needed to be, and which relations that hold now would then not. */
export const claimNeedsTable = (claims: ClaimsSizing): Table => {
  const words = new Map(claims.relations.map(({ id, words: said }) => [id, said]));
  return {
    id: "claim-needs",
    title: "What breaks them",
    columns: [wordColumn("claim"), numberColumn("published", ""), numberColumn("needed", ""), wordColumn("for")],
    rows: claims.relations.flatMap((relation) => relation.needs.map(({ path, value, unit, breaks }): readonly Cell[] => [
      nameOf(path), amount(relation.terms.find((term) => term.path === path)!.value, unit), amount(value, unit), breaks.length === 0 ? relation.words : `${relation.words}; but then not: ${breaks.map((id) => words.get(id)!).join("; ")}`,
    ])),
    note: claims.mends.length === 0
      ? "No few changes would make all of them close."
      : `Fewest changes after which all close: ${claims.mends.slice(0, MENDS_SHOWN).map((set) => set.map(({ path, value, unit }) => `${nameOf(path)} ${amount(value, unit)}`).join(" and ")).join("; or ")}${claims.mends.length > MENDS_SHOWN ? `; or ${claims.mends.length - MENDS_SHOWN} other sets` : ""}.`,
  };
};

/** Both tables, or the first where all closes; none without claims that bear on each other, which a note tells. */
export const claimTables = (claims: ClaimsSizing | null): readonly Table[] => {
  if (claims === null || claims.relations.length === 0) return [];
  return claims.closes ? [claimsTable(claims)] : [claimsTable(claims), claimNeedsTable(claims)];
};
