/** What of a fleet's task moves between threads. */
import type { FleetTask } from "../fly/index.ts";

/** Memory of a task's columns: whoever posts it with these has it no more. */
export const arraysOf = ({ state, rows }: FleetTask): ArrayBuffer[] => [state.stored_J, state.temperature_K, ...Object.values(rows)].map((column: Float64Array) => column.buffer as ArrayBuffer);
