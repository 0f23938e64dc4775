/**
 * Every part of a fleet over every block, in whatever order a crew flies them; their rows are added in one order.
 *
 * Bounded: no task is handed out more than one and a half times a shift's `tasks` beyond the one that is added next, so that rows that wait
 * for their turn stay few, and a part's next block is handed out when its last one has been added.
 */
import type { FleetShift, FleetTask } from "./fleet-crew.ts";
import { fleetRows } from "./fleet-part.ts";
import type { FleetRows, PartState } from "./fleet-part.ts";
import { BLOCK_ROWS } from "./span.ts";
import type { FlightSpan } from "./span.ts";

export interface FleetWork {
  readonly shift: FleetShift;
  readonly span: FlightSpan;
  /** By part; each is replaced as its blocks come back. */
  readonly states: PartState[];
  readonly signal: AbortSignal | undefined;
  /** Called for each part in order, block after block. */
  readonly add: (rows: FleetRows, place: { readonly part: number; readonly firstStep: number }) => void;
}

/** Flies every part over every block; rejects with the first failure, or with the signal's reason. */
export async function flyTasks({ shift, span, states, signal, add }: FleetWork): Promise<void> {
  const blocks = Math.ceil(span.steps / BLOCK_ROWS);
  const all = blocks * states.length;
  const most = Math.min(states.length, shift.tasks + Math.ceil(shift.tasks / 2));
  const spare: FleetRows[] = [];
  const underWay: Promise<FleetTask>[] = [];
  for (let added = 0, sent = 0; added < all; added++) {
    for (; sent < all && sent < added + most; sent++) {
      const part = sent % states.length;
      const task = shift.fly({ part, firstStep: BLOCK_ROWS * Math.floor(sent / states.length), state: states[part]!, rows: spare.pop() ?? fleetRows(BLOCK_ROWS) });
      // Its failure is met when its turn comes, or never, when an earlier one ends the flight.
      task.catch(() => {});
      underWay.push(task);
    }
    const { part, firstStep, state, rows } = await underWay.shift()!;
    signal?.throwIfAborted();
    add(rows, { part, firstStep });
    states[part] = state;
    spare.push(rows);
  }
}

