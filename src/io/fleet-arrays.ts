/** What of a fleet's task moves between threads. */
import type { FleetTask } from "../fly/index.ts";

/** Memory of a task's columns: whoever posts it with these has it no more. */
export const arraysOf = ({ state, rows }: FleetTask): ArrayBuffer[] => {
  const columns: readonly Float64Array[] = [state.stored_J, state.temperature_K, rows.lit, rows.load_W, rows.stored_J, rows.temperature_K, rows.lowest_J, rows.hottest_K];
  return columns.map((column) => column.buffer as ArrayBuffer);
};
