/** A catalogue's chip as a replica needs it. */
import type { Entry } from "../catalog/index.ts";
import type { ReplicaChip } from "./replica.ts";

/** Figures of a `chips` entry. Throws for one without memory bandwidth, which not every maker states. */
export const replicaChip = ({ id, figures }: Entry): ReplicaChip => {
  const value = (name: string): number => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`chips.${id}: no figure ${name}, which a serving model needs`);
    return figure.value;
  };
  return { bandwidth_B_per_s: value("memoryBandwidth") * 1e12, bf16_flop_per_s: value("bf16") * 1e15, memory_B: value("memory") * 1e9 };
};
