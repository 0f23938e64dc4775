/** Something to lay out, as plain data: on a page, in an app, in a file. */
import type { Chart, PlotChart } from "./chart/index.ts";
import type { Table } from "./table.ts";

/** Something to lay out. A folded table opens on demand; a figure has its table with it. */
export type Piece =
  | { readonly kind: "table"; readonly table: Table; readonly folded: boolean; readonly anchor?: string }
  | { readonly kind: "figure"; readonly chart: Chart }
  /** Charts beside each other, as many as have room. */
  | { readonly kind: "multiples"; readonly charts: readonly PlotChart[] }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: "jumps"; readonly to: readonly { readonly id: string; readonly text: string }[] };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: readonly Piece[];
}

export const say = (text: string): Piece => ({ kind: "text", text });
export const tablePiece = (table: Table): Piece => ({ kind: "table", table, folded: false });
export const foldedPiece = (table: Table): Piece => ({ kind: "table", table, folded: true });
export const figurePiece = (chart: Chart): Piece => ({ kind: "figure", chart });
