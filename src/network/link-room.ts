/** Room for the links of an instant, which grows as it is filled and is used again for the next. */
import type { LinkList } from "../kernel/index.ts";

export interface LinkRoom {
  readonly add: (from: number, to: number, cost: number) => void;
  /** What was added since the last `clear`; a view, good until more is added. */
  readonly list: () => LinkList;
  readonly clear: () => void;
}

export function linkRoom(first: number): LinkRoom {
  let room = { from: new Uint32Array(first), to: new Uint32Array(first), cost: new Float64Array(first) };
  let links = 0;
  const grow = (): void => {
    const wider = { from: new Uint32Array(2 * links + 16), to: new Uint32Array(2 * links + 16), cost: new Float64Array(2 * links + 16) };
    wider.from.set(room.from);
    wider.to.set(room.to);
    wider.cost.set(room.cost);
    room = wider;
  };
  return {
    add: (from, to, cost) => {
      if (links === room.cost.length) grow();
      room.from[links] = from;
      room.to[links] = to;
      room.cost[links] = cost;
      links++;
    },
    list: () => ({ ...room, links }),
    clear: () => {
      links = 0;
    },
  };
}
