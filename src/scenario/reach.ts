/** Reaching the files that a scenario names, each read once. */
import { readColumnText, type Column, type ColumnResult, type KnownSheet } from "./column.ts";
import type { NumberRow, Profile, ProfileRow, SeriesRow } from "./field.ts";
import { writtenUnit } from "./field.ts";
import { pathInside, type Files } from "./files.ts";
import type { WrittenProfile } from "./leaf.ts";
import { SET_PREFIX, shown, type Problem } from "./problem.ts";
import { columnProfile, flatProfile, inlineProfile } from "./profile.ts";
import { expectedNumber, rangeHint, showIn } from "./row-text.ts";
import { pathText, placeAt, type Path, type Tree } from "./tree.ts";
import { wholeSeries, type Piece, type WholeSeries } from "./series.ts";
import type { ColumnRef } from "./written.ts";
import type { WrittenSeries } from "./written-series.ts";

/** Where files are looked for. */
export interface Reach {
  readonly files: Files;
  /** Folder of the scenario, with its slash. */
  readonly root: string;
  /** Path of the scenario. */
  readonly scenario: string;
  /** What was read already, by path. */
  readonly texts: Map<string, string | undefined>;
  /** Tables and times of files that were read already, by path. */
  readonly sheets: Map<string, KnownSheet>;
  /** Columns that were read already, by all that they depend on: one scenario may be resolved many times. */
  readonly columns: Map<string, ColumnResult>;
}

interface Reading {
  readonly tree: Tree;
  readonly reach: Reach;
  readonly problems: Problem[];
}

/** Text of a file that the field at `path` names (at `named`), or undefined after a complaint. */
const textOf = (r: Reading, ref: ColumnRef, path: Path, named: Path = [...path, "file"]): { readonly file: string; readonly text: string } | undefined => {
  const at = placeAt(r.tree, named);
  const from = at.file.startsWith(SET_PREFIX) || at.file.startsWith("template:") ? r.reach.scenario : at.file;
  const inside = pathInside(ref.file, { from, root: r.reach.root });
  const complain = (hint: string): undefined => {
    r.problems.push({ ...at, path: pathText(r.tree, path), found: `${shown(ref.file)}${inside.ok ? ", which cannot be read" : ""}`, expected: "a CSV or Parquet file in the scenario's folder", hint });
  };
  if (!inside.ok) return complain(inside.why);
  const { texts, files } = r.reach;
  if (!texts.has(inside.path)) texts.set(inside.path, files.read(inside.path));
  const text = texts.get(inside.path);
  return text === undefined ? complain(files.whyNot?.(inside.path) ?? `there is no file ${shown(inside.path)}, or it leads out of the folder`) : { file: inside.path, text };
};

const columnOf = ({ reach }: Reading, { file, text }: { readonly file: string; readonly text: string }, ref: ColumnRef, { path, unit, gaps = false }: { readonly path: string; readonly unit: string | undefined; readonly gaps?: boolean }): ColumnResult => {
  const key = JSON.stringify([file, ref, path, unit, gaps]);
  const sheet = reach.sheets.get(file) ?? { times: new Map() };
  reach.sheets.set(file, sheet);
  const known = reach.columns.get(key) ?? readColumnText(text, ref, { file, path, unit, gaps, known: sheet });
  reach.columns.set(key, known);
  return known;
};

/** The column of a number field, in the field's unit and range. */
export const fileColumn = (r: Reading, row: NumberRow, ref: ColumnRef, path: Path): Column | undefined => {
  const found = textOf(r, ref, path);
  if (!found) return undefined;
  const read = columnOf(r, found, ref, { path: pathText(r.tree, path), unit: writtenUnit(row.unit) });
  if (!read.ok) {
    r.problems.push(...read.problems);
    return undefined;
  }
  const { value, line } = read.column;
  const wrong = value.findIndex((v) => v < row.min || v > row.max || (row.whole && !Number.isInteger(v)));
  if (wrong < 0) return read.column;
  r.problems.push({ file: found.file, line: line[wrong]!, column: read.column.at, path: pathText(r.tree, path), found: `${showIn(value[wrong]!, row)} in column "${shown(ref.column)}"`, expected: expectedNumber(row), hint: rangeHint(value[wrong]!, row, "") });
  return undefined;
};

/** All that the files of a series hold; undefined after complaints. */
export const seriesOf = (r: Reading, row: SeriesRow, written: WrittenSeries, path: Path): WholeSeries | undefined => {
  const text = pathText(r.tree, path);
  const pieces: Piece[] = [];
  for (const [i, ref] of written.columns.entries()) {
    const found = textOf(r, ref, path, written.columns.length === 1 ? [...path, "file"] : [...path, "file", i]);
    const read = found && columnOf(r, found, ref, { path: text, unit: writtenUnit(row.unit), gaps: written.gap_h > 0 });
    if (read?.ok === true) pieces.push({ file: found!.file, column: read.column });
    else r.problems.push(...(read?.problems ?? []));
  }
  if (pieces.length < written.columns.length) return undefined;
  const whole = wholeSeries(pieces, { row, written, path: text });
  if (whole.ok) return whole.whole;
  r.problems.push(...whole.problems);
  return undefined;
};

/** The profile of a field; null stands for one that is left out or set to none. */
export const profileOf = (r: Reading, row: ProfileRow, written: WrittenProfile | null, path: Path): Profile | undefined => {
  if (written === null) return flatProfile;
  if (written.form === "inline") return inlineProfile(written);
  const found = textOf(r, written.column, path);
  if (!found) return undefined;
  const text = pathText(r.tree, path);
  const read = columnOf(r, found, written.column, { path: text, unit: undefined });
  const profile = read.ok ? columnProfile(read.column, written.column, { row, file: found.file, path: text, source: written.source }) : read.problems;
  if ("value" in profile) return profile;
  r.problems.push(...("found" in profile ? [profile] : profile));
  return undefined;
};
