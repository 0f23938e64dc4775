/** Every number that went in, with its parents. */
import type { Assumption } from "../../scenario/index.ts";
import { formatFigure } from "../format.ts";
import { numberColumn, wordColumn, type Cell, type Table } from "../table.ts";

export const ORIGINS = ["scenario", "set", "catalog", "default"] as const satisfies readonly Assumption["origin"][];

export const ORIGIN_TEXT: Readonly<Record<Assumption["origin"], string>> = {
  scenario: "Written in the scenario",
  set: "Set on the command line",
  catalog: "Taken from the catalogue",
  default: "Defaults nobody changed",
};

const bounds = ({ low, high }: Assumption): string =>
  low === null && high === null ? "-" : `${low === null ? "?" : formatFigure(low)} to ${high === null ? "?" : formatFigure(high)}`;

/** A calendar year takes no thousands comma. */
const valueOf = (a: Assumption): Cell => (/[yY]ear$/.test(a.path) ? String(a.value) : a.value);

/** The assumptions of one origin. An unknown bound shows as "?"; none at all as "-". */
export const assumptionTable = (assumptions: readonly Assumption[], origin: Assumption["origin"]): Table => ({
  id: `assumptions-${origin}`,
  title: ORIGIN_TEXT[origin],
  columns: [wordColumn("field"), numberColumn("value", ""), wordColumn("unit"), wordColumn("low to high"), wordColumn("source"), wordColumn("date"), wordColumn("evidence")],
  rows: assumptions.filter((a) => a.origin === origin).map((a) => [
    a.path, valueOf(a), a.unit === "1" ? "" : a.unit, bounds(a), a.form === "constant" ? a.source : `${a.form}; ${a.source}`, a.asOf, a.evidence ?? "-",
  ]),
  note: "",
});
