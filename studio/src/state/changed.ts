/** Which figures another answer changed: cells of tables and tiles, as they are printed. */
import { cellText, type Table } from "dawndusk/report";
import type { Answer } from "dawndusk/service";

export interface Changed {
  /** By table of the answer now: "row:column" of cells that say something else. */
  readonly cells: ReadonlyMap<Table, ReadonlySet<string>>;
  /** Names of tiles. */
  readonly tiles: ReadonlySet<string>;
}

export const NOTHING_CHANGED: Changed = { cells: new Map(), tiles: new Set() };

const tablesOf = ({ sections }: Pick<Answer, "sections">): readonly Table[] => sections.flatMap(({ body }) => body.flatMap((piece) => (piece.kind === "table" ? [piece.table] : piece.kind === "figure" ? [piece.chart.table] : [])));

/** Rows are held against those of the same first cell, the same one in order; what has no counterpart is all new. */
export const changedOf = (before: Pick<Answer, "sections" | "tiles">, now: Pick<Answer, "sections" | "tiles">): Changed => {
  const old = new Map(tablesOf(before).map((table) => [table.id, table]));
  const was = new Map(before.tiles.map(({ what, much, more }) => [what, `${much} ${more}`]));
  const cells = tablesOf(now).flatMap((table): readonly (readonly [Table, ReadonlySet<string>])[] => {
    const changed = changedCells(old.get(table.id), table);
    return changed.size === 0 ? [] : [[table, changed]];
  });
  return { cells: new Map(cells), tiles: new Set(now.tiles.filter(({ what, much, more }) => was.get(what) !== `${much} ${more}`).map(({ what }) => what)) };
};

const changedCells = (before: Table | undefined, now: Table): ReadonlySet<string> => {
  const counterparts = rowsByName(before);
  const seen = new Map<string, number>();
  const changed = new Set<string>();
  now.rows.forEach((row, r) => {
    const name = cellText(row[0] ?? null);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    const was = counterparts.get(name)?.[nth];
    row.forEach((cell, c) => {
      if (c > 0 && (was === undefined || cellText(was[c] ?? null) !== cellText(cell))) changed.add(`${r}:${c}`);
    });
  });
  return changed;
};

const rowsByName = (table: Table | undefined): ReadonlyMap<string, Table["rows"]> => {
  const rows = new Map<string, Table["rows"][number][]>();
  for (const row of table?.rows ?? []) {
    const name = cellText(row[0] ?? null);
    const known = rows.get(name);
    if (known === undefined) rows.set(name, [row]);
    else known.push(row);
  }
  return rows;
};
