/** What stands along a slider: real things with the figure that each has, whose it is, of when, and whether it was shown or said. */
import { entries, type Evidence, type Figure, type Kind } from "../catalog/index.ts";
import { formatFigure, formatScaled } from "../report/index.ts";
import { writtenUnit, type NumberRow } from "../scenario/index.ts";
import { convertUnit } from "../units/index.ts";
import { KNOWN_ORBITS } from "./known-orbits.ts";

export interface Tick {
  readonly name: string;
  /** In the field's unit. */
  readonly value: number;
  readonly source: string;
  readonly asOf: string;
  readonly evidence: Evidence;
  /** What the figure is in its own words where the field shows another: "74 M$ a launch of 17.5 t". */
  readonly note: string;
}

/** A figure that entries of a kind have; `per` divides it by another of theirs and multiplies by the field's own. */
export interface TickSource {
  readonly kind: Kind;
  readonly figure: string;
  readonly per?: string;
}

/** In catalogue order; those outside the field's range are left out. */
export const catalogueTicks = (row: NumberRow, { kind, figure, per }: TickSource, own: number): readonly Tick[] => entries(kind).flatMap((entry) => {
  const found = entry.figures[figure];
  const by = per === undefined ? undefined : entry.figures[per];
  if (found === undefined || (per !== undefined && by === undefined)) return [];
  const value = inField(row, found);
  if (by === undefined) return within(row, tick(entry.name, found, { value, note: found.note ?? "" }));
  const note = `${formatScaled(found.value, found.unit)} for ${formatFigure(by.value)} ${by.unit} (${by.evidence}: ${by.source}), by the kilogram`;
  return within(row, tick(entry.name, found, { value: (value / by.value) * own, note }));
});

/** What stands where nothing is written, with the bounds that its source gives. */
export const defaultTicks = (row: NumberRow): readonly Tick[] => {
  const { fallback } = row;
  if (fallback === null || fallback === undefined || !("value" in fallback)) return [];
  const { source, asOf, evidence } = fallback;
  const at = (name: string, value: number | null): readonly Tick[] => (value === null || (name !== "Default" && value === fallback.value) ? [] : [{ name, value, source, asOf, evidence, note: "" }]);
  return [...at("Low of the default", fallback.low), ...at("Default", fallback.value), ...at("High of the default", fallback.high)];
};

export const orbitTicks = (row: NumberRow): readonly Tick[] => KNOWN_ORBITS.flatMap(({ name, altitude }) => within(row, tick(name, altitude, { value: inField(row, altitude), note: "" })));

const inField = (row: NumberRow, { value, unit }: Figure): number => convertUnit(value, { from: unit, to: writtenUnit(row.unit) });

const tick = (name: string, { source, asOf, evidence }: Figure, { value, note }: Pick<Tick, "value" | "note">): Tick => ({ name, value, source, asOf, evidence, note });

const within = ({ min, max }: NumberRow, one: Tick): readonly Tick[] => (one.value >= min && one.value <= max ? [one] : []);
