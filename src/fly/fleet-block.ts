/** What all satellites of a fleet share in one block of steps. */
import type { SunColumns } from "../kernel/index.ts";
import { sunAt } from "../physics/index.ts";
import { DAY_S } from "../units/index.ts";
import { BLOCK_ROWS } from "./span.ts";
import type { FlightSpan } from "./span.ts";

export interface FleetBlock {
  /** Middle of the first step, from the start of the flight. */
  readonly start_s: number;
  readonly step_s: number;
  readonly rows: number;
  /** At the middle of each step. */
  readonly sun: SunColumns;
  /** Of a lit satellite's array, `rows` long. */
  readonly source_W: Float64Array;
}

/** Rows of the block that begins with `firstStep`. */
export const rowsFrom = ({ steps }: Pick<FlightSpan, "steps">, firstStep: number): number => Math.min(BLOCK_ROWS, steps - firstStep);

/** The Sun and the source at the middle of each step; `array_W` in full light at 1 au. */
export function fleetBlock(array_W: number, span: FlightSpan, firstStep: number): FleetBlock {
  const { start_jd, step_s } = span;
  const rows = rowsFrom(span, firstStep);
  const start_s = (firstStep + 0.5) * step_s;
  const sun = { x: new Float64Array(rows), y: new Float64Array(rows), z: new Float64Array(rows) };
  const source_W = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const { direction_mod, distance_au } = sunAt(start_jd + (start_s + i * step_s) / DAY_S);
    [sun.x[i], sun.y[i], sun.z[i]] = direction_mod;
    source_W[i] = array_W / (distance_au * distance_au);
  }
  return { start_s, step_s, rows, sun, source_W };
}
